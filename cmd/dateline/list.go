package main

import (
	"context"
	"iter"

	"github.com/spf13/cobra"

	"dateline/feed"
	"dateline/feed/story"
)

func listCommand(con *console) *cobra.Command {
	f := flags{console: con}
	var p picks
	cmd := &cobra.Command{
		Use:   "list",
		Short: "print the headlines, newest first",
		Example: "  dateline list -n 20\n" +
			"  dateline list -q \"is:unread place:seoul\" --json | jq -r .headline",
		Long: "Print the headlines, newest first: ID, date, tag, headline and place. A story has one line,\n" +
			"that of its newest take; ×3 says that there are three. Headlines are cut to the width of a\n" +
			"terminal, but not in a pipe. dateline help search explains queries.",
		Args: exactly(0, ""),
	}
	f.bindReading(cmd)
	p.bind(cmd, feed.Newest, feed.Oldest, feed.Best)
	_ = cmd.RegisterFlagCompletionFunc("query", f.completeQuery)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if err := p.check(cmd); err != nil {
			return err
		}
		return f.withArchive(cmd.Context(), func(s *feed.Store) error {
			sel, err := p.selection(cmd, s)
			if err != nil {
				return err
			}
			if err := con.list(cmd.Context(), s, take(sel.rows, p.limit), f.json); err != nil || f.json {
				return err
			}
			return con.sayCounts(cmd.Context(), sel.count)
		})
	}
	return cmd
}

// list prints rows, one per line.
func (c *console) list(ctx context.Context, s *feed.Store, rows iter.Seq2[story.Row, error], json bool) error {
	if json {
		return each(rows, func(r story.Row) error { return printJSON(c.out, newRowJSON(r)) })
	}
	stories, err := s.Count(ctx)
	if err != nil {
		return err
	}
	t := c.newTable(stories)
	return each(rows, func(r story.Row) error {
		_, err := c.out.WriteString(t.row(r))
		return err
	})
}
