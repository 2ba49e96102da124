package article

import (
	"slices"
	"strings"

	"dateline/feed/locale"
	"dateline/ui/intent"
	"dateline/ui/prose"
	"dateline/ui/reason"
)

// Why says why the selected link is there. It lists the other targets of a related
// headline, or hides them.
func (p *Page) Why() intent.Intent {
	if p.link < 1 || p.link > len(p.targets) {
		return intent.Say{Text: locale.F("No link is selected: %s selects one.", p.keys.KeyOf("next-link"))}
	}
	to := p.targets[p.link-1]
	switch i := to.related - 1; {
	case to.address != "" && i >= 0:
		return intent.Say{Text: p.missing(i)}
	case to.address != "":
		return intent.Say{Text: locale.T("an address in the text")}
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
		return intent.Say{Text: locale.F("is about %s", to.headline)}
	case labelOr():
		return intent.Say{Text: locale.T("matches that related headline as well")}
	case "←":
		return intent.Cites{From: to.id, To: p.st.ID}
	case labelNewer():
		return intent.Say{Text: locale.T("a newer take of this story")}
	default:
		return intent.Say{Text: locale.F("a correction or kill: %s", to.headline)} // a banner
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
