package search

import (
	"context"

	"dateline/feed/sqlite"
	"dateline/feed/story"
)

const (
	sqlIDsOf   = `SELECT r.sid FROM json_each(?) j CROSS JOIN rows r ON r.id = j.value`
	sqlTakesOf = `SELECT q.sid FROM json_each(?) j CROSS JOIN rows r ON r.id = j.value LEFT JOIN takes t ON t.id = r.id
		LEFT JOIN takes u ON u.grp = t.grp CROSS JOIN rows q ON q.id = coalesce(u.id, r.id)`
)

// Stories returns the IDs of all rows or, if unread is true, of those that are unread, and of
// all takes that the rows stand for.
func (r *Result) Stories(ctx context.Context, unread bool) (ids, takes []story.ID, err error) {
	x, sp := r.x, span{lo: r.lo, hi: r.hi, down: true}
	_, stories := r.unfolded()
	if unread {
		x = allOf{x, notOf{marked{mark: "read", whole: stories}}}
	}
	s, err := r.index.stream(ctx, x, sp)
	if err != nil {
		return nil, nil, err
	}
	err = inChunks(ctx, s, sp, func(rows []int64, _ bool) error {
		list, err := sqlite.Column[story.ID](ctx, r.index.db, sqlIDsOf, list64(rows))
		ids = append(ids, list...)
		if err != nil || !stories {
			return err
		}
		list, err = sqlite.Column[story.ID](ctx, r.index.db, sqlTakesOf, list64(rows))
		takes = append(takes, list...)
		return err
	})
	if !stories {
		takes = ids
	}
	return ids, takes, err
}
