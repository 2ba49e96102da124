package query

import (
	"slices"
	"strings"
	"time"

	"dateline/feed/locale"
)

// term is a word or a phrase that a field reads.
type term struct {
	text   string
	raw    string // text with all its white space
	quoted bool
	prefix bool // it ends in a star, or at the cursor
	near   int  // see token
	loose  bool // it is a phrase with white space after its last word
}

// field is a field of the language.
type field struct {
	name string
	rows []Entry
	free bool // its values are any text

	// read returns the Node for a term, or the reason why there is none.
	read func(t term, now time.Time) (Node, string)

	// The values that a half-typed one may become: a name, or the typed text with
	// one of the endings. Either may follow rangeSep, as in 2-4.
	names, endings []string
	rangeSep       string
}

// accepts reports whether t is a value of f. A term without letters and digits is not
// a word, but can be a tag or the name of a file if it touches the colon or is
// quoted. A half-typed tag may still get letters.
func (f *field) accepts(t token, typed bool) bool {
	switch {
	case t.text == "":
		return false
	case !isBlank(t.text) || f.name == string(Path):
		return true
	}
	return f.free && !typed && (t.direct || t.mark == markPhrase)
}

// begins reports whether text is a prefix of a value that f can read.
func (f *field) begins(text string, now time.Time) bool {
	text = plain(text)
	head, tail := "", text
	if i := strings.LastIndex(text, f.rangeSep); f.rangeSep != "" && i >= 0 {
		i += len(f.rangeSep)
		head, tail = text[:i], text[i:]
	}
	reads := func(text string) bool {
		_, reason := f.read(term{text: text}, now)
		return reason == ""
	}
	named := func(name string) bool { return strings.HasPrefix(name, tail) && reads(head+name) }
	longer := func(ending string) bool { return reads(text + ending) }
	return slices.ContainsFunc(f.names, named) || slices.ContainsFunc(f.endings, longer)
}

// anywhere is the field for words without a field.
var anywhere = field{read: wordIn(false)}

// fields are the fields of the language, in the order of the manual.
var fields = []field{
	{name: "title", read: wordIn(true), rows: []Entry{
		{`title:budget`, locale.Mark("budget in the headline")},
		{`title:(rate OR rates)`, locale.Mark("either word in the headline; groups work with every field")},
	}},
	textField(Place, Entry{`place:seoul`, locale.Mark("written in Seoul")}, Entry{`place:"Port Ellery"`, locale.Mark("written in exactly that place; quotes make any value exact")}),
	textField(By, Entry{`by:kim`, locale.Mark("with that name in the byline")}),
	textField(Agency, Entry{`agency:yonhap`, locale.Mark("from that agency")}),
	textField(Tag, Entry{`tag:budget`, locale.Mark("with that tag before the headline, or from you")}),
	textField(Mark, Entry{`mark:later`, locale.Mark("with that tag from you: t in the reader sets it")}),
	{name: "kind", read: readKind, names: kindNames(), rows: kindRows()},
	{name: "take", read: readTakes, names: takeNames, endings: digits, rangeSep: "-", rows: []Entry{
		{`take:2`, locale.Mark("that version: 0 urgent, 1 first, 2 lead, 3 2nd lead")},
		{`take:lead`, locale.Mark("the same by name: urgent, first, lead")},
		{`take:2-4`, locale.Mark("takes 2 to 4")},
		{`take:3-`, locale.Mark("take 3 and later")},
	}},
	textField(Lang, Entry{`lang:ko`, locale.Mark("in Korean")}),
	textField(Format, Entry{`format:markdown`, locale.Mark("from a file in that format: wire, text, markdown, html, mail, feed, json, csv and others")}),
	textField(Path, Entry{`path:2024/08`, locale.Mark("with that text in the file's path")}),
	{name: "group", read: readID(func(g Group) Node { return g }), endings: []string{"a"}, rows: []Entry{
		{`group:abcdefgh`, locale.Mark("the takes of the story with that ID; its first letters are enough")},
	}},
	{name: "like", read: readID(func(g Group) Node { return Like(g) }), endings: []string{"a"}, rows: []Entry{
		{`like:abcdefgh`, locale.Mark("stories like the one with that ID")},
	}},
	{name: "is", read: readFlag, names: flagNames(), rows: flagRows()},
	{name: "has", read: readPart, names: partNames(), rows: partRows()},
	{name: "on", read: readOn, names: dateNames, endings: dateEndings, rangeSep: "..", rows: []Entry{
		{`on:2024-08-15`, locale.Mark("on that day; also 2024/08/15 and 2024.08.15")},
		{`on:2024-08`, locale.Mark("in that month; also aug-2024")},
		{`on:2024`, locale.Mark("in that year")},
		{`on:2024..2026`, locale.Mark("in those years; days and months work too, and either end may be open")},
		{`on:08-15`, locale.Mark("on that day of every year")},
		{`on:yesterday`, locale.Mark("on the day before today")},
	}},
	{name: "after", read: readAfter, names: dateNames, endings: dateEndings, rows: []Entry{
		{`after:2024-08-15`, locale.Mark("from the next day on")},
		{`after:3d`, locale.Mark("in the last three days; also 2w, 6m, 1y")},
	}},
	{name: "before", read: readBefore, names: dateNames, endings: dateEndings, rows: []Entry{
		{`before:2024-08`, locale.Mark("up to the last day of July 2024")},
		{`before:2w`, locale.Mark("older than two weeks")},
	}},
}

// fieldNamed returns the field with that name, or nil.
func fieldNamed(name string) *field {
	i := slices.IndexFunc(fields, func(f field) bool { return f.name == name })
	if i < 0 {
		return nil
	}
	return &fields[i]
}

// wordIn returns a read function for words and phrases in the headline or in all text.
func wordIn(title bool) func(term, time.Time) (Node, string) {
	return func(t term, _ time.Time) (Node, string) {
		if t.quoted {
			return Phrase{Text: t.text, Prefix: t.prefix && !t.loose, Within: t.near, Title: title}, ""
		}
		return Word{Text: t.text, Prefix: t.prefix && t.near == 0, Near: t.near != 0, Title: title}, ""
	}
}

// textField returns a field that holds any text.
//
//go:noinline // a copy of the closure in each caller would make the program larger
func textField(name Field, rows ...Entry) field {
	return field{name: string(name), rows: rows, free: true, read: func(t term, _ time.Time) (Node, string) {
		if name == Path || t.near != 0 && !t.quoted {
			t.text = t.raw // the name of a file may have any white space
		}
		return Value{Field: name, Text: t.text, Exact: t.quoted, Prefix: t.prefix}, ""
	}}
}
