package feed

import (
	"context"
	"errors"
	"strings"

	"dateline/feed/catalog"
	"dateline/feed/query"
	"dateline/feed/story"
)

// Suggest returns a text like that of q that finds something, for a q that finds
// nothing: near words of the archive replace the words that no story has, or the rarest
// one. A word may also have been typed with another keyboard layout. It returns "" if
// there is none.
func (s *Store) Suggest(ctx context.Context, q Search) (string, error) {
	q.Text = strings.TrimSpace(q.Text)
	list, err := withCatalog(ctx, s, "suggest", func(c *catalog.Catalog) ([]string, error) { return c.Suggestions(ctx, q.Text) })
	if err != nil {
		return "", err
	}
	q.Typing, q.Sort = false, Newest
	for _, text := range list {
		q.Text = text
		ok, err := s.finds(ctx, q)
		if ok || err != nil {
			return text, err
		}
	}
	return "", nil
}

// finds reports whether a search finds a story. A query with an error finds none.
func (s *Store) finds(ctx context.Context, q Search) (bool, error) {
	r, err := s.Search(ctx, q)
	if _, wrong := errors.AsType[*query.Error](err); wrong {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	rows, err := r.Rows(ctx, story.Key{}, 1)
	return len(rows) > 0, err
}
