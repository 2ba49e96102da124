package ui

import (
	"dateline/feed/query"
	"dateline/ui/help"
	"dateline/ui/intent"
)

// showKeys lists the keys of the page that has the keys.
func (m *Model) showKeys() {
	h := m.owner()
	m.showHelp(help.New(h.title, h.Bindings()))
}

// showManual shows the search manual.
func (m *Model) showManual() {
	m.showHelp(help.NewManual("What can be searched for", query.Manual()))
}

func (m *Model) showHelp(p *help.Page) {
	m.help = p
	m.show(intent.HelpPage, p)
}
