package query

import (
	"time"

	"dateline/feed/story"
)

// Node is a part of a query: one of the types of this file.
type Node interface{ node() }

// All matches every story: the empty query.
type All struct{}

// And matches the stories that all of its parts match. It has two or more; none is an And.
type And []Node

// Or matches the stories that any of its parts matches. It has two or more; none is an Or.
type Or []Node

// Not matches the stories that Node does not match.
type Not struct{ Node Node }

// Word is a word as it was typed: `co-op`, `U.S.` and `1,000` are one word each.
type Word struct {
	Text   string
	Prefix bool // Text is a prefix of the word
	Near   bool // also words that differ from Text in one or two letters
	Title  bool // in the headline only
}

// Phrase is words in a row, with one space between them, or near each other.
type Phrase struct {
	Text   string
	Prefix bool // the last word of Text is a prefix
	Within int  // the words stand in any order with at most this many others between; 0: in a row
	Title  bool // in the headline only
}

// Field names what a Value is compared with.
type Field string

// The fields whose values are text.
const (
	Place  Field = "place"
	By     Field = "by"
	Agency Field = "agency"
	Tag    Field = "tag"
	Lang   Field = "lang"
	Format Field = "format"
	Path   Field = "path"
	Mark   Field = "mark" // a tag of the reader
)

// Value matches the stories whose field has the text.
type Value struct {
	Field  Field
	Text   string
	Exact  bool // Text is the whole value, because it was quoted
	Prefix bool // Text is a prefix of the value
}

// Kind matches the stories of a kind.
type Kind struct{ Kind story.Kind }

// MaxTake is the highest take that a query can name. As the end of Takes it means
// no limit.
const MaxTake story.Take = 99

// Takes is a range of takes, both ends included.
type Takes struct{ From, To story.Take }

// Flag is a state of a story.
type Flag string

// The flags.
const (
	Unread    Flag = "unread"
	Read      Flag = "read"
	Starred   Flag = "starred"
	Tagged    Flag = "tagged" // by the reader
	Noted     Flag = "noted"  // the reader has written a note on it
	Lead      Flag = "lead"
	Urgent    Flag = "urgent"
	Corrected Flag = "corrected" // a correction is about it
	Killed    Flag = "killed"    // a kill is about it
	Embargoed Flag = "embargoed"
)

// Is matches the stories with a flag.
type Is struct {
	Flag Flag
	At   time.Time // when the stories are Embargoed; zero for other flags
}

// Part is a part that a story can have.
type Part string

// The parts.
const (
	Related Part = "related"
	Caption Part = "caption"
	Note    Part = "note"
)

// Has matches the stories with a part.
type Has struct{ Part Part }

// Days is a range of days, both ends included. A zero Day leaves its end
// open; at least one is set.
type Days struct{ From, To Day }

// Yearly is a day of a month, in every year.
type Yearly struct{ Month, Day int }

func (All) node()    {}
func (And) node()    {}
func (Or) node()     {}
func (Not) node()    {}
func (Word) node()   {}
func (Phrase) node() {}
func (Value) node()  {}
func (Kind) node()   {}
func (Takes) node()  {}
func (Is) node()     {}
func (Has) node()    {}
func (Days) node()   {}
func (Yearly) node() {}

// conjunction joins parts with And; nil if there are none.
func conjunction(parts []Node) Node { return flat[And](parts) }

// disjunction joins parts with Or; nil if there are none.
func disjunction(parts []Node) Node { return flat[Or](parts) }

// flat returns parts as one list of type L and replaces each part of that type with
// its own parts. It returns nil if there are no parts, and the part if there is one.
func flat[L interface {
	~[]Node
	Node
}](parts []Node) Node {
	var list L
	for _, n := range parts {
		if inner, ok := n.(L); ok {
			list = append(list, inner...)
		} else {
			list = append(list, n)
		}
	}
	switch len(list) {
	case 0:
		return nil
	case 1:
		return list[0]
	}
	return list
}
