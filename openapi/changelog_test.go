package openapi_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/openapi"
)

func TestEveryDocumentHasItsOwnChangelog(t *testing.T) {
	heading := regexp.MustCompile(`(?m)^## (\S+) `)
	for _, api := range []string{"deposits", "iwish", "portal", "sandbox"} {
		text := openapi.Changelog(api)
		found := heading.FindAllStringSubmatch(text, -1)
		if len(found) == 0 || strings.Contains(text, "<!--") {
			t.Errorf("%s has the changelog %q", api, text)
		}
		for _, m := range found {
			if m[1] != api {
				t.Errorf("the changelog of %s has a section about %s", api, m[1])
			}
		}
	}
	if text := openapi.Changelog("nothing"); text != "" {
		t.Errorf("an API that there is not has the changelog %q", text)
	}
}
