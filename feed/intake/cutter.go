package intake

import (
	"bytes"

	"dateline/feed/intake/markup"
	"dateline/feed/intake/split"
)

// cutter finds the stories in a piece of a large file.
type cutter interface {
	// cut returns the parts of data that end in it, and the number of bytes up to the end of
	// the last one. More says that the file goes on after data.
	cut(data []byte, more bool) (parts []split.Part, n int)
	// next returns the place where the next story begins in data, which begins inside one,
	// or -1.
	next(data []byte) int
}

// storyCutter is the cutter of the files that package split splits.
type storyCutter struct{ *split.Reader }

func (c storyCutter) cut(data []byte, more bool) ([]split.Part, int) {
	return c.Parts(data, more, opens)
}

func (c storyCutter) next(data []byte) int { return c.Next(data) }

// lineCutter is the cutter of a file with a story on each line.
type lineCutter struct{}

func (lineCutter) cut(data []byte, more bool) (parts []split.Part, n int) {
	return cutAt(data, more, lineEnd)
}

func (lineCutter) next(data []byte) int { return lineEnd(data) }

// cutAt returns the parts of data that end where end says: the place after the end of the
// part that begins with its argument, or -1. Blank parts are left out.
func cutAt(data []byte, more bool, end func([]byte) int) (parts []split.Part, n int) {
	for n < len(data) {
		i := end(data[n:])
		if i < 0 && more {
			break
		}
		if i < 0 {
			i = len(data) - n
		}
		if len(bytes.TrimSpace(data[n:n+i])) > 0 {
			parts = append(parts, split.Part{Start: n, End: n + i})
		}
		n += i
	}
	return parts, n
}

// lineEnd returns the place after the first line of data, or -1.
func lineEnd(data []byte) int {
	if i := bytes.IndexByte(data, '\n'); i >= 0 {
		return i + 1
	}
	return -1
}

// rowCutter is the cutter of a table, whose cells are separated by itself.
type rowCutter struct{ comma byte }

func (c rowCutter) cut(data []byte, more bool) ([]split.Part, int) {
	return cutAt(data, more, c.rowEnd)
}

func (rowCutter) next(data []byte) int { return lineEnd(data) }

// rowEnd returns the place after the first row of data, or -1. As for package csv, a row ends
// with the line on which its quotes are wrong.
func (c rowCutter) rowEnd(data []byte) int {
	at := 0
	for at < len(data) {
		if data[at] != '"' { // a cell without quotes
			i := bytes.IndexAny(data[at:], string([]byte{c.comma, '\n'}))
			if i < 0 {
				return -1
			}
			if at += i + 1; data[at-1] == '\n' {
				return at
			}
			continue
		}
		i := quoteEnd(data[at+1:])
		if i < 0 {
			return -1
		}
		if at += 1 + i; at < len(data) && data[at] == c.comma {
			at++
			continue
		}
		end := lineEnd(data[at:])
		if end < 0 {
			return -1
		}
		return at + end
	}
	return -1
}

// quoteEnd returns the place after the quote that ends a cell of a table, or -1. Two quotes
// are one of its text.
func quoteEnd(data []byte) int {
	for at := 0; ; at += 2 {
		i := bytes.IndexByte(data[at:], '"')
		if i < 0 {
			return -1
		}
		if at += i; at+1 >= len(data) || data[at+1] != '"' {
			return at + 1
		}
	}
}

// itemCutter is the cutter of a feed.
type itemCutter struct{}

func (itemCutter) cut(data []byte, more bool) (parts []split.Part, n int) {
	for _, at := range feedItems(data) {
		parts = append(parts, split.Part{Start: at.Start, End: at.End})
	}
	if !more {
		return parts, len(data)
	}
	if len(parts) < 2 {
		return nil, 0
	}
	return parts[:len(parts)-1], parts[len(parts)-2].End
}

func (itemCutter) next([]byte) int { return -1 }

// feedItems returns the items of a feed.
func feedItems(data []byte) []markup.Item { return markup.Items(string(data), "item", "entry") }

// arrayCutter is the cutter of an array of objects in JSON.
type arrayCutter struct {
	inObject bool // it ends where the object around it goes on
	ended    bool
}

func (c *arrayCutter) cut(data []byte, more bool) (parts []split.Part, n int) {
	for !c.ended {
		i := bytes.IndexByte(data[n:], '{')
		if c.inObject && endsBefore(data[n:], i) {
			if n > 0 && more {
				return parts, n // what is left begins with the end
			}
			c.ended = more
			break
		}
		if i < 0 && more {
			return parts, n
		}
		if i < 0 {
			break
		}
		end := objectEnd(data[n+i:])
		if end < 0 && more {
			return parts, n
		}
		if end < 0 {
			end = len(data) - n - i
		}
		parts = append(parts, split.Part{Start: n + i, End: n + i + end})
		n += i + end
	}
	return parts, len(data)
}

// endsBefore reports whether an array ends in data, before byte i if that is not -1.
func endsBefore(data []byte, i int) bool {
	if i < 0 {
		i = len(data)
	}
	return bytes.IndexByte(data[:i], ']') >= 0
}

func (*arrayCutter) next([]byte) int { return -1 }

// objectEnd returns the place after the object that data begins with, or -1.
func objectEnd(data []byte) int {
	depth, quoted := 0, false
	for i := 0; i < len(data); i++ {
		switch b := data[i]; {
		case quoted && b == '\\':
			i++
		case b == '"':
			quoted = !quoted
		case quoted:
		case b == '{':
			depth++
		case b == '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return -1
}
