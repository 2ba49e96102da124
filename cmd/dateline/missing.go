package main

import (
	"cmp"
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"dateline/feed"
	"dateline/feed/locale"
	"dateline/feed/story"
)

func missingCommand(con *console) *cobra.Command {
	f := flags{console: con}
	limit := 0
	cmd := &cobra.Command{
		Use:     "missing",
		Short:   "print the headlines that stories list and that are not in the archive",
		Example: "  dateline missing -n 50",
		Long: "Print the related headlines and links that lead to no story of the archive, those that most\n" +
			"stories list first: the number of these stories and the headline, and below it the address\n" +
			"that a link has and up to three of the stories, the newest first.",
		Args: exactly(0, ""),
	}
	f.bindReading(cmd)
	cmd.Flags().IntVarP(&limit, "limit", "n", 20, locale.T("print at most `N` headlines; 0 prints all"))
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if limit < 0 {
			return misuse(cmd, locale.F("%s cannot be negative", "--limit"))
		}
		ctx := cmd.Context()
		return f.withArchive(ctx, func(s *feed.Store) error {
			list, err := s.Missing(ctx, limit)
			if err != nil {
				return err
			}
			if f.json {
				return con.missingJSON(list)
			}
			return con.missing(ctx, s, list)
		})
	}
	return cmd
}

// missingJSON prints list as JSON.
func (c *console) missingJSON(list []feed.Missing) error {
	for _, m := range list {
		j := struct {
			Headline string     `json:"headline"`
			Count    int        `json:"count"`
			CitedBy  []story.ID `json:"cited_by"`
			targetJSON
		}{Headline: m.Related.Text, Count: m.Count, targetJSON: newTargetJSON(&m.Related.Target)}
		for _, r := range m.By {
			j.CitedBy = append(j.CitedBy, r.ID)
		}
		if err := printJSON(c.out, j); err != nil {
			return err
		}
	}
	return nil
}

// citingShown is the number of stories below a headline that is missing.
const citingShown = 3

// missing prints list, a headline a line and below it stories that list it.
func (c *console) missing(ctx context.Context, s *feed.Store, list []feed.Missing) error {
	stories, err := s.Count(ctx)
	if err != nil {
		return err
	}
	id := idWidth(stories)
	for _, m := range list {
		lines := []string{line(c.width, column{strconv.Itoa(m.Count), 4}, column{m.Related.Text, 0})}
		if address := missingAddress(&m.Related); address != "" {
			lines = append(lines, line(c.width, column{"", 4}, column{address, 0}))
		}
		for _, r := range m.By[:min(citingShown, len(m.By))] {
			lines = append(lines, line(c.width, column{"", 4}, column{short(r.ID, id), id}, column{r.Headline.Text, 0}))
		}
		if _, err := c.out.WriteString(strings.Join(lines, "")); err != nil {
			return err
		}
	}
	return nil
}

// missingAddress returns the address that r has besides its headline, "" if it has none.
func missingAddress(r *story.Related) string {
	address := cmp.Or(r.Target.URL, r.Target.UID, r.Target.Path, r.Target.Name)
	if address == r.Text {
		return ""
	}
	return address
}
