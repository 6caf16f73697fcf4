package e2e_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	gen "github.com/sandbank/sandbank/gen/bankconnect"
)

// TestTheGeneratedClientCallsEveryOperationOfBankConnect goes from the banks to a PDF, and wants every answer decoded.
func TestTheGeneratedClientCallsEveryOperationOfBankConnect(t *testing.T) {
	transport := newChecked(t)
	api := bankConnectAPI(t)
	client, err := gen.NewClientWithResponses(start(t).origin+api.BasePath, gen.WithHTTPClient(&http.Client{Transport: transport, Timeout: patience}),
		gen.WithRequestEditorFn(func(_ context.Context, r *http.Request) error {
			if !strings.HasPrefix(r.URL.Path, api.BasePath+"/statements/") {
				r.Header.Set("x-api-key", "demo")
				r.Header.Set("server-hash", "any")
			}
			return nil
		}))
	if err != nil {
		t.Fatal(err)
	}
	health, err := client.GetNetBankingHealthWithResponse(t.Context())
	if banks := answered(t, health.JSON200, err); len(banks) < 10 || banks[0].Bank != "AXIS" || !banks[0].HealthUp || !banks[0].IssueDetails.IsNull() {
		t.Errorf("the banks are %+v", banks)
	}
	page := "13"
	list, err := client.ListEntitiesWithResponse(t.Context(), &gen.ListEntitiesParams{Page: &page})
	if found := answered(t, list.JSON200, err); found.Count != 123 || len(found.Results) != 3 || !found.Next.IsNull() || found.Previous.IsNull() {
		t.Errorf("the last page is %+v", found)
	}
	entity, err := client.GetEntityWithResponse(t.Context(), firstEntity)
	if found := answered(t, entity.JSON200, err); found.EntityId.String() != firstEntity || found.LinkId.MustGet() != "loan-1001" {
		t.Errorf("the entity is %+v", found)
	}
	pdfs, err := client.GetEntityPdfsWithResponse(t.Context(), firstEntity)
	given := answered(t, pdfs.JSON200, err).Statements
	if len(given) != 2 || !given[0].PdfPassword.IsNull() || given[1].PdfPassword.MustGet() != "20021990" {
		t.Fatalf("the statements are %+v", given)
	}
	link, err := url.Parse(given[0].PdfUrl)
	if err != nil {
		t.Fatal(err)
	}
	q := link.Query()
	holder, expires, signature := q.Get("holder"), q.Get("expires"), q.Get("signature")
	pdf, err := client.DownloadStatementWithResponse(t.Context(), given[0].StatementId.String(),
		&gen.DownloadStatementParams{Holder: &holder, Expires: &expires, Signature: &signature})
	if err != nil || pdf.StatusCode() != http.StatusOK || !strings.HasPrefix(string(pdf.Body), "%PDF-") {
		t.Errorf("the PDF is %v, %v", pdf, err)
	}
	gone, err := client.GetEntityWithResponse(t.Context(), "nobody")
	if err != nil || gone.JSON404 == nil || gone.JSON404.Detail != "Not found." {
		t.Errorf("nobody is %+v, %v", gone, err)
	}
	for _, op := range api.Operations {
		if transport.seen[outcome{op.ID, http.StatusOK}] == 0 {
			t.Errorf("the client did not call %s", op.ID)
		}
	}
}
