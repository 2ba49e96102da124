// Package articles is the built-in edition: two weeks of news from an invented
// country, in files such as an agency sends. dateline opens it if no archive is
// given, and tests use it as realistic copy.
//
// The files are in folders by year, month and day. Their text is UTF-8 in normal
// form C.
package articles

import "embed"

// FS holds the edition, one story in each file: "2024/10/02/ferry-first.txt".
//
//go:embed 2024
var FS embed.FS
