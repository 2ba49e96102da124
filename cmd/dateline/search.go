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
	"dateline/feed/query"
	"dateline/feed/story"
	"dateline/feed/term"
	"dateline/ui/cell"
	"dateline/ui/theme"
)

// picks are the flags that choose stories: which, how many, in which order.
type picks struct {
	query string
	limit int
	sort  string
	sorts []feed.Sort // what --sort knows, the default first
}

func (p *picks) bind(cmd *cobra.Command, sorts ...feed.Sort) {
	p.sorts = sorts
	names := make([]string, len(sorts))
	for i, s := range sorts {
		names[i] = string(s)
	}
	cmd.Flags().StringVarP(&p.query, "query", "q", "", "only stories that `QUERY` finds; @NAME is a saved search")
	cmd.Flags().IntVarP(&p.limit, "limit", "n", 0, "print at most `N` stories")
	cmd.Flags().StringVar(&p.sort, "sort", names[0], "`ORDER` of the stories: "+strings.Join(names, ", "))
}

// check finds mistakes and makes a limit that was not given one that never
// is reached.
func (p *picks) check(cmd *cobra.Command) error {
	for _, s := range p.sorts {
		if p.sort != string(s) {
			continue
		}
		switch {
		case p.limit < 0:
			return misuse(cmd, "--limit cannot be negative")
		case !cmd.Flags().Changed("limit"):
			p.limit = -1
		}
		return nil
	}
	last := len(p.sorts) - 1
	known := make([]string, last)
	for i, s := range p.sorts[:last] {
		known[i] = string(s)
	}
	return misuse(cmd, fmt.Sprintf("--sort knows %s and %s, not %s", strings.Join(known, ", "), p.sorts[last], p.sort))
}

func searchCommand(con *console) *cobra.Command {
	var f flags
	var p picks
	cmd := &cobra.Command{
		Use:   "search QUERY...",
		Short: "print the stories that a query finds, best first",
		Long: "Print the stories that a query finds, best first, each with the part of it that tells most.\n" +
			"In --json, hits in the snippet stand between U+0002 and U+0003. Write -- before a QUERY that\n" +
			"begins with -.\n\n" + manual(),
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 && !cmd.Flags().Changed("query") {
				return misuse(cmd, "needs a QUERY")
			}
			return nil
		},
	}
	f.bind(cmd)
	p.bind(cmd, feed.Best, feed.Newest, feed.Oldest)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := p.check(cmd); err != nil {
			return err
		}
		text := strings.Join(args, " ")
		if p.query != "" {
			text = query.Add(text, p.query)
		}
		return con.withArchive(cmd.Context(), f.archive, func(s *feed.Store) error {
			r, err := found(cmd, s, feed.Search{Text: text, Sort: feed.Sort(p.sort)})
			if err != nil {
				return err
			}
			return con.search(cmd.Context(), s, r, take(r.All(cmd.Context(), feed.Sort(p.sort)), p.limit), f.json)
		})
	}
	return cmd
}

// manual is the language of queries in short.
func manual() string {
	var b strings.Builder
	b.WriteString("A QUERY is made of:\n")
	for _, e := range query.Manual() {
		b.WriteString("  " + cell.Fit(e.Form, 28) + "  " + e.Means + "\n")
	}
	return strings.TrimRight(b.String(), "\n")
}

// found searches; a mistake in the query is one in the call of cmd, and says
// where it stands.
func found(cmd *cobra.Command, s *feed.Store, q feed.Search) (*feed.Result, error) {
	r, err := s.Search(cmd.Context(), q)
	if wrong, ok := errors.AsType[*query.Error](err); ok {
		at := 1 + utf8.RuneCountInString(q.Text[:wrong.Start])
		return nil, misuse(cmd, fmt.Sprintf("%v, at character %d of: %s", wrong, at, clean.Line(q.Text)))
	}
	return r, err
}

// snippetLength is how many characters of a story stand below its headline.
const snippetLength = 160

// search prints hits: two lines each, or JSON.
func (c *console) search(ctx context.Context, s *feed.Store, r *feed.Result, hits iter.Seq2[feed.Hit, error], json bool) error {
	counts, err := s.Counts(ctx)
	if err != nil {
		return err
	}
	t := table{width: c.width, id: idWidth(counts.Stories)}
	return each(hits, func(h feed.Hit) error {
		snippet, err := c.excerpt(ctx, r, h.Row.ID, json)
		if err != nil {
			if ctx.Err() != nil {
				return err
			}
			snippet = feed.Snippet{} // the file went since it was found
		}
		if json {
			return printJSON(c.out, hitJSON{newRowJSON(h.Row), h.Score, marked(snippet, "\x02", "\x03")})
		}
		_, err = c.out.WriteString(t.row(h.Row) + c.snippet(snippet))
		return err
	})
}

// excerpt is the part of a story that tells most, on a terminal as long as
// its line.
func (c *console) excerpt(ctx context.Context, r *feed.Result, id story.ID, json bool) (feed.Snippet, error) {
	if json || c.width == 0 {
		return r.Snippet(ctx, id, snippetLength)
	}
	room := max(1, c.width-len(indent))
	snippet, err := r.Snippet(ctx, id, min(room, snippetLength))
	if err == nil && cell.Width(snippet.Text) > room {
		snippet, err = r.Snippet(ctx, id, room/2) // of characters that fill two cells
	}
	return snippet, err
}

// hitJSON is a story that was searched for.
type hitJSON struct {
	rowJSON

	Score   float64 `json:"score"`
	Snippet string  `json:"snippet"`
}

// indent stands before a snippet.
const indent = "    "

// snippet is the line below a headline; empty where there is nothing to show.
func (c *console) snippet(s feed.Snippet) string {
	if s.Text == "" {
		return ""
	}
	if c.width == 0 {
		return indent + s.Text + "\n"
	}
	if room := max(1, c.width-len(indent)); cell.Width(s.Text) > room {
		s.Text = cell.Cut(s.Text, room)
		s.Hits = before(s.Hits, len(s.Text)-len(cell.Ellipsis))
	}
	pen := theme.New(true).Pens.Hit
	return indent + marked(s, pen.Open, pen.Close) + "\n"
}

// before are the spans that end no later than end.
func before(spans []term.Span, end int) []term.Span {
	for i, s := range spans {
		if s.End > end {
			return spans[:i]
		}
	}
	return spans
}

// marked is the text of a snippet with each hit between two strings.
func marked(s feed.Snippet, open, shut string) string {
	var b strings.Builder
	at := 0
	for _, h := range s.Hits {
		b.WriteString(s.Text[at:h.Start] + open + s.Text[h.Start:h.End] + shut)
		at = h.End
	}
	return b.String() + s.Text[at:]
}
