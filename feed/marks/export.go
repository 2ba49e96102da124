package marks

import (
	"context"
	"database/sql"
	"encoding/json"
	"iter"
	"time"

	"dateline/feed/locale"
)

// exportChunk is the number of places that are read together.
const exportChunk = 500

// sqlExported finds places with what a story is known by there: once if it is known by the
// same at several places, and not where another story is now.
const (
	sqlExported = sqlExport + `FROM marks m WHERE num > ?1 AND (?2 = 0 OR archive = ?2) AND (digest IS NOT NULL OR path IS NOT NULL OR id NOT GLOB '~*')
		AND (?2 <> 0 OR NOT EXISTS (SELECT 1 FROM marks b WHERE b.digest = m.digest AND b.path IS m.path AND
			iif(b.story = m.story, b.num < m.num, m.archive < 0 AND b.archive > 0 AND EXISTS (SELECT 1 FROM marks c WHERE c.story = m.story AND c.archive > 0))))
		ORDER BY num LIMIT ?3`
	sqlOthers = sqlExport + `FROM (SELECT DISTINCT value FROM json_each(?1)) CROSS JOIN marks m ON story = value WHERE ?2 IN (0, archive) ORDER BY num DESC`
	sqlExport = `SELECT num, story, archive, coalesce((SELECT path FROM archives a WHERE a.num = m.archive), ''), id, ` + identity + ` `
)

// exported is a place that is exported.
type exported struct {
	Placed

	num, archive int64
	folder       string // where the archive is
}

// Export yields the marks of all archives or, if own, of the stories of this one, without
// the saved searches. A story that is known by different things at its places has a record
// for each. Two exports of the same marks are the same.
func (m *Marks) Export(ctx context.Context, own bool) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		fail := func(err error) { yield(Record{}, m.failed(locale.T("the marks cannot be read"), err)) }
		archive := int64(0)
		if own {
			archive = m.archive
		} else {
			searches, err := m.exportSearches(ctx)
			if err != nil {
				fail(err)
				return
			}
			if len(searches.Values) > 0 && !yield(searches, nil) {
				return
			}
		}
		for last := int64(0); ; {
			places, err := m.exportedPlaces(ctx, sqlExported, last, archive, exportChunk)
			if err != nil {
				fail(err)
				return
			}
			if len(places) == 0 {
				return
			}
			last = places[len(places)-1].num
			records, err := m.records(ctx, places, archive)
			if err != nil {
				fail(err)
				return
			}
			for _, r := range records {
				if !yield(r, nil) {
					return
				}
			}
		}
	}
}

func (m *Marks) exportedPlaces(ctx context.Context, query string, args ...any) ([]exported, error) {
	return read(ctx, m.db, func(rows *sql.Rows) (p exported, err error) {
		err = rows.Scan(append([]any{&p.num, &p.Num, &p.archive, &p.folder, &p.Story.ID}, p.Story.dests()...)...)
		return p, err
	}, query, args...)
}

// exportSearches returns the saved searches, also those that were dropped.
func (m *Marks) exportSearches(ctx context.Context) (r Record, err error) {
	r.Values, err = read(ctx, m.db, func(rows *sql.Rows) (Entry, error) {
		e := Entry{Field: SavedSearch}
		var at int64
		err := rows.Scan(&e.Key, &e.Value, &at)
		e.At = time.UnixMilli(at).UTC()
		return e, err
	}, `SELECT name, text, at FROM searches
		UNION ALL SELECT key, '', at FROM removed WHERE field = 'search' ORDER BY 1`)
	return r, err
}

// records returns a record for each of places whose story has values. Values of two stories
// are at the place of one of them.
func (m *Marks) records(ctx context.Context, places []exported, archive int64) ([]Record, error) {
	nums := make([]int64, len(places))
	for i := range places {
		nums[i] = places[i].Num
	}
	values, err := timedValues(ctx, m.db, nums)
	if err != nil {
		return nil, err
	}
	others, err := m.others(ctx, values, archive)
	if err != nil {
		return nil, err
	}
	var list []Record
	for i := range places {
		p := &places[i]
		r := Record{Story: newIdentity(&p.Story, p.folder)}
		for _, v := range values[p.Num] {
			e := Entry{Field: v.Field, Key: v.Key, Value: v.New, At: time.UnixMilli(v.at).UTC()}
			if v.other != 0 {
				if e.Other = others.identity(v.other, p.archive); e.Other == nil || v.other < p.Num {
					continue
				}
			}
			r.Values = append(r.Values, e)
		}
		if len(r.Values) > 0 {
			list = append(list, r)
		}
	}
	return list, nil
}

// otherPlaces has the places of stories, by their numbers, the latest first.
type otherPlaces map[int64][]exported

// others returns the places of the other stories of values, in an archive or, for 0, in all.
func (m *Marks) others(ctx context.Context, values map[int64][]timed, archive int64) (otherPlaces, error) {
	var nums []int64
	for _, list := range values {
		for _, v := range list {
			if v.other != 0 {
				nums = append(nums, v.other)
			}
		}
	}
	out := otherPlaces{}
	if len(nums) == 0 {
		return out, nil
	}
	list, _ := json.Marshal(nums) // numbers can always be marshalled
	places, err := m.exportedPlaces(ctx, sqlOthers, string(list), archive)
	for _, p := range places {
		out[p.Num] = append(out[p.Num], p)
	}
	return out, err
}

// identity returns what a story is known by in an archive or, if it is not there, at its
// latest place; nil if it has none.
func (o otherPlaces) identity(num, archive int64) *Identity {
	places := o[num]
	for i := range places {
		if places[i].archive == archive {
			return newIdentity(&places[i].Story, places[i].folder)
		}
	}
	if len(places) == 0 {
		return nil
	}
	return newIdentity(&places[0].Story, places[0].folder)
}
