package headlines

import (
	"dateline/feed/locale"
	"dateline/ui/hint"

	tea "charm.land/bubbletea/v2"

	"dateline/feed/story"
	"dateline/ui/intent"
	"dateline/ui/keys"
)

// The keys that change the marks of the selected row.
const (
	toggleRead = "toggle-read"
	toggleStar = "toggle-star"
)

// Marking reports whether a key marks the selected row read or unread, or changes its star.
func (p *Page) Marking(k tea.KeyPressMsg) (read, star bool) {
	name := p.keys.Action(k)
	return name == toggleRead, name == toggleStar
}

// bindings returns the key bindings of p.
func bindings(p *Page) keys.List {
	moves := keys.Moves("row", p.move)
	next, previous := moves.Named("next-row"), moves.Named("previous-row")
	next.Keys, previous.Keys = append(next.Keys, "J"), append(previous.Keys, "K")
	return keys.WithProgram(moves, keys.List{
		{Name: "open-story", Keys: []string{"enter", "l", "right"}, Group: keys.Read, Help: "open the story", Hint: "open", Do: keys.Call(p.open)},
		{Name: "back", Keys: []string{"q"}, Group: keys.Leave, Help: "clear search or quit", Hint: "quit", Do: keys.Call(p.back)},
		{Name: "next-unread", Keys: []string{"tab", "n"}, Group: keys.Read, Help: "next unread", Hint: "next unread", Do: keys.Ask(intent.NextUnread{})},
		{Name: "previous-unread", Keys: []string{"shift+tab", "N"}, Group: keys.Read, Help: "previous unread", Do: keys.Ask(intent.NextUnread{Back: true})},
		{Name: toggleRead, Keys: []string{"m"}, Group: keys.Mark, Help: "mark read or unread", Pair: "read or unread, star", Do: keys.Call(p.toggleRead)},
		{Name: toggleStar, Keys: []string{"s"}, Group: keys.Mark, Help: "star or unstar", Hint: "star", Do: keys.Call(p.toggleStar)},
		{Name: "tag", Keys: []string{"t"}, Group: keys.Mark, Help: "tag", Pair: "tag, write a note", Do: keys.Call(p.tag)},
		{Name: "note", Keys: []string{"A"}, Group: keys.Mark, Help: "write a note", Do: keys.Call(p.note)},
		{Name: "read-all", Keys: []string{"M"}, Group: keys.Mark, Help: "mark all shown read", Do: keys.Ask(intent.AskAll{Do: intent.ReadAll})},
		{Name: "search", Keys: []string{"/"}, Group: keys.Search, Help: "search all text", Pair: "search all, clear it", Hint: "search", Do: keys.Ask(intent.Show{Page: intent.SearchPage})},
		{Name: "clear-search", Keys: []string{"esc"}, Group: keys.Search, Help: "clear the search", Hint: "all stories", Do: keys.Call(p.clear)},
		{Name: "around", Keys: []string{"r"}, Group: keys.Links, Help: "what is around a story", Pair: "around, its takes", Hint: "related", Do: keys.Ask(intent.Show{Page: intent.AroundPage})},
		{Name: "takes", Keys: []string{"v"}, Group: keys.Links, Help: "takes, and what changed", Hint: "takes", Do: keys.Ask(intent.Show{Page: intent.TakesPage})},
		{Name: "unfold", Keys: []string{"+"}, Group: keys.Links, Help: "its takes below it", Pair: "unfold it, every take", Hint: "unfold", Do: keys.Call(p.unfold)},
		{Name: "every-take", Keys: []string{"Z"}, Group: keys.Links, Help: "every take, or a row a story", Do: keys.Ask(intent.EveryTake{})},
		{Name: "timeline", Keys: []string{"T"}, Group: keys.Links, Help: "time line", Do: keys.Ask(intent.Show{Page: intent.TimelinePage})},
		{Name: "open-related", Arg: "N", Keys: keys.Digits(), Group: keys.Links, Help: "open a related story", Do: p.number},
		{Name: "facets", Keys: []string{"f"}, Group: keys.Search, Help: "narrow by facets", Pair: "narrow by facets, days", Hint: "facets", Do: keys.Ask(intent.Show{Page: intent.FacetsPage})},
		{Name: "strip", Keys: []string{"c"}, Group: keys.Search, Help: "months and days", Do: keys.Ask(intent.Show{Page: intent.BarsPage})},
		{Name: "sort", Keys: []string{"S"}, Group: keys.Search, Help: "best or newest first", Pair: "order, save the search", Hint: "newest first", Do: keys.Ask(intent.Sort{})},
		{Name: "save-search", Keys: []string{"w"}, Group: keys.Search, Help: "save the search", Hint: "save", Do: keys.Ask(intent.Show{Page: intent.NamePage})},
		{Name: "copy", Keys: []string{"y"}, Group: keys.Read, Help: "copy text, headline, citation or path", Pair: "copy, copy its path", Do: keys.Ask(intent.Show{Page: intent.CopyPage})},
		{Name: "copy-path", Keys: []string{"Y"}, Group: keys.Read, Help: "copy the path of its file", Do: keys.Ask(intent.Copy{Part: intent.Path})},
		{Name: "open-outside", Keys: []string{"o"}, Group: keys.Read, Help: "open outside dateline", Do: keys.Call(p.openOutside)},
		{Name: "edit", Keys: []string{"e"}, Group: keys.Read, Help: "edit its file", Pair: "edit file, pipe text", Do: keys.Ask(intent.Edit{})},
		{Name: "pipe", Keys: []string{"|"}, Group: keys.Read, Help: "pipe the text to a command", Do: keys.Ask(intent.Show{Page: intent.PipePage})},
		{Name: "wider", Keys: []string{">"}, Group: keys.Screen, Help: "wider list", Pair: "wider, narrower list", Do: keys.Ask(intent.Width{Step: 1})},
		{Name: "narrower", Keys: []string{"<"}, Group: keys.Screen, Help: "narrower list", Do: keys.Ask(intent.Width{Step: -1})},
		{Name: "split", Keys: []string{"z"}, Group: keys.Screen, Help: "panes: three, two, one", Hint: "layout", Do: keys.Ask(intent.Zen{})},
	})
}

// Bindings returns the key bindings in the order of the help page.
func (p *Page) Bindings() keys.List { return p.keys }

// Hints returns what keys do on the list now, the most useful first.
func (p *Page) Hints() []hint.Hint {
	l := p.keys
	switch row, _ := p.Selected(); {
	case len(p.rows) == 0 && p.result == nil:
		return l.Hints("back", keys.Help)
	case len(p.rows) == 0:
		return l.Hints("clear-search", "search", keys.Help)
	case p.result != nil:
		sort := locale.In("hint").T("best first")
		if p.result.Ranked {
			sort = locale.In("hint").T("newest first")
		}
		return append(l.Hints("open-story", "clear-search", "search", "facets"), l.Hint("sort", sort), l.Hint("save-search", ""), l.Hint(keys.Help, ""))
	case p.frame.split:
		return append([]hint.Hint{l.Hint("open-story", locale.In("hint").T("into the story"))}, l.Hints("search", "facets", "around", "split", "back", "next-unread", toggleStar, keys.Help)...)
	case row.Takes > 1:
		return l.Hints("open-story", "search", "facets", "takes", "unfold", "next-unread", "back", toggleStar, keys.Help)
	}
	return l.Hints("open-story", "search", "facets", "back", "next-unread", toggleStar, keys.Help)
}

// Typing returns false: the list takes no text.
func (p *Page) Typing() bool { return false }

// Update handles a key press and returns the intent for the root.
func (p *Page) Update(msg tea.Msg) intent.Intent {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	if in, _ := p.keys.Press(keys.Normal(press)); in != nil {
		return in
	}
	return p.More()
}

// number opens a related headline of the story beside the list.
func (p *Page) number(press tea.KeyPressMsg) intent.Intent {
	if !p.frame.split {
		return nil
	}
	return keys.Number(press)
}

// back clears the search. Without a search it quits the program.
func (p *Page) back() intent.Intent {
	if p.result == nil {
		return intent.Quit{}
	}
	return intent.Clear{}
}

func (p *Page) clear() intent.Intent {
	if p.result == nil {
		return nil
	}
	return intent.Clear{}
}

// open opens the selected story. In a result without rows it takes the suggestion.
func (p *Page) open() intent.Intent {
	row, ok := p.Selected()
	switch {
	case !ok && p.result != nil && len(p.rows) == 0:
		return intent.Suggested{}
	case !ok:
		return nil
	}
	p.touched = true
	return intent.Open{ID: row.ID}
}

func (p *Page) toggleRead() intent.Intent {
	row, ok := p.Selected()
	if !ok {
		return nil
	}
	return intent.Read{ID: row.ID, Group: row.Group, All: p.all(&row), Read: !row.Read}
}

func (p *Page) toggleStar() intent.Intent {
	row, ok := p.Selected()
	if !ok {
		return nil
	}
	return intent.Star{ID: row.ID, Group: row.Group, All: p.all(&row), Starred: !row.Starred}
}

// tag returns the intent to open the line for the tags of the selected row.
func (p *Page) tag() intent.Intent {
	row, ok := p.Selected()
	if !ok {
		return nil
	}
	return intent.AskTags{ID: row.ID, All: p.all(&row), Headline: row.Headline.Title}
}

// note returns the intent to write a note on the story of the selected row.
func (p *Page) note() intent.Intent {
	row, ok := p.Selected()
	if !ok {
		return nil
	}
	return intent.AskNote{ID: row.ID, Headline: row.Headline.Title}
}

// all reports whether the selected row stands for several takes.
func (p *Page) all(row *story.Row) bool { return p.take == 0 && p.folds(row) }

// openOutside opens the selected story in another program.
func (p *Page) openOutside() intent.Intent {
	row, ok := p.Selected()
	if !ok {
		return nil
	}
	return intent.OpenOutside{ID: row.ID}
}

func (p *Page) move(d keys.Distance, n int) intent.Intent {
	shown := max(1, p.lastShown()-p.firstShown())
	switch d {
	case keys.Line:
		p.step(n)
	case keys.HalfPage:
		p.page(n * max(1, shown/2))
	case keys.Page:
		p.page(n * shown)
	case keys.End:
		p.pending, p.touched = 0, n > 0
		if n > 0 {
			return p.load(intent.Bottom, story.Key{})
		}
		return p.load(intent.Top, story.Key{})
	}
	return nil
}

// Choose moves the cursor by n rows while another page has the keys.
func (p *Page) Choose(n int) intent.Intent {
	p.step(n)
	return p.More()
}

// Wheel scrolls the list by n rows.
func (p *Page) Wheel(n int) intent.Intent {
	p.scroll(n)
	return p.More()
}

// Click selects the row at line y of the box.
func (p *Page) Click(y int) intent.Intent {
	i, take, ok := p.rowAt(y)
	if !ok {
		return nil
	}
	p.touched = true
	p.cursor, p.take = i, take
	return nil
}
