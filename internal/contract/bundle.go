package contract

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/sandbank/sandbank/internal/finding"
)

// bundle moves everything that the root file refers to in other files into its components, so that afterwards every
// reference is local. Names are kept where they are free; the root's own names always win.
type bundle struct {
	*loader
	root *source
	// moved maps file#pointer to the local reference that replaces it.
	moved map[string]string
	// done holds the nodes whose references are settled already, since one may be reached twice.
	done map[*node]bool
	// found holds what references led to, by file#pointer.
	found map[string]*node
	// queue holds components that were moved in and not walked yet.
	queue   []*node
	kinds   []string
	changed bool
}

// bundle settles every reference below the root and tells whether anything of another file was moved in.
func (l *loader) bundle(root *source) bool {
	b := &bundle{loader: l, root: root, moved: map[string]string{}, done: map[*node]bool{}, found: map[string]*node{}}
	b.adopt()
	b.walk("document", root.root)
	for len(b.queue) > 0 {
		n, what := b.queue[0], b.kinds[0]
		b.queue, b.kinds = b.queue[1:], b.kinds[1:]
		b.walk(what, n)
	}
	return b.changed
}

// adopt lets components of the root that are nothing but a reference to another file take that component's place, so
// that it keeps the name that the root gave it.
func (b *bundle) adopt() {
	components := b.root.root.get("components")
	for _, what := range slices.Sorted(maps.Keys(sections)) {
		section := sections[what]
		entries := components.get(section)
		for _, name := range entries.names() {
			n := entries.get(name)
			for range maxTreeDepth {
				if !isReference(what, n) || len(n.keys) > 1 {
					break
				}
				file, pointer, ok := b.split(n.get("$ref"), n.get("$ref").at.file)
				if !ok || file == b.root.name {
					break
				}
				target := b.find(n.get("$ref"), file, pointer)
				if target == nil {
					b.done[n] = true
					break
				}
				if _, taken := b.moved[file+"#"+pointer]; taken {
					break
				}
				b.moved[file+"#"+pointer] = "#/components/" + section + "/" + escapeToken(name)
				*n = *target
				b.changed = true
			}
		}
	}
}

func (b *bundle) walk(what string, n *node) {
	if b.done[n] {
		return
	}
	b.done[n] = true
	if isReference(what, n) {
		if what == "pathItem" {
			b.inlinePathItem(n)
		} else {
			b.settle(what, n)
		}
		if what != "schema" && what != "pathItem" {
			return
		}
	}
	if what == "discriminator" {
		b.settleMapping(n)
	}
	children(what, n, func(what, _ string, child *node) { b.walk(what, child) })
}

// settle makes one reference local.
func (b *bundle) settle(what string, n *node) {
	ref := n.get("$ref")
	if local, ok := b.local(what, ref, ref.at.file); ok && local != ref.text {
		replaced := *ref
		replaced.text = local
		n.set("$ref", &replaced)
		b.changed = true
	}
}

// local gives the reference within the bundle that stands for ref as it is written in file.
func (b *bundle) local(what string, ref *node, file *source) (string, bool) {
	name, pointer, ok := b.split(ref, file)
	if !ok {
		return "", false
	}
	target := b.find(ref, name, pointer)
	if target == nil {
		return "", false
	}
	if name == b.root.name {
		if strings.HasPrefix(ref.text, "#") {
			return ref.text, true
		}
		return "#" + escapeFragment(pointer), true
	}
	id := name + "#" + pointer
	if local, ok := b.moved[id]; ok {
		return local, true
	}
	section := sections[what]
	component := b.freeName(section, name, pointer)
	b.moved[id] = "#/components/" + section + "/" + escapeToken(component)
	b.changed = true
	root := b.root.root
	if root.get("components") == nil {
		root.set("components", &node{kind: object, at: root.at})
	}
	if root.get("components").get(section) == nil {
		root.get("components").set(section, &node{kind: object, at: root.at})
	}
	root.get("components").get(section).set(component, target)
	b.queue, b.kinds = append(b.queue, target), append(b.kinds, what)
	return b.moved[id], true
}

// split takes a reference apart into the file, below the root of the file system, and the pointer into it.
func (b *bundle) split(ref *node, file *source) (name, pointer string, ok bool) {
	address, fragment, _ := strings.Cut(ref.text, "#")
	pointer, err := url.PathUnescape(fragment)
	if err == nil {
		address, err = url.PathUnescape(address)
	}
	if err != nil {
		b.fail("bad-reference", ref.at, "the reference %q is not a URI: %v", ref.text, err)
		return "", "", false
	}
	name = file.name
	if address != "" {
		name = path.Join(path.Dir(file.name), address)
		if u, err := url.Parse(address); err == nil && (u.Scheme != "" || u.Host != "") {
			b.add(finding.Error, "outside-reference", ref.at, "copy the file below this folder and refer to the copy", "the reference leads to %s; only files below the document's folder are read", u.Redacted())
			return "", "", false
		}
		if !b.admits(address, name) {
			b.add(finding.Error, "outside-reference", ref.at, "move the file below this folder", "the reference %q leads out of the document's folder", ref.text)
			return "", "", false
		}
	}
	if pointer != "" && pointer[0] != '/' {
		b.add(finding.Error, "unsupported-construct", ref.at, "write the reference as a JSON Pointer, such as #/components/schemas/Name", "the reference %q names an anchor, which is not supported", ref.text)
		return "", "", false
	}
	return name, pointer, true
}

// admits tells whether a file, as an address names it, may be read.
func (b *bundle) admits(address, name string) bool {
	return !path.IsAbs(address) && fs.ValidPath(name) && (b.folder == "." || strings.HasPrefix(name, b.folder+"/"))
}

// find gives the node that a reference leads to, or reports that there is none.
func (b *bundle) find(ref *node, name, pointer string) *node {
	if b.files[name] == nil {
		info, err := fs.Stat(b.fsys, name)
		if err == nil && info.IsDir() {
			b.fail("unresolved-reference", ref.at, "%s, which this refers to, is a folder", name)
			return nil
		}
		if errors.Is(err, fs.ErrNotExist) {
			b.add(finding.Error, "unresolved-reference", ref.at, b.missing(ref.text), "the file %s, which this refers to, does not exist", name)
			return nil
		}
	}
	file := b.read(name)
	if file.root == nil {
		b.fail("unresolved-reference", ref.at, "the file %s, which this refers to, cannot be read", name)
		return nil
	}
	if known := b.found[name+"#"+pointer]; known != nil {
		return known
	}
	target, near, token := file.root.lookup(pointer)
	if target != nil {
		b.found[name+"#"+pointer] = target
	} else {
		hint := finding.DidYouMean(token, near.names())
		b.add(finding.Error, "unresolved-reference", ref.at, hint, "the reference %q leads nowhere: there is no %q", ref.text, token)
		return nil
	}
	return target
}

// missing gives a hint for a reference to a file that does not exist: perhaps a schema's bare name was meant.
func (b *bundle) missing(ref string) string {
	if b.root.root.get("components").get("schemas").get(ref) != nil {
		return "did you mean \"#/components/schemas/" + escapeToken(ref) + "\"?"
	}
	return ""
}

var unfitForName = regexp.MustCompile(`[^A-Za-z0-9._-]+`)

// freeName chooses the component name for something that is moved in: its own name if that is free, else the name
// with the file's, else a number.
func (b *bundle) freeName(section, file, pointer string) string {
	stem := strings.TrimSuffix(path.Base(file), path.Ext(file))
	name := stem
	if pointer != "" {
		name = unescapeToken(pointer[strings.LastIndexByte(pointer, '/')+1:])
	}
	name = strings.Trim(unfitForName.ReplaceAllString(name, "_"), "_")
	if _, err := strconv.Atoi(name); err == nil || name == "" {
		name = stem + "_" + name
	}
	taken := b.root.root.get("components").get(section)
	candidate := name
	for n := 1; taken.get(candidate) != nil; n++ {
		candidate = name + "_" + stem
		if n > 1 {
			candidate = fmt.Sprintf("%s_%s_%d", name, stem, n)
		}
	}
	return candidate
}

// inlinePathItem replaces a path item's reference by what it refers to; fields beside the reference win.
func (b *bundle) inlinePathItem(n *node) {
	seen := map[*node]bool{}
	for isReference("pathItem", n) {
		ref := n.get("$ref")
		file, pointer, ok := b.split(ref, ref.at.file)
		if !ok {
			return
		}
		target := b.find(ref, file, pointer)
		if target == nil {
			return
		}
		if seen[target] || target == n {
			b.fail("endless-reference", ref.at, "the reference %q leads back to itself", ref.text)
			return
		}
		seen[target] = true
		merged := node{kind: object, at: n.at}
		for i, k := range n.keys {
			if k.name != "$ref" {
				merged.set(k.name, n.items[i])
			}
		}
		for i, k := range target.keys {
			if merged.get(k.name) == nil {
				merged.set(k.name, target.items[i])
			}
		}
		*n = merged
		b.changed = true
	}
}

// settleMapping makes the references of a discriminator's mapping local. A bare name is a component's name.
func (b *bundle) settleMapping(n *node) {
	mapping := n.get("mapping")
	if mapping == nil || mapping.kind != object {
		return
	}
	for i, value := range mapping.items {
		if value.kind != text || !strings.ContainsAny(value.text, "#/") && path.Ext(value.text) == "" {
			continue
		}
		if b.root.root.get("components").get("schemas").get(value.text) != nil {
			continue
		}
		if local, ok := b.local("schema", value, value.at.file); ok && local != value.text {
			replaced := *value
			replaced.text = local
			mapping.items[i] = &replaced
			b.changed = true
		}
	}
}

// escapeFragment writes a JSON Pointer as a URI fragment.
func escapeFragment(pointer string) string {
	return (&url.URL{Fragment: pointer}).EscapedFragment()
}
