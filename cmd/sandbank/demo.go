package main

import (
	"context"
	"encoding/base64"
	"fmt"
	"io"
	"net"
	"strings"

	"github.com/spf13/cobra"

	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/store"
)

// demo is the partner, and the bank's admin, that somebody can try everything with.
type demo struct {
	portal.Demo
	password, staffPassword string
}

// wantsDemo tells whether the demo is to be made, or shown: when it is asked for, or when nothing else was set up.
func (f *serveFlags) wantsDemo(c *cobra.Command) (bool, error) {
	if c.Flags().Changed("demo") {
		return f.demo, nil
	}
	for _, name := range []string{"database", "tls-cert", "behind-proxy", "public-url", "smtp-host"} {
		if c.Flags().Changed(name) {
			return false, nil
		}
	}
	if host, _, err := net.SplitHostPort(f.addr); err != nil || host == "" {
		return false, err
	} else if loopback, err := isLoopback(c.Context(), host); err != nil || !loopback {
		return false, err
	}
	return f.programme.portal.DemoFits(c.Context())
}

// newDemo makes the demo where it is missing. Its passwords are made once.
func newDemo(ctx context.Context, s *store.Store, p *portal.Service) (d *demo, err error) {
	d = &demo{}
	for name, to := range map[string]*string{"demo password": &d.password, "demo bank password": &d.staffPassword} {
		secret, err := s.Secret(ctx, name, 12)
		if err != nil {
			return nil, err
		}
		*to = base64.RawURLEncoding.EncodeToString(secret)
	}
	d.Demo, err = p.Demo(ctx, d.password, d.staffPassword)
	return d, err
}

// write tells how to use the demo: who can sign in, the application's credentials, and three lines that work in a shell:
// a look-up, a token, and a verification. Options go to each curl; lookUp is the operation that needs nothing.
func (d *demo) write(w io.Writer, origin, options, lookUp string) error {
	lines := [][2]string{
		{"portal", fmt.Sprintf("sign in as %s with %s, or as the bank's admin %s with %s", d.Username, d.password, d.Staff, d.staffPassword)},
		{"key", d.ClientID}, {"secret", d.ClientSecret},
		{"try", strings.ReplaceAll(strings.Replace(lookUp, "curl ", "curl"+options+" ", 1), ": demo'", ": "+d.ClientID+"'")},
		{"token", fmt.Sprintf("curl%s -u '%s:%s' %s/oauth/v1/token -d grant_type=client_credentials", options, d.ClientID, d.ClientSecret, origin)},
		{"verify", fmt.Sprintf(`curl%s -H 'x-api-key: %s' -H 'authorization: Bearer %s' -H 'content-type: application/json' %s/deposits/v1/my/verifications/upi-vpa -d '{"vpa":"john@okhdfc"}'`,
			options, d.ClientID, sampleToken, origin)},
	}
	text := ""
	for _, line := range lines {
		text += fmt.Sprintf("  %-16s %s\n", line[0], line[1])
	}
	_, err := io.WriteString(w, text)
	return err
}

// sampleToken is the customer's token in the bank's own examples, which every sandbox takes.
const sampleToken = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJQUDEyMzQ1IiwiZG9iIjoiMTk5MC0wMS0wMSIsIm1vYmlsZSI6Ijk4NzY1NDMyMTAiLCJpYXQiOjE1MTYyMzkwMjIsImV4cCI6MTUxNjIzOTAyMn0.kTVkTCr1iBJn2-1VLDR7Cvg2wf_diXp3zdxy6DTlQwM"
