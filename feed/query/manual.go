package query

import "dateline/feed/locale"

// Entry is a row of the manual: a query and what it finds.
type Entry struct{ Form, Means string }

// general are the forms without a field.
var general = []Entry{
	{`rate cut`, locale.Mark("both words, anywhere")},
	{`"rate cut"`, locale.Mark("these words in a row")},
	{`"rate cut"~5`, locale.Mark("these words within five words of each other")},
	{`budg*`, locale.Mark("words that begin with budg")},
	{`harbor~`, locale.Mark("words that differ in a letter or two")},
	{`-sports`, locale.Mark("without this word; also NOT sports")},
	{`seoul OR tokyo`, locale.Mark("either; words side by side bind tighter")},
	{`(seoul OR tokyo) -sports`, locale.Mark("parentheses group")},
}

// Manual returns the query language as rows for the screen, in the language of the program, from the tables of the parser.
// Only @name, a saved search, has no row, because every row must parse.
func Manual() []Entry {
	rows := append([]Entry(nil), general...)
	for _, f := range fields {
		rows = append(rows, f.rows...)
	}
	for i := range rows {
		rows[i].Means = locale.T(rows[i].Means)
	}
	return rows
}
