// Package feed is the store: an archive of news stories, a catalog of them, and the
// reader's marks.
//
// A Store has three parts: the archive, which it only reads; the catalog, a cache
// that can be deleted; and the marks, which are never deleted and are those of all
// archives (package marks). After a scan the marks follow the stories that have moved. Lists are read in
// windows by key, so a window costs the same at any position and for any size of
// archive. The text of a story is read from its file when it is opened; if the
// file has several stories, only the bytes of this one are read.
//
// Scan (package scan) brings the catalog up to date once, and Watch keeps it up to
// date. One process at a time scans an archive, and one watches it until it ends;
// the others see its changes, and then one of them takes over. Rows that were made
// by another version of the program stay usable until a scan has read their files
// again.
//
// Refresh (package glance) finds new, moved and removed files by the times of folders,
// so that a command can answer at once. It leaves files that were edited in place to Scan
// and Watch.
//
// Stories come in takes, each a file (package takes). The catalog keeps which files are
// takes of one story; a List has a row for each file, or one for each story.
//
// Mark changes what the reader sets on stories: read, starred, tags, a note. Each call is a
// step, as are Join, Cut, SetLine and SaveSearch, and Undo and Redo go through the steps, also
// after a restart. MarkSeen marks what was seen by opening it, with the takes that it carries;
// that is no step.
//
// Search finds stories by a query (package query). Its Result is a List like the
// Store itself and is also read in windows. Settle does the work on the search
// index that scans put off. Related, CitedBy, Takes, Alike, Timeline and Neighbourhood
// (package web) lead from a story to others, and Notices to what corrects or kills it.
// Missing finds headlines that lead nowhere.
// Join and Cut group takes by hand. SetLine puts stories into a time line by hand and
// cuts them from it. A scan finds which stories corrections and kills are about when it
// has read the files.
//
// ExportMarks and ImportMarks copy marks between machines; an import is a merge.
//
// A Store is safe for concurrent use. Methods that read do not wait for Scan, Watch
// or Settle.
package feed
