package catalog

import (
	"context"
	"encoding/binary"
	"fmt"

	"dateline/feed/story"
)

// value is a value of a facet that a story has.
type value struct{ facet, key, text string }

// The facets: the fields of a query that narrow to a value.
const (
	FacetPlace    = "place"
	FacetDay      = "on"
	FacetAgency   = "agency"
	FacetKind     = "kind"
	FacetTag      = "tag"
	FacetLanguage = "lang"
)

func valuesOf(r *story.Row) []value {
	var out []value
	seen := map[value]bool{}
	add := func(facet, text string) {
		v := value{facet: facet, key: valueKey(text)}
		if v.key == "" || seen[v] {
			return
		}
		seen[v] = true
		v.text = text
		out = append(out, v)
	}
	for _, p := range r.Places {
		add(FacetPlace, p)
	}
	for _, t := range r.Headline.Tags {
		add(FacetTag, t)
	}
	if d := r.Date; d.Known() && d.Year >= firstYear && d.Year <= lastYear {
		add(FacetDay, fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day))
	}
	add(FacetAgency, r.Agency)
	add(FacetKind, string(kindOf(r)))
	add(FacetLanguage, primary(languageKey(r.Language)))
	return out
}

// insertValues notes the facets of the story with that row id.
func (t *batch) insertValues(ctx context.Context, d *Doc, id int64) error {
	var list []byte
	for _, v := range d.values {
		vid, err := t.valueID(ctx, v)
		if err != nil {
			return err
		}
		t.tally[vid]++
		list = binary.AppendUvarint(list, uint64(vid))
	}
	t.late.add("facets", id, list)
	return nil
}

// valueID finds the entry of a value, or makes it.
func (t *batch) valueID(ctx context.Context, v value) (int64, error) {
	at := [2]string{v.facet, v.key}
	if id, ok := t.valueIDs[at]; ok {
		return id, nil
	}
	var id int64
	ok, err := t.value(ctx, &id, `SELECT id FROM facetvalues WHERE facet = ? AND key = ?`, v.facet, v.key)
	if err == nil && !ok {
		_, err = t.value(ctx, &id, `INSERT INTO facetvalues (facet, key, text, n) VALUES (?, ?, ?, 0) RETURNING id`, v.facet, v.key, v.text)
	}
	if err == nil {
		t.valueIDs[at] = id
	}
	return id, err
}

// removeValues takes the story out of the counts of its values.
func (t *batch) removeValues(ctx context.Context, row int64) error {
	var list []byte
	ok, err := t.value(ctx, &list, `SELECT list FROM facets WHERE id = ?`, row)
	if err != nil || !ok {
		return err
	}
	for _, id := range unpackValues(list) {
		t.tally[id]--
	}
	return t.exec(ctx, `DELETE FROM facets WHERE id = ?`, row)
}

func unpackValues(list []byte) []int64 {
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

// insertTally brings the counts of the values up to date. A value that no
// story has is kept, for its id stays the same as long as the catalog does.
func (t *batch) insertTally(ctx context.Context) error {
	for id, n := range t.tally {
		if n == 0 {
			continue
		}
		if err := t.exec(ctx, `UPDATE facetvalues SET n = n + ? WHERE id = ?`, n, id); err != nil {
			return err
		}
	}
	return nil
}
