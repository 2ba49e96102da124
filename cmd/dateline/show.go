package main

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dateline/feed"
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/article"
	"dateline/ui/command"
	"dateline/ui/prose"
	"dateline/ui/theme"
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
	var format string
	cmd := &cobra.Command{
		Use:   "show STORY",
		Short: "print one story",
		Example: "  dateline show ab3c\n" +
			"  dateline show --format markdown wire/ferry.txt > ferry.md\n" +
			"  dateline list | fzf --preview 'dateline show --width 60 {1}'",
		Long: "Print one story: wrapped on a terminal, and in a pipe as agency copy, one paragraph a line,\n" +
			"unless --width or --color always is given.\n\n" +
			"STORY is an ID, the unique beginning of an ID, the path of a file in the archive or on\n" +
			"disk, or - for standard input. Nothing is saved about a file outside the archive.\n\n" +
			"--format json is --json. A page of HTML is complete and has no scripts.",
		Args: exactly(1, "STORY"),
	}
	f.bindReading(cmd)
	cmd.Flags().StringVar(&format, "format", showFormats[0], locale.F("`FORMAT` of the story: %s", strings.Join(showFormats, ", ")))
	completeFlag(cmd, "format", showFormats...)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		ctx := cmd.Context()
		switch {
		case !slices.Contains(showFormats, format):
			return misuse(cmd, locale.F("%s is %s, not %s", "--format", inWords(showFormats), format))
		case f.json && cmd.Flags().Changed("format") && format != "json":
			return misuse(cmd, locale.F("--json and --format %s do not go together", format))
		case f.json:
			format = "json"
		case format == "json":
			locale.Use(locale.English) // as flags do for --json
		}
		return f.withStory(ctx, args[0], func(s *feed.Store, st *story.Story) error {
			switch {
			case format == "markdown":
				return (&bundle{store: s, story: st}).markdown(ctx, con.out)
			case format == "html":
				return (&bundle{store: s, story: st}).html(ctx, con.out)
			case con.width == 0 && con.theme == nil && format == "text":
				return command.WriteCopy(ctx, con.out, s, st)
			}
			p, err := gather(ctx, s, st)
			if err != nil {
				return err
			}
			if format == "json" {
				return printJSON(con.out, newStoryJSON(p))
			}
			return con.show(p)
		})
	}
	return cmd
}

// The values of --format of show, the default first.
var showFormats = []string{"text", "markdown", "html", "json"}

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

// pipedWidth is the width of a story that is printed in color into a pipe.
const pipedWidth = 80

// show prints a story as the reader shows it.
func (c *console) show(p page) error {
	th := c.theme
	if th == nil {
		th = &theme.Theme{}
	}
	around := article.Around{Links: p.links, Cited: p.citedBy, Takes: p.takes, Notices: p.notices}
	width := c.width
	if width == 0 {
		width = pipedWidth
	}
	doc := article.Lay(p.story, around, width)
	for i := range doc.Len() {
		if _, err := c.out.WriteString(doc.Line(i, prose.Paint{Theme: th, Current: -1}) + "\n"); err != nil {
			return err
		}
	}
	return nil
}
