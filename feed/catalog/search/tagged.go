package search

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"

	"dateline/feed/catalog/meta"
	"dateline/feed/query"
	"dateline/feed/sqlite"
	"dateline/feed/term"
)

const (
	// sqlOwnTags lists the reader's tags. It looks for the next one in the index each time:
	// there are few tags and many stories.
	sqlOwnTags = `WITH RECURSIVE t(tag) AS (SELECT min(tag) FROM tagged UNION ALL
		SELECT (SELECT min(k.tag) FROM tagged k WHERE k.tag > t.tag) FROM t WHERE t.tag IS NOT NULL) SELECT tag FROM t WHERE tag IS NOT NULL`
	sqlTagged = `SELECT DISTINCT r.id FROM json_each(?) j CROSS JOIN tagged k ON k.tag = j.value CROSS JOIN` + sqlMarkedRow +
		`WHERE k.story = m.story ORDER BY 1`
	sqlTagCounts = `SELECT k.tag, count(DISTINCT iif(?2, coalesce(t.grp, r.id), r.id)) FROM json_each(?1) j CROSS JOIN rows r ON r.id = j.value
		CROSS JOIN marked m ON m.id = r.sid CROSS JOIN tagged k ON k.story = m.story LEFT JOIN takes t ON t.id = r.id GROUP BY k.tag`
)

// value matches a value of a field. A tag may be one of the headline or the reader's own.
func (k *compiler) value(v query.Value) (expr, error) {
	switch v.Field {
	case query.Mark:
		own, err := k.tagged(v)
		if own == nil {
			return nothing{}, err
		}
		return own, err
	case query.Tag:
		own, err := k.tagged(v)
		return disjunction([]expr{valueExpr(v), own}), err
	default:
		return valueExpr(v), nil
	}
}

// tagged matches the stories with a tag of the reader's, nil if there are none.
func (k *compiler) tagged(v query.Value) (expr, error) {
	all, err := sqlite.Column[string](k.ctx, k.index.db, sqlOwnTags)
	if err != nil {
		return nil, err
	}
	tags := slices.DeleteFunc(all, func(tag string) bool { return !isTag(&v, tag) })
	if len(tags) == 0 {
		return nil, nil
	}
	list, _ := json.Marshal(tags) // strings can always be marshalled
	return k.rows(sqlTagged, string(list))
}

// isTag reports whether a tag of the reader's is the value v: all of it if v was quoted, else
// adjacent words of it.
func isTag(v *query.Value, tag string) bool {
	if v.Exact {
		key, whole := meta.ValueKey(v.Text), meta.ValueKey(tag)
		return key == whole || v.Prefix && key != "" && len(whole) > len(key) && whole[:len(key)] == key
	}
	words, of := term.Phrase(v.Text), term.Phrase(tag)
	if len(words) == 0 {
		return meta.ValueKey(v.Text) == meta.ValueKey(tag)
	}
	last := len(words) - 1
	for i := 0; i+last < len(of); i++ {
		end := of[i+last]
		if slices.Equal(of[i:i+last], words[:last]) && (end == words[last] ||
			(v.Prefix || term.Open(v.Text)) && len(end) > len(words[last]) && end[:len(words[last])] == words[last]) {
			return true
		}
	}
	return false
}

// tagCounts counts the reader's tags of the takes that x matches, or of their stories.
func (in *Index) tagCounts(ctx context.Context, x expr, sp span, stories bool) ([]FacetValue, error) {
	ids, err := sqlite.Column[int64](ctx, in.db, sqlWithTags)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	s, err := in.stream(ctx, allOf{listed(ids), x}, sp)
	if err != nil {
		return nil, err
	}
	if ids, err = take(ctx, s, sp, len(ids)); err != nil {
		return nil, err
	}
	counts, err := sqlite.List(ctx, in.db, func(rows *sql.Rows) (FacetValue, error) {
		v := FacetValue{Facet: meta.FacetMark}
		err := rows.Scan(&v.Text, &v.N)
		return v, err
	}, sqlTagCounts, list64(ids), stories)
	slices.SortFunc(counts, compareValues)
	return counts, err
}
