package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/pact"
	"github.com/sandbank/sandbank/internal/release"
	"github.com/sandbank/sandbank/openapi"
)

// documentFolder is where documents are unless others are named.
const documentFolder = "openapi"

// side is one side of a comparison: documents as they are in a folder, a file, a revision or the program.
type side struct {
	name  string // as it was given
	fsys  fs.FS
	files []string // the documents in fsys
	rest  []string // other files beside them, which may have been documents once
	// single is set when one document was named, which is compared with one of any name.
	single bool
	// inFolder keeps references of a document below its folder.
	inFolder bool
	shown    func(file string) string
	close    func() error
}

// openSide opens what a command line names: a document, a folder of documents, or a git revision, which may be
// followed by a colon and a path in the repository. Without one it is the path where the other side is. References lead
// outside of a document's folder only where that is allowed.
func openSide(ctx context.Context, name, path string, allowRefs bool) (*side, error) {
	if strings.Contains(name, "://") {
		return nil, fmt.Errorf("%s is an address; documents are read from files, folders and git revisions", name)
	}
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir():
		return openDirectory(name, allowRefs)
	case err == nil:
		return openFile(name, allowRefs)
	case !errors.Is(err, fs.ErrNotExist) && !strings.Contains(name, ":"):
		return nil, fmt.Errorf("open %s: %w", name, err)
	}
	return openAtRevision(ctx, name, path, allowRefs)
}

func openDirectory(name string, allowRefs bool) (*side, error) {
	e, folder, err := openRoot(name, allowRefs)
	if err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(name)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("list %s: %w", name, err), e.close())
	}
	var names []string
	for _, entry := range entries {
		if !entry.IsDir() {
			names = append(names, entry.Name())
		}
	}
	if err := e.choose(folder, names); err != nil {
		return nil, errors.Join(err, e.close())
	}
	return e, nil
}

func openFile(name string, allowRefs bool) (*side, error) {
	e, folder, err := openRoot(filepath.Dir(name), allowRefs)
	if err != nil {
		return nil, err
	}
	e.name, e.single, e.files = name, true, []string{path.Join(folder, filepath.Base(name))}
	return e, nil
}

// openRoot opens a folder so that nothing outside of it can be read, or with all of the machine around it. It gives the
// name of the folder in what was opened.
func openRoot(name string, allowRefs bool) (e *side, folder string, err error) {
	if allowRefs {
		here, err := filepath.Abs(".")
		if err != nil {
			return nil, "", fmt.Errorf("find the working directory: %w", err)
		}
		full, err := filepath.Abs(name)
		if err != nil {
			return nil, "", fmt.Errorf("find %s: %w", name, err)
		}
		return &side{name: name, fsys: machine{}, shown: (&documents{here: here}).reached, close: func() error { return nil }}, toName(full), nil
	}
	root, err := os.OpenRoot(name)
	if err != nil {
		return nil, "", fmt.Errorf("open the folder %s: %w", name, err)
	}
	shown := filepath.ToSlash(filepath.Clean(name))
	return &side{name: name, fsys: root.FS(), inFolder: true, shown: func(file string) string { return path.Join(shown, file) }, close: root.Close}, ".", nil
}

func openAtRevision(ctx context.Context, name, otherPath string, allowRefs bool) (*side, error) {
	commit, inside, given := strings.Cut(name, ":")
	r, err := openRevision(ctx, commit)
	if err != nil {
		return nil, err
	}
	if !given {
		inside = filepath.ToSlash(otherPath)
	}
	fromRoot := given && !strings.HasPrefix(inside, "./") && !strings.HasPrefix(inside, "../")
	if inside, err = r.within(inside, fromRoot); err != nil {
		return nil, err
	}
	e := &side{name: name, fsys: r.files(ctx), inFolder: !allowRefs, close: func() error { return nil },
		shown: func(file string) string { return commit + ":" + file }}
	kind, err := r.kind(ctx, inside)
	if err != nil {
		return nil, err
	}
	switch kind {
	case "blob":
		e.single, e.files = true, []string{inside}
		return e, nil
	case "tree":
		names, err := r.list(ctx, inside)
		if err != nil {
			return nil, err
		}
		return e, e.choose(inside, names)
	}
	return nil, &missingPathError{revision: commit, path: inside}
}

// missingPathError says that a revision has no such path.
type missingPathError struct{ revision, path string }

func (e *missingPathError) Error() string {
	return fmt.Sprintf("the revision %s has no %s; name the path of its documents, as in %s:openapi", e.revision, e.path, e.revision)
}

// choose keeps the files of a folder that are documents of APIs.
func (e *side) choose(folder string, names []string) error {
	for _, name := range names {
		if file := path.Join(folder, name); isAPI(e.fsys, file) {
			e.files = append(e.files, file)
		} else {
			e.rest = append(e.rest, file)
		}
	}
	if len(e.files) == 0 {
		return fmt.Errorf("there is no document of an API in %s", e.shown(folder))
	}
	return nil
}

// isAPI tells whether a file is the document of an API: it says which OpenAPI it is, and has operations. One that
// cannot be parsed is taken for one, so that it is not passed over.
func isAPI(fsys fs.FS, file string) bool {
	if ext := strings.ToLower(path.Ext(file)); ext != ".yaml" && ext != ".yml" && ext != ".json" {
		return false
	}
	f, err := fsys.Open(file)
	if err != nil {
		return true // reported when it is loaded
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxRevisionFile+1))
	if err != nil || len(data) > maxRevisionFile {
		return true // reported when it is loaded
	}
	var document struct {
		OpenAPI  any            `yaml:"openapi"`
		Paths    map[string]any `yaml:"paths"`
		Webhooks map[string]any `yaml:"webhooks"`
	}
	if yaml.Unmarshal(data, &document) != nil {
		return true // reported when it is loaded
	}
	return document.OpenAPI != nil && len(document.Paths)+len(document.Webhooks) > 0
}

// load loads a document.
func (e *side) load(file string) (*release.Document, finding.List) {
	var options []contract.Option
	if e.inFolder {
		options = append(options, contract.BelowFolder(path.Dir(file)))
	}
	document, found := release.Load(e.fsys, file, e.shown, options...)
	return document, hinted(found)
}

// named gives the file of a name among some, "" when there is none.
func named(files []string, base string) string {
	for _, file := range files {
		if path.Base(file) == base {
			return file
		}
	}
	return ""
}

// counterparts pairs the documents of two sides: by file name, but for one that was named itself.
func counterparts(old, new *side) ([][2]string, error) {
	if old.single && new.single {
		return [][2]string{{old.files[0], new.files[0]}}, nil
	}
	if old.single || new.single {
		one, many := old, new
		if new.single {
			one, many = new, old
		}
		base := path.Base(one.files[0])
		other := named(many.files, base)
		if other == "" {
			return nil, fmt.Errorf("%s has no document %s", many.name, base)
		}
		if new.single {
			return [][2]string{{other, one.files[0]}}, nil
		}
		return [][2]string{{one.files[0], other}}, nil
	}
	var out [][2]string
	for _, file := range new.files {
		out = append(out, [2]string{named(old.files, path.Base(file)), file})
	}
	for _, file := range old.files {
		if base := path.Base(file); named(new.files, base) == "" {
			out = append(out, [2]string{file, named(new.rest, base)}) // what was a document is loaded as one
		}
	}
	return out, nil
}

// compareSides compares the documents of two sides. Documents that cannot be loaded are told in findings.
func compareSides(old, new *side, pacts []*pact.File) ([]*release.Comparison, finding.List, error) {
	pairs, err := counterparts(old, new)
	if err != nil {
		return nil, nil, err
	}
	var out []*release.Comparison
	var all finding.List
	for _, pair := range pairs {
		var documents [2]*release.Document
		broken := false
		for i, e := range []*side{old, new} {
			if pair[i] == "" {
				continue
			}
			document, found := e.load(pair[i])
			if documents[i] = document; document == nil {
				broken = true
				all = append(all, found...)
			}
		}
		if broken {
			continue
		}
		comparison, err := release.Compare(documents[0], documents[1], pacts)
		if err != nil {
			return nil, nil, err
		}
		out = append(out, comparison)
	}
	return out, all, nil
}

// programSide is what a command was told to look at: documents that were named, or those of the program.
func programSide(l *loaded) (*side, error) {
	if !l.named {
		e := &side{name: "the program", fsys: openapi.Documents, inFolder: true, close: func() error { return nil },
			shown: func(file string) string { return path.Join(documentFolder, file) }}
		for _, api := range l.apis {
			e.files = append(e.files, api.Name+".yaml")
		}
		e.files = append(e.files, platformDocuments...)
		return e, nil
	}
	here, err := filepath.Abs(".")
	if err != nil {
		return nil, fmt.Errorf("find the working directory: %w", err)
	}
	e := &side{name: "the documents", fsys: machine{}, close: func() error { return nil }, shown: (&documents{here: here}).reached}
	for _, api := range l.documents {
		// Other files that were read may have the same name: references lead to them.
		at := slices.IndexFunc(l.files, func(file string) bool {
			if strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)) != api.Name {
				return false
			}
			same, _ := contract.Load(machine{}, toName(file))
			return same != nil && string(same.JSON) == string(api.JSON)
		})
		if at < 0 {
			return nil, fmt.Errorf("the document %s changed while it was read", api.Name)
		}
		e.files = append(e.files, toName(l.files[at]))
	}
	return e, nil
}

// compareDocuments compares the documents that a command looks at with those of a base: a folder, a document, or a git
// revision, in which they are where they are now. Those that the base does not have are new. The findings are those of
// documents that cannot be loaded.
func compareDocuments(ctx context.Context, base string, l *loaded, pacts []*pact.File) ([]*release.Comparison, finding.List, error) {
	now, err := programSide(l)
	if err != nil {
		return nil, nil, err
	}
	if !l.named {
		return compareWith(ctx, base, documentFolder, now, false, pacts)
	}
	var all []*release.Comparison
	var found finding.List
	for _, file := range now.files {
		one := *now
		one.files = []string{file}
		some, wrong, err := compareWith(ctx, base, now.shown(file), &one, true, pacts)
		if err != nil {
			return nil, nil, err
		}
		all, found = append(all, some...), append(found, wrong...)
	}
	return all, found, nil
}

// compareWith compares documents with those of a base, or with those at a path of a revision. When there is a single
// one, others in the base are no concern.
func compareWith(ctx context.Context, base, where string, now *side, single bool, pacts []*pact.File) (_ []*release.Comparison, _ finding.List, err error) {
	old, err := openSide(ctx, base, where, !now.inFolder)
	if missing := (*missingPathError)(nil); errors.As(err, &missing) {
		old, err = &side{name: base, close: func() error { return nil }}, nil // nothing was there yet
	}
	if err != nil {
		return nil, nil, err
	}
	defer func() { err = errors.Join(err, old.close()) }()
	if single {
		old.files = slices.DeleteFunc(old.files, func(file string) bool { return !old.single && path.Base(file) != path.Base(now.files[0]) })
		now.single = old.single
	}
	return compareSides(old, now, pacts)
}
