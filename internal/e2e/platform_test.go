package e2e_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/cookiejar"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// person is somebody with a browser, whose requests go to the processes in turn.
type person struct{ *caller }

// signIn gives somebody who is signed in at all of the processes.
func signIn(t *testing.T, processes []*program, username, password string) *person {
	t.Helper()
	p := &person{callerOf(t, "", processes...)}
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	p.http.Jar = jar // cookies are of a host, whatever the port
	p.ask("POST", "/session", map[string]any{"username": username, "password": password}, nil)
	return p
}

// ask calls the portal for something that must succeed, and reads the answer unless to is nil.
func (p *person) ask(method, path string, body, to any) {
	p.t.Helper()
	a := p.do(method, "/portal/v1"+path, "", body)
	if to == nil {
		return
	}
	if err := json.Unmarshal(a.body, to); err != nil {
		p.t.Fatalf("%s %s: %v: %s", method, path, err, a.body)
	}
}

const (
	staffName, staffPassword = "demo-bank", "another one for tests"
	partnerPassword          = "correct horse battery"
)

var linkInMail = regexp.MustCompile(`/[a-z-]+#([A-Za-z0-9_-]+)`)

// partner is an organisation that has registered, with its admin and the credentials of its application.
type partner struct {
	*person
	staff                         *person
	organisation, application, id string
}

// newPartner registers an organisation at the processes in turn and gives it a number of calls a day.
func newPartner(t *testing.T, processes []*program, name string, callsPerDay int) *partner {
	t.Helper()
	enrol(t, processes[0].cmd.Args, "demo") // which makes the bank's staff
	staff := signIn(t, processes, staffName, staffPassword)
	nobody := &person{callerOf(t, "", processes...)}
	address := name + "@people.example"
	nobody.ask("POST", "/registrations", map[string]any{
		"person":       map[string]any{"username": name, "password": partnerPassword, "firstName": "Given", "lastName": "Name", "email": address},
		"organisation": map[string]any{"name": name}, "agreements": []any{map[string]any{"agreement": "terms", "version": 1}},
	}, nil)
	var outbox struct{ Messages []struct{ ID string } }
	staff.ask("GET", "/bank/outbox?to="+address, nil, &outbox)
	if len(outbox.Messages) == 0 {
		t.Fatalf("there is no mail to %s", address)
	}
	var mail struct{ Text string }
	staff.ask("GET", "/bank/outbox/"+outbox.Messages[0].ID, nil, &mail)
	found := linkInMail.FindStringSubmatch(mail.Text)
	if found == nil {
		t.Fatalf("the mail has no link: %s", mail.Text)
	}
	nobody.ask("POST", "/registrations/activation", map[string]any{"token": found[1]}, nil)
	p := &partner{person: signIn(t, processes, name, partnerPassword), staff: staff}
	var o struct{ ID string }
	p.ask("GET", "/organisation", nil, &o)
	p.organisation = o.ID
	staff.ask("POST", "/bank/quota-plans", map[string]any{"name": "of-" + name, "title": "Of a test", "limits": map[string]any{"callsPerDay": callsPerDay},
		"price": "free", "support": "standard", "offered": false}, nil)
	staff.ask("PUT", "/bank/organisations/"+o.ID+"/account-plan", map[string]any{"access": "bronze", "quota": "of-" + name, "reason": "A test."}, nil)
	var list struct {
		Applications []struct{ ID, ClientID string }
	}
	p.ask("GET", "/applications", nil, &list)
	if len(list.Applications) != 1 || list.Applications[0].ClientID == "" {
		t.Fatalf("the organisation has the applications %v", list)
	}
	p.application, p.id = list.Applications[0].ID, list.Applications[0].ClientID
	return p
}

// calls gives a caller with the partner's key for each process.
func (p *partner) calls(processes []*program) []*caller {
	out := make([]*caller, len(processes))
	for i, process := range processes {
		out[i] = callerOf(p.t, p.id, process)
	}
	return out
}

// day tells which day of quotas it is, and how many calls are used of it.
func (p *partner) day() (day string, used int) {
	p.t.Helper()
	var q struct {
		Day          string
		Organisation struct{ UsedToday int }
	}
	p.ask("GET", "/quota", nil, &q)
	return q.Day, q.Organisation.UsedToday
}

// spent has many callers of several processes call until each process refuses, and counts the calls that passed.
func spent(t *testing.T, callers []*caller, each int) (passed int) {
	t.Helper()
	var guard sync.Mutex
	atOnce(callers, each, func(c *caller, _ int) {
		for {
			a, err := c.try("GET", "/deposits/v1/fields", "", nil)
			switch {
			case err == nil && a.status == 200:
				guard.Lock()
				passed++
				guard.Unlock()
				continue
			case err != nil || a.status != 429 || a.problem(t).Code != "ORGANISATION_QUOTA_SPENT" || a.header.Get("Retry-After") == "":
				t.Errorf("%v %d %s", err, a.status, a.body)
			}
			return
		}
	})
	return passed
}

// quotasHold has three processes race for the last calls of a day: all of them pass, and not one more.
func quotasHold(t *testing.T, replicas []*program) {
	const most = 300
	for attempt := range 2 { // midnight in Kolkata may fall into the first
		p := newPartner(t, replicas, fmt.Sprintf("quota-%d", attempt), most)
		before, _ := p.day()
		passed := spent(t, p.calls(replicas), 4)
		after, used := p.day()
		if before != after {
			continue
		}
		if passed != most || used != most {
			t.Errorf("%d calls of %d have passed, %d are counted", passed, most, used)
		}
		return
	}
}

// aDeadProcessCostsItsShareAlone kills one of three processes that race for the calls of a day: the others deal out what
// is left, never more, and less only by the share that the dead one held.
func aDeadProcessCostsItsShareAlone(t *testing.T, replicas []*program) {
	const most, share, connections = 400, 400 / 20, 4
	for attempt := range 2 { // midnight in Kolkata may fall into the first
		p := newPartner(t, replicas, fmt.Sprintf("share-%d", attempt), most)
		before, _ := p.day()
		victim := run(t, "serve", replicas[0].cmd.Args[4:]...)
		c := callerOf(t, p.id, victim)
		var guard sync.Mutex
		var group sync.WaitGroup
		passed, enough := 0, make(chan struct{})
		for range connections {
			group.Go(func() {
				for {
					a, err := c.try("GET", "/deposits/v1/fields", "", nil)
					if err != nil {
						return
					}
					if a.status != 200 {
						t.Errorf("%d %s", a.status, a.body)
						return
					}
					guard.Lock()
					if passed++; passed == 50 {
						close(enough)
					}
					guard.Unlock()
				}
			})
		}
		<-enough
		victim.kill(t)
		group.Wait()
		passed += spent(t, p.calls(replicas[1:]), connections)
		if after, _ := p.day(); before != after {
			continue
		}
		if passed > most || passed < most-share-connections {
			t.Errorf("%d calls of %d have passed", passed, most)
		}
		return
	}
}

// keysFollowTheirApplication disables, enables and deletes an application at one process. What is asked of the others
// more than a second after the answer is refused, or passes.
func keysFollowTheirApplication(t *testing.T, replicas []*program) {
	p := newPartner(t, replicas, "switched", 1_000_000)
	path := "/portal/v1/applications/" + p.application
	for _, step := range []struct {
		method, path string
		status       int
		code         string
	}{
		{"POST", path + "/disable", 403, "APPLICATION_DISABLED"}, {"POST", path + "/enable", 200, ""}, {"DELETE", path, 401, "KEY_INVALID"},
	} {
		for _, c := range p.calls(replicas) {
			if _, err := c.try("GET", "/deposits/v1/fields", "", nil); err != nil { // all have heard of the key
				t.Fatal(err)
			}
		}
		p.do(step.method, step.path, "", nil)
		withinASecond(t, p.calls(replicas), func(a answer) bool {
			return a.status == step.status && (step.code == "" || a.problem(t).Code == step.code)
		})
	}
}

// withinASecond has callers call from now on for a little more than a second: each answer to what was asked after a second
// must be as it is wanted. How slow the machine is does not matter: a process judges by what it knew at most a second ago
// when it is asked.
func withinASecond(t *testing.T, callers []*caller, wanted func(answer) bool) {
	t.Helper()
	answered := time.Now()
	atOnce(callers, 1, func(c *caller, _ int) {
		for next := time.NewTicker(20 * time.Millisecond); ; <-next.C { // the API's plan has 1,000 calls
			asked := time.Now()
			a, err := c.try("GET", "/deposits/v1/fields", "", nil)
			late := asked.Sub(answered) > time.Second
			if err != nil || late && !wanted(a) {
				t.Errorf("after %s: %v %d %s", asked.Sub(answered), err, a.status, a.body)
			}
			if late || t.Failed() {
				return
			}
		}
	})
}

// overlaysReachAll saves and takes back an overlay at one process; the others answer by it.
func overlaysReachAll(t *testing.T, replicas []*program) {
	p := newPartner(t, replicas, "overlaid", 1_000_000)
	const text = `
scenario: own-fields
title: Our own
api: deposits
default: true
rules:
  listFields:
    - {name: own, respond: {body: {own: {type: string}}}}
`
	own := func(a answer) bool { return a.status == 200 && bytes.Contains(a.body, []byte(`{"own":`)) }
	var made struct{ ID string }
	p.ask("POST", "/overlays", map[string]any{"source": text}, &made)
	withinASecond(t, p.calls(replicas), own)
	p.ask("DELETE", "/overlays/"+made.ID, nil, nil)
	withinASecond(t, p.calls(replicas), func(a answer) bool { return a.status == 200 && !own(a) })
}

// oneApplicationPerKey sends one request of the portal to three processes at once, many times.
func oneApplicationPerKey(t *testing.T, replicas []*program) {
	p := newPartner(t, replicas, "repeated", 1_000_000)
	body := map[string]any{"name": "Once", "platform": "web", "oauthType": "none", "apis": []string{"deposits"}, "agreements": []any{map[string]any{"agreement": "eula", "version": 1}}}
	var guard sync.Mutex
	answers := map[string]int{}
	var group sync.WaitGroup
	for range 51 {
		group.Go(func() {
			for {
				a, err := p.try("POST", "/portal/v1/applications", "once", body)
				if err == nil && a.status == 409 && a.header.Get("Retry-After") != "" {
					continue // the first is still under way
				}
				if err != nil || a.status != 201 {
					t.Errorf("%v %d %s", err, a.status, a.body)
				}
				guard.Lock()
				answers[string(a.body)]++
				guard.Unlock()
				return
			}
		})
	}
	group.Wait()
	var list struct{ Applications []struct{ Name string } }
	p.ask("GET", "/applications", nil, &list)
	if len(answers) != 1 || len(list.Applications) != 2 {
		t.Errorf("%d answers, the applications are %v", len(answers), list)
	}
}

// killOne kills one of three processes under load: what was answered is there, the others go on without an error, and it
// starts again and serves.
func killOne(t *testing.T, replicas []*program) {
	args := replicas[0].cmd.Args[4:]
	victim := run(t, "serve", args...)
	var guard sync.Mutex
	answered := map[string]bool{}
	var group sync.WaitGroup
	enough, over := make(chan struct{}), make(chan struct{})
	write := func(c *caller, name string) error {
		a, err := c.verify(name)
		if err != nil {
			return err
		}
		if a.status != 200 {
			t.Errorf("%s: %d %s", name, a.status, a.body)
		}
		guard.Lock()
		defer guard.Unlock()
		if answered[name] = true; len(answered) == 60 {
			close(enough)
		}
		return nil
	}
	for connection := range 3 {
		c := newCaller(t, t.Name(), victim)
		group.Go(func() {
			for i := 0; write(c, fmt.Sprintf("k%d.%d", connection, i)) == nil; i++ {
			}
		})
	}
	for n, survivor := range replicas[1:] {
		c := newCaller(t, t.Name(), survivor)
		group.Go(func() {
			for i := 0; ; i++ {
				select {
				case <-over:
					return
				default:
				}
				if err := write(c, fmt.Sprintf("s%d.%d", n, i)); err != nil {
					t.Errorf("one that lives: %v", err)
					return
				}
			}
		})
	}
	<-enough
	victim.kill(t)
	again := run(t, "serve", args...) // while the others are under load
	c := newCaller(t, t.Name(), again)
	if !c.verified("again") {
		t.Error("what was started again does not serve")
	}
	close(over)
	group.Wait()
	for _, c := range append(each(t, replicas), c) {
		rows := c.rows("written")
		for name := range answered {
			if _, found := slices.BinarySearch(rows, name); !found {
				t.Errorf("%s was answered and is lost", name)
			}
		}
		if !slices.Equal(rows, c.rows("copied")) {
			t.Error("a request was done by half")
		}
	}
	if a, err := c.try("GET", "/readyz", "", nil); err != nil || a.status != http.StatusOK || strings.Contains(again.log.String(), "level=ERROR") {
		t.Errorf("what was started again: %v %d %s\n%s", err, a.status, a.body, again.log)
	}
}
