package web

import (
	"context"

	"dateline/feed/catalog"
	"dateline/feed/story"
)

// Takes returns all takes of st, itself included, oldest first.
func Takes(ctx context.Context, cat *catalog.Catalog, st *story.Story) ([]story.Row, error) {
	all, err := cat.Takes(ctx, st.ID)
	if err != nil {
		return nil, err
	}
	if len(all) == 0 {
		row, ok, err := cat.Row(ctx, st.ID)
		if !ok {
			row = story.NewRow(st)
		}
		return []story.Row{row}, err
	}
	rows := make([]story.Row, len(all))
	for i := range all {
		rows[i] = all[i].Row
	}
	return rows, nil
}
