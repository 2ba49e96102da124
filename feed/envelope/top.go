package envelope

import (
	"strings"

	"dateline/feed/wire/headline"
	"dateline/feed/wire/line"
)

// part reads the text s of line i. If the line belongs to the envelope, the part takes it
// and returns true.
type part func(r *reader, s string, i int) bool

// parts are tried in this order on each line at the top.
var parts = [...]part{
	(*reader).readStart,
	(*reader).readRouting,
	(*reader).readNumber,
	(*reader).readSource,
	(*reader).readHeader,
	(*reader).readSlug,
	(*reader).readStamp,
	(*reader).readKeywords,
	(*reader).readTake,
	(*reader).readFields,
	(*reader).readCategory,
	(*reader).readRelease,
}

// readTop reads the envelope above the text.
func (r *reader) readTop() {
	r.category = -1
	r.findStart()
	i := r.next(0)
	for n := 0; n < topLines && r.has(i); n++ {
		next := i + 1
		if !r.readPart(i) {
			switch next = r.skip(i); {
			case i < r.stx && (r.signed || len(r.e.Lines) > 0):
				r.take(i)
				next = i + 1
			case next == i:
				return
			}
		}
		i = r.next(next)
	}
}

// findStart finds the line with STX.
func (r *reader) findStart() {
	r.stx = -1
	first := r.next(0)
	if !r.has(first) {
		return
	}
	above, _, ok := strings.Cut(line.Head(r.lines[first], topBytes), stx)
	signed := strings.ContainsAny(above, soh+syn+enq)
	if !ok {
		above, _, ok = strings.Cut(line.Head(r.rest, topBytes), stx)
		signed = signed || ok && strings.ContainsAny(above, soh+syn+enq)
	}
	if !ok {
		return
	}
	r.signed = signed
	for i := first; i < first+topLines && r.has(i); i++ {
		if strings.Contains(r.lines[i], stx) {
			r.stx = i
			r.signed = r.signed || isSlug("^"+strings.TrimPrefix(plain(line.Head(r.lines[i], lineBytes)), "^"))
			return
		}
	}
}

// readPart reads line i if it is a part of the envelope.
func (r *reader) readPart(i int) bool {
	if len(r.lines[i]) > 4*lineBytes {
		return false
	}
	s := plain(r.lines[i])
	if s == "" {
		return false
	}
	for _, read := range parts {
		if read(r, s, i) {
			return true
		}
	}
	return false
}

// skip returns the line after a flash or a note that begins on line i, or i if there is
// none. They belong to the story, and more of the envelope may follow.
func (r *reader) skip(i int) int {
	s := plain(line.Head(r.lines[i], lineBytes))
	if headline.IsFlash(s) {
		return i + 1
	}
	if !strings.HasPrefix(s, "(") {
		return i
	}
	for k := i; k < i+8 && r.has(k); k++ {
		if t := strings.TrimSpace(line.Tail(r.lines[k], lineBytes)); strings.HasSuffix(t, ")") {
			return k + 1
		}
	}
	return i
}

// readRepeated reads headers below line top, which begin with SOH or SYN.
func (r *reader) readRepeated(top int) {
	for i := min(max(top-topLines, 0), top); i < len(r.lines); i++ {
		if !strings.ContainsAny(r.lines[i], soh+syn) {
			continue
		}
		for i < len(r.lines) && r.readPart(i) {
			i++
		}
	}
}
