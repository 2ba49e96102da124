package article

import (
	"dateline/feed/locale"
	"dateline/ui/intent"
	"dateline/ui/prose"
)

// noLinks returns the reason why no link can be followed, "" if there are links.
func (p *Page) noLinks() string {
	if len(p.targets) == 0 {
		return locale.T("This story has no links.")
	}
	return ""
}

// followSelected follows the selected link.
func (p *Page) followSelected() intent.Intent {
	if p.link < 1 || p.link > len(p.targets) {
		return intent.Say{Text: locale.F("No link is selected: %s selects one.", p.keys.KeyOf("next-link"))}
	}
	return p.follow(p.link)
}

// RelatedCount returns the number of related headlines.
func (p *Page) RelatedCount() int { return len(p.related) }

// OpenRelated opens the related headline with number n, counted from 1.
func (p *Page) OpenRelated(n int) intent.Intent {
	switch {
	case len(p.related) == 0:
		return intent.Say{Text: locale.T("This story lists no related headlines.")}
	case n > len(p.related) && len(p.related) == 1:
		return intent.Say{Text: locale.T("This story lists no more than one related headline.")}
	case n > len(p.related):
		return intent.Say{Text: locale.F("This story lists no more than %d related headlines.", len(p.related))}
	case p.related[n-1] == 0:
		return intent.Say{Text: p.missing(n - 1)}
	}
	return p.follow(p.related[n-1])
}

// missing returns the reason why related headline i is not a link.
func (p *Page) missing(i int) string {
	switch text := p.st.Related[i].Text; {
	case text == p.st.Headline.Text:
		return locale.T("That is this story.")
	case p.around.Pending:
		return locale.F("Still looking for: %s", text)
	case p.around.Reading:
		return locale.F("Not found so far: %s", text)
	default:
		return locale.F("Not in this archive: %s", text)
	}
}

// follow selects link n and returns the intent to open its story.
func (p *Page) follow(n int) intent.Intent {
	t := &p.targets[n-1]
	switch t.id {
	case p.st.ID:
		p.link = n
		return intent.Say{Text: locale.T("That is this story.")}
	case "":
		p.goToLink(n)
		return intent.Say{Text: locale.F("Not in this archive; %s opens %s", p.keys.KeyOf("open-outside"), t.address)}
	}
	p.link = n
	return intent.Follow{ID: t.id}
}

// openOutside returns the intent to open the address of the selected link outside the program;
// without a selected link, the story.
func (p *Page) openOutside() intent.Intent {
	switch {
	case p.st == nil:
		return nil
	case p.link == 0:
		return intent.OpenOutside{ID: p.st.ID}
	}
	t := &p.targets[p.link-1]
	if t.address == "" {
		return intent.Say{Text: locale.F("That link leads into the archive: %s follows it.", p.keys.KeyOf("follow-link"))}
	}
	return intent.OpenOutside{ID: p.st.ID, Address: t.address}
}

// stepLink selects the next or previous link. If no link is selected, it starts with
// the links on the screen. Beside other panes it requests the next pane after the last
// link. goBack undoes the jump to a link off the screen.
func (p *Page) stepLink(step int) intent.Intent {
	n := len(p.targets)
	if p.split && (n == 0 || p.link+step > n || p.link > 0 && p.link+step < 1) {
		return intent.Pane{Step: step}
	}
	if n == 0 || p.doc == nil {
		return nil
	}
	next := p.link + step
	if p.link == 0 {
		next = p.nearestLink(step)
	}
	p.goToLink(min(max(next, 1), n))
	return nil
}

// goToLink selects link n and scrolls to it.
func (p *Page) goToLink(n int) {
	if !p.onScreen(n) {
		p.saveSpot()
		p.reveal(p.doc.LinkLine(n))
	}
	p.link = n
}

func (p *Page) nextLink() intent.Intent     { return p.stepLink(1) }
func (p *Page) previousLink() intent.Intent { return p.stepLink(-1) }

// nearestLink returns the first link below the top of the screen, or if step is
// negative, the last link above the bottom. If there is none, it returns the last or
// first link of the story.
func (p *Page) nearestLink(step int) int {
	n := len(p.targets)
	if step > 0 {
		for i := 1; i <= n; i++ {
			if first, _ := p.doc.LinkLine(i); first >= p.firstLine() {
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

// reveal scrolls as little as possible to show the lines first to last, and a line
// below them.
func (p *Page) reveal(first, last int) {
	if last+2 > p.top+p.h {
		p.scrollTo(last + 2 - p.h)
	}
	if first < p.firstLine() {
		p.scrollTo(first)
	}
	if first < p.firstLine() { // the head line is over it
		p.scrollTo(first - 1)
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
	p.moveTo()
}
