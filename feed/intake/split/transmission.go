package split

import "bytes"

// The control characters of a transmission, and the end of a file in DOS.
const (
	soh   = 0x01
	etx   = 0x03
	eot   = 0x04
	syn   = 0x16
	ctrlZ = 0x1A
)

// transmissions splits a file that has a SOH before the header of each story.
func transmissions(data []byte, _ func([]byte) bool) (cuts []cut) {
	end := 0 // of the last transmission
	for at := 0; ; {
		next := bytes.IndexByte(data[at:], soh)
		if next < 0 {
			return cuts
		}
		next += at
		at = next + 1
		if !beginsLine(data, next) || at == len(data) || isSpace(data[at]) && data[at] != '\r' && data[at] != '\n' {
			continue
		}
		start := next
		for start > end && data[start-1] == syn {
			start--
		}
		if len(cuts) > 0 && !bytes.ContainsAny(data[end:start], "\x02\x03\x04") {
			continue
		}
		cuts = append(cuts, cut{end: start, next: start})
		end = at
	}
}

// beginsLine reports whether only control characters and blanks stand between at and
// the start of its line, or the end of the transmission before it.
func beginsLine(data []byte, at int) bool {
	for at--; at >= 0; at-- {
		switch b := data[at]; {
		case b == '\n', b == '\r', b == etx, b == eot, b == ctrlZ:
			return true
		case !isSpace(b):
			return false
		case b == soh:
			return false
		}
	}
	return true
}

// pieces splits a file that has a ^Z or an EOT on a line end between stories. A
// piece of a single line belongs to the one before it.
func pieces(data []byte, _ func([]byte) bool) (cuts []cut) {
	mark := byte(ctrlZ)
	if bytes.IndexByte(data, mark) < 0 {
		mark = eot
	}
	for at := 0; ; {
		i := bytes.IndexByte(data[at:], mark)
		if i < 0 {
			return withStart(cuts)
		}
		end := at + i
		at = end + 1
		switch {
		case !beginsLine(data, end) && !endsLine(data[at:]):
			return nil // it stands for a character that was lost
		case isNote(data[at:nextMark(data, at, mark)]):
		default:
			cuts = append(cuts, cut{end: end, next: at})
		}
	}
}

// endsLine reports whether only control characters and blanks are in front of the
// next line.
func endsLine(rest []byte) bool {
	for _, b := range rest {
		switch {
		case b == '\n', b == '\r':
			return true
		case !isSpace(b):
			return false
		}
	}
	return true
}

func nextMark(data []byte, at int, mark byte) int {
	if i := bytes.IndexByte(data[at:], mark); i >= 0 {
		return at + i
	}
	return len(data)
}
