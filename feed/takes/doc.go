// Package takes finds the stories that are takes of one: an urgent and the story that
// follows, its LEADs, its correction, copies of it. It compares Prints, which are made of
// stories and are small enough to be kept for each. It has no state and reads nothing.
package takes
