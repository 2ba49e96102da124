// Package term cuts texts into the terms that a story is found by, and what is
// typed into the terms that it asks for.
package term
