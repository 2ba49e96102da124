package main

import (
	"cmp"
	"context"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"dateline/feed"
	"dateline/feed/locale"
	"dateline/feed/story"
)

func timelineCommand(con *console) *cobra.Command {
	f := flags{console: con}
	var add, cut []string
	cmd := &cobra.Command{
		Use:   "timeline STORY",
		Short: "print the time line of a story",
		Example: "  dateline timeline ab3c\n" +
			"  dateline timeline ab3c --add de4f",
		Long: "Print the stories of the same course of events, the oldest first: the date, the headline,\n" +
			"and why the story is there. The mark › is at the story itself. A story with several takes\n" +
			"is there once.\n\n" +
			"--add and --cut change the time line by hand, for both stories. Each undoes the other.",
		Args: exactly(1, "STORY"),
	}
	f.bindReading(cmd)
	cmd.Flags().StringArrayVar(&add, "add", nil, locale.T("put `STORY` into the time line, whatever ties it"))
	cmd.Flags().StringArrayVar(&cut, "cut", nil, locale.T("cut `STORY` from the time line"))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		ctx := cmd.Context()
		return f.withStory(ctx, args[0], func(s *feed.Store, st *story.Story) error {
			if err := setLines(ctx, s, st.ID, add, true); err != nil {
				return err
			}
			if err := setLines(ctx, s, st.ID, cut, false); err != nil {
				return err
			}
			entries, err := s.Timeline(ctx, st)
			if err != nil {
				return err
			}
			if f.json {
				return con.timelineJSON(entries)
			}
			return con.timeline(ctx, s, entries)
		})
	}
	return cmd
}

// setLines puts the stories that refs name into the time line of id, or cuts them from it.
func setLines(ctx context.Context, s *feed.Store, id story.ID, refs []string, joined bool) error {
	for _, ref := range refs {
		other, err := find(ctx, s, ref, false)
		if err != nil {
			return err
		}
		if err := s.SetLine(ctx, id, other, joined); err != nil {
			return err
		}
	}
	return nil
}

// entryJSON is a story of a time line.
type entryJSON struct {
	ID       story.ID   `json:"id"`
	Date     string     `json:"date,omitempty"`
	Headline string     `json:"headline"`
	Take     story.Take `json:"take"`
	Kind     story.Kind `json:"kind"`
	Why      string     `json:"why"`
	With     story.ID   `json:"with,omitempty"` // the entry that Why is about, if it is not the story itself
	Weight   float64    `json:"weight"`
	Here     bool       `json:"here"`
}

// timelineJSON prints entries as JSON.
func (c *console) timelineJSON(entries []feed.Entry) error {
	for _, e := range entries {
		j := entryJSON{
			ID: e.Row.ID, Date: e.Row.Date.String(), Headline: e.Row.Headline.Text, Take: e.Row.Headline.Take,
			Kind: cmp.Or(e.Row.Headline.Kind, story.Plain), Why: e.Reason.String(), Weight: math.Round(100*e.Weight) / 100, Here: e.Here,
		}
		if e.Reason.With != nil {
			j.With = e.Reason.With.ID
		}
		if err := printJSON(c.out, j); err != nil {
			return err
		}
	}
	return nil
}

// timeline prints entries, one per line.
func (c *console) timeline(ctx context.Context, s *feed.Store, entries []feed.Entry) error {
	stories, err := s.Count(ctx)
	if err != nil {
		return err
	}
	t := c.newTable(stories)
	var b strings.Builder
	for _, e := range entries {
		here := ""
		if e.Here {
			here = "›"
		}
		headline := column{text: e.Row.Headline.Text}
		if t.width > 0 { // the reason has the rest
			headline.width = max(minTitle, (t.width-t.id-dateWidth)*3/5)
		}
		b.WriteString(line(t.width, column{here, 1}, column{short(e.Row.ID, t.id), t.id}, column{day(e.Row.Date), dateWidth},
			headline, column{e.Reason.String(), 0}))
	}
	_, err = c.out.WriteString(b.String())
	return err
}
