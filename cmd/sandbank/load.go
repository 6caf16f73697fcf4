package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/openapi"
	"github.com/sandbank/sandbank/scenarios"
)

// sharedDocument holds what the APIs' documents have in common; it is no API.
const sharedDocument = "common.yaml"

// platformDocuments are the APIs of the bank's developer programme. They are served by 'sandbank serve' alone, and no
// scenario plays them.
var platformDocuments = []string{"oauth.yaml", "portal.yaml"}

// loaded is everything that a command works with. Its program is nil when there are errors.
type loaded struct {
	apis []*contract.API // those that the program carries
	// documents are APIs of files that were named; they are served instead of those that the program carries.
	documents []*contract.API
	named     bool // documents were named, though there may be none that can be served
	program   *engine.Program
	scenarios fs.FS // that the program was compiled from
	findings  finding.List
	// files are those that documents were read from, or would have been.
	files []string
}

// loadAPIs loads the documents that the program carries and scenarios can play.
func loadAPIs() ([]*contract.API, finding.List, error) {
	names, err := fs.Glob(openapi.Documents, "*.yaml")
	if err != nil {
		return nil, nil, fmt.Errorf("list the documents: %w", err)
	}
	names = slices.DeleteFunc(names, func(name string) bool { return name == sharedDocument || slices.Contains(platformDocuments, name) })
	apis, found := loadCarried(names)
	return apis, found, nil
}

// loadPlatform loads the documents of the developer programme.
func loadPlatform() ([]*contract.API, error) {
	apis, found := loadCarried(platformDocuments)
	return apis, found.Err()
}

// loadCarried loads documents that the program carries.
func loadCarried(names []string) (apis []*contract.API, all finding.List) {
	for _, name := range names {
		api, found := contract.Load(openapi.Documents, name)
		all = append(all, located(found, func(file string) string { return path.Join("openapi", file) })...)
		if api != nil {
			apis = append(apis, api)
		}
	}
	return apis, all
}

// load loads documents and scenarios: those of a folder, or those that the program carries when dir is "". Findings
// name files as they are reached from here. Only a folder that cannot be opened is an error.
func load(dir string) (*loaded, error) {
	apis, found, err := loadAPIs()
	if err != nil {
		return nil, err
	}
	out := &loaded{apis: apis, findings: found}
	if found.Errors() > 0 {
		return out, nil
	}
	if dir == "" {
		out.loadScenarios(scenarios.FS, "scenarios")
		return out, nil
	}
	return out, out.loadFolder(dir)
}

// loadFolder loads the scenarios of a folder. Only one that cannot be opened is an error.
func (l *loaded) loadFolder(dir string) error {
	root, err := openFolder(dir)
	if err != nil {
		return err
	}
	l.loadScenarios(root.FS(), dir)
	if l.program != nil {
		l.scenarios, err = snapshot(root.FS())
	}
	return errors.Join(err, root.Close())
}

func (l *loaded) loadScenarios(fsys fs.FS, dir string) {
	program, found := engine.Load(fsys, l.apis)
	l.program, l.scenarios = program, fsys
	dir = filepath.ToSlash(filepath.Clean(dir))
	l.findings = append(l.findings, located(found, func(file string) string {
		if !exists(fsys, file) && exists(openapi.Documents, file) {
			return path.Join("openapi", file) // what a document declares, related to a finding
		}
		return path.Join(dir, file)
	})...)
}

func exists(fsys fs.FS, file string) bool {
	_, err := fs.Stat(fsys, file)
	return err == nil
}

// openFolder opens a scenario folder so that nothing outside of it can be read, not even through links.
func openFolder(dir string) (*os.Root, error) {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("the scenario folder %s does not exist", dir)
	case err != nil:
		return nil, fmt.Errorf("open the scenario folder: %w", err)
	case !info.IsDir():
		return nil, fmt.Errorf("%s is a file; give the scenario folder", dir)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("open the scenario folder: %w", err)
	}
	return root, nil
}

// located names the findings' files as they are reached from the working directory.
func located(list finding.List, at func(file string) string) finding.List {
	for i := range list {
		f := &list[i]
		f.File = at(f.File)
		for j := range f.Related {
			f.Related[j].File = at(f.Related[j].File)
		}
	}
	return list
}

// counts says what was loaded, in words.
func (l *loaded) counts() string {
	operations := 0
	for _, a := range l.asked() {
		operations += len(a.Operations)
	}
	words := []string{count(len(l.asked()), "API"), count(operations, "operation")}
	if l.program != nil {
		scenarios, rules := l.program.Stats()
		words = append(words, count(scenarios, "scenario"), count(rules, "rule"))
	}
	return strings.Join(words, ", ")
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
