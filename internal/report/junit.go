package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/sandbank/sandbank/internal/finding"
)

// Suite is a group of tests.
type Suite struct {
	Name       string
	Properties []Property
	Cases      []Case
}

// Property is something that is known of a suite.
type Property struct{ Name, Value string }

// Case is one test: it passed unless a message says otherwise.
type Case struct {
	Name  string
	Place finding.Place
	Took  time.Duration
	// Failure says in a line what is wrong, and Text everything about it; Skip why the case was not run, and Error why
	// it could not be.
	Failure, Text, Skip, Error string
}

// The form that JUnit's Ant task made common and that build servers read.
type (
	junitReport struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Errors   int          `xml:"errors,attr,omitempty"`
		Skipped  int          `xml:"skipped,attr"`
		Suites   []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name       string           `xml:"name,attr"`
		Tests      int              `xml:"tests,attr"`
		Failures   int              `xml:"failures,attr"`
		Errors     int              `xml:"errors,attr,omitempty"`
		Skipped    int              `xml:"skipped,attr"`
		Time       string           `xml:"time,attr"`
		Properties *[]junitProperty `xml:"properties>property"`
		Cases      []junitCase      `xml:"testcase"`
	}
	junitProperty struct {
		Name  string `xml:"name,attr"`
		Value string `xml:"value,attr"`
	}
	junitCase struct {
		Class   string        `xml:"classname,attr"`
		Name    string        `xml:"name,attr"`
		File    string        `xml:"file,attr,omitempty"`
		Line    int           `xml:"line,attr,omitempty"`
		Time    string        `xml:"time,attr"`
		Failure *junitProblem `xml:"failure"`
		Error   *junitProblem `xml:"error"`
		Skipped *junitSkipped `xml:"skipped"`
	}
	junitProblem struct {
		Message string `xml:"message,attr"`
		Text    string `xml:",cdata"`
	}
	junitSkipped struct {
		Message string `xml:"message,attr"`
	}
)

// WriteJUnit writes suites of tests for build servers.
func WriteJUnit(w io.Writer, suites []Suite) error {
	out := junitReport{}
	for _, s := range suites {
		suite := s.junit()
		out.Tests += suite.Tests
		out.Failures += suite.Failures
		out.Errors += suite.Errors
		out.Skipped += suite.Skipped
		out.Suites = append(out.Suites, suite)
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

func (s *Suite) junit() junitSuite {
	out := junitSuite{Name: characters(s.Name)}
	if len(s.Properties) > 0 {
		properties := []junitProperty{}
		for _, p := range s.Properties {
			properties = append(properties, junitProperty{characters(p.Name), characters(p.Value)})
		}
		out.Properties = &properties
	}
	var took time.Duration
	for _, c := range s.Cases {
		one := junitCase{Class: out.Name, Name: characters(c.Name), File: characters(slashed(c.Place.File)), Line: c.Place.Line, Time: seconds(c.Took)}
		switch {
		case c.Error != "":
			out.Errors++
			one.Error = &junitProblem{characters(c.Error), characters(c.Text)}
		case c.Failure != "":
			out.Failures++
			one.Failure = &junitProblem{characters(c.Failure), characters(c.Text)}
		case c.Skip != "":
			out.Skipped++
			one.Skipped = &junitSkipped{characters(c.Skip)}
		}
		out.Tests++
		took += c.Took
		out.Cases = append(out.Cases, one)
	}
	out.Time = seconds(took)
	return out
}

// WriteJUnit writes the steps for build servers: a suite for each, and one for each suite of tests that it ran. What was
// found is a case that fails; a step that found no error, or that ran tests, is one case itself. Warnings are no
// failures, and stay out.
func (r *Report) WriteJUnit(w io.Writer) error {
	var suites []Suite
	for _, s := range r.Steps {
		suites = append(suites, s.suite())
		suites = append(suites, s.Suites...)
	}
	return WriteJUnit(w, suites)
}

// suite shows a step and its findings as tests. Their names hold no line, so that a build server knows them again.
func (s *Step) suite() Suite {
	whole := Case{Name: s.Name, Took: s.Took}
	var cases []Case
	for _, f := range s.Findings {
		if f.Severity != finding.Error {
			continue
		}
		var text strings.Builder
		if err := (finding.List{f}).WriteText(&text); err != nil {
			panic(err) // a strings.Builder takes everything
		}
		whole.Text += text.String()
		cases = append(cases, Case{Name: fmt.Sprintf("%s: %s [%s]", slashed(f.File), f.Message, f.Code), Place: f.Place,
			Failure: f.Error(), Text: text.String()})
	}
	switch status := s.Status(); {
	case status == Broken:
		whole.Error = "it could not run: " + s.Err.Error()
		cases = append(cases, whole)
	case len(s.Suites) > 0 && status == Failed: // the findings are those of the tests, beside others
		whole.Failure = summary(s.Findings)
		cases = []Case{whole}
	case len(cases) == 0:
		whole.Skip = s.Skipped
		cases = append(cases, whole)
	}
	return Suite{Name: s.Name, Cases: cases}
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
