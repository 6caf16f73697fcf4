package server

import (
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"

	control "github.com/sandbank/sandbank/gen/sandbox"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/problem"
)

// callbackLedger gives what keeps the callbacks. It is false where nothing does: then there are none.
func (k *call) callbackLedger() (CallbackLedger, bool) {
	l, ok := k.server.callbacks.(CallbackLedger)
	return l, ok
}

// ListCallbacks answers GET /callbacks.
func (controller) ListCallbacks(c *gin.Context, params control.ListCallbacksParams) {
	k := callOf(c)
	out := control.CallbackPage{Callbacks: []control.CallbackDelivery{}}
	if l, ok := k.callbackLedger(); ok {
		list, more, err := l.CallbackPage(c.Request.Context(), k.box.Key(), CallbackFilter{
			Status: CallbackStatus(either(params.Status, "")), Before: either(params.Before, ""), Most: either(params.Size, defaultCallbacks),
		})
		if err != nil {
			k.callbackRefused(err)
			return
		}
		for i := range list {
			out.Callbacks = append(out.Callbacks, k.callbackOf(&list[i]))
		}
		out.More = more
	}
	k.json(http.StatusOK, out)
}

// defaultCallbacks is how many callbacks stand on a page unless the caller says another number.
const defaultCallbacks = 20

// GetCallback answers GET /callbacks/{callback}.
func (controller) GetCallback(c *gin.Context, id control.CallbackParameter) {
	k := callOf(c)
	l, ok := k.callbackLedger()
	if !ok {
		k.callbackRefused(ErrNoCallback)
		return
	}
	d, err := l.CallbackDelivery(c.Request.Context(), k.box.Key(), id)
	k.callback(http.StatusOK, &d, err)
}

// ResendCallback answers POST /callbacks/{callback}/resend.
func (controller) ResendCallback(c *gin.Context, id control.CallbackParameter) {
	k := callOf(c)
	l, ok := k.callbackLedger()
	if !ok {
		k.callbackRefused(ErrNoCallback)
		return
	}
	d, err := l.ResendCallback(c.Request.Context(), k.steerer(), k.box.Key(), id)
	k.callback(http.StatusAccepted, &d, err)
}

// steerer is who acts on a sandbox: a person who has signed in, or else an application by its key.
func (k *call) steerer() portal.Actor {
	if k.who.Person != "" {
		return k.who
	}
	by := portal.Actor{RequestID: k.id, Address: k.address()}
	if k.client != nil {
		by.Organisation = k.client.Organisation
	}
	return by
}

func (k *call) callback(status int, d *CallbackDelivery, err error) {
	if err != nil {
		k.callbackRefused(err)
		return
	}
	k.json(status, k.callbackOf(d))
}

// callbackRefused answers why a callback cannot be shown or sent.
func (k *call) callbackRefused(err error) {
	var refused *CallbackRefused
	switch {
	case errors.Is(err, ErrNoCallback):
		k.fail(problem.CallbackNotFound, "This sandbox has no callback of this id.")
	case errors.Is(err, ErrCallbackUnderWay):
		k.fail(problem.DeliveryUnderWay, "The callback is still being delivered.")
	case errors.As(err, &refused):
		k.fail(problem.AddressRefused, sentence(refused.Reason))
	default:
		k.declined(err)
	}
}

// callbackOf writes a callback; what its document marks as sensitive is hidden.
func (k *call) callbackOf(d *CallbackDelivery) control.CallbackDelivery {
	c := &d.Callback
	out := control.CallbackDelivery{
		Id: d.ID, Api: optional(c.API), Operation: optional(c.Operation), Name: optional(c.Name), Url: optional(d.URL), Method: c.Method,
		MediaType: optional(c.Type), Status: control.CallbackStatus(d.Status), Failure: optional(d.Failure), CreatedAt: d.Created,
		NextAttemptAt: unlessZero(d.Next), ResendOf: optional(d.ResendOf), Attempts: make([]control.CallbackAttempt, len(d.Attempts)),
		Body: bodyOf(k.server.declaredCallback(c).RedactBody(c.Type, c.Body)),
	}
	for i, a := range d.Attempts {
		out.Attempts[i] = control.CallbackAttempt{At: a.At, Status: optional(a.Status), Failure: optional(a.Failure), TookMillis: wholeMillis(a.Took)}
	}
	return out
}

// declaredCallback finds what the documents say of a callback; nil when it is in none, or in none any more.
func (s *Server) declaredCallback(c *engine.Callback) *contract.Callback {
	for _, api := range s.everyAPI() {
		if api.Name != c.API {
			continue
		}
		declared := api.Webhooks
		if c.Operation != "" {
			o := api.Operation(c.Operation)
			if o == nil {
				return nil
			}
			declared = o.Callbacks
		}
		for _, d := range declared {
			if d.Name == c.Name {
				return d
			}
		}
	}
	return nil
}
