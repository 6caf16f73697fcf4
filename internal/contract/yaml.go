package contract

import "strings"

// isPlainYAML tells whether text needs no quotes: YAML 1.1 and 1.2 both read it as the string that it shows.
func isPlainYAML(s string) bool {
	switch strings.ToLower(s) {
	case "", "true", "false", "yes", "no", "on", "off", "y", "n", "null":
		return false
	}
	for i := range len(s) {
		c := s[i]
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '/' || c == '$' || c == '('
		if !letter && (i == 0 || !(c >= '0' && c <= '9') && strings.IndexByte(" .){}+=,;~%&?!'*^-", c) < 0) {
			return false
		}
	}
	return s[len(s)-1] != ' '
}

// appendYAML writes an object or list as block YAML, members in the document's order.
func (n *node) appendYAML(b []byte) []byte { return n.appendBlock(b, "") }

func (n *node) appendBlock(b []byte, indent string) []byte {
	if n.kind == list {
		for _, item := range n.items {
			b = append(append(b, indent...), "-"...)
			b = item.appendAfter(b, indent+"  ")
		}
		return b
	}
	for i, k := range n.keys {
		b = append(appendYAMLText(append(b, indent...), k.name), ':')
		b = n.items[i].appendAfter(b, indent+"  ")
	}
	return b
}

// appendAfter writes a value after "-" or "name:", on the same line where it is short.
func (n *node) appendAfter(b []byte, indent string) []byte {
	switch {
	case n.kind == list && len(n.items) == 0:
		return append(b, " []\n"...)
	case n.kind == object && len(n.keys) == 0:
		return append(b, " {}\n"...)
	case n.kind == list || n.kind == object:
		return n.appendBlock(append(b, '\n'), indent)
	case n.kind == null:
		return append(b, " null\n"...)
	case n.kind != text:
		return append(append(append(b, ' '), n.text...), '\n')
	case isBlockText(n.text):
		body, mark := strings.TrimSuffix(n.text, "\n"), " |\n"
		if body == n.text {
			mark = " |-\n"
		}
		b = append(b, mark...)
		for line := range strings.SplitSeq(body, "\n") {
			if line != "" {
				b = append(append(b, indent...), line...)
			}
			b = append(b, '\n')
		}
		return b
	}
	return append(appendYAMLText(append(b, ' '), n.text), '\n')
}

// isBlockText tells whether text of several lines reads well, and comes back unchanged, as a literal block.
func isBlockText(s string) bool {
	if !strings.Contains(s, "\n") || s[0] == '\n' || s[0] == ' ' || strings.HasSuffix(s, "\n\n") || s == "\n" {
		return false
	}
	for _, r := range s {
		if r < ' ' && r != '\n' || r == 0x7f || r == 0x85 || r == 0x2028 || r == 0x2029 || r == 0xFEFF {
			return false
		}
	}
	return true
}

func appendYAMLText(b []byte, s string) []byte {
	if isPlainYAML(s) {
		return append(b, s...)
	}
	return appendString(b, s)
}
