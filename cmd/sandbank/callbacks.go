package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	randv2 "math/rand/v2"
	"os"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/webhook"
	"github.com/sandbank/sandbank/server"
)

// callbackFlags say where callbacks may go and what they are signed with.
type callbackFlags struct {
	url, secret  string
	allowPrivate bool
}

// callbackGrace is how long the end of the program waits for callbacks that are being sent.
const callbackGrace = 10 * time.Second

func (f *callbackFlags) register(flags *pflag.FlagSet) {
	flags.StringVar(&f.url, "callback-url", "", "where callbacks go for which the document gives no address")
	flags.StringVar(&f.secret, "callback-secret", "", "what callbacks are signed with, whsec_… or @FILE (default: a new one, told at the start)")
	flags.BoolVar(&f.allowPrivate, "allow-private-callbacks", false, "let callbacks go to this machine and to private networks")
}

// callbacks sends what scenarios call back.
type callbacks struct{ server.SandboxCallbacks }

// sender makes the sender of callbacks. It completes the flags' secret.
func (f *callbackFlags) sender(log *slog.Logger) (callbacks, error) {
	if f.url != "" {
		if err := webhook.CheckURL(f.url, f.allowPrivate); err != nil {
			return callbacks{}, fmt.Errorf("--callback-url: %w%s", err, f.hint(err))
		}
	}
	if err := f.readSecret(); err != nil {
		return callbacks{}, err
	}
	e := webhook.Endpoint{URL: f.url, Secret: f.secret}
	s, err := webhook.New(webhook.Options{
		Clock: time.Now, Random: randv2.Uint64, Logger: log, AllowPrivate: f.allowPrivate,
		Endpoint: func(string, engine.Callback) webhook.Endpoint { return e },
	})
	return callbacks{server.SandboxCallbacks{Sender: s}}, err
}

// hint tells of the flag that would help.
func (*callbackFlags) hint(err error) string {
	var forbidden *webhook.ForbiddenError
	if errors.As(err, &forbidden) && forbidden.Private {
		return "; --allow-private-callbacks allows them"
	}
	return ""
}

func (f *callbackFlags) readSecret() (err error) {
	if f.secret == "" {
		f.secret, err = webhook.NewSecret(rand.Reader)
		return err
	}
	if file, ok := strings.CutPrefix(f.secret, "@"); ok {
		text, err := os.ReadFile(file)
		if err != nil {
			return fmt.Errorf("--callback-secret: %w", err)
		}
		f.secret = strings.TrimSpace(string(text))
	}
	if err := webhook.CheckSecret(f.secret); err != nil {
		return fmt.Errorf("--callback-secret: %w", err)
	}
	return nil
}

// finish lets callbacks that are being sent go out.
func (c callbacks) finish(ctx context.Context) error {
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), callbackGrace)
	defer cancel()
	return c.Close(grace)
}

// callsBack tells whether anything that is served can call back.
func (l *loaded) callsBack() bool {
	for _, a := range l.everyAPI() {
		if len(a.Webhooks) > 0 {
			return true
		}
		for _, o := range a.Operations {
			if len(o.Callbacks) > 0 {
				return true
			}
		}
	}
	return false
}
