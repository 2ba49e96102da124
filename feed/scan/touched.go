package scan

import (
	"context"

	"dateline/feed/catalog/fill"
	"dateline/feed/story"
)

// maxTouched is the number of stories up to which Result.Touched lists them.
const maxTouched = 5000

// touched collects the stories that a scan adds, changes or removes.
type touched struct {
	ids  map[story.ID]bool
	many bool // more than maxTouched
}

// add adds a story.
func (t *touched) add(id story.ID) {
	if t.ids == nil {
		t.ids = map[story.ID]bool{}
	}
	if t.ids[id] = true; len(t.ids) > maxTouched {
		t.ids, t.many = nil, true
	}
}

// list returns the stories, or nil if they are too many.
func (t *touched) list() []story.ID {
	if t.many {
		return nil
	}
	list := make([]story.ID, 0, len(t.ids))
	for id := range t.ids {
		list = append(list, id)
	}
	return list
}

// touchFiles adds the stories of files that are written, and those that they had before.
func (r *run) touchFiles(ctx context.Context, files []fill.File) error {
	for i := range files {
		f := &files[i]
		if f.Same || r.touched.many {
			continue
		}
		for j := range f.Docs {
			if !r.touched.many {
				r.touched.add(f.Docs[j].ID())
			}
		}
		if r.before > 0 {
			if err := r.touchPaths(ctx, []string{f.Path}); err != nil {
				return err
			}
		}
	}
	return nil
}

// touchPaths adds the stories that the catalog has of files.
func (r *run) touchPaths(ctx context.Context, paths []string) error {
	for _, path := range paths {
		if r.touched.many {
			return nil
		}
		ids, err := r.Catalog.StoriesIn(ctx, path, maxTouched)
		if err != nil {
			return err
		}
		for _, id := range ids {
			if !r.touched.many {
				r.touched.add(id)
			}
		}
	}
	return nil
}
