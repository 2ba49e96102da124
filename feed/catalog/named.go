package catalog

import (
	"context"

	"dateline/feed/catalog/meta"
	"dateline/feed/link"
	"dateline/feed/story"
)

// Named returns the stories that t may name in one way. If there are too many, it returns
// those nearest to date; all reports whether it returned all of them.
func (c *Catalog) Named(ctx context.Context, t *story.Target, by link.By, date story.Date) (rows []story.Row, all bool, err error) {
	key := ""
	switch by {
	case link.ByUID:
		key = meta.UIDKey(t.UID)
	case link.ByURL:
		key = meta.URLKey(t.URL)
	case link.ByPath:
		return c.atPath(ctx, t, date)
	case link.ByHeadline:
	}
	if key == "" {
		return nil, true, nil
	}
	rows, err = c.sameKey(ctx, key, date, MaxSame)
	return rows, len(rows) < MaxSame, err
}

// maxPages is the number of pages with one name, on each side of a date, that are compared
// with a path.
const maxPages = 500

// atPath returns the story whose path t has, or else the pages whose path may end as t says.
func (c *Catalog) atPath(ctx context.Context, t *story.Target, date story.Date) (rows []story.Row, all bool, err error) {
	for _, path := range [...]string{t.Path, t.Name} {
		if path == "" {
			continue
		}
		row, ok, err := c.Row(ctx, story.NewID(path))
		if err != nil {
			return nil, false, err
		}
		if ok {
			return []story.Row{row}, true, nil
		}
		more, err := c.sameKey(ctx, meta.FileKey(path), date, maxPages)
		if err != nil {
			return nil, false, err
		}
		rows = append(rows, more...)
	}
	return rows, len(rows) < maxPages, nil
}

// hasNamed reports whether t names a story.
func (c *Catalog) hasNamed(ctx context.Context, t *story.Target) (bool, error) {
	for _, by := range link.Ways(t) {
		rows, _, err := c.Named(ctx, t, by, story.Date{})
		if err != nil {
			return false, err
		}
		if len(link.Named(t, by, link.Candidate{}, link.CandidatesOf(rows))) > 0 {
			return true, nil
		}
	}
	return false, nil
}
