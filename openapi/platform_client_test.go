package openapi_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/sandbank/sandbank/gen/oauth"
	"github.com/sandbank/sandbank/gen/portal"
)

// exchange is what a server was asked, and what it answers.
type exchange struct {
	asked                   string // "METHOD path?query"
	header                  http.Header
	body                    string
	status                  int
	answerType, answer, tag string
}

// answering starts a server for one exchange after another.
func answering(t *testing.T, e *exchange) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		e.asked, e.header, e.body = r.Method+" "+r.URL.RequestURI(), r.Header, string(body)
		w.Header().Set("Content-Type", e.answerType)
		w.Header().Set("X-Request-Id", "r-1")
		if e.tag != "" {
			w.Header().Set("ETag", e.tag)
		}
		w.WriteHeader(e.status)
		if _, err := io.WriteString(w, e.answer); err != nil {
			t.Error(err)
		}
	}))
	t.Cleanup(server.Close)
	return server.URL
}

func of[T any](value T) *T { return &value }

func TestThePortalsClientSendsWhatTheDocumentSays(t *testing.T) {
	e := &exchange{status: http.StatusForbidden, answerType: "application/problem+json", answer: `{"type":"urn:problem:admin-needed","title":"None","status":403,"code":"ADMIN_NEEDED"}`}
	base := answering(t, e)
	id := uuid.MustParse("0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20")
	credentials := portal.SignInCredentials{Username: "asha.rao", Password: "correct horse battery"}
	for _, c := range []struct {
		name, asked, header, value, body string
		call                             func(*portal.ClientWithResponses) (any, error)
	}{
		{
			name: "a query is escaped and what is not given is left out", asked: "GET /portal/v1/applications?text=fees%26more+%25&limit=20",
			call: func(c *portal.ClientWithResponses) (any, error) {
				return c.ListApplicationsWithResponse(t.Context(), &portal.ListApplicationsParams{Text: of("fees&more %"), Limit: of(20)})
			},
		},
		{
			name: "parameters may be left out altogether", asked: "GET /portal/v1/applications",
			call: func(c *portal.ClientWithResponses) (any, error) {
				return c.ListApplicationsWithResponse(t.Context(), nil)
			},
		},
		{
			name: "a value of a path stays in its place", asked: "GET /portal/v1/agreements/a%2Fb%20%3F",
			call: func(c *portal.ClientWithResponses) (any, error) {
				return c.GetAgreementWithResponse(t.Context(), "a/b ?", nil)
			},
		},
		{
			name: "a change names the version that it is made on", asked: "PUT /portal/v1/applications/" + id.String(), header: "If-Match", value: `"3"`, body: `{"name":"Fees","oauthType":"2.0","platform":"web"}`,
			call: func(c *portal.ClientWithResponses) (any, error) {
				return c.UpdateApplicationWithResponse(t.Context(), id, &portal.UpdateApplicationParams{IfMatch: `"3"`}, portal.ApplicationChange{Name: "Fees", OauthType: "2.0", Platform: "web"})
			},
		},
		{
			name: "a typed body is JSON", asked: "POST /portal/v1/session", header: "Content-Type", value: "application/json", body: `{"password":"correct horse battery","username":"asha.rao"}`,
			call: func(c *portal.ClientWithResponses) (any, error) {
				return c.SignInWithResponse(t.Context(), credentials)
			},
		},
		{
			name: "a body of another media type is sent as it is", asked: "POST /portal/v1/session", header: "Content-Type", value: "text/x-other", body: "other",
			call: func(c *portal.ClientWithResponses) (any, error) {
				return c.SignInWithBodyWithResponse(t.Context(), "text/x-other", strings.NewReader("other"))
			},
		},
		{
			name: "the call's own editors come after the client's", asked: "GET /portal/v1/session", header: "Cookie", value: "session=of-the-call",
			call: func(c *portal.ClientWithResponses) (any, error) {
				return c.GetSessionWithResponse(t.Context(), func(_ context.Context, r *http.Request) error {
					r.Header.Set("Cookie", "session=of-the-call")
					return nil
				})
			},
		},
	} {
		for _, slash := range []string{"", "/"} {
			client, err := portal.NewClientWithResponses(base+"/portal/v1"+slash, portal.WithRequestEditorFn(func(_ context.Context, r *http.Request) error {
				r.Header.Set("Cookie", "session=of-the-client")
				return nil
			}))
			if err != nil {
				t.Fatal(err)
			}
			answer, err := c.call(client)
			if err != nil {
				t.Errorf("%s: %v", c.name, err)
				continue
			}
			if e.asked != c.asked || e.body != c.body || c.header != "" && e.header.Get(c.header) != c.value {
				t.Errorf("%s: sent %s with %s %q and the body %s", c.name, e.asked, c.header, e.header.Get(c.header), e.body)
			}
			if status := answer.(interface{ StatusCode() int }).StatusCode(); status != http.StatusForbidden {
				t.Errorf("%s: status %d", c.name, status)
			}
		}
	}
}

func TestThePortalsClientReadsAnswersAndProblems(t *testing.T) {
	e := &exchange{status: http.StatusForbidden, answerType: "application/problem+json; charset=utf-8", answer: `{"type":"urn:problem:admin-needed","title":"None","status":403,"code":"ADMIN_NEEDED"}`}
	client, err := portal.NewClientWithResponses(answering(t, e))
	if err != nil {
		t.Fatal(err)
	}
	refused, err := client.ListApplicationsWithResponse(t.Context(), nil)
	if err != nil || refused.Problem == nil || refused.Problem.Code != "ADMIN_NEEDED" || refused.JSON200 != nil || refused.Headers200 != nil {
		t.Errorf("a problem is read as %+v, %v", refused, err)
	}
	e.status, e.answer = http.StatusUnprocessableEntity, `{"type":"urn:problem:overlay-invalid","title":"None","status":422,"code":"OVERLAY_INVALID","findings":[{"severity":"error","code":"c","message":"m"}]}`
	invalid, err := client.CreateOverlayWithResponse(t.Context(), nil, portal.NewOverlay{})
	if err != nil || invalid.Problem == nil || invalid.ApplicationproblemJSON422 == nil || invalid.ApplicationproblemJSON422.Findings == nil {
		t.Errorf("findings are read as %+v, %v", invalid, err)
	}
	e.status, e.answerType, e.answer = http.StatusOK, "application/json", `{"applications":[]}`
	list, err := client.ListApplicationsWithResponse(t.Context(), nil)
	if err != nil || list.JSON200 == nil || list.Problem != nil || list.Headers200 == nil || list.Headers200.XRequestId != "r-1" || list.Headers200.XSandboxRule != nil {
		t.Errorf("an answer is read as %+v, %v", list, err)
	}
	e.answer = `{"applications":`
	if _, err := client.ListApplicationsWithResponse(t.Context(), nil); err == nil {
		t.Error("half an answer is read")
	}
	failing := errors.New("no session")
	_, err = client.ListApplicationsWithResponse(t.Context(), nil, func(context.Context, *http.Request) error { return failing })
	if !errors.Is(err, failing) {
		t.Errorf("a request that an editor refuses gives %v", err)
	}
}

func TestOAuthsClientSendsFormsAndReadsErrors(t *testing.T) {
	e := &exchange{status: http.StatusUnauthorized, answerType: "application/json", answer: `{"error":"invalid_client","error_description":"The client is unknown."}`}
	client, err := oauth.NewClientWithResponses(answering(t, e))
	if err != nil {
		t.Fatal(err)
	}
	ask := func() *oauth.IssueTokenResponse {
		answer, err := client.IssueTokenWithFormdataBodyWithResponse(t.Context(), &oauth.IssueTokenParams{XApiKey: of("key")},
			oauth.TokenRequest{GrantType: "client_credentials", Scope: of("customers pan")},
			func(_ context.Context, r *http.Request) error { r.SetBasicAuth("key", "secret"); return nil })
		if err != nil {
			t.Fatal(err)
		}
		return answer
	}
	refused := ask()
	if refused.JSON401 == nil || refused.JSON401.Error != oauth.OAuthErrorCodeInvalidClient || refused.JSON200 != nil {
		t.Errorf("an error is read as %+v", refused)
	}
	if e.asked != "POST /token" || e.body != "grant_type=client_credentials&scope=customers+pan" || e.header.Get("Content-Type") != "application/x-www-form-urlencoded" || e.header.Get("x-api-key") != "key" {
		t.Errorf("sent %s with %v and the body %s", e.asked, e.header, e.body)
	}
	e.status, e.answer = http.StatusOK, `{"access_token":"a.b.c","token_type":"Bearer","expires_in":3600,"scope":"customers pan"}`
	if issued := ask(); issued.JSON200 == nil || issued.JSON200.ExpiresIn != 3600 {
		t.Errorf("a token is read as %+v", issued)
	}
}
