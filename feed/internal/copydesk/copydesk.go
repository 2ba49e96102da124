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
