package meta

import (
	"encoding/binary"
	"slices"

	"dateline/feed/story"
)

// Value is a value of a facet that a story has. Key is the same for all
// spellings of Text.
type Value struct{ Facet, Key, Text string }

// The facets, named like the fields of a query.
const (
	FacetPlace    = "place"
	FacetDay      = "on"
	FacetAgency   = "agency"
	FacetKind     = "kind"
	FacetTag      = "tag"
	FacetMark     = "mark" // the reader's tags; they are in no table of the catalog
	FacetLanguage = "lang"
	FacetFormat   = "format"
)

// The first and last years that a query can have.
const (
	FirstYear = 1000
	LastYear  = 2999
)

// Values returns the values of a story, each once. Their texts are not parts of r.
func Values(r *story.Row, known Spellings) []Value {
	out := make([]Value, 0, 8)
	add := func(facet, text string) {
		s := known.of(text)
		same := func(v Value) bool { return v.Facet == facet && v.Key == s.key }
		if s.key != "" && !slices.ContainsFunc(out, same) {
			out = append(out, Value{Facet: facet, Key: s.key, Text: s.text})
		}
	}
	for _, p := range r.Places {
		add(FacetPlace, p)
	}
	for _, t := range r.Headline.Tags {
		add(FacetTag, t)
	}
	if d := r.Date; d.Known() && d.Year >= FirstYear && d.Year <= LastYear {
		var room [16]byte
		day := appendDigits(room[:0], d.Year, 4)
		day = appendDigits(append(day, '-'), d.Month, 2)
		day = appendDigits(append(day, '-'), d.Day, 2)
		add(FacetDay, string(day))
	}
	add(FacetAgency, r.Agency)
	add(FacetKind, string(KindOf(r)))
	add(FacetLanguage, Primary(CodeKey(r.Language)))
	add(FacetFormat, CodeKey(r.Format))
	return out
}

// PackValues returns the ids of values as a blob.
func PackValues(ids []int64) []byte {
	var list []byte
	for _, id := range ids {
		list = binary.AppendUvarint(list, uint64(id))
	}
	return list
}

// UnpackValues undoes PackValues. It stops where list is damaged.
func UnpackValues(list []byte) []int64 {
	var ids []int64
	for len(list) > 0 {
		id, n := binary.Uvarint(list)
		if n <= 0 {
			break
		}
		ids = append(ids, int64(id))
		list = list[n:]
	}
	return ids
}
