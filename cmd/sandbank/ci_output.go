package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// outputFile is a file that a command writes besides its standard output. It is written beside its place and moved there
// when it is whole, so that nobody reads a part of it. Without a path there is none.
type outputFile struct {
	flag, path string
	write      func(io.Writer) error

	temporary *os.File
}

// open finds out whether the file can be written.
func (o *outputFile) open() (err error) {
	if o.path == "" {
		return nil
	}
	if info, err := os.Stat(o.path); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("%s: %s is no regular file", o.flag, o.path)
	}
	o.temporary, err = os.CreateTemp(filepath.Dir(o.path), ".sandbank-*")
	if err != nil {
		return o.failed(err)
	}
	return nil
}

// commit writes the file and moves it to its place.
func (o *outputFile) commit() error {
	if o.temporary == nil {
		return nil
	}
	buffer := bufio.NewWriter(o.temporary)
	err := errors.Join(o.write(buffer), buffer.Flush(), o.temporary.Chmod(0o644), o.temporary.Close())
	if err == nil {
		err = os.Rename(o.temporary.Name(), o.path)
	}
	if err != nil {
		return o.failed(err)
	}
	o.temporary = nil
	return nil
}

// discard removes what was begun and not finished.
func (o *outputFile) discard() {
	if o.temporary != nil {
		_ = o.temporary.Close()
		_ = os.Remove(o.temporary.Name())
	}
}

// failed says why the file cannot be written, and not which temporary one.
func (o *outputFile) failed(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		err = link.Err
	}
	return fmt.Errorf("%s: %s cannot be written: %w", o.flag, o.path, err)
}
