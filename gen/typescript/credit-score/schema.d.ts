// Generated from the document of the API Credit score 1.0.0. Not to be edited.
export interface paths {
    "/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request a credit report
         * @description Asks the bureau for a person's score. The person has consented to this very purpose: a consent that was not given is
         *     refused with 422 `CONSENT_MISSING`, one from the future or older than 30 days with 422 `CONSENT_NOT_VALID`. The
         *     report can be read for 30 days. [ours]
         */
        post: operations["requestCreditReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/{reference}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a credit report by its reference
         * @description Gives a report as it was made. One that there is not is 404 `REPORT_UNKNOWN`, one that is no longer valid by the
         *     sandbox's clock 404 `REPORT_EXPIRED`. [ours]
         */
        get: operations["getCreditReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the score bands
         * @description Gives the bands that scores from 300 to 900 fall into, the best first. [ours]
         */
        get: operations["listScoreBands"];
        put?: never;
        post?: never;
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
         * Credit report request
         * @description Whose report is requested, and with which consent.
         */
        CreditReportRequest: {
            person: components["schemas"]["CreditPerson"];
            consent: components["schemas"]["Consent"];
        };
        /**
         * Credit person
         * @description Whose score it is.
         */
        CreditPerson: {
            name: components["schemas"]["PersonName"];
            pan: components["schemas"]["Pan"];
            dob: components["schemas"]["DateOfBirth"];
            mobile: components["schemas"]["MobileNumber"];
        };
        /**
         * Consent
         * @description That the person has agreed to the request.
         */
        Consent: {
            /** @description Whether the person has consented. Without that there is no report. */
            given: boolean;
            /**
             * Format: date-time
             * @description When the person has consented.
             */
            at: string;
            purpose: components["schemas"]["ConsentPurpose"];
        };
        /**
         * Consent purpose
         * @description What the score is requested for.
         * @enum {string}
         */
        ConsentPurpose: "loan_application" | "card_application" | "account_review" | "own_information";
        /**
         * Credit report
         * @description What the bureau has said. `score` and `band` are there where the status is `scored` or `disputed`, `accounts` and
         *     `overdue` where the bureau knows the person and the report is not frozen.
         */
        CreditReport: {
            reference: components["schemas"]["ReportReference"];
            status: components["schemas"]["ReportStatus"];
            name: components["schemas"]["PersonName"];
            pan: components["schemas"]["MaskedText"];
            score?: components["schemas"]["Score"];
            band?: components["schemas"]["ScoreBandName"];
            /** @description What the score comes from, the most important first, each fit to be shown to an end user. */
            factors: string[];
            /** @description How many loans and cards the bureau knows of. */
            accounts?: number;
            /** @description How many of them are overdue. */
            overdue?: number;
            /**
             * Format: date-time
             * @description When the report was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Until when it can be read.
             */
            validUntil: string;
        };
        /**
         * Report status
         * @description What the bureau knows:
         *
         *     - `scored`: there is a score;
         *     - `thin_file`: the person is known, for too short a time or with too few accounts for a score;
         *     - `no_hit`: the bureau does not know the person;
         *     - `frozen`: the person has had the report locked, and nothing of it is told;
         *     - `disputed`: there is a score, and the person has disputed what it comes from.
         * @enum {string}
         */
        ReportStatus: "scored" | "thin_file" | "no_hit" | "frozen" | "disputed";
        /**
         * Score
         * @description The score; the higher, the better.
         */
        Score: number;
        /**
         * Score band name
         * @description The band that a score falls into.
         * @enum {string}
         */
        ScoreBandName: "excellent" | "good" | "fair" | "poor" | "very_poor";
        /**
         * Score band
         * @description A band of scores, both ends included.
         */
        ScoreBand: {
            band: components["schemas"]["ScoreBandName"];
            from: components["schemas"]["Score"];
            to: components["schemas"]["Score"];
            /** @description What the band means for somebody who asks for credit. */
            meaning: string;
        };
        /**
         * Score band list
         * @description The bands, the best first.
         */
        ScoreBandList: {
            /** @description The bands. */
            bands: components["schemas"]["ScoreBand"][];
        };
        /**
         * Report reference
         * @description Identifies a report.
         * @example 0b9d5f0e-5d5c-4a1c-9d1e-2f7f3a1f0a11
         */
        ReportReference: string;
        /**
         * Person name
         * @description A person's full name.
         */
        PersonName: string;
        /**
         * PAN
         * @description A permanent account number of the Indian income tax department.
         * @example ABCDE1234F
         */
        Pan: string;
        /**
         * Date of birth
         * Format: date
         * @description A person's date of birth (ISO 8601).
         * @example 1990-01-01
         */
        DateOfBirth: string;
        /**
         * Mobile number
         * @description A mobile number of digits only, with or without a country code and its `+`.
         * @example 9876543210
         */
        MobileNumber: string;
        /**
         * Masked text
         * @description A value of which only the last two characters can be read.
         * @example ***10
         */
        MaskedText: string;
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
         *     [ours]
         * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
         */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: {
        /** @description Where the report can be read again. */
        ReportLocation: string;
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
export type CreditReportRequest = components['schemas']['CreditReportRequest'];
export type CreditPerson = components['schemas']['CreditPerson'];
export type Consent = components['schemas']['Consent'];
export type ConsentPurpose = components['schemas']['ConsentPurpose'];
export type CreditReport = components['schemas']['CreditReport'];
export type ReportStatus = components['schemas']['ReportStatus'];
export type Score = components['schemas']['Score'];
export type ScoreBandName = components['schemas']['ScoreBandName'];
export type ScoreBand = components['schemas']['ScoreBand'];
export type ScoreBandList = components['schemas']['ScoreBandList'];
export type ReportReference = components['schemas']['ReportReference'];
export type PersonName = components['schemas']['PersonName'];
export type Pan = components['schemas']['Pan'];
export type DateOfBirth = components['schemas']['DateOfBirth'];
export type MobileNumber = components['schemas']['MobileNumber'];
export type MaskedText = components['schemas']['MaskedText'];
export type Problem = components['schemas']['Problem'];
export type Violation = components['schemas']['Violation'];
export type $defs = Record<string, never>;
export interface operations {
    requestCreditReport: {
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
                "application/json": components["schemas"]["CreditReportRequest"];
            };
        };
        responses: {
            /** @description The report. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    Location: components["headers"]["ReportLocation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditReport"];
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
    getCreditReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The report's reference, as `POST /reports` gave it.
                 * @example 0b9d5f0e-5d5c-4a1c-9d1e-2f7f3a1f0a11
                 */
                reference: components["schemas"]["ReportReference"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditReport"];
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
    listScoreBands: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bands. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoreBandList"];
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
}
