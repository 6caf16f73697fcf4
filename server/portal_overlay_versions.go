package server

import (
	"net/http"

	"github.com/gin-gonic/gin"

	portalapi "github.com/sandbank/sandbank/gen/portal"
	"github.com/sandbank/sandbank/internal/portal"
)

// ListOverlayVersions answers GET /overlays/{overlay}/versions.
func (portalAPI) ListOverlayVersions(c *gin.Context, id portalapi.OverlayParameter, params portalapi.ListOverlayVersionsParams) {
	k := callOf(c)
	list, next, err := k.portal().OverlayVersions(c.Request.Context(), k.actor(), id.String(), given(params.Cursor), limitOf(params.Limit))
	k.overlayVersions(list, next, err)
}

// ListBankOverlayVersions answers GET /bank/overlays/{overlay}/versions.
func (portalAPI) ListBankOverlayVersions(c *gin.Context, id portalapi.OverlayParameter, params portalapi.ListBankOverlayVersionsParams) {
	k := callOf(c)
	list, next, err := k.portal().BankOverlayVersions(c.Request.Context(), k.actor(), id.String(), given(params.Cursor), limitOf(params.Limit))
	k.overlayVersions(list, next, err)
}

func (k *call) overlayVersions(list []portal.OverlayVersion, next string, err error) {
	if err != nil {
		k.declined(err)
		return
	}
	out := portalapi.OverlayVersionPage{Versions: make([]portalapi.OverlayVersion, len(list)), Next: unlessZero(next)}
	for i := range list {
		out.Versions[i] = overlayVersionOf(&list[i])
	}
	k.json(http.StatusOK, out)
}

// GetOverlayVersion answers GET /overlays/{overlay}/versions/{version}.
func (portalAPI) GetOverlayVersion(c *gin.Context, id portalapi.OverlayParameter, version portalapi.VersionParameter) {
	k := callOf(c)
	v, err := k.portal().OverlayVersion(c.Request.Context(), k.actor(), id.String(), int64(version))
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusOK, overlayVersionOf(&v))
}

// DiffOverlay answers GET /overlays/{overlay}/diff.
func (portalAPI) DiffOverlay(c *gin.Context, id portalapi.OverlayParameter, params portalapi.DiffOverlayParams) {
	k := callOf(c)
	from, to, text, err := k.portal().OverlayDiff(c.Request.Context(), k.actor(), id.String(), int64(given(params.From)), int64(given(params.To)))
	k.overlayDiff(from, to, text, err)
}

// DiffBankOverlay answers GET /bank/overlays/{overlay}/diff.
func (portalAPI) DiffBankOverlay(c *gin.Context, id portalapi.OverlayParameter, params portalapi.DiffBankOverlayParams) {
	k := callOf(c)
	from, to, text, err := k.portal().BankOverlayDiff(c.Request.Context(), k.actor(), id.String(), int64(given(params.From)), int64(given(params.To)))
	k.overlayDiff(from, to, text, err)
}

func (k *call) overlayDiff(from, to int64, text string, err error) {
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusOK, portalapi.OverlayDiff{From: int(from), To: int(to), Diff: text})
}

func overlayVersionOf(v *portal.OverlayVersion) portalapi.OverlayVersion {
	return portalapi.OverlayVersion{Version: int(v.Number), Author: *personReference(v.Author), SavedAt: v.SavedAt, Comment: unlessZero(v.Comment),
		RollbackTo: unlessZero(int(v.RollbackTo)), Source: unlessZero(v.Text)}
}
