package split

import "slices"

// maxRulers is the number of different separators that are tried in a file.
const maxRulers = 8

// ruled splits a file that has a line NNNN, =====, -----, * * * or the like between
// its stories, if a story clearly begins after each of them.
func ruled(data []byte, opens func([]byte) bool) []cut {
	var tried []string
	for l := range lines(data) {
		if !isRuler(l.text) {
			continue
		}
		mark := string(l.text)
		if slices.Contains(tried, mark) {
			continue
		}
		if tried = append(tried, mark); len(tried) > maxRulers {
			return nil
		}
		if cuts := ruledBy(data, mark, opens); cuts != nil {
			return cuts
		}
	}
	return nil
}

// ruledBy returns the cuts of data at the lines that are mark. If there is only one,
// a story must clearly begin above it too.
func ruledBy(data []byte, mark string, opens func([]byte) bool) (cuts []cut) {
	isMark := func(text []byte) bool { return string(text) == mark }
	for l := range lines(data) {
		if !isMark(l.text) || isBlank(data[l.next:]) {
			continue
		}
		if !opens(upTo(data[l.next:], isMark)) {
			return nil
		}
		cuts = append(cuts, cut{end: l.start, next: l.next})
	}
	if len(cuts) == 1 && !opens(upTo(data[:cuts[0].end], isMark)) {
		return nil
	}
	return withStart(cuts)
}

// isRuler reports whether text is a line that may separate stories.
func isRuler(text []byte) bool {
	if len(text) < 3 || len(text) > 200 {
		return false
	}
	if text[0] == 'N' || text[0] == 'n' || text[0] >= 0x80 {
		return isTelexEnd(text)
	}
	if isLetter(text[0]) || text[0] != text[len(text)-1] {
		return false
	}
	n := 0
	for _, b := range text {
		switch b {
		case text[0]:
			n++
		case ' ', '\t':
		default:
			return false
		}
	}
	switch text[0] {
	case '*':
		return n >= 3
	case '=', '-', '_', '#', '~', '+':
		return n >= 5
	}
	return false
}
