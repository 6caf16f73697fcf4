package engine

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/sandbank/sandbank/internal/bank"
	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine/expression"
	"github.com/sandbank/sandbank/internal/finding"
)

// rowReader fills one table from a CSV, YAML or JSON file, or from rows written in place.
type rowReader struct {
	l      *loader
	decl   *scenarioDecl
	table  *table
	types  map[string]*expression.Type // declared columns
	schema *contract.Schema
	places []finding.Place
	// keyNames are the columns of the key, which every row has.
	keyNames []string
}

// columnKinds are the words that columns: knows.
var columnKinds = map[string]expression.Kind{
	"string": expression.String, "integer": expression.Int, "number": expression.Number, "boolean": expression.Bool,
	"decimal": expression.Decimal, "date": expression.Date, "date-time": expression.DateTime, "duration": expression.Duration,
}

// declared reads columns: and schema:.
func (r *rowReader) declared(d tableDecl) bool {
	s := r.decl.src
	if d.columns != nil && d.schema != nil {
		r.l.error("table-source", s.place(d.schema), "give either columns: or schema:", "the columns are declared twice")
		return false
	}
	if d.schema != nil {
		name, ok := r.l.text(s, d.schema, "schema")
		if !ok {
			return false
		}
		r.schema = r.decl.api.Schema(name)
		if r.schema == nil {
			r.l.error("unknown-schema", s.place(d.schema), finding.DidYouMean(name, r.decl.api.Schemas()), "the document of %s has no schema %q", r.decl.api.Name, name)
			return false
		}
		typ := r.l.types.of(r.schema)
		r.types = typ.Fields
		return true
	}
	if d.columns == nil {
		return true
	}
	if d.columns.Kind != yaml.MappingNode {
		r.l.error("not-a-mapping", s.place(d.columns), "", "columns must be a mapping of names to types")
		return false
	}
	r.types = map[string]*expression.Type{}
	for i := 0; i+1 < len(d.columns.Content); i += 2 {
		name, v := d.columns.Content[i].Value, d.columns.Content[i+1]
		if typ := r.column(name, v); typ != nil {
			r.types[name] = typ
		}
	}
	return true
}

// column reads one column: a type, or {type, required}.
func (r *rowReader) column(name string, n *yaml.Node) *expression.Type {
	s := r.decl.src
	kind := n
	typ := &expression.Type{Optional: true}
	if n.Kind == yaml.MappingNode {
		ok := r.l.readFields(s, n, "a column", []field{
			{name: "type", required: true, read: func(_, v *yaml.Node) { kind = v }},
			{name: "required", read: func(_, v *yaml.Node) { typ.Optional = !r.l.flag(s, v, "required") }},
		})
		if !ok || kind == n {
			return nil
		}
	}
	known, ok := columnKinds[kind.Value]
	if !ok || kind.Kind != yaml.ScalarNode {
		r.l.error("unknown-type", s.place(kind), "known: "+strings.Join(sortedNames(columnKinds), ", "), "%q is no column type", kind.Value)
		return nil
	}
	typ.Kind = known
	if !typ.Optional {
		r.table.required = append(r.table.required, name)
	}
	return typ
}

func (r *rowReader) file(n *yaml.Node) {
	name, ok := r.l.text(r.decl.src, n, "file")
	if !ok {
		return
	}
	data, full, ok := r.l.readBeside(r.decl, n, TableFile, name)
	if !ok {
		return
	}
	src := newSource(full, data)
	switch path.Ext(name) {
	case ".csv":
		r.csv(src)
	case ".json":
		r.json(src)
	case ".yaml", ".yml":
		if root := r.l.parseYAML(src); root != nil {
			r.yamlRows(src, root)
		}
	default:
		r.l.error("unknown-format", r.decl.src.place(n), "tables are .csv, .yaml or .json files", "%s is no table file", name)
	}
}

func (r *rowReader) add(v row, place finding.Place) bool {
	if len(r.table.rows) == maxRows {
		r.l.error("too-many-rows", place, "", "a table holds at most %d rows", maxRows)
		return false
	}
	r.table.rows = append(r.table.rows, v)
	r.places = append(r.places, place)
	return true
}

func (r *rowReader) csv(src *source) {
	reader := csv.NewReader(bytes.NewReader(src.data))
	reader.ReuseRecord = false
	header, err := reader.Read()
	if err != nil {
		r.csvError(src, err)
		return
	}
	for i, name := range header {
		line, column := reader.FieldPos(i)
		if !identifier.MatchString(name) {
			r.l.error("bad-name", src.at(line, column, 1), "", "a column's name is letters, digits and _; %q is not", name)
			return
		}
		for _, before := range header[:i] {
			if before == name {
				r.l.error("duplicate-column", src.at(line, column, 1), "", "column %q stands in the header twice", name)
				return
			}
		}
	}
	r.declareCSV(src, header)
	for {
		record, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			r.csvError(src, err)
			return
		}
		v := make(row, len(record))
		line, _ := reader.FieldPos(0)
		for i, cell := range record {
			if cell == "" {
				continue
			}
			cellLine, column := reader.FieldPos(i)
			if value, ok := r.cell(src, cellLine, column, header[i], cell); ok {
				v[header[i]] = value
			}
		}
		if !r.add(v, src.at(line, 1, 1)) {
			return
		}
	}
}

// declareCSV gives every column of the header a type and reports declared columns that the file lacks.
func (r *rowReader) declareCSV(src *source, header []string) {
	present := map[string]bool{}
	if r.types == nil {
		r.types = map[string]*expression.Type{}
	}
	for _, name := range header {
		present[name] = true
		if r.types[name] == nil {
			r.types[name] = &expression.Type{Kind: expression.String, Optional: true}
		}
	}
	for _, name := range sortedNames(r.types) {
		if !present[name] && r.schema == nil {
			r.l.error("unknown-column", src.at(1, 1, 1), finding.DidYouMean(name, header), "the header has no column %q, which columns: declares", name)
		}
	}
}

func (r *rowReader) csvError(src *source, err error) {
	var parse *csv.ParseError
	switch {
	case errors.Is(err, io.EOF):
		r.l.error("empty-file", src.whole(), "the first line names the columns", "the file is empty")
	case errors.As(err, &parse):
		column := utf8.RuneCountInString(src.line(parse.Line)[:min(len(src.line(parse.Line)), max(0, parse.Column-1))]) + 1
		r.l.error("csv-syntax", src.at(parse.Line, column, 1), "quote a cell that holds a comma or a quote", "not valid CSV: %v", parse.Err)
	default:
		r.l.error("csv-syntax", src.whole(), "", "not valid CSV: %v", err)
	}
}

// cell turns a cell's text into the value of its column. column is in bytes, as encoding/csv counts.
func (r *rowReader) cell(src *source, line, column int, name, text string) (any, bool) {
	v, err := cellValue(r.types[name].Kind, text)
	if err != nil {
		before := src.line(line)
		column = utf8.RuneCountInString(before[:min(len(before), column-1)]) + 1
		r.l.error("bad-cell", src.at(line, column, utf8.RuneCountInString(text)), "", "column %s: %v", name, err)
	}
	return v, err == nil
}

func cellValue(kind expression.Kind, text string) (any, error) {
	var err error
	switch kind {
	case expression.Int:
		n, convErr := strconv.Atoi(text)
		if convErr != nil {
			return nil, fmt.Errorf("%q is no integer", text)
		}
		return n, nil
	case expression.Number:
		if !jsonNumber.MatchString(text) {
			return nil, fmt.Errorf("%q is no number", text)
		}
		return json.Number(text), nil
	case expression.Bool:
		if text != "true" && text != "false" {
			return nil, fmt.Errorf("%q is neither true nor false", text)
		}
		return text == "true", nil
	case expression.Decimal:
		_, err = bank.ParseDecimal(text)
	case expression.Date:
		_, err = bank.ParseDate(text)
	case expression.Duration:
		_, err = bank.ParseDuration(text)
	case expression.DateTime:
		if _, ok := canonicalText(kind, text); !ok {
			err = fmt.Errorf("%q is no date-time such as 2026-01-31T10:00:00+05:30", text)
		}
	}
	return text, err
}

func (r *rowReader) json(src *source) {
	v, err := contract.DecodeJSON(src.data, maxDepth)
	if err != nil {
		r.l.error("json-syntax", syntaxPlace(src.name, src.data, err), "", "not valid JSON: %v", err)
		return
	}
	list, ok := v.([]any)
	if !ok {
		r.l.error("not-a-list", src.whole(), "", "a table file holds a list of objects")
		return
	}
	for i, e := range list {
		o, ok := e.(map[string]any)
		if !ok {
			r.l.error("not-a-row", src.whole(), "", "element %d is no object", i)
			return
		}
		if !r.add(o, src.whole()) {
			return
		}
	}
}

func (r *rowReader) yamlRows(src *source, n *yaml.Node) {
	if n.Kind != yaml.SequenceNode {
		r.l.error("not-a-list", src.place(n), "begin each row with \"- \"", "rows are a list of mappings")
		return
	}
	for _, c := range n.Content {
		if c.Kind != yaml.MappingNode {
			r.l.error("not-a-row", src.place(c), "", "a row is a mapping of columns to values")
			continue
		}
		v := r.yamlRow(src, c)
		if !r.add(v, src.place(c)) {
			return
		}
	}
}

func (r *rowReader) yamlRow(src *source, n *yaml.Node) row {
	v := row{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i].Value, n.Content[i+1]
		var schemas []*contract.Schema
		if r.schema != nil {
			schemas = memberSchemas([]*contract.Schema{r.schema}, name)
		}
		typ := r.types[name]
		if r.types != nil && typ == nil && r.schema == nil {
			r.l.error("unknown-column", src.place(n.Content[i]), finding.DidYouMean(name, sortedNames(r.types)), "table %s has no column %q", r.table.name, name)
			continue
		}
		if typ != nil && r.schema == nil && value.Kind == yaml.ScalarNode && value.ShortTag() != "!!null" {
			cell, err := typedScalar(typ.Kind, value)
			if err != nil {
				r.l.error("bad-cell", src.place(value), "", "column %s: %v", name, err)
				continue
			}
			v[name] = cell
			continue
		}
		v[name] = r.l.plainValue(src, value, schemas)
	}
	if r.schema != nil {
		r.l.violations("row-breaks-schema", src, n, r.schema.Validate(v, contract.Outbound), r.schema)
	}
	return v
}

// typedScalar reads a YAML scalar as a column's kind. Text columns take what was written, numbers and dates included.
func typedScalar(kind expression.Kind, n *yaml.Node) (any, error) {
	if textual(kind) && n.ShortTag() != "!!str" && n.ShortTag() != "!!timestamp" {
		return nil, fmt.Errorf("write %q in quotes: YAML reads %s as something else than text", n.Value, n.Value)
	}
	return cellValue(kind, n.Value)
}

// finish settles the type of the rows: declared columns, else what the rows hold.
func (r *rowReader) finish() {
	t := r.table.row
	if r.schema != nil {
		typ := *r.l.types.of(r.schema)
		typ.Name, typ.Optional = t.Name, false
		r.table.row, r.table.schema = &typ, r.schema
		return
	}
	if r.types != nil {
		t.Fields = map[string]*expression.Type{}
		for name, typ := range r.types {
			t.Fields[name] = r.settled(name, typ)
		}
		return
	}
	var merged *expression.Type
	for _, v := range r.table.rows {
		typ := inferred(v)
		if merged == nil {
			merged = typ
		} else {
			merged = mergeInferred(merged, typ)
		}
	}
	if merged == nil {
		merged = &expression.Type{Fields: map[string]*expression.Type{}}
	}
	t.Fields = merged.Fields
	if r.table.writable {
		for name, typ := range t.Fields {
			t.Fields[name] = r.settled(name, optional(typ))
		}
	}
}

// settled drops the mark of absence from a column that every row fills.
func (r *rowReader) settled(name string, typ *expression.Type) *expression.Type {
	if r.table.writable {
		if slices.Contains(r.keyNames, name) {
			return required(typ)
		}
		return typ // rows to come may lack it
	}
	for _, v := range r.table.rows {
		if v[name] == nil {
			return typ
		}
	}
	return required(typ)
}

// checkRequired reports rows that lack a column which is declared as required.
func (r *rowReader) checkRequired() {
	for i, v := range r.table.rows {
		for _, name := range r.table.required {
			if v[name] == nil {
				r.l.error("row-incomplete", r.places[i], "", "the row has no %s, which table %s requires", name, r.table.name)
			}
		}
	}
}
