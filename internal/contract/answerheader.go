package contract

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
)

// ownHeaders are set by whoever sends an answer, not by documents.
var ownHeaders = []string{"Content-Type", "Content-Length", "Content-Encoding", "Transfer-Encoding", "Connection", "Date", "X-Request-Id", "Trailer", "Upgrade"}

// Sent tells whether documents decide about the header; others are set by whoever sends the answer.
func (h *Header) Sent() bool { return !slices.Contains(ownHeaders, http.CanonicalHeaderKey(h.Name)) }

// Generate makes a value of the header from its examples or its schema, the same for the same state of r.
func (h *Header) Generate(r *rand.Rand) (string, error) {
	var v any = words[r.IntN(len(words))]
	switch {
	case len(h.Examples) > 0:
		v = h.Examples[0].Value
	case h.Schema != nil:
		made, err := h.Schema.Generate(r, Outbound)
		if err != nil {
			return "", fmt.Errorf("header %s: %w", h.Name, err)
		}
		v = made
	}
	text, err := h.write(v)
	if err != nil {
		return "", fmt.Errorf("header %s: %w", h.Name, err)
	}
	if strings.ContainsFunc(text, func(c rune) bool { return c < ' ' && c != '\t' || c == 0x7f }) {
		return "", fmt.Errorf("header %s: its value holds a control character", h.Name)
	}
	return text, nil
}

// write serialises a value in the style simple, or as the document that the header's content says.
func (h *Header) write(v any) (string, error) {
	if h.content != "" {
		b, err := (&MediaType{Type: h.content, Schema: h.Schema}).Encode(v)
		return string(b), err
	}
	var parts []string
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			text, err := scalarText(item)
			if err != nil {
				return "", err
			}
			parts = append(parts, text)
		}
	case map[string]any:
		for _, name := range sortedKeys(v) {
			text, err := scalarText(v[name])
			if err != nil {
				return "", err
			}
			if h.explode {
				parts = append(parts, name+"="+text)
			} else {
				parts = append(parts, name, text)
			}
		}
	default:
		return scalarText(v)
	}
	return strings.Join(parts, ","), nil
}
