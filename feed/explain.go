package feed

import (
	"context"
	"errors"

	"dateline/feed/catalog"
	"dateline/feed/catalog/search"
	"dateline/feed/locale"
	"dateline/feed/query"
)

// The bounds of an Explanation.
const (
	maxClauses = 40 // parts of the query
	maxLeaves  = 40 // parts of a part
)

// Explanation says how a query was read and what each part of it finds.
type Explanation struct {
	Clauses []Clause
	Remarks []query.Remark
	Stories int  // found by all parts together
	Order   Sort // Best or Newest
}

// Clause is a part of a query that must match.
type Clause struct {
	Text    string        // as it was typed
	Saved   []string      // the texts of the saved searches in it
	Stories int           // that it finds alone
	Parts   []search.Part // what it became
}

// Explain explains a search. The last word of one that is being typed is a prefix.
func (s *Store) Explain(ctx context.Context, q Search) (Explanation, error) {
	r, err := s.Search(ctx, q)
	if err != nil {
		return Explanation{}, err
	}
	e := Explanation{Remarks: r.Remarks, Order: r.Order}
	if e.Stories, err = r.Count(ctx); err != nil {
		return e, err
	}
	if q.Typing {
		q.Text, q.Typing = query.Finished(q.Text), false
	}
	clauses := query.Clauses(q.Text)
	for _, text := range clauses[:min(len(clauses), maxClauses)] {
		q.Text = text
		c, err := s.clause(ctx, q)
		if _, wrong := errors.AsType[*query.Error](err); wrong {
			continue // half-typed
		}
		if err != nil {
			return e, err
		}
		e.Clauses = append(e.Clauses, c)
	}
	return e, nil
}

// clause explains one part.
func (s *Store) clause(ctx context.Context, q Search) (Clause, error) {
	c := Clause{Text: q.Text}
	node, _, err := s.parse(ctx, q)
	if err != nil {
		return c, err
	}
	if c.Saved, err = s.savedIn(ctx, q); err != nil {
		return c, err
	}
	return withCatalog(ctx, s, "explain", func(cat *catalog.Catalog) (Clause, error) {
		found, err := (&Result{node: node, scope: q.Scope}).findIn(ctx, cat)
		if err != nil {
			return c, err
		}
		if c.Stories, err = found.Count(ctx); err != nil {
			return c, err
		}
		c.Parts, err = cat.Explain(ctx, node, maxLeaves)
		return c, err
	})
}

// savedIn returns the texts of the saved searches that a query names.
func (s *Store) savedIn(ctx context.Context, q Search) (texts []string, err error) {
	saved, err := s.savedTexts(ctx)
	if err != nil {
		return nil, err
	}
	_, err = query.Parse(q.Text, query.Options{Now: q.Now, Saved: func(name string) (string, bool) {
		text, ok := saved(name)
		if ok {
			texts = append(texts, locale.F("@%s is %s", name, text))
		}
		return text, ok
	}})
	return texts, err
}
