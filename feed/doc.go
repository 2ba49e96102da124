// Package feed is the store: an archive of news stories, what is known of
// them, and what the reader did with them.
//
// A Store stands on three things: the archive, which is only ever read; the
// catalog, a cache that can be thrown away; and the marks, which are never
// deleted. Lists are read in windows by key, so that a window costs the same
// wherever it lies and whatever the archive's size. The text of a story is read
// from its file when it is opened.
//
// Scan brings the catalog up to date once, Watch keeps it so. Of all processes
// on one archive one scans at a time, for as long as that takes, and one
// watches, until it ends; the others see what it finds and take its place.
//
// Search finds stories by a query (package query). Its Result is a List like the
// Store itself, read in windows too. Settle does the work on the search index
// that scans put off.
//
// A Store is safe for concurrent use. No reading method waits for Scan, Watch
// or Settle.
package feed
