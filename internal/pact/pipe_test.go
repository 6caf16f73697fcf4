//go:build unix

package pact_test

import (
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/finding"
	"github.com/sandbank/sandbank/internal/pact"
)

func TestAPipeIsRefusedInsteadOfWaitedFor(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe.json")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{pipe, dir} {
		read := make(chan finding.List, 1)
		go func() {
			_, found := pact.ReadAll([]string{path})
			read <- found
		}()
		select {
		case found := <-read:
			if len(found) != 1 || found[0].Code != "unreadable-file" || found[0].Message != "is not a regular file" || found[0].File != filepath.ToSlash(pipe) {
				t.Errorf("%s: %v", path, found)
			}
		case <-time.After(10 * time.Second):
			t.Fatalf("%s: still waiting", path)
		}
	}
}
