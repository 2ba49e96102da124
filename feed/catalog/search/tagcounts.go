package search

import (
	"context"
	"database/sql"

	"dateline/feed/catalog/meta"
	"dateline/feed/sqlite"
)

const sqlTagCounts = `SELECT k.tag, count(DISTINCT iif(?2, coalesce(t.grp, r.id), r.id)) FROM json_each(?1) j CROSS JOIN rows r ON r.id = j.value
		CROSS JOIN marked m ON m.id = r.sid CROSS JOIN tagged k ON k.story = m.story LEFT JOIN takes t ON t.id = r.id GROUP BY k.tag`

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
	sortValues(counts)
	return counts, err
}
