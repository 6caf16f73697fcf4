package server

import (
	"net/http"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"

	control "github.com/sandbank/sandbank/gen/sandbox"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/problem"
	"github.com/sandbank/sandbank/internal/sandbox"
)

// GetClock answers GET /clock.
func (controller) GetClock(c *gin.Context) {
	k := callOf(c)
	k.json(http.StatusOK, clockOf(k.box.Clock()))
}

func clockOf(c sandbox.ClockState) control.Clock {
	return control.Clock{Now: c.Now, Frozen: c.Frozen, OffsetSeconds: int(c.Offset / time.Second)}
}

// ChangeClock answers PATCH /clock. A clock that is to stand is stopped before it is moved, so that it shows the very
// time it was set to; after a move that cannot be made it is as it was.
func (controller) ChangeClock(c *gin.Context) {
	k := callOf(c)
	var in control.ClockChange
	if !k.read(&in) {
		return
	}
	p := k.playing()
	var sent []engine.Callback
	stopped := either(in.Frozen, false) && !k.box.Clock().Frozen
	if stopped {
		sent = k.box.Freeze(p)
	}
	moved, pointer, err := k.moveClock(p, &in)
	sent = append(sent, moved...)
	if err != nil && stopped || err == nil && in.Frozen != nil && !*in.Frozen {
		sent = append(sent, k.box.Resume(p)...)
	}
	k.server.send(c.Request.Context(), k.box, sent)
	if err != nil {
		k.refuseField(problem.ClockOutOfRange, pointer, err.Error())
		return
	}
	k.json(http.StatusOK, clockOf(k.box.Clock()))
}

// moveClock sets the clock and advances it from there, in one step. pointer leads to the member that cannot be done.
func (k *call) moveClock(p *engine.Program, in *control.ClockChange) (sent []engine.Callback, pointer string, err error) {
	if in.Set == nil && in.Advance == nil {
		return nil, "", nil
	}
	from := either(in.Set, k.box.Now())
	to := from
	pointer = "/set"
	if in.Advance != nil {
		pointer = "/advance"
		if to, err = later(from, *in.Advance); err != nil {
			return nil, pointer, err
		}
	}
	if in.Set != nil {
		sent, err = k.box.SetClock(p, to)
	} else {
		sent, err = k.box.Advance(p, to.Sub(from))
	}
	return sent, pointer, err
}

// GetSeed answers GET /seed.
func (controller) GetSeed(c *gin.Context) {
	k := callOf(c)
	k.json(http.StatusOK, control.Seed{Seed: strconv.FormatUint(k.box.Seed(), 10)})
}

// ReplaceSeed answers PUT /seed.
func (controller) ReplaceSeed(c *gin.Context) {
	k := callOf(c)
	var in control.Seed
	if !k.read(&in) {
		return
	}
	seed, err := strconv.ParseUint(in.Seed, 10, 64)
	if err != nil {
		k.refuseField(problem.SeedInvalid, "/seed", "is not below 2 to the power of 64")
		return
	}
	k.box.SetSeed(seed)
	k.json(http.StatusOK, control.Seed{Seed: strconv.FormatUint(k.box.Seed(), 10)})
}

// ResetSandbox answers POST /reset.
func (controller) ResetSandbox(c *gin.Context) {
	k := callOf(c)
	var in control.ResetRequest
	if !k.read(&in) {
		return
	}
	parts := sandbox.Parts()
	if in.Parts != nil {
		parts = parts[:0]
		for _, p := range *in.Parts {
			parts = append(parts, sandbox.Part(p))
		}
	}
	k.box.ResetParts(parts)
	out := control.ResetResult{Parts: []control.SandboxPart{}}
	for _, p := range parts {
		out.Parts = append(out.Parts, control.SandboxPart(p))
	}
	k.json(http.StatusOK, out)
}
