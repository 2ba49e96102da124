package ui

import (
	"charm.land/bubbles/v2/key"

	"dateline/ui/article"
	"dateline/ui/facets"
	"dateline/ui/headlines"
	"dateline/ui/search"
)

// Keys is the bindings of one page under its name.
type Keys struct {
	Page     string
	Bindings []key.Binding
}

// Bindings returns every key of the program, page by page, in the order in
// which help lists them.
func Bindings() []Keys {
	list, line, panel, text := headlines.NewKeyMap(), search.NewKeyMap(), facets.NewKeyMap(), article.NewKeyMap()
	return []Keys{
		{Page: "list", Bindings: list.Bindings()},
		{Page: "search", Bindings: line.Bindings()},
		{Page: "facets", Bindings: panel.Bindings()},
		{Page: "story", Bindings: text.Bindings()},
	}
}
