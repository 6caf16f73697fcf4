//go:build pact

package contracts_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/pact-foundation/pact-go/v2/models"

	"github.com/sandbank/sandbank/internal/e2e/program"
)

// programmeAPIs are those that `sandbank serve` alone has.
var programmeAPIs = []string{"oauth", "portal"}

// programme is a running deployment. No scenario plays what people do in it: its provider states are set up by doing what
// people do, with the portal API.
type programme struct {
	*program.Deployment
	// cookie is the session of whoever is signed in by the state of the interaction that is verified; "" for nobody.
	cookie string
	// basic is the key and the secret of the state's application, for the authorisation server.
	basic [2]string
	// application is the state's, whose sandbox is steered.
	application string
	made        int // counts what has been made, for names that nothing else has
}

// object is what a call of the portal is answered with.
type object map[string]any

func (o object) text(name string) string {
	text, _ := o[name].(string)
	return text
}

func (o object) list(name string) (all []object) {
	values, _ := o[name].([]any)
	for _, v := range values {
		if member, ok := v.(map[string]any); ok {
			all = append(all, member)
		}
	}
	return all
}

func newProgramme(t *testing.T) *programme {
	t.Helper()
	return &programme{Deployment: program.StartServe(t)}
}

func (p *programme) origin() string { return p.Origin }

// authenticate adds what the state's person or application has for credentials.
func (p *programme) authenticate(r *http.Request) {
	if strings.HasPrefix(r.URL.Path, "/oauth/") {
		r.SetBasicAuth(p.basic[0], p.basic[1])
		return
	}
	if p.cookie != "" {
		r.Header.Set("Cookie", p.cookie)
	}
	if strings.HasPrefix(r.URL.Path, "/sandbox/") {
		r.Header.Set("X-Application", p.application)
	}
}

// state sets up a provider state. What was made for the one before stays; nothing depends on there being none.
func (p *programme) state(ctx context.Context, _, name, action string, _ map[string]any) (models.ProviderStateResponse, error) {
	p.cookie, p.application, p.basic = "", "", [2]string{}
	if action != "setup" {
		return nil, nil
	}
	set, known := programmeStates[name]
	if !known {
		return nil, fmt.Errorf("there is no provider state %q of the developer programme", name)
	}
	values := models.ProviderStateResponse{"username": p.Partner.Username, "password": p.Partner.Password}
	if err := set(ctx, p, values); err != nil {
		return nil, err
	}
	p.application, _ = values["application"].(string)
	return values, nil
}

// signIn gives the cookie of a new session.
func (p *programme) signIn(ctx context.Context, who program.Login) (string, error) {
	_, cookies, err := p.send(ctx, "", http.MethodPost, "/portal/v1/session", object{"username": who.Username, "password": who.Password})
	if err != nil {
		return "", err
	}
	if len(cookies) == 0 {
		return "", errors.New("a session has no cookie")
	}
	return cookies[0].Name + "=" + cookies[0].Value, nil
}

// as makes a call of the portal with a session, and gives what is answered.
func (p *programme) as(ctx context.Context, cookie, method, path string, body any, headers ...string) (object, error) {
	out, _, err := p.send(ctx, cookie, method, "/portal/v1"+path, body, headers...)
	return out, err
}

// send makes a call, and gives what is answered and which cookies are set. Headers are pairs of a name and a value. Any other
// answer than a success is an error.
func (p *programme) send(ctx context.Context, cookie, method, path string, body any, headers ...string) (out object, set []*http.Cookie, err error) {
	var content io.Reader
	if body != nil {
		text, err := json.Marshal(body)
		if err != nil {
			return nil, nil, err
		}
		content = bytes.NewReader(text)
	}
	request, err := http.NewRequestWithContext(ctx, method, p.Origin+path, content)
	if err != nil {
		return nil, nil, err
	}
	if body != nil {
		request.Header.Set("Content-Type", "application/json")
	}
	if cookie != "" {
		request.Header.Set("Cookie", cookie)
	}
	for i := 0; i+1 < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	answer, err := caller.Do(request)
	if err != nil {
		return nil, nil, err
	}
	defer func() { err = errors.Join(err, answer.Body.Close()) }()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		return nil, nil, err
	}
	if answer.StatusCode >= http.StatusBadRequest {
		return nil, nil, fmt.Errorf("%s %s was answered with %s: %s", method, path, answer.Status, text)
	}
	if len(text) > 0 && text[0] == '{' {
		err = json.Unmarshal(text, &out)
	}
	return out, answer.Cookies(), err
}

// patience is how long what the program does beside its requests may take.
const patience = 20 * time.Second

// until asks again and again until there is what was asked for.
func until(ctx context.Context, what string, ask func() (bool, error)) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	again := time.NewTicker(50 * time.Millisecond)
	defer again.Stop()
	for {
		if there, err := ask(); there || err != nil {
			return err
		}
		select {
		case <-again.C:
		case <-ctx.Done():
			return fmt.Errorf("%s: %w", what, ctx.Err())
		}
	}
}
