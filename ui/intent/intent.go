// Package intent has the requests that a page can make to the root. A page never
// reads the store, never quits the program and never touches another page: its
// Update returns an Intent, and the root acts on it.
package intent

import (
	"time"

	"dateline/feed"
	"dateline/feed/story"
)

// Intent is a request of a page; nil is none. Each intent belongs to
// one of the groups below. The root has one switch for each group, which the
// linter checks for completeness.
type Intent interface{ intent() }

// ForList is an intent that concerns the rows of the list.
//
//sumtype:decl
type ForList interface {
	Intent
	forList()
}

// ForLinks is an intent that goes from story to story, or concerns a link.
//
//sumtype:decl
type ForLinks interface {
	Intent
	forLinks()
}

// ForStory is an intent that opens, leaves or marks a story.
//
//sumtype:decl
type ForStory interface {
	Intent
	forStory()
}

// ForProgram is an intent that hands a story to another program: to the clipboard, an editor,
// a browser, a command.
//
//sumtype:decl
type ForProgram interface {
	Intent
	forProgram()
}

// ForLine is an intent that concerns a time line or a map.
//
//sumtype:decl
type ForLine interface {
	Intent
	forLine()
}

// ForSearch is an intent that concerns searches.
//
//sumtype:decl
type ForSearch interface {
	Intent
	forSearch()
}

// ForScreen is an intent that concerns the screen or the program.
//
//sumtype:decl
type ForScreen interface {
	Intent
	forScreen()
}

// Page is a page that can hold the keys.
type Page int

// The pages, in the order in which they get the keys: the first that is open
// has them. The list is always open.
const (
	HelpPage     Page = iota // the keys of a page, or the search manual
	QuestionPage             // the question before many stories are changed or another program is started
	PipePage                 // the line for a command that gets the story
	CopyPage                 // the choice of what to copy
	NamePage                 // the line for the name of a search
	TagsPage                 // the line for tags
	CommandPage              // the line for a command
	SearchPage               // the line for a search
	FindPage                 // the line for text to find in the story
	TrailPage                // the stories visited
	BarsPage                 // the strip of months or days
	FacetsPage               // the panel of values that narrow the list
	TakesPage                // the takes of a story, and what changed between two of them
	TimelinePage             // the time line of a story
	MapPage                  // the map of the neighbourhood of a story
	AroundPage               // the stories around a story
	StoryPage
	ListPage
	Pages int = iota // the number of pages
)

// Edge is the place of a window of rows in the list.
type Edge int

// The places of a window.
const (
	Around Edge = iota // around the row at Key
	Top                // at the first row of the list
	Bottom             // at the last row of the list
)

// Bulk is a change of all stories of the list.
type Bulk int

// The changes of all stories.
const (
	ReadAll Bulk = iota
	UnreadAll
	StarAll
	UnstarAll
	TagAll
)

// Part is what of a story is copied.
type Part int

// The parts.
const (
	Text     Part = iota // headline, dateline and text
	Headline             // as written
	Citation             // headline, agency, dateline, and the paragraph that is read
	Path                 // of its file
)

type (
	// Load asks for a new window of rows; Gen comes back with the answer.
	Load struct {
		Edge  Edge
		Key   story.Key // of the row in the middle, for Around
		Story story.ID  // whose row that is, wherever it is now; "" for the one at Key
		N     int       // rows wanted on either side
		Gen   int
	}
	// Extend asks for more rows at one end of the window: N below Key, -N above.
	Extend struct {
		Key story.Key
		N   int
		Gen int
	}
	// Locate asks for the number of rows of the list above Key.
	Locate struct {
		Key story.Key
		Gen int
	}
	// Snippets asks for the snippets of rows that a search found, each of
	// about N characters.
	Snippets struct {
		IDs   []story.ID
		N     int
		Found int // comes back with the answer
	}
	// Unfold asks for the takes of the story of a row.
	Unfold struct {
		ID  story.ID
		Gen int
	}
	// EveryTake asks for a row for each take in the list, or for each story again.
	EveryTake struct{}
	// Open asks for the story of a row.
	Open struct{ ID story.ID }
	// Follow asks for the story that a link leads to.
	Follow struct{ ID story.ID }
	// Compare asks to compare the two takes that are chosen.
	Compare struct{}
	// OpenTake asks for a take at a block of its body, counted from 1; 0 is its top.
	OpenTake struct {
		ID    story.ID
		Block int
	}
	// Join asks to make two stories takes of one: the first of them, or the second if the
	// first has been chosen.
	Join struct{}
	// Cut asks to make a take a story of its own; ID "" is the one that has the keys.
	Cut struct {
		ID       story.ID
		Headline string
	}
	// Undo asks to undo the last step of the reader.
	Undo struct{}
	// Redo asks to redo the step that was undone last.
	Redo struct{}
	// OpenEntry asks for a story of a time line or of a map.
	OpenEntry struct{ ID story.ID }
	// SetEntry asks to put Other into the time line of Story, or to cut it from there.
	SetEntry struct {
		Story  story.ID
		Other  story.Row
		Joined bool
	}
	// StepEntry asks for the story after (1) or before (-1) in the time line.
	StepEntry struct{ Step int }
	// Walk asks for the map of the neighbourhood of a story.
	Walk struct{ ID story.ID }
	// Back asks to go back to where the reader came from.
	Back struct{}
	// Trail asks for a step in the trail: -1 back, 1 forward.
	Trail struct{ Step int }
	// Revisit asks to go to a story that was visited, at the place where it was left.
	Revisit struct{ ID story.ID }
	// Why asks to say why the selected link of the story is there.
	Why struct{}
	// Cites asks to say with which headline the story From cites the story To.
	Cites struct{ From, To story.ID }
	// Number asks for the related headline with a number; the digit 0 is the tenth.
	Number struct{ Digit int }
	// NextNew asks for the next (1) or previous (-1) text that is new since the take that
	// was read; if there is none, for the story after or before in the time line.
	NextNew struct{ Step int }
	// Neighbour asks for another story of the list: 1 next, -1 previous.
	Neighbour struct{ Step int }
	// NextUnread asks for the nearest unread row below or above the cursor.
	NextUnread struct{ Back bool }
	// Read asks to mark a take read or unread, or all takes of its group.
	Read struct {
		ID    story.ID
		Group story.ID // "" if the story has one take
		All   bool
		Read  bool
	}
	// Star asks to star or unstar a take, or to unstar all takes of its group.
	Star struct {
		ID      story.ID
		Group   story.ID // "" if the story has one take
		All     bool
		Starred bool
	}
	// AskTags asks to open the line for the tags of a take, or of all takes of its story.
	AskTags struct {
		ID       story.ID
		All      bool
		Headline string
	}
	// Tag asks to set the tags of Text, or to take them off.
	Tag struct{ Text string }
	// AskNote asks to write the note on a story in an editor; without an ID, on the one that
	// has the keys.
	AskNote struct {
		ID       story.ID
		Headline string
	}
	// AskAll asks to change all stories of the list, after a question.
	AskAll struct{ Do Bulk }
	// Confirm is the answer yes to the question about all stories of the list.
	Confirm struct{}
	// Outside is the answer yes to the question about OpenOutside.
	Outside struct{}
	// Copy asks to copy a part of the story that has the keys.
	Copy struct{ Part Part }
	// Edit asks to open the file of the story that has the keys in an editor.
	Edit struct{}
	// Pipe asks to pipe the story that has the keys to the command Text.
	Pipe struct{ Text string }
	// OpenOutside asks to open a story in another program, or the address of one of its links.
	OpenOutside struct {
		ID      story.ID
		Address string // "" for the story
	}
	// Place reports the reader's place in a story.
	Place struct {
		ID    story.ID
		Place feed.Place
	}
	// News asks to show the changes in the archive.
	News struct{}
	// EndFind asks to close the find line; Keep leaves the hits in the story.
	EndFind struct{ Keep bool }
	// Typed reports that the search being typed has changed.
	Typed struct{}
	// Choose asks for the row after (1) or before (-1) the selected one while a search
	// is typed.
	Choose struct{ Step int }
	// Suggested asks to search for what is suggested in the place of an empty result.
	Suggested struct{}
	// Complete asks to complete the last word of the search.
	Complete struct{}
	// Keep asks to keep the result of the typed search as the list.
	Keep struct{}
	// Restore asks for the list as it was before the search was typed.
	Restore struct{}
	// Clear asks for the list of the whole archive, at the place where it was left.
	Clear struct{}
	// Sort asks for the other order of a result.
	Sort struct{}
	// SearchFor asks to search for Text, from a story or for one; then the way back leads
	// to the story. For the words of a headline the line of the search stays open.
	SearchFor struct {
		Text  string
		Words bool // Text is a headline, not a query
	}
	// Manual asks for the search manual.
	Manual struct{}
	// Narrow asks to add a clause to the search of the list.
	Narrow struct{ Clause string }
	// Widen asks to remove a clause from the search of the list.
	Widen struct{ Clause string }
	// Name asks to save the search Text as New, or to rename the search Old to New.
	Name struct{ Text, Old, New string }
	// Rename asks to open the line for the new name of a saved search.
	Rename struct{ Name string }
	// Drop asks to delete a saved search.
	Drop struct{ Name string }
	// Width asks for a wider (1) or narrower (-1) list or text.
	Width struct{ Step int }
	// Pictures asks to show or hide the pictures of stories.
	Pictures struct{}
	// Zen asks to show the story alone or the list alone, or to end that.
	Zen struct{}
	// Show asks to open a page.
	Show struct{ Page Page }
	// Pane asks to give the keys to the next pane (1) or the previous one (-1).
	Pane struct{ Step int }
	// Run asks to close the command line and to act on Then, the intent of the command
	// Text.
	Run struct {
		Text string
		Then Intent
	}
	// Do asks to do the action of a name of the page that has the keys, as its key does. Arg is
	// its argument.
	Do struct{ Name, Arg string }
	// Begin asks to open the line for a command, with a text.
	Begin struct{ Text string }
	// Set asks to change a setting: "mouse true".
	Set struct{ Text string }
	// OpenArchive asks to read another archive.
	OpenArchive struct{ Path string }
	// Export asks to write the story that has the keys, and what belongs to it, to a file.
	Export struct{ Path string }
	// GoToDate asks for the newest row of the list before a moment.
	GoToDate struct{ Before time.Time }
	// Today asks for the stories of this day in earlier years.
	Today struct{}
	// GoTo asks for row N of the list or paragraph N of the story, counted from 1.
	GoTo struct{ N int }
	// Close asks to close the page that has the keys.
	Close struct{}
	// Say asks for a message on the foot line.
	Say struct{ Text string }
	// Quit asks to end the program.
	Quit struct{}
	// Redraw asks to draw the whole screen again.
	Redraw struct{}
	// Suspend asks to hand the terminal back to the shell.
	Suspend struct{}
)
