// Package finding describes what is wrong in a file that a person wrote: an OpenAPI document, a scenario file,
// a table. A finding keeps its message, its place and its stable code apart, so that a terminal, a JSON consumer
// and an editor each show them in their own way.
package finding

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// Severity tells whether a finding stops the program from serving.
type Severity int

const (
	// Error findings make the checked files unusable.
	Error Severity = iota
	// Warning findings are worth a look and change nothing.
	Warning
)

// String gives "error" or "warning".
func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// MarshalText writes the severity as its word.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText is the opposite of MarshalText.
func (s *Severity) UnmarshalText(text []byte) error {
	switch string(text) {
	case "error":
		*s = Error
	case "warning":
		*s = Warning
	default:
		return fmt.Errorf("%q is no severity", text)
	}
	return nil
}

// Place is a position in a file. Line and Column start at 1 and Column counts characters, not bytes; EndColumn is
// exclusive and 0 when unknown. Line 0 means the file as a whole. Source is the text of the line.
type Place struct {
	File      string `json:"file"`
	Line      int    `json:"line,omitempty"`
	Column    int    `json:"column,omitempty"`
	EndColumn int    `json:"endColumn,omitempty"`
	Source    string `json:"-"`
}

// String gives file:line:column, or as much of it as is known.
func (p Place) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Related is another place that a finding speaks of, such as the first of two equal names.
type Related struct {
	Place
	Message string `json:"message"`
}

// Finding is one thing that is wrong, or worth a look.
type Finding struct {
	// Code is stable and in kebab case, such as "unknown-operation".
	Code     string   `json:"code"`
	Severity Severity `json:"severity"`
	Place
	Message string    `json:"message"`
	Hint    string    `json:"hint,omitempty"`
	Related []Related `json:"related,omitempty"`
	// Wanted and Got are there where something was compared: what should have been, and what was.
	Wanted string `json:"wanted,omitempty"`
	Got    string `json:"got,omitempty"`
}

// Error gives the finding in one line, place first.
func (f Finding) Error() string { return fmt.Sprintf("%s: %s [%s]", f.Place, f.Message, f.Code) }

// List holds findings in the order in which they are reported.
type List []Finding

// Sort orders the findings by file, line, column, then code, and drops exact repetitions.
func (l *List) Sort() {
	slices.SortStableFunc(*l, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Code, b.Code), cmp.Compare(a.Message, b.Message))
	})
	*l = slices.CompactFunc(*l, func(a, b Finding) bool {
		return a.Place == b.Place && a.Code == b.Code && a.Message == b.Message
	})
}

// Errors counts the findings that stop the program from serving.
func (l List) Errors() int {
	n := 0
	for _, f := range l {
		if f.Severity == Error {
			n++
		}
	}
	return n
}

// Err gives the errors of the list as one error, nil when there is none.
func (l List) Err() error {
	var all []error
	for _, f := range l {
		if f.Severity == Error {
			all = append(all, f)
		}
	}
	return errors.Join(all...)
}

// MarshalJSON writes an empty list as [], never null.
func (l List) MarshalJSON() ([]byte, error) {
	if l == nil {
		return []byte("[]"), nil
	}
	return json.Marshal([]Finding(l))
}

// WriteText writes every finding as a block: place, severity, message and code, the source line with a caret under
// the place, related places, and the hint.
func (l List) WriteText(w io.Writer) error {
	for i, f := range l {
		sep := ""
		if i > 0 {
			sep = "\n"
		}
		if _, err := io.WriteString(w, sep+f.text()); err != nil {
			return err
		}
	}
	return nil
}

func (f Finding) text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s: %s [%s]\n", f.Place, f.Severity, f.Message, f.Code)
	writeCaret(&b, f.Place)
	for _, r := range f.Related {
		fmt.Fprintf(&b, "  %s: %s\n", r.Place, r.Message)
	}
	if f.Hint != "" {
		fmt.Fprintf(&b, "  hint: %s\n", f.Hint)
	}
	return b.String()
}

// maxSource bounds the part of a line that is shown, in characters.
const maxSource = 160

func writeCaret(b *strings.Builder, p Place) {
	if p.Source == "" || p.Column < 1 {
		return
	}
	runes := []rune(strings.TrimRight(p.Source, "\r\n"))
	start, column := 0, p.Column-1
	if column > len(runes) {
		return
	}
	if column >= maxSource-20 {
		start = column - maxSource/2
	}
	end := min(len(runes), start+maxSource)
	var pad strings.Builder
	for _, r := range runes[start:column] {
		if r == '\t' {
			pad.WriteRune('\t')
		} else {
			pad.WriteRune(' ')
		}
	}
	width := 1
	if p.EndColumn > p.Column {
		width = min(p.EndColumn-p.Column, max(1, end-column))
	}
	fmt.Fprintf(b, "    %s\n    %s%s\n", printable(string(runes[start:end])), pad.String(), strings.Repeat("^", width))
}

// printable keeps a source line from moving the cursor of the terminal it is shown on.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\t' && (r < ' ' || r == 0x7f || (r >= 0x80 && r < 0xa0) || r == utf8.RuneError) {
			return '?'
		}
		return r
	}, s)
}
