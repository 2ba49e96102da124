package article

import (
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"dateline/ui/intent"
)

// noLinks is why no link can be followed.
func (p *Page) noLinks() string {
	if len(p.targets) == 0 {
		return "This story has no links."
	}
	return ""
}

// noRelated is why no related headline can be opened.
func (p *Page) noRelated() string {
	if len(p.related) == 0 {
		return "This story lists no related headlines."
	}
	return ""
}

// followSelected follows the selected link.
func (p *Page) followSelected() intent.Intent {
	if p.link < 1 || p.link > len(p.targets) {
		return intent.Say{Text: "No link is selected: Tab selects one."}
	}
	return p.follow(p.link)
}

// followRelated follows the related headline whose number was pressed.
func (p *Page) followRelated(press tea.KeyPressMsg) intent.Intent {
	n, err := strconv.Atoi(press.String())
	if err != nil || n < 1 {
		return nil
	}
	if n > len(p.related) {
		return intent.Say{Text: fmt.Sprintf("This story lists no more than %s.", headlines(len(p.related)))}
	}
	return p.follow(p.related[n-1])
}

// follow selects link n and asks for the story that it leads to.
func (p *Page) follow(n int) intent.Intent {
	p.link = n
	t := p.targets[n-1]
	switch {
	case t.id == "" && p.around.Reading:
		return intent.Say{Text: "Not found yet; the archive is still being read: " + t.headline}
	case t.id == "":
		return intent.Say{Text: "Not in this archive: " + t.headline}
	case t.id == p.st.ID:
		return intent.Say{Text: "That is this story."}
	}
	return intent.Follow{ID: t.id}
}

func headlines(n int) string {
	if n == 1 {
		return "one related headline"
	}
	return fmt.Sprintf("%d related headlines", n)
}

// nextLink selects the next or previous link. If the selected link is off the
// screen, it starts with the links on the screen.
func (p *Page) nextLink(step int) {
	n := len(p.targets)
	if n == 0 || p.doc == nil {
		return
	}
	next := p.link + step
	if p.link == 0 || !p.onScreen(p.link) {
		next = p.nearestLink(step)
	}
	p.link = min(max(next, 1), n)
	p.reveal(p.doc.LinkLine(p.link))
}

// nearestLink is the first link below the top of the screen, or the last one
// above its bottom if step is negative. If there is none, it is the story's last
// or first link.
func (p *Page) nearestLink(step int) int {
	n := len(p.targets)
	if step > 0 {
		for i := 1; i <= n; i++ {
			if first, _ := p.doc.LinkLine(i); first >= p.top {
				return i
			}
		}
		return n
	}
	for i := n; i >= 1; i-- {
		if _, last := p.doc.LinkLine(i); last < p.top+p.h {
			return i
		}
	}
	return 1
}

func (p *Page) onScreen(link int) bool {
	first, last := p.doc.LinkLine(link)
	return last >= p.top && first < p.top+p.h
}

// reveal scrolls as little as possible to show the lines from first to last, and
// the line below them, which says where a link leads.
func (p *Page) reveal(first, last int) {
	if last+2 > p.top+p.h {
		p.scrollTo(last + 2 - p.h)
	}
	if first < p.top {
		p.scrollTo(first)
	}
}
