package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/report"
)

// none is what --pacts and --changelog say when there are none, and are meant to be none.
const none = "none"

// withoutRemovedPacts finds out whether the base has pacts where there are none any more: the checks of those who call
// the API would be gone without a word.
func (p *pipeline) withoutRemovedPacts(ctx context.Context, s *report.Step) error {
	if len(p.pactPaths) > 0 || p.withoutPacts() == "" || p.since.revision == "" {
		return nil
	}
	r, err := openRevision(ctx, p.since.revision)
	if err != nil {
		return err
	}
	n, err := r.countBelow(ctx, defaultPacts, ".json")
	if err != nil || n == 0 {
		return err
	}
	s.Findings = append(s.Findings, finding.Finding{Code: "pacts-removed", Place: p.firstDocument(),
		Message: fmt.Sprintf("%s has %s in %s, and there is none now", p.since.revision, count(n, "pact"), defaultPacts),
		Hint:    "bring them back, or name their new folder with --pacts; --pacts none says that there are none any more"})
	return nil
}

// withoutRemovedChangelog finds out whether the base has a changelog beside its documents where there is none any more.
func (p *pipeline) withoutRemovedChangelog(ctx context.Context, s *report.Step) error {
	file, err := p.changelogOfBase(ctx)
	if err != nil || file == "" {
		return err
	}
	s.Findings = append(s.Findings, finding.Finding{Code: "changelog-removed", Place: p.firstDocument(),
		Message: fmt.Sprintf("the base has the changelog %s, and there is none beside the documents now", file),
		Hint:    "bring it back, or name its new place with --changelog; --changelog none says that there is none any more"})
	return nil
}

// changelogOfBase gives the changelog beside the documents of the base, "" when there is none.
func (p *pipeline) changelogOfBase(ctx context.Context) (string, error) {
	if p.since.revision == "" {
		folder := p.since.name
		if info, err := os.Stat(folder); err == nil && !info.IsDir() {
			folder = filepath.Dir(folder)
		}
		file := filepath.Join(folder, changelogFile)
		if !isThere(file) {
			return "", nil
		}
		return filepath.ToSlash(file), nil
	}
	r, err := openRevision(ctx, p.since.revision)
	if err != nil {
		return "", err
	}
	folder, given := strings.CutPrefix(p.since.path, ":")
	if !given {
		folder = filepath.ToSlash(filepath.Dir(p.firstDocument().File))
	}
	if folder, err = r.within(folder, given && !strings.HasPrefix(folder, "./") && !strings.HasPrefix(folder, "../")); err != nil {
		return "", err
	}
	kind, err := r.kind(ctx, folder)
	if err != nil {
		return "", err
	}
	if kind == "blob" { // a document
		folder = path.Dir(folder)
	}
	file := path.Join(folder, changelogFile)
	if kind, err = r.kind(ctx, file); err != nil || kind != "blob" {
		return "", err
	}
	return r.name + ":" + file, nil
}

// firstDocument is where findings stand that are about all of the documents.
func (p *pipeline) firstDocument() finding.Place {
	if p.loaded.named {
		return finding.Place{File: filepath.ToSlash(filepath.Clean(p.source.documents[0]))}
	}
	return finding.Place{File: path.Join(documentFolder, p.loaded.apis[0].Name+".yaml")}
}

// checkNone refuses --pacts none beside others.
func (f *ciFlags) checkNone() error {
	for _, name := range f.pactPaths {
		if name == none && len(f.pactPaths) > 1 {
			return errors.New("--pacts none says that there are no pacts, and another --pacts names some")
		}
	}
	return nil
}
