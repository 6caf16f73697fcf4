package trial

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"
)

// The report in the form that JUnit's Ant task made common and that build servers read.
type (
	junitReport struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Skipped  int          `xml:"skipped,attr"`
		Suites   []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name       string          `xml:"name,attr"`
		Tests      int             `xml:"tests,attr"`
		Failures   int             `xml:"failures,attr"`
		Skipped    int             `xml:"skipped,attr"`
		Time       string          `xml:"time,attr"`
		Properties []junitProperty `xml:"properties>property"`
		Cases      []junitCase     `xml:"testcase"`

		took time.Duration
	}
	junitProperty struct {
		Name  string `xml:"name,attr"`
		Value string `xml:"value,attr"`
	}
	junitCase struct {
		Class   string        `xml:"classname,attr"`
		Name    string        `xml:"name,attr"`
		File    string        `xml:"file,attr"`
		Line    int           `xml:"line,attr"`
		Time    string        `xml:"time,attr"`
		Failure *junitFailure `xml:"failure"`
		Skipped *junitSkipped `xml:"skipped"`
	}
	junitFailure struct {
		Message string `xml:"message,attr"`
		Text    string `xml:",cdata"`
	}
	junitSkipped struct {
		Message string `xml:"message,attr"`
	}
)

// WriteJUnit writes the report for build servers: a suite for each test file.
func (r *Report) WriteJUnit(w io.Writer) error {
	out := junitReport{}
	index := map[string]int{}
	for _, result := range r.Results {
		name := result.API + "/" + result.Test
		i, known := index[name]
		if !known {
			i = len(out.Suites)
			index[name] = i
			out.Suites = append(out.Suites, junitSuite{Name: name, Properties: []junitProperty{{"seed", fmt.Sprint(r.Seed)}}})
		}
		out.Suites[i].add(result)
	}
	for i := range out.Suites {
		s := &out.Suites[i]
		s.Time = seconds(s.took)
		out.Tests += s.Tests
		out.Failures += s.Failures
		out.Skipped += s.Skipped
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(out); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func (s *junitSuite) add(r *Result) {
	c := junitCase{Class: s.Name, Name: r.Case, File: r.Place.File, Line: r.Place.Line, Time: seconds(r.Took)}
	if r.Round > 1 {
		c.Name += fmt.Sprintf(" (round %d)", r.Round)
	}
	s.Tests++
	s.took += r.Took
	switch r.Outcome {
	case Failed:
		s.Failures++
		var b strings.Builder
		writeFailure(&b, r)
		c.Failure = &junitFailure{Message: characters(r.Failure.Findings[0].Error()), Text: characters(b.String())}
	case Skipped:
		s.Skipped++
		c.Skipped = &junitSkipped{characters(r.Reason)}
	case NotRun:
		s.Skipped++
		c.Skipped = &junitSkipped{characters("it cannot be run here: " + r.Reason)}
	}
	c.Name = characters(c.Name)
	s.Cases = append(s.Cases, c)
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.3f", d.Seconds()) }

// characters leaves out what XML 1.0 cannot hold.
func characters(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == utf8.RuneError || r == 0xfffe || r == 0xffff {
			return '?'
		}
		return r
	}, s)
}
