package secrets_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/alexedwards/argon2id"

	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/secrets"
	"github.com/sandbank/sandbank/internal/store"
)

func made(t *testing.T, change ...func(*secrets.Options)) *secrets.Secrets {
	t.Helper()
	kept, err := store.OpenFolder(t.Context(), t.TempDir(), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := kept.Close(); err != nil {
			t.Error(err)
		}
	})
	key, err := kept.Secret(t.Context(), "digests", secrets.DigestKeySize)
	if err != nil {
		t.Fatal(err)
	}
	o := secrets.Options{Key: key, Sealer: kept, Passwords: &argon2id.Params{Memory: 64, Iterations: 1, Parallelism: 1, SaltLength: 16, KeyLength: 32}}
	for _, c := range change {
		c(&o)
	}
	s, err := secrets.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestAPasswordIsKnownByItsHashAlone(t *testing.T) {
	s := made(t)
	hash, err := s.HashPassword(t.Context(), "correct horse battery")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(hash, "$argon2id$") || strings.Contains(hash, "horse") {
		t.Errorf("the hash is %s", hash)
	}
	for password, want := range map[string]bool{"correct horse battery": true, "Correct horse battery": false, "": false} {
		if got, err := s.CheckPassword(t.Context(), password, hash); err != nil || got != want {
			t.Errorf("%q gives %v, %v", password, got, err)
		}
	}
	if got, err := s.CheckPassword(t.Context(), "correct horse battery", ""); err != nil || got {
		t.Errorf("nobody's password gives %v, %v", got, err)
	}
}

func TestCheckingForNobodyTakesAsLongAsForSomebody(t *testing.T) {
	s := made(t, func(o *secrets.Options) {
		o.Passwords = &argon2id.Params{Memory: 16 * 1024, Iterations: 3, Parallelism: 1, SaltLength: 16, KeyLength: 32}
	})
	hash, err := s.HashPassword(t.Context(), "correct horse battery")
	if err != nil {
		t.Fatal(err)
	}
	check := func(hash string) time.Duration {
		begun := time.Now()
		if _, err := s.CheckPassword(t.Context(), "wrong", hash); err != nil {
			t.Fatal(err)
		}
		return time.Since(begun)
	}
	somebody, nobody := time.Hour, time.Hour
	for range 15 { // by turns: what else this machine does slows both
		somebody, nobody = min(somebody, check(hash)), min(nobody, check(""))
	}
	if nobody < somebody/2 || nobody > somebody*2 {
		t.Errorf("nobody takes %s, somebody %s", nobody, somebody)
	}
}

func TestHashingWaitsForItsTurnNoLongerThanTheCaller(t *testing.T) {
	s := made(t, func(o *secrets.Options) { o.AtOnce = 1 })
	gone, leave := context.WithCancel(t.Context())
	leave()
	var refused int
	for range 200 { // of two ways at once, either may be taken
		if _, err := s.HashPassword(gone, "x"); errors.Is(err, context.Canceled) {
			refused++
		}
	}
	if refused == 0 {
		t.Error("a caller who is gone is always waited for")
	}
}

func TestWhatIsSealedOpensForItsPurposeOnly(t *testing.T) {
	s := made(t)
	sealed, err := s.Seal("a link", "mail 1")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(sealed, "link") {
		t.Errorf("sealed is %s", sealed)
	}
	if plain, err := s.Open(sealed, "mail 1"); err != nil || plain != "a link" {
		t.Errorf("%q, %v", plain, err)
	}
	if _, err := s.Open(sealed, "mail 2"); !errors.Is(err, store.ErrKey) {
		t.Errorf("another purpose gives %v", err)
	}
	for _, damaged := range []string{"", "?", sealed[:len(sealed)-2]} {
		if _, err := s.Open(damaged, "mail 1"); err == nil {
			t.Errorf("%q opens", damaged)
		}
	}
}

func TestDigestsDependOnTheKeyAndRandomTextsDiffer(t *testing.T) {
	one, other := made(t), made(t)
	digest := one.Digest("a")
	if again := one.Digest("a"); digest != again || digest == one.Digest("b") || digest == other.Digest("a") {
		t.Error("digests are not those of the key")
	}
	if a, b := one.Random(32), one.Random(32); a == b || len(a) != 43 {
		t.Errorf("random texts are %s and %s", a, b)
	}
	if _, err := secrets.New(secrets.Options{Key: []byte("short")}); err == nil {
		t.Error("a short key is taken")
	}
}

func TestTooManyPasswordsAtOnceAreRefused(t *testing.T) {
	s := made(t, func(o *secrets.Options) {
		o.AtOnce, o.Passwords = 1, &argon2id.Params{Memory: 8 * 1024, Iterations: 1, Parallelism: 1, SaltLength: 16, KeyLength: 32}
	})
	const crowd = 200
	errs := make(chan error, crowd)
	for range crowd {
		go func() { _, err := s.HashPassword(t.Context(), "x"); errs <- err }()
	}
	done, refused := 0, 0
	for range crowd {
		switch err := <-errs; {
		case err == nil:
			done++
		case errors.Is(err, portal.ErrUnavailable):
			refused++
		default:
			t.Fatal(err)
		}
	}
	if done < 32 || refused == 0 {
		t.Errorf("%d are done and %d refused", done, refused)
	}
}
