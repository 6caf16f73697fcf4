package server

import (
	"errors"
	"net/http"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"

	control "github.com/sandbank/sandbank/gen/sandbox"
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

// ChangeClock answers PATCH /clock, in one step.
func (controller) ChangeClock(c *gin.Context) {
	k := callOf(c)
	var in control.ClockChange
	if !k.read(&in) {
		return
	}
	to, pointer := k.movedClock(&in)
	sent, err := k.box.ChangeClock(k.playing(), in.Frozen, to)
	k.server.send(c.Request.Context(), k.box, sent)
	switch {
	case errors.Is(err, sandbox.ErrStorage):
		k.failed(err)
	case err != nil:
		k.refuseField(problem.ClockOutOfRange, pointer, err.Error())
	default:
		k.json(http.StatusOK, clockOf(k.box.Clock()))
	}
}

// movedClock gives what the clock is to show, set and advanced from there; nil leaves it. pointer leads to the member
// that cannot be done.
func (k *call) movedClock(in *control.ClockChange) (to func(now time.Time) (time.Time, error), pointer string) {
	pointer = "/set"
	if in.Advance != nil {
		pointer = "/advance"
	}
	if in.Set == nil && in.Advance == nil {
		return nil, pointer
	}
	return func(now time.Time) (time.Time, error) {
		from := either(in.Set, now)
		if in.Advance == nil {
			return from, nil
		}
		t, err := later(from, *in.Advance)
		if err == nil && t.Before(from) {
			err = sandbox.ErrClock
		}
		return t, err
	}, pointer
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
	if err := k.box.SetSeed(seed); err != nil {
		k.failed(err)
		return
	}
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
	if err := k.box.ResetParts(parts); err != nil {
		k.failed(err)
		return
	}
	out := control.ResetResult{Parts: []control.SandboxPart{}}
	for _, p := range parts {
		out.Parts = append(out.Parts, control.SandboxPart(p))
	}
	k.json(http.StatusOK, out)
}
