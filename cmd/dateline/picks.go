package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"dateline/feed"
	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/feed/query"
	"dateline/feed/story"
)

// picks are the flags that select stories and their order.
type picks struct {
	query string
	limit int
	sort  string
	sorts []feed.Sort // the values of --sort, the default first
	takes bool        // every take of a story, not only the newest
}

// bind adds the flags to cmd.
func (p *picks) bind(cmd *cobra.Command, sorts ...feed.Sort) {
	p.sorts = sorts
	names := make([]string, len(sorts))
	for i, s := range sorts {
		names[i] = string(s)
	}
	cmd.Flags().StringVarP(&p.query, "query", "q", "", locale.T("only stories that match `QUERY`; @NAME is a saved search"))
	cmd.Flags().BoolVar(&p.takes, "takes", false, locale.T("every take of a story, not only the newest"))
	cmd.Flags().IntVarP(&p.limit, "limit", "n", 0, locale.T("print at most `N` stories; 0 prints all"))
	cmd.Flags().StringVar(&p.sort, "sort", names[0], locale.F("`ORDER` of the stories: %s", strings.Join(names, ", ")))
	completeFlag(cmd, "sort", names...)
}

// check returns an error for a wrong value.
func (p *picks) check(cmd *cobra.Command) error {
	for _, s := range p.sorts {
		if p.sort != string(s) {
			continue
		}
		if p.limit < 0 {
			return misuse(cmd, locale.F("%s cannot be negative", "--limit"))
		}
		return nil
	}
	values := make([]string, len(p.sorts))
	for i, s := range p.sorts {
		values[i] = string(s)
	}
	return misuse(cmd, locale.F("%s is %s, not %s", "--sort", inWords(values), p.sort))
}

// scope returns what is a row.
func (p *picks) scope() feed.Scope {
	if p.takes {
		return feed.Files
	}
	return feed.Stories
}

// selection is the stories that picks select.
type selection struct {
	rows  iter.Seq2[story.Row, error]
	count func(context.Context) (stories, files int, err error)
}

// selection returns the stories that p selects, in its order. Without a query it returns
// all stories, and Best is the same as Newest.
func (p *picks) selection(cmd *cobra.Command, s *feed.Store) (selection, error) {
	sort := feed.Sort(p.sort)
	all := selection{count: func(ctx context.Context) (int, int, error) {
		n, err := s.Counts(ctx, p.scope())
		return n.Stories, n.Files, err
	}}
	switch {
	case p.query == "" && sort == feed.Oldest:
		all.rows = oldest(cmd.Context(), s.List(p.scope()))
		return all, nil
	case p.query == "":
		all.rows = feed.All(cmd.Context(), s.List(p.scope()))
		return all, nil
	}
	r, err := runSearch(cmd, s, feed.Search{Text: p.query, Sort: sort, Scope: p.scope()})
	if err != nil {
		return selection{}, err
	}
	rows := func(yield func(story.Row, error) bool) {
		for h, err := range r.All(cmd.Context(), sort) {
			if !yield(h.Row, err) {
				return
			}
		}
	}
	return selection{rows, counting(r)}, nil
}

// counting returns a function that counts what r has found.
func counting(r *feed.Result) func(context.Context) (stories, files int, err error) {
	return func(ctx context.Context) (stories, files int, err error) {
		if stories, err = r.Count(ctx); err != nil {
			return 0, 0, err
		}
		files, err = r.Takes(ctx)
		return stories, files, err
	}
}

// sayCounts says how many stories and files were found, to people, where the two differ.
func (c *console) sayCounts(ctx context.Context, of func(context.Context) (stories, files int, err error)) error {
	if c.width == 0 {
		return nil
	}
	stories, files, err := of(ctx)
	if err == nil && stories != files {
		c.say(locale.In("count").F("%s in %s", locale.N(stories, "%s story", "%s stories"), locale.N(files, "%s file", "%s files")))
	}
	return err
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
	return misuse(cmd, locale.F("%v, at character %d of: %s", wrong, at, clean.Line(text)))
}

func sayRemarks(cmd *cobra.Command, remarks []query.Remark) {
	for _, r := range remarks {
		_, _ = fmt.Fprintf(cmd.ErrOrStderr(), "dateline: %s\n", clean.Line(r.Text))
	}
}
