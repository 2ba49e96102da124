package article

import (
	"strconv"

	"dateline/feed/locale"
	"dateline/ui/hint"

	tea "charm.land/bubbletea/v2"

	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/prose"
)

// The names of actions that do not mark the story read when the reader moves past
// it.
const (
	Back          = "back"
	NextStory     = "next-story"
	PreviousStory = "previous-story"
	ToggleRead    = "toggle-read"
)

const toggleStar = "toggle-star"

// Marking reports whether a key marks the story read or unread, or changes its star.
func (p *Page) Marking(k tea.KeyPressMsg) (read, star bool) {
	name := p.keys.Action(k)
	return name == ToggleRead, name == toggleStar
}

// bindings returns the key bindings of p.
func bindings(p *Page) keys.List {
	moves := keys.Moves("line", p.move)
	down := moves.Named("page-down")
	down.Help, down.Do = "page, then unread", p.pageDown
	return keys.WithProgram(moves, keys.List{
		{Name: Back, Keys: []string{"q", "esc", "h", "left"}, Group: keys.Leave, Help: "back, or clear hits", Hint: "back", Do: p.back},
		{Name: NextStory, Keys: []string{"J"}, Group: keys.Read, Help: "next story of the list", Pair: "next, previous story", Do: keys.Ask(intent.Neighbour{Step: 1})},
		{Name: PreviousStory, Keys: []string{"K"}, Group: keys.Read, Help: "previous story of the list", Do: keys.Ask(intent.Neighbour{Step: -1})},
		{Name: "next-link", Keys: []string{"tab"}, Group: keys.Links, Help: "next link", Pair: "next, previous link", Hint: "link", Do: keys.Call(p.nextLink)},
		{Name: "previous-link", Keys: []string{"shift+tab"}, Group: keys.Links, Help: "previous link", Do: keys.Call(p.previousLink)},
		{Name: "follow-link", Keys: []string{"enter", "l", "right"}, Group: keys.Links, Help: "follow the link", Pair: "follow; open outside", Hint: "follow", Do: keys.Call(p.followSelected), Off: p.noLinks},
		{Name: "open-outside", Keys: []string{"o"}, Group: keys.Links, Help: "open the link, or the story, outside dateline", Hint: "open outside", Do: keys.Call(p.openOutside)},
		{Name: "open-related", Arg: "N", Keys: keys.Digits(), Group: keys.Links, Help: "open a related story", Hint: "open", Do: keys.Number},
		{Name: "before-jump", Keys: []string{"`"}, Group: keys.Move, Help: "back from a jump", Do: keys.Run(p.goBack)},
		{Name: "next-new", Keys: []string{"]"}, Group: keys.Move, Help: "next text that is new since the take read, else later in the time line", Pair: "new text; time line", Do: keys.Ask(intent.NextNew{Step: 1})},
		{Name: "previous-new", Keys: []string{"["}, Group: keys.Move, Help: "previous text that is new, else earlier in the time line", Do: keys.Ask(intent.NextNew{Step: -1})},
		{Name: "trail-back", Keys: []string{"H", "alt+left"}, Group: keys.Links, Help: "back in the trail", Pair: "along the trail", Do: keys.Ask(intent.Trail{Step: -1})},
		{Name: "trail-forward", Keys: []string{"L", "alt+right"}, Group: keys.Links, Help: "forward in the trail", Do: keys.Ask(intent.Trail{Step: 1})},
		{Name: "find", Keys: []string{"/"}, Group: keys.Search, Help: "find in the story", Hint: "find", Do: keys.Ask(intent.Show{Page: intent.FindPage})},
		{Name: "next-hit", Keys: []string{"n"}, Group: keys.Search, Help: "next hit, else next unread", Pair: "hits, else unread", Do: keys.Call(p.nextHit)},
		{Name: "previous-hit", Keys: []string{"N"}, Group: keys.Search, Help: "previous hit, else previous unread", Do: keys.Call(p.previousHit)},
		{Name: ToggleRead, Keys: []string{"m"}, Group: keys.Mark, Help: "mark read or unread", Pair: "read or unread, star", Do: keys.Call(p.toggleRead)},
		{Name: toggleStar, Keys: []string{"s"}, Group: keys.Mark, Help: "star or unstar", Hint: "star", Do: keys.Call(p.toggleStar)},
		{Name: "tag", Keys: []string{"t"}, Group: keys.Mark, Help: "tag", Pair: "tag, write a note", Do: keys.Call(p.tag)},
		{Name: "note", Keys: []string{"A"}, Group: keys.Mark, Help: "write a note", Do: keys.Ask(intent.AskNote{})},
		{Name: "around", Keys: []string{"r"}, Group: keys.Links, Help: "what is around it", Pair: "around; why a link", Hint: "related", Do: keys.Ask(intent.Show{Page: intent.AroundPage})},
		{Name: "why", Keys: []string{"w"}, Group: keys.Links, Help: "why a link is there", Do: keys.Ask(intent.Why{}), Off: p.noLinks},
		{Name: "takes", Keys: []string{"v"}, Group: keys.Links, Help: "takes, and what changed", Pair: "takes, time line", Hint: "takes", Do: keys.Ask(intent.Show{Page: intent.TakesPage})},
		{Name: "timeline", Keys: []string{"T"}, Group: keys.Links, Help: "time line", Do: keys.Ask(intent.Show{Page: intent.TimelinePage})},
		{Name: "copy", Keys: []string{"y"}, Group: keys.Read, Help: "copy text, headline, citation or path", Pair: "copy, copy its path", Do: keys.Ask(intent.Show{Page: intent.CopyPage})},
		{Name: "copy-path", Keys: []string{"Y"}, Group: keys.Read, Help: "copy the path of its file", Do: keys.Ask(intent.Copy{Part: intent.Path})},
		{Name: "edit", Keys: []string{"e"}, Group: keys.Read, Help: "edit its file", Pair: "edit file, pipe text", Do: keys.Ask(intent.Edit{})},
		{Name: "pipe", Keys: []string{"|"}, Group: keys.Read, Help: "pipe the text to a command", Do: keys.Ask(intent.Show{Page: intent.PipePage})},
		{Name: "lift-embargo", Keys: []string{"E"}, Group: keys.Screen, Help: "lift an embargo", Hint: "show the text", Do: keys.Call(p.lift), Off: p.noVeil},
		{Name: "wider", Keys: []string{">"}, Group: keys.Screen, Help: "wider text", Pair: "wider, narrower text", Do: keys.Ask(intent.Width{Step: 1})},
		{Name: "narrower", Keys: []string{"<"}, Group: keys.Screen, Help: "narrower text", Do: keys.Ask(intent.Width{Step: -1})},
		{Name: "pictures", Keys: []string{"i"}, Group: keys.Screen, Help: "pictures on, off", Pair: "pictures; story only", Do: keys.Ask(intent.Pictures{}), Off: p.noPictures},
		{Name: "zen", Keys: []string{"z"}, Group: keys.Screen, Help: "story only, on, off", Do: keys.Ask(intent.Zen{})},
	})
}

// Bindings returns the key bindings in the order of the help page.
func (p *Page) Bindings() keys.List { return p.keys }

// Hints returns what keys do in the story now, the most useful first.
func (p *Page) Hints() []hint.Hint {
	l := p.keys
	if p.st == nil {
		return l.Hints(Back, keys.Help)
	}
	hints := l.Hints(Back)
	if p.veil.on {
		hints = append(hints, l.Hint("lift-embargo", ""))
	}
	switch {
	case p.link > 0 && p.targets[p.link-1].address != "":
		hints = append(hints, l.Hint("open-outside", ""))
	case p.link > 0:
		hints = append(hints, l.Hint("follow-link", ""))
	case !p.AtEnd():
		hints = append(hints, l.Hint("page-down", locale.In("hint").T("page")))
	case p.Next != "":
		next := l.Hint("page-down", locale.In("hint").F("next: %s", p.Next))
		next.Long = true
		hints = append(hints, next)
	}
	if p.HasNew() {
		hints = append(hints, l.Hint("next-new", locale.In("hint").F("new since %s", p.news.since)))
	}
	if len(p.targets) > 0 {
		hints = append(hints, l.Hint("next-link", ""))
	}
	if p.link == 0 && len(p.related) > 0 {
		hints = append(hints, l.Hint("around", locale.In("hint").F("related %d", len(p.related))))
	}
	if n := min(len(p.related), 9); p.link > 0 && n > 0 {
		hints = append(hints, hint.Hint{Key: digits(n), Text: locale.In("hint").T("open")})
	}
	return append(hints, l.Hints("find", "toggle-star", keys.Help)...)
}

// digits returns the keys of n related headlines, at most 9.
func digits(n int) string {
	if n == 1 {
		return "1"
	}
	return "1-" + strconv.Itoa(n)
}

// Typing returns false: the story takes no text.
func (p *Page) Typing() bool { return false }

// Update handles a key press and returns the intent for the root.
func (p *Page) Update(msg tea.Msg) intent.Intent {
	return p.keys.Update(msg)
}

// back leaves the story. Esc first clears the hits of a search, if there are any.
func (p *Page) back(press tea.KeyPressMsg) intent.Intent {
	if press.String() == "esc" && p.Hits() != "" {
		p.find = find{}
		return nil
	}
	return intent.Back{}
}

func (p *Page) toggleRead() intent.Intent {
	return intent.Read{ID: p.shown.ID, Group: p.shown.Group, Read: !p.Read()}
}

func (p *Page) toggleStar() intent.Intent {
	return intent.Star{ID: p.shown.ID, Group: p.shown.Group, Starred: !p.row().Starred}
}

// tag returns the intent to open the line for the tags of the story.
func (p *Page) tag() intent.Intent {
	return intent.AskTags{ID: p.shown.ID, Headline: p.shown.Headline.Title}
}

func (p *Page) move(d keys.Distance, n int) intent.Intent {
	old := p.top
	switch d {
	case keys.Line:
		p.scrollTo(p.top + n)
	case keys.HalfPage:
		p.scrollTo(p.top + n*max(1, p.h/2))
	case keys.Page:
		p.scrollTo(p.top + n*max(1, p.h-2)) // two lines stay on the screen
	case keys.End:
		p.saveSpot()
		p.scrollTo(max(0, n*p.lastTop()))
	}
	return p.moved(old)
}

// pageDown goes down a page and marks the line to read on from. At the end of the story, Space goes to the next unread
// story.
func (p *Page) pageDown(press tea.KeyPressMsg) intent.Intent {
	switch {
	case !p.AtEnd():
		below := p.top + p.h
		in := p.move(keys.Page, 1)
		for below < p.doc.Len()-1 && p.doc.Line(below, prose.Paint{}) == "" {
			below++
		}
		p.readOn = below
		return in
	case press.String() == "space":
		return intent.NextUnread{}
	}
	return nil
}

// ReadOn reports whether the line to read on from is marked.
func (p *Page) ReadOn() bool { return p.readOn > 0 }

// EndReadOn removes that mark.
func (p *Page) EndReadOn() { p.readOn = 0 }

// moved returns the new place for the root if the first line on the screen is no
// longer old.
func (p *Page) moved(old int) intent.Intent {
	if p.top == old || p.st == nil {
		return nil
	}
	return intent.Place{ID: p.st.ID, Place: p.Place()}
}

// Wheel scrolls the text by n lines.
func (p *Page) Wheel(n int) intent.Intent {
	old := p.top
	p.scrollTo(p.top + n)
	return p.moved(old)
}

// Click selects the link at line y of the box.
func (p *Page) Click(y int) intent.Intent {
	if p.doc == nil {
		return nil
	}
	if n := p.doc.LinkAt(p.top + y); n > 0 {
		p.link = n
	}
	return nil
}
