package server

import (
	"net/http"

	"github.com/gin-gonic/gin"
	openapi_types "github.com/oapi-codegen/runtime/types"

	portalapi "github.com/sandbank/sandbank/gen/portal"
	"github.com/sandbank/sandbank/internal/portal"
)

// GetOrganisation gives the organisation of the person who is signed in.
func (portalAPI) GetOrganisation(c *gin.Context) {
	k := callOf(c)
	d, err := k.portal().Organisation(c.Request.Context(), k.actor())
	k.organisation(d, err)
}

// organisation answers with an organisation, or an error.
func (k *call) organisation(d portal.OrganisationDetail, err error) {
	if err != nil {
		k.declined(err)
		return
	}
	k.tag(d.Version)
	k.json(http.StatusOK, organisationOf(d))
}

// UpdateOrganisation replaces name, website and the bank's own fields.
func (portalAPI) UpdateOrganisation(c *gin.Context, params portalapi.UpdateOrganisationParams) {
	k := callOf(c)
	var q portalapi.OrganisationChange
	if !k.read(&q) {
		return
	}
	d, err := k.portal().ChangeOrganisation(c.Request.Context(), k.actor(), matchOf(params.IfMatch), portal.OrganisationChange{
		Name: q.Name, Website: given(q.Website), Custom: given(q.Custom)})
	k.organisation(d, err)
}

// ListMembers lists the people of the organisation.
func (portalAPI) ListMembers(c *gin.Context, params portalapi.ListMembersParams) {
	k := callOf(c)
	list, next, err := k.portal().Members(c.Request.Context(), k.actor(), given(params.Cursor), limitOf(params.Limit))
	if err != nil {
		k.declined(err)
		return
	}
	page := portalapi.MemberPage{Members: make([]portalapi.Member, len(list)), Next: unlessZero(next)}
	for i, p := range list {
		page.Members[i] = memberOf(p)
	}
	k.json(http.StatusOK, page)
}

// ChangeMemberRole makes a member an admin or a developer.
func (portalAPI) ChangeMemberRole(c *gin.Context, person portalapi.PersonParameter) {
	k := callOf(c)
	var q portalapi.MemberRoleChange
	if !k.read(&q) {
		return
	}
	p, err := k.portal().ChangeMemberRole(c.Request.Context(), k.actor(), person.String(), portal.Role(q.Role))
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusOK, memberOf(p))
}

// RemoveMember ends a membership.
func (portalAPI) RemoveMember(c *gin.Context, person portalapi.PersonParameter) {
	k := callOf(c)
	k.doneUnless(k.portal().RemoveMember(c.Request.Context(), k.actor(), person.String()))
}

// ListInvitations lists the organisation's invitations.
func (portalAPI) ListInvitations(c *gin.Context, params portalapi.ListInvitationsParams) {
	callOf(c).invitations(false, params.State, params.Cursor, params.Limit)
}

// invitations answers with invitations of the organisation or, with staff, of the bank.
func (k *call) invitations(staff bool, state *portalapi.InvitationStateFilter, cursor *portalapi.Cursor, limit *portalapi.Limit) {
	after, ok := k.place(cursor)
	if !ok {
		return
	}
	list, next, err := k.portal().Invitations(k.gin.Request.Context(), k.actor(), staff, portal.InvitationState(given(state)), after, limitOf(limit))
	if err != nil {
		k.declined(err)
		return
	}
	page := portalapi.InvitationPage{Invitations: make([]portalapi.Invitation, len(list)), Next: unlessZero(next)}
	for i, v := range list {
		page.Invitations[i] = invitationOf(v)
	}
	k.json(http.StatusOK, page)
}

// invitation answers with an invitation, or an error.
func (k *call) invitation(status int, i portal.Invitation, err error) {
	if err != nil {
		k.declined(err)
		return
	}
	k.json(status, invitationOf(i))
}

// CreateInvitation invites somebody to the organisation.
func (portalAPI) CreateInvitation(c *gin.Context, _ portalapi.CreateInvitationParams) {
	k := callOf(c)
	var q portalapi.NewInvitation
	if !k.read(&q) {
		return
	}
	i, err := k.portal().Invite(c.Request.Context(), k.actor(), false, string(q.Email), portal.Role(q.Role))
	k.invitation(http.StatusCreated, i, err)
}

// GetInvitation shows an invitation of the organisation.
func (portalAPI) GetInvitation(c *gin.Context, invitation portalapi.InvitationParameter) {
	k := callOf(c)
	i, err := k.portal().Invitation(c.Request.Context(), k.actor(), false, invitation.String())
	k.invitation(http.StatusOK, i, err)
}

// WithdrawInvitation makes the link of an invitation useless.
func (portalAPI) WithdrawInvitation(c *gin.Context, invitation portalapi.InvitationParameter) {
	k := callOf(c)
	k.doneUnless(k.portal().WithdrawInvitation(c.Request.Context(), k.actor(), false, invitation.String()))
}

// ResendInvitation sends a new link.
func (portalAPI) ResendInvitation(c *gin.Context, invitation portalapi.InvitationParameter, _ portalapi.ResendInvitationParams) {
	k := callOf(c)
	i, err := k.portal().ResendInvitation(c.Request.Context(), k.actor(), false, invitation.String())
	k.invitation(http.StatusOK, i, err)
}

// organisationOf writes an organisation.
func organisationOf(d portal.OrganisationDetail) portalapi.Organisation {
	o := portalapi.Organisation{
		Id: idOf(d.ID), Name: d.Name, Website: unlessZero(d.Website), Custom: customOf(d.Custom), State: portalapi.OrganisationState(d.Status),
		SuspendedFor: unlessZero(d.Reason), AccountPlan: accountPlanOf(d), FirstContact: personReference(d.FirstContact), CreatedAt: d.CreatedAt,
		Version: int(d.Version),
	}
	if d.Manager.Name != "" {
		m := contactOf(d.Manager)
		o.RelationshipManager = &m
	}
	return o
}

// accountPlanOf writes the account plan of an organisation.
func accountPlanOf(d portal.OrganisationDetail) portalapi.AccountPlan {
	p := portalapi.AccountPlan{Access: portalapi.AccessPlanName(d.Access), Quota: d.Quota, Since: d.PlanSince, Limits: planLimitsOf(d.Limits)}
	if d.PlanRequest != "" {
		id := idOf(d.PlanRequest)
		p.Request = &id
	}
	return p
}

func contactOf(c portal.Contact) portalapi.Contact {
	return portalapi.Contact{Name: c.Name, Email: openapi_types.Email(c.Email), Telephone: unlessZero(c.Telephone)}
}

func contactIn(c portalapi.Contact) portal.Contact {
	return portal.Contact{Name: c.Name, Email: string(c.Email), Telephone: given(c.Telephone)}
}

// memberOf writes a member of an organisation.
func memberOf(p portal.Person) portalapi.Member {
	m := portalapi.Member{
		Person: portalapi.PersonReference{Id: idOf(p.ID), Name: p.FullName()}, Username: p.Username, Email: openapi_types.Email(p.Email),
		Role: portalapi.MemberRole(p.Role), JoinedAt: p.JoinedAt,
	}
	if !p.SignedInAt.IsZero() {
		m.LastSignInAt = &p.SignedInAt
	}
	return m
}

// invitationOf writes an invitation.
func invitationOf(i portal.Invitation) portalapi.Invitation {
	return portalapi.Invitation{
		Id: idOf(i.ID), Email: openapi_types.Email(i.Email), Role: portalapi.PersonRole(i.Role), State: portalapi.InvitationState(i.State),
		InvitedBy: portalapi.PersonReference{Id: idOf(i.By.ID), Name: i.By.Name}, CreatedAt: i.CreatedAt, SentAt: &i.SentAt, ExpiresAt: i.ExpiresAt,
	}
}
