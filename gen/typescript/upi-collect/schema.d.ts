// Generated from the document of the API UPI collect 1.0.0. Not to be edited.
export interface paths {
    "/collects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the collect requests
         * @description Gives the requests in the order in which they were made, page by page. [ours]
         */
        get: operations["listCollects"];
        put?: never;
        /**
         * Ask a payer for money
         * @description Sends a request to the payer. It asks for up to 1,00,000 rupees, else 422 `AMOUNT_OUT_OF_RANGE`; an address that
         *     nobody has is 422 `VPA_UNKNOWN`; a reference that an earlier request has is 409 `REFERENCE_USED`. When the payer has
         *     answered, or the request has expired, the callback `collectUpdated` says so. [ours]
         */
        post: operations["createCollect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collects/{collectId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a collect request
         * @description Gives how a request stands. An unknown one is 404 `COLLECT_UNKNOWN`. [ours]
         */
        get: operations["getCollect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/collects/{collectId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a collect request
         * @description Takes a request back that the payer has not answered. One that was answered, has expired, or was cancelled before is
         *     refused with 409 `COLLECT_FINAL`. There is no callback: who cancels knows. [ours]
         */
        post: operations["cancelCollect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    collectUpdated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Be told what became of a collect request
         * @description What is sent to the application's webhook address when a payer has answered or a request has expired, signed by the
         *     rules of Standard Webhooks with a secret of the application: check the signature over `webhook-id`,
         *     `webhook-timestamp` and the body. A message can come twice. [ours]
         */
        post: operations["receiveCollectUpdate"];
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
         * New collect
         * @description Who is asked for how much.
         */
        NewCollect: {
            merchantReference: components["schemas"]["MerchantReference"];
            payerVpa: components["schemas"]["Vpa"];
            amount: components["schemas"]["Money"];
            note?: components["schemas"]["CollectNote"];
            expiresIn?: components["schemas"]["CollectValidity"];
        };
        /**
         * Collect validity
         * @description How long the payer can answer, as an ISO 8601 duration. Without it, 30 minutes.
         * @enum {string}
         */
        CollectValidity: "PT5M" | "PT30M" | "PT24H";
        /**
         * Collect
         * @description A request for money and how it stands.
         */
        Collect: {
            collectId: components["schemas"]["CollectIdentifier"];
            merchantReference: components["schemas"]["MerchantReference"];
            payerVpa: components["schemas"]["Vpa"];
            amount: components["schemas"]["Money"];
            note?: components["schemas"]["CollectNote"];
            status: components["schemas"]["CollectStatus"];
            reason?: components["schemas"]["DeclineReason"];
            rrn?: components["schemas"]["RetrievalReference"];
            /**
             * Format: date-time
             * @description When the request was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Until when the payer can answer.
             */
            expiresAt: string;
        };
        /**
         * Collect page
         * @description A page of collect requests.
         */
        CollectPage: {
            /** @description How many there are on all pages. */
            total: number;
            /** @description The requests of this page. */
            collects: components["schemas"]["Collect"][];
            /**
             * Format: uri
             * @description The address of the next page; absent on the last one.
             */
            next?: string;
        };
        /**
         * Collect update
         * @description What became of a collect request.
         */
        CollectUpdate: {
            collectId: components["schemas"]["CollectIdentifier"];
            merchantReference: components["schemas"]["MerchantReference"];
            status: components["schemas"]["CollectStatus"];
            amount: components["schemas"]["Money"];
            reason?: components["schemas"]["DeclineReason"];
            rrn?: components["schemas"]["RetrievalReference"];
        };
        /**
         * Collect status
         * @description Whether the payer was asked, has paid, has refused, has not answered in time, or need not any more.
         * @enum {string}
         */
        CollectStatus: "pending" | "approved" | "declined" | "expired" | "cancelled";
        /**
         * Decline reason
         * @description Why the payer has not paid.
         * @enum {string}
         */
        DeclineReason: "payer_declined" | "insufficient_funds" | "limit_exceeded" | "wrong_pin";
        /**
         * Collect identifier
         * @description Identifies a collect request.
         */
        CollectIdentifier: string;
        /**
         * Merchant reference
         * @description The application's own name of the request, which no other request of its has.
         * @example order-4711
         */
        MerchantReference: string;
        /**
         * Retrieval reference
         * @description The number of the payment at the banks (RRN), once it was made.
         */
        RetrievalReference: string;
        /**
         * Collect note
         * @description What the payer reads.
         */
        CollectNote: string;
        /**
         * VPA
         * @description A UPI virtual payment address.
         * @example john@okhdfc
         */
        Vpa: string;
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
         * @description The request's id, as `POST /collects` gave it.
         * @example 8c2e5c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
         */
        CollectId: components["schemas"]["CollectIdentifier"];
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
        /** @description Where the request can be read. */
        CollectLocation: string;
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
export type NewCollect = components['schemas']['NewCollect'];
export type CollectValidity = components['schemas']['CollectValidity'];
export type Collect = components['schemas']['Collect'];
export type CollectPage = components['schemas']['CollectPage'];
export type CollectUpdate = components['schemas']['CollectUpdate'];
export type CollectStatus = components['schemas']['CollectStatus'];
export type DeclineReason = components['schemas']['DeclineReason'];
export type CollectIdentifier = components['schemas']['CollectIdentifier'];
export type MerchantReference = components['schemas']['MerchantReference'];
export type RetrievalReference = components['schemas']['RetrievalReference'];
export type CollectNote = components['schemas']['CollectNote'];
export type Vpa = components['schemas']['Vpa'];
export type Money = components['schemas']['Money'];
export type Problem = components['schemas']['Problem'];
export type Amount = components['schemas']['Amount'];
export type CurrencyCode = components['schemas']['CurrencyCode'];
export type Violation = components['schemas']['Violation'];
export type $defs = Record<string, never>;
export interface operations {
    listCollects: {
        parameters: {
            query?: {
                /** @description Only requests of this status. */
                status?: components["schemas"]["CollectStatus"];
                /** @description Which page, from 1. A page beyond the end is empty. */
                page?: number;
                /** @description How many there are on a page. */
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of requests. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectPage"];
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
    createCollect: {
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
                "application/json": components["schemas"]["NewCollect"];
            };
        };
        responses: {
            /** @description The request was sent to the payer. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    Location: components["headers"]["CollectLocation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collect"];
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
    getCollect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The request's id, as `POST /collects` gave it.
                 * @example 8c2e5c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                collectId: components["parameters"]["CollectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collect"];
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
    cancelCollect: {
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
                 * @description The request's id, as `POST /collects` gave it.
                 * @example 8c2e5c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                collectId: components["parameters"]["CollectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collect"];
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
    receiveCollectUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CollectUpdate"];
            };
        };
        responses: {
            /** @description The message was taken. Any status of 200 to 299 says so. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
