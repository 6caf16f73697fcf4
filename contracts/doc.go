// Package contracts holds what consumers of the bank's APIs rely on, and holds the program to it.
//
// Five consumers live here: an onboarding app and a back office of the API of deposits, a treasury's ledger of virtual
// accounts, a lender of BankConnect, and a wallet of four APIs that have no code of their own. Their tests call Pact's mock
// server through the generated clients, where there are some, and write what they rely on into pacts/. A sixth, the web app,
// writes its pacts itself (web/contract). The provider's test starts the real program and has Pact's verifier hold it to
// those files, or to a partner's: a sandbox, whose provider states scenarios declare, and for what only `sandbank serve` has a
// deployment, whose states are set up by doing what people do (programme_states_test.go). Tests of this package carry the
// build tag pact, because they are linked with Pact's native library: run them through make, which fetches it
// (contracts.mk). How to write and verify pacts is told in docs/contracts.md.
package contracts
