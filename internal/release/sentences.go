package release

import (
	"regexp"
	"strings"
)

// ownPatterns are sentences for rules of oasdiff whose own ones do not read well beside the name of an operation.
var ownPatterns = map[string]string{
	"endpoint-added":                        "the operation was added",
	"api-removed-without-deprecation":       "the operation was removed",
	"api-path-removed-without-deprecation":  "the operation was removed",
	"api-removed-with-deprecation":          "the operation, which was deprecated, was removed",
	"api-path-removed-with-deprecation":     "the operation, which was deprecated, was removed",
	"api-deprecated-sunset-missing":         "the operation was deprecated without a sunset date",
	"api-operation-id-removed":              "the operation's id changed from %0 to %1",
	"api-security-added":                    "the credentials %0 are accepted now",
	"api-security-removed":                  "the credentials %0 are no longer enough",
	"request-body-added-required":           "a required request body was added",
	"request-body-added-optional":           "an optional request body was added",
	"request-property-type-changed":         "the %1 of the request property %0 changed from %2 to %3",
	"request-property-type-generalized":     "the %1 of the request property %0 was widened from %2 to %3",
	"request-property-type-compatible":      "the %1 of the request property %0 changed from %2 to %3, which is compatible",
	"response-property-type-changed":        "the %1 of the response property %0 changed from %2 to %3 for the status %4",
	"response-property-type-generalized":    "the %1 of the response property %0 was widened from %2 to %3 for the status %4",
	"response-property-type-specialized":    "the %1 of the response property %0 was narrowed from %2 to %3 for the status %4",
	"response-property-type-compatible":     "the %1 of the response property %0 changed from %2 to %3 for the status %4, which is compatible",
	"required-response-header-removed":      "the required response header %0 was removed for the status %1",
	"optional-response-header-removed":      "the optional response header %0 was removed for the status %1",
	"request-body-enum-value-removed":       "the enum value %0 of the request body was removed",
	"request-body-enum-value-added":         "the enum value %0 of the request body was added",
	"response-mediatype-enum-value-removed": "the enum value %1 of the response body %0 was removed",

	"request-body-discriminator-mapping-added":              "the discriminator of the request body takes the new value %0",
	"request-body-discriminator-mapping-deleted":            "the discriminator of the request body no longer takes the value %0",
	"request-body-discriminator-property-name-changed":      "the discriminator of the request body is %1 instead of %0",
	"request-property-discriminator-mapping-added":          "the discriminator of the request property %1 takes the new value %0",
	"request-property-discriminator-mapping-deleted":        "the discriminator of the request property %1 no longer takes the value %0",
	"request-property-discriminator-property-name-changed":  "the discriminator of the request property %0 is %2 instead of %1",
	"response-body-discriminator-mapping-added":             "the discriminator of the response body may have the new value %0 for the status %1",
	"response-body-discriminator-mapping-deleted":           "the discriminator of the response body no longer has the value %0 for the status %1",
	"response-body-discriminator-property-name-changed":     "the discriminator of the response body is %1 instead of %0 for the status %2",
	"response-property-discriminator-mapping-added":         "the discriminator of the response property %1 may have the new value %0 for the status %2",
	"response-property-discriminator-mapping-deleted":       "the discriminator of the response property %1 no longer has the value %0 for the status %2",
	"response-property-discriminator-property-name-changed": "the discriminator of the response property %0 is %2 instead of %1 for the status %3",
}

// mends make the other sentences read alike. They are applied in order.
var mends = []struct {
	wrong *regexp.Regexp
	right string
}{
	{regexp.MustCompile(`(request|response)'s (body|property)`), "$1 $2"},
	{regexp.MustCompile(`\bfor status `), "for the status "},
	{regexp.MustCompile(`with the (%[0-9]) status`), "with the status $1"},
	{regexp.MustCompile(`\bmandatory\b`), "required"},
	{regexp.MustCompile(`\bendpoint\b`), "operation"},
	{regexp.MustCompile(`^api (operation id|tag|sunset date) `), "the $1 "},
	{regexp.MustCompile(`^api (path )?removed`), "the operation removed"},
	{regexp.MustCompile(`\b(property|parameter|body|header|the)('s)? max was`), "$1$2 maximum was"},
	{regexp.MustCompile(`\b(property|parameter|body|header|the)('s)? min was`), "$1$2 minimum was"},
	{regexp.MustCompile(` was unset from (%[0-9])`), ", $1, was removed"},
	{regexp.MustCompile(` was unset`), " was removed"},
	{regexp.MustCompile(`list-of-types`), "list of types"},
	{regexp.MustCompile(` \(backward compatible\)$`), ", which is compatible"},
	{regexp.MustCompile("`(\\w+)`"), "$1"},
	{regexp.MustCompile(`'(\w+)'`), "$1"},
	{regexp.MustCompile(`^deleted `), "removed "},
	{regexp.MustCompile(`^(added|removed) (request |response )?discriminator`), "$1 the ${2}discriminator"},
	{regexp.MustCompile(`\b(to|from|for) (%[0-9] (?:request|response) property)`), "$1 the $2"},
	{regexp.MustCompile(`\bthe (%[0-9]) (request|response) property (oneOf|anyOf|allOf) list`), "the $3 list of the $2 property $1"},
	{regexp.MustCompile(`\bthe (%[0-9]) (request|response)( read-only| write-only)? property's (\w+)`), "the $4 of the $2$3 property $1"},
	{regexp.MustCompile(`\bthe (%[0-9]) (request|response) property const value`), "the constant of the $2 property $1"},
	{regexp.MustCompile(`\bthe (%[0-9]) (request|response)( read-only| write-only)? property\b`), "the $2$3 property $1"},
	{regexp.MustCompile(`\bthe (request|response) body (maximum|minimum|max[A-Z]\w+|min[A-Z]\w+|exclusive\w+|multipleOf|uniqueItems)\b`), "the $2 of the $1 body"},
	{regexp.MustCompile(`^for the (%[0-9]) request parameter (%[0-9]), the (\w+|%[0-9])`), "the $3 of the $1 parameter $2"},
	{regexp.MustCompile(`(%[0-9]) request parameter`), "$1 parameter"},
	{regexp.MustCompile(`^(operation|request|response|media type|webhook|property|schema|mapped|sunset|%[0-9] parameter) `), "the $1 "},
	{regexp.MustCompile(`^(the (?:[a-z]+ )*[a-z]+(?: %[0-9])?) (deprecated|reactivated|added|removed)\b`), "$1 was $2"},
}

// ownHints stand for oasdiff's comments that begin so: what is to be known of a change, in fewer words and without the
// flags of oasdiff's own program.
var ownHints = []struct{ begins, hint string }{
	{"This is a warning because adding or changing a pattern", "it cannot be told whether the new pattern takes all that the old one took"},
	{"This is a breaking change because adding a pattern", "values that were taken before are refused"},
	{"This is a warning because some clients", "callers may still send it; deprecate a parameter before it is removed"},
	{"This is a warning because a read-only", "a server may refuse a member that is read-only, or ignore it"},
	{"This is a warning because parameter objects", "whether this is noticed depends on how the parameter is written"},
	{"This is a warning because oasdiff cannot tell what the changed media", "a client may not be able to read the new media type"},
	{"This is a warning because oasdiff cannot determine", "lists that were taken before may be refused, or the other way round"},
	{"Setting a bound", "values that were taken before are refused"},
	{"A request that omits", "a default does not make up for a member that is required and missing"},
	{"The server may now return", "a client that was written against the old document may not know the value"},
	{"This compared the", "the members of allOf are compared one by one: another one may still say what this one no longer says"},
	{"This endpoint inherits", "the operation says nothing of security, so the document's holds"},
	{"No endpoint inherits", "every operation says what security it has, so this affects none"},
}

// hintFrom gives what is to be known of a change, from oasdiff's comment.
func hintFrom(comment string) string {
	for _, own := range ownHints {
		if strings.HasPrefix(comment, own.begins) {
			return own.hint
		}
	}
	return strings.ReplaceAll(comment, "endpoint", "operation")
}
