package main

import (
	"strings"

	"dateline/feed"
	"dateline/feed/catalog/search"
	"dateline/feed/locale"
	"dateline/ui/cell"
)

// explainJSON is an explanation of a query.
type explainJSON struct {
	Query   string       `json:"query"`
	Clauses []clauseJSON `json:"clauses"`
	Notes   []string     `json:"notes"`
	Stories int          `json:"stories"`
	Order   feed.Sort    `json:"order"`
}

// clauseJSON is a part of a query that must match.
type clauseJSON struct {
	Text    string         `json:"text"`
	Saved   []string       `json:"saved"`
	Stories int            `json:"stories"`
	Parts   []partOfClause `json:"parts"`
}

// partOfClause is what one part of a clause became.
type partOfClause struct {
	Text    string   `json:"text"`
	Kind    string   `json:"kind"`
	Forms   []string `json:"forms"`
	Not     bool     `json:"not"`
	Stories int      `json:"stories"`
}

// clauseWidth is the width of the column of clauses of an explanation, in cells.
const clauseWidth = 24

// numberWidth returns the width of the column of numbers of stories, in cells.
func numberWidth() int { return cell.Width(locale.N(99_999, "%s story", "%s stories")) }

// explain prints what each part of a query became and what it finds.
func (c *console) explain(query string, e feed.Explanation, json bool) error {
	if json {
		return printJSON(c.out, newExplainJSON(query, e))
	}
	var text strings.Builder
	for _, cl := range e.Clauses {
		text.WriteString(c.clause(cl))
	}
	text.WriteString(line(c.width, column{locale.T("all"), clauseWidth}, column{locale.N(e.Stories, "%s story", "%s stories"), numberWidth()}, column{orderName(e.Order), 0}))
	for _, r := range e.Remarks {
		text.WriteString(line(c.width, column{locale.T("note"), clauseWidth}, column{r.Text, 0}))
	}
	_, err := c.out.WriteString(text.String())
	return err
}

// orderName returns the order of what a search finds in words.
func orderName(o feed.Sort) string {
	switch o {
	case feed.Newest:
		return locale.T("newest first")
	case feed.Oldest:
		return locale.T("oldest first")
	case feed.Best:
		return locale.T("best first")
	}
	return string(o)
}

// clause returns the lines of a part that must match: what it became, or a line for
// each of its parts.
func (c *console) clause(cl feed.Clause) string {
	meaning := cl.Saved
	if len(cl.Parts) == 1 {
		meaning = append(meaning, cl.Parts[0].Means())
	}
	var text strings.Builder
	text.WriteString(line(c.width, column{cl.Text, clauseWidth}, column{locale.N(cl.Stories, "%s story", "%s stories"), numberWidth()}, column{strings.Join(meaning, "; "), 0}))
	if len(cl.Parts) == 1 {
		return text.String()
	}
	for _, p := range cl.Parts {
		name := p.Text
		if p.Not {
			name = locale.F("not %s", name)
		}
		text.WriteString(line(c.width, column{}, column{name, clauseWidth - 2}, column{locale.N(p.Stories, "%s story", "%s stories"), numberWidth()}, column{p.Means(), 0}))
	}
	return text.String()
}

func newExplainJSON(text string, e feed.Explanation) explainJSON {
	j := explainJSON{Query: text, Clauses: []clauseJSON{}, Notes: []string{}, Stories: e.Stories, Order: e.Order}
	for _, r := range e.Remarks {
		j.Notes = append(j.Notes, r.Text)
	}
	for _, cl := range e.Clauses {
		out := clauseJSON{Text: cl.Text, Saved: list(cl.Saved), Stories: cl.Stories, Parts: []partOfClause{}}
		for _, p := range cl.Parts {
			out.Parts = append(out.Parts, newPart(p))
		}
		j.Clauses = append(j.Clauses, out)
	}
	return j
}

func newPart(p search.Part) partOfClause {
	return partOfClause{Text: p.Text, Kind: p.Kind, Forms: list(p.Forms), Not: p.Not, Stories: p.Stories}
}
