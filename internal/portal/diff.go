package portal

import (
	"fmt"
	"slices"
	"strings"
)

// unified gives the difference between two texts line by line in unified format, with three lines around each change; ""
// when there is none.
func unified(oldName, newName, before, after string) string {
	if before == after {
		return ""
	}
	edits := compareLines(lines(before), lines(after))
	var b strings.Builder
	fmt.Fprintf(&b, "--- %s\n+++ %s\n", oldName, newName)
	for from := 0; from < len(edits); {
		first := nextChange(edits, from)
		if first == len(edits) {
			break
		}
		// A hunk goes on while no more than twice the context lies between two changes.
		last := first
		for next := nextChange(edits, last+1); next < len(edits) && next-last <= 2*diffContext+1; next = nextChange(edits, last+1) {
			last = next
		}
		begin, end := max(from, first-diffContext), min(len(edits), last+1+diffContext)
		writeHunk(&b, edits[begin:end])
		from = end
	}
	return b.String()
}

const diffContext = 3

// edit is a line that stays (' '), goes ('-') or comes ('+'). old and new count the lines before it on each side.
type edit struct {
	kind     byte
	text     string
	old, new int
}

func nextChange(edits []edit, from int) int {
	for from < len(edits) && edits[from].kind == ' ' {
		from++
	}
	return from
}

func writeHunk(b *strings.Builder, edits []edit) {
	var olds, news int
	for _, e := range edits {
		if e.kind != '+' {
			olds++
		}
		if e.kind != '-' {
			news++
		}
	}
	fmt.Fprintf(b, "@@ -%s +%s @@\n", span(edits[0].old, olds), span(edits[0].new, news))
	for _, e := range edits {
		b.WriteByte(e.kind)
		b.WriteString(e.text)
		if !strings.HasSuffix(e.text, "\n") {
			b.WriteString("\n\\ No newline at end of file\n")
		}
	}
}

// span writes where a hunk stands on one side: without lines it stands behind the line before.
func span(before, count int) string {
	if count == 0 {
		return fmt.Sprintf("%d,0", before)
	}
	return fmt.Sprintf("%d,%d", before+1, count)
}

// lines cuts a text behind its line ends.
func lines(text string) []string {
	list := strings.SplitAfter(text, "\n")
	if list[len(list)-1] == "" {
		list = list[:len(list)-1]
	}
	return list
}

// maxDiffSteps bounds the search for the shortest difference; texts that differ more are shown as replaced.
const maxDiffSteps = 1000

// compareLines finds the shortest way from one text to another (Myers, "An O(ND) difference algorithm", 1986). What both
// begin and end with is not searched.
func compareLines(before, after []string) []edit {
	head := 0
	for head < len(before) && head < len(after) && before[head] == after[head] {
		head++
	}
	tail := 0
	for tail < len(before)-head && tail < len(after)-head && before[len(before)-1-tail] == after[len(after)-1-tail] {
		tail++
	}
	var out []edit
	x, y := 0, 0
	add := func(kind byte, text string) {
		out = append(out, edit{kind, text, x, y})
		if kind != '+' {
			x++
		}
		if kind != '-' {
			y++
		}
	}
	for _, text := range before[:head] {
		add(' ', text)
	}
	for _, kind := range shortest(before[head:len(before)-tail], after[head:len(after)-tail]) {
		if kind == '+' {
			add(kind, after[y])
		} else {
			add(kind, before[x])
		}
	}
	for _, text := range before[len(before)-tail:] {
		add(' ', text)
	}
	return out
}

// shortest gives the kinds of the edits that lead from one text to another. On diagonal k lie the places with k more
// lines of before behind them than of after; reach[k+limit+1] is how far into before a path with so many edits leads.
func shortest(before, after []string) []byte {
	n, m := len(before), len(after)
	limit := min(n+m, maxDiffSteps)
	zero := limit + 1
	reach := make([]int, 2*limit+3)
	var trace [][]int // before each step, the diagonals that the step looks at
	for d := 0; d <= limit; d++ {
		trace = append(trace, slices.Clone(reach[zero-d-1:zero+d+2]))
		for k := -d; k <= d; k += 2 {
			x := reach[zero+k-1] + 1
			if down(reach, zero, k, d) {
				x = reach[zero+k+1]
			}
			for x < n && x-k < m && before[x] == after[x-k] {
				x++
			}
			reach[zero+k] = x
			if x >= n && x-k >= m {
				return walkBack(trace, n, m)
			}
		}
	}
	return []byte(strings.Repeat("-", n) + strings.Repeat("+", m))
}

// down tells whether the best way to diagonal k in step d adds a line; otherwise it takes one away.
func down(reach []int, zero, k, d int) bool {
	return k == -d || k != d && reach[zero+k-1] < reach[zero+k+1]
}

// walkBack follows the furthest paths from the end of both texts to their beginning.
func walkBack(trace [][]int, x, y int) []byte {
	var edits []byte
	for d := len(trace) - 1; d > 0; d-- {
		k, zero := x-y, d+1
		kind, from := byte('-'), k-1
		if down(trace[d], zero, k, d) {
			kind, from = '+', k+1
		}
		startX := trace[d][zero+from]
		for startY := startX - from; x > startX && y > startY; x, y = x-1, y-1 {
			edits = append(edits, ' ')
		}
		if edits = append(edits, kind); kind == '+' {
			y--
		} else {
			x--
		}
	}
	edits = append(edits, strings.Repeat(" ", x)...)
	slices.Reverse(edits)
	return edits
}
