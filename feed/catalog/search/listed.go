package search

import (
	"encoding/json"
	"slices"

	"dateline/feed/query"
	"dateline/feed/sqlite"
)

// listed are the ids of some rows, in order.
type listed []int64

func (listed) expr() {}

// stories matches the rows of some stories.
func (k *compiler) stories(s query.Stories) (expr, error) {
	ids, _ := json.Marshal(s.IDs) // strings can always be marshalled
	rows, err := sqlite.Column[int64](k.ctx, k.index.db, `SELECT r.id FROM json_each(?) j JOIN rows r ON r.sid = j.value`, string(ids))
	slices.Sort(rows)
	return listed(slices.Compact(rows)), err
}
