// Generated from the document of the API iWish goal deposits 1.0.0. Not to be edited.
export interface paths {
    "/goals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the goals
         * @description Gives the goals with their progress, in the order in which they were created, page by page. [ours]
         */
        get: operations["listGoals"];
        put?: never;
        /**
         * Create a goal deposit
         * @description Opens a goal deposit. The date is six months to ten years away, by the sandbox's clock: 422
         *     `TARGET_DATE_OUT_OF_RANGE`. The amount is 500 to 10,00,00,000 rupees: 422 `TARGET_OUT_OF_RANGE`. A first deposit is
         *     taken from the account at once. [ours]
         */
        post: operations["createGoal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goals/{goalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a goal with its progress
         * @description Gives a goal and how far it is. It is `achieved` from the deposit on that reaches the amount, `closed` once the money
         *     was paid out. An unknown one is 404 `GOAL_UNKNOWN`. [ours]
         */
        get: operations["getGoal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a goal's name, amount or date
         * @description Changes what is sent. The limits are those of `POST /goals`. A goal that is closed is refused with 409 `GOAL_CLOSED`.
         *     What is contributed regularly is changed with `PUT /goals/{goalId}/standing-instruction`. [ours]
         */
        patch: operations["changeGoal"];
        trace?: never;
    };
    "/goals/{goalId}/deposits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the deposits of a goal
         * @description Gives what was added to a goal, and what its standing instruction is still going to add, in the order in which it was
         *     noted, page by page. [ours]
         */
        get: operations["listGoalDeposits"];
        put?: never;
        /**
         * Add money to a goal
         * @description Takes money from an account and adds it to a goal: 100 to 10,00,00,000 rupees, else 422 `AMOUNT_OUT_OF_RANGE`. A goal
         *     that is achieved takes more; one that is closed is refused with 409 `GOAL_CLOSED`. [ours]
         */
        post: operations["addMoney"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goals/{goalId}/standing-instruction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Contribute regularly
         * @description Has the bank take a contribution from an account every 30 days, twelve times, by the sandbox's clock. It takes the
         *     place of the standing instruction that there was; setting the same again makes it twelve from now on. [ours]
         */
        put: operations["setStandingInstruction"];
        post?: never;
        /**
         * Stop contributing regularly
         * @description Takes the standing instruction away. Where there is none the answer is 404 `NO_STANDING_INSTRUCTION`. [ours]
         */
        delete: operations["removeStandingInstruction"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goals/{goalId}/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a goal
         * @description Pays out what was saved with its interest, and ends the standing instruction. A goal that is closed before its date,
         *     without being achieved, is closed prematurely: it earns one per cent a year less, and nothing within seven days of
         *     its creation. A goal is closed once: then 409 `GOAL_CLOSED`. [ours]
         */
        post: operations["closeGoal"];
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
         * New goal
         * @description What is to be saved for.
         */
        NewGoal: {
            name: components["schemas"]["GoalName"];
            target: components["schemas"]["Money"];
            targetDate: components["schemas"]["TargetDate"];
            accountId: components["schemas"]["AccountNumber"];
            firstDeposit?: components["schemas"]["Money"];
        };
        /**
         * Goal change
         * @description What is to be different about a goal.
         */
        GoalChange: {
            name?: components["schemas"]["GoalName"];
            target?: components["schemas"]["Money"];
            targetDate?: components["schemas"]["TargetDate"];
        };
        /**
         * Goal
         * @description A goal deposit and how far it is.
         */
        Goal: {
            goalId: components["schemas"]["GoalIdentifier"];
            name: components["schemas"]["GoalName"];
            status: components["schemas"]["GoalStatus"];
            target: components["schemas"]["Money"];
            targetDate: components["schemas"]["TargetDate"];
            saved: components["schemas"]["Money"];
            progress: components["schemas"]["GoalProgress"];
            rate: components["schemas"]["InterestRate"];
            accountId: components["schemas"]["AccountNumber"];
            standingInstruction?: components["schemas"]["StandingInstruction"];
            /**
             * Format: date-time
             * @description When the goal was created.
             */
            createdAt: string;
            closure?: components["schemas"]["GoalClosure"];
        };
        /**
         * Goal page
         * @description A page of goals.
         */
        GoalPage: {
            total: components["schemas"]["TotalCount"];
            /** @description The goals of this page. */
            goals: components["schemas"]["Goal"][];
            next?: components["schemas"]["PageAddress"];
        };
        /**
         * Goal status
         * @description Whether the goal is saved for, its amount is reached, or the money was paid out.
         * @enum {string}
         */
        GoalStatus: "active" | "achieved" | "closed";
        /**
         * Goal progress
         * @description How much of the amount is saved, in whole per cent, rounded down; 100 at most.
         */
        GoalProgress: number;
        /**
         * Goal identifier
         * @description Identifies a goal.
         */
        GoalIdentifier: string;
        /**
         * Goal name
         * @description What the goal is called.
         */
        GoalName: string;
        /**
         * Target date
         * Format: date
         * @description The day by which the amount should be saved.
         */
        TargetDate: string;
        /**
         * Account number
         * @description An account of the customer at the bank.
         * @example 000405001234
         */
        AccountNumber: string;
        /**
         * Interest rate
         * Format: decimal
         * @description The interest in per cent a year.
         * @example 6.5
         */
        InterestRate: string;
        /**
         * New deposit
         * @description Money to add to a goal.
         */
        NewDeposit: {
            amount: components["schemas"]["Money"];
            accountId: components["schemas"]["AccountNumber"];
        };
        /**
         * Deposit receipt
         * @description What was added to a goal, and how far that is now.
         */
        DepositReceipt: {
            depositId: components["schemas"]["DepositIdentifier"];
            goalId: components["schemas"]["GoalIdentifier"];
            amount: components["schemas"]["Money"];
            saved: components["schemas"]["Money"];
            progress: components["schemas"]["GoalProgress"];
            status: components["schemas"]["GoalStatus"];
        };
        /**
         * Goal deposit
         * @description Money that was added to a goal, or will be.
         */
        GoalDeposit: {
            depositId: components["schemas"]["DepositIdentifier"];
            kind: components["schemas"]["DepositKind"];
            status: components["schemas"]["DepositStatus"];
            amount: components["schemas"]["Money"];
            /**
             * Format: date
             * @description The day on which it was added, or will be.
             */
            date: string;
        };
        /**
         * Goal deposit page
         * @description A page of deposits.
         */
        GoalDepositPage: {
            total: components["schemas"]["TotalCount"];
            /** @description The deposits of this page. */
            deposits: components["schemas"]["GoalDeposit"][];
            next?: components["schemas"]["PageAddress"];
        };
        /**
         * Deposit identifier
         * @description Identifies a deposit.
         */
        DepositIdentifier: string;
        /**
         * Deposit kind
         * @description Where a deposit comes from.
         * @enum {string}
         */
        DepositKind: "first" | "added" | "contribution";
        /**
         * Deposit status
         * @description Whether the money has arrived, or a standing instruction is going to bring it.
         * @enum {string}
         */
        DepositStatus: "posted" | "scheduled";
        /**
         * New standing instruction
         * @description What is to be contributed regularly.
         */
        NewStandingInstruction: {
            contribution: components["schemas"]["Money"];
            accountId: components["schemas"]["AccountNumber"];
        };
        /**
         * Standing instruction
         * @description What is contributed every 30 days.
         */
        StandingInstruction: {
            contribution: components["schemas"]["Money"];
            accountId: components["schemas"]["AccountNumber"];
            /**
             * Format: date
             * @description The day of the next contribution.
             */
            nextOn: string;
            /** @description How many contributions are still to come. */
            remaining: number;
        };
        /**
         * Closure request
         * @description Where the money goes.
         */
        ClosureRequest: {
            creditTo: components["schemas"]["AccountNumber"];
        };
        /**
         * Goal closure
         * @description What was paid out when a goal was closed.
         */
        GoalClosure: {
            goalId: components["schemas"]["GoalIdentifier"];
            /** @description Whether the goal was closed before its date, without being achieved. */
            premature: boolean;
            rate: components["schemas"]["InterestRate"];
            principal: components["schemas"]["Money"];
            interest: components["schemas"]["Money"];
            payout: components["schemas"]["Money"];
            creditedTo: components["schemas"]["AccountNumber"];
            /**
             * Format: date-time
             * @description When the goal was closed.
             */
            closedAt: string;
        };
        /**
         * Total count
         * @description How many there are on all pages.
         */
        TotalCount: number;
        /**
         * Page address
         * Format: uri
         * @description The address of the next page; absent on the last one.
         */
        PageAddress: string;
        /**
         * Money
         * @description An amount of money in one currency.
         * @example {
         *       "amount": "10000",
         *       "currency": "INR"
         *     }
         */
        Money: {
            amount: components["schemas"]["Amount"];
            currency: components["schemas"]["CurrencyCode"];
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
         * Amount
         * Format: decimal
         * @description An amount in units of the currency, as a decimal string with at most two places, so that no digit is ever lost.
         *     `1000` and `1000.00` are the same amount. Not in the source: the limit of 18 characters.
         * @example 10000
         * @example 2500.00
         */
        Amount: string;
        /**
         * Currency code
         * @description A currency by its ISO 4217 code.
         * @example INR
         */
        CurrencyCode: string;
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
         * @description The goal's id, as `POST /goals` gave it.
         * @example 6a0c5c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
         */
        GoalId: components["schemas"]["GoalIdentifier"];
        /** @description Which page, from 1. A page beyond the end is empty. */
        Page: number;
        /** @description How many there are on a page. */
        Size: number;
        /**
         * @description Makes it safe to send the request again: the same key with the same body gets the first answer once more, with
         *     another body 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409. Kept for at least 24 hours.
         *     [ours]
         * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
         */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: {
        /** @description Where the goal can be read. */
        GoalLocation: string;
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
export type NewGoal = components['schemas']['NewGoal'];
export type GoalChange = components['schemas']['GoalChange'];
export type Goal = components['schemas']['Goal'];
export type GoalPage = components['schemas']['GoalPage'];
export type GoalStatus = components['schemas']['GoalStatus'];
export type GoalProgress = components['schemas']['GoalProgress'];
export type GoalIdentifier = components['schemas']['GoalIdentifier'];
export type GoalName = components['schemas']['GoalName'];
export type TargetDate = components['schemas']['TargetDate'];
export type AccountNumber = components['schemas']['AccountNumber'];
export type InterestRate = components['schemas']['InterestRate'];
export type NewDeposit = components['schemas']['NewDeposit'];
export type DepositReceipt = components['schemas']['DepositReceipt'];
export type GoalDeposit = components['schemas']['GoalDeposit'];
export type GoalDepositPage = components['schemas']['GoalDepositPage'];
export type DepositIdentifier = components['schemas']['DepositIdentifier'];
export type DepositKind = components['schemas']['DepositKind'];
export type DepositStatus = components['schemas']['DepositStatus'];
export type NewStandingInstruction = components['schemas']['NewStandingInstruction'];
export type StandingInstruction = components['schemas']['StandingInstruction'];
export type ClosureRequest = components['schemas']['ClosureRequest'];
export type GoalClosure = components['schemas']['GoalClosure'];
export type TotalCount = components['schemas']['TotalCount'];
export type PageAddress = components['schemas']['PageAddress'];
export type Money = components['schemas']['Money'];
export type Problem = components['schemas']['Problem'];
export type Amount = components['schemas']['Amount'];
export type CurrencyCode = components['schemas']['CurrencyCode'];
export type Violation = components['schemas']['Violation'];
export type $defs = Record<string, never>;
export interface operations {
    listGoals: {
        parameters: {
            query?: {
                /** @description Only goals of this status. */
                status?: components["schemas"]["GoalStatus"];
                /** @description Which page, from 1. A page beyond the end is empty. */
                page?: components["parameters"]["Page"];
                /** @description How many there are on a page. */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of goals. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoalPage"];
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
    createGoal: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same body gets the first answer once more, with
                 *     another body 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409. Kept for at least 24 hours.
                 *     [ours]
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGoal"];
            };
        };
        responses: {
            /** @description The goal. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    Location: components["headers"]["GoalLocation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Goal"];
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
    getGoal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The goal's id, as `POST /goals` gave it.
                 * @example 6a0c5c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                goalId: components["parameters"]["GoalId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The goal. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Goal"];
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
    changeGoal: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same body gets the first answer once more, with
                 *     another body 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409. Kept for at least 24 hours.
                 *     [ours]
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The goal's id, as `POST /goals` gave it.
                 * @example 6a0c5c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                goalId: components["parameters"]["GoalId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GoalChange"];
            };
        };
        responses: {
            /** @description The goal as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Goal"];
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
    listGoalDeposits: {
        parameters: {
            query?: {
                /** @description Which page, from 1. A page beyond the end is empty. */
                page?: components["parameters"]["Page"];
                /** @description How many there are on a page. */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path: {
                /**
                 * @description The goal's id, as `POST /goals` gave it.
                 * @example 6a0c5c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                goalId: components["parameters"]["GoalId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deposits. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoalDepositPage"];
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
    addMoney: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same body gets the first answer once more, with
                 *     another body 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409. Kept for at least 24 hours.
                 *     [ours]
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The goal's id, as `POST /goals` gave it.
                 * @example 6a0c5c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                goalId: components["parameters"]["GoalId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDeposit"];
            };
        };
        responses: {
            /** @description What was added, and how far the goal is now. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepositReceipt"];
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
    setStandingInstruction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The goal's id, as `POST /goals` gave it.
                 * @example 6a0c5c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                goalId: components["parameters"]["GoalId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewStandingInstruction"];
            };
        };
        responses: {
            /** @description The standing instruction. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandingInstruction"];
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
    removeStandingInstruction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The goal's id, as `POST /goals` gave it.
                 * @example 6a0c5c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                goalId: components["parameters"]["GoalId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is none any more. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content?: never;
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
    closeGoal: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same body gets the first answer once more, with
                 *     another body 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409. Kept for at least 24 hours.
                 *     [ours]
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The goal's id, as `POST /goals` gave it.
                 * @example 6a0c5c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                goalId: components["parameters"]["GoalId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClosureRequest"];
            };
        };
        responses: {
            /** @description What was paid out. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoalClosure"];
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
}
