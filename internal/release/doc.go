// Package release compares two versions of an OpenAPI document: what changed, which changes break those who use it,
// which known consumers they break, and which version the new document must carry.
//
// A comparison passes through these stages, each in a file of its own. The bundled documents are written so that every
// line is known by its JSON pointer (numbered.go) and given to oasdiff, whose rules find and rank the changes
// (judge.go); its sentences are mended (wording.go). What its rules overlook is found as differences of the documents
// that no change speaks of (difference.go, complete.go). Each change is traced to the schema that it is about
// (pointer.go, resolve.go), and from there to the lines of the documents and to the interactions of consumers that use
// it (usage.go, broken.go). version.go tells which version the changes demand, edit.go gathers the changes that one
// edit of a shared schema makes in many operations, findings.go and markdown.go say it all, changelog.go keeps it.
//
// Nothing outside this package knows oasdiff.
package release
