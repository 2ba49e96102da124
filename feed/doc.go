// Package feed is the store: an archive of news stories, what is known of
// them, and what the reader did with them.
//
// A Store stands on three things: the archive, which is only ever read; the
// catalog, a cache that can be deleted; and the marks, which are never
// deleted. Lists are read in windows by key, so that a window costs the same
// wherever it lies and whatever the archive's size. The text of a story is read
// from its file when it is opened.
//
// Scan (package scan) brings the catalog up to date once, Watch keeps it so. One
// process on an archive scans at a time, and one watches until it ends; the
// others see what it finds and take its place. Rows that another version of the
// program made stay usable until a scan has read their files again.
//
// Search finds stories by a query (package query). Its Result is a List like the
// Store itself, read in windows too. Settle does the work on the search index
// that scans put off. Related, CitedBy and Takes (package web) lead from a story
// to others.
//
// A Store is safe for concurrent use. No reading method waits for Scan, Watch
// or Settle.
package feed
