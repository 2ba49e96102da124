package main

import (
	"context"
	"io"
	"os"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/spf13/cobra"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/feed/wire"
	"dateline/ui/article"
	"dateline/ui/prose"
	"dateline/ui/theme"
	"dateline/ui/when"
)

// page is a story, its links, the stories that cite it, its takes, and its corrections and
// kills.
type page struct {
	story   *story.Story
	row     story.Row
	links   []feed.Link
	citedBy []story.Row
	takes   []feed.Take
	notices feed.Notices

	mentions map[int][]story.Row // by the number of the paragraph
}

func showCommand(con *console) *cobra.Command {
	f := flags{console: con}
	cmd := &cobra.Command{
		Use:   "show STORY",
		Short: "print one story",
		Long: "Print one story: wrapped on a terminal, and in a pipe as agency copy, one paragraph a line.\n\n" +
			"STORY is an ID, the unique beginning of an ID, the path of a file in the archive or on\n" +
			"disk, or - for standard input. Nothing is saved about a file outside the archive.",
		Args: exactly(1, "STORY"),
	}
	f.bindReading(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		ctx := cmd.Context()
		return f.withStory(ctx, args[0], func(s *feed.Store, st *story.Story) error {
			if con.width == 0 && !f.json {
				return con.showCopy(ctx, s, st)
			}
			p, err := gather(ctx, s, st)
			if err != nil {
				return err
			}
			if f.json {
				return printJSON(con.out, newStoryJSON(p))
			}
			return con.show(p)
		})
	}
	return cmd
}

// gather returns the page of st.
func gather(ctx context.Context, s *feed.Store, st *story.Story) (p page, err error) {
	p.story = st
	if p.row, err = s.RowOf(ctx, st); err != nil {
		return p, err
	}
	if p.links, err = s.Related(ctx, st); err != nil {
		return p, err
	}
	if p.citedBy, err = s.CitedBy(ctx, st.ID); err != nil {
		return p, err
	}
	if p.takes, err = s.Takes(ctx, st); err != nil {
		return p, err
	}
	if p.mentions, err = s.Mentions(ctx, st); err != nil {
		return p, err
	}
	p.notices, err = s.Notices(ctx, st)
	return p, err
}

// showCopy prints a story as agency copy. Above it stand, as notes to editors, what corrects or
// kills it, and until when it is under embargo.
func (c *console) showCopy(ctx context.Context, s *feed.Store, st *story.Story) (err error) {
	var around article.Around
	if around.Notices, err = s.Notices(ctx, st); err != nil {
		return err
	}
	if around.Links, err = s.Related(ctx, st); err != nil {
		return err
	}
	notes := article.Banners(st, &around)
	if held := when.Held(feed.ReadEmbargo(st), time.Now()); held != "" {
		notes = append(notes, held)
	}
	for _, note := range notes {
		if _, err := io.WriteString(c.out, "(Eds: "+note+")\n"); err != nil {
			return err
		}
	}
	_, err = c.out.WriteString(wire.Format(st))
	return err
}

// show prints a story as the reader shows it, in the colors of the terminal.
func (c *console) show(p page) error {
	th := theme.New(true)
	around := article.Around{Links: p.links, Cited: p.citedBy, Takes: p.takes, Notices: p.notices}
	doc := article.Lay(p.story, around, c.width)
	out := &colorprofile.Writer{Forward: c.out, Profile: colorprofile.Detect(os.Stdout, os.Environ())}
	for i := range doc.Len() {
		if _, err := io.WriteString(out, doc.Line(i, prose.Paint{Theme: &th, Current: -1})+"\n"); err != nil {
			return err
		}
	}
	return nil
}
