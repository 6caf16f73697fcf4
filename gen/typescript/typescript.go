// Package typescript holds a TypeScript client of each API as a complete npm package, compiled, as partners download it
// from a sandbox. The packages are made from openapi/ by contracts/typescript (`make generate`) and never edited.
package typescript

import "embed"

// FS has one folder for each API, named like it, with the package's files: package.json, README.md, tsconfig.json, the
// sources (schema.d.ts and src/) and what they compile to (dist/).
//
//go:embed */package.json */README.md */tsconfig.json */schema.d.ts */src/*.ts */dist/*.js */dist/*.ts
var FS embed.FS
