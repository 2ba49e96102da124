package wire

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/feed/story"
)

var update = flag.Bool("update", false, "write the results that the tests find into testdata")

// checkTable reads a table of cases: a line, and below it, behind a tab, what
// read makes of it. Lines that begin with "# " are remarks.
func checkTable(t *testing.T, name string, read func(line string) string) {
	t.Helper()
	path := filepath.Join("testdata", "tables", name)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	cases := 0
	lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	for i, line := range lines {
		if line == "" || strings.HasPrefix(line, "# ") {
			out.WriteString(line + "\n")
			continue
		}
		if strings.HasPrefix(line, "\t") {
			continue
		}
		cases++
		got := read(line)
		fmt.Fprintf(&out, "%s\n\t%s\n", line, got)
		if *update {
			continue
		}
		if i+1 == len(lines) || lines[i+1] != "\t"+got {
			want := "nothing"
			if i+1 < len(lines) {
				want = strings.TrimPrefix(lines[i+1], "\t")
			}
			t.Errorf("%s:%d: %s\n got %s\nwant %s", path, i+1, line, got, want)
		}
	}
	if cases == 0 {
		t.Errorf("%s has no cases", path)
	}
	if *update {
		if err := os.WriteFile(path, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestDatelinesOfAllAgenciesAreRead(t *testing.T) {
	checkTable(t, "datelines.txt", func(line string) string {
		o, ok := cutDateline(line)
		if !ok {
			return "none"
		}
		by := ""
		if o.by != "" {
			by = fmt.Sprintf(" by=%q", o.by)
		}
		return fmt.Sprintf("%s%s rest=%q", dumpDateline(o.Dateline), by, o.rest)
	})
}

func TestProseIsNoDateline(t *testing.T) {
	checkTable(t, "no-datelines.txt", func(line string) string {
		if o, ok := cutDateline(line); ok {
			return "taken for a dateline: " + o.Text
		}
		return "none"
	})
}

func TestHeadlinesTellKindAndTake(t *testing.T) {
	checkTable(t, "headlines.txt", func(line string) string {
		h := Headline(line)
		return fmt.Sprintf("%s %d %q %s", h.Kind, h.Take, h.Tags, h.Title)
	})
}

func TestNotesAreTakenApart(t *testing.T) {
	checkTable(t, "notes.txt", func(line string) string {
		if !isTopNote(line) {
			return "none"
		}
		where := "top"
		if isNote(line) {
			where = "anywhere"
		}
		n := readNote(line, story.Span{})
		return fmt.Sprintf("%s verbs=%v paragraphs=%v embargo=%q", where, n.Verbs, n.Paragraphs, n.Embargo)
	})
}

func TestBylinesGiveNames(t *testing.T) {
	checkTable(t, "bylines.txt", func(line string) string {
		if !isByline(line) {
			return "none"
		}
		return fmt.Sprintf("%q", readByline(line, story.Span{}).Names)
	})
}

func TestCaptionsAreToldFromParagraphs(t *testing.T) {
	checkTable(t, "captions.txt", func(line string) string {
		if !isCaption(line, "Meridian") {
			return "none"
		}
		b := captionBlock(line, "Meridian", story.Span{})
		return fmt.Sprintf("%q credit=%q rights=%q", b.Text, b.Credit, b.Rights)
	})
}

func TestEndMarksAreTold(t *testing.T) {
	checkTable(t, "ends.txt", func(line string) string {
		m := readMark(line)
		if !m.found() {
			return "none"
		}
		return fmt.Sprintf("%q glued=%v more=%v weak=%v rest=%q", m.text, m.glued, m.more, m.weak, m.rest)
	})
}

func TestSignOffsGiveAddresses(t *testing.T) {
	checkTable(t, "signoffs.txt", func(line string) string {
		if !isSignOff(line) {
			return "none"
		}
		p := parser{lines: []string{line}, s: &story.Story{}}
		p.signOff(0)
		return fmt.Sprintf("%q", p.s.SignOff.Emails)
	})
}

// A case of this table is path, time of the file and text, with "|" between;
// "\n" in the text ends a line.
func TestDatesFollowTheEvidence(t *testing.T) {
	checkTable(t, "dates.txt", func(line string) string {
		part := strings.SplitN(line, "|", 3)
		o := Origin{Path: strings.TrimSpace(part[0])}
		if at, err := time.Parse("2006-01-02", strings.TrimSpace(part[1])); err == nil {
			o.ModTime = at
		}
		s := Parse(strings.ReplaceAll(strings.TrimSpace(part[2]), `\n`, "\n"), o)
		var out strings.Builder
		fmt.Fprintf(&out, "%q %s", s.Date, s.Date.From)
		for _, d := range s.Doubts {
			if d.Problem == story.Ambiguous || d.Problem == story.NoDate {
				fmt.Fprintf(&out, "; %s: %s", d.Problem, d.Detail)
			}
		}
		return out.String()
	})
}
