// Package virtualaccounts is the ledger behind the virtual accounts API: which virtual accounts there are under which
// physical account, what was credited to them, which batches of credits a caller has fetched and acknowledged, and which
// credits were refunded.
//
// The ledger is kept in the tables of the caller's sandbox, which scenarios/virtual-accounts declares, so that it is per
// application, durable, and goes with the sandbox's clock, snapshots and resets. Every function here works within one
// turn of a sandbox (engine.Turn), which is done as a whole or not at all, one after another.
//
// What always holds: a number is given once, also after its virtual account is deleted; a physical account has at most
// one batch that waits for its acknowledgement, and a credit is in one batch at most; refunds of a credit that have not
// failed never total more than the credit.
//
// What the bank would decide otherwise from day to day, scenarios decide, at the decision points of the operations:
// whether one item is done, and what the payment service makes of a refund.
package virtualaccounts

// API is the name of the API whose tables the ledger is kept in.
const API = "virtual-accounts"

// Tables of the API.
const (
	physicalAccounts = "physicalAccounts"
	accounts         = "virtualAccounts"
	credits          = "credits"
	batches          = "batches"
	refunds          = "refunds"
)

// Values of columns named status.
const (
	active       = "active"
	closed       = "closed"
	deleted      = "deleted"
	waiting      = "waiting"
	acknowledged = "acknowledged"
	accepted     = "accepted"
	settled      = "settled"
	failed       = "failed"
)
