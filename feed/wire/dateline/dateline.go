// Package dateline reads datelines: places, region, day, agency and reporters at the
// beginning of a paragraph. It reads the forms with a dash ("SEOUL, Aug. 15 (Yonhap) --"),
// with an agency between slashes or full stops ("Place /ritzau/:", "Київ. 15 серпня.
// УНН."), with brackets ("(서울=연합뉴스)", "【東京共同】", "(ANSA) - ROMA, 15 AGO -"), and of
// Chinese agencies ("新华社北京8月15日电"). The grammar is in the package comment of wire.
// Prose has days, dashes and brackets too: one of them alone does not make a dateline.
package dateline

import (
	"strings"
	"unicode"

	"dateline/feed/story"
	"dateline/feed/wire/agencies"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

const (
	// MaxBytes is the number of bytes of a paragraph that Cut reads.
	MaxBytes    = 280
	agencyBytes = 64  // of an agency in brackets
	placeBytes  = 110 // of places, region and day
)

// Opening is a dateline cut off its paragraph.
type Opening struct {
	story.Dateline

	By   string // reporters that the dateline names: "홍길동 기자"
	Rest string // the paragraph without its dateline
}

// Cut reads the dateline that the paragraph text begins with.
func Cut(text string) (Opening, bool) {
	text = strings.TrimLeft(text, spaces)
	p := plainSpaces(line.Head(text, MaxBytes))
	if p == "" {
		return Opening{}, false
	}
	o, n := read(p)
	if n == 0 {
		return Opening{}, false
	}
	n = lengthIn(text, n)
	n += textMark(line.Head(text[n:], MaxBytes))
	o.Text = line.Fold(text[:n])
	o.Rest = strings.TrimSpace(text[n:])
	return o, true
}

// textMarks are the words in square brackets, in lower case, with which a service that
// takes over copy opens its text.
var textMarks = words.Set("mark that opens a text")

// textMark returns the length of such marks at the beginning of s: " [Text]",
// " [Report] [Ana Ruiz] [Text]".
func textMark(s string) int {
	marked := 0
	for at := 0; len(s)-at > 2; {
		rest := strings.TrimLeft(s[at:], " ")
		end := strings.IndexByte(line.Head(rest, agencyBytes), ']')
		if end < 0 || rest[0] != '[' {
			break
		}
		at = len(s) - len(rest) + end + 1
		if textMarks()[strings.ToLower(rest[1:end])] {
			marked = at
		}
	}
	return marked
}

// read reads the dateline that p begins with; n is its length, 0 if there is none.
func read(p string) (o Opening, n int) {
	if p[0] == '(' || p[0] == '[' {
		return bracketed(p)
	}
	if o, n = signed(p); n > 0 {
		return o, n
	}
	if p[0] >= 0x80 {
		if o, n = bracketed(p); n == 0 {
			o, n = chinese(p)
		}
	}
	if n == 0 {
		o, n = spelled(p)
	}
	return o, n
}

// spelled reads datelines of place, day, agency and dash. It tries each mark that could
// end the place and the day. N is the length of the dateline, 0 if there is none.
func spelled(p string) (o Opening, n int) {
	tries := 0
	for i := 0; i < len(p) && tries < 8; i++ {
		if !mayEnd[p[i]] {
			continue
		}
		switch c := p[i]; {
		case c == '(' && i > 0:
			n = inBrackets(&o, p, i)
		case c == '/' && i > 0:
			n = inSlashes(&o, p, i)
		case c == '.' && i+1 < len(p) && p[i+1] == ' ':
			if n = atStop(&o, p, i); n == 0 {
				continue
			}
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
	return Opening{}, 0
}

// mayEnd has the bytes that may end the place and the day, or begin a dash.
var mayEnd = [256]bool{'(': true, '/': true, '.': true, '-': true, '_': true, ':': true, 0xe2: true}

// inBrackets reads "PLACE, day (AGENCY) -".
func inBrackets(o *Opening, p string, at int) int {
	end := strings.IndexByte(p[at:min(len(p), at+agencyBytes)], ')')
	if end < 0 {
		return 0
	}
	agency, on := cutBracketDay(strings.Trim(p[at+1:at+end], " \"“”"))
	if !agencyShaped(agency) {
		return 0
	}
	f, ok := readPlaceAndDay(p[:at])
	if !ok {
		return 0
	}
	if !f.dated() {
		f.on = on
	}
	tail := p[at+end+1:]
	dash, n := afterAgency(tail)
	if !f.accepts(agency, dash) {
		return 0
	}
	f.fill(o, agency)
	n += at + end + 1
	if dash == weak && agencies.HasLower(agency) {
		name, more := capitalName(p[n:])
		o.By = name
		n += more
	}
	return n
}

// inSlashes reads "PLACE, day /AGENCY/ -", "PLACE, day. /TASS/.", "PLACE / AGENCY /
// day /", "Place /ritzau/:" and "Place, day /Name, AGENCY/".
func inSlashes(o *Opening, p string, at int) int {
	end := strings.IndexByte(p[at+1:min(len(p), at+agencyBytes)], '/')
	if end <= 0 {
		return 0
	}
	agency, by := cutName(strings.TrimSpace(p[at+1 : at+1+end]))
	f, ok := readPlaceAndDay(strings.TrimRight(p[:at], " "))
	known := agencies.Known(agency)
	if !ok || !agencyShaped(agency) || f.place() == "" {
		return 0
	}
	n := at + end + 2
	if !f.dated() && known {
		day, size := slashDay(p[n:])
		f.on = day.on
		n += size
	}
	mark, more := afterAgency(p[n:])
	if !known && (more == 0 || !f.dated()) || !f.dated() && (f.small || mark == none && !f.caps && p[at-1] != ' ') {
		return 0
	}
	f.fill(o, agency)
	o.By = by
	return n + more
}

// cutName splits "Name, AGENCY" and "Корр. AGENCY Name" if the agency is known.
func cutName(s string) (agency, by string) {
	if rest, ok := strings.CutPrefix(s, "Корр. "); ok {
		if name, by, _ := strings.Cut(rest, " "); agencies.Known(name) {
			return name, by
		}
	}
	if name, last, ok := strings.Cut(s, ", "); ok && agencies.Known(last) {
		return last, name
	}
	return s, ""
}

// slashDay reads " August 15, 2020 /".
func slashDay(s string) (placeAndDay, int) {
	end := strings.IndexByte(s, '/')
	if end <= 0 || end > agencyBytes {
		return placeAndDay{}, 0
	}
	f, ok := readPlaceAndDay(s[:end])
	if !ok || !f.dated() || f.place() != "" {
		return placeAndDay{}, 0
	}
	return f, end + 1
}

// atDash reads datelines without an agency, "PLACE, day -" and "PLACE —", and
// those with the agency beside the dash: "PLACE, day, Kyodo -", "PLACE, day -
// РИА Новости.", "PLACE--(BUSINESS WIRE)--".
func atDash(o *Opening, p string, at int) int {
	mark, n := dash(p[at:])
	if p[at] == ':' {
		n = 1
	}
	spaced := at > 0 && p[at-1] == ' ' && (at+1 == len(p) || p[at+1] == ' ')
	if n == 0 || at == 0 {
		return 0
	}
	if size := besideDash(o, p, at, n, mark == weak && !spaced); size != 0 {
		return max(size, 0)
	}
	if text, agency, named := agencies.CutLast(strings.TrimRight(p[:at], " ")); named {
		if f, ok := readPlaceAndDay(text); ok && f.dated() && (f.place() != "" || p[at] != ':') {
			f.fill(o, agency)
			return at + n
		}
	}
	if p[at] == ':' {
		return 0
	}
	if f, initials := signedInitials(strings.TrimRight(p[:at], " ")); initials != "" {
		f.fill(o, initials)
		return at + n
	}
	f, ok := readPlaceAndDay(p[:at])
	if !ok {
		return 0
	}
	if name, size := agencyAfter(p[at+n:]); size > 0 && f.place() != "" {
		f.fill(o, name)
		o.By = nameAfter(p[at+n+len(name) : at+n+size])
		return at + n + size + o.dayAfter(p[at+n+size:])
	}
	if !f.standsAlone(p[at+n:]) {
		return 0
	}
	f.fill(o, "")
	return at + n
}

// agencyAfter reads a known agency after a dash, with the mark that ends it: "РИА
// Новости. ", "РИА Новости, Иван Петров. ", "(BUSINESS WIRE)--".
func agencyAfter(s string) (name string, n int) {
	if strings.HasPrefix(s, "(") {
		end := strings.IndexByte(s, ')')
		if end < 0 || end > agencyBytes || !agencies.Known(s[1:end]) {
			return "", 0
		}
		mark, more := dash(s[end+1:])
		if mark == none {
			return "", 0
		}
		return s[1:end], end + 1 + more
	}
	if name, _, ok := strings.Cut(line.Head(s, agencyBytes), " - "); ok && agencies.Known(name) && !strings.Contains(name, "-") {
		return name, len(name) + len(" - ")
	}
	end := strings.IndexAny(line.Head(s, agencyBytes), ".,")
	if end <= 0 || !agencies.Known(s[:end]) || strings.Contains(s[:end], " - ") {
		return "", 0
	}
	name, n = s[:end], end+1
	if s[end] == ',' {
		stop := strings.IndexByte(line.Head(s[n:], 80), '.')
		if stop < 0 {
			return "", 0
		}
		n += stop + 1
	}
	return name, n + len(s[n:]) - len(strings.TrimLeft(s[n:], " "))
}

// agencyShaped reports whether s may be the name of an agency: a few words without
// the marks of a sentence.
func agencyShaped(s string) bool {
	if s == "" || strings.Count(s, " ") > 4 {
		return false
	}
	for _, r := range s {
		switch {
		case r|0x20 >= 'a' && r|0x20 <= 'z', r == ' ':
		case !line.Visible(r) && !unicode.IsMark(r), strings.ContainsRune(",;:!?\"“”()[]…@#", r):
			return false
		}
	}
	return true
}

// fill copies f and the agency to o.
func (f *placeAndDay) fill(o *Opening, agency string) {
	o.Places, o.Region = f.places, f.region
	o.Year, o.Month, o.Day = f.on.Year, f.on.Month, f.on.Day
	o.Agency = line.Fold(agency)
}
