// Package ui is the reader: the root of a Bubble Tea program over a
// feed.Store.
//
// Only the root uses the terminal, the store and the pages. It routes:
//
//	a key      -> Update -> the page that has the keys -> an intent
//	an intent  -> act -> a command: a plain function that reads the store
//	its answer -> a message with a generation -> answer -> page.Show
//
// A page gets a box and draws into it. It has no store and sends no message;
// it returns an intent, a value that describes a request. Pages depend neither
// on each other nor on this package. pages.go lists them: panes beside each
// other, sheets over them, and lines of input that replace the foot line. The
// stories around a story are a pane if the screen has room for three, and a
// sheet if not. A key, a paste, a click or the wheel goes to the first page
// that takes it. A page draws its own head line; the root draws the foot line
// from the hints of the page that has the keys.
//
// Update handles one message at a time. The effects go into two queues: want
// adds an intent, do adds a command. Update acts on intents until there are
// none, then complete requests what the screen still lacks, and all commands
// run. So no function below Update calls back into it.
//
// The store is opened while Bubble Tea starts. Messages that arrive in the
// meantime wait, and the first frame shows the rows of the last session. Work
// that the frame does not need waits until it has been drawn.
//
// The list shows the archive or the result of a search; both are a feed.List.
// A row stands for a story with all its takes, or each take has a row: that is the scope
// of the list, and a search has the scope of the list that it began in. The takes of a row
// that is unfolded are lines of that row, not rows of the window.
// One search runs at a time: the next key cancels it, and only the latest text
// waits for that. Counts, positions and snippets are read after the rows, and
// the facets below them when no key has been pressed for a moment.
//
// The list holds a window of its rows and requests more before the cursor
// reaches the end of the window. The windows at both ends of the archive are
// prefetched, so the keys that go there do not wait for the store. They belong
// to one state of the archive; when that changes, they are read again.
//
// The takes of a story are read together, and the pair on the screen is compared before
// the next key; then each take is compared with the one before it, one pair at a time.
// A story of which an older take had been read is compared with it after it has been
// shown, and what is new gets a bar in the margin. The keys that go there wait for that.
//
// The story beside the list is read at every move of the cursor. The stories around it
// are looked up with it after a single move, but while a key is held only once the
// cursor rests, and the next move cancels that. Many related headlines are resolved
// after the story has been shown. Stories like it are looked up once the page around
// it is on the screen.
//
// Stale answers are dropped by their generation (package pending). Keys and
// pastes that arrive while the answer to an earlier key is pending wait for it,
// so a burst of keys does what the same keys do when they are typed slowly.
// Only the keys that leave the program do not wait.
//
// A time line stays the one that is walked, although the story changes, until a story is
// not in it. The map reads the neighbours of each story that comes into its middle.
//
// The strip of months or days gets the counts of the facets.
//
// The archive is watched once the list has its first rows (package follow). A
// list that is being filled for the first time shows rows as they arrive.
// Otherwise nothing on the screen moves by itself: changes are counted, rows
// are updated in place, and a key shows the rest.
//
// The terminal is given back when a key or a signal stops the program, and when it
// quits, not before the answers to its queries have come (tty.go). It reports how it
// counts cells; package cell then counts in the same way. A signal also ends the program if
// the terminal takes no output, as when it is stopped.
//
// The cursor of the terminal is on what is selected. For readers who use a screen reader
// (Options.Accessible) pages write words for signs, and accessible.go takes lines and blocks
// out of the screen.
//
// The terminal is asked how it draws pictures when a story first names one (package graphics). A picture
// is loaded and placed once nothing has changed for a moment; what is placed over the
// text is cleared before the text moves (pictures.go).
//
// A mark is shown when the store has answered that it is on the disk; only then it is known
// too what a mark on a take changes in the row of all takes. A key that changes a mark which
// is being written waits for it. What changes many stories, or is undone, is a step
// (steps.go): when it is on the disk, all that is on the screen is read again.
//
// An editor is started for a note (note.go) or the file of a story (editor.go), and the program
// that the reader types gets the text of a story (pipe.go). Each has the terminal until it ends.
// outside.go asks before it opens an address or a file in another program.
//
// Everything is saved as it happens: marks with a wait for the disk, the place in the text
// and the session after each key that changes them without one, so that a kill loses
// neither, and again at the end.
package ui
