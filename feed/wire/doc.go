// Package wire reads news-agency copy: the text of a file, decoded and cleaned,
// becomes a story.Story. Every text is a story; what it has of the parts below
// is told apart, the rest is its body. Nothing is dropped.
//
// # Grammar
//
// The parts stand in this order. All but one of headline and body may be
// missing. A line is blank where it shows nothing.
//
//	copy      = envelope { note | flash } headline { note | byline | bullets | caption | subhead }
//	            dateline body signoff [ end ] { signoff | keywords | related | caption | tail } envelope
//
//	envelope  = { "ZCZC" … | "NNNN" | ANPA | IPTC | slug | stamp | field }
//	ANPA      = letter digits "-"* | priority category slug [ "mm-dd" ] words
//	IPTC      = source number priority category words …           dpa0123 4 pl 210
//	slug      = [ "^" ] ( "BC-" | "AM-" | "PM-" ) …               ^BC-Ferry,1st Ld-Writethru<
//	stamp     = "AP-" bureau "-mm-dd-yy" time zone | … ddhhmm [ zone ] month yy
//	field     = name ": " value, two or more in a row before a blank line
//	flash     = "URGENT" | "BULLETIN" | …, alone on its line
//
//	headline  = { tag } title { tag }, on one to four lines
//	tag       = "(" … ")" | "[" … "]" | "【" … "】" | "<" … ">"   (2nd LD) [속보] 【速報】
//	          | WORD [ number ] "-"                               UPDATE 2-  RPT-
//	          | Word ":" | ordinal "LEAD" | ordinal "Ld-Writethru" | WORD, before a title
//	note      = "(ATTN: " … ")" | "(Eds: " … ")" | "EDITORS' NOTE" … | "HOLD UNTIL" …
//	          | "FOR IMMEDIATE RELEASE" … | "(" Verb … ")" | anything all in brackets, between headline and dateline
//	byline    = "By " names [ "=" ] [ title ] | "Von " … | "Par " … | "Por " … | 이름 "기자"
//
//	dateline  = places [ "," region ] [ "," day ] [ agency ] dash
//	          | agency dash places "," day dash                   (ANSA) - ROMA, 15 AGO -
//	          | "(" places "=" agency ")" [ names "기자" "=" ]
//	          | "【" places agency [ "＝" name ] "】" | "［" place day agency "］"
//	          | agency [ "记者" name ] place day "电" [ "（记者" names "）" ]
//	places    = place { "/" place }
//	day       = month number | number month | number "." number "." year | 8월 15일 …, with or
//	            without a year and a weekday, month names short or long in twenty languages
//	agency    = "(" name ")" | "/" name "/" | "," name | dash name "."
//	dash      = "-" | "--" | "—" | "–" | "_" | ".-" | ":" | "."; some agencies use none
//
//	body      = { paragraph | caption | heading | list | table | quote | note | rule }
//	caption   = text [ "(" rights ")" ] [ "(" credit ")" ], in any order
//	list      = { mark text }     "- " "* " "• " "1. " "(1) "
//	quote     = { "> " text }
//	signoff   = address with a name | "(Reporting by " … ")" | initials "ab-cd/ef"
//
//	end       = "(END)" | "-0-" | "-30-" | "###" | "ENDS" | "(끝)" | "（完）" | "Enditem" | …
//	          | "(more)" and its kin: the story is cut
//	keywords  = "Keywords" { "#" word } | "Keywords:" word { "," word }
//	related   = [ section ] { "-" newline headline | mark headline }
//	section   = "Related Articles" | "Most Viewed" | 관련기사 | …
//
// # How doubts are decided
//
// The headline is the first line that is neither envelope nor note. Where the
// copy begins with its dateline, or the first line is sentences or longer than
// a headline can be, the first sentence stands in. The dateline is looked for
// above the first paragraph only. An end mark that is a word (ENDS, ###) counts
// where it stands free, the last of them; a mark that nobody writes for
// anything else, the first. Without an end mark a list of headlines is related
// only where it reaches the end of the file, and a list of "- " items then only
// where no colon announces it and none of its items is a sentence.
//
// Paragraphs are one a line, parted by blank lines, or begun by an indent; that
// is decided once for a file, by whether lines end sentences, whether the next
// word would have had room, and where the indents stand. A sub-heading is a
// short line alone that ends no sentence and stands before a longer one that
// does.
//
// A caption is told by what only captions say ("in this photo", "(L)"), by
// brackets with rights, or by an agency's name in brackets behind its last
// sentence.
//
// Where tags contradict each other, see headline.Read.
//
// # Where what is
//
// Parse cuts the text into lines and reads them by one table of rules, in its
// order (rule.go). A rule recognises a part with functions that take lines and
// return the part with its span, and adds it to the draft of the story. The
// packages below read what can be told from one line or one paragraph:
//
//	line       what a line shows, how wide it is, whether it ends a sentence
//	words      the words of each language, a text file a language
//	calendar   days in any notation
//	agencies   names of agencies
//	dateline   places, day, agency and reporters at the start of a paragraph
//	headline   tags, kind and take of a headline
//	dating     from all the evidence to the day of the story
//
// # The day
//
// A year comes from the first of these that gives one: the dateline; a full
// date in the text on its month and day, unless a newer year, a later file name
// or the weekday shows that it is history; a date in the path (AEN20200815…,
// 2020/08/15/, 2020-08-15_…, a folder of a month or a year), within two days
// before and 31 after the dateline; a header or trailer with a date; the
// weekday that the text names for the day, as the first year on which it fell
// from the newest year on that the text speaks of as past, within three years,
// or the only one before the file was written; the time of the file. A weekday
// counts that is not "next", "until" or plural and does not follow "will";
// years count that are no amounts, in sentences that do not speak of what is to
// come; the founding of something brings no year near. Evidence that disagrees
// is reported as ambiguous, and a year that nothing gives stays 0.
//
// A dateline without a month takes its day from the path, a header, or the time
// of the file, in this order.
//
// # What is not kept
//
// Text is folded to one line a part, except lists and tables. These marks are
// taken off with what they mark, and may be lost: the dashes, bullets and
// numbers before related headlines, "#" and commas between keywords and the
// word that heads them, the brackets around credit and rights and the full stop
// behind them, ">" before a quote, and "^" and "<" around the lines of an ANPA
// header. Everything else that is visible is in some part, in its order, and
// every line that shows something lies in the span of one. A text of more than
// 131,072 lines with less than 16 bytes on each is no story; it is one block.
//
// Reading costs time linear in the length of the text. The functions keep no
// state and are safe to call from several goroutines.
package wire
