package article

import (
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"dateline/ui/intent"
	"dateline/ui/prose"
)

// noLinks returns the reason why no link can be followed, "" if there are links.
func (p *Page) noLinks() string {
	if len(p.targets) == 0 {
		return "This story has no links."
	}
	return ""
}

// noRelated returns the reason why no related headline can be opened, "" if there
// are some.
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
	switch {
	case err != nil:
		return nil
	case n == 0:
		n = 10
	}
	if n > len(p.related) {
		return intent.Say{Text: fmt.Sprintf("This story lists no more than %s.", headlines(len(p.related)))}
	}
	if p.related[n-1] == 0 {
		return intent.Say{Text: p.missing(n - 1)}
	}
	return p.follow(p.related[n-1])
}

// missing returns the reason why related headline i is not a link.
func (p *Page) missing(i int) string {
	switch text := p.st.Related[i].Text; {
	case text == p.st.Headline.Text:
		return "That is this story."
	case p.around.Reading:
		return "Not found yet; the archive is still being read: " + text
	default:
		return "Not in this archive: " + text
	}
}

// follow selects link n and returns the intent to open its story.
func (p *Page) follow(n int) intent.Intent {
	p.link = n
	if t := p.targets[n-1]; t.id != p.st.ID {
		return intent.Follow{ID: t.id}
	}
	return intent.Say{Text: "That is this story."}
}

func headlines(n int) string {
	if n == 1 {
		return "one related headline"
	}
	return fmt.Sprintf("%d related headlines", n)
}

// nextLink selects the next or previous link. If no link is selected, it starts with
// the links on the screen. goBack undoes the jump to a link off the screen.
func (p *Page) nextLink(step int) {
	n := len(p.targets)
	if n == 0 || p.doc == nil {
		return
	}
	next := p.link + step
	if p.link == 0 {
		next = p.nearestLink(step)
	}
	next = min(max(next, 1), n)
	if !p.onScreen(next) {
		p.saveSpot()
		p.reveal(p.doc.LinkLine(next))
	}
	p.link = next
}

// nearestLink returns the first link below the top of the screen, or if step is
// negative, the last link above the bottom. If there is none, it returns the last or
// first link of the story.
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

// reveal scrolls as little as possible to show the lines first to last of a link
// and the line below them, which describes its target.
func (p *Page) reveal(first, last int) {
	if last+2 > p.top+p.h {
		p.scrollTo(last + 2 - p.h)
	}
	if first < p.top {
		p.scrollTo(first)
	}
}

// spot is a place in the story and the link selected there.
type spot struct {
	at   prose.Place
	link int
}

// saveSpot saves the current spot for goBack.
func (p *Page) saveSpot() { p.before = &spot{p.at, p.link} }

// goBack returns to the spot before the last jump. goBack is itself a jump, so a
// second call undoes the first.
func (p *Page) goBack() {
	if p.before == nil {
		return
	}
	to := *p.before
	p.saveSpot()
	p.at = to.at
	p.keepPlace()
	p.link = to.link
	p.deselectHidden()
}

// deselectHidden deselects a link that is off the screen.
func (p *Page) deselectHidden() {
	if p.link > 0 && (p.link > len(p.targets) || !p.onScreen(p.link)) {
		p.link = 0
	}
}
