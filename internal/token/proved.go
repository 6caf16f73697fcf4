package token

import (
	"sync"
	"sync/atomic"
	"time"
)

// proved remembers tokens whose signature has been found good, since a customer's token comes with call after call and
// reading it costs more than all the rest that is asked about a caller. When it is full it begins anew.
type proved struct {
	count  atomic.Int64
	tokens atomic.Pointer[sync.Map] // *provedToken by the whole token
}

type provedToken struct {
	claims  map[string]any
	expires time.Time
}

// Bounds of what is remembered: how many tokens, and how long one may be.
const (
	maxProved       = 4096
	maxProvedLength = 2048
)

// find gives nil for a token that is not known to be good.
func (p *proved) find(token string) *provedToken {
	tokens := p.tokens.Load()
	if tokens == nil {
		return nil
	}
	if t, ok := tokens.Load(token); ok {
		return t.(*provedToken)
	}
	return nil
}

func (p *proved) add(token string, t *provedToken) {
	if len(token) > maxProvedLength {
		return
	}
	if p.tokens.Load() == nil || p.count.Add(1) > maxProved {
		p.count.Store(1)
		p.tokens.Store(new(sync.Map))
	}
	p.tokens.Load().Store(token, t)
}
