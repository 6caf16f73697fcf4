package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// maxSnapshotFile is larger than any file that scenarios can use.
const maxSnapshotFile = 64 << 20

// snapshot copies a scenario folder into memory, so that what is compiled later is compiled from what serves, whatever has
// been edited since. Files that no scenario can use are left out.
func snapshot(folder fs.FS) (fs.FS, error) {
	var buffer bytes.Buffer
	w := zip.NewWriter(&buffer)
	err := fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		hidden := strings.HasPrefix(d.Name(), ".") && name != "."
		switch {
		case d.IsDir() && hidden:
			return fs.SkipDir
		case hidden, !d.Type().IsRegular() && d.Type()&fs.ModeSymlink == 0, d.IsDir():
			return nil
		}
		return copyInto(w, folder, name)
	})
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return nil, fmt.Errorf("copy the scenario folder: %w", err)
	}
	return zip.NewReader(bytes.NewReader(buffer.Bytes()), int64(buffer.Len()))
}

func copyInto(w *zip.Writer, folder fs.FS, name string) (err error) {
	f, err := folder.Open(name)
	if err != nil {
		return err
	}
	defer func() {
		if closed := f.Close(); err == nil {
			err = closed
		}
	}()
	info, err := f.Stat()
	if err != nil || info.IsDir() || info.Size() > maxSnapshotFile {
		return err
	}
	to, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
	if err != nil {
		return err
	}
	_, err = io.Copy(to, f)
	return err
}
