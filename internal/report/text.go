package report

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// WriteText writes the findings of every step under its name, then one table of the steps.
func (r *Report) WriteText(w io.Writer) error {
	var b strings.Builder
	for _, s := range r.Steps {
		if err := s.writeFindings(&b); err != nil {
			return err
		}
	}
	r.writeTable(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

func (s *Step) writeFindings(b *strings.Builder) error {
	if len(s.Findings) == 0 && s.Err == nil {
		return nil
	}
	fmt.Fprintf(b, "== %s: %s\n\n", s.Name, summary(s.Findings))
	if err := s.Findings.WriteText(b); err != nil {
		return err
	}
	if s.Err != nil {
		fmt.Fprintf(b, "it could not run: %v\n", s.Err)
	}
	b.WriteByte('\n')
	return nil
}

// writeTable writes a line for each step, in columns, and a last one that counts them.
func (r *Report) writeTable(b *strings.Builder) {
	rows := [][]string{{"step", "status", "errors", "warnings", "time", ""}}
	for _, s := range r.Steps {
		about := s.Counts
		switch {
		case s.Err != nil:
			about, _, _ = strings.Cut("it could not run: "+s.Err.Error(), "\n")
		case s.Status() == Skipped:
			about = s.Skipped
		}
		errors := s.Findings.Errors()
		rows = append(rows, []string{s.Name, string(s.Status()), fmt.Sprint(errors), fmt.Sprint(len(s.Findings) - errors),
			fmt.Sprintf("%.1fs", s.Took.Seconds()), about})
	}
	widths := make([]int, len(rows[0])-1)
	for _, row := range rows {
		for i := range widths {
			widths[i] = max(widths[i], utf8.RuneCountInString(row[i]))
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			switch {
			case i == len(widths):
				line.WriteString(cell)
			case i < 2: // words are aligned left, figures right
				fmt.Fprintf(&line, "%-*s  ", widths[i], cell)
			default:
				fmt.Fprintf(&line, "%*s  ", widths[i], cell)
			}
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	fmt.Fprintf(b, "\n%s: %s\n", count(len(r.Steps), "step"), r.counts())
}

func (r *Report) counts() string {
	var parts []string
	for _, status := range []Status{Passed, Failed, Broken, Skipped} {
		if n := r.Count(status); n > 0 || status == Passed {
			parts = append(parts, fmt.Sprintf("%d %s", n, status))
		}
	}
	return strings.Join(parts, ", ")
}
