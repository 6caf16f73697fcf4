package e2e_test

import (
	"archive/zip"
	"bytes"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestTheClientsOfASandboxAreModulesThatBuild downloads the Go client of each API, and of a document that the program
// was not built with, and builds, vets and tests it with nothing but the modules that are in Go's cache.
func TestTheClientsOfASandboxAreModulesThatBuild(t *testing.T) {
	carried, mocked := start(t).origin, start(t, "../contract/testdata/corpus/insurance.yaml").origin
	for _, target := range []string{
		carried + "/clients/deposits/go.zip", carried + "/clients/sandbox/go.zip", mocked + "/clients/insurance/go.zip",
	} {
		t.Run(target[strings.Index(target, "/clients"):], func(t *testing.T) {
			archive := fetch(t, target)
			if again := fetch(t, target); !bytes.Equal(archive, again) {
				t.Error("a second download differs")
			}
			folder := t.TempDir()
			unzip(t, archive, folder)
			for _, arguments := range [][]string{{"build", "./..."}, {"vet", "./..."}, {"test", "./..."}} {
				goIn(t, folder, "-mod=readonly", arguments...)
			}
		})
	}
}

// fetch gives the body of a page.
func fetch(t *testing.T, target string) []byte {
	t.Helper()
	client := &http.Client{Timeout: patience, Transport: &http.Transport{DisableKeepAlives: true}}
	response, err := client.Get(target)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		t.Fatalf("%s: %d %s, %v", target, response.StatusCode, body, err)
	}
	return body
}

func unzip(t *testing.T, archive []byte, folder string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(folder, z); err != nil {
		t.Fatal(err)
	}
}

// goIn runs Go in a folder, without the network. Programs are built as releases are, so that what has been compiled for
// one test need not be compiled for another.
func goIn(t *testing.T, folder, flags string, arguments ...string) {
	t.Helper()
	command := exec.Command("go", arguments...)
	command.Dir = folder
	command.Env = append(os.Environ(), "GOFLAGS=-trimpath "+flags, "GOPROXY=off", "GOSUMDB=off", "GOWORK=off", "CGO_ENABLED=0")
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("go %s in %s: %v\n%s", strings.Join(arguments, " "), filepath.Base(folder), err, out)
	}
}
