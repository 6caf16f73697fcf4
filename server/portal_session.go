package server

import (
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
	openapi_types "github.com/oapi-codegen/runtime/types"

	portalapi "github.com/sandbank/sandbank/gen/portal"
	"github.com/sandbank/sandbank/internal/portal"
)

// SignIn starts a session under an identifier that nobody knew before.
func (portalAPI) SignIn(c *gin.Context) {
	k := callOf(c)
	var q portalapi.SignInCredentials
	if !k.read(&q) {
		return
	}
	p, err := k.portal().SignIn(c.Request.Context(), k.actor(), q.Username, q.Password)
	if err != nil {
		k.declined(err)
		return
	}
	started, end := k.portal().SessionEnd()
	if !k.startSession(p.ID, p.Era, started, end) {
		return
	}
	k.who.Person = p.ID
	k.session(http.StatusCreated, started)
}

// startSession begins a session of a person, or has the one of the call go on, under a new identifier. It is false after
// a failure, which it answers.
func (k *call) startSession(person string, era int64, started, end time.Time) bool {
	ctx, sessions := k.gin.Request.Context(), k.sessions()
	if err := sessions.RenewToken(ctx); err != nil {
		k.declined(err)
		return false
	}
	sessions.SetDeadline(ctx, end)
	sessions.Put(ctx, sessionPerson, person)
	sessions.Put(ctx, sessionEra, era)
	sessions.Put(ctx, sessionStarted, started.UnixMicro())
	token, end, err := sessions.Commit(ctx)
	if err != nil {
		k.declined(err)
		return false
	}
	sessions.WriteSessionCookie(ctx, k.gin.Writer, token, end)
	k.gin.Writer.Header()["Cache-Control"] = []string{"no-store"}
	return true
}

// goOn has the session of the call go on under a new identifier, in an era of its person.
func (k *call) goOn(era int64) bool {
	ctx, sessions := k.gin.Request.Context(), k.sessions()
	return k.startSession(k.who.Person, era, k.sessionStart(), sessions.Deadline(ctx))
}

// sessionStart is when the session of the call began.
func (k *call) sessionStart() time.Time {
	return time.UnixMicro(k.sessions().GetInt64(k.gin.Request.Context(), sessionStarted)).UTC()
}

// session answers with the session of the person who is signed in.
func (k *call) session(status int, started time.Time) {
	m, idleUntil, expiresAt, err := k.portal().SessionPerson(k.gin.Request.Context(), k.actor(), started)
	if err != nil {
		k.declined(err)
		return
	}
	k.json(status, portalapi.Session{Person: personOf(m), StartedAt: started, IdleUntil: idleUntil, ExpiresAt: expiresAt})
}

// GetSession tells who is signed in.
func (portalAPI) GetSession(c *gin.Context) {
	k := callOf(c)
	k.session(http.StatusOK, k.sessionStart())
}

// SignOut ends the session and clears its cookie.
func (portalAPI) SignOut(c *gin.Context) {
	k := callOf(c)
	ctx, sessions := c.Request.Context(), k.sessions()
	if err := k.portal().SignOut(c.Request.Context(), k.actor()); err != nil {
		k.declined(err)
		return
	}
	if err := sessions.Destroy(ctx); err != nil {
		k.declined(err)
		return
	}
	sessions.WriteSessionCookie(ctx, c.Writer, "", time.Time{})
	c.Writer.Header()["Cache-Control"] = []string{"no-store"}
	k.done()
}

// RequestPasswordReset sends a link for a new password, if there is such an account.
func (portalAPI) RequestPasswordReset(c *gin.Context, _ portalapi.RequestPasswordResetParams) {
	k := callOf(c)
	var q portalapi.AccountName
	if !k.read(&q) {
		return
	}
	if err := k.portal().ForgotPassword(c.Request.Context(), k.actor(), q.Account, given(q.HumanProof)); err != nil {
		k.declined(err)
		return
	}
	k.mailUnderWay("If there is an account of this name, a mail with a link for a new password is on its way.")
}

// ResetPassword sets a new password with a link.
func (portalAPI) ResetPassword(c *gin.Context, _ portalapi.ResetPasswordParams) {
	k := callOf(c)
	var q portalapi.PasswordReset
	if !k.read(&q) {
		return
	}
	k.doneUnless(k.portal().ResetPassword(c.Request.Context(), k.actor(), q.Token, q.NewPassword))
}

// doneUnless answers that there is nothing to say, or an error of the portal's domain.
func (k *call) doneUnless(err error) {
	if err != nil {
		k.declined(err)
		return
	}
	k.done()
}

// GetProfile gives the data of the person who is signed in.
func (portalAPI) GetProfile(c *gin.Context) {
	k := callOf(c)
	m, err := k.portal().Profile(c.Request.Context(), k.actor())
	k.profile(m, err)
}

// profile answers with a person that the caller may change, or an error.
func (k *call) profile(m portal.Member, err error) {
	if err != nil {
		k.declined(err)
		return
	}
	k.tag(m.Version)
	k.json(http.StatusOK, personOf(m))
}

// UpdateProfile replaces names, mobile number and the bank's own fields.
func (portalAPI) UpdateProfile(c *gin.Context, params portalapi.UpdateProfileParams) {
	k := callOf(c)
	var q portalapi.ProfileChange
	if !k.read(&q) {
		return
	}
	m, err := k.portal().ChangeProfile(c.Request.Context(), k.actor(), matchOf(params.IfMatch), portal.ProfileChange{
		FirstName: q.FirstName, LastName: q.LastName, Mobile: given(q.Mobile), Custom: given(q.Custom)})
	k.profile(m, err)
}

// ChangePassword sets another password; the session of the call goes on alone.
func (portalAPI) ChangePassword(c *gin.Context) {
	k := callOf(c)
	var q portalapi.PasswordChange
	if !k.read(&q) {
		return
	}
	era, err := k.portal().ChangePassword(c.Request.Context(), k.actor(), q.CurrentPassword, q.NewPassword)
	if err != nil {
		k.declined(err)
		return
	}
	if k.goOn(era) {
		k.done()
	}
}

// RequestEmailChange sends a link to a new address.
func (portalAPI) RequestEmailChange(c *gin.Context, _ portalapi.RequestEmailChangeParams) {
	k := callOf(c)
	var q portalapi.EmailChange
	if !k.read(&q) {
		return
	}
	if err := k.portal().RequestEmailChange(c.Request.Context(), k.actor(), string(q.Email), q.CurrentPassword); err != nil {
		k.declined(err)
		return
	}
	k.mailUnderWay("A mail is on its way to the new address.")
}

// ConfirmEmailChange changes the address to the one that a link was sent to.
func (portalAPI) ConfirmEmailChange(c *gin.Context, _ portalapi.ConfirmEmailChangeParams) {
	k := callOf(c)
	var q portalapi.LinkUse
	if !k.read(&q) {
		return
	}
	k.doneUnless(k.portal().ConfirmEmailChange(c.Request.Context(), k.actor(), q.Token))
}

// JoinOrganisation makes the person a member by an invitation.
func (portalAPI) JoinOrganisation(c *gin.Context, _ portalapi.JoinOrganisationParams) {
	k := callOf(c)
	var q portalapi.LinkUse
	if !k.read(&q) {
		return
	}
	m, err := k.portal().Join(c.Request.Context(), k.actor(), q.Token)
	if err != nil {
		k.declined(err)
		return
	}
	if k.goOn(m.Era) {
		k.json(http.StatusOK, personOf(m))
	}
}

// personOf writes a person.
func personOf(m portal.Member) portalapi.Person {
	p := portalapi.Person{
		Id: idOf(m.ID), Username: m.Username, FirstName: m.FirstName, LastName: m.LastName, Email: openapi_types.Email(m.Email),
		Mobile: unlessZero(m.Mobile), Custom: customOf(m.Custom), Role: unlessZero(portalapi.PersonRole(m.Role)),
		State: portalapi.PersonState(m.Status), CreatedAt: m.CreatedAt, Version: int(m.Version),
	}
	if !m.SignedInAt.IsZero() {
		p.LastSignInAt = &m.SignedInAt
	}
	if m.Organisation != "" {
		p.Organisation = &portalapi.OrganisationReference{Id: idOf(m.Organisation), Name: m.OrganisationName}
	}
	return p
}

// customOf writes the values of custom fields; none are left out.
func customOf(values map[string]string) *portalapi.CustomValues {
	if len(values) == 0 {
		return nil
	}
	v := portalapi.CustomValues(values)
	return &v
}
