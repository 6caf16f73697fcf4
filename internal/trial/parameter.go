package trial

import (
	"errors"
	"net/url"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine/expression"
)

var errNested = errors.New("a list or mapping inside a list or mapping has no form here")

// parts writes a value as texts: one for a scalar, one for each element, and name and value in turn for a mapping.
func parts(v any) (texts []string, isMap bool, err error) {
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			text, err := expression.Text(item)
			if err != nil {
				return nil, false, errNested
			}
			texts = append(texts, text)
		}
		return texts, false, nil
	case map[string]any:
		for _, name := range sortedNames(v) {
			text, err := expression.Text(v[name])
			if err != nil {
				return nil, false, errNested
			}
			texts = append(texts, name, text)
		}
		return texts, true, nil
	}
	text, err := expression.Text(v)
	return []string{text}, false, err
}

// joined writes a value in one text, as the styles simple and form without explode do.
func joined(v any, separator string, explode bool) (string, error) {
	texts, isMap, err := parts(v)
	if err != nil {
		return "", err
	}
	if isMap && explode {
		texts = pairsOf(texts)
	}
	return strings.Join(texts, separator), nil
}

// pairsOf joins names with their values.
func pairsOf(texts []string) []string {
	out := make([]string, 0, len(texts)/2)
	for i := 0; i+1 < len(texts); i += 2 {
		out = append(out, texts[i]+"="+texts[i+1])
	}
	return out
}

// pathText writes a path parameter in its style, escaped (OpenAPI 3.1, section 4.8.12, "Style Values").
func pathText(p *contract.Parameter, v any) (string, error) {
	if p.Content != "" {
		encoded, err := expression.Encode(nil, v)
		return url.PathEscape(string(encoded)), err
	}
	texts, isMap, err := parts(v)
	if err != nil {
		return "", err
	}
	for i := range texts {
		texts[i] = url.PathEscape(texts[i])
	}
	if isMap && p.Explode {
		texts = pairsOf(texts)
	}
	switch p.Style {
	case "label":
		if p.Explode {
			return "." + strings.Join(texts, "."), nil
		}
		return "." + strings.Join(texts, ","), nil
	case "matrix":
		switch {
		case isMap && p.Explode:
			return ";" + strings.Join(texts, ";"), nil
		case p.Explode && len(texts) > 0:
			return ";" + p.Name + "=" + strings.Join(texts, ";"+p.Name+"="), nil
		}
		return ";" + p.Name + "=" + strings.Join(texts, ","), nil
	}
	return strings.Join(texts, ","), nil
}

// separators are those of the styles that put a list into one value, as they are sent.
var separators = map[string]string{"spaceDelimited": "%20", "pipeDelimited": "%7C", "form": ","}

// formPairs writes a query parameter or a member of a form in its style, escaped. Without a parameter it is form with
// explode.
func formPairs(name string, p *contract.Parameter, v any) ([]string, error) {
	style, explode := "form", true
	if p != nil {
		style, explode = p.Style, p.Explode
		if p.Content != "" {
			encoded, err := expression.Encode(nil, v)
			return []string{url.QueryEscape(name) + "=" + url.QueryEscape(string(encoded))}, err
		}
	}
	if style == "deepObject" {
		return deepPairs(name, v)
	}
	texts, isMap, err := parts(v)
	if err != nil {
		return nil, err
	}
	for i := range texts {
		texts[i] = url.QueryEscape(texts[i])
	}
	switch {
	case isMap && explode:
		return pairsOf(texts), nil
	case explode:
		out := make([]string, len(texts))
		for i, text := range texts {
			out[i] = url.QueryEscape(name) + "=" + text
		}
		return out, nil
	}
	return []string{url.QueryEscape(name) + "=" + strings.Join(texts, separators[style])}, nil
}

// deepPairs writes name[member]=value for every member.
func deepPairs(name string, v any) ([]string, error) {
	m, ok := v.(map[string]any)
	if !ok {
		return nil, errors.New("the style deepObject takes a mapping")
	}
	var out []string
	for _, member := range sortedNames(m) {
		texts, isMap, err := parts(m[member])
		if err != nil || isMap {
			return nil, errNested
		}
		for _, text := range texts {
			out = append(out, url.QueryEscape(name)+"["+url.QueryEscape(member)+"]="+url.QueryEscape(text))
		}
	}
	return out, nil
}
