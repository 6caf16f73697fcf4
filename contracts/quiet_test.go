//go:build pact

package contracts_test

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// reported gives what f wrote to the standard output of the process. The native library writes its report there, past Go, so
// the file descriptor itself is turned to a file meanwhile.
func reported(t *testing.T, f func()) string {
	t.Helper()
	file, err := os.Create(filepath.Join(t.TempDir(), "report"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := file.Close(); err != nil {
			t.Error(err)
		}
	}()
	stdout := int(os.Stdout.Fd())
	kept, err := unix.Dup(stdout)
	if err != nil {
		t.Fatal(err)
	}
	if err := unix.Dup2(int(file.Fd()), stdout); err != nil {
		t.Fatal(err)
	}
	func() {
		defer func() {
			if err := unix.Dup2(kept, stdout); err != nil {
				t.Error(err)
			}
			if err := unix.Close(kept); err != nil {
				t.Error(err)
			}
		}()
		f()
	}()
	text, err := os.ReadFile(file.Name())
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
