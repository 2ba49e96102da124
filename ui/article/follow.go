package article

import (
	"fmt"

	"dateline/ui/intent"
)

// follow asks for the story that link n leads to.
func (p *Page) follow(n int) intent.Intent {
	if n < 1 || n > len(p.targets) {
		if len(p.targets) == 0 {
			return intent.Say{Text: "This story has no links."}
		}
		return intent.Say{Text: "No link is selected: Tab selects one."}
	}
	p.link = n
	t := p.targets[n-1]
	if t.id == "" && p.around.Reading {
		return intent.Say{Text: "Not found so far, the archive is still being read: " + t.headline}
	}
	if t.id == "" {
		return intent.Say{Text: "Not in this archive: " + t.headline}
	}
	if t.id == p.st.ID {
		return intent.Say{Text: "That is this story."}
	}
	return intent.Follow{ID: t.id}
}

// followRelated follows the nth related headline.
func (p *Page) followRelated(n int) intent.Intent {
	switch {
	case len(p.related) == 0:
		return intent.Say{Text: "This story lists no related headlines."}
	case n > len(p.related):
		return intent.Say{Text: fmt.Sprintf("This story lists no more than %s.", headlines(len(p.related)))}
	}
	return p.follow(p.related[n-1])
}

func headlines(n int) string {
	if n == 1 {
		return "one related headline"
	}
	return fmt.Sprintf("%d related headlines", n)
}

// nextLink selects the next or previous link. From a selection that has left
// the screen it starts with what is on it.
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

// nearestLink is the first link from the top of the screen on, or the last
// one above its bottom; beyond the outermost link it is that one.
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

// reveal scrolls as little as shows the lines from first to last, and the
// line below, which tells where a link leads.
func (p *Page) reveal(first, last int) {
	if last+2 > p.top+p.h {
		p.scrollTo(last + 2 - p.h)
	}
	if first < p.top {
		p.scrollTo(first)
	}
}
