package web

import (
	"context"

	"dateline/feed/catalog"
	"dateline/feed/story"
)

// Takes returns all takes of st, itself included, oldest first.
func Takes(ctx context.Context, cat *catalog.Catalog, st *story.Story) ([]catalog.Take, error) {
	all, err := cat.Takes(ctx, st.ID)
	if err != nil || len(all) > 0 {
		return all, err
	}
	row, ok, err := cat.Row(ctx, st.ID)
	if !ok {
		row = story.NewRow(st)
	}
	return []catalog.Take{{Row: row}}, err
}
