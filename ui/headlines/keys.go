package headlines

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dateline/feed/story"
	"dateline/ui/intent"
	"dateline/ui/keys"
)

// KeyMap is the keys of the list.
type KeyMap struct {
	keys.Moves
	keys.Program

	Open, Back, Clear      key.Binding
	Next, Previous         key.Binding
	NextUnread, LastUnread key.Binding
	Read, Star             key.Binding
	Search, Facets         key.Binding
	Sort, Save             key.Binding
	Wider, Narrower, Split key.Binding
}

// NewKeyMap returns the keys of the list as they come.
func NewKeyMap() KeyMap {
	return KeyMap{
		Moves:      keys.NewMoves("row"),
		Program:    keys.NewProgram(),
		Open:       keys.Bind("Enter l →", "open the story", "enter", "l", "right"),
		Back:       keys.Bind("q h ←", "clear the search, else leave the program", "q", "h", "left"),
		Clear:      keys.Bind("Esc", "clear the search", "esc"),
		Next:       keys.Bind("J", "next row", "J"),
		Previous:   keys.Bind("K", "previous row", "K"),
		NextUnread: keys.Bind("Tab n", "next unread", "tab", "n"),
		LastUnread: keys.Bind("Shift-Tab N", "previous unread", "shift+tab", "N"),
		Read:       keys.Bind("m", "mark read or unread", "m"),
		Star:       keys.Bind("s", "star or unstar", "s"),
		Search:     keys.Bind("/", "search all text, as you type", "/"),
		Facets:     keys.Bind("f", "facets: narrow to a place, day, agency, kind, tag, language", "f"),
		Sort:       keys.Bind("S", "sort what was found: best first, newest first", "S"),
		Save:       keys.Bind("w", "save the search under a name", "w"),
		Wider:      keys.Bind(">", "wider list", ">"),
		Narrower:   keys.Bind("<", "narrower list", "<"),
		Split:      keys.Bind("z", "story beside the list, on and off", "z"),
	}
}

// Bindings returns the keys in the order in which help lists them.
func (k *KeyMap) Bindings() []key.Binding {
	return append(k.Moves.Bindings(),
		k.Open, k.Back, k.Clear, k.Next, k.Previous, k.NextUnread, k.LastUnread, k.Read, k.Star,
		k.Search, k.Facets, k.Sort, k.Save, k.Wider, k.Narrower, k.Split, k.News, k.Help, k.Redraw, k.Suspend, k.Quit)
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
	k := &p.Keys
	switch {
	case key.Matches(msg, k.Top):
		p.touched, p.owed = false, 0
		return p.load(intent.Top, story.Key{})
	case key.Matches(msg, k.Bottom):
		p.touched, p.owed = true, 0
		return p.load(intent.Bottom, story.Key{})
	case key.Matches(msg, k.Back, k.Clear):
		return p.back(msg)
	case key.Matches(msg, k.Search):
		return intent.Search{}
	case key.Matches(msg, k.Facets):
		return intent.Facets{}
	case key.Matches(msg, k.Sort):
		return intent.Sort{}
	case key.Matches(msg, k.Save):
		return intent.Save{}
	case key.Matches(msg, k.NextUnread):
		return intent.NextUnread{}
	case key.Matches(msg, k.LastUnread):
		return intent.NextUnread{Back: true}
	case key.Matches(msg, k.Wider):
		return intent.Width{Step: 1}
	case key.Matches(msg, k.Narrower):
		return intent.Width{Step: -1}
	case key.Matches(msg, k.Split):
		return intent.Zen{}
	}
	if in := p.onRow(msg); in != nil {
		return in
	}
	p.move(msg)
	return p.More()
}

// back clears the search; without one it leaves, but for Esc.
func (p *Page) back(msg tea.KeyPressMsg) intent.Intent {
	switch {
	case p.found != nil:
		return intent.Clear{}
	case key.Matches(msg, p.Keys.Clear):
		return nil
	}
	return intent.Quit{}
}

// onRow answers the keys that do something with the row under the cursor.
func (p *Page) onRow(msg tea.KeyPressMsg) intent.Intent {
	row, ok := p.Selected()
	if !ok {
		return nil
	}
	switch {
	case key.Matches(msg, p.Keys.Open):
		p.touched = true
		return intent.Open{ID: row.ID}
	case key.Matches(msg, p.Keys.Read):
		return intent.Read{ID: row.ID, Read: !row.Read}
	case key.Matches(msg, p.Keys.Star):
		return intent.Star{ID: row.ID, Starred: !row.Starred}
	}
	return nil
}

func (p *Page) move(msg tea.KeyPressMsg) {
	k := &p.Keys
	shown := max(1, p.lastShown(p.top)-p.top)
	switch {
	case key.Matches(msg, k.Down, k.Next):
		p.step(1)
	case key.Matches(msg, k.Up, k.Previous):
		p.step(-1)
	case key.Matches(msg, k.PageDown):
		p.page(shown)
	case key.Matches(msg, k.PageUp):
		p.page(-shown)
	case key.Matches(msg, k.HalfDown):
		p.page(max(1, shown/2))
	case key.Matches(msg, k.HalfUp):
		p.page(-max(1, shown/2))
	}
}

// Wheel scrolls the list by n rows.
func (p *Page) Wheel(n int) intent.Intent {
	p.scroll(n)
	return p.More()
}

// Click selects the row at line y of the box; a click on the selected row
// opens it.
func (p *Page) Click(y int) intent.Intent {
	i, ok := p.rowAt(y)
	if !ok {
		return nil
	}
	if i == p.cursor {
		return intent.Open{ID: p.rows[i].ID}
	}
	p.touched = true
	p.cursor = i
	return nil
}
