package facets

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/prompt"
)

// KeyMap is the keys of the panel.
type KeyMap struct {
	keys.Moves

	Narrow, Exclude    key.Binding
	NextFacet, LastOne key.Binding
	Filter             key.Binding
	Rename, Drop       key.Binding
	Close, Help        key.Binding
}

// NewKeyMap returns the keys of the panel as they come.
func NewKeyMap() KeyMap {
	return KeyMap{
		Moves:     keys.NewMoves("value"),
		Narrow:    keys.Bind("Enter l →", "narrow the list to it", "enter", "l", "right"),
		Exclude:   keys.Bind("-", "leave it out", "-"),
		NextFacet: keys.Bind("Tab", "next facet", "tab"),
		LastOne:   keys.Bind("Shift-Tab", "previous facet", "shift+tab"),
		Filter:    keys.Bind("/", "filter, as you type", "/"),
		Rename:    keys.Bind("w", "rename a saved search", "w"),
		Drop:      keys.Bind("x", "drop a saved search, at the second press", "x"),
		Close:     keys.Bind("q Esc h ← f", "close", "q", "esc", "h", "left", "f"),
		Help:      keys.Bind("?", "these keys", "?"),
	}
}

// Bindings returns the keys in the order in which help lists them.
func (k *KeyMap) Bindings() []key.Binding {
	return append(k.Moves.Bindings(),
		k.Narrow, k.Exclude, k.NextFacet, k.LastOne, k.Filter, k.Rename, k.Drop, k.Close, k.Help)
}

// Update takes a key press or a paste and returns what the panel wants of the
// root.
func (p *Page) Update(msg tea.Msg) intent.Intent {
	if p.line != nil {
		p.typed(msg)
		return nil
	}
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	press = keys.Normal(press)
	p.touched = true
	doomed := p.doomed
	p.doomed = ""
	k := &p.Keys
	switch {
	case key.Matches(press, k.Close):
		return p.close(press)
	case key.Matches(press, k.Filter):
		p.line = prompt.New("/")
		p.line.Set(p.filter)
	case key.Matches(press, k.Narrow):
		return p.choose(false)
	case key.Matches(press, k.Exclude):
		return p.choose(true)
	case key.Matches(press, k.Rename, k.Drop):
		return p.saved(key.Matches(press, k.Drop), doomed)
	default:
		p.move(press)
	}
	return nil
}

// close takes the filter away, else it closes the panel.
func (p *Page) close(press tea.KeyPressMsg) intent.Intent {
	if p.filter == "" || key.Matches(press, key.NewBinding(key.WithKeys("f"))) {
		return intent.Close{}
	}
	p.filter = ""
	p.arrange()
	return nil
}

// choose narrows to the value under the cursor, or leaves it out; a group that
// is not wholly shown is opened.
func (p *Page) choose(exclude bool) intent.Intent {
	r, ok := p.selected()
	switch {
	case !ok:
		return nil
	case r.value == more:
		p.groups[r.group].open = true
		p.arrange() // the first of the others stands where the cursor is
		return nil
	case r.value < 0:
		return nil
	}
	return intent.Narrow{Clause: p.clause(r, exclude)}
}

// saved renames the saved search under the cursor, or drops it at the second
// press.
func (p *Page) saved(drop bool, doomed string) intent.Intent {
	r, ok := p.selected()
	if !ok || r.value < 0 || p.groups[r.group].field != "" {
		return intent.Say{Text: "That is no saved search: w in the list saves the one that it shows."}
	}
	name := r.text
	switch {
	case !drop:
		return intent.Rename{Name: name}
	case doomed == name:
		return intent.Drop{Name: name}
	}
	p.doomed = name
	return intent.Say{Text: "x once more drops @" + name + "."}
}

func (p *Page) typed(msg tea.Msg) {
	if k, ok := msg.(tea.KeyPressMsg); ok && (k.Code == tea.KeyDown || k.Code == tea.KeyUp) {
		p.move(k)
		return
	}
	switch p.line.Update(msg) {
	case prompt.Changed:
		p.filter, p.cursor, p.top = p.line.Value(), 0, 0
		p.arrange()
	case prompt.Left:
		p.line, p.filter = nil, ""
		p.arrange()
	case prompt.Entered:
		p.line = nil
	case prompt.Same:
	}
}

// Typing reports whether a filter is being typed.
func (p *Page) Typing() bool { return p.line != nil }

func (p *Page) move(press tea.KeyPressMsg) {
	k := &p.Keys
	switch {
	case key.Matches(press, k.Down):
		p.step(1)
	case key.Matches(press, k.Up):
		p.step(-1)
	case key.Matches(press, k.PageDown):
		p.step(max(1, p.shown))
	case key.Matches(press, k.PageUp):
		p.step(-max(1, p.shown))
	case key.Matches(press, k.HalfDown):
		p.step(max(1, p.shown/2))
	case key.Matches(press, k.HalfUp):
		p.step(-max(1, p.shown/2))
	case key.Matches(press, k.Top):
		p.step(-len(p.rows))
	case key.Matches(press, k.Bottom):
		p.step(len(p.rows))
	case key.Matches(press, k.NextFacet):
		p.facet(1)
	case key.Matches(press, k.LastOne):
		p.facet(-1)
	}
}

// Wheel moves the cursor by n rows.
func (p *Page) Wheel(n int) intent.Intent {
	p.step(n)
	return nil
}

// Click does nothing.
func (p *Page) Click(int) intent.Intent { return nil }

// Bindings returns the keys of the panel in the order in which help lists them.
func (p *Page) Bindings() []key.Binding { return p.Keys.Bindings() }

// step moves the cursor by n rows, on from a row that cannot be chosen.
func (p *Page) step(n int) {
	p.cursor = min(max(p.cursor+n, 0), max(0, len(p.rows)-1))
	if n < 0 {
		p.settle(-1)
	} else {
		p.settle(1)
	}
}

// settle puts the cursor on the nearest row that can be chosen in a direction,
// else the other way.
func (p *Page) settle(step int) {
	for _, d := range []int{step, -step} {
		for i := p.cursor; i >= 0 && i < len(p.rows); i += d {
			if v := p.rows[i].value; v != blank && v != heading {
				p.cursor = i
				return
			}
		}
	}
	p.cursor = 0
}

// facet moves the cursor to the first value of the next or previous facet.
func (p *Page) facet(step int) {
	r, ok := p.selected()
	if !ok {
		return
	}
	i := p.cursor
	for i >= 0 && i < len(p.rows) && p.rows[i].group == r.group {
		i += step
	}
	if i < 0 || i >= len(p.rows) {
		return
	}
	for step < 0 && i > 0 && p.rows[i-1].group == p.rows[i].group {
		i--
	}
	p.cursor = i
	p.settle(1)
}
