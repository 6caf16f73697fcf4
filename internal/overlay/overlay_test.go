package overlay_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/sandbank/sandbank/internal/contract"
	"github.com/sandbank/sandbank/internal/engine"
	"github.com/sandbank/sandbank/internal/overlay"
	"github.com/sandbank/sandbank/internal/portal"
	"github.com/sandbank/sandbank/openapi"
)

var deposits = sync.OnceValue(func() *contract.API {
	api, found := contract.Load(openapi.Documents, "deposits.yaml")
	if err := found.Err(); err != nil {
		panic(err)
	}
	return api
})

// text is a scenario file with a rule for listFields.
func text(name, more string) string {
	return "scenario: " + name + "\napi: deposits\n" + more + "rules:\n  listFields:\n    - name: own\n      respond: {body: {a: {type: string}}}\n"
}

// kept is a source in memory. It counts how often files are read and editions are asked for.
type kept struct {
	guard    sync.Mutex
	files    map[string][]portal.OverlayFile
	editions []portal.OverlayEdition
	reads    map[string]int
	asked    int
	err      error
}

func newKept() *kept { return &kept{files: map[string][]portal.OverlayFile{}, reads: map[string]int{}} }

// save puts a file in the place of what an organisation has.
func (k *kept) save(organisation, name, text string) {
	k.guard.Lock()
	defer k.guard.Unlock()
	k.files[organisation] = []portal.OverlayFile{{ID: name, API: "deposits", Name: name, Text: text}}
	k.editions = append(k.editions, portal.OverlayEdition{Organisation: organisation, Edition: int64(len(k.editions) + 1)})
}

func (k *kept) OverlayEditions(_ context.Context, after int64) ([]portal.OverlayEdition, error) {
	k.guard.Lock()
	defer k.guard.Unlock()
	k.asked++
	return k.editions[after:], k.err
}

func (k *kept) OverlayFiles(_ context.Context, organisation string) ([]portal.OverlayFile, error) {
	k.guard.Lock()
	defer k.guard.Unlock()
	k.reads[organisation]++
	return k.files[organisation], k.err
}

func (k *kept) OrganisationOf(_ context.Context, application string) (string, error) {
	return strings.TrimPrefix(application, "app of "), k.err
}

// bench is programs on a source in memory, with a clock that stands still.
type bench struct {
	*overlay.Programs
	*kept
	t   *testing.T
	now time.Time
	log bytes.Buffer
}

func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{kept: newKept(), t: t, now: time.Date(2026, 3, 1, 10, 0, 0, 0, time.UTC)}
	b.Programs = overlay.New(b.kept, func() time.Time { return b.now }, slog.New(slog.NewTextHandler(&b.log, nil)), base(t, fstest.MapFS{}))
	return b
}

func base(t *testing.T, files fstest.MapFS) overlay.Base {
	t.Helper()
	apis := []*contract.API{deposits()}
	program, found := engine.Load(files, apis)
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return overlay.Base{Files: files, APIs: apis, Program: program}
}

func (b *bench) refresh() {
	b.t.Helper()
	if err := b.Refresh(b.t.Context(), true); err != nil {
		b.t.Fatal(err)
	}
}

// has tells whether the program of an organisation has a scenario.
func (b *bench) has(organisation, scenario string) bool {
	return b.Of(b.t.Context(), organisation).CheckNames(deposits(), []string{scenario}) == nil
}

func TestAProgramIsCompiledOnceForAnEditionHoweverManyAsk(t *testing.T) {
	b := newBench(t)
	b.save("o", "one", text("one", ""))
	b.refresh()
	var group sync.WaitGroup
	for range 16 {
		group.Go(func() {
			if !b.has("o", "one") {
				t.Error("the scenario is not there")
			}
		})
	}
	group.Wait()
	if b.reads["o"] != 1 {
		t.Errorf("the files were read %d times", b.reads["o"])
	}
	b.save("o", "two", text("two", ""))
	if b.has("o", "two") {
		t.Error("a change is there before it is known")
	}
	b.refresh()
	if !b.has("o", "two") || b.has("o", "one") || b.reads["o"] != 2 {
		t.Errorf("the next edition is not there, or was read %d times", b.reads["o"])
	}
}

func TestProgramsAreBoundedAndMadeAgain(t *testing.T) {
	b := newBench(t)
	for i := range overlay.MostPrograms + 1 {
		b.save(fmt.Sprint("o", i), "one", text("one", ""))
	}
	b.refresh()
	for i := range overlay.MostPrograms + 1 {
		b.has(fmt.Sprint("o", i), "one")
	}
	if !b.has("o0", "one") || b.reads["o0"] != 2 || !b.has("o64", "one") || b.reads["o64"] != 1 {
		t.Errorf("%v", b.reads)
	}
}

func TestTheSourceIsAskedTwiceASecondAtMost(t *testing.T) {
	b := newBench(t)
	for range 10 {
		if err := b.Refresh(t.Context(), false); err != nil {
			t.Fatal(err)
		}
		b.now = b.now.Add(100 * time.Millisecond)
	}
	if b.asked != 2 {
		t.Errorf("%d times in a second", b.asked)
	}
}

func TestWhileTheSourceFailsTheProgramBeforeGoesOn(t *testing.T) {
	b := newBench(t)
	b.save("o", "one", text("one", ""))
	b.refresh()
	if !b.has("o", "one") {
		t.Fatal("the scenario is not there")
	}
	b.save("o", "two", text("two", ""))
	b.refresh()
	b.err = errors.New("the database is gone")
	if !b.has("o", "one") || !strings.Contains(b.log.String(), "the database is gone") {
		t.Errorf("%s", b.log.String())
	}
	if err := b.Refresh(t.Context(), true); err == nil {
		t.Error("the failure is not told")
	}
	b.err = nil
	if !b.has("o", "two") {
		t.Error("it is not tried again")
	}
}

func TestAnApplicationIsPlayedByTheProgramOfItsOrganisation(t *testing.T) {
	b := newBench(t)
	if b.OfApplication(t.Context(), "app of o") != b.Everyone() {
		t.Error("without any overlay there is another program")
	}
	b.save("o", "one", text("one", ""))
	b.refresh()
	for application, want := range map[string]bool{"app of o": true, "app of p": false, "": false} {
		if got := b.OfApplication(t.Context(), application).CheckNames(deposits(), []string{"one"}) == nil; got != want {
			t.Errorf("%q: %v", application, got)
		}
	}
}

func TestWhatIsPublishedIsThereForEverybodyAndGivesWayToOnesOwn(t *testing.T) {
	b := newBench(t)
	b.save("", "one", text("one", ""))
	b.save("o", "one", strings.ReplaceAll(text("one", ""), "name: own", "name: other"))
	b.refresh()
	if !b.has("p", "one") || b.Everyone().CheckNames(deposits(), []string{"one"}) != nil {
		t.Error("what is published is not there")
	}
	rules := b.Of(t.Context(), "o").Describe(deposits())[0].Operations[0].Rules
	if rules[0].Name != "other" {
		t.Errorf("%+v", rules)
	}
}

func TestAFileThatCannotBeUsedAnyMoreIsLeftOut(t *testing.T) {
	b := newBench(t)
	b.save("", "one", text("one", "default: true\n"))
	b.save("o", "two", text("two", ""))
	b.refresh()
	b.Rebase(base(t, fstest.MapFS{"deposits/bank.yaml": {Data: []byte(text("bank", "default: true\n"))}}))
	if b.has("p", "one") || !b.has("p", "bank") || !b.has("o", "two") || !b.has("o", "bank") {
		t.Error("not the bank's file, or not the sound one")
	}
	if !strings.Contains(b.log.String(), "overlays/deposits/one.yaml") {
		t.Errorf("%s", b.log.String())
	}
}

func TestACheckIsGivenUpWithTheCall(t *testing.T) {
	b := newBench(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var given int
	for range 20 { // whichever is ready first
		if _, err := b.Check(ctx, portal.OverlayCompany{}, text("one", "")); errors.Is(err, overlay.ErrBusy) && errors.Is(err, context.Canceled) {
			given++
		}
	}
	if given == 0 {
		t.Error("it is never given up")
	}
}

func TestAFileIsNotBlamedForAnother(t *testing.T) {
	b := newBench(t)
	broken := portal.OverlayFile{API: "deposits", Name: "broken", Text: text("broken", "tables: 3\n")}
	r, err := b.Check(t.Context(), portal.OverlayCompany{Own: []portal.OverlayFile{broken}, Published: []portal.OverlayFile{broken}}, text("one", "title: One\ndefault: true\n"))
	if err != nil || len(r.Findings) != 0 || r.Name != "one" || r.Title != "One" || !r.Default {
		t.Errorf("%+v, %v", r, err)
	}
}
