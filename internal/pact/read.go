package pact

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
)

const (
	maxFileSize = 16 << 20
	maxDepth    = 100
	maxFiles    = 1000
)

// Read reads one pact file, of specification 1 to 4. The file is nil when there are errors, and only then. The bytes
// are kept and must not be changed.
func Read(data []byte, name string) (*File, finding.List) {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	r := &reader{file: &File{Name: name, data: data, starts: lineStarts(data), runes: countRunes(data), kept: map[int]places{}}}
	switch {
	case len(data) > maxFileSize:
		return nil, wholeFile("unreadable-file", name, "", "is larger than %d MiB", maxFileSize>>20)
	case len(bytes.TrimSpace(data)) == 0:
		return nil, wholeFile("empty-file", name, "", "the file is empty")
	}
	plain, err := contract.DecodeJSON(data, maxDepth)
	if err != nil {
		return nil, finding.List{r.syntax(err)}
	}
	r.read(value{r, plain, true, ""})
	r.list.Sort()
	if r.list.Errors() > 0 {
		return nil, r.list
	}
	return r.file, r.list
}

// wholeFile is a finding without a line.
func wholeFile(code, name, hint, format string, args ...any) finding.List {
	return finding.List{{Code: code, Place: finding.Place{File: name}, Message: fmt.Sprintf(format, args...), Hint: hint}}
}

// syntax places what keeps the text from being JSON.
func (r *reader) syntax(err error) finding.Finding {
	f := finding.Finding{Code: "bad-syntax", Place: finding.Place{File: r.file.Name}, Message: err.Error()}
	var syntax *contract.SyntaxError
	if !errors.As(err, &syntax) {
		return f
	}
	offset := int(syntax.Offset)
	f.Place = r.file.placeOf(at{name: -1, start: offset, end: offset})
	first, _ := r.file.locate(syntax.Pointer, false)
	last, _ := r.file.locate(syntax.Pointer, true)
	if syntax.Pointer != "" && first.start < last.start && last.end <= offset { // repeated
		f.Place = r.file.placeOf(last)
		f.Related = []finding.Related{{Place: r.file.placeOf(first), Message: "first here"}}
	}
	return f
}

func (r *reader) read(root value) {
	if !root.member("interactions").given && !root.member("messages").given && !root.member("consumer").given {
		r.add(finding.Error, "not-a-pact", "", "a pact file has the members consumer, provider and interactions", "this is JSON, but no pact")
		return
	}
	f := r.file
	root.stray("consumer", "provider", "interactions", "messages", "metadata")
	f.Consumer = party(root, "consumer")
	f.Provider = party(root, "provider")
	f.Specification, r.specification = r.version(root)
	for _, v := range root.member("interactions").items() {
		r.interaction(v)
	}
	for _, v := range root.member("messages").items() {
		r.message(v)
	}
	if len(f.Interactions) == 0 && r.list.Errors() == 0 {
		r.add(finding.Error, "no-interactions", "", "run the consumer's tests again; a pact without interactions verifies nothing", "the pact holds no interactions")
	}
	r.repeated()
}

func party(root value, role string) string {
	v := root.member(role)
	if v.object() {
		return v.member("name").needed("the name of the " + role)
	}
	if !v.set() {
		v.fail("missing-member", "", "the %s is missing", role)
	}
	return ""
}

// version reads the specification in the spellings that libraries have used.
func (r *reader) version(root value) (text string, major int) {
	metadata := root.member("metadata")
	metadata.object()
	said := metadata.either("pactSpecification", "pact-specification", "pactSpecificationVersion")
	if inner := said.member("version"); inner.set() {
		said = inner
	}
	if !said.set() {
		major = guess(root)
		return strconv.Itoa(major) + ".0", major
	}
	text = said.scalar()
	first, _, _ := strings.Cut(text, ".")
	major, err := strconv.Atoi(first)
	if err != nil || major < 1 || major > 4 {
		said.add(finding.Error, "unknown-specification", said.pointer, "specifications 1 to 4 are read", "there is no Pact specification %q", shorten(text))
		return text, 4
	}
	return text, major
}

// guess tells the oldest specification that has what the interactions use.
func guess(root value) int {
	oldest := 2
	list, _ := root.member("interactions").plain.([]any)
	for _, item := range list {
		v := value{plain: item}
		if v.member("type").given {
			return 4
		}
		_, query := v.member("request").member("query").plain.(map[string]any)
		if v.member("providerStates").given || query {
			oldest = 3
		}
	}
	return oldest
}

// repeated warns of interactions that stand in each other's place: libraries tell them apart by their description and
// states.
func (r *reader) repeated() {
	seen := map[string]*Interaction{}
	for _, i := range r.file.Interactions {
		names := []string{i.Description}
		for _, s := range i.States {
			names = append(names, s.Name, fmt.Sprint(s.Params))
		}
		id := strings.Join(names, "\x00")
		first := seen[id]
		if first == nil {
			seen[id] = i
			continue
		}
		r.warn("duplicate-interaction", i.Pointer, "give it a description of its own", "an interaction %q with the same states stands in the file already", shorten(i.Description))
		r.list[len(r.list)-1].Related = []finding.Related{{Place: r.file.Place(first.Pointer), Message: "first here"}}
	}
}

// ReadAll reads files, and for folders every *.json below them in order of their names. Files that cannot be read are
// among the findings; the others are given back all the same. When there is no file at all, the finding is "no-pacts".
func ReadAll(paths []string) ([]*File, finding.List) {
	var list finding.List
	var names []string
	for _, p := range paths {
		found, bad := namesOf(p)
		names, list = append(names, found...), append(list, bad...)
	}
	seen := map[string]bool{}
	names = slices.DeleteFunc(names, func(name string) bool {
		clean := filepath.Clean(name)
		twice := seen[clean]
		seen[clean] = true
		return twice
	})
	if len(names) > maxFiles {
		return nil, append(list, wholeFile("too-many-files", paths[0], "name the folders that hold pacts", "these are %d files; at most %d are read", len(names), maxFiles)...)
	}
	if len(paths) == 0 {
		list = append(list, wholeFile("no-pacts", ".", "name pact files, or folders that hold them", "no pact files were named")...)
	}
	var files []*File
	for _, name := range names {
		data, bad := load(name)
		if bad != nil {
			list = append(list, bad...)
			continue
		}
		file, found := Read(data, filepath.ToSlash(name))
		if list = append(list, found...); file != nil {
			files = append(files, file)
		}
	}
	return files, list
}

// namesOf lists the pact files that a path stands for.
func namesOf(path string) (names []string, bad finding.List) {
	shown := filepath.ToSlash(path)
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, wholeFile("unreadable-file", shown, "name pact files, or folders that hold them", "there is no such file or folder")
	case err != nil:
		return nil, wholeFile("unreadable-file", shown, "", "cannot be opened: %v", cause(err))
	case !info.IsDir():
		return []string{path}, nil
	}
	err = filepath.WalkDir(path, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && entry.Name() == "node_modules":
			return fs.SkipDir
		case !entry.IsDir() && strings.EqualFold(filepath.Ext(name), ".json"):
			names = append(names, name)
		}
		return nil
	})
	if err != nil {
		return nil, wholeFile("unreadable-file", shown, "", "cannot be searched: %v", cause(err))
	}
	if len(names) == 0 {
		return nil, wholeFile("no-pacts", shown, "run the consumer's tests, which write them, or name another folder", "the folder holds no pact files (*.json)")
	}
	slices.Sort(names)
	return names, nil
}

func load(name string) ([]byte, finding.List) {
	shown := filepath.ToSlash(name)
	info, err := os.Stat(name)
	if err == nil && !info.Mode().IsRegular() { // opening a pipe waits for somebody who writes
		return nil, wholeFile("unreadable-file", shown, "write the pact into a file first", "is not a regular file")
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, wholeFile("unreadable-file", shown, "", "cannot be opened: %v", cause(err))
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFileSize+1))
	if err != nil {
		return nil, wholeFile("unreadable-file", shown, "", "cannot be read: %v", cause(err))
	}
	return data, nil
}

// cause leaves out the path that the finding names anyway.
func cause(err error) error {
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		return pathError.Err
	}
	return err
}
