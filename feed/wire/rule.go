package wire

import "math/bits"

// region is a set of parts of the copy.
type region uint8

const (
	inEnvelope    region = 1 << iota // the headers at the top
	aboveDateline                    // between envelope and dateline
	aboveBody                        // between envelope and body if there is no dateline
	atDateline                       // the line that begins with the dateline
	inBody                           // below the line of the dateline, or of the first paragraph
	afterBody                        // after the end mark, or the body without one
)

// rule reads one kind of part. Read looks at line i, which is not blank; the part must
// end before line end. If such a part begins on line i, read adds it to d and returns
// the number of its lines, else 0.
type rule struct {
	name string
	in   region
	read func(d *draft, i, end int) int
}

// rules are tried in this order in their regions. The first that takes the line wins.
// The envelope, and the top of a story without a dateline, end at the first line that
// no rule takes; in the other regions the last rule takes any line.
var rules = [...]rule{
	{"header field", inEnvelope, readField},
	{"flash", inEnvelope | aboveDateline, readFlash},
	{"time of sending above the headline", inEnvelope, readTimedStamp},
	{"time of sending below the headline", aboveDateline | aboveBody, readStamp},
	{"note", aboveDateline, readTopNote},
	{"note", aboveBody, readNoteLine},
	{"byline", aboveDateline | aboveBody, readBylineLine},
	{"marked line below the headline", aboveDateline | aboveBody, readCaretNote},
	{"headline", aboveDateline, readHeadline},
	{"headline that is not a paragraph", aboveBody, readHeadlineOnly},
	{"marked line in the body", inBody, readCaretHeading},
	{"table", inBody, readTable},
	{"rule", inBody, readRuleLine},
	{"quote", inBody, readQuote},
	{"list", aboveDateline | inBody, readList},
	{"sub-heading or caption", aboveDateline, readSubhead},
	{"note", inBody, readBodyNote},
	{"more to come", inBody, readMore},
	{"paragraph with the dateline", atDateline, readLede},
	{"paragraph or caption", inBody, readParagraph},
	{"headline under a lone dash", afterBody, readAwaited},
	{"heading of a list of headlines", afterBody, readSection},
	{"lone dash", afterBody, readDash},
	{"keywords", afterBody, readKeywords},
	{"headline with a mark", afterBody, readMarked},
	{"end of a wrapped headline", afterBody, readWrapped},
	{"headline without a mark", afterBody, readPlain},
	{"sign-off", afterBody, readSignOff},
	{"note", afterBody, readLateNote},
	{"caption", afterBody, readCaption},
	{"anything else", afterBody, readTail},
}

// read reads the lines [i, end) by the rules of a region, at most limit parts. It
// returns the first line that is not blank and that no rule takes, or a line after the
// last one.
func (d *draft) read(in region, i, end, limit int) int {
	i = d.next(i)
	for n := 0; i < end && n < limit; n++ {
		taken := d.readPart(in, i, end)
		if taken == 0 {
			return i
		}
		i = d.next(i + taken)
	}
	return i
}

func (d *draft) readPart(in region, i, end int) int {
	for _, read := range readers[bits.TrailingZeros8(uint8(in))] {
		if n := read(d, i, end); n > 0 {
			return n
		}
	}
	return 0
}

// readers are the functions of the rules of each region, by its bit.
var readers = func() (all [8][]func(d *draft, i, end int) int) {
	for _, r := range rules {
		for n := range all {
			if r.in&(1<<n) != 0 {
				all[n] = append(all[n], r.read)
			}
		}
	}
	return all
}()
