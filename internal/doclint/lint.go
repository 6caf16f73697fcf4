// Package doclint holds rules about how an OpenAPI document is written, beyond what the specification demands: what
// keeps generators from making good clients, and what a bank's document owes those who read it. It judges documents as
// they were written (contract.Document); whether a document can be served at all, and whether its examples satisfy
// their schemas, is decided when it is loaded.
//
// A rule looks at one object of OpenAPI at a time. What it finds is an error when tools go wrong by it, else a warning.
// An exception stands in the document (see exceptions), and one that nothing needs is found as well.
package doclint

import (
	"fmt"
	"strconv"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
)

// Rule describes a rule to those who meet what it found.
type Rule struct {
	// Code is that of its findings.
	Code     string
	Severity finding.Severity
	// Demand says what must be so, Why what goes wrong otherwise; each is a sentence.
	Demand, Why string
}

// rule is a rule with its check, which is called for each object of a kind, or for every object where that is "".
type rule struct {
	Rule
	kind  string
	check func(l *linter, o *contract.Object)
}

// Rules lists all rules, those about exceptions last.
func Rules() []Rule {
	list := make([]Rule, 0, len(rules)+2)
	for _, r := range rules {
		list = append(list, r.Rule)
	}
	return append(list, malformedException, unneededException)
}

// maxOfEach bounds how many findings of one rule are reported.
const maxOfEach = 100

// Lint holds documents against every rule. Files that several of them refer to are judged once: an exception in such a
// file is needed when any of the documents needs it. The findings are sorted; of one rule at most 100 are listed, and
// one more counts the rest.
func Lint(documents ...*contract.Document) finding.List {
	l := &linter{excepted: map[finding.Place]*exception{}}
	for _, d := range documents {
		l.document = d
		l.readExceptions()
		for _, r := range rules {
			l.rule = r.Rule
			for _, o := range d.Objects {
				if r.kind == "" || o.Kind == r.kind {
					r.check(l, o)
				}
			}
		}
	}
	l.reportUnneeded()
	l.list.Sort()
	return bounded(l.list)
}

func bounded(list finding.List) finding.List {
	counts, files := map[string]int{}, map[string]string{}
	kept := list[:0]
	for _, f := range list {
		if counts[f.Code]++; counts[f.Code] <= maxOfEach {
			kept, files[f.Code] = append(kept, f), f.File
		}
	}
	for _, r := range Rules() {
		if more := counts[r.Code] - maxOfEach; more > 0 {
			kept = append(kept, finding.Finding{Code: r.Code, Severity: r.Severity, Place: finding.Place{File: files[r.Code]},
				Message: strconv.Itoa(more) + " more findings of this rule are not listed"})
		}
	}
	return kept
}

// linter is one run over documents.
type linter struct {
	document *contract.Document
	rule     Rule
	excepted map[finding.Place]*exception
	list     finding.List
}

// at is where a finding is placed, what else it speaks of, and what would help.
type at struct {
	place   finding.Place
	related []finding.Related
	hint    string
}

// report adds a finding of the current rule about an object, unless an exception holds for it.
func (l *linter) report(o *contract.Object, where at, format string, args ...any) {
	if l.isExcepted(o) {
		return
	}
	l.list = append(l.list, finding.Finding{Code: l.rule.Code, Severity: l.rule.Severity, Place: where.place,
		Message: fmt.Sprintf(format, args...), Hint: where.hint, Related: where.related})
}
