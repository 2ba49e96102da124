package wire

import (
	"strings"
	"unicode"

	"dateline/feed/story"
)

const (
	datelineBytes = 280 // bytes of a paragraph that are looked at for its dateline
	agencyBytes   = 64  // bytes of an agency in brackets
)

// opening is a dateline cut off its paragraph.
type opening struct {
	story.Dateline

	by   string // reporters that the dateline names: "홍길동 기자"
	rest string // the paragraph without its dateline
}

// cutDateline reads the dateline that the paragraph text begins with.
func cutDateline(text string) (opening, bool) {
	text = strings.TrimLeft(text, " \t\u3000")
	p := head(text, datelineBytes)
	if p == "" {
		return opening{}, false
	}
	var o opening
	var n int
	switch p[0] {
	case '(', '[':
		o, n = bracketed(p)
	default:
		if p[0] >= 0x80 {
			if o, n = bracketed(p); n == 0 {
				o, n = chinese(p)
			}
		}
		if n == 0 {
			o, n = spelled(p)
		}
	}
	if n == 0 {
		return opening{}, false
	}
	o.Text = fold(text[:n])
	o.rest = strings.TrimSpace(text[n:])
	return o, true
}

// spelled reads the datelines of scripts that part words: place, day, agency,
// dash. It tries every mark that could end the place and the day. N is the
// length of the dateline, 0 where there is none.
func spelled(p string) (o opening, n int) {
	tries := 0
	for i := 0; i < len(p) && tries < 8; i++ {
		switch c := p[i]; {
		case c == '(' && i > 0:
			n = inBrackets(&o, p, i)
		case c == '/' && i > 0:
			n = inSlashes(&o, p, i)
		case c == '-' || c == '_' || c == ':' || c == 0xe2:
			n = atDash(&o, p, i)
		default:
			continue
		}
		if n > 0 {
			return o, n
		}
		tries++
	}
	return opening{}, 0
}

// inBrackets reads "PLACE, day (AGENCY) -".
func inBrackets(o *opening, p string, at int) int {
	end := strings.IndexByte(p[at:min(len(p), at+agencyBytes)], ')')
	if end < 0 {
		return 0
	}
	agency := strings.TrimSpace(p[at+1 : at+end])
	if !agencyShaped(agency) {
		return 0
	}
	f, ok := readFront(p[:at])
	if !ok {
		return 0
	}
	tail := p[at+end+1:]
	dash, n := afterAgency(tail)
	if !f.accepts(agency, dash) {
		return 0
	}
	f.fill(o, agency)
	return at + end + 1 + n
}

// inSlashes reads "PLACE, day /AGENCY/ -", "PLACE, day. /TASS/." and "PLACE /
// AGENCY / day /".
func inSlashes(o *opening, p string, at int) int {
	end := strings.IndexByte(p[at+1:min(len(p), at+agencyBytes)], '/')
	if end <= 0 {
		return 0
	}
	agency := strings.TrimSpace(p[at+1 : at+1+end])
	f, ok := readFront(strings.TrimRight(p[:at], " "))
	known := knownAgency(strings.TrimPrefix(agency, "Корр. "))
	if !ok || !agencyShaped(agency) || f.place() == "" {
		return 0
	}
	n := at + end + 2
	if !f.dated() && known {
		day, size := slashDay(p[n:])
		if size == 0 {
			return 0
		}
		f.year, f.month, f.day = day.year, day.month, day.day
		n += size
	}
	_, more := afterAgency(p[n:])
	if !f.dated() || !known && more == 0 {
		return 0
	}
	f.fill(o, agency)
	return n + more
}

// slashDay reads " August 15, 2020 /".
func slashDay(s string) (front, int) {
	end := strings.IndexByte(s, '/')
	if end <= 0 || end > agencyBytes {
		return front{}, 0
	}
	f, ok := readFront(s[:end])
	if !ok || !f.dated() || f.place() != "" {
		return front{}, 0
	}
	return f, end + 1
}

// atDash reads datelines without an agency, "PLACE, day -" and "PLACE —", and
// those with the agency beside the dash: "PLACE, day, Kyodo -", "PLACE, day -
// РИА Новости.", "PLACE--(BUSINESS WIRE)--".
func atDash(o *opening, p string, at int) int {
	mark, n := dash(p[at:])
	if p[at] == ':' {
		n = 1
	}
	spaced := at > 0 && p[at-1] == ' ' && strings.HasPrefix(p[at+1:], " ")
	if n == 0 || at == 0 || mark == weak && !spaced {
		return 0
	}
	if text, agency, named := agencyAtEnd(strings.TrimRight(p[:at], " ")); named {
		if f, ok := readFront(text); ok && f.place() != "" && f.dated() {
			f.fill(o, agency)
			return at + n
		}
	}
	f, ok := readFront(p[:at])
	if !ok || p[at] == ':' {
		return 0
	}
	if name, size := agencyBehind(p[at+n:]); size > 0 && f.place() != "" {
		f.fill(o, name)
		return at + n + size
	}
	if !f.standsAlone(p[at+n:]) {
		return 0
	}
	f.fill(o, "")
	return at + n
}

// agencyBehind reads the known agency that stands behind a dash with a mark of
// its own: "РИА Новости. ", "РИА Новости, Иван Петров. ", "(BUSINESS WIRE)--".
func agencyBehind(s string) (name string, n int) {
	if strings.HasPrefix(s, "(") {
		end := strings.IndexByte(s, ')')
		if end < 0 || end > agencyBytes || !knownAgency(s[1:end]) {
			return "", 0
		}
		mark, more := dash(s[end+1:])
		if mark == none {
			return "", 0
		}
		return s[1:end], end + 1 + more
	}
	end := strings.IndexAny(head(s, agencyBytes), ".,")
	if end <= 0 || !knownAgency(s[:end]) {
		return "", 0
	}
	name, n = s[:end], end+1
	if s[end] == ',' {
		stop := strings.IndexByte(head(s[n:], 80), '.')
		if stop < 0 {
			return "", 0
		}
		n += stop + 1
	}
	return name, n + len(s[n:]) - len(strings.TrimLeft(s[n:], " "))
}

// agencyShaped reports whether s may be the name of an agency: letters and few
// marks, no sentence.
func agencyShaped(s string) bool {
	if s == "" || strings.Count(s, " ") > 4 {
		return false
	}
	for _, r := range s {
		if !visible(r) && r != ' ' && !unicode.IsMark(r) || strings.ContainsRune(",;:!?\"“”()[]…@#", r) {
			return false
		}
	}
	return true
}

// fill writes what f says, and the agency, to o.
func (f *front) fill(o *opening, agency string) {
	o.Places, o.Region = f.places, f.region
	o.Year, o.Month, o.Day = f.year, f.month, f.day
	o.Agency = fold(agency)
}
