package fill

import (
	"cmp"
	"context"
	"encoding/json"
	"math"
	"slices"
	"time"

	"dateline/feed/catalog/meta"
	"dateline/feed/notice"
	"dateline/feed/story"
)

// noticeOf returns what s announces as table announced stores it, nil for nothing.
func noticeOf(s *story.Story) []byte {
	n, ok := notice.Read(s)
	if !ok {
		return nil
	}
	b, _ := json.Marshal(n) // texts and numbers can always be marshalled
	return b
}

// embargoOf returns the end of the embargo of s as table embargoes stores it, 0 for none.
func embargoOf(s *story.Story) int64 {
	e := notice.ReadEmbargo(s, time.Local) //nolint:gosmopolitan // a time without a zone is the reader's
	switch {
	case e.Text == "":
		return 0
	case e.Until.IsZero():
		return math.MaxInt64
	}
	return e.Until.Unix()
}

// insertNames adds the keys of what a story is named by, what it announces, and its embargo.
func (t *batch) insertNames(d *Doc, id int64) {
	for _, key := range d.names {
		t.deferred.keys = append(t.deferred.keys, keyRow{key, id})
	}
	if d.notice != nil {
		t.deferred.announced = append(t.deferred.announced, announcedRow{id, d.notice, d.loose})
	}
	if d.until != 0 {
		t.deferred.embargoes = append(t.deferred.embargoes, pair{id, d.until})
	}
}

// removeNames removes what insertNames and SetTargets have added for a row.
func (t *batch) removeNames(ctx context.Context, r *story.Row, row int64) error {
	for _, key := range meta.NameKeys(r) {
		if err := t.exec(ctx, `DELETE FROM keys WHERE key = ? AND id = ?`, key, row); err != nil {
			return err
		}
	}
	for _, query := range [...]string{
		`DELETE FROM embargoes WHERE id = ?`,
		`DELETE FROM announced WHERE id = ?`,
		`DELETE FROM notices WHERE target = ?`,
		`DELETE FROM notices WHERE id = ?`,
	} {
		if err := t.exec(ctx, query, row); err != nil {
			return err
		}
	}
	return nil
}

const sqlStale = `UPDATE announced SET stale = 1 WHERE id BETWEEN ? AND ? AND NOT stale`

// spoil marks the notices as stale that may be about a story that the batch has added or
// removed: those of the same day and of the notice.Days after it, and those whose own date is
// not known.
func (t *batch) spoil(ctx context.Context) error {
	days := make([]int64, 0, len(t.days))
	for bucket := range t.days {
		days = append(days, -bucket)
	}
	if len(days) == 0 {
		return nil
	}
	slices.Sort(days)
	for i := 0; i < len(days); {
		first := days[i]
		last := first
		for ; i < len(days) && days[i] <= last+notice.Days; i++ {
			last = days[i]
		}
		const day = 86400
		lo, _ := meta.Near((last+notice.Days+2)*day, 0)
		_, hi := meta.Near((first-1)*day, 0)
		if err := t.exec(ctx, sqlStale, lo, hi); err != nil {
			return err
		}
	}
	return t.exec(ctx, `UPDATE announced SET stale = 1 WHERE loose AND NOT stale`)
}

type announcedRow struct {
	id    int64
	what  []byte
	loose bool
}

func (r announcedRow) compare(s announcedRow) int { return cmp.Compare(r.id, s.id) }
func (r announcedRow) values(dst []any) []any     { return append(dst, r.id, r.what, r.loose, true) }
