// Generated from the document of the API Virtual accounts 1.0.0. Not to be edited.
export interface paths {
    "/virtual-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List virtual accounts
         * @description Lists the application's virtual accounts, deleted ones too, page by page: those that the sandbox came with, then
         *     the others in the order in which they were created. Not in the source: a page beyond the last one is empty.
         */
        get: operations["listVirtualAccounts"];
        put?: never;
        /**
         * Create virtual accounts
         * @description Creates one or several virtual accounts under one physical account. Each is created or refused by itself: the
         *     answer has a result for each of them, in the order of the request, with the reason where it failed.
         *
         *     Not in the source: what follows. The codes of items are `NUMBER_TOO_LONG` (more than 20 characters),
         *     `PREFIX_UNKNOWN` (the number does not begin with a prefix of the physical account), `NUMBER_TAKEN` (there is, or
         *     was, a virtual account of this number, or it stands in the request before), `VALID_TO_PAST`, and whatever a
         *     scenario refuses an item with. The whole call is refused with 404 `PHYSICAL_ACCOUNT_UNKNOWN`, with 409
         *     `PHYSICAL_ACCOUNT_CLOSED`, and with more than 1,000 items with 413 `BATCH_TOO_LARGE`; a body of more than 1 MiB is
         *     413 `BODY_TOO_LARGE`.
         */
        post: operations["createVirtualAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Modify virtual accounts
         * @description Changes the client's name or the last day of one or several virtual accounts under one physical account; never
         *     the number. What an item does not name stays as it is; `validTo: null` takes the last day away.
         *
         *     Not in the source: what follows. The codes of items are `ACCOUNT_UNKNOWN` (there is no such virtual account
         *     under this physical account), `ACCOUNT_DELETED`, `NO_CHANGE` (the item changes nothing), `VALID_TO_PAST`, and
         *     whatever a scenario refuses an item with. The whole call is refused as `POST /virtual-accounts` is.
         */
        patch: operations["modifyVirtualAccounts"];
        trace?: never;
    };
    "/virtual-accounts/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete virtual accounts
         * @description Deletes one or several virtual accounts under one physical account. A deleted virtual account takes no more
         *     credits; what was credited to it before can still be fetched and refunded.
         *
         *     Not in the source: what follows. A number that was deleted is never given again. The codes of items are
         *     `ACCOUNT_UNKNOWN` (there is no such virtual account under this physical account), `ACCOUNT_DELETED` (it is deleted
         *     already), and whatever a scenario refuses an item with. The whole call is refused as `POST /virtual-accounts` is.
         */
        post: operations["deleteVirtualAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/virtual-accounts/{virtualAccountNumber}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a virtual account
         * @description Gives one virtual account, also when it is deleted. Not in the source: an unknown number is 404
         *     `VIRTUAL_ACCOUNT_UNKNOWN`.
         */
        get: operations["getVirtualAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transactions/fetch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetch the next batch of transactions
         * @description Gives the details of what was credited to the virtual accounts under a physical account, at most 100 records in
         *     one batch, the oldest first. Every record comes at least once: the same batch comes again until it is
         *     acknowledged with `POST /transactions/acknowledge`, and only then the next one. With nothing to give, `batchId` is
         *     null and `records` empty.
         *
         *     Not in the source: what follows. A physical account has at most one batch that waits for its acknowledgement. It
         *     comes again when it is asked for with the same `from` and `to`, or with neither; asked for with others it is 409
         *     `BATCH_OUTSTANDING`. `from` is included and `to` is not; `to` must be later than `from`, else 422 `RANGE_INVALID`. The
         *     records of a closed physical account can still be fetched; an unknown one is 404 `PHYSICAL_ACCOUNT_UNKNOWN`.
         */
        post: operations["fetchTransactions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/transactions/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge a batch of transactions
         * @description Says that a batch was received. The next batch comes only after it.
         *
         *     Not in the source: what follows. `count` must be the number of records of the batch, else 422 `COUNT_WRONG`; an
         *     unknown batch is 404 `BATCH_UNKNOWN`; a batch that was acknowledged before is 409 `BATCH_ACKNOWLEDGED`, unless the
         *     request is repeated with the same `Idempotency-Key`. A refused acknowledgement changes nothing.
         */
        post: operations["acknowledgeTransactions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refund a transaction
         * @description Sends a credit, or a part of it, back to who paid it. The request is validated and handed to the payment
         *     service, and the answer is the initial one: the refund is accepted. It is settled, or fails, later; the webhook
         *     `refundUpdated` tells, and `GET /refunds/{refundId}`.
         *
         *     Not in the source: what follows. An unknown transaction is 404 `TRANSACTION_UNKNOWN`; a `clientName` that is not
         *     that of the transaction's virtual account (capital letters and blanks at its ends do not count) 422
         *     `CLIENT_NAME_MISMATCH`; a transaction of which nothing is left 409 `ALREADY_REFUNDED`; an amount of zero 422
         *     `REFUND_AMOUNT_INVALID`; one over what is left 422 `REFUND_AMOUNT_TOO_HIGH`; a payment service that does not answer
         *     503 `PAYMENT_SERVICE_DOWN`, and nothing was refunded then. Refunds that failed do not count towards what was
         *     refunded. In the sandbox a refund settles after 30 minutes of its clock, unless a scenario says otherwise; one of
         *     13.13 rupees fails, one of 17.17 stays accepted until a simulation ends it, and for one of 5.03 the payment service
         *     does not answer.
         */
        post: operations["refundTransaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/refunds/{refundId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a refund
         * @description Gives one refund as it is now. Not in the source; an unknown id is 404 `REFUND_UNKNOWN`.
         */
        get: operations["getRefund"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    creditReceived: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Be told of a credit
         * @description Sent to the webhook address of the application when money reaches one of its virtual accounts, by the rules of
         *     Standard Webhooks: check the signature over `webhook-id`, the timestamp and the body with a secret of the
         *     application, and remember the ids, since a message can come twice. Any status of 200 to 299 means that the message
         *     was taken. Not in the source. It takes nothing from `POST /transactions/fetch`, where the credit comes all the same.
         */
        post: operations["receiveCredit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    refundUpdated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Be told that a refund has ended
         * @description Sent to the webhook address of the application when a refund has settled or failed, in the same way as
         *     `creditReceived`. Not in the source.
         */
        post: operations["receiveRefundUpdate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /**
         * Physical account number
         * @description The number of the company's own account, under which the virtual accounts are.
         * @example 919010012345678
         */
        PhysicalAccountNumber: string;
        /**
         * Virtual account number
         * @description The number that a client pays to. It begins with a prefix of the physical account. A rule refuses one of more
         *     than 20 characters; the contract takes up to 64.
         * @example SBAC0000000001
         */
        VirtualAccountNumber: string;
        /**
         * Client name
         * @description The name of the company's client to whom the virtual account was given.
         * @example Asha Textiles
         */
        ClientName: string;
        /**
         * Last day
         * Format: date
         * @description The last day on which the virtual account takes credits. Without it there is none.
         * @example 2099-12-31
         */
        LastDay: string;
        /**
         * Virtual account creation
         * @description Virtual accounts to create under one physical account.
         */
        VirtualAccountCreation: {
            physicalAccountNumber: components["schemas"]["PhysicalAccountNumber"];
            /**
             * @description The virtual accounts. More than 1,000 are refused with 413 `BATCH_TOO_LARGE`; the contract takes up to 10,000, so
             *     that they are not refused as malformed.
             */
            virtualAccounts: components["schemas"]["NewVirtualAccount"][];
        };
        /**
         * New virtual account
         * @description A virtual account to create.
         */
        NewVirtualAccount: {
            virtualAccountNumber: components["schemas"]["VirtualAccountNumber"];
            clientName: components["schemas"]["ClientName"];
            validTo?: components["schemas"]["LastDay"];
        };
        /**
         * Virtual account modification
         * @description Changes of virtual accounts under one physical account.
         */
        VirtualAccountModification: {
            physicalAccountNumber: components["schemas"]["PhysicalAccountNumber"];
            /** @description The changes. More than 1,000 are refused with 413 `BATCH_TOO_LARGE`. */
            virtualAccounts: components["schemas"]["VirtualAccountChange"][];
        };
        /**
         * Virtual account change
         * @description What is to be different in a virtual account. What is not named stays as it is.
         */
        VirtualAccountChange: {
            virtualAccountNumber: components["schemas"]["VirtualAccountNumber"];
            clientName?: components["schemas"]["ClientName"];
            /**
             * Format: date
             * @description The last day on which the virtual account takes credits; null for none.
             */
            validTo?: string | null;
        };
        /**
         * Virtual account deletion
         * @description Virtual accounts to delete under one physical account.
         */
        VirtualAccountDeletion: {
            physicalAccountNumber: components["schemas"]["PhysicalAccountNumber"];
            /** @description The numbers. More than 1,000 are refused with 413 `BATCH_TOO_LARGE`. */
            virtualAccountNumbers: components["schemas"]["VirtualAccountNumber"][];
        };
        /**
         * Batch outcome
         * @description What became of the items of one call.
         */
        BatchOutcome: {
            /** @description Identifies the call, for questions about it. */
            batchId: string;
            status: components["schemas"]["BatchStatus"];
            /** @description How many items were done. */
            message: string;
            /** @description What became of each item, in the order of the request. */
            results: components["schemas"]["ItemResult"][];
        };
        /**
         * Batch status
         * @description Whether all items were done (`success`), some of them (`partial`), or none (`failed`).
         * @enum {string}
         */
        BatchStatus: "success" | "partial" | "failed";
        /**
         * Item result
         * @description What became of one item. One that failed has a `code` and a `reason`.
         */
        ItemResult: {
            index: components["schemas"]["ItemIndex"];
            virtualAccountNumber: components["schemas"]["VirtualAccountNumber"];
            status: components["schemas"]["ItemStatus"];
            code?: components["schemas"]["ItemCode"];
            reason?: components["schemas"]["Reason"];
            /** @description What was done or not done, fit to be shown to people. */
            message: string;
        };
        /**
         * Item index
         * @description The place of the item in the request, from 0.
         */
        ItemIndex: number;
        /**
         * Item status
         * @description Whether the item was done.
         * @enum {string}
         */
        ItemStatus: "success" | "failed";
        /**
         * Item code
         * @description A stable name for why an item failed, meant for programs.
         * @example NUMBER_TAKEN
         */
        ItemCode: string;
        /**
         * Reason
         * @description Why something failed, fit to be shown to people.
         */
        Reason: string;
        /**
         * Virtual account status
         * @description Whether the virtual account takes credits (`active`) or was deleted.
         * @enum {string}
         */
        VirtualAccountStatus: "active" | "deleted";
        /**
         * Virtual account
         * @description A virtual account as it is now.
         */
        VirtualAccount: {
            virtualAccountNumber: components["schemas"]["VirtualAccountNumber"];
            physicalAccountNumber: components["schemas"]["PhysicalAccountNumber"];
            clientName: components["schemas"]["ClientName"];
            status: components["schemas"]["VirtualAccountStatus"];
            validTo?: components["schemas"]["LastDay"];
            createdAt: components["schemas"]["Instant"];
            modifiedAt?: components["schemas"]["Instant"];
            deletedAt?: components["schemas"]["Instant"];
        };
        /**
         * Virtual account page
         * @description Some of the virtual accounts.
         */
        VirtualAccountPage: {
            /** @description How many virtual accounts there are on all pages. */
            total: number;
            /** @description Which page this is, from 1. */
            page: number;
            /** @description How many virtual accounts a page has. */
            size: number;
            next?: components["schemas"]["PageAddress"];
            previous?: components["schemas"]["PageAddress"];
            /** @description The virtual accounts of this page. */
            virtualAccounts: components["schemas"]["VirtualAccount"][];
        };
        /**
         * Page address
         * Format: uri
         * @description Where a neighbouring page is; left out where there is none.
         */
        PageAddress: string;
        /**
         * Instant
         * Format: date-time
         * @description A moment, by the sandbox's clock.
         * @example 2026-01-06T05:45:00Z
         */
        Instant: string;
        /**
         * Transaction query
         * @description Which transactions are to be fetched.
         */
        TransactionQuery: {
            physicalAccountNumber: components["schemas"]["PhysicalAccountNumber"];
            /**
             * Format: date-time
             * @description Only what was credited at this moment or later.
             */
            from?: string;
            /**
             * Format: date-time
             * @description Only what was credited before this moment.
             */
            to?: string;
        };
        /**
         * Batch id
         * @description Identifies a batch of transactions.
         * @example 0a4e5d67-8f90-41a2-9dce-3f4a5b6c7d8e
         */
        BatchId: string;
        /**
         * Transaction batch
         * @description A batch of transactions.
         */
        TransactionBatch: {
            /** @description Identifies the batch for its acknowledgement; null when it is empty. */
            batchId: string | null;
            /** @description How many records the batch has. The acknowledgement repeats it. */
            count: number;
            /** @description Whether there is more to fetch once the batch is acknowledged. */
            hasMore: boolean;
            /** @description The transactions, the oldest first. */
            records: components["schemas"]["TransactionRecord"][];
        };
        /**
         * Transaction reference
         * @description The bank's own reference of a transaction. A refund names it.
         * @example TXN20260106000001
         */
        TransactionReference: string;
        /**
         * Transaction record
         * @description One credit to a virtual account. Amounts are in rupees.
         */
        TransactionRecord: {
            transactionReference: components["schemas"]["TransactionReference"];
            virtualAccountNumber: components["schemas"]["VirtualAccountNumber"];
            amount: components["schemas"]["Amount"];
            creditedAt: components["schemas"]["Instant"];
            mode: components["schemas"]["PaymentMode"];
            utr: components["schemas"]["Utr"];
            remitter: components["schemas"]["Remitter"];
        };
        /**
         * Payment mode
         * @description How the money came; `FT` is a transfer within the bank.
         * @enum {string}
         */
        PaymentMode: "NEFT" | "RTGS" | "IMPS" | "UPI" | "FT";
        /**
         * UTR
         * @description The unique transaction reference of the payment network.
         * @example SBINN52026010600
         */
        Utr: string;
        /**
         * Remitter
         * @description Who has paid.
         */
        Remitter: {
            /** @description The name of the account that was paid from. */
            name: string;
            /** @description The number of the account that was paid from. */
            account: string;
            ifsc: components["schemas"]["Ifsc"];
        };
        /**
         * Acknowledgement
         * @description That a batch was received.
         */
        Acknowledgement: {
            batchId: components["schemas"]["BatchId"];
            /** @description How many records the batch had. */
            count: number;
        };
        /**
         * Acknowledgement receipt
         * @description The one answer to every acknowledgement that is right.
         */
        AcknowledgementReceipt: {
            batchId: components["schemas"]["BatchId"];
            /**
             * @description What the batch is now.
             * @constant
             */
            status: "acknowledged";
        };
        /**
         * Refund request
         * @description The credit to refund.
         */
        RefundRequest: {
            clientName: components["schemas"]["ClientName"];
            transactionReference: components["schemas"]["TransactionReference"];
            amount?: components["schemas"]["RefundAmount"];
        };
        /**
         * Refund amount
         * Format: decimal
         * @description How much to refund, in rupees. Without it, all that is left of the credit.
         * @example 500.00
         */
        RefundAmount: string;
        /**
         * Refund id
         * @description Identifies a refund.
         * @example 1b5f6e78-90a1-42b3-8edf-4a5b6c7d8e9f
         */
        RefundId: string;
        /**
         * Refund receipt
         * @description The initial answer to a refund.
         */
        RefundReceipt: {
            refundId: components["schemas"]["RefundId"];
            /**
             * @description The refund was accepted; it has not settled yet.
             * @constant
             */
            status: "accepted";
            /** @description What was done, fit to be shown to people. */
            message: string;
        };
        /**
         * Refund status
         * @description How far the refund is. `settled` and `failed` are final.
         * @enum {string}
         */
        RefundStatus: "accepted" | "settled" | "failed";
        /**
         * Refund
         * @description A refund as it is now.
         */
        Refund: {
            refundId: components["schemas"]["RefundId"];
            transactionReference: components["schemas"]["TransactionReference"];
            virtualAccountNumber: components["schemas"]["VirtualAccountNumber"];
            clientName: components["schemas"]["ClientName"];
            amount: components["schemas"]["Amount"];
            status: components["schemas"]["RefundStatus"];
            reason?: components["schemas"]["Reason"];
            requestedAt: components["schemas"]["Instant"];
            endedAt?: components["schemas"]["Instant"];
        };
        /**
         * Credit event
         * @description That money has reached a virtual account.
         */
        CreditEvent: {
            /**
             * @description What has happened.
             * @constant
             */
            type: "credit.received";
            timestamp: components["schemas"]["Instant"];
            data: components["schemas"]["CreditEventData"];
        };
        /**
         * Credit event data
         * @description The credit, and under which physical account it came.
         */
        CreditEventData: {
            physicalAccountNumber: components["schemas"]["PhysicalAccountNumber"];
            record: components["schemas"]["TransactionRecord"];
        };
        /**
         * Refund event
         * @description That a refund has ended.
         */
        RefundEvent: {
            type: components["schemas"]["RefundEventType"];
            timestamp: components["schemas"]["Instant"];
            data: components["schemas"]["Refund"];
        };
        /**
         * Refund event type
         * @description How the refund has ended.
         * @enum {string}
         */
        RefundEventType: "refund.settled" | "refund.failed";
        /**
         * Creation item
         * @description A virtual account to create, as scenarios decide about it.
         */
        CreationItem: {
            index: components["schemas"]["ItemIndex"];
            virtualAccountNumber: components["schemas"]["VirtualAccountNumber"];
            clientName: components["schemas"]["ClientName"];
            validTo?: components["schemas"]["LastDay"];
        };
        /**
         * Modification item
         * @description A change of a virtual account, as scenarios decide about it.
         */
        ModificationItem: {
            index: components["schemas"]["ItemIndex"];
            virtualAccountNumber: components["schemas"]["VirtualAccountNumber"];
            clientName?: components["schemas"]["ClientName"];
            validTo?: components["schemas"]["LastDay"];
        };
        /**
         * Deletion item
         * @description A virtual account to delete, as scenarios decide about it.
         */
        DeletionItem: {
            index: components["schemas"]["ItemIndex"];
            virtualAccountNumber: components["schemas"]["VirtualAccountNumber"];
        };
        /**
         * Item verdict
         * @description Whether an item is done. `success` leaves the ledger to say whether it can be done; a failure without a code is
         *     `ITEM_REFUSED`.
         */
        ItemVerdict: {
            status: components["schemas"]["ItemStatus"];
            code?: components["schemas"]["ItemCode"];
            reason?: components["schemas"]["Reason"];
        };
        /**
         * Refund item
         * @description A valid refund, as scenarios decide about it.
         */
        RefundItem: {
            transactionReference: components["schemas"]["TransactionReference"];
            virtualAccountNumber: components["schemas"]["VirtualAccountNumber"];
            clientName: components["schemas"]["ClientName"];
            amount: components["schemas"]["Amount"];
            mode: components["schemas"]["PaymentMode"];
        };
        /**
         * Payment verdict
         * @description What the payment service makes of a refund.
         */
        PaymentVerdict: {
            payment: components["schemas"]["PaymentFate"];
            /**
             * Format: duration
             * @description After which time it settles or fails, by the sandbox's clock. Without it 30 minutes.
             */
            after?: string;
            reason?: components["schemas"]["Reason"];
        };
        /**
         * Payment fate
         * @description Whether the refund settles or fails later, stays accepted until a simulation ends it (`pending`), or is not taken,
         *     because the payment service does not answer (`unavailable`).
         * @enum {string}
         */
        PaymentFate: "settled" | "failed" | "pending" | "unavailable";
        /**
         * Amount
         * Format: decimal
         * @description An amount in units of the currency, as a decimal string with at most two places, so that no digit is ever lost.
         *     `1000` and `1000.00` are the same amount. Not in the source: the limit of 18 characters.
         * @example 10000
         * @example 2500.00
         */
        Amount: string;
        /**
         * IFSC
         * @description The Indian Financial System Code of a bank's branch.
         * @example HDFC0000001
         */
        Ifsc: string;
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
    };
    parameters: {
        /**
         * @description Makes it safe to send the request again: the same key with the same body gets the first answer once more, with
         *     another body 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409. Kept for at least 24 hours.
         *     Not in the source.
         * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
         */
        IdempotencyKey: string;
        /**
         * @description The id of the message, the same however often it is sent.
         * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b60
         */
        WebhookId: string;
        /**
         * @description When this attempt was made, in seconds since 1970.
         * @example 1772359200
         */
        WebhookTimestamp: string;
        /**
         * @description The signatures, with a blank between them, one for each secret.
         * @example v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=
         */
        WebhookSignature: string;
    };
    requestBodies: never;
    headers: {
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
export type PhysicalAccountNumber = components['schemas']['PhysicalAccountNumber'];
export type VirtualAccountNumber = components['schemas']['VirtualAccountNumber'];
export type ClientName = components['schemas']['ClientName'];
export type LastDay = components['schemas']['LastDay'];
export type VirtualAccountCreation = components['schemas']['VirtualAccountCreation'];
export type NewVirtualAccount = components['schemas']['NewVirtualAccount'];
export type VirtualAccountModification = components['schemas']['VirtualAccountModification'];
export type VirtualAccountChange = components['schemas']['VirtualAccountChange'];
export type VirtualAccountDeletion = components['schemas']['VirtualAccountDeletion'];
export type BatchOutcome = components['schemas']['BatchOutcome'];
export type BatchStatus = components['schemas']['BatchStatus'];
export type ItemResult = components['schemas']['ItemResult'];
export type ItemIndex = components['schemas']['ItemIndex'];
export type ItemStatus = components['schemas']['ItemStatus'];
export type ItemCode = components['schemas']['ItemCode'];
export type Reason = components['schemas']['Reason'];
export type VirtualAccountStatus = components['schemas']['VirtualAccountStatus'];
export type VirtualAccount = components['schemas']['VirtualAccount'];
export type VirtualAccountPage = components['schemas']['VirtualAccountPage'];
export type PageAddress = components['schemas']['PageAddress'];
export type Instant = components['schemas']['Instant'];
export type TransactionQuery = components['schemas']['TransactionQuery'];
export type BatchId = components['schemas']['BatchId'];
export type TransactionBatch = components['schemas']['TransactionBatch'];
export type TransactionReference = components['schemas']['TransactionReference'];
export type TransactionRecord = components['schemas']['TransactionRecord'];
export type PaymentMode = components['schemas']['PaymentMode'];
export type Utr = components['schemas']['Utr'];
export type Remitter = components['schemas']['Remitter'];
export type Acknowledgement = components['schemas']['Acknowledgement'];
export type AcknowledgementReceipt = components['schemas']['AcknowledgementReceipt'];
export type RefundRequest = components['schemas']['RefundRequest'];
export type RefundAmount = components['schemas']['RefundAmount'];
export type RefundId = components['schemas']['RefundId'];
export type RefundReceipt = components['schemas']['RefundReceipt'];
export type RefundStatus = components['schemas']['RefundStatus'];
export type Refund = components['schemas']['Refund'];
export type CreditEvent = components['schemas']['CreditEvent'];
export type CreditEventData = components['schemas']['CreditEventData'];
export type RefundEvent = components['schemas']['RefundEvent'];
export type RefundEventType = components['schemas']['RefundEventType'];
export type CreationItem = components['schemas']['CreationItem'];
export type ModificationItem = components['schemas']['ModificationItem'];
export type DeletionItem = components['schemas']['DeletionItem'];
export type ItemVerdict = components['schemas']['ItemVerdict'];
export type RefundItem = components['schemas']['RefundItem'];
export type PaymentVerdict = components['schemas']['PaymentVerdict'];
export type PaymentFate = components['schemas']['PaymentFate'];
export type Amount = components['schemas']['Amount'];
export type Ifsc = components['schemas']['Ifsc'];
export type Problem = components['schemas']['Problem'];
export type Violation = components['schemas']['Violation'];
export type $defs = Record<string, never>;
export interface operations {
    listVirtualAccounts: {
        parameters: {
            query?: {
                /**
                 * @description Only virtual accounts under this physical account.
                 * @example 919010012345678
                 */
                physicalAccountNumber?: components["schemas"]["PhysicalAccountNumber"];
                /**
                 * @description Only virtual accounts in this state.
                 * @example active
                 */
                status?: components["schemas"]["VirtualAccountStatus"];
                /**
                 * @description Which page, from 1.
                 * @example 1
                 */
                page?: number;
                /**
                 * @description How many virtual accounts a page has.
                 * @example 50
                 */
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of virtual accounts. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VirtualAccountPage"];
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
    createVirtualAccounts: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same body gets the first answer once more, with
                 *     another body 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409. Kept for at least 24 hours.
                 *     Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VirtualAccountCreation"];
            };
        };
        responses: {
            /** @description What became of each item. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOutcome"];
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
    modifyVirtualAccounts: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same body gets the first answer once more, with
                 *     another body 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409. Kept for at least 24 hours.
                 *     Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VirtualAccountModification"];
            };
        };
        responses: {
            /** @description What became of each item. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOutcome"];
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
    deleteVirtualAccounts: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same body gets the first answer once more, with
                 *     another body 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409. Kept for at least 24 hours.
                 *     Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VirtualAccountDeletion"];
            };
        };
        responses: {
            /** @description What became of each item. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOutcome"];
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
    getVirtualAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The number of the virtual account.
                 * @example SBAC0000000001
                 */
                virtualAccountNumber: components["schemas"]["VirtualAccountNumber"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The virtual account. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VirtualAccount"];
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
    fetchTransactions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransactionQuery"];
            };
        };
        responses: {
            /** @description The batch. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionBatch"];
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
    acknowledgeTransactions: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same body gets the first answer once more, with
                 *     another body 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409. Kept for at least 24 hours.
                 *     Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Acknowledgement"];
            };
        };
        responses: {
            /** @description The batch counts as received. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcknowledgementReceipt"];
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
    refundTransaction: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same body gets the first answer once more, with
                 *     another body 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409. Kept for at least 24 hours.
                 *     Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundRequest"];
            };
        };
        responses: {
            /** @description The refund is accepted. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundReceipt"];
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
    getRefund: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of the refund.
                 * @example 1b5f6e78-90a1-42b3-8edf-4a5b6c7d8e9f
                 */
                refundId: components["schemas"]["RefundId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The refund. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refund"];
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
    receiveCredit: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The id of the message, the same however often it is sent.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b60
                 */
                "webhook-id": components["parameters"]["WebhookId"];
                /**
                 * @description When this attempt was made, in seconds since 1970.
                 * @example 1772359200
                 */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /**
                 * @description The signatures, with a blank between them, one for each secret.
                 * @example v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=
                 */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreditEvent"];
            };
        };
        responses: {
            /** @description Taken. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not wanted; not sent again. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    receiveRefundUpdate: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The id of the message, the same however often it is sent.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b60
                 */
                "webhook-id": components["parameters"]["WebhookId"];
                /**
                 * @description When this attempt was made, in seconds since 1970.
                 * @example 1772359200
                 */
                "webhook-timestamp": components["parameters"]["WebhookTimestamp"];
                /**
                 * @description The signatures, with a blank between them, one for each secret.
                 * @example v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=
                 */
                "webhook-signature": components["parameters"]["WebhookSignature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundEvent"];
            };
        };
        responses: {
            /** @description Taken. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not wanted; not sent again. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
