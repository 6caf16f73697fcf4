// Generated from the document of the API Sandbox control 2.2.0. Not to be edited.
export interface paths {
    "/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the scenarios
         * @description Gives every scenario that is loaded, in the order of the APIs and files, and whether it is selected here. A default
         *     scenario speaks without being selected.
         */
        get: operations["listScenarios"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scenarios/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell what became of the latest edit
         * @description Says which version of the scenario files is serving and since when. After an edit that could not be loaded the last good
         *     version goes on serving, and `findings` say what is wrong with the edit, each with its place.
         */
        get: operations["getScenarioStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scenarios/{api}/{scenario}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show one scenario
         * @description Gives the operations that the scenario has rules for, and of each rule its conditions, in the order in which they are
         *     evaluated, and what it answers.
         */
        get: operations["getScenario"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scenarios/{api}/{scenario}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the files of a scenario
         * @description Gives the texts that the scenario was loaded from: its own file first, then the tables and bodies that it names.
         *     They are those that are serving, whatever has become of the folder since. A scenario of the caller's organisation
         *     is shown like one of the bank's. What the bank has published is everybody's to read; nobody else's own scenarios
         *     are. A file without `text` is longer than one mebibyte, or no text in UTF-8; the rows of its table are at
         *     `/tables/{api}/{table}/rows` all the same. The answer has an `ETag`, which changes with any of the texts.
         */
        get: operations["listScenarioFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scenario-schemas/{api}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the JSON Schema of scenario files
         * @description Gives the JSON Schema (2020-12) that the scenario files of an API satisfy, as `sandbank schema` prints it, so that
         *     an editor completes and checks what is typed: operations, statuses, members of bodies, problem codes, and the
         *     tables, states and rules that are loaded. The answer has an `ETag`.
         */
        get: operations["getScenarioSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/selection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the selection
         * @description Gives the scenarios that are selected for this sandbox, in order of selection. The first that has a matching rule answers.
         */
        get: operations["getSelection"];
        /**
         * Select scenarios
         * @description Replaces the selection. A name stands for the scenario of that name in every API that has one; `api/name` means that
         *     API's alone. A name that no API knows is refused with 422 `SELECTION_INVALID`, and the selection stays as it was.
         */
        put: operations["replaceSelection"];
        post?: never;
        /**
         * Select nothing
         * @description Empties the selection. The default scenarios go on answering.
         */
        delete: operations["clearSelection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the overrides
         * @description Gives the rules that were set on this sandbox and still hold, the latest first, which is the order in which they are tried.
         */
        get: operations["listOverrides"];
        put?: never;
        /**
         * Set a rule for the next calls
         * @description Sets a rule on this sandbox that is tried before every selected and default scenario. It is written as in a scenario
         *     file, as text (YAML or JSON) or as an object, and may use the API's tables, states and problems. `times` is how many
         *     requests it answers, `ttl` how long it holds by the real time. A rule that would not load from a file is refused with 422
         *     `OVERRIDE_INVALID`, which lists what is wrong with it by line and column.
         */
        post: operations["createOverride"];
        /**
         * Drop every override
         * @description Takes away every rule that was set on this sandbox.
         */
        delete: operations["clearOverrides"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/overrides/{override}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show one override
         * @description Gives one rule that was set on this sandbox, as long as it holds.
         */
        get: operations["getOverride"];
        put?: never;
        post?: never;
        /**
         * Drop one override
         * @description Takes away one rule that was set on this sandbox.
         */
        delete: operations["deleteOverride"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the clock
         * @description Gives the time by this sandbox's own clock: what scenarios see as `now`, and what tokens and later effects go by.
         */
        get: operations["getClock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Set, advance, freeze or resume the clock
         * @description Does what is given: `set` puts the clock to a time, `advance` moves it forward from there, and `frozen` stops it or lets
         *     it run again. Whatever was to happen later and is due by then happens now, in the order of time, with the clock standing
         *     at each; setting the clock back undoes nothing.
         */
        patch: operations["changeClock"];
        trace?: never;
    };
    "/seed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the seed
         * @description Gives the number that all chance in this sandbox comes from. The same seed and the same requests give the same answers.
         */
        get: operations["getSeed"];
        /**
         * Set the seed
         * @description Sets where chance comes from, to repeat a run.
         */
        put: operations["replaceSeed"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the sandbox as it was in the beginning
         * @description Puts the named parts back to their beginning; without a body, or without `parts`, all of them. `state` is declared
         *     values, tables, counters and what was to happen later. Nothing of another sandbox changes.
         */
        post: operations["resetSandbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the state
         * @description Gives every declared value as it is now, the tables with their numbers of rows, and what is still to happen by the
         *     sandbox's clock, soonest first.
         */
        get: operations["getState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/state/{api}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set a declared value
         * @description Sets a value that a scenario file declares under `state:`. Another value than the declared ones is refused with 422
         *     `STATE_VALUE_UNKNOWN`.
         */
        put: operations["setStateValue"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tables/{api}/{table}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the rows of a table
         * @description Gives a table's rows as this sandbox has them: those that ship, changed or not, in their order, then those that were added.
         */
        get: operations["listTableRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tables/{api}/{table}/rows/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put a row into a table
         * @description Puts a row under its key into a writable table of this sandbox, in the place of what is there. Columns of the key may be
         *     left out of the body; if they are given, they must be those of the path. A row that does not fit the table is refused
         *     with 422 `ROW_INVALID`, a table that only ships with 409 `TABLE_READ_ONLY`.
         */
        put: operations["putTableRow"];
        post?: never;
        /**
         * Take a row out of a table
         * @description Takes the row of a key out of a writable table of this sandbox.
         */
        delete: operations["deleteTableRow"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the journal
         * @description Gives requests and answers of this sandbox, the latest first. Filters add up. The journal is bounded; `dropped` says how
         *     many of the oldest entries had to go.
         */
        get: operations["searchJournal"];
        put?: never;
        post?: never;
        /**
         * Empty the journal
         * @description Forgets every request and answer of this sandbox.
         */
        delete: operations["clearJournal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journal/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the journal
         * @description Sends every new entry as it is written, as server-sent events (HTML, section 9.2): `event: entry`, `id` the entry's id,
         *     `data` the entry as in the search. With the header `Last-Event-ID` the entries since that one come first. When entries come
         *     faster than they are taken, some are left out, and an `event: dropped` says how many so far. A comment is sent now and
         *     then to keep the connection open.
         */
        get: operations["tailJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journal/{entry}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show one entry
         * @description Gives one request and its answer, with what is secret masked.
         */
        get: operations["getJournalEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journal/{entry}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Explain one answer
         * @description Says why this answer: the rule that gave it, then for each rule that did not match the first of its conditions that failed,
         *     what it wanted and what it got, nearest first, then the rules that were not tried because an earlier one had answered. The
         *     reasons are worked out now, with the scenarios and the state as they were then.
         */
        get: operations["explainJournalEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journal/{entry}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a request once more
         * @description Sends the request again as it was received, secrets included, with the scenarios and the state as they are now, and gives
         *     both answers. The new exchange stands in the journal as any other, and has whatever effects it has.
         */
        post: operations["replayJournalEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/explanations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Explain a request without sending it
         * @description Works out what a request would be answered with now, and why, without changing anything and without a trace in the
         *     journal. A request that the contract refuses is explained by its refusal. It is explained for the sandbox of this call,
         *     whatever credentials it carries itself.
         */
        post: operations["explainRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/magic-values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the values with a meaning
         * @description Gives, for each operation, the constants of a request that a rule looks for (`equals`, `beginsWith`) with what it answers,
         *     and the tables that rules look a field of the request up in, with their rows. It is derived from the scenario files, so it
         *     is never out of date. Values that only unselected scenarios look for are marked as not active.
         */
        get: operations["listMagicValues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/personas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the personas
         * @description Gives the people and things that scenarios know: the rows, as this sandbox has them, of every table that has a `title:` in
         *     its scenario file. They are made up; nothing in them is a real person's.
         */
        get: operations["listPersonas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/snapshots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the snapshots
         * @description Gives the snapshots of this sandbox, the latest first.
         */
        get: operations["listSnapshots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/snapshots/{snapshot}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Take a snapshot
         * @description Keeps the state, clock, seed, selection and overrides of this sandbox under a name, in the place of an older snapshot of that name. The number of snapshots is bounded; one too many is refused with 409 `SNAPSHOTS_FULL`.
         */
        put: operations["takeSnapshot"];
        post?: never;
        /**
         * Drop a snapshot
         * @description Forgets a snapshot.
         */
        delete: operations["deleteSnapshot"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/snapshots/{snapshot}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a snapshot
         * @description Makes state, clock, seed, selection and overrides what they were when the snapshot was taken. The journal stays.
         */
        post: operations["restoreSnapshot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the coverage
         * @description Says which rules have matched since recording began, which of their conditions have been seen both to hold and to fail,
         *     and which statuses of which operations have been answered. When the scenario files are edited, rules are counted anew for
         *     the version that serves.
         */
        get: operations["getCoverage"];
        /**
         * Begin recording coverage
         * @description Begins to record, from nothing. While coverage is recorded every rule is tried in turn, so answers take longer.
         */
        put: operations["startCoverage"];
        post?: never;
        /**
         * Stop recording coverage
         * @description Stops recording and forgets what was recorded.
         */
        delete: operations["stopCoverage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/provider-states": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the provider states
         * @description Gives the provider states that scenario files declare under `given:`.
         */
        get: operations["listProviderStates"];
        put?: never;
        /**
         * Set up or tear down a provider state
         * @description The state-change endpoint that a Pact verifier calls before and after each interaction. `setup`, which is also meant when
         *     `action` is missing, selects the state's scenario and does what it declares; the values that it returns are the body, for
         *     the generators of the contract. The first setup after any other call first restores what the sandbox was before the
         *     setups of the previous interaction, and `teardown` restores it at once. Members that a verifier sends beyond these are
         *     ignored. `states` may list several, as names or with parameters. A state that no scenario declares is refused with 422
         *     `PROVIDER_STATE_UNKNOWN`, which names the nearest.
         */
        post: operations["changeProviderState"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/callbacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the callbacks
         * @description Gives what the APIs have called back from this sandbox, the latest first: when rules or handlers asked for it, or when
         *     it became due. Bodies are masked like those of the journal. A server without accounts keeps the latest hundred of a
         *     sandbox in memory; a deployment keeps them for 30 days.
         */
        get: operations["listCallbacks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/callbacks/{callback}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a callback
         * @description Gives a callback with every attempt to deliver it. One that this sandbox has not sent, or that is not kept any more, is
         *     404 `CALLBACK_NOT_FOUND`.
         */
        get: operations["getCallback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/callbacks/{callback}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a callback again
         * @description Sends a callback once more, with the same `webhook-id`, so that a receiver can tell that it knows it; to the address
         *     that the callback itself brings, or else to where callbacks of this sandbox go by now. A server without accounts adds
         *     the attempts to the same delivery; a deployment makes another, which names this one in `resendOf`.
         *
         *     Refused with:
         *     - 404 `CALLBACK_NOT_FOUND`: this sandbox has not sent it, or it is not kept any more;
         *     - 409 `DELIVERY_UNDER_WAY`: it is still being delivered;
         *     - 409 `WEBHOOK_MISSING`: there is no address for callbacks;
         *     - 422 `ADDRESS_REFUSED`: nothing is sent to its address;
         *     - 429 `TOO_MANY_ATTEMPTS`: in a deployment, more than ten in a minute.
         */
        post: operations["resendCallback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulate/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide a request as the bank would
         * @description Approves or rejects a request of one's own organisation in the developer portal: for an application, an API, a plan or
         *     a stage. It does all that a decision of the bank's staff does, mails and webhooks included, and stands in the audit
         *     log as simulated, with who asked for it.
         *
         *     It is for trying the programme out, and there only where the server was started with `--simulate-reviews`; real
         *     partners are decided by people.
         *
         *     Refused with:
         *     - 403 `SIMULATION_OFF`: this server simulates no decisions;
         *     - 404 `NOT_FOUND`: there is no such request of the organisation;
         *     - 409 `REQUEST_CLOSED`: it is decided or withdrawn;
         *     - 409 `ACCOUNT_PLAN_TOO_LOW`, `ORGANISATION_STATE_CONFLICT`: as for a decision of the bank's staff.
         */
        post: operations["simulateReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulate/credit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have money reach a virtual account
         * @description Books credits to a virtual account of this sandbox (API `virtual-accounts`), now by its clock, and calls back for each. All
         *     of them are booked or none.
         *
         *     Refused with:
         *     - 404 `SIMULATION_TARGET_UNKNOWN`: there is no such virtual account, or this server does not serve the API;
         *     - 409 `SIMULATION_CONFLICT`: the account is deleted or over, its physical account is closed, or the UTR is used;
         *     - 422 `SIMULATION_INVALID`: `utr` stands beside a `count` of several, or the amount is zero;
         *     - 422 `SANDBOX_FULL`: the sandbox cannot hold as many.
         */
        post: operations["simulateCredit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulate/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Settle a refund, or have it fail
         * @description Ends a refund of this sandbox (API `virtual-accounts`) that was accepted, before it would end by itself, and calls back.
         *
         *     Refused with:
         *     - 404 `SIMULATION_TARGET_UNKNOWN`: there is no such refund, or this server does not serve the API;
         *     - 409 `SIMULATION_CONFLICT`: the refund has settled or failed already.
         */
        post: operations["simulateRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulate/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a statement
         * @description Puts a statement of an account into an entity of this sandbox (API `bank-connect`), uploaded now by its clock.
         *
         *     Refused with:
         *     - 404 `SIMULATION_TARGET_UNKNOWN`: there is no such entity, or this server does not serve the API;
         *     - 422 `SIMULATION_INVALID`: a member cannot be taken, which `errors` names;
         *     - 422 `SANDBOX_FULL`: the sandbox holds as much as it may.
         */
        post: operations["simulateStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulate/bank-health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have net banking of a bank work, or not
         * @description Says in this sandbox (API `bank-connect`) whether net banking of a bank works.
         *
         *     Refused with:
         *     - 404 `SIMULATION_TARGET_UNKNOWN`: there is no such bank, or this server does not serve the API;
         *     - 422 `SIMULATION_INVALID`: a member cannot be taken, which `errors` names.
         */
        post: operations["simulateBankHealth"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * API name
         * @description An API, by the name of its document.
         * @example deposits
         */
        ApiName: string;
        /**
         * Scenario name
         * @description A scenario, by its name.
         * @example verifications
         */
        ScenarioName: string;
        /**
         * Qualified scenario
         * @description A scenario by its name, or by `api/name`.
         * @example deposits/strict
         */
        QualifiedScenario: string;
        /**
         * Operation id
         * @description An operation, by its id in the document; `*` is every operation.
         * @example verifyMyVpa
         */
        OperationId: string;
        /**
         * Rule name
         * @description A rule, by its name.
         * @example a listed VPA
         */
        RuleName: string;
        /**
         * Problem code
         * @description A problem, by its stable code.
         * @example PSP_TIMEOUT
         */
        ProblemCode: string;
        /**
         * State name
         * @description A declared value, by its name.
         * @example bank
         */
        StateName: string;
        /**
         * Table name
         * @description A table, by its name.
         * @example vpas
         */
        TableName: string;
        /**
         * Column name
         * @description A column of a table.
         * @example vpa
         */
        ColumnName: string;
        /**
         * Row key
         * @description A row's key: the values of the key's columns in order, joined by commas. A comma or backslash in a value has a
         *     backslash before it.
         * @example john@okhdfc
         */
        RowKey: string;
        /**
         * Override id
         * @description An override, by its id.
         * @example o-1
         */
        OverrideId: string;
        /**
         * Entry id
         * @description An entry of the journal, by its id.
         * @example 42
         */
        EntryId: string;
        /**
         * Snapshot name
         * @description A snapshot's name.
         * @example before-refund
         */
        SnapshotName: string;
        /**
         * Request id
         * @description The id of a call, as in the header `X-Request-Id`.
         * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b64
         */
        RequestId: string;
        /**
         * File path
         * @description A file of the scenario folder.
         * @example deposits/verifications.yaml
         */
        FilePath: string;
        /**
         * Media type name
         * @description A media type.
         * @example application/json
         */
        MediaTypeName: string;
        /**
         * Instant
         * Format: date-time
         * @description A point in time (RFC 3339).
         * @example 2026-03-01T10:00:00Z
         */
        Instant: string;
        /**
         * Time span
         * @description A length of time: an ISO 8601 duration such as `P30D` or `PT90S`, or as in scenario files `200ms`, `30s`,
         *     `5m`, `1h`, `30d`.
         * @example P30D
         * @example 30s
         */
        TimeSpan: string;
        /**
         * HTTP method
         * @description An HTTP method.
         * @enum {string}
         */
        HttpMethod: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS" | "TRACE";
        /**
         * HTTP status
         * @description An HTTP status code.
         * @example 200
         */
        HttpStatus: number;
        /**
         * JSON value
         * @description Any JSON value, as an API or a table has it.
         */
        JsonValue: components["schemas"]["JsonText"] | components["schemas"]["JsonNumber"] | components["schemas"]["JsonFlag"] | components["schemas"]["JsonNull"] | components["schemas"]["JsonList"] | components["schemas"]["JsonObject"];
        /**
         * JSON text
         * @description A string.
         */
        JsonText: string;
        /**
         * JSON number
         * @description A number of another API or of a table. Amounts of money are texts there as here.
         */
        JsonNumber: number;
        /**
         * JSON flag
         * @description True or false.
         */
        JsonFlag: boolean;
        /**
         * JSON null
         * @description Null.
         */
        JsonNull: null;
        /**
         * JSON list
         * @description A list of JSON values.
         */
        JsonList: unknown[];
        /**
         * JSON object
         * @description An object of any members.
         */
        JsonObject: {
            [key: string]: components["schemas"]["JsonValue"];
        };
        /**
         * Callback id
         * @description A delivery of a callback, by its id.
         * @example msg_01k3j8v6x2m4n5p7q8r9s0t1v2
         */
        CallbackId: string;
        /**
         * Callback status
         * @description What became of a callback: `pending` is tried, or tried again later; `delivered` was answered with a 2xx; `failed` is
         *     given up; `dropped` was never tried, because too many were waiting.
         * @enum {string}
         */
        CallbackStatus: "pending" | "delivered" | "failed" | "dropped";
        /**
         * Callback page
         * @description Callbacks, the latest first.
         */
        CallbackPage: {
            /** @description The callbacks. */
            callbacks: components["schemas"]["CallbackDelivery"][];
            /** @description Whether there are older ones. */
            more: boolean;
        };
        /**
         * Callback delivery
         * @description A callback, and what became of it.
         */
        CallbackDelivery: {
            id: components["schemas"]["CallbackId"];
            api?: components["schemas"]["ApiName"];
            operation?: components["schemas"]["OperationId"];
            /** @description The callback or webhook, by its name in the document. */
            name?: string;
            /** @description Where it goes. */
            url?: string;
            /** @description The method of the request. */
            method: string;
            mediaType?: components["schemas"]["MediaTypeName"];
            status: components["schemas"]["CallbackStatus"];
            /** @description Why it is not delivered, or not yet. */
            failure?: string;
            createdAt: components["schemas"]["Instant"];
            nextAttemptAt?: components["schemas"]["Instant"];
            resendOf?: components["schemas"]["CallbackId"];
            /** @description The attempts, in order. */
            attempts: components["schemas"]["CallbackAttempt"][];
            body: components["schemas"]["RecordedBody"];
        };
        /**
         * Callback attempt
         * @description One attempt to deliver a callback.
         */
        CallbackAttempt: {
            at: components["schemas"]["Instant"];
            /** @description The status that the receiver answered with; missing when there was no answer. */
            status?: number;
            /** @description Why it failed. */
            failure?: string;
            /** @description How long it took, in milliseconds. */
            tookMillis: number;
        };
        /**
         * Simulated review
         * @description What the bank is to decide about a request.
         */
        SimulatedReview: {
            /**
             * Format: uuid
             * @description The request, by its id in the developer portal.
             */
            request: string;
            outcome: components["schemas"]["ReviewOutcome"];
            /** @description What the organisation reads. */
            reason: string;
        };
        /**
         * Review outcome
         * @description How a request is decided.
         * @enum {string}
         */
        ReviewOutcome: "approve" | "reject";
        /**
         * Simulated decision kind
         * @description What was asked for.
         * @enum {string}
         */
        SimulatedDecisionKind: "application" | "subscription" | "account-plan" | "api-plan" | "stage";
        /**
         * Simulated decision state
         * @description What a request is after the decision.
         * @enum {string}
         */
        SimulatedDecisionState: "approved" | "rejected";
        /**
         * Simulated decision
         * @description A request that was decided.
         */
        SimulatedDecision: {
            /**
             * Format: uuid
             * @description The request, by its id.
             */
            request: string;
            kind: components["schemas"]["SimulatedDecisionKind"];
            state: components["schemas"]["SimulatedDecisionState"];
            /** @description What the organisation reads. */
            reason: string;
            decidedAt: components["schemas"]["Instant"];
        };
        /**
         * Simulated credit
         * @description Money that reaches a virtual account.
         */
        SimulatedCredit: {
            /** @description The virtual account. */
            virtualAccountNumber: string;
            /** @description The amount of each credit in rupees, as a decimal. */
            amount: string;
            mode: components["schemas"]["CreditMode"];
            /** @description The unique transaction reference; one is made when it is left out. It is for one credit alone. */
            utr?: string;
            remitter: components["schemas"]["CreditRemitter"];
            /**
             * @description How many such credits.
             * @default 1
             */
            count: number;
        };
        /**
         * Credit mode
         * @description How the money was sent.
         * @enum {string}
         */
        CreditMode: "NEFT" | "RTGS" | "IMPS" | "UPI" | "FT";
        /**
         * Credit remitter
         * @description Who sent the money.
         */
        CreditRemitter: {
            /** @description The name. */
            name: string;
            /** @description The account number. */
            account: string;
            /** @description The branch, by its IFSC. */
            ifsc: string;
        };
        /**
         * Simulated credits
         * @description What was booked.
         */
        SimulatedCredits: {
            /** @description The references of the transactions, in order. */
            references: string[];
        };
        /**
         * Simulated refund
         * @description How a refund ends.
         */
        SimulatedRefund: {
            /** @description The refund, by its id. */
            refundId: string;
            outcome: components["schemas"]["RefundOutcome"];
            /** @description Why it fails. A general reason stands for one that is left out. */
            reason?: string;
        };
        /**
         * Refund outcome
         * @description How a refund ends.
         * @enum {string}
         */
        RefundOutcome: "settled" | "failed";
        /**
         * Simulated statement
         * @description A statement that is uploaded.
         */
        SimulatedStatement: {
            /**
             * Format: uuid
             * @description The entity, by its id.
             */
            entityId: string;
            /** @description The bank, by its name in small letters. */
            bankName: string;
            /**
             * Format: uuid
             * @description The account, by its id; one is made when it is left out.
             */
            accountId?: string;
            /** @description What opens the PDF; none when it is left out. */
            pdfPassword?: string;
        };
        /**
         * Simulated upload
         * @description What was uploaded.
         */
        SimulatedUpload: {
            /** @description The statement, by its id. */
            statementId: string;
        };
        /**
         * Simulated bank health
         * @description Whether net banking of a bank works.
         */
        SimulatedBankHealth: {
            /** @description The bank, by its name in small or capital letters. */
            bank: string;
            /** @description Whether it works. */
            up: boolean;
            /** @description What is wrong, only while it does not work. A general sentence stands for one that is left out. */
            issue?: string;
        };
        /**
         * Scenario list
         * @description Scenarios.
         */
        ScenarioList: {
            /** @description The scenarios. */
            scenarios: components["schemas"]["ScenarioSummary"][];
        };
        /**
         * Scenario summary
         * @description One scenario.
         */
        ScenarioSummary: {
            api: components["schemas"]["ApiName"];
            name: components["schemas"]["ScenarioName"];
            /** @description What the scenario is about. */
            title?: string;
            file: components["schemas"]["FilePath"];
            /** @description Whether it speaks without being selected. */
            default: boolean;
            /** @description Whether it is selected for this sandbox. */
            selected: boolean;
            /** @description How many rules it has. */
            rules: number;
        };
        /**
         * Scenario
         * @description One scenario with its rules.
         */
        Scenario: {
            api: components["schemas"]["ApiName"];
            name: components["schemas"]["ScenarioName"];
            /** @description What the scenario is about. */
            title?: string;
            file: components["schemas"]["FilePath"];
            /** @description Whether it speaks without being selected. */
            default: boolean;
            /** @description Whether it is selected for this sandbox. */
            selected: boolean;
            /** @description What it has rules for. */
            operations: components["schemas"]["ScenarioOperation"][];
        };
        /**
         * Scenario operation
         * @description The rules that a scenario has for one operation, in the order in which they are tried.
         */
        ScenarioOperation: {
            operation: components["schemas"]["OperationId"];
            /** @description The rules. */
            rules: components["schemas"]["ScenarioRule"][];
        };
        /**
         * Scenario rule
         * @description One rule of a scenario.
         */
        ScenarioRule: {
            name: components["schemas"]["RuleName"];
            file: components["schemas"]["FilePath"];
            /** @description Where it stands in the file. */
            line: number;
            /** @description What must hold, in the order of evaluation. */
            conditions: components["schemas"]["RuleCondition"][];
            /** @description What it changes in the sandbox, in words. */
            effects: string[];
            /** @description How long the answer waits, in words. */
            delay?: string;
            answer: components["schemas"]["RuleAnswer"];
            /** @description Whether it answers outside the contract on purpose. */
            offContract: boolean;
        };
        /**
         * Rule condition
         * @description One condition of a rule.
         */
        RuleCondition: {
            kind: components["schemas"]["RuleConditionKind"];
            /** @description The place of the request, the state or the name that it speaks of. */
            place?: string;
            /** @description What it demands, in words. */
            wants: string;
            /** @description Where it stands in the rule's file. */
            line: number;
        };
        /**
         * Rule condition kind
         * @description What the condition is about.
         * @enum {string}
         */
        RuleConditionKind: "match" | "state" | "find" | "when" | "times" | "chance";
        /**
         * Rule answer
         * @description What a rule answers, as far as it is the same for every request.
         */
        RuleAnswer: {
            kind: components["schemas"]["RuleAnswerKind"];
            status?: components["schemas"]["HttpStatus"];
            mediaType?: components["schemas"]["MediaTypeName"];
            problem?: components["schemas"]["ProblemCode"];
            /** @description What goes wrong on the wire. */
            fault?: string;
        };
        /**
         * Rule answer kind
         * @description How it answers: a `body` of its own, an answer without one (`empty`), a `problem` of the catalogue, a `generated` body, a
         *     `fault` on the wire and nothing else, or not at all (`continue`).
         * @enum {string}
         */
        RuleAnswerKind: "body" | "empty" | "problem" | "generated" | "fault" | "continue";
        /**
         * Scenario file list
         * @description The files that a scenario was loaded from, its own first.
         */
        ScenarioFileList: {
            api: components["schemas"]["ApiName"];
            scenario: components["schemas"]["ScenarioName"];
            /** @description The files. */
            files: components["schemas"]["ScenarioFile"][];
        };
        /**
         * Scenario file
         * @description One file that a scenario was loaded from.
         */
        ScenarioFile: {
            name: components["schemas"]["FilePath"];
            kind: components["schemas"]["ScenarioFileKind"];
            /** @description Its length in bytes. */
            size: number;
            /** @description What it holds. */
            text?: string;
        };
        /**
         * Scenario file kind
         * @description Whether it holds the scenario's rules, the rows of a table, or a body.
         * @enum {string}
         */
        ScenarioFileKind: "scenario" | "table" | "body";
        /**
         * Scenario status
         * @description Which version of the scenario files is serving, and what is wrong with the latest edit.
         */
        ScenarioStatus: {
            /** @description Counts the versions that have served since the start, from 1. */
            version: number;
            loadedAt: components["schemas"]["Instant"];
            /** @description Whether what is serving is what the files say. */
            upToDate: boolean;
            failedAt?: components["schemas"]["Instant"];
            /** @description How many loads have failed since the start. */
            failedLoads: number;
            /** @description How many scenarios are serving. */
            scenarios: number;
            /** @description How many rules are serving. */
            rules: number;
            /** @description What the latest load had to say. */
            findings: components["schemas"]["Finding"][];
        };
        /**
         * Finding
         * @description One thing that is wrong in a file, or worth a look.
         */
        Finding: {
            /** @description A stable name for the kind of finding. */
            code: string;
            severity: components["schemas"]["FindingSeverity"];
            file: components["schemas"]["FilePath"];
            /** @description The line, from 1. */
            line?: number;
            /** @description The character in the line, from 1. */
            column?: number;
            /** @description What is wrong. */
            message: string;
            /** @description What may help. */
            hint?: string;
            /** @description Other places that it speaks of. */
            related?: components["schemas"]["RelatedPlace"][];
        };
        /**
         * Finding severity
         * @description Whether it keeps the files from serving.
         * @enum {string}
         */
        FindingSeverity: "error" | "warning";
        /**
         * Related place
         * @description Another place that a finding speaks of.
         */
        RelatedPlace: {
            file: components["schemas"]["FilePath"];
            /** @description The line, from 1. */
            line?: number;
            /** @description The character in the line, from 1. */
            column?: number;
            /** @description What is there. */
            message: string;
        };
        /**
         * Selection
         * @description Scenarios in order of selection.
         */
        Selection: {
            /** @description The scenarios. */
            scenarios: components["schemas"]["QualifiedScenario"][];
        };
        /**
         * Override list
         * @description Rules set on the sandbox, the latest first.
         */
        OverrideList: {
            /** @description The overrides. */
            overrides: components["schemas"]["Override"][];
        };
        /**
         * Rule source
         * @description A rule as in a scenario file, as text or as an object. Its name may be left out.
         */
        RuleSource: components["schemas"]["RuleText"] | components["schemas"]["RuleObject"];
        /**
         * Rule text
         * @description A rule in YAML or JSON.
         */
        RuleText: string;
        /**
         * Rule object
         * @description A rule as an object, with the members that rules have in scenario files.
         */
        RuleObject: {
            [key: string]: components["schemas"]["JsonValue"];
        };
        /**
         * New override
         * @description A rule to be set on the sandbox.
         */
        NewOverride: {
            api?: components["schemas"]["ApiName"];
            operation: components["schemas"]["OperationId"];
            rule: components["schemas"]["RuleSource"];
            /** @description How many requests it answers; without it, every one. */
            times?: number;
            ttl?: components["schemas"]["TimeSpan"];
        };
        /**
         * Override
         * @description A rule that was set on the sandbox.
         */
        Override: {
            id: components["schemas"]["OverrideId"];
            api: components["schemas"]["ApiName"];
            operation: components["schemas"]["OperationId"];
            /** @description The rule as text. */
            rule: string;
            /** @description How many requests it answers in all. */
            times?: number;
            /** @description How many requests it still answers. */
            timesLeft?: number;
            setAt: components["schemas"]["Instant"];
            expiresAt?: components["schemas"]["Instant"];
            /** @description Whether it speaks. It does not when it no longer fits the scenario files that are serving. */
            active: boolean;
            /** @description What is wrong with it when it is not active. */
            findings?: components["schemas"]["Finding"][];
        };
        /**
         * Clock
         * @description The sandbox's clock.
         */
        Clock: {
            now: components["schemas"]["Instant"];
            /** @description Whether it stands still. */
            frozen: boolean;
            /** @description How far it is ahead of the real time, in whole seconds; negative when it is behind. */
            offsetSeconds: number;
        };
        /**
         * Clock change
         * @description What to do with the clock.
         */
        ClockChange: {
            set?: components["schemas"]["Instant"];
            advance?: components["schemas"]["TimeSpan"];
            /** @description Whether it is to stand still from now on. */
            frozen?: boolean;
        };
        /**
         * Seed
         * @description Where chance comes from.
         */
        Seed: {
            /** @description A whole number from 0 to 2⁶⁴ - 1, as text so that no digit is lost. */
            seed: string;
        };
        /**
         * Sandbox part
         * @description What can be reset by itself.
         * @enum {string}
         */
        SandboxPart: "state" | "clock" | "seed" | "selection" | "overrides" | "journal" | "snapshots";
        /**
         * Reset request
         * @description What to reset.
         */
        ResetRequest: {
            /** @description The parts; without them, all. */
            parts?: components["schemas"]["SandboxPart"][];
        };
        /**
         * Reset result
         * @description What was reset.
         */
        ResetResult: {
            /** @description The parts. */
            parts: components["schemas"]["SandboxPart"][];
        };
        /**
         * Sandbox state
         * @description What has happened in the sandbox.
         */
        SandboxState: {
            /** @description The declared values. */
            values: components["schemas"]["StateValue"][];
            /** @description The tables. */
            tables: components["schemas"]["TableSummary"][];
            /** @description What is still to happen, soonest first. */
            pending: components["schemas"]["PendingStep"][];
        };
        /**
         * State value
         * @description A value that a scenario file declares under `state:`.
         */
        StateValue: {
            api: components["schemas"]["ApiName"];
            name: components["schemas"]["StateName"];
            /** @description What it is now. */
            value: string;
            /** @description What it is in the beginning. */
            initial: string;
            /** @description What it can be. */
            values: string[];
        };
        /**
         * State value change
         * @description What the value is to be.
         */
        StateValueChange: {
            /** @description One of the declared values. */
            value: string;
        };
        /**
         * Table summary
         * @description One table.
         */
        TableSummary: {
            api: components["schemas"]["ApiName"];
            name: components["schemas"]["TableName"];
            /** @description What the table's rows are. */
            title?: string;
            /** @description Its columns. */
            columns: components["schemas"]["ColumnName"][];
            /** @description The columns of its key. */
            key: components["schemas"]["ColumnName"][];
            /** @description Whether rules and this API can change it. */
            writable: boolean;
            /** @description How many rows it has in this sandbox. */
            rows: number;
        };
        /**
         * Pending step
         * @description Something that is to happen later.
         */
        PendingStep: {
            due: components["schemas"]["Instant"];
            kind: components["schemas"]["PendingStepKind"];
            api: components["schemas"]["ApiName"];
            /** @description The table, declared value or callback that it is about. */
            name?: string;
            /** @description The rule that asked for it, with its scenario and operation. */
            rule: string;
            requestId?: components["schemas"]["RequestId"];
        };
        /**
         * Pending step kind
         * @description What is to happen.
         * @enum {string}
         */
        PendingStepKind: "insert" | "upsert" | "update" | "delete" | "set" | "callback";
        /**
         * Row values
         * @description The cells of one row by column. A cell that is not there is empty.
         */
        RowValues: {
            [key: string]: components["schemas"]["JsonValue"];
        };
        /**
         * Table row
         * @description A row with its key. A table without a key has rows without one.
         */
        TableRow: {
            key?: components["schemas"]["RowKey"];
            row: components["schemas"]["RowValues"];
        };
        /**
         * Table row page
         * @description Some rows of a table.
         */
        TableRowPage: {
            api: components["schemas"]["ApiName"];
            table: components["schemas"]["TableName"];
            /** @description The columns. */
            columns: components["schemas"]["ColumnName"][];
            /** @description The columns of the key. */
            key: components["schemas"]["ColumnName"][];
            /** @description Whether rules and this API can change it. */
            writable: boolean;
            /** @description Which page. */
            page: number;
            /** @description How many to a page. */
            size: number;
            /** @description How many rows there are. */
            total: number;
            /** @description The rows. */
            rows: components["schemas"]["TableRow"][];
        };
        /**
         * Journal page
         * @description Some entries, the latest first.
         */
        JournalPage: {
            /** @description The entries. */
            entries: components["schemas"]["JournalEntrySummary"][];
            /** @description Which page. */
            page: number;
            /** @description How many to a page. */
            size: number;
            /** @description How many entries suit the filters. */
            total: number;
            /** @description How many entries of this sandbox had to go because the journal was full. */
            dropped: number;
        };
        /**
         * Journal entry summary
         * @description One request and what it was answered with, in short.
         */
        JournalEntrySummary: {
            id: components["schemas"]["EntryId"];
            at: components["schemas"]["Instant"];
            requestId: components["schemas"]["RequestId"];
            api?: components["schemas"]["ApiName"];
            operation?: components["schemas"]["OperationId"];
            /** @description The HTTP method. */
            method: string;
            /** @description The path, without the query. */
            path: string;
            /** @description The status that was answered; 0 when nothing was sent. */
            status: number;
            scenario?: components["schemas"]["ScenarioName"];
            rule?: components["schemas"]["RuleName"];
            problem?: components["schemas"]["ProblemCode"];
            /** @description What was done to the answer on the wire. */
            fault?: string;
            /** @description How long the answer took, with its delay, in milliseconds. */
            tookMillis: number;
            /** @description How long the answer was held back, in milliseconds. */
            delayMillis?: number;
        };
        /**
         * Journal entry
         * @description One request and its answer, with what is secret masked.
         */
        JournalEntry: {
            id: components["schemas"]["EntryId"];
            at: components["schemas"]["Instant"];
            requestId: components["schemas"]["RequestId"];
            api?: components["schemas"]["ApiName"];
            operation?: components["schemas"]["OperationId"];
            /** @description The HTTP method. */
            method: string;
            /** @description The path, without the query. */
            path: string;
            /** @description The status that was answered; 0 when nothing was sent. */
            status: number;
            scenario?: components["schemas"]["ScenarioName"];
            rule?: components["schemas"]["RuleName"];
            problem?: components["schemas"]["ProblemCode"];
            /** @description What was done to the answer on the wire. */
            fault?: string;
            /** @description How long the answer took, with its delay, in milliseconds. */
            tookMillis: number;
            /** @description How long the answer was held back, in milliseconds. */
            delayMillis?: number;
            request: components["schemas"]["RecordedRequest"];
            answer: components["schemas"]["RecordedAnswer"];
        };
        /**
         * Recorded request
         * @description A request as it was received, with what is secret masked.
         */
        RecordedRequest: {
            /** @description The path with the query. */
            target: string;
            /** @description The header fields. */
            headers: components["schemas"]["HeaderField"][];
            body: components["schemas"]["RecordedBody"];
        };
        /**
         * Recorded answer
         * @description An answer as it was sent, with what is secret masked.
         */
        RecordedAnswer: {
            /** @description The status; 0 when nothing was sent. */
            status: number;
            /** @description The header fields. */
            headers: components["schemas"]["HeaderField"][];
            body: components["schemas"]["RecordedBody"];
        };
        /**
         * Header field
         * @description One header field.
         */
        HeaderField: {
            /** @description The name. */
            name: string;
            /** @description The value. */
            value: string;
        };
        /**
         * Recorded body
         * @description A body. What is not text in UTF-8 is given in Base64.
         */
        RecordedBody: {
            /** @description How many bytes it had. */
            size: number;
            /** @description The body as text. */
            text?: string;
            /** @description The body in Base64 (RFC 4648, section 4). */
            base64?: string;
            /** @description Whether the body was too large to be kept. */
            dropped?: boolean;
        };
        /**
         * Journal events
         * @description Entries of the journal as server-sent events.
         */
        JournalEvents: string;
        /**
         * Explanation
         * @description What a request is answered with, and why.
         */
        Explanation: {
            api?: components["schemas"]["ApiName"];
            operation?: components["schemas"]["OperationId"];
            answer: components["schemas"]["ExplainedAnswer"];
            /**
             * @description What became of each rule: the one that answered, those that missed, nearest first, those that were not
             *     tried.
             */
            rules: components["schemas"]["RuleTrace"][];
        };
        /**
         * Explained answer
         * @description The answer and where it comes from.
         */
        ExplainedAnswer: {
            source: components["schemas"]["ExplainedAnswerSource"];
            /** @description The status; 0 when nothing is sent. */
            status: number;
            mediaType?: components["schemas"]["MediaTypeName"];
            scenario?: components["schemas"]["ScenarioName"];
            rule?: components["schemas"]["RuleName"];
            problem?: components["schemas"]["ProblemCode"];
            /** @description What was wrong, in words. */
            detail?: string;
            /** @description What the contract refuses. */
            violations?: components["schemas"]["RequestViolation"][];
            body?: components["schemas"]["RecordedBody"];
            /** @description What is done to the answer on the wire. */
            fault?: string;
            /** @description How long the answer waits, in milliseconds. */
            delayMillis?: number;
            /** @description The rules that contributed and went on, as scenario/rule. */
            continued?: string[];
        };
        /**
         * Explained answer source
         * @description Where the answer comes from: a `rule`, the `document` itself because no scenario speaks for the operation, `none` when
         *     rules were tried and none matched, a `refusal` of the contract, or `failure` of a rule. `handler` is code of the
         *     operation itself, where no rule speaks.
         * @enum {string}
         */
        ExplainedAnswerSource: "rule" | "document" | "handler" | "none" | "refusal" | "failure";
        /**
         * Request violation
         * @description One place in a request that the contract refuses.
         */
        RequestViolation: {
            /** @description A JSON Pointer (RFC 6901) into the body. */
            pointer?: string;
            /** @description The name of a parameter. */
            parameter?: string;
            /** @description What is wrong there. */
            message: string;
        };
        /**
         * Rule trace
         * @description What became of one rule when a request was decided.
         */
        RuleTrace: {
            scenario: components["schemas"]["ScenarioName"];
            rule: components["schemas"]["RuleName"];
            file: components["schemas"]["FilePath"];
            /** @description Where it stands in the file. */
            line: number;
            outcome: components["schemas"]["RuleTraceOutcome"];
            /** @description How many of its conditions held before one failed. */
            passed: number;
            /** @description The first condition that failed. */
            condition?: string;
            /** @description What it demands. */
            wanted?: string;
            /** @description What was there; the value of a sensitive field is not shown. */
            got?: string;
            /** @description The decision point that the rule speaks at, where code of the operation asked for its verdict. */
            point?: string;
            /** @description Which of the items that were decided about at the point, from 1. */
            item?: number;
        };
        /**
         * Rule trace outcome
         * @description Whether it answered, contributed and went on, missed because a condition failed, or was not tried because an earlier
         *     rule had answered.
         * @enum {string}
         */
        RuleTraceOutcome: "answered" | "continued" | "missed" | "untried";
        /**
         * Replay
         * @description An answer from the journal and the one that the same request gets now.
         */
        Replay: {
            entry: components["schemas"]["EntryId"];
            replay?: components["schemas"]["EntryId"];
            /** @description Whether status and body are the same, but for the id of the request. */
            same: boolean;
            original: components["schemas"]["RecordedAnswer"];
            replayed: components["schemas"]["RecordedAnswer"];
        };
        /**
         * Explanation request
         * @description A request that is not sent.
         */
        ExplanationRequest: {
            method: components["schemas"]["HttpMethod"];
            /** @description The path with the API's base path, and the query. */
            path: string;
            headers?: components["schemas"]["RequestHeaders"];
            body?: components["schemas"]["JsonValue"];
            /** @description The body as text, in place of `body`; say in the headers what it is. */
            text?: string;
        };
        /**
         * Request headers
         * @description Header fields by name. Without a content type, `body` is sent as JSON. Credentials that are not given are taken from
         *     the call itself.
         */
        RequestHeaders: {
            [key: string]: string;
        };
        /**
         * Magic value list
         * @description What rules look for in requests, by operation, and the tables that they look it up in.
         */
        MagicValueList: {
            /** @description The operations. */
            operations: components["schemas"]["OperationMagicValues"][];
            /** @description The tables. */
            tables: components["schemas"]["TableContent"][];
        };
        /**
         * Operation magic values
         * @description What rules look for in requests of one operation.
         */
        OperationMagicValues: {
            api: components["schemas"]["ApiName"];
            operation: components["schemas"]["OperationId"];
            method: components["schemas"]["HttpMethod"];
            /** @description The path template with the API's base path. */
            path: string;
            /** @description What the operation does. */
            summary?: string;
            /** @description The constants, rule by rule. */
            values: components["schemas"]["MagicValue"][];
            /** @description The look-ups, rule by rule. */
            lookups: components["schemas"]["MagicLookup"][];
        };
        /**
         * Magic value
         * @description Constants that one rule looks for. All terms must hold, and all that stands under `otherwise`.
         */
        MagicValue: {
            scenario: components["schemas"]["ScenarioName"];
            /** @description Whether the scenario speaks in this sandbox now. */
            active: boolean;
            rule: components["schemas"]["RuleName"];
            /** @description The places and their constants. */
            terms: components["schemas"]["MagicTerm"][];
            /** @description What else the rule demands, in words. */
            otherwise: string[];
            answer: components["schemas"]["RuleAnswer"];
        };
        /**
         * Magic term
         * @description A place of the request and the constants that a rule looks for there.
         */
        MagicTerm: {
            /** @description The place, such as `body.vpa`. */
            place: string;
            relation: components["schemas"]["MagicTermRelation"];
            /** @description The constants. */
            values: components["schemas"]["JsonValue"][];
        };
        /**
         * Magic term relation
         * @description Whether the value there is one of these, or begins with one of them.
         * @enum {string}
         */
        MagicTermRelation: "equals" | "beginsWith";
        /**
         * Magic lookup
         * @description A table that a rule looks something of the request up in.
         */
        MagicLookup: {
            scenario: components["schemas"]["ScenarioName"];
            /** @description Whether the scenario speaks in this sandbox now. */
            active: boolean;
            rule: components["schemas"]["RuleName"];
            table: components["schemas"]["TableName"];
            /** @description Which columns are compared with which places. */
            terms: components["schemas"]["LookupTerm"][];
            answer: components["schemas"]["RuleAnswer"];
        };
        /**
         * Lookup term
         * @description A column and the place of the request that it is compared with.
         */
        LookupTerm: {
            column: components["schemas"]["ColumnName"];
            /** @description The place, such as `body.vpa`. */
            place: string;
        };
        /**
         * Table content
         * @description A table with its first rows.
         */
        TableContent: {
            api: components["schemas"]["ApiName"];
            name: components["schemas"]["TableName"];
            /** @description What the table's rows are. */
            title?: string;
            /** @description The columns. */
            columns: components["schemas"]["ColumnName"][];
            /** @description How many rows it has. */
            total: number;
            /** @description The first rows. */
            rows: components["schemas"]["RowValues"][];
        };
        /**
         * Persona list
         * @description Tables whose rows are people and things to test with.
         */
        PersonaList: {
            /** @description The tables. */
            tables: components["schemas"]["TableContent"][];
        };
        /**
         * Snapshot list
         * @description Snapshots of the sandbox.
         */
        SnapshotList: {
            /** @description The snapshots. */
            snapshots: components["schemas"]["Snapshot"][];
        };
        /**
         * Snapshot
         * @description What the sandbox was at a time. `clock` is what its clock showed then.
         */
        Snapshot: {
            name: components["schemas"]["SnapshotName"];
            takenAt: components["schemas"]["Instant"];
            clock: components["schemas"]["Instant"];
        };
        /**
         * Coverage
         * @description What has been used of the scenarios and the contracts.
         */
        Coverage: {
            /** @description Whether coverage is recorded now. */
            recording: boolean;
            since?: components["schemas"]["Instant"];
            /** @description The version of the scenario files whose rules are counted. */
            version?: number;
            totals: components["schemas"]["CoverageTotals"];
            /** @description The rules. */
            rules: components["schemas"]["CoveredRule"][];
            /** @description The answers that the contracts declare. */
            answers: components["schemas"]["CoveredAnswer"][];
        };
        /**
         * Coverage totals
         * @description Coverage in numbers.
         */
        CoverageTotals: {
            /** @description How many rules there are. */
            rules: number;
            /** @description How many of them have matched. */
            rulesMatched: number;
            /** @description How many conditions there are. */
            conditions: number;
            /** @description How many of them have been seen both to hold and to fail. */
            conditionsBoth: number;
            /** @description How many statuses the operations declare. */
            answers: number;
            /** @description How many of them have been answered. */
            answersSeen: number;
        };
        /**
         * Covered rule
         * @description What has been seen of one rule.
         */
        CoveredRule: {
            api: components["schemas"]["ApiName"];
            scenario: components["schemas"]["ScenarioName"];
            operation: components["schemas"]["OperationId"];
            rule: components["schemas"]["RuleName"];
            file: components["schemas"]["FilePath"];
            /** @description Where it stands in the file. */
            line: number;
            /** @description How often it has matched. */
            hits: number;
            /** @description Its conditions, in the order of evaluation. */
            conditions: components["schemas"]["CoveredCondition"][];
        };
        /**
         * Covered condition
         * @description What has been seen of one condition.
         */
        CoveredCondition: {
            /** @description Where it stands in the rule's file. */
            line: number;
            /** @description How often it has held. */
            held: number;
            /** @description How often it has failed. */
            failed: number;
        };
        /**
         * Covered answer
         * @description How often an operation has answered with a status.
         */
        CoveredAnswer: {
            api: components["schemas"]["ApiName"];
            operation: components["schemas"]["OperationId"];
            /** @description The status as the contract declares it: `200`, `4XX` or `default`; or one that it does not declare. */
            status: string;
            /** @description How often. */
            count: number;
        };
        /**
         * Provider state list
         * @description Provider states that scenario files declare.
         */
        ProviderStateList: {
            /** @description The states. */
            states: components["schemas"]["DeclaredProviderState"][];
        };
        /**
         * Declared provider state
         * @description A provider state of one API.
         */
        DeclaredProviderState: {
            api: components["schemas"]["ApiName"];
            scenario: components["schemas"]["ScenarioName"];
            /** @description Its name. */
            state: string;
            /** @description The names of its parameters. */
            params: string[];
        };
        /**
         * Provider state change
         * @description What a Pact verifier sends before and after an interaction. Other members are ignored.
         */
        ProviderStateChange: {
            /** @description Whose contract is verified. */
            consumer?: string | null;
            /** @description The provider state; nothing means that only the restore of an earlier setup is due. */
            state?: string | null;
            /** @description Several provider states, set up in their order. */
            states?: components["schemas"]["ProviderStateReference"][] | null;
            params?: components["schemas"]["ProviderStateParams"];
            action?: components["schemas"]["ProviderStateChangeAction"];
        };
        /**
         * Provider state change action
         * @description What to do; `setup` when it is missing.
         * @enum {string}
         */
        ProviderStateChangeAction: "setup" | "teardown";
        /**
         * Provider state reference
         * @description A provider state by its name, or with parameters.
         */
        ProviderStateReference: components["schemas"]["ProviderStateName"] | components["schemas"]["ProviderState"];
        /**
         * Provider state name
         * @description A provider state, by its name.
         */
        ProviderStateName: string;
        /**
         * Provider state
         * @description A provider state with its parameters. Other members are ignored.
         */
        ProviderState: {
            name: components["schemas"]["ProviderStateName"];
            params?: components["schemas"]["ProviderStateParams"];
        };
        /**
         * Provider state params
         * @description The parameters of a provider state by name.
         */
        ProviderStateParams: {
            [key: string]: components["schemas"]["JsonValue"];
        } | null;
        /**
         * Provider state values
         * @description Values by name, for the generators of a contract.
         */
        ProviderStateValues: {
            [key: string]: components["schemas"]["JsonValue"];
        };
        /**
         * Problem
         * @description Why a call was refused or failed (RFC 9457). `title` and `detail` are fit to be shown to an end user. A problem
         *     may have further members of its own.
         * @example {
         *       "type": "urn:problem:schema-violation",
         *       "title": "The request does not follow the API's contract",
         *       "status": 400,
         *       "detail": "The body breaks the contract in one place.",
         *       "instance": "/deposits/v1/customers/find",
         *       "code": "SCHEMA_VIOLATION",
         *       "handling": "Correct every place listed in errors and send the request again.",
         *       "requestId": "0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b64",
         *       "errors": [
         *         {
         *           "pointer": "/pan",
         *           "message": "does not have the required form"
         *         }
         *       ]
         *     }
         */
        Problem: {
            /**
             * Format: uri-reference
             * @description A URI that names the kind of problem. It need not resolve.
             */
            type: string;
            /** @description What went wrong, the same for every occurrence of this kind of problem. */
            title: string;
            /** @description The HTTP status code of this answer. */
            status: number;
            /** @description What went wrong in this very call. */
            detail?: string;
            /**
             * Format: uri-reference
             * @description The path of the call that failed.
             */
            instance?: string;
            /** @description A stable name for the kind of problem, meant for programs. */
            code: string;
            /** @description What the caller should do next. */
            handling?: string;
            /** @description The id of the call, as in the header `X-Request-Id`. Quote it when you ask for help. */
            requestId?: string;
            /** @description Every place in the request that is at fault. */
            errors?: components["schemas"]["Violation"][];
        };
        /**
         * Violation
         * @description One place in the request that is at fault. A place in the body has a `pointer`, any other a `parameter`.
         */
        Violation: {
            /** @description A JSON Pointer (RFC 6901) into the request body. The empty string is the body as a whole. */
            pointer?: string;
            /** @description The name of a path, query, header or cookie parameter. */
            parameter?: string;
            /** @description What is wrong there. It never repeats a sensitive value. */
            message: string;
        };
    };
    responses: {
        /** @description Done. */
        NoContent: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The request breaks this contract: something is missing, unknown, or does not have the required form. */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Credentials are missing, or are not accepted. */
        Unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The credentials are accepted, but do not allow this. */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is nothing like what the request names. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description This address does not take this method. */
        MethodNotAllowed: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                Allow: components["headers"]["Allow"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description None of the media types that the request accepts can be given. */
        NotAcceptable: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request conflicts with what has happened before. */
        Conflict: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is in a media type that the operation does not take. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                Accept: components["headers"]["Accept"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A quota is used up. `code` says which. */
        TooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something went wrong on the side of the bank. */
        InternalServerError: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The bank does not offer this, or no rule of the sandbox answers the request. */
        NotImplemented: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A system behind the API gave no usable answer. */
        BadGateway: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The service is not available at the moment. */
        ServiceUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A system behind the API did not answer in time. */
        GatewayTimeout: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large. */
        ContentTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request satisfies this contract and breaks a rule of the bank. `code` says which. */
        UnprocessableContent: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description The API, by the name of its document.
         * @example deposits
         */
        Api: components["schemas"]["ApiName"];
        /**
         * @description The scenario, by its name.
         * @example verifications
         */
        ScenarioParameter: components["schemas"]["ScenarioName"];
        /**
         * @description The override, by its id.
         * @example o-1
         */
        OverrideIdParameter: components["schemas"]["OverrideId"];
        /**
         * @description The declared value, by its name.
         * @example bank
         */
        StateNameParameter: components["schemas"]["StateName"];
        /**
         * @description The table, by its name.
         * @example vpas
         */
        Table: components["schemas"]["TableName"];
        /**
         * @description The row's key: the values of the key's columns in order, joined by commas. A comma or backslash in a value has
         *     a backslash before it.
         * @example blocked@ybl
         */
        RowKeyParameter: components["schemas"]["RowKey"];
        /**
         * @description The entry of the journal, by its id.
         * @example 42
         */
        EntryIdParameter: components["schemas"]["EntryId"];
        /**
         * @description The callback, by the id of its delivery.
         * @example msg_01k3j8v6x2m4n5p7q8r9s0t1v2
         */
        CallbackParameter: components["schemas"]["CallbackId"];
        /**
         * @description Only callbacks of this status.
         * @example failed
         */
        CallbackStatusFilter: components["schemas"]["CallbackStatus"];
        /**
         * @description Only callbacks older than the one of this id, which is the last of a page to read the next one. One that is not
         *     kept, or no longer, is 404 `CALLBACK_NOT_FOUND`.
         * @example msg_01k3j8v6x2m4n5p7q8r9s0t1v2
         */
        BeforeCallback: components["schemas"]["CallbackId"];
        /**
         * @description How many to a page.
         * @example 20
         */
        CallbackCount: number;
        /**
         * @description The snapshot's name.
         * @example before-refund
         */
        SnapshotNameParameter: components["schemas"]["SnapshotName"];
        /**
         * @description Only what belongs to this API.
         * @example deposits
         */
        ApiFilter: components["schemas"]["ApiName"];
        /**
         * @description Only this operation, by its id.
         * @example verifyMyVpa
         */
        OperationFilter: components["schemas"]["OperationId"];
        /**
         * @description Only requests of this method.
         * @example POST
         */
        MethodFilter: components["schemas"]["HttpMethod"];
        /**
         * @description Only requests whose path begins with this.
         * @example /deposits/v1/my
         */
        PathFilter: string;
        /**
         * @description Only answers of this status, or of this class: `4` is every 4xx.
         * @example 503
         */
        StatusFilter: number;
        /**
         * @description Only entries that this text stands in, in small or capital letters. What is masked cannot be found.
         * @example okhdfc
         */
        TextFilter: string;
        /**
         * @description Only entries older than the one of this id, for stable pages while requests come in.
         * @example 42
         */
        BeforeFilter: components["schemas"]["EntryId"];
        /**
         * @description Only answers of this scenario.
         * @example verifications
         */
        ScenarioFilter: components["schemas"]["ScenarioName"];
        /**
         * @description Only answers of this rule.
         * @example a listed VPA
         */
        RuleFilter: components["schemas"]["RuleName"];
        /**
         * @description Only answers that are this problem, by its code.
         * @example PSP_TIMEOUT
         */
        ProblemFilter: components["schemas"]["ProblemCode"];
        /**
         * @description Only the request of this id.
         * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b64
         */
        RequestIdFilter: components["schemas"]["RequestId"];
        /**
         * @description Only requests received at or after this time, by the real time.
         * @example 2026-03-01T10:00:00Z
         */
        SinceFilter: components["schemas"]["Instant"];
        /**
         * @description Only requests received before this time, by the real time.
         * @example 2026-03-01T11:00:00Z
         */
        UntilFilter: components["schemas"]["Instant"];
        /**
         * @description The id of the last event that was received.
         * @example 41
         */
        LastEventId: string;
        /**
         * @description Which page, from 1.
         * @example 1
         */
        Page: number;
        /**
         * @description How many to a page.
         * @example 50
         */
        Size: number;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Changes whenever what is shown does.
         * @example "5f2b7a90c1d4e8f3"
         */
        ETag: string;
        /** @description The id of this call. It is sent with every answer. */
        RequestId: string;
        /** @description The scenario that gave this answer. Only answers played by the sandbox have it. */
        SandboxScenario: string;
        /** @description The rule of that scenario that gave this answer. Only answers played by the sandbox have it. */
        SandboxRule: string;
        /** @description How to authenticate. */
        WwwAuthenticate: string;
        /** @description The methods that this address takes, separated by commas. */
        Allow: string;
        /** @description After how many seconds to try again. */
        RetryAfter: number;
        /** @description The media types that the body may have, separated by commas. */
        Accept: string;
        /** @description What is left of the caller's quotas. A deployed sandbox sends it with every answer. */
        RateLimit: string;
        /** @description The caller's quotas. A deployed sandbox sends it with every answer. */
        RateLimitPolicy: string;
    };
    pathItems: never;
}
export type ApiName = components['schemas']['ApiName'];
export type ScenarioName = components['schemas']['ScenarioName'];
export type QualifiedScenario = components['schemas']['QualifiedScenario'];
export type OperationId = components['schemas']['OperationId'];
export type RuleName = components['schemas']['RuleName'];
export type ProblemCode = components['schemas']['ProblemCode'];
export type StateName = components['schemas']['StateName'];
export type TableName = components['schemas']['TableName'];
export type ColumnName = components['schemas']['ColumnName'];
export type RowKey = components['schemas']['RowKey'];
export type OverrideId = components['schemas']['OverrideId'];
export type EntryId = components['schemas']['EntryId'];
export type SnapshotName = components['schemas']['SnapshotName'];
export type RequestId = components['schemas']['RequestId'];
export type FilePath = components['schemas']['FilePath'];
export type MediaTypeName = components['schemas']['MediaTypeName'];
export type Instant = components['schemas']['Instant'];
export type TimeSpan = components['schemas']['TimeSpan'];
export type HttpMethod = components['schemas']['HttpMethod'];
export type HttpStatus = components['schemas']['HttpStatus'];
export type JsonValue = components['schemas']['JsonValue'];
export type JsonText = components['schemas']['JsonText'];
export type JsonNumber = components['schemas']['JsonNumber'];
export type JsonFlag = components['schemas']['JsonFlag'];
export type JsonNull = components['schemas']['JsonNull'];
export type JsonList = components['schemas']['JsonList'];
export type JsonObject = components['schemas']['JsonObject'];
export type CallbackId = components['schemas']['CallbackId'];
export type CallbackStatus = components['schemas']['CallbackStatus'];
export type CallbackPage = components['schemas']['CallbackPage'];
export type CallbackDelivery = components['schemas']['CallbackDelivery'];
export type CallbackAttempt = components['schemas']['CallbackAttempt'];
export type SimulatedReview = components['schemas']['SimulatedReview'];
export type ReviewOutcome = components['schemas']['ReviewOutcome'];
export type SimulatedDecisionKind = components['schemas']['SimulatedDecisionKind'];
export type SimulatedDecisionState = components['schemas']['SimulatedDecisionState'];
export type SimulatedDecision = components['schemas']['SimulatedDecision'];
export type SimulatedCredit = components['schemas']['SimulatedCredit'];
export type CreditMode = components['schemas']['CreditMode'];
export type CreditRemitter = components['schemas']['CreditRemitter'];
export type SimulatedCredits = components['schemas']['SimulatedCredits'];
export type SimulatedRefund = components['schemas']['SimulatedRefund'];
export type RefundOutcome = components['schemas']['RefundOutcome'];
export type SimulatedStatement = components['schemas']['SimulatedStatement'];
export type SimulatedUpload = components['schemas']['SimulatedUpload'];
export type SimulatedBankHealth = components['schemas']['SimulatedBankHealth'];
export type ScenarioList = components['schemas']['ScenarioList'];
export type ScenarioSummary = components['schemas']['ScenarioSummary'];
export type Scenario = components['schemas']['Scenario'];
export type ScenarioOperation = components['schemas']['ScenarioOperation'];
export type ScenarioRule = components['schemas']['ScenarioRule'];
export type RuleCondition = components['schemas']['RuleCondition'];
export type RuleConditionKind = components['schemas']['RuleConditionKind'];
export type RuleAnswer = components['schemas']['RuleAnswer'];
export type RuleAnswerKind = components['schemas']['RuleAnswerKind'];
export type ScenarioFileList = components['schemas']['ScenarioFileList'];
export type ScenarioFile = components['schemas']['ScenarioFile'];
export type ScenarioFileKind = components['schemas']['ScenarioFileKind'];
export type ScenarioStatus = components['schemas']['ScenarioStatus'];
export type Finding = components['schemas']['Finding'];
export type FindingSeverity = components['schemas']['FindingSeverity'];
export type RelatedPlace = components['schemas']['RelatedPlace'];
export type Selection = components['schemas']['Selection'];
export type OverrideList = components['schemas']['OverrideList'];
export type RuleSource = components['schemas']['RuleSource'];
export type RuleText = components['schemas']['RuleText'];
export type RuleObject = components['schemas']['RuleObject'];
export type NewOverride = components['schemas']['NewOverride'];
export type Override = components['schemas']['Override'];
export type Clock = components['schemas']['Clock'];
export type ClockChange = components['schemas']['ClockChange'];
export type Seed = components['schemas']['Seed'];
export type SandboxPart = components['schemas']['SandboxPart'];
export type ResetRequest = components['schemas']['ResetRequest'];
export type ResetResult = components['schemas']['ResetResult'];
export type SandboxState = components['schemas']['SandboxState'];
export type StateValue = components['schemas']['StateValue'];
export type StateValueChange = components['schemas']['StateValueChange'];
export type TableSummary = components['schemas']['TableSummary'];
export type PendingStep = components['schemas']['PendingStep'];
export type PendingStepKind = components['schemas']['PendingStepKind'];
export type RowValues = components['schemas']['RowValues'];
export type TableRow = components['schemas']['TableRow'];
export type TableRowPage = components['schemas']['TableRowPage'];
export type JournalPage = components['schemas']['JournalPage'];
export type JournalEntrySummary = components['schemas']['JournalEntrySummary'];
export type JournalEntry = components['schemas']['JournalEntry'];
export type RecordedRequest = components['schemas']['RecordedRequest'];
export type RecordedAnswer = components['schemas']['RecordedAnswer'];
export type HeaderField = components['schemas']['HeaderField'];
export type RecordedBody = components['schemas']['RecordedBody'];
export type JournalEvents = components['schemas']['JournalEvents'];
export type Explanation = components['schemas']['Explanation'];
export type ExplainedAnswer = components['schemas']['ExplainedAnswer'];
export type ExplainedAnswerSource = components['schemas']['ExplainedAnswerSource'];
export type RequestViolation = components['schemas']['RequestViolation'];
export type RuleTrace = components['schemas']['RuleTrace'];
export type RuleTraceOutcome = components['schemas']['RuleTraceOutcome'];
export type Replay = components['schemas']['Replay'];
export type ExplanationRequest = components['schemas']['ExplanationRequest'];
export type RequestHeaders = components['schemas']['RequestHeaders'];
export type MagicValueList = components['schemas']['MagicValueList'];
export type OperationMagicValues = components['schemas']['OperationMagicValues'];
export type MagicValue = components['schemas']['MagicValue'];
export type MagicTerm = components['schemas']['MagicTerm'];
export type MagicTermRelation = components['schemas']['MagicTermRelation'];
export type MagicLookup = components['schemas']['MagicLookup'];
export type LookupTerm = components['schemas']['LookupTerm'];
export type TableContent = components['schemas']['TableContent'];
export type PersonaList = components['schemas']['PersonaList'];
export type SnapshotList = components['schemas']['SnapshotList'];
export type Snapshot = components['schemas']['Snapshot'];
export type Coverage = components['schemas']['Coverage'];
export type CoverageTotals = components['schemas']['CoverageTotals'];
export type CoveredRule = components['schemas']['CoveredRule'];
export type CoveredCondition = components['schemas']['CoveredCondition'];
export type CoveredAnswer = components['schemas']['CoveredAnswer'];
export type ProviderStateList = components['schemas']['ProviderStateList'];
export type DeclaredProviderState = components['schemas']['DeclaredProviderState'];
export type ProviderStateChange = components['schemas']['ProviderStateChange'];
export type ProviderStateChangeAction = components['schemas']['ProviderStateChangeAction'];
export type ProviderStateReference = components['schemas']['ProviderStateReference'];
export type ProviderStateName = components['schemas']['ProviderStateName'];
export type ProviderState = components['schemas']['ProviderState'];
export type ProviderStateParams = components['schemas']['ProviderStateParams'];
export type ProviderStateValues = components['schemas']['ProviderStateValues'];
export type Problem = components['schemas']['Problem'];
export type Violation = components['schemas']['Violation'];
export type $defs = Record<string, never>;
export interface operations {
    listScenarios: {
        parameters: {
            query?: {
                /**
                 * @description Only what belongs to this API.
                 * @example deposits
                 */
                api?: components["parameters"]["ApiFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scenarios. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    getScenarioStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is serving. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioStatus"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    getScenario: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The API, by the name of its document.
                 * @example deposits
                 */
                api: components["parameters"]["Api"];
                /**
                 * @description The scenario, by its name.
                 * @example verifications
                 */
                scenario: components["parameters"]["ScenarioParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scenario. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scenario"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    listScenarioFiles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The API, by the name of its document.
                 * @example deposits
                 */
                api: components["parameters"]["Api"];
                /**
                 * @description The scenario, by its name.
                 * @example verifications
                 */
                scenario: components["parameters"]["ScenarioParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The files. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioFileList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    getScenarioSchema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The API, by the name of its document.
                 * @example deposits
                 */
                api: components["parameters"]["Api"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The schema. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JsonObject"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    getSelection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The selection. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Selection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    replaceSelection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Selection"];
            };
        };
        responses: {
            /** @description The selection as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Selection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    clearSelection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    listOverrides: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The overrides. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverrideList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    createOverride: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOverride"];
            };
        };
        responses: {
            /** @description The override. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Override"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    clearOverrides: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    getOverride: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The override, by its id.
                 * @example o-1
                 */
                override: components["parameters"]["OverrideIdParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The override. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Override"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    deleteOverride: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The override, by its id.
                 * @example o-1
                 */
                override: components["parameters"]["OverrideIdParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    getClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clock. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    changeClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClockChange"];
            };
        };
        responses: {
            /** @description The clock as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    getSeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The seed. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Seed"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    replaceSeed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Seed"];
            };
        };
        responses: {
            /** @description The seed as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Seed"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    resetSandbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ResetRequest"];
            };
        };
        responses: {
            /** @description What was reset. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResetResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    getState: {
        parameters: {
            query?: {
                /**
                 * @description Only what belongs to this API.
                 * @example deposits
                 */
                api?: components["parameters"]["ApiFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxState"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    setStateValue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The API, by the name of its document.
                 * @example deposits
                 */
                api: components["parameters"]["Api"];
                /**
                 * @description The declared value, by its name.
                 * @example bank
                 */
                name: components["parameters"]["StateNameParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StateValueChange"];
            };
        };
        responses: {
            /** @description The value as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StateValue"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    listTableRows: {
        parameters: {
            query?: {
                /**
                 * @description Which page, from 1.
                 * @example 1
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description How many to a page.
                 * @example 50
                 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path: {
                /**
                 * @description The API, by the name of its document.
                 * @example deposits
                 */
                api: components["parameters"]["Api"];
                /**
                 * @description The table, by its name.
                 * @example vpas
                 */
                table: components["parameters"]["Table"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TableRowPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    putTableRow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The API, by the name of its document.
                 * @example deposits
                 */
                api: components["parameters"]["Api"];
                /**
                 * @description The table, by its name.
                 * @example vpas
                 */
                table: components["parameters"]["Table"];
                /**
                 * @description The row's key: the values of the key's columns in order, joined by commas. A comma or backslash in a value has
                 *     a backslash before it.
                 * @example blocked@ybl
                 */
                key: components["parameters"]["RowKeyParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowValues"];
            };
        };
        responses: {
            /** @description The row as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TableRow"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    deleteTableRow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The API, by the name of its document.
                 * @example deposits
                 */
                api: components["parameters"]["Api"];
                /**
                 * @description The table, by its name.
                 * @example vpas
                 */
                table: components["parameters"]["Table"];
                /**
                 * @description The row's key: the values of the key's columns in order, joined by commas. A comma or backslash in a value has
                 *     a backslash before it.
                 * @example blocked@ybl
                 */
                key: components["parameters"]["RowKeyParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    searchJournal: {
        parameters: {
            query?: {
                /**
                 * @description Only what belongs to this API.
                 * @example deposits
                 */
                api?: components["parameters"]["ApiFilter"];
                /**
                 * @description Only this operation, by its id.
                 * @example verifyMyVpa
                 */
                operation?: components["parameters"]["OperationFilter"];
                /**
                 * @description Only requests of this method.
                 * @example POST
                 */
                method?: components["parameters"]["MethodFilter"];
                /**
                 * @description Only requests whose path begins with this.
                 * @example /deposits/v1/my
                 */
                path?: components["parameters"]["PathFilter"];
                /**
                 * @description Only answers of this status, or of this class: `4` is every 4xx.
                 * @example 503
                 */
                status?: components["parameters"]["StatusFilter"];
                /**
                 * @description Only answers of this scenario.
                 * @example verifications
                 */
                scenario?: components["parameters"]["ScenarioFilter"];
                /**
                 * @description Only answers of this rule.
                 * @example a listed VPA
                 */
                rule?: components["parameters"]["RuleFilter"];
                /**
                 * @description Only answers that are this problem, by its code.
                 * @example PSP_TIMEOUT
                 */
                problem?: components["parameters"]["ProblemFilter"];
                /**
                 * @description Only the request of this id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b64
                 */
                requestId?: components["parameters"]["RequestIdFilter"];
                /**
                 * @description Only requests received at or after this time, by the real time.
                 * @example 2026-03-01T10:00:00Z
                 */
                since?: components["parameters"]["SinceFilter"];
                /**
                 * @description Only requests received before this time, by the real time.
                 * @example 2026-03-01T11:00:00Z
                 */
                until?: components["parameters"]["UntilFilter"];
                /**
                 * @description Only entries that this text stands in, in small or capital letters. What is masked cannot be found.
                 * @example okhdfc
                 */
                text?: components["parameters"]["TextFilter"];
                /**
                 * @description Only entries older than the one of this id, for stable pages while requests come in.
                 * @example 42
                 */
                before?: components["parameters"]["BeforeFilter"];
                /**
                 * @description Which page, from 1.
                 * @example 1
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description How many to a page.
                 * @example 50
                 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of entries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    clearJournal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    tailJournal: {
        parameters: {
            query?: {
                /**
                 * @description Only what belongs to this API.
                 * @example deposits
                 */
                api?: components["parameters"]["ApiFilter"];
                /**
                 * @description Only this operation, by its id.
                 * @example verifyMyVpa
                 */
                operation?: components["parameters"]["OperationFilter"];
            };
            header?: {
                /**
                 * @description The id of the last event that was received.
                 * @example 41
                 */
                "Last-Event-ID"?: components["parameters"]["LastEventId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entries, without end. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["JournalEvents"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    getJournalEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The entry of the journal, by its id.
                 * @example 42
                 */
                entry: components["parameters"]["EntryIdParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalEntry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    explainJournalEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The entry of the journal, by its id.
                 * @example 42
                 */
                entry: components["parameters"]["EntryIdParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reasons. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    replayJournalEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The entry of the journal, by its id.
                 * @example 42
                 */
                entry: components["parameters"]["EntryIdParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Both answers. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replay"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    explainRequest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExplanationRequest"];
            };
        };
        responses: {
            /** @description What would be answered, and why. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    listMagicValues: {
        parameters: {
            query?: {
                /**
                 * @description Only what belongs to this API.
                 * @example deposits
                 */
                api?: components["parameters"]["ApiFilter"];
                /**
                 * @description Only this operation, by its id.
                 * @example verifyMyVpa
                 */
                operation?: components["parameters"]["OperationFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The values, by operation. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MagicValueList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    listPersonas: {
        parameters: {
            query?: {
                /**
                 * @description Only what belongs to this API.
                 * @example deposits
                 */
                api?: components["parameters"]["ApiFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The personas, by table. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonaList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    listSnapshots: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshots. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    takeSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The snapshot's name.
                 * @example before-refund
                 */
                snapshot: components["parameters"]["SnapshotNameParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshot. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snapshot"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    deleteSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The snapshot's name.
                 * @example before-refund
                 */
                snapshot: components["parameters"]["SnapshotNameParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    restoreSnapshot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The snapshot's name.
                 * @example before-refund
                 */
                snapshot: components["parameters"]["SnapshotNameParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshot that was restored. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snapshot"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    getCoverage: {
        parameters: {
            query?: {
                /**
                 * @description Only what belongs to this API.
                 * @example deposits
                 */
                api?: components["parameters"]["ApiFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What has been used. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Coverage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    startCoverage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The coverage, empty. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Coverage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    stopCoverage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    listProviderStates: {
        parameters: {
            query?: {
                /**
                 * @description Only what belongs to this API.
                 * @example deposits
                 */
                api?: components["parameters"]["ApiFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The provider states. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderStateList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    changeProviderState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProviderStateChange"];
            };
        };
        responses: {
            /** @description The values that the states return. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProviderStateValues"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    listCallbacks: {
        parameters: {
            query?: {
                /**
                 * @description Only callbacks of this status.
                 * @example failed
                 */
                status?: components["parameters"]["CallbackStatusFilter"];
                /**
                 * @description Only callbacks older than the one of this id, which is the last of a page to read the next one. One that is not
                 *     kept, or no longer, is 404 `CALLBACK_NOT_FOUND`.
                 * @example msg_01k3j8v6x2m4n5p7q8r9s0t1v2
                 */
                before?: components["parameters"]["BeforeCallback"];
                /**
                 * @description How many to a page.
                 * @example 20
                 */
                size?: components["parameters"]["CallbackCount"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The callbacks. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    getCallback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The callback, by the id of its delivery.
                 * @example msg_01k3j8v6x2m4n5p7q8r9s0t1v2
                 */
                callback: components["parameters"]["CallbackParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The callback. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackDelivery"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    resendCallback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The callback, by the id of its delivery.
                 * @example msg_01k3j8v6x2m4n5p7q8r9s0t1v2
                 */
                callback: components["parameters"]["CallbackParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery that is on its way. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackDelivery"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    simulateReview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimulatedReview"];
            };
        };
        responses: {
            /** @description What was decided. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulatedDecision"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    simulateCredit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimulatedCredit"];
            };
        };
        responses: {
            /** @description The transactions. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulatedCredits"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    simulateRefund: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimulatedRefund"];
            };
        };
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    simulateStatement: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimulatedStatement"];
            };
        };
        responses: {
            /** @description The statement. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulatedUpload"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    simulateBankHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimulatedBankHealth"];
            };
        };
        responses: {
            204: components["responses"]["NoContent"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
}
