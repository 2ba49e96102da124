package prose

import "strings"

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
		f.fold(d.items[i].Text)
		hits = f.find(hits, i, q)
	}
	return hits
}

// find appends the places of q in the folded text to hits.
func (f *folder) find(hits []Hit, item int, q string) []Hit {
	text := string(f.out)
	for off := 0; ; {
		k := strings.Index(text[off:], q)
		if k < 0 {
			return hits
		}
		k += off
		start, end := f.start(k), f.end(k+len(q))
		if start < 0 || end < 0 {
			off = k + 1
			continue
		}
		hits = append(hits, Hit{Item: item, Start: start, End: end})
		off = k + len(q)
	}
}
