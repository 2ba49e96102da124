package marks

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"iter"
	"time"
)

// maxRun is the number of values that are written together.
const maxRun = 1000

// runs cuts values into runs: same reports whether a value belongs to a run that begins
// with another. One statement can write the values of a run.
func runs(values []Value, same func(first, v *Value) bool) iter.Seq[[]Value] {
	return func(yield func([]Value) bool) {
		for len(values) > 0 {
			n := 1
			for n < min(len(values), maxRun) && same(&values[0], &values[n]) {
				n++
			}
			if !yield(values[:n]) {
				return
			}
			values = values[n:]
		}
	}
}

// sameChange reports whether two values differ in their stories only.
func sameChange(a, b *Value) bool {
	return a.Field == b.Field && a.other == b.other && a.Key == b.Key && a.Old == b.Old && a.New == b.New &&
		a.merged == nil && b.merged == nil
}

// sameFlag reports whether two values are changes of a flag that differ in their stories
// only.
func sameFlag(a, b *Value) bool { return isFlag(a.Field) && sameChange(a, b) }

func isFlag(f Field) bool { return columnOf[f] != "" }

// stories returns the stories of a run as JSON.
func stories(run []Value) string {
	nums := make([]int64, len(run))
	for i := range run {
		nums[i] = run[i].story
	}
	list, _ := json.Marshal(nums) // numbers can always be marshalled
	return string(list)
}

// setAll gives fields their new values, and returns the values that were others before,
// with the old ones.
func setAll(ctx context.Context, tx *txn, values []Value, now time.Time) (changed []Value, err error) {
	for run := range runs(values, sameFlag) {
		set := setOne
		if isFlag(run[0].Field) {
			set = setFlags
		}
		some, err := set(ctx, tx, run, now)
		if err != nil {
			return nil, err
		}
		changed = append(changed, some...)
	}
	return changed, nil
}

// setOne is setAll for a run of one value.
func setOne(ctx context.Context, tx *txn, run []Value, now time.Time) (changed []Value, err error) {
	v := &run[0]
	var at int64
	if v.Old, at, err = v.read(ctx, tx); err != nil || v.Old == v.New {
		return nil, err
	}
	return run, v.write(ctx, tx, v.New, max(now.UnixMilli(), at+1))
}

// setFlags is setAll for a run of values of a flag.
func setFlags(ctx context.Context, tx *txn, run []Value, now time.Time) (changed []Value, err error) {
	value := run[0].New
	old := make(map[int64]string, len(run))
	_, err = read(ctx, tx, func(rows *sql.Rows) (struct{}, error) {
		var num int64
		var v string
		err := rows.Scan(&num, &v)
		old[num] = v
		return struct{}{}, err
	}, fmt.Sprintf(`SELECT story, iif(%s, '`+Yes+`', '') FROM json_each(?) CROSS JOIN marks ON story = value`, columnOf[run[0].Field]), stories(run))
	if err != nil {
		return nil, err
	}
	for _, v := range run {
		v.Old = old[v.story]
		if v.Old != value {
			old[v.story] = value
			changed = append(changed, v)
		}
	}
	if len(changed) == 0 {
		return nil, nil
	}
	return changed, writeFlags(ctx, tx, changed, value, now)
}

// writeFlags gives a flag of the stories of a run a value now, as Value.change does.
func writeFlags(ctx context.Context, tx *txn, run []Value, value string, now time.Time) error {
	_, err := tx.ExecContext(ctx, fmt.Sprintf(`UPDATE marks SET %[1]s = ?2, %[1]s_at = max(?3, %[1]s_at + 1)
		WHERE story IN (SELECT value FROM json_each(?1))`, columnOf[run[0].Field]), stories(run), value == Yes, now.UnixMilli())
	return err
}
