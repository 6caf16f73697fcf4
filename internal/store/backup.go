package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrThere is the error of what would be written over.
var ErrThere = errors.New("it is there already")

// Backup writes what the database of a folder has now into a file, also while a process serves from the folder. The key
// that secrets are encrypted with is not in it.
func Backup(ctx context.Context, folder, file string) (err error) {
	if folder, err = filepath.Abs(folder); err != nil {
		return fmt.Errorf("open the data folder: %w", err)
	}
	from := filepath.Join(folder, dataFile)
	if _, err := os.Stat(from); err != nil {
		return fmt.Errorf("there is no database in %s: %w", folder, err)
	}
	if _, err := os.Lstat(file); err == nil {
		return fmt.Errorf("%s: %w", file, ErrThere)
	}
	s := &Store{}
	defer func() { err = errors.Join(err, s.Close()) }()
	db, err := s.connect(from, "_pragma=busy_timeout(5000)&_pragma=query_only(0)", 1)
	if err != nil {
		return err
	}
	// The file is made first, so that nobody else may read it.
	temporary, err := os.CreateTemp(filepath.Dir(file), ".backup-*") // 0600
	if err != nil {
		return fmt.Errorf("write a backup: %w", err)
	}
	name := temporary.Name()
	defer func() {
		if e := os.Remove(name); e != nil && !errors.Is(e, fs.ErrNotExist) {
			err = errors.Join(err, e)
		}
	}()
	if err := temporary.Close(); err != nil {
		return fmt.Errorf("write a backup: %w", err)
	}
	if _, err := db.ExecContext(ctx, "VACUUM INTO ?", name); err != nil { // an empty file is written into
		return fmt.Errorf("write a backup: %w", err)
	}
	if err := synced(name); err != nil {
		return fmt.Errorf("write a backup: %w", err)
	}
	if err := os.Link(name, file); err != nil { // fails where there is one by now
		return fmt.Errorf("write a backup: %w", err)
	}
	return nil
}

// Restore puts a backup in the place of the database of a folder. replace allows that there is one, which is kept beside
// it as sandbank.db.before; else the error is ErrThere. The backup is checked first: it must be whole, not of a later
// program, and written with the key, which is that of the folder if it is nil. Nobody may serve from the folder.
func Restore(ctx context.Context, file, folder string, key *Key, replace bool) (err error) {
	if folder, err = filepath.Abs(folder); err != nil {
		return fmt.Errorf("open the data folder: %w", err)
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fmt.Errorf("make the data folder: %w", err)
	}
	lock := &Store{}
	defer func() { err = errors.Join(err, lock.Close()) }()
	if err := lock.lock(ctx, folder); err != nil {
		return err
	}
	there := filepath.Join(folder, dataFile)
	_, missing := os.Stat(there)
	if missing == nil && !replace {
		return fmt.Errorf("%s: %w", there, ErrThere)
	}
	if key == nil {
		if _, err := os.Stat(filepath.Join(folder, keyFile)); err != nil {
			return fmt.Errorf("the backup needs the key that its secrets are encrypted with, as %s: %w", filepath.Join(folder, keyFile), err)
		}
		if key, err = KeyFile(filepath.Join(folder, keyFile)); err != nil {
			return err
		}
	}
	stage, err := os.MkdirTemp(folder, ".restore-*")
	if err != nil {
		return fmt.Errorf("prepare the restoring: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(stage)) }()
	if err := copied(file, filepath.Join(stage, dataFile)); err != nil {
		return fmt.Errorf("read the backup: %w", err)
	}
	if err := checkCopy(ctx, stage, key); err != nil {
		return fmt.Errorf("the backup cannot be used: %w", err)
	}
	if missing == nil {
		if err := setAside(ctx, there); err != nil {
			return fmt.Errorf("set the present database aside: %w", err)
		}
	}
	if err := os.Rename(filepath.Join(stage, dataFile), there); err != nil {
		return fmt.Errorf("put the backup in place: %w", err)
	}
	return synced(folder)
}

// checkCopy opens the database of a folder as the program would, brings its tables up to date, and sees whether it is
// whole and of the key.
func checkCopy(ctx context.Context, folder string, key *Key) (err error) {
	s := &Store{}
	db, err := s.connect(filepath.Join(folder, dataFile), "_pragma=query_only(1)", 1)
	if err != nil {
		return err
	}
	var found string
	err = db.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&found)
	if err == nil && found != "ok" {
		err = errors.New(found)
	}
	var tables int
	if err == nil {
		err = db.QueryRowContext(ctx, "SELECT COUNT(*) FROM sqlite_master WHERE name IN ('goose_db_version', 'sandboxes', 'secrets')").Scan(&tables)
	}
	if err == nil && tables != 3 {
		err = errors.New("it is no database of this program")
	}
	if err = errors.Join(err, s.Close()); err != nil {
		return err
	}
	opened, err := OpenFolder(ctx, folder, key)
	if err != nil {
		return err
	}
	var names []string
	if err = opened.reads.NewRaw("SELECT name FROM secrets ORDER BY name").Scan(ctx, &names); err == nil {
		err = opened.opens(ctx, names)
	}
	return errors.Join(err, opened.Close())
}

// opens fails with ErrKey when secrets were sealed with another key.
func (s *Store) opens(ctx context.Context, names []string) error {
	for _, name := range names {
		var sealed []byte
		if err := s.reads.NewRaw("SELECT sealed FROM secrets WHERE name = ?", name).Scan(ctx, &sealed); err != nil {
			return err
		}
		if _, err := s.key.open(sealed, "secret "+name); err != nil {
			return err
		}
	}
	return nil
}

// setAside renames a database, with everything that was committed to it in its one file.
func setAside(ctx context.Context, file string) error {
	s := &Store{}
	db, err := s.connect(file, "_pragma=busy_timeout(5000)", 1)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
	if err := errors.Join(err, s.Close()); err != nil {
		return err
	}
	for _, rest := range []string{"-wal", "-shm"} {
		if err := os.Remove(file + rest); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return os.Rename(file, file+".before")
}

// copied copies a file for this user alone.
func copied(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}

// synced has a file, or the names in a folder, on the disk.
func synced(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
