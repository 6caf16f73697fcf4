package server_test

import (
	"crypto/sha256"
	"fmt"
	"math/bits"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/sandbank/sandbank/internal/human"
	"github.com/sandbank/sandbank/internal/portal"
)

// working is a portal whose public forms ask for a proof of work of eight bits.
func working() branchOptions {
	return branchOptions{portal: func(o *portal.Options) {
		check, err := human.New(human.Options{Bits: human.LeastBits, Clock: o.Clock, NewID: func() string { return uuid.Must(uuid.NewV7()).String() },
			Secrets: o.Secrets, Store: o.Store})
		if err != nil {
			panic(err)
		}
		o.Human = check
	}}
}

// challenge is a task of the human check.
type challenge struct {
	Challenge, Algorithm string
	Bits                 int
	ExpiresAt            time.Time
}

func (b *branch) challenge() (c challenge) {
	b.t.Helper()
	b.visitor().read(&c, 200, "GET", "/human-challenge", "")
	return c
}

// solved counts up from 0 to a number that solves a challenge, or does not.
func (c challenge) solved(solves bool) string {
	for n := 0; ; n++ {
		proof := c.Challenge + ":" + strconv.Itoa(n)
		digest := sha256.Sum256([]byte(proof))
		if (bits.LeadingZeros8(digest[0]) == c.Bits) == solves { // of eight bits
			return proof
		}
	}
}

func feedbackWith(proof string) string {
	return fmt.Sprintf(`{"kind":"others","message":"Hello.","email":"a@b.example","humanProof":%q}`, proof)
}

func TestAProofOfWorkOpensOneFormOnce(t *testing.T) {
	b := openBranch(t, working())
	var f struct {
		HumanCheck struct {
			Required          bool
			Provider, SiteKey string
		}
	}
	b.visitor().read(&f, 200, "GET", "/registrations/form", "")
	if !f.HumanCheck.Required || f.HumanCheck.Provider != "proof-of-work" || f.HumanCheck.SiteKey != "" {
		t.Errorf("%+v", f)
	}
	c := b.challenge()
	if c.Algorithm != "SHA-256" || c.Bits != 8 || !c.ExpiresAt.Equal(start.Add(10*time.Minute)) {
		t.Errorf("%+v", c)
	}
	proof := c.solved(true)
	b.visitor().ok(201, "POST", "/feedback", feedbackWith(proof))
	b.visitor().refused(422, "HUMAN_CHECK_FAILED", "POST", "/feedback", feedbackWith(proof))
	b.visitor().refused(422, "HUMAN_CHECK_FAILED", "POST", "/password/forgotten", `{"account":"asha","humanProof":"`+proof+`"}`)
	b.visitor().ok(202, "POST", "/password/forgotten", `{"account":"asha","humanProof":"`+b.challenge().solved(true)+`"}`)
}

func TestAProofOfWorkThatIsNoneOpensNothing(t *testing.T) {
	b := openBranch(t, working())
	c := b.challenge()
	proof := c.solved(true)
	text, number, _ := strings.Cut(proof, ":")
	parts := strings.Split(text, ".")
	easier := challenge{Challenge: strings.Join([]string{parts[0], "1", parts[2], parts[3]}, "."), Bits: 8}
	longer := challenge{Challenge: strings.Join([]string{"zzzzzz", parts[1], parts[2], parts[3]}, "."), Bits: 8}
	for name, wrong := range map[string]string{
		"nothing": "", "no number": text, "a number that does not solve it": c.solved(false), "a challenge of its own": challenge{"1.8.abc.def", "", 8, start}.solved(true),
		"an easier challenge": easier.solved(true), "a longer one": longer.solved(true), "no signature": parts[0] + ":" + number, "dots": "...:" + number,
		"much": proof + strings.Repeat("0", 600), "a signature alone": "." + parts[3] + ":" + number,
	} {
		t.Run(name, func(t *testing.T) {
			b.visitor().refused(422, "HUMAN_CHECK_FAILED", "POST", "/feedback", feedbackWith(wrong))
		})
	}
	b.later(10*time.Minute - time.Second)
	b.visitor().ok(201, "POST", "/feedback", feedbackWith(proof))
	late := b.challenge().solved(true)
	b.later(10 * time.Minute)
	b.visitor().refused(422, "HUMAN_CHECK_FAILED", "POST", "/feedback", feedbackWith(late))
}

func TestOneProofOfWorkThatManySendAtOnceCountsOnce(t *testing.T) {
	b := openBranch(t, working())
	proof := b.challenge().solved(true)
	var passed atomic.Int64
	var group sync.WaitGroup
	for range 8 {
		v := b.visitor()
		group.Go(func() {
			r := httptest.NewRequest(http.MethodPost, portalDocument().BasePath+"/feedback", strings.NewReader(feedbackWith(proof)))
			r.RemoteAddr = v.address
			r.Header.Set("Content-Type", "application/json")
			if v.do(r).Code == 201 {
				passed.Add(1)
			}
		})
	}
	group.Wait()
	if passed.Load() != 1 {
		t.Errorf("%d forms were taken", passed.Load())
	}
}

func TestWithoutACheckOfItsOwnTheServerSetsNoChallenges(t *testing.T) {
	for name, options := range map[string]branchOptions{"off": {}, "another service": {portal: func(o *portal.Options) { o.Human = robots{} }}} {
		t.Run(name, func(t *testing.T) {
			openBranch(t, options).visitor().refused(404, "NOT_FOUND", "GET", "/human-challenge", "")
		})
	}
}
