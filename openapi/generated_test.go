package openapi_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/oapi-codegen/runtime/types"

	"github.com/sandbank/sandbank/gen/common"
	"github.com/sandbank/sandbank/gen/deposits"
)

// recorder plays every operation by noting which one it was asked for.
type recorder struct{ played *[]string }

func (r recorder) Play(c *gin.Context) {
	*r.played = append(*r.played, c.GetString("operation"))
	c.Status(http.StatusNoContent)
}

// ownFields answers one operation itself and plays the others.
type ownFields struct{ deposits.Played }

func (ownFields) ListFields(c *gin.Context) { c.Status(http.StatusTeapot) }

// router registers a server whose operations are noted in the context before they run.
func router(si deposits.ServerInterface, base string) *gin.Engine {
	gin.SetMode(gin.TestMode)
	engine := gin.New()
	deposits.RegisterHandlersWithOptions(engine, si, deposits.GinServerOptions{
		BaseURL: base,
		Before: func(operationID string) []gin.HandlerFunc {
			return []gin.HandlerFunc{func(c *gin.Context) {
				if c.GetHeader("X-Stop") != "" {
					c.AbortWithStatus(http.StatusTooManyRequests)
					return
				}
				c.Set("operation", operationID)
			}}
		},
	})
	return engine
}

// send gives the status of one call.
func send(h http.Handler, method, target string, header ...string) int {
	r := httptest.NewRequest(method, target, nil)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Code
}

func TestTheOperationTableIsTheDocuments(t *testing.T) {
	var got, want []string
	for _, op := range deposits.Operations() {
		got = append(got, op.ID+" "+op.Method+" "+op.Path)
	}
	for _, op := range operations(t, "deposits.yaml") {
		want = append(want, op.id+" "+strings.ToUpper(op.method)+" "+op.path)
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestPlayedAnswersEveryOperation(t *testing.T) {
	query := map[string]string{
		"getLocale":     "?locale=en",
		"listStates":    "?country=IN&facility=branch",
		"listDistricts": "?country=IN&facility=branch&state=IN-MH",
		"listCities":    "?country=IN&facility=branch&state=IN-MH&district=Mumbai",
	}
	var played, want []string
	engine := router(deposits.Played{Player: recorder{&played}}, "/deposits/v1")
	for _, op := range deposits.Operations() {
		want = append(want, op.ID)
		if status := send(engine, op.Method, "/deposits/v1"+op.Path+query[op.ID]); status != http.StatusNoContent {
			t.Errorf("%s: status %d", op.ID, status)
		}
	}
	if !slices.Equal(played, want) {
		t.Errorf("played %v, want %v", played, want)
	}
}

func TestAServerCanAnswerOneOperationItself(t *testing.T) {
	var played []string
	engine := router(ownFields{deposits.Played{Player: recorder{&played}}}, "")
	if status := send(engine, http.MethodGet, "/fields"); status != http.StatusTeapot {
		t.Errorf("its own operation gives %d", status)
	}
	if status := send(engine, http.MethodGet, "/choices"); status != http.StatusNoContent {
		t.Errorf("a played operation gives %d", status)
	}
	if !slices.Equal(played, []string{"listChoices"}) {
		t.Errorf("played %v", played)
	}
}

func TestHandlersBeforeAnOperationRunBeforeItsParametersAreBound(t *testing.T) {
	var played []string
	engine := router(deposits.Played{Player: recorder{&played}}, "")
	// locale is required: the generated binding alone would answer 400.
	if status := send(engine, http.MethodGet, "/i18n/locales", "X-Stop", "yes"); status != http.StatusTooManyRequests {
		t.Errorf("status %d, want %d", status, http.StatusTooManyRequests)
	}
	if len(played) != 0 {
		t.Errorf("played %v after being stopped", played)
	}
}

func TestHandlersNeedNoHandlersBeforeThem(t *testing.T) {
	gin.SetMode(gin.TestMode)
	var played []string
	engine := gin.New()
	deposits.RegisterHandlers(engine, deposits.Played{Player: recorder{&played}})
	if status := send(engine, http.MethodGet, "/fields"); status != http.StatusNoContent {
		t.Errorf("status %d", status)
	}
}

func TestTheEmbeddedDocumentIsTheDocument(t *testing.T) {
	spec, err := deposits.GetSpec()
	if err != nil {
		t.Fatal(err)
	}
	if err := spec.Validate(context.Background()); err != nil {
		t.Error(err)
	}
	for _, op := range operations(t, "deposits.yaml") {
		embedded := spec.Paths.Find(op.path).GetOperation(strings.ToUpper(op.method))
		if embedded == nil || embedded.OperationID != op.id {
			t.Errorf("the embedded document has no %s", op.id)
		}
	}
}

func TestTheGeneratedClientReadsAnswersAndProblems(t *testing.T) {
	answers := map[string]struct {
		status    int
		mediaType string
		body      string
	}{
		"known": {http.StatusOK, "application/json", `{"dob":"1990","email":"***om","mobile":"***10","name":"***oe","pan":"***4F"}`},
		"other": {http.StatusNotFound, "application/problem+json", `{"type":"urn:problem:not-found","title":"None","status":404,"code":"NOT_FOUND"}`},
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answer := answers[r.Header.Get("x-api-key")]
		w.Header().Set("Content-Type", answer.mediaType)
		w.Header().Set("X-Request-Id", "r-1")
		w.WriteHeader(answer.status)
		if _, err := w.Write([]byte(answer.body)); err != nil {
			t.Error(err)
		}
	}))
	t.Cleanup(server.Close)
	client, err := deposits.NewClientWithResponses(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	call := func(key string) *deposits.GetCustomerProfileResponse {
		answer, err := client.GetCustomerProfileWithResponse(t.Context(), deposits.CustomerProfileQuery{CustomerId: "zHTgHC1SAiew"},
			func(_ context.Context, r *http.Request) error { r.Header.Set("x-api-key", key); return nil })
		if err != nil {
			t.Fatal(err)
		}
		return answer
	}
	if answer := call("known"); answer.JSON200 == nil || answer.JSON200.Pan != "***4F" || answer.Headers200.XRequestId != "r-1" {
		t.Errorf("profile %s read as %+v", answer.Body, answer.JSON200)
	}
	if answer := call("other"); answer.Problem == nil || answer.Problem.Code != "NOT_FOUND" {
		t.Errorf("problem %s read as %+v", answer.Body, answer.Problem)
	}
}

func TestAFormBuiltFromGeneratedTypesSatisfiesTheContract(t *testing.T) {
	money := common.Money{Amount: "1000", Currency: "INR"}
	var maturity deposits.MaturityInstruction
	var open deposits.OpenFd
	var instruction deposits.FormInstruction
	var payment deposits.PaymentSection
	for _, err := range []error{
		maturity.FromRenewAtMaturity(deposits.RenewAtMaturity{RenewalOption: deposits.RenewalOptionPrincipal}),
		open.FromOpenFdSolo(deposits.OpenFdSolo{
			Id: "i-1", Instruction: deposits.OpenFdSoloInstructionOpenFd, ProductVariant: "regular", DepositAmount: money, Tenure: types.Duration{Years: 1},
			InterestPaymentInstruction: deposits.InterestPaymentInstruction{Option: "at_maturity"}, MaturityInstruction: maturity,
		}),
		instruction.FromOpenFd(open),
		payment.FromCashPayment(deposits.CashPayment{
			Id: "s-1", Section: deposits.CashPaymentSectionPayment, Amount: money, PaymentTxnId: "1", Status: deposits.PaymentStatusPaid,
			PaymentDate: types.Date{Time: time.Date(2025, time.April, 23, 0, 0, 0, 0, time.UTC)},
		}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	form := deposits.FormSubmission{
		Instructions: []deposits.FormInstruction{instruction},
		Sections:     []deposits.PaymentSection{payment},
	}
	value := plain(t, form)
	if err := validator(t, "deposits.yaml", "/components/schemas/FormSubmission").Validate(value); err != nil {
		t.Errorf("%v: %#v", value, err)
	}
	decoded, err := instruction.ValueByDiscriminator()
	if err != nil {
		t.Fatal(err)
	}
	mode, err := decoded.(deposits.OpenFd).Discriminator()
	if err != nil || mode != "solo" {
		t.Errorf("the instruction's mode is %q, %v", mode, err)
	}
}
