// Package ui is the reader: the root of a Bubble Tea program over a
// feed.Store.
//
// The root alone knows the terminal, the store and the pages. It routes:
//
//	a key      -> Update -> the page that has the keys -> an intent
//	an intent  -> act -> a command: a plain function that asks the store
//	its answer -> a message with a generation -> answer -> page.Show
//
// A page gets a box and draws into it. It holds no store and sends no message;
// it returns an intent, a value that says what it wants. Pages know neither
// each other nor this package. pages.go lists them: panes beside each other,
// sheets over them, and lines that are typed into in place of the foot line. A
// key, a paste, a click or the wheel goes to the first page that takes it.
//
// Update takes one message at a time. What comes of it goes into two queues:
// want adds an intent, do adds a command. Update acts on intents until there are
// none, then complete asks for what the screen lacks, and all commands run. So
// no function below Update calls back into it.
//
// The store is opened while Bubble Tea starts. Messages that come meanwhile
// wait, and the first frame has the rows at which the reader stopped. Work
// that the frame does not need waits until it has been drawn.
//
// The list shows the archive or the result of a search; both are a feed.List.
// One search runs at a time: the next key cancels it, and only the latest text
// waits for that. Counts, positions and snippets come after the rows.
//
// The list holds a window of its rows and asks for more before the cursor
// reaches the end of it. The windows at both ends of the archive are
// prefetched, so the keys that go there need no answer. They are of one state
// of the archive; once that has changed the keys ask.
//
// An answer that was overtaken is dropped by its generation (package pending).
// Keys and pastes that come while the answer to an earlier key is on its way
// wait for it, so a burst of keys does what the same keys do when they are
// typed slowly. Only the keys that leave the program do not wait.
//
// The archive is watched once the list has its first rows (package follow). A
// list that is filled for the first time shows rows as they come. Otherwise
// nothing on the screen moves by itself: changes are counted, rows are renewed
// in their places, and the reader takes in the rest with a key.
//
// Everything is saved as it happens: marks at once, the place in the text and
// the session a second after they change, and at the end.
package ui
