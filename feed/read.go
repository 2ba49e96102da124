package feed

import (
	"context"
	"errors"
	"io/fs"
	"iter"
	"time"

	"dateline/feed/archive"
	"dateline/feed/catalog"
	"dateline/feed/clean"
	"dateline/feed/intake"
	"dateline/feed/locale"
	"dateline/feed/scan"
	"dateline/feed/story"
)

// Rows implements List for all files.
func (s *Store) Rows(ctx context.Context, from story.Key, n int) ([]story.Row, error) {
	return s.List(Files).Rows(ctx, from, n)
}

// Row returns one row, or ErrNotFound.
func (s *Store) Row(ctx context.Context, id story.ID) (story.Row, error) {
	row, ok, err := withFilled(ctx, s, "row", func(c *catalog.Catalog) (story.Row, bool, error) { return c.Row(ctx, id) })
	if err == nil && !ok {
		err = ErrNotFound
	}
	return row, err
}

// RowOf returns a row made from st, with the reader's marks and the group of its takes. It
// differs from Row if the file has changed since the last scan or if its rows were made by
// other rules.
func (s *Store) RowOf(ctx context.Context, st *story.Story) (story.Row, error) {
	marked, err := s.Row(ctx, st.ID)
	row := story.NewRow(st)
	row.Read, row.Starred, row.Takes, row.Group = marked.Read, marked.Starred, marked.Takes, marked.Group
	return row, err
}

// Count returns the number of stories that were scanned.
func (s *Store) Count(ctx context.Context) (int, error) {
	return withCatalog(ctx, s, "count", func(c *catalog.Catalog) (int, error) { return c.Count(ctx) })
}

// Counts counts the stories that were scanned, as a list of that scope has them. It
// looks up each story that has a mark.
func (s *Store) Counts(ctx context.Context, scope Scope) (Counts, error) {
	n, err := withCatalog(ctx, s, "counts", func(c *catalog.Catalog) (catalog.Counts, error) { return c.Counts(ctx, scope) })
	return Counts(n), err
}

// FileCounts counts the files that were scanned.
func (s *Store) FileCounts(ctx context.Context) (FileCounts, error) {
	n, err := withCatalog(ctx, s, "file counts", func(c *catalog.Catalog) (catalog.FileCounts, error) { return c.FileCounts(ctx) })
	return FileCounts(n), err
}

// Position implements List for all files.
func (s *Store) Position(ctx context.Context, k story.Key) (int, error) {
	return s.List(Files).Position(ctx, k)
}

// NextUnread implements List for all files.
func (s *Store) NextUnread(ctx context.Context, from story.Key, back bool) (row story.Row, ok bool, err error) {
	return s.List(Files).NextUnread(ctx, from, back)
}

// RowFor implements List for all files.
func (s *Store) RowFor(ctx context.Context, id story.ID) (row story.Row, ok bool, err error) {
	return s.List(Files).RowFor(ctx, id)
}

// All yields every row of the list of all files, as the function All does.
func (s *Store) All(ctx context.Context) iter.Seq2[story.Row, error] { return All(ctx, s) }

// Problems yields every problem, by path and line.
func (s *Store) Problems(ctx context.Context) iter.Seq2[Problem, error] {
	return func(yield func(Problem, error) bool) {
		next := func(after *catalog.Problem) ([]catalog.Problem, error) {
			return withCatalog(ctx, s, "problems", func(c *catalog.Catalog) ([]catalog.Problem, error) { return c.Problems(ctx, after, window) })
		}
		page, err := next(nil)
		for err == nil && len(page) > 0 {
			for _, p := range page {
				if p.Doubt.Problem == story.Duplicate {
					p.Doubt.Detail = locale.F("the same as %s", clean.Line(p.Doubt.Detail))
				}
				if !yield(Problem{Path: p.Path, File: p.File, Doubt: p.Doubt}, nil) {
					return
				}
			}
			page, err = next(&page[len(page)-1])
		}
		if err != nil {
			yield(Problem{}, err)
		}
	}
}

// Story reads a story from its file. If the file has several stories, it reads the bytes
// of this one, or the whole file if they have changed. If the file is gone or no
// longer contains the story, the error names the file; the next Scan updates the
// catalog.
func (s *Store) Story(ctx context.Context, id story.ID) (*story.Story, error) {
	places, err := s.places(ctx, id)
	if err != nil {
		return nil, err
	}
	return s.read(ctx, id, places)
}

func (s *Store) places(ctx context.Context, ids ...story.ID) (map[story.ID]catalog.Place, error) {
	places, _, err := withFilled(ctx, s, "places", func(c *catalog.Catalog) (map[story.ID]catalog.Place, bool, error) {
		places, err := c.Places(ctx, ids...)
		return places, len(places) == len(ids), err
	})
	return places, err
}

// read is Story for a story that is at one of places.
func (s *Store) read(ctx context.Context, id story.ID, places map[story.ID]catalog.Place) (*story.Story, error) {
	place, ok := places[id]
	if !ok {
		return nil, ErrNotFound
	}
	if st := s.readRange(ctx, &place); st != nil {
		return st, nil
	}
	stories, err := s.readFile(ctx, place.File, place.ModTime)
	if err != nil {
		return nil, err
	}
	for _, st := range stories {
		if st.ID == id {
			return st, nil
		}
	}
	return nil, locale.Errorf("%s no longer contains that story: the file has changed", clean.Line(place.File))
}

// readRange reads the story at p from its bytes. It returns nil if its file has no
// others, or if the bytes have changed or cannot be read.
func (s *Store) readRange(ctx context.Context, p *catalog.Place) *story.Story {
	if p.Range == (story.Range{}) {
		return nil
	}
	data, err := archive.ReadRange(ctx, s.src, p.File, p.Range.Start, p.Range.Length)
	if err == nil && p.Range.Head > 0 {
		var head []byte
		head, err = archive.ReadRange(ctx, s.src, p.File, 0, p.Range.Head)
		data = append(head, data...)
	}
	if err != nil {
		return nil
	}
	return scan.ParseRange(intake.File{Path: p.File, ModTime: p.ModTime, Data: data}, p.Path, p.Range)
}

// readFile reads the stories of a file. A file that cannot be read becomes a story
// with a doubt, and a damaged one is read up to the damage; a missing file is an error.
func (s *Store) readFile(ctx context.Context, path string, modTime time.Time) ([]*story.Story, error) {
	data, err := s.src.Read(ctx, path)
	f := intake.File{Path: path, ModTime: modTime, Data: data}
	if err == nil {
		return scan.Parse(f), nil
	}
	e, ok := errors.AsType[*archive.Error](err)
	switch {
	case !ok || errors.Is(err, fs.ErrNotExist):
		return nil, err
	case len(data) > 0:
		f.Damage = e.Detail
		return scan.Parse(f), nil
	}
	return []*story.Story{intake.Refused(path, e.Problem, e.Detail, modTime)}, nil
}
