package ui

import (
	"dateline/ui/help"
	"dateline/ui/intent"
)

// showKeys lists the keys of the page that has the keys.
func (m *Model) showKeys() {
	h := m.owner()
	m.showHelp(help.New(h.title, h.Bindings()))
}

func (m *Model) showHelp(p *help.Page) {
	m.help = p
	m.show(intent.HelpPage, p)
}
