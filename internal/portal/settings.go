package portal

import (
	"cmp"
	"time"
)

// Settings are what the program is started with; zero values stand for the defaults.
type Settings struct {
	// Link is the address that links in e-mails begin with, without a slash at its end.
	Link string
	// Activation is how long a new registration can be activated (24 h), Reserved how long it keeps its names (7 days),
	// Reset how long a password can be reset (1 h), EmailChange how long a new address can be confirmed (24 h), Invite how
	// long an invitation can be accepted (7 days), Overlap how long an old credential works beside a new one (24 h).
	Activation, Reserved, Reset, EmailChange, Invite, Overlap time.Duration
}

func (s Settings) orDefault() Settings {
	s.Activation = cmp.Or(s.Activation, 24*time.Hour)
	s.Reserved = cmp.Or(s.Reserved, 7*24*time.Hour)
	s.Reset = cmp.Or(s.Reset, time.Hour)
	s.EmailChange = cmp.Or(s.EmailChange, 24*time.Hour)
	s.Invite = cmp.Or(s.Invite, 7*24*time.Hour)
	s.Overlap = cmp.Or(s.Overlap, 24*time.Hour)
	return s
}
