package contract_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/sandbank/sandbank/internal/contract"
)

// largeDocument writes a document of n resources with five operations each, in the proportions of real ones: most of
// the text is descriptions and schemas, responses and parameters are shared.
func largeDocument(n int) string {
	const description = "Gives what is known about it at this moment, with everything that the caller may see. What is not there yet is left out, " +
		"and what was removed is not shown again. The answer may be older than a change that was made a moment ago. Callers that " +
		"need to be sure read it again after a while, with the version that they know, and are told when nothing has changed since. " +
		"Every call counts towards the quota of the application, whether it succeeds or not, and is kept in the journal for a month."
	var paths, schemas strings.Builder
	for i := range n {
		name := fmt.Sprintf("Resource%04d", i)
		base := fmt.Sprintf("/group%02d/resource%04d", i%40, i)
		id := fmt.Sprintf("      - {name: id, in: path, required: true, description: The %s's own id., schema: {type: string, format: uuid}}\n", name)
		operation := func(method, verb, more, status string) {
			fmt.Fprintf(&paths, "    %s:\n      operationId: %s%s\n      tags: [group%02d]\n      summary: %s a %s\n      description: >-\n        %s\n%s", method, verb, name, i%40, verb, name, description, more)
			fmt.Fprintf(&paths, "      responses:\n        '%s':\n          description: It worked.\n          content: {application/json: {schema: {$ref: '#/components/schemas/%s'}}}\n        default: {$ref: '#/components/responses/Failure'}\n", status, name)
		}
		body := fmt.Sprintf("      requestBody:\n        required: true\n        content: {application/json: {schema: {$ref: '#/components/schemas/%s'}}}\n", name)
		fmt.Fprintf(&paths, "  %s:\n", base)
		operation("get", "list", "      parameters: [{$ref: '#/components/parameters/Page'}, {$ref: '#/components/parameters/Size'}]\n", "200")
		operation("post", "create", body, "201")
		fmt.Fprintf(&paths, "  %s/{id}:\n    parameters:\n%s", base, id)
		operation("get", "read", "", "200")
		operation("put", "replace", body, "200")
		operation("delete", "remove", "", "202")
		fmt.Fprintf(&schemas, "    %s:\n      type: object\n      description: >-\n        %s\n      required: [id, name, state, owner]\n      properties:\n", name, description)
		for j := range 16 {
			fmt.Fprintf(&schemas, "        field%02d: {type: string, maxLength: %d, description: 'One of the fields that it has. %s'}\n", j, 20+j, description[:60])
		}
		fmt.Fprintf(&schemas, "        id: {type: string, format: uuid, readOnly: true}\n        name: {type: string, minLength: 1, maxLength: 80}\n"+
			"        state: {type: string, enum: [open, closed, waiting]}\n        count: {type: integer, minimum: 0, maximum: 100000}\n"+
			"        owner: {$ref: '#/components/schemas/Owner'}\n        next: {$ref: '#/components/schemas/Resource%04d'}\n"+
			"        tags: {type: array, maxItems: 10, items: {type: string, pattern: '^[a-z]{1,12}$'}}\n", (i+1)%n)
	}
	return "openapi: 3.0.3\ninfo: {title: Large, version: '1'}\nservers: [{url: /large}]\npaths:\n" + paths.String() + `components:
  parameters:
    Page: {name: page, in: query, schema: {type: integer, minimum: 1, default: 1}}
    Size: {name: size, in: query, schema: {type: integer, minimum: 1, maximum: 100, default: 20}}
  responses:
    Failure: {description: It did not work., content: {application/problem+json: {schema: {$ref: '#/components/schemas/Failure'}}}}
  schemas:
    Owner: {type: object, required: [name], properties: {name: {type: string}, email: {type: string, format: email}}}
    Failure: {type: object, required: [title, status], properties: {title: {type: string}, status: {type: integer}, detail: {type: string}}}
` + schemas.String()
}

// inJSON gives a document in JSON.
func inJSON(tb testing.TB, text string) string {
	tb.Helper()
	return string(loadText(tb, text).JSON)
}

func TestALargeDocumentIsLoadedWhole(t *testing.T) {
	api := loadText(t, largeDocument(50))
	if len(api.Operations) != 250 || len(api.Schemas()) != 52 {
		t.Errorf("%d operations, %d schemas", len(api.Operations), len(api.Schemas()))
	}
	if op, params, _ := api.Match("PUT", "/group09/resource0049/7"); op == nil || op.ID != "replaceResource0049" || params["id"] != "7" {
		t.Errorf("%v %v", op, params)
	}
}

// BenchmarkLoadLarge loads documents of about 5 MB and 3,000 operations. heap-MB is what stays reachable afterwards.
func BenchmarkLoadLarge(b *testing.B) {
	yaml := largeDocument(600)
	for name, text := range map[string]string{"large.yaml": yaml, "large.json": inJSON(b, yaml)} {
		b.Run(name, func(b *testing.B) {
			fsys := fstest.MapFS{name: {Data: []byte(text)}}
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			var api *contract.API
			for b.Loop() {
				var findings error
				loaded, list := contract.Load(fsys, name)
				if findings = list.Err(); findings != nil {
					b.Fatal(findings)
				}
				api = loaded
			}
			runtime.GC()
			runtime.ReadMemStats(&after)
			b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/(1<<20), "heap-MB")
			b.ReportMetric(float64(len(api.Operations)), "operations")
			b.ReportMetric(float64(len(text))/(1<<20), "document-MB")
		})
	}
}
