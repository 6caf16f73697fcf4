package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/sandbank/sandbank/internal/release"
	"github.com/sandbank/sandbank/internal/report"
)

// comparisonBase is what the documents of a pipeline are compared with.
type comparisonBase struct {
	name     string // a folder, a file, or a revision, which may have a path behind a colon
	about    string // what the report calls it
	revision string // name without the path; "" for a folder or a file
	path     string // the path behind the colon, with the colon; "" without one
	branch   bool   // a branch was named
	// checkedOut is set when the revision is the commit that is checked out, so that only edits that are not committed
	// can differ from it.
	checkedOut bool
}

// chooseBase gives what the documents are compared with, or says why there is nothing.
func (p *pipeline) chooseBase(ctx context.Context) (b *comparisonBase, why string, err error) {
	if p.base != "" {
		if b, err = givenBase(ctx, p.base); err != nil {
			return nil, "", p.atRepository(err)
		}
		return b, "", nil
	}
	name, err := defaultBase(ctx)
	switch {
	case err != nil:
		why, err := p.unlessSilent(p.atRepository(err))
		return nil, why, err
	case name == "":
		return nil, noEarlierCommit, nil
	}
	return &comparisonBase{name: name, about: name, revision: name}, "", nil
}

// noEarlierCommit says why there is no base in a repository that has just begun.
const noEarlierCommit = "there is no earlier commit"

// givenBase finds what --base names. Of a branch that has moved on it is the commit where this one left it: what others
// changed there since was not undone here. Tags, hashes, folders and files are taken as they are.
func givenBase(ctx context.Context, name string) (*comparisonBase, error) {
	b := &comparisonBase{name: name, about: name}
	if _, err := os.Stat(name); err == nil || strings.Contains(name, "://") {
		return b, nil
	}
	given, inside, hasPath := strings.Cut(name, ":")
	r, err := openRevision(ctx, given)
	if err != nil {
		return nil, err
	}
	b.revision = given
	if hasPath {
		b.path = ":" + inside
	}
	head, err := git(ctx, maxGitText, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
	if failure := (*gitFailure)(nil); errors.As(err, &failure) {
		return b, nil // nothing is committed where this is
	}
	if err != nil {
		return nil, err
	}
	commit := r.commit
	if b.branch = isBranch(ctx, given); b.branch {
		fork, err := git(ctx, maxGitText, "merge-base", "HEAD", commit)
		if failure := (*gitFailure)(nil); errors.As(err, &failure) {
			if hint := shallowHint(ctx); hint != "" {
				return nil, fmt.Errorf("HEAD and %s have no commit in common%s", given, hint)
			}
			return b, nil // it has a history of its own
		}
		if err != nil {
			return nil, err
		}
		if left := string(bytes.TrimSpace(fork)); left != commit {
			commit, b.revision = left, left[:12]
			b.name, b.about = b.revision+b.path, fmt.Sprintf("%s, where this branch left %s", b.revision, given)
		}
	}
	b.checkedOut = commit == string(bytes.TrimSpace(head))
	return b, nil
}

// isBranch tells whether a name is that of a branch. HEAD is what is checked out, and is meant as such.
func isBranch(ctx context.Context, name string) bool {
	full, err := git(ctx, maxGitText, "rev-parse", "--symbolic-full-name", name)
	ref := string(full)
	return err == nil && name != "HEAD" && name != "@" && (strings.HasPrefix(ref, "refs/heads/") || strings.HasPrefix(ref, "refs/remotes/"))
}

// compareWithBase compares the documents with the base. On a branch that is the base itself, with nothing edited, that
// would tell nothing: there it is the commit before.
func (p *pipeline) compareWithBase(ctx context.Context, s *report.Step) error {
	compared, found, err := compareDocuments(ctx, p.since.name, p.loaded, p.pacts)
	if err != nil || !p.since.checkedOut || len(found) > 0 || !nothingChanged(compared) {
		p.compared, s.Findings = compared, found
		return err
	}
	same := p.since.about + " is what is checked out"
	if !p.since.branch {
		s.Skipped = same + ": nothing is compared"
		return nil
	}
	before, err := commitBefore(ctx)
	if err != nil {
		s.Skipped, err = p.unlessSilent(fmt.Errorf("%s, and %w", same, err))
		return err
	}
	if before == "" {
		s.Skipped = same + ", and " + noEarlierCommit
		return nil
	}
	p.since = &comparisonBase{name: before + p.since.path, about: before + ", as " + same, revision: before, path: p.since.path}
	p.compared, s.Findings, err = compareDocuments(ctx, p.since.name, p.loaded, p.pacts)
	return err
}

// nothingChanged tells whether the documents are those of the base, to the last word.
func nothingChanged(comparisons []*release.Comparison) bool {
	for _, c := range comparisons {
		if c.Old == nil || c.New == nil || c.Bump() != release.None || len(c.Edits()) > 0 || c.Old.Version != c.New.Version {
			return false
		}
	}
	return true
}

// unlessSilent decides what it means that a repository cannot be compared with: in a pipeline the step fails, since
// nobody would see that it was skipped; elsewhere, and where there is no repository, it is why the step is skipped.
func (p *pipeline) unlessSilent(err error) (why string, _ error) {
	if p.repository() != "" && inPipeline() {
		return "", err
	}
	return err.Error(), nil
}

// inPipeline tells whether a build server runs the command.
func inPipeline() bool {
	if ci := os.Getenv("CI"); ci != "" && ci != "false" && ci != "0" {
		return true
	}
	return os.Getenv("GITHUB_ACTIONS") == "true"
}

// repository gives the folder of the git repository around the working directory, or else around a document that was
// named; "" when there is none.
func (p *pipeline) repository() string {
	found := repositoryAround(".")
	for _, file := range p.source.documents {
		if found == "" {
			found = repositoryAround(filepath.Dir(file))
		}
	}
	return found
}

// atRepository adds to an error that the documents are in a repository and the working directory is in none.
func (p *pipeline) atRepository(err error) error {
	root, refused := p.repository(), (*gitFailure)(nil)
	if root == "" || repositoryAround(".") != "" || !errors.As(err, &refused) {
		return err
	}
	return fmt.Errorf("the working directory is in no git repository; the documents are in the one of %s: run the command there", root)
}

// repositoryAround gives the nearest folder, from one upwards, that holds a git repository, as it is reached from the
// working directory; "" when there is none.
func repositoryAround(folder string) string {
	here, err := filepath.Abs(".")
	if err != nil {
		return ""
	}
	dir, err := filepath.Abs(folder)
	if err != nil {
		return ""
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil {
			if name, err := filepath.Rel(here, dir); err == nil {
				return name
			}
			return dir
		}
		above := filepath.Dir(dir)
		if above == dir {
			return ""
		}
		dir = above
	}
}
