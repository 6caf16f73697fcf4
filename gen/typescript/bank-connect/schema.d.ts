// Generated from the document of the API BankConnect 1.0.0. Not to be edited.
export interface paths {
    "/net_banking_health/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell which banks' net banking works
         * @description Gives for every bank whether its net banking can be used now to collect statements, and what is wrong where it
         *     cannot. It needs `x-api-key` alone. Not in the source: every bank but AXIS and HDFC.
         */
        get: operations["getNetBankingHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the entities
         * @description Gives the application's entities, ten a page, oldest first. `link_id` keeps those of one link, of which there may
         *     be several; `count` counts what is kept, and `next` and `previous` keep the filter. They are absolute URLs of the
         *     host that was called, or null.
         *
         *     Not in the source: a `page` that is no whole number from 1, or beyond the last, is 404 with `Invalid page.`; the
         *     first page of an empty list exists.
         */
        get: operations["listEntities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/{entity_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an entity
         * @description Gives one entity. Not in the source: the answer where there is no such entity, or where `entity_id` is no UUID: 404
         *     with `Not found.`.
         */
        get: operations["getEntity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entity/{entity_id}/get_pdfs/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the statements of an entity
         * @description Gives the statements that an entity gave, with the address of each as a PDF. The address works for one hour from
         *     the making of this answer; asking again makes a new one. From 30 days after the upload on, `pdf_url` is an empty
         *     text. `pdf_password` is what opens the PDF, or null.
         *
         *     Not in the source: the order, which is that of the uploads; 404 with `Not found.` for an unknown entity. The
         *     demonstration statements of a sandbox are uploaded when their entity's statements are asked for the first time.
         */
        get: operations["getEntityPdfs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/statements/{statement_id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a statement as a PDF
         * @description Not in the source: this operation. It is where a `pdf_url` leads; use that as it is. No key is needed, since the
         *     signature holds the application and the time, and changing any part of the address breaks it: 401. A key that is
         *     sent all the same must be of the application that the address was made for.
         *
         *     The address works for one hour by the clock of the application's sandbox, then it is answered with 410. A statement
         *     that is not there any more is 404. The PDF is protected when the statement has a `pdf_password`.
         */
        get: operations["downloadStatement"];
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
         * Detail error
         * @description What went wrong.
         */
        DetailError: {
            /** @description A sentence that may be shown to people. */
            detail: string;
        };
        /**
         * Credentials error
         * @description What is answered whatever is wrong with the credentials.
         */
        CredentialsError: {
            /**
             * @description Always this sentence.
             * @constant
             */
            detail: "Authentication credentials were not provided.";
        };
        /**
         * Bank health
         * @description Whether a bank's net banking can be used.
         */
        BankHealth: {
            /**
             * @description The bank, in capitals.
             * @example AXIS
             */
            bank: string;
            /**
             * @description When this was found out, in UTC.
             * @example 2026-01-15 04:12:09
             */
            updated_at: string;
            /** @description Whether it works. */
            health_up: boolean;
            /** @description What is wrong; null while it works. */
            issue_details: string | null;
        };
        /**
         * Entity
         * @description Somebody whose statements are collected.
         */
        Entity: {
            /**
             * Format: uuid
             * @description The entity's id.
             */
            entity_id: string;
            /** @description What the application calls it, or the case that it belongs to. */
            link_id: string | null;
            /** @description Whatever the application has noted about it. */
            meta_data: string | null;
        };
        /**
         * Entity page
         * @description Up to ten entities.
         */
        EntityPage: {
            /** @description How many entities there are, on all pages. */
            count: number;
            /**
             * Format: uri
             * @description The absolute URL of the next page; null on the last.
             */
            next: string | null;
            /**
             * Format: uri
             * @description The absolute URL of the page before; null on the first.
             */
            previous: string | null;
            /** @description The entities of this page. */
            results: components["schemas"]["Entity"][];
        };
        /**
         * Statement list
         * @description The statements of an entity.
         */
        StatementList: {
            /** @description The statements, in the order in which they were uploaded. */
            statements: components["schemas"]["Statement"][];
        };
        /**
         * Statement
         * @description A bank statement that an entity gave.
         */
        Statement: {
            /**
             * Format: uuid
             * @description The statement's id.
             */
            statement_id: string;
            /** @description The bank, in small letters. */
            bank_name: string;
            /** @description What opens the PDF; null when nothing is needed. */
            pdf_password: string | null;
            /** @description Where the PDF is for one hour; an empty text from 30 days after the upload on. */
            pdf_url: string;
            /**
             * Format: uuid
             * @description The account that the statement is of.
             */
            account_id: string;
        };
    };
    responses: {
        /** @description The request breaks this contract. */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DetailError"];
            };
        };
        /** @description Credentials are missing, wrong or incomplete. */
        Unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CredentialsError"];
            };
        };
        /** @description The credentials are right, but do not allow this. */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DetailError"];
            };
        };
        /** @description There is nothing of the kind. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DetailError"];
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
                "application/json": components["schemas"]["DetailError"];
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
                "application/json": components["schemas"]["DetailError"];
            };
        };
        /** @description The request conflicts with what has happened before. */
        Conflict: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DetailError"];
            };
        };
        /** @description The address has expired. */
        Gone: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DetailError"];
            };
        };
        /** @description The body has a media type that is not taken. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                Accept: components["headers"]["Accept"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DetailError"];
            };
        };
        /** @description A quota is used up. */
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
                "application/json": components["schemas"]["DetailError"];
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
                "application/json": components["schemas"]["DetailError"];
            };
        };
        /** @description This is not done here. */
        NotImplemented: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DetailError"];
            };
        };
        /** @description A system behind the bank's gave an answer that cannot be used. */
        BadGateway: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DetailError"];
            };
        };
        /** @description The bank cannot answer now. */
        ServiceUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DetailError"];
            };
        };
        /** @description A system behind the bank's did not answer in time. */
        GatewayTimeout: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DetailError"];
            };
        };
    };
    parameters: {
        /**
         * @description The entity. Whatever is no UUID of one is answered with 404.
         * @example 00b04a13-15b8-4b1d-9f0c-2c8f7b7c3f0a
         */
        EntityIdParameter: string;
    };
    requestBodies: never;
    headers: {
        /** @description The name under which to save the file (RFC 6266). */
        ContentDisposition: string;
        /** @description Whether the answer may be kept; a statement may not. */
        CacheControl: string;
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
        /** @description The media types that the body may have, separated by commas. */
        Accept: string;
        /** @description What is left of the caller's quotas. A deployed sandbox sends it with every answer. */
        RateLimit: string;
        /** @description The caller's quotas. A deployed sandbox sends it with every answer. */
        RateLimitPolicy: string;
        /** @description After how many seconds to try again. */
        RetryAfter: number;
    };
    pathItems: never;
}
export type DetailError = components['schemas']['DetailError'];
export type CredentialsError = components['schemas']['CredentialsError'];
export type BankHealth = components['schemas']['BankHealth'];
export type Entity = components['schemas']['Entity'];
export type EntityPage = components['schemas']['EntityPage'];
export type StatementList = components['schemas']['StatementList'];
export type Statement = components['schemas']['Statement'];
export type $defs = Record<string, never>;
export interface operations {
    getNetBankingHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The banks. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankHealth"][];
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
    listEntities: {
        parameters: {
            query?: {
                /**
                 * @description The number of the page, from 1. Whatever is no such number is answered with 404.
                 * @example 2
                 */
                page?: string;
                /**
                 * @description Keeps the entities of this link.
                 * @example loan-1007
                 */
                link_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntityPage"];
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
    getEntity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The entity. Whatever is no UUID of one is answered with 404.
                 * @example 00b04a13-15b8-4b1d-9f0c-2c8f7b7c3f0a
                 */
                entity_id: components["parameters"]["EntityIdParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entity. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entity"];
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
    getEntityPdfs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The entity. Whatever is no UUID of one is answered with 404.
                 * @example 00b04a13-15b8-4b1d-9f0c-2c8f7b7c3f0a
                 */
                entity_id: components["parameters"]["EntityIdParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The statements. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementList"];
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
    downloadStatement: {
        parameters: {
            query?: {
                /**
                 * @description Whom the address was made for, sealed.
                 * @example aG9sZGVy
                 */
                holder?: string;
                /**
                 * @description When it ends, in seconds since 1970.
                 * @example 1768455000
                 */
                expires?: string;
                /**
                 * @description The signature over all of the address.
                 * @example c2lnbmF0dXJl
                 */
                signature?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The statement.
                 * @example 8d2f1f0e-7a3b-4f57-9d64-3f6a4f1d2b10
                 */
                statement_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The statement. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
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
