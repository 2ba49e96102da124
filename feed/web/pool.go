package web

import (
	"dateline/feed/link"
	"dateline/feed/story"
)

// pool has the rows that a title may point at.
type pool struct {
	rows    []story.Row
	choices map[string]*link.Choice // by the text of the headline: what differs in tags
}

func newPool(rows []story.Row) *pool { return &pool{rows: rows} }

// span returns the times of the first and the last row.
func (p *pool) span() (first, last int64) {
	for i := range p.rows {
		unix := p.rows[i].Date.Unix()
		if i == 0 {
			first, last = unix, unix
		}
		first, last = min(first, unix), max(last, unix)
	}
	return first, last
}

// pick resolves headline, which from lists, among the rows.
func (p *pool) pick(headline story.Headline, from link.Candidate) ([]story.Row, link.Match) {
	if len(p.rows) == 0 {
		return nil, link.None
	}
	c, ok := p.choices[headline.Text]
	if !ok {
		c = p.choice(headline)
	}
	match, ids := c.For(from)
	targets := make([]story.Row, 0, len(ids))
	for _, id := range ids {
		for i := range p.rows {
			if p.rows[i].ID == id {
				targets = append(targets, p.rows[i])
				break
			}
		}
	}
	return targets, match
}

// choice returns a new choice of headline and keeps it.
func (p *pool) choice(headline story.Headline) *link.Choice {
	candidates := make([]link.Candidate, len(p.rows))
	for i := range p.rows {
		candidates[i] = link.CandidateOf(&p.rows[i])
	}
	c := link.NewChoice(headline, candidates)
	if p.choices == nil {
		p.choices = map[string]*link.Choice{}
	}
	p.choices[headline.Text] = c
	return c
}
