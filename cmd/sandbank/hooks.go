package main

import (
	"log/slog"
	"time"

	"github.com/sandbank/sandbank/internal/webhook"
	"github.com/sandbank/sandbank/server"
)

// callBack sends what scenarios call back, and what applications are told, through deliveries that are kept.
func (p *platform) callBack(o *server.Options, f *callbackFlags, log *slog.Logger) error {
	courier, err := webhook.NewCourier(webhook.CourierOptions{Depot: p.portal, Clock: time.Now, Logger: log, AllowPrivate: f.allowPrivate})
	if err != nil {
		return err
	}
	p.courier = courier
	o.Callbacks = server.NewApplicationCallbacks(p.portal, courier, f.url, log)
	return nil
}
