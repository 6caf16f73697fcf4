package main

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/sandbank/sandbank/internal/release"
	"github.com/sandbank/sandbank/openapi"
)

// repository makes an empty repository, whose default branch is main, the working directory.
func repository(t *testing.T) {
	t.Helper()
	for name, value := range map[string]string{
		"GIT_AUTHOR_NAME": "sandbank", "GIT_AUTHOR_EMAIL": "sandbank@example.com",
		"GIT_COMMITTER_NAME": "sandbank", "GIT_COMMITTER_EMAIL": "sandbank@example.com",
		"GIT_CONFIG_GLOBAL": os.DevNull, "GIT_CONFIG_NOSYSTEM": "1",
	} {
		t.Setenv(name, value)
	}
	t.Chdir(t.TempDir())
	runGit(t, "init", "-q", "-b", "main")
}

func runGit(t *testing.T, args ...string) string {
	t.Helper()
	out, err := exec.Command("git", args...).CombinedOutput()
	if err != nil {
		t.Fatalf("git %s: %v: %s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

func commit(t *testing.T, message string) string {
	t.Helper()
	runGit(t, "add", ".")
	runGit(t, "commit", "-q", "--allow-empty", "-m", message)
	return runGit(t, "rev-parse", "HEAD")
}

func wantBase(t *testing.T, when, want string) {
	t.Helper()
	got, err := defaultBase(t.Context())
	if err != nil || got != want {
		t.Errorf("%s: the base is %q, %v; want %q", when, got, err, want)
	}
}

func TestTheDefaultBaseIsWhereTheBranchLeftTheDefaultBranch(t *testing.T) {
	repository(t)
	wantBase(t, "nothing is committed", "")
	commit(t, "first")
	wantBase(t, "one commit", "")
	second := commit(t, "second")
	wantBase(t, "on the default branch", "HEAD~1")
	runGit(t, "checkout", "-q", "-b", "more")
	wantBase(t, "a branch without commits", "HEAD~1")
	commit(t, "third")
	commit(t, "fourth")
	wantBase(t, "a branch", second[:12])

	// The default branch of origin counts, whatever it is called.
	upstream := runGit(t, "rev-parse", "--show-toplevel")
	runGit(t, "checkout", "-q", "-b", "trunk", "main")
	clone := filepath.Join(t.TempDir(), "clone")
	runGit(t, "clone", "-q", upstream, clone)
	t.Chdir(clone)
	wantBase(t, "a clone", "HEAD~1")
	commit(t, "not pushed")
	wantBase(t, "commits that are not pushed", second[:12])
}

func TestAMissingHistoryIsToldPlainly(t *testing.T) {
	repository(t)
	commit(t, "first")
	commit(t, "second")
	upstream := runGit(t, "rev-parse", "--show-toplevel")
	clone := filepath.Join(t.TempDir(), "clone")
	runGit(t, "clone", "-q", "--depth", "1", "file://"+upstream, clone)
	t.Chdir(clone)
	_, err := defaultBase(t.Context())
	const want = "the commit before HEAD is not there; this clone is shallow: fetch the history with 'git fetch --unshallow', or check out with depth 0 (fetch-depth: 0)"
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	t.Chdir(upstream)
	runGit(t, "checkout", "-q", "--orphan", "other")
	commit(t, "of another kind")
	if _, err = defaultBase(t.Context()); err == nil || err.Error() != "HEAD and refs/heads/main have no commit in common" {
		t.Errorf("two histories: %v", err)
	}
}

func TestWithoutGitOnlyRevisionsAreOutOfReach(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv("PATH", "")
	write(t, "shop.yaml", "openapi: 3.1.0\ninfo: {title: Shop, version: 1.0.0}\npaths: {/a: {get: {operationId: a, responses: {'204': {description: Done.}}}}}\n")
	for _, c := range []struct {
		args   string
		status int
		said   string
	}{
		{"contracts diff shop.yaml shop.yaml", exitFine, "shop 1.0.0: nothing changed\n"},
		{"contracts diff HEAD shop.yaml", exitFailed, "sandbank: the program git is needed to read a revision, and is not there; install it, or name files or folders\n"},
		{"changelog .", exitFailed, "sandbank: the program git is needed to read a revision, and is not there; install it, or name files or folders\nname the documents to compare with: --base\n"},
	} {
		var out bytes.Buffer
		if status := run(t.Context(), strings.Fields(c.args), &out, &out); status != c.status || out.String() != c.said {
			t.Errorf("%s: status %d: %s", c.args, status, out.String())
		}
	}
}

func TestWithoutGitAPipelineFailsWhereThereIsARepository(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "shop.yaml", "openapi: 3.1.0\ninfo: {title: Shop, version: 1.0.0}\npaths: {/a: {get: {operationId: a, x-lint: {error-series: This is about others.}, responses: {'204': {description: Done.}}}}}\n")
	t.Setenv("PATH", "")
	t.Setenv("GITHUB_ACTIONS", "")
	for _, c := range []struct {
		when, ci string
		status   int
		said     string
	}{
		{"no repository", "true", exitFine, "no base: the program git is needed"},
		{"no pipeline", "false", exitFine, "no base: the program git is needed"},
		{"a repository in a pipeline", "true", exitFailed, "it could not run: the program git is needed"},
		{"a repository and no pipeline", "", exitFine, "no base: the program git is needed"},
	} {
		if strings.HasPrefix(c.when, "a repository") {
			write(t, ".git/HEAD", "ref: refs/heads/main\n")
		}
		t.Setenv("CI", c.ci)
		var out bytes.Buffer
		if status := run(t.Context(), []string{"ci", "--document", "shop.yaml"}, &out, &out); status != c.status || !strings.Contains(out.String(), c.said) {
			t.Errorf("%s: status %d: %s", c.when, status, out.String())
		}
	}
}

func TestDocumentsOfTheProgramAreComparedWithABase(t *testing.T) {
	l, err := load("")
	if err != nil {
		t.Fatal(err)
	}
	base := t.TempDir()
	names, err := fs.Glob(openapi.Documents, "*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(openapi.Documents, name)
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(base, name), strings.Replace(string(data), "operationId: listFields", "operationId: listAllFields", 1))
	}
	comparisons, found, err := compareDocuments(context.Background(), base, l, nil)
	if err != nil || len(found) > 0 || len(comparisons) != len(names)-1 { // one document is what the others share
		t.Fatalf("%d comparisons, %v, %v", len(comparisons), found, err)
	}
	at := slices.IndexFunc(comparisons, func(c *release.Comparison) bool { return c.API == "deposits" })
	edits := comparisons[at].Edits()
	if len(edits) != 1 || edits[0].Sentence() != `listFields: the operation's id changed from "listAllFields" to "listFields"` ||
		!strings.HasPrefix(edits[0].Place.String(), "openapi/deposits.yaml:") {
		t.Errorf("the edits are %+v", edits)
	}
	for _, other := range slices.Delete(comparisons, at, at+1) {
		if edits := other.Edits(); len(edits) != 0 {
			t.Errorf("%s did not change: %+v", other.API, edits)
		}
	}
}

func TestDocumentsThatAreNamedAreComparedWithWhatTheyWereInARevision(t *testing.T) {
	repository(t)
	shop := "openapi: 3.1.0\ninfo: {title: Shop, version: 1.0.0}\npaths: {/a: {get: {operationId: a, responses: {'200': {description: Done., content: {application/json: {schema: {$ref: 'parts/shop.yaml#/Name'}}}}}}}}\n"
	write(t, "api/shop.yaml", shop)
	write(t, "api/parts/shop.yaml", "Name: {type: string, maxLength: 8}\n")
	write(t, "api/other.yaml", strings.ReplaceAll(shop, "/a:", "/b:"))
	commit(t, "first")
	write(t, "api/parts/shop.yaml", "Name: {type: string, maxLength: 9}\n")
	write(t, "new/till.yaml", strings.ReplaceAll(strings.ReplaceAll(shop, "/a:", "/c:"), "{$ref: 'parts/shop.yaml#/Name'}", "{type: string, maxLength: 3}"))
	t.Chdir("api")
	l, err := loadDocuments([]string{"shop.yaml", "../new/till.yaml"}, true, "")
	if err != nil || len(l.documents) != 2 {
		t.Fatal(err, l)
	}
	for _, base := range []string{"HEAD", "main"} {
		comparisons, found, err := compareDocuments(context.Background(), base, l, nil)
		if err != nil || len(found) > 0 || len(comparisons) != 2 {
			t.Fatalf("%d comparisons, %v, %v", len(comparisons), found, err)
		}
		shop, till := comparisons[0].Edits(), comparisons[1].Edits()
		if len(shop) != 1 || shop[0].Place.String() != "parts/shop.yaml:1:22" || shop[0].Was.String() != base+":api/parts/shop.yaml:1:22" {
			t.Errorf("shop changed so: %+v", shop)
		}
		if len(till) != 1 || till[0].ID != "document-added" {
			t.Errorf("till changed so: %+v", till)
		}
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
