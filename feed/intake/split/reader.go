package split

import "bytes"

// Reader splits a file that is too large to be in memory, one piece after another. The zero
// Reader is for the beginning of a file.
type Reader struct{ kind *kind }

// Parts returns the parts of data, a piece of the file, that end in it, and the number of
// bytes up to the end of the last one, where the next piece begins. More says that the file
// goes on after data: then the last part does not end in data. A part without a key of its
// own has the key "", and two parts may have the same key.
func (r *Reader) Parts(data []byte, more bool, opens func([]byte) bool) (parts []Part, n int) {
	from := 0
	if bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) {
		from = 3
	}
	if r.kind == nil && !r.Recognise(data[from:], opens) {
		return nil, 0
	}
	text := data[from:]
	if more && r.kind.sign == rulers {
		text = text[:lastRuler(text)] // a story must clearly begin after each of them
	}
	parts = r.kind.parts(text, opens)
	shift(parts, from)
	if len(parts) == 0 && !more && !isBlank(text) {
		key := r.kind.key(data, from, len(data))
		parts = []Part{{Start: from, End: len(data), Key: key, Quoted: r.kind.sign == fromLines}}
	}
	if !more {
		return parts, len(data)
	}
	if len(parts) < 2 {
		return nil, 0
	}
	parts = parts[:len(parts)-1]
	return parts, parts[len(parts)-1].End
}

// lastRuler returns the place of the last separator in data, or its length.
func lastRuler(data []byte) int {
	last := len(data)
	for l := range lines(data) {
		if isRuler(l.text) {
			last = l.start
		}
	}
	return last
}

// Recognise reports whether the file that begins with data has several stories, or is a mail
// folder, even if only its first message begins in data.
func (r *Reader) Recognise(data []byte, opens func([]byte) bool) bool {
	signs := signsOf(data)
	for i := range kinds {
		k := &kinds[i]
		if signs&k.sign == 0 {
			continue
		}
		text := data
		if k.sign == rulers {
			text = data[:lastRuler(data)]
		}
		if n := len(k.parts(text, opens)); n > 1 || n == 1 && k.sign == fromLines {
			r.kind = k
			return true
		}
	}
	return false
}

// Next returns the place in data, which is in the middle of a part, at which the next part
// begins, or -1. Only in a mail folder that is certain without the part itself.
func (r *Reader) Next(data []byte) int {
	if r.kind.sign != fromLines {
		return -1
	}
	for l := range lines(data) {
		if isFromLine(l.text) && startsHeader(data[l.next:]) {
			return l.start
		}
	}
	return -1
}
