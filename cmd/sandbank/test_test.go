package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// steered are scenarios and tests that need all that a deployment's control API can do for them.
var steered = map[string]string{
	"steered.yaml": `
scenario: steered
title: Steered
api: deposits
default: true
state:
  bank: {values: [up, down], initial: up}
tables:
  sessions:
    key: [id]
    writable: true
    columns: {id: string, mobile: string, until: date-time}
rules:
  authorizeLogin:
    - name: the bank is down
      state: {bank: down}
      respond: {problem: SERVICE_UNAVAILABLE}
    - name: a session opens
      let: {id: uuid()}
      do: [{insert: {sessions: {id: "${id}", mobile: "${body.mobile}", until: '${addDuration(now, "PT5M")}'}}}]
      respond: {body: {sessionId: "${id}", challenge: otp, expiresIn: 300, maskedMobile: "${mask(body.mobile)}"}}
  issueLoginToken:
    - name: a token
      find: {session: {table: sessions, where: {id: "${body.sessionId}"}}}
      when: session.until != nil && now < session.until
      delay: 50ms
      respond: {body: {accessToken: a, expiresIn: 3600, refreshToken: b, tokenType: Bearer}}
    - {name: no session, respond: {problem: UNAUTHORIZED}}
  verifyMyVpa:
    - name: it drips
      fault: {dribble: {chunks: 3, over: 30ms}}
      respond: {body: {status: success}}
given:
  - state: a session
    params: {id: {type: string}}
    do: [{upsert: {sessions: {id: "${params.id}", mobile: "9876543210"}}}]
    returns: {id: "${params.id}"}
`,
	"busy.yaml": `
scenario: busy
title: Busy
api: deposits
rules:
  listFields:
    - {name: busy, respond: {problem: SERVICE_UNAVAILABLE}}
`,
	"steered_test.yaml": `
test: steered
cases:
  - name: a session ends by the clock
    start: 2026-02-01
    steps:
      - {call: authorizeLogin, body: {mobile: "9876543210", pan: ABCDE1234F, acceptedTerms: ["1"]}, as: opened}
      - {expect: {tables: {sessions: [{id: "${opened.body.sessionId}", until: "2026-01-31T18:35:00Z"}]}}}
      - {advance: 299s}
      - {call: issueLoginToken, body: {sessionId: "${opened.body.sessionId}", otp: "123456"}, expect: {rule: a token, delay: 50ms, hits: 1}}
      - {freeze: true}
      - {setClock: 2026-02-02}
      - {resume: true}
      - {call: issueLoginToken, body: {sessionId: "${opened.body.sessionId}", otp: "123456"}, expect: {problem: UNAUTHORIZED}}
  - name: states and tables can be changed
    steps:
      - {setState: {bank: down}, expect: {state: {bank: down}}}
      - {call: authorizeLogin, body: {mobile: "9876543210", pan: ABCDE1234F, acceptedTerms: ["1"]}, expect: {status: 503, rule: the bank is down}}
      - {upsert: {sessions: {id: "a,b", mobile: "9876543210"}}, expect: {tables: {sessions: [{id: "a,b"}]}}}
      - {delete: {sessions: {mobile: "9876543210"}}, expect: {tables: {sessions: []}}}
      - {reset: true, expect: {state: {bank: up}}}
  - name: a provider state
    given: [{state: a session, params: {id: s-1}, as: known}]
    steps:
      - {expect: {tables: {sessions: [{id: "${known.id}"}]}}}
  - name: only partner-b is busy
    select: [{scenario: busy, key: partner-b}]
    steps:
      - {call: listFields, key: partner-b, expect: {scenario: busy}}
      - {call: listFields, key: partner-a, expect: {contract: true}}
  - name: an answer that drips
    steps:
      - {call: verifyMyVpa, body: {vpa: john@okhdfc}, expect: {fault: dribble, body: {status: success}}}
`,
}

func TestTheTestsOfAFolderPassHereAndOnADeployment(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "deposits"), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range steered {
		if err := os.WriteFile(filepath.Join(dir, "deposits", name), []byte(strings.TrimPrefix(text, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	served := begin(t, "mock", "--addr", "127.0.0.1:0", "--scenarios", dir)
	for name, more := range map[string][]string{"here": nil, "deployed": {"--against", served.origin}, "deployed, again": {"--against", served.origin}} {
		t.Run(name, func(t *testing.T) {
			out, err := exec.CommandContext(t.Context(), "sandbank", append([]string{"test", "--seed", "7", dir}, more...)...).CombinedOutput()
			if err != nil || string(out) != "5 cases: 5 passed, 0 failed; seed 7\n" {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}

func TestWhatADeploymentCannotRunFailsUnlessItMayBeSkipped(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "deposits"), 0o755); err != nil {
		t.Fatal(err)
	}
	const cases = "test: a\ncases:\n  - {name: callbacks, steps: [{call: listFields, expect: {callbacks: []}}]}\n  - {name: a call, steps: [{call: listFields}]}\n"
	if err := os.WriteFile(filepath.Join(dir, "deposits", "a_test.yaml"), []byte(cases), 0o644); err != nil {
		t.Fatal(err)
	}
	served := begin(t, "mock", "--addr", "127.0.0.1:0")
	run := func(more ...string) (status int, out string) {
		b, err := exec.CommandContext(t.Context(), "sandbank", append([]string{"test", "--seed", "7", dir, "--against", served.origin}, more...)...).CombinedOutput()
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			t.Fatal(err)
		}
		if exit != nil {
			status = exit.ExitCode()
		}
		return status, string(b)
	}
	status, out := run()
	if status != 1 || !strings.HasPrefix(out, "NOT RUN deposits/a/callbacks\n") || !strings.HasSuffix(out, "2 cases: 1 passed, 0 failed, 1 not run; seed 7\n") {
		t.Errorf("status %d\n%s", status, out)
	}
	if status, out := run("--allow-skip"); status != 0 {
		t.Errorf("with --allow-skip, status %d\n%s", status, out)
	}
}
