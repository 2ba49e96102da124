// Package copydesk invents news agency copy for tests and benchmarks. File i of an
// archive is generated when it is read and is always the same, so a million files
// cost nothing until then. Truth tells what a file says.
//
// Files are in folders by date, 100 a day from January 3, 2000. Ten files in a row
// are a group: a story with an urgent, a LEAD and a 2nd LD, a story with a LEAD, and
// four single stories. About half of the groups differ (role.go): the tags are prefixes,
// or missing, or in the slug of an envelope; there are contracts of three companies in one
// formula, two earthquakes at one place, a story that goes on with one of the day
// before, and takes before and after midnight. GroupOf tells which files are takes of one
// story. Takes share most paragraphs, edit some and add some; their figures may rise, and
// their headline may become another one.
//
// Each file lists up to ten other headlines, most of which are those of earlier files:
// unchanged, with other tags, cut short, typed differently or reworded; some look like
// those of a story and are of none. RelatedOf tells what each means. About a third of the
// files have some dirt: other encodings and line ends, hard-wrapped lines, no end mark,
// captions and notes, terminal commands, and bytes that are not text.
//
// A quarter of the files have another form than plain copy (form.go): envelopes of four
// kinds, tables, flashes, takes with prefixes or with another headline, corrections and
// kills, and a series with one headline a day. All files of one day in twenty have serial
// names.
package copydesk

import (
	"fmt"
	"strings"
)

// Path returns the path of file i.
func Path(i int) string {
	at := day(i)
	if isSerial(i) {
		return at.Format("2006/01/02/AEN20060102") + serialNumber(i) + ".txt"
	}
	return fmt.Sprintf("%s/%02d-%s.txt", at.Format("2006/01/02"), i%perDay, slug(i))
}

// serialNumber returns the number of file i in its name: that of its story on the day,
// its take and its desk.
func serialNumber(i int) string {
	r := roleOf(i)
	take := 0
	switch {
	case i%perGroup == perGroup-1 && amends(i) != "":
		take = 61
	case r.text > 0:
		take = 50 + r.text
	}
	return fmt.Sprintf("%04d%02d315", GroupOf(i)%perDay, take)
}

// File returns the content of file i.
func File(i int) []byte {
	if s, ok := formed(i); ok {
		return []byte(s)
	}
	return soil(i, text(i))
}

// formed returns the content of file i if its form has no dirt.
func formed(i int) (string, bool) {
	switch formOf(i) {
	case ANPA:
		return anpa(i), true
	case Teletype:
		return teletype(i), true
	case IPTC:
		return iptc(i), true
	case ZCZC:
		return zczc(i), true
	case Agate:
		return agate(i), true
	case Flash:
		return flash(i), true
	default:
		return "", false
	}
}

// text returns the content of file i without dirt, as plain copy.
func text(i int) string {
	d := newDice(i, 3)
	var b strings.Builder
	b.Grow(4096)
	b.WriteString(note(i))
	b.WriteString(Headline(i) + "\n")
	story := roleOf(i).story
	if story%6 == 1 {
		b.WriteString("By " + newDice(story, 21).fill("{first} {last}") + "\n")
	}
	if hasDateline(i) {
		b.WriteString(dateline(i) + " (" + agency(i) + ") -- ")
	}
	writeBody(&b, i)
	if i%3 == 0 {
		b.WriteString("\n" + d.fill("{first} {last} speaks in {place} on "+day(i).Format("Jan. 2, 2006")+". (PHOTO NOT FOR SALE) ("+agency(i)+")") + "\n")
	}
	if i%4 != 1 {
		b.WriteString(newDice(story, 23).fill("{mail}@meridian.example") + "\n")
	}
	if endsWithRelated(i) {
		b.WriteString("(END)\n")
		for _, r := range related(i) {
			b.WriteString("-\n" + r.text + "\n")
		}
	}
	return b.String()
}
