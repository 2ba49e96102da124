package article

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dateline/ui/intent"
	"dateline/ui/keys"
)

// KeyMap is the keys of the story.
type KeyMap struct {
	keys.Moves
	keys.Program

	Back, Next, Previous   key.Binding
	NextLink, LastLink     key.Binding
	Follow, Related        key.Binding
	TrailBack, TrailAhead  key.Binding
	Find, NextHit, LastHit key.Binding
	Read, Star             key.Binding
	Wider, Narrower, Zen   key.Binding
}

// NewKeyMap returns the keys of the story as they come.
func NewKeyMap() KeyMap {
	k := KeyMap{
		Moves:      keys.NewMoves("line"),
		Program:    keys.NewProgram(),
		Back:       keys.Bind("q Esc h ←", "back to where you came from", "q", "esc", "h", "left"),
		Next:       keys.Bind("J", "next story of the list", "J"),
		Previous:   keys.Bind("K", "previous story of the list", "K"),
		NextLink:   keys.Bind("Tab", "next link", "tab"),
		LastLink:   keys.Bind("Shift-Tab", "previous link", "shift+tab"),
		Follow:     keys.Bind("Enter l →", "follow the selected link", "enter", "l", "right"),
		Related:    keys.Bind("1–9", "open that related headline", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
		TrailBack:  keys.Bind("H Alt-←", "back in the trail", "H", "alt+left"),
		TrailAhead: keys.Bind("L Alt-→", "forward in the trail", "L", "alt+right"),
		Find:       keys.Bind("/", "find in the story", "/"),
		NextHit:    keys.Bind("n", "next hit, else next unread story", "n"),
		LastHit:    keys.Bind("N", "previous hit, else previous unread story", "N"),
		Read:       keys.Bind("m", "mark read or unread", "m"),
		Star:       keys.Bind("s", "star or unstar", "s"),
		Wider:      keys.Bind(">", "wider text", ">"),
		Narrower:   keys.Bind("<", "narrower text", "<"),
		Zen:        keys.Bind("z", "nothing but the story, and back", "z"),
	}
	k.PageDown.SetHelp("Space PgDn", "page down; Space at the end opens the next unread")
	return k
}

// Bindings returns the keys in the order in which help lists them.
func (k *KeyMap) Bindings() []key.Binding {
	return append(k.Moves.Bindings(),
		k.Back, k.Next, k.Previous, k.NextLink, k.LastLink, k.Follow, k.Related,
		k.TrailBack, k.TrailAhead, k.Find, k.NextHit, k.LastHit, k.Read, k.Star,
		k.Wider, k.Narrower, k.Zen, k.News, k.Help, k.Redraw, k.Suspend, k.Quit)
}

// Bindings returns the keys of the page in the order in which help lists them.
func (p *Page) Bindings() []key.Binding { return p.Keys.Bindings() }

// Typing reports false: no key is typed.
func (p *Page) Typing() bool { return false }

// Cursor reports that the page has none.
func (p *Page) Cursor() (x, y int, ok bool) { return 0, 0, false }

// Update answers a key press with what the page wants of the root.
func (p *Page) Update(msg tea.Msg) intent.Intent {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	return p.press(keys.Normal(press))
}

func (p *Page) press(msg tea.KeyPressMsg) intent.Intent {
	if in := p.away(msg); in != nil {
		return in
	}
	k := &p.Keys
	switch {
	case key.Matches(msg, k.NextLink):
		p.nextLink(1)
	case key.Matches(msg, k.LastLink):
		p.nextLink(-1)
	case key.Matches(msg, k.Follow):
		return p.follow(p.link)
	case key.Matches(msg, k.Related):
		return p.followRelated(int(msg.Code - '0'))
	case key.Matches(msg, k.NextHit):
		return p.nextHit(1)
	case key.Matches(msg, k.LastHit):
		return p.nextHit(-1)
	case key.Matches(msg, k.Read):
		return intent.Read{ID: p.shown.ID, Read: !p.Read()}
	case key.Matches(msg, k.Star):
		return intent.Star{ID: p.shown.ID, Starred: !p.row().Starred}
	default:
		return p.move(msg)
	}
	return nil
}

// away answers the keys that leave the story or change what is about it.
func (p *Page) away(msg tea.KeyPressMsg) intent.Intent {
	k := &p.Keys
	switch {
	case key.Matches(msg, k.Back):
		return intent.Back{}
	case key.Matches(msg, k.Next):
		return intent.Neighbour{Step: 1}
	case key.Matches(msg, k.Previous):
		return intent.Neighbour{Step: -1}
	case key.Matches(msg, k.TrailBack):
		return intent.Trail{Step: -1}
	case key.Matches(msg, k.TrailAhead):
		return intent.Trail{Step: 1}
	case key.Matches(msg, k.Find):
		return intent.Find{}
	case key.Matches(msg, k.Wider):
		return intent.Width{Step: 1}
	case key.Matches(msg, k.Narrower):
		return intent.Width{Step: -1}
	case key.Matches(msg, k.Zen):
		return intent.Zen{}
	}
	return nil
}

func (p *Page) move(msg tea.KeyPressMsg) intent.Intent {
	k := &p.Keys
	was := p.top
	page := max(1, p.h-2) // two lines stay, to read on from
	switch {
	case key.Matches(msg, k.PageDown) && p.AtEnd():
		if msg.String() == "space" {
			return intent.NextUnread{}
		}
	case key.Matches(msg, k.Down):
		p.scrollTo(p.top + 1)
	case key.Matches(msg, k.Up):
		p.scrollTo(p.top - 1)
	case key.Matches(msg, k.PageDown):
		p.scrollTo(p.top + page)
	case key.Matches(msg, k.PageUp):
		p.scrollTo(p.top - page)
	case key.Matches(msg, k.HalfDown):
		p.scrollTo(p.top + max(1, p.h/2))
	case key.Matches(msg, k.HalfUp):
		p.scrollTo(p.top - max(1, p.h/2))
	case key.Matches(msg, k.Top):
		p.scrollTo(0)
	case key.Matches(msg, k.Bottom):
		p.scrollTo(p.lastTop())
	}
	return p.moved(was)
}

// moved tells the root where the reader is now, if that has changed.
func (p *Page) moved(was int) intent.Intent {
	if p.top == was || p.st == nil {
		return nil
	}
	return intent.Place{ID: p.st.ID, Place: p.Place()}
}

// Wheel scrolls the text by n lines.
func (p *Page) Wheel(n int) intent.Intent {
	was := p.top
	p.scrollTo(p.top + n)
	return p.moved(was)
}

// Click selects the link at line y of the box; a click on the selected link
// follows it.
func (p *Page) Click(y int) intent.Intent {
	if p.doc == nil {
		return nil
	}
	n := p.doc.LinkAt(p.top + y)
	if n == 0 {
		return nil
	}
	if n == p.link {
		return p.follow(n)
	}
	p.link = n
	return nil
}
