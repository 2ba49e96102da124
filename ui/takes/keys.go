package takes

import (
	tea "charm.land/bubbletea/v2"

	"dateline/feed/locale"
	"dateline/ui/hint"
	"dateline/ui/intent"
	"dateline/ui/keys"
)

// bindings returns the key bindings of p.
func bindings(p *Page) keys.List {
	return keys.WithProgram(keys.Moves("line", p.move), keys.List{
		{Name: "next-change", Keys: []string{"]"}, Group: keys.Move, Help: "next change", Pair: "next, previous change", Hint: "next change", Do: keys.Step(p.stepChange, 1)},
		{Name: "previous-change", Keys: []string{"["}, Group: keys.Move, Help: "previous change", Do: keys.Step(p.stepChange, -1)},
		{Name: "next-pair", Keys: []string{"tab"}, Group: keys.Read, Help: "next take, and the one before it", Pair: "next, previous pair of takes", Hint: "other pair", Do: keys.Call(func() intent.Intent { return p.stepPair(1) })},
		{Name: "previous-pair", Keys: []string{"shift+tab"}, Group: keys.Read, Help: "previous take, and the one before it", Do: keys.Call(func() intent.Intent { return p.stepPair(-1) })},
		{Name: "newer-take", Keys: []string{"J"}, Group: keys.Read, Help: "compare with a newer take", Pair: "compare with a newer, older take", Do: keys.Call(func() intent.Intent { return p.stepOld(1) })},
		{Name: "older-take", Keys: []string{"K"}, Group: keys.Read, Help: "compare with an older take", Do: keys.Call(func() intent.Intent { return p.stepOld(-1) })},
		{Name: "open-take", Keys: []string{"enter", "l", "right"}, Group: keys.Links, Help: "open the newer take at this paragraph", Hint: "open", Do: keys.Call(p.open)},
		{Name: "cut-take", Keys: []string{"x"}, Group: keys.Mark, Help: "make the newer take a story of its own", Do: keys.Call(p.cut)},
		{Name: "show-unchanged", Keys: []string{"s"}, Group: keys.Screen, Help: "unchanged paragraphs, on and off", Hint: "all", Do: keys.Run(p.toggleSame)},
		{Name: "close", Keys: []string{"q", "v", "esc", "h", "left"}, Group: keys.Leave, Help: "close", Hint: "back", Do: keys.Ask(intent.Close{})},
	})
}

// Bindings returns the key bindings in the order of the help page.
func (p *Page) Bindings() keys.List { return p.keys }

// Hints returns what keys do on the page, the most useful first.
func (p *Page) Hints() []hint.Hint {
	all := p.keys.Hint("show-unchanged", "")
	if p.same {
		all.Text = locale.In("hint").T("changes")
	}
	hints := []hint.Hint{{Key: p.keys.KeyOf("next-change") + " " + p.keys.KeyOf("previous-change"), Text: locale.In("hint").T("next change")}}
	if len(p.takes) > 2 {
		hints = append(hints, p.keys.Hint("next-pair", ""))
	}
	return append(hints, p.keys.Hint("open-take", ""), all, p.keys.Hint("close", ""), p.keys.Hint(keys.Help, ""))
}

// Typing returns false: the page takes no text.
func (p *Page) Typing() bool { return false }

// Update handles a key press and returns the intent for the root.
func (p *Page) Update(msg tea.Msg) intent.Intent { return p.keys.Update(msg) }

func (p *Page) move(d keys.Distance, n int) intent.Intent {
	p.step(d.Steps(n, p.room()/2, p.room()-2, len(p.lines)))
	return nil
}

// step moves the cursor by n lines.
func (p *Page) step(n int) {
	p.cursor = max(0, min(p.cursor+n, len(p.lines)-1))
	p.keepVisible()
}

// changed reports whether line i is the first of a paragraph that changed.
func (p *Page) changed(i int) bool {
	c := p.lines[i].change
	return c >= 0 && (i == 0 || p.lines[i-1].change != c) && p.differs(c)
}

// stepChange goes to the first line of the next or previous paragraph that changed.
func (p *Page) stepChange(step int) {
	for i := p.cursor + step; i >= 0 && i < len(p.lines); i += step {
		if p.changed(i) {
			p.goTo(i)
			return
		}
	}
}

// toFirst goes to the first change.
func (p *Page) toFirst() {
	p.cursor = -1
	p.stepChange(1)
	p.step(0)
}

// goTo moves the cursor to line i, the first of a change, and scrolls until all of the
// change is on the screen if it fits.
func (p *Page) goTo(i int) {
	last := i
	for last+1 < len(p.lines) && p.lines[last+1].change == p.lines[i].change {
		last++
	}
	p.cursor = last
	p.keepVisible()
	p.cursor = i
	p.keepVisible()
}

// stepPair compares the next or previous take with the one before it. After the last comes
// the second.
func (p *Page) stepPair(step int) intent.Intent {
	n := len(p.takes) - 1
	if n < 1 {
		return nil
	}
	i := 1 + (p.pair.New-1+step+n)%n
	return p.compare(Pair{i - 1, i})
}

// stepOld compares the newer take of the pair with another older one.
func (p *Page) stepOld(step int) intent.Intent {
	old := p.pair.Old + step
	if old < 0 || old >= p.pair.New {
		return nil
	}
	return p.compare(Pair{old, p.pair.New})
}

func (p *Page) toggleSame() {
	p.same = !p.same
	p.lay()
}

// open opens the newer take at the paragraph where the cursor is; for one that is gone, at
// the one before it.
func (p *Page) open() intent.Intent {
	if len(p.takes) < 2 {
		return nil
	}
	block := 0
	for i := min(p.cursor, len(p.lines)-1); i >= 0 && block == 0; i-- {
		block = p.lines[i].block + 1
	}
	return intent.OpenTake{ID: p.takes[p.pair.New].Row.ID, Block: block}
}

// cut asks to make the newer take of the pair a story of its own.
func (p *Page) cut() intent.Intent {
	if len(p.takes) < 2 {
		return nil
	}
	r := &p.takes[p.pair.New].Row
	return intent.Cut{ID: r.ID, Headline: r.Headline.Text}
}

// Wheel moves the cursor by n lines.
func (p *Page) Wheel(n int) intent.Intent {
	p.step(n)
	return nil
}

// Click compares the take on line y of the box with the one before it, or moves the cursor
// to the line.
func (p *Page) Click(y int) intent.Intent {
	first, n := p.rows()
	switch i := p.top + y - n - 2; {
	case y > 0 && y <= n && len(p.takes) > 1:
		take := max(1, first+y-1)
		return p.compare(Pair{take - 1, take})
	case y > n+1 && i < len(p.lines):
		p.step(i - p.cursor)
	}
	return nil
}
