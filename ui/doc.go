// Package ui is the reader: the root of a Bubble Tea program over a
// feed.Store.
//
// The root alone knows the terminal, the store and the pages. It routes:
//
//	a key      -> Update -> the page that has the keys -> an intent
//	an intent  -> act -> a command: a plain function that asks the store
//	its answer -> a message with a generation -> Update -> page.Show
//
// The store is opened while Bubble Tea starts. What is typed meanwhile is kept,
// and the first frame that is written has the rows at which the reader stopped;
// what needs the processor and is not on it waits until then.
//
// A page (headlines, search, facets, article, help) gets a box and draws into
// it. It holds no store and sends no message; it returns an intent, a value
// that says what it wants. Pages know neither each other nor this package.
//
// The list page shows the archive or what a search found; both are a feed.List.
// While a search is typed one is run at a time: the next key ends it by its
// context, and only the latest text waits for that. Counts, positions and
// snippets come after the rows, each by itself.
//
// The list page holds a window of its list and asks for more before the cursor
// comes to the end of it. The windows at both ends of the archive's list are
// read ahead, so that the keys that go there are answered by the next frame;
// they count for one state of the archive, and for another the keys ask again.
//
// An answer that was overtaken is dropped by its generation. A key that was
// typed while the answer to an earlier one is on its way waits for it, so a
// burst of keys does what it would have done typed slowly. Only the keys that
// leave the program do not wait.
//
// The archive is watched from the moment when the list has its first rows. A
// list that is filled for the first time shows them as they come. Otherwise
// nothing on the screen moves by itself: what has changed is counted against
// what was shown, rows are renewed in their places, and the reader takes the
// rest in with a key.
//
// What the reader did is kept as it happens: marks at once, the place in the
// text and the session a second after they change, and at the end.
package ui
