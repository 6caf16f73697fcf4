package openapi_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"

	"github.com/sandbank/sandbank/gen/oauth"
	"github.com/sandbank/sandbank/gen/portal"
	"github.com/sandbank/sandbank/internal/problem"
)

func TestThePlatformsOperationTablesAreTheDocuments(t *testing.T) {
	tables := map[string][]string{"oauth.yaml": nil, "portal.yaml": nil}
	for _, op := range oauth.Operations() {
		tables["oauth.yaml"] = append(tables["oauth.yaml"], op.ID+" "+op.Method+" "+op.Path)
	}
	for _, op := range portal.Operations() {
		tables["portal.yaml"] = append(tables["portal.yaml"], op.ID+" "+op.Method+" "+op.Path)
	}
	for name, got := range tables {
		var want []string
		for _, op := range operations(t, name) {
			want = append(want, op.id+" "+strings.ToUpper(op.method)+" "+op.path)
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
}

// parameters lists an operation's parameters.
func parameters(t *testing.T, name string, op operation) []map[string]any {
	t.Helper()
	var list []map[string]any
	nodes, _ := op.node["parameters"].([]any)
	for _, node := range nodes {
		parameter, _ := resolve(t, name, node)
		list = append(list, parameter.(map[string]any))
	}
	return list
}

// example makes a request of an operation from the examples of its parameters.
func example(t *testing.T, name string, op operation) *http.Request {
	t.Helper()
	path := op.path
	header := http.Header{}
	for _, p := range parameters(t, name, op) {
		value := fmt.Sprint(p["example"])
		switch p["in"] {
		case "path":
			path = strings.ReplaceAll(path, fmt.Sprintf("{%s}", p["name"]), value)
		case "header":
			header.Set(p["name"].(string), value)
		}
	}
	r := httptest.NewRequest(strings.ToUpper(op.method), path, nil)
	r.Header = header
	return r
}

// TestEveryRouteOfThePlatformLeadsToItsOperation holds that gin can keep all paths beside each other, and that the
// generated binding takes the examples.
func TestEveryRouteOfThePlatformLeadsToItsOperation(t *testing.T) {
	gin.SetMode(gin.TestMode)
	engine := gin.New()
	var played []string
	before := func(id string) []gin.HandlerFunc {
		return []gin.HandlerFunc{func(c *gin.Context) { c.Set("operation", id) }}
	}
	oauth.RegisterHandlersWithOptions(engine, oauth.Played{Player: recorder{&played}}, oauth.GinServerOptions{Before: before})
	portal.RegisterHandlersWithOptions(engine, portal.Played{Player: recorder{&played}}, portal.GinServerOptions{Before: before})
	for _, name := range []string{"oauth.yaml", "portal.yaml"} {
		for _, op := range operations(t, name) {
			played = nil
			w := httptest.NewRecorder()
			engine.ServeHTTP(w, example(t, name, op))
			if w.Code != http.StatusNoContent || !slices.Equal(played, []string{op.id}) {
				t.Errorf("%s: status %d, played %v: %s", op.id, w.Code, played, w.Body)
			}
		}
	}
}

func TestPeopleSignInAndApplicationsProveThemselves(t *testing.T) {
	session := []any{map[string]any{"session": []any{}}, map[string]any{"plainSession": []any{}}}
	basic := []any{map[string]any{"clientSecret": []any{}}}
	open := []string{
		"acceptInvitation", "activateRegistration", "checkAvailability", "confirmEmailChange", "createRegistration", "getAgreement", "getError", "getProduct",
		"getHumanChallenge", "getRegistrationForm", "getServerMetadata", "listAgreements", "listCategories", "listErrors", "listGroups", "listProducts", "listSigningKeys",
		"readInvitation", "requestPasswordReset", "resendActivation", "resetPassword", "searchApis", "signIn", "signOut",
	}
	optional := []string{"getApi", "getGroup", "listPlans", "sendFeedback"}
	for name, usual := range map[string][]any{"oauth.yaml": basic, "portal.yaml": session} {
		for _, op := range operations(t, name) {
			security, ok := op.node["security"]
			if !ok {
				security = tree(t, name)["security"]
			}
			want := usual
			switch {
			case slices.Contains(open, op.id):
				want = []any{}
			case slices.Contains(optional, op.id):
				want = append(slices.Clone(usual), map[string]any{})
			}
			if !equal(security, want) {
				t.Errorf("%s needs %v, want %v", op.id, security, want)
			}
		}
	}
}

func TestChangesOfThePortalCanBeSentAgain(t *testing.T) {
	// They change nothing, or what they answer cannot be kept.
	without := []string{"checkAvailability", "checkOverlay", "readInvitation", "signIn", "testOverlay"}
	for _, op := range operations(t, "portal.yaml") {
		takes := slices.ContainsFunc(parameters(t, "portal.yaml", op), func(p map[string]any) bool { return p["name"] == "Idempotency-Key" })
		if want := op.method == "post" && !slices.Contains(without, op.id); takes != want {
			t.Errorf("%s takes an Idempotency-Key: %t, want %t", op.id, takes, want)
		}
	}
}

// TestWhatIsChangedOnAVersionShowsIt holds that an operation that takes If-Match can be refused by it, and that its
// answer has the version for the next change.
func TestWhatIsChangedOnAVersionShowsIt(t *testing.T) {
	found := 0
	for _, op := range operations(t, "portal.yaml") {
		takes := slices.ContainsFunc(parameters(t, "portal.yaml", op), func(p map[string]any) bool { return p["name"] == "If-Match" })
		if declares := at(op.node, "responses", "412") != nil; declares != takes {
			t.Errorf("%s takes If-Match: %t, declares 412: %t", op.id, takes, declares)
		}
		if !takes {
			continue
		}
		found++
		body, in := resolve(t, "portal.yaml", at(op.node, "responses", "200", "content", "application/json", "schema"))
		if at(body, "properties", "version") == nil {
			t.Errorf("%s: what it answers has no version (%s)", op.id, in)
		}
	}
	if found == 0 {
		t.Error("no operation takes If-Match")
	}
}

// refusal is a line of a description: a status and a code.
var refusal = regexp.MustCompile("([0-9]{3}) `([A-Z][A-Z0-9_]+)`")

func TestEveryRefusalOfThePortalIsInTheErrorCatalogue(t *testing.T) {
	text := []string{at(tree(t, "portal.yaml"), "info", "description").(string)}
	for _, op := range operations(t, "portal.yaml") {
		description := op.node["description"].(string)
		text = append(text, description)
		_, list, _ := strings.Cut(description, "**Refused with:**")
		for _, m := range refusal.FindAllStringSubmatch(list, -1) {
			if at(op.node, "responses", m[1]) == nil {
				t.Errorf("%s is refused with %s and does not declare %s", op.id, m[2], m[1])
			}
		}
	}
	found := refusal.FindAllStringSubmatch(strings.Join(text, "\n"), -1)
	if len(found) == 0 {
		t.Fatal("no refusal found")
	}
	for _, m := range found {
		d, ok := problem.Lookup(m[2])
		if !ok || strconv.Itoa(d.Status) != m[1] {
			t.Errorf("%s with status %s is not in the catalogue, which has %+v", m[2], m[1], d)
		}
	}
}

// TestEveryOperationOfThePortalSaysWhoMayCall holds that each description names the callers, and that those are the
// public where no session is needed.
func TestEveryOperationOfThePortalSaysWhoMayCall(t *testing.T) {
	who := regexp.MustCompile(`(?m)^\*\*Who:\*\* (.+)$`)
	signedIn := any(nil) // the document's own
	callers := map[string]any{
		"anybody, without a session.":                         []any{},
		"anybody; with a session the answer says more.":       []any{map[string]any{"session": []any{}}, map[string]any{"plainSession": []any{}}, map[string]any{}},
		"anybody who is signed in.":                           signedIn,
		"members of the organisation, admins and developers.": signedIn,
		"admins of the organisation.":                         signedIn,
		"staff of the bank, reviewers and admins.":            signedIn,
		"admins of the bank.":                                 signedIn,
	}
	for _, op := range operations(t, "portal.yaml") {
		m := who.FindStringSubmatch(op.node["description"].(string))
		if m == nil {
			t.Errorf("%s does not say who may call it", op.id)
			continue
		}
		security, known := callers[m[1]]
		if !known {
			t.Errorf("%s may be called by %q, which is nobody known", op.id, m[1])
			continue
		}
		if !equal(op.node["security"], security) {
			t.Errorf("%s may be called by %q and needs %v", op.id, m[1], op.node["security"])
		}
		if bank := strings.HasPrefix(op.path, "/bank/"); bank != strings.Contains(m[1], "of the bank") {
			t.Errorf("%s stands at %s and may be called by %q", op.id, op.path, m[1])
		}
	}
}

// TestTheTypesOfThePlatformCarryEveryExample decodes every example of a body into its generated type and encodes it
// again.
func TestTheTypesOfThePlatformCarryEveryExample(t *testing.T) {
	types := map[string]func() any{}
	for _, value := range []any{
		portal.AccessPlan{}, portal.AccessPlanChange{}, portal.AccountName{}, portal.AccountPlan{},
		portal.AccountPlanAssignment{}, portal.AccountPlanRequest{}, portal.Activation{}, portal.Agreement{},
		portal.AgreementAcceptance{}, portal.AgreementList{}, portal.AgreementRecord{}, portal.AgreementRecordPage{},
		portal.ApiGroup{}, portal.ApiGroupChange{}, portal.ApiGroupDetail{}, portal.ApiGroupList{}, portal.ApiPlan{},
		portal.ApiPlanChange{}, portal.ApiPlanRequest{}, portal.ApiSelection{}, portal.ApiWish{}, portal.Application{},
		portal.ApplicationChange{}, portal.ApplicationPage{}, portal.AuditPage{}, portal.Availability{},
		portal.AvailabilityQuestion{}, portal.CatalogueApiDetail{}, portal.CatalogueApiPage{}, portal.CatalogueEntry{},
		portal.CatalogueEntryChange{}, portal.Category{}, portal.CategoryChange{}, portal.CategoryList{},
		portal.Contact{}, portal.ContactMessage{}, portal.Credential{}, portal.CredentialList{},
		portal.CredentialRotation{}, portal.Delivery{}, portal.DeliveryPage{}, portal.EmailChange{}, portal.Enquiry{},
		portal.EnquiryAnswer{}, portal.EnquiryPage{}, portal.EnquiryReceipt{}, portal.ErrorEntryPage{}, portal.Feedback{},
		portal.Interest{}, portal.Invitation{}, portal.InvitationAcceptance{}, portal.InvitationPage{},
		portal.InvitationPreview{}, portal.Journey{}, portal.LinkUse{}, portal.MailUnderWay{}, portal.ManagedCatalogue{},
		portal.Member{}, portal.MemberPage{}, portal.MemberRoleChange{}, portal.Message{}, portal.MessagePage{},
		portal.NewAgreement{}, portal.NewAgreementRecord{}, portal.NewApiGroup{}, portal.NewApiPlan{},
		portal.HumanChallenge{}, portal.NewApplication{}, portal.NewCategory{}, portal.NewDecision{}, portal.NewInvitation{}, portal.NewOverlay{},
		portal.NewProduct{}, portal.NewQuotaPlan{}, portal.NewRegistration{}, portal.NewStaffInvitation{},
		portal.Organisation{}, portal.OrganisationChange{}, portal.OrganisationPage{}, portal.Overlay{},
		portal.OverlayCheck{}, portal.OverlayCheckRequest{}, portal.OverlayDiff{}, portal.OverlayEdit{},
		portal.OverlayPage{}, portal.OverlayPublicationRequest{}, portal.OverlayRollback{}, portal.OverlayTestReport{}, portal.OverlayTestRequest{}, portal.OverlayVersion{},
		portal.OverlayVersionPage{}, portal.PartnerScopeChange{}, portal.PasswordChange{}, portal.PasswordReset{},
		portal.Person{}, portal.PersonPage{}, portal.PlanList{}, portal.Product{}, portal.ProductChange{},
		portal.ProductDetail{}, portal.ProductList{}, portal.ProfileChange{}, portal.QuotaPlan{},
		portal.QuotaPlanChange{}, portal.QuotaStatus{}, portal.ReasonGiven{}, portal.RegistrationForm{},
		portal.RegistrationReceipt{}, portal.Request{}, portal.RequestPage{}, portal.Session{}, portal.Settings{},
		portal.SettingsChange{}, portal.SignInCredentials{}, portal.StaffRoleChange{}, portal.StageRequest{}, portal.Subscription{},
		portal.SubscriptionList{}, portal.UsageReport{}, portal.Webhook{},
		oauth.Introspection{}, oauth.JwkSet{}, oauth.ServerMetadata{}, oauth.TokenResponse{},
		oauth.IntrospectionRequest{}, oauth.RevocationRequest{}, oauth.TokenRequest{},
	} {
		kind := reflect.TypeOf(value)
		types[kind.Name()] = func() any { return reflect.New(kind).Interface() }
	}
	used := map[string]bool{}
	for _, name := range []string{"oauth.yaml", "portal.yaml"} {
		for _, op := range operations(t, name) {
			bodies := []any{op.node["requestBody"]}
			for status, response := range op.node["responses"].(map[string]any) {
				if status < "300" {
					bodies = append(bodies, response)
				}
			}
			for _, holder := range bodies {
				content, _ := at(holder, "content").(map[string]any)
				for mediaType, media := range content {
					if mediaType == "text/plain" {
						continue
					}
					ref, _ := at(media, "schema", "$ref").(string)
					component := strings.TrimPrefix(ref, "#/components/schemas/")
					for label, node := range at(media, "examples").(map[string]any) {
						used[component] = true
						carry(t, op.id+" "+label, plain(t, at(node, "value")), types[component])
					}
				}
			}
		}
	}
	if len(used) != len(types) {
		t.Errorf("%d types used, want %d", len(used), len(types))
	}
}
