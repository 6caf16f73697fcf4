// Generated from the document of the API Portal 2.1.0. Not to be edited.
export interface paths {
    "/registrations/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell what a registration needs
         * @description Gives the fields that the bank asks for on the tabs for the person and the organisation, the agreements to
         *     accept in their current versions, the plans that can be requested with the registration, and the human check
         *     that the public forms ask for.
         *
         *     **Who:** anybody, without a session.
         */
        get: operations["getRegistrationForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/human-challenge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a challenge of the human check
         * @description Gives a task for the human check of the provider `proof-of-work`, which the server does itself. The page looks
         *     for a whole number so that the SHA-256 of `challenge`, a colon and the number (in decimal, as UTF-8) begins with
         *     as many zero bits as `bits` says; counting up from 0 finds one. `challenge`, the colon and the number are then
         *     the `humanProof` of one form, once, until `expiresAt`. It shows that somebody spent a moment of a computer's
         *     time, no more.
         *
         *     **Who:** anybody, without a session.
         *
         *     **Refused with:**
         *     - 404 `NOT_FOUND`: the check is off, or is done by another service.
         *
         *     Not in the source: that there is such a check.
         */
        get: operations["getHumanChallenge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registrations/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask whether names are available
         * @description Tells whether a user name and an organisation's name can be registered now. Organisations' names are compared
         *     without blanks around them and without regard to capitals. A name that is registered, one that waits for its
         *     activation and one that the bank keeps for itself all have the same answer, and nothing is told about who has
         *     it; e-mail addresses cannot be asked for. Who needs this to list the users of the portal is held up by the limit
         *     and the human check.
         *
         *     **Who:** anybody, without a session.
         *
         *     **Refused with:**
         *     - 422 `HUMAN_CHECK_FAILED`: the human check is on and `humanProof` does not pass it;
         *     - 429 `TOO_MANY_ATTEMPTS`: there were too many attempts from the client address or for the account.
         *
         *     Not in the source: that names can be asked for before the registration; the limit is ten times in a minute and a
         *     hundred times in a day for one client address.
         */
        post: operations["checkAvailability"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register a person with an organisation
         * @description Registers the first person of an organisation that is new to the portal. The person becomes its first admin and
         *     the bank's first contact. The organisation starts on the account plan Bronze with quota Standard; with
         *     `accountPlan` another is requested at once, which the bank decides after the activation.
         *
         *     The account must be activated with the link that is sent by mail, within 24 hours. A registration that is never
         *     activated keeps its user name and its organisation's name for 7 days; then both are free again.
         *
         *     An e-mail address that belongs to an account already is no reason for another answer: the names are kept in the
         *     same way, and the mail that is sent to the address says that there is an account and how to get a new password.
         *
         *     **Who:** anybody, without a session.
         *
         *     **Refused with:**
         *     - 409 `USERNAME_TAKEN`: the user name is not available;
         *     - 409 `ORGANISATION_EXISTS`: an organisation of this name is registered: later people of it need an invitation
         *       by its admins;
         *     - 422 `AGREEMENT_NOT_ACCEPTED`: an agreement for registrations is not accepted, or not in its current version;
         *     - 422 `CUSTOM_FIELD_INVALID`: a field that the bank asks for is missing, unknown, or has a value that it cannot
         *       have;
         *     - 422 `PASSWORD_TOO_WEAK`: the password is common or has the user name in it;
         *     - 422 `PLAN_UNKNOWN`: the account plan is not offered;
         *     - 422 `HUMAN_CHECK_FAILED`: the human check is on and `humanProof` does not pass it;
         *     - 429 `TOO_MANY_ATTEMPTS`: there were too many attempts from the client address or for the account.
         *
         *     **Mail:** to the person, the activation link; or, to the owner of an address that is in use, a note.
         *
         *     **Audit:** `person.registered`.
         */
        post: operations["createRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registrations/activation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate an account
         * @description Activates the account that the link was sent for, and its organisation. The organisation gets an application
         *     `Sandbox` at once, enabled, with every test API on the API plan Sandbox and credentials of its own, so that
         *     calls can be made without waiting for a review. An account plan that was asked for in the registration becomes a
         *     request to the bank.
         *
         *     Nobody is signed in by it. A link works once, for 24 hours; the newest one replaces those before.
         *
         *     **Who:** anybody, without a session.
         *
         *     **Refused with:**
         *     - 422 `LINK_INVALID`: the link is unknown, used, replaced or too old, which is not told apart;
         *     - 429 `TOO_MANY_ATTEMPTS`: there were too many attempts from the client address or for the account.
         *
         *     **Mail:** to the person, a welcome.
         *
         *     **Audit:** `person.activated`, `organisation.created`, `application.approved`.
         */
        post: operations["activateRegistration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registrations/activation-mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the activation mail again
         * @description Sends another activation link to an account that is registered and not activated; links sent before stop
         *     working. The answer, and how long it takes, are the same whether there is such an account or not.
         *
         *     **Who:** anybody, without a session.
         *
         *     **Refused with:**
         *     - 422 `HUMAN_CHECK_FAILED`: the human check is on and `humanProof` does not pass it;
         *     - 429 `TOO_MANY_ATTEMPTS`: there were too many attempts from the client address or for the account.
         *
         *     **Mail:** to the person, if there is one, the activation link.
         *
         *     **Audit:** `person.activation-resent`.
         */
        post: operations["resendActivation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show an invitation
         * @description Shows what the link of an invitation is about, to whoever holds it: the organisation (without one, it is an
         *     invitation to the staff of the bank), the role, the address that it was sent to, and what a registration by it
         *     needs.
         *
         *     **Who:** anybody, without a session.
         *
         *     **Refused with:**
         *     - 422 `LINK_INVALID`: the link is unknown, used, withdrawn or too old, which is not told apart;
         *     - 429 `TOO_MANY_ATTEMPTS`: there were too many attempts from the client address or for the account.
         */
        post: operations["readInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register by an invitation
         * @description Creates an account for the person who was invited, in the organisation and role of the invitation. The account
         *     is active at once, because the link has proved the e-mail address. Who has an account without an organisation
         *     signs in and joins with `POST /me/organisation` instead.
         *
         *     **Who:** anybody, without a session.
         *
         *     **Refused with:**
         *     - 422 `LINK_INVALID`: the link is unknown, used, withdrawn or too old, which is not told apart;
         *     - 409 `EMAIL_IN_USE`: the address of the invitation belongs to an account already;
         *     - 409 `USERNAME_TAKEN`: the user name is not available;
         *     - 422 `AGREEMENT_NOT_ACCEPTED`: an agreement for registrations is not accepted, or not in its current version;
         *     - 422 `CUSTOM_FIELD_INVALID`: a field of the tab for the person is missing, unknown, or has a value that it
         *       cannot have;
         *     - 422 `PASSWORD_TOO_WEAK`: the password is common or has the user name in it;
         *     - 429 `TOO_MANY_ATTEMPTS`: there were too many attempts from the client address or for the account.
         *
         *     **Mail:** to the admins of the organisation, or of the bank, who has joined.
         *
         *     **Audit:** `person.activated`, `member.joined` or `staff.joined`.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell who is signed in
         * @description Gives the person of the session, with the organisation and the role, and how long the session lasts. The call
         *     counts as use of the session.
         *
         *     **Who:** anybody who is signed in.
         */
        get: operations["getSession"];
        put?: never;
        /**
         * Sign in
         * @description Starts a session and sets its cookie, which is HttpOnly and SameSite=Lax, and over HTTPS also Secure and bound
         *     to the host by its name. A session that the request came with is ended, and the new one has an identifier that
         *     nobody knew before.
         *
         *     An unknown user name, a wrong password, a locked account and one whose registration has lapsed have the same
         *     answer, after the same time.
         *
         *     **Who:** anybody, without a session.
         *
         *     **Refused with:**
         *     - 401 `SIGN_IN_FAILED`: user name and password do not fit together;
         *     - 403 `ACCOUNT_NOT_ACTIVATED`: they do, but the account was never activated;
         *     - 429 `TOO_MANY_ATTEMPTS`: there were too many attempts from the client address or for the account.
         *
         *     **Audit:** `session.started`; `session.refused` when it fails.
         *
         *     Not in the source: a session ends after 30 minutes without a call and after 12 hours in any case; ten failures
         *     in 15 minutes hold a user name up, whether there is such an account or not, and a hundred a client address.
         */
        post: operations["signIn"];
        /**
         * Sign out
         * @description Ends the session at once and clears its cookie. It can be repeated: without a session the answer is the same.
         *
         *     **Who:** anybody, without a session.
         *
         *     **Audit:** `session.ended`.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/password/forgotten": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a new password
         * @description Sends a link for a new password to the address of an account, which is named by its user name or its e-mail
         *     address. The answer, and how long it takes, are the same whether there is such an account or not. The link works
         *     once, for one hour; the newest one replaces those before.
         *
         *     **Who:** anybody, without a session.
         *
         *     **Refused with:**
         *     - 422 `HUMAN_CHECK_FAILED`: the human check is on and `humanProof` does not pass it;
         *     - 429 `TOO_MANY_ATTEMPTS`: there were too many attempts from the client address or for the account.
         *
         *     **Mail:** to the person, if there is one, the link.
         *
         *     **Audit:** `person.password-forgotten`.
         *
         *     Not in the source: the hour that the link works.
         */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password with a link
         * @description Sets the password of the account that the link was sent for, ends all of its sessions and lifts a hold-up of its
         *     sign-in. Nobody is signed in by it.
         *
         *     **Who:** anybody, without a session.
         *
         *     **Refused with:**
         *     - 422 `LINK_INVALID`: the link is unknown, used, replaced or too old, which is not told apart;
         *     - 422 `PASSWORD_TOO_WEAK`: the password is common or has the user name in it;
         *     - 429 `TOO_MANY_ATTEMPTS`: there were too many attempts from the client address or for the account.
         *
         *     **Mail:** to the person, that the password was changed.
         *
         *     **Audit:** `person.password-reset`.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the own profile
         * @description Gives the data of the person who is signed in.
         *
         *     **Who:** anybody who is signed in.
         */
        get: operations["getProfile"];
        /**
         * Change the own profile
         * @description Replaces names, mobile number and the bank's own fields. User name and role cannot be changed here, the e-mail
         *     address in two steps with `POST /me/email`.
         *
         *     **Who:** anybody who is signed in.
         *
         *     **Refused with:**
         *     - 422 `CUSTOM_FIELD_INVALID`: a field of the tab for the person is missing, unknown, or has a value that it
         *       cannot have.
         *
         *     **Audit:** `person.changed`.
         */
        put: operations["updateProfile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the own password
         * @description Sets another password and ends all other sessions of the person; the session of this call goes on under a new
         *     identifier.
         *
         *     **Who:** anybody who is signed in.
         *
         *     **Refused with:**
         *     - 422 `PASSWORD_WRONG`: the current password is wrong;
         *     - 422 `PASSWORD_TOO_WEAK`: the password is common or has the user name in it;
         *     - 429 `TOO_MANY_ATTEMPTS`: there were too many attempts from the client address or for the account.
         *
         *     **Mail:** to the person, that the password was changed.
         *
         *     **Audit:** `person.password-changed`.
         */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for another e-mail address
         * @description Sends a link to the new address; the address is changed when the link is followed within 24 hours. Whether the
         *     new address belongs to another account is not told here: then that account gets a note instead.
         *
         *     **Who:** anybody who is signed in.
         *
         *     **Refused with:**
         *     - 422 `PASSWORD_WRONG`: the current password is wrong;
         *     - 429 `TOO_MANY_ATTEMPTS`: there were too many attempts from the client address or for the account.
         *
         *     **Mail:** to the new address, the link; to the old one, a note.
         *
         *     **Audit:** `person.email-change-requested`.
         *
         *     Not in the source: how an address is changed.
         */
        post: operations["requestEmailChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/email/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the new e-mail address
         * @description Changes the address to the one that the link was sent to. The link is proof enough; no session is needed.
         *
         *     **Who:** anybody, without a session.
         *
         *     **Refused with:**
         *     - 422 `LINK_INVALID`: the link is unknown, used, replaced or too old, or the address has been taken in the
         *       meantime, which is not told apart;
         *     - 429 `TOO_MANY_ATTEMPTS`: there were too many attempts from the client address or for the account.
         *
         *     **Mail:** to the old address, a note.
         *
         *     **Audit:** `person.email-changed`.
         */
        post: operations["confirmEmailChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/organisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join an organisation by an invitation
         * @description Makes the person a member of the organisation that the invitation is from, in its role. It is for people who
         *     have an account and belong to no organisation (any more); others register by the invitation. The invitation must
         *     have been sent to the person's address. The session goes on under a new identifier, with the new role.
         *
         *     **Who:** anybody who is signed in.
         *
         *     **Refused with:**
         *     - 422 `LINK_INVALID`: the link is unknown, used, withdrawn, too old, or was sent to another address, which is
         *       not told apart;
         *     - 409 `ALREADY_IN_ORGANISATION`: the person belongs to an organisation, or to the bank.
         *
         *     **Mail:** to the admins of the organisation, or of the bank, who has joined.
         *
         *     **Audit:** `member.joined` or `staff.joined`.
         *
         *     Not in the source: a person belongs to one organisation at a time.
         */
        post: operations["joinOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the organisation
         * @description Gives the organisation of the person who is signed in, with its account plan and its relationship manager at the
         *     bank.
         *
         *     **Who:** members of the organisation, admins and developers.
         */
        get: operations["getOrganisation"];
        /**
         * Change the organisation
         * @description Replaces name, website and the bank's own fields. A new name must be free, as at a registration; applications
         *     whose partner scope is the old name keep it.
         *
         *     **Who:** admins of the organisation.
         *
         *     **Refused with:**
         *     - 409 `ORGANISATION_EXISTS`: another organisation has this name, without regard to capitals and blanks around
         *       it;
         *     - 422 `CUSTOM_FIELD_INVALID`: a field of the tab for the organisation is missing, unknown, or has a value that
         *       it cannot have.
         *
         *     **Audit:** `organisation.changed`.
         */
        put: operations["updateOrganisation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisation/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the members
         * @description Gives the people of the organisation with their roles, by user name.
         *
         *     **Who:** members of the organisation, admins and developers.
         */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisation/members/{person}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a member's role
         * @description Makes a member an admin or a developer. It holds from the next call of any of the member's sessions.
         *
         *     **Who:** admins of the organisation.
         *
         *     **Refused with:**
         *     - 409 `LAST_ADMIN`: the member is the last admin.
         *
         *     **Mail:** to the member.
         *
         *     **Audit:** `member.role-changed`.
         */
        put: operations["changeMemberRole"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisation/members/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a member
         * @description Ends somebody's membership and all of the person's sessions at once. What the person has created stays with the
         *     organisation. The account stays as well: the person can sign in, see the profile, and join an organisation that
         *     invites. Admins can remove themselves, as long as another admin stays.
         *
         *     **Who:** admins of the organisation.
         *
         *     **Refused with:**
         *     - 409 `LAST_ADMIN`: the member is the last admin.
         *
         *     **Mail:** to the person who was removed.
         *
         *     **Audit:** `member.removed`.
         *
         *     Not in the source: what becomes of the account.
         */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisation/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the invitations
         * @description Gives the invitations of the organisation, the latest first.
         *
         *     **Who:** admins of the organisation.
         */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite somebody
         * @description Sends an invitation to an e-mail address, for a role in the organisation. Its link works once. Whether the
         *     address belongs to an account of the portal is not told.
         *
         *     **Who:** admins of the organisation.
         *
         *     **Refused with:**
         *     - 409 `ALREADY_MEMBER`: the address is that of a member;
         *     - 409 `INVITATION_PENDING`: an invitation to the address is open;
         *     - 429 `TOO_MANY_ATTEMPTS`: more than a hundred invitations in a day.
         *
         *     **Mail:** to the address, the link.
         *
         *     **Audit:** `invitation.created`.
         *
         *     Not in the source: the link works for 7 days.
         */
        post: operations["createInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisation/invitations/{invitation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show an invitation of the organisation
         * @description Gives one invitation with what became of it. The link itself is never shown.
         *
         *     **Who:** admins of the organisation.
         */
        get: operations["getInvitation"];
        put?: never;
        post?: never;
        /**
         * Withdraw an invitation
         * @description Makes the link of an open invitation useless. The invitation stays in the list as `withdrawn`.
         *
         *     **Who:** admins of the organisation.
         *
         *     **Refused with:**
         *     - 409 `INVITATION_CLOSED`: the invitation was accepted, withdrawn or has expired.
         *
         *     **Audit:** `invitation.withdrawn`.
         */
        delete: operations["withdrawInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisation/invitations/{invitation}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an invitation again
         * @description Sends a new link to the address of an invitation that is open or expired, and begins its 7 days anew; links sent
         *     before stop working.
         *
         *     **Who:** admins of the organisation.
         *
         *     **Refused with:**
         *     - 409 `INVITATION_CLOSED`: the invitation was accepted or withdrawn;
         *     - 429 `TOO_MANY_ATTEMPTS`: it was sent five times in a day.
         *
         *     **Mail:** to the address, the link.
         *
         *     **Audit:** `invitation.resent`.
         */
        post: operations["resendInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the plans
         * @description Gives the sets of APIs and the quotas that make up account plans, and the API plans. Plans that are not offered
         *     are shown to the staff of the bank alone, and to organisations that are on them.
         *
         *     **Who:** anybody; with a session the answer says more.
         *
         *     Not in the source: the numbers, which the bank can change: Standard 10,000 calls a day and 10 a second, Premium
         *     1,000,000 a day and 100 a second, the API plan Sandbox 1,000 a day.
         */
        get: operations["listPlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisation/account-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the account plan
         * @description Gives the account plan of the organisation: its set of APIs (Bronze or Production), its quota with limits, and
         *     the open request for another, if there is one.
         *
         *     **Who:** members of the organisation, admins and developers.
         */
        get: operations["getAccountPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisation/account-plan/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request another account plan
         * @description Asks the bank for another set of APIs, another quota, or both. The bank decides; when it approves, the plan
         *     holds from then on, also for calls that are counted already.
         *
         *     **Who:** admins of the organisation.
         *
         *     **Refused with:**
         *     - 409 `REQUEST_PENDING`: a request for an account plan is open;
         *     - 409 `ACCOUNT_PLAN_UNCHANGED`: the organisation is on this plan;
         *     - 422 `PLAN_UNKNOWN`: the quota is not offered.
         *
         *     **Mail:** to the reviewers.
         *
         *     **Audit:** `request.created`.
         */
        post: operations["requestAccountPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{application}/apis/{api}/plan-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request another API plan
         * @description Asks the bank for another plan for one API of an application. The plan's quota holds besides the organisation's;
         *     the stricter one wins.
         *
         *     **Who:** admins of the organisation.
         *
         *     **Refused with:**
         *     - 409 `ACCOUNT_PLAN_TOO_LOW`: the plan is one for production, and the account plan does not allow these;
         *     - 409 `STAGE_USES_SANDBOX_PLAN`: the API is at stage UAT, which uses the Sandbox plan;
         *     - 409 `SUBSCRIPTION_STATE_CONFLICT`: the API is not approved for the application;
         *     - 409 `APPLICATION_STATE_CONFLICT`: the application is neither enabled nor disabled;
         *     - 409 `REQUEST_PENDING`: a request for a plan of this API is open;
         *     - 409 `API_PLAN_UNCHANGED`: the API is on this plan;
         *     - 422 `PLAN_UNKNOWN`: the API cannot be on this plan.
         *
         *     **Mail:** to the reviewers.
         *
         *     **Audit:** `request.created`.
         */
        post: operations["requestApiPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisation/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the organisation's requests
         * @description Gives what the organisation has asked the bank for, the latest first: applications, APIs of applications,
         *     account plans, API plans and stages, each with the decision once there is one.
         *
         *     **Who:** members of the organisation, admins and developers.
         */
        get: operations["listRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisation/requests/{request}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a request
         * @description Gives one request of the organisation, with the decision and its reason once there is one.
         *
         *     **Who:** members of the organisation, admins and developers.
         */
        get: operations["getRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisation/requests/{request}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a request
         * @description Takes back an open request for an account plan, an API plan or a stage. A request about an application goes when
         *     the application is deleted, one about an API when the API is removed.
         *
         *     **Who:** admins of the organisation.
         *
         *     **Refused with:**
         *     - 409 `REQUEST_CLOSED`: the request is decided or withdrawn;
         *     - 409 `REQUEST_NOT_WITHDRAWABLE`: the request is about an application or an API.
         *
         *     **Audit:** `request.withdrawn`.
         */
        post: operations["withdrawRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the agreements
         * @description Gives the agreements that the bank demands, in their current versions: to register, for an application (the
         *     EULA), for stages UAT and Production (the NDA and others).
         *
         *     **Who:** anybody, without a session.
         */
        get: operations["listAgreements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/agreements/{agreement}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an agreement
         * @description Gives an agreement in its current version, or in one before.
         *
         *     **Who:** anybody, without a session.
         */
        get: operations["getAgreement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisation/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what the organisation has agreed to
         * @description Gives the record of agreements: which version, accepted by whom and when, for which application, or signed on
         *     paper and recorded by the bank.
         *
         *     **Who:** members of the organisation, admins and developers.
         */
        get: operations["listAgreementRecords"];
        put?: never;
        /**
         * Accept an agreement
         * @description Records that the organisation accepts an agreement, such as the NDA, in its current version. It counts for all
         *     applications of the organisation. A later version must be accepted anew, for what is requested from then on.
         *
         *     **Who:** admins of the organisation.
         *
         *     **Refused with:**
         *     - 422 `AGREEMENT_UNKNOWN`: there is no such agreement, or the version is not the current one.
         *
         *     **Mail:** to the admin, the text as a copy.
         *
         *     **Audit:** `agreement.accepted`.
         */
        post: operations["acceptAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the applications
         * @description Gives the applications of the organisation by name, each with its state, its APIs and, once it has been
         *     approved, its key. Deleted ones are listed only when they are asked for.
         *
         *     **Who:** members of the organisation, admins and developers.
         */
        get: operations["listApplications"];
        put?: never;
        /**
         * Create an application
         * @description Creates an application with the APIs that it is to have, by themselves or by groups, and sends it to the bank
         *     for review. It is `pending` until the bank decides. Its APIs start at stage Sandbox on the API plan Sandbox.
         *
         *     When the bank approves it, it becomes `enabled`, and client ID and client secret are made; they cannot be
         *     chosen. When the bank rejects it, it becomes `rejected`, with a reason.
         *
         *     `partnerScope` is a text for the bank, not an OAuth scope; left out, it is the organisation's name. Only with
         *     `oauthType` 2.0 the application can get access tokens.
         *
         *     **Who:** members of the organisation, admins and developers.
         *
         *     **Refused with:**
         *     - 409 `APPLICATION_NAME_TAKEN`: another application of the organisation has this name;
         *     - 409 `ACCOUNT_PLAN_TOO_LOW`: the account plan does not have one of the APIs;
         *     - 422 `AGREEMENT_NOT_ACCEPTED`: the EULA is not accepted, or not in its current version;
         *     - 422 `NO_API_CHOSEN`: neither an API nor a group with APIs is chosen;
         *     - 422 `API_UNKNOWN`: the catalogue has no such API;
         *     - 422 `GROUP_UNKNOWN`: the catalogue has no such group;
         *     - 422 `ADDRESS_REFUSED`: the webhook address is one that nothing is sent to.
         *
         *     **Mail:** to the members and the reviewers, that the application waits for approval.
         *
         *     **Audit:** `application.created`, `agreement.accepted`.
         *
         *     Not in the source: the platforms, and that names are unique within an organisation.
         */
        post: operations["createApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{application}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show an application
         * @description Gives an application of the organisation in any state, with its APIs, their states, stages and plans. At stage
         *     Production an API has the address at which the bank serves it.
         *
         *     **Who:** members of the organisation, admins and developers.
         */
        get: operations["getApplication"];
        /**
         * Change an application
         * @description Replaces what the organisation says about an application. What follows depends on its state:
         *     - `pending`, `revised`: the review goes on with the new content;
         *     - `rejected`: it becomes `revised` and is under review again;
         *     - `enabled`, `disabled`: names, texts, addresses and `oauthType` change without a review. An API that is added
         *       waits for the bank by itself, while the others go on; one that is removed is gone at once.
         *
         *     A suspended or deleted application cannot be changed. `partnerScope` cannot be changed by the organisation any
         *     more once the application has been approved.
         *
         *     **Who:** members of the organisation, admins and developers.
         *
         *     **Refused with:**
         *     - 409 `APPLICATION_STATE_CONFLICT`: the application is suspended or deleted;
         *     - 409 `APPLICATION_NAME_TAKEN`: another application of the organisation has this name;
         *     - 409 `ACCOUNT_PLAN_TOO_LOW`: the account plan does not have one of the APIs that are added;
         *     - 422 `PARTNER_SCOPE_FIXED`: the application has been approved, and the partner scope is another;
         *     - 422 `NO_API_CHOSEN`: no API is left;
         *     - 422 `API_UNKNOWN`: the catalogue has no such API;
         *     - 422 `ADDRESS_REFUSED`: the webhook address is one that nothing is sent to.
         *
         *     **Mail:** to the members and the reviewers, when something comes under review.
         *
         *     **Audit:** `application.changed`; `application.revised` after a rejection; `subscription.requested` and
         *     `subscription.removed` for its APIs.
         */
        put: operations["updateApplication"];
        post?: never;
        /**
         * Delete an application
         * @description Deletes an application for good, in any state. Its credentials and tokens are refused with 401 from then on, its
         *     open requests are withdrawn, its sandbox is removed. Usage, audit log and records of agreements stay. Deleting
         *     one that is deleted changes nothing.
         *
         *     **Who:** members of the organisation, admins and developers.
         *
         *     **Mail:** to the members.
         *
         *     **Audit:** `application.deleted`.
         */
        delete: operations["deleteApplication"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{application}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit a rejected application again
         * @description Sends a rejected application to the bank again without a change of its own, for example after its APIs were
         *     changed or a question was answered. It becomes `revised`.
         *
         *     **Who:** members of the organisation, admins and developers.
         *
         *     **Refused with:**
         *     - 409 `APPLICATION_STATE_CONFLICT`: the application is not rejected;
         *     - 422 `NO_API_CHOSEN`: no API is left.
         *
         *     **Mail:** to the members and the reviewers.
         *
         *     **Audit:** `application.revised`.
         */
        post: operations["submitApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{application}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable an application
         * @description Makes the keys of a disabled application work again. One that the bank has suspended can be lifted by the bank
         *     alone. Enabling one that is enabled changes nothing.
         *
         *     **Who:** members of the organisation, admins and developers.
         *
         *     **Refused with:**
         *     - 409 `APPLICATION_STATE_CONFLICT`: the application is neither disabled nor enabled.
         *
         *     **Audit:** `application.enabled`.
         */
        post: operations["enableApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{application}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable an application
         * @description Switches an enabled application off: calls with its key are refused with 403 `APPLICATION_DISABLED`, by every
         *     replica within a second. Its credentials and its sandbox stay. Disabling one that is disabled changes nothing.
         *
         *     **Who:** members of the organisation, admins and developers.
         *
         *     **Refused with:**
         *     - 409 `APPLICATION_STATE_CONFLICT`: the application is neither enabled nor disabled.
         *
         *     **Audit:** `application.disabled`.
         */
        post: operations["disableApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{application}/apis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an application's APIs
         * @description Gives the APIs of an application with their states, stages and plans.
         *
         *     **Who:** members of the organisation, admins and developers.
         */
        get: operations["listSubscriptions"];
        put?: never;
        /**
         * Add APIs to an application
         * @description Adds APIs, by themselves or by groups. In an enabled or disabled application each waits for the bank by itself:
         *     calls of it are refused with 403 `API_NOT_SUBSCRIBED` until it is approved, and the others go on. In an
         *     application that is under review or rejected they are part of its review.
         *
         *     **Who:** members of the organisation, admins and developers.
         *
         *     **Refused with:**
         *     - 409 `APPLICATION_STATE_CONFLICT`: the application is suspended or deleted;
         *     - 409 `API_ALREADY_ADDED`: the application has all of these APIs;
         *     - 409 `ACCOUNT_PLAN_TOO_LOW`: the account plan does not have one of the APIs;
         *     - 422 `API_UNKNOWN`: the catalogue has no such API;
         *     - 422 `GROUP_UNKNOWN`: the catalogue has no such group;
         *     - 422 `NO_API_CHOSEN`: nothing is chosen.
         *
         *     **Mail:** to the members and the reviewers, when something comes under review.
         *
         *     **Audit:** `subscription.requested`.
         */
        post: operations["addApis"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{application}/apis/{api}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show one API of an application
         * @description Gives one API of an application with its state, stage, plan and open requests.
         *
         *     **Who:** members of the organisation, admins and developers.
         */
        get: operations["getSubscription"];
        put?: never;
        post?: never;
        /**
         * Remove an API from an application
         * @description Removes an API at once, without a review; calls of it are refused with 403 `API_NOT_SUBSCRIBED` from then on,
         *     and open requests about it are withdrawn. When it is added again it starts anew at stage Sandbox.
         *
         *     **Who:** members of the organisation, admins and developers.
         *
         *     **Refused with:**
         *     - 409 `APPLICATION_STATE_CONFLICT`: the application is suspended or deleted;
         *     - 409 `LAST_API`: it is the last API of the application.
         *
         *     **Audit:** `subscription.removed`.
         */
        delete: operations["removeApi"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{application}/apis/{api}/stage-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request stage UAT or Production
         * @description Asks the bank to move one API of an application on: from Sandbox to UAT, from UAT to Production, or from Sandbox
         *     straight to Production. The NDA and the other agreements for the stage must be recorded for the organisation,
         *     now or before. The bank decides, and its no can be final.
         *
         *     At UAT the API stays on the plan Sandbox. With Production it goes on the plan for production that the bank names
         *     in the decision, and the catalogue shows the address at which the bank serves it; this server holds no live
         *     data.
         *
         *     **Who:** admins of the organisation.
         *
         *     **Refused with:**
         *     - 409 `APPLICATION_STATE_CONFLICT`: the application is not enabled;
         *     - 409 `SUBSCRIPTION_STATE_CONFLICT`: the API is not approved for the application;
         *     - 409 `STAGE_REACHED`: the API is at this stage or beyond it;
         *     - 409 `ACCOUNT_PLAN_TOO_LOW`: the stage is Production, and the account plan does not allow it;
         *     - 409 `AGREEMENT_MISSING`: an agreement for the stage is not recorded;
         *     - 409 `REQUEST_PENDING`: a request for a stage of this API is open;
         *     - 409 `STAGE_REFUSED_FINALLY`: the bank has refused it for good;
         *     - 422 `AGREEMENT_UNKNOWN`: an agreement that is accepted with it does not exist in this version.
         *
         *     **Mail:** to the members and the reviewers.
         *
         *     **Audit:** `request.created`, `agreement.accepted`.
         */
        post: operations["requestStage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{application}/journey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the journey of an application
         * @description Tells for every API of an application which stage it is at, which it can go to, and what is missing for that, in
         *     the order in which to provide it. The codes are those that a request would be refused with.
         *
         *     **Who:** members of the organisation, admins and developers.
         */
        get: operations["getJourney"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{application}/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the credentials (Auth view)
         * @description Gives client ID and client secret of an application, again and again, and with BankConnect the `server-hash`;
         *     two pairs while a rotation overlaps, the current one first. Before the approval there are none. Who has read
         *     them stands in the audit log. The answer may not be kept by caches.
         *
         *     **Who:** members of the organisation, admins and developers.
         *
         *     **Refused with:**
         *     - 409 `APPLICATION_STATE_CONFLICT`: the application is deleted.
         *
         *     **Audit:** `credential.read`.
         */
        get: operations["listCredentials"];
        put?: never;
        /**
         * Make new credentials
         * @description Makes another pair of client ID and client secret (and `server-hash`), which works at once. The pair before
         *     works on for `overlapHours` and then ends. Tokens live on until they expire, whichever pair they were got with.
         *
         *     **Who:** members of the organisation, admins and developers.
         *
         *     **Refused with:**
         *     - 409 `APPLICATION_STATE_CONFLICT`: the application is neither enabled nor disabled;
         *     - 409 `ROTATION_RUNNING`: two pairs work already.
         *
         *     **Mail:** to the members, without the secret.
         *
         *     **Audit:** `credential.rotated`.
         *
         *     Not in the source: the old pair works on for 24 hours unless the request says otherwise, for 30 days at most.
         */
        post: operations["rotateCredentials"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{application}/credentials/{credential}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke old credentials
         * @description Ends a pair that is `ending` before its time: it is refused with 401 by every replica within a second, and so
         *     are the tokens that were got with it. The current pair is not revoked but rotated without an overlap, or the
         *     application disabled.
         *
         *     **Who:** members of the organisation, admins and developers.
         *
         *     **Refused with:**
         *     - 409 `CREDENTIAL_CURRENT`: the pair is the current one.
         *
         *     **Mail:** to the members.
         *
         *     **Audit:** `credential.revoked`.
         */
        delete: operations["revokeCredential"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{application}/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show an application's webhook
         * @description Gives the webhook address of an application and the secrets that what is sent there is signed with (Standard
         *     Webhooks: the headers `webhook-id`, `webhook-timestamp` and `webhook-signature`). The address is set with the
         *     application. Who has read the secrets stands in the audit log.
         *
         *     **Who:** members of the organisation, admins and developers.
         *
         *     **Audit:** `webhook.read`.
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{application}/webhook/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make another webhook secret
         * @description Makes another secret. For 24 hours what is sent is signed with both, so that the receiver can change over.
         *
         *     **Who:** members of the organisation, admins and developers.
         *
         *     **Refused with:**
         *     - 409 `ROTATION_RUNNING`: two secrets are in use already.
         *
         *     **Audit:** `webhook.rotated`.
         *
         *     Not in the source: the 24 hours.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{application}/webhook/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test to the webhook
         * @description Sends a `webhook.test` to the webhook address, as any other event is sent. What became of it is to be read from
         *     its delivery.
         *
         *     **Who:** members of the organisation, admins and developers.
         *
         *     **Refused with:**
         *     - 409 `WEBHOOK_MISSING`: the application has no webhook address;
         *     - 429 `TOO_MANY_ATTEMPTS`: more than ten tests in a minute.
         *
         *     **Audit:** `webhook.tested`.
         */
        post: operations["sendTestEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{application}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the deliveries
         * @description Gives what was sent to the webhook address, or will be, the latest first: decisions of the bank about the
         *     application and callbacks of scenarios. What is not taken with 2xx is sent again with growing pauses, for three
         *     days. Addresses that are private are refused unless the server allows them; redirects are not followed.
         *
         *     **Who:** members of the organisation, admins and developers.
         *
         *     Not in the source: how often and how long something is sent again.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{application}/deliveries/{delivery}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a delivery
         * @description Gives one delivery with its payload and all attempts.
         *
         *     **Who:** members of the organisation, admins and developers.
         */
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/applications/{application}/deliveries/{delivery}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a delivery again
         * @description Sends the same payload once more, as a delivery of its own with the same `webhook-id`, to the address that the
         *     application has now.
         *
         *     **Who:** members of the organisation, admins and developers.
         *
         *     **Refused with:**
         *     - 409 `WEBHOOK_MISSING`: the application has no webhook address;
         *     - 409 `DELIVERY_UNDER_WAY`: the delivery is still pending;
         *     - 429 `TOO_MANY_ATTEMPTS`: more than ten in a minute.
         *
         *     **Audit:** `delivery.resent`.
         */
        post: operations["resendDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the categories
         * @description Gives the categories of the catalogue, in the order of the bank. Ones without a published API are left out. The
         *     bank starts with Building Blocks, Business Banking, Loans and Cards, Accounts and Deposits, Payments & UPI,
         *     Trade Service and Corporate API Suite.
         *
         *     **Who:** anybody, without a session.
         *
         *     Not in the source: that the catalogue can be read without a session.
         */
        get: operations["listCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the products
         * @description Gives the products, which are bundles of APIs, in the order of the bank; also those of one category alone. Ones
         *     without a published API are left out.
         *
         *     **Who:** anybody, without a session.
         */
        get: operations["listProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/products/{product}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a product
         * @description Gives a product with its APIs. What is not published is not there for anybody but the staff of the bank.
         *
         *     **Who:** anybody, without a session.
         */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the groups
         * @description Gives the groups of APIs that an application can choose together. Ones without a published API are left out.
         *
         *     **Who:** anybody, without a session.
         */
        get: operations["listGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/groups/{group}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open a group
         * @description Gives a group with the name, the usage and the API plans of each of its APIs. Usage is that of the caller's
         *     organisation over the last 30 days; without a membership it is not there.
         *
         *     **Who:** anybody; with a session the answer says more.
         *
         *     Not in the source: whose usage it is.
         */
        get: operations["getGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/apis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the APIs
         * @description Gives the published APIs, featured ones first, then in the order of the bank; also by text, category, product
         *     and group, which must all hold.
         *
         *     **Who:** anybody, without a session.
         */
        get: operations["searchApis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/apis/{api}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show an API
         * @description Gives everything about an API: what it does, where its document, its documentation and its test console are, its
         *     scope, the plans that it can be on and, for members of an organisation, which of their applications have it.
         *     Where that is at stage Production, the address at which the bank serves it is there. What is not published is
         *     not there for anybody but the staff of the bank.
         *
         *     **Who:** anybody; with a session the answer says more.
         */
        get: operations["getApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/catalogue/apis/{api}/interest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say "I am interested"
         * @description Tells the bank that the organisation is interested in an API.
         *
         *     **Who:** members of the organisation, admins and developers.
         *
         *     **Refused with:**
         *     - 429 `TOO_MANY_ATTEMPTS`: more than twenty enquiries in a day.
         *
         *     **Mail:** to the relationship manager.
         *
         *     **Audit:** `enquiry.created`.
         */
        post: operations["expressInterest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request a new API
         * @description Tells the bank which API is missing, and what for.
         *
         *     **Who:** members of the organisation, admins and developers.
         *
         *     **Refused with:**
         *     - 429 `TOO_MANY_ATTEMPTS`: more than twenty enquiries in a day.
         *
         *     **Mail:** to the relationship manager.
         *
         *     **Audit:** `enquiry.created`.
         */
        post: operations["requestNewApi"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write to the relationship manager
         * @description Sends a message to the organisation's relationship manager at the bank, or to the bank's own where the
         *     organisation has none. Answers come by mail.
         *
         *     **Who:** members of the organisation, admins and developers.
         *
         *     **Refused with:**
         *     - 429 `TOO_MANY_ATTEMPTS`: more than twenty enquiries in a day.
         *
         *     **Mail:** to the relationship manager, with the address of the person for answers.
         *
         *     **Audit:** `enquiry.created`.
         */
        post: operations["contactRelationshipManager"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give feedback
         * @description Takes feedback of one of the kinds Signup, API Testing, UAT Form, URL Testing, Suggestion and Others. It can be
         *     given without a session, since signing up may be what it is about; then it needs an e-mail address, and the
         *     human check when that is on.
         *
         *     **Who:** anybody; with a session the answer says more.
         *
         *     **Refused with:**
         *     - 422 `HUMAN_CHECK_FAILED`: there is no session, the human check is on, and `humanProof` does not pass it;
         *     - 422 `EMAIL_MISSING`: there is no session and no e-mail address;
         *     - 429 `TOO_MANY_ATTEMPTS`: there were too many attempts from the client address or for the account.
         *
         *     **Mail:** to the support of the bank.
         *
         *     **Audit:** `enquiry.created`.
         *
         *     Not in the source: the limit is five an hour.
         */
        post: operations["sendFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the error catalogue
         * @description Gives every problem that the APIs can answer with: its code, status, title and handling (what the caller should
         *     do next), the shared ones and those of single APIs.
         *
         *     **Who:** anybody, without a session.
         */
        get: operations["listErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/errors/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look a problem up
         * @description Gives the entries of the error catalogue with one code: the shared one, or those of the APIs that have it.
         *
         *     **Who:** anybody, without a session.
         */
        get: operations["getError"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report the usage
         * @description Counts the calls of the organisation's applications by any of day, application and API, with errors and how long
         *     answers took. A call shows within a minute.
         *
         *     **Who:** members of the organisation, admins and developers.
         *
         *     **Refused with:**
         *     - 422 `PERIOD_INVALID`: the period ends before it begins, or is longer than 366 days.
         *
         *     Not in the source: which figures there are.
         */
        get: operations["getUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quota": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the quotas
         * @description Tells what is used of the organisation's quota today, over all of its applications, and of the API plans in
         *     each, and when the day ends (at midnight in Asia/Kolkata). Every authenticated call counts but those answered
         *     429. The figures are those that the next call is judged by; over several replicas they may count a few calls too
         *     many, never too few.
         *
         *     **Who:** members of the organisation, admins and developers.
         */
        get: operations["getQuotaStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the organisation's audit log
         * @description Gives what was done in the organisation and to it, by its members and by the bank, the latest first: who, what,
         *     when and why. Entries are never changed or removed.
         *
         *     **Who:** admins of the organisation.
         *
         *     Not in the source: that organisations see their own log.
         */
        get: operations["searchAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/overlays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the overlays
         * @description Gives the scenario files of the organisation, without their text, by API and name.
         *
         *     **Who:** members of the organisation, admins and developers.
         */
        get: operations["listOverlays"];
        put?: never;
        /**
         * Create an overlay
         * @description Saves a scenario file of the organisation. It is checked like any file, together with the bank's own and the
         *     organisation's others, and speaks at once in the sandboxes of the organisation's applications, and nowhere else,
         *     on every replica. Its scenarios are selected like the bank's; a default one takes the place of the bank's
         *     default for the operations that it has rules for. Tables stand in the file itself.
         *
         *     A file with an error is not saved; `findings` in the answer say what is wrong, each with its line and column.
         *     Warnings do not keep a file from being saved.
         *
         *     **Who:** members of the organisation, admins and developers.
         *
         *     **Refused with:**
         *     - 409 `OVERLAY_EXISTS`: the organisation has an overlay of this scenario's name for the API;
         *     - 409 `OVERLAYS_FULL`: the organisation has 100 overlays;
         *     - 422 `OVERLAY_INVALID`: the file has errors, which `findings` lists;
         *     - 429 `TOO_MANY_ATTEMPTS`: the organisation has saved overlays thirty times within a minute.
         *
         *     **Audit:** `overlay.saved`.
         *
         *     Not in the source: that a default overlay goes before the bank's default scenario, and how many overlays there can
         *     be and how often they are saved.
         */
        post: operations["createOverlay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/overlays/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a scenario file
         * @description Says what would be found if the file were saved as an overlay of the organisation, and saves nothing.
         *
         *     **Who:** members of the organisation, admins and developers.
         *
         *     **Refused with:**
         *     - 429 `TOO_MANY_ATTEMPTS`: more than sixty checks in a minute.
         */
        post: operations["checkOverlay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/overlays/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run the tests of a scenario file
         * @description Runs the cases under `tests:` of a scenario file, which need not be saved, together with the files that serve and
         *     the organisation's others. Every case has sandboxes of its own in memory, with their own clock and seed, so nothing
         *     of any application's sandbox is read or changed, no callback is sent, and delays do not wait. Nothing is saved.
         *
         *     A case that fails says what was wanted and what came, each with its place. `coverage` says which rules of the file
         *     the cases used. A file with errors runs no case; `findings` say what is wrong. At most 200 cases run, for ten
         *     seconds at most; what is left is `notRun`.
         *
         *     **Who:** members of the organisation, admins and developers.
         *
         *     **Refused with:**
         *     - 429 `TOO_MANY_ATTEMPTS`: more than thirty runs in a minute.
         */
        post: operations["testOverlay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/overlays/{overlay}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an overlay
         * @description Gives the latest version of a scenario file of the organisation, with its text.
         *
         *     **Who:** members of the organisation, admins and developers.
         */
        get: operations["getOverlay"];
        /**
         * Write a new version of an overlay
         * @description Replaces the text; API and scenario name must stay. It is checked as when it is created, and speaks from the
         *     next request on; requests under way keep what they started with. The versions before are kept. A text that is
         *     the same makes no new version. What the bank has published of the overlay stays the version that it has
         *     published.
         *
         *     **Who:** members of the organisation, admins and developers.
         *
         *     **Refused with:**
         *     - 422 `OVERLAY_INVALID`: the file has errors, which `findings` lists, or another API or name;
         *     - 429 `TOO_MANY_ATTEMPTS`: the organisation has saved overlays thirty times within a minute.
         *
         *     **Audit:** `overlay.saved`.
         */
        put: operations["updateOverlay"];
        post?: never;
        /**
         * Delete an overlay
         * @description Takes a scenario file away with all its versions; selections that name it lose it. What the bank has published
         *     of it stays until the bank withdraws it.
         *
         *     **Who:** members of the organisation, admins and developers.
         *
         *     **Audit:** `overlay.deleted`.
         */
        delete: operations["deleteOverlay"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/overlays/{overlay}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the versions of an overlay
         * @description Gives the versions of a scenario file, the latest first: who saved it, when, and what for.
         *
         *     **Who:** members of the organisation, admins and developers.
         */
        get: operations["listOverlayVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/overlays/{overlay}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a version of an overlay
         * @description Gives one version of a scenario file with its text.
         *
         *     **Who:** members of the organisation, admins and developers.
         */
        get: operations["getOverlayVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/overlays/{overlay}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare two versions of an overlay
         * @description Gives the difference between two versions of a scenario file.
         *
         *     **Who:** members of the organisation, admins and developers.
         *
         *     **Refused with:**
         *     - 422 `OVERLAY_VERSION_UNKNOWN`: one of the versions does not exist.
         */
        get: operations["diffOverlay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/overlays/{overlay}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go back to a version of an overlay
         * @description Makes a new version with the text of an older one. It is checked anew, since the contracts and other files may
         *     have changed.
         *
         *     **Who:** members of the organisation, admins and developers.
         *
         *     **Refused with:**
         *     - 422 `OVERLAY_VERSION_UNKNOWN`: there is no such version;
         *     - 422 `OVERLAY_INVALID`: the text of that version has errors by now, which `findings` lists;
         *     - 429 `TOO_MANY_ATTEMPTS`: the organisation has saved overlays thirty times within a minute.
         *
         *     **Audit:** `overlay.rolled-back`.
         */
        post: operations["rollBackOverlay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the queue of requests
         * @description Gives the requests of all organisations, the oldest first; without a filter those that are open, which is the
         *     queue of the reviewers.
         *
         *     **Who:** staff of the bank, reviewers and admins.
         */
        get: operations["listReviewRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/requests/{request}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a request for review
         * @description Gives one request with everything that is to be judged: what it asks for, for which application, the comment,
         *     and the agreements that are recorded.
         *
         *     **Who:** staff of the bank, reviewers and admins.
         */
        get: operations["getReviewRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/requests/{request}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide a request
         * @description Approves or rejects a request, with a reason that the organisation reads. It is decided on what the reviewer has
         *     seen: when the request or its application has been edited since, the answer is 412. What an approval does, by
         *     kind:
         *     - `application`: the application becomes enabled, its client ID and client secret are made, and the APIs that it
         *       asks for are approved on the plan Sandbox;
         *     - `subscription`: the API is approved for the application;
         *     - `account-plan`, `api-plan`: the plan holds from then on;
         *     - `stage`: the API moves on; with Production it goes on the plan that the decision names, or else on the first
         *       plan for production that the API can be on.
         *
         *     A rejection leaves everything as it is, but that the application or the API becomes `rejected`. There is no
         *     appeal: an application can be edited and come again, and the rest requested anew, unless a stage is refused with
         *     `final`.
         *
         *     **Who:** staff of the bank, reviewers and admins.
         *
         *     **Refused with:**
         *     - 409 `REQUEST_CLOSED`: the request is decided or withdrawn;
         *     - 409 `ACCOUNT_PLAN_TOO_LOW`: the organisation's account plan has become too low for what is approved;
         *     - 422 `DECISION_INVALID`: `final` is given for something else than a refused stage, or `plan` for something else
         *       than an approved stage;
         *     - 422 `PLAN_UNKNOWN`: the API cannot be on the plan;
         *     - 409 `ORGANISATION_STATE_CONFLICT`: the organisation is suspended.
         *
         *     **Mail:** to the admins of the organisation and whoever made the request, with the reason; the webhook of the
         *     application is told as well.
         *
         *     **Audit:** `application.approved`, `application.rejected`, and so for the other kinds.
         */
        post: operations["decideRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the applications of all organisations
         * @description Gives applications with their organisations, by name. Secrets are not shown to the bank.
         *
         *     **Who:** staff of the bank, reviewers and admins.
         */
        get: operations["listAllApplications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/applications/{application}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show an application of any organisation
         * @description Gives one application with its organisation.
         *
         *     **Who:** staff of the bank, reviewers and admins.
         */
        get: operations["getAnyApplication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/applications/{application}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend an application
         * @description Switches an enabled or disabled application off, with a reason. Calls with its key are refused with 403
         *     `APPLICATION_SUSPENDED`, by every replica within a second. Its organisation can read and delete it, nothing
         *     else.
         *
         *     **Who:** admins of the bank.
         *
         *     **Refused with:**
         *     - 409 `APPLICATION_STATE_CONFLICT`: the application is neither enabled nor disabled.
         *
         *     **Mail:** to the members, with the reason; the webhook is told as well.
         *
         *     **Audit:** `application.suspended`.
         */
        post: operations["suspendApplication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/applications/{application}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lift the suspension of an application
         * @description Gives a suspended application back to its organisation, in the state that it was in before.
         *
         *     **Who:** admins of the bank.
         *
         *     **Refused with:**
         *     - 409 `APPLICATION_STATE_CONFLICT`: the application is not suspended.
         *
         *     **Mail:** to the members, with the reason; the webhook is told as well.
         *
         *     **Audit:** `application.lifted`.
         */
        post: operations["liftApplicationSuspension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/applications/{application}/partner-scope": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the partner scope of an application
         * @description Gives an application another partner scope, in any state but deleted.
         *
         *     **Who:** staff of the bank, reviewers and admins.
         *
         *     **Refused with:**
         *     - 409 `APPLICATION_STATE_CONFLICT`: the application is deleted.
         *
         *     **Audit:** `application.partner-scope-set`.
         */
        put: operations["setPartnerScope"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the organisations
         * @description Gives the organisations by name.
         *
         *     **Who:** staff of the bank, reviewers and admins.
         */
        get: operations["listOrganisations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/organisations/{organisation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show any organisation
         * @description Gives one organisation with its account plan and its first contact.
         *
         *     **Who:** staff of the bank, reviewers and admins.
         */
        get: operations["getAnyOrganisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/organisations/{organisation}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend an organisation
         * @description Refuses every call of the keys of its applications with 403 `ORGANISATION_SUSPENDED`, by every replica within a
         *     second. Its people can sign in and read; changes are refused in the same way.
         *
         *     **Who:** admins of the bank.
         *
         *     **Refused with:**
         *     - 409 `ORGANISATION_STATE_CONFLICT`: the organisation is suspended.
         *
         *     **Mail:** to the admins, with the reason.
         *
         *     **Audit:** `organisation.suspended`.
         *
         *     Not in the source: that whole organisations can be suspended.
         */
        post: operations["suspendOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/organisations/{organisation}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lift the suspension of an organisation
         * @description Ends the suspension. Applications that were suspended by themselves stay so.
         *
         *     **Who:** admins of the bank.
         *
         *     **Refused with:**
         *     - 409 `ORGANISATION_STATE_CONFLICT`: the organisation is not suspended.
         *
         *     **Mail:** to the admins, with the reason.
         *
         *     **Audit:** `organisation.lifted`.
         */
        post: operations["liftOrganisationSuspension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/organisations/{organisation}/account-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Assign an account plan
         * @description Gives an organisation an account plan without a request, also one that is not offered. An open request for an
         *     account plan is withdrawn by it. APIs that the plan does not have any more are refused with 403
         *     `API_NOT_IN_ACCOUNT_PLAN`.
         *
         *     **Who:** admins of the bank.
         *
         *     **Refused with:**
         *     - 422 `PLAN_UNKNOWN`: there is no such quota.
         *
         *     **Mail:** to the admins, with the reason.
         *
         *     **Audit:** `account-plan.assigned`.
         *
         *     Not in the source: that the bank can do this by itself.
         */
        put: operations["assignAccountPlan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/organisations/{organisation}/relationship-manager": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the relationship manager
         * @description Says who at the bank looks after an organisation. Its messages go there.
         *
         *     **Who:** admins of the bank.
         *
         *     **Audit:** `organisation.relationship-manager-set`.
         */
        put: operations["setRelationshipManager"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/organisations/{organisation}/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what an organisation has agreed to
         * @description Gives the record of agreements of an organisation.
         *
         *     **Who:** staff of the bank, reviewers and admins.
         */
        get: operations["listOrganisationAgreements"];
        put?: never;
        /**
         * Record an agreement that was signed on paper
         * @description Records that an organisation has signed an agreement outside of the portal. It counts like one that was accepted
         *     there.
         *
         *     **Who:** staff of the bank, reviewers and admins.
         *
         *     **Refused with:**
         *     - 422 `AGREEMENT_UNKNOWN`: there is no such agreement in this version.
         *
         *     **Mail:** to the admins.
         *
         *     **Audit:** `agreement.recorded`.
         *
         *     Not in the source: that agreements can be signed outside of the portal.
         */
        post: operations["recordAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the people
         * @description Gives people with accounts, those of organisations and the staff of the bank, by user name.
         *
         *     **Who:** staff of the bank, reviewers and admins.
         */
        get: operations["listPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/people/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a person
         * @description Gives one person.
         *
         *     **Who:** staff of the bank, reviewers and admins.
         */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/people/{person}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lock an account
         * @description Ends all sessions of a person and refuses new ones, with the answer of a wrong password, until the account is
         *     unlocked.
         *
         *     **Who:** admins of the bank.
         *
         *     **Refused with:**
         *     - 409 `OWN_ACCOUNT`: it is one's own account;
         *     - 409 `PERSON_STATE_CONFLICT`: the account is not active.
         *
         *     **Audit:** `person.locked`.
         *
         *     Not in the source: that accounts can be locked.
         */
        post: operations["lockPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/people/{person}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unlock an account
         * @description Lets the person sign in again.
         *
         *     **Who:** admins of the bank.
         *
         *     **Refused with:**
         *     - 409 `PERSON_STATE_CONFLICT`: the account is not locked.
         *
         *     **Audit:** `person.unlocked`.
         */
        post: operations["unlockPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/staff/{person}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the role of one of the staff
         * @description Makes somebody of the bank a reviewer or an admin. It holds from the next call.
         *
         *     **Who:** admins of the bank.
         *
         *     **Refused with:**
         *     - 409 `LAST_BANK_ADMIN`: the person is the last admin of the bank.
         *
         *     **Mail:** to the person.
         *
         *     **Audit:** `staff.role-changed`.
         */
        put: operations["changeStaffRole"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/staff/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove one of the staff
         * @description Ends all sessions of somebody of the bank and takes the role away. The account stays, without a role.
         *
         *     **Who:** admins of the bank.
         *
         *     **Refused with:**
         *     - 409 `LAST_BANK_ADMIN`: the person is the last admin of the bank.
         *
         *     **Audit:** `staff.removed`.
         */
        delete: operations["removeStaff"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the invitations to the staff
         * @description Gives invitations to the staff of the bank, the latest first.
         *
         *     **Who:** admins of the bank.
         */
        get: operations["listStaffInvitations"];
        put?: never;
        /**
         * Invite somebody to the staff
         * @description Sends an invitation to the staff of the bank, as a reviewer or an admin. The first admin is made with the
         *     program's own command.
         *
         *     **Who:** admins of the bank.
         *
         *     **Refused with:**
         *     - 409 `ALREADY_MEMBER`: the address is that of one of the staff;
         *     - 409 `INVITATION_PENDING`: an invitation to the address is open.
         *
         *     **Mail:** to the address, the link.
         *
         *     **Audit:** `staff.invited`.
         *
         *     Not in the source: how the staff gets its accounts.
         */
        post: operations["inviteStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/invitations/{invitation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw an invitation to the staff
         * @description Makes the link of an open invitation useless.
         *
         *     **Who:** admins of the bank.
         *
         *     **Refused with:**
         *     - 409 `INVITATION_CLOSED`: the invitation was accepted, withdrawn or has expired.
         *
         *     **Audit:** `staff.invitation-withdrawn`.
         */
        delete: operations["withdrawStaffInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/invitations/{invitation}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an invitation to the staff again
         * @description Sends a new link and begins the 7 days anew; links sent before stop working.
         *
         *     **Who:** admins of the bank.
         *
         *     **Refused with:**
         *     - 409 `INVITATION_CLOSED`: the invitation was accepted or withdrawn.
         *
         *     **Mail:** to the address, the link.
         *
         *     **Audit:** `staff.invitation-resent`.
         */
        post: operations["resendStaffInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/quota-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a quota
         * @description Adds a quota for account plans beside Standard and Premium.
         *
         *     **Who:** admins of the bank.
         *
         *     **Refused with:**
         *     - 409 `IDENTIFIER_TAKEN`: there is a quota of this name;
         *     - 422 `PLAN_INVALID`: an hour or a day allows fewer calls than a second or an hour.
         *
         *     **Audit:** `plan.created`.
         */
        post: operations["createQuotaPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/quota-plans/{plan}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a quota
         * @description Replaces a quota. It holds for every organisation that is on it, on every replica within a second.
         *
         *     **Who:** admins of the bank.
         *
         *     **Refused with:**
         *     - 422 `PLAN_INVALID`: an hour or a day allows fewer calls than a second or an hour.
         *
         *     **Audit:** `plan.changed`.
         */
        put: operations["updateQuotaPlan"];
        post?: never;
        /**
         * Delete a quota
         * @description Deletes a quota that no organisation is on and no open request asks for. Standard, which registrations start
         *     with, cannot be deleted.
         *
         *     **Who:** admins of the bank.
         *
         *     **Refused with:**
         *     - 409 `IN_USE`: the quota is in use, or is Standard.
         *
         *     **Audit:** `plan.deleted`.
         */
        delete: operations["deleteQuotaPlan"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/access-plans/{accessPlan}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a set of APIs
         * @description Replaces which APIs the account plans Bronze and Production have, and whether they allow production. Calls of
         *     APIs that an organisation has no more are refused with 403 `API_NOT_IN_ACCOUNT_PLAN`.
         *
         *     **Who:** admins of the bank.
         *
         *     **Refused with:**
         *     - 422 `API_UNKNOWN`: the catalogue has no such API.
         *
         *     **Audit:** `plan.changed`.
         */
        put: operations["updateAccessPlan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/api-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an API plan
         * @description Adds a plan of the bank's own beside Sandbox and Production, for some APIs or all of them.
         *
         *     **Who:** admins of the bank.
         *
         *     **Refused with:**
         *     - 409 `IDENTIFIER_TAKEN`: there is an API plan of this name;
         *     - 422 `PLAN_INVALID`: an hour or a day allows fewer calls than a second or an hour;
         *     - 422 `API_UNKNOWN`: the catalogue has no such API.
         *
         *     **Audit:** `plan.created`.
         */
        post: operations["createApiPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/api-plans/{plan}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change an API plan
         * @description Replaces an API plan. It holds for every application that is on it, on every replica within a second.
         *
         *     **Who:** admins of the bank.
         *
         *     **Refused with:**
         *     - 422 `PLAN_INVALID`: an hour or a day allows fewer calls than a second or an hour;
         *     - 422 `API_UNKNOWN`: the catalogue has no such API;
         *     - 409 `IN_USE`: an application has an API on it that it would not be for any more.
         *
         *     **Audit:** `plan.changed`.
         */
        put: operations["updateApiPlan"];
        post?: never;
        /**
         * Delete an API plan
         * @description Deletes an API plan that no application is on and no open request asks for. Sandbox, which every API starts on,
         *     cannot be deleted.
         *
         *     **Who:** admins of the bank.
         *
         *     **Refused with:**
         *     - 409 `IN_USE`: the plan is in use, or is Sandbox.
         *
         *     **Audit:** `plan.deleted`.
         */
        delete: operations["deleteApiPlan"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the whole catalogue
         * @description Gives categories, products, groups and the entries of all APIs, with what is not published. Every API that the
         *     server has a document of has an entry; a new one is not published.
         *
         *     **Who:** staff of the bank, reviewers and admins.
         */
        get: operations["getManagedCatalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/catalogue/apis/{api}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change an entry of the catalogue
         * @description Replaces what the catalogue says about an API, and publishes or withdraws it, features it, orders it, makes it a
         *     test API, says which plans it can be on and at which address the bank serves it at stage Production.
         *     Applications keep an API that is withdrawn; it cannot be added to others.
         *
         *     **Who:** admins of the bank.
         *
         *     **Refused with:**
         *     - 422 `CATALOGUE_ENTRY_UNKNOWN`: there is no such category;
         *     - 422 `PLAN_UNKNOWN`: there is no such API plan;
         *     - 409 `IN_USE`: an application has the API on a plan that it could not be on any more.
         *
         *     **Audit:** `catalogue.changed`.
         */
        put: operations["updateCatalogueEntry"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/catalogue/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a category
         * @description Adds a category to the catalogue.
         *
         *     **Who:** admins of the bank.
         *
         *     **Refused with:**
         *     - 409 `IDENTIFIER_TAKEN`: there is a category of this name.
         *
         *     **Audit:** `catalogue.changed`.
         */
        post: operations["createCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/catalogue/categories/{category}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a category
         * @description Replaces a category of the catalogue.
         *
         *     **Who:** admins of the bank.
         *
         *     **Audit:** `catalogue.changed`.
         */
        put: operations["updateCategory"];
        post?: never;
        /**
         * Delete a category
         * @description Deletes a category that nothing is in.
         *
         *     **Who:** admins of the bank.
         *
         *     **Refused with:**
         *     - 409 `IN_USE`: an API or a product is in it.
         *
         *     **Audit:** `catalogue.changed`.
         */
        delete: operations["deleteCategory"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/catalogue/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a product
         * @description Adds a product to the catalogue, which bundles APIs.
         *
         *     **Who:** admins of the bank.
         *
         *     **Refused with:**
         *     - 409 `IDENTIFIER_TAKEN`: there is a product of this name;
         *     - 422 `CATALOGUE_ENTRY_UNKNOWN`: there is no such category;
         *     - 422 `API_UNKNOWN`: there is no such API.
         *
         *     **Audit:** `catalogue.changed`.
         */
        post: operations["createProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/catalogue/products/{product}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a product
         * @description Replaces a product of the catalogue.
         *
         *     **Who:** admins of the bank.
         *
         *     **Refused with:**
         *     - 422 `CATALOGUE_ENTRY_UNKNOWN`: there is no such category;
         *     - 422 `API_UNKNOWN`: there is no such API.
         *
         *     **Audit:** `catalogue.changed`.
         */
        put: operations["updateProduct"];
        post?: never;
        /**
         * Delete a product
         * @description Deletes a product. Its APIs stay.
         *
         *     **Who:** admins of the bank.
         *
         *     **Audit:** `catalogue.changed`.
         */
        delete: operations["deleteProduct"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/catalogue/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a group
         * @description Adds a group to the catalogue, whose APIs an application can choose together.
         *
         *     **Who:** admins of the bank.
         *
         *     **Refused with:**
         *     - 409 `IDENTIFIER_TAKEN`: there is a group of this name;
         *     - 422 `API_UNKNOWN`: there is no such API.
         *
         *     **Audit:** `catalogue.changed`.
         */
        post: operations["createGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/catalogue/groups/{group}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change a group
         * @description Replaces a group of the catalogue.
         *
         *     **Who:** admins of the bank.
         *
         *     **Refused with:**
         *     - 422 `API_UNKNOWN`: there is no such API.
         *
         *     **Audit:** `catalogue.changed`.
         */
        put: operations["updateGroup"];
        post?: never;
        /**
         * Delete a group
         * @description Deletes a group. Its APIs stay, also in applications that have chosen it.
         *
         *     **Who:** admins of the bank.
         *
         *     **Audit:** `catalogue.changed`.
         */
        delete: operations["deleteGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the settings
         * @description Gives what the bank has set for the portal: its name, where feedback goes, the fields that registrations ask
         *     for, and the relationship manager of organisations that have none of their own.
         *
         *     **Who:** staff of the bank, reviewers and admins.
         */
        get: operations["getSettings"];
        /**
         * Change the settings
         * @description Replaces the settings. Fields that are taken away stay with those who have filled them in and are asked for no
         *     more; a new one that is required is asked for at the next registration or change of profile.
         *
         *     **Who:** admins of the bank.
         *
         *     **Refused with:**
         *     - 422 `SETTINGS_INVALID`: two fields have one key, a choice has no choices, or something else does not fit its
         *       kind.
         *
         *     **Audit:** `settings.changed`.
         */
        put: operations["updateSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish an agreement
         * @description Publishes a new agreement, or the next version of one. It is the current version from then on: what is requested
         *     later needs it; what was accepted before stays as it was.
         *
         *     **Who:** admins of the bank.
         *
         *     **Audit:** `agreement.published`.
         */
        post: operations["publishAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/agreements/{agreement}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw an agreement
         * @description Makes that an agreement is not demanded any more. Its versions and their records stay and can be read.
         *
         *     **Who:** admins of the bank.
         *
         *     **Audit:** `agreement.withdrawn`.
         */
        delete: operations["withdrawAgreement"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the mails
         * @description Gives the mails that the portal has written, the latest first, without their texts. They are kept for 30 days.
         *
         *     **Who:** staff of the bank, reviewers and admins.
         *
         *     Not in the source: how long they are kept.
         */
        get: operations["listMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/outbox/{message}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a mail
         * @description Gives one mail. Where no mail server is configured it has its text, which can hold a link that opens an account;
         *     so who has read it stands in the audit log. Where mails are sent, the text is not shown.
         *
         *     **Who:** staff of the bank, reviewers and admins.
         *
         *     **Audit:** `message.read`.
         */
        get: operations["getMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the whole audit log
         * @description Gives what was done by anybody, the latest first: who, what, when and why. Entries are never changed or removed.
         *
         *     **Who:** staff of the bank, reviewers and admins.
         */
        get: operations["searchBankAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report the usage of all organisations
         * @description Counts calls by any of day, organisation, application and API, with errors and how long answers took.
         *
         *     **Who:** staff of the bank, reviewers and admins.
         *
         *     **Refused with:**
         *     - 422 `PERIOD_INVALID`: the period ends before it begins, or is longer than 366 days.
         */
        get: operations["getBankUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/enquiries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the enquiries
         * @description Gives interest in APIs, requests for new ones, messages to relationship managers and feedback, the oldest open
         *     one first.
         *
         *     **Who:** staff of the bank, reviewers and admins.
         */
        get: operations["listEnquiries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/enquiries/{enquiry}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show an enquiry
         * @description Gives one enquiry.
         *
         *     **Who:** staff of the bank, reviewers and admins.
         */
        get: operations["getEnquiry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/enquiries/{enquiry}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer an enquiry
         * @description Answers an enquiry once, by mail.
         *
         *     **Who:** staff of the bank, reviewers and admins.
         *
         *     **Refused with:**
         *     - 409 `ENQUIRY_CLOSED`: the enquiry is answered.
         *
         *     **Mail:** to whoever made the enquiry, the answer.
         *
         *     **Audit:** `enquiry.answered`.
         */
        post: operations["answerEnquiry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/overlays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the overlays of all organisations
         * @description Gives the scenario files of all organisations, without their texts, by API and name.
         *
         *     **Who:** staff of the bank, reviewers and admins.
         */
        get: operations["listBankOverlays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/overlays/{overlay}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an overlay of any organisation
         * @description Gives the latest version of a scenario file with its text, and what is published of it.
         *
         *     **Who:** staff of the bank, reviewers and admins.
         */
        get: operations["getBankOverlay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/overlays/{overlay}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the versions of an overlay of any organisation
         * @description Gives the versions of a scenario file, the latest first: who saved it, when, and what for. Of a file that its
         *     organisation has deleted there is the published one.
         *
         *     **Who:** staff of the bank, reviewers and admins.
         */
        get: operations["listBankOverlayVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/overlays/{overlay}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare two versions of an overlay of any organisation
         * @description Gives the difference between two versions of a scenario file, such as the published one and the latest.
         *
         *     **Who:** staff of the bank, reviewers and admins.
         *
         *     **Refused with:**
         *     - 422 `OVERLAY_VERSION_UNKNOWN`: one of the versions does not exist.
         */
        get: operations["diffBankOverlay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/overlays/{overlay}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish an overlay for everybody
         * @description Makes one version of a scenario file speak in all sandboxes, on every replica, until it is withdrawn; another
         *     version can be published in its place. It is checked together with the bank's own files and everything that is
         *     published. A default scenario must not have rules for an operation that another default scenario has rules for.
         *     What is published can be read by everybody who has a sandbox, like the bank's own files.
         *
         *     **Who:** staff of the bank, reviewers and admins.
         *
         *     **Refused with:**
         *     - 422 `OVERLAY_VERSION_UNKNOWN`: there is no such version;
         *     - 422 `OVERLAY_INVALID`: it cannot be used together with the other files, as `findings` says.
         *
         *     **Mail:** to the author.
         *
         *     **Audit:** `overlay.published`.
         */
        post: operations["publishOverlay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/overlays/{overlay}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a published overlay
         * @description Makes that the file speaks in the sandboxes of its organisation alone, or nowhere when its organisation has
         *     deleted it.
         *
         *     **Who:** staff of the bank, reviewers and admins.
         *
         *     **Refused with:**
         *     - 409 `OVERLAY_STATE_CONFLICT`: the overlay is not published.
         *
         *     **Mail:** to the author.
         *
         *     **Audit:** `overlay.withdrawn`.
         */
        post: operations["withdrawOverlay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/overlays/{overlay}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download an overlay
         * @description Gives the text of the version that is published, or else of the latest, as a file that can be put into the
         *     scenario folder and committed.
         *
         *     **Who:** staff of the bank, reviewers and admins.
         *
         *     **Audit:** `overlay.downloaded`.
         */
        get: operations["downloadOverlay"];
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
    applicationEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Be told what happened to an application
         * @description What the server sends to the webhook address of an application, by the rules of Standard Webhooks: check the
         *     signature over `webhook-id`, the timestamp and the body with a secret of the application, refuse what is older
         *     than some minutes, and remember the ids, since a message can come twice.
         *
         *     Decisions about an application, its APIs and its organisation come in this form. A callback of a scenario has a
         *     body of its own, which the document of its API describes, with the same three headers.
         *
         *     Any status of 200 to 299 means that the message was taken; everything else, and no answer within 5 seconds, that
         *     it is to be sent again later. 410 ends the sending of this message.
         */
        post: operations["receiveApplicationEvent"];
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
         * Id
         * Format: uuid
         * @description The id of something that the portal keeps: a UUID (RFC 9562).
         * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b01
         */
        Id: string;
        /**
         * API name
         * @description An API, by the name of its document.
         * @example deposits
         */
        ApiName: string;
        /**
         * Identifier
         * @description A short name that the bank gives: small letters, digits and hyphens.
         * @example payments-and-upi
         */
        Identifier: string;
        /**
         * Line
         * @description A text of one line, with something in it. Control characters are not taken.
         * @example Acme Payments Private Limited
         */
        Line: string;
        /**
         * Prose
         * @description A text of any number of lines. Control characters beside line ends and tabs are not taken.
         * @example We collect fees for schools.
         */
        Prose: string;
        /**
         * Reason
         * @description Why something was decided or done. It is shown to whom it is about and kept in the audit log.
         * @example The purpose of the application is clear.
         */
        Reason: string;
        /**
         * Username
         * @description A user name: letters, digits, dots, hyphens and underscores. Names that differ in capitals only are the same
         *     name.
         * @example asha.rao
         */
        Username: string;
        /**
         * Email address
         * Format: email
         * @description An e-mail address.
         * @example asha.rao@acme.example
         */
        EmailAddress: string;
        /**
         * Password
         * @description A password, as it was typed.
         */
        Password: string;
        /**
         * New password
         * @description A new password. Not in the source: at least 12 characters, not a common password, and without the user name in
         *     it.
         */
        NewPassword: string;
        /**
         * Link token
         * @description What a link in an e-mail carries. It works once.
         */
        LinkToken: string;
        /**
         * Web address
         * Format: uri
         * @description An address that begins with `https:` or `http:`.
         * @example https://acme.example/hooks
         */
        WebAddress: string;
        /**
         * Site path
         * Format: uri-reference
         * @description An address within this server.
         * @example /docs/deposits
         */
        SitePath: string;
        /**
         * Instant
         * Format: date-time
         * @description A point in time (RFC 3339, UTC) by the server's clock.
         * @example 2026-03-01T10:00:00Z
         */
        Instant: string;
        /**
         * Day
         * Format: date
         * @description A day as quotas count them, in Asia/Kolkata (ISO 8601).
         * @example 2026-03-01
         */
        Day: string;
        /**
         * Version
         * @description How often it was saved. In quotes it is the entity tag that `If-Match` takes.
         * @example 3
         */
        Version: number;
        /**
         * Cursor
         * @description Where the next page begins, as an earlier answer gave it. It is not there on the last page.
         * @example MDE5OGMxZDI
         */
        Cursor: string;
        /**
         * Problem code
         * @description The code of a problem.
         * @example ACCOUNT_PLAN_TOO_LOW
         */
        ProblemCode: string;
        /**
         * Person reference
         * @description A person, by id and name.
         */
        PersonReference: {
            id: components["schemas"]["Id"];
            name: components["schemas"]["Line"];
        };
        /**
         * Organisation reference
         * @description An organisation, by id and name.
         */
        OrganisationReference: {
            id: components["schemas"]["Id"];
            name: components["schemas"]["Line"];
        };
        /**
         * Application reference
         * @description An application, by id and name.
         */
        ApplicationReference: {
            id: components["schemas"]["Id"];
            name: components["schemas"]["Line"];
        };
        /**
         * Reason given
         * @description Why it is done.
         */
        ReasonGiven: {
            reason: components["schemas"]["Reason"];
        };
        /**
         * Custom field tab
         * @description Which part of the registration asks for it.
         * @enum {string}
         */
        CustomFieldTab: "person" | "organisation";
        /**
         * Custom field kind
         * @description What its values are: a line of text, several lines, a whole number, a day, one of `choices`, or `true` and
         *     `false`.
         * @enum {string}
         */
        CustomFieldKind: "line" | "prose" | "number" | "date" | "choice" | "flag";
        /**
         * Custom field
         * @description A field that the bank asks for beside its own.
         */
        CustomField: {
            key: components["schemas"]["CustomFieldKey"];
            tab: components["schemas"]["CustomFieldTab"];
            label: components["schemas"]["Line"];
            kind: components["schemas"]["CustomFieldKind"];
            /** @description Whether it must be filled in. */
            required: boolean;
            /** @description What helps to fill it in. */
            hint?: string;
            /** @description The values that it can have. */
            choices?: components["schemas"]["Line"][];
            /** @description The greatest number of characters. */
            maxLength?: number;
        };
        /**
         * Custom field key
         * @description The name of a custom field.
         * @example gstNumber
         */
        CustomFieldKey: string;
        /**
         * Custom values
         * @description Values of custom fields by key. Numbers, days and flags are written as text too.
         */
        CustomValues: {
            [key: string]: string;
        };
        /**
         * Human check
         * @description The check that public forms ask for.
         */
        HumanCheck: {
            /** @description Whether one is asked for. */
            required: boolean;
            /**
             * @description The service whose widget the page shows, or `proof-of-work` where `getHumanChallenge` gives what is to be
             *     solved.
             */
            provider?: string;
            /** @description The public key for the service's widget. */
            siteKey?: string;
        };
        /**
         * Human challenge algorithm
         * @description What the digest of a human challenge is made with.
         * @enum {string}
         */
        HumanChallengeAlgorithm: "SHA-256";
        /**
         * Human challenge
         * @description A task of the human check that the server does itself.
         */
        HumanChallenge: {
            /** @description What a proof begins with. */
            challenge: string;
            algorithm: components["schemas"]["HumanChallengeAlgorithm"];
            /** @description With how many zero bits the digest begins. */
            bits: number;
            /**
             * Format: date-time
             * @description Until when a proof passes.
             */
            expiresAt: string;
        };
        /**
         * Human proof
         * @description What the widget of the human check gave, or the answer to `getHumanChallenge`. Needed when the check is on.
         */
        HumanProof: string;
        /**
         * Registration form
         * @description What a registration must contain.
         */
        RegistrationForm: {
            bankName: components["schemas"]["Line"];
            /** @description The fields that the bank asks for, in their order. */
            fields: components["schemas"]["CustomField"][];
            /** @description The agreements to accept, in their current versions. */
            agreements: components["schemas"]["Agreement"][];
            plans: components["schemas"]["PlanList"];
            humanCheck: components["schemas"]["HumanCheck"];
            /** @description The least number of characters of a password. */
            passwordMinLength: number;
        };
        /**
         * Availability question
         * @description The names to look at.
         */
        AvailabilityQuestion: {
            username?: components["schemas"]["Username"];
            organisationName?: components["schemas"]["Line"];
            humanProof?: components["schemas"]["HumanProof"];
        };
        /**
         * Availability
         * @description Whether each name that was asked for can be registered now.
         */
        Availability: {
            /** @description Whether the user name is available. */
            username?: boolean;
            /** @description Whether the organisation's name is available. */
            organisationName?: boolean;
        };
        /**
         * Accepted agreement
         * @description An agreement that is accepted, in the version that was shown.
         */
        AcceptedAgreement: {
            agreement: components["schemas"]["Identifier"];
            version: components["schemas"]["AgreementVersion"];
        };
        /**
         * Agreement version
         * @description The version of an agreement.
         * @example 2
         */
        AgreementVersion: number;
        /**
         * New person
         * @description The person's part of a registration.
         */
        NewPerson: {
            username: components["schemas"]["Username"];
            password: components["schemas"]["NewPassword"];
            firstName: components["schemas"]["Line"];
            lastName: components["schemas"]["Line"];
            email: components["schemas"]["EmailAddress"];
            mobile?: components["schemas"]["MobileNumber"];
            custom?: components["schemas"]["CustomValues"];
        };
        /**
         * New organisation
         * @description The organisation's part of a registration.
         */
        NewOrganisation: {
            name: components["schemas"]["Line"];
            website?: components["schemas"]["WebAddress"];
            custom?: components["schemas"]["CustomValues"];
        };
        /**
         * New registration
         * @description A registration: a person and an organisation.
         */
        NewRegistration: {
            person: components["schemas"]["NewPerson"];
            organisation: components["schemas"]["NewOrganisation"];
            /** @description The agreements that are accepted. */
            agreements: components["schemas"]["AcceptedAgreement"][];
            accountPlan?: components["schemas"]["AccountPlanChoice"];
            humanProof?: components["schemas"]["HumanProof"];
        };
        /**
         * Registration receipt
         * @description A registration that waits for its activation.
         */
        RegistrationReceipt: {
            username: components["schemas"]["Username"];
            /**
             * Format: date-time
             * @description Until when the link in the mail works.
             */
            activateUntil: string;
            /**
             * Format: date-time
             * @description Until when the names are kept for it.
             */
            namesKeptUntil: string;
        };
        /**
         * Link use
         * @description The token of a link.
         */
        LinkUse: {
            token: components["schemas"]["LinkToken"];
        };
        /**
         * Activation
         * @description What was activated. `organisation` is missing for a person of the bank's staff, who is in none; `application` is
         *     there when the organisation was activated too.
         */
        Activation: {
            username: components["schemas"]["Username"];
            organisation?: components["schemas"]["OrganisationReference"];
            application?: components["schemas"]["ApplicationReference"];
        };
        /**
         * Account name
         * @description An account, by its user name or e-mail address.
         */
        AccountName: {
            /** @description The user name or e-mail address. */
            account: string;
            humanProof?: components["schemas"]["HumanProof"];
        };
        /**
         * Mail under way
         * @description The same answer in every case: whether a mail is sent is not told.
         */
        MailUnderWay: {
            /** @description What to tell the person. */
            message: string;
        };
        /**
         * Invitation preview
         * @description What an invitation is about.
         */
        InvitationPreview: {
            organisation?: components["schemas"]["OrganisationReference"];
            email: components["schemas"]["EmailAddress"];
            role: components["schemas"]["PersonRole"];
            /**
             * Format: date-time
             * @description Until when the link works.
             */
            expiresAt: string;
            /** @description Whether the address belongs to an account already: then that person signs in and joins. */
            accountExists?: boolean;
            /** @description The fields of the tab `person`. */
            fields: components["schemas"]["CustomField"][];
            /** @description The agreements to accept. */
            agreements: components["schemas"]["Agreement"][];
        };
        /**
         * Invitation acceptance
         * @description A person who takes up an invitation.
         */
        InvitationAcceptance: {
            token: components["schemas"]["LinkToken"];
            person: components["schemas"]["InvitedPerson"];
            /** @description The agreements that are accepted. */
            agreements: components["schemas"]["AcceptedAgreement"][];
        };
        /**
         * Invited person
         * @description The person's part of a registration by invitation. The e-mail address is the invitation's.
         */
        InvitedPerson: {
            username: components["schemas"]["Username"];
            password: components["schemas"]["NewPassword"];
            firstName: components["schemas"]["Line"];
            lastName: components["schemas"]["Line"];
            mobile?: components["schemas"]["MobileNumber"];
            custom?: components["schemas"]["CustomValues"];
        };
        /**
         * Person role
         * @description What somebody may do: `admin` and `developer` in an organisation, `reviewer` and `bank-admin` for the bank.
         * @enum {string}
         */
        PersonRole: "admin" | "developer" | "reviewer" | "bank-admin";
        /**
         * Member role
         * @description What a member of an organisation may do.
         * @enum {string}
         */
        MemberRole: "admin" | "developer";
        /**
         * Staff role
         * @description What somebody of the bank may do.
         * @enum {string}
         */
        StaffRole: "reviewer" | "bank-admin";
        /**
         * Person state
         * @description What state an account is in.
         * @enum {string}
         */
        PersonState: "registered" | "active" | "locked";
        /**
         * Sign-in credentials
         * @description Who signs in.
         */
        SignInCredentials: {
            username: components["schemas"]["Username"];
            password: components["schemas"]["Password"];
        };
        /**
         * Session
         * @description Who is signed in, and for how long.
         */
        Session: {
            person: components["schemas"]["Person"];
            /**
             * Format: date-time
             * @description When the person signed in.
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description When it ends without another call.
             */
            idleUntil: string;
            /**
             * Format: date-time
             * @description When it ends in any case.
             */
            expiresAt: string;
        };
        /**
         * Person
         * @description A person with an account. Without `role` the person belongs neither to an organisation nor to the bank.
         */
        Person: {
            id: components["schemas"]["Id"];
            username: components["schemas"]["Username"];
            firstName: components["schemas"]["Line"];
            lastName: components["schemas"]["Line"];
            email: components["schemas"]["EmailAddress"];
            mobile?: components["schemas"]["MobileNumber"];
            custom?: components["schemas"]["CustomValues"];
            role?: components["schemas"]["PersonRole"];
            organisation?: components["schemas"]["OrganisationReference"];
            state: components["schemas"]["PersonState"];
            createdAt: components["schemas"]["Instant"];
            lastSignInAt?: components["schemas"]["Instant"];
            version: components["schemas"]["Version"];
        };
        /**
         * Person page
         * @description Some people, by user name.
         */
        PersonPage: {
            /** @description The entries of this page. */
            people: components["schemas"]["Person"][];
            next?: components["schemas"]["Cursor"];
        };
        /**
         * Profile change
         * @description What a profile is to be. Members that are left out are emptied.
         */
        ProfileChange: {
            firstName: components["schemas"]["Line"];
            lastName: components["schemas"]["Line"];
            mobile?: components["schemas"]["MobileNumber"];
            custom?: components["schemas"]["CustomValues"];
        };
        /**
         * Password change
         * @description The old and the new password.
         */
        PasswordChange: {
            currentPassword: components["schemas"]["Password"];
            newPassword: components["schemas"]["NewPassword"];
        };
        /**
         * Password reset
         * @description A new password, with the token of the link.
         */
        PasswordReset: {
            token: components["schemas"]["LinkToken"];
            newPassword: components["schemas"]["NewPassword"];
        };
        /**
         * Email change
         * @description A new e-mail address, with the password as proof.
         */
        EmailChange: {
            email: components["schemas"]["EmailAddress"];
            currentPassword: components["schemas"]["Password"];
        };
        /**
         * Organisation state
         * @description Whether the bank has suspended it.
         * @enum {string}
         */
        OrganisationState: "active" | "suspended";
        /**
         * Contact
         * @description Somebody of the bank to speak to.
         */
        Contact: {
            name: components["schemas"]["Line"];
            email: components["schemas"]["EmailAddress"];
            /** @description The telephone number. */
            telephone?: string;
        };
        /**
         * Organisation
         * @description An organisation: a partner of the bank.
         */
        Organisation: {
            id: components["schemas"]["Id"];
            name: components["schemas"]["Line"];
            website?: components["schemas"]["WebAddress"];
            custom?: components["schemas"]["CustomValues"];
            state: components["schemas"]["OrganisationState"];
            /** @description Why the bank has suspended it. */
            suspendedFor?: string;
            accountPlan: components["schemas"]["AccountPlan"];
            relationshipManager?: components["schemas"]["Contact"];
            firstContact?: components["schemas"]["PersonReference"];
            createdAt: components["schemas"]["Instant"];
            version: components["schemas"]["Version"];
        };
        /**
         * Organisation page
         * @description Some organisations, by name.
         */
        OrganisationPage: {
            /** @description The entries of this page. */
            organisations: components["schemas"]["Organisation"][];
            next?: components["schemas"]["Cursor"];
        };
        /**
         * Organisation change
         * @description What the organisation is to be. Members that are left out are emptied.
         */
        OrganisationChange: {
            name: components["schemas"]["Line"];
            website?: components["schemas"]["WebAddress"];
            custom?: components["schemas"]["CustomValues"];
        };
        /**
         * Member
         * @description A member of an organisation.
         */
        Member: {
            person: components["schemas"]["PersonReference"];
            username: components["schemas"]["Username"];
            email: components["schemas"]["EmailAddress"];
            role: components["schemas"]["MemberRole"];
            joinedAt: components["schemas"]["Instant"];
            lastSignInAt?: components["schemas"]["Instant"];
        };
        /**
         * Member page
         * @description Some members, by user name.
         */
        MemberPage: {
            /** @description The entries of this page. */
            members: components["schemas"]["Member"][];
            next?: components["schemas"]["Cursor"];
        };
        /**
         * Member role change
         * @description The role that a member is to have.
         */
        MemberRoleChange: {
            role: components["schemas"]["MemberRole"];
        };
        /**
         * Invitation state
         * @description What became of an invitation.
         * @enum {string}
         */
        InvitationState: "open" | "accepted" | "withdrawn" | "expired";
        /**
         * Invitation
         * @description An invitation to join an organisation, or the bank's staff.
         */
        Invitation: {
            id: components["schemas"]["Id"];
            email: components["schemas"]["EmailAddress"];
            role: components["schemas"]["PersonRole"];
            state: components["schemas"]["InvitationState"];
            invitedBy: components["schemas"]["PersonReference"];
            createdAt: components["schemas"]["Instant"];
            /**
             * Format: date-time
             * @description When its link was sent last.
             */
            sentAt?: string;
            /**
             * Format: date-time
             * @description Until when its link works.
             */
            expiresAt: string;
        };
        /**
         * Invitation page
         * @description Some invitations, the latest first.
         */
        InvitationPage: {
            /** @description The entries of this page. */
            invitations: components["schemas"]["Invitation"][];
            next?: components["schemas"]["Cursor"];
        };
        /**
         * New invitation
         * @description Whom to invite.
         */
        NewInvitation: {
            email: components["schemas"]["EmailAddress"];
            role: components["schemas"]["MemberRole"];
        };
        /**
         * New staff invitation
         * @description Whom to invite to the staff.
         */
        NewStaffInvitation: {
            email: components["schemas"]["EmailAddress"];
            role: components["schemas"]["StaffRole"];
        };
        /**
         * Staff role change
         * @description The role that somebody of the bank is to have.
         */
        StaffRoleChange: {
            role: components["schemas"]["StaffRole"];
        };
        /**
         * Access plan name
         * @description Which APIs an organisation can have: `bronze` the test APIs, `production` all and their Production plans.
         * @enum {string}
         */
        AccessPlanName: "bronze" | "production";
        /**
         * Access plan
         * @description The set of APIs of an account plan.
         */
        AccessPlan: {
            name: components["schemas"]["AccessPlanName"];
            title: components["schemas"]["Line"];
            description?: components["schemas"]["Prose"];
            /** @description Whether it has every API of the catalogue, those to come as well; `apis` is empty then. */
            every?: boolean;
            /** @description The APIs. */
            apis: components["schemas"]["ApiName"][];
            /** @description Whether APIs can go on a plan for production and to stage Production. */
            productionPlans: boolean;
            version: components["schemas"]["Version"];
        };
        /**
         * Access plan change
         * @description What the set of APIs is to be.
         */
        AccessPlanChange: {
            title: components["schemas"]["Line"];
            description?: components["schemas"]["Prose"];
            /** @description Whether it has every API. */
            every: boolean;
            /** @description The APIs, when not every one. */
            apis: components["schemas"]["ApiName"][];
            /** @description Whether it allows production. */
            productionPlans: boolean;
        };
        /**
         * Plan limits
         * @description How many calls a plan allows. What is left out is not limited. A day is one of Asia/Kolkata.
         */
        PlanLimits: {
            /** @description Calls a day. */
            callsPerDay?: number;
            /** @description Calls an hour. */
            callsPerHour?: number;
            /** @description Calls a second (TPS). */
            callsPerSecond?: number;
        };
        /**
         * Price level
         * @description Whether a plan costs something.
         * @enum {string}
         */
        PriceLevel: "free" | "chargeable";
        /**
         * Support level
         * @description What support a plan comes with.
         * @enum {string}
         */
        SupportLevel: "standard" | "personal";
        /**
         * Quota plan
         * @description The quota of an account plan, over all applications of an organisation.
         */
        QuotaPlan: {
            name: components["schemas"]["Identifier"];
            title: components["schemas"]["Line"];
            description?: components["schemas"]["Prose"];
            limits: components["schemas"]["PlanLimits"];
            price: components["schemas"]["PriceLevel"];
            support: components["schemas"]["SupportLevel"];
            /** @description Whether organisations see it and can request it. */
            offered: boolean;
            version: components["schemas"]["Version"];
        };
        /**
         * Quota plan change
         * @description What a quota is to be.
         */
        QuotaPlanChange: {
            title: components["schemas"]["Line"];
            description?: components["schemas"]["Prose"];
            limits: components["schemas"]["PlanLimits"];
            price: components["schemas"]["PriceLevel"];
            support: components["schemas"]["SupportLevel"];
            /** @description Whether organisations see it and can request it. */
            offered: boolean;
        };
        /**
         * New quota plan
         * @description A new quota.
         */
        NewQuotaPlan: {
            name: components["schemas"]["Identifier"];
            title: components["schemas"]["Line"];
            description?: components["schemas"]["Prose"];
            limits: components["schemas"]["PlanLimits"];
            price: components["schemas"]["PriceLevel"];
            support: components["schemas"]["SupportLevel"];
            /** @description Whether organisations see it and can request it. */
            offered: boolean;
        };
        /**
         * API plan
         * @description Rules and quota for one API in one application.
         */
        ApiPlan: {
            name: components["schemas"]["Identifier"];
            title: components["schemas"]["Line"];
            rules: components["schemas"]["Prose"];
            limits: components["schemas"]["PlanLimits"];
            /** @description The APIs that it is for; left out, every API. */
            apis?: components["schemas"]["ApiName"][];
            /** @description Whether it needs an account plan for production. */
            production: boolean;
            /** @description Whether organisations see it and can request it. */
            offered: boolean;
            version: components["schemas"]["Version"];
        };
        /**
         * API plan change
         * @description What an API plan is to be.
         */
        ApiPlanChange: {
            title: components["schemas"]["Line"];
            rules: components["schemas"]["Prose"];
            limits: components["schemas"]["PlanLimits"];
            /** @description The APIs that it is for; left out, every API. */
            apis?: components["schemas"]["ApiName"][];
            /** @description Whether it needs an account plan for production. */
            production: boolean;
            /** @description Whether organisations see it and can request it. */
            offered: boolean;
        };
        /**
         * New API plan
         * @description A new API plan.
         */
        NewApiPlan: {
            name: components["schemas"]["Identifier"];
            title: components["schemas"]["Line"];
            rules: components["schemas"]["Prose"];
            limits: components["schemas"]["PlanLimits"];
            /** @description The APIs that it is for; left out, every API. */
            apis?: components["schemas"]["ApiName"][];
            /** @description Whether it needs an account plan for production. */
            production: boolean;
            /** @description Whether organisations see it and can request it. */
            offered: boolean;
        };
        /**
         * Plan list
         * @description The plans.
         */
        PlanList: {
            /** @description The sets of APIs. */
            access: components["schemas"]["AccessPlan"][];
            /** @description The quotas. */
            quota: components["schemas"]["QuotaPlan"][];
            /** @description The API plans. */
            api: components["schemas"]["ApiPlan"][];
        };
        /**
         * Account plan
         * @description An organisation's account plan.
         */
        AccountPlan: {
            access: components["schemas"]["AccessPlanName"];
            quota: components["schemas"]["Identifier"];
            limits: components["schemas"]["PlanLimits"];
            /**
             * Format: date-time
             * @description Since when it holds.
             */
            since: string;
            /**
             * Format: uuid
             * @description The open request for another one.
             */
            request?: string;
        };
        /**
         * Account plan choice
         * @description An account plan to have.
         */
        AccountPlanChoice: {
            access: components["schemas"]["AccessPlanName"];
            quota: components["schemas"]["Identifier"];
        };
        /**
         * Account plan request
         * @description A request for another account plan.
         */
        AccountPlanRequest: {
            access: components["schemas"]["AccessPlanName"];
            quota: components["schemas"]["Identifier"];
            comment?: components["schemas"]["Prose"];
        };
        /**
         * Account plan assignment
         * @description An account plan that the bank gives.
         */
        AccountPlanAssignment: {
            access: components["schemas"]["AccessPlanName"];
            quota: components["schemas"]["Identifier"];
            reason: components["schemas"]["Reason"];
        };
        /**
         * API plan request
         * @description A request for another API plan.
         */
        ApiPlanRequest: {
            plan: components["schemas"]["Identifier"];
            comment?: components["schemas"]["Prose"];
        };
        /**
         * Request kind
         * @description What is to be decided: a new application, an API of an enabled application, an account plan, an API plan, or a
         *     stage.
         * @enum {string}
         */
        RequestKind: "application" | "subscription" | "account-plan" | "api-plan" | "stage";
        /**
         * Request state
         * @description What became of a request.
         * @enum {string}
         */
        RequestState: "open" | "approved" | "rejected" | "withdrawn";
        /**
         * Request
         * @description Something that the bank decides. Which members it has depends on `kind`.
         */
        Request: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["RequestKind"];
            state: components["schemas"]["RequestState"];
            organisation: components["schemas"]["OrganisationReference"];
            application?: components["schemas"]["ApplicationReference"];
            /** @description The APIs that it is about. */
            apis?: components["schemas"]["ApiName"][];
            accountPlan?: components["schemas"]["AccountPlanChoice"];
            /** @description The API plan that is asked for. */
            plan?: string;
            stage?: components["schemas"]["LaterStage"];
            comment?: components["schemas"]["Prose"];
            /** @description The agreements that are recorded for it. */
            agreements?: components["schemas"]["AgreementRecord"][];
            /** @description Whether it was rejected before and comes again. */
            revised?: boolean;
            createdBy: components["schemas"]["PersonReference"];
            createdAt: components["schemas"]["Instant"];
            decision?: components["schemas"]["Decision"];
            version: components["schemas"]["Version"];
        };
        /**
         * Request page
         * @description Some requests.
         */
        RequestPage: {
            /** @description The entries of this page. */
            requests: components["schemas"]["Request"][];
            next?: components["schemas"]["Cursor"];
        };
        /**
         * Decision outcome
         * @description What is decided.
         * @enum {string}
         */
        DecisionOutcome: "approve" | "reject";
        /**
         * Decision
         * @description What the bank has decided. Who it was is told to staff alone.
         */
        Decision: {
            outcome: components["schemas"]["DecisionOutcome"];
            reason: components["schemas"]["Reason"];
            /** @description Whether the same cannot be requested again. */
            final?: boolean;
            /** @description The API plan that came with stage Production. */
            plan?: string;
            decidedBy?: components["schemas"]["PersonReference"];
            decidedAt: components["schemas"]["Instant"];
        };
        /**
         * New decision
         * @description A decision.
         */
        NewDecision: {
            outcome: components["schemas"]["DecisionOutcome"];
            reason: components["schemas"]["Reason"];
            /** @description Only when a stage is rejected: whether it cannot be requested again. */
            final?: boolean;
            /** @description Only when stage Production is approved: the API plan that comes with it. */
            plan?: string;
        };
        /**
         * Agreement purpose
         * @description When an agreement is needed: to register, for an application (the EULA), for stage UAT, for stage Production.
         * @enum {string}
         */
        AgreementPurpose: "registration" | "application" | "uat" | "production";
        /**
         * Agreement
         * @description An agreement in one version.
         */
        Agreement: {
            agreement: components["schemas"]["Identifier"];
            version: components["schemas"]["AgreementVersion"];
            title: components["schemas"]["Line"];
            /** @description The text, in Markdown. */
            text: string;
            /** @description When it is needed. */
            purposes: components["schemas"]["AgreementPurpose"][];
            publishedAt: components["schemas"]["Instant"];
            /**
             * Format: date-time
             * @description Since when it is not demanded any more.
             */
            withdrawnAt?: string;
        };
        /**
         * Agreement list
         * @description Agreements.
         */
        AgreementList: {
            /** @description The agreements. */
            agreements: components["schemas"]["Agreement"][];
        };
        /**
         * New agreement
         * @description A new agreement, or a new version of one.
         */
        NewAgreement: {
            agreement: components["schemas"]["Identifier"];
            title: components["schemas"]["Line"];
            /** @description The text, in Markdown. */
            text: string;
            /** @description When it is needed. */
            purposes: components["schemas"]["AgreementPurpose"][];
        };
        /**
         * Agreement record
         * @description That an organisation has accepted an agreement: who, when, which version. `recordedBy` tells that the bank has
         *     recorded one that was signed outside of the portal.
         */
        AgreementRecord: {
            id: components["schemas"]["Id"];
            agreement: components["schemas"]["Identifier"];
            version: components["schemas"]["AgreementVersion"];
            /**
             * Format: date-time
             * @description When it was accepted or recorded.
             */
            acceptedAt: string;
            acceptedBy?: components["schemas"]["PersonReference"];
            application?: components["schemas"]["ApplicationReference"];
            signatory?: components["schemas"]["Line"];
            signedOn?: components["schemas"]["Day"];
            documentReference?: components["schemas"]["Line"];
            recordedBy?: components["schemas"]["PersonReference"];
        };
        /**
         * Agreement record page
         * @description Some records of agreements, the latest first.
         */
        AgreementRecordPage: {
            /** @description The entries of this page. */
            records: components["schemas"]["AgreementRecord"][];
            next?: components["schemas"]["Cursor"];
        };
        /**
         * Agreement acceptance
         * @description An agreement that the organisation accepts.
         */
        AgreementAcceptance: {
            agreement: components["schemas"]["Identifier"];
            version: components["schemas"]["AgreementVersion"];
            signatory: components["schemas"]["Line"];
        };
        /**
         * New agreement record
         * @description An agreement that was signed outside of the portal.
         */
        NewAgreementRecord: {
            agreement: components["schemas"]["Identifier"];
            version: components["schemas"]["AgreementVersion"];
            signatory: components["schemas"]["Line"];
            signedOn: components["schemas"]["Day"];
            documentReference?: components["schemas"]["Line"];
        };
        /**
         * Application state
         * @description What state an application is in.
         *     - `pending`: created, waits for the bank;
         *     - `rejected`: the bank has said no, with a reason;
         *     - `revised`: edited after that, waits for the bank;
         *     - `enabled`: its keys work;
         *     - `disabled`: switched off by its organisation;
         *     - `suspended`: switched off by the bank;
         *     - `deleted`: gone for good.
         * @enum {string}
         */
        ApplicationState: "pending" | "rejected" | "revised" | "enabled" | "disabled" | "suspended" | "deleted";
        /**
         * Platform
         * @description What the application runs on. Not in the source: which platforms there are.
         * @enum {string}
         */
        Platform: "web" | "android" | "ios" | "server" | "other";
        /**
         * OAuth type
         * @description Which OAuth it uses. Only 2.0 gets tokens from this server.
         * @enum {string}
         */
        OAuthType: "none" | "1.0" | "2.0";
        /**
         * Subscription state
         * @description Whether the bank has approved an API for an application.
         * @enum {string}
         */
        SubscriptionState: "requested" | "approved" | "rejected";
        /**
         * Stage
         * @description How far an API of an application has come.
         * @enum {string}
         */
        Stage: "sandbox" | "uat" | "production";
        /**
         * Client id
         * @description The client ID, which is the API key as well. It is made at the approval and never chosen.
         * @example cQ7xJ2mVfLw9ZrT4uKpYhN
         */
        ClientId: string;
        /**
         * Subscription
         * @description One API in one application.
         */
        Subscription: {
            api: components["schemas"]["ApiName"];
            title: components["schemas"]["Line"];
            state: components["schemas"]["SubscriptionState"];
            stage: components["schemas"]["Stage"];
            /** @description The API plan that it is on. */
            plan: string;
            /**
             * Format: date-time
             * @description Since when it is in this state at this stage.
             */
            since: string;
            /** @description The open requests about it. */
            requests?: components["schemas"]["Id"][];
            /** @description Why the bank has rejected it. */
            rejectedFor?: string;
            /**
             * Format: uri
             * @description Where the bank serves it. It is there at stage Production.
             */
            productionUrl?: string;
        };
        /**
         * Subscription list
         * @description The APIs of an application.
         */
        SubscriptionList: {
            /** @description The APIs, by name. */
            subscriptions: components["schemas"]["Subscription"][];
        };
        /**
         * Application
         * @description An application of an organisation.
         */
        Application: {
            id: components["schemas"]["Id"];
            organisation?: components["schemas"]["OrganisationReference"];
            name: components["schemas"]["Line"];
            platform: components["schemas"]["Platform"];
            description?: components["schemas"]["Prose"];
            partnerScope: components["schemas"]["Line"];
            oauthType: components["schemas"]["OAuthType"];
            oauthCallback?: components["schemas"]["WebAddress"];
            webhookUrl?: components["schemas"]["WebAddress"];
            state: components["schemas"]["ApplicationState"];
            /** @description Why it was rejected or suspended. */
            stateReason?: string;
            clientId?: components["schemas"]["ClientId"];
            /** @description Its APIs, by name. */
            subscriptions: components["schemas"]["Subscription"][];
            /**
             * Format: uuid
             * @description The open request that decides about it.
             */
            request?: string;
            createdBy: components["schemas"]["PersonReference"];
            createdAt: components["schemas"]["Instant"];
            /**
             * Format: date-time
             * @description When the bank approved it first.
             */
            approvedAt?: string;
            version: components["schemas"]["Version"];
        };
        /**
         * Application page
         * @description Some applications, by name.
         */
        ApplicationPage: {
            /** @description The entries of this page. */
            applications: components["schemas"]["Application"][];
            next?: components["schemas"]["Cursor"];
        };
        /**
         * New application
         * @description An application to create.
         */
        NewApplication: {
            name: components["schemas"]["Line"];
            platform: components["schemas"]["Platform"];
            description?: components["schemas"]["Prose"];
            partnerScope?: components["schemas"]["Line"];
            oauthType: components["schemas"]["OAuthType"];
            oauthCallback?: components["schemas"]["WebAddress"];
            webhookUrl?: components["schemas"]["WebAddress"];
            /** @description The APIs that it is to have. */
            apis?: components["schemas"]["ApiName"][];
            /** @description Groups whose APIs it is to have as well, as they are now. */
            groups?: components["schemas"]["Identifier"][];
            /** @description The agreements that are accepted: the EULA. */
            agreements: components["schemas"]["AcceptedAgreement"][];
        };
        /**
         * Application change
         * @description What an application is to be. Members that are left out are emptied, but `apis` and `partnerScope` that are left
         *     out stay as they are.
         */
        ApplicationChange: {
            name: components["schemas"]["Line"];
            platform: components["schemas"]["Platform"];
            description?: components["schemas"]["Prose"];
            partnerScope?: components["schemas"]["Line"];
            oauthType: components["schemas"]["OAuthType"];
            oauthCallback?: components["schemas"]["WebAddress"];
            webhookUrl?: components["schemas"]["WebAddress"];
            /** @description All the APIs that it is to have. */
            apis?: components["schemas"]["ApiName"][];
        };
        /**
         * API selection
         * @description APIs to add.
         */
        ApiSelection: {
            /** @description The APIs. */
            apis?: components["schemas"]["ApiName"][];
            /** @description Groups whose APIs are added, as they are now. */
            groups?: components["schemas"]["Identifier"][];
        };
        /**
         * Partner scope change
         * @description The partner scope that an application is to have.
         */
        PartnerScopeChange: {
            partnerScope: components["schemas"]["Line"];
            reason: components["schemas"]["Reason"];
        };
        /**
         * Stage request
         * @description A request to move an API of an application to a stage.
         */
        StageRequest: {
            stage: components["schemas"]["LaterStage"];
            /** @description Agreements to accept in the same step. */
            agreements?: components["schemas"]["AgreementAcceptance"][];
            comment?: components["schemas"]["Prose"];
        };
        /**
         * Later stage
         * @description A stage that is requested.
         * @enum {string}
         */
        LaterStage: "uat" | "production";
        /**
         * Journey
         * @description How far the APIs of an application have come, and what is missing for the next stages.
         */
        Journey: {
            application: components["schemas"]["ApplicationReference"];
            state: components["schemas"]["ApplicationState"];
            /** @description The APIs, by name. */
            apis: components["schemas"]["ApiJourney"][];
        };
        /**
         * API journey
         * @description How far one API has come.
         */
        ApiJourney: {
            api: components["schemas"]["ApiName"];
            title: components["schemas"]["Line"];
            state: components["schemas"]["SubscriptionState"];
            stage: components["schemas"]["Stage"];
            /** @description UAT and Production. */
            steps: components["schemas"]["JourneyStep"][];
        };
        /**
         * Journey step
         * @description One stage to come, or reached.
         */
        JourneyStep: {
            stage: components["schemas"]["LaterStage"];
            /** @description Whether the API is there or beyond. */
            reached: boolean;
            /** @description Whether it can be requested now. */
            requestable: boolean;
            /**
             * Format: uuid
             * @description The open request for it.
             */
            request?: string;
            /** @description What is missing, in the order in which to provide it. */
            missing: components["schemas"]["JourneyGap"][];
        };
        /**
         * Journey gap
         * @description Something that is missing. `code` is that of the problem which a request would meet.
         */
        JourneyGap: {
            code: components["schemas"]["ProblemCode"];
            /** @description What to do, in words. */
            message: string;
            agreement?: components["schemas"]["Identifier"];
            version?: components["schemas"]["AgreementVersion"];
        };
        /**
         * Credential state
         * @description Whether it is the pair of now, or one that ends soon.
         * @enum {string}
         */
        CredentialState: "current" | "ending";
        /**
         * Credential
         * @description Client ID and client secret of an application. `serverHash` is there when the application has BankConnect.
         */
        Credential: {
            id: components["schemas"]["Id"];
            clientId: components["schemas"]["ClientId"];
            /** @description The client secret. */
            clientSecret: string;
            /** @description The `server-hash` of BankConnect. */
            serverHash?: string;
            state: components["schemas"]["CredentialState"];
            createdAt: components["schemas"]["Instant"];
            /**
             * Format: date-time
             * @description When it stops working.
             */
            endsAt?: string;
        };
        /**
         * Credential list
         * @description The credentials of an application.
         */
        CredentialList: {
            /** @description The current pair first. */
            credentials: components["schemas"]["Credential"][];
        };
        /**
         * Credential rotation
         * @description How to change credentials.
         */
        CredentialRotation: {
            /**
             * @description For how many hours the old pair works on beside the new one; 0 ends it at once.
             * @default 24
             */
            overlapHours: number;
        };
        /**
         * Webhook event type
         * @description What happened: something about the application that the bank or its organisation has decided, a test, or a
         *     callback of a scenario.
         * @enum {string}
         */
        WebhookEventType: "application.approved" | "application.rejected" | "application.suspended" | "application.lifted" | "subscription.approved" | "subscription.rejected" | "api-plan.approved" | "api-plan.rejected" | "account-plan.approved" | "account-plan.rejected" | "stage.approved" | "stage.rejected" | "webhook.test" | "scenario.callback";
        /**
         * Webhook event
         * @description What is sent to an application's webhook address, as Standard Webhooks describe it.
         */
        WebhookEvent: {
            type: components["schemas"]["WebhookEventType"];
            timestamp: components["schemas"]["Instant"];
            data: components["schemas"]["WebhookEventData"];
        };
        /**
         * Webhook event data
         * @description What the event is about. Secrets are never in it.
         */
        WebhookEventData: {
            organisation: components["schemas"]["OrganisationReference"];
            application?: components["schemas"]["ApplicationReference"];
            /** @description The APIs. */
            apis?: components["schemas"]["ApiName"][];
            accountPlan?: components["schemas"]["AccountPlanChoice"];
            plan?: components["schemas"]["Identifier"];
            stage?: components["schemas"]["Stage"];
            /**
             * Format: uuid
             * @description The request that was decided.
             */
            request?: string;
            reason?: components["schemas"]["Reason"];
        };
        /**
         * Webhook
         * @description Where and how an application is told what happens.
         */
        Webhook: {
            url?: components["schemas"]["WebAddress"];
            /** @description The secrets that deliveries are signed with: two while one takes over from the other. */
            secrets: components["schemas"]["WebhookSecret"][];
        };
        /**
         * Webhook secret
         * @description A secret that deliveries are signed with.
         */
        WebhookSecret: {
            /** @description The secret, as Standard Webhooks write it. */
            secret: string;
            createdAt: components["schemas"]["Instant"];
            /**
             * Format: date-time
             * @description Until when it is signed with as well.
             */
            endsAt?: string;
        };
        /**
         * Delivery state
         * @description What became of a delivery.
         * @enum {string}
         */
        DeliveryState: "pending" | "delivered" | "failed";
        /**
         * Delivery
         * @description One message to a webhook address with its attempts. The payload is shown when one is read.
         */
        Delivery: {
            id: components["schemas"]["Id"];
            type: components["schemas"]["WebhookEventType"];
            url: components["schemas"]["WebAddress"];
            state: components["schemas"]["DeliveryState"];
            /** @description The attempts, the latest last. */
            attempts: components["schemas"]["DeliveryAttempt"][];
            createdAt: components["schemas"]["Instant"];
            /**
             * Format: date-time
             * @description When it is tried next.
             */
            nextAttemptAt?: string;
            /**
             * Format: uuid
             * @description The delivery that it repeats.
             */
            resendOf?: string;
            /** @description What was sent, letter for letter. */
            payload?: string;
        };
        /**
         * Delivery attempt
         * @description One attempt.
         */
        DeliveryAttempt: {
            at: components["schemas"]["Instant"];
            /** @description The status that came back. */
            status?: number;
            /** @description Why none came back. */
            failure?: string;
            /** @description How long it took, in milliseconds. */
            tookMillis: number;
        };
        /**
         * Delivery page
         * @description Some deliveries, the latest first.
         */
        DeliveryPage: {
            /** @description The entries of this page. */
            deliveries: components["schemas"]["Delivery"][];
            next?: components["schemas"]["Cursor"];
        };
        /**
         * Category
         * @description A category of the catalogue.
         */
        Category: {
            category: components["schemas"]["Identifier"];
            title: components["schemas"]["Line"];
            description?: components["schemas"]["Prose"];
            order: components["schemas"]["Order"];
            version: components["schemas"]["Version"];
        };
        /**
         * Order
         * @description Where it stands in lists: the lower the number, the further in front.
         */
        Order: number;
        /**
         * Category change
         * @description What a category is to be.
         */
        CategoryChange: {
            title: components["schemas"]["Line"];
            description?: components["schemas"]["Prose"];
            order: components["schemas"]["Order"];
        };
        /**
         * New category
         * @description A new category.
         */
        NewCategory: {
            category: components["schemas"]["Identifier"];
            title: components["schemas"]["Line"];
            description?: components["schemas"]["Prose"];
            order: components["schemas"]["Order"];
        };
        /**
         * Category list
         * @description The categories.
         */
        CategoryList: {
            /** @description The categories, in their order. */
            categories: components["schemas"]["Category"][];
        };
        /**
         * Product
         * @description A product of the bank: a bundle of APIs.
         */
        Product: {
            product: components["schemas"]["Identifier"];
            title: components["schemas"]["Line"];
            description?: components["schemas"]["Prose"];
            category?: components["schemas"]["Identifier"];
            /** @description Its APIs, in their order. */
            apis: components["schemas"]["ApiName"][];
            order: components["schemas"]["Order"];
            version: components["schemas"]["Version"];
        };
        /**
         * Product change
         * @description What a product is to be.
         */
        ProductChange: {
            title: components["schemas"]["Line"];
            description?: components["schemas"]["Prose"];
            category?: components["schemas"]["Identifier"];
            /** @description Its APIs, in their order. */
            apis: components["schemas"]["ApiName"][];
            order: components["schemas"]["Order"];
        };
        /**
         * New product
         * @description A new product.
         */
        NewProduct: {
            product: components["schemas"]["Identifier"];
            title: components["schemas"]["Line"];
            description?: components["schemas"]["Prose"];
            category?: components["schemas"]["Identifier"];
            /** @description Its APIs, in their order. */
            apis: components["schemas"]["ApiName"][];
            order: components["schemas"]["Order"];
        };
        /**
         * Product list
         * @description The products.
         */
        ProductList: {
            /** @description The products, in their order. */
            products: components["schemas"]["Product"][];
        };
        /**
         * Product detail
         * @description A product with its APIs.
         */
        ProductDetail: {
            product: components["schemas"]["Product"];
            /** @description Its APIs, in their order. */
            apis: components["schemas"]["CatalogueApi"][];
        };
        /**
         * API group
         * @description APIs that an application can choose together.
         */
        ApiGroup: {
            group: components["schemas"]["Identifier"];
            title: components["schemas"]["Line"];
            description?: components["schemas"]["Prose"];
            /** @description Its APIs, in their order. */
            apis: components["schemas"]["ApiName"][];
            order: components["schemas"]["Order"];
            version: components["schemas"]["Version"];
        };
        /**
         * API group change
         * @description What a group is to be.
         */
        ApiGroupChange: {
            title: components["schemas"]["Line"];
            description?: components["schemas"]["Prose"];
            /** @description Its APIs, in their order. */
            apis: components["schemas"]["ApiName"][];
            order: components["schemas"]["Order"];
        };
        /**
         * New API group
         * @description A new group.
         */
        NewApiGroup: {
            group: components["schemas"]["Identifier"];
            title: components["schemas"]["Line"];
            description?: components["schemas"]["Prose"];
            /** @description Its APIs, in their order. */
            apis: components["schemas"]["ApiName"][];
            order: components["schemas"]["Order"];
        };
        /**
         * API group list
         * @description The groups.
         */
        ApiGroupList: {
            /** @description The groups, in their order. */
            groups: components["schemas"]["ApiGroup"][];
        };
        /**
         * API group detail
         * @description A group, opened: name, usage and API plans of each member.
         */
        ApiGroupDetail: {
            group: components["schemas"]["ApiGroup"];
            /** @description Its APIs, in their order. */
            members: components["schemas"]["ApiGroupMember"][];
        };
        /**
         * API group member
         * @description An API of a group. `usage` is the caller's organisation's over the last 30 days, `subscriptions` those of its
         *     applications; both are there for members only.
         */
        ApiGroupMember: {
            api: components["schemas"]["ApiName"];
            title: components["schemas"]["Line"];
            summary: components["schemas"]["Prose"];
            /** @description The plans that it can be on. */
            plans: components["schemas"]["ApiPlan"][];
            usage?: components["schemas"]["UsageFigures"];
            /** @description The applications that have it. */
            subscriptions?: components["schemas"]["ApiUse"][];
        };
        /**
         * API use
         * @description An application that has an API. `productionUrl` is there at stage Production.
         */
        ApiUse: {
            application: components["schemas"]["ApplicationReference"];
            state: components["schemas"]["SubscriptionState"];
            stage: components["schemas"]["Stage"];
            /** @description The API plan that it is on. */
            plan: string;
            /**
             * Format: uri
             * @description Where the bank serves it.
             */
            productionUrl?: string;
        };
        /**
         * Catalogue API
         * @description An API of the catalogue.
         */
        CatalogueApi: {
            api: components["schemas"]["ApiName"];
            title: components["schemas"]["Line"];
            summary: components["schemas"]["Prose"];
            category?: components["schemas"]["Identifier"];
            /** @description The products that it is in. */
            products?: components["schemas"]["Identifier"][];
            /** @description The groups that it is in. */
            groups?: components["schemas"]["Identifier"][];
            /** @description Whether the bank features it. */
            featured: boolean;
            /** @description Whether it is a test API, which every account plan has. */
            test: boolean;
        };
        /**
         * Catalogue API page
         * @description Some APIs.
         */
        CatalogueApiPage: {
            /** @description The entries of this page. */
            apis: components["schemas"]["CatalogueApi"][];
            next?: components["schemas"]["Cursor"];
        };
        /**
         * Catalogue API detail
         * @description Everything about an API. `subscriptions` is there for members only.
         */
        CatalogueApiDetail: {
            api: components["schemas"]["CatalogueApi"];
            /** @description What it does, in Markdown. */
            description?: string;
            /** @description The version of its document. */
            documentVersion?: string;
            links: components["schemas"]["ApiLinks"];
            /** @description Whether some of its operations need an access token. */
            needsToken: boolean;
            /** @description Its scope, if it needs tokens. */
            scopes: components["schemas"]["ApiScope"][];
            /** @description The plans that it can be on. */
            plans: components["schemas"]["ApiPlan"][];
            /** @description The applications of the organisation that have it. */
            subscriptions?: components["schemas"]["ApiUse"][];
        };
        /**
         * API links
         * @description Where to read about an API and to try it.
         */
        ApiLinks: {
            document: components["schemas"]["SitePath"];
            documentation: components["schemas"]["SitePath"];
            console: components["schemas"]["SitePath"];
        };
        /**
         * API scope
         * @description A scope for access tokens.
         */
        ApiScope: {
            /** @description The scope. */
            scope: string;
            /** @description What it allows. */
            description: string;
        };
        /**
         * Catalogue entry
         * @description An API as the bank manages it in the catalogue.
         */
        CatalogueEntry: {
            api: components["schemas"]["ApiName"];
            title: components["schemas"]["Line"];
            summary: components["schemas"]["Prose"];
            category?: components["schemas"]["Identifier"];
            /** @description Whether it is featured. */
            featured: boolean;
            /** @description Whether it is in the catalogue. */
            published: boolean;
            /** @description Whether it is a test API. */
            test: boolean;
            order: components["schemas"]["Order"];
            /** @description The API plans that it can be on. */
            plans: components["schemas"]["Identifier"][];
            productionUrl?: components["schemas"]["WebAddress"];
            version: components["schemas"]["Version"];
        };
        /**
         * Catalogue entry change
         * @description What an entry of the catalogue is to be.
         */
        CatalogueEntryChange: {
            title: components["schemas"]["Line"];
            summary: components["schemas"]["Prose"];
            category?: components["schemas"]["Identifier"];
            /** @description Whether it is featured. */
            featured: boolean;
            /** @description Whether it is in the catalogue. */
            published: boolean;
            /** @description Whether it is a test API. */
            test: boolean;
            order: components["schemas"]["Order"];
            /** @description The API plans that it can be on. */
            plans: components["schemas"]["Identifier"][];
            productionUrl?: components["schemas"]["WebAddress"];
        };
        /**
         * Managed catalogue
         * @description The whole catalogue, with what is not published.
         */
        ManagedCatalogue: {
            /** @description The APIs. */
            apis: components["schemas"]["CatalogueEntry"][];
            /** @description The categories. */
            categories: components["schemas"]["Category"][];
            /** @description The products. */
            products: components["schemas"]["Product"][];
            /** @description The groups. */
            groups: components["schemas"]["ApiGroup"][];
        };
        /**
         * Error entry
         * @description An entry of the error catalogue.
         */
        ErrorEntry: {
            code: components["schemas"]["ProblemCode"];
            /** @description The HTTP status. */
            status: number;
            /** @description What went wrong. */
            title: string;
            /** @description What the caller should do next. */
            handling: string;
            /** @description The APIs that alone have it; left out, every API. */
            apis?: components["schemas"]["ApiName"][];
        };
        /**
         * Error entry page
         * @description Some entries, by status and code.
         */
        ErrorEntryPage: {
            /** @description The entries of this page. */
            errors: components["schemas"]["ErrorEntry"][];
            next?: components["schemas"]["Cursor"];
        };
        /**
         * Enquiry kind
         * @description What an enquiry is: interest in an API, a request for a new one, a message to the relationship manager, or
         *     feedback.
         * @enum {string}
         */
        EnquiryKind: "interest" | "new-api" | "contact" | "feedback";
        /**
         * Feedback kind
         * @description What feedback is about.
         * @enum {string}
         */
        FeedbackKind: "signup" | "api-testing" | "uat-form" | "url-testing" | "suggestion" | "others";
        /**
         * Enquiry state
         * @description Whether it is answered.
         * @enum {string}
         */
        EnquiryState: "open" | "answered";
        /**
         * Interest
         * @description Why an API is of interest.
         */
        Interest: {
            comment?: components["schemas"]["Prose"];
        };
        /**
         * API wish
         * @description An API that is missing.
         */
        ApiWish: {
            title: components["schemas"]["Line"];
            purpose: components["schemas"]["Prose"];
            /** @description How many calls a day are expected. */
            expectedCallsPerDay?: number;
        };
        /**
         * Contact message
         * @description A message to the relationship manager.
         */
        ContactMessage: {
            subject: components["schemas"]["Line"];
            /** @description The message. */
            message: string;
        };
        /**
         * Feedback
         * @description Feedback. Without a session it needs `email`.
         */
        Feedback: {
            kind: components["schemas"]["FeedbackKind"];
            /** @description The feedback. */
            message: string;
            email?: components["schemas"]["EmailAddress"];
            humanProof?: components["schemas"]["HumanProof"];
        };
        /**
         * Enquiry receipt
         * @description That an enquiry was received.
         */
        EnquiryReceipt: {
            id: components["schemas"]["Id"];
            receivedAt: components["schemas"]["Instant"];
        };
        /**
         * Enquiry
         * @description An enquiry, as the bank sees it.
         */
        Enquiry: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["EnquiryKind"];
            feedbackKind?: components["schemas"]["FeedbackKind"];
            state: components["schemas"]["EnquiryState"];
            api?: components["schemas"]["ApiName"];
            subject?: components["schemas"]["Line"];
            message: components["schemas"]["Prose"];
            organisation?: components["schemas"]["OrganisationReference"];
            person?: components["schemas"]["PersonReference"];
            email?: components["schemas"]["EmailAddress"];
            receivedAt: components["schemas"]["Instant"];
            answer?: components["schemas"]["Prose"];
            answeredBy?: components["schemas"]["PersonReference"];
            answeredAt?: components["schemas"]["Instant"];
        };
        /**
         * Enquiry page
         * @description Some enquiries, the oldest open one first.
         */
        EnquiryPage: {
            /** @description The entries of this page. */
            enquiries: components["schemas"]["Enquiry"][];
            next?: components["schemas"]["Cursor"];
        };
        /**
         * Enquiry answer
         * @description The answer to an enquiry.
         */
        EnquiryAnswer: {
            /** @description The answer. */
            answer: string;
        };
        /**
         * Usage grouping
         * @description By what calls are counted.
         * @enum {string}
         */
        UsageGrouping: "day" | "application" | "api";
        /**
         * Bank usage grouping
         * @description By what calls are counted.
         * @enum {string}
         */
        BankUsageGrouping: "day" | "organisation" | "application" | "api";
        /**
         * Usage figures
         * @description Calls in numbers. `throttled` are those answered 429, which no quota counts.
         */
        UsageFigures: {
            /** @description All calls. */
            calls: number;
            /** @description Calls answered 4xx, but 429. */
            clientErrors: number;
            /** @description Calls answered 5xx. */
            serverErrors: number;
            /** @description Calls answered 429. */
            throttled: number;
            latency?: components["schemas"]["Latency"];
        };
        /**
         * Latency
         * @description How long answers took, in milliseconds, delays of scenarios included. A percentile is exact to 5%.
         */
        Latency: {
            /** @description The median. */
            p50: number;
            /** @description The 95th percentile. */
            p95: number;
            /** @description The 99th percentile. */
            p99: number;
            /** @description The longest. */
            max: number;
        };
        /**
         * Usage row
         * @description Calls of one group. It has the members that calls are grouped by.
         */
        UsageRow: {
            day?: components["schemas"]["Day"];
            organisation?: components["schemas"]["OrganisationReference"];
            application?: components["schemas"]["ApplicationReference"];
            api?: components["schemas"]["ApiName"];
            figures: components["schemas"]["UsageFigures"];
        };
        /**
         * Usage report
         * @description Calls over some days.
         */
        UsageReport: {
            from: components["schemas"]["Day"];
            to: components["schemas"]["Day"];
            total: components["schemas"]["UsageFigures"];
            /**
             * @description The groups, in order of day, organisation, application and API; organisations and applications stand in the
             *     order in which they were made.
             */
            rows: components["schemas"]["UsageRow"][];
            next?: components["schemas"]["Cursor"];
        };
        /**
         * Quota status
         * @description What is used of the quotas today.
         */
        QuotaStatus: {
            day: components["schemas"]["Day"];
            /**
             * Format: date-time
             * @description When the next day begins.
             */
            resetsAt: string;
            organisation: components["schemas"]["QuotaUse"];
            /** @description The API plans. */
            apis: components["schemas"]["ApiQuotaUse"][];
        };
        /**
         * Quota use
         * @description What is used of one quota. A limit that is not there does not exist.
         */
        QuotaUse: {
            limits: components["schemas"]["PlanLimits"];
            /** @description Calls of today that count. */
            usedToday: number;
            /** @description Calls of this hour that count. */
            usedThisHour: number;
            /** @description Calls that are left today. */
            remainingToday?: number;
        };
        /**
         * API quota use
         * @description What is used of an API plan in one application.
         */
        ApiQuotaUse: {
            application: components["schemas"]["ApplicationReference"];
            api: components["schemas"]["ApiName"];
            plan: components["schemas"]["Identifier"];
            use: components["schemas"]["QuotaUse"];
        };
        /**
         * Actor kind
         * @description Who did something: a member of an organisation, staff of the bank, nobody who was signed in, or the server by
         *     itself.
         * @enum {string}
         */
        ActorKind: "member" | "bank" | "anonymous" | "server";
        /**
         * Audit entry
         * @description Something that was done: who, what, when, why.
         */
        AuditEntry: {
            id: components["schemas"]["Id"];
            at: components["schemas"]["Instant"];
            actor: components["schemas"]["AuditActor"];
            action: components["schemas"]["AuditAction"];
            object: components["schemas"]["AuditObject"];
            organisation?: components["schemas"]["OrganisationReference"];
            reason?: components["schemas"]["Reason"];
            /** @description What was changed. */
            changes?: components["schemas"]["AuditChange"][];
            /** @description The id of the call. */
            requestId?: string;
            /** @description The address of the caller. Staff alone see it. */
            clientAddress?: string;
        };
        /**
         * Audit actor
         * @description Who did it. The staff of the bank is named to staff alone.
         */
        AuditActor: {
            kind: components["schemas"]["ActorKind"];
            person?: components["schemas"]["PersonReference"];
            username?: components["schemas"]["Username"];
        };
        /**
         * Audit action
         * @description What was done: what it was done to, and a verb.
         * @example application.approved
         */
        AuditAction: string;
        /**
         * Audit object
         * @description What it was done to.
         */
        AuditObject: {
            /** @description What kind of thing it is. */
            kind: string;
            /** @description Its id. */
            id?: string;
            /** @description Its name at the time. */
            name?: string;
        };
        /**
         * Audit change
         * @description A member that was changed. Secrets are never shown.
         */
        AuditChange: {
            /** @description The member. */
            member: string;
            /** @description What it was. */
            before?: string;
            /** @description What it became. */
            after?: string;
        };
        /**
         * Audit page
         * @description Some entries, the latest first.
         */
        AuditPage: {
            /** @description The entries of this page. */
            entries: components["schemas"]["AuditEntry"][];
            next?: components["schemas"]["Cursor"];
        };
        /**
         * Overlay source
         * @description A scenario file, in YAML.
         */
        OverlaySource: string;
        /**
         * Overlay comment
         * @description What a version is for.
         */
        OverlayComment: string;
        /**
         * Overlay state
         * @description Whose sandboxes it speaks in: those of its organisation, or everybody's.
         * @enum {string}
         */
        OverlayState: "own" | "published";
        /**
         * Overlay
         * @description A scenario file of an organisation. `source` is there when one is read or written.
         */
        Overlay: {
            id: components["schemas"]["Id"];
            organisation?: components["schemas"]["OrganisationReference"];
            api: components["schemas"]["ApiName"];
            name: components["schemas"]["Identifier"];
            /** @description The scenario's title. */
            title?: string;
            /** @description Whether it speaks without being selected. */
            default?: boolean;
            version: components["schemas"]["Version"];
            author: components["schemas"]["PersonReference"];
            savedAt: components["schemas"]["Instant"];
            comment?: components["schemas"]["OverlayComment"];
            state: components["schemas"]["OverlayState"];
            publication?: components["schemas"]["OverlayPublication"];
            /** @description Warnings about this version. */
            findings: components["schemas"]["FileFinding"][];
            source?: components["schemas"]["OverlaySource"];
        };
        /**
         * Overlay publication
         * @description What is published of an overlay.
         */
        OverlayPublication: {
            version: components["schemas"]["Version"];
            publishedAt: components["schemas"]["Instant"];
            publishedBy?: components["schemas"]["PersonReference"];
            reason: components["schemas"]["Reason"];
        };
        /**
         * Overlay page
         * @description Some overlays, by API and name.
         */
        OverlayPage: {
            /** @description The entries of this page. */
            overlays: components["schemas"]["Overlay"][];
            next?: components["schemas"]["Cursor"];
        };
        /**
         * New overlay
         * @description An overlay to create. API and name are those in the file.
         */
        NewOverlay: {
            source: components["schemas"]["OverlaySource"];
            comment?: components["schemas"]["OverlayComment"];
        };
        /**
         * Overlay edit
         * @description A new version.
         */
        OverlayEdit: {
            source: components["schemas"]["OverlaySource"];
            comment?: components["schemas"]["OverlayComment"];
        };
        /**
         * Overlay check request
         * @description A file to check.
         */
        OverlayCheckRequest: {
            source: components["schemas"]["OverlaySource"];
        };
        /**
         * Overlay check
         * @description What was found.
         */
        OverlayCheck: {
            /** @description Whether it could be saved. */
            usable: boolean;
            /** @description What is wrong, or worth a look. */
            findings: components["schemas"]["FileFinding"][];
        };
        /**
         * Overlay test request
         * @description A file whose tests are to be run.
         */
        OverlayTestRequest: {
            source: components["schemas"]["OverlaySource"];
            /** @description Only the case of this name. */
            case?: string;
        };
        /**
         * Overlay test report
         * @description What the tests of a file have come to.
         */
        OverlayTestReport: {
            /** @description Whether the file could be saved. If not, no case was run. */
            usable: boolean;
            /** @description What is wrong, or worth a look. */
            findings: components["schemas"]["FileFinding"][];
            totals: components["schemas"]["OverlayTestTotals"];
            /** @description The cases, in the order of the file; one with rows is there for each row. */
            cases: components["schemas"]["OverlayTestCase"][];
            coverage: components["schemas"]["OverlayTestCoverage"];
        };
        /**
         * Overlay test totals
         * @description How many cases ended how.
         */
        OverlayTestTotals: {
            /** @description How many did what they expect. */
            passed: number;
            /** @description How many did not. */
            failed: number;
            /** @description How many say that they are not to be run. */
            skipped: number;
            /** @description How many could not be run. */
            notRun: number;
        };
        /**
         * Overlay test case
         * @description How one case ended.
         */
        OverlayTestCase: {
            /** @description The case's name. */
            name: string;
            /** @description The line where it begins, from 1. */
            line: number;
            /** @description The character in the line, from 1. */
            column: number;
            outcome: components["schemas"]["OverlayTestOutcome"];
            /** @description Why it was skipped, or not run. */
            reason?: string;
            failure?: components["schemas"]["OverlayTestFailure"];
        };
        /**
         * Overlay test outcome
         * @description How a case ended.
         * @enum {string}
         */
        OverlayTestOutcome: "passed" | "failed" | "skipped" | "notRun";
        /**
         * Overlay test failure
         * @description What was wrong with the step that ended a case.
         */
        OverlayTestFailure: {
            /** @description Which step it was, from 1; 0 is what comes before the steps. */
            step: number;
            /** @description How many steps the case has. */
            steps: number;
            /** @description Which time it was, of a step that repeats. */
            repetition?: number;
            /** @description The operation that was called, or what else the step does. */
            what: string;
            /** @description What was not as expected. */
            differences: components["schemas"]["OverlayTestDifference"][];
            /** @description What came back, in a line. */
            answer?: string;
        };
        /**
         * Overlay test difference
         * @description One thing that was not as a case expects, at the place of the expectation.
         */
        OverlayTestDifference: {
            /** @description A stable name for the kind of difference. */
            code: string;
            /** @description The file, as the sandbox calls it. */
            file: string;
            /** @description The line, from 1. */
            line?: number;
            /** @description The character in the line, from 1. */
            column?: number;
            /** @description What is different, in words. */
            message: string;
            /** @description What was wanted, where something was compared. */
            expected?: string;
            /** @description What came instead. */
            actual?: string;
            /** @description The rule that answered, and the one that should have. */
            related?: components["schemas"]["RelatedPlace"][];
        };
        /**
         * Overlay test coverage
         * @description What the cases have used of the file's rules.
         */
        OverlayTestCoverage: {
            /** @description How many rules the file has. */
            rules: number;
            /** @description How many of them have matched. */
            rulesMatched: number;
            /** @description How many conditions they have. */
            conditions: number;
            /** @description How many of these have been seen both to hold and to fail. */
            conditionsBoth: number;
            /** @description The rules, in the order of the file. */
            lines: components["schemas"]["OverlayTestRule"][];
        };
        /**
         * Overlay test rule
         * @description What the cases have used of one rule.
         */
        OverlayTestRule: {
            /** @description The operation that it is for, or the decision point of one. */
            operation: string;
            /** @description The rule's name. */
            rule: string;
            /** @description Where it stands in the file. */
            line: number;
            /** @description How often it has matched. */
            hits: number;
            /** @description Its conditions, in the order of evaluation. */
            conditions: components["schemas"]["OverlayTestCondition"][];
        };
        /**
         * Overlay test condition
         * @description What the cases have seen of one condition.
         */
        OverlayTestCondition: {
            /** @description Where it stands in the file. */
            line: number;
            /** @description How often it has held. */
            held: number;
            /** @description How often it has failed. */
            failed: number;
        };
        /**
         * Overlay version
         * @description One version of an overlay. `source` is there when one is read.
         */
        OverlayVersion: {
            version: components["schemas"]["Version"];
            author: components["schemas"]["PersonReference"];
            savedAt: components["schemas"]["Instant"];
            comment?: components["schemas"]["OverlayComment"];
            /** @description The version whose text it has, when it goes back to one. */
            rollbackTo?: number;
            source?: components["schemas"]["OverlaySource"];
        };
        /**
         * Overlay version page
         * @description Some versions, the latest first.
         */
        OverlayVersionPage: {
            /** @description The entries of this page. */
            versions: components["schemas"]["OverlayVersion"][];
            next?: components["schemas"]["Cursor"];
        };
        /**
         * Overlay diff
         * @description What changed between two versions.
         */
        OverlayDiff: {
            from: components["schemas"]["Version"];
            to: components["schemas"]["Version"];
            /** @description The difference in unified format; empty when there is none. */
            diff: string;
        };
        /**
         * Overlay rollback
         * @description The version to go back to.
         */
        OverlayRollback: {
            version: components["schemas"]["Version"];
            comment?: components["schemas"]["OverlayComment"];
        };
        /**
         * Overlay publication request
         * @description The version to publish.
         */
        OverlayPublicationRequest: {
            version: components["schemas"]["Version"];
            reason: components["schemas"]["Reason"];
        };
        /**
         * Overlay file
         * @description A scenario file, in YAML.
         */
        OverlayFile: string;
        /**
         * Finding severity
         * @description Whether it keeps the file from being used.
         * @enum {string}
         */
        FindingSeverity: "error" | "warning";
        /**
         * File finding
         * @description One thing that is wrong in a file, or worth a look.
         */
        FileFinding: {
            /** @description A stable name for the kind of finding. */
            code: string;
            severity: components["schemas"]["FindingSeverity"];
            /** @description The file, as the sandbox calls it. */
            file: string;
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
         * Related place
         * @description Another place that a finding speaks of.
         */
        RelatedPlace: {
            /** @description The file. */
            file: string;
            /** @description The line, from 1. */
            line?: number;
            /** @description The character in the line, from 1. */
            column?: number;
            /** @description What is there. */
            message: string;
        };
        /**
         * Findings problem
         * @description A problem that lists what was found in a file; otherwise as any problem.
         */
        FindingsProblem: {
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
            code: components["schemas"]["ProblemCode"];
            /** @description What the caller should do next. */
            handling?: string;
            /** @description The id of the call. */
            requestId?: string;
            /** @description Every place in the request that is at fault. */
            errors?: components["schemas"]["Violation"][];
            /** @description What is wrong in the file. */
            findings?: components["schemas"]["FileFinding"][];
        };
        /**
         * Settings
         * @description What the bank sets for the portal.
         */
        Settings: {
            bankName: components["schemas"]["Line"];
            supportEmail: components["schemas"]["EmailAddress"];
            /** @description What registrations ask for beside their own fields, in their order. */
            fields: components["schemas"]["CustomField"][];
            relationshipManager: components["schemas"]["Contact"];
            version: components["schemas"]["Version"];
        };
        /**
         * Settings change
         * @description What the settings are to be.
         */
        SettingsChange: {
            bankName: components["schemas"]["Line"];
            supportEmail: components["schemas"]["EmailAddress"];
            /** @description What registrations ask for, in their order. */
            fields: components["schemas"]["CustomField"][];
            relationshipManager: components["schemas"]["Contact"];
        };
        /**
         * Message state
         * @description What became of a mail: `kept` where no mail server is configured, so that the outbox is all there is.
         * @enum {string}
         */
        MessageState: "kept" | "queued" | "sent" | "failed";
        /**
         * Message
         * @description A mail that the portal has written. Its text is there when one is read that is kept.
         */
        Message: {
            id: components["schemas"]["Id"];
            to: components["schemas"]["EmailAddress"];
            /** @description The subject. */
            subject: string;
            /** @description The text. It can hold a link that opens an account. */
            text?: string;
            state: components["schemas"]["MessageState"];
            createdAt: components["schemas"]["Instant"];
            sentAt?: components["schemas"]["Instant"];
            /** @description Why it could not be sent. */
            failure?: string;
        };
        /**
         * Message page
         * @description Some mails, the latest first.
         */
        MessagePage: {
            /** @description The entries of this page. */
            messages: components["schemas"]["Message"][];
            next?: components["schemas"]["Cursor"];
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
         * Mobile number
         * @description A mobile number of digits only, with or without a country code and its `+`.
         * @example 9876543210
         */
        MobileNumber: string;
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
        /** @description There is no session any more. */
        SignedOut: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                "Set-Cookie": components["headers"]["SetCookie"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description It was changed since it was read, as `If-Match` says. */
        PreconditionFailed: {
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
        /** @description The file cannot be used, as `findings` says, or another rule is broken, as `code` says. */
        OverlayInvalid: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["FindingsProblem"];
            };
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
         * @description The person, by id.
         * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b02
         */
        PersonParameter: components["schemas"]["Id"];
        /**
         * @description The invitation, by id.
         * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b30
         */
        InvitationParameter: components["schemas"]["Id"];
        /**
         * @description The request, by id.
         * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b40
         */
        RequestParameter: components["schemas"]["Id"];
        /**
         * @description The application, by id.
         * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
         */
        ApplicationParameter: components["schemas"]["Id"];
        /**
         * @description The API, by the name of its document.
         * @example deposits
         */
        ApiParameter: components["schemas"]["ApiName"];
        /**
         * @description The pair of credentials, by id.
         * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b50
         */
        CredentialParameter: components["schemas"]["Id"];
        /**
         * @description The delivery, by id.
         * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b60
         */
        DeliveryParameter: components["schemas"]["Id"];
        /**
         * @description The product.
         * @example fixed-deposits
         */
        ProductParameter: components["schemas"]["Identifier"];
        /**
         * @description The group.
         * @example onboarding
         */
        GroupParameter: components["schemas"]["Identifier"];
        /**
         * @description The category.
         * @example accounts-and-deposits
         */
        CategoryParameter: components["schemas"]["Identifier"];
        /**
         * @description The agreement.
         * @example nda
         */
        AgreementParameter: components["schemas"]["Identifier"];
        /**
         * @description The code of the problem.
         * @example ACCOUNT_PLAN_TOO_LOW
         */
        CodeParameter: components["schemas"]["ProblemCode"];
        /**
         * @description The overlay, by id.
         * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b70
         */
        OverlayParameter: components["schemas"]["Id"];
        /**
         * @description The version.
         * @example 2
         */
        VersionParameter: components["schemas"]["Version"];
        /**
         * @description The organisation, by id.
         * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b10
         */
        OrganisationParameter: components["schemas"]["Id"];
        /**
         * @description The plan, by name.
         * @example premium
         */
        PlanParameter: components["schemas"]["Identifier"];
        /**
         * @description The set of APIs, by name.
         * @example bronze
         */
        AccessPlanParameter: components["schemas"]["AccessPlanName"];
        /**
         * @description The mail, by id.
         * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b80
         */
        MessageParameter: components["schemas"]["Id"];
        /**
         * @description The enquiry, by id.
         * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b90
         */
        EnquiryParameter: components["schemas"]["Id"];
        /**
         * @description Where the page begins: `next` of the page before. Without it, the first page.
         * @example MDE5OGMxZDI
         */
        CursorParameter: components["schemas"]["Cursor"];
        /**
         * @description How many entries to a page at most.
         * @example 50
         */
        Limit: number;
        /**
         * @description Only what has this text in its names, in small or capital letters.
         * @example deposit
         */
        TextFilter: string;
        /**
         * @description Only what is about this application.
         * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
         */
        ApplicationFilter: components["schemas"]["Id"];
        /**
         * @description Only what is about this API.
         * @example deposits
         */
        ApiFilter: components["schemas"]["ApiName"];
        /**
         * @description Only what is about this organisation.
         * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b10
         */
        OrganisationFilter: components["schemas"]["Id"];
        /**
         * @description Only what this person did.
         * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b01
         */
        PersonFilter: components["schemas"]["Id"];
        /**
         * @description Only applications in this state. Without it, all but those that are deleted.
         * @example enabled
         */
        ApplicationStateFilter: components["schemas"]["ApplicationState"];
        /**
         * @description Only requests in this state.
         * @example open
         */
        RequestStateFilter: components["schemas"]["RequestState"];
        /**
         * @description Only requests of this kind.
         * @example application
         */
        RequestKindFilter: components["schemas"]["RequestKind"];
        /**
         * @description Only organisations in this state.
         * @example active
         */
        OrganisationStateFilter: components["schemas"]["OrganisationState"];
        /**
         * @description Only accounts in this state.
         * @example active
         */
        PersonStateFilter: components["schemas"]["PersonState"];
        /**
         * @description Only people with this role.
         * @example reviewer
         */
        RoleFilter: components["schemas"]["PersonRole"];
        /**
         * @description Only invitations in this state.
         * @example open
         */
        InvitationStateFilter: components["schemas"]["InvitationState"];
        /**
         * @description Only deliveries in this state.
         * @example failed
         */
        DeliveryStateFilter: components["schemas"]["DeliveryState"];
        /**
         * @description Only mails in this state.
         * @example kept
         */
        MessageStateFilter: components["schemas"]["MessageState"];
        /**
         * @description Only mails to this address.
         * @example asha.rao@acme.example
         */
        RecipientFilter: components["schemas"]["EmailAddress"];
        /**
         * @description Only enquiries in this state.
         * @example open
         */
        EnquiryStateFilter: components["schemas"]["EnquiryState"];
        /**
         * @description Only enquiries of this kind.
         * @example feedback
         */
        EnquiryKindFilter: components["schemas"]["EnquiryKind"];
        /**
         * @description Only overlays in this state.
         * @example published
         */
        OverlayStateFilter: components["schemas"]["OverlayState"];
        /**
         * @description Only what is in this category.
         * @example accounts-and-deposits
         */
        CategoryFilter: components["schemas"]["Identifier"];
        /**
         * @description Only APIs of this product.
         * @example fixed-deposits
         */
        ProductFilter: components["schemas"]["Identifier"];
        /**
         * @description Only APIs of this group.
         * @example onboarding
         */
        GroupFilter: components["schemas"]["Identifier"];
        /**
         * @description Only APIs that are featured, or only others.
         * @example true
         */
        FeaturedFilter: boolean;
        /**
         * @description Only problems of this status.
         * @example 409
         */
        ProblemStatusFilter: number;
        /**
         * @description Only agreements that are needed for this.
         * @example uat
         */
        PurposeFilter: components["schemas"]["AgreementPurpose"];
        /**
         * @description The version. Without it, the current one.
         * @example 2
         */
        AgreementVersionFilter: components["schemas"]["AgreementVersion"];
        /**
         * @description Only this action.
         * @example application.approved
         */
        ActionFilter: components["schemas"]["AuditAction"];
        /**
         * @description Only what happened at or after this time.
         * @example 2026-03-01T00:00:00Z
         */
        SinceFilter: components["schemas"]["Instant"];
        /**
         * @description Only what happened before this time.
         * @example 2026-03-02T00:00:00Z
         */
        UntilFilter: components["schemas"]["Instant"];
        /**
         * @description The first day. Without it, 29 days before the last.
         * @example 2026-03-01
         */
        FromDay: components["schemas"]["Day"];
        /**
         * @description The last day. Without it, today.
         * @example 2026-03-01
         */
        ToDay: components["schemas"]["Day"];
        /**
         * @description By what calls are counted; several with commas between them.
         * @example [
         *       "day",
         *       "api"
         *     ]
         */
        UsageGroups: components["schemas"]["UsageGrouping"][];
        /**
         * @description By what calls are counted; several with commas between them.
         * @example [
         *       "day",
         *       "organisation"
         *     ]
         */
        BankUsageGroups: components["schemas"]["BankUsageGrouping"][];
        /**
         * @description The older version. Without it, the one before `to`.
         * @example 1
         */
        FromVersion: components["schemas"]["Version"];
        /**
         * @description The newer version. Without it, the latest.
         * @example 2
         */
        ToVersion: components["schemas"]["Version"];
        /**
         * @description The entity tag of what the change is made on: `ETag` of the answer that it was read with, which is `version` in
         *     quotes. When it has been changed since, the answer is 412 `PRECONDITION_FAILED`. `*` changes it whatever it is.
         * @example "3"
         */
        IfMatch: string;
        /**
         * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
         *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
         *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
         *     in; without a session, to whoever sends it. Not in the source.
         * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
         */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: {
        /** @description The version of what is answered, for `If-Match`. */
        ETag: string;
        /** @description The cookie of the session, or what clears it. */
        SetCookie: string;
        /** @description `no-store`: the answer holds a secret and may not be kept. */
        CacheControl: string;
        /** @description The name of the file. */
        ContentDisposition: string;
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
export type Id = components['schemas']['Id'];
export type ApiName = components['schemas']['ApiName'];
export type Identifier = components['schemas']['Identifier'];
export type Line = components['schemas']['Line'];
export type Prose = components['schemas']['Prose'];
export type Reason = components['schemas']['Reason'];
export type Username = components['schemas']['Username'];
export type EmailAddress = components['schemas']['EmailAddress'];
export type Password = components['schemas']['Password'];
export type NewPassword = components['schemas']['NewPassword'];
export type LinkToken = components['schemas']['LinkToken'];
export type WebAddress = components['schemas']['WebAddress'];
export type SitePath = components['schemas']['SitePath'];
export type Instant = components['schemas']['Instant'];
export type Day = components['schemas']['Day'];
export type Version = components['schemas']['Version'];
export type Cursor = components['schemas']['Cursor'];
export type ProblemCode = components['schemas']['ProblemCode'];
export type PersonReference = components['schemas']['PersonReference'];
export type OrganisationReference = components['schemas']['OrganisationReference'];
export type ApplicationReference = components['schemas']['ApplicationReference'];
export type ReasonGiven = components['schemas']['ReasonGiven'];
export type CustomFieldTab = components['schemas']['CustomFieldTab'];
export type CustomFieldKind = components['schemas']['CustomFieldKind'];
export type CustomField = components['schemas']['CustomField'];
export type CustomFieldKey = components['schemas']['CustomFieldKey'];
export type CustomValues = components['schemas']['CustomValues'];
export type HumanCheck = components['schemas']['HumanCheck'];
export type HumanChallengeAlgorithm = components['schemas']['HumanChallengeAlgorithm'];
export type HumanChallenge = components['schemas']['HumanChallenge'];
export type HumanProof = components['schemas']['HumanProof'];
export type RegistrationForm = components['schemas']['RegistrationForm'];
export type AvailabilityQuestion = components['schemas']['AvailabilityQuestion'];
export type Availability = components['schemas']['Availability'];
export type AcceptedAgreement = components['schemas']['AcceptedAgreement'];
export type AgreementVersion = components['schemas']['AgreementVersion'];
export type NewPerson = components['schemas']['NewPerson'];
export type NewOrganisation = components['schemas']['NewOrganisation'];
export type NewRegistration = components['schemas']['NewRegistration'];
export type RegistrationReceipt = components['schemas']['RegistrationReceipt'];
export type LinkUse = components['schemas']['LinkUse'];
export type Activation = components['schemas']['Activation'];
export type AccountName = components['schemas']['AccountName'];
export type MailUnderWay = components['schemas']['MailUnderWay'];
export type InvitationPreview = components['schemas']['InvitationPreview'];
export type InvitationAcceptance = components['schemas']['InvitationAcceptance'];
export type InvitedPerson = components['schemas']['InvitedPerson'];
export type PersonRole = components['schemas']['PersonRole'];
export type MemberRole = components['schemas']['MemberRole'];
export type StaffRole = components['schemas']['StaffRole'];
export type PersonState = components['schemas']['PersonState'];
export type SignInCredentials = components['schemas']['SignInCredentials'];
export type Session = components['schemas']['Session'];
export type Person = components['schemas']['Person'];
export type PersonPage = components['schemas']['PersonPage'];
export type ProfileChange = components['schemas']['ProfileChange'];
export type PasswordChange = components['schemas']['PasswordChange'];
export type PasswordReset = components['schemas']['PasswordReset'];
export type EmailChange = components['schemas']['EmailChange'];
export type OrganisationState = components['schemas']['OrganisationState'];
export type Contact = components['schemas']['Contact'];
export type Organisation = components['schemas']['Organisation'];
export type OrganisationPage = components['schemas']['OrganisationPage'];
export type OrganisationChange = components['schemas']['OrganisationChange'];
export type Member = components['schemas']['Member'];
export type MemberPage = components['schemas']['MemberPage'];
export type MemberRoleChange = components['schemas']['MemberRoleChange'];
export type InvitationState = components['schemas']['InvitationState'];
export type Invitation = components['schemas']['Invitation'];
export type InvitationPage = components['schemas']['InvitationPage'];
export type NewInvitation = components['schemas']['NewInvitation'];
export type NewStaffInvitation = components['schemas']['NewStaffInvitation'];
export type StaffRoleChange = components['schemas']['StaffRoleChange'];
export type AccessPlanName = components['schemas']['AccessPlanName'];
export type AccessPlan = components['schemas']['AccessPlan'];
export type AccessPlanChange = components['schemas']['AccessPlanChange'];
export type PlanLimits = components['schemas']['PlanLimits'];
export type PriceLevel = components['schemas']['PriceLevel'];
export type SupportLevel = components['schemas']['SupportLevel'];
export type QuotaPlan = components['schemas']['QuotaPlan'];
export type QuotaPlanChange = components['schemas']['QuotaPlanChange'];
export type NewQuotaPlan = components['schemas']['NewQuotaPlan'];
export type ApiPlan = components['schemas']['ApiPlan'];
export type ApiPlanChange = components['schemas']['ApiPlanChange'];
export type NewApiPlan = components['schemas']['NewApiPlan'];
export type PlanList = components['schemas']['PlanList'];
export type AccountPlan = components['schemas']['AccountPlan'];
export type AccountPlanChoice = components['schemas']['AccountPlanChoice'];
export type AccountPlanRequest = components['schemas']['AccountPlanRequest'];
export type AccountPlanAssignment = components['schemas']['AccountPlanAssignment'];
export type ApiPlanRequest = components['schemas']['ApiPlanRequest'];
export type RequestKind = components['schemas']['RequestKind'];
export type RequestState = components['schemas']['RequestState'];
export type Request = components['schemas']['Request'];
export type RequestPage = components['schemas']['RequestPage'];
export type DecisionOutcome = components['schemas']['DecisionOutcome'];
export type Decision = components['schemas']['Decision'];
export type NewDecision = components['schemas']['NewDecision'];
export type AgreementPurpose = components['schemas']['AgreementPurpose'];
export type Agreement = components['schemas']['Agreement'];
export type AgreementList = components['schemas']['AgreementList'];
export type NewAgreement = components['schemas']['NewAgreement'];
export type AgreementRecord = components['schemas']['AgreementRecord'];
export type AgreementRecordPage = components['schemas']['AgreementRecordPage'];
export type AgreementAcceptance = components['schemas']['AgreementAcceptance'];
export type NewAgreementRecord = components['schemas']['NewAgreementRecord'];
export type ApplicationState = components['schemas']['ApplicationState'];
export type Platform = components['schemas']['Platform'];
export type OAuthType = components['schemas']['OAuthType'];
export type SubscriptionState = components['schemas']['SubscriptionState'];
export type Stage = components['schemas']['Stage'];
export type ClientId = components['schemas']['ClientId'];
export type Subscription = components['schemas']['Subscription'];
export type SubscriptionList = components['schemas']['SubscriptionList'];
export type Application = components['schemas']['Application'];
export type ApplicationPage = components['schemas']['ApplicationPage'];
export type NewApplication = components['schemas']['NewApplication'];
export type ApplicationChange = components['schemas']['ApplicationChange'];
export type ApiSelection = components['schemas']['ApiSelection'];
export type PartnerScopeChange = components['schemas']['PartnerScopeChange'];
export type StageRequest = components['schemas']['StageRequest'];
export type LaterStage = components['schemas']['LaterStage'];
export type Journey = components['schemas']['Journey'];
export type ApiJourney = components['schemas']['ApiJourney'];
export type JourneyStep = components['schemas']['JourneyStep'];
export type JourneyGap = components['schemas']['JourneyGap'];
export type CredentialState = components['schemas']['CredentialState'];
export type Credential = components['schemas']['Credential'];
export type CredentialList = components['schemas']['CredentialList'];
export type CredentialRotation = components['schemas']['CredentialRotation'];
export type WebhookEventType = components['schemas']['WebhookEventType'];
export type WebhookEvent = components['schemas']['WebhookEvent'];
export type WebhookEventData = components['schemas']['WebhookEventData'];
export type Webhook = components['schemas']['Webhook'];
export type WebhookSecret = components['schemas']['WebhookSecret'];
export type DeliveryState = components['schemas']['DeliveryState'];
export type Delivery = components['schemas']['Delivery'];
export type DeliveryAttempt = components['schemas']['DeliveryAttempt'];
export type DeliveryPage = components['schemas']['DeliveryPage'];
export type Category = components['schemas']['Category'];
export type Order = components['schemas']['Order'];
export type CategoryChange = components['schemas']['CategoryChange'];
export type NewCategory = components['schemas']['NewCategory'];
export type CategoryList = components['schemas']['CategoryList'];
export type Product = components['schemas']['Product'];
export type ProductChange = components['schemas']['ProductChange'];
export type NewProduct = components['schemas']['NewProduct'];
export type ProductList = components['schemas']['ProductList'];
export type ProductDetail = components['schemas']['ProductDetail'];
export type ApiGroup = components['schemas']['ApiGroup'];
export type ApiGroupChange = components['schemas']['ApiGroupChange'];
export type NewApiGroup = components['schemas']['NewApiGroup'];
export type ApiGroupList = components['schemas']['ApiGroupList'];
export type ApiGroupDetail = components['schemas']['ApiGroupDetail'];
export type ApiGroupMember = components['schemas']['ApiGroupMember'];
export type ApiUse = components['schemas']['ApiUse'];
export type CatalogueApi = components['schemas']['CatalogueApi'];
export type CatalogueApiPage = components['schemas']['CatalogueApiPage'];
export type CatalogueApiDetail = components['schemas']['CatalogueApiDetail'];
export type ApiLinks = components['schemas']['ApiLinks'];
export type ApiScope = components['schemas']['ApiScope'];
export type CatalogueEntry = components['schemas']['CatalogueEntry'];
export type CatalogueEntryChange = components['schemas']['CatalogueEntryChange'];
export type ManagedCatalogue = components['schemas']['ManagedCatalogue'];
export type ErrorEntry = components['schemas']['ErrorEntry'];
export type ErrorEntryPage = components['schemas']['ErrorEntryPage'];
export type EnquiryKind = components['schemas']['EnquiryKind'];
export type FeedbackKind = components['schemas']['FeedbackKind'];
export type EnquiryState = components['schemas']['EnquiryState'];
export type Interest = components['schemas']['Interest'];
export type ApiWish = components['schemas']['ApiWish'];
export type ContactMessage = components['schemas']['ContactMessage'];
export type Feedback = components['schemas']['Feedback'];
export type EnquiryReceipt = components['schemas']['EnquiryReceipt'];
export type Enquiry = components['schemas']['Enquiry'];
export type EnquiryPage = components['schemas']['EnquiryPage'];
export type EnquiryAnswer = components['schemas']['EnquiryAnswer'];
export type UsageGrouping = components['schemas']['UsageGrouping'];
export type BankUsageGrouping = components['schemas']['BankUsageGrouping'];
export type UsageFigures = components['schemas']['UsageFigures'];
export type Latency = components['schemas']['Latency'];
export type UsageRow = components['schemas']['UsageRow'];
export type UsageReport = components['schemas']['UsageReport'];
export type QuotaStatus = components['schemas']['QuotaStatus'];
export type QuotaUse = components['schemas']['QuotaUse'];
export type ApiQuotaUse = components['schemas']['ApiQuotaUse'];
export type ActorKind = components['schemas']['ActorKind'];
export type AuditEntry = components['schemas']['AuditEntry'];
export type AuditActor = components['schemas']['AuditActor'];
export type AuditAction = components['schemas']['AuditAction'];
export type AuditObject = components['schemas']['AuditObject'];
export type AuditChange = components['schemas']['AuditChange'];
export type AuditPage = components['schemas']['AuditPage'];
export type OverlaySource = components['schemas']['OverlaySource'];
export type OverlayComment = components['schemas']['OverlayComment'];
export type OverlayState = components['schemas']['OverlayState'];
export type Overlay = components['schemas']['Overlay'];
export type OverlayPublication = components['schemas']['OverlayPublication'];
export type OverlayPage = components['schemas']['OverlayPage'];
export type NewOverlay = components['schemas']['NewOverlay'];
export type OverlayEdit = components['schemas']['OverlayEdit'];
export type OverlayCheckRequest = components['schemas']['OverlayCheckRequest'];
export type OverlayCheck = components['schemas']['OverlayCheck'];
export type OverlayTestRequest = components['schemas']['OverlayTestRequest'];
export type OverlayTestReport = components['schemas']['OverlayTestReport'];
export type OverlayTestTotals = components['schemas']['OverlayTestTotals'];
export type OverlayTestCase = components['schemas']['OverlayTestCase'];
export type OverlayTestOutcome = components['schemas']['OverlayTestOutcome'];
export type OverlayTestFailure = components['schemas']['OverlayTestFailure'];
export type OverlayTestDifference = components['schemas']['OverlayTestDifference'];
export type OverlayTestCoverage = components['schemas']['OverlayTestCoverage'];
export type OverlayTestRule = components['schemas']['OverlayTestRule'];
export type OverlayTestCondition = components['schemas']['OverlayTestCondition'];
export type OverlayVersion = components['schemas']['OverlayVersion'];
export type OverlayVersionPage = components['schemas']['OverlayVersionPage'];
export type OverlayDiff = components['schemas']['OverlayDiff'];
export type OverlayRollback = components['schemas']['OverlayRollback'];
export type OverlayPublicationRequest = components['schemas']['OverlayPublicationRequest'];
export type OverlayFile = components['schemas']['OverlayFile'];
export type FindingSeverity = components['schemas']['FindingSeverity'];
export type FileFinding = components['schemas']['FileFinding'];
export type RelatedPlace = components['schemas']['RelatedPlace'];
export type FindingsProblem = components['schemas']['FindingsProblem'];
export type Settings = components['schemas']['Settings'];
export type SettingsChange = components['schemas']['SettingsChange'];
export type MessageState = components['schemas']['MessageState'];
export type Message = components['schemas']['Message'];
export type MessagePage = components['schemas']['MessagePage'];
export type Problem = components['schemas']['Problem'];
export type MobileNumber = components['schemas']['MobileNumber'];
export type Violation = components['schemas']['Violation'];
export type $defs = Record<string, never>;
export interface operations {
    getRegistrationForm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The form. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationForm"];
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
    getHumanChallenge: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The challenge. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HumanChallenge"];
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
    checkAvailability: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AvailabilityQuestion"];
            };
        };
        responses: {
            /** @description Which names are available. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Availability"];
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
    createRegistration: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRegistration"];
            };
        };
        responses: {
            /** @description Registered; the activation is awaited. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationReceipt"];
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
    activateRegistration: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkUse"];
            };
        };
        responses: {
            /** @description Activated. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activation"];
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
    resendActivation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountName"];
            };
        };
        responses: {
            /** @description The same in every case. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailUnderWay"];
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
    readInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkUse"];
            };
        };
        responses: {
            /** @description The invitation. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationPreview"];
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
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationAcceptance"];
            };
        };
        responses: {
            /** @description The account. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activation"];
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
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
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
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInCredentials"];
            };
        };
        responses: {
            /** @description The session. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    "Set-Cookie": components["headers"]["SetCookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
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
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["SignedOut"];
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
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountName"];
            };
        };
        responses: {
            /** @description The same in every case. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailUnderWay"];
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
    resetPassword: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordReset"];
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
    getProfile: {
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
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
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
    updateProfile: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The entity tag of what the change is made on: `ETag` of the answer that it was read with, which is `version` in
                 *     quotes. When it has been changed since, the answer is 412 `PRECONDITION_FAILED`. `*` changes it whatever it is.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileChange"];
            };
        };
        responses: {
            /** @description The profile as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
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
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
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
    requestEmailChange: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailChange"];
            };
        };
        responses: {
            /** @description The same in every case. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailUnderWay"];
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
    confirmEmailChange: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkUse"];
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
    joinOrganisation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkUse"];
            };
        };
        responses: {
            /** @description The person, in the organisation. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
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
    getOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organisation. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
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
    updateOrganisation: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The entity tag of what the change is made on: `ETag` of the answer that it was read with, which is `version` in
                 *     quotes. When it has been changed since, the answer is 412 `PRECONDITION_FAILED`. `*` changes it whatever it is.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganisationChange"];
            };
        };
        responses: {
            /** @description The organisation as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
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
    listMembers: {
        parameters: {
            query?: {
                /**
                 * @description Where the page begins: `next` of the page before. Without it, the first page.
                 * @example MDE5OGMxZDI
                 */
                cursor?: components["parameters"]["CursorParameter"];
                /**
                 * @description How many entries to a page at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The members. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPage"];
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
    changeMemberRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The person, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b02
                 */
                person: components["parameters"]["PersonParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberRoleChange"];
            };
        };
        responses: {
            /** @description The member as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
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
    removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The person, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b02
                 */
                person: components["parameters"]["PersonParameter"];
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
    listInvitations: {
        parameters: {
            query?: {
                /**
                 * @description Only invitations in this state.
                 * @example open
                 */
                state?: components["parameters"]["InvitationStateFilter"];
                /**
                 * @description Where the page begins: `next` of the page before. Without it, the first page.
                 * @example MDE5OGMxZDI
                 */
                cursor?: components["parameters"]["CursorParameter"];
                /**
                 * @description How many entries to a page at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitations. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationPage"];
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
    createInvitation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInvitation"];
            };
        };
        responses: {
            /** @description The invitation. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
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
    getInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The invitation, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b30
                 */
                invitation: components["parameters"]["InvitationParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitation. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
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
    withdrawInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The invitation, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b30
                 */
                invitation: components["parameters"]["InvitationParameter"];
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
    resendInvitation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The invitation, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b30
                 */
                invitation: components["parameters"]["InvitationParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitation as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
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
    listPlans: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plans. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanList"];
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
    getAccountPlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account plan. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPlan"];
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
    requestAccountPlan: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountPlanRequest"];
            };
        };
        responses: {
            /** @description The request. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
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
    requestApiPlan: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The application, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application: components["parameters"]["ApplicationParameter"];
                /**
                 * @description The API, by the name of its document.
                 * @example deposits
                 */
                api: components["parameters"]["ApiParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiPlanRequest"];
            };
        };
        responses: {
            /** @description The request. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
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
    listRequests: {
        parameters: {
            query?: {
                /**
                 * @description Only requests of this kind.
                 * @example application
                 */
                kind?: components["parameters"]["RequestKindFilter"];
                /**
                 * @description Only requests in this state.
                 * @example open
                 */
                state?: components["parameters"]["RequestStateFilter"];
                /**
                 * @description Only what is about this application.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application?: components["parameters"]["ApplicationFilter"];
                /**
                 * @description Where the page begins: `next` of the page before. Without it, the first page.
                 * @example MDE5OGMxZDI
                 */
                cursor?: components["parameters"]["CursorParameter"];
                /**
                 * @description How many entries to a page at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The requests. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestPage"];
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
    getRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The request, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b40
                 */
                request: components["parameters"]["RequestParameter"];
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
                    "application/json": components["schemas"]["Request"];
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
    withdrawRequest: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The request, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b40
                 */
                request: components["parameters"]["RequestParameter"];
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
                    "application/json": components["schemas"]["Request"];
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
    listAgreements: {
        parameters: {
            query?: {
                /**
                 * @description Only agreements that are needed for this.
                 * @example uat
                 */
                purpose?: components["parameters"]["PurposeFilter"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The agreements. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementList"];
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
    getAgreement: {
        parameters: {
            query?: {
                /**
                 * @description The version. Without it, the current one.
                 * @example 2
                 */
                version?: components["parameters"]["AgreementVersionFilter"];
            };
            header?: never;
            path: {
                /**
                 * @description The agreement.
                 * @example nda
                 */
                agreement: components["parameters"]["AgreementParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The agreement. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreement"];
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
    listAgreementRecords: {
        parameters: {
            query?: {
                /**
                 * @description Where the page begins: `next` of the page before. Without it, the first page.
                 * @example MDE5OGMxZDI
                 */
                cursor?: components["parameters"]["CursorParameter"];
                /**
                 * @description How many entries to a page at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The records. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementRecordPage"];
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
    acceptAgreement: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreementAcceptance"];
            };
        };
        responses: {
            /** @description The record. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementRecord"];
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
    listApplications: {
        parameters: {
            query?: {
                /**
                 * @description Only applications in this state. Without it, all but those that are deleted.
                 * @example enabled
                 */
                state?: components["parameters"]["ApplicationStateFilter"];
                /**
                 * @description Only what has this text in its names, in small or capital letters.
                 * @example deposit
                 */
                text?: components["parameters"]["TextFilter"];
                /**
                 * @description Where the page begins: `next` of the page before. Without it, the first page.
                 * @example MDE5OGMxZDI
                 */
                cursor?: components["parameters"]["CursorParameter"];
                /**
                 * @description How many entries to a page at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The applications. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationPage"];
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
    createApplication: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApplication"];
            };
        };
        responses: {
            /** @description The application. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
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
    getApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application: components["parameters"]["ApplicationParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The application. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
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
    updateApplication: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The entity tag of what the change is made on: `ETag` of the answer that it was read with, which is `version` in
                 *     quotes. When it has been changed since, the answer is 412 `PRECONDITION_FAILED`. `*` changes it whatever it is.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The application, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application: components["parameters"]["ApplicationParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationChange"];
            };
        };
        responses: {
            /** @description The application as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
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
    deleteApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application: components["parameters"]["ApplicationParameter"];
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
    submitApplication: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The application, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application: components["parameters"]["ApplicationParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The application as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
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
    enableApplication: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The application, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application: components["parameters"]["ApplicationParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The application as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
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
    disableApplication: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The application, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application: components["parameters"]["ApplicationParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The application as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
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
    listSubscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application: components["parameters"]["ApplicationParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The APIs. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionList"];
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
    addApis: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The application, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application: components["parameters"]["ApplicationParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiSelection"];
            };
        };
        responses: {
            /** @description The APIs as they are now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionList"];
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
    getSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application: components["parameters"]["ApplicationParameter"];
                /**
                 * @description The API, by the name of its document.
                 * @example deposits
                 */
                api: components["parameters"]["ApiParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The API. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
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
    removeApi: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application: components["parameters"]["ApplicationParameter"];
                /**
                 * @description The API, by the name of its document.
                 * @example deposits
                 */
                api: components["parameters"]["ApiParameter"];
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
    requestStage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The application, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application: components["parameters"]["ApplicationParameter"];
                /**
                 * @description The API, by the name of its document.
                 * @example deposits
                 */
                api: components["parameters"]["ApiParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StageRequest"];
            };
        };
        responses: {
            /** @description The request. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
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
    getJourney: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application: components["parameters"]["ApplicationParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The journey. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Journey"];
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
    listCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application: components["parameters"]["ApplicationParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The credentials. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CredentialList"];
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
    rotateCredentials: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The application, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application: components["parameters"]["ApplicationParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CredentialRotation"];
            };
        };
        responses: {
            /** @description The new pair. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Credential"];
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
    revokeCredential: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application: components["parameters"]["ApplicationParameter"];
                /**
                 * @description The pair of credentials, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b50
                 */
                credential: components["parameters"]["CredentialParameter"];
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
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application: components["parameters"]["ApplicationParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
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
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The application, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application: components["parameters"]["ApplicationParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
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
    sendTestEvent: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The application, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application: components["parameters"]["ApplicationParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
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
    listDeliveries: {
        parameters: {
            query?: {
                /**
                 * @description Only deliveries in this state.
                 * @example failed
                 */
                state?: components["parameters"]["DeliveryStateFilter"];
                /**
                 * @description Where the page begins: `next` of the page before. Without it, the first page.
                 * @example MDE5OGMxZDI
                 */
                cursor?: components["parameters"]["CursorParameter"];
                /**
                 * @description How many entries to a page at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description The application, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application: components["parameters"]["ApplicationParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The deliveries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryPage"];
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
    getDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application: components["parameters"]["ApplicationParameter"];
                /**
                 * @description The delivery, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b60
                 */
                delivery: components["parameters"]["DeliveryParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
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
    resendDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The application, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application: components["parameters"]["ApplicationParameter"];
                /**
                 * @description The delivery, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b60
                 */
                delivery: components["parameters"]["DeliveryParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new delivery. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
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
    listCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The categories. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryList"];
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
    listProducts: {
        parameters: {
            query?: {
                /**
                 * @description Only what is in this category.
                 * @example accounts-and-deposits
                 */
                category?: components["parameters"]["CategoryFilter"];
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
                    "application/json": components["schemas"]["ProductList"];
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
    getProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The product.
                 * @example fixed-deposits
                 */
                product: components["parameters"]["ProductParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The product. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductDetail"];
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
    listGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The groups. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiGroupList"];
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
    getGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The group.
                 * @example onboarding
                 */
                group: components["parameters"]["GroupParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The group. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiGroupDetail"];
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
    searchApis: {
        parameters: {
            query?: {
                /**
                 * @description Only what has this text in its names, in small or capital letters.
                 * @example deposit
                 */
                text?: components["parameters"]["TextFilter"];
                /**
                 * @description Only what is in this category.
                 * @example accounts-and-deposits
                 */
                category?: components["parameters"]["CategoryFilter"];
                /**
                 * @description Only APIs of this product.
                 * @example fixed-deposits
                 */
                product?: components["parameters"]["ProductFilter"];
                /**
                 * @description Only APIs of this group.
                 * @example onboarding
                 */
                group?: components["parameters"]["GroupFilter"];
                /**
                 * @description Only APIs that are featured, or only others.
                 * @example true
                 */
                featured?: components["parameters"]["FeaturedFilter"];
                /**
                 * @description Where the page begins: `next` of the page before. Without it, the first page.
                 * @example MDE5OGMxZDI
                 */
                cursor?: components["parameters"]["CursorParameter"];
                /**
                 * @description How many entries to a page at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The APIs. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueApiPage"];
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
    getApi: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The API, by the name of its document.
                 * @example deposits
                 */
                api: components["parameters"]["ApiParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The API. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueApiDetail"];
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
    expressInterest: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The API, by the name of its document.
                 * @example deposits
                 */
                api: components["parameters"]["ApiParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Interest"];
            };
        };
        responses: {
            /** @description Received. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnquiryReceipt"];
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
    requestNewApi: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiWish"];
            };
        };
        responses: {
            /** @description Received. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnquiryReceipt"];
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
    contactRelationshipManager: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactMessage"];
            };
        };
        responses: {
            /** @description Received. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnquiryReceipt"];
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
    sendFeedback: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Feedback"];
            };
        };
        responses: {
            /** @description Received. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnquiryReceipt"];
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
    listErrors: {
        parameters: {
            query?: {
                /**
                 * @description Only what is about this API.
                 * @example deposits
                 */
                api?: components["parameters"]["ApiFilter"];
                /**
                 * @description Only problems of this status.
                 * @example 409
                 */
                status?: components["parameters"]["ProblemStatusFilter"];
                /**
                 * @description Only what has this text in its names, in small or capital letters.
                 * @example deposit
                 */
                text?: components["parameters"]["TextFilter"];
                /**
                 * @description Where the page begins: `next` of the page before. Without it, the first page.
                 * @example MDE5OGMxZDI
                 */
                cursor?: components["parameters"]["CursorParameter"];
                /**
                 * @description How many entries to a page at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEntryPage"];
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
    getError: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The code of the problem.
                 * @example ACCOUNT_PLAN_TOO_LOW
                 */
                code: components["parameters"]["CodeParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEntryPage"];
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
    getUsage: {
        parameters: {
            query?: {
                /**
                 * @description The first day. Without it, 29 days before the last.
                 * @example 2026-03-01
                 */
                from?: components["parameters"]["FromDay"];
                /**
                 * @description The last day. Without it, today.
                 * @example 2026-03-01
                 */
                to?: components["parameters"]["ToDay"];
                /**
                 * @description Only what is about this application.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application?: components["parameters"]["ApplicationFilter"];
                /**
                 * @description Only what is about this API.
                 * @example deposits
                 */
                api?: components["parameters"]["ApiFilter"];
                /**
                 * @description By what calls are counted; several with commas between them.
                 * @example [
                 *       "day",
                 *       "api"
                 *     ]
                 */
                groupBy?: components["parameters"]["UsageGroups"];
                /**
                 * @description Where the page begins: `next` of the page before. Without it, the first page.
                 * @example MDE5OGMxZDI
                 */
                cursor?: components["parameters"]["CursorParameter"];
                /**
                 * @description How many entries to a page at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
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
                    "application/json": components["schemas"]["UsageReport"];
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
    getQuotaStatus: {
        parameters: {
            query?: {
                /**
                 * @description Only what is about this application.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application?: components["parameters"]["ApplicationFilter"];
                /**
                 * @description Only what is about this API.
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
            /** @description The quotas. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaStatus"];
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
    searchAudit: {
        parameters: {
            query?: {
                /**
                 * @description Only this action.
                 * @example application.approved
                 */
                action?: components["parameters"]["ActionFilter"];
                /**
                 * @description Only what this person did.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b01
                 */
                person?: components["parameters"]["PersonFilter"];
                /**
                 * @description Only what is about this application.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application?: components["parameters"]["ApplicationFilter"];
                /**
                 * @description Only what happened at or after this time.
                 * @example 2026-03-01T00:00:00Z
                 */
                since?: components["parameters"]["SinceFilter"];
                /**
                 * @description Only what happened before this time.
                 * @example 2026-03-02T00:00:00Z
                 */
                until?: components["parameters"]["UntilFilter"];
                /**
                 * @description Where the page begins: `next` of the page before. Without it, the first page.
                 * @example MDE5OGMxZDI
                 */
                cursor?: components["parameters"]["CursorParameter"];
                /**
                 * @description How many entries to a page at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
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
    listOverlays: {
        parameters: {
            query?: {
                /**
                 * @description Only what is about this API.
                 * @example deposits
                 */
                api?: components["parameters"]["ApiFilter"];
                /**
                 * @description Only overlays in this state.
                 * @example published
                 */
                state?: components["parameters"]["OverlayStateFilter"];
                /**
                 * @description Where the page begins: `next` of the page before. Without it, the first page.
                 * @example MDE5OGMxZDI
                 */
                cursor?: components["parameters"]["CursorParameter"];
                /**
                 * @description How many entries to a page at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The overlays. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverlayPage"];
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
    createOverlay: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOverlay"];
            };
        };
        responses: {
            /** @description The overlay. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overlay"];
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
            422: components["responses"]["OverlayInvalid"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    checkOverlay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OverlayCheckRequest"];
            };
        };
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverlayCheck"];
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
    testOverlay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OverlayTestRequest"];
            };
        };
        responses: {
            /** @description What the tests have come to. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverlayTestReport"];
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
    getOverlay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The overlay, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b70
                 */
                overlay: components["parameters"]["OverlayParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The overlay. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overlay"];
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
    updateOverlay: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The entity tag of what the change is made on: `ETag` of the answer that it was read with, which is `version` in
                 *     quotes. When it has been changed since, the answer is 412 `PRECONDITION_FAILED`. `*` changes it whatever it is.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The overlay, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b70
                 */
                overlay: components["parameters"]["OverlayParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OverlayEdit"];
            };
        };
        responses: {
            /** @description The overlay as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overlay"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["OverlayInvalid"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    deleteOverlay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The overlay, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b70
                 */
                overlay: components["parameters"]["OverlayParameter"];
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
    listOverlayVersions: {
        parameters: {
            query?: {
                /**
                 * @description Where the page begins: `next` of the page before. Without it, the first page.
                 * @example MDE5OGMxZDI
                 */
                cursor?: components["parameters"]["CursorParameter"];
                /**
                 * @description How many entries to a page at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description The overlay, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b70
                 */
                overlay: components["parameters"]["OverlayParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverlayVersionPage"];
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
    getOverlayVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The overlay, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b70
                 */
                overlay: components["parameters"]["OverlayParameter"];
                /**
                 * @description The version.
                 * @example 2
                 */
                version: components["parameters"]["VersionParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverlayVersion"];
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
    diffOverlay: {
        parameters: {
            query?: {
                /**
                 * @description The older version. Without it, the one before `to`.
                 * @example 1
                 */
                from?: components["parameters"]["FromVersion"];
                /**
                 * @description The newer version. Without it, the latest.
                 * @example 2
                 */
                to?: components["parameters"]["ToVersion"];
            };
            header?: never;
            path: {
                /**
                 * @description The overlay, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b70
                 */
                overlay: components["parameters"]["OverlayParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The difference. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverlayDiff"];
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
    rollBackOverlay: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The entity tag of what the change is made on: `ETag` of the answer that it was read with, which is `version` in
                 *     quotes. When it has been changed since, the answer is 412 `PRECONDITION_FAILED`. `*` changes it whatever it is.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The overlay, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b70
                 */
                overlay: components["parameters"]["OverlayParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OverlayRollback"];
            };
        };
        responses: {
            /** @description The overlay as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overlay"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["OverlayInvalid"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    listReviewRequests: {
        parameters: {
            query?: {
                /**
                 * @description Only requests of this kind.
                 * @example application
                 */
                kind?: components["parameters"]["RequestKindFilter"];
                /**
                 * @description Only requests in this state.
                 * @example open
                 */
                state?: components["parameters"]["RequestStateFilter"];
                /**
                 * @description Only what is about this organisation.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b10
                 */
                organisation?: components["parameters"]["OrganisationFilter"];
                /**
                 * @description Only what is about this application.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application?: components["parameters"]["ApplicationFilter"];
                /**
                 * @description Only what is about this API.
                 * @example deposits
                 */
                api?: components["parameters"]["ApiFilter"];
                /**
                 * @description Where the page begins: `next` of the page before. Without it, the first page.
                 * @example MDE5OGMxZDI
                 */
                cursor?: components["parameters"]["CursorParameter"];
                /**
                 * @description How many entries to a page at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The requests. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestPage"];
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
    getReviewRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The request, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b40
                 */
                request: components["parameters"]["RequestParameter"];
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
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
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
    decideRequest: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The entity tag of what the change is made on: `ETag` of the answer that it was read with, which is `version` in
                 *     quotes. When it has been changed since, the answer is 412 `PRECONDITION_FAILED`. `*` changes it whatever it is.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The request, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b40
                 */
                request: components["parameters"]["RequestParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDecision"];
            };
        };
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
                    "application/json": components["schemas"]["Request"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
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
    listAllApplications: {
        parameters: {
            query?: {
                /**
                 * @description Only what is about this organisation.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b10
                 */
                organisation?: components["parameters"]["OrganisationFilter"];
                /**
                 * @description Only what is about this API.
                 * @example deposits
                 */
                api?: components["parameters"]["ApiFilter"];
                /**
                 * @description Only applications in this state. Without it, all but those that are deleted.
                 * @example enabled
                 */
                state?: components["parameters"]["ApplicationStateFilter"];
                /**
                 * @description Only what has this text in its names, in small or capital letters.
                 * @example deposit
                 */
                text?: components["parameters"]["TextFilter"];
                /**
                 * @description Where the page begins: `next` of the page before. Without it, the first page.
                 * @example MDE5OGMxZDI
                 */
                cursor?: components["parameters"]["CursorParameter"];
                /**
                 * @description How many entries to a page at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The applications. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationPage"];
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
    getAnyApplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application: components["parameters"]["ApplicationParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The application. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
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
    suspendApplication: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The application, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application: components["parameters"]["ApplicationParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonGiven"];
            };
        };
        responses: {
            /** @description The application as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
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
    liftApplicationSuspension: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The application, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application: components["parameters"]["ApplicationParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonGiven"];
            };
        };
        responses: {
            /** @description The application as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
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
    setPartnerScope: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The application, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application: components["parameters"]["ApplicationParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartnerScopeChange"];
            };
        };
        responses: {
            /** @description The application as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
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
    listOrganisations: {
        parameters: {
            query?: {
                /**
                 * @description Only organisations in this state.
                 * @example active
                 */
                state?: components["parameters"]["OrganisationStateFilter"];
                /**
                 * @description Only what has this text in its names, in small or capital letters.
                 * @example deposit
                 */
                text?: components["parameters"]["TextFilter"];
                /**
                 * @description Where the page begins: `next` of the page before. Without it, the first page.
                 * @example MDE5OGMxZDI
                 */
                cursor?: components["parameters"]["CursorParameter"];
                /**
                 * @description How many entries to a page at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organisations. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationPage"];
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
    getAnyOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The organisation, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b10
                 */
                organisation: components["parameters"]["OrganisationParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organisation. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
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
    suspendOrganisation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The organisation, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b10
                 */
                organisation: components["parameters"]["OrganisationParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonGiven"];
            };
        };
        responses: {
            /** @description The organisation as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
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
    liftOrganisationSuspension: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The organisation, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b10
                 */
                organisation: components["parameters"]["OrganisationParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonGiven"];
            };
        };
        responses: {
            /** @description The organisation as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
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
    assignAccountPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The organisation, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b10
                 */
                organisation: components["parameters"]["OrganisationParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountPlanAssignment"];
            };
        };
        responses: {
            /** @description The account plan. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPlan"];
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
    setRelationshipManager: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The organisation, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b10
                 */
                organisation: components["parameters"]["OrganisationParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Contact"];
            };
        };
        responses: {
            /** @description The organisation as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
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
    listOrganisationAgreements: {
        parameters: {
            query?: {
                /**
                 * @description Where the page begins: `next` of the page before. Without it, the first page.
                 * @example MDE5OGMxZDI
                 */
                cursor?: components["parameters"]["CursorParameter"];
                /**
                 * @description How many entries to a page at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description The organisation, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b10
                 */
                organisation: components["parameters"]["OrganisationParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The records. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementRecordPage"];
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
    recordAgreement: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The organisation, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b10
                 */
                organisation: components["parameters"]["OrganisationParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAgreementRecord"];
            };
        };
        responses: {
            /** @description The record. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementRecord"];
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
    listPeople: {
        parameters: {
            query?: {
                /**
                 * @description Only what is about this organisation.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b10
                 */
                organisation?: components["parameters"]["OrganisationFilter"];
                /**
                 * @description Only people with this role.
                 * @example reviewer
                 */
                role?: components["parameters"]["RoleFilter"];
                /**
                 * @description Only accounts in this state.
                 * @example active
                 */
                state?: components["parameters"]["PersonStateFilter"];
                /**
                 * @description Only what has this text in its names, in small or capital letters.
                 * @example deposit
                 */
                text?: components["parameters"]["TextFilter"];
                /**
                 * @description Where the page begins: `next` of the page before. Without it, the first page.
                 * @example MDE5OGMxZDI
                 */
                cursor?: components["parameters"]["CursorParameter"];
                /**
                 * @description How many entries to a page at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The people. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonPage"];
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
    getPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The person, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b02
                 */
                person: components["parameters"]["PersonParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
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
    lockPerson: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The person, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b02
                 */
                person: components["parameters"]["PersonParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonGiven"];
            };
        };
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
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
    unlockPerson: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The person, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b02
                 */
                person: components["parameters"]["PersonParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonGiven"];
            };
        };
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
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
    changeStaffRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The person, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b02
                 */
                person: components["parameters"]["PersonParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffRoleChange"];
            };
        };
        responses: {
            /** @description The person as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
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
    removeStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The person, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b02
                 */
                person: components["parameters"]["PersonParameter"];
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
    listStaffInvitations: {
        parameters: {
            query?: {
                /**
                 * @description Only invitations in this state.
                 * @example open
                 */
                state?: components["parameters"]["InvitationStateFilter"];
                /**
                 * @description Where the page begins: `next` of the page before. Without it, the first page.
                 * @example MDE5OGMxZDI
                 */
                cursor?: components["parameters"]["CursorParameter"];
                /**
                 * @description How many entries to a page at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitations. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationPage"];
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
    inviteStaff: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewStaffInvitation"];
            };
        };
        responses: {
            /** @description The invitation. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
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
    withdrawStaffInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The invitation, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b30
                 */
                invitation: components["parameters"]["InvitationParameter"];
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
    resendStaffInvitation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The invitation, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b30
                 */
                invitation: components["parameters"]["InvitationParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitation as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
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
    createQuotaPlan: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewQuotaPlan"];
            };
        };
        responses: {
            /** @description The quota. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaPlan"];
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
    updateQuotaPlan: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The entity tag of what the change is made on: `ETag` of the answer that it was read with, which is `version` in
                 *     quotes. When it has been changed since, the answer is 412 `PRECONDITION_FAILED`. `*` changes it whatever it is.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The plan, by name.
                 * @example premium
                 */
                plan: components["parameters"]["PlanParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuotaPlanChange"];
            };
        };
        responses: {
            /** @description The quota as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaPlan"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
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
    deleteQuotaPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The plan, by name.
                 * @example premium
                 */
                plan: components["parameters"]["PlanParameter"];
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
    updateAccessPlan: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The entity tag of what the change is made on: `ETag` of the answer that it was read with, which is `version` in
                 *     quotes. When it has been changed since, the answer is 412 `PRECONDITION_FAILED`. `*` changes it whatever it is.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The set of APIs, by name.
                 * @example bronze
                 */
                accessPlan: components["parameters"]["AccessPlanParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessPlanChange"];
            };
        };
        responses: {
            /** @description The set as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessPlan"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
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
    createApiPlan: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApiPlan"];
            };
        };
        responses: {
            /** @description The plan. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiPlan"];
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
    updateApiPlan: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The entity tag of what the change is made on: `ETag` of the answer that it was read with, which is `version` in
                 *     quotes. When it has been changed since, the answer is 412 `PRECONDITION_FAILED`. `*` changes it whatever it is.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The plan, by name.
                 * @example premium
                 */
                plan: components["parameters"]["PlanParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiPlanChange"];
            };
        };
        responses: {
            /** @description The plan as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiPlan"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
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
    deleteApiPlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The plan, by name.
                 * @example premium
                 */
                plan: components["parameters"]["PlanParameter"];
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
    getManagedCatalogue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The catalogue. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManagedCatalogue"];
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
    updateCatalogueEntry: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The entity tag of what the change is made on: `ETag` of the answer that it was read with, which is `version` in
                 *     quotes. When it has been changed since, the answer is 412 `PRECONDITION_FAILED`. `*` changes it whatever it is.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The API, by the name of its document.
                 * @example deposits
                 */
                api: components["parameters"]["ApiParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CatalogueEntryChange"];
            };
        };
        responses: {
            /** @description The entry as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueEntry"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
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
    createCategory: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCategory"];
            };
        };
        responses: {
            /** @description The category. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
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
    updateCategory: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The entity tag of what the change is made on: `ETag` of the answer that it was read with, which is `version` in
                 *     quotes. When it has been changed since, the answer is 412 `PRECONDITION_FAILED`. `*` changes it whatever it is.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The category.
                 * @example accounts-and-deposits
                 */
                category: components["parameters"]["CategoryParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryChange"];
            };
        };
        responses: {
            /** @description The category as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
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
    deleteCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The category.
                 * @example accounts-and-deposits
                 */
                category: components["parameters"]["CategoryParameter"];
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
    createProduct: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewProduct"];
            };
        };
        responses: {
            /** @description The product. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
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
    updateProduct: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The entity tag of what the change is made on: `ETag` of the answer that it was read with, which is `version` in
                 *     quotes. When it has been changed since, the answer is 412 `PRECONDITION_FAILED`. `*` changes it whatever it is.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The product.
                 * @example fixed-deposits
                 */
                product: components["parameters"]["ProductParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductChange"];
            };
        };
        responses: {
            /** @description The product as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
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
    deleteProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The product.
                 * @example fixed-deposits
                 */
                product: components["parameters"]["ProductParameter"];
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
    createGroup: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApiGroup"];
            };
        };
        responses: {
            /** @description The group. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiGroup"];
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
    updateGroup: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The entity tag of what the change is made on: `ETag` of the answer that it was read with, which is `version` in
                 *     quotes. When it has been changed since, the answer is 412 `PRECONDITION_FAILED`. `*` changes it whatever it is.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description The group.
                 * @example onboarding
                 */
                group: components["parameters"]["GroupParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiGroupChange"];
            };
        };
        responses: {
            /** @description The group as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiGroup"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
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
    deleteGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The group.
                 * @example onboarding
                 */
                group: components["parameters"]["GroupParameter"];
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
    getSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
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
    updateSettings: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The entity tag of what the change is made on: `ETag` of the answer that it was read with, which is `version` in
                 *     quotes. When it has been changed since, the answer is 412 `PRECONDITION_FAILED`. `*` changes it whatever it is.
                 * @example "3"
                 */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsChange"];
            };
        };
        responses: {
            /** @description The settings as they are now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
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
    publishAgreement: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAgreement"];
            };
        };
        responses: {
            /** @description The agreement. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Agreement"];
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
    withdrawAgreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The agreement.
                 * @example nda
                 */
                agreement: components["parameters"]["AgreementParameter"];
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
    listMessages: {
        parameters: {
            query?: {
                /**
                 * @description Only mails to this address.
                 * @example asha.rao@acme.example
                 */
                to?: components["parameters"]["RecipientFilter"];
                /**
                 * @description Only mails in this state.
                 * @example kept
                 */
                state?: components["parameters"]["MessageStateFilter"];
                /**
                 * @description Where the page begins: `next` of the page before. Without it, the first page.
                 * @example MDE5OGMxZDI
                 */
                cursor?: components["parameters"]["CursorParameter"];
                /**
                 * @description How many entries to a page at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mails. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePage"];
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
    getMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The mail, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b80
                 */
                message: components["parameters"]["MessageParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mail. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    "Cache-Control": components["headers"]["CacheControl"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
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
    searchBankAudit: {
        parameters: {
            query?: {
                /**
                 * @description Only this action.
                 * @example application.approved
                 */
                action?: components["parameters"]["ActionFilter"];
                /**
                 * @description Only what this person did.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b01
                 */
                person?: components["parameters"]["PersonFilter"];
                /**
                 * @description Only what is about this organisation.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b10
                 */
                organisation?: components["parameters"]["OrganisationFilter"];
                /**
                 * @description Only what is about this application.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application?: components["parameters"]["ApplicationFilter"];
                /**
                 * @description Only what happened at or after this time.
                 * @example 2026-03-01T00:00:00Z
                 */
                since?: components["parameters"]["SinceFilter"];
                /**
                 * @description Only what happened before this time.
                 * @example 2026-03-02T00:00:00Z
                 */
                until?: components["parameters"]["UntilFilter"];
                /**
                 * @description Where the page begins: `next` of the page before. Without it, the first page.
                 * @example MDE5OGMxZDI
                 */
                cursor?: components["parameters"]["CursorParameter"];
                /**
                 * @description How many entries to a page at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
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
    getBankUsage: {
        parameters: {
            query?: {
                /**
                 * @description The first day. Without it, 29 days before the last.
                 * @example 2026-03-01
                 */
                from?: components["parameters"]["FromDay"];
                /**
                 * @description The last day. Without it, today.
                 * @example 2026-03-01
                 */
                to?: components["parameters"]["ToDay"];
                /**
                 * @description Only what is about this organisation.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b10
                 */
                organisation?: components["parameters"]["OrganisationFilter"];
                /**
                 * @description Only what is about this application.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b20
                 */
                application?: components["parameters"]["ApplicationFilter"];
                /**
                 * @description Only what is about this API.
                 * @example deposits
                 */
                api?: components["parameters"]["ApiFilter"];
                /**
                 * @description By what calls are counted; several with commas between them.
                 * @example [
                 *       "day",
                 *       "organisation"
                 *     ]
                 */
                groupBy?: components["parameters"]["BankUsageGroups"];
                /**
                 * @description Where the page begins: `next` of the page before. Without it, the first page.
                 * @example MDE5OGMxZDI
                 */
                cursor?: components["parameters"]["CursorParameter"];
                /**
                 * @description How many entries to a page at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
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
                    "application/json": components["schemas"]["UsageReport"];
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
    listEnquiries: {
        parameters: {
            query?: {
                /**
                 * @description Only enquiries of this kind.
                 * @example feedback
                 */
                kind?: components["parameters"]["EnquiryKindFilter"];
                /**
                 * @description Only enquiries in this state.
                 * @example open
                 */
                state?: components["parameters"]["EnquiryStateFilter"];
                /**
                 * @description Only what is about this organisation.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b10
                 */
                organisation?: components["parameters"]["OrganisationFilter"];
                /**
                 * @description Where the page begins: `next` of the page before. Without it, the first page.
                 * @example MDE5OGMxZDI
                 */
                cursor?: components["parameters"]["CursorParameter"];
                /**
                 * @description How many entries to a page at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The enquiries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnquiryPage"];
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
    getEnquiry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The enquiry, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b90
                 */
                enquiry: components["parameters"]["EnquiryParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The enquiry. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enquiry"];
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
    answerEnquiry: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The enquiry, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b90
                 */
                enquiry: components["parameters"]["EnquiryParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnquiryAnswer"];
            };
        };
        responses: {
            /** @description The enquiry as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enquiry"];
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
    listBankOverlays: {
        parameters: {
            query?: {
                /**
                 * @description Only what is about this organisation.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b10
                 */
                organisation?: components["parameters"]["OrganisationFilter"];
                /**
                 * @description Only what is about this API.
                 * @example deposits
                 */
                api?: components["parameters"]["ApiFilter"];
                /**
                 * @description Only overlays in this state.
                 * @example published
                 */
                state?: components["parameters"]["OverlayStateFilter"];
                /**
                 * @description Where the page begins: `next` of the page before. Without it, the first page.
                 * @example MDE5OGMxZDI
                 */
                cursor?: components["parameters"]["CursorParameter"];
                /**
                 * @description How many entries to a page at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The overlays. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverlayPage"];
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
    getBankOverlay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The overlay, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b70
                 */
                overlay: components["parameters"]["OverlayParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The overlay. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overlay"];
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
    listBankOverlayVersions: {
        parameters: {
            query?: {
                /**
                 * @description Where the page begins: `next` of the page before. Without it, the first page.
                 * @example MDE5OGMxZDI
                 */
                cursor?: components["parameters"]["CursorParameter"];
                /**
                 * @description How many entries to a page at most.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description The overlay, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b70
                 */
                overlay: components["parameters"]["OverlayParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverlayVersionPage"];
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
    diffBankOverlay: {
        parameters: {
            query?: {
                /**
                 * @description The older version. Without it, the one before `to`.
                 * @example 1
                 */
                from?: components["parameters"]["FromVersion"];
                /**
                 * @description The newer version. Without it, the latest.
                 * @example 2
                 */
                to?: components["parameters"]["ToVersion"];
            };
            header?: never;
            path: {
                /**
                 * @description The overlay, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b70
                 */
                overlay: components["parameters"]["OverlayParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The difference. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverlayDiff"];
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
    publishOverlay: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The overlay, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b70
                 */
                overlay: components["parameters"]["OverlayParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OverlayPublicationRequest"];
            };
        };
        responses: {
            /** @description The overlay as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overlay"];
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
            422: components["responses"]["OverlayInvalid"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    withdrawOverlay: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes it safe to send the request again: the same key with the same request gets the first answer once more,
                 *     with another request 422 `IDEMPOTENCY_KEY_REUSED`, and while the first is still running 409
                 *     `IDEMPOTENCY_KEY_IN_USE` with `Retry-After`. Kept for at least 24 hours. A key belongs to the person who is signed
                 *     in; without a session, to whoever sends it. Not in the source.
                 * @example 5f0c1c52-6b1e-4f0e-9f0a-6f2b8f4f0b1d
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description The overlay, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b70
                 */
                overlay: components["parameters"]["OverlayParameter"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReasonGiven"];
            };
        };
        responses: {
            /** @description The overlay as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overlay"];
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
    downloadOverlay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The overlay, by id.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b70
                 */
                overlay: components["parameters"]["OverlayParameter"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "X-Sandbox-Scenario": components["headers"]["SandboxScenario"];
                    "X-Sandbox-Rule": components["headers"]["SandboxRule"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": components["schemas"]["OverlayFile"];
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
    receiveApplicationEvent: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The id of the message, the same however often it is sent.
                 * @example 0198c1d2-7a31-7c4e-9d11-3a7f5f0d2b60
                 */
                "webhook-id": string;
                /**
                 * @description When this attempt was made, in seconds since 1970.
                 * @example 1772359200
                 */
                "webhook-timestamp": string;
                /**
                 * @description The signatures, with a blank between them, one for each secret.
                 * @example v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=
                 */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookEvent"];
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
