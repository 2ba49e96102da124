package query

// Entry is a row of the manual: a query and what it finds.
type Entry struct{ Form, Means string }

// general are the forms without a field.
var general = []Entry{
	{`rate cut`, "both words, anywhere"},
	{`"rate cut"`, "these words in a row"},
	{`"rate cut"~5`, "these words within five words of each other"},
	{`budg*`, "words that begin with budg"},
	{`harbor~`, "words that differ in a letter or two"},
	{`-sports`, "without this word; also NOT sports"},
	{`seoul OR tokyo`, "either; words side by side bind tighter"},
	{`(seoul OR tokyo) -sports`, "parentheses group"},
}

// Manual returns the query language as rows for the screen, from the tables of the parser.
// Only @name, a saved search, has no row, because every row must parse.
func Manual() []Entry {
	rows := append([]Entry(nil), general...)
	for _, f := range fields {
		rows = append(rows, f.rows...)
	}
	return rows
}
