package main

import (
	"context"
	"encoding/json"
	"errors"
	"iter"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/cell"
)

func TestALineFitsTheTerminal(t *testing.T) {
	rows := []story.Row{
		{ID: "abcdefghijkl", Headline: story.Headline{Title: "Ferry", Tags: []string{"2nd LD"}}, Places: []string{"PORT ELLERY"}},
		{ID: "abcdefghijkl", Headline: story.Headline{Title: "Ferry", Tags: []string{"EDITORIAL from the Halvard Courier"}}},
		{ID: "abcdefghijkl", Headline: story.Headline{Title: strings.Repeat("여객선이 다시 다닌다 ", 20)}, Places: []string{"항구"}},
		{ID: "abcdefghijkl", Headline: story.Headline{Title: strings.Repeat("👩‍👩‍👧‍👦 e\u0301", 60)}},
		{},
	}
	for _, r := range rows {
		whole := table{id: 8}.row(r)
		for _, part := range append([]string{r.Headline.Title}, r.Headline.Tags...) {
			if !strings.Contains(whole, strings.TrimSpace(part)) {
				t.Errorf("in a pipe %q lost %q", whole, part)
			}
		}
		for width := 1; width <= 200; width++ {
			text := table{width: width, id: 8}.row(r)
			if text != strings.TrimRight(text, " \n")+"\n" {
				t.Fatalf("width %d: %q ends in blanks", width, text)
			}
			if w := cell.Width(strings.TrimSuffix(text, "\n")); w > width {
				t.Fatalf("width %d: %q takes %d cells", width, text, w)
			}
		}
	}
}

func TestALineCarriesNoCommand(t *testing.T) {
	got := line(0, column{"a\x1b[2Jb", 0}, column{"c\nd\te", 0}, column{"f\u009b2Jg", 0})
	if want := "ab  c d e  fg\n"; got != want {
		t.Errorf("line: %q, want %q", got, want)
	}
}

func TestJSONHidesNothing(t *testing.T) {
	in := "plain 한국 \u009b2J \u202egnp \U000e0041 <&> \x1b"
	var b strings.Builder
	if err := printJSON(&b, in); err != nil {
		t.Fatal(err)
	}
	const want = "\"plain 한국 \\u009b2J \\u202egnp \\udb40\\udc41 <&> \\u001b\"\n"
	if b.String() != want {
		t.Errorf("printed %s, want %s", b.String(), want)
	}
	var out string
	if err := json.Unmarshal([]byte(b.String()), &out); err != nil || out != in {
		t.Errorf("reads as %q (%v), want %q", out, err, in)
	}
}

func TestTakeEndsWhereItIsTold(t *testing.T) {
	asked := 0
	rows := iter.Seq2[story.Row, error](func(yield func(story.Row, error) bool) {
		for range 5 {
			if asked++; !yield(story.Row{}, nil) {
				return
			}
		}
	})
	for n, want := range map[int]int{-1: 5, 0: 0, 1: 1, 5: 5, 9: 5} {
		got := 0
		asked = 0
		for _, err := range take(rows, n) {
			if err != nil {
				t.Fatal(err)
			}
			got++
		}
		if got != want || asked != want {
			t.Errorf("take %d: %d rows of %d asked for, want %d", n, got, asked, want)
		}
	}
}

func TestWithinKnowsWhatAnArchiveHolds(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		dir, path string
		want      bool
	}{
		{dir, filepath.Join(dir, "a", "b.txt"), true},
		{dir, dir, true},
		{dir, filepath.Join(dir, "..b.txt"), true},
		{dir, filepath.Dir(dir), false},
		{filepath.Join(dir, "a"), filepath.Join(dir, "ab", "c.txt"), false},
		{"built-in", filepath.Join(dir, "b.txt"), false},
		{"", filepath.Join(dir, "b.txt"), false},
	}
	for _, tt := range tests {
		if got := within(tt.dir, tt.path); got != tt.want {
			t.Errorf("within(%q, %q) = %v", tt.dir, tt.path, got)
		}
	}
}

func TestAnErrorBecomesItsExitCode(t *testing.T) {
	ctx := t.Context()
	ended, cancel := context.WithCancelCause(ctx)
	cancel(signalError{syscall.SIGINT})
	tests := []struct {
		name string
		ctx  context.Context
		err  error
		code int
		said string
	}{
		{"done", ctx, nil, exitDone, ""},
		{"broken pipe", ctx, errors.Join(syscall.EPIPE, errors.New("closing")), exitDone, ""},
		{"problems", ctx, errProblems, exitProblems, ""},
		{"told", ctx, errTold, exitFailed, ""},
		{"usage", ctx, &usageError{"list", "list: no"}, exitUsage, "dateline: list: no (see: dateline help list)\n"},
		{"failure", ctx, errors.Join(errors.New("a\x1b[2J.txt is gone"), errors.New("and b")), exitFailed, "dateline: a.txt is gone; and b\n"},
		{"signal", ended, context.Canceled, exitSignal + 2, ""},
	}
	for _, tt := range tests {
		var said strings.Builder
		if code := report(tt.ctx, &console{err: &said}, tt.err); code != tt.code || said.String() != tt.said {
			t.Errorf("%s: exit code %d and %q, want %d and %q", tt.name, code, said.String(), tt.code, tt.said)
		}
	}
}

func TestProgressCounts(t *testing.T) {
	tests := []struct {
		p    feed.Progress
		want string
	}{
		{feed.Progress{Seen: 1234}, "1,234 files"},
		{feed.Progress{Seen: 12, Total: 30000}, "12 of 30,000 files"},
	}
	for _, tt := range tests {
		if got := filesOf(tt.p); got != tt.want {
			t.Errorf("%+v: %q, want %q", tt.p, got, tt.want)
		}
	}
}

func TestSortsAreNamedInTheHelp(t *testing.T) {
	for _, cmd := range []*cobra.Command{listCommand(&console{}), searchCommand(&console{})} {
		usage := cmd.Flags().Lookup("sort").Usage
		for _, sort := range []feed.Sort{feed.Best, feed.Newest, feed.Oldest} {
			if !slices.Contains(strings.FieldsFunc(usage, func(r rune) bool { return strings.ContainsRune(" ,:", r) }), string(sort)) {
				t.Errorf("the help of %s --sort does not name %s: %q", cmd.Name(), sort, usage)
			}
		}
	}
}

func TestABarIsAsFullAsTheScan(t *testing.T) {
	for n, want := range map[int]string{0: "░░░░░░░░░░░░░░░░░░░░", 15: "██████████░░░░░░░░░░", 29: "███████████████████░", 30: "████████████████████", 31: "████████████████████"} {
		if got := bar(n, 30); got != want {
			t.Errorf("%d of 30: %q, want %q", n, got, want)
		}
	}
}

func TestProgressFitsTheTerminal(t *testing.T) {
	for width := range 140 {
		var said strings.Builder
		m := meter{console: &console{err: &said, live: true, wide: func() int { return width }}}
		for _, p := range []feed.Progress{{}, {Seen: 123456}, {Seen: 123456, Total: 1234567}} {
			said.Reset()
			m.last = time.Time{}
			m.show(p)
			line := strings.TrimSuffix(strings.TrimPrefix(said.String(), "\r"), ansi.EraseLineRight)
			if w := cell.Width(line); w > max(width-1, 0) {
				t.Errorf("%d cells in a terminal of %d: %q", w, width, line)
			}
			if width >= 40 && !strings.Contains(line, filesOf(p)) {
				t.Errorf("in a terminal of %d: %q", width, line)
			}
		}
	}
}

func TestProgressInAPipeIsWholeLines(t *testing.T) {
	var said strings.Builder
	m := meter{console: &console{err: &said}}
	m.show(feed.Progress{Seen: 1200, Total: 3000})
	m.show(feed.Progress{Seen: 1300, Total: 3000}) // too soon
	m.settling()
	m.end()
	if want := "reading the archive: 1,200 of 3,000 files\nputting the search index in order\n"; said.String() != want {
		t.Errorf("said %q, want %q", said.String(), want)
	}
}

func TestCountsAgreeWithTheirWords(t *testing.T) {
	for n, want := range map[int]string{0: "0 stories", 1: "1 story", 1234567: "1,234,567 stories"} {
		if got := count(n, "story"); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}
