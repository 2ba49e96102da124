package command

import (
	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/ui/intent"
)

// Saved is the saved searches after a change.
type Saved struct {
	List []feed.SavedSearch
	Name intent.Name // the search saved or renamed
	Drop string      // the search dropped
	Err  error
}

// ReadSaved reads the saved searches.
func ReadSaved(e Env) tea.Cmd { return changeSaved(e, Saved{}, nil) }

// Name saves a search under a name or renames it.
func Name(e Env, n intent.Name) tea.Cmd {
	return changeSaved(e, Saved{Name: n}, func() error {
		if n.Old == "" {
			return e.Store.SaveSearch(e.Ctx, n.New, n.Text)
		}
		return e.Store.RenameSearch(e.Ctx, n.Old, n.New)
	})
}

// Drop drops a saved search.
func Drop(e Env, name string) tea.Cmd {
	return changeSaved(e, Saved{Drop: name}, func() error { return e.Store.DropSearch(e.Ctx, name) })
}

// changeSaved changes the saved searches and reads all of them.
func changeSaved(e Env, msg Saved, change func() error) tea.Cmd {
	return func() tea.Msg {
		if change != nil {
			msg.Err = change()
		}
		if msg.Err == nil {
			msg.List, msg.Err = e.Store.SavedSearches(e.Ctx)
		}
		return msg
	}
}
