package ui

import (
	"dateline/feed"
	"dateline/feed/query"
)

// result is a search and what it found.
type result struct {
	text   string
	typed  bool // the last word matches all words that begin with it
	sort   feed.Sort
	result *feed.Result // nil for the archive's list
	scope  feed.Scope   // whether the rows are stories or takes
	n      int          // rows found; 0 while they are not counted
	files  int          // files found; 0 while they are not counted

	suggestion string // another search, if this one found nothing
}

// finished returns the text of a search for use after typing has ended.
func (r *result) finished() string {
	if r.typed {
		return query.Finished(r.text)
	}
	return r.text
}
