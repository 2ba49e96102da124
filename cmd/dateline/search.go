package main

import (
	"context"
	"iter"
	"strings"

	"github.com/spf13/cobra"

	"dateline/feed"
	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/feed/query"
	"dateline/feed/story"
	"dateline/feed/term"
	"dateline/ui/cell"
)

func searchCommand(con *console) *cobra.Command {
	f := flags{console: con}
	var p picks
	cmd := &cobra.Command{
		Use:   "search QUERY...",
		Short: "print the stories that match a query, best first",
		Example: "  dateline search rate cut\n" +
			"  dateline search '\"rate cut\" place:seoul on:2024'\n" +
			"  dateline search --explain budg*",
		Long: "Print the stories that match a query, best first, each with a snippet. If more stories match\n" +
			"than can be ranked at once, they are printed newest first, unless --sort is given. With --json,\n" +
			"hits in the snippet stand between U+0002 and U+0003. Write -- before a QUERY that begins with -.",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 && !cmd.Flags().Changed("query") {
				return misuse(cmd, locale.T("needs a QUERY"))
			}
			return nil
		},
	}
	helpMore(cmd, manual)
	f.bindReading(cmd)
	p.bind(cmd, feed.Best, feed.Newest, feed.Oldest)
	_ = cmd.RegisterFlagCompletionFunc("query", f.completeQuery)
	explain := cmd.Flags().Bool("explain", false, locale.T("print what each part of the query became and finds"))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := p.check(cmd); err != nil {
			return err
		}
		text := strings.Join(args, " ")
		if p.query != "" {
			text = query.Add(text, p.query)
		}
		return f.withArchive(cmd.Context(), func(s *feed.Store) error {
			q := feed.Search{Text: text, Sort: feed.Sort(p.sort), Scope: p.scope()}
			if !cmd.Flags().Changed("sort") {
				q.Sort = feed.Auto
			}
			if *explain {
				e, err := s.Explain(cmd.Context(), q)
				if err != nil {
					return wrongQuery(cmd, text, err)
				}
				sayRemarks(cmd, e.Remarks)
				return con.explain(text, e, f.json)
			}
			r, err := runSearch(cmd, s, q)
			if err != nil {
				return err
			}
			n, err := con.search(cmd.Context(), s, r, take(r.All(cmd.Context(), q.Sort), p.limit), f.json)
			switch {
			case err != nil || n > 0 && f.json:
				return err
			case n > 0:
				return con.sayCounts(cmd.Context(), counting(r))
			}
			return con.suggest(cmd.Context(), s, text)
		})
	}
	return cmd
}

// manual returns a summary of the query language.
func manual() string {
	var b strings.Builder
	b.WriteString(locale.T("A QUERY consists of:") + "\n")
	for _, e := range query.Manual() {
		b.WriteString("  " + cell.Fit(e.Form, 28) + "  " + e.Means + "\n")
	}
	return strings.TrimRight(b.String(), "\n")
}

// snippetLength is the number of characters in a snippet.
const snippetLength = 160

// suggest prints a search that finds something, in the place of text, which does not.
func (c *console) suggest(ctx context.Context, s *feed.Store, text string) error {
	other, err := s.Suggest(ctx, feed.Search{Text: text})
	if err == nil && other != "" {
		c.say(locale.F("did you mean: %s", clean.Line(other)))
	}
	return err
}

// search prints hits, each as two lines or as JSON, and returns their number.
func (c *console) search(ctx context.Context, s *feed.Store, r *feed.Result, hits iter.Seq2[feed.Hit, error], json bool) (n int, err error) {
	stories, err := s.Count(ctx)
	if err != nil {
		return 0, err
	}
	t := c.newTable(stories)
	err = inPages(hits, hitPage, func(page []feed.Hit) error {
		n += len(page)
		ids := make([]story.ID, len(page))
		for i := range page {
			ids[i] = page[i].Row.ID
		}
		i := 0
		for st, err := range s.Stories(ctx, ids) {
			if err != nil && ctx.Err() != nil {
				return err
			}
			var snippet feed.Snippet
			if err == nil { // else the file disappeared after the search
				snippet = c.excerpt(r, st, json)
			}
			if err := c.hit(&t, page[i], snippet, json); err != nil {
				return err
			}
			i++
		}
		return nil
	})
	return n, err
}

// hitPage is the number of hits whose stories search reads together.
const hitPage = 32

// hit prints a hit.
func (c *console) hit(t *table, h feed.Hit, snippet feed.Snippet, json bool) error {
	if json {
		return printJSON(c.out, hitJSON{newRowJSON(h.Row), h.Score, marked(snippet, "\x02", "\x03")})
	}
	_, err := c.out.WriteString(t.row(h.Row) + c.snippet(snippet))
	return err
}

// excerpt returns the snippet of a story; on a terminal it fits on one line.
func (c *console) excerpt(r *feed.Result, st *story.Story, json bool) feed.Snippet {
	if json || c.width == 0 {
		return r.Excerpt(st, snippetLength)
	}
	room := max(1, c.width-len(indent))
	snippet := r.Excerpt(st, min(room, snippetLength))
	if cell.Width(snippet.Text) > room {
		snippet = r.Excerpt(st, room/2) // its characters are two cells wide
	}
	return snippet
}

// hitJSON is a story that a search found.
type hitJSON struct {
	rowJSON

	Score   float64 `json:"score"`
	Snippet string  `json:"snippet"`
}

// indent stands before a snippet.
const indent = "    "

// snippet returns the line below a headline, or nothing if s is empty.
func (c *console) snippet(s feed.Snippet) string {
	if s.Text == "" {
		return ""
	}
	if room := max(1, c.width-len(indent)); c.width > 0 && cell.Width(s.Text) > room {
		s.Text = cell.Cut(s.Text, room)
		s.Hits = before(s.Hits, len(s.Text)-len(cell.Ellipsis))
	}
	if c.theme == nil {
		return indent + s.Text + "\n"
	}
	pen := c.theme.Pens.Hit
	return indent + marked(s, pen.Open, pen.Close) + "\n"
}

// before returns the first spans that do not end after end.
func before(spans []term.Span, end int) []term.Span {
	for i, s := range spans {
		if s.End > end {
			return spans[:i]
		}
	}
	return spans
}

// marked returns the text of s with each hit between start and end.
func marked(s feed.Snippet, start, end string) string {
	var b strings.Builder
	at := 0
	for _, h := range s.Hits {
		b.WriteString(s.Text[at:h.Start] + start + s.Text[h.Start:h.End] + end)
		at = h.End
	}
	return b.String() + s.Text[at:]
}
