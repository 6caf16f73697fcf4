package portal

import (
	"fmt"
	"time"
)

// This file holds what mails say. They are plain text, and every one says why it has come.

// until writes a time as a mail says it.
func until(t time.Time) string { return t.UTC().Format("2 January 2006, 15:04 UTC") }

func mailActivation(p Person, organisation, link string, ends time.Time) letter {
	return letter{"Activate your account", fmt.Sprintf(`Hello %s,

you have registered as %s, for the organisation %s. Follow this link to activate
the account; it works once, until %s:

%s

If you have not registered, do nothing: the account is never opened.
`, p.FullName(), p.Username, organisation, until(ends), link)}
}

func mailAddressInUse(p Person, link string) letter {
	return letter{"You have an account already", fmt.Sprintf(`Hello %s,

somebody has registered with this address, or asked to use it for an account. It belongs to your account %s
already, and nothing was changed. If that was you and you have forgotten your password, ask for a new one:

%s
`, p.FullName(), p.Username, link)}
}

func mailWelcome(p Person, organisation string) letter {
	return letter{"Your account is active", fmt.Sprintf(`Hello %s,

your account %s is active, and so is the organisation %s. Its application Sandbox is ready: its key and secret
are on the page of the application.
`, p.FullName(), p.Username, organisation)}
}

func mailPasswordReset(p Person, link string, ends time.Time) letter {
	return letter{"A new password", fmt.Sprintf(`Hello %s,

somebody has asked for a new password for your account %s. Follow this link to set one; it works once, until
%s:

%s

If that was not you, do nothing: your password stays as it is.
`, p.FullName(), p.Username, until(ends), link)}
}

func mailPasswordChanged(p Person) letter {
	return letter{"Your password was changed", fmt.Sprintf(`Hello %s,

the password of your account %s was changed. If that was not you, ask for a new password at once and tell the
bank.
`, p.FullName(), p.Username)}
}

func mailConfirmEmail(p Person, link string, ends time.Time) letter {
	return letter{"Confirm your e-mail address", fmt.Sprintf(`Hello %s,

this address is to be that of your account %s. Follow this link to confirm it; it works once, until %s:

%s

If you have not asked for it, do nothing.
`, p.FullName(), p.Username, until(ends), link)}
}

func mailEmailAsked(p Person) letter {
	return letter{"Another e-mail address was asked for", fmt.Sprintf(`Hello %s,

somebody has asked to change the e-mail address of your account %s. It is changed once the new address is
confirmed. If that was not you, change your password and tell the bank.
`, p.FullName(), p.Username)}
}

func mailEmailChanged(p Person) letter {
	return letter{"Your e-mail address was changed", fmt.Sprintf(`Hello %s,

the e-mail address of your account %s was changed; this one is used no more. If that was not you, tell the bank.
`, p.FullName(), p.Username)}
}

func mailInvitation(by, organisation string, role Role, link string, ends time.Time) letter {
	return letter{"You are invited to join " + organisation, fmt.Sprintf(`Hello,

%s invites you to join %s on the developer portal, as %s. Follow this link; it works once, until
%s:

%s
`, by, organisation, roleInWords[role], until(ends), link)}
}

// roleInWords says what somebody is.
var roleInWords = map[Role]string{
	Admin: "an admin", Developer: "a developer", Reviewer: "a reviewer", BankAdmin: "an admin of the bank",
}

func mailJoined(p Person, organisation string) letter {
	return letter{p.FullName() + " has joined " + organisation, fmt.Sprintf(`Hello,

%s (%s) has taken up the invitation to %s, as %s.
`, p.FullName(), p.Username, organisation, roleInWords[p.Role])}
}

func mailRole(p Person, organisation string) letter {
	return letter{"Your role has changed", fmt.Sprintf(`Hello %s,

in %s you are %s now.
`, p.FullName(), organisation, roleInWords[p.Role])}
}

func mailRemoved(p Person, organisation string) letter {
	return letter{"You have left " + organisation, fmt.Sprintf(`Hello %s,

your account %s does not belong to %s any more. The account itself stays: you can sign in and join an
organisation that invites you.
`, p.FullName(), p.Username, organisation)}
}

func mailSuspended(o Organisation) letter {
	return letter{o.Name + " is suspended", fmt.Sprintf(`Hello,

the bank has suspended the organisation %s. Calls of its applications are refused, and nothing of it can be
changed. The reason:

%s
`, o.Name, o.Reason)}
}

func mailLifted(o Organisation, reason string) letter {
	return letter{o.Name + " is no longer suspended", fmt.Sprintf(`Hello,

the bank has lifted the suspension of the organisation %s. The reason:

%s
`, o.Name, reason)}
}

func mailAgreementCopy(p Person, a Agreement) letter {
	return letter{"Your copy of " + a.Title, fmt.Sprintf(`Hello %s,

you have accepted this agreement for your organisation, in version %d:

%s
`, p.FullName(), a.Number, a.Text)}
}

func mailAgreementRecorded(a Agreement, r AgreementRecord) letter {
	return letter{"The bank has recorded " + a.Title, fmt.Sprintf(`Hello,

the bank has recorded that %s has signed %s in version %d on %s.
`, r.Signatory, a.Title, a.Number, r.SignedOn)}
}
