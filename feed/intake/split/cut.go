package split

import "dateline/feed/intake/mail"

// Part is a story in a file.
type Part struct {
	Start, End int    // its bytes
	Key        string // unique in its file: ASCII letters, digits, ".", "_" and "-"
	Quoted     bool   // lines that begin with ">From " lack a ">": see Unquote
}

// cut is the end of a part and the start of the next one.
type cut struct{ end, next int }

// withStart returns cuts with the start of the file as the first, if there are any.
func withStart(cuts []cut) []cut {
	if len(cuts) == 0 {
		return nil
	}
	return append([]cut{{}}, cuts...)
}

// join returns the parts between cuts that are not blank.
func join(data []byte, cuts []cut) []Part {
	var parts []Part
	start := 0
	add := func(end int) {
		if !isBlank(data[start:end]) {
			parts = append(parts, Part{Start: start, End: end})
		}
	}
	for i, c := range cuts {
		if i == 0 && c.end == c.next && (isNote(data[:c.end]) || mail.IsHeader(data[:c.end])) {
			continue
		}
		add(c.end)
		start = c.next
	}
	add(len(data))
	return parts
}

// isNote reports whether the text before the first marker is not a story of its own.
func isNote(text []byte) bool {
	n := 0
	for l := range lines(text) {
		if len(l.text) > 0 {
			n++
		}
		if n > 1 {
			return false
		}
	}
	return true
}
