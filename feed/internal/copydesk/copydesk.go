// Package copydesk invents news agency copy for tests and benchmarks. File i of an
// archive is generated when it is read and is always the same, so a million files
// cost nothing until then.
//
// Files are in folders by date, 100 a day from January 3, 2000. Ten files in a row
// are a group: a story with an urgent, a LEAD and a 2nd LD, a story with a LEAD, and
// four single stories. Each lists up to ten other headlines, most of which exist: unchanged,
// with other tags, cut short, or typed differently. About a third of the files have
// some dirt: other encodings and line ends, hard-wrapped lines, no end mark, captions
// and notes, terminal commands, and bytes that are not text.
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

// Path returns the path of file i.
func Path(i int) string {
	return fmt.Sprintf("%s/%02d-%s.txt", day(i).Format("2006/01/02"), i%perDay, slug(i))
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
func role(i int) part { return parts[i%perGroup] }

// Title returns the headline of file i without its tag. Takes of a story share it.
func Title(i int) string {
	d := newDice(i-i%perGroup+role(i).story, 2)
	title := d.fill(pick(d, shapes))
	return strings.ToUpper(title[:1]) + title[1:]
}

// Headline returns the headline of file i.
func Headline(i int) string {
	title := Title(i)
	if role(i).tag == "" {
		return title
	}
	return "(" + role(i).tag + ") " + title
}

// File returns the content of file i.
func File(i int) []byte { return soil(i, text(i)) }

// text returns the content of file i without dirt.
func text(i int) string {
	d := newDice(i, 3)
	var b strings.Builder
	b.Grow(4096)
	if i%11 == 3 {
		b.WriteString("(ATTN: ADDS details in paras 2-3)\n")
	}
	b.WriteString(Headline(i) + "\n")
	if i%6 == 1 {
		b.WriteString("By " + d.fill("{first} {last}") + "\n")
	}
	if i%43 != 7 {
		at := day(i)
		b.WriteString(strings.ToUpper(place(i)) + ", " + months[at.Month()-1] + at.Format(" 2") + " (" + agency(i) + ") -- ")
	}
	for n := range 6 + d.n(7) {
		b.WriteString(paragraph(d, n))
		b.WriteByte('\n')
	}
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
