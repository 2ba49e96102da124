package article

import (
	"slices"

	"dateline/feed/locale"
	"dateline/ui/intent"
	"dateline/ui/prose"
	"dateline/ui/revision"
)

// news is the text that is new since an older take which the reader knows. A bar in the
// margin marks its lines.
type news struct {
	since    string // the name of that take; "" for none
	spans    []revision.Span
	passages []passage // on the lines of this width
	current  int       // the passage that the reader went to, counted from 1; 0 for none
}

// passage is the first and the last of some lines that are new.
type passage struct{ first, last int }

// ShowNew marks what is new since an older take. No line moves.
func (p *Page) ShowNew(since string, spans []revision.Span) {
	p.news = news{since: since, spans: spans}
	p.layNews()
}

// HasNew reports whether something is marked as new.
func (p *Page) HasNew() bool { return len(p.news.passages) > 0 }

// layNews finds the lines that are new. Those with only blank lines between them are one
// passage.
func (p *Page) layNews() {
	n := &p.news
	n.passages, n.current = nil, 0
	if p.doc == nil || p.veil.on || len(n.spans) == 0 {
		return
	}
	items := p.itemsOf()
	for _, s := range n.spans {
		item, ok := items[s.Block+1]
		if !ok {
			continue
		}
		first := p.doc.LineOf(prose.Place{Item: item, Offset: s.Start})
		last := p.doc.LineOf(prose.Place{Item: item, Offset: s.End - 1})
		if k := len(n.passages) - 1; k >= 0 && first <= n.passages[k].last+1+p.items[item].Space {
			n.passages[k].last = max(n.passages[k].last, last)
		} else {
			n.passages = append(n.passages, passage{first, last})
		}
	}
}

// itemsOf returns the item of each block of the body, by its number in a feed.Place.
func (p *Page) itemsOf() map[int]int {
	items := make(map[int]int, len(p.st.Body))
	for i := range p.items[:p.textEnd] {
		if _, ok := items[p.items[i].Block]; !ok {
			items[p.items[i].Block] = i
		}
	}
	return items
}

// newBar returns the bar in the margin of line i; "" if it is not new.
func (p *Page) newBar(i int) string {
	n := &p.news
	k, ok := slices.BinarySearchFunc(n.passages, i, func(a passage, line int) int {
		switch {
		case a.last < line:
			return -1
		case a.first > line:
			return 1
		}
		return 0
	})
	switch {
	case !ok:
		return ""
	case k+1 == n.current:
		return "▌"
	}
	return "▎"
}

// StepNew goes to the next or previous passage that is new. goBack undoes it.
func (p *Page) StepNew(step int) intent.Intent {
	n := &p.news
	k := p.nearestNew(step)
	switch {
	case k < 0:
		return intent.Say{Text: locale.T("Nothing above this is new.")}
	case k >= len(n.passages):
		return intent.Say{Text: locale.T("Nothing below this is new.")}
	}
	old, to := p.top, n.passages[k]
	if to.first < p.firstLine() || to.last >= p.top+p.h {
		p.saveSpot()
		p.scrollTo(to.first - p.h/3)
	}
	n.current = k + 1
	return p.moved(old)
}

// nearestNew returns the index of the passage after the current one, or before it. If there is
// no current one on the screen, it is the first below the top of the screen, or the last above.
func (p *Page) nearestNew(step int) int {
	n := &p.news
	if n.current > 0 && n.passages[n.current-1].first < p.top+p.h && n.passages[n.current-1].last >= p.firstLine() {
		return n.current - 1 + step
	}
	k := 0
	for k < len(n.passages) && n.passages[k].last < p.firstLine() {
		k++
	}
	if step < 0 {
		return k - 1
	}
	return k
}
