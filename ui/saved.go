package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/clean"
	"dateline/ui/cell"
	"dateline/ui/prompt"
	"dateline/ui/theme"
)

// saved is the saved searches, after a change that said says.
type saved struct {
	list  []feed.SavedSearch
	said  string
	named *naming // where it failed the line opens again
	key   bool    // keys wait for the answer
	err   error
}

// readSaved asks for the saved searches.
func (m *Model) readSaved() tea.Cmd {
	m.waiting++
	return m.changeSaved(saved{key: true}, func(env) error { return nil })
}

// changeSaved changes the saved searches and reads them.
func (m *Model) changeSaved(s saved, change func(env) error) tea.Cmd {
	e := m.env
	return func() tea.Msg {
		if s.err = change(e); s.err == nil {
			s.list, s.err = e.store.SavedSearches(e.ctx)
		}
		return s
	}
}

func (m *Model) takeSaved(s saved) tea.Cmd {
	switch {
	case s.err != nil && s.named != nil:
		m.naming = s.named
		m.naming.problem = clean.Line(s.err.Error())
	case m.fail(s.err):
	default:
		if s.said != "" {
			m.say(s.said)
		}
		if m.facets != nil {
			m.facets.Save(s.list)
		}
	}
	if s.key {
		return m.arrived()
	}
	return nil
}

// naming is the line in which a search gets a name.
type naming struct {
	line    *prompt.Prompt
	text    string // the search; empty where old is renamed
	old     string
	problem string
}

func newNaming(text, old string) *naming {
	n := &naming{line: prompt.New("name: "), text: text, old: old}
	n.line.Set(old)
	return n
}

// nameSearch asks for a name for the search that the list shows.
func (m *Model) nameSearch() {
	if m.env.found == nil {
		m.say("Search first, with / or f; then w saves the search under a name.")
		return
	}
	m.naming = newNaming(m.search.shown.text, "")
}

// named takes a key or a paste for the name.
func (m *Model) named(msg tea.Msg) tea.Cmd {
	n := m.naming
	switch n.line.Update(msg) {
	case prompt.Changed:
		n.problem = ""
	case prompt.Left:
		m.naming = nil
	case prompt.Entered:
		m.naming = nil
		return m.giveName(n, n.line.Value())
	case prompt.Same:
	}
	return nil
}

func (m *Model) giveName(n *naming, name string) tea.Cmd {
	if name == n.old {
		return nil
	}
	s := saved{named: n, key: true, said: fmt.Sprintf("Saved: @%s in a search stands for %s", name, n.text)}
	if n.old != "" {
		s.said = fmt.Sprintf("@%s is now @%s.", n.old, name)
	}
	m.waiting++
	return m.changeSaved(s, func(e env) error {
		if n.old == "" {
			return e.store.SaveSearch(e.ctx, name, n.text)
		}
		return rename(e, n.old, name)
	})
}

// rename saves a search under another name before it drops the one it had.
func rename(e env, old, name string) error {
	list, err := e.store.SavedSearches(e.ctx)
	if err != nil {
		return err
	}
	for _, s := range list {
		if s.Name != old {
			continue
		}
		if err := e.store.SaveSearch(e.ctx, name, s.Text); err != nil {
			return err
		}
		return e.store.DropSearch(e.ctx, old)
	}
	return fmt.Errorf("there is no saved search @%s", old)
}

// View draws the line in w cells and returns the column of the cursor.
func (n *naming) View(th *theme.Theme, w int) (line string, cursor int) {
	problem := cell.Cut(n.problem, w/2)
	line, cursor = n.line.View(th, w-cell.Width(problem)-2)
	gap := max(0, w-cell.Width(line)-cell.Width(problem)-1)
	return line + strings.Repeat(" ", gap) + th.StatusError.Render(problem), cursor
}
