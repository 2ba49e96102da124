// Package copydesk invents news agency copy for tests and benchmarks. File i of an
// archive is generated when it is read and is always the same, so a million files
// cost nothing until then. Truth tells what a file says.
//
// Files are in folders by date, 100 a day from January 3, 2000. Ten files in a row
// are a group: a story with an urgent, a LEAD and a 2nd LD, a story with a LEAD, and
// four single stories. Each lists up to ten other headlines, most of which are those of
// earlier files: unchanged, with other tags, cut short, or typed differently. About a
// third of the files have some dirt: other encodings and line ends, hard-wrapped lines,
// no end mark, captions and notes, terminal commands, and bytes that are not text.
//
// A sixth of the files have another form than plain copy (form.go): envelopes of four
// kinds, tables, flashes, takes with another headline, corrections and kills, and a
// series with one headline a day. All files of one day in twenty have serial names.
package copydesk

import (
	"fmt"
	"strings"
	"time"
)

// The shape of an archive.
const (
	perDay   = 100
	perGroup = 10
)

var firstDay = time.Date(2000, 1, 3, 0, 0, 0, 0, time.UTC)

// day returns the day of file i.
func day(i int) time.Time { return firstDay.AddDate(0, 0, i/perDay) }

// serialDays is the number of days of which one has serial names.
const serialDays = 20

// isSerial reports whether the files of a day have serial names.
func isSerial(at time.Time) bool {
	return int(at.Sub(firstDay).Hours()/24)%serialDays == serialDays/2
}

// Path returns the path of file i.
func Path(i int) string {
	at := day(i)
	if isSerial(at) {
		return fmt.Sprintf("%s/AEN%s%06d.txt", at.Format("2006/01/02"), at.Format("20060102"), i%perDay)
	}
	return fmt.Sprintf("%s/%02d-%s.txt", at.Format("2006/01/02"), i%perDay, slug(i))
}

// slug returns the word in the name of file i.
func slug(i int) string {
	return strings.ToLower(pick(newDice(i-i%perGroup+role(i).story, 1), nouns))
}

// part is the role of a file in its group: the number of its story and its tag.
type part struct {
	story int
	tag   string
}

var parts = [perGroup]part{
	{0, "URGENT"}, {0, ""}, {0, "LEAD"}, {0, "2nd LD"},
	{1, ""}, {1, "LEAD"},
	{2, ""}, {3, "News Focus"}, {4, ""}, {5, "Interview"},
}

// role returns the part of file i.
func role(i int) part {
	if tag := amends(i); tag != "" {
		return part{parts[i%perGroup].story - 1, tag}
	}
	return parts[i%perGroup]
}

// Title returns the headline of file i without its tag. Takes of a story share it, but
// for those of the form Drift, whose headlines differ.
func Title(i int) string {
	if formOf(i) == Series {
		return "Summary of harbor news in " + places[0]
	}
	d := newDice(i-i%perGroup+role(i).story, 2)
	title := d.fill(pick(d, shapes))
	return strings.ToUpper(title[:1]) + title[1:]
}

// Headline returns the headline of file i.
func Headline(i int) string {
	switch f := formOf(i); {
	case f == Drift:
		return "(" + role(i).tag + ") " + drifted(i)
	case f == Flash, f == Teletype:
		return strings.ToUpper(Title(i))
	case f == Agate:
		return place(i) + " Cup Glance"
	case role(i).tag == "" || f.enveloped():
		return Title(i)
	}
	return "(" + role(i).tag + ") " + Title(i)
}

// File returns the content of file i.
func File(i int) []byte {
	if s, ok := formed(i); ok {
		return []byte(s)
	}
	return soil(i, text(i))
}

// text returns the content of file i without dirt, as plain copy.
func text(i int) string {
	d := newDice(i, 3)
	var b strings.Builder
	b.Grow(4096)
	b.WriteString(note(i))
	b.WriteString(Headline(i) + "\n")
	if i%6 == 1 {
		b.WriteString("By " + d.fill("{first} {last}") + "\n")
	}
	if hasDateline(i) {
		b.WriteString(dateline(i) + " (" + agency(i) + ") -- ")
	}
	writeBody(&b, d, i)
	if i%3 == 0 {
		b.WriteString("\n" + d.fill("{first} {last} speaks in {place} on "+day(i).Format("Jan. 2, 2006")+". (PHOTO NOT FOR SALE) ("+agency(i)+")") + "\n")
	}
	if i%4 != 1 {
		b.WriteString(d.fill("{mail}@meridian.example") + "\n")
	}
	if i%17 != 9 {
		b.WriteString("(END)\n")
		for _, r := range related(i, d) {
			b.WriteString("-\n" + r + "\n")
		}
	}
	return b.String()
}

// hasDateline reports whether plain copy has a dateline.
func hasDateline(i int) bool { return i%43 != 7 }

// dateline returns the place and the day of file i.
func dateline(i int) string {
	at := day(i)
	return strings.ToUpper(place(i)) + ", " + months[at.Month()-1] + at.Format(" 2")
}

// writeBody writes the paragraphs of file i, a line each. Those of a kill are an
// advisory.
func writeBody(b *strings.Builder, d *dice, i int) {
	if formOf(i) == Kill {
		b.WriteString("Editors are asked to withdraw the story \"" + Title(i) + "\" that was sent on " + day(i).Format("Monday") + ".\n")
		b.WriteString(d.fill("The {group} says that {first} {last} never spoke of the {noun}. No story will be sent instead.\n"))
		return
	}
	for n := range 6 + d.n(7) {
		b.WriteString(paragraph(d, n))
		b.WriteByte('\n')
	}
}

// place returns the place of file i.
func place(i int) string { return pick(newDice(i-i%perGroup+role(i).story, 4), places) }

// agency returns the agency of file i.
func agency(i int) string { return agencies[i/perGroup%len(agencies)] }

// paragraph returns two or three sentences.
func paragraph(d *dice, n int) string {
	s := d.fill(pick(d, sentences)) + " " + d.fill(pick(d, sentences))
	if n%2 == 0 {
		s += " " + d.fill(pick(d, sentences))
	}
	return s
}
