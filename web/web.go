// Package web has the web app: the pages of the developer portal and the scenario studio, as they were built from the
// sources in this folder (`make web`). The app is a client of the public APIs like any partner's; nothing here knows them.
package web

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var built embed.FS

// App gives the built files: index.html, what it refers to below assets/, and .vite/manifest.json, which says what each
// page loads. It is read-only and safe for concurrent use.
func App() fs.FS {
	app, err := fs.Sub(built, "dist")
	if err != nil {
		panic(err) // the folder's name is a constant that is valid
	}
	return app
}
