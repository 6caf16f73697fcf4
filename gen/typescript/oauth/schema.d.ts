// Generated from the document of the API OAuth 1.0.0. Not to be edited.
export interface paths {
    "/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get an access token
         * @description Gives an access token to an application (RFC 6749, section 4.4). The application proves itself with HTTP Basic:
         *     its client ID is the user, its client secret the password. `scope` names the scopes that it wants, with blanks
         *     between them; each API that needs tokens has one scope. Without `scope` the token has the scopes of all APIs
         *     that the application is subscribed to; `scope` in the answer says which those are.
         *
         *     A request is refused with:
         *     - 400 `invalid_request`: `grant_type` is missing, a parameter is there twice, the form cannot be read, or the
         *       secret is sent in the form as well;
         *     - 401 `invalid_client`: no credentials, unknown ones, a wrong or ended secret, a deleted application, or an
         *       `x-api-key` that is not the client ID. The answers do not tell these apart, and they take the same time;
         *     - 400 `unauthorized_client`: the application's `oauthType` is not 2.0, or it or its organisation is disabled or
         *       suspended;
         *     - 400 `unsupported_grant_type`: any other grant than `client_credentials`;
         *     - 400 `invalid_scope`: a scope that is malformed, unknown, or of an API that the application is not subscribed
         *       to.
         *
         *     A parameter without a value counts as left out, and unknown parameters are ignored (RFC 6749, section 3.2). The
         *     call counts against the organisation's quota like any other authenticated call.
         *
         *     Not in the source: the token is a JWT (RFC 9068) that is signed with a key of `GET /jwks` and lives for 3,600
         *     seconds by the clock of the application's sandbox; no refresh token is given (RFC 6749, section 4.4.3); disabled
         *     and suspended applications get `unauthorized_client` here, where the APIs answer 403 with a code of their own.
         */
        post: operations["issueToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/introspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look into an access token
         * @description Tells whether a token is active and what it stands for (RFC 7662). The application proves itself as for `POST
         *     /token`. Of a token that is expired by the sandbox's clock, revoked, malformed, unknown or issued to another
         *     application, the answer is `{"active": false}` and nothing else. So is it when the token's application is no
         *     longer enabled.
         *
         *     `token_type_hint` is a hint only; values that are not known are ignored. A request without `token` is refused
         *     with 400 `invalid_request`, one without proof with 401 `invalid_client`.
         *
         *     Not in the source: that tokens can be introspected at all.
         */
        post: operations["introspectToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke an access token
         * @description Ends an access token of the application before its time (RFC 7009); every replica refuses it within a second.
         *     The application proves itself as for `POST /token`. The answer is 200 with nothing in it also for a token that
         *     is unknown, expired, revoked before or of another application, which stays as it is: nothing can be learnt about
         *     tokens of others.
         *
         *     `token_type_hint` is a hint only; `unsupported_token_type` is not used, because access tokens are the only ones
         *     and a hint that says otherwise is ignored. A request without `token` is refused with 400 `invalid_request`, one
         *     without proof with 401 `invalid_client`. While revocations cannot be recorded the answer is 503 with
         *     `Retry-After`, and the token must be taken to be still valid.
         *
         *     Not in the source: that tokens can be revoked at all.
         */
        post: operations["revokeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jwks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the signing keys
         * @description Gives the public keys that access tokens are signed with (RFC 7517). A key is listed before the first token is
         *     signed with it and until the last of its tokens has expired; the header `kid` of a token names its key. No
         *     credentials are needed. Keep the list as long as `Cache-Control` says and fetch it again when a `kid` is not in
         *     it.
         *
         *     Not in the source: keys are made by this server, at random, and replaced every 30 days.
         */
        get: operations["listSigningKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/oauth-authorization-server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Describe this authorisation server
         * @description Gives what clients need to know to use this API (RFC 8414, section 2): addresses, grants, ways to authenticate,
         *     scopes. No credentials are needed.
         *
         *     RFC 8414 derives the address from the issuer, which is this API's base address: a host that serves it at its
         *     root has the same document at `/.well-known/oauth-authorization-server/oauth/v1`. Not in the source: that there
         *     is such a description.
         */
        get: operations["getServerMetadata"];
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
         * Token request
         * @description What the token is for. Parameters beside these are ignored, as RFC 6749, section 3.2 demands.
         */
        TokenRequest: {
            /** @description `client_credentials`; any other is refused with `unsupported_grant_type`. */
            grant_type: string;
            /** @description The scopes, with blanks between them. A malformed one is refused with `invalid_scope`. */
            scope?: string;
            /** @description The client ID, which HTTP Basic has already given; when it is here, it must be the same. */
            client_id?: string;
            /** @description Not taken: the secret belongs into HTTP Basic (RFC 6749, section 2.3 forbids to send it in two ways). */
            client_secret?: string;
        };
        /**
         * Introspection request
         * @description The token to look into. Parameters beside these are ignored, as RFC 6749, section 3.2 demands.
         */
        IntrospectionRequest: {
            token: components["schemas"]["TokenText"];
            /** @description What kind of token it may be. */
            token_type_hint?: string;
            /** @description The client ID, which HTTP Basic has already given; when it is here, it must be the same. */
            client_id?: string;
            /** @description Not taken: the secret belongs into HTTP Basic (RFC 6749, section 2.3 forbids to send it in two ways). */
            client_secret?: string;
        };
        /**
         * Revocation request
         * @description The token to revoke. Parameters beside these are ignored, as RFC 6749, section 3.2 demands.
         */
        RevocationRequest: {
            token: components["schemas"]["TokenText"];
            /** @description What kind of token it may be. */
            token_type_hint?: string;
            /** @description The client ID, which HTTP Basic has already given; when it is here, it must be the same. */
            client_id?: string;
            /** @description Not taken: the secret belongs into HTTP Basic (RFC 6749, section 2.3 forbids to send it in two ways). */
            client_secret?: string;
        };
        /**
         * Token text
         * @description A token, as it was issued.
         */
        TokenText: string;
        /**
         * Token response
         * @description An access token (RFC 6749, section 5.1).
         */
        TokenResponse: {
            access_token: components["schemas"]["TokenText"];
            /**
             * @description How to send it: as a bearer token (RFC 6750).
             * @constant
             */
            token_type: "Bearer";
            /** @description For how many seconds of the sandbox's clock it is valid. */
            expires_in: number;
            scope: components["schemas"]["ScopeList"];
        };
        /**
         * Scope list
         * @description Scopes, with blanks between them (RFC 6749, section 3.3).
         * @example customers pan
         */
        ScopeList: string;
        /**
         * Introspection
         * @description What is known of a token (RFC 7662, section 2.2). Of a token that is not active nothing else is told. Times are
         *     those of the sandbox's clock, in seconds since 1970.
         */
        Introspection: {
            /** @description Whether it is valid now, for the application that asks. */
            active: boolean;
            scope?: components["schemas"]["ScopeList"];
            /** @description The application that it was issued to. */
            client_id?: string;
            /**
             * @description How it is sent.
             * @constant
             */
            token_type?: "Bearer";
            /** @description When it expires. */
            exp?: number;
            /** @description When it was issued. */
            iat?: number;
            /** @description From when it is valid. */
            nbf?: number;
            /** @description Whom it stands for: the application itself. */
            sub?: string;
            /** @description Where it is taken. */
            aud?: string;
            /**
             * Format: uri
             * @description Who issued it.
             */
            iss?: string;
            /** @description Its id. */
            jti?: string;
        };
        /**
         * OAuth error
         * @description Why a request was refused or failed (RFC 6749, section 5.2). There is nothing else in it; the id of the call is
         *     in the header `X-Request-Id`.
         * @example {
         *       "error": "invalid_scope",
         *       "error_description": "The application is not subscribed to an API of one of the scopes."
         *     }
         */
        OAuthError: {
            error: components["schemas"]["OAuthErrorCode"];
            /** @description What is wrong, in words for a developer. RFC 6749 keeps it to these characters. */
            error_description: string;
        };
        /**
         * OAuth error code
         * @description The kind of error: those of RFC 6749, section 5.2, and for what section 4.1.2.1 has other names, these. Not in
         *     the source: the last two, which the token endpoint of RFC 6749 does not know, stand for answers of 429, 500 and
         *     above.
         * @enum {string}
         */
        OAuthErrorCode: "invalid_request" | "invalid_client" | "invalid_grant" | "unauthorized_client" | "unsupported_grant_type" | "invalid_scope" | "unsupported_token_type" | "server_error" | "temporarily_unavailable";
        /**
         * JWK set
         * @description Public keys (RFC 7517, section 5).
         */
        JwkSet: {
            /** @description The keys, the one that signs now first. */
            keys: components["schemas"]["Jwk"][];
        };
        /**
         * JWK
         * @description One public key (RFC 7517, section 4). A key on an elliptic curve has `crv`, `x` and `y`, an RSA key has `n` and
         *     `e`.
         */
        Jwk: {
            kty: components["schemas"]["KeyType"];
            /**
             * @description What it is for.
             * @constant
             */
            use: "sig";
            /** @description The algorithm that it signs with. */
            alg: string;
            /** @description Its name. */
            kid: string;
            /** @description The curve. */
            crv?: string;
            /** @description The x coordinate. */
            x?: string;
            /** @description The y coordinate. */
            y?: string;
            /** @description The modulus. */
            n?: string;
            /** @description The exponent. */
            e?: string;
        };
        /**
         * Key type
         * @description The kind of key.
         * @enum {string}
         */
        KeyType: "EC" | "RSA" | "OKP";
        /**
         * Server metadata
         * @description What clients need to know (RFC 8414, section 2).
         */
        ServerMetadata: {
            /**
             * Format: uri
             * @description Who issues the tokens, as in their `iss`.
             */
            issuer: string;
            /**
             * Format: uri
             * @description Where tokens are issued.
             */
            token_endpoint: string;
            /**
             * Format: uri
             * @description Where tokens are looked into.
             */
            introspection_endpoint: string;
            /**
             * Format: uri
             * @description Where tokens are revoked.
             */
            revocation_endpoint: string;
            /**
             * Format: uri
             * @description Where the signing keys are.
             */
            jwks_uri: string;
            /** @description The scopes, one for each API that needs tokens. */
            scopes_supported: string[];
            /** @description Empty: there is no authorisation endpoint. */
            response_types_supported: string[];
            /** @description The grants. */
            grant_types_supported: components["schemas"]["GrantType"][];
            /** @description How an application proves itself to get a token. */
            token_endpoint_auth_methods_supported: components["schemas"]["ClientAuthentication"][];
            /** @description How an application proves itself to look into one. */
            introspection_endpoint_auth_methods_supported: components["schemas"]["ClientAuthentication"][];
            /** @description How an application proves itself to revoke one. */
            revocation_endpoint_auth_methods_supported: components["schemas"]["ClientAuthentication"][];
            /**
             * Format: uri
             * @description Where people can read about it.
             */
            service_documentation?: string;
        };
        /**
         * Grant type
         * @description A way to get a token.
         * @enum {string}
         */
        GrantType: "client_credentials";
        /**
         * Client authentication
         * @description A way for an application to prove itself.
         * @enum {string}
         */
        ClientAuthentication: "client_secret_basic";
    };
    responses: {
        /** @description The request is refused, as `error` says. */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                "Cache-Control": components["headers"]["CacheControl"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The application has not proved itself. */
        Unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                "Cache-Control": components["headers"]["CacheControl"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The caller may not do this, whoever it is; for example a plain HTTP call where HTTPS is required. */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description There is nothing at this address. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"];
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
                "application/json": components["schemas"]["OAuthError"];
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
                "application/json": components["schemas"]["OAuthError"];
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
                "application/json": components["schemas"]["OAuthError"];
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
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The body is no form. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                Accept: components["headers"]["Accept"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The request breaks a rule of the bank. */
        UnprocessableContent: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description A quota is used up, or too many attempts have failed. */
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
                "application/json": components["schemas"]["OAuthError"];
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
                "application/json": components["schemas"]["OAuthError"];
            };
        };
        /** @description The bank does not offer this. */
        NotImplemented: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["OAuthError"];
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
                "application/json": components["schemas"]["OAuthError"];
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
                "application/json": components["schemas"]["OAuthError"];
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
                "application/json": components["schemas"]["OAuthError"];
            };
        };
    };
    parameters: {
        /**
         * @description The application's key. It need not be sent; when it is, it must be the client ID of the credentials, else the
         *     answer is 401 `invalid_client`.
         * @example cQ7xJ2mVfLw9ZrT4uKpYhN
         */
        ApiKeyParameter: string;
    };
    requestBodies: never;
    headers: {
        /** @description Whether the answer may be kept. Answers about tokens and secrets are `no-store`. */
        CacheControl: string;
        /** @description `no-cache`, for caches from before HTTP/1.1 (RFC 6749, section 5.1). */
        Pragma: string;
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
export type TokenRequest = components['schemas']['TokenRequest'];
export type IntrospectionRequest = components['schemas']['IntrospectionRequest'];
export type RevocationRequest = components['schemas']['RevocationRequest'];
export type TokenText = components['schemas']['TokenText'];
export type TokenResponse = components['schemas']['TokenResponse'];
export type ScopeList = components['schemas']['ScopeList'];
export type Introspection = components['schemas']['Introspection'];
export type OAuthError = components['schemas']['OAuthError'];
export type OAuthErrorCode = components['schemas']['OAuthErrorCode'];
export type JwkSet = components['schemas']['JwkSet'];
export type Jwk = components['schemas']['Jwk'];
export type KeyType = components['schemas']['KeyType'];
export type ServerMetadata = components['schemas']['ServerMetadata'];
export type GrantType = components['schemas']['GrantType'];
export type ClientAuthentication = components['schemas']['ClientAuthentication'];
export type $defs = Record<string, never>;
export interface operations {
    issueToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The application's key. It need not be sent; when it is, it must be the client ID of the credentials, else the
                 *     answer is 401 `invalid_client`.
                 * @example cQ7xJ2mVfLw9ZrT4uKpYhN
                 */
                "x-api-key"?: components["parameters"]["ApiKeyParameter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description The token. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    Pragma: components["headers"]["Pragma"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenResponse"];
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
    introspectToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The application's key. It need not be sent; when it is, it must be the client ID of the credentials, else the
                 *     answer is 401 `invalid_client`.
                 * @example cQ7xJ2mVfLw9ZrT4uKpYhN
                 */
                "x-api-key"?: components["parameters"]["ApiKeyParameter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["IntrospectionRequest"];
            };
        };
        responses: {
            /** @description What is known of the token. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Introspection"];
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
    revokeToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The application's key. It need not be sent; when it is, it must be the client ID of the credentials, else the
                 *     answer is 401 `invalid_client`.
                 * @example cQ7xJ2mVfLw9ZrT4uKpYhN
                 */
                "x-api-key"?: components["parameters"]["ApiKeyParameter"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["RevocationRequest"];
            };
        };
        responses: {
            /** @description The token is not valid, or no longer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    "Cache-Control": components["headers"]["CacheControl"];
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
    listSigningKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JwkSet"];
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
    getServerMetadata: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The description. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerMetadata"];
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
