package server

import (
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
	openapi_types "github.com/oapi-codegen/runtime/types"

	portalapi "github.com/sandbank/sandbank/gen/portal"
	"github.com/sandbank/sandbank/internal/portal"
)

// ListAgreements lists the agreements that the bank demands.
func (portalAPI) ListAgreements(c *gin.Context, params portalapi.ListAgreementsParams) {
	k := callOf(c)
	list, err := k.portal().Agreements(c.Request.Context(), portal.Purpose(given(params.Purpose)))
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusOK, portalapi.AgreementList{Agreements: agreementsOf(list)})
}

// GetAgreement gives an agreement in one version.
func (portalAPI) GetAgreement(c *gin.Context, agreement portalapi.AgreementParameter, params portalapi.GetAgreementParams) {
	k := callOf(c)
	a, err := k.portal().Agreement(c.Request.Context(), agreement, given(params.Version))
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusOK, agreementOf(a))
}

// PublishAgreement publishes an agreement, or the next version of one.
func (portalAPI) PublishAgreement(c *gin.Context, _ portalapi.PublishAgreementParams) {
	k := callOf(c)
	var q portalapi.NewAgreement
	if !k.read(&q) {
		return
	}
	n := portal.Agreement{Name: q.Agreement, Title: q.Title, Text: q.Text}
	for _, p := range q.Purposes {
		n.Purposes = append(n.Purposes, portal.Purpose(p))
	}
	a, err := k.portal().PublishAgreement(c.Request.Context(), k.actor(), n)
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusCreated, agreementOf(a))
}

// WithdrawAgreement makes that an agreement is not demanded any more.
func (portalAPI) WithdrawAgreement(c *gin.Context, agreement portalapi.AgreementParameter) {
	k := callOf(c)
	k.doneUnless(k.portal().WithdrawAgreement(c.Request.Context(), k.actor(), agreement))
}

// ListAgreementRecords lists what the organisation has agreed to.
func (portalAPI) ListAgreementRecords(c *gin.Context, params portalapi.ListAgreementRecordsParams) {
	callOf(c).agreementRecords("", params.Cursor, params.Limit)
}

// ListOrganisationAgreements lists what an organisation has agreed to.
func (portalAPI) ListOrganisationAgreements(c *gin.Context, organisation portalapi.OrganisationParameter, params portalapi.ListOrganisationAgreementsParams) {
	callOf(c).agreementRecords(organisation.String(), params.Cursor, params.Limit)
}

// agreementRecords answers with the records of an organisation; "" is the caller's own.
func (k *call) agreementRecords(organisation string, cursor *portalapi.Cursor, limit *portalapi.Limit) {
	after, ok := k.place(cursor)
	if !ok {
		return
	}
	list, next, err := k.portal().AgreementRecords(k.gin.Request.Context(), k.actor(), organisation, after, limitOf(limit))
	if err != nil {
		k.declined(err)
		return
	}
	page := portalapi.AgreementRecordPage{Records: make([]portalapi.AgreementRecord, len(list)), Next: unlessZero(next)}
	for i, r := range list {
		page.Records[i] = recordOf(r)
	}
	k.json(http.StatusOK, page)
}

// AcceptAgreement records that the organisation accepts an agreement.
func (portalAPI) AcceptAgreement(c *gin.Context, _ portalapi.AcceptAgreementParams) {
	k := callOf(c)
	var q portalapi.AgreementAcceptance
	if !k.read(&q) {
		return
	}
	r, err := k.portal().AcceptAgreement(c.Request.Context(), k.actor(), portal.AcceptedAgreement{Name: q.Agreement, Number: q.Version}, q.Signatory)
	k.agreementRecord(r, err)
}

// RecordAgreement records that an organisation has signed an agreement outside of the portal.
func (portalAPI) RecordAgreement(c *gin.Context, organisation portalapi.OrganisationParameter, _ portalapi.RecordAgreementParams) {
	k := callOf(c)
	var q portalapi.NewAgreementRecord
	if !k.read(&q) {
		return
	}
	r, err := k.portal().RecordAgreement(c.Request.Context(), k.actor(), organisation.String(), portal.AgreementRecord{
		Agreement: q.Agreement, Number: q.Version, Signatory: q.Signatory, SignedOn: q.SignedOn.Format(time.DateOnly),
		DocumentReference: given(q.DocumentReference)})
	k.agreementRecord(r, err)
}

// agreementRecord answers with a new record, or an error.
func (k *call) agreementRecord(r portal.AgreementRecord, err error) {
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusCreated, recordOf(r))
}

// agreementOf writes an agreement.
func agreementOf(a portal.Agreement) portalapi.Agreement {
	out := portalapi.Agreement{Agreement: a.Name, Version: a.Number, Title: a.Title, Text: a.Text, Purposes: make([]portalapi.AgreementPurpose, len(a.Purposes)),
		PublishedAt: a.PublishedAt}
	for i, p := range a.Purposes {
		out.Purposes[i] = portalapi.AgreementPurpose(p)
	}
	if !a.WithdrawnAt.IsZero() {
		out.WithdrawnAt = &a.WithdrawnAt
	}
	return out
}

func agreementsOf(list []portal.Agreement) []portalapi.Agreement {
	out := make([]portalapi.Agreement, len(list))
	for i, a := range list {
		out[i] = agreementOf(a)
	}
	return out
}

// recordOf writes the record of an agreement.
func recordOf(r portal.AgreementRecord) portalapi.AgreementRecord {
	out := portalapi.AgreementRecord{
		Id: idOf(r.ID), Agreement: r.Agreement, Version: r.Number, AcceptedAt: r.AcceptedAt, AcceptedBy: personReference(r.AcceptedBy),
		Signatory: unlessZero(r.Signatory), DocumentReference: unlessZero(r.DocumentReference), RecordedBy: personReference(r.RecordedBy),
	}
	if r.Application != "" {
		out.Application = &portalapi.ApplicationReference{Id: idOf(r.Application), Name: r.ApplicationName}
	}
	if day, err := time.Parse(time.DateOnly, r.SignedOn); err == nil {
		out.SignedOn = &openapi_types.Date{Time: day}
	}
	return out
}
