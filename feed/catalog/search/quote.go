package search

import "strings"

// quote returns terms, which have no quotes, as a full-text string.
func quote(terms string) string { return `"` + strings.ReplaceAll(terms, `"`, "") + `"` }

// phrase matches terms that follow each other.
func phrase(terms []string) string { return quote(strings.Join(terms, " ")) }

// The columns that words are searched in.
const (
	inTitle  = "title : "
	anywhere = "{title body} : "
)

// columnsOf returns the columns of the words of a query.
func columnsOf(title bool) string {
	if title {
		return inTitle
	}
	return anywhere
}
