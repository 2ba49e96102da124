package query

// Entry is a row of the manual: a query, and what it finds.
type Entry struct{ Form, Means string }

// general are the forms that need no field.
var general = []Entry{
	{`rate cut`, "both words, in any place"},
	{`"rate cut"`, "the words together, as they stand"},
	{`budg*`, "words that begin so"},
	{`-sports`, "not this; also NOT sports"},
	{`seoul OR tokyo`, "either; words side by side bind closer"},
	{`(seoul OR tokyo) -sports`, "parentheses group"},
}

// Manual is the language in rows for the screen, made from what the parser
// reads. A saved search is asked for as @name; it is the one form that has no
// row, for a row must parse.
func Manual() []Entry {
	rows := append([]Entry(nil), general...)
	for _, f := range fields {
		rows = append(rows, f.rows...)
	}
	return rows
}
