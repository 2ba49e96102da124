package facets

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/prompt"
)

// The names of the actions that the panel gives hints for.
const (
	narrow     = "narrow"
	exclude    = "exclude"
	filter     = "filter"
	closePanel = "close"
)

// bindings returns what the keys do on p.
func bindings(p *Page) keys.List {
	return slices.Concat(keys.Moves("value", p.move), keys.List{
		{Name: narrow, Keys: []string{"enter", "l", "right"}, Help: "narrow the list to it", Hint: "narrow", Do: keys.Call(p.include)},
		{Name: exclude, Keys: []string{"-"}, Help: "leave it out", Hint: "exclude", Do: keys.Call(p.exclude)},
		{Name: "next-facet", Keys: []string{"tab"}, Help: "next facet", Do: keys.Step(p.facet, 1)},
		{Name: "previous-facet", Keys: []string{"shift+tab"}, Help: "previous facet", Do: keys.Step(p.facet, -1)},
		{Name: filter, Keys: []string{"/"}, Help: "filter, as you type", Hint: "filter", Do: keys.Run(p.openFilter)},
		{Name: "rename-search", Keys: []string{"w"}, Help: "rename a saved search", Do: keys.Call(p.rename), Off: p.notSaved},
		{Name: "drop-search", Keys: []string{"x"}, Help: "drop a saved search, at the second press", Do: keys.Call(p.drop), Off: p.notSaved},
		{Name: closePanel, Keys: []string{"q", "esc", "h", "left", "f"}, Help: "close", Hint: "close", Do: p.close},
		*keys.Program().Named(keys.Help),
	})
}

// Bindings returns what the keys do, in the order in which help lists them.
func (p *Page) Bindings() keys.List { return p.keys }

// Update takes a key press or a paste and returns what the panel asks of the
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
	p.touched = true
	doomed := p.doomed
	in, _ := p.keys.Press(keys.Normal(press))
	if p.doomed == doomed {
		p.doomed = "" // only two presses in a row drop a search
	}
	return in
}

// close clears the filter. Without a filter, or at f, it closes the panel.
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

// choose narrows the list to the selected value, or excludes it. On the last
// row of a group that shows only its first values, it shows the others.
func (p *Page) choose(exclude bool) intent.Intent {
	r, ok := p.selected()
	switch {
	case !ok:
		return nil
	case r.value == more:
		p.groups[r.group].open = true
		p.arrange() // the first of the other values is where the cursor is
		return nil
	case r.value < 0:
		return nil
	}
	return intent.Narrow{Clause: p.clause(r, exclude)}
}

// notSaved is why no search can be renamed or dropped.
func (p *Page) notSaved() string {
	if r, ok := p.selected(); !ok || r.value < 0 || p.groups[r.group].field != "" {
		return "This is not a saved search; w in the list saves its search."
	}
	return ""
}

// rename asks for another name of the selected saved search.
func (p *Page) rename() intent.Intent { return intent.Rename{Name: p.rows[p.cursor].text} }

// drop drops the selected saved search at the second press.
func (p *Page) drop() intent.Intent {
	name := p.rows[p.cursor].text
	if p.doomed == name {
		return intent.Drop{Name: name}
	}
	p.doomed = name
	return intent.Say{Text: "Press x again to drop @" + name + "."}
}

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

// Typing reports whether a filter is being typed.
func (p *Page) Typing() bool { return p.line != nil }

func (p *Page) move(d keys.Distance, n int) intent.Intent {
	switch d {
	case keys.Line:
		p.step(n)
	case keys.HalfPage:
		p.step(n * max(1, p.shown/2))
	case keys.Page:
		p.step(n * max(1, p.shown))
	case keys.End:
		p.step(n * len(p.rows))
	}
	return nil
}

// Wheel moves the cursor by n rows.
func (p *Page) Wheel(n int) intent.Intent {
	p.step(n)
	return nil
}

// Click does nothing.
func (p *Page) Click(int) intent.Intent { return nil }

// step moves the cursor by n rows, and past a row that cannot be chosen.
func (p *Page) step(n int) {
	p.cursor = min(max(p.cursor+n, 0), max(0, len(p.rows)-1))
	if n < 0 {
		p.settle(-1)
	} else {
		p.settle(1)
	}
}

// settle moves the cursor to the nearest row that can be chosen, in the direction
// of step if there is one.
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
