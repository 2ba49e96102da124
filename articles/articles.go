// Package articles is the built-in edition: two weeks of news from a country
// that does not exist, as the files that an agency would have sent. It is what
// dateline opens when it is given no archive, and it is what tests read where
// they want real copy.
//
// The files lie by year, month and day. Their text is UTF-8, in normal form C.
package articles

import "embed"

// FS holds the edition, one story a file: "2024/10/02/ferry-first.txt".
//
//go:embed 2024
var FS embed.FS
