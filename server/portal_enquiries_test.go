package server_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/portal"
)

// humans passes the proof "human".
type humans struct{}

func (humans) Describe() (provider, siteKey string) { return "example", "key" }
func (humans) Passed(_ context.Context, proof, _ string) (bool, error) {
	return proof == "human", nil
}

func TestEnquiriesReachWhoLooksAfterTheOrganisation(t *testing.T) {
	p := newProgramme(t)
	p.ask(bala, "PUT /bank/organisations/"+p.acme.ID+"/relationship-manager", object{"name": "Tara", "email": "tara@example.com"}, 200)
	p.ask(ravi, "POST /catalogue/apis/payouts/interest", object{"comment": "For refunds."}, 201)
	p.ask(ravi, "POST /api-requests", object{"title": "Gold loans", "purpose": "We lend against gold.", "expectedCallsPerDay": 500}, 201)
	receipt := p.ask(asha, "POST /contact", object{"subject": "A question", "message": "When?"}, 201)
	if receipt.text("id") == "" || receipt.text("receivedAt") == "" {
		t.Errorf("%v", receipt)
	}
	if got := p.mails("tara"); !slices.Equal(got, []string{"Interest in API payouts", "Request for an API: Gold loans", "A question"}) {
		t.Errorf("the manager got %q", got)
	}
	p.ask(zoe, "POST /contact", object{"subject": "Of Zenith", "message": "Hello."}, 201)
	if got := p.mails("tara"); len(got) != 3 {
		t.Errorf("another organisation's went to %q", got)
	}
	list := p.ask(meera, "GET /bank/enquiries?organisation="+p.acme.ID, nil, 200).list("enquiries")
	if len(list) != 3 || list[0].text("api") != "payouts" || list[0].text("message") != "For refunds." || list[0].in("person").text("name") != "Ravi Menon" ||
		list[0].in("organisation").text("name") != "Acme Payments" || list[1].text("subject") != "Gold loans" || !strings.Contains(list[1].text("message"), "500") ||
		list[2].text("email") != asha+"@example.com" {
		t.Errorf("%v", list)
	}
	p.refused(ravi, "POST /catalogue/apis/none/interest", object{}, 404, "NOT_FOUND")
	if got := p.audited(p.acme.ID); !slices.Equal(got[1:], []string{"enquiry.created", "enquiry.created", "enquiry.created"}) {
		t.Errorf("%v", got)
	}
}

func TestAnEnquiryIsAnsweredOnceByMail(t *testing.T) {
	p := newProgramme(t)
	p.ask(ravi, "POST /contact", object{"subject": "First", "message": "One?"}, 201)
	p.later(time.Minute)
	p.ask(ravi, "POST /contact", object{"subject": "Second", "message": "Two?"}, 201)
	first := p.ask(meera, "GET /bank/enquiries?limit=1", nil, 200)
	path := "/bank/enquiries/" + first.list("enquiries")[0].text("id")
	answered := p.ask(meera, "POST "+path+"/answer", object{"answer": "On Monday."}, 200)
	if answered.text("state") != "answered" || answered.text("answer") != "On Monday." || answered.in("answeredBy").text("name") != "Meera Iyer" {
		t.Errorf("%v", answered)
	}
	p.refused(meera, "POST "+path+"/answer", object{"answer": "On Tuesday."}, 409, "ENQUIRY_CLOSED")
	if got := p.mails(ravi); !slices.Contains(got, "Re: First") {
		t.Errorf("%q", got)
	}
	if got := texts(p.ask(meera, "GET /bank/enquiries", nil, 200).list("enquiries"), "subject"); !slices.Equal(got, []string{"Second", "First"}) {
		t.Errorf("open ones come first: %q", got)
	}
	page := p.ask(meera, "GET /bank/enquiries?limit=1", nil, 200)
	if rest := p.ask(meera, "GET /bank/enquiries?limit=1&cursor="+page.text("next"), nil, 200); rest.list("enquiries")[0].text("subject") != "First" || rest["next"] != nil {
		t.Errorf("%v", rest)
	}
	p.refused(meera, "GET /bank/enquiries?cursor=AAAA", nil, 400, "SCHEMA_VIOLATION")
	if open := p.ask(meera, "GET /bank/enquiries?state=open&kind=contact", nil, 200).list("enquiries"); len(open) != 1 {
		t.Errorf("%v", open)
	}
	if one := p.ask(bala, "GET "+path, nil, 200); one.text("subject") != "First" {
		t.Errorf("%v", one)
	}
}

func TestFeedbackIsTakenFromAnybodyWhoIsHuman(t *testing.T) {
	p := newProgramme(t, branchOptions{portal: func(o *portal.Options) { o.Human = humans{} }})
	feedback := func(pairs ...any) object {
		return object{"kind": "signup", "message": "The form is long."}.with(pairs...)
	}
	p.refused(nobody, "POST /feedback", feedback("humanProof", "human"), 422, "EMAIL_MISSING")
	p.refused(nobody, "POST /feedback", feedback("email", "a@b.example"), 422, "HUMAN_CHECK_FAILED")
	p.refused(nobody, "POST /feedback", feedback("email", "a@b.example", "humanProof", "robot"), 422, "HUMAN_CHECK_FAILED")
	p.ask(nobody, "POST /feedback", feedback("email", "a@b.example", "humanProof", "human"), 201)
	for _, kind := range []string{"api-testing", "uat-form", "url-testing", "suggestion", "others"} {
		p.ask(ravi, "POST /feedback", feedback("kind", kind), 201)
	}
	p.refused(ravi, "POST /feedback", feedback("kind", "praise"), 400, "SCHEMA_VIOLATION")
	list := p.ask(meera, "GET /bank/enquiries?kind=feedback", nil, 200).list("enquiries")
	if len(list) != 6 || list[0].text("email") != "a@b.example" || list[0]["person"] != nil || list[1].text("email") != ravi+"@example.com" ||
		list[1].in("organisation").text("name") != "Acme Payments" || list[5].text("feedbackKind") != "others" {
		t.Errorf("%v", list)
	}
	if got := p.mails("support@bank"); len(got) != 0 {
		t.Errorf("%q", got)
	}
}

func TestEnquiriesAndFeedbackAreLimited(t *testing.T) {
	p := newProgramme(t)
	for i := range 20 {
		p.ask([]string{ravi, asha}[i%2], "POST /contact", object{"subject": fmt.Sprint(i), "message": "Hello."}, 201)
	}
	p.refused(ravi, "POST /contact", object{"subject": "one more", "message": "Hello."}, 429, "TOO_MANY_ATTEMPTS")
	p.refused(asha, "POST /api-requests", object{"title": "t", "purpose": "p"}, 429, "TOO_MANY_ATTEMPTS")
	p.ask(zoe, "POST /contact", object{"subject": "of another", "message": "Hello."}, 201)
	feedback := object{"kind": "others", "message": "Hello.", "email": "a@b.example"}
	for range 5 {
		p.ask(nobody, "POST /feedback", feedback, 201)
		p.ask(ravi, "POST /feedback", feedback, 201)
	}
	w := p.call(nobody, "POST /feedback", feedback)
	if problemOf(t, w, 429, "TOO_MANY_ATTEMPTS"); w.Header().Get("Retry-After") == "" {
		t.Error("no Retry-After")
	}
	p.refused(ravi, "POST /feedback", feedback, 429, "TOO_MANY_ATTEMPTS")
	p.later(time.Hour)
	p.ask(nobody, "POST /feedback", feedback, 201)
	p.refused(ravi, "POST /contact", object{"subject": "one more", "message": "Hello."}, 429, "TOO_MANY_ATTEMPTS")
	p.later(23 * time.Hour)
	p.ask(ravi, "POST /contact", object{"subject": "the next day", "message": "Hello."}, 201)
}
