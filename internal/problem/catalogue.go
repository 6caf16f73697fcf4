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
	Gone                 = "GONE"
	BodyTooLarge         = "BODY_TOO_LARGE"
	UnsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE"
	InternalError        = "INTERNAL_ERROR"
	ScenarioError        = "SCENARIO_ERROR"
	ResponseOffContract  = "RESPONSE_OFF_CONTRACT"
	NoRuleMatched        = "NO_RULE_MATCHED"
	ServiceUnavailable   = "SERVICE_UNAVAILABLE"
	StorageUnavailable   = "STORAGE_UNAVAILABLE"
	IdempotencyKeyInUse  = "IDEMPOTENCY_KEY_IN_USE"
	SandboxFull          = "SANDBOX_FULL"
)

// Codes that the control API answers with.
const (
	CallbackNotFound = "CALLBACK_NOT_FOUND"
	EntryNotFound    = "ENTRY_NOT_FOUND"
	SimulationOff    = "SIMULATION_OFF"

	SimulationTargetUnknown = "SIMULATION_TARGET_UNKNOWN"
	SimulationConflict      = "SIMULATION_CONFLICT"
	SimulationInvalid       = "SIMULATION_INVALID"
	OverrideNotFound        = "OVERRIDE_NOT_FOUND"
	RowNotFound             = "ROW_NOT_FOUND"
	ScenarioNotFound        = "SCENARIO_NOT_FOUND"
	SnapshotNotFound        = "SNAPSHOT_NOT_FOUND"
	StateNotFound           = "STATE_NOT_FOUND"
	TableNotFound           = "TABLE_NOT_FOUND"
	CoverageFull            = "COVERAGE_FULL"
	OverridesFull           = "OVERRIDES_FULL"
	ReplayImpossible        = "REPLAY_IMPOSSIBLE"
	SnapshotsFull           = "SNAPSHOTS_FULL"
	TableReadOnly           = "TABLE_READ_ONLY"
	ClockOutOfRange         = "CLOCK_OUT_OF_RANGE"
	OperationUnknown        = "OPERATION_UNKNOWN"
	OverrideInvalid         = "OVERRIDE_INVALID"
	ProviderStateInvalid    = "PROVIDER_STATE_INVALID"
	ProviderStateUnknown    = "PROVIDER_STATE_UNKNOWN"
	RequestUnexplainable    = "REQUEST_UNEXPLAINABLE"
	RowInvalid              = "ROW_INVALID"
	SeedInvalid             = "SEED_INVALID"
	SelectionInvalid        = "SELECTION_INVALID"
	StateValueUnknown       = "STATE_VALUE_UNKNOWN"
	TooManyJournalReaders   = "TOO_MANY_JOURNAL_READERS"
)

// Codes that the portal answers with.
const (
	SessionEnded              = "SESSION_ENDED"
	SignInFailed              = "SIGN_IN_FAILED"
	AccountNotActivated       = "ACCOUNT_NOT_ACTIVATED"
	AdminNeeded               = "ADMIN_NEEDED"
	BankAdminNeeded           = "BANK_ADMIN_NEEDED"
	BankStaffNeeded           = "BANK_STAFF_NEEDED"
	CrossOriginRefused        = "CROSS_ORIGIN_REFUSED"
	NoOrganisation            = "NO_ORGANISATION"
	OrganisationSuspended     = "ORGANISATION_SUSPENDED"
	AccountPlanTooLow         = "ACCOUNT_PLAN_TOO_LOW"
	AccountPlanUnchanged      = "ACCOUNT_PLAN_UNCHANGED"
	AgreementMissing          = "AGREEMENT_MISSING"
	AlreadyInOrganisation     = "ALREADY_IN_ORGANISATION"
	AlreadyMember             = "ALREADY_MEMBER"
	APIAlreadyAdded           = "API_ALREADY_ADDED"
	APIPlanUnchanged          = "API_PLAN_UNCHANGED"
	ApplicationNameTaken      = "APPLICATION_NAME_TAKEN"
	ApplicationStateConflict  = "APPLICATION_STATE_CONFLICT"
	CredentialCurrent         = "CREDENTIAL_CURRENT"
	DeliveryUnderWay          = "DELIVERY_UNDER_WAY"
	EmailInUse                = "EMAIL_IN_USE"
	EnquiryClosed             = "ENQUIRY_CLOSED"
	IdentifierTaken           = "IDENTIFIER_TAKEN"
	InvitationClosed          = "INVITATION_CLOSED"
	InvitationPending         = "INVITATION_PENDING"
	InUse                     = "IN_USE"
	LastAdmin                 = "LAST_ADMIN"
	LastAPI                   = "LAST_API"
	LastBankAdmin             = "LAST_BANK_ADMIN"
	OrganisationExists        = "ORGANISATION_EXISTS"
	OrganisationStateConflict = "ORGANISATION_STATE_CONFLICT"
	OverlaysFull              = "OVERLAYS_FULL"
	OverlayExists             = "OVERLAY_EXISTS"
	OverlayStateConflict      = "OVERLAY_STATE_CONFLICT"
	OwnAccount                = "OWN_ACCOUNT"
	PersonStateConflict       = "PERSON_STATE_CONFLICT"
	RequestClosed             = "REQUEST_CLOSED"
	RequestNotWithdrawable    = "REQUEST_NOT_WITHDRAWABLE"
	RequestPending            = "REQUEST_PENDING"
	RotationRunning           = "ROTATION_RUNNING"
	StageReached              = "STAGE_REACHED"
	StageRefusedFinally       = "STAGE_REFUSED_FINALLY"
	StageUsesSandboxPlan      = "STAGE_USES_SANDBOX_PLAN"
	SubscriptionStateConflict = "SUBSCRIPTION_STATE_CONFLICT"
	UsernameTaken             = "USERNAME_TAKEN"
	WebhookMissing            = "WEBHOOK_MISSING"
	PreconditionFailed        = "PRECONDITION_FAILED"
	AddressRefused            = "ADDRESS_REFUSED"
	AgreementNotAccepted      = "AGREEMENT_NOT_ACCEPTED"
	AgreementUnknown          = "AGREEMENT_UNKNOWN"
	APIUnknown                = "API_UNKNOWN"
	CatalogueEntryUnknown     = "CATALOGUE_ENTRY_UNKNOWN"
	CustomFieldInvalid        = "CUSTOM_FIELD_INVALID"
	DecisionInvalid           = "DECISION_INVALID"
	EmailMissing              = "EMAIL_MISSING"
	GroupUnknown              = "GROUP_UNKNOWN"
	HumanCheckFailed          = "HUMAN_CHECK_FAILED"
	IdempotencyKeyReused      = "IDEMPOTENCY_KEY_REUSED"
	LinkInvalid               = "LINK_INVALID"
	NoAPIChosen               = "NO_API_CHOSEN"
	OverlayInvalid            = "OVERLAY_INVALID"
	OverlayVersionUnknown     = "OVERLAY_VERSION_UNKNOWN"
	PartnerScopeFixed         = "PARTNER_SCOPE_FIXED"
	PasswordTooWeak           = "PASSWORD_TOO_WEAK"
	PasswordWrong             = "PASSWORD_WRONG"
	PeriodInvalid             = "PERIOD_INVALID"
	PlanInvalid               = "PLAN_INVALID"
	PlanUnknown               = "PLAN_UNKNOWN"
	SettingsInvalid           = "SETTINGS_INVALID"
	TooManyAttempts           = "TOO_MANY_ATTEMPTS"
)

// Codes that the bank's APIs answer with for the platform's sake: credentials, subscriptions and quotas.
const (
	KeyInvalid               = "KEY_INVALID"
	TokenInvalid             = "TOKEN_INVALID"
	APINotInAccountPlan      = "API_NOT_IN_ACCOUNT_PLAN"
	APINotSubscribed         = "API_NOT_SUBSCRIBED"
	ApplicationDisabled      = "APPLICATION_DISABLED"
	ApplicationSuspended     = "APPLICATION_SUSPENDED"
	HTTPSRequired            = "HTTPS_REQUIRED"
	ScopeMissing             = "SCOPE_MISSING"
	APIPlanQuotaSpent        = "API_PLAN_QUOTA_SPENT"
	APIPlanRateExceeded      = "API_PLAN_RATE_EXCEEDED"
	OrganisationQuotaSpent   = "ORGANISATION_QUOTA_SPENT"
	OrganisationRateExceeded = "ORGANISATION_RATE_EXCEEDED"
)

// catalogue is the error catalogue shared by every API, ordered by status, then code.
var catalogue = []Definition{
	{BadPreference, 400, "The answer cannot be what the Prefer header asks for", "Ask for a status and an example that the operation's document declares."},
	{"BAD_REQUEST", 400, "The request cannot be processed as it was sent", "Correct the request; sending it again unchanged will fail again."},
	{MalformedBody, 400, "The request body could not be read", "Send one complete, well-formed body in UTF-8."},
	{SchemaViolation, 400, "The request does not follow the API's contract", "Correct every place listed in errors and send the request again."},
	{UnknownScenario, 400, "There is no such scenario", "Ask for scenarios that this API has."},
	{CredentialsMissing, 401, "Credentials are missing", "Send the credentials that the API's document asks for."},
	{KeyInvalid, 401, "The API key is not accepted", "Use a key of the application's Auth view; keys of deleted applications are gone."},
	{SessionEnded, 401, "The session has ended", "Sign in again."},
	{SignInFailed, 401, "The user name and the password do not fit together", "Check both, or ask for a new password."},
	{TokenInvalid, 401, "The access token is not accepted", "Get a new token and send the request again."},
	{"UNAUTHORIZED", 401, "The credentials are not accepted", "Obtain new credentials and send the request again."},
	{AccountNotActivated, 403, "The account is not activated yet", "Follow the link in the activation mail, or ask for another one."},
	{AdminNeeded, 403, "Only an admin of the organisation can do this", "Ask an admin of your organisation."},
	{APINotInAccountPlan, 403, "The organisation's account plan does not have this API", "Request another account plan."},
	{APINotSubscribed, 403, "The application is not subscribed to this API", "Add the API to the application and wait for the approval."},
	{ApplicationDisabled, 403, "The application is disabled", "Enable the application in the portal."},
	{ApplicationSuspended, 403, "The application is suspended by the bank", "Contact the bank."},
	{BankAdminNeeded, 403, "Only an admin of the bank can do this", "Ask an admin of the bank."},
	{BankStaffNeeded, 403, "Only staff of the bank can do this", "Use the operations for organisations."},
	{CrossOriginRefused, 403, "The request came from another site", "Send the request from the portal itself."},
	{"FORBIDDEN", 403, "This is not allowed with these credentials", "Ask for the permission, or use credentials that have it."},
	{HTTPSRequired, 403, "Use HTTPS", "Send the request to the https address."},
	{NoOrganisation, 403, "You belong to no organisation", "Accept an invitation of an organisation."},
	{OrganisationSuspended, 403, "The organisation is suspended", "Contact the bank."},
	{ScopeMissing, 403, "The access token lacks the scope for this", "Get a token with the scope of the API."},
	{SimulationOff, 403, "This server simulates no decisions", "Wait for the bank's decision, or use a server that was started with --simulate-reviews."},
	{CallbackNotFound, 404, "The sandbox has no such callback", "List the callbacks of the sandbox; old ones make room for new ones."},
	{EntryNotFound, 404, "The journal has no such entry", "Search the journal for the entry; old ones make room for new ones."},
	{NotFound, 404, "There is nothing at this address", "Check the path and the identifiers in the request."},
	{OverrideNotFound, 404, "The sandbox has no such override", "List the overrides; one that has ended is gone."},
	{RowNotFound, 404, "The table has no such row", "List the rows of the table for their keys."},
	{ScenarioNotFound, 404, "There is no such scenario", "List the scenarios of the API."},
	{SimulationTargetUnknown, 404, "The sandbox has nothing of this kind", "Read the API for what there is in the sandbox."},
	{SnapshotNotFound, 404, "The sandbox has no such snapshot", "List the snapshots of the sandbox."},
	{StateNotFound, 404, "No scenario declares such a value", "Read the state for the values that are declared."},
	{TableNotFound, 404, "There is no such table", "Read the state for the tables that there are."},
	{MethodNotAllowed, 405, "The method is not allowed at this address", "Use one of the methods named in the Allow header."},
	{NotAcceptable, 406, "No representation fits the Accept header", "Ask for a media type that the API's document declares."},
	{AccountPlanTooLow, 409, "The organisation's account plan does not allow this", "Request another account plan first."},
	{AccountPlanUnchanged, 409, "This is the organisation's account plan already", "Nothing needs to be done."},
	{AgreementMissing, 409, "An agreement is not recorded", "Accept the agreements that the journey lists as missing."},
	{AlreadyInOrganisation, 409, "This person belongs to an organisation already", "Leave that organisation first."},
	{AlreadyMember, 409, "This person is a member already", "Nothing needs to be done."},
	{APIAlreadyAdded, 409, "The application has this API already", "Leave out the APIs that the application has."},
	{APIPlanUnchanged, 409, "The API is on this plan already", "Nothing needs to be done."},
	{ApplicationNameTaken, 409, "The organisation has an application of this name", "Choose another name."},
	{ApplicationStateConflict, 409, "The application is not in a state for this", "Read the application; detail says in which states it can be done."},
	{"CONFLICT", 409, "The request conflicts with what has happened before", "Read the current state, then decide whether to send the request again."},
	{CoverageFull, 409, "Too many sandboxes record coverage", "Stop recording in a sandbox that no longer needs it."},
	{CredentialCurrent, 409, "The current credentials cannot be revoked", "Rotate the credentials, then revoke the old ones."},
	{DeliveryUnderWay, 409, "The delivery is still under way", "Wait until it has ended."},
	{EmailInUse, 409, "This e-mail address belongs to somebody already", "Sign in with the account that you have."},
	{EnquiryClosed, 409, "The enquiry is answered already", "Read the enquiry for the answer."},
	{IdentifierTaken, 409, "This identifier is taken", "Choose another identifier."},
	{InvitationClosed, 409, "The invitation is no longer open", "Create another invitation."},
	{InvitationPending, 409, "There is an open invitation for this address", "Send the open invitation again, or withdraw it."},
	{InUse, 409, "This is still in use", "Remove every use of it first; detail says where it is used."},
	{LastAdmin, 409, "An organisation must keep an admin", "Make another member an admin first."},
	{LastAPI, 409, "An application must keep an API", "Delete the application, or add another API first."},
	{LastBankAdmin, 409, "The bank must keep an admin", "Make another one of the staff an admin first."},
	{OrganisationExists, 409, "An organisation of this name is registered", "Ask an admin of the organisation for an invitation."},
	{OrganisationStateConflict, 409, "The organisation is not in a state for this", "Read the organisation."},
	{OverlaysFull, 409, "The organisation has too many overlays", "Delete overlays that are no longer needed."},
	{OverlayExists, 409, "The organisation has an overlay of this name for this API", "Write a new version of it, or choose another name."},
	{OverlayStateConflict, 409, "The overlay is not in a state for this", "Read the overlay."},
	{IdempotencyKeyInUse, 409, "A request with this key is still being answered", "Wait for the time given in Retry-After and send the same request again."},
	{OverridesFull, 409, "The sandbox has too many overrides", "Drop overrides that are no longer needed."},
	{OwnAccount, 409, "This cannot be done to one's own account", "Ask another admin."},
	{PersonStateConflict, 409, "The account is not in a state for this", "Read the account."},
	{ReplayImpossible, 409, "This request cannot be sent again", "Send the request from where it came."},
	{RequestClosed, 409, "The request is decided or withdrawn already", "Read the request for what became of it."},
	{RequestNotWithdrawable, 409, "A request of this kind is not withdrawn", "Delete the application, or remove the API from it."},
	{RequestPending, 409, "A request for this is open already", "Wait for the decision, or withdraw the open request."},
	{RotationRunning, 409, "The change of credentials before is not over yet", "Wait until the old ones end, or revoke them."},
	{SimulationConflict, 409, "What is there does not allow this", "Read the API for how it stands in the sandbox."},
	{SnapshotsFull, 409, "The sandbox has too many snapshots", "Drop snapshots that are no longer needed."},
	{StageReached, 409, "The API is at this stage or beyond it", "Read the journey for the next stage."},
	{StageRefusedFinally, 409, "The bank has refused this stage for good", "Contact the relationship manager."},
	{StageUsesSandboxPlan, 409, "At stage UAT an API stays on the Sandbox plan", "Request the plan when the API is at stage Production."},
	{SubscriptionStateConflict, 409, "The API is not approved for the application", "Wait for the decision about the API."},
	{TableReadOnly, 409, "The table cannot be changed", "Declare the table as writable in its scenario file."},
	{UsernameTaken, 409, "This user name is not available", "Choose another user name."},
	{WebhookMissing, 409, "The application has no address for webhooks", "Set the webhook address of the application."},
	{Gone, 410, "It is not there any more", "Ask for it anew; sending the request again will fail again."},
	{PreconditionFailed, 412, "It was changed by somebody else in the meantime", "Read it again, then repeat the change on what you read."},
	{BodyTooLarge, 413, "The request body is too large", "Send a smaller body, or split the request."},
	{UnsupportedMediaType, 415, "The media type of the body is not supported", "Send the body in a media type that the API's document declares."},
	{AddressRefused, 422, "Nothing is sent to this address", "Give a public address, with HTTPS."},
	{AgreementNotAccepted, 422, "An agreement is not accepted", "Accept the current version of every agreement that is demanded."},
	{AgreementUnknown, 422, "There is no such agreement in this version", "List the agreements for their current versions."},
	{APIUnknown, 422, "The catalogue has no such API", "Search the catalogue for the API."},
	{CatalogueEntryUnknown, 422, "The catalogue has nothing of this identifier", "Read the catalogue for the identifiers."},
	{ClockOutOfRange, 422, "The clock cannot show this time", "Choose a time from 1970 to 2199, and advance forwards."},
	{CustomFieldInvalid, 422, "A field that the bank asks for is missing or wrong", "Correct what errors lists."},
	{DecisionInvalid, 422, "The decision does not fit the request", "Correct what errors lists."},
	{EmailMissing, 422, "An e-mail address is needed", "Give an e-mail address, or sign in."},
	{GroupUnknown, 422, "The catalogue has no such group", "List the groups of the catalogue."},
	{HumanCheckFailed, 422, "The human check was not passed", "Solve the check again."},
	{IdempotencyKeyReused, 422, "This idempotency key belongs to another request", "Send a new key with a new request."},
	{LinkInvalid, 422, "The link is not valid", "Ask for a new one; a link works once and for a limited time."},
	{NoAPIChosen, 422, "The application has no API", "Choose an API or a group."},
	{OperationUnknown, 422, "No API has this operation", "Name the API and an operation of its document."},
	{OverlayInvalid, 422, "The scenario file cannot be used", "Correct what findings lists and send it again."},
	{OverlayVersionUnknown, 422, "The overlay has no such version", "List the versions of the overlay."},
	{OverrideInvalid, 422, "The rule cannot be used", "Correct what errors lists and send the rule again."},
	{PartnerScopeFixed, 422, "The partner scope is fixed since the approval", "Ask the bank to change it."},
	{PasswordTooWeak, 422, "The password is too easy to guess", "Choose a longer, less common password."},
	{PasswordWrong, 422, "The current password is wrong", "Type the current password again."},
	{PeriodInvalid, 422, "The period cannot be reported", "Choose a period that ends after it begins, of at most 366 days."},
	{PlanInvalid, 422, "The plan contradicts itself", "Correct what errors lists."},
	{PlanUnknown, 422, "There is no such plan", "List the plans."},
	{ProviderStateInvalid, 422, "The provider state cannot be set up", "Correct its parameters as detail says."},
	{ProviderStateUnknown, 422, "No scenario declares this provider state", "Declare it under given: in a scenario file, or correct its name."},
	{RequestUnexplainable, 422, "There is no such request to explain", "Give the path of an operation, with its base path, and a body in one form."},
	{RowInvalid, 422, "The row does not fit the table", "Correct the row as detail says."},
	{SandboxFull, 422, "The sandbox holds as much as it may", "Reset the sandbox, go back to a snapshot, or delete rows of its tables; nothing was changed."},
	{SeedInvalid, 422, "This is no seed", "Choose a whole number below 2 to the power of 64."},
	{SelectionInvalid, 422, "What is selected is no scenario", "List the scenarios for their names."},
	{SettingsInvalid, 422, "The settings contradict themselves", "Correct what errors lists."},
	{SimulationInvalid, 422, "This cannot be simulated", "Correct what errors lists."},
	{StateValueUnknown, 422, "The value is not one of the declared ones", "Choose one of the declared values."},
	{"UNPROCESSABLE", 422, "The request breaks a rule of the bank", "Correct the values and send the request again."},
	{APIPlanQuotaSpent, 429, "The API plan's calls of this day are used up", "Wait for the next day, or request another API plan."},
	{APIPlanRateExceeded, 429, "More calls a second than the API plan allows", "Send fewer calls a second."},
	{OrganisationQuotaSpent, 429, "The organisation's calls of this day or hour are used up", "Wait for the time given in Retry-After, or request another account plan."},
	{OrganisationRateExceeded, 429, "More calls a second than the organisation's account plan allows", "Send fewer calls a second."},
	{TooManyAttempts, 429, "Too many attempts", "Wait for the time given in Retry-After and try again."},
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
		409: "CONFLICT", 410: Gone, 412: PreconditionFailed, 413: BodyTooLarge, 415: UnsupportedMediaType, 422: "UNPROCESSABLE", 429: "TOO_MANY_REQUESTS",
		500: InternalError, 501: "NOT_IMPLEMENTED", 502: "BAD_GATEWAY", 503: ServiceUnavailable, 504: "GATEWAY_TIMEOUT",
	}
	return Lookup(general[status])
}
