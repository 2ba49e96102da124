// Package hint defines hints: keys and what they do, for the foot of a page.
package hint

import "strings"

// Hint is a key and what it does, in a word or two.
type Hint struct {
	Key, Text string
	Long      bool // Text may be cut
}

// String returns the hint as it is drawn: "Enter narrow".
func (h Hint) String() string { return h.Key + " " + h.Text }

// Join returns hints in one line, with the separator between them.
func Join(hints []Hint, separator string) string {
	parts := make([]string, len(hints))
	for i, h := range hints {
		parts[i] = h.String()
	}
	return strings.Join(parts, separator)
}
