package server_test

import (
	"io/fs"
	"path"
	"testing"
	"testing/fstest"

	"github.com/sandbank/sandbank/scenarios"
)

// shippedFor gives the folders of scenarios that ship for some APIs.
func shippedFor(t testing.TB, apis ...string) fs.FS {
	t.Helper()
	out := fstest.MapFS{}
	for _, api := range apis {
		entries, err := fs.ReadDir(scenarios.FS, api)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			name := path.Join(api, e.Name())
			text, err := fs.ReadFile(scenarios.FS, name)
			if err != nil {
				t.Fatal(err)
			}
			out[name] = &fstest.MapFile{Data: text}
		}
	}
	return out
}
