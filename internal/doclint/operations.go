package doclint

import (
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/finding"
)

// served tells whether an operation is one that the API answers, and not one of a callback or a webhook.
func served(o *contract.Object) bool {
	return o.Parent.Kind == "pathItem" && o.Parent.Parent.Kind == "paths"
}

func operationIDMissing(l *linter, o *contract.Object) {
	if served(o) && o.Text("operationId") == "" {
		l.report(o, at{place: o.Place(), hint: "name it by a verb and what it acts on, such as listOrders"}, "%s has no operationId", operationName(o))
	}
}

var camelCase = regexp.MustCompile(`^[a-z][a-z0-9]*(?:[A-Z][A-Za-z0-9]*)*$`)

func operationIDStyle(l *linter, o *contract.Object) {
	id := o.Text("operationId")
	if !served(o) || id == "" {
		return
	}
	where := at{place: o.PlaceOfValue("operationId"), hint: "name it by a verb and what it acts on, such as listOrders"}
	parts := splitWords(id)
	switch {
	case !camelCase.MatchString(id):
		l.report(o, where, "the operationId %q is not in camelCase", id)
	case len(parts) == 1:
		l.report(o, where, "the operationId %q says only one of what is done and to what", id)
	case !commonVerbs[parts[0]] && commonVerbs[parts[len(parts)-1]]:
		l.report(o, where, "the operationId %q does not begin with its verb", id)
	}
}

// commonVerbs are verbs that, at the end of an operationId that begins with none of them, stand in the wrong place.
// Words that are as often nouns ("order", "transfer", "charge") are not among them.
var commonVerbs = setOf("add", "apply", "approve", "cancel", "clear", "create", "delete", "fetch", "find", "get", "list",
	"modify", "patch", "post", "put", "read", "reject", "remove", "replace", "retrieve", "search", "send", "submit", "update", "verify")

func summaryMissing(l *linter, o *contract.Object) {
	if served(o) && strings.TrimSpace(o.Text("summary")) == "" {
		l.report(o, at{place: o.Place()}, "%s has no summary", operationName(o))
	}
}

func tagUndeclared(l *linter, o *contract.Object) {
	tags, _ := o.Value("tags").([]any)
	if !served(o) {
		return
	}
	declared := declaredTags(l.document.Objects[0])
	for i, tag := range tags {
		name, _ := tag.(string)
		if !slices.Contains(declared, name) {
			l.report(o, at{place: o.PlaceOf("tags", strconv.Itoa(i)), hint: finding.DidYouMean(name, declared)},
				"the document declares no tag %q", name)
		}
	}
}

func declaredTags(document *contract.Object) []string {
	var names []string
	for _, o := range document.Children {
		if o.Kind == "tag" {
			names = append(names, o.Text("name"))
		}
	}
	return names
}

func tagUndescribed(l *linter, o *contract.Object) {
	if strings.TrimSpace(o.Text("description")) == "" {
		l.report(o, at{place: o.PlaceOfValue("name")}, "the tag %q has no description", o.Text("name"))
	}
}

// errorSeries are the statuses that every operation of a bank's API can answer with, beside those for what it is sent.
var errorSeries = []int{http.StatusUnauthorized, http.StatusForbidden, http.StatusNotFound, http.StatusConflict,
	http.StatusUnsupportedMediaType, http.StatusTooManyRequests, http.StatusInternalServerError, http.StatusNotImplemented,
	http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout}

func errorSeriesIncomplete(l *linter, o *contract.Object) {
	if served(o) {
		l.reportMissing(o, errorSeries, "")
	}
}

func bodyRefusals(l *linter, o *contract.Object) {
	switch {
	case !served(o):
	case o.Has("requestBody"):
		l.reportMissing(o, []int{http.StatusBadRequest, http.StatusUnprocessableEntity}, ", although it takes a body")
	case takesIdempotencyKey(o):
		l.reportMissing(o, []int{http.StatusBadRequest, http.StatusUnprocessableEntity}, ", although it takes an Idempotency-Key, which can come with another request")
	}
}

func takesIdempotencyKey(o *contract.Object) bool {
	return slices.ContainsFunc(o.Children, func(child *contract.Object) bool {
		return child.Kind == "parameter" && strings.EqualFold(child.Target().Text("name"), "Idempotency-Key")
	})
}

// reportMissing reports the statuses that an operation does not declare, neither by themselves nor as a class.
func (l *linter) reportMissing(o *contract.Object, statuses []int, although string) {
	declared := o.Names("responses")
	var missing []string
	for _, status := range statuses {
		if !slices.ContainsFunc(declared, func(key string) bool { return covers(key, status) }) {
			missing = append(missing, strconv.Itoa(status))
		}
	}
	if len(missing) > 0 {
		l.report(o, at{place: o.Place()}, "%s does not declare the answer%s %s%s", operationName(o), plural(missing), strings.Join(missing, ", "), although)
	}
}

func covers(key string, status int) bool {
	code := strconv.Itoa(status)
	return key == code || strings.EqualFold(key, "default") || strings.EqualFold(key, code[:1]+"XX")
}

// problemJSON is the media type of RFC 9457.
const problemJSON = "application/problem+json"

// problemAnswers looks at answers where operations have them, so that a component is judged by the statuses that it is
// used for.
func problemAnswers(l *linter, o *contract.Object) {
	if !served(o) || o.Field == "head" {
		return
	}
	for _, responses := range o.Children {
		if responses.Kind != "responses" {
			continue
		}
		for _, response := range responses.Children {
			status := response.Key
			if !strings.HasPrefix(status, "4") && !strings.HasPrefix(status, "5") && !strings.EqualFold(status, "default") {
				continue
			}
			l.problemAnswer(response.Target())
		}
	}
}

func (l *linter) problemAnswer(response *contract.Object) {
	where := at{place: response.Place(), hint: "answer with " + problemJSON}
	types := response.Names("content")
	if len(types) == 0 {
		l.report(response, where, "%s is an error, and its content says nothing about it", subject(response))
	}
	for _, name := range types {
		if media, _, _ := strings.Cut(name, ";"); !strings.EqualFold(strings.TrimSpace(media), problemJSON) {
			where.place = response.PlaceOf("content", name)
			l.report(response, where, "%s is an error, and no problem but %s", subject(response), name)
		}
	}
}

// semantic is the form of a version of Semantic Versioning 2.0.0.
var semantic = regexp.MustCompile(`^(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$`)

func versionNotSemantic(l *linter, o *contract.Object) {
	version := o.Text("version")
	if !semantic.MatchString(version) {
		l.report(o, at{place: o.PlaceOfValue("version"), hint: "write it as 1.0.0: major, minor and patch"}, "the version %q of the document is not semantic", version)
	}
}

func plural(list []string) string {
	if len(list) == 1 {
		return ""
	}
	return "s"
}

func setOf(words ...string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		set[w] = true
	}
	return set
}
