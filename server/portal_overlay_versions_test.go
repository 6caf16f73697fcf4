package server_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

func TestVersionsOfAnOverlayAreKeptComparedAndGoneBackTo(t *testing.T) {
	s := newStaged(t)
	one, two := overlayText("acme-fields", "one", "default: true\n"), overlayText("acme-fields", "two", "default: true\n")
	made := s.ask(ravi, "POST /overlays", source(one, "comment", "first"), 201)
	path := "/overlays/" + made.text("id")
	s.later(time.Hour)
	s.ask(asha, "PUT "+path, source(two, "comment", "second"), 200, "If-Match", made.tag())
	same := s.ask(asha, "PUT "+path, source(two), 200, "If-Match", "*")
	if same.number("version") != 2 {
		t.Errorf("the same text makes a version: %v", same)
	}
	s.refused(ravi, "PUT "+path, source(one), 412, "PRECONDITION_FAILED", "If-Match", `"1"`)
	s.refused(ravi, "PUT "+path, source(overlayText("another", "one", "")), 422, "OVERLAY_INVALID", "If-Match", "*")
	diff := s.ask(ravi, "GET "+path+"/diff?from=1&to=2", nil, 200)
	for _, line := range []string{"--- acme-fields.yaml (version 1)", "+++ acme-fields.yaml (version 2)", "-title: Of one", "+title: Of two", " api: deposits"} {
		if !strings.Contains(diff.text("diff"), line+"\n") {
			t.Errorf("the difference lacks %q:\n%s", line, diff.text("diff"))
		}
	}
	if last := s.ask(ravi, "GET "+path+"/diff", nil, 200); last.text("diff") != diff.text("diff") || last.number("from") != 1 || last.number("to") != 2 {
		t.Errorf("%v", last)
	}
	if none := s.ask(ravi, "GET "+path+"/diff?from=2&to=2", nil, 200); none.text("diff") != "" {
		t.Errorf("%v", none)
	}
	s.refused(ravi, "GET "+path+"/diff?from=1&to=3", nil, 422, "OVERLAY_VERSION_UNKNOWN")
	s.refused(ravi, "POST "+path+"/rollback", object{"version": 9}, 422, "OVERLAY_VERSION_UNKNOWN", "If-Match", "*")
	s.refused(ravi, "POST "+path+"/rollback", object{"version": 1}, 412, "PRECONDITION_FAILED", "If-Match", `"1"`)
	s.heard("before going back", s.ofAcme, "two")
	back := s.ask(ravi, "POST "+path+"/rollback", object{"version": 1, "comment": "as it was"}, 200, "If-Match", `"2"`)
	if back.number("version") != 3 || back.text("source") != one {
		t.Errorf("%v", back)
	}
	s.heard("after going back", s.ofAcme, "one")
	versions := s.ask(ravi, "GET "+path+"/versions?limit=2", nil, 200)
	list := versions.list("versions")
	if len(list) != 2 || list[0].number("version") != 3 || list[0].number("rollbackTo") != 1 || list[1].text("comment") != "second" ||
		list[1].in("author").text("name") != "Asha Rao" || list[1]["source"] != nil {
		t.Errorf("%v", versions)
	}
	rest := s.ask(ravi, "GET "+path+"/versions?limit=2&cursor="+versions.text("next"), nil, 200)
	if list := rest.list("versions"); len(list) != 1 || list[0].number("version") != 1 || rest["next"] != nil {
		t.Errorf("%v", rest)
	}
	if v := s.ask(ravi, "GET "+path+"/versions/1", nil, 200); v.text("source") != one {
		t.Errorf("%v", v)
	}
	s.refused(ravi, "GET "+path+"/versions/4", nil, 404, "NOT_FOUND")
	if got := s.audited(s.acme.ID); strings.Join(got, " ") != "overlay.saved overlay.saved overlay.rolled-back" {
		t.Errorf("%v", got)
	}
}

func patched(t *testing.T, before, diff string) string {
	t.Helper()
	from, at := strings.SplitAfter(before, "\n"), 0
	var out strings.Builder
	for _, line := range strings.SplitAfter(diff, "\n")[2:] {
		switch {
		case strings.HasPrefix(line, "@@"):
			var first, count, second, more int
			if _, err := fmt.Sscanf(line, "@@ -%d,%d +%d,%d @@", &first, &count, &second, &more); err != nil {
				t.Fatalf("%q: %v", line, err)
			}
			if count == 0 {
				first++
			}
			for ; at < first-1; at++ {
				out.WriteString(from[at])
			}
		case line == "":
		case line[0] == '+':
			out.WriteString(line[1:])
		default:
			if from[at] != line[1:] {
				t.Fatalf("the difference has %q where %q stands", line[1:], from[at])
			}
			if at++; line[0] == ' ' {
				out.WriteString(line[1:])
			}
		}
	}
	for ; at < len(from); at++ {
		out.WriteString(from[at])
	}
	return out.String()
}

func TestTheDifferenceLeadsFromOneVersionToTheOther(t *testing.T) {
	s := newStaged(t)
	chance := rand.New(rand.NewPCG(1, 2))
	commented := func() string {
		var b strings.Builder
		for range chance.IntN(60) {
			fmt.Fprintf(&b, "# %d\n", chance.IntN(4))
		}
		return b.String() + overlayText("acme-fields", "acme", "") + strings.Repeat("# end\n", chance.IntN(30))
	}
	texts := []string{commented()}
	path := "/overlays/" + s.ask(ravi, "POST /overlays", source(texts[0]), 201).text("id")
	for len(texts) < 20 {
		text := commented()
		if now := s.ask(ravi, "PUT "+path, source(text), 200, "If-Match", "*"); now.number("version") > len(texts) {
			texts = append(texts, text)
		}
	}
	for i := 1; i < len(texts); i++ {
		for _, way := range [][2]int{{i - 1, i}, {i, i - 1}} {
			diff := s.ask(ravi, fmt.Sprintf("GET %s/diff?from=%d&to=%d", path, way[0]+1, way[1]+1), nil, 200).text("diff")
			if got := patched(t, texts[way[0]], diff); got != texts[way[1]] {
				t.Fatalf("from %d to %d:\n%s", way[0]+1, way[1]+1, diff)
			}
		}
	}
}
