package main

import (
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"dateline/feed"
	"dateline/feed/link"
	"dateline/feed/story"
)

func relatedCommand(con *console) *cobra.Command {
	f := flags{console: con}
	cmd := &cobra.Command{
		Use:   "related STORY",
		Short: "print the related headlines of a story",
		Example: "  dateline related ab3c\n" +
			"  dateline related --json ab3c | jq -r .headline",
		Long: "Print the related headlines of a story, numbered: how well each matches a story in the\n" +
			"archive (exact, normalised, version, cut, close or none), the ID of that story, and the\n" +
			"headline as it is listed. The stories that list this one follow, marked cites.",
		Args: exactly(1, "STORY"),
	}
	f.bindReading(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		ctx := cmd.Context()
		return f.withStory(ctx, args[0], func(s *feed.Store, st *story.Story) error {
			links, err := s.Related(ctx, st)
			if err != nil {
				return err
			}
			citing, err := s.CitedBy(ctx, st.ID)
			if err != nil {
				return err
			}
			if f.json {
				return con.relatedJSON(links, citing)
			}
			return con.related(ctx, s, links, citing)
		})
	}
	return cmd
}

// relatedJSON prints links and citing as JSON.
func (c *console) relatedJSON(links []feed.Link, citing []story.Row) error {
	all := newRelatedJSON(links)
	for _, r := range citing {
		all = append(all, newCitesJSON(r))
	}
	for _, j := range all {
		if err := printJSON(c.out, j); err != nil {
			return err
		}
	}
	return nil
}

// related prints links and the stories that cite this one, one per line. The other
// stories that match a link equally well follow it.
func (c *console) related(ctx context.Context, s *feed.Store, links []feed.Link, citing []story.Row) error {
	stories, err := s.Count(ctx)
	if err != nil {
		return err
	}
	t := c.newTable(stories)
	var lines []string
	for i, l := range links {
		var id story.ID
		if len(l.Targets) > 0 {
			id = l.Targets[0].ID
		}
		lines = append(lines, t.related(strconv.Itoa(i+1), l.Match, id, relatedText(&l)))
		for _, also := range l.Targets[min(1, len(l.Targets)):] {
			lines = append(lines, t.related("", "also", also.ID, also.Headline.Text))
		}
	}
	for _, r := range citing {
		lines = append(lines, t.related("", cites, r.ID, r.Headline.Text))
	}
	_, err = c.out.WriteString(strings.Join(lines, ""))
	return err
}

// relatedText returns the headline of l as it is listed, or that of its first target if it
// has none.
func relatedText(l *feed.Link) string {
	if len(l.Targets) > 0 && l.Related.IsBare() {
		return l.Targets[0].Headline.Text
	}
	return l.Related.Text
}

// matchWidth is the width of the longest class of match.
const matchWidth = len(link.Normalised)

// related returns the line of one link.
func (t table) related(number string, match link.Match, id story.ID, headline string) string {
	return line(t.width, column{number, 2}, column{string(match), matchWidth}, column{short(id, t.id), t.id}, column{headline, 0})
}
