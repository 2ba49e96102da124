package wire

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"dateline/feed/story"
	"dateline/feed/wire/wiretest"
)

func TestNotesAreParsed(t *testing.T) {
	wiretest.Table(t, "testdata/tables/notes.txt", func(line string) string {
		if !isTopNote(line) {
			return "none"
		}
		where := "top"
		if isNote(line) {
			where = "anywhere"
		}
		n := ReadNote(line, story.Span{})
		return fmt.Sprintf("%s verbs=%v paragraphs=%v embargo=%q", where, n.Verbs, n.Paragraphs, n.Embargo)
	})
}

func TestBylinesGiveNames(t *testing.T) {
	wiretest.Table(t, "testdata/tables/bylines.txt", func(line string) string {
		if !isByline(line) {
			return "none"
		}
		return fmt.Sprintf("%q", ReadByline(line, story.Span{}).Names)
	})
}

func TestCaptionsAreDistinguishedFromParagraphs(t *testing.T) {
	wiretest.Table(t, "testdata/tables/captions.txt", func(line string) string {
		if !isCaption(line, "Meridian") {
			return "none"
		}
		b := ReadCaption(line, "Meridian", story.Span{})
		return fmt.Sprintf("%q credit=%q rights=%q", b.Text, b.Credit, b.Rights)
	})
}

func TestEndMarksAreRecognised(t *testing.T) {
	wiretest.Table(t, "testdata/tables/ends.txt", func(line string) string {
		m := readMark(line)
		if !m.found() {
			return "none"
		}
		if m.small {
			return fmt.Sprintf("%q on the last line", m.text)
		}
		return fmt.Sprintf("%q glued=%v more=%v weak=%v rest=%q", m.text, m.glued, m.more, m.weak, m.rest)
	})
}

func TestSignOffsGiveAddresses(t *testing.T) {
	wiretest.Table(t, "testdata/tables/signoffs.txt", func(line string) string {
		if !isSignOff(line) {
			return "none"
		}
		return fmt.Sprintf("%q", emailsIn(line))
	})
}

// A case of this table is a path, the time of the file and a text, separated by "|";
// "\n" in the text ends a line.
func TestDatesFollowTheEvidence(t *testing.T) {
	wiretest.Table(t, "testdata/tables/dates.txt", func(line string) string {
		part := strings.SplitN(line, "|", 3)
		o := Origin{Path: strings.TrimSpace(part[0])}
		if at, err := time.Parse("2006-01-02", strings.TrimSpace(part[1])); err == nil {
			o.ModTime = at
		}
		s := read(strings.ReplaceAll(strings.TrimSpace(part[2]), `\n`, "\n"), o)
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
