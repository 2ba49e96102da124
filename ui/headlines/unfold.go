package headlines

import (
	"maps"

	"dateline/feed"
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/intent"
)

// unfold shows the takes of the selected row, or folds them again.
func (p *Page) unfold() intent.Intent {
	r, ok := p.At()
	switch {
	case !ok:
		return nil
	case p.scope == feed.Files:
		return intent.Say{Text: locale.F("Each take has a row of its own; %s folds them.", p.keys.KeyOf("every-take"))}
	case r.Takes < 2:
		return intent.Say{Text: locale.T("This story has one take.")}
	}
	p.touched = true
	p.unfolding++
	if _, ok := p.unfolded[r.ID]; ok {
		p.fold(r.ID)
		p.keepVisible()
		return nil
	}
	return intent.Unfold{ID: r.ID, Gen: p.unfolding}
}

// fold removes the takes below a row. Snapshots keep the old map.
func (p *Page) fold(id story.ID) {
	p.unfolded = maps.Clone(p.unfolded)
	delete(p.unfolded, id)
	if r, ok := p.At(); ok && r.ID == id {
		p.take = 0
	}
}

// Unfold handles the answer to intent.Unfold: t has the other takes of the story of a row.
func (p *Page) Unfold(in intent.Unfold, t Takes) {
	if in.Gen != p.unfolding {
		return
	}
	p.unfolded = maps.Clone(p.unfolded)
	if p.unfolded == nil {
		p.unfolded = map[story.ID]Takes{}
	}
	p.unfolded[in.ID] = t
	p.keepVisible()
}
