package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/clean"
	"dateline/ui/intent"
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
		s.named.problem = clean.Line(s.err.Error())
		m.askName(s.named)
	case m.fail(s.err):
	default:
		if s.said != "" {
			m.say(s.said)
		}
		m.facets.Save(s.list)
	}
	if s.key {
		return m.arrived()
	}
	return nil
}

// nameSearch asks for a name for the search that the list shows.
func (m *Model) nameSearch() {
	if m.env.found == nil {
		m.say("Search first, with / or f; then w saves the search under a name.")
		return
	}
	m.askName(newNaming(m.search.shown.text, ""))
}

func (m *Model) askName(n *naming) {
	m.naming = n
	m.show(&m.name, n)
}

// giveName saves a search under a name, or renames it.
func (m *Model) giveName(n intent.Name) tea.Cmd {
	m.hide(&m.name)
	name := n.New
	if name == n.Old {
		return nil
	}
	s := saved{named: m.naming, key: true, said: fmt.Sprintf("Saved: @%s in a search stands for %s", name, n.Text)}
	if n.Old != "" {
		s.said = fmt.Sprintf("@%s is now @%s.", n.Old, name)
	}
	m.waiting++
	return m.changeSaved(s, func(e env) error {
		if n.Old == "" {
			return e.store.SaveSearch(e.ctx, name, n.Text)
		}
		return rename(e, n.Old, name)
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
