package web

import (
	"sort"

	"dateline/feed/catalog"
	"dateline/feed/link"
	"dateline/feed/story"
)

// pool has the rows that a title may point at.
type pool struct {
	rows    []story.Row
	choices map[string]*link.Choice // by the text of the headline: what differs in tags

	whole *pool // of which this is a part, or nil
	at    int   // its place in whole
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
	match, ids := p.choice(headline).For(from)
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

// choice returns the choice of headline among the rows.
func (p *pool) choice(headline story.Headline) *link.Choice {
	if p.whole != nil {
		return p.whole.choice(headline).Part(p.at, p.at+len(p.rows))
	}
	if c, ok := p.choices[headline.Text]; ok {
		return c
	}
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

// run has all stories of a title between two moments, newest first.
type run struct {
	pool           pool
	reach          int  // the number of stories on each side of a moment that were asked for
	newest, oldest bool // no story is newer, or older, than those of the pool
}

// around returns the stories nearest to date as Catalog.Targets does, nil if the run does not have all of them.
func (r *run) around(date story.Date) *pool {
	rows, unix := r.pool.rows, date.Unix()
	at := sort.Search(len(rows), func(i int) bool { return rows[i].Date.Unix() < unix })
	first, last := at-catalog.MaxSame, at+catalog.MaxSame
	if first < 0 && !r.newest || last > len(rows) && !r.oldest {
		return nil
	}
	first, last = max(first, 0), min(last, len(rows))
	return &pool{rows: rows[first:last], whole: &r.pool, at: first}
}
