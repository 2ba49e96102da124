package feed

import (
	"context"

	"dateline/feed/catalog/search"
	"dateline/feed/story"
)

// Picked is the stories of the rows of a list at one moment. A mark that is set on them is
// set on IDs, the story of each row; one that is removed is removed from Takes, all that the
// rows stand for, and so is "read" when it is set.
type Picked struct {
	IDs, Takes []story.ID
	Changes    Changes // a lower bound of the changes of the archive that they include
	Later      bool    // the archive has changed while they were picked
}

// Pick returns the stories of the rows of a result or, if it is nil, of the archive in a list
// of that scope; only of the unread rows if unread is true.
func (s *Store) Pick(ctx context.Context, res *Result, scope Scope, unread bool) (p Picked, err error) {
	if res == nil {
		if res, err = s.Search(ctx, Search{Scope: scope, Sort: Newest}); err != nil {
			return p, err
		}
	}
	if p.Changes, err = s.Changes(ctx); err != nil {
		return p, err
	}
	p.IDs, err = withFound(ctx, res, "pick", func(f *search.Result) (ids []story.ID, err error) {
		ids, p.Takes, err = f.Stories(ctx, unread)
		return ids, err
	})
	if err != nil {
		return p, err
	}
	cur, err := s.Changes(ctx)
	p.Later = cur != p.Changes
	return p, err
}

// PickStory returns a story as Pick does: if all is true, as a row that stands for all its
// takes.
func (s *Store) PickStory(ctx context.Context, id story.ID, all bool) (Picked, error) {
	p := Picked{IDs: []story.ID{id}, Takes: []story.ID{id}}
	if !all {
		return p, nil
	}
	takes, err := s.kinIDs(ctx, id)
	p.Takes = takes
	return p, err
}
