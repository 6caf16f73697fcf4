package server

import (
	"net/http"

	"github.com/gin-gonic/gin"
	openapi_types "github.com/oapi-codegen/runtime/types"

	portalapi "github.com/sandbank/sandbank/gen/portal"
	"github.com/sandbank/sandbank/internal/portal"
)

// GetSettings gives what the bank has set for the portal.
func (portalAPI) GetSettings(c *gin.Context) {
	k := callOf(c)
	b, err := k.portal().BankSettings(c.Request.Context(), k.actor())
	k.settings(b, err)
}

// UpdateSettings replaces the settings.
func (portalAPI) UpdateSettings(c *gin.Context, params portalapi.UpdateSettingsParams) {
	k := callOf(c)
	var q portalapi.SettingsChange
	if !k.read(&q) {
		return
	}
	b := portal.BankSettings{BankName: q.BankName, SupportEmail: string(q.SupportEmail), Manager: contactIn(q.RelationshipManager)}
	for _, f := range q.Fields {
		b.Fields = append(b.Fields, portal.Field{Key: f.Key, Tab: portal.FieldTab(f.Tab), Label: f.Label, Kind: portal.FieldKind(f.Kind),
			Required: f.Required, Hint: given(f.Hint), Choices: given(f.Choices), MaxLength: given(f.MaxLength)})
	}
	b, err := k.portal().ChangeBankSettings(c.Request.Context(), k.actor(), b, matchOf(params.IfMatch))
	k.settings(b, err)
}

// settings answers with the settings, or an error.
func (k *call) settings(b portal.BankSettings, err error) {
	if err != nil {
		k.declined(err)
		return
	}
	k.tag(b.Version)
	k.json(http.StatusOK, portalapi.Settings{BankName: b.BankName, SupportEmail: openapi_types.Email(b.SupportEmail), Fields: customFields(b.Fields),
		RelationshipManager: contactOf(b.Manager), Version: int(b.Version)})
}

// ListMessages lists the outbox.
func (portalAPI) ListMessages(c *gin.Context, params portalapi.ListMessagesParams) {
	k := callOf(c)
	after, ok := k.place(params.Cursor)
	if !ok {
		return
	}
	list, next, err := k.portal().Messages(c.Request.Context(), k.actor(), portal.MessageFilter{To: string(given(params.To)),
		State: portal.MessageState(given(params.State)), After: after, Limit: limitOf(params.Limit)})
	if err != nil {
		k.declined(err)
		return
	}
	page := portalapi.MessagePage{Messages: make([]portalapi.Message, len(list)), Next: unlessZero(next)}
	for i, m := range list {
		page.Messages[i] = messageOf(m)
	}
	k.json(http.StatusOK, page)
}

// GetMessage gives a mail.
func (portalAPI) GetMessage(c *gin.Context, message portalapi.MessageParameter) {
	k := callOf(c)
	m, err := k.portal().Message(c.Request.Context(), k.actor(), message.String())
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusOK, messageOf(m))
}

// messageOf writes a mail.
func messageOf(m portal.Message) portalapi.Message {
	out := portalapi.Message{Id: idOf(m.ID), To: openapi_types.Email(m.To), Subject: m.Subject, Text: unlessZero(m.Text),
		State: portalapi.MessageState(m.State), CreatedAt: m.CreatedAt, Failure: unlessZero(m.Failure)}
	if !m.SentAt.IsZero() {
		out.SentAt = &m.SentAt
	}
	return out
}
