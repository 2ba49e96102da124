package feed

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"dateline/feed/catalog"
	"dateline/feed/story"
)

// maxNamed is how many IDs an AmbiguousError names.
const maxNamed = 5

// Find returns the story that a user typed: an ID, a prefix of a single ID, a path in
// the archive, or a path on disk. The path of a story in a file of several ends with
// "#" and its key. Find returns ErrNotFound, or an *AmbiguousError for a prefix of
// several IDs or a file of several stories.
func (s *Store) Find(ctx context.Context, ref string) (story.ID, error) {
	if ref == "" {
		return "", ErrNotFound
	}
	paths := s.paths(ref)
	for _, path := range paths {
		id := story.NewID(path)
		if _, err := s.Row(ctx, id); !errors.Is(err, ErrNotFound) {
			return id, err
		}
	}
	if id, err := s.findIn(ctx, ref, paths); !errors.Is(err, ErrNotFound) {
		return id, err
	}
	prefix := strings.ToLower(ref)
	if strings.Trim(prefix, "abcdefghijklmnopqrstuvwxyz234567") != "" {
		return "", ErrNotFound
	}
	ids, err := withCatalog(ctx, s, "beginning", func(c *catalog.Catalog) ([]story.ID, error) { return c.IDsWithPrefix(ctx, prefix, maxNamed) })
	switch {
	case err != nil:
		return "", err
	case len(ids) == 0:
		return "", ErrNotFound
	case len(ids) == 1 || string(ids[0]) == prefix:
		return ids[0], nil
	}
	return "", &AmbiguousError{Ref: ref, IDs: ids}
}

// Beginning returns up to n rows whose IDs begin with prefix, in the order of the IDs. If
// prefix is empty, it returns the newest.
func (s *Store) Beginning(ctx context.Context, prefix string, n int) ([]story.Row, error) {
	if prefix == "" {
		return s.Rows(ctx, story.Key{}, n)
	}
	ids, err := withCatalog(ctx, s, "beginning", func(c *catalog.Catalog) ([]story.ID, error) {
		return c.IDsWithPrefix(ctx, strings.ToLower(prefix), n)
	})
	if err != nil {
		return nil, err
	}
	rows := make([]story.Row, 0, len(ids))
	for _, id := range ids {
		row, err := s.Row(ctx, id)
		if err == nil {
			rows = append(rows, row)
		} else if !errors.Is(err, ErrNotFound) { // else it was removed meanwhile
			return nil, err
		}
	}
	return rows, nil
}

// findIn returns the only story of the file ref whose path is longer than that of the
// file, or an *AmbiguousError if it has several. Paths are those that ref may mean.
func (s *Store) findIn(ctx context.Context, ref string, paths []string) (story.ID, error) {
	for _, path := range paths {
		ids, err := withCatalog(ctx, s, "stories in", func(c *catalog.Catalog) ([]story.ID, error) { return c.StoriesIn(ctx, path, maxNamed) })
		switch {
		case err != nil:
			return "", err
		case len(ids) == 1:
			return ids[0], nil
		case len(ids) > 1:
			return "", &AmbiguousError{Ref: ref, IDs: ids, File: true}
		}
	}
	return "", ErrNotFound
}

// paths returns the paths in the archive that ref may mean, each once: ref itself, and
// ref as a path on disk with and without its links resolved.
func (s *Store) paths(ref string) (paths []string) {
	add := func(path string) {
		if !slices.Contains(paths, path) {
			paths = append(paths, path)
		}
	}
	add(ref)
	add(strings.TrimPrefix(filepath.ToSlash(filepath.Clean(ref)), "./"))
	root := s.src.Key()
	if !filepath.IsAbs(root) {
		return paths
	}
	abs, err := filepath.Abs(ref)
	if err != nil {
		return paths
	}
	candidates := []string{abs}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(abs)); err == nil {
		candidates = append(candidates, filepath.Join(dir, filepath.Base(abs)))
	}
	if target, err := filepath.EvalSymlinks(abs); err == nil {
		candidates = append(candidates, target)
	}
	for _, c := range candidates {
		if rest, ok := strings.CutPrefix(c, root); ok && (rest == "" || rest[0] == '#') {
			add(filepath.Base(root) + rest)
			continue
		}
		if rel, err := filepath.Rel(root, c); err == nil && filepath.IsLocal(rel) {
			add(filepath.ToSlash(rel))
		}
	}
	return paths
}
