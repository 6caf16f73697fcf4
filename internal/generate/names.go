package generate

import (
	"errors"
	"fmt"
	"go/token"
	"go/types"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/mod/module"
)

// versionLike are names that would be read as a major version at the end of a module's path.
var versionLike = regexp.MustCompile(`^v[0-9]+$`)

// PackageName makes the name of a Go package of an API's name.
func PackageName(api string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(api) {
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			b.WriteRune(r)
		}
	}
	name := b.String()
	switch {
	case name == "" || unicode.IsDigit(rune(name[0])) || versionLike.MatchString(name):
		return "api" + name
	case CheckPackage(name) != nil:
		return name + "api"
	}
	return name
}

// reserved are names that a package cannot well have: those that mean something to Go, and those that the files around
// the code use for something else.
var reserved = func() map[string]bool {
	out := map[string]bool{}
	for _, name := range strings.Fields(`main init internal vendor testdata
		context embed flag fmt fs gin http httptest net os server signal slog syscall testing time
		credentials document handlers run scenarios
		addr answer asked client ctx err folder got inside listener play stop`) {
		out[name] = true
	}
	return out
}()

// CheckPackage refuses what cannot be the name of a generated package.
func CheckPackage(name string) error {
	switch {
	case !token.IsIdentifier(name) || name == "_":
		return fmt.Errorf("%q cannot be the name of a Go package; letters and digits can", name)
	case reserved[name] || len(name) == 1 || types.Universe.Lookup(name) != nil || versionLike.MatchString(name):
		return fmt.Errorf("%q cannot be the name of a generated package; choose another", name)
	case strings.ToLower(name) != name:
		return fmt.Errorf("%q: the names of Go packages are in lower case", name)
	}
	return nil
}

// CheckModule refuses what cannot be the path of a Go module.
func CheckModule(path string) error {
	err := module.CheckImportPath(path)
	var invalid *module.InvalidPathError
	if errors.As(err, &invalid) {
		err = invalid.Err
	}
	if err != nil {
		return fmt.Errorf("%q cannot be the path of a Go module: %w", path, err)
	}
	return nil
}

// goIdentifier joins words to a name with capitals.
func goIdentifier(words []string) string {
	var b strings.Builder
	for _, word := range words {
		upper := true
		for _, r := range word {
			switch {
			case !unicode.IsLetter(r) && !unicode.IsDigit(r):
				upper = true
				continue
			case upper:
				r = unicode.ToUpper(r)
			}
			upper = false
			b.WriteRune(r)
		}
	}
	if b.Len() == 0 {
		return "Schema"
	}
	return b.String()
}
