package main

import (
	"embed"
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/scenarios"
)

// sourceFlags say which documents and scenarios a command looks at: those that the program carries, unless others are
// named.
type sourceFlags struct {
	scenarios string
	documents []string
	allowRefs bool
}

func (f *sourceFlags) register(c *cobra.Command) {
	c.Flags().StringVar(&f.scenarios, "scenarios", "", "the scenario folder (default: the scenarios in the program)")
	f.registerDocuments(c)
}

// registerDocuments is for a command that is told the folder in another way.
func (f *sourceFlags) registerDocuments(c *cobra.Command) {
	flags := c.Flags()
	flags.StringArrayVar(&f.documents, "document", nil, "an OpenAPI document to look at instead of the APIs in the program; repeatable")
	flags.BoolVar(&f.allowRefs, "allow-refs", false, "let references of a document lead outside its folder")
}

// load loads documents and scenarios.
func (f *sourceFlags) load() (*loaded, error) {
	if len(f.documents) > 0 {
		return loadDocuments(f.documents, f.allowRefs, f.scenarios)
	}
	return load(f.scenarios)
}

// loadDocumentsOnly loads the documents, without scenarios. Errors in them are errors.
func (f *sourceFlags) loadDocumentsOnly() ([]*contract.API, error) {
	var apis []*contract.API
	if len(f.documents) > 0 {
		l, err := loadDocuments(f.documents, f.allowRefs, "")
		if err != nil {
			return nil, err
		}
		if err := l.findings.Err(); err != nil {
			return nil, fmt.Errorf("the documents have errors:\n%w", err)
		}
		return l.everyAPI(), nil
	}
	apis, found, err := loadAPIs()
	if err != nil {
		return nil, err
	}
	if err := found.Err(); err != nil {
		return nil, fmt.Errorf("the documents have errors; see 'sandbank check':\n%w", err)
	}
	return apis, nil
}

// declared gives what the scenario files declare for an API.
func (f *sourceFlags) declared(apis []*contract.API, api *contract.API) (*engine.Declared, error) {
	if f.scenarios == "" {
		var folder fs.FS = scenarios.FS
		if len(f.documents) > 0 {
			folder = embed.FS{} // none
		}
		return engine.Declare(folder, apis)[api.Name], nil
	}
	root, err := openFolder(f.scenarios)
	if err != nil {
		return nil, err
	}
	out := engine.Declare(root.FS(), apis)[api.Name]
	return out, root.Close()
}
