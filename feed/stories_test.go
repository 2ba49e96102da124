package feed_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"dateline/feed"
	"dateline/feed/story"
)

func TestStoriesAreReadInTheOrderOfTheirIDs(t *testing.T) {
	root := t.TempDir()
	var ids []story.ID
	for i := range 40 {
		path := fmt.Sprintf("%02d/a.txt", i)
		write(t, root, path, copyOf(fmt.Sprintf("Ferry %d sails", i), "It sails."))
		ids = append(ids, story.NewID(path))
	}
	s := settled(t, root)
	const none = 7
	ids[none] = story.NewID("nowhere.txt")
	i := 0
	for st, err := range s.Stories(t.Context(), ids) {
		if i == none {
			if !errors.Is(err, feed.ErrNotFound) {
				t.Errorf("%+v, %v", st, err)
			}
		} else if want := fmt.Sprintf("Ferry %d sails", i); err != nil || st.ID != ids[i] || st.Headline.Title != want {
			t.Errorf("story %d: %+v, %v", i, st, err)
		}
		i++
	}
	if i != len(ids) {
		t.Errorf("%d of %d stories", i, len(ids))
	}
	for stop := range 4 {
		n := 0
		for _, err := range s.Stories(t.Context(), ids) {
			if n++; n > stop || err != nil {
				break
			}
		}
		if n != stop+1 {
			t.Errorf("%d stories after a break at %d", n, stop)
		}
	}
	for st, err := range s.Stories(t.Context(), nil) {
		t.Errorf("a story without an ID: %+v, %v", st, err)
	}
}

func TestStoriesEndWithTheirContext(t *testing.T) {
	root := harbour(t)
	s := settled(t, root)
	rows, err := s.Rows(t.Context(), story.Key{}, 3)
	if err != nil || len(rows) == 0 {
		t.Fatal(rows, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for st, err := range s.Stories(ctx, []story.ID{rows[0].ID}) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%+v, %v", st, err)
		}
	}
}
