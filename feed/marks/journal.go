package marks

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"dateline/feed/locale"
)

// maxSteps is the number of steps of all archives that can be undone.
const maxSteps = 1000

// Change is a value that the reader gives to a field of a story or, if Story has no ID, of
// all archives.
type Change struct {
	Field Field
	Story Story
	Other Story  // the second story of a field of two
	Key   string // which of the values of the field: a tag, or the name of a search
	New   string // "" removes the value
}

// Step is what one action of the reader changed.
type Step struct {
	Num     int64 // 0 for a step that changed nothing
	At      time.Time
	Action  string // as it was given to Do
	Stories int    // the number of stories that it changed
	Values  []Value
}

// Value is a value that a step changed, of N stories: a Step has one for all stories with the
// same change.
type Value struct {
	Field    Field
	N        int
	Title    string // of the headline of the first story, if it is known
	Other    string // that of the second story, for a field of two
	Key      string
	Old, New string

	story, other int64
	merged       *merged // for a value of an import
}

// merged has the times of the old and the new value of one that an import changed.
type merged struct{ old, new int64 }

// Do makes changes in one transaction and records them as a step of the archive, which
// SetUndone undoes. Steps that were undone before can no longer be redone. Changes to what
// is already so are left out; if there are no others, no step is recorded.
func (m *Marks) Do(ctx context.Context, action string, changes ...Change) (step Step, err error) {
	step = Step{At: time.Now(), Action: action}
	err = m.together(ctx, func(tx *txn) error {
		values, err := m.apply(ctx, tx, changes, step.At)
		if err != nil {
			return err
		}
		step.describe(values)
		return m.record(ctx, tx, &step, values)
	})
	return step, m.failed(locale.T("the change was not saved"), err)
}

// apply makes changes now and returns the values that were others before.
func (m *Marks) apply(ctx context.Context, tx *txn, changes []Change, now time.Time) ([]Value, error) {
	nums, err := m.putAll(ctx, tx, changes)
	if err != nil {
		return nil, err
	}
	values := make([]Value, len(changes))
	for i := range changes {
		c := &changes[i]
		values[i] = Value{
			Field: c.Field, N: 1, Title: c.Story.Title, Other: c.Other.Title, Key: c.Key, New: c.New,
			story: nums[c.Story.ID], other: nums[c.Other.ID],
		}
	}
	return setAll(ctx, tx, values, now)
}

// describe sets what the step has changed: values has each value of each story.
func (step *Step) describe(values []Value) {
	type change struct {
		field         Field
		key, old, new string
	}
	at, stories := map[change]int{}, map[int64]bool{}
	for _, v := range values {
		if v.Old == v.New { // an import has changed its time
			continue
		}
		c := change{v.Field, v.Key, v.Old, v.New}
		i, ok := at[c]
		if !ok {
			i = len(step.Values)
			at[c] = i
			v.N = 0
			step.Values = append(step.Values, v)
		}
		step.Values[i].N++
		if v.story != 0 {
			stories[v.story] = true
		}
	}
	step.Stories = len(stories)
}

// record writes a step into the journal, unless it changed nothing.
func (m *Marks) record(ctx context.Context, tx *txn, step *Step, values []Value) error {
	if len(values) == 0 {
		return nil
	}
	if err := m.begin(ctx, tx, step, m.archive); err != nil {
		return err
	}
	for run := range runs(values, sameChange) {
		if err := step.add(ctx, tx, run); err != nil {
			return err
		}
	}
	return nil
}

// begin writes a step without values into the journal, for an archive or, with 0, for all.
func (m *Marks) begin(ctx context.Context, tx *txn, step *Step, archive int64) error {
	if err := m.forgetSteps(ctx, tx, `archive IN (0, ?) AND undone`, m.archive); err != nil {
		return err
	}
	err := tx.QueryRowContext(ctx, `INSERT INTO steps (archive, at, action) VALUES (?, ?, ?) RETURNING num`,
		archive, float64(step.At.UnixMilli())/1000, step.Action).Scan(&step.Num)
	if err != nil {
		return err
	}
	return m.forgetSteps(ctx, tx, `num <= ?`, step.Num-maxSteps)
}

// add writes values of the step into the journal, which differ in their stories only.
func (step *Step) add(ctx context.Context, tx *txn, run []Value) error {
	var old, cur sql.NullInt64
	v := &run[0]
	if v.merged != nil {
		old, cur = sql.NullInt64{Int64: v.merged.old, Valid: true}, sql.NullInt64{Int64: v.merged.new, Valid: true}
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO changes (step, field, story, other, key, old, new, old_at, new_at)
		SELECT ?2, ?3, value, ?4, ?5, ?6, ?7, ?8, ?9 FROM json_each(?1)`,
		stories(run), step.Num, string(v.Field), v.other, v.Key, v.Old, v.New, old, cur)
	return err
}

// forgetSteps deletes the steps for which a condition is true.
func (m *Marks) forgetSteps(ctx context.Context, tx *txn, condition string, arg int64) error {
	if _, err := tx.ExecContext(ctx, `DELETE FROM changes WHERE step IN (SELECT num FROM steps WHERE `+condition+`)`, arg); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, `DELETE FROM steps WHERE `+condition, arg)
	return err
}

// The statements that find a step to undo or redo: that with a number or, for 0, the next.
const (
	sqlUndo = `SELECT num, at, action FROM steps WHERE archive IN (0, ?1) AND NOT undone AND ?2 IN (0, num) ORDER BY num DESC LIMIT 1`
	sqlRedo = `SELECT num, at, action FROM steps WHERE archive IN (0, ?1) AND undone AND ?2 IN (0, num) ORDER BY num LIMIT 1`
)

// SetUndone undoes a step of the archive or of all archives, or redoes one that was undone,
// and returns it. Number 0 stands for the step that was made last, or undone last. If there
// is no such step, that which it returns has the number 0.
func (m *Marks) SetUndone(ctx context.Context, num int64, undone bool) (step Step, err error) {
	query, failed := sqlRedo, locale.T("nothing was redone")
	if undone {
		query, failed = sqlUndo, locale.T("nothing was undone")
	}
	err = m.together(ctx, func(tx *txn) error {
		var at float64
		err := tx.QueryRowContext(ctx, query, m.archive, num).Scan(&step.Num, &at, &step.Action)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		step.At = time.UnixMilli(int64(at * 1000))
		values, err := m.valuesOf(ctx, tx, step.Num)
		if err != nil {
			return err
		}
		step.describe(values)
		if err := writeAll(ctx, tx, values, undone); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `UPDATE steps SET undone = ?2 WHERE num = ?1`, step.Num, undone)
		return err
	})
	return step, m.failed(failed, err)
}

// writeAll gives fields their new values or, in the opposite order, their old ones.
func writeAll(ctx context.Context, tx *txn, values []Value, undo bool) error {
	now := time.Now()
	if undo {
		slices.Reverse(values)
	}
	for run := range runs(values, sameFlag) {
		v, value := &run[0], run[0].New
		if undo {
			value = v.Old
		}
		var err error
		switch {
		case v.merged != nil:
			err = v.merged.set(ctx, tx, v, undo)
		case isFlag(v.Field):
			err = writeFlags(ctx, tx, run, value, now)
		default:
			err = v.change(ctx, tx, value, now)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// set undoes or redoes what an import has changed: the value gets its time again, as if
// there had been no import. A value that was changed since stays.
func (m *merged) set(ctx context.Context, tx *txn, v *Value, undo bool) error {
	from, to, value := m.old, m.new, v.New
	if undo {
		from, to, value = to, from, v.Old
	}
	_, at, err := v.read(ctx, tx)
	if err != nil || at != from {
		return err
	}
	return v.write(ctx, tx, value, to)
}

// valuesOf returns the values of a step, in the order in which they were changed.
func (m *Marks) valuesOf(ctx context.Context, tx *txn, step int64) ([]Value, error) {
	const title = `coalesce((SELECT title FROM marks WHERE marks.story = changes.%s ORDER BY archive <> ? LIMIT 1), '')`
	return read(ctx, tx, func(rows *sql.Rows) (v Value, err error) {
		var old, cur sql.NullInt64
		err = rows.Scan(&v.Field, &v.story, &v.other, &v.Key, &v.Old, &v.New, &old, &cur, &v.Title, &v.Other)
		if cur.Valid {
			v.merged = &merged{old.Int64, cur.Int64}
		}
		return v, err
	}, `SELECT field, story, other, key, old, new, old_at, new_at, `+
		fmt.Sprintf(title, "story")+`, `+fmt.Sprintf(title, "other")+` FROM changes WHERE step = ? ORDER BY num`, m.archive, m.archive, step)
}
