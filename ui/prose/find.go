package prose

import (
	"bytes"
	"unicode/utf8"
)

// Hit is a match in the text of an item. Start and End are byte offsets.
type Hit struct{ Item, Start, End int }

// Find returns the matches of query in order and without overlaps. A match may
// continue on the next line. Find ignores case, accents, width forms and the kind of
// quotation marks and dashes. White space in query matches any run of white space.
// A match covers whole characters with their accents. An empty query has no matches.
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

// findASCII is find for ASCII text. It folds case and white space as it compares.
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

// matchASCII returns the end of the match of q at i in text, or 0 if there is none.
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

// lower returns b in lower case. For white space it returns a space.
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

// find appends the matches of q in the folded text to hits.
func (f *folder) find(hits []Hit, item int, q string) []Hit {
	pattern := []byte(q)
	for off := 0; ; {
		k := bytes.Index(f.out[off:], pattern)
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

// wholeAt reports whether a grapheme cluster of text starts or ends at i. It looks
// back no further than the length of the longest cluster in cleaned text.
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
