package contract_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/sandbank/sandbank/internal/contract"
)

// twoFiles is a document in two files.
var twoFiles = fstest.MapFS{
	"shop.yaml": {Data: []byte(`openapi: 3.1.0
info: {title: Shop, version: 1.0.0}
paths:
  /orders:
    get:
      operationId: listOrders
      tags: [a, b]
      responses:
        '200':
          description: The orders.
          content:
            application/json:
              schema: {$ref: 'shared.yaml#/components/schemas/Orders'}
  /baskets: {$ref: 'shared.yaml#/paths/~1baskets'}
components:
  schemas:
    Id: &id {type: string, maxLength: 9}
    Key: *id
    Order:
      type: object
      properties:
        id: {$ref: '#/components/schemas/Id'}
`)},
	"shared.yaml": {Data: []byte(`
paths:
  /baskets:
    get:
      responses: {'200': {description: None.}}
components:
  schemas:
    Orders:
      type: array
      items: {$ref: 'shop.yaml#/components/schemas/Order'}
`)},
}

// find gives the one object of a kind with a key.
func find(t *testing.T, d *contract.Document, kind, key string) *contract.Object {
	t.Helper()
	for _, o := range d.Objects {
		if o.Kind == kind && o.Key == key {
			return o
		}
	}
	t.Fatalf("there is no %s %s", kind, key)
	return nil
}

func TestADocumentShowsWhatIsWrittenAndWhere(t *testing.T) {
	d, found := contract.ReadDocument(twoFiles, "shop.yaml")
	if len(found) > 0 {
		t.Fatal(found)
	}
	orders, id := find(t, d, "schema", "Orders"), find(t, d, "schema", "id")
	list := find(t, d, "pathItem", "/orders").Children[0]
	basket := find(t, d, "pathItem", "/baskets").Children[0]
	for what, c := range map[string]struct{ got, want string }{
		"file":                           {d.File, "shop.yaml"},
		"version":                        {d.Version, "3.1.0"},
		"a schema of another file":       {orders.Place().String(), "shared.yaml:8:5"},
		"its line":                       {orders.Place().Source, "    Orders:"},
		"an operation":                   {list.Place().String(), "shop.yaml:5:5"},
		"an operation of another file":   {basket.Place().String(), "shared.yaml:4:5"},
		"a field's name":                 {list.PlaceOf("operationId").String(), "shop.yaml:6:7"},
		"a field's value":                {list.PlaceOfValue("operationId").String(), "shop.yaml:6:20"},
		"an element of a list":           {list.PlaceOf("tags", "1").String(), "shop.yaml:7:17"},
		"a name further in":              {list.PlaceOf("responses", "200", "description").String(), "shop.yaml:10:11"},
		"a field that is not there":      {list.PlaceOf("summary").String(), "shop.yaml:5:5"},
		"no field":                       {list.PlaceOf().String(), "shop.yaml:5:5"},
		"an element that is not there":   {list.PlaceOfValue("tags", "7").String(), "shop.yaml:5:5"},
		"text":                           {list.Text("operationId"), "listOrders"},
		"text that is not there":         {list.Text("operationId", "x"), ""},
		"text that is a list":            {list.Text("tags"), ""},
		"names":                          {strings.Join(list.Names(), " "), "operationId tags responses"},
		"names of a list":                {strings.Join(list.Names("tags"), " "), ""},
		"the field of an operation":      {list.Field, "get"},
		"the field of an operation, key": {list.Key, ""},
		"the field of a path":            {list.Parent.Field, ""},
		"the field of a component":       {orders.Field, "schemas"},
		"what a reference leads to":      {id.Target().Key, "Id"},
		"what an element refers to":      {orders.Children[0].Target().Key, "Order"},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", what, c.got, c.want)
		}
	}
	if !id.IsReference() || orders.IsReference() || !orders.Component() || id.Component() || id.Target() != d.Resolve("Id") || id.Target() != d.Resolve("#/components/schemas/Id") {
		t.Error("references and components are confused")
	}
	if got := list.Value("tags"); !slices.Equal(got.([]any), []any{"a", "b"}) || list.Value("summary") != nil || list.Has("summary") || !list.Has("tags", "1") {
		t.Errorf("tags are %v", got)
	}
	if got := d.Resolve("#/components/schemas/Nothing"); got != nil {
		t.Errorf("nothing is %v", got)
	}
	if got := d.Resolve("shared.yaml#/components"); got != nil {
		t.Errorf("another file holds %v", got)
	}
}

func TestADocumentHasEveryObjectOnce(t *testing.T) {
	d, found := contract.ReadDocument(twoFiles, "shop.yaml")
	if len(found) > 0 {
		t.Fatal(found)
	}
	seen := map[string]bool{}
	for i, o := range d.Objects {
		place := o.Kind + " " + o.Place().String()
		if seen[place] {
			t.Errorf("%s is there twice", place)
		}
		seen[place] = true
		if o.Parent != nil && slices.Index(d.Objects, o.Parent) >= i {
			t.Errorf("%s comes before what holds it", place)
		}
	}
	if d.Objects[0].Kind != "document" || d.Objects[0].Parent != nil {
		t.Errorf("the first object is %s", d.Objects[0].Kind)
	}
}

func TestADocumentOfTheWrongShapeIsNotRead(t *testing.T) {
	for text, code := range map[string]string{
		"":                        "empty-file",
		"openapi: 2.0":            "unsupported-version",
		"openapi: 3.1.0\ninfo: 1": "wrong-shape",
		"openapi: 3.1.0\ninfo: {title: A, version: '1'}\ncomponents: {schemas: {A: {$ref: B}}}": "unresolved-reference",
		"\xff": "bad-syntax",
	} {
		d, found := contract.ReadDocument(fstest.MapFS{"a.yaml": {Data: []byte(text)}}, "a.yaml")
		if d != nil || found.Errors() == 0 || found[0].Code != code {
			t.Errorf("%q: %v, %v, want %s", text, d, found, code)
		}
	}
}
