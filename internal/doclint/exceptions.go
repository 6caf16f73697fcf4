package doclint

import (
	"fmt"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
)

// extension is the field in which an object of a document makes exceptions, each with its reason:
//
//	x-lint:
//	  problem-answers: The errors of this API are older than RFC 9457.
//
// They hold for the object and for all that is written below it, in the whole document when they stand at its top.
const extension = "x-lint"

// minReason is the least that a reason can be, in characters: two short words.
const minReason = 8

var (
	malformedException = Rule{"exception-malformed", finding.Error, "An exception names a rule and gives a reason.",
		"An exception that nobody can read again, or that names no rule, hides that something is wrong."}
	unneededException = Rule{"exception-unneeded", finding.Warning, "An exception is needed.",
		"An exception outlives what it was made for, and then hides the next mistake."}
)

// exception is one rule that an object is excepted from.
type exception struct {
	code   string
	place  finding.Place
	needed bool
}

// readExceptions notes the exceptions of a document, and reports those that are malformed.
func (l *linter) readExceptions() {
	l.rule = malformedException
	for _, o := range l.document.Objects {
		if !o.Has(extension) {
			continue
		}
		if _, ok := o.Value(extension).(map[string]any); !ok {
			l.report(o, at{place: o.PlaceOf(extension), hint: "write " + extension + ": {rule: reason}"},
				"%s must be an object of rules, each with the reason for its exception", extension)
			continue
		}
		for _, code := range o.Names(extension) {
			l.readException(o, code)
		}
	}
}

func (l *linter) readException(o *contract.Object, code string) {
	place := o.PlaceOf(extension, code)
	var known []string
	for _, r := range rules {
		known = append(known, r.Code)
		if r.Code != code {
			continue
		}
		if len([]rune(strings.TrimSpace(o.Text(extension, code)))) < minReason {
			l.report(o, at{place: place, hint: "say in a sentence why the rule does not hold here"}, "the exception from %s gives no reason", code)
		}
		if l.excepted[place] == nil {
			l.excepted[place] = &exception{code: code, place: place}
		}
		return
	}
	l.report(o, at{place: place, hint: finding.DidYouMean(code, known)}, "there is no rule %q to make an exception from", code)
}

// isExcepted tells whether an exception from the current rule holds for an object, and notes that it is needed.
func (l *linter) isExcepted(o *contract.Object) bool {
	for ; o != nil; o = o.Parent {
		if !o.Has(extension, l.rule.Code) {
			continue
		}
		if e := l.excepted[o.PlaceOf(extension, l.rule.Code)]; e != nil {
			e.needed = true
			return true
		}
	}
	return false
}

func (l *linter) reportUnneeded() {
	for _, e := range l.excepted {
		if !e.needed {
			l.list = append(l.list, finding.Finding{Code: unneededException.Code, Severity: unneededException.Severity, Place: e.place,
				Message: fmt.Sprintf("nothing here breaks the rule %s, so the exception is not needed", e.code), Hint: "remove it"})
		}
	}
}
