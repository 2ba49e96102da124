package web

import (
	"context"
	"slices"

	"dateline/feed/catalog"
	"dateline/feed/link"
	"dateline/feed/story"
)

// Notices are the corrections and kills that a story has to do with.
type Notices struct {
	By    []story.Row // those of the story or of one of its takes, latest first
	About []story.Row // the stories that it corrects or kills itself
}

// NoticesOf returns the notices of st.
func NoticesOf(ctx context.Context, cat *catalog.Catalog, st *story.Story) (n Notices, err error) {
	row := story.NewRow(st)
	if n.By, err = noticesOf(ctx, cat, &row); err == nil {
		n.About, err = cat.Subjects(ctx, st.ID)
	}
	return n, err
}

// noticesOf returns the corrections and kills of row and of its takes, latest first.
func noticesOf(ctx context.Context, cat *catalog.Catalog, row *story.Row) (by []story.Row, err error) {
	list, err := cat.Notices(ctx, row.Date, link.TakeDays)
	self := link.CandidateOf(row)
	for i := range list {
		n := &list[i]
		of := link.CandidateOf(&n.Of)
		known := n.By.ID == row.ID || slices.ContainsFunc(by, func(r story.Row) bool { return r.ID == n.By.ID })
		if !known && link.SameStory(&self, &of) {
			by = append(by, n.By)
		}
	}
	return by, err
}
