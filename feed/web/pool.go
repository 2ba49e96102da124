package web

import (
	"sort"

	"dateline/feed/catalog"
	"dateline/feed/link"
	"dateline/feed/story"
)

// pool has the rows that a title may point at.
type pool struct {
	rows       []story.Row
	choices    map[string]*link.Choice // by the text of the headline: what differs in tags
	candidates []link.Candidate        // the rows, once named has been called

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
	return p.withIDs(ids), match
}

// withIDs returns the rows with those IDs, in their order.
func (p *pool) withIDs(ids []story.ID) []story.Row {
	rows := make([]story.Row, 0, len(ids))
	for _, id := range ids {
		for i := range p.rows {
			if p.rows[i].ID == id {
				rows = append(rows, p.rows[i])
				break
			}
		}
	}
	return rows
}

// named returns the rows that t, of the story from, names in one way.
func (p *pool) named(t *story.Target, by link.By, from link.Candidate) []story.Row {
	if len(p.rows) == 0 {
		return nil
	}
	if p.candidates == nil {
		p.candidates = link.CandidatesOf(p.rows)
	}
	return p.withIDs(link.Named(t, by, from, p.candidates))
}

// choice returns the choice of headline among the rows.
func (p *pool) choice(headline story.Headline) *link.Choice {
	if p.whole != nil {
		return p.whole.choice(headline).Part(p.at, p.at+len(p.rows))
	}
	if c, ok := p.choices[headline.Text]; ok {
		return c
	}
	c := link.NewChoice(headline, link.CandidatesOf(p.rows))
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
	rows := r.pool.rows
	at := older(rows, date)
	first, last := at-catalog.MaxSame, at+catalog.MaxSame
	if first < 0 && !r.newest || last > len(rows) && !r.oldest {
		return nil
	}
	first, last = max(first, 0), min(last, len(rows))
	return &pool{rows: rows[first:last], whole: &r.pool, at: first}
}

// older returns the index of the first of rows, which are newest first, that is older than date.
func older(rows []story.Row, date story.Date) int {
	unix := date.Unix()
	return sort.Search(len(rows), func(i int) bool { return rows[i].Date.Unix() < unix })
}
