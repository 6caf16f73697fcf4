package server

import (
	"net/http"

	"github.com/gin-gonic/gin"

	portalapi "github.com/sandbank/sandbank/gen/portal"
	"github.com/sandbank/sandbank/internal/portal"
)

// SearchAudit answers GET /audit.
func (portalAPI) SearchAudit(c *gin.Context, params portalapi.SearchAuditParams) {
	k := callOf(c)
	after, ok := k.place(params.Cursor)
	if !ok {
		return
	}
	list, next, err := k.portal().Audit(c.Request.Context(), k.actor(), portal.AuditFilter{
		Action: given(params.Action), Person: givenID(params.Person), Application: givenID(params.Application),
		Since: given(params.Since), Until: given(params.Until), After: after, Limit: limitOf(params.Limit),
	})
	k.audited(list, next, err)
}

// SearchBankAudit answers GET /bank/audit.
func (portalAPI) SearchBankAudit(c *gin.Context, params portalapi.SearchBankAuditParams) {
	k := callOf(c)
	after, ok := k.place(params.Cursor)
	if !ok {
		return
	}
	list, next, err := k.portal().BankAudit(c.Request.Context(), k.actor(), portal.AuditFilter{
		Action: given(params.Action), Person: givenID(params.Person), Organisation: givenID(params.Organisation), Application: givenID(params.Application),
		Since: given(params.Since), Until: given(params.Until), After: after, Limit: limitOf(params.Limit),
	})
	k.audited(list, next, err)
}

func (k *call) audited(list []portal.ListedAudit, next string, err error) {
	if err != nil {
		k.declined(err)
		return
	}
	out := portalapi.AuditPage{Entries: make([]portalapi.AuditEntry, len(list)), Next: unlessZero(next)}
	for i := range list {
		out.Entries[i] = auditEntryOf(&list[i])
	}
	k.json(http.StatusOK, out)
}

func auditEntryOf(e *portal.ListedAudit) portalapi.AuditEntry {
	out := portalapi.AuditEntry{
		Id: idOf(e.ID), At: e.At, Action: e.Action, Reason: unlessZero(e.Reason), RequestId: unlessZero(e.RequestID),
		ClientAddress: unlessZero(e.ClientAddress),
		Actor:         portalapi.AuditActor{Kind: portalapi.ActorKind(e.Actor), Username: unlessZero(e.Username)},
		Object:        portalapi.AuditObject{Kind: e.ObjectKind, Id: unlessZero(e.Object), Name: unlessZero(e.ObjectName)},
	}
	if e.PersonName != "" {
		out.Actor.Person = personReference(portal.PersonName{ID: e.Person, Name: e.PersonName})
	}
	if e.OrganisationName != "" {
		out.Organisation = &portalapi.OrganisationReference{Id: idOf(e.Organisation), Name: e.OrganisationName}
	}
	if len(e.Changes) > 0 {
		changes := make([]portalapi.AuditChange, len(e.Changes))
		for i, c := range e.Changes {
			changes[i] = portalapi.AuditChange{Member: c.Member, Before: unlessZero(c.Before), After: unlessZero(c.After)}
		}
		out.Changes = &changes
	}
	return out
}
