package openapi

import (
	_ "embed"
	"strings"
)

//go:embed CHANGELOG.md
var changelog string

// Changelog gives what changed in each version of a document, newest first: the sections about it of CHANGELOG.md, in
// Markdown. It is "" for a document that has none.
func Changelog(api string) string {
	var out strings.Builder
	about := false
	for line := range strings.Lines(changelog) {
		if heading, ok := strings.CutPrefix(line, "## "); ok {
			about = strings.HasPrefix(heading, api+" ")
		}
		if about && !strings.HasPrefix(line, "<!--") { // the comments are for the program that writes the file
			out.WriteString(line)
		}
	}
	return out.String()
}
