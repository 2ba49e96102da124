package web

import (
	"context"

	"dateline/feed/catalog"
	"dateline/feed/story"
)

// Notices are the corrections and kills that a story has to do with.
type Notices struct {
	By    []story.Row // those of the story or of one of its takes, latest first
	About []story.Row // the stories that it corrects or kills itself
}

// NoticesOf returns the notices of st.
func NoticesOf(ctx context.Context, cat *catalog.Catalog, st *story.Story) (n Notices, err error) {
	if n.By, err = noticesOf(ctx, cat, st.ID); err == nil {
		n.About, err = cat.Subjects(ctx, st.ID)
	}
	return n, err
}

// noticesOf returns the corrections and kills of a story and of its takes, latest first.
func noticesOf(ctx context.Context, cat *catalog.Catalog, id story.ID) ([]story.Row, error) {
	list, err := cat.Notices(ctx, id)
	by := make([]story.Row, len(list))
	for i := range list {
		by[i] = list[i].By
	}
	return by, err
}
