package main

import (
	"context"
	"iter"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dateline/feed"
	"dateline/feed/story"
)

func listCommand(con *console) *cobra.Command {
	var f flags
	var p picks
	cmd := &cobra.Command{
		Use:   "list",
		Short: "print the headlines, newest first",
		Long: "Print the headlines, newest first: ID, date, tag, headline and place. On a terminal\n" +
			"the headline is cut to its width; in a pipe it is whole. dateline help search explains\n" +
			"what a QUERY can be.",
		Args: exactly(0, ""),
	}
	f.bind(cmd)
	p.bind(cmd, feed.Newest, feed.Oldest, feed.Best)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if err := p.check(cmd); err != nil {
			return err
		}
		return con.withArchive(cmd.Context(), f.archive, func(s *feed.Store) error {
			rows, err := p.rows(cmd, s)
			if err != nil {
				return err
			}
			return con.list(cmd.Context(), s, take(rows, p.limit), f.json)
		})
	}
	return cmd
}

// rows are the stories that p picks, in its order. Without a query they are
// all of the archive, of which none is better than another.
func (p *picks) rows(cmd *cobra.Command, s *feed.Store) (iter.Seq2[story.Row, error], error) {
	sort := feed.Sort(p.sort)
	switch {
	case p.query == "" && sort == feed.Oldest:
		return oldest(cmd.Context(), s), nil
	case p.query == "":
		return s.All(cmd.Context()), nil
	}
	r, err := found(cmd, s, feed.Search{Text: p.query, Sort: sort})
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

// list prints rows, a line each.
func (c *console) list(ctx context.Context, s *feed.Store, rows iter.Seq2[story.Row, error], json bool) error {
	if json {
		return each(rows, func(r story.Row) error { return printJSON(c.out, newRowJSON(r)) })
	}
	counts, err := s.Counts(ctx)
	if err != nil {
		return err
	}
	t := table{width: c.width, id: idWidth(counts.Stories)}
	return each(rows, func(r story.Row) error {
		_, err := c.out.WriteString(t.row(r))
		return err
	})
}

// each hands every row to do, until one fails.
func each[T any](rows iter.Seq2[T, error], do func(T) error) error {
	for r, err := range rows {
		if err != nil {
			return err
		}
		if err := do(r); err != nil {
			return err
		}
	}
	return nil
}

// take ends rows after the first n; below 0 it takes all.
func take[T any](rows iter.Seq2[T, error], n int) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		if n == 0 {
			return
		}
		left := n
		for r, err := range rows {
			if left--; !yield(r, err) || left == 0 {
				return
			}
		}
	}
}

// window is how many rows are in memory at once while a list is printed.
const window = 500

// oldest yields every row from the bottom of the list up.
func oldest(ctx context.Context, s *feed.Store) iter.Seq2[story.Row, error] {
	return func(yield func(story.Row, error) bool) {
		var from story.Key
		for {
			rows, err := s.Rows(ctx, from, -window)
			if err != nil {
				yield(story.Row{}, err)
				return
			}
			for _, r := range slices.Backward(rows) {
				if !yield(r, nil) {
					return
				}
			}
			if len(rows) < window {
				return
			}
			from = rows[0].Key()
		}
	}
}

// table lays rows out in columns. Width is that of the terminal, 0 in a pipe.
type table struct{ width, id int }

// The columns in cells; the headline has the rest, and at least leastTitle
// beside a place.
const (
	dateWidth  = 10
	tagWidth   = 10
	placeWidth = 14
	leastTitle = 40
)

// idWidth is how much of an ID is shown: eight characters until two stories
// that share them become likely.
func idWidth(stories int) int {
	if stories > 100_000 {
		return len(story.NewID(""))
	}
	return 8
}

// row is the line of r.
func (t table) row(r story.Row) string {
	title := r.Headline.Title
	if title == "" {
		title = r.Headline.Text
	}
	columns := []column{
		{short(r.ID, t.id), t.id},
		{day(r.Date), dateWidth},
		{strings.Join(r.Headline.Tags, ", "), tagWidth},
		{title, 0},
		{strings.Join(r.Places, "/"), 0},
	}
	if t.width > 0 {
		columns = t.fit(columns)
	}
	return line(t.width, columns...)
}

// fit divides the terminal between headline and place; a narrow one has no
// room for the place.
func (t table) fit(columns []column) []column {
	room := t.width - t.id - dateWidth - tagWidth - placeWidth - 2*(len(columns)-1)
	if room < leastTitle {
		return columns[:len(columns)-1]
	}
	columns[3].width, columns[4].width = room, placeWidth
	return columns
}

// short is the beginning of an ID.
func short(id story.ID, width int) string { return string(id[:min(width, len(id))]) }

// day is a date without its time.
func day(d story.Date) string {
	s, _, _ := strings.Cut(d.String(), "T")
	return s
}
