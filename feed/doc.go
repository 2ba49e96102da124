// Package feed is the store: an archive of news stories, what is known of
// them, and what the reader did with them.
//
// A Store stands on three things: the archive, which is only ever read; the
// catalog, a cache that can be thrown away; and the marks, which are never
// deleted. Lists are read in windows by key, so that a window costs the same
// wherever it lies and whatever the archive's size. The text of a story is read
// from its file when it is opened.
//
// A Store is safe for concurrent use. No reading method waits for Scan.
package feed
