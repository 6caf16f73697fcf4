package trial

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/engine/expression"
	"github.com/sandbank/sandbank/internal/finding"
)

// maxFile bounds a test file, in bytes; maxRows the rows of one with, maxRepeat the repetitions of one step.
const (
	maxFile   = 16 << 20
	maxRows   = 10_000
	maxRepeat = 100_000
)

// loader carries what the reading of all files shares.
type loader struct {
	program *engine.Program
	apis    map[string]*contract.API
	order   []*contract.API
	reader  *engine.Reader
	plan    *Plan
	suites  map[string]finding.Place // by api/name
}

// file is one test file while it is read.
type file struct {
	*loader
	*engine.Source
	suite *suite
	names map[string]finding.Place // of the cases
}

// Load reads every test file below fsys: those at its root and in the folders of the APIs whose names end in _test.yaml
// or _test.yml, and the tests: of scenario files. Everything that is wrong with any of them is reported in one pass,
// sorted by place. The plan is nil when there is an error.
func Load(fsys fs.FS, apis []*contract.API, program *engine.Program) (*Plan, finding.List) {
	l := newLoader(apis, program)
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		hidden := d != nil && strings.HasPrefix(d.Name(), ".") && name != "."
		switch {
		case err != nil:
			l.unreadable(name, err)
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
		case hidden && d.IsDir():
			return fs.SkipDir
		case !hidden && !d.IsDir() && isYAML(name):
			l.file(fsys, name)
		}
		return nil
	})
	if err != nil {
		l.unreadable(".", err)
	}
	return l.loaded()
}

func newLoader(apis []*contract.API, program *engine.Program) *loader {
	l := &loader{
		program: program, apis: map[string]*contract.API{}, order: apis, reader: program.NewReader(apis),
		plan: &Plan{program: program}, suites: map[string]finding.Place{},
	}
	for _, a := range apis {
		l.apis[a.Name] = a
	}
	return l
}

func (l *loader) loaded() (*Plan, finding.List) {
	found := l.reader.Findings()
	if found.Errors() > 0 {
		return nil, found
	}
	return l.plan, found
}

func isYAML(name string) bool {
	return strings.HasSuffix(name, ".yaml") || strings.HasSuffix(name, ".yml")
}

func isTest(name string) bool {
	return strings.HasSuffix(name, "_test.yaml") || strings.HasSuffix(name, "_test.yml")
}

func (l *loader) unreadable(name string, err error) {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	l.reader.Report(finding.Finding{Code: "unreadable", Place: finding.Place{File: name}, Message: fmt.Sprintf("cannot be read: %v", err)})
}

func (l *loader) file(fsys fs.FS, name string) {
	f, err := fsys.Open(name)
	if err != nil {
		l.unreadable(name, err)
		return
	}
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err = errors.Join(err, f.Close()); err != nil {
		l.unreadable(name, err)
		return
	}
	if !isTest(name) {
		l.inScenario(name, data)
		return
	}
	if len(data) > maxFile {
		l.reader.Report(finding.Finding{Code: "too-large", Place: finding.Place{File: name}, Message: fmt.Sprintf("is larger than %d MiB", maxFile>>20)})
		return
	}
	l.plan.files++
	if len(bytes.TrimSpace(data)) == 0 {
		l.reader.Report(finding.Finding{Code: "empty-file", Place: finding.Place{File: name}, Message: "the file is empty", Hint: "remove the file, or write a test in it"})
		return
	}
	source := l.reader.Parse(name, data)
	if source == nil {
		return
	}
	(&file{loader: l, Source: source, names: map[string]finding.Place{}}).read(name)
}

var testName = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// read reads the whole file.
func (f *file) read(name string) {
	f.suite = &suite{file: name}
	var api, nameNode, cases *yaml.Node
	ok := f.Fields(f.Root(), "a test file", []engine.Member{
		{Name: "test", Required: true, Read: func(_, v *yaml.Node) { nameNode = v }},
		{Name: "title", Read: func(_, v *yaml.Node) { f.Text(v, "title") }},
		{Name: "api", Read: func(_, v *yaml.Node) { api = v }},
		{Name: "cases", Required: true, Read: func(_, v *yaml.Node) { cases = v }},
	})
	if !ok || !f.api(name, api) || nameNode == nil || !f.suiteName(nameNode) || cases == nil {
		return
	}
	f.cases(cases, "cases")
}

// cases reads a list of cases, which is called what.
func (f *file) cases(list *yaml.Node, what string) {
	if list.Kind != yaml.SequenceNode || len(list.Content) == 0 {
		f.Error("no-cases", list, "write "+what+": [{name: …, steps: […]}]", "%s is a list with at least one case", what)
		return
	}
	for _, n := range list.Content {
		f.testCase(n)
	}
}

// api finds the API that the file is about: the one it names, or its folder's.
func (f *file) api(name string, n *yaml.Node) bool {
	folder, _, below := strings.Cut(name, "/")
	var names []string
	for _, a := range f.order {
		names = append(names, a.Name)
	}
	switch {
	case n == nil && below:
		f.suite.api = f.apis[folder]
		if f.suite.api == nil {
			f.Error("unknown-api", nil, hint(folder, names), "the folder %s is named after no API", folder)
		}
	case n == nil && len(f.order) == 1:
		f.suite.api = f.order[0]
	case n == nil:
		f.Error("missing-key", f.Root(), "known: "+strings.Join(names, ", "), `a test file outside the folder of an API needs "api"`)
	default:
		own, ok := f.Text(n, "api")
		if !ok {
			return false
		}
		f.suite.api = f.apis[own]
		switch {
		case f.suite.api == nil:
			f.Error("unknown-api", n, hint(own, names), "there is no API %q", own)
		case below && folder != own:
			f.Error("wrong-folder", n, "move the file to "+path.Join(own, path.Base(name))+", or leave api out", "the file stands in the folder of API %s", folder)
			return false
		}
	}
	return f.suite.api != nil
}

// hint proposes a name, or lists what is known when that is not much.
func hint(got string, known []string) string {
	if near := finding.DidYouMean(got, known); near != "" {
		return near
	}
	if len(known) > 0 && len(known) <= 20 {
		return "known: " + strings.Join(known, ", ")
	}
	return ""
}

func (f *file) suiteName(n *yaml.Node) bool {
	name, ok := f.Text(n, "test")
	if !ok {
		return false
	}
	if !testName.MatchString(name) {
		f.Error("bad-name", n, "", "a test's name is lower-case letters and digits, in words joined by -; %q is not", name)
		return false
	}
	return f.named(n, name)
}

// named gives the test its name, which stands at a node.
func (f *file) named(n *yaml.Node, name string) bool {
	f.suite.name = name
	key := f.suite.api.Name + "/" + name
	if first, ok := f.suites[key]; ok {
		f.duplicate("duplicate-test", f.Place(n), first, "another test of API %s is named %q", f.suite.api.Name, name)
		return true
	}
	f.suites[key] = f.Place(n)
	return true
}

func (f *file) duplicate(code string, at, first finding.Place, format string, args ...any) {
	f.reader.Report(finding.Finding{Code: code, Place: at, Message: fmt.Sprintf(format, args...), Hint: "rename one of the two",
		Related: []finding.Related{{Place: first, Message: "first here"}}})
}

// rows reads with: a list of mappings.
func (f *file) rows(n *yaml.Node) (rows []any, typ *expression.Type) {
	if n.Kind != yaml.SequenceNode || len(n.Content) == 0 || len(n.Content) > maxRows {
		f.Error("bad-with", n, "write with: [{name: value}, …]", "with is a list of 1 to %d rows", maxRows)
		return nil, nil
	}
	for _, row := range n.Content {
		if row.Kind != yaml.MappingNode {
			f.Error("bad-with", row, "write {name: value}", "a row is a mapping of names to values")
			continue
		}
		rows = append(rows, f.Value(row))
	}
	return rows, engine.TypeOfValues(rows)
}
