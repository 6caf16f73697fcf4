package server

import (
	"net/http"

	"github.com/gin-gonic/gin"

	portalapi "github.com/sandbank/sandbank/gen/portal"
	"github.com/sandbank/sandbank/internal/portal"
)

// ListOrganisations lists the organisations.
func (portalAPI) ListOrganisations(c *gin.Context, params portalapi.ListOrganisationsParams) {
	k := callOf(c)
	f := portal.OrganisationFilter{Status: portal.OrganisationStatus(given(params.State)), Text: given(params.Text), Limit: limitOf(params.Limit)}
	list, next, err := k.portal().Organisations(c.Request.Context(), k.actor(), f, given(params.Cursor))
	if err != nil {
		k.declined(err)
		return
	}
	page := portalapi.OrganisationPage{Organisations: make([]portalapi.Organisation, len(list)), Next: unlessZero(next)}
	for i, d := range list {
		page.Organisations[i] = organisationOf(d)
	}
	k.json(http.StatusOK, page)
}

// GetAnyOrganisation gives an organisation.
func (portalAPI) GetAnyOrganisation(c *gin.Context, organisation portalapi.OrganisationParameter) {
	k := callOf(c)
	d, err := k.portal().AnyOrganisation(c.Request.Context(), k.actor(), organisation.String())
	k.organisation(d, err)
}

// SuspendOrganisation refuses every call and change of an organisation.
func (portalAPI) SuspendOrganisation(c *gin.Context, organisation portalapi.OrganisationParameter, _ portalapi.SuspendOrganisationParams) {
	k := callOf(c)
	var q portalapi.ReasonGiven
	if !k.read(&q) {
		return
	}
	d, err := k.portal().SuspendOrganisation(c.Request.Context(), k.actor(), organisation.String(), q.Reason)
	k.organisation(d, err)
}

// LiftOrganisationSuspension ends a suspension.
func (portalAPI) LiftOrganisationSuspension(c *gin.Context, organisation portalapi.OrganisationParameter, _ portalapi.LiftOrganisationSuspensionParams) {
	k := callOf(c)
	var q portalapi.ReasonGiven
	if !k.read(&q) {
		return
	}
	d, err := k.portal().LiftOrganisation(c.Request.Context(), k.actor(), organisation.String(), q.Reason)
	k.organisation(d, err)
}

// SetRelationshipManager says who at the bank looks after an organisation.
func (portalAPI) SetRelationshipManager(c *gin.Context, organisation portalapi.OrganisationParameter) {
	k := callOf(c)
	var q portalapi.Contact
	if !k.read(&q) {
		return
	}
	d, err := k.portal().SetManager(c.Request.Context(), k.actor(), organisation.String(), contactIn(q))
	k.organisation(d, err)
}

// ListPeople lists people with accounts.
func (portalAPI) ListPeople(c *gin.Context, params portalapi.ListPeopleParams) {
	k := callOf(c)
	f := portal.PersonFilter{Role: portal.Role(given(params.Role)), Status: portal.PersonStatus(given(params.State)), Text: given(params.Text),
		Limit: limitOf(params.Limit)}
	if params.Organisation != nil {
		f.Organisation = params.Organisation.String()
	}
	list, next, err := k.portal().People(c.Request.Context(), k.actor(), f, given(params.Cursor))
	if err != nil {
		k.declined(err)
		return
	}
	page := portalapi.PersonPage{People: make([]portalapi.Person, len(list)), Next: unlessZero(next)}
	for i, m := range list {
		page.People[i] = personOf(m)
	}
	k.json(http.StatusOK, page)
}

// person answers with a person, or an error.
func (k *call) person(m portal.Member, err error) {
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusOK, personOf(m))
}

// GetPerson gives a person.
func (portalAPI) GetPerson(c *gin.Context, person portalapi.PersonParameter) {
	k := callOf(c)
	k.person(k.portal().Person(c.Request.Context(), k.actor(), person.String()))
}

// LockPerson ends all sessions of a person and refuses new ones.
func (portalAPI) LockPerson(c *gin.Context, person portalapi.PersonParameter, _ portalapi.LockPersonParams) {
	k := callOf(c)
	var q portalapi.ReasonGiven
	if k.read(&q) {
		k.person(k.portal().LockPerson(c.Request.Context(), k.actor(), person.String(), q.Reason))
	}
}

// UnlockPerson lets a person sign in again.
func (portalAPI) UnlockPerson(c *gin.Context, person portalapi.PersonParameter, _ portalapi.UnlockPersonParams) {
	k := callOf(c)
	var q portalapi.ReasonGiven
	if k.read(&q) {
		k.person(k.portal().UnlockPerson(c.Request.Context(), k.actor(), person.String(), q.Reason))
	}
}

// ChangeStaffRole makes somebody of the bank a reviewer or an admin.
func (portalAPI) ChangeStaffRole(c *gin.Context, person portalapi.PersonParameter) {
	k := callOf(c)
	var q portalapi.StaffRoleChange
	if !k.read(&q) {
		return
	}
	p, err := k.portal().ChangeStaffRole(c.Request.Context(), k.actor(), person.String(), portal.Role(q.Role))
	k.person(portal.Member{Person: p}, err)
}

// RemoveStaff takes the role of somebody of the bank away.
func (portalAPI) RemoveStaff(c *gin.Context, person portalapi.PersonParameter) {
	k := callOf(c)
	k.doneUnless(k.portal().RemoveStaff(c.Request.Context(), k.actor(), person.String()))
}

// ListStaffInvitations lists the invitations to the bank's staff.
func (portalAPI) ListStaffInvitations(c *gin.Context, params portalapi.ListStaffInvitationsParams) {
	callOf(c).invitations(true, params.State, params.Cursor, params.Limit)
}

// InviteStaff invites somebody to the bank's staff.
func (portalAPI) InviteStaff(c *gin.Context, _ portalapi.InviteStaffParams) {
	k := callOf(c)
	var q portalapi.NewStaffInvitation
	if !k.read(&q) {
		return
	}
	i, err := k.portal().Invite(c.Request.Context(), k.actor(), true, string(q.Email), portal.Role(q.Role))
	k.invitation(http.StatusCreated, i, err)
}

// WithdrawStaffInvitation makes the link of an invitation useless.
func (portalAPI) WithdrawStaffInvitation(c *gin.Context, invitation portalapi.InvitationParameter) {
	k := callOf(c)
	k.doneUnless(k.portal().WithdrawInvitation(c.Request.Context(), k.actor(), true, invitation.String()))
}

// ResendStaffInvitation sends a new link.
func (portalAPI) ResendStaffInvitation(c *gin.Context, invitation portalapi.InvitationParameter, _ portalapi.ResendStaffInvitationParams) {
	k := callOf(c)
	i, err := k.portal().ResendInvitation(c.Request.Context(), k.actor(), true, invitation.String())
	k.invitation(http.StatusOK, i, err)
}
