// Package query reads what a reader looks for into a plain tree. It knows the
// language and nothing else: not how words are cut, folded or found.
//
// # Words
//
//	rate cut            both words, in any place
//	budg*               a word that begins so
//	"rate cut"          the words together, as they stand
//	"rate cu"*          the same, the last word begun
//	-sports             not this; - touches what it negates
//	NOT sports          the same
//	seoul OR tokyo      either
//	(a OR b) -c         a group
//	@rates              the saved search of that name, as a group; @"two words"
//
// Words side by side must all match; AND between them says nothing more. They
// bind closer than OR: `a b OR c` is `(a b) OR c`. OR, AND and NOT are
// operators in capitals only. A saved search that is not there, or says nothing,
// is an error. A word reaches to white space, a parenthesis or
// a quote and is kept as typed: U.S., 1,000, co-op, O'Neill, 10:30, C++,
// https://example.org. What holds no letter and no digit is ignored. A query
// of negations alone is one, and the empty query is every story.
//
// Quotes are " “ ” „ « » 「 」 『 』; one closes what one of its family opened,
// and a straight one between Hebrew letters is a part of the word. Full-width
// forms are as good as ASCII wherever they are syntax: ： （ ） － ＂ ＠ ＊ and
// the ideographic space.
//
// # Fields
//
//	title:rate          in the headline; title:"rate cut", title:rat*
//	place:seoul         written there; place:"Port Ellery" is that very place
//	by:kim              the byline
//	agency:yonhap       the agency of the dateline
//	tag:budget          a tag of the reader
//	lang:ko             the language
//	path:2024/08        the file's path in the archive
//	kind:lead           story, urgent, lead, feature, analysis, interview, review,
//	                    editorial, summary, correction, kill, advisory
//	take:2              0 to 99, or urgent, first, lead; take:2-4, take:3-
//	is:unread           unread, read, starred, lead, urgent, corrected
//	has:related         related, caption, note
//	on:2024-08-15       a date, or a range of dates
//	after:2024-08-15    after the last day of a date
//	before:2024-08      before the first day of a date
//
// A field's name is letters and a colon, in any case. A name that is no field
// is an error, but for the schemes of addresses (http, https, ftp, file,
// mailto, feed, news). The value may stand apart from its colon: `place:
// seoul`. Directly behind the colon every character is the value's up to white
// space, a parenthesis or a quote: place:-x, by:@kim. A field before a group
// is the field of every word in it: `kind:(lead OR urgent)`, `title:(rate
// -cut)`. Quotes make a text value exact. A tag, a place or a path may be without
// letters where it touches the colon or is quoted: tag:!, tag:"?".
//
// # Dates
//
//	2024-08-15          also 2024/8/15, 2024.08.15
//	2024-08             a month; also aug-2024, "August 2024", 2024/08
//	2024                a year
//	today yesterday     as the clock of the reader has it
//	3d 2w 6m 1y         the day so many days, weeks, months, years before today
//	2024..2026          of on: only, both ends included; 2024-08.. and ..2024-08
//	                    leave an end open
//
// Years run from 1000 to 2999. `after:2024` begins on 2025-01-01 and
// `before:2024-08` ends on 2024-07-31. What counts back is included: `after:3d`
// begins three days before today, `before:3d` ends on the day before that.
// `after:yesterday` is today and later.
//
// # Typing
//
// While the cursor is at the end, nothing there is wrong that could become
// right. The word, phrase or text value that it touches is the beginning of
// one; an open quote or group is taken as closed; an operator, a field, and
// a half-typed name of a saved search or value from a list (is:unr, kind:)
// are left out. A date is read as far as it goes: after:20 is left out,
// after:2024-1 is after January, and after:2024-02-30 is wrong.
//
// # Bounds
//
// A query has at most 10,000 bytes, 200 terms and groups 100 deep, and saved
// searches lead to others at most five deep. Beyond that it is an Error, so
// hostile input costs no more than any other.
package query
