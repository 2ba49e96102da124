package article

import (
	"slices"

	"dateline/feed/story"
	"dateline/ui/intent"
	"dateline/ui/prose"
	"dateline/ui/reason"
)

// Why says why the selected link is there. It lists the other targets of a related
// headline, or hides them.
func (p *Page) Why() intent.Intent {
	if p.link < 1 || p.link > len(p.targets) {
		return intent.Say{Text: "No link is selected: Tab selects one."}
	}
	id := p.targets[p.link-1].id
	if i := slices.Index(p.related, p.link); i >= 0 {
		l := &p.around.Links[i]
		if reason.Others(l) > 0 {
			p.toggleOthers(i)
		}
		return intent.Say{Text: reason.Match(l)}
	}
	if slices.ContainsFunc(p.items, func(it prose.Item) bool { return it.Link == p.link && it.Label == mentions }) {
		return intent.Say{Text: "is about " + p.targets[p.link-1].headline}
	}
	if slices.ContainsFunc(p.around.Cited, func(r story.Row) bool { return r.ID == id }) {
		return intent.Cites{From: id, To: p.st.ID}
	}
	if slices.ContainsFunc(p.around.Takes, func(r story.Row) bool { return r.ID == id }) {
		return intent.Say{Text: "another take of this story"}
	}
	return intent.Say{Text: "matches that related headline as well"}
}

// toggleOthers lists the other targets of related headline i, or hides them.
func (p *Page) toggleOthers(i int) {
	if p.others == nil {
		p.others = map[int]bool{}
	}
	p.others[i] = !p.others[i]
	p.setAround(p.around)
	p.link = p.related[i]
}
