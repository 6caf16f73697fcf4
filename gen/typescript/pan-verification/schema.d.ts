// Generated from the document of the API PAN verification 1.0.0. Not to be edited.
export interface paths {
    "/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify a PAN
         * @description Says whether a PAN is valid, and whether name and date of birth are those that it was given to. Names are compared
         *     without regard to capital letters and to blanks around them. [ours]
         */
        post: operations["verifyPan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verifications/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify up to 50 PANs
         * @description Verifies PANs as `POST /verifications` does, and gives the outcomes in the order of the request, each with the id
         *     that it has there. Two of one id are refused with 422 `DUPLICATE_ID`, more than 50 with 400. [ours]
         */
        post: operations["verifyPanBatch"];
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
         * PAN holder
         * @description A PAN, and the person to whom it should belong.
         */
        PanHolder: {
            pan: components["schemas"]["Pan"];
            name: components["schemas"]["PersonName"];
            dob: components["schemas"]["DateOfBirth"];
        };
        /**
         * PAN batch
         * @description Several PANs to verify.
         */
        PanBatch: {
            /** @description The PANs, each with an id of the caller's own. */
            verifications: components["schemas"]["PanBatchItem"][];
        };
        /**
         * PAN batch item
         * @description One PAN of several.
         */
        PanBatchItem: {
            id: components["schemas"]["ItemId"];
            pan: components["schemas"]["Pan"];
            name: components["schemas"]["PersonName"];
            dob: components["schemas"]["DateOfBirth"];
        };
        /**
         * PAN verification
         * @description What was found out about a PAN. The comparisons are there where the PAN exists.
         */
        PanVerification: {
            pan: components["schemas"]["MaskedText"];
            status: components["schemas"]["PanStatus"];
            message: components["schemas"]["OutcomeMessage"];
            /** @description Whether the name is the one that the PAN was given to. */
            nameMatch?: boolean;
            /** @description Whether the date of birth is the one that the PAN was given to. */
            dobMatch?: boolean;
            aadhaar?: components["schemas"]["AadhaarLink"];
        };
        /**
         * PAN batch result
         * @description What was found out about each PAN.
         */
        PanBatchResult: {
            /** @description How many PANs were verified. */
            count: number;
            /** @description How many of them are valid. */
            valid: number;
            /** @description The outcomes, in the order of the request. */
            results: components["schemas"]["PanBatchOutcome"][];
        };
        /**
         * PAN batch outcome
         * @description What was found out about one PAN of several.
         */
        PanBatchOutcome: {
            id: components["schemas"]["ItemId"];
            pan: components["schemas"]["MaskedText"];
            status: components["schemas"]["PanStatus"];
            message: components["schemas"]["OutcomeMessage"];
            /** @description Whether the name is the one that the PAN was given to. */
            nameMatch?: boolean;
            /** @description Whether the date of birth is the one that the PAN was given to. */
            dobMatch?: boolean;
            aadhaar?: components["schemas"]["AadhaarLink"];
        };
        /**
         * PAN status
         * @description The outcome; of several that hold, the one that stands further up:
         *
         *     - `not_found`: there is no such PAN;
         *     - `fake`: the PAN was never given to anybody, and documents with it are forged;
         *     - `deactivated`: the PAN may no longer be used, because its holder has another one, or has died;
         *     - `name_mismatch`, `dob_mismatch`: it belongs to somebody of another name, or with another date of birth;
         *     - `minor`: its holder is under 18, by the sandbox's clock;
         *     - `not_linked`: it was not linked with an Aadhaar number in time, and is inoperative;
         *     - `valid`: none of these.
         * @enum {string}
         */
        PanStatus: "valid" | "name_mismatch" | "dob_mismatch" | "not_linked" | "deactivated" | "fake" | "minor" | "not_found";
        /**
         * Aadhaar link
         * @description Whether the PAN is linked with an Aadhaar number.
         * @enum {string}
         */
        AadhaarLink: "linked" | "not_linked" | "not_needed";
        /**
         * Outcome message
         * @description The outcome in a sentence, fit to be shown to an end user.
         */
        OutcomeMessage: string;
        /**
         * Person name
         * @description A person's full name, as it stands on the PAN card.
         * @example John Doe
         */
        PersonName: string;
        /**
         * Item id
         * @description The caller's own id of the item, unique within the batch.
         */
        ItemId: string;
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
    parameters: never;
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
export type PanHolder = components['schemas']['PanHolder'];
export type PanBatch = components['schemas']['PanBatch'];
export type PanBatchItem = components['schemas']['PanBatchItem'];
export type PanVerification = components['schemas']['PanVerification'];
export type PanBatchResult = components['schemas']['PanBatchResult'];
export type PanBatchOutcome = components['schemas']['PanBatchOutcome'];
export type PanStatus = components['schemas']['PanStatus'];
export type AadhaarLink = components['schemas']['AadhaarLink'];
export type OutcomeMessage = components['schemas']['OutcomeMessage'];
export type PersonName = components['schemas']['PersonName'];
export type ItemId = components['schemas']['ItemId'];
export type Pan = components['schemas']['Pan'];
export type DateOfBirth = components['schemas']['DateOfBirth'];
export type MaskedText = components['schemas']['MaskedText'];
export type Problem = components['schemas']['Problem'];
export type Violation = components['schemas']['Violation'];
export type $defs = Record<string, never>;
export interface operations {
    verifyPan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PanHolder"];
            };
        };
        responses: {
            /** @description What was found out. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PanVerification"];
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
    verifyPanBatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PanBatch"];
            };
        };
        responses: {
            /** @description What was found out about each. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PanBatchResult"];
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
