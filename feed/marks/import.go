package marks

import (
	"context"
	"database/sql"
	"errors"
	"iter"
	"time"

	"dateline/feed/locale"
)

// Imported says what Import changed.
type Imported struct {
	Step     Step // without its values; number 0 if nothing was changed
	Stories  int  // that were changed
	Searches int  // saved searches that were changed
	Away     int  // those of Stories that no archive here is known to have
}

// importing is an import that runs.
type importing struct {
	m   *Marks
	tx  *txn
	res Imported

	stories  map[int64]bool // that were changed; true for those that are away
	searches map[string]bool
}

// Import merges records into the marks of all archives, in one transaction and as one step.
// Of each value the one that was changed last stays; of two that were changed at the same
// time the greater one. Notes that were written apart are all kept. So the order of imports
// makes no difference, and a second import of the same changes nothing.
//
// A story is the one that Here says, else one that has marks here and the same digest and
// path. If there is none, it is kept for an archive that has it (Move). Records come in
// batches. At an error nothing is imported.
func (m *Marks) Import(ctx context.Context, action string, batches iter.Seq2[[]Numbered, error]) (res Imported, err error) {
	in := importing{m: m, stories: map[int64]bool{}, searches: map[string]bool{}, res: Imported{Step: Step{At: time.Now(), Action: action}}}
	err = m.together(ctx, func(tx *txn) error {
		in.tx = tx
		for batch, err := range batches {
			if err != nil {
				return err
			}
			for i := range batch {
				if err := in.record(ctx, &batch[i].Record); err != nil {
					return locale.Errorf("line %d: %w", batch[i].Line, err)
				}
			}
		}
		return nil
	})
	if wrong, ok := errors.AsType[*LineError](err); ok {
		return Imported{}, wrong
	}
	in.res.Searches = len(in.searches)
	for _, away := range in.stories {
		if in.res.Stories++; away {
			in.res.Away++
		}
	}
	return in.res, m.failed(locale.T("nothing was imported"), err)
}

// record merges a record.
func (in *importing) record(ctx context.Context, r *Record) error {
	var num int64
	var away bool
	var err error
	if r.Story != nil {
		if num, away, err = in.find(ctx, r.Story); err != nil {
			return err
		}
	}
	for i := range r.Values {
		e := &r.Values[i]
		v := timed{Value{Field: e.Field, Key: e.Key, New: e.Value, story: num}, e.At.UnixMilli()}
		if e.Other != nil {
			if v.other, _, err = in.find(ctx, e.Other); err != nil {
				return err
			}
			if v.other == num {
				continue
			}
		}
		if err := in.value(ctx, &v, away); err != nil {
			return err
		}
	}
	return nil
}

// value merges a value and records it in the journal, if it has changed or, so that an undo
// finds the time that it expects, has got another time since.
func (in *importing) value(ctx context.Context, v *timed, away bool) error {
	written, err := v.merge(ctx, in.tx)
	changed := v.Old != v.New
	if err != nil || !written || !changed && in.res.Step.Num == 0 {
		return err
	}
	if in.res.Step.Num == 0 {
		if err := in.m.begin(ctx, in.tx, &in.res.Step, 0); err != nil {
			return err
		}
	}
	switch {
	case !changed:
	case v.story == 0:
		in.searches[v.Key] = true
	default:
		in.stories[v.story] = away
	}
	return in.res.Step.add(ctx, in.tx, []Value{v.Value})
}

// find returns the number of a story. Away says that no archive is known to have it; it is
// then kept at a place of its own.
func (in *importing) find(ctx context.Context, i *Identity) (num int64, away bool, err error) {
	if i.Here != nil {
		num, err = in.m.put(ctx, in.tx, i.Here)
		return num, false, err
	}
	s := i.Known()
	query, args := `digest = ?1 AND path IS ?2`, []any{s.Digest, text(s.Path), i.Archive}
	if len(s.Digest) == 0 { // its path says nothing in another archive
		query, args = `id = ?1 AND digest IS NULL AND ?2 = '' AND (archive < 0 OR archive IN `+sqlThere+`)`, []any{string(s.ID), "", i.Archive}
	}
	row := in.tx.QueryRowContext(ctx, `SELECT story, archive < 0 FROM marks WHERE `+query+` ORDER BY archive IN `+sqlThere+` DESC, archive < 0, num LIMIT 1`, args...)
	err = row.Scan(&num, &away)
	if errors.Is(err, sql.ErrNoRows) {
		num, err = in.keep(ctx, s)
		away = true
	}
	return num, away, err
}

// sqlThere has the archives at a path.
const sqlThere = `(SELECT num FROM archives WHERE path = ?3)`

// keep enters a story that no archive is known to have. It has a place of its own, in an
// archive with a negative number.
func (in *importing) keep(ctx context.Context, s *Story) (num int64, err error) {
	err = in.tx.QueryRowContext(ctx, `INSERT INTO marks (archive, id, path, title, dateline, name, digest, sample, num, story)
		SELECT -n, iif(?1 = '', '~' || n, ?1), ?2, ?3, ?4, ?5, ?6, ?7, n, n FROM (`+sqlNext+`) RETURNING num`,
		append([]any{string(s.ID)}, s.values()...)...).Scan(&num)
	return num, err
}
