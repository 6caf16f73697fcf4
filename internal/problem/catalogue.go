package problem

import "slices"

// Codes that the program itself answers with.
const (
	SchemaViolation      = "SCHEMA_VIOLATION"
	MalformedBody        = "MALFORMED_BODY"
	CredentialsMissing   = "CREDENTIALS_MISSING"
	NotFound             = "NOT_FOUND"
	MethodNotAllowed     = "METHOD_NOT_ALLOWED"
	NotAcceptable        = "NOT_ACCEPTABLE"
	BodyTooLarge         = "BODY_TOO_LARGE"
	UnsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE"
	InternalError        = "INTERNAL_ERROR"
	ScenarioError        = "SCENARIO_ERROR"
	ResponseOffContract  = "RESPONSE_OFF_CONTRACT"
	NoRuleMatched        = "NO_RULE_MATCHED"
	ServiceUnavailable   = "SERVICE_UNAVAILABLE"
)

// catalogue is the error catalogue shared by every API, ordered by status, then code.
var catalogue = []Definition{
	{"BAD_REQUEST", 400, "The request cannot be processed as it was sent", "Correct the request; sending it again unchanged will fail again."},
	{MalformedBody, 400, "The request body could not be read", "Send one complete, well-formed body in UTF-8."},
	{SchemaViolation, 400, "The request does not follow the API's contract", "Correct every place listed in errors and send the request again."},
	{CredentialsMissing, 401, "Credentials are missing", "Send the credentials that the API's document asks for."},
	{"UNAUTHORIZED", 401, "The credentials are not accepted", "Obtain new credentials and send the request again."},
	{"FORBIDDEN", 403, "This is not allowed with these credentials", "Ask for the permission, or use credentials that have it."},
	{NotFound, 404, "There is nothing at this address", "Check the path and the identifiers in the request."},
	{MethodNotAllowed, 405, "The method is not allowed at this address", "Use one of the methods named in the Allow header."},
	{NotAcceptable, 406, "No representation fits the Accept header", "Ask for a media type that the API's document declares."},
	{"CONFLICT", 409, "The request conflicts with what has happened before", "Read the current state, then decide whether to send the request again."},
	{BodyTooLarge, 413, "The request body is too large", "Send a smaller body, or split the request."},
	{UnsupportedMediaType, 415, "The media type of the body is not supported", "Send the body in a media type that the API's document declares."},
	{"UNPROCESSABLE", 422, "The request breaks a rule of the bank", "Correct the values and send the request again."},
	{"TOO_MANY_REQUESTS", 429, "Too many requests", "Wait for the time given in Retry-After and send the request again."},
	{InternalError, 500, "Something went wrong on our side", "Try again later; quote the request id if it happens again."},
	{ResponseOffContract, 500, "The sandbox's answer would have broken the contract", "Correct the scenario rule that is named in detail."},
	{ScenarioError, 500, "A scenario rule failed while it answered", "Correct the scenario rule that is named in detail."},
	{"NOT_IMPLEMENTED", 501, "This is not available", "Use another operation; this one is not offered."},
	{NoRuleMatched, 501, "No scenario rule answers this request", "Compare the request with the nearest rules, or add a rule for it."},
	{"BAD_GATEWAY", 502, "A system behind the API gave no usable answer", "Try again later."},
	{ServiceUnavailable, 503, "The service is not available at the moment", "Wait for the time given in Retry-After and send the request again."},
	{"GATEWAY_TIMEOUT", 504, "A system behind the API did not answer in time", "Find out whether the request took effect before sending it again."},
}

var byCode = func() map[string]Definition {
	m := make(map[string]Definition, len(catalogue))
	for _, d := range catalogue {
		m[d.Code] = d
	}
	return m
}()

// Lookup finds an entry of the shared catalogue by its code.
func Lookup(code string) (Definition, bool) {
	d, ok := byCode[code]
	return d, ok
}

// Must gives an entry of the shared catalogue; it panics on a code that is not in it, which is a mistake in the program.
func Must(code string) Definition {
	d, ok := byCode[code]
	if !ok {
		panic("problem: no such code: " + code)
	}
	return d
}

// All gives a copy of the shared catalogue, ordered by status, then code.
func All() []Definition { return slices.Clone(catalogue) }

// ForStatus gives the general entry for a status of the catalogue: the one that is not particular to one cause.
// ok is false for a status that the catalogue does not hold.
func ForStatus(status int) (d Definition, ok bool) {
	general := map[int]string{
		400: "BAD_REQUEST", 401: "UNAUTHORIZED", 403: "FORBIDDEN", 404: NotFound, 405: MethodNotAllowed, 406: NotAcceptable,
		409: "CONFLICT", 413: BodyTooLarge, 415: UnsupportedMediaType, 422: "UNPROCESSABLE", 429: "TOO_MANY_REQUESTS",
		500: InternalError, 501: "NOT_IMPLEMENTED", 502: "BAD_GATEWAY", 503: ServiceUnavailable, 504: "GATEWAY_TIMEOUT",
	}
	return Lookup(general[status])
}
