// Generated from the document of the API Deposits 1.0.1. Not to be edited.
export interface paths {
    "/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the form fields
         * @description Gives every field of the bank's forms by its dotted name, with what its values look like. The names of the
         *     fields with choices are the keys of `GET /choices`.
         */
        get: operations["listFields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the choices of the form fields
         * @description Gives the values that a field with choices can have. With `meta=true` each field also says whether its list is
         *     closed.
         */
        get: operations["listChoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/i18n/locales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the labels of one language
         * @description Gives the labels of the choices in one language, as a flat map of message keys. Not every key exists in every
         *     language, and spelling is the bank's. Not in the source: any other `locale` is refused with 400.
         */
        get: operations["getLocale"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/locations/states": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the states with a facility
         * @description Gives the states of a country in which the bank has a facility, and repeats the query. Not in the source: an
         *     unknown country gives an empty list.
         */
        get: operations["listStates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/locations/districts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the districts with a facility
         * @description Gives the districts of a state in which the bank has a facility, and repeats the query. Not in the source: an
         *     unknown place gives an empty list.
         */
        get: operations["listDistricts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/locations/cities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the cities with a facility
         * @description Gives the cities of a district in which the bank has a facility, and repeats the query. Not in the source: an
         *     unknown place gives an empty list.
         */
        get: operations["listCities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/branches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find branches
         * @description Finds the bank's branches in one of two ways: by `country` and `pin`, or by `country`, `state`, `district` and
         *     `city`. Not in the source: neither, both or an incomplete selection is refused with 400, and a place without a
         *     branch gives an empty list.
         */
        get: operations["findBranches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/login/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the terms that a login needs
         * @description Gives the terms that the customer must accept before login. They are set up for each application.
         */
        get: operations["getLoginTerms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/login/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a login
         * @description Checks who the customer is and which terms were accepted, opens a session and sends the customer a challenge.
         *
         *     Not in the source: everything about this operation but its path and purpose. The request carries exactly one of
         *     `dob` and `pan`; otherwise it is refused with 400 `LOGIN_IDENTITY`. An unknown customer is refused with 401, a
         *     term that is not accepted with 422. A session lives for five minutes.
         */
        post: operations["authorizeLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/login/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish a login
         * @description Exchanges the customer's answer to the challenge for tokens.
         *
         *     Not in the source: a wrong OTP is refused with 401 `OTP_INVALID`, the third one locks the session (403
         *     `SESSION_LOCKED`), and an unknown, used or expired session is refused with 401. In the sandbox every session's
         *     OTP is `123456`.
         */
        post: operations["issueLoginToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/token/exchange": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange another login's token
         * @description Exchanges a token of another login for the tokens of this API, for applications whose customers log in
         *     elsewhere. Not in the source: a token that is not recognised is refused with 401.
         */
        post: operations["exchangeToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/info/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get my profile
         * @description Gives the logged-in customer's profile, masked.
         */
        get: operations["getMyProfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/info/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my accounts
         * @description Gives the logged-in customer's accounts. Account numbers, names and dates of birth are masked; balances,
         *     addresses and relationships are not. Not in the source: a customer without accounts gets an empty list.
         */
        get: operations["listMyAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/fd/calculator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Calculate what my fixed deposit would earn
         * @description Calculates the returns of a fixed deposit for the logged-in customer, if it began today.
         *
         *     Not in the source: the rate is 10.5 per cent a year, half a point more from the age of 60; under six months
         *     interest is simple and paid at maturity, from six months it compounds quarterly or is paid monthly or quarterly.
         *     An unknown variant or option, an amount or tenure outside the product's range, and regular payouts under six
         *     months are refused with 422.
         */
        post: operations["calculateMyFd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/verifications/upi-vpa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify my VPA
         * @description Checks whether a VPA belongs to the logged-in customer. A VPA that does not is no error: the answer is 200 with
         *     `status: failed` and the reason. Not in the source: every reason but name-mismatch; when the payment service
         *     provider does not answer in time, the call ends with 504 `PSP_TIMEOUT`.
         */
        post: operations["verifyMyVpa"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/verifications/bank-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify my bank account
         * @description Checks whether an account at any bank belongs to the logged-in customer. An account that does not is no error:
         *     the answer is 200 with `status: failed` and the reason. Not in the source: every reason but name-mismatch.
         */
        post: operations["verifyMyBankAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my products
         * @description Gives every product that the logged-in customer can be offered, without conditions. Not in the source: the
         *     filter `variant` on this list, and that an unknown variant gives an empty list.
         */
        get: operations["listMyProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/products/fd": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my fixed deposit products
         * @description Gives the fixed deposits that the logged-in customer can be offered, with conditions, eligibility and options.
         *     Not in the source: an unknown variant gives an empty list.
         */
        get: operations["listMyFdProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/products/sa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List my savings account products
         * @description Gives the savings accounts that the logged-in customer can be offered, with conditions, eligibility and options.
         *     Not in the source: an unknown variant gives an empty list.
         */
        get: operations["listMySaProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/my/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit a form
         * @description Opens fixed deposits and savings accounts for the logged-in customer, several at once if wanted, and says how the
         *     money for them was paid.
         *
         *     Not in the source: these rules, each refused with 422 and its own `code`. The payments total the sum of all
         *     `depositAmount` and `initialDeposit`, in one currency; `sections` is empty exactly when that sum is zero; only
         *     payments with `status: paid` are taken. A joint account names at least two holders with distinct `order` and how
         *     it is operated; a minor's account names the minor. Simultaneous nominees carry a `sharePct` that totals 100,
         *     successive ones carry none; there are at most four nominees. Ids are unique within the form, and so are payment
         *     transaction ids.
         */
        post: operations["submitMyForm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find a customer
         * @description Finds the one customer with this mobile number, date of birth and PAN, and gives the data unmasked. Not in the
         *     source: when there is none, the answer is 404.
         */
        post: operations["findCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/info/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a customer's profile
         * @description Gives a customer's profile, masked. Not in the source: an unknown customer is answered with 404.
         */
        post: operations["getCustomerProfile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/customers/fd/calculator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Calculate what a customer's fixed deposit would earn
         * @description Calculates the returns of a fixed deposit for any customer, as `POST /my/fd/calculator` does for the logged-in
         *     one. Not in the source: an unknown customer is answered with 404.
         */
        post: operations["calculateCustomerFd"];
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
         * Field catalogue
         * @description What each field looks like, by the field's dotted name.
         */
        FieldCatalogue: {
            [key: string]: components["schemas"]["FieldDefinition"];
        };
        /**
         * Field definition
         * @description What a field's values look like. Beside `type` it has exactly one of `choice`, `format` and `pattern`.
         */
        FieldDefinition: {
            type: components["schemas"]["FieldType"];
            /** @description True when `GET /choices` lists the field's values. */
            choice?: boolean;
            format?: components["schemas"]["FieldFormat"];
            /** @description A regular expression that the values match. */
            pattern?: string;
        };
        /**
         * Field type
         * @description The JSON type of a field's values.
         * @enum {string}
         */
        FieldType: "string";
        /**
         * Field format
         * @description The format of a field's values, as JSON Schema names it.
         * @enum {string}
         */
        FieldFormat: "date" | "email";
        /**
         * Choice catalogue
         * @description The choices of each field, by the field's dotted name.
         */
        ChoiceCatalogue: {
            [key: string]: components["schemas"]["FieldChoices"];
        };
        /**
         * Field choices
         * @description The choices of one field, as a bare list, or with `meta=true` as an object.
         */
        FieldChoices: components["schemas"]["ChoiceValues"] | components["schemas"]["ChoiceMeta"];
        /**
         * Choice values
         * @description The values of a field.
         */
        ChoiceValues: string[];
        /**
         * Choice meta
         * @description The values of a field, and whether there are others.
         */
        ChoiceMeta: {
            /** @description Whether the list is closed. The values of an open list are suggestions. */
            enum: boolean;
            values: components["schemas"]["ChoiceValues"];
        };
        /**
         * Locale
         * @description A language by its ISO 639-1 code.
         * @enum {string}
         */
        Locale: "en" | "hi";
        /**
         * Locale messages
         * @description Labels by message key, such as `choices.account.openMode.solo`.
         */
        LocaleMessages: {
            [key: string]: string;
        };
        /**
         * Facility
         * @description What a bank has at a place. Not in the source: any other than a branch, so that it is refused with 400.
         * @enum {string}
         */
        Facility: "branch";
        /**
         * Place name
         * @description The name of a district or city.
         * @example Mumbai Suburban
         */
        PlaceName: string;
        /** State list */
        StateList: {
            country: components["schemas"]["CountryCode"];
            facility: components["schemas"]["Facility"];
            states: components["schemas"]["StateCode"][];
        };
        /** District list */
        DistrictList: {
            country: components["schemas"]["CountryCode"];
            facility: components["schemas"]["Facility"];
            state: components["schemas"]["StateCode"];
            districts: components["schemas"]["PlaceName"][];
        };
        /** City list */
        CityList: {
            country: components["schemas"]["CountryCode"];
            facility: components["schemas"]["Facility"];
            state: components["schemas"]["StateCode"];
            district: components["schemas"]["PlaceName"];
            cities: components["schemas"]["PlaceName"][];
        };
        /** Branch list */
        BranchList: {
            branches: components["schemas"]["Branch"][];
        };
        /**
         * Branch
         * @description A branch of the bank.
         */
        Branch: {
            /** @description The bank's own code of the branch. */
            code: string;
            name: string;
            ifsc: components["schemas"]["Ifsc"];
            /** @description The postal address in one line. */
            address: string;
        };
        /** Login term list */
        LoginTermList: {
            terms: components["schemas"]["LoginTerm"][];
        };
        /**
         * Login term
         * @description Something that the customer must accept. It has either a `documentUrl` or a `content`.
         */
        LoginTerm: {
            id: components["schemas"]["TermId"];
            /** @description The sentence to show beside the tick box. */
            summary: string;
            /**
             * Format: uri
             * @description Where the full text can be read.
             */
            documentUrl?: string;
            /** @description The full text. */
            content?: string;
        };
        /**
         * Term id
         * @description Identifies a term of the application.
         */
        TermId: string;
        /**
         * Login authorization
         * @description Who logs in, and what was accepted. Not in the source. Exactly one of `dob` and `pan` is given; a rule refuses
         *     neither and both with 400 `LOGIN_IDENTITY`.
         */
        LoginAuthorization: {
            mobile: components["schemas"]["MobileNumber"];
            dob?: components["schemas"]["DateOfBirth"];
            pan?: components["schemas"]["Pan"];
            /** @description The ids of the terms that the customer accepted. A rule refuses a missing one with 422. */
            acceptedTerms: components["schemas"]["TermId"][];
        };
        /**
         * Login challenge
         * @description An open session and what the customer is asked for. Not in the source.
         */
        LoginChallenge: {
            sessionId: components["schemas"]["SessionId"];
            challenge: components["schemas"]["ChallengeType"];
            /** @description How long the session lives, in seconds. */
            expiresIn: number;
            maskedMobile: components["schemas"]["MaskedText"];
        };
        /**
         * Challenge type
         * @description How the customer proves who they are. `otp` is a one-time password sent to the mobile number.
         * @enum {string}
         */
        ChallengeType: "otp";
        /**
         * Session id
         * @description Identifies a login session.
         */
        SessionId: string;
        /**
         * Challenge answer
         * @description The customer's answer to the challenge of a session.
         */
        ChallengeAnswer: {
            otp: components["schemas"]["OneTimePassword"];
            sessionId: components["schemas"]["SessionId"];
        };
        /**
         * One-time password
         * @description The six digits that the customer was sent.
         */
        OneTimePassword: string;
        /**
         * Token exchange
         * @description A token of another login.
         */
        TokenExchange: {
            token: components["schemas"]["Token"];
        };
        /**
         * Token set
         * @description A customer's tokens.
         */
        TokenSet: {
            accessToken: components["schemas"]["Token"];
            tokenType: components["schemas"]["TokenType"];
            /** @description How long the access token lives, in seconds. */
            expiresIn: number;
            refreshToken: components["schemas"]["Token"];
        };
        /**
         * Token type
         * @description How the access token is sent.
         * @enum {string}
         */
        TokenType: "Bearer";
        /**
         * Token
         * @description An opaque token.
         */
        Token: string;
        /**
         * Customer id
         * @description The bank's own id of a customer. It is opaque.
         */
        CustomerId: string;
        /**
         * Account id
         * @description The bank's own id of an account. It is opaque.
         */
        AccountId: string;
        /**
         * Assigned account id
         * @description The account number, when the bank assigned it beforehand.
         */
        AssignedAccountId: string;
        /**
         * Person name
         * @description A person's full name.
         */
        PersonName: string;
        /**
         * Profile
         * @description A customer's data, masked.
         */
        Profile: {
            name: components["schemas"]["MaskedText"];
            mobile: components["schemas"]["MaskedText"];
            email: components["schemas"]["MaskedText"];
            dob: components["schemas"]["BirthYear"];
            pan: components["schemas"]["MaskedText"];
        };
        /**
         * Customer search
         * @description What identifies a customer. All three must be the customer's.
         */
        CustomerSearch: {
            mobile: components["schemas"]["MobileNumber"];
            dob: components["schemas"]["DateOfBirth"];
            pan: components["schemas"]["Pan"];
        };
        /**
         * Customer profile query
         * @description Whose profile is wanted.
         */
        CustomerProfileQuery: {
            customerId: components["schemas"]["CustomerId"];
        };
        /**
         * Customer
         * @description A customer's data, unmasked.
         */
        Customer: {
            customerId: components["schemas"]["CustomerId"];
            name: components["schemas"]["PersonName"];
            mobile: components["schemas"]["MobileNumber"];
            dob: components["schemas"]["DateOfBirth"];
            pan: components["schemas"]["Pan"];
        };
        /**
         * Account permission
         * @description What may be done with an account.
         * @enum {string}
         */
        AccountPermission: "debit" | "credit";
        /** Account list */
        AccountList: components["schemas"]["Account"][];
        /**
         * Account
         * @description An account of the customer. Not in the source: an account without nominees has no `nomination`.
         */
        Account: {
            accountId: components["schemas"]["AccountId"];
            accountNo: components["schemas"]["MaskedText"];
            currentBalance: components["schemas"]["Money"];
            drawingLimit: components["schemas"]["Money"];
            nomination?: components["schemas"]["AccountNomination"];
        };
        /**
         * Account nomination
         * @description Who receives an existing account.
         */
        AccountNomination: {
            method: components["schemas"]["NominationMethod"];
            nominees: components["schemas"]["AccountNominee"][];
        };
        /**
         * Account nominee
         * @description A nominee of an existing account. Name and date of birth are masked.
         */
        AccountNominee: {
            name: components["schemas"]["MaskedText"];
            dob: components["schemas"]["BirthYear"];
            relationship: components["schemas"]["NomineeRelationship"];
            address: components["schemas"]["AccountAddress"];
            order: components["schemas"]["PersonOrder"];
            sharePct?: components["schemas"]["SharePercentage"];
        };
        /**
         * Account address
         * @description An address as the bank keeps it.
         */
        AccountAddress: {
            lines: components["schemas"]["AddressLines"];
            city: components["schemas"]["PlaceName"];
            state: components["schemas"]["StateCode"];
            country: components["schemas"]["CountryCode"];
            pin: components["schemas"]["PinCode"];
        };
        /**
         * Address lines
         * @description The lines of an address before the city.
         */
        AddressLines: string[];
        /**
         * FD calculation
         * @description The fixed deposit that the logged-in customer thinks of.
         */
        FdCalculation: {
            depositAmount: components["schemas"]["Money"];
            tenure: components["schemas"]["Tenure"];
            interestPaymentOption: components["schemas"]["InterestPaymentOption"];
            productVariant: components["schemas"]["ProductVariant"];
        };
        /**
         * Customer FD calculation
         * @description The fixed deposit that a customer thinks of. The source names no variant here.
         */
        CustomerFdCalculation: {
            customerId: components["schemas"]["CustomerId"];
            depositAmount: components["schemas"]["Money"];
            tenure: components["schemas"]["Tenure"];
            interestPaymentOption: components["schemas"]["InterestPaymentOption"];
        };
        /**
         * FD returns
         * @description What a fixed deposit earns.
         */
        FdReturns: {
            /**
             * Format: decimal
             * @description The rate of interest in per cent a year, as a decimal string.
             */
            roi: string;
            /**
             * Format: date
             * @description The day on which the deposit would begin.
             */
            startDate: string;
            /**
             * Format: date
             * @description The day on which it would mature.
             */
            maturityDate: string;
            interestEarned: components["schemas"]["Money"];
            maturityAmount: components["schemas"]["Money"];
        };
        /**
         * Interest payment option
         * @description When interest is paid. The list is open: `at_maturity`, `monthly` and `quarterly` are what the bank has today.
         *     Not in the source: the calculators refuse another value with 422.
         * @example at_maturity
         * @example monthly
         * @example quarterly
         */
        InterestPaymentOption: string;
        /**
         * VPA verification
         * @description The VPA to verify.
         */
        VpaVerification: {
            vpa: components["schemas"]["Vpa"];
        };
        /**
         * VPA verification outcome
         * @description Whether the VPA belongs to the logged-in customer.
         */
        VpaVerificationOutcome: components["schemas"]["VpaVerificationSuccess"] | components["schemas"]["VpaVerificationFailure"];
        /**
         * VPA verification success
         * @description The VPA belongs to the customer.
         */
        VpaVerificationSuccess: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            status: "success";
        };
        /**
         * VPA verification failure
         * @description The VPA does not belong to the customer, or it could not be found out.
         */
        VpaVerificationFailure: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            status: "failed";
            reason: components["schemas"]["VpaFailureReason"];
        };
        /**
         * VPA failure reason
         * @description Why a VPA was not verified. Not in the source: every reason but name-mismatch.
         * @enum {string}
         */
        VpaFailureReason: "urn:verification:vpa:name-mismatch" | "urn:verification:vpa:not-found" | "urn:verification:vpa:blocked" | "urn:verification:vpa:psp-down" | "urn:verification:vpa:name-unavailable";
        /**
         * Bank account verification
         * @description The account to verify.
         */
        BankAccountVerification: {
            accountNo: components["schemas"]["AccountNumber"];
            /** @description The IFSC of the account's branch. The source's own examples have ten characters, so those pass too. */
            ifsc: string;
        };
        /**
         * Account number
         * @description An account number at any bank.
         */
        AccountNumber: string;
        /**
         * Bank account verification outcome
         * @description Whether the account belongs to the logged-in customer.
         */
        BankAccountVerificationOutcome: components["schemas"]["BankAccountVerificationSuccess"] | components["schemas"]["BankAccountVerificationFailure"];
        /**
         * Bank account verification success
         * @description The account belongs to the customer.
         */
        BankAccountVerificationSuccess: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            status: "success";
        };
        /**
         * Bank account verification failure
         * @description The account does not belong to the customer, or it could not be found out.
         */
        BankAccountVerificationFailure: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            status: "failed";
            reason: components["schemas"]["BankAccountFailureReason"];
        };
        /**
         * Bank account failure reason
         * @description Why an account was not verified. Not in the source: every reason but name-mismatch.
         * @enum {string}
         */
        BankAccountFailureReason: "urn:verification:bank-account:name-mismatch" | "urn:verification:bank-account:not-found" | "urn:verification:bank-account:closed" | "urn:verification:bank-account:frozen" | "urn:verification:bank-account:invalid-ifsc" | "urn:verification:bank-account:bank-down" | "urn:verification:bank-account:name-unavailable";
        /**
         * Product category
         * @description What kind of product it is, a fixed deposit (`fd`) or a savings account (`sa`).
         * @enum {string}
         */
        ProductCategory: "fd" | "sa";
        /**
         * Product variant
         * @description The variant of a product, within its category.
         * @example withdrawable
         * @example regular
         */
        ProductVariant: string;
        /** Product summary list */
        ProductSummaryList: components["schemas"]["ProductSummary"][];
        /**
         * Product summary
         * @description A product without its conditions.
         */
        ProductSummary: {
            category: components["schemas"]["ProductCategory"];
            variant: components["schemas"]["ProductVariant"];
            currency: components["schemas"]["CurrencyCode"];
        };
        /** FD product list */
        FdProductList: {
            products: components["schemas"]["FdProduct"][];
        };
        /**
         * FD product
         * @description A fixed deposit.
         */
        FdProduct: {
            /** @constant */
            category: "fd";
            variant: components["schemas"]["ProductVariant"];
            currency: components["schemas"]["CurrencyCode"];
            conditions: components["schemas"]["FdConditions"];
            eligibility: components["schemas"]["ProductEligibility"];
            options: components["schemas"]["FdOptions"];
        };
        /**
         * FD conditions
         * @description What the deposit must keep to.
         */
        FdConditions: {
            depositAmountRange: components["schemas"]["MoneyRange"];
            tenureRange: components["schemas"]["TenureRange"];
        };
        /**
         * FD options
         * @description What the customer can choose.
         */
        FdOptions: {
            interestPaymentOptions: components["schemas"]["InterestPaymentOption"][];
            maturityInstructions: components["schemas"]["MaturityOption"][];
        };
        /** SA product list */
        SaProductList: {
            products: components["schemas"]["SaProduct"][];
        };
        /**
         * SA product
         * @description A savings account.
         */
        SaProduct: {
            /** @constant */
            category: "sa";
            variant: components["schemas"]["ProductVariant"];
            currency: components["schemas"]["CurrencyCode"];
            conditions: components["schemas"]["SaConditions"];
            eligibility: components["schemas"]["ProductEligibility"];
            options: components["schemas"]["SaOptions"];
        };
        /**
         * SA conditions
         * @description What the account must keep to.
         */
        SaConditions: {
            minBalance: components["schemas"]["MoneyBound"];
        };
        /**
         * SA options
         * @description What the customer can choose; for savings accounts nothing, so the object is empty.
         */
        SaOptions: Record<string, never>;
        /**
         * Product eligibility
         * @description Who can have the product.
         */
        ProductEligibility: {
            ageRange: components["schemas"]["AgeRange"];
            /** @description Only these. Without it everybody can have the product. */
            genders?: components["schemas"]["Gender"][];
        };
        /**
         * Gender
         * @enum {string}
         */
        Gender: "male" | "female" | "other";
        /**
         * Money range
         * @description A range of amounts.
         */
        MoneyRange: {
            min: components["schemas"]["MoneyBound"];
            max: components["schemas"]["MoneyBound"];
        };
        /**
         * Money bound
         * @description An end of a range of amounts.
         */
        MoneyBound: {
            /** @description Whether the value itself belongs to the range. */
            inclusive: boolean;
            value: components["schemas"]["Money"];
        };
        /**
         * Tenure range
         * @description A range of tenures.
         */
        TenureRange: {
            min: components["schemas"]["TenureBound"];
            max: components["schemas"]["TenureBound"];
        };
        /**
         * Tenure bound
         * @description An end of a range of tenures.
         */
        TenureBound: {
            /** @description Whether the value itself belongs to the range. */
            inclusive: boolean;
            value: components["schemas"]["Tenure"];
        };
        /**
         * Age range
         * @description A range of ages.
         */
        AgeRange: {
            min: components["schemas"]["AgeBound"];
            max: components["schemas"]["AgeBound"];
        };
        /**
         * Age bound
         * @description An end of a range of ages.
         */
        AgeBound: {
            /** @description Whether the value itself belongs to the range. */
            inclusive: boolean;
            /** @description An age in completed years. */
            value: number;
        };
        /**
         * Form submission
         * @description What to open, and how the money for it was paid.
         */
        FormSubmission: {
            /** @description The accounts to open. */
            instructions: components["schemas"]["FormInstruction"][];
            /** @description The payments; empty when nothing is paid. */
            sections: components["schemas"]["PaymentSection"][];
        };
        /**
         * Form receipt
         * @description The bank's word that it took the form.
         */
        FormReceipt: {
            /** @constant */
            status: "success";
            /** @description A sentence for the customer. */
            message: string;
        };
        /**
         * Form instruction
         * @description One account to open.
         */
        FormInstruction: components["schemas"]["OpenFd"] | components["schemas"]["OpenSa"];
        /**
         * Open FD
         * @description A fixed deposit to open.
         */
        OpenFd: components["schemas"]["OpenFdSolo"] | components["schemas"]["OpenFdJoint"] | components["schemas"]["OpenFdMinor"];
        /**
         * Open FD solo
         * @description A fixed deposit of one holder.
         */
        OpenFdSolo: {
            id: components["schemas"]["InstructionId"];
            /** @constant */
            instruction: "open_fd";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            openMode: "solo";
            productVariant: components["schemas"]["ProductVariant"];
            depositAmount: components["schemas"]["Money"];
            tenure: components["schemas"]["Tenure"];
            interestPaymentInstruction: components["schemas"]["InterestPaymentInstruction"];
            maturityInstruction: components["schemas"]["MaturityInstruction"];
            nomination?: components["schemas"]["Nomination"];
        };
        /**
         * Open FD joint
         * @description A fixed deposit of several holders.
         */
        OpenFdJoint: {
            id: components["schemas"]["InstructionId"];
            /** @constant */
            instruction: "open_fd";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            openMode: "joint";
            productVariant: components["schemas"]["ProductVariant"];
            depositAmount: components["schemas"]["Money"];
            tenure: components["schemas"]["Tenure"];
            interestPaymentInstruction: components["schemas"]["InterestPaymentInstruction"];
            maturityInstruction: components["schemas"]["MaturityInstruction"];
            operatedBy?: components["schemas"]["OperatedBy"];
            holders?: components["schemas"]["HolderList"];
            nomination?: components["schemas"]["Nomination"];
        };
        /**
         * Open FD minor
         * @description A fixed deposit of a minor.
         */
        OpenFdMinor: {
            id: components["schemas"]["InstructionId"];
            /** @constant */
            instruction: "open_fd";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            openMode: "minor";
            productVariant: components["schemas"]["ProductVariant"];
            depositAmount: components["schemas"]["Money"];
            tenure: components["schemas"]["Tenure"];
            interestPaymentInstruction: components["schemas"]["InterestPaymentInstruction"];
            maturityInstruction: components["schemas"]["MaturityInstruction"];
            minor?: components["schemas"]["Minor"];
            nomination?: components["schemas"]["Nomination"];
        };
        /**
         * Open SA
         * @description A savings account to open.
         */
        OpenSa: components["schemas"]["OpenSaSolo"] | components["schemas"]["OpenSaJoint"] | components["schemas"]["OpenSaMinor"];
        /**
         * Open SA solo
         * @description A savings account of one holder.
         */
        OpenSaSolo: {
            id: components["schemas"]["InstructionId"];
            /** @constant */
            instruction: "open_sa";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            openMode: "solo";
            productVariant: components["schemas"]["ProductVariant"];
            accountId?: components["schemas"]["AssignedAccountId"];
            initialDeposit?: components["schemas"]["Money"];
            nomination?: components["schemas"]["Nomination"];
        };
        /**
         * Open SA joint
         * @description A savings account of several holders.
         */
        OpenSaJoint: {
            id: components["schemas"]["InstructionId"];
            /** @constant */
            instruction: "open_sa";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            openMode: "joint";
            productVariant: components["schemas"]["ProductVariant"];
            accountId?: components["schemas"]["AssignedAccountId"];
            initialDeposit?: components["schemas"]["Money"];
            operatedBy?: components["schemas"]["OperatedBy"];
            holders?: components["schemas"]["HolderList"];
            nomination?: components["schemas"]["Nomination"];
        };
        /**
         * Open SA minor
         * @description A savings account of a minor.
         */
        OpenSaMinor: {
            id: components["schemas"]["InstructionId"];
            /** @constant */
            instruction: "open_sa";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            openMode: "minor";
            productVariant: components["schemas"]["ProductVariant"];
            accountId?: components["schemas"]["AssignedAccountId"];
            initialDeposit?: components["schemas"]["Money"];
            minor?: components["schemas"]["Minor"];
            nomination?: components["schemas"]["Nomination"];
        };
        /**
         * Instruction id
         * @description The caller's own id of the instruction, unique within the form. A rule refuses a repeated one with 422.
         */
        InstructionId: string;
        /**
         * Holder list
         * @description The holders of a joint account. A rule refuses fewer than two, a repeated `order` and the absence of the list
         *     with 422.
         */
        HolderList: components["schemas"]["Holder"][];
        /**
         * Holder
         * @description A holder of a joint account.
         */
        Holder: {
            type: components["schemas"]["PersonReferenceType"];
            customerId: components["schemas"]["CustomerId"];
            order: components["schemas"]["PersonOrder"];
        };
        /**
         * Minor
         * @description The minor whose account it is. A rule refuses the absence of the minor with 422.
         */
        Minor: {
            type: components["schemas"]["PersonReferenceType"];
            customerId: components["schemas"]["CustomerId"];
        };
        /**
         * Person reference type
         * @description How a person is named.
         * @enum {string}
         */
        PersonReferenceType: "customer_id";
        /**
         * Person order
         * @description The person's place in the list, from 1.
         */
        PersonOrder: number;
        /**
         * Operated by
         * @description Who operates a joint account. A rule refuses its absence with 422.
         * @enum {string}
         */
        OperatedBy: "former" | "anyone" | "jointly";
        /**
         * Interest payment instruction
         * @description When interest is paid.
         */
        InterestPaymentInstruction: {
            option: components["schemas"]["InterestPaymentOption"];
        };
        /**
         * Maturity option
         * @description What happens to a deposit at maturity.
         * @enum {string}
         */
        MaturityOption: "close" | "renew" | "convert";
        /**
         * Maturity instruction
         * @description What happens to the deposit at maturity.
         */
        MaturityInstruction: components["schemas"]["CloseAtMaturity"] | components["schemas"]["RenewAtMaturity"] | components["schemas"]["ConvertAtMaturity"];
        /**
         * Close at maturity
         * @description The deposit is closed and paid out.
         */
        CloseAtMaturity: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            option: "close";
        };
        /**
         * Renew at maturity
         * @description The deposit begins again. Not in the source: that `renewalOption` stands here.
         */
        RenewAtMaturity: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            option: "renew";
            renewalOption: components["schemas"]["RenewalOption"];
        };
        /**
         * Convert at maturity
         * @description The deposit is converted to another product.
         */
        ConvertAtMaturity: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            option: "convert";
        };
        /**
         * Renewal option
         * @description What is deposited again, principal and interest (`full`) or the principal alone.
         * @enum {string}
         */
        RenewalOption: "full" | "principal";
        /**
         * Nomination
         * @description Who receives the account.
         */
        Nomination: components["schemas"]["ReplicateNomination"] | components["schemas"]["InlineNomination"];
        /**
         * Replicate nomination
         * @description The same nominees as another account has.
         */
        ReplicateNomination: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "replicate";
            accountId: components["schemas"]["AccountId"];
        };
        /**
         * Inline nomination
         * @description The nominees themselves. A rule refuses more than four with 422.
         */
        InlineNomination: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "inline";
            method: components["schemas"]["NominationMethod"];
            nominees: components["schemas"]["Nominee"][];
        };
        /**
         * Nomination method
         * @description How several nominees receive the account: one after another (`successive`), or all at once in shares
         *     (`simultaneous`).
         * @enum {string}
         */
        NominationMethod: "successive" | "simultaneous";
        /**
         * Nominee
         * @description A person who receives the account.
         */
        Nominee: {
            name: components["schemas"]["PersonName"];
            dob: components["schemas"]["DateOfBirth"];
            relationship: components["schemas"]["NomineeRelationship"];
            address: components["schemas"]["FormAddress"];
            order: components["schemas"]["PersonOrder"];
            guardian?: components["schemas"]["Guardian"];
            sharePct?: components["schemas"]["SharePercentage"];
        };
        /**
         * Nominee relationship
         * @description What the nominee is to the customer. The list is open: `son`, `daughter`, `spouse`, `partner`, `parent` and
         *     `sibling` are what the bank suggests today.
         * @example son
         * @example daughter
         */
        NomineeRelationship: string;
        /**
         * Share percentage
         * Format: decimal
         * @description A nominee's share in per cent, as a decimal string. In a form rules refuse it with 422 when the nominees are
         *     successive, and its absence, or a total other than 100, when they are simultaneous.
         * @example 50
         */
        SharePercentage: string;
        /**
         * Guardian
         * @description Who acts for a nominee that is a minor.
         */
        Guardian: {
            name: components["schemas"]["PersonName"];
            address: components["schemas"]["FormAddress"];
        };
        /**
         * Form address
         * @description An address as forms write it, with the state's code with or without its country.
         */
        FormAddress: {
            lines: components["schemas"]["AddressLines"];
            city: components["schemas"]["PlaceName"];
            /** @description The state's code of two letters, or its ISO 3166-2 code. */
            state: string;
            /** @description India, by its name or its ISO 3166-1 code. */
            country: string;
            pin: components["schemas"]["PinCode"];
        };
        /**
         * Payment section
         * @description A payment towards the form.
         */
        PaymentSection: components["schemas"]["CashPayment"] | components["schemas"]["ChequePayment"] | components["schemas"]["NetBankingPayment"] | components["schemas"]["TransferPayment"] | components["schemas"]["UpiPayment"];
        /**
         * Cash payment
         * @description A payment in cash.
         */
        CashPayment: {
            id: components["schemas"]["SectionId"];
            /** @constant */
            section: "payment";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "cash";
            amount: components["schemas"]["Money"];
            paymentDate: components["schemas"]["PaymentDate"];
            paymentTxnId: components["schemas"]["PaymentTransactionId"];
            status: components["schemas"]["PaymentStatus"];
        };
        /**
         * Cheque payment
         * @description A payment by cheque.
         */
        ChequePayment: {
            id: components["schemas"]["SectionId"];
            /** @constant */
            section: "payment";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "cheque";
            amount: components["schemas"]["Money"];
            paymentDate: components["schemas"]["PaymentDate"];
            paymentTxnId: components["schemas"]["PaymentTransactionId"];
            status: components["schemas"]["PaymentStatus"];
            accountId: components["schemas"]["AccountId"];
            ifsc: components["schemas"]["Ifsc"];
            /** @description The number printed on the cheque. */
            chequeNo: string;
            /**
             * Format: date
             * @description The date written on the cheque.
             */
            chequeDate: string;
            /**
             * Format: date
             * @description The day on which the cheque was deposited.
             */
            depositDate: string;
        };
        /**
         * Net banking payment
         * @description A payment by net banking.
         */
        NetBankingPayment: {
            id: components["schemas"]["SectionId"];
            /** @constant */
            section: "payment";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "net_banking";
            amount: components["schemas"]["Money"];
            paymentDate: components["schemas"]["PaymentDate"];
            paymentTxnId: components["schemas"]["PaymentTransactionId"];
            status: components["schemas"]["PaymentStatus"];
            accountId: components["schemas"]["AccountId"];
            ifsc: components["schemas"]["Ifsc"];
            pg: components["schemas"]["PaymentGateway"];
        };
        /**
         * Transfer payment
         * @description A payment by transfer from another account.
         */
        TransferPayment: {
            id: components["schemas"]["SectionId"];
            /** @constant */
            section: "payment";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "transfer";
            amount: components["schemas"]["Money"];
            paymentDate: components["schemas"]["PaymentDate"];
            paymentTxnId: components["schemas"]["PaymentTransactionId"];
            status: components["schemas"]["PaymentStatus"];
            accountId: components["schemas"]["AccountId"];
            ifsc: components["schemas"]["Ifsc"];
            network: components["schemas"]["TransferNetwork"];
        };
        /**
         * UPI payment
         * @description A payment by UPI.
         */
        UpiPayment: {
            id: components["schemas"]["SectionId"];
            /** @constant */
            section: "payment";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "upi";
            amount: components["schemas"]["Money"];
            paymentDate: components["schemas"]["PaymentDate"];
            paymentTxnId: components["schemas"]["PaymentTransactionId"];
            status: components["schemas"]["PaymentStatus"];
            accountId: components["schemas"]["AccountId"];
            ifsc: components["schemas"]["Ifsc"];
            pg: components["schemas"]["PaymentGateway"];
            vpa: components["schemas"]["Vpa"];
        };
        /**
         * Section id
         * @description The caller's own id of the section, unique within the form. A rule refuses a repeated one with 422.
         */
        SectionId: string;
        /**
         * Payment transaction id
         * @description Identifies the payment where it was made. A rule refuses a repeated one within a form with 422.
         */
        PaymentTransactionId: string;
        /**
         * Payment status
         * @description How far the payment is. A rule refuses any but `paid` with 422.
         * @enum {string}
         */
        PaymentStatus: "paid" | "pending" | "failed";
        /**
         * Payment date
         * Format: date
         * @description The day of the payment.
         */
        PaymentDate: string;
        /**
         * Payment gateway
         * @description Who carried the payment out.
         */
        PaymentGateway: {
            /** @description The gateway's name. */
            name: string;
        };
        /**
         * Transfer network
         * @description The network that carried a transfer.
         * @enum {string}
         */
        TransferNetwork: "imps" | "neft" | "rtgs" | "upi";
        /**
         * State code
         * @description A state or union territory of India by its ISO 3166-2 code.
         * @example IN-MH
         */
        StateCode: string;
        /**
         * Country code
         * @description A country by its ISO 3166-1 code of two letters.
         * @example IN
         */
        CountryCode: string;
        /**
         * PIN code
         * @description An Indian postal code.
         * @example 400021
         */
        PinCode: string;
        /**
         * Currency code
         * @description A currency by its ISO 4217 code.
         * @example INR
         */
        CurrencyCode: string;
        /**
         * IFSC
         * @description The Indian Financial System Code of a bank's branch.
         * @example HDFC0000001
         */
        Ifsc: string;
        /**
         * Mobile number
         * @description A mobile number of digits only, with or without a country code and its `+`.
         * @example 9876543210
         */
        MobileNumber: string;
        /**
         * Date of birth
         * Format: date
         * @description A person's date of birth (ISO 8601).
         * @example 1990-01-01
         */
        DateOfBirth: string;
        /**
         * PAN
         * @description A permanent account number of the Indian income tax department.
         * @example ABCDE1234F
         */
        Pan: string;
        /**
         * Masked text
         * @description A value of which only the last two characters can be read.
         * @example ***10
         */
        MaskedText: string;
        /**
         * Birth year
         * @description A date of birth masked to its year.
         * @example 1990
         */
        BirthYear: string;
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
         * Tenure
         * Format: duration
         * @description A length of time in years, months and days, as an ISO 8601 duration.
         * @example P1Y
         * @example P6M
         * @example P7D
         */
        Tenure: string;
        /**
         * VPA
         * @description A UPI virtual payment address.
         * @example john@okhdfc
         */
        Vpa: string;
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
         * @description The country, by its ISO 3166-1 code of two letters.
         * @example IN
         */
        LocationCountry: components["schemas"]["CountryCode"];
        /**
         * @description What the bank must have there.
         * @example branch
         */
        LocationFacility: components["schemas"]["Facility"];
        /** @description Only products of this variant. */
        VariantFilter: components["schemas"]["ProductVariant"];
        /**
         * @description Makes it safe to send the request again: the same key with the same body gets the first answer once more, with
         *     another body 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409. Kept for at least 24 hours.
         *     Not in the source.
         * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
         */
        IdempotencyKey: string;
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
export type FieldCatalogue = components['schemas']['FieldCatalogue'];
export type FieldDefinition = components['schemas']['FieldDefinition'];
export type FieldType = components['schemas']['FieldType'];
export type FieldFormat = components['schemas']['FieldFormat'];
export type ChoiceCatalogue = components['schemas']['ChoiceCatalogue'];
export type FieldChoices = components['schemas']['FieldChoices'];
export type ChoiceValues = components['schemas']['ChoiceValues'];
export type ChoiceMeta = components['schemas']['ChoiceMeta'];
export type Locale = components['schemas']['Locale'];
export type LocaleMessages = components['schemas']['LocaleMessages'];
export type Facility = components['schemas']['Facility'];
export type PlaceName = components['schemas']['PlaceName'];
export type StateList = components['schemas']['StateList'];
export type DistrictList = components['schemas']['DistrictList'];
export type CityList = components['schemas']['CityList'];
export type BranchList = components['schemas']['BranchList'];
export type Branch = components['schemas']['Branch'];
export type LoginTermList = components['schemas']['LoginTermList'];
export type LoginTerm = components['schemas']['LoginTerm'];
export type TermId = components['schemas']['TermId'];
export type LoginAuthorization = components['schemas']['LoginAuthorization'];
export type LoginChallenge = components['schemas']['LoginChallenge'];
export type ChallengeType = components['schemas']['ChallengeType'];
export type SessionId = components['schemas']['SessionId'];
export type ChallengeAnswer = components['schemas']['ChallengeAnswer'];
export type OneTimePassword = components['schemas']['OneTimePassword'];
export type TokenExchange = components['schemas']['TokenExchange'];
export type TokenSet = components['schemas']['TokenSet'];
export type TokenType = components['schemas']['TokenType'];
export type Token = components['schemas']['Token'];
export type CustomerId = components['schemas']['CustomerId'];
export type AccountId = components['schemas']['AccountId'];
export type AssignedAccountId = components['schemas']['AssignedAccountId'];
export type PersonName = components['schemas']['PersonName'];
export type Profile = components['schemas']['Profile'];
export type CustomerSearch = components['schemas']['CustomerSearch'];
export type CustomerProfileQuery = components['schemas']['CustomerProfileQuery'];
export type Customer = components['schemas']['Customer'];
export type AccountPermission = components['schemas']['AccountPermission'];
export type AccountList = components['schemas']['AccountList'];
export type Account = components['schemas']['Account'];
export type AccountNomination = components['schemas']['AccountNomination'];
export type AccountNominee = components['schemas']['AccountNominee'];
export type AccountAddress = components['schemas']['AccountAddress'];
export type AddressLines = components['schemas']['AddressLines'];
export type FdCalculation = components['schemas']['FdCalculation'];
export type CustomerFdCalculation = components['schemas']['CustomerFdCalculation'];
export type FdReturns = components['schemas']['FdReturns'];
export type InterestPaymentOption = components['schemas']['InterestPaymentOption'];
export type VpaVerification = components['schemas']['VpaVerification'];
export type VpaVerificationOutcome = components['schemas']['VpaVerificationOutcome'];
export type VpaVerificationSuccess = components['schemas']['VpaVerificationSuccess'];
export type VpaVerificationFailure = components['schemas']['VpaVerificationFailure'];
export type VpaFailureReason = components['schemas']['VpaFailureReason'];
export type BankAccountVerification = components['schemas']['BankAccountVerification'];
export type AccountNumber = components['schemas']['AccountNumber'];
export type BankAccountVerificationOutcome = components['schemas']['BankAccountVerificationOutcome'];
export type BankAccountVerificationSuccess = components['schemas']['BankAccountVerificationSuccess'];
export type BankAccountVerificationFailure = components['schemas']['BankAccountVerificationFailure'];
export type BankAccountFailureReason = components['schemas']['BankAccountFailureReason'];
export type ProductCategory = components['schemas']['ProductCategory'];
export type ProductVariant = components['schemas']['ProductVariant'];
export type ProductSummaryList = components['schemas']['ProductSummaryList'];
export type ProductSummary = components['schemas']['ProductSummary'];
export type FdProductList = components['schemas']['FdProductList'];
export type FdProduct = components['schemas']['FdProduct'];
export type FdConditions = components['schemas']['FdConditions'];
export type FdOptions = components['schemas']['FdOptions'];
export type SaProductList = components['schemas']['SaProductList'];
export type SaProduct = components['schemas']['SaProduct'];
export type SaConditions = components['schemas']['SaConditions'];
export type SaOptions = components['schemas']['SaOptions'];
export type ProductEligibility = components['schemas']['ProductEligibility'];
export type Gender = components['schemas']['Gender'];
export type MoneyRange = components['schemas']['MoneyRange'];
export type MoneyBound = components['schemas']['MoneyBound'];
export type TenureRange = components['schemas']['TenureRange'];
export type TenureBound = components['schemas']['TenureBound'];
export type AgeRange = components['schemas']['AgeRange'];
export type AgeBound = components['schemas']['AgeBound'];
export type FormSubmission = components['schemas']['FormSubmission'];
export type FormReceipt = components['schemas']['FormReceipt'];
export type FormInstruction = components['schemas']['FormInstruction'];
export type OpenFd = components['schemas']['OpenFd'];
export type OpenFdSolo = components['schemas']['OpenFdSolo'];
export type OpenFdJoint = components['schemas']['OpenFdJoint'];
export type OpenFdMinor = components['schemas']['OpenFdMinor'];
export type OpenSa = components['schemas']['OpenSa'];
export type OpenSaSolo = components['schemas']['OpenSaSolo'];
export type OpenSaJoint = components['schemas']['OpenSaJoint'];
export type OpenSaMinor = components['schemas']['OpenSaMinor'];
export type InstructionId = components['schemas']['InstructionId'];
export type HolderList = components['schemas']['HolderList'];
export type Holder = components['schemas']['Holder'];
export type Minor = components['schemas']['Minor'];
export type PersonReferenceType = components['schemas']['PersonReferenceType'];
export type PersonOrder = components['schemas']['PersonOrder'];
export type OperatedBy = components['schemas']['OperatedBy'];
export type InterestPaymentInstruction = components['schemas']['InterestPaymentInstruction'];
export type MaturityOption = components['schemas']['MaturityOption'];
export type MaturityInstruction = components['schemas']['MaturityInstruction'];
export type CloseAtMaturity = components['schemas']['CloseAtMaturity'];
export type RenewAtMaturity = components['schemas']['RenewAtMaturity'];
export type ConvertAtMaturity = components['schemas']['ConvertAtMaturity'];
export type RenewalOption = components['schemas']['RenewalOption'];
export type Nomination = components['schemas']['Nomination'];
export type ReplicateNomination = components['schemas']['ReplicateNomination'];
export type InlineNomination = components['schemas']['InlineNomination'];
export type NominationMethod = components['schemas']['NominationMethod'];
export type Nominee = components['schemas']['Nominee'];
export type NomineeRelationship = components['schemas']['NomineeRelationship'];
export type SharePercentage = components['schemas']['SharePercentage'];
export type Guardian = components['schemas']['Guardian'];
export type FormAddress = components['schemas']['FormAddress'];
export type PaymentSection = components['schemas']['PaymentSection'];
export type CashPayment = components['schemas']['CashPayment'];
export type ChequePayment = components['schemas']['ChequePayment'];
export type NetBankingPayment = components['schemas']['NetBankingPayment'];
export type TransferPayment = components['schemas']['TransferPayment'];
export type UpiPayment = components['schemas']['UpiPayment'];
export type SectionId = components['schemas']['SectionId'];
export type PaymentTransactionId = components['schemas']['PaymentTransactionId'];
export type PaymentStatus = components['schemas']['PaymentStatus'];
export type PaymentDate = components['schemas']['PaymentDate'];
export type PaymentGateway = components['schemas']['PaymentGateway'];
export type TransferNetwork = components['schemas']['TransferNetwork'];
export type StateCode = components['schemas']['StateCode'];
export type CountryCode = components['schemas']['CountryCode'];
export type PinCode = components['schemas']['PinCode'];
export type CurrencyCode = components['schemas']['CurrencyCode'];
export type Ifsc = components['schemas']['Ifsc'];
export type MobileNumber = components['schemas']['MobileNumber'];
export type DateOfBirth = components['schemas']['DateOfBirth'];
export type Pan = components['schemas']['Pan'];
export type MaskedText = components['schemas']['MaskedText'];
export type BirthYear = components['schemas']['BirthYear'];
export type Money = components['schemas']['Money'];
export type Tenure = components['schemas']['Tenure'];
export type Vpa = components['schemas']['Vpa'];
export type Problem = components['schemas']['Problem'];
export type Amount = components['schemas']['Amount'];
export type Violation = components['schemas']['Violation'];
export type $defs = Record<string, never>;
export interface operations {
    listFields: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The fields. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldCatalogue"];
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
    listChoices: {
        parameters: {
            query?: {
                /** @description Whether to say for each field if its list is closed. */
                meta?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The choices, or with `meta=true` the choices and whether each list is closed. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChoiceCatalogue"];
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
    getLocale: {
        parameters: {
            query: {
                /** @description The language. */
                locale: components["schemas"]["Locale"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The labels by message key. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocaleMessages"];
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
    listStates: {
        parameters: {
            query: {
                /**
                 * @description The country, by its ISO 3166-1 code of two letters.
                 * @example IN
                 */
                country: components["parameters"]["LocationCountry"];
                /**
                 * @description What the bank must have there.
                 * @example branch
                 */
                facility: components["parameters"]["LocationFacility"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The states. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StateList"];
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
    listDistricts: {
        parameters: {
            query: {
                /**
                 * @description The country, by its ISO 3166-1 code of two letters.
                 * @example IN
                 */
                country: components["parameters"]["LocationCountry"];
                /**
                 * @description What the bank must have there.
                 * @example branch
                 */
                facility: components["parameters"]["LocationFacility"];
                /** @description The state, by its ISO 3166-2 code. */
                state: components["schemas"]["StateCode"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The districts. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DistrictList"];
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
    listCities: {
        parameters: {
            query: {
                /**
                 * @description The country, by its ISO 3166-1 code of two letters.
                 * @example IN
                 */
                country: components["parameters"]["LocationCountry"];
                /**
                 * @description What the bank must have there.
                 * @example branch
                 */
                facility: components["parameters"]["LocationFacility"];
                /** @description The state, by its ISO 3166-2 code. */
                state: components["schemas"]["StateCode"];
                /** @description The district, as `GET /locations/districts` spells it. */
                district: components["schemas"]["PlaceName"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cities. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CityList"];
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
    findBranches: {
        parameters: {
            query?: {
                /**
                 * @description The country, in both selections.
                 * @example IN
                 */
                country?: components["schemas"]["CountryCode"];
                /** @description The PIN code; not together with a place. */
                pin?: components["schemas"]["PinCode"];
                /** @description The place's state, by its ISO 3166-2 code. */
                state?: components["schemas"]["StateCode"];
                /** @description The place's district, as `GET /locations/districts` spells it. */
                district?: components["schemas"]["PlaceName"];
                /** @description The place's city, as `GET /locations/cities` spells it. */
                city?: components["schemas"]["PlaceName"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The branches. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BranchList"];
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
    getLoginTerms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The terms. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoginTermList"];
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
    authorizeLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginAuthorization"];
            };
        };
        responses: {
            /** @description The session and its challenge. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoginChallenge"];
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
    issueLoginToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChallengeAnswer"];
            };
        };
        responses: {
            /** @description The customer's tokens. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenSet"];
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
    exchangeToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenExchange"];
            };
        };
        responses: {
            /** @description The customer's tokens. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenSet"];
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
    getMyProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The profile. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
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
    listMyAccounts: {
        parameters: {
            query?: {
                /**
                 * @description Only accounts in this currency.
                 * @example INR
                 */
                currency?: components["schemas"]["CurrencyCode"];
                /**
                 * @description Only accounts that may be debited, or credited.
                 * @example debit
                 */
                permission?: components["schemas"]["AccountPermission"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The accounts. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountList"];
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
    calculateMyFd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FdCalculation"];
            };
        };
        responses: {
            /** @description The returns. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FdReturns"];
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
    verifyMyVpa: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VpaVerification"];
            };
        };
        responses: {
            /** @description The outcome. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VpaVerificationOutcome"];
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
    verifyMyBankAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BankAccountVerification"];
            };
        };
        responses: {
            /** @description The outcome. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankAccountVerificationOutcome"];
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
    listMyProducts: {
        parameters: {
            query?: {
                /** @description Only products of this variant. */
                variant?: components["parameters"]["VariantFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The products. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductSummaryList"];
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
    listMyFdProducts: {
        parameters: {
            query?: {
                /** @description Only products of this variant. */
                variant?: components["parameters"]["VariantFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The products. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FdProductList"];
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
    listMySaProducts: {
        parameters: {
            query?: {
                /** @description Only products of this variant. */
                variant?: components["parameters"]["VariantFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The products. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SaProductList"];
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
    submitMyForm: {
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
                "application/json": components["schemas"]["FormSubmission"];
            };
        };
        responses: {
            /** @description The form is submitted. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormReceipt"];
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
    findCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerSearch"];
            };
        };
        responses: {
            /** @description The customer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
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
    getCustomerProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerProfileQuery"];
            };
        };
        responses: {
            /** @description The profile. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
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
    calculateCustomerFd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerFdCalculation"];
            };
        };
        responses: {
            /** @description The returns. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FdReturns"];
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
