package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"dateline/feed"
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/feed/takes"
	"dateline/ui/cell"
	"dateline/ui/reason"
	"dateline/ui/revision"
)

func takesCommand(con *console) *cobra.Command {
	f := flags{console: con}
	cmd := &cobra.Command{
		Use:     "takes STORY",
		Short:   "print the takes of a story",
		Example: "  dateline takes ab3c",
		Long: "Print the takes of a story, the oldest first: the date, the tags, the number of words, the\n" +
			"headline, and why it is a take of this story. The mark › is at STORY itself.",
		Args: exactly(1, "STORY"),
	}
	f.bindReading(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		ctx := cmd.Context()
		return f.withStory(ctx, args[0], func(s *feed.Store, st *story.Story) error {
			list, err := s.Takes(ctx, st)
			if err != nil {
				return err
			}
			if f.json {
				return con.takesJSON(list)
			}
			return con.takes(ctx, s, list, st.ID)
		})
	}
	return cmd
}

// takeRowJSON is a take in a list of takes.
type takeRowJSON struct {
	rowJSON

	Why takes.Why `json:"why"` // empty for the first
}

// takesJSON prints takes as JSON.
func (c *console) takesJSON(list []feed.Take) error {
	for _, t := range list {
		if err := printJSON(c.out, takeRowJSON{newRowJSON(t.Row), t.Why}); err != nil {
			return err
		}
	}
	return nil
}

// takes prints takes, one per line, with a mark at the one that has the ID here.
func (c *console) takes(ctx context.Context, s *feed.Store, list []feed.Take, here story.ID) error {
	stories, err := s.Count(ctx)
	if err != nil {
		return err
	}
	t := c.newTable(stories)
	words, width, tagWidth := make([]string, len(list)), 0, 0
	for i := range list {
		r := &list[i].Row
		words[i] = locale.Count(r.Words) + " " + r.Unit()
		width, tagWidth = max(width, cell.Width(words[i])), max(tagWidth, cell.Width(revision.Name(&r.Headline)))
	}
	var b strings.Builder
	for i := range list {
		r, mark := &list[i].Row, ""
		if r.ID == here {
			mark = "›"
		}
		title := column{text: r.Headline.Title}
		if t.width > 0 { // the reason has the rest
			title.width = max(minTitle, (t.width-t.id-dateWidth-tagWidth-width)*3/5)
		}
		b.WriteString(line(t.width, column{mark, 1}, column{short(r.ID, t.id), t.id}, column{day(r.Date), dateWidth},
			column{revision.Name(&r.Headline), tagWidth}, column{cell.Right(words[i], width), width}, title, column{reason.Take(&list[i]), 0}))
	}
	_, err = c.out.WriteString(b.String())
	return err
}
