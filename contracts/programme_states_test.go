//go:build pact

package contracts_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/pact-foundation/pact-go/v2/models"
)

// programmeStates are the provider states of the developer programme. Each says who is signed in, makes what it names, and
// hands back what it is known by. Whoever writes a pact finds them in docs/contracts.md.
var programmeStates = map[string]func(context.Context, *programme, models.ProviderStateResponse) error{
	"nobody is signed in":    func(context.Context, *programme, models.ProviderStateResponse) error { return nil },
	"a partner is signed in": func(ctx context.Context, p *programme, _ models.ProviderStateResponse) error { return p.partner(ctx) },
	"a partner with an application": func(ctx context.Context, p *programme, v models.ProviderStateResponse) error {
		return errors.Join(p.partner(ctx), p.approved(ctx, v))
	},
	"an application that has changed": func(ctx context.Context, p *programme, v models.ProviderStateResponse) error {
		if err := errors.Join(p.partner(ctx), p.approved(ctx, v)); err != nil {
			return err
		}
		_, err := p.as(ctx, p.cookie, http.MethodPut, "/applications/"+v["application"].(string),
			object{"name": fmt.Sprint("Changed shop ", p.made), "platform": "web", "oauthType": "2.0"}, "If-Match", `"`+v["version"].(string)+`"`)
		return err
	},
	"an application that waits for the bank": func(ctx context.Context, p *programme, v models.ProviderStateResponse) error {
		return errors.Join(p.partner(ctx), p.pending(ctx, v))
	},
	"a request in the log": func(ctx context.Context, p *programme, v models.ProviderStateResponse) error { return p.logged(ctx, v) },
	"a scenario file": func(ctx context.Context, p *programme, v models.ProviderStateResponse) error {
		return errors.Join(p.partner(ctx), p.file(ctx, v))
	},
	"the bank's staff is signed in": func(ctx context.Context, p *programme, _ models.ProviderStateResponse) error { return p.staff(ctx) },
	"the bank's staff is signed in, and something waits": func(ctx context.Context, p *programme, v models.ProviderStateResponse) error {
		return errors.Join(p.partner(ctx), p.pending(ctx, v), p.file(ctx, v), p.staff(ctx))
	},
	"a registration to be activated": func(ctx context.Context, p *programme, v models.ProviderStateResponse) error {
		return p.registration(ctx, v)
	},
}

func (p *programme) partner(ctx context.Context) (err error) {
	p.cookie, err = p.signIn(ctx, p.Partner)
	return err
}

func (p *programme) staff(ctx context.Context) (err error) {
	p.cookie, err = p.signIn(ctx, p.Bank)
	return err
}

// pending makes an application about which the bank has not decided.
func (p *programme) pending(ctx context.Context, v models.ProviderStateResponse) error {
	agreed, err := p.as(ctx, p.cookie, http.MethodGet, "/agreements?purpose=application", nil)
	if err != nil {
		return err
	}
	var accepted []object
	for _, a := range agreed.list("agreements") {
		accepted = append(accepted, object{"agreement": a["agreement"], "version": a["version"]})
	}
	p.made++
	a, err := p.as(ctx, p.cookie, http.MethodPost, "/applications", object{
		"name": fmt.Sprint("Shop ", p.made), "platform": "web", "oauthType": "2.0", "apis": []string{"deposits"}, "webhookUrl": "https://hooks.invalid/bank", "agreements": accepted,
	})
	if err != nil {
		return err
	}
	v["application"], v["request"], v["version"] = a.text("id"), a.text("request"), fmt.Sprint(a["version"])
	return nil
}

// approved makes an application that the bank has approved.
func (p *programme) approved(ctx context.Context, v models.ProviderStateResponse) error {
	if err := p.pending(ctx, v); err != nil {
		return err
	}
	bank, err := p.signIn(ctx, p.Bank)
	if err != nil {
		return err
	}
	request := "/bank/requests/" + v["request"].(string)
	r, err := p.as(ctx, bank, http.MethodGet, request, nil)
	if err != nil {
		return err
	}
	decision := object{"outcome": "approve", "reason": "Good."}
	if _, err := p.as(ctx, bank, http.MethodPost, request+"/decision", decision, "If-Match", fmt.Sprintf(`"%v"`, r["version"])); err != nil {
		return err
	}
	path := "/applications/" + v["application"].(string)
	a, err := p.as(ctx, p.cookie, http.MethodGet, path, nil)
	if err != nil {
		return err
	}
	keys, err := p.as(ctx, p.cookie, http.MethodGet, path+"/credentials", nil)
	if err != nil {
		return err
	}
	current := keys.list("credentials")
	if len(current) == 0 {
		return errors.New("an application that the bank has approved has no keys")
	}
	p.basic = [2]string{current[0].text("clientId"), current[0].text("clientSecret")}
	v["version"], v["clientId"] = fmt.Sprint(a["version"]), p.basic[0]
	return nil
}

// logged makes an application that has called, once that is in the log and has been counted.
func (p *programme) logged(ctx context.Context, v models.ProviderStateResponse) error {
	if err := errors.Join(p.partner(ctx), p.approved(ctx, v)); err != nil {
		return err
	}
	if _, _, err := p.send(ctx, "", http.MethodGet, "/deposits/v1/fields", nil, "X-Api-Key", p.basic[0]); err != nil {
		return err
	}
	application := v["application"].(string)
	return errors.Join(
		until(ctx, "the log", func() (bool, error) {
			journal, _, err := p.send(ctx, p.cookie, http.MethodGet, "/sandbox/v1/journal", nil, "X-Application", application)
			entries := journal.list("entries")
			if len(entries) > 0 {
				v["entry"] = entries[0].text("id")
			}
			return len(entries) > 0, err
		}),
		until(ctx, "the usage", func() (bool, error) {
			usage, err := p.as(ctx, p.cookie, http.MethodGet, "/usage?application="+application, nil)
			return len(usage.list("rows")) > 0, err
		}),
	)
}

const fileOfShop = `scenario: shop
title: Our own VPAs
api: deposits

rules:
  verifyMyVpa:
    - name: a VPA of the shop
      match: {body: {vpa: shop@acme}}
      respond: {body: {status: success}}
`

// file makes sure that the organisation has a scenario file called shop.
func (p *programme) file(ctx context.Context, v models.ProviderStateResponse) error {
	all, err := p.as(ctx, p.cookie, http.MethodGet, "/overlays", nil)
	if err != nil {
		return err
	}
	for _, o := range all.list("overlays") {
		if o.text("name") == "shop" {
			v["overlay"], v["version"] = o.text("id"), fmt.Sprint(o["version"])
			return nil
		}
	}
	o, err := p.as(ctx, p.cookie, http.MethodPost, "/overlays", object{"source": fileOfShop})
	if err != nil {
		return err
	}
	v["overlay"], v["version"] = o.text("id"), fmt.Sprint(o["version"])
	return nil
}

// registration registers an organisation whose first person has not activated the account.
func (p *programme) registration(ctx context.Context, v models.ProviderStateResponse) error {
	form, err := p.as(ctx, "", http.MethodGet, "/registrations/form", nil)
	if err != nil {
		return err
	}
	var accepted []object
	for _, a := range form.list("agreements") {
		accepted = append(accepted, object{"agreement": a["agreement"], "version": a["version"]})
	}
	p.made++
	username := fmt.Sprintf("partner.%d", p.made)
	email := username + "@partner.example"
	if _, err := p.as(ctx, "", http.MethodPost, "/registrations", object{
		"person":       object{"username": username, "password": "a sentence that nobody guesses 7", "firstName": "Asha", "lastName": "Rao", "email": email},
		"organisation": object{"name": "Partner " + username}, "agreements": accepted,
	}); err != nil {
		return err
	}
	bank, err := p.signIn(ctx, p.Bank)
	if err != nil {
		return err
	}
	mails, err := p.as(ctx, bank, http.MethodGet, "/bank/outbox?to="+email, nil)
	if err != nil {
		return err
	}
	for _, m := range mails.list("messages") {
		mail, err := p.as(ctx, bank, http.MethodGet, "/bank/outbox/"+m.text("id"), nil)
		if err != nil {
			return err
		}
		if _, token, found := strings.Cut(mail.text("text"), "#"); found {
			v["token"] = strings.TrimPrefix(strings.Fields(token)[0], "token=")
			return nil
		}
	}
	return fmt.Errorf("no mail with a link has been sent to %s", email)
}
