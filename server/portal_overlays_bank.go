package server

import (
	"net/http"

	"github.com/gin-gonic/gin"

	portalapi "github.com/sandbank/sandbank/gen/portal"
	"github.com/sandbank/sandbank/internal/portal"
)

// ListBankOverlays answers GET /bank/overlays.
func (portalAPI) ListBankOverlays(c *gin.Context, params portalapi.ListBankOverlaysParams) {
	k := callOf(c)
	f := portal.OverlayFilter{API: given(params.Api), Organisation: givenID(params.Organisation), Published: isPublished(params.State)}
	list, next, err := k.portal().BankOverlays(c.Request.Context(), k.actor(), f, given(params.Cursor), limitOf(params.Limit))
	k.overlays(list, next, err)
}

// GetBankOverlay answers GET /bank/overlays/{overlay}.
func (portalAPI) GetBankOverlay(c *gin.Context, id portalapi.OverlayParameter) {
	k := callOf(c)
	o, err := k.portal().BankOverlay(c.Request.Context(), k.actor(), id.String())
	if err != nil {
		k.declined(err)
		return
	}
	k.json(http.StatusOK, overlayOf(&o))
}

// PublishOverlay answers POST /bank/overlays/{overlay}/publish.
func (portalAPI) PublishOverlay(c *gin.Context, id portalapi.OverlayParameter, _ portalapi.PublishOverlayParams) {
	k := callOf(c)
	var in portalapi.OverlayPublicationRequest
	checker, ok := k.checker()
	if !ok || !k.read(&in) {
		return
	}
	o, err := k.portal().PublishOverlay(c.Request.Context(), k.actor(), checker, id.String(), int64(in.Version), in.Reason)
	k.publishedOverlay(&o, err)
}

// WithdrawOverlay answers POST /bank/overlays/{overlay}/withdraw.
func (portalAPI) WithdrawOverlay(c *gin.Context, id portalapi.OverlayParameter, _ portalapi.WithdrawOverlayParams) {
	k := callOf(c)
	var in portalapi.ReasonGiven
	if _, ok := k.checker(); !ok || !k.read(&in) {
		return
	}
	o, err := k.portal().WithdrawOverlay(c.Request.Context(), k.actor(), id.String(), in.Reason)
	k.publishedOverlay(&o, err)
}

func (k *call) publishedOverlay(o *portal.Overlay, err error) {
	if err != nil {
		k.declined(err)
		return
	}
	k.changedOverlays()
	k.json(http.StatusOK, overlayOf(o))
}

// DownloadOverlay answers GET /bank/overlays/{overlay}/file.
func (portalAPI) DownloadOverlay(c *gin.Context, id portalapi.OverlayParameter) {
	k := callOf(c)
	name, text, err := k.portal().DownloadOverlay(c.Request.Context(), k.actor(), id.String())
	if err != nil {
		k.declined(err)
		return
	}
	k.gin.Writer.Header()["Content-Disposition"] = []string{`attachment; filename="` + name + `"`}
	k.write(http.StatusOK, "text/plain", []byte(text))
}
