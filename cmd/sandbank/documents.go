package main

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/openapi"
)

// controlDocument describes the API that steers the sandbox itself. It is served beside any document.
const controlDocument = "sandbox.yaml"

// errNoneServed says that not one of the documents that were named can be served.
var errNoneServed = errors.New("nothing is served: none of the documents can be")

// loadDocuments loads documents of files instead of those that the program carries, and the scenarios of a folder for
// them; dir is "" for none. A document that cannot be served is left out, with its scenarios, and its findings say why:
// the program is nil only when the scenarios of the others have errors, or no document is left. References lead outside
// a document's folder only where that is allowed. Findings name files as they are reached from here.
func loadDocuments(files []string, allowRefs bool, dir string) (*loaded, error) {
	l := &loaded{}
	if err := l.loadControl(); err != nil {
		return nil, err
	}
	return l.loadFiles(files, allowRefs, dir)
}

// loadFiles adds the documents of files and their scenarios to what has been loaded.
func (l *loaded) loadFiles(files []string, allowRefs bool, dir string) (*loaded, error) {
	d := &documents{loaded: l, allowRefs: allowRefs, left: map[string]bool{}, shapes: map[string]*contract.Operation{}, opened: newFileSet()}
	l.named = true
	defer func() { l.files = d.opened.list() }()
	for _, file := range files {
		if err := d.load(file); err != nil {
			return nil, err
		}
	}
	l.findings.Sort()
	if len(l.documents) == 0 {
		return l, nil
	}
	if dir == "" {
		d.loadScenarios(embed.FS{}, embed.FS{}, "") // none
		return l, nil
	}
	root, err := openFolder(dir)
	if err != nil {
		return nil, err
	}
	d.loadScenarios(withoutAPIs{root.FS(), d.left}, root.FS(), filepath.ToSlash(filepath.Clean(dir)))
	return l, root.Close()
}

// loadScenarios compiles the scenarios of a file system, which shows a folder or a part of it. Findings name files of
// the folder, or of documents.
func (d *documents) loadScenarios(shown, folder fs.FS, dir string) {
	program, found := engine.Load(shown, d.everyAPI())
	d.program = program
	d.findings = append(d.findings, located(found, func(file string) string {
		switch {
		case exists(folder, file):
			return path.Join(dir, file)
		case exists(openapi.Documents, file):
			return path.Join("openapi", file)
		}
		return d.reached(file)
	})...)
}

// loadControl loads the API that steers the sandbox, where the program carries it.
func (l *loaded) loadControl() error {
	if !exists(openapi.Documents, controlDocument) {
		return nil
	}
	api, found := contract.Load(openapi.Documents, controlDocument)
	if err := found.Err(); err != nil {
		return fmt.Errorf("the document of the control API: %w", err)
	}
	l.apis = append(l.apis, api)
	return nil
}

// everyAPI lists what is served: the APIs that the program carries, then those of documents that were named.
func (l *loaded) everyAPI() []*contract.API { return slices.Concat(l.apis, l.documents) }

// asked lists the APIs that a command was asked about: the documents that were named, or those of the program.
func (l *loaded) asked() []*contract.API {
	if l.named {
		return l.documents
	}
	return l.apis
}

// documents is one load of documents that were named.
type documents struct {
	*loaded
	allowRefs bool
	left      map[string]bool // names of documents that cannot be served
	names     map[string]string
	shapes    map[string]*contract.Operation
	here      string
	opened    *fileSet
}

// load loads one document. Only a machine that cannot say where it is makes an error.
func (d *documents) load(file string) error {
	if d.names == nil {
		here, err := filepath.Abs(".")
		if err != nil {
			return fmt.Errorf("find the working directory: %w", err)
		}
		d.here, d.names = here, map[string]string{}
		for _, a := range d.apis {
			d.names[a.Name] = "the API that steers the sandbox"
		}
	}
	if f, no := noDocument(file); no {
		d.findings = append(d.findings, f)
		return nil
	}
	full, err := filepath.Abs(file)
	if err != nil {
		return fmt.Errorf("find %s: %w", file, err)
	}
	name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	if other, taken := d.names[name]; taken {
		d.findings = append(d.findings, finding.Finding{Code: "duplicate-api", Place: finding.Place{File: filepath.ToSlash(file)},
			Message: fmt.Sprintf("its name, %s, is that of %s already; scenarios refer to APIs by their names", name, other), Hint: "rename the file, or leave it out"})
		return nil
	}
	d.names[name] = filepath.ToSlash(file)
	var options []contract.Option
	fsys := machine{opened: d.opened}
	if !d.allowRefs {
		fsys.folder = filepath.Dir(full)
		options = append(options, contract.BelowFolder(toName(fsys.folder)))
	}
	api, found := contract.Load(fsys, toName(full), options...)
	d.findings = append(d.findings, located(hinted(found), d.reached)...)
	if api == nil {
		d.left[name] = true
		return nil
	}
	d.documents = append(d.documents, api)
	d.overlaps(api)
	return nil
}

// noDocument tells of a name that stands for no file: an address, or a folder.
func noDocument(file string) (f finding.Finding, no bool) {
	f = finding.Finding{Code: "unreadable-file", Place: finding.Place{File: file}}
	if strings.Contains(file, "://") {
		f.Message, f.Hint = "this is an address; documents are read from files", "fetch the document first, and name the file"
		return f, true
	}
	if info, err := os.Stat(file); err == nil && info.IsDir() {
		f.Message, f.Hint = "this is a folder", "name the documents in it"
		return f, true
	}
	return f, false
}

// hinted tells of the flag that would help.
func hinted(list finding.List) finding.List {
	for i := range list {
		if f := &list[i]; f.Code == "outside-reference" && strings.Contains(f.Message, "document's folder") {
			f.Hint += ", or allow such references with --allow-refs"
		}
	}
	return list
}

// overlaps warns of operations that another document has too: the one that was named first answers them.
func (d *documents) overlaps(api *contract.API) {
	for _, o := range api.Operations {
		first := d.shapes[o.Shape()]
		if first == nil {
			d.shapes[o.Shape()] = o
			continue
		}
		f := finding.Finding{Code: "shadowed-operation", Severity: finding.Warning, Place: o.Place(),
			Message: fmt.Sprintf("%s %s%s is never asked: document %s, which is named before, has it too", o.Method, api.BasePath, o.Path, first.API.Name),
			Related: []finding.Related{{Place: first.Place(), Message: "answered by this one"}}}
		d.findings = append(d.findings, located(finding.List{f}, d.reached)...)
	}
}

// reached gives the path of a file of the machine as it is reached from the working directory.
func (d *documents) reached(name string) string {
	full := toPath(name)
	if near, err := filepath.Rel(d.here, full); err == nil && len(near) <= len(full) {
		return filepath.ToSlash(near)
	}
	return filepath.ToSlash(full)
}

// machine is the machine's files, named as package fs demands it: by absolute paths without the slash in front. With a
// folder only files below it can be opened, not even through links that lead out of it. It holds nothing open.
type machine struct {
	folder string
	opened *fileSet // notes what is opened
}

// Open opens a file for reading.
func (m machine) Open(name string) (fs.File, error) {
	full := toPath(name)
	m.opened.add(full)
	if m.folder == "" {
		return os.Open(full)
	}
	inside, err := filepath.Rel(m.folder, full)
	if err != nil || !filepath.IsLocal(inside) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return os.OpenInRoot(m.folder, inside)
}

func toName(full string) string { return strings.TrimPrefix(filepath.ToSlash(full), "/") }

func toPath(name string) string {
	if full := filepath.FromSlash(name); filepath.IsAbs(full) {
		return full // it begins with the name of a volume
	}
	return filepath.FromSlash("/" + name)
}

// withoutAPIs is a scenario folder without the scenarios of some APIs: the folders of their names, and the files at
// the top that name one.
type withoutAPIs struct {
	fs.FS
	names map[string]bool
}

// ReadDir leaves out what belongs to the APIs.
func (w withoutAPIs) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(w.FS, name)
	if name != "." || len(w.names) == 0 {
		return entries, err
	}
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		return e.IsDir() && w.names[e.Name()] || !e.IsDir() && w.names[w.apiOf(e.Name())]
	}), err
}

// apiOf gives the API that a scenario file names, "" when it names none.
func (w withoutAPIs) apiOf(file string) string {
	if ext := path.Ext(file); ext != ".yaml" && ext != ".yml" {
		return ""
	}
	data, err := fs.ReadFile(w.FS, file)
	if err != nil {
		return "" // reported when it is loaded
	}
	var scenario struct {
		API string `yaml:"api"`
	}
	if yaml.Unmarshal(data, &scenario) != nil {
		return "" // reported when it is loaded
	}
	return scenario.API
}
