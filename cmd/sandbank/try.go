package main

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
)

// tryLine gives a command line for a shell that calls one operation: the first that needs nothing but credentials, if
// there is one, no token among them. It is "" when there is none.
func tryLine(apis []*contract.API, origin string) string {
	withToken := ""
	for _, a := range apis {
		for _, o := range a.Operations {
			if o.Method != http.MethodGet || !needsNothing(o) {
				continue
			}
			line := "curl " + credentials(o) + origin + a.BasePath + o.Path
			if !needsToken(o) {
				return line
			}
			withToken = cmp.Or(withToken, line)
		}
	}
	return withToken
}

// needsToken tells whether the operation's first security requirement asks for more than a key or a password.
func needsToken(o *contract.Operation) bool {
	return len(o.Security) > 0 && slices.ContainsFunc(o.Security[0], func(c contract.Credential) bool {
		return c.Type != "apiKey" && c.HTTP != "basic"
	})
}

func needsNothing(o *contract.Operation) bool {
	for _, p := range o.Parameters {
		if p.Required {
			return false
		}
	}
	return !strings.Contains(o.Path, "{")
}

// credentials gives the options of curl that satisfy the operation's first security requirement.
func credentials(o *contract.Operation) string {
	if len(o.Security) == 0 {
		return ""
	}
	options := ""
	for _, c := range o.Security[0] {
		switch {
		case c.HTTP == "basic":
			options += "-u demo:demo "
		case c.Type == "apiKey" && c.In == "header":
			options += "-H '" + c.Name + ": demo' "
		case c.Type == "apiKey" && c.In == "cookie":
			options += "-b '" + c.Name + "=demo' "
		case c.In == "header":
			options += "-H 'authorization: Bearer demo' "
		}
	}
	return options
}
