package main

import (
	"errors"
	"fmt"
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"dateline/feed"
	"dateline/feed/clean"
	"dateline/feed/query"
	"dateline/feed/story"
)

// picks are the flags that select stories and their order.
type picks struct {
	query string
	limit int
	sort  string
	sorts []feed.Sort // the values of --sort, the default first
}

// bind adds the flags to cmd.
func (p *picks) bind(cmd *cobra.Command, sorts ...feed.Sort) {
	p.sorts = sorts
	names := make([]string, len(sorts))
	for i, s := range sorts {
		names[i] = string(s)
	}
	cmd.Flags().StringVarP(&p.query, "query", "q", "", "only stories that match `QUERY`; @NAME is a saved search")
	cmd.Flags().IntVarP(&p.limit, "limit", "n", 0, "print at most `N` stories; 0 prints all")
	cmd.Flags().StringVar(&p.sort, "sort", names[0], "`ORDER` of the stories: "+strings.Join(names, ", "))
}

// check returns an error for a wrong value.
func (p *picks) check(cmd *cobra.Command) error {
	for _, s := range p.sorts {
		if p.sort != string(s) {
			continue
		}
		if p.limit < 0 {
			return misuse(cmd, "--limit cannot be negative")
		}
		return nil
	}
	last := len(p.sorts) - 1
	values := make([]string, last)
	for i, s := range p.sorts[:last] {
		values[i] = string(s)
	}
	return misuse(cmd, fmt.Sprintf("--sort is %s or %s, not %s", strings.Join(values, ", "), p.sorts[last], p.sort))
}

// rows returns the stories that p selects, in its order. Without a query it returns
// all stories, and Best is the same as Newest.
func (p *picks) rows(cmd *cobra.Command, s *feed.Store) (iter.Seq2[story.Row, error], error) {
	sort := feed.Sort(p.sort)
	switch {
	case p.query == "" && sort == feed.Oldest:
		return oldest(cmd.Context(), s), nil
	case p.query == "":
		return s.All(cmd.Context()), nil
	}
	r, err := runSearch(cmd, s, feed.Search{Text: p.query, Sort: sort})
	if err != nil {
		return nil, err
	}
	return func(yield func(story.Row, error) bool) {
		for h, err := range r.All(cmd.Context(), sort) {
			if !yield(h.Row, err) {
				return
			}
		}
	}, nil
}

// runSearch searches s and says how parts of the query were read that are not what they
// seem. A mistake in the query is wrong usage of cmd.
func runSearch(cmd *cobra.Command, s *feed.Store, q feed.Search) (*feed.Result, error) {
	r, err := s.Search(cmd.Context(), q)
	if err != nil {
		return nil, wrongQuery(cmd, q.Text, err)
	}
	sayRemarks(cmd, r.Remarks)
	return r, nil
}

// wrongQuery returns err; if it is a mistake in a query, as wrong usage of cmd.
func wrongQuery(cmd *cobra.Command, text string, err error) error {
	wrong, ok := errors.AsType[*query.Error](err)
	if !ok {
		return err
	}
	at := 1 + utf8.RuneCountInString(text[:wrong.Start])
	return misuse(cmd, fmt.Sprintf("%v, at character %d of: %s", wrong, at, clean.Line(text)))
}

func sayRemarks(cmd *cobra.Command, remarks []query.Remark) {
	for _, r := range remarks {
		_, _ = fmt.Fprintf(cmd.ErrOrStderr(), "dateline: %s\n", clean.Line(r.Text))
	}
}
