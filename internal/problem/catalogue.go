package problem

import "slices"

// Codes that the program itself answers with.
const (
	BadPreference        = "BAD_PREFERENCE"
	UnknownScenario      = "UNKNOWN_SCENARIO"
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
	StorageUnavailable   = "STORAGE_UNAVAILABLE"
	IdempotencyKeyInUse  = "IDEMPOTENCY_KEY_IN_USE"
	IdempotencyKeyReused = "IDEMPOTENCY_KEY_REUSED"
)

// Codes that the control API answers with.
const (
	EntryNotFound         = "ENTRY_NOT_FOUND"
	OverrideNotFound      = "OVERRIDE_NOT_FOUND"
	RowNotFound           = "ROW_NOT_FOUND"
	ScenarioNotFound      = "SCENARIO_NOT_FOUND"
	SnapshotNotFound      = "SNAPSHOT_NOT_FOUND"
	StateNotFound         = "STATE_NOT_FOUND"
	TableNotFound         = "TABLE_NOT_FOUND"
	CoverageFull          = "COVERAGE_FULL"
	OverridesFull         = "OVERRIDES_FULL"
	ReplayImpossible      = "REPLAY_IMPOSSIBLE"
	SnapshotsFull         = "SNAPSHOTS_FULL"
	TableReadOnly         = "TABLE_READ_ONLY"
	ClockOutOfRange       = "CLOCK_OUT_OF_RANGE"
	OperationUnknown      = "OPERATION_UNKNOWN"
	OverrideInvalid       = "OVERRIDE_INVALID"
	ProviderStateInvalid  = "PROVIDER_STATE_INVALID"
	ProviderStateUnknown  = "PROVIDER_STATE_UNKNOWN"
	RequestUnexplainable  = "REQUEST_UNEXPLAINABLE"
	RowInvalid            = "ROW_INVALID"
	SeedInvalid           = "SEED_INVALID"
	SelectionInvalid      = "SELECTION_INVALID"
	StateValueUnknown     = "STATE_VALUE_UNKNOWN"
	TooManyJournalReaders = "TOO_MANY_JOURNAL_READERS"
)

// catalogue is the error catalogue shared by every API, ordered by status, then code.
var catalogue = []Definition{
	{BadPreference, 400, "The answer cannot be what the Prefer header asks for", "Ask for a status and an example that the operation's document declares."},
	{"BAD_REQUEST", 400, "The request cannot be processed as it was sent", "Correct the request; sending it again unchanged will fail again."},
	{MalformedBody, 400, "The request body could not be read", "Send one complete, well-formed body in UTF-8."},
	{SchemaViolation, 400, "The request does not follow the API's contract", "Correct every place listed in errors and send the request again."},
	{UnknownScenario, 400, "There is no such scenario", "Ask for scenarios that this API has."},
	{CredentialsMissing, 401, "Credentials are missing", "Send the credentials that the API's document asks for."},
	{"UNAUTHORIZED", 401, "The credentials are not accepted", "Obtain new credentials and send the request again."},
	{"FORBIDDEN", 403, "This is not allowed with these credentials", "Ask for the permission, or use credentials that have it."},
	{EntryNotFound, 404, "The journal has no such entry", "Search the journal for the entry; old ones make room for new ones."},
	{NotFound, 404, "There is nothing at this address", "Check the path and the identifiers in the request."},
	{OverrideNotFound, 404, "The sandbox has no such override", "List the overrides; one that has ended is gone."},
	{RowNotFound, 404, "The table has no such row", "List the rows of the table for their keys."},
	{ScenarioNotFound, 404, "There is no such scenario", "List the scenarios of the API."},
	{SnapshotNotFound, 404, "The sandbox has no such snapshot", "List the snapshots of the sandbox."},
	{StateNotFound, 404, "No scenario declares such a value", "Read the state for the values that are declared."},
	{TableNotFound, 404, "There is no such table", "Read the state for the tables that there are."},
	{MethodNotAllowed, 405, "The method is not allowed at this address", "Use one of the methods named in the Allow header."},
	{NotAcceptable, 406, "No representation fits the Accept header", "Ask for a media type that the API's document declares."},
	{"CONFLICT", 409, "The request conflicts with what has happened before", "Read the current state, then decide whether to send the request again."},
	{CoverageFull, 409, "Too many sandboxes record coverage", "Stop recording in a sandbox that no longer needs it."},
	{IdempotencyKeyInUse, 409, "A request with this key is still being answered", "Wait for the time given in Retry-After and send the same request again."},
	{OverridesFull, 409, "The sandbox has too many overrides", "Drop overrides that are no longer needed."},
	{ReplayImpossible, 409, "This request cannot be sent again", "Send the request from where it came."},
	{SnapshotsFull, 409, "The sandbox has too many snapshots", "Drop snapshots that are no longer needed."},
	{TableReadOnly, 409, "The table cannot be changed", "Declare the table as writable in its scenario file."},
	{BodyTooLarge, 413, "The request body is too large", "Send a smaller body, or split the request."},
	{UnsupportedMediaType, 415, "The media type of the body is not supported", "Send the body in a media type that the API's document declares."},
	{ClockOutOfRange, 422, "The clock cannot show this time", "Choose a time from 1970 to 2199, and advance forwards."},
	{IdempotencyKeyReused, 422, "The key has been used for another request", "Use a new key for every new request; send a request again with its own key and body."},
	{OperationUnknown, 422, "No API has this operation", "Name the API and an operation of its document."},
	{OverrideInvalid, 422, "The rule cannot be used", "Correct what errors lists and send the rule again."},
	{ProviderStateInvalid, 422, "The provider state cannot be set up", "Correct its parameters as detail says."},
	{ProviderStateUnknown, 422, "No scenario declares this provider state", "Declare it under given: in a scenario file, or correct its name."},
	{RequestUnexplainable, 422, "There is no such request to explain", "Give the path of an operation, with its base path, and a body in one form."},
	{RowInvalid, 422, "The row does not fit the table", "Correct the row as detail says."},
	{SeedInvalid, 422, "This is no seed", "Choose a whole number below 2 to the power of 64."},
	{SelectionInvalid, 422, "What is selected is no scenario", "List the scenarios for their names."},
	{StateValueUnknown, 422, "The value is not one of the declared ones", "Choose one of the declared values."},
	{"UNPROCESSABLE", 422, "The request breaks a rule of the bank", "Correct the values and send the request again."},
	{"TOO_MANY_REQUESTS", 429, "Too many requests", "Wait for the time given in Retry-After and send the request again."},
	{InternalError, 500, "Something went wrong on our side", "Try again later; quote the request id if it happens again."},
	{ResponseOffContract, 500, "The sandbox's answer would have broken the contract", "Correct the scenario rule, or the handler in Go, that is named in detail."},
	{ScenarioError, 500, "A scenario rule failed while it answered", "Correct the scenario rule that is named in detail."},
	{"NOT_IMPLEMENTED", 501, "This is not available", "Use another operation; this one is not offered."},
	{NoRuleMatched, 501, "No scenario rule answers this request", "Compare the request with the nearest rules, or add a rule for it."},
	{"BAD_GATEWAY", 502, "A system behind the API gave no usable answer", "Try again later."},
	{ServiceUnavailable, 503, "The service is not available at the moment", "Wait for the time given in Retry-After and send the request again."},
	{StorageUnavailable, 503, "The sandbox cannot be read or kept at the moment", "Wait for the time given in Retry-After and send the request again."},
	{TooManyJournalReaders, 503, "Too many follow this journal", "Close a connection that follows the journal and try again."},
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
