package marks

import (
	"context"
	"database/sql"
	"encoding/json"
)

// timed is a value, New, and the time when it was changed last.
type timed struct {
	Value

	at int64
}

// sqlTimed finds the values of stories, also those that were removed.
const sqlTimed = `WITH s(num) AS (SELECT DISTINCT value FROM json_each(?1))
	SELECT story, 0, 'read', '', iif(read, '1', ''), read_at FROM s CROSS JOIN marks ON story = s.num WHERE read OR read_at GROUP BY story
	UNION ALL SELECT story, 0, 'star', '', iif(starred, '1', ''), starred_at FROM s CROSS JOIN marks ON story = s.num WHERE starred OR starred_at GROUP BY story
	UNION ALL SELECT story, 0, 'place', '', block || ' ' || offset, placed_at FROM s CROSS JOIN marks ON story = s.num WHERE placed_at GROUP BY story
	UNION ALL SELECT story, 0, 'tag', tag, '1', at FROM s CROSS JOIN tags ON story = s.num
	UNION ALL SELECT story, 0, 'note', id, text, at FROM s CROSS JOIN versions ON story = s.num
	UNION ALL SELECT story, other, 'takes', '', ` + sqlJoined + `, ` + sqlMilli + ` FROM s CROSS JOIN takes ON story = s.num
	UNION ALL SELECT story, other, 'line', '', ` + sqlJoined + `, ` + sqlMilli + ` FROM s CROSS JOIN lines ON story = s.num
	UNION ALL SELECT story, other, field, key, '', at FROM s CROSS JOIN removed ON story = s.num
	ORDER BY 1, 3, 4, 2`

// timedValues returns the values of stories, by their numbers.
func timedValues(ctx context.Context, db querier, nums []int64) (map[int64][]timed, error) {
	list, _ := json.Marshal(nums) // numbers can always be marshalled
	out := map[int64][]timed{}
	_, err := read(ctx, db, func(rows *sql.Rows) (struct{}, error) {
		var v timed
		err := rows.Scan(&v.story, &v.other, &v.Field, &v.Key, &v.New, &v.at)
		out[v.story] = append(out[v.story], v)
		return struct{}{}, err
	}, sqlTimed, string(list))
	return out, err
}

// merge gives the field of v its value, unless the present value is newer, and reports
// whether it did. Newer is what was changed last, else the greater value. A note that was
// replaced or removed does not come back. It sets Old.
func (v *timed) merge(ctx context.Context, tx *txn) (written bool, err error) {
	var at int64
	v.Old, at, err = v.read(ctx, tx)
	if err != nil {
		return false, err
	}
	if v.Field == Note && at > 0 {
		if v.at = max(v.at, at); v.Old == "" || v.New != "" && v.New < v.Old {
			v.New = v.Old
		}
		written = v.at != at || v.New != v.Old
	} else {
		written = v.at > at || v.at == at && v.New > v.Old
	}
	if !written {
		return false, nil
	}
	v.merged = &merged{at, v.at}
	return true, v.write(ctx, tx, v.New, v.at)
}
