package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/sandbank/sandbank/internal/generate"
)

// maxLedger bounds a ledger that is read, in bytes.
const maxLedger = 1 << 20

// written is what has been done with files.
type written struct {
	dir   string
	lines []string
}

func (w *written) note(format, name string) {
	w.lines = append(w.lines, fmt.Sprintf(format, path.Join(w.dir, name)))
}

func (w *written) text() string { return strings.Join(w.lines, "\n") + "\n" }

// writeGenerated writes files to a folder. Nothing is written when a file stands in the way: one that generate has not
// written, or one that has been edited and is not meant to be. Force writes over all of them. Each file appears whole.
func writeGenerated(dir string, files []generate.File, force bool) (w *written, err error) {
	shown := filepath.ToSlash(filepath.Clean(dir))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("make the folder: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("open the folder: %w", err)
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	l, err := readLedger(root)
	if err != nil {
		return nil, fmt.Errorf("%s/%s: %w", shown, generate.LedgerName, err)
	}
	w = &written{dir: shown}
	var todo []generate.File
	var inTheWay []string
	for _, f := range files {
		switch what, err := judge(l, root, f); {
		case err != nil:
			return nil, fmt.Errorf("read %s: %w", path.Join(shown, f.Name), err)
		case what == foreign && !force:
			inTheWay = append(inTheWay, path.Join(shown, f.Name))
		case what == same:
			l[f.Name] = generate.Digest(f.Data)
		case what == edited && !force:
			w.note("kept  %s, which has been edited", f.Name)
		case what == removed && !force:
			w.note("left  %s away, which has been removed", f.Name)
		default:
			todo = append(todo, f)
		}
	}
	if len(inTheWay) > 0 {
		return nil, fmt.Errorf("nothing is written: generate has not written what stands at %s, or it has been edited since.\n"+
			"Choose another folder with -o, or write over it with --force", strings.Join(inTheWay, ", "))
	}
	for _, f := range todo {
		if err := replaceFile(root, f.Name, f.Data); err != nil {
			return nil, fmt.Errorf("write %s: %w", path.Join(shown, f.Name), err)
		}
		l[f.Name] = generate.Digest(f.Data)
		w.note("wrote %s", f.Name)
	}
	if len(w.lines) == 0 {
		w.lines = append(w.lines, shown+" is up to date")
	}
	if err := replaceFile(root, generate.LedgerName, l.Text()); err != nil {
		return nil, fmt.Errorf("write %s/%s: %w", shown, generate.LedgerName, err)
	}
	return w, nil
}

// readLedger reads the ledger of a folder; one that does not exist is empty.
func readLedger(root *os.Root) (generate.Ledger, error) {
	info, err := root.Stat(generate.LedgerName)
	if errors.Is(err, fs.ErrNotExist) {
		return generate.Ledger{}, nil
	}
	if err == nil && info.Size() > maxLedger {
		err = errors.New("it is too large to be a list of what was generated")
	}
	if err != nil {
		return nil, err
	}
	text, err := root.ReadFile(generate.LedgerName)
	if err != nil {
		return nil, err
	}
	return generate.ReadLedger(text)
}

// state is how a file in a folder stands to the one that is to be written there.
type state int

const (
	missing state = iota // there is none
	same                 // it is that very file
	ours                 // it is as it was generated before
	edited               // it was generated, is meant to be edited, and has been
	removed              // it was generated, is meant to be edited, and is gone
	foreign              // it was not generated, or edited though it should not be
)

// judge says how the file in the folder stands to a new one.
func judge(l generate.Ledger, root *os.Root, f generate.File) (state, error) {
	before, known := l[f.Name]
	info, err := root.Lstat(f.Name)
	switch {
	case errors.Is(err, fs.ErrNotExist) && known && f.Own:
		return removed, nil
	case errors.Is(err, fs.ErrNotExist):
		return missing, nil
	case err != nil:
		return 0, err
	case !info.Mode().IsRegular():
		return foreign, nil
	}
	data, err := root.ReadFile(f.Name)
	switch {
	case err != nil:
		return 0, err
	case bytes.Equal(data, f.Data):
		return same, nil
	case known && generate.Digest(data) == before:
		return ours, nil
	case known && f.Own:
		return edited, nil
	}
	return foreign, nil
}

// replaceFile writes a file beside its place and moves it there.
func replaceFile(root *os.Root, name string, data []byte) error {
	folder := path.Dir(name)
	if err := root.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	beside := path.Join(folder, "."+path.Base(name)+".generated-new")
	err := root.WriteFile(beside, data, 0o644)
	if err == nil {
		err = root.Rename(beside, name)
	}
	if err != nil {
		return errors.Join(err, remove(root, beside))
	}
	return nil
}

// remove removes a file that may not be there.
func remove(root *os.Root, name string) error {
	if err := root.Remove(name); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
