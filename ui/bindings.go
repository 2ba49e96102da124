package ui

import (
	"charm.land/bubbles/v2/key"

	"dateline/ui/article"
	"dateline/ui/headlines"
)

// Keys is the bindings of one page under its name.
type Keys struct {
	Page     string
	Bindings []key.Binding
}

// Bindings returns every key of the program, page by page, in the order in
// which help lists them.
func Bindings() []Keys {
	list, text := headlines.NewKeyMap(), article.NewKeyMap()
	return []Keys{
		{Page: "list", Bindings: list.Bindings()},
		{Page: "story", Bindings: text.Bindings()},
	}
}
