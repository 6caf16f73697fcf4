package watch

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// fingerprint stands for the names and contents of all files.
type fingerprint [sha256.Size]byte

// maxFile bounds the part of a file that is read; of a larger one only size and time count.
const maxFile = 64 << 20

// settled is after how many looks at an unchanged size and time a file is not read again. Times may be as coarse as two
// seconds, so that two changes can bear the same one.
const settled = 3

// tree is what is watched on disk.
type tree struct {
	paths []string
	roots []string            // folders
	files map[string][]string // single files by their folder
	known map[string]*known
}

// known is what was seen of a file at the last look.
type known struct {
	size, time int64
	looks      int // at this size and time
	sum        fingerprint
}

func newTree() *tree { return &tree{known: map[string]*known{}} }

// set says what to watch, and tells whether that is something else than before. What does not exist is taken for what
// it was, or else for a file.
func (t *tree) set(paths []string) (other bool) {
	clean := make([]string, 0, len(paths))
	for _, path := range paths {
		clean = append(clean, filepath.Clean(path))
	}
	slices.Sort(clean)
	clean = slices.Compact(clean)
	if t.paths != nil && slices.Equal(clean, t.paths) {
		return false
	}
	before := t.roots
	t.paths, t.roots, t.files = clean, nil, map[string][]string{}
	for _, path := range clean {
		info, err := os.Stat(path)
		if err == nil && info.IsDir() || err != nil && slices.Contains(before, path) {
			t.roots = append(t.roots, path)
			continue
		}
		dir := filepath.Dir(path)
		t.files[dir] = append(t.files[dir], filepath.Base(path))
	}
	return true
}

// ignored tells whether a file of that name is an editor's, or hidden. Names that begin with two dots are a config
// map's: the link ..data is what is swapped when its contents change.
func ignored(path string) bool {
	name := filepath.Base(path)
	switch {
	case strings.HasPrefix(name, ".."):
		return false
	case strings.HasPrefix(name, "."), strings.HasPrefix(name, "#"), strings.HasSuffix(name, "~"):
		return true // hidden, vi's .a.yaml.swp, emacs' .#a.yaml, #a.yaml# and a.yaml~
	case name == "4913": // vi tries with it whether it can write
		return true
	case strings.HasSuffix(name, "___jb_tmp___"), strings.HasSuffix(name, "___jb_old___"):
		return true
	}
	switch filepath.Ext(name) {
	case ".swp", ".swx", ".swo", ".tmp", ".bak", ".orig", ".rej", ".part", ".crdownload":
		return true
	}
	return false
}

// folders lists the folders whose events matter.
func (t *tree) folders() []string {
	var out []string
	for _, root := range t.roots {
		out = append(out, root)
		t.walk(root, func(path string, d fs.DirEntry) {
			if d.IsDir() {
				out = append(out, path)
			}
		})
	}
	out = append(out, sorted(t.files)...)
	slices.Sort(out)
	return slices.Compact(out)
}

func (t *tree) exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// walk visits what is below a folder in order, without hidden folders and without following links to folders. What
// cannot be read is left out: it counts as absent until it can be.
func (t *tree) walk(root string, visit func(path string, d fs.DirEntry)) {
	entries, err := os.ReadDir(root)
	if err != nil {
		return
	}
	for _, d := range entries {
		path := filepath.Join(root, d.Name())
		if d.IsDir() {
			if strings.HasPrefix(d.Name(), ".") {
				continue
			}
			visit(path, d)
			t.walk(path, visit)
			continue
		}
		if !ignored(path) {
			visit(path, d)
		}
	}
}

// fingerprint looks at everything. With whole every file is read; else those that have not looked changed for a while
// are taken as they were.
func (t *tree) fingerprint(whole bool) fingerprint {
	all := sha256.New()
	seen := map[string]bool{}
	add := func(path string) {
		seen[path] = true
		sum := t.sum(path, whole)
		note(all, path, sum[:])
	}
	for _, root := range t.roots {
		t.walk(root, func(path string, d fs.DirEntry) {
			if d.IsDir() {
				note(all, path, []byte{'/'})
				return
			}
			add(path)
		})
	}
	for _, dir := range sorted(t.files) {
		for _, name := range t.files[dir] {
			add(filepath.Join(dir, name))
		}
	}
	for path := range t.known {
		if !seen[path] {
			delete(t.known, path)
		}
	}
	return fingerprint(all.Sum(nil))
}

func note(h hash.Hash, name string, sum []byte) {
	var length [8]byte
	binary.BigEndian.PutUint64(length[:], uint64(len(name)))
	h.Write(length[:])
	h.Write([]byte(name))
	h.Write(sum)
}

// sum stands for the contents of one file, or for the fact that it cannot be read.
func (t *tree) sum(path string, whole bool) fingerprint {
	info, err := os.Stat(path) // through links: a config map's files are links into ..data
	if err != nil || !info.Mode().IsRegular() {
		delete(t.known, path)
		return fingerprint{1}
	}
	size, modified := info.Size(), info.ModTime().UnixNano()
	k := t.known[path]
	if k == nil || k.size != size || k.time != modified {
		k = &known{size: size, time: modified}
		t.known[path] = k
	} else if k.looks++; k.looks > settled && !whole {
		return k.sum
	}
	k.sum = contents(path, size, modified)
	return k.sum
}

func contents(path string, size, modified int64) fingerprint {
	h := sha256.New()
	if size > maxFile {
		note(h, fmt.Sprint(size, modified), nil)
		return fingerprint(h.Sum(nil))
	}
	f, err := os.Open(path)
	if err != nil {
		return fingerprint{2}
	}
	defer f.Close()
	if _, err := io.Copy(h, io.LimitReader(f, maxFile)); err != nil {
		return fingerprint{3}
	}
	return fingerprint(h.Sum(nil))
}

func sorted(m map[string][]string) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
