package catalog

import (
	"context"
	"database/sql"
	"encoding/json"

	"dateline/feed/catalog/columns"
	"dateline/feed/catalog/meta"
	"dateline/feed/sqlite"
	"dateline/feed/story"
)

// Lists returns the related headlines that each of the stories lists, in order.
func (c *Catalog) Lists(ctx context.Context, ids ...story.ID) (map[story.ID][]story.Related, error) {
	stories, _ := json.Marshal(ids) // strings can always be marshalled
	refs, all := map[story.ID][]int64{}, []int64{}
	_, err := sqlite.List(ctx, c.db, func(rows *sql.Rows) (struct{}, error) {
		var id story.ID
		var packed []byte
		err := rows.Scan(&id, &packed)
		refs[id] = meta.Unpack(packed)
		all = append(all, refs[id]...)
		return struct{}{}, err
	}, `SELECT r.sid, r.refs FROM json_each(?) j CROSS JOIN rows r ON r.sid = j.value`, string(stories))
	if err != nil {
		return nil, err
	}
	headlines, err := c.headlines(ctx, all)
	lists := make(map[story.ID][]story.Related, len(refs))
	for id, list := range refs {
		for _, ref := range list {
			if h, ok := headlines[ref]; ok { // else it was removed meanwhile
				lists[id] = append(lists[id], h)
			}
		}
	}
	return lists, err
}

// headlines returns the related headlines with those ids of table refs.
func (c *Catalog) headlines(ctx context.Context, refs []int64) (map[int64]story.Related, error) {
	list, _ := json.Marshal(refs) // numbers can always be marshalled
	found, err := c.refs(ctx, sqlRef+`json_each(?) k CROSS JOIN refs r ON r.id = k.value`, string(list))
	headlines := make(map[int64]story.Related, len(found))
	for _, r := range found {
		headlines[r.ids[0]] = r.Related
	}
	return headlines, err
}

var sqlStanding = `SELECT ` + columns.Read + ` FROM (SELECT h.id FROM json_each(?) j CROSS JOIN rows s ON s.sid = j.value
	JOIN takes v ON v.id = s.id JOIN takes h ON h.grp = v.grp AND h.place = 0) k JOIN rows r ON r.id = k.id` + columns.Join

// Standing returns the takes that stand for the stories of several takes among ids, by the
// Group of their rows.
func (c *Catalog) Standing(ctx context.Context, ids ...story.ID) (map[story.ID]story.Row, error) {
	list, _ := json.Marshal(ids) // strings can always be marshalled
	rows, err := c.query(ctx, sqlStanding, string(list))
	byGroup := make(map[story.ID]story.Row, len(rows))
	for _, r := range rows {
		byGroup[r.Group] = r
	}
	return byGroup, err
}

// SameSlug returns up to n stories within days of date whose slug has the same key.
func (c *Catalog) SameSlug(ctx context.Context, slug string, date story.Date, days, n int) ([]story.Row, error) {
	key := meta.SlugKey(slug)
	if key == "" || !date.Known() {
		return nil, nil
	}
	lo, hi := meta.Near(date.Unix(), days)
	return c.query(ctx, sqlSameTitle, key, lo, hi, n)
}

// Line is a story that the reader put into the time line of another, or cut from it.
type Line struct {
	Story, Other story.ID
	Joined       bool // put into it
}

const sqlLines = `SELECT l.story, l.other, l.joined FROM json_each(?) j CROSS JOIN lines l ON l.story = j.value ORDER BY l.changed`

// Lines returns what the reader changed in the time lines of the stories, the latest
// change last.
func (c *Catalog) Lines(ctx context.Context, ids ...story.ID) ([]Line, error) {
	list, _ := json.Marshal(ids) // strings can always be marshalled
	return sqlite.List(ctx, c.db, func(rows *sql.Rows) (l Line, err error) {
		err = rows.Scan(&l.Story, &l.Other, &l.Joined)
		return l, err
	}, sqlLines, string(list))
}
