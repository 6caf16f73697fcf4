package sandbox

import (
	"container/list"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
	"sync"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
)

// Answer is what was answered to a request that may be sent again under the same key, so that it is done once.
type Answer struct {
	// Name stands for the key, and Print for what was sent with it; both are digests.
	Name, Print string
	// Status, Header and Body are what was answered; Header holds no more than what belongs to this very answer.
	Status int
	Header http.Header
	Body   []byte
	// Scenario and Rule say who answered, Code names the problem; all may be empty.
	Scenario, Rule, Code string
	// Ready is when the first answer goes out, which a scenario may have delayed, and Expires when it is forgotten, by
	// the server's clock.
	Ready, Expires time.Time
}

// AnswersLast is how long answers are kept.
const AnswersLast = 24 * time.Hour

// ErrRunning is the error of a request that is still being answered.
var ErrRunning = errors.New("a request with this key is still being answered")

// AnswerName gives the name under which the answers of an Idempotency-Key are kept.
func AnswerName(key string) string { return digest([]byte(key)) }

// Fingerprint stands for a request: another operation, target or body has another one.
func Fingerprint(o *contract.Operation, target string, body []byte) string {
	sum := sha256.Sum256(body)
	return digest([]byte(o.API.Name + "\x00" + o.ID + "\x00" + target + "\x00" + string(sum[:])))
}

func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// Claim begins a request under a name: it gives the answer that is kept, or else nil and the claim, under which nobody
// else in this process begins one until end is called. The error is ErrRunning, or wraps ErrStorage.
func (s *Sandbox) Claim(ctx context.Context, name string) (kept *Answer, end func(), err error) {
	r := s.registry
	end, ok := r.answers.claim(s.key, name)
	if !ok {
		return nil, nil, ErrRunning
	}
	if kept, err = s.Answered(ctx, name); kept != nil || err != nil {
		end()
		return kept, nil, err
	}
	return nil, end, nil
}

// Answered gives the answer that is kept under a name, nil when there is none. The error is ErrRunning when it is known
// and has not gone out yet, or wraps ErrStorage.
func (s *Sandbox) Answered(ctx context.Context, name string) (kept *Answer, err error) {
	r := s.registry
	now := r.clock()
	if r.store == nil {
		kept = r.answers.find(s.key, name, now)
	} else if kept, err = r.store.Answer(ctx, s.key, name, now); err != nil {
		return nil, &storageError{err}
	}
	if kept != nil && now.Before(kept.Ready) {
		return nil, ErrRunning
	}
	return kept, nil
}

// Once is a request that was claimed under a name.
type Once struct {
	Name string
	// Finish gives what is to be kept of a decision, under the name; nil keeps nothing. It may be called several times.
	Finish func(*engine.Decision) *Answer
}

// DecideOnce is Decide for a request that was claimed. What is to be kept of a decision without an error is kept in one
// step with its effects. The error ErrAnswered means that another process was faster; nothing has happened then, and
// the answer can be asked for.
func (s *Sandbox) DecideOnce(p *engine.Program, req *contract.Request, w *engine.World, o *Once) (engine.Decision, error) {
	s = s.keep()
	s.touch()
	return s.decide(p, req, w, s.draws.Add(1), o)
}

// unanswered gives ErrAnswered when a request has been answered meanwhile; nil is a request without a name. Other errors
// wrap ErrStorage.
func (s *Sandbox) unanswered(o *Once) error {
	if o == nil {
		return nil
	}
	ctx, cancel := patience()
	defer cancel()
	kept, err := s.registry.store.Answer(ctx, s.key, o.Name, s.registry.clock())
	switch {
	case err != nil:
		return &storageError{err}
	case kept != nil:
		return ErrAnswered
	}
	return nil
}

// Bounds of the answers that are kept in memory, over all sandboxes.
const (
	maxAnswers     = 10_000
	maxAnswerBytes = 32 << 20
)

// answers are those of a registry without a store, within bounds, the oldest going first; and what is claimed.
type answers struct {
	guard   sync.Mutex
	claimed map[[2]string]struct{} // by sandbox and name
	kept    map[[2]string]*list.Element
	order   list.List // of *keptAnswer, the oldest first
	bytes   int
}

type keptAnswer struct {
	sandbox string
	*Answer
}

func (k *keptAnswer) size() int {
	n := len(k.sandbox) + len(k.Body) + 512
	for name, values := range k.Header {
		for _, v := range values {
			n += len(name) + len(v) + 64
		}
	}
	return n
}

func (a *answers) claim(sandbox, name string) (end func(), ok bool) {
	key := [2]string{sandbox, name}
	a.guard.Lock()
	defer a.guard.Unlock()
	if _, taken := a.claimed[key]; taken {
		return nil, false
	}
	if a.claimed == nil {
		a.claimed = map[[2]string]struct{}{}
	}
	a.claimed[key] = struct{}{}
	return func() {
		a.guard.Lock()
		defer a.guard.Unlock()
		delete(a.claimed, key)
	}, true
}

func (a *answers) find(sandbox, name string, now time.Time) *Answer {
	a.guard.Lock()
	defer a.guard.Unlock()
	e := a.kept[[2]string{sandbox, name}]
	if e == nil {
		return nil
	}
	if k := e.Value.(*keptAnswer); now.Before(k.Expires) {
		return k.Answer
	}
	a.drop(e)
	return nil
}

// keep does what a draft says about answers.
func (a *answers) keep(sandbox string, d *draft) {
	if !d.forget && d.answer == nil {
		return
	}
	a.guard.Lock()
	defer a.guard.Unlock()
	if d.forget {
		for e := a.order.Front(); e != nil; {
			this := e
			if e = e.Next(); this.Value.(*keptAnswer).sandbox == sandbox {
				a.drop(this)
			}
		}
	}
	if d.answer == nil {
		return
	}
	k := &keptAnswer{sandbox, d.answer}
	key := [2]string{sandbox, k.Name}
	if old := a.kept[key]; old != nil {
		a.drop(old)
	}
	if a.kept == nil {
		a.kept = map[[2]string]*list.Element{}
	}
	a.kept[key] = a.order.PushBack(k)
	for a.bytes += k.size(); a.order.Len() > maxAnswers || a.bytes > maxAnswerBytes; {
		a.drop(a.order.Front())
	}
}

func (a *answers) drop(e *list.Element) {
	k := a.order.Remove(e).(*keptAnswer)
	a.bytes -= k.size()
	delete(a.kept, [2]string{k.sandbox, k.Name})
}
