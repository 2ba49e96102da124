package headlines

// Column is what stands beside a headline in a list that has a wide screen to itself.
type Column string

// The columns. Rows of every list have the label at their end.
const (
	Place  Column = "place"
	Agency Column = "agency"
	Date   Column = "date"
	Label  Column = "label"
)

// Columns lists the columns.
func Columns() []Column { return []Column{Place, Agency, Date, Label} }

// Settings are what the reader has chosen for the list.
type Settings struct {
	Columns   []Column // from left to right; without Label, rows have no label
	Label     int      // the most cells of a label; 0 for as many as there is room for
	Peek      int      // the most lines of the peek
	ScrollOff int      // rows that stay visible above and below the cursor, except at the ends
}

// Defaults returns the settings of a reader who has chosen none.
func Defaults() Settings {
	return Settings{Columns: []Column{Place, Label}, Peek: 2, ScrollOff: 2}
}
