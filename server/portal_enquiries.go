package server

import (
	"cmp"
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"
	openapi_types "github.com/oapi-codegen/runtime/types"

	portalapi "github.com/sandbank/sandbank/gen/portal"
	"github.com/sandbank/sandbank/internal/portal"
)

// ExpressInterest answers POST /catalogue/apis/{api}/interest.
func (portalAPI) ExpressInterest(c *gin.Context, api portalapi.ApiParameter, _ portalapi.ExpressInterestParams) {
	k := callOf(c)
	var in portalapi.Interest
	if k.read(&in) {
		k.enquire(portal.Enquiry{Kind: portal.InterestEnquiry, API: api, Message: cmp.Or(given(in.Comment), "We are interested in this API.")})
	}
}

// RequestNewApi answers POST /api-requests.
func (portalAPI) RequestNewApi(c *gin.Context, _ portalapi.RequestNewApiParams) {
	k := callOf(c)
	var in portalapi.ApiWish
	if !k.read(&in) {
		return
	}
	message := in.Purpose
	if in.ExpectedCallsPerDay != nil {
		message = shorten(fmt.Sprintf("Expected calls a day: %d\n\n%s", *in.ExpectedCallsPerDay, in.Purpose), maxProse)
	}
	k.enquire(portal.Enquiry{Kind: portal.NewAPIEnquiry, Subject: in.Title, Message: message})
}

// ContactRelationshipManager answers POST /contact.
func (portalAPI) ContactRelationshipManager(c *gin.Context, _ portalapi.ContactRelationshipManagerParams) {
	k := callOf(c)
	var in portalapi.ContactMessage
	if k.read(&in) {
		k.enquire(portal.Enquiry{Kind: portal.ContactEnquiry, Subject: in.Subject, Message: in.Message})
	}
}

func (k *call) enquire(e portal.Enquiry) {
	made, err := k.portal().Enquire(k.gin.Request.Context(), k.actor(), e)
	k.received(made, err)
}

func (k *call) received(e portal.Enquiry, err error) {
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusCreated, portalapi.EnquiryReceipt{Id: idOf(e.ID), ReceivedAt: e.ReceivedAt})
}

// SendFeedback answers POST /feedback.
func (portalAPI) SendFeedback(c *gin.Context, _ portalapi.SendFeedbackParams) {
	k := callOf(c)
	var in portalapi.Feedback
	if !k.read(&in) {
		return
	}
	made, err := k.portal().GiveFeedback(c.Request.Context(), k.actor(), portal.Enquiry{Feedback: string(in.Kind), Message: in.Message,
		Email: string(given(in.Email))}, given(in.HumanProof))
	k.received(made, err)
}

// ListEnquiries answers GET /bank/enquiries.
func (portalAPI) ListEnquiries(c *gin.Context, params portalapi.ListEnquiriesParams) {
	k := callOf(c)
	list, next, err := k.portal().Enquiries(c.Request.Context(), k.actor(), portal.EnquiryFilter{
		Kind: portal.EnquiryKind(given(params.Kind)), State: portal.EnquiryState(given(params.State)), Organisation: givenID(params.Organisation),
		Limit: limitOf(params.Limit),
	}, given(params.Cursor))
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusOK, portalapi.EnquiryPage{Enquiries: mapped(list, enquiryOf), Next: unlessZero(next)})
}

// GetEnquiry answers GET /bank/enquiries/{enquiry}.
func (portalAPI) GetEnquiry(c *gin.Context, id portalapi.EnquiryParameter) {
	k := callOf(c)
	e, err := k.portal().Enquiry(c.Request.Context(), k.actor(), id.String())
	k.enquiry(e, err)
}

// AnswerEnquiry answers POST /bank/enquiries/{enquiry}/answer.
func (portalAPI) AnswerEnquiry(c *gin.Context, id portalapi.EnquiryParameter, _ portalapi.AnswerEnquiryParams) {
	k := callOf(c)
	var in portalapi.EnquiryAnswer
	if k.read(&in) {
		e, err := k.portal().AnswerEnquiry(c.Request.Context(), k.actor(), id.String(), in.Answer)
		k.enquiry(e, err)
	}
}

func (k *call) enquiry(e portal.ListedEnquiry, err error) {
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusOK, enquiryOf(e))
}

func enquiryOf(e portal.ListedEnquiry) portalapi.Enquiry {
	out := portalapi.Enquiry{
		Id: idOf(e.ID), Kind: portalapi.EnquiryKind(e.Kind), FeedbackKind: unlessZero(portalapi.FeedbackKind(e.Feedback)), State: portalapi.EnquiryState(e.State),
		Api: unlessZero(e.API), Subject: unlessZero(e.Subject), Message: e.Message, Person: personReference(e.Person), ReceivedAt: e.ReceivedAt,
		Email: unlessZero(openapi_types.Email(e.Email)), Answer: unlessZero(e.Answer), AnsweredBy: personReference(e.AnsweredBy), AnsweredAt: unlessZero(e.AnsweredAt),
	}
	if e.OrganisationName != "" {
		out.Organisation = &portalapi.OrganisationReference{Id: idOf(e.Organisation), Name: e.OrganisationName}
	}
	return out
}

// maxProse is how long a text of any number of lines can be, in characters.
const maxProse = 4000
