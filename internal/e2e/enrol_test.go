package e2e_test

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/secrets"
	"github.com/sandbank/sandbank/internal/store"
)

// argument gives the value of a flag in a command line; "" when it is not there.
func argument(args []string, flag string) string {
	if i := slices.Index(args, flag); i >= 0 {
		return args[i+1]
	}
	return ""
}

// enrolled are the keys that there are, by the database.
var enrolled sync.Map

// enrol makes an enabled application without practical limits for each key, in the database that the flags of serve
// name. In a folder that must be done before a program serves from it.
func enrol(t testing.TB, args []string, keys ...string) {
	t.Helper()
	address, folder := argument(args, "--database"), argument(args, "--data")
	keys = slices.DeleteFunc(slices.Clone(keys), func(key string) bool {
		_, there := enrolled.LoadOrStore(address+folder+" "+key, true)
		return there
	})
	if len(keys) == 0 {
		return
	}
	s, err := openStore(t, args)
	if err == nil {
		err = errors.Join(enrolIn(t, s, keys), s.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
}

// secretOf is the client secret of an enrolled application.
func secretOf(key string) string { return "the secret of " + key }

func openStore(t testing.TB, args []string) (*store.Store, error) {
	t.Helper()
	if folder := argument(args, "--data"); folder != "" {
		return store.OpenFolder(t.Context(), folder, nil)
	}
	key, err := store.KeyFile(argument(args, "--key-file"))
	if err != nil {
		return nil, err
	}
	return store.OpenDatabase(t.Context(), argument(args, "--database"), key, nil)
}

func enrolIn(t testing.TB, s *store.Store, keys []string) error {
	t.Helper()
	digests, err := s.Secret(t.Context(), "digests", secrets.DigestKeySize)
	if err != nil {
		return err
	}
	hidden, err := secrets.New(secrets.Options{Key: digests, Sealer: s})
	if err != nil {
		return err
	}
	newID := func() string { return uuid.Must(uuid.NewV7()).String() }
	p := portal.New(portal.Options{Store: s.Portal(), Clock: time.Now, NewID: newID, Secrets: hidden})
	documents := []portal.Document{{API: "deposits", Title: "Deposits"}, {API: "virtual-accounts", Title: "Virtual accounts"}}
	if err := p.PrepareCatalogue(t.Context(), documents); err != nil {
		return err
	}
	d, err := p.Demo(t.Context(), "a password for tests", "another one for tests")
	if err != nil {
		return err
	}
	return s.Portal().Update(t.Context(), func(tx portal.Tx) error {
		for _, key := range keys {
			a := portal.Application{
				ID: newID(), Organisation: d.Organisation, NameKey: fmt.Sprintf("application %x", key), State: portal.ApplicationEnabled,
				ApplicationText: portal.ApplicationText{Name: fmt.Sprintf("Application %x", key), Platform: "other", OAuthType: "2.0"}, CreatedAt: time.Now(), Version: 1,
			}
			if err := tx.InsertApplication(t.Context(), a); err != nil {
				return err
			}
			pair := portal.Credential{ID: newID(), Application: a.ID, KeyDigest: hidden.Digest(key), SecretDigest: hidden.Digest(secretOf(key)), CreatedAt: time.Now()}
			if err := tx.InsertCredential(t.Context(), pair); err != nil {
				return err
			}
			for _, d := range documents {
				err := tx.PutSubscription(t.Context(), portal.Subscription{Application: a.ID, API: d.API, State: portal.SubscriptionApproved, Stage: portal.StageSandbox, Plan: "unlimited", Since: time.Now()})
				if err != nil {
					return err
				}
			}
		}
		return nil
	})
}
