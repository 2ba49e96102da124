package feed

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"dateline/feed/catalog"
	"dateline/feed/story"
)

// maxNamed is how many IDs an AmbiguousError names.
const maxNamed = 5

// Find returns the story that a user typed: an ID, a prefix of a single ID, a path in
// the archive, or a path on disk. It returns ErrNotFound, or an
// *AmbiguousError for a prefix of several IDs.
func (s *Store) Find(ctx context.Context, ref string) (story.ID, error) {
	if ref == "" {
		return "", ErrNotFound
	}
	for _, path := range s.paths(ref) {
		id := story.NewID(path)
		if _, err := s.Row(ctx, id); !errors.Is(err, ErrNotFound) {
			return id, err
		}
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

// paths returns the paths in the archive that ref may mean: ref itself, and ref as a
// path on disk with and without its links resolved.
func (s *Store) paths(ref string) []string {
	paths := []string{ref, strings.TrimPrefix(filepath.ToSlash(filepath.Clean(ref)), "./")}
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
		if c == root {
			paths = append(paths, filepath.Base(root))
			continue
		}
		if rel, err := filepath.Rel(root, c); err == nil && filepath.IsLocal(rel) {
			paths = append(paths, filepath.ToSlash(rel))
		}
	}
	return paths
}
