package mail_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/sandbank/sandbank/internal/mail"
	"github.com/sandbank/sandbank/internal/portal"
)

// post is an SMTP server of this test. answers are what it says to a command instead of yes.
type post struct {
	port    int
	answers map[string]string
	over    context.Context

	guard sync.Mutex
	mails []string
}

func openPost(t *testing.T, answers map[string]string) *post {
	t.Helper()
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	over, end := context.WithCancel(context.Background())
	p := &post{port: l.Addr().(*net.TCPAddr).Port, answers: answers, over: over}
	var all sync.WaitGroup
	all.Go(func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			all.Go(func() { p.serve(c) })
		}
	})
	t.Cleanup(func() { l.Close(); end(); all.Wait() })
	return p
}

func (p *post) serve(c net.Conn) {
	defer c.Close()
	stop := context.AfterFunc(p.over, func() { c.Close() }) // whoever is still connected
	defer stop()
	lines := bufio.NewScanner(c)
	fmt.Fprint(c, "220 post\r\n")
	var text strings.Builder
	inside := false
	for lines.Scan() {
		line := lines.Text()
		if inside {
			if line != "." {
				text.WriteString(line + "\n")
				continue
			}
			inside = false
			p.guard.Lock()
			p.mails = append(p.mails, text.String())
			p.guard.Unlock()
			fmt.Fprint(c, "250 kept\r\n")
			continue
		}
		command, _, _ := strings.Cut(line, " ")
		switch answer := p.answers[command]; {
		case answer != "":
			fmt.Fprintf(c, "%s\r\n", answer)
		case command == "DATA":
			inside = true
			fmt.Fprint(c, "354 go on\r\n")
		case command == "QUIT":
			fmt.Fprint(c, "221 bye\r\n")
			return
		default:
			fmt.Fprint(c, "250 yes\r\n")
		}
	}
}

func mailer(t *testing.T, p *post) *mail.Mailer {
	t.Helper()
	m, err := mail.New(mail.Options{Host: "127.0.0.1", Port: p.port, From: "Demo Bank <portal@bank.example>", Security: mail.Plain,
		Clock: func() time.Time { return time.Date(2026, 3, 1, 10, 0, 0, 0, time.UTC) }})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestAMailArrivesAsItWasWritten(t *testing.T) {
	p := openPost(t, nil)
	if err := mailer(t, p).Send(t.Context(), "asha@acme.example", "Grüße an Łódź", "Hello Asha,\n\nhttps://portal.example/activate#abc\n"); err != nil {
		t.Fatal(err)
	}
	if len(p.mails) != 1 {
		t.Fatalf("%d mails", len(p.mails))
	}
	for _, part := range []string{"From: \"Demo Bank\" <portal@bank.example>", "To: <asha@acme.example>", "Subject: =?UTF-8?", "https://portal.example/activate#abc",
		"Date: Sun, 01 Mar 2026 10:00:00 +0000"} {
		if !strings.Contains(p.mails[0], part) {
			t.Errorf("the mail lacks %q:\n%s", part, p.mails[0])
		}
	}
}

func TestNothingInSubjectOrAddressMakesAHeader(t *testing.T) {
	p := openPost(t, nil)
	if err := mailer(t, p).Send(t.Context(), "asha@acme.example", "Hello\r\nBcc: other@acme.example", "x"); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(p.mails[0], "\nBcc:") {
		t.Errorf("a header was made:\n%s", p.mails[0])
	}
	err := mailer(t, p).Send(t.Context(), "asha@acme.example\r\nBcc: other@acme.example", "x", "x")
	if !errors.Is(err, portal.ErrRefusedForGood) {
		t.Errorf("the address gives %v", err)
	}
}

func TestARefusalForGoodIsToldFromOneForNow(t *testing.T) {
	for answer, good := range map[string]bool{"550 no such mailbox": true, "451 try later": false} {
		err := mailer(t, openPost(t, map[string]string{"RCPT": answer})).Send(t.Context(), "asha@acme.example", "x", "x")
		if err == nil || errors.Is(err, portal.ErrRefusedForGood) != good {
			t.Errorf("%s gives %v", answer, err)
		}
	}
}

func TestAServerThatIsGoneOrPlainIsAFailureForNow(t *testing.T) {
	p := openPost(t, nil)
	m, err := mail.New(mail.Options{Host: "127.0.0.1", Port: p.port, From: "portal@bank.example", Clock: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	if err := m.Send(t.Context(), "asha@acme.example", "x", "x"); err == nil || errors.Is(err, portal.ErrRefusedForGood) {
		t.Errorf("a server without encryption gives %v", err)
	}
	gone, leave := context.WithCancel(t.Context())
	leave()
	if err := mailer(t, p).Send(gone, "asha@acme.example", "x", "x"); err == nil {
		t.Error("a caller who is gone sends")
	}
	if len(p.mails) > 0 {
		t.Errorf("mails were sent: %q", p.mails)
	}
}

func TestOptionsThatCannotWorkAreRefused(t *testing.T) {
	for name, o := range map[string]mail.Options{
		"no host": {From: "a@b.example", Clock: time.Now}, "no clock": {Host: "h", From: "a@b.example"},
		"no sender": {Host: "h", Clock: time.Now}, "a wrong sender": {Host: "h", From: "@", Clock: time.Now},
		"another security": {Host: "h", From: "a@b.example", Clock: time.Now, Security: "some"},
		"a wrong port":     {Host: "h", From: "a@b.example", Clock: time.Now, Port: 70000},
	} {
		if _, err := mail.New(o); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}
