package store_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/sandbank/sandbank/internal/store"
	"github.com/sandbank/sandbank/internal/store/pgtest"
)

func TestSecretsAreReadWithTheirOwnKeyOnlyAndNotInTheFiles(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "data")
	s, err := store.OpenFolder(t.Context(), folder, nil)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := s.Secret(t.Context(), "one", 32)
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil || len(files) < 2 {
		t.Fatalf("%v, %v", files, err)
	}
	for _, file := range files {
		if text, err := os.ReadFile(file); err != nil || strings.Contains(string(text), string(secret)) {
			t.Errorf("%s has the secret: %v", file, err)
		}
	}
	s = opened(t)(store.OpenFolder(t.Context(), folder, aKey(t)))
	if _, err := s.Secret(t.Context(), "one", 32); !errors.Is(err, store.ErrKey) {
		t.Errorf("with another key: %v", err)
	}
}

func TestAKeyFileIsMadeOnceAndMustHoldAKey(t *testing.T) {
	file := filepath.Join(t.TempDir(), "key")
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if _, err := store.KeyFile(file); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if left, err := os.ReadDir(filepath.Dir(file)); err != nil || len(left) != 1 {
		t.Errorf("%v, %v", left, err)
	}
	for _, text := range []string{"", "c2hvcnQ=", "not base64 at all, but hush"} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := store.KeyFile(file); err == nil || !strings.Contains(err.Error(), "32 bytes in Base64") || strings.Contains(err.Error(), "hush") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestAFolderIsOfOneProcessAndOneUser(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "data")
	s := opened(t)(store.OpenFolder(t.Context(), folder, nil))
	save(t, s, "one", 0, change("{}"))
	if other, err := store.OpenFolder(t.Context(), folder, nil); err == nil || other != nil || !strings.Contains(err.Error(), "another process serves from "+folder) {
		t.Errorf("%v", err)
	}
	check := func(name string, want os.FileMode) {
		t.Helper()
		info, err := os.Stat(name)
		if err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
	}
	check(folder, 0o700)
	files, err := os.ReadDir(folder)
	if err != nil || len(files) < 3 {
		t.Fatalf("%v, %v", files, err)
	}
	for _, f := range files {
		check(filepath.Join(folder, f.Name()), 0o600)
	}
}

func TestAFolderThatIsNoneIsRefused(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := store.OpenFolder(t.Context(), file, nil); err == nil {
		t.Error("a file is taken for a folder")
	}
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "sandbank.db"), []byte(strings.Repeat("no database", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := store.OpenFolder(t.Context(), folder, nil); err == nil || !strings.Contains(err.Error(), "sandbank.db") {
		t.Errorf("%v", err)
	}
}

func TestADatabaseOfALaterProgramIsRefused(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "data")
	s, err := store.OpenFolder(t.Context(), folder, nil)
	if err == nil {
		err = s.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", filepath.Join(folder, "sandbank.db"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (99, 1)"); err != nil {
		t.Error(err)
	}
	if err := db.Close(); err != nil {
		t.Error(err)
	}
	if _, err := store.OpenFolder(t.Context(), folder, nil); err == nil || !strings.Contains(err.Error(), "made by a later program") {
		t.Errorf("%v", err)
	}
}

func TestTheAddressOfADatabaseIsCheckedAndItsPasswordNotShown(t *testing.T) {
	for _, address := range []string{"postgres://me:secret@127.0.0.1:1/x", "postgres://me:secret@127.0.0.1:port/x", "mysql://me:secret@h/x"} {
		_, err := store.OpenDatabase(t.Context(), address, aKey(t), nil)
		if err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: %v", address, err)
		}
	}
}

func TestManyProcessesMayStartAtOnce(t *testing.T) {
	address := pgtest.Start(t).Database()
	var group sync.WaitGroup
	for range 6 {
		group.Go(func() {
			s, err := store.OpenDatabase(context.Background(), address, aKey(t), nil)
			if err != nil {
				t.Error(err)
				return
			}
			if err := errors.Join(s.Ready(context.Background()), s.Close()); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
}
