package server

import (
	"net/http"

	"github.com/gin-gonic/gin"
	openapi_types "github.com/oapi-codegen/runtime/types"

	portalapi "github.com/sandbank/sandbank/gen/portal"
	"github.com/sandbank/sandbank/internal/portal"
)

// GetRegistrationForm tells what a registration needs.
func (portalAPI) GetRegistrationForm(c *gin.Context) {
	k := callOf(c)
	f, err := k.portal().RegistrationForm(c.Request.Context())
	if err != nil {
		k.declined(err)
		return
	}
	plans, err := k.portal().Plans(c.Request.Context(), k.actor())
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusOK, portalapi.RegistrationForm{
		BankName: f.BankName, Fields: customFields(f.Fields), Agreements: agreementsOf(f.Agreements), Plans: planListOf(plans),
		HumanCheck:        portalapi.HumanCheck{Required: f.Human, Provider: unlessZero(f.Provider), SiteKey: unlessZero(f.SiteKey)},
		PasswordMinLength: portal.PasswordMinLength,
	})
}

// CheckAvailability tells whether names can be registered now.
func (portalAPI) CheckAvailability(c *gin.Context) {
	k := callOf(c)
	var q portalapi.AvailabilityQuestion
	if !k.read(&q) {
		return
	}
	username, organisation, err := k.portal().Available(c.Request.Context(), k.actor(), given(q.Username), given(q.OrganisationName), given(q.HumanProof))
	if err != nil {
		k.declined(err)
		return
	}
	var a portalapi.Availability
	if q.Username != nil {
		a.Username = &username
	}
	if q.OrganisationName != nil {
		a.OrganisationName = &organisation
	}
	k.json(http.StatusOK, a)
}

// CreateRegistration registers a person with an organisation.
func (portalAPI) CreateRegistration(c *gin.Context, _ portalapi.CreateRegistrationParams) {
	k := callOf(c)
	var q portalapi.NewRegistration
	if !k.read(&q) {
		return
	}
	p := q.Person
	r := portal.Registration{
		Person: portal.NewPerson{Username: p.Username, Password: p.Password, FirstName: p.FirstName, LastName: p.LastName, Email: string(p.Email),
			Mobile: given(p.Mobile), Custom: given(p.Custom)},
		Name: q.Organisation.Name, Website: given(q.Organisation.Website), Custom: given(q.Organisation.Custom),
		Agreements: acceptedOf(q.Agreements), Proof: given(q.HumanProof), AsksForAccountPlan: q.AccountPlan != nil,
	}
	if q.AccountPlan != nil {
		r.Access, r.Quota = string(q.AccountPlan.Access), q.AccountPlan.Quota
	}
	activateUntil, keptUntil, err := k.portal().Register(c.Request.Context(), k.actor(), r)
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusAccepted, portalapi.RegistrationReceipt{Username: p.Username, ActivateUntil: activateUntil, NamesKeptUntil: keptUntil})
}

// ActivateRegistration activates an account and its organisation.
func (portalAPI) ActivateRegistration(c *gin.Context, _ portalapi.ActivateRegistrationParams) {
	k := callOf(c)
	var q portalapi.LinkUse
	if !k.read(&q) {
		return
	}
	a, err := k.portal().Activate(c.Request.Context(), k.actor(), q.Token)
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusOK, portalapi.Activation{
		Username:     a.Person.Username,
		Organisation: &portalapi.OrganisationReference{Id: idOf(a.Organisation.ID), Name: a.Organisation.Name},
		Application:  &portalapi.ApplicationReference{Id: idOf(a.Sandbox.ID), Name: a.Sandbox.Name},
	})
}

// mailUnderWay is what is answered whether a mail is sent or not.
func (k *call) mailUnderWay(message string) {
	k.json(http.StatusAccepted, portalapi.MailUnderWay{Message: message})
}

// ResendActivation sends the activation mail again, if there is such an account.
func (portalAPI) ResendActivation(c *gin.Context, _ portalapi.ResendActivationParams) {
	k := callOf(c)
	var q portalapi.AccountName
	if !k.read(&q) {
		return
	}
	if err := k.portal().ResendActivation(c.Request.Context(), k.actor(), q.Account, given(q.HumanProof)); err != nil {
		k.declined(err)
		return
	}
	k.mailUnderWay("If there is an account of this name that waits for its activation, a mail with a link is on its way.")
}

// GetHumanChallenge answers GET /human-challenge.
func (portalAPI) GetHumanChallenge(c *gin.Context) {
	k := callOf(c)
	h, err := k.portal().HumanChallenge()
	if err != nil {
		k.declined(err)
		return
	}
	c.Writer.Header()["Cache-Control"] = []string{"no-store"}
	k.json(http.StatusOK, portalapi.HumanChallenge{Challenge: h.Text, Algorithm: portalapi.HumanChallengeAlgorithmSHA256, Bits: h.Bits, ExpiresAt: h.ExpiresAt})
}

// ReadInvitation shows an invitation to whoever holds its link.
func (portalAPI) ReadInvitation(c *gin.Context) {
	k := callOf(c)
	var q portalapi.LinkUse
	if !k.read(&q) {
		return
	}
	d, err := k.portal().ReadInvitation(c.Request.Context(), k.actor(), q.Token)
	if err != nil {
		k.declined(err)
		return
	}
	a := portalapi.InvitationPreview{
		Email: openapi_types.Email(d.Email), Role: portalapi.PersonRole(d.Role), ExpiresAt: d.ExpiresAt, AccountExists: &d.AccountExists,
		Fields: customFields(d.Fields), Agreements: agreementsOf(d.Agreements),
	}
	if d.Organisation != "" {
		a.Organisation = &portalapi.OrganisationReference{Id: idOf(d.Organisation), Name: d.OrganisationName}
	}
	k.json(http.StatusOK, a)
}

// AcceptInvitation registers a person by an invitation.
func (portalAPI) AcceptInvitation(c *gin.Context, _ portalapi.AcceptInvitationParams) {
	k := callOf(c)
	var q portalapi.InvitationAcceptance
	if !k.read(&q) {
		return
	}
	n := portal.NewPerson{Username: q.Person.Username, Password: q.Person.Password, FirstName: q.Person.FirstName, LastName: q.Person.LastName,
		Mobile: given(q.Person.Mobile), Custom: given(q.Person.Custom)}
	p, place, err := k.portal().AcceptInvitation(c.Request.Context(), k.actor(), q.Token, n, acceptedOf(q.Agreements))
	if err != nil {
		k.declined(err)
		return
	}
	a := portalapi.Activation{Username: p.Username}
	if p.Organisation != "" { // the bank's staff is in none
		a.Organisation = &portalapi.OrganisationReference{Id: idOf(p.Organisation), Name: place}
	}
	k.json(http.StatusCreated, a)
}

// acceptedOf reads which agreements are accepted.
func acceptedOf(list []portalapi.AcceptedAgreement) []portal.AcceptedAgreement {
	out := make([]portal.AcceptedAgreement, len(list))
	for i, a := range list {
		out[i] = portal.AcceptedAgreement{Name: a.Agreement, Number: a.Version}
	}
	return out
}

// customFields writes the fields that the bank asks for.
func customFields(fields []portal.Field) []portalapi.CustomField {
	out := make([]portalapi.CustomField, len(fields))
	for i, f := range fields {
		out[i] = portalapi.CustomField{
			Key: f.Key, Tab: portalapi.CustomFieldTab(f.Tab), Label: f.Label, Kind: portalapi.CustomFieldKind(f.Kind), Required: f.Required,
			Hint: unlessZero(f.Hint), MaxLength: unlessZero(f.MaxLength),
		}
		if len(f.Choices) > 0 {
			out[i].Choices = &fields[i].Choices
		}
	}
	return out
}
