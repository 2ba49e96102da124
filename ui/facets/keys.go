package facets

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"dateline/feed/locale"
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/prompt"
)

// The names of the actions with hints at the foot of the panel.
const (
	narrow     = "narrow"
	exclude    = "exclude"
	filter     = "filter"
	closePanel = "close"
)

// bindings returns the key bindings of p.
func bindings(p *Page) keys.List {
	return slices.Concat(keys.Moves("value", p.move), keys.List{
		{Name: narrow, Keys: []string{"enter", "l", "right"}, Group: keys.Search, Help: "choose, or take away", Hint: "narrow", Do: keys.Call(p.include)},
		{Name: exclude, Keys: []string{"-"}, Group: keys.Search, Help: "leave it out", Hint: "exclude", Do: keys.Call(p.exclude)},
		{Name: "next-facet", Keys: []string{"tab"}, Group: keys.Move, Help: "next facet", Pair: "next, previous facet", Do: keys.Step(p.facet, 1)},
		{Name: "previous-facet", Keys: []string{"shift+tab"}, Group: keys.Move, Help: "previous facet", Do: keys.Step(p.facet, -1)},
		{Name: filter, Keys: []string{"/"}, Group: keys.Search, Help: "filter, as you type", Hint: "filter", Do: keys.Run(p.openFilter)},
		{Name: "rename-search", Keys: []string{"w"}, Group: keys.Mark, Help: "rename a saved search", Do: keys.Call(p.rename), Off: p.notSaved},
		{Name: "drop-search", Keys: []string{"x"}, Group: keys.Mark, Help: "drop a saved search: press twice", Do: keys.Call(p.drop), Off: p.notSaved},
		{Name: closePanel, Keys: []string{"q", "esc", "h", "left", "f"}, Group: keys.Leave, Help: "close", Hint: "close", Do: p.close},
		*keys.Program().Named(keys.Undo),
		*keys.Program().Named(keys.Redo),
		*keys.Program().Named(keys.Help),
	})
}

// Bindings returns the key bindings in the order of the help page.
func (p *Page) Bindings() keys.List { return p.keys }

// Update handles a key press or a paste and returns the intent for the root.
func (p *Page) Update(msg tea.Msg) intent.Intent {
	if p.line != nil {
		p.typed(msg)
		return nil
	}
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	p.touched = true
	old := p.toDrop
	in, _ := p.keys.Press(keys.Normal(press))
	if p.toDrop == old {
		p.toDrop = "" // only a second press in a row drops a search
	}
	return in
}

// close clears the filter. If there is no filter, or if the key is f, it closes the
// panel.
func (p *Page) close(press tea.KeyPressMsg) intent.Intent {
	if p.filter == "" || press.String() == "f" {
		return intent.Close{}
	}
	p.filter = ""
	p.arrange()
	return nil
}

func (p *Page) openFilter() {
	p.line = prompt.New("/")
	p.line.Set(p.filter)
}

func (p *Page) include() intent.Intent { return p.choose(false) }
func (p *Page) exclude() intent.Intent { return p.choose(true) }

// choose narrows the list to the selected value, or excludes the value. It takes away
// a clause that is applied. On the row "all …" of a group it shows the other values of
// the group.
func (p *Page) choose(exclude bool) intent.Intent {
	r, ok := p.selected()
	switch {
	case !ok:
		return nil
	case r.value == more:
		at := p.cursor
		p.groups[r.group].open = true
		p.arrange()
		p.cursor = at // the first of the other values
		return nil
	case r.value < 0:
		return nil
	case r.group != appliedGroup:
		return intent.Narrow{Clause: p.groups[r.group].clause(r.text, exclude)}
	case exclude:
		return nil
	}
	return intent.Widen{Clause: r.text}
}

// notSaved returns the reason why the selected row cannot be renamed or dropped, or
// "" if it is a saved search.
func (p *Page) notSaved() string {
	if r, ok := p.selected(); !ok || r.value < 0 || r.group != savedGroup {
		return locale.T("This is not a saved search.")
	}
	return ""
}

// rename returns the intent to rename the selected saved search.
func (p *Page) rename() intent.Intent { return intent.Rename{Name: p.rows[p.cursor].text} }

// drop drops the selected saved search on the second press.
func (p *Page) drop() intent.Intent {
	name := p.rows[p.cursor].text
	if p.toDrop == name {
		return intent.Drop{Name: name}
	}
	p.toDrop = name
	return intent.Say{Text: locale.F("Press %s again to drop @%s", p.keys.KeyOf("drop-search"), name)}
}

// typed handles a message for the filter line.
func (p *Page) typed(msg tea.Msg) {
	if k, ok := msg.(tea.KeyPressMsg); ok && (k.Code == tea.KeyDown || k.Code == tea.KeyUp) {
		p.keys.Press(k)
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

// Typing reports whether the reader is typing a filter.
func (p *Page) Typing() bool { return p.line != nil }

func (p *Page) move(d keys.Distance, n int) intent.Intent {
	p.step(d.Steps(n, p.shown/2, p.shown, len(p.rows)))
	return nil
}

// Wheel moves the cursor by n rows.
func (p *Page) Wheel(n int) intent.Intent {
	p.step(n)
	return nil
}

// Click does nothing.
func (p *Page) Click(int) intent.Intent { return nil }

// step moves the cursor by n rows, and further if that row cannot be selected.
func (p *Page) step(n int) {
	p.cursor = min(max(p.cursor+n, 0), max(0, len(p.rows)-1))
	if n < 0 {
		p.skip(-1)
	} else {
		p.skip(1)
	}
}

// skip moves the cursor to the nearest row that can be selected, in the direction of
// step if there is one.
func (p *Page) skip(step int) {
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
	p.skip(1)
}
