package portal

import (
	"context"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sandbank/sandbank/internal/problem"
)

// PasswordMinLength is the least number of characters of a password.
const PasswordMinLength = 12

// minDistinct is the least number of different characters of a password.
const minDistinct = 5

// commonParts are what people make weak passwords from. A password that has little beside them is common.
var commonParts = []string{
	"administrator", "football", "baseball", "sunshine", "princess", "passwort", "password", "passw0rd", "p@ssw0rd", "p@ssword", "iloveyou",
	"changeme", "qwertyuiop", "asdfghjkl", "1q2w3e4r5t", "1qaz2wsx", "zaq12wsx", "welcome", "trustno1", "letmein", "starwars", "superman",
	"whatever", "computer", "internet", "qwerty", "azerty", "qwertz", "monkey", "dragon", "master", "shadow", "secret", "summer", "winter",
	"spring", "autumn", "hello", "login", "admin", "abc123", "test", "bank", "user",
}

// sequences are what keyboards and alphabets offer to the lazy.
const sequences = "abcdefghijklmnopqrstuvwxyz 01234567890123456789 98765432109876543210 qwertyuiopasdfghjklzxcvbnm zyxwvutsrqponmlkjihgfedcba"

// minRest is how many characters a password needs beside common parts and runs of a sequence.
const minRest = 5

// checkPassword refuses a password that is easy to guess. pointer is where it stands in the body.
func checkPassword(password, username, pointer string) error {
	weak := func(message string) error {
		return refuseField(problem.PasswordTooWeak, "The password "+message+".", pointer, message)
	}
	folded := fold(password)
	if utf8.RuneCountInString(password) < PasswordMinLength {
		return weak(fmt.Sprintf("must have at least %d characters", PasswordMinLength))
	}
	if strings.Contains(folded, fold(username)) {
		return weak("must not have the user name in it")
	}
	distinct := map[rune]bool{}
	for _, r := range folded {
		distinct[r] = true
	}
	if len(distinct) < minDistinct || utf8.RuneCountInString(unusual(folded)) < minRest {
		return weak("is common")
	}
	return nil
}

// unusual gives what is left of a password without what everybody uses: common parts, runs of four characters or more
// of a sequence, and what stands between letters and digits.
func unusual(folded string) string {
	for _, part := range commonParts {
		folded = strings.ReplaceAll(folded, part, "")
	}
	var rest strings.Builder
	for len(folded) > 0 {
		n := 0
		for n < len(folded) && strings.Contains(sequences, folded[:n+1]) && folded[n] != ' ' {
			n++
		}
		if n >= 4 {
			folded = folded[n:]
			continue
		}
		r, size := utf8.DecodeRuneInString(folded)
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			rest.WriteRune(r)
		}
		folded = folded[size:]
	}
	return rest.String()
}

// ResetPassword sets the password of whom a link was sent to. All sessions of the person end, and sign-in is held up no
// more.
func (s *Service) ResetPassword(ctx context.Context, by Actor, token, password string) error {
	if err := s.attempt(ctx, by.Address, linkLimit); err != nil {
		return err
	}
	var p Person
	err := s.store.View(ctx, func(tx Tx) (err error) {
		_, p, err = s.ticketOf(ctx, tx, ForPasswordReset, token)
		return err
	})
	if err != nil {
		return err
	}
	if err := checkPassword(password, p.Username, "/newPassword"); err != nil {
		return err
	}
	hash, err := s.secrets.HashPassword(ctx, password)
	if err != nil {
		return err
	}
	return s.store.Update(ctx, func(tx Tx) error {
		_, p, err := s.ticketOf(ctx, tx, ForPasswordReset, token)
		if err != nil {
			return err
		}
		if p.Status != PersonActive {
			return errLink()
		}
		p.PasswordHash = hash
		p.Era++
		if err := s.changePerson(ctx, tx, &p); err != nil {
			return err
		}
		if err := tx.DeleteTickets(ctx, ForPasswordReset, p.ID); err != nil {
			return err
		}
		if err := s.forgive(ctx, tx, signInOfName, p.UsernameKey); err != nil {
			return err
		}
		if err := s.mail(ctx, tx, p.Email, mailPasswordChanged(p)); err != nil {
			return err
		}
		return s.auditPerson(ctx, tx, by, "person.password-reset", p)
	})
}

// ChangePassword sets another password of the actor. All sessions of the person end but those of the era that it gives,
// which is new.
func (s *Service) ChangePassword(ctx context.Context, by Actor, current, password string) (era int64, err error) {
	p, err := s.proved(ctx, by, current)
	if err != nil {
		return 0, err
	}
	if err := checkPassword(password, p.Username, "/newPassword"); err != nil {
		return 0, err
	}
	hash, err := s.secrets.HashPassword(ctx, password)
	if err != nil {
		return 0, err
	}
	err = s.store.Update(ctx, func(tx Tx) error {
		now, err := tx.Person(ctx, p.ID)
		if err != nil {
			return err
		}
		if now.PasswordHash != p.PasswordHash {
			return ErrStale
		}
		now.PasswordHash = hash
		now.Era++
		era = now.Era
		if err := s.changePerson(ctx, tx, &now); err != nil {
			return err
		}
		if err := tx.DeleteTickets(ctx, ForPasswordReset, p.ID); err != nil {
			return err
		}
		if err := s.mail(ctx, tx, now.Email, mailPasswordChanged(now)); err != nil {
			return err
		}
		return s.auditPerson(ctx, tx, by, "person.password-changed", now)
	})
	return era, err
}

// proved gives the actor's person when the password is theirs.
func (s *Service) proved(ctx context.Context, by Actor, password string) (p Person, err error) {
	if err := by.SignedIn(); err != nil {
		return p, err
	}
	if err := s.attempt(ctx, by.Person, passwordLimit); err != nil {
		return p, err
	}
	err = s.store.View(ctx, func(tx Tx) (err error) {
		p, err = tx.Person(ctx, by.Person)
		return err
	})
	if err != nil {
		return p, err
	}
	fits, err := s.secrets.CheckPassword(ctx, password, p.PasswordHash)
	if err != nil {
		return p, err
	}
	if !fits {
		return p, refuseField(problem.PasswordWrong, "The current password is wrong.", "/currentPassword", "is wrong")
	}
	ctx = aside(ctx)
	return p, s.store.Update(ctx, func(tx Tx) error { return s.forgive(ctx, tx, passwordLimit, by.Person) })
}

// auditPerson writes down what was done to a person.
func (s *Service) auditPerson(ctx context.Context, tx Tx, by Actor, action string, p Person, changes ...AuditChange) error {
	return s.audit(ctx, tx, by, AuditEntry{Action: action, ObjectKind: "person", Object: p.ID, ObjectName: p.Username, Organisation: p.Organisation,
		Changes: changes})
}
