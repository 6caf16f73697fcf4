package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/spf13/pflag"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/gate"
	"github.com/sandbank/sandbank/internal/human"
	"github.com/sandbank/sandbank/internal/mail"
	"github.com/sandbank/sandbank/internal/oauth"
	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/internal/secrets"
	"github.com/sandbank/sandbank/internal/store"
	"github.com/sandbank/sandbank/internal/webhook"
	"github.com/sandbank/sandbank/server"
)

// platformFlags are the settings of the developer programme.
type platformFlags struct {
	publicURL                           string
	smtpHost, smtpUser, smtpPassword    string
	smtpFrom, smtpSecurity              string
	smtpPort                            int
	activation, passwordReset, rotation time.Duration
	humanCheck                          string
	humanBits                           int
	simulateReviews                     bool
}

func (f *platformFlags) register(flags *pflag.FlagSet) {
	flags.StringVar(&f.publicURL, "public-url", "", "the address under which people and programs know this server, such as https://sandbox.bank.example (default: what each of them sees)")
	flags.StringVar(&f.smtpHost, "smtp-host", "", "the server that sends mails; without one they stay in the outbox, which the bank's staff can read")
	flags.IntVar(&f.smtpPort, "smtp-port", 0, "its port; 0 is the usual one")
	flags.StringVar(&f.smtpUser, "smtp-user", "", "the user name at the mail server")
	flags.StringVar(&f.smtpPassword, "smtp-password", "", "the password at the mail server, or @FILE that holds it")
	flags.StringVar(&f.smtpFrom, "smtp-from", "", "the address that mails come from, such as 'Bank <portal@bank.example>'")
	flags.StringVar(&f.smtpSecurity, "smtp-security", "starttls", "how the connection to the mail server is encrypted: starttls, tls or none")
	flags.DurationVar(&f.activation, "activation-lasts", 24*time.Hour, "how long a new account can be activated")
	flags.DurationVar(&f.passwordReset, "password-reset-lasts", time.Hour, "how long the link to reset a password works")
	flags.StringVar(&f.humanCheck, "human-check", noHumanCheck, "what the public forms ask for to keep programs out: off, or proof-of-work, which a page answers by itself in a moment")
	flags.IntVar(&f.humanBits, "human-check-bits", 17, "how difficult the proof of work is: the time that it takes doubles with each bit, from 8 to 26")
	flags.BoolVar(&f.simulateReviews, "simulate-reviews", false, "let partners decide their own requests in the bank's stead, with POST /sandbox/v1/simulate/review, to try the programme out")
	flags.DurationVar(&f.rotation, "rotation-overlap", 24*time.Hour, "how long an old key works beside the one that a rotation made")
}

// noHumanCheck is the setting of a portal whose public forms ask for nothing.
const noHumanCheck = "off"

// check refuses settings that cannot be.
func (f *platformFlags) check() error {
	if err := oneOf("human-check", f.humanCheck, noHumanCheck, human.Provider); err != nil {
		return err
	}
	if f.humanBits < human.LeastBits || f.humanBits > human.MostBits {
		return fmt.Errorf("--human-check-bits is %d; it is from %d to %d", f.humanBits, human.LeastBits, human.MostBits)
	}
	return f.checkPublicURL()
}

// human gives the check of the public forms; nil without one.
func (f *platformFlags) human(s *store.Store, hidden *secrets.Secrets) (portal.HumanCheck, error) {
	if f.humanCheck != human.Provider {
		return nil, nil
	}
	return human.New(human.Options{Bits: f.humanBits, Clock: time.Now, NewID: newID, Secrets: hidden, Store: s.Portal()})
}

// mailer gives what sends mails; nil without a server.
func (f *platformFlags) mailer() (portal.Mailer, error) {
	if f.smtpHost == "" {
		return nil, nil
	}
	if err := oneOf("smtp-security", f.smtpSecurity, string(mail.StartTLS), string(mail.ImplicitTLS), string(mail.Plain)); err != nil {
		return nil, err
	}
	if f.smtpFrom == "" {
		return nil, errors.New("--smtp-from is needed to send mails")
	}
	password, err := fromArgument(f.smtpPassword)
	if err != nil {
		return nil, fmt.Errorf("--smtp-password: %w", err)
	}
	m, err := mail.New(mail.Options{
		Host: f.smtpHost, Port: f.smtpPort, Username: f.smtpUser, Password: password, From: f.smtpFrom,
		Security: mail.Security(f.smtpSecurity), Clock: time.Now,
	})
	if err != nil {
		return nil, fmt.Errorf("--smtp-host: %w", err)
	}
	return m, nil
}

// fromArgument gives the text of an argument, or of the file that @FILE names.
func fromArgument(text string) (string, error) {
	file, ok := strings.CutPrefix(text, "@")
	if !ok {
		return text, nil
	}
	read, err := os.ReadFile(file)
	return strings.TrimSpace(string(read)), err
}

// checkPublicURL refuses an address that callers could not use.
func (f *platformFlags) checkPublicURL() error {
	if f.publicURL == "" {
		return nil
	}
	u, err := url.Parse(f.publicURL)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.User != nil {
		return fmt.Errorf("--public-url is %q; write the scheme, the host and the port, such as https://sandbox.bank.example", f.publicURL)
	}
	return nil
}

// platform is the developer programme: the portal, the gate before the bank's APIs, and the tokens.
type platform struct {
	apis   []*contract.API // that no scenario plays
	portal *portal.Service
	gate   *gate.Gate
	tokens *oauth.Issuer
	meter  *portal.Meter
	store  *store.Store
	// courier delivers webhooks; it is there once a server is.
	courier *webhook.Courier
}

// newID makes an identifier that sorts by the time it was made (UUID, version 7).
func newID() string { return uuid.Must(uuid.NewV7()).String() }

// newPortal makes the portal on a store.
func (f *platformFlags) newPortal(ctx context.Context, s *store.Store, link string, allowed func(string) error) (*portal.Service, error) {
	digests, err := s.Secret(ctx, "digests", secrets.DigestKeySize)
	if err != nil {
		return nil, err
	}
	hidden, err := secrets.New(secrets.Options{Key: digests, Sealer: s})
	if err != nil {
		return nil, err
	}
	mailer, err := f.mailer()
	if err != nil {
		return nil, err
	}
	check, err := f.human(s, hidden)
	if err != nil {
		return nil, err
	}
	return portal.New(portal.Options{
		Store: s.Portal(), Clock: time.Now, NewID: newID, Secrets: hidden, Mailer: mailer, Human: check, CheckAddress: allowed,
		Settings: portal.Settings{Link: link, Activation: f.activation, Reset: f.passwordReset, Overlap: f.rotation},
	}), nil
}

// platform makes the developer programme on a store. origin is the address under which this machine reaches the server.
func (f *serveFlags) newPlatform(ctx context.Context, s *store.Store, apis []*contract.API, origin string) (*platform, error) {
	link := strings.TrimSuffix(f.platform.publicURL, "/")
	if link == "" {
		link = origin
	}
	service, err := f.platform.newPortal(ctx, s, link, func(address string) error { return webhook.CheckURL(address, f.callbacks.allowPrivate) })
	if err != nil {
		return nil, err
	}
	var documents []portal.Document
	for _, a := range apis {
		if a.Name+".yaml" != controlDocument {
			documents = append(documents, portal.Document{API: a.Name, Title: a.Title, Summary: a.Summary, Test: true})
		}
	}
	if err := service.PrepareCatalogue(ctx, documents); err != nil {
		return nil, err
	}
	own, err := loadPlatform()
	if err != nil {
		return nil, err
	}
	kept := s.Gate()
	return &platform{
		apis: own, portal: service, meter: new(portal.Meter), store: s,
		gate:   gate.New(gate.Options{Source: service.GateSource(), Store: kept, Clock: time.Now}),
		tokens: oauth.New(oauth.Options{Store: kept, Clock: time.Now, NewID: newID}),
	}, nil
}

// options adds the developer programme to those of a server.
func (p *platform) options(o *server.Options, f *platformFlags) {
	o.Portal, o.Gate, o.Tokens, o.Usage, o.PublicURL = p.portal, p.gate, p.tokens, p.meter, f.publicURL
	o.SimulateReviews = f.simulateReviews
}

// How often the developer programme does what nobody asks for.
const (
	meterPeriod = time.Second
	mailPeriod  = 5 * time.Second
	sweepPeriod = 10 * time.Minute
)

// run does what is due without a request, until the context is done; then it writes down what is still in memory.
func (p *platform) run(ctx context.Context, log *slog.Logger) {
	meter, mails, sweep := time.NewTicker(meterPeriod), time.NewTicker(mailPeriod), time.NewTicker(sweepPeriod)
	defer meter.Stop()
	defer mails.Stop()
	defer sweep.Stop()
	// One that hangs does not hold up the others.
	busy := map[string]chan struct{}{}
	for _, name := range []string{"usage", "mails", "sweep"} {
		busy[name] = make(chan struct{}, 1)
	}
	start := func(name string, do func(context.Context) error) {
		select {
		case busy[name] <- struct{}{}:
		default:
			return
		}
		go func() {
			defer func() { <-busy[name] }()
			if err := do(ctx); err != nil && ctx.Err() == nil {
				log.Error("what is done beside the requests has failed; it is tried again", "what", name, "cause", err.Error())
			}
		}()
	}
	for {
		select {
		case <-meter.C:
			start("usage", func(ctx context.Context) error { return p.settle(ctx, false) })
		case <-mails.C:
			start("mails", func(ctx context.Context) error { _, err := p.portal.SendMails(ctx); return err })
		case <-sweep.C:
			start("sweep", func(ctx context.Context) error { return errors.Join(p.portal.Sweep(ctx), p.tokens.Sweep(ctx)) })
		case <-ctx.Done():
			for _, b := range busy {
				b <- struct{}{} // what is under way ends first
			}
			return
		}
	}
}

// settle writes down what was counted, and gives back shares of quotas: those that nobody uses, or all of them.
func (p *platform) settle(ctx context.Context, all bool) error {
	return errors.Join(p.meter.Flush(ctx, p.store.Gate()), p.gate.Clear(ctx, all))
}

// settlePatience bounds what the end of the program waits for.
const settlePatience = 5 * time.Second

// close writes down the rest. What cannot be written is lost: figures of a second, and shares of quotas that nobody uses.
func (p *platform) close(ctx context.Context, log *slog.Logger) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), settlePatience)
	defer cancel()
	if err := p.settle(ctx, true); err != nil {
		log.Error("what was counted last is lost", "cause", err.Error())
	}
}
