// Documents writes the self-contained document of every API into a folder, as API.json: what a sandbox serves at
// /openapi/API.json, for generators that run without one. Run by the tool that makes gen/typescript:
//
//	go run ./gen/typescript/internal/documents FOLDER
package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/openapi"
)

// sharedDocument holds what the APIs' documents have in common; it is no API.
const sharedDocument = "common.yaml"

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: documents FOLDER")
		os.Exit(2)
	}
	if err := write(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// write writes the documents that the program carries.
func write(folder string) error {
	files, err := fs.Glob(openapi.Documents, "*.yaml")
	if err != nil {
		return fmt.Errorf("list the documents: %w", err)
	}
	for _, file := range files {
		if file == sharedDocument {
			continue
		}
		api, found := contract.Load(openapi.Documents, file)
		if api == nil {
			return fmt.Errorf("load openapi/%s: %w", file, found.Err())
		}
		if err := os.WriteFile(filepath.Join(folder, api.Name+".json"), api.JSON, 0o600); err != nil {
			return fmt.Errorf("write the document of %s: %w", api.Name, err)
		}
	}
	return nil
}
