package main

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/cell"
)

func whyCommand(con *console) *cobra.Command {
	f := flags{console: con}
	cmd := &cobra.Command{
		Use:     "why STORY",
		Short:   "print how a story was read",
		Example: "  dateline why ab3c",
		Long: "Print how a story was read: each part of the story, with its lines in the file and its\n" +
			"text; then each candidate for the date, with its weight, the evidence, and why it lost.\n" +
			"The heaviest candidate that did not lose is the date.",
		Args: exactly(1, "STORY"),
	}
	f.bindReading(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		ctx := cmd.Context()
		return f.withStory(ctx, args[0], func(s *feed.Store, st *story.Story) error {
			r, err := s.Why(ctx, st.ID)
			if err != nil {
				return err
			}
			if f.json {
				return printJSON(con.out, newWhyJSON(r))
			}
			return con.why(r)
		})
	}
	return cmd
}

// The widths of the columns of why, in cells.
const (
	spanWidth   = 9
	partWidth   = 13
	weightWidth = 3
)

// why prints the parts of a story, a blank line and the candidates for its date.
func (c *console) why(r feed.Reading) error {
	var text strings.Builder
	for _, p := range r.Parts {
		text.WriteString(line(c.width, column{span(p.Span), spanWidth}, column{p.Name, partWidth}, column{p.Text, 0}))
	}
	if len(r.Candidates) > 0 {
		text.WriteString("\n")
	}
	for _, d := range r.Candidates {
		text.WriteString(c.candidate(d))
	}
	_, err := c.out.WriteString(text.String())
	return err
}

// candidate returns a candidate for the date. Why it lost is below the evidence if the
// terminal has no room beside it.
func (c *console) candidate(d story.Candidate) string {
	row := func(day, weight, text string) string {
		return line(c.width, column{day, dateWidth}, column{weight, weightWidth}, column{text, 0})
	}
	on, weight := day(d.Date), strconv.Itoa(d.Weight)
	if d.Lost == "" {
		return row(on, weight, d.Evidence)
	}
	both := d.Evidence + " (" + d.Lost + ")"
	if room := c.width - dateWidth - weightWidth - 2*len("  "); c.width == 0 || cell.Width(both) <= room {
		return row(on, weight, both)
	}
	return row(on, weight, d.Evidence) + row("", "", "("+d.Lost+")")
}

// span returns the numbers of the lines of a span: "3" or "3-5".
func span(s story.Span) string {
	switch {
	case s.First == 0:
		return ""
	case s.Last <= s.First:
		return strconv.Itoa(s.First)
	}
	return strconv.Itoa(s.First) + "-" + strconv.Itoa(s.Last)
}

// whyJSON is how a story was read.
type whyJSON struct {
	ID         story.ID        `json:"id"`
	Path       string          `json:"path"`
	Lines      []partJSON      `json:"lines"`
	Date       string          `json:"date,omitempty"`
	DateFrom   story.DateFrom  `json:"date_from"`
	Candidates []candidateJSON `json:"candidates"`
}

// partJSON is a run of lines and the part that they were read as.
type partJSON struct {
	First int    `json:"first"`
	Last  int    `json:"last"`
	Part  string `json:"part"`
	Text  string `json:"text"`
}

// candidateJSON is a candidate for the date. Lost is empty for the date itself.
type candidateJSON struct {
	Date     string         `json:"date,omitempty"`
	DateFrom story.DateFrom `json:"date_from,omitempty"`
	Evidence string         `json:"evidence"`
	Weight   int            `json:"weight"`
	Lost     string         `json:"lost"`
}

func newWhyJSON(r feed.Reading) whyJSON {
	st := r.Story
	j := whyJSON{ID: st.ID, Path: st.Path, Lines: []partJSON{}, Date: st.Date.String(), DateFrom: cmp.Or(st.Date.From, story.FromNothing), Candidates: []candidateJSON{}}
	for _, p := range r.Parts {
		j.Lines = append(j.Lines, partJSON{p.Span.First, p.Span.Last, p.Name, p.Text})
	}
	for _, c := range r.Candidates {
		j.Candidates = append(j.Candidates, candidateJSON{c.Date.String(), c.Date.From, c.Evidence, c.Weight, c.Lost})
	}
	return j
}
