package contract

import (
	"encoding/xml"
	"slices"
	"strings"
)

// xmlObject is OpenAPI's XML Object: how a value is written as XML.
type xmlObject struct {
	name, prefix, namespace string
	attribute, wrapped      bool
}

func readXML(n *node) *xmlObject {
	if n == nil || n.kind != object {
		return nil
	}
	return &xmlObject{n.textOf("name"), n.textOf("prefix"), n.textOf("namespace"), n.flag("attribute"), n.flag("wrapped")}
}

// encodeXML writes a value as an XML document. The root is named by the schema's xml, else by the component's name.
func encodeXML(s *Schema, v any) []byte {
	w := &xmlWriter{}
	w.WriteString(xml.Header)
	name := "root"
	if s != nil {
		if shapeOf(s) == listShape {
			name = "items"
		}
		if s.Name != "" {
			name = s.Name
		}
	}
	if list, ok := v.([]any); ok {
		var item *Schema
		if s != nil {
			item = s.itemSchema(0)
		}
		inner := "item"
		if item != nil && item.Name != "" {
			inner = item.Name
		}
		w.open(s, name, nil)
		for _, each := range list {
			w.element(item, inner, each)
		}
		w.close(s, name)
		return []byte(w.String())
	}
	w.element(s, name, v)
	return []byte(w.String())
}

type xmlWriter struct{ strings.Builder }

// xmlName gives the name of an element or attribute, with its prefix.
func xmlName(s *Schema, name string) string {
	if s != nil && s.xml != nil {
		if s.xml.name != "" {
			name = s.xml.name
		}
		if s.xml.prefix != "" {
			return xmlWord(s.xml.prefix) + ":" + xmlWord(name)
		}
	}
	return xmlWord(name)
}

// xmlWord makes a name of XML of any text.
func xmlWord(name string) string {
	out := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' || r == '-' || r == '.' || r > 0xbf && r != 0xd7 && r != 0xf7 {
			return r
		}
		return '_'
	}, name)
	if out == "" || strings.IndexByte("-.0123456789", out[0]) >= 0 {
		out = "_" + out
	}
	return out
}

func (w *xmlWriter) open(s *Schema, name string, attributes []string) {
	w.WriteString("<" + xmlName(s, name))
	if s != nil && s.xml != nil && s.xml.namespace != "" {
		w.WriteString(" xmlns")
		if s.xml.prefix != "" {
			w.WriteString(":" + xmlWord(s.xml.prefix))
		}
		w.WriteString(`="`)
		w.text(s.xml.namespace)
		w.WriteByte('"')
	}
	for _, a := range attributes {
		w.WriteString(" " + a)
	}
	w.WriteByte('>')
}

func (w *xmlWriter) close(s *Schema, name string) { w.WriteString("</" + xmlName(s, name) + ">") }

// text writes character data. Writing to a strings.Builder cannot fail.
func (w *xmlWriter) text(s string) { _ = xml.EscapeText(&w.Builder, []byte(s)) }

// element writes one value under a name.
func (w *xmlWriter) element(s *Schema, name string, v any) {
	switch v := v.(type) {
	case map[string]any:
		w.members(s, name, v)
		return
	case []any:
		w.list(s, name, v)
		return
	case nil:
		w.open(s, name, nil)
	default:
		w.open(s, name, nil)
		if text, err := scalarText(v); err == nil {
			w.text(text)
		}
	}
	w.close(s, name)
}

func (w *xmlWriter) members(s *Schema, name string, v map[string]any) {
	var attributes, elements []string
	order := sortedKeys(v)
	if s != nil {
		named := slices.DeleteFunc(s.memberNames(0), func(n string) bool { _, there := v[n]; return !there })
		order = slices.Concat(named, slices.DeleteFunc(order, func(n string) bool { return slices.Contains(named, n) }))
	}
	for i, member := range order {
		if slices.Contains(order[:i], member) {
			continue
		}
		p := memberOrNil(s, member)
		if p == nil || p.xml == nil || !p.xml.attribute {
			elements = append(elements, member)
			continue
		}
		if text, err := scalarText(v[member]); err == nil {
			var a xmlWriter
			a.text(text)
			attributes = append(attributes, xmlName(p, member)+`="`+a.String()+`"`)
		}
	}
	w.open(s, name, attributes)
	for _, member := range elements {
		w.element(memberOrNil(s, member), member, v[member])
	}
	w.close(s, name)
}

// list writes the items of a member one after the other, inside an element of the member's name where the schema says
// that they are wrapped.
func (w *xmlWriter) list(s *Schema, name string, v []any) {
	var item *Schema
	wrapped := false
	if s != nil {
		item = s.itemSchema(0)
		wrapped = s.xml != nil && s.xml.wrapped
	}
	if wrapped {
		w.open(s, name, nil)
	}
	for _, each := range v {
		w.element(item, name, each)
	}
	if wrapped {
		w.close(s, name)
	}
}
