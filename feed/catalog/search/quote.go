package search

import "strings"

// quote returns terms, which have no quotes, as a full-text string.
func quote(terms string) string { return `"` + strings.ReplaceAll(terms, `"`, "") + `"` }
