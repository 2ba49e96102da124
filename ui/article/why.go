package article

import (
	"slices"
	"strings"

	"dateline/ui/intent"
	"dateline/ui/prose"
	"dateline/ui/reason"
)

// Why says why the selected link is there. It lists the other targets of a related
// headline, or hides them.
func (p *Page) Why() intent.Intent {
	if p.link < 1 || p.link > len(p.targets) {
		return intent.Say{Text: "No link is selected: " + p.keys.KeyOf("next-link") + " selects one."}
	}
	to := p.targets[p.link-1]
	switch i := to.related - 1; {
	case to.address != "" && i >= 0:
		return intent.Say{Text: p.missing(i)}
	case to.address != "":
		return intent.Say{Text: "an address in the text"}
	case i >= 0:
		l := &p.around.Links[i]
		if reason.Others(l) > 0 && !to.inText {
			p.toggleOthers(i)
		}
		return intent.Say{Text: reason.Match(l)}
	}
	item := slices.IndexFunc(p.items, func(it prose.Item) bool { return it.Link == p.link })
	switch strings.TrimSpace(p.items[item].Label) {
	case mentions:
		return intent.Say{Text: "is about " + to.headline}
	case "or":
		return intent.Say{Text: "matches that related headline as well"}
	case "←":
		return intent.Cites{From: to.id, To: p.st.ID}
	case "newer":
		return intent.Say{Text: "a newer take of this story"}
	default:
		return intent.Say{Text: "a correction or kill: " + to.headline} // a banner
	}
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
