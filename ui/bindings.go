package ui

import (
	"dateline/ui/article"
	"dateline/ui/facets"
	"dateline/ui/headlines"
	"dateline/ui/keys"
	"dateline/ui/search"
)

// Keys is the bindings of one page under its name.
type Keys struct {
	Page     string
	Bindings keys.List
}

// Bindings returns the bindings of the program, page by page, in the order in
// which help lists them.
func Bindings() []Keys {
	return []Keys{
		{Page: "list", Bindings: headlines.New(nil, nil).Bindings()},
		{Page: "search", Bindings: search.New(nil).Bindings()},
		{Page: "facets", Bindings: facets.New().Bindings()},
		{Page: "story", Bindings: article.New(nil, nil).Bindings()},
	}
}
