// Package wire reads news-agency copy: it parses the text of a file, which must be
// decoded and cleaned, into a story.Story. Package envelope has read the headers and
// trailers of transmission before. Every text is a story. The parts below are
// recognised; the rest is the body. Nothing is dropped.
//
// # Grammar
//
// The parts come in this order. Each may be missing, but the headline and the body
// cannot both be. A line is blank if it shows nothing.
//
//	copy      = { field | flash | stamp } { note | flash } headline
//	            { note | marked | byline | bullets | caption | subhead } dateline body
//	            signoff [ end ] { signoff | keywords | related | caption | tail }
//
//	field     = name ": " value, two or more in a row before a blank line
//	flash     = "URGENT" | "BULLETIN" | …, alone on its line
//	stamp     = a day and a time, alone on a line
//	          | day [ time ] [ zone ] with words for "published" in any language, alone on its line
//	marked    = "^" … ( "<" | "=" ), a line as an ANPA desk marks it: a note above the
//	            dateline or the byline, a heading in the body
//
//	headline  = { tag } title { tag }, on one to four lines; the last may end with "<" or "="
//	tag       = "(" … ")" | "[" … "]" | "【" … "】" | "<" … ">"   (2nd LD) [속보] 【速報】
//	          | WORD [ number ] "-"                               UPDATE 2-  RPT-
//	          | Word ":" | ordinal "LEAD" | ordinal "Ld-Writethru" | WORD, before a title
//	note      = "(ATTN: " … ")" | "(Eds: " … ")" | "EDITORS' NOTE" … | "HOLD UNTIL" …
//	          | "FOR IMMEDIATE RELEASE" … | "(" Verb … ")" | anything all in brackets, between headline and dateline
//	          | "LaserPhoto NY14" | "With PM-Ferry, Bjt" | "$Adv20" | "Contact: Ana Ruiz" and the like, on one line
//	byline    = "By " names [ "=" ] [ title ] | "Von " … | "Par " … | "Por " … | 이름 "기자"
//
//	dateline  = places [ "," region ] [ "," day ] [ agency ] dash  [ "[Text]" ]
//	          | agency [ dash ] places "," day dash               (ANSA) - ROMA, 15 AGO -
//	          | day "," places agency dash | places "(" agency day ")" dash | places ( "," | "." ) AGENCY dash
//	          | places [ "," day ] agency "-" NAME "-"            ANKARA (AA) - ANA RUIZ -
//	          | places [ "," day ] "/" [ name "," ] agency "/" [ ":" ] | places "." day "." agency "."
//	          | place "-" agency | byline two spaces places "," day agency dash
//	          | "(" places "=" agency ")" [ names "기자" "=" ] | "[" agency [ names "기자" ] "]"
//	          | "【" places agency [ "＝" name ] "】" | "［" place day agency "］"
//	          | "【" place name "】" | "【記者" name "／" place "報導】"
//	          | [ "据" ] agency [ "记者" name ] place day "电" [ "（" names "）" | "记者" name "报道：" ]
//	places    = place { "/" place }
//	day       = month number | number month | number "." number "." year | 8월 15일 …, with or
//	            without a year and a weekday, month names short or long in thirty languages,
//	            years of two digits (3 JAN 90) and of the Thai calendar
//	agency    = "(" name ")" | "/" name "/" | "," name | dash name "."
//	dash      = "-" | "--" | "—" | "–" | "_" | ".-" | ":" | "."; some agencies write none
//
//	body      = { paragraph | caption | heading | list | table | quote | note | rule }
//	caption   = text [ "(" rights ")" ] [ "(" credit ")" ], in any order
//	list      = { mark text }     "- " "* " "• " "1. " "(1) "
//	quote     = { "> " text }
//	signoff   = address with a name | "(Reporting by " … ")" | "(AGENCY)" | initials "ab-cd/ef" | "(ab-cd)" | "dpa ab cd"
//
//	end       = "(END)" | "-0-" | "-30-" | "###" | "ENDS" | "Reuter" | "(끝)" | "（完）" | "Enditem" | …
//	          | "(more)" and the like: the story is cut
//	keywords  = "Keywords" { "#" word } | "Keywords:" word { "," word }
//	related   = [ section ] { "-" newline headline | mark headline }
//	section   = "Related Articles" | "Most Viewed" | 관련기사 | …
//
// # How ambiguous copy is read
//
// The headline is the first line that is neither envelope nor note. If the copy begins
// with its dateline, or the first line has sentences or is too long for a headline, or the
// first lines are a wrapped paragraph, the first sentence is used instead. A file of up to
// four lines is a headline, as flashes are, if none of them begins a sentence. A headline
// that is repeated directly below is read once.
//
// A headline may begin like a dateline ("GOLF - Ruiz wins", "SUBSIDY TO END JULY 1 -
// MINISTER"). A line without both a day and an agency is a headline if it stands apart at
// the top without a full stop, or if a dateline follows it. If items that begin with
// different places follow each other, the copy is a digest and has no dateline. Parse
// looks for the dateline only above the first paragraph.
//
// An end mark with no other meaning ends the story where it first occurs. One that is a
// word (ENDS, ###) must be on its own, below a full stop or on the last line, and the last
// of them counts. A note between headline and dateline ends with its bracket, with "<", or
// before the next part; one inside the body keeps its place. Without an end mark a list of
// headlines is related only if it reaches the end of the file; a list of "- " items must
// also have no colon above it and no sentence in it.
//
// A paragraph is one line, or ends with a blank line, or begins with an indent. Parse
// decides that once for a file: by the lines that end sentences, by the widths of the
// lines, and by the indents. An indent begins a paragraph if the line above ends a
// sentence or had room for the next word, whatever the width of the indent. A row of
// figures is a paragraph. A sub-heading is a short line that ends no sentence and comes
// before a longer one that does, or directly above a list.
//
// A caption is recognised by phrases that only captions have ("in this photo", "(L)"), by
// rights in brackets, or by the name of an agency in brackets after the last sentence.
//
// Where tags contradict each other, see headline.Read.
//
// # How the package is built
//
// Parse cuts the text into lines and reads them by one table of rules, in the order of
// the table (rule.go). A rule calls functions that take lines and return a part with
// its span, and adds the part to the draft of the story. These packages need only a
// line, a paragraph or a finished part:
//
//	line       what a line shows, how wide it is, whether it ends a sentence
//	words      the words of each language, a text file a language
//	calendar   days in any notation
//	agencies   names of agencies
//	dateline   places, day, agency and reporters at the start of a paragraph
//	headline   tags, kind and take of a headline
//	dating     the day of the story, from all the evidence, and what became of each piece
//
// # The day
//
// A dateline has a month and a day, and hardly ever the year. Package dating weighs the
// evidence for it. Each piece gives a year and has a weight; the heaviest wins, and the
// Candidates of the story say what became of the others:
//
//	100  the year of the dateline
//	 90  a full date in the text with the month and day of the dateline
//	 90  a date in brackets after the last paragraph
//	 80  a date in the path (AEN20200815…, AP880212-…, 2020/08/15/) at most two days from
//	     the dateline, 77 at most 31 days; 80 the folder of a month, 76 of a year
//	 78  a date in the envelope, or in the metadata of the file (Origin.Sent), at most 31 days
//	     from the dateline
//	 75  the time of the file, if the file was written on that very month and day or in the
//	     three days after it
//	 60  the weekday that the text names for the day: the first year with that weekday,
//	     counted from the newest past year in the text, if it is at most two years later
//	     or the only one before the time of the file
//	 40  the time of the file, at most 31 days after the day
//
// These are not evidence:
//
//   - a full date after "due", "until" or "ended", one in a year before 1970, and one in a
//     year before one that the text, the path or the file itself (75) has, which is history
//   - a weekday in "met on Tuesday" or "after talks Tuesday", after "next" or "will", in
//     the plural, or in copy that says "today"
//   - a year that is an amount, or in a sentence about the future
//   - the time of a file that is months away or in the future, or that programs write if
//     they know no time (1970-01-01, 1980-01-01)
//
// The year of a founding does not show that the story is near that year. Evidence that
// disagrees is reported as ambiguous. The year is 0 if nothing gives it; that is reported
// only if the weekday allows several years.
//
// A dateline without a month takes its day from a header that gives only month and day,
// the brackets, the path, the rest of the envelope, a full date in the first paragraph
// whose day the paragraph repeats ("2020년 8월 15일 … 15일 밝혔다"), or the time of the
// file, in this order. The other evidence decides whether "10/03/2024" is in March or in
// October; if none does, the day is unknown.
//
// # What is not kept
//
// Each part is folded to one line, except lists and tables. These are not kept: the
// repetition of a headline below itself; the dashes, bullets and numbers before related
// headlines; "#" and commas between keywords, and the word above them; the brackets around
// credit and rights, and the full stop after them; ">" before a quote; "^" and "<" or "="
// around marked lines. All other visible text is in some part, in its order, and each line
// that is not blank is in the span of a part. A text of more than 131,072 lines with an
// average of less than 16 bytes is not read as a story; it is one block.
//
// Parse takes time linear in the length of the text. The functions keep no state and may
// be called from several goroutines.
package wire
