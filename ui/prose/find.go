package prose

import (
	"bytes"
	"unicode/utf8"
)

// Hit is a piece of an item's text that find found, in bytes.
type Hit struct{ Item, Start, End int }

// Find returns the places where query stands, in order, none inside another. It
// looks at the text and not at lines, so a hit may cross the end of one. Case,
// accents, width forms and kinds of quotation marks and dashes make no
// difference, and white space in query stands for any run of it. A hit is of whole
// characters, their accents included. An empty query has no hits.
func (d *Doc) Find(query string) []Hit {
	q := foldQuery(query)
	if q == "" {
		return nil
	}
	var hits []Hit
	f := folder{}
	for i := range d.items {
		if text := d.items[i].Text; isASCII(text) {
			hits = findASCII(hits, i, text, q)
		} else {
			f.fold(text)
			hits = f.find(hits, i, q)
		}
	}
	return hits
}

// findASCII is find for text that needs no folding but of case and white
// space, which is done in place.
func findASCII(hits []Hit, item int, text, q string) []Hit {
	first := q[0]
	for i := 0; i < len(text); i++ {
		if lower(text[i]) != first || first == ' ' && i > 0 && isSpace(text[i-1]) {
			continue
		}
		if end := matchASCII(text, i, q); end > 0 {
			hits = append(hits, Hit{Item: item, Start: i, End: end})
			i = end - 1
		}
	}
	return hits
}

// matchASCII returns where the match of q ends that begins at i in text, 0 if
// none does.
func matchASCII(text string, i int, q string) int {
	for k := range len(q) {
		if i == len(text) || lower(text[i]) != q[k] {
			return 0
		}
		i++
		for q[k] == ' ' && i < len(text) && isSpace(text[i]) {
			i++
		}
	}
	return i
}

// lower returns b in lower case, and a space for all white space.
func lower(b byte) byte {
	switch {
	case b >= 'A' && b <= 'Z':
		return b + 'a' - 'A'
	case b == '\t' || b == '\n':
		return ' '
	}
	return b
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// find appends the places of q in the folded text to hits.
func (f *folder) find(hits []Hit, item int, q string) []Hit {
	want := []byte(q)
	for off := 0; ; {
		k := bytes.Index(f.out[off:], want)
		if k < 0 {
			return hits
		}
		k += off
		start, end := f.start(k), f.end(k+len(q))
		if start < 0 || end < 0 || !wholeAt(f.text, start) || !wholeAt(f.text, end) {
			off = k + 1
			continue
		}
		hits = append(hits, Hit{Item: item, Start: start, End: end})
		off = k + len(q)
	}
}

// wholeAt reports whether no grapheme cluster of text lies across i. It looks
// back no further than any cluster of cleaned text reaches.
func wholeAt(text string, i int) bool {
	t := loadTraits()
	from := i
	for i-from < 256 && from > 0 && from < len(text) {
		r, size := utf8.DecodeLastRuneInString(text[:from])
		next, _ := t.of(text[from:])
		if next.class() != exotic && r < rune(len(t)) && t[r].class() != exotic {
			break
		}
		from -= size
	}
	for from < i {
		size, _ := cluster(text[from:])
		from += size
	}
	return from == i
}
