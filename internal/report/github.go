package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/sandbank/sandbank/internal/finding"
)

// WriteGitHub writes a workflow command of GitHub Actions for each finding, which GitHub shows at the line that it is
// about, and one for each step that could not run. See "Workflow commands for GitHub Actions" for their form.
func (r *Report) WriteGitHub(w io.Writer) error {
	var b strings.Builder
	for _, s := range r.Steps {
		for _, f := range s.Findings {
			writeCommand(&b, s.Name, f)
		}
		if s.Err != nil {
			fmt.Fprintf(&b, "::error title=%s::%s\n", property(s.Name), message("it could not run: "+s.Err.Error()))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func writeCommand(b *strings.Builder, step string, f finding.Finding) {
	var properties []string
	set := func(name, value string) { properties = append(properties, name+"="+property(value)) }
	if f.File != "" {
		set("file", slashed(f.File))
	}
	if f.Line > 0 {
		set("line", fmt.Sprint(f.Line))
		if f.Column > 0 {
			set("col", fmt.Sprint(f.Column))
		}
		if f.EndColumn > f.Column {
			set("endLine", fmt.Sprint(f.Line)) // columns count only where the lines are the same
			set("endColumn", fmt.Sprint(f.EndColumn))
		}
	}
	set("title", step+": "+f.Code)
	text := f.Message
	if f.Hint != "" {
		text += "\n" + f.Hint
	}
	for _, r := range f.Related {
		text += "\n" + r.Place.String() + ": " + r.Message
	}
	fmt.Fprintf(b, "::%s %s::%s\n", f.Severity, strings.Join(properties, ","), message(text))
}

var (
	messageEscapes  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func message(s string) string { return messageEscapes.Replace(s) }

func property(s string) string { return propertyEscapes.Replace(s) }

// slashed writes a path with forward slashes, whatever the machine's own are.
func slashed(path string) string { return strings.ReplaceAll(path, `\`, "/") }
