package main

import (
	"os"
	"testing"
)

// The page of settings is made from the flags. UPDATE_SCRIPTS=1 writes it again.
func TestThePageOfSettingsSaysWhatTheProgramTakes(t *testing.T) {
	const file = "../../docs/configuration.md"
	page := configPage(serveCommand())
	if os.Getenv("UPDATE_SCRIPTS") != "" {
		if err := os.WriteFile(file, []byte(page), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(kept) != page {
		t.Errorf("%s is not what the program says; UPDATE_SCRIPTS=1 writes it again", file)
	}
}
