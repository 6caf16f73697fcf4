package server

import (
	"net/http"

	"github.com/gin-gonic/gin"

	portalapi "github.com/sandbank/sandbank/gen/portal"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/portal"
)

// ListOverlays answers GET /overlays.
func (portalAPI) ListOverlays(c *gin.Context, params portalapi.ListOverlaysParams) {
	k := callOf(c)
	f := portal.OverlayFilter{API: given(params.Api), Published: isPublished(params.State)}
	list, next, err := k.portal().Overlays(c.Request.Context(), k.actor(), f, given(params.Cursor), limitOf(params.Limit))
	k.overlays(list, next, err)
}

func (k *call) overlays(list []portal.Overlay, next string, err error) {
	if err != nil {
		k.declined(err)
		return
	}
	out := portalapi.OverlayPage{Overlays: make([]portalapi.Overlay, len(list)), Next: unlessZero(next)}
	for i := range list {
		out.Overlays[i] = overlayOf(&list[i])
	}
	k.json(http.StatusOK, out)
}

func isPublished(state *portalapi.OverlayState) *bool {
	if state == nil {
		return nil
	}
	published := *state == portalapi.OverlayStatePublished
	return &published
}

// CreateOverlay answers POST /overlays.
func (portalAPI) CreateOverlay(c *gin.Context, _ portalapi.CreateOverlayParams) {
	k := callOf(c)
	var in portalapi.NewOverlay
	checker, ok := k.checker()
	if !ok || !k.read(&in) {
		return
	}
	o, err := k.portal().CreateOverlay(c.Request.Context(), k.actor(), checker, in.Source, given(in.Comment))
	k.savedOverlay(http.StatusCreated, &o, err)
}

// savedOverlay answers with an overlay that was changed, which speaks from the next request on.
func (k *call) savedOverlay(status int, o *portal.Overlay, err error) {
	if err != nil {
		k.declined(err)
		return
	}
	k.changedOverlays()
	k.tag(o.Latest.Number)
	k.json(status, overlayOf(o))
}

// CheckOverlay answers POST /overlays/check.
func (portalAPI) CheckOverlay(c *gin.Context) {
	k := callOf(c)
	var in portalapi.OverlayCheckRequest
	checker, ok := k.checker()
	if !ok || !k.read(&in) {
		return
	}
	report, err := k.portal().CheckOverlay(c.Request.Context(), k.actor(), checker, in.Source)
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusOK, portalapi.OverlayCheck{Usable: report.Findings.Errors() == 0, Findings: fileFindings(report.Findings)})
}

// GetOverlay answers GET /overlays/{overlay}.
func (portalAPI) GetOverlay(c *gin.Context, id portalapi.OverlayParameter) {
	k := callOf(c)
	o, err := k.portal().Overlay(c.Request.Context(), k.actor(), id.String())
	if err != nil {
		k.declined(err)
		return
	}
	k.tag(o.Latest.Number)
	k.json(http.StatusOK, overlayOf(&o))
}

// UpdateOverlay answers PUT /overlays/{overlay}.
func (portalAPI) UpdateOverlay(c *gin.Context, id portalapi.OverlayParameter, params portalapi.UpdateOverlayParams) {
	k := callOf(c)
	var in portalapi.OverlayEdit
	checker, ok := k.checker()
	if !ok || !k.read(&in) {
		return
	}
	o, err := k.portal().UpdateOverlay(c.Request.Context(), k.actor(), checker, id.String(), matchOf(params.IfMatch), in.Source, given(in.Comment))
	k.savedOverlay(http.StatusOK, &o, err)
}

// DeleteOverlay answers DELETE /overlays/{overlay}.
func (portalAPI) DeleteOverlay(c *gin.Context, id portalapi.OverlayParameter) {
	k := callOf(c)
	if _, ok := k.checker(); !ok {
		return
	}
	if err := k.portal().DeleteOverlay(c.Request.Context(), k.actor(), id.String()); err != nil {
		k.declined(err)
		return
	}
	k.changedOverlays()
	k.done()
}

// RollBackOverlay answers POST /overlays/{overlay}/rollback.
func (portalAPI) RollBackOverlay(c *gin.Context, id portalapi.OverlayParameter, params portalapi.RollBackOverlayParams) {
	k := callOf(c)
	var in portalapi.OverlayRollback
	checker, ok := k.checker()
	if !ok || !k.read(&in) {
		return
	}
	o, err := k.portal().RollBackOverlay(c.Request.Context(), k.actor(), checker, id.String(), matchOf(params.IfMatch), int64(in.Version), given(in.Comment))
	k.savedOverlay(http.StatusOK, &o, err)
}

// overlayOf writes an overlay; its text is there when it was read with it.
func overlayOf(o *portal.Overlay) portalapi.Overlay {
	v := &o.Latest
	out := portalapi.Overlay{
		Id: idOf(o.ID), Api: o.API, Name: o.Name, Title: unlessZero(o.Title), Default: &o.Default, Version: int(v.Number),
		Author: *personReference(v.Author), SavedAt: v.SavedAt, Comment: unlessZero(v.Comment), State: portalapi.OverlayStateOwn,
		Findings: fileFindings(v.Warnings), Source: unlessZero(v.Text),
	}
	if o.OrganisationName != "" {
		out.Organisation = &portalapi.OrganisationReference{Id: idOf(o.Organisation), Name: o.OrganisationName}
	}
	if p := o.Publication; p != nil {
		out.State = portalapi.OverlayStatePublished
		out.Publication = &portalapi.OverlayPublication{Version: int(p.Number), PublishedAt: p.At, Reason: p.Reason}
		if o.OrganisationName != "" { // the bank's staff is named to staff alone
			out.Publication.PublishedBy = personReference(p.By)
		}
	}
	return out
}

// maxFileFindings bounds the findings of an answer.
const maxFileFindings = 1000

func fileFindings(list finding.List) []portalapi.FileFinding {
	list = list[:min(len(list), maxFileFindings)]
	out := make([]portalapi.FileFinding, len(list))
	for i, f := range list {
		out[i] = portalapi.FileFinding{Code: f.Code, Severity: portalapi.FindingSeverity(f.Severity.String()), File: f.File, Line: unlessZero(f.Line),
			Column: unlessZero(f.Column), Message: f.Message, Hint: unlessZero(f.Hint)}
		if len(f.Related) > 0 {
			related := make([]portalapi.RelatedPlace, len(f.Related))
			for j, r := range f.Related {
				related[j] = portalapi.RelatedPlace{File: r.File, Line: unlessZero(r.Line), Column: unlessZero(r.Column), Message: r.Message}
			}
			out[i].Related = &related
		}
	}
	return out
}
