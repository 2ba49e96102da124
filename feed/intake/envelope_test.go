package intake

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"dateline/feed/story"
)

// sent is agency copy with its envelope. In text, "HEAD" stands for the lines of the
// headline and "TEXT" for the paragraphs.
type sent struct {
	name, text         string
	mark, wrap         string // after the headline, and between its lines
	slug, place, names string
	take               story.Take
}

const (
	anpaTop = "\x16\x16\x01w4410\x1fasian\nr i\x13\x11 BC-OS--Quay-Crane     10-03 0140\n\x02^BC-OS--Quay-Crane Falls, 2nd Ld-Writethru,140<\n"
	anpaEnd = "\t   \x03AP-WF-10-03-24 1430GMT<\n\n\f\n\x04\n"
	iptcTop = "\x01eca100 3 s 586 ccccb   dpa 099\n\nOstmere-quay/Skarn/\n\x02"
	iptcEnd = "\n# dpa NOTEBOOK\n\n* * * *\nThe following information is not for publication\n\n## Editorial contacts\n- Reporting by: Dora Holm\n\ndpa dh pr\n\n\x03031430 GMT Okt 24\n\x7f\n\x04\n"
)

var services = []sent{
	{"ANPA", anpaTop + "^HEAD^By DORA HOLM=\n\t   SKARN, Ostmere (AP) _ TEXT" + anpaEnd, "<\n", "\n", "BC-OS--Quay-Crane Falls", "SKARN", "DORA HOLM", 3},
	{"ANPA with notes", anpaTop + "^HEAD^AP Photo XPE101<\n^Eds: With AP Photos.<\n\t   SKARN (AP) _ TEXT" + anpaEnd, "=\n", "\n", "BC-OS--Quay-Crane Falls", "SKARN", "", 3},
	{"ANPA without a service", strings.Replace(anpaTop, "w4410\x1fasian", "a4410\x1f-----", 1) + "^HEAD\t   SKARN (AP) _ TEXT" + anpaEnd, " =\n", "\n", "BC-OS--Quay-Crane Falls", "SKARN", "", 3},
	{"ANPA with its header twice", strings.Replace(anpaTop, "\x02", "\x16\x16\x01w4410\x1fasian\nr i BC-OS--Quay-Crane     10-03 0140\n\x02", 1) + "^HEAD\t   SKARN (AP) _ TEXT" + anpaEnd, "<\n", "\n", "BC-OS--Quay-Crane Falls", "SKARN", "", 3},
	{"AP of 1988", "r a PM-Quay-Crane 1stLd   10-03 0378\nPM-Quay-Crane, 1st Ld, a0412,0390\nHEADBy DORA HOLM\n   SKARN, Ostmere (AP) _ TEXTAP-NR-10-03-88 1102EST\n", "\n", " ", "PM-Quay-Crane", "SKARN", "DORA HOLM", 2},
	{"teletype", "\n\x05\x05\x05C T\n\x16\x16\x01f0704\x1freute\nu f BC-QUAY-CRANE   10-03 0105\n\x02\nHEAD    SKARN, Oct 3 - TEXT\n\x03\n", "\n", "\n", "BC-QUAY-CRANE", "SKARN", "", 1},
	{"teletype without controls", "RM\nf0704reute\nu f BC-QUAY-CRANE   10-03 0105\n\nHEAD    SKARN, Oct 3 - TEXT\n", "\n", "\n", "BC-QUAY-CRANE", "SKARN", "", 1},
	{"IPTC", iptcTop + "1ST LEAD\nHEAD\nSkarn (dpa) - TEXT" + iptcEnd, " =\n", "\n", "Ostmere-quay/Skarn/", "Skarn", "", 2},
	{"IPTC with a byline", iptcTop + "2ND LEAD\nHEADBy Dora Holm, dpa =\n\nSkarn (dpa) - TEXT" + iptcEnd, "\n", "\n", "Ostmere-quay/Skarn/", "Skarn", "Dora Holm", 3},
	{"IPTC without a dash", "\x01bsf045 4 au 120\n\ngrue/port/\n\x02HEAD\nParis (ats afp) TEXT\x03031430 oct 24\n", " =\n", "\n", "grue/port/", "Paris", "", 1},
	{"IPTC without controls", "bdt0123 3 pl 210  dpa 0456\n\nHafen/Skarn/\nKORREKTUR\nHEAD\nSkarn (dpa) - TEXTdpa dh pr\n031630 Okt 24\n", " =\n", "\n", "Hafen/Skarn/", "Skarn", "", 1},
	{"ZCZC", "ZCZC SKA012\nYY TDR\nHEAD    SKARN, Oct 3 AAP - TEXTNNNN\n", "\n", " ", "", "SKARN", "", 1},
	{"ZCZC with its number below", "ZCZC\nGPB 0210\nSPO\n\nHEAD\nSKARN, Oct 12 (Meridian) - TEXTNNNN\n", "\n", " ", "", "SKARN", "", 1},
	{"fields", "ZCZC FMG000\n%A\n#CRANE QUAY\n$HEAD:(SKARN)\n&AAP\n    SKARN, Oct 3 AAP - TEXTNNNN\n", "\n", " ", "CRANE QUAY", "SKARN", "", 1},
	{"release", "Source: Skarn Line\nMEDIA RELEASE PR4711\n\nHEAD\nSKARN, Oct. 3 -- TEXT", "\n", " ", "", "SKARN", "", 1},
}

var sentHeadlines = []string{
	"Crane falls on quay of Skarn",
	"Council of Skarn votes after a debate of six hours against\nnew bridge over the harbor",
	"Grüne: \"Kein Geld mehr für den Kai\"",
	"Judge frees two men held over the fire in the harbor as new\nevidence points to a third suspect",
}

const (
	sentFirst = "The crane fell on the quay on Thursday after the storm had passed."
	sentLast  = "Nobody was hurt, and the quay is open again, the authority said."
)

func TestCopyWithAnEnvelopeIsReadInEveryForm(t *testing.T) {
	for _, s := range services {
		for n, head := range sentHeadlines {
			for _, end := range []string{"\n", "\r\n", "\r\r\n"} {
				for _, encoding := range []string{"utf-8", "windows-1252"} {
					data := s.copy(t, head, end, encoding, n%2 == 1)
					if problems := s.check(one(t, data), strings.ReplaceAll(head, "\n", " ")); problems != "" {
						t.Errorf("%s, ends %q, %s: %s\n%q", s.name, end, encoding, problems, data)
					}
				}
			}
		}
	}
}

// copy returns the copy with a headline as it is in a file.
func (s sent) copy(t *testing.T, head, end, encoding string, blank bool) string {
	t.Helper()
	if s.name == "teletype" || s.name == "teletype without controls" {
		head = strings.ToUpper(head)
	}
	text := strings.Replace(s.text, "HEAD", strings.ReplaceAll(head, "\n", s.wrap)+s.mark, 1)
	gap := "\n"
	if strings.Contains(s.text, "dpa)") || strings.Contains(s.text, "ats") || s.name == "release" {
		gap = "\n\n"
	}
	text = strings.Replace(text, "TEXT", sentFirst+gap+"    "+sentLast+gap, 1)
	if blank {
		text = "\n\n" + text
	}
	text = strings.ReplaceAll(text, "\n", end)
	if encoding == "utf-8" {
		return text
	}
	out, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// check returns what is wrong with the story got.
func (s sent) check(got *story.Story, head string) string {
	var b strings.Builder
	claim := func(ok bool, format string, args ...any) {
		if !ok {
			fmt.Fprintf(&b, format+"; ", args...)
		}
	}
	claim(strings.EqualFold(got.Headline.Title, head), "headline %q", got.Headline.Title)
	claim(got.Envelope.Slug == s.slug, "slug %q", got.Envelope.Slug)
	claim(slices.Equal(got.Dateline.Places, []string{s.place}), "places %q", got.Dateline.Places)
	claim(strings.Join(got.Byline.Names, ",") == s.names, "byline %q", got.Byline.Names)
	claim(got.Headline.Take == s.take, "take %d", got.Headline.Take)
	claim(got.Paragraphs() == 2 && len(got.Body) == 2, "%d paragraphs, %d blocks", got.Paragraphs(), len(got.Body))
	claim(len(got.Body) > 1 && got.Body[0].Text == sentFirst && got.Body[1].Text == sentLast, "body %+v", got.Body)
	claim(len(got.Tail) == 0 && len(got.SignOff.Lines) == 0, "tail %+v", got.Tail)
	for _, d := range got.Doubts {
		claim(d.Problem != story.Escapes && d.Problem != story.Binary, "doubt %q", d.Detail)
	}
	return b.String()
}

func TestATableOfATransmissionIsNotBinary(t *testing.T) {
	rows := "\x08^\x1f\x1e\x1e W\x1e\x1e \x1e\x1e L\x1e\x1e \x1e\x1e Pct\n" +
		strings.Repeat("\x08Skarn\x10 Bay\x1f\x1e\x1e 73\x1e\x1e \x1e\x1e 52\x1e\x1e \x1e\x1e .584\n", 3)
	for name, text := range map[string]string{
		"with its header": "\x16\x16\x01s0311\x1f-----\nr s\x14\x12 BC-BBO--QuayGlance     08-18\n\x02^BC-BBO--Quay Cup Glance<\n^Quay Cup Glance=\n^By The Associated Press=\n^EAST=\n" + rows + "\t   ___=\n\t   Skarn 6, Hesker 5\n",
		"cut":             "Quay Cup Glance\n\n" + rows,
	} {
		s := one(t, text)
		n := 0
		for _, b := range s.Body {
			if b.Kind == story.Code {
				n++
				if want := "Skarn Bay  73  52  .584"; !strings.Contains(b.Text, want) {
					t.Errorf("%s: table %q", name, b.Text)
				}
			}
		}
		if n != 1 || s.Headline.Text != "Quay Cup Glance" {
			t.Errorf("%s: %d tables, headline %q, doubts %+v", name, n, s.Headline.Text, s.Doubts)
		}
	}
}

func TestTheEnvelopeOfARowIsItsFields(t *testing.T) {
	s := one(t, strings.Replace(anpaTop, "r i", "b i", 1)+"^Crane falls<\n\t   SKARN (AP) _ The crane fell.\n"+anpaEnd)
	r := story.NewRow(s)
	if r.Slug != "BC-OS--Quay-Crane Falls" || r.Number != "w4410" || r.Category != "i" || r.Priority != "b" || r.Sent != "2024-10-03T14:30:00Z" {
		t.Errorf("%+v", r)
	}
	if s.Date.String() != "2024-10-03T14:30:00Z" || s.Date.From != story.FromMetadata {
		t.Errorf("date %s from %s", s.Date, s.Date.From)
	}
}

func TestPrioritiesAndSlugsOfAFlashAreUrgent(t *testing.T) {
	for _, header := range []string{"f i BC-Quay   10-03 0020\nBC-Quay,20", "b i BC-Quay   10-03 0020\nBC-Quay,20", "r i NewsAlert   10-03 0020\n^NewsAlert,20<", "r i BC-BULLETIN   10-03 0020\n^BC-BULLETIN,20<"} {
		if s := one(t, header+"\nCrane falls\n   SKARN (AP) _ The crane fell.\n"); s.Headline.Kind != story.Urgent || s.Headline.Text != "Crane falls" {
			t.Errorf("%q: %s %q", header, s.Headline.Kind, s.Headline.Text)
		}
	}
}
