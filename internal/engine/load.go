package engine

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
)

var headerName = regexp.MustCompile("^[!#$%&'*+.^_`|~0-9A-Za-z-]+$")

// File is a scenario file that stands in no folder: its rows and bodies stand in itself.
type File struct {
	Name string // as findings call it
	Text []byte
}

// loader carries what the stages of one load share.
type loader struct {
	fsys     fs.FS
	more     []File // of the same rank as the folder's
	over     []File // whose default scenarios go before those of the others
	apis     map[string]*contract.API
	order    []*contract.API
	findings finding.List
	types    *typer

	sources   []folderSource
	scenarios []*scenarioDecl
	tables    map[string]map[string]*table          // by API, then name
	states    map[string]map[string]*stateDecl      // by API, then name
	problems  map[string]map[string]declaredProblem // by API, then code
	places    map[*ruleSet]finding.Place            // of the first rule
	program   *Program
}

type folderSource struct {
	*source
	folder string
}

// Load compiles every scenario file below fsys for the given APIs and reports everything that is wrong with any of
// them in one pass, sorted by place. A scenario for API x stands in the folder x, or at the root; files whose names end
// in _test.yaml are tests, not scenarios. The program is nil when there is an error; warnings leave it usable.
//
// Load reads nothing outside fsys. The program keeps the texts of small files for people to read (Files), answers from
// none of them, and is safe for concurrent use.
func Load(fsys fs.FS, apis []*contract.API) (*Program, finding.List) {
	return LoadOver(fsys, nil, nil, apis)
}

// LoadOver is Load with more files beside the folder's, and others over all of these: for the operations that a default
// scenario of over has rules for, it speaks in the place of the default scenario below it.
func LoadOver(fsys fs.FS, more, over []File, apis []*contract.API) (*Program, finding.List) {
	l := &loader{
		fsys: fsys, more: more, over: over, order: apis, apis: map[string]*contract.API{}, types: newTyper(),
		places: map[*ruleSet]finding.Place{}, program: newProgram(),
	}
	l.tables, l.states, l.problems = l.program.tables, l.program.states, l.program.problems
	for _, a := range apis {
		l.apis[a.Name] = a
		l.tables[a.Name] = map[string]*table{}
		l.states[a.Name] = map[string]*stateDecl{}
		l.problems[a.Name] = map[string]declaredProblem{}
	}
	for _, stage := range stages {
		stage.run(l)
	}
	l.findings.Sort()
	if l.findings.Errors() > 0 {
		return nil, l.findings
	}
	return l.program, l.findings
}

// stages are the steps of a load, in order. Each one reports what it finds and leaves the rest to the next, so that
// one mistake does not hide another.
var stages = []struct {
	name string
	run  func(*loader)
}{
	{"read", (*loader).readFiles},
	{"declare", (*loader).declareAll},
	{"names", (*loader).checkNames},
	{"problems", (*loader).problemsAll},
	{"states", (*loader).statesAll},
	{"tables", (*loader).tablesAll},
	{"compile", (*loader).compileAll},
	{"given", (*loader).givenAll},
	{"defaults", (*loader).checkDefaults},
	{"reachable", (*loader).checkReachable},
	{"index", (*loader).indexAll},
}

func (l *loader) report(f finding.Finding) { l.findings = append(l.findings, f) }

func (l *loader) error(code string, p finding.Place, hint, format string, args ...any) {
	l.report(finding.Finding{Code: code, Place: p, Hint: hint, Message: fmt.Sprintf(format, args...)})
}

func (l *loader) warn(code string, p finding.Place, hint, format string, args ...any) {
	l.report(finding.Finding{Code: code, Severity: finding.Warning, Place: p, Hint: hint, Message: fmt.Sprintf(format, args...)})
}

// readFiles collects the scenario files: those at the root, and those in the folders of the APIs.
func (l *loader) readFiles() {
	err := fs.WalkDir(l.fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			l.error("unreadable", finding.Place{File: name}, "", "cannot be read: %v", pathError(err))
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		hidden := strings.HasPrefix(d.Name(), ".") && name != "."
		if d.IsDir() {
			if hidden {
				return fs.SkipDir
			}
			return l.checkFolder(name)
		}
		if hidden || !isScenarioFile(d.Name()) {
			return nil
		}
		data, ok := l.readFile(name, finding.Place{File: name})
		if ok && isScenario(data) {
			l.sources = append(l.sources, folderSource{newSource(name, data), folderOf(name)})
		}
		return nil
	})
	if err != nil {
		l.error("unreadable", finding.Place{File: "."}, "", "the scenario folder cannot be read: %v", pathError(err))
	}
	for _, f := range l.more {
		l.readAlone(f, false)
	}
	for _, f := range l.over {
		l.readAlone(f, true)
	}
}

// readAlone takes a file that stands in no folder.
func (l *loader) readAlone(f File, over bool) {
	if len(f.Text) > maxFile {
		l.error("too-large", finding.Place{File: f.Name}, "", "%s is larger than %d MiB", f.Name, maxFile>>20)
		return
	}
	s := newSource(f.Name, stripBOM(f.Text))
	s.alone, s.over = true, over
	l.sources = append(l.sources, folderSource{s, ""})
}

func pathError(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// checkFolder refuses a folder at the top that belongs to no API: its scenarios would never speak.
func (l *loader) checkFolder(name string) error {
	if name == "." || strings.Contains(name, "/") || l.apis[name] != nil {
		return nil
	}
	names := sortedNames(l.apis)
	l.error("unknown-api", finding.Place{File: name}, orNothing(didYouMean(name, names), "known: "+strings.Join(names, ", ")), "the folder is named after no API")
	return fs.SkipDir
}

func isScenarioFile(name string) bool {
	for _, ext := range []string{".yaml", ".yml"} {
		if base, ok := strings.CutSuffix(name, ext); ok {
			return !strings.HasSuffix(base, "_test")
		}
	}
	return false
}

// isScenario tells scenario files from tables: a table is a list at its top.
func isScenario(data []byte) bool {
	var document yaml.Node
	if err := yaml.Unmarshal(data, &document); err != nil || len(document.Content) == 0 {
		return true // reported when it is parsed
	}
	return document.Content[0].Kind != yaml.SequenceNode
}

func folderOf(name string) string {
	if i := strings.IndexByte(name, '/'); i >= 0 {
		return name[:i]
	}
	return ""
}

// readFile reads a file of at most maxFile bytes.
func (l *loader) readFile(name string, place finding.Place) ([]byte, bool) {
	f, err := l.fsys.Open(name)
	if err != nil {
		hint := ""
		if errors.Is(err, fs.ErrNotExist) {
			hint = didYouMean(path.Base(name), l.namesIn(path.Dir(name)))
		}
		l.error("unreadable", place, hint, "%s cannot be read: %v", name, pathError(err))
		return nil, false
	}
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	switch {
	case err != nil:
		l.error("unreadable", place, "", "%s cannot be read: %v", name, pathError(err))
		return nil, false
	case len(data) > maxFile:
		l.error("too-large", place, "", "%s is larger than %d MiB", name, maxFile>>20)
		return nil, false
	}
	return stripBOM(data), true
}

func (l *loader) namesIn(dir string) []string {
	entries, err := fs.ReadDir(l.fsys, dir)
	if err != nil {
		return nil
	}
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// readBeside reads a file named in a scenario, relative to the scenario's folder and never outside of it.
func (l *loader) readBeside(d *scenarioDecl, n *yaml.Node, kind FileKind, name string) (data []byte, full string, ok bool) {
	if d.src.alone {
		l.error("stands-alone", d.src.place(n), "write what the file holds into the scenario", "the scenario stands in no folder, so there is no file %s", name)
		return nil, name, false
	}
	dir := path.Dir(d.src.name)
	full = path.Join(dir, name)
	inside := dir == "." || strings.HasPrefix(full, dir+"/")
	if path.IsAbs(name) || strings.Contains(name, `\`) || !fs.ValidPath(full) || !inside {
		l.error("outside-folder", d.src.place(n), "put the file beside the scenario", "%s is outside the scenario's folder", name)
		return nil, full, false
	}
	if data, ok = l.readFile(full, d.src.place(n)); ok {
		d.keep(kind, full, data)
	}
	return data, full, ok
}

func (l *loader) declareAll() {
	for _, s := range l.sources {
		if d := l.declare(s.source, s.folder); d != nil {
			l.scenarios = append(l.scenarios, d)
		}
	}
}

// checkNames refuses two scenarios of one name in one API.
func (l *loader) checkNames() {
	first := map[string]*scenarioDecl{}
	kept := l.scenarios[:0]
	for _, d := range l.scenarios {
		key := d.api.Name + "/" + d.name
		if other := first[key]; other != nil {
			l.report(finding.Finding{Code: "duplicate-scenario", Place: d.src.place(d.nameNode), Message: fmt.Sprintf("another scenario of API %s is named %q", d.api.Name, d.name),
				Related: []finding.Related{{Place: other.src.place(other.nameNode), Message: "first here"}}})
			continue
		}
		first[key] = d
		kept = append(kept, d)
	}
	l.scenarios = kept
}

func (l *loader) problemsAll() {
	for _, d := range l.scenarios {
		l.declareProblems(d, l.problems[d.api.Name])
	}
}

func (l *loader) statesAll() {
	for _, d := range l.scenarios {
		l.declareStates(d, l.states[d.api.Name])
	}
}

func (l *loader) tablesAll() {
	for _, d := range l.scenarios {
		l.declareTables(d, l.tables[d.api.Name])
	}
}
