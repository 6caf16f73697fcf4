package store_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/alexedwards/argon2id"
	"github.com/google/uuid"

	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/secrets"
	"github.com/sandbank/sandbank/internal/store"
)

func TestManyProcessesAtThePortalAtOnce(t *testing.T) {
	onBoth(t, map[string]func(*testing.T, *store.Store){
		"of many who register one name one succeeds":                oneOfManyRegisters,
		"of many who follow one link one succeeds":                  oneOfManyActivates,
		"of many guesses at once no more are taken than one by one": guessesAtOnce,
		"of many requests with one key one is begun":                oneOfManyBegins,
		"of many who send one mail one does":                        oneOfManySends,
	})
}

// portalOn gives a portal on a database, as one of several processes would have it.
func portalOn(t *testing.T, s *store.Store, mailer portal.Mailer) *portal.Service {
	t.Helper()
	key, err := s.Secret(t.Context(), "digests", secrets.DigestKeySize)
	if err != nil {
		t.Fatal(err)
	}
	hidden, err := secrets.New(secrets.Options{Key: key, Sealer: s, Passwords: &argon2id.Params{Memory: 64, Iterations: 1, Parallelism: 1, SaltLength: 16, KeyLength: 32}})
	if err != nil {
		t.Fatal(err)
	}
	return portal.New(portal.Options{Store: s.Portal(), Clock: func() time.Time { return start }, NewID: func() string { return uuid.Must(uuid.NewV7()).String() },
		Secrets: hidden, Mailer: mailer})
}

// crowd does something in many processes at once and counts the outcomes: "" for success, else the code of the refusal.
func crowd(t *testing.T, n int, do func(i int) error) map[string]int {
	t.Helper()
	outcomes := make(chan string, n)
	for i := range n {
		go func() {
			err := do(i)
			var refusal *portal.Refusal
			switch {
			case err == nil:
				outcomes <- ""
			case errors.As(err, &refusal):
				outcomes <- refusal.Code
			default:
				outcomes <- err.Error()
			}
		}()
	}
	count := map[string]int{}
	for range n {
		count[<-outcomes]++
	}
	return count
}

func aRegistration(username, name string) portal.Registration {
	return portal.Registration{Person: portal.NewPerson{Username: username, Password: "correct horse battery", FirstName: "G", LastName: "N", Email: username + "@x.example"},
		Name: name, Agreements: []portal.AcceptedAgreement{{Name: "terms", Number: 1}}}
}

func oneOfManyRegisters(t *testing.T, s *store.Store) {
	p := portalOn(t, s, nil)
	got := crowd(t, 12, func(i int) error {
		_, _, err := p.Register(t.Context(), portal.Actor{Address: fmt.Sprint(i)}, aRegistration(fmt.Sprint("user", i), "Acme"))
		return err
	})
	is(t, "the outcomes", got, map[string]int{"": 1, "ORGANISATION_EXISTS": 11})
	got = crowd(t, 12, func(i int) error {
		_, _, err := p.Register(t.Context(), portal.Actor{Address: fmt.Sprint(i)}, aRegistration("same", fmt.Sprint("Organisation ", i)))
		return err
	})
	is(t, "the outcomes", got, map[string]int{"": 1, "USERNAME_TAKEN": 11})
}

// box keeps the mails that are sent.
type box struct {
	guard sync.Mutex
	texts []string
}

func (b *box) Send(_ context.Context, _, _, text string) error {
	b.guard.Lock()
	defer b.guard.Unlock()
	b.texts = append(b.texts, text)
	return nil
}

func oneOfManyActivates(t *testing.T, s *store.Store) {
	mails := &box{}
	p := portalOn(t, s, mails)
	if err := p.PrepareCatalogue(t.Context(), []portal.Document{{API: "deposits", Title: "D"}}); err != nil {
		t.Fatal(err)
	}
	if _, _, err := p.Register(t.Context(), portal.Actor{Address: "a"}, aRegistration("asha", "Acme")); err != nil {
		t.Fatal(err)
	}
	if _, err := p.SendMails(t.Context()); err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(mails.texts[0], "/activate#")
	token, _, _ := strings.Cut(rest, "\n")
	got := crowd(t, 12, func(i int) error {
		_, err := p.Activate(t.Context(), portal.Actor{Address: fmt.Sprint(i)}, token)
		return err
	})
	is(t, "the outcomes", got, map[string]int{"": 1, "LINK_INVALID": 11})
}

func guessesAtOnce(t *testing.T, s *store.Store) {
	p := portalOn(t, s, nil)
	got := crowd(t, 24, func(i int) error {
		_, err := p.SignIn(t.Context(), portal.Actor{Address: fmt.Sprint(i)}, "asha", "wrong")
		return err
	})
	is(t, "the outcomes", got, map[string]int{"SIGN_IN_FAILED": 10, "TOO_MANY_ATTEMPTS": 14})
}

func oneOfManyBegins(t *testing.T, s *store.Store) {
	p := portalOn(t, s, nil)
	got := crowd(t, 12, func(int) error {
		_, _, _, err := p.Begin(t.Context(), portal.Actor{Person: "p"}, "key", "request")
		return err
	})
	is(t, "the outcomes", got, map[string]int{"": 1, "IDEMPOTENCY_KEY_IN_USE": 11})
}

func oneOfManySends(t *testing.T, s *store.Store) {
	mails := &box{}
	p := portalOn(t, s, mails)
	for i := range 5 {
		if _, _, err := p.Register(t.Context(), portal.Actor{Address: "a"}, aRegistration(fmt.Sprint("user", i), fmt.Sprint("Organisation ", i))); err != nil {
			t.Fatal(err)
		}
	}
	var tried atomic.Int64
	got := crowd(t, 6, func(int) error {
		n, err := p.SendMails(t.Context())
		tried.Add(int64(n))
		return err
	})
	is(t, "the outcomes", got, map[string]int{"": 6})
	is(t, "the mails", []int{len(mails.texts), int(tried.Load())}, []int{5, 5})
}
