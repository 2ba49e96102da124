package ui

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/theme"
)

// Opened reports whether page n is open.
func (m *Model) Opened(n intent.Page) bool { return m.holders[n].open }

// PageBindings returns the bindings of each page.
func PageBindings() (all [intent.Pages]keys.List) {
	for i, h := range newModel(nil, nil).holders {
		all[i] = h.Bindings()
	}
	return all
}

func TestEveryPageHasALineInTheList(t *testing.T) {
	th := theme.Look{}.Theme(true)
	for i, h := range newModel(&th, nil).holders {
		switch {
		case h.page == nil:
			t.Errorf("page %d is not in newHolders", i)
			continue
		case h.kind == sheet && h.place == nil:
			t.Errorf("sheet %d has no place on the screen", i)
		case h.kind == pane && h.foot == nil:
			t.Errorf("pane %d has no foot line", i)
		}
		keys := len(h.Bindings()) > 0 && intent.Page(i) != intent.HelpPage
		if keys && h.name == "" {
			t.Errorf("the keys of page %d are not in the manual", i)
		}
		if keys && h.kind != line && h.title == "" {
			t.Errorf("the keys of page %d have no title in the help", i)
		}
	}
}

// opens returns the page that in leads to.
func opens(in intent.Intent) (n intent.Page, ok bool) {
	switch in := in.(type) {
	case intent.Show:
		return in.Page, true
	case intent.AskTags:
		return intent.TagsPage, true
	case intent.AskAll:
		return intent.QuestionPage, true
	}
	return 0, false
}

func TestEveryPageIsOpenedByAKeyOrACommand(t *testing.T) {
	th := theme.Look{}.Theme(true)
	hs := newModel(&th, nil).holders
	opened := [intent.Pages]bool{intent.StoryPage: true, intent.ListPage: true}
	for i := range hs {
		if hs[i].page == nil {
			continue // TestEveryPageHasALineInTheList reports it
		}
		for _, b := range hs[i].Bindings() {
			if b.Off != nil && b.Off() != "" {
				continue
			}
			if n, ok := opens(b.Do(tea.KeyPressMsg{})); ok {
				opened[n] = true
			}
		}
	}
	for i, ok := range opened {
		if !ok {
			t.Errorf("no key or command opens page %d", i)
		}
	}
}
