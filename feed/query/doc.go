// Package query parses a search into a plain tree. It handles only the query
// language, not how words are split, folded or found.
//
// # Words
//
//	rate cut            both words, anywhere
//	budg*               words that begin with budg
//	harbor~             words that differ from harbor in a letter or two
//	"rate cut"          these words in a row
//	"rate cu"*          the same, but the last word may go on
//	"rate cut"~5        these words in any order, at most five others between
//	-sports             without this word; no space after -
//	NOT sports          the same
//	seoul OR tokyo      either
//	(a OR b) -c         a group
//	@rates              the saved search of that name, as a group; @"two words"
//
// Words side by side must all match; AND between them changes nothing. They bind
// tighter than OR: `a b OR c` is `(a b) OR c`. OR, AND and NOT are operators only
// in capitals. A saved search that does not exist, or is empty, is an error. A word
// ends at white space, a parenthesis or a quote and is kept as typed: U.S., 1,000,
// co-op, O'Neill, 10:30, C++, https://example.org; only a colon at its end is dropped.
// A word without letters and digits is ignored. A query may consist of negations only,
// and the empty query finds every story.
//
// Quotes are " “ ” „ « » 「 」 『 』. A quote closes one of its own family, and a
// straight quote between Hebrew letters is part of the word. A quote or a parenthesis
// without a partner is a character like a comma. Full-width forms count
// as ASCII if they are syntax: ： （ ） － ＂ ＠ ＊ and the ideographic space.
//
// # Fields
//
//	title:rate          in the headline; title:"rate cut", title:rat*
//	place:seoul         written in Seoul; place:"Port Ellery" is exactly that place
//	by:kim              the byline
//	agency:yonhap       the agency of the dateline
//	tag:budget          a tag before the headline
//	lang:ko             the language
//	path:2024/08        the file's path in the archive
//	group:abcdefgh      the takes of the story whose ID begins so
//	like:abcdefgh       stories like that one, itself left out
//	kind:lead           story, urgent, lead, feature, analysis, interview, review,
//	                    editorial, summary, correction, kill, advisory
//	take:2              0 to 99, or urgent, first, lead; take:2-4, take:3-
//	is:unread           unread, read, starred, lead, urgent, corrected
//	has:related         related, caption, note
//	on:2024-08-15       a date, or a range of dates
//	after:2024-08-15    after the last day of a date
//	before:2024-08      before the first day of a date
//
// The name of a field is letters and a colon, in any case, and its value touches the
// colon: `place: seoul` is two words. With an unknown name, both are words and there
// is a Remark, except for URL schemes (http, https, ftp, file, mailto, feed, news). The
// value is everything up to white space, a parenthesis or a quote: place:-x, by:@kim. A
// field before a group applies to every word in it: `kind:(lead OR urgent)`,
// `title:(rate -cut)`. Quotes make a text value exact. A tag, a place or a path may
// have no letters if it touches the colon or is quoted: tag:!, tag:"?".
//
// # Dates
//
//	2024-08-15          also 2024/8/15, 2024.08.15
//	2024-08             a month; also aug-2024, "August 2024", 2024/08
//	2024                a year
//	today yesterday     by the clock of the reader
//	3d 2w 6m 1y         that many days, weeks, months or years before today
//	2024..2026          only with on:, both ends included; 2024-08.. and ..2024-08
//	                    have an open end
//
// Years run from 1000 to 2999. `after:2024` begins on 2025-01-01 and
// `before:2024-08` ends on 2024-07-31. `after:3d` includes the day three days
// before today, and `before:3d` ends on the day before it. `after:yesterday` is
// today and later.
//
// # Pasted lines
//
// A headline may be pasted whole. A text of five words or more without a valid field
// that would be an Error is searched as words, with a Remark that has the reason of
// the error: `Who rules now, king OR`, `@mayor says the port is shut`. In a text of five
// words or more with all its letters in capitals, OR, AND and NOT are words. Pasted
// finds out whether a text that parses may be a line in which syntax is meant as words,
// as in `Why Kim is NOT going to Seoul`.
//
// # Typing
//
// While the cursor is at the end, text there is an error only if more typing cannot
// make it valid. A word, phrase or text value at the cursor is a prefix. An open
// quote or group counts as closed. An operator, a field, and a half-typed name of a
// saved search or value from a list (is:unr, kind:) are left out. A date is read as
// far as it goes: after:20 is left out, after:2024-1 is after January, and
// after:2024-02-30 is an error.
//
// # Bounds
//
// A query may have 10,000 bytes, 200 terms, groups nested 100 deep and saved
// searches nested five deep. More is an Error, so that hostile input costs little.
package query
