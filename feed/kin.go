package feed

import (
	"context"
	"errors"
	"strings"

	"dateline/feed/catalog"
	"dateline/feed/locale"
	"dateline/feed/query"
	"dateline/feed/story"
)

// resolve replaces the parts of a query that name a story by what the archive knows of
// it: its takes, or its most telling words. While an ID is typed that several stories
// begin with, the part is left out.
func (s *Store) resolve(ctx context.Context, n query.Node, text string) (query.Node, error) {
	n, err := query.Replace(n, func(n query.Node) (query.Node, error) {
		switch n := n.(type) {
		case query.Group:
			return s.kin(ctx, n, "group", text, s.takesQuery)
		case query.Like:
			return s.kin(ctx, query.Group(n), "like", text, s.wordsOf)
		}
		return n, nil
	})
	if n == nil && err == nil {
		return query.All{}, nil
	}
	return n, err
}

// kin finds the story that g names and returns the query that of gives for it.
func (s *Store) kin(ctx context.Context, g query.Group, field, text string, of func(context.Context, *story.Story) (query.Node, error)) (query.Node, error) {
	start := max(0, strings.Index(strings.ToLower(text), field+":"))
	id, err := s.Find(ctx, g.ID)
	_, ambiguous := errors.AsType[*AmbiguousError](err)
	switch {
	case ambiguous && g.Typing:
		return nil, nil
	case ambiguous:
		return nil, &query.Error{Start: start, End: start + len(field), Reason: locale.T("several stories begin with this ID")}
	case errors.Is(err, ErrNotFound):
		return nil, &query.Error{Start: start, End: start + len(field), Reason: locale.T("there is no story with this ID")}
	case err != nil:
		return nil, err
	}
	st, err := s.Story(ctx, id)
	if err != nil {
		return nil, err
	}
	return of(ctx, st)
}

// takesQuery returns a query for the takes of st.
func (s *Store) takesQuery(ctx context.Context, st *story.Story) (query.Node, error) {
	rows, err := s.takesOf(ctx, st.ID)
	ids := []story.ID{st.ID}
	for _, r := range rows {
		ids = append(ids, r.ID)
	}
	return query.Stories{IDs: ids}, err
}

// wordsOf returns a query for the stories that have any of the most telling words of
// st.
func (s *Store) wordsOf(ctx context.Context, st *story.Story) (query.Node, error) {
	parts := append([]string{st.Headline.Title, st.Headline.Title}, texts(st)...)
	telling, err := withCatalog(ctx, s, "telling words", func(c *catalog.Catalog) ([]string, error) { return c.Telling(ctx, parts) })
	if err != nil {
		return nil, err
	}
	var words query.Or
	for _, w := range telling {
		words = append(words, query.Phrase{Text: w})
	}
	itself := query.Not{Node: query.Stories{IDs: []story.ID{st.ID}}}
	switch len(words) {
	case 0:
		return query.Stories{}, nil
	case 1:
		return query.And{words[0], itself}, nil
	}
	return query.And{words, itself}, nil
}
