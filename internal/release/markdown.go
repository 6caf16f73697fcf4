package release

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Markdown says what changed: a heading with the document and its versions, then the changes by what they do, with the
// consumers that they break.
func (c *Comparison) Markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "## %s %s\n\n", c.API, c.Versions())
	body := c.markdown(3, true)
	if body == "" {
		body = "Nothing changed.\n"
	}
	b.WriteString(body)
	for _, f := range c.Version() {
		fmt.Fprintf(&b, "\n**%s**\n", escaped(capital(f.Message)+"."))
	}
	return b.String()
}

// Versions says which versions were compared: "1.0.0 → 1.1.0".
func (c *Comparison) Versions() string {
	switch {
	case c.Old == nil:
		return c.New.Version + " (new)"
	case c.New == nil:
		return c.Old.Version + " (removed)"
	case c.Old.Version == c.New.Version:
		return c.New.Version
	}
	return c.Old.Version + " → " + c.New.Version
}

var headings = []struct {
	level Level
	title string
}{{Breaking, "Breaking changes"}, {Warning, "Changes that may break"}, {Info, "Additions and other compatible changes"}}

// markdown lists the changes below headings of a level, "" when there are none.
func (c *Comparison) markdown(level int, consumers bool) string {
	var b strings.Builder
	heading := func(title string) {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "%s %s\n\n", strings.Repeat("#", level), title)
	}
	edits := c.Edits()
	for _, h := range headings {
		first := true
		for _, e := range edits {
			if e.Level != h.level {
				continue
			}
			if first {
				heading(h.title)
				first = false
			}
			b.WriteString("- " + e.markdown())
			if consumers && e.Level == Breaking && c.consumers {
				b.WriteString(", which " + e.whom())
			}
			b.WriteString(".\n")
		}
	}
	if names := c.Described(codeSpan); len(names) > 0 {
		heading("Texts")
		fmt.Fprintf(&b, "- Descriptions, examples or order of %s.\n", few(names, 12))
	}
	return b.String()
}

// whom says whom a breaking edit breaks.
func (e *Edit) whom() string {
	if len(e.Interactions) == 0 {
		return "no known consumer uses"
	}
	return escaped(e.impact())
}

// markdown writes an edit as one sentence without its full stop.
func (e *Edit) markdown() string {
	text := e.wording.write(codeSpan, escaped)
	if len(e.Operations) == 0 {
		return capital(text)
	}
	names := make([]string, len(e.Operations))
	for i, o := range e.Operations {
		names[i] = codeSpan(o)
	}
	return few(names, 5) + ": " + text
}

// Described names what has other texts than before: operations, components, and the document itself.
func (c *Comparison) Described(quote func(string) string) []string {
	names := map[string]bool{}
	for _, pointer := range c.texts {
		switch at := tokens(pointer); {
		case at[0] == "paths" && len(at) > 2:
			if o := c.operation(at[2], at[1]); o != "" {
				names[quote(o)] = true
				continue
			}
			names[quote(at[1])] = true
		case at[0] == "components" && len(at) > 2:
			names[components[at[1]]+quote(at[2])] = true
		default:
			names["the document itself"] = true
		}
	}
	out := make([]string, 0, len(names))
	for n := range names {
		out = append(out, n)
	}
	slices.Sort(out)
	return out
}

// components are the sections of the components as one of them is called.
var components = map[string]string{
	"schemas": "the schema ", "responses": "the response ", "parameters": "the parameter ", "examples": "the example ",
	"requestBodies": "the request body ", "headers": "the header ", "securitySchemes": "the security scheme ",
	"links": "the link ", "callbacks": "the callback ", "pathItems": "the path ",
}

func (c *Comparison) operation(method, path string) string {
	for _, o := range c.New.Operations {
		if o.Path == path && strings.EqualFold(o.Method, method) {
			return o.ID
		}
	}
	return ""
}

// codeSpan writes a value so that Markdown shows it as it is.
func codeSpan(text string) string {
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if len(fence) > 1 {
		return fence + " " + text + " " + fence
	}
	return fence + text + fence
}

var special = regexp.MustCompile("[\\\\`*_<>\\[\\]#|]")

// escaped writes a sentence so that Markdown shows it as it is.
func escaped(text string) string { return special.ReplaceAllString(text, `\$0`) }

func capital(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}
