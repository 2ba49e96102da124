package split

import "bytes"

// maxHead is the length of the longest line of a header.
const maxHead = 100

// ownHeader is the number of lines after which a line of header begins a story. One
// that is nearer belongs to the header above it.
const ownHeader = 4

// headers splits a file that has a header of ANPA 1312 or IPTC 7901 before each
// story. A story may have several lines of header.
func headers(data []byte, _ func([]byte) bool) (cuts []cut) {
	number, n := -1, ownHeader // start of the number line above, lines since a header
	for l := range lines(data) {
		if len(l.text) == 0 {
			continue
		}
		n++
		if len(l.text) > maxHead {
			number = -1
			continue
		}
		if !isHeader(l.text) && (len(slugOf(l.text)) == 0 || l.text[0] != '^' || !l.first && number < 0) {
			number = -1
			if isNumber(firstWord(l.text)) && len(l.text) <= 40 {
				number = l.start
			}
			continue
		}
		if n >= ownHeader {
			start := l.start
			if number >= 0 {
				start = number
			}
			cuts = append(cuts, cut{end: start, next: start})
		}
		number, n = -1, 0
	}
	return cuts
}

// isNumber reports whether word is the number of a message: "a0123", "w2870",
// "eca100".
func isNumber(word []byte) bool {
	word = bytes.TrimRight(word, "-")
	i := bytes.IndexAny(word, "0123456789")
	return i >= 1 && is(isLetter, word[:i], 1, 4) && is(isDigit, word[i:], 3, 4)
}

// isHeader reports whether text is "r a AM-Ferry-Storm 10-03 0369", "BC-FERRY-STORM
// 10-03 0123" or "mrd100 3 s 586 ccccb   mrd 099".
func isHeader(text []byte) bool {
	if !isNumber(firstWord(text)) && !hasMonthDay(text) {
		return false
	}
	w := bytes.FieldsFunc(text, isGap)
	if len(w) >= 4 && isNumber(w[0]) && is(isDigit, w[1], 1, 1) && is(isLetter, w[2], 1, 4) && is(isDigit, w[3], 1, 5) {
		return true
	}
	if len(w) > 0 && isNumber(w[0]) {
		w = w[1:]
	}
	for n := 0; n < 2 && len(w) > 0 && is(isLetter, w[0], 1, 2); n++ {
		w = w[1:]
	}
	if len(w) < 3 || bytes.IndexByte(w[0], '-') < 1 || !isLetter(w[0][0]) {
		return false
	}
	for i := 1; i+1 < len(w); i++ {
		if isMonthDay(w[i]) && is(isDigit, w[i+1], 3, 5) {
			return true
		}
	}
	return false
}

// firstWord returns the first word of a line.
func firstWord(text []byte) []byte {
	if end := bytes.IndexFunc(text, isGap); end >= 0 {
		return text[:end]
	}
	return text
}

// isGap reports whether r is between the words of a header: a blank or a control
// character.
func isGap(r rune) bool { return r <= ' ' }

// hasMonthDay reports whether text may have a word like "10-03".
func hasMonthDay(text []byte) bool {
	for i := 1; i+1 < len(text); i++ {
		if text[i] == '-' && isDigit(text[i-1]) && isDigit(text[i+1]) {
			return true
		}
	}
	return false
}

// isMonthDay reports whether word is "10-03".
func isMonthDay(word []byte) bool {
	month, day, ok := bytes.Cut(word, []byte("-"))
	return ok && is(isDigit, month, 1, 2) && is(isDigit, day, 1, 2)
}

// slugOf returns the slug in a line of header: "BC-FERRY-STORM" of the line
// "^BC-FERRY-STORM, 1st Ld-Writethru,0123<". It is empty if there is none.
func slugOf(text []byte) []byte {
	if len(text) > maxHead {
		return nil
	}
	s := bytes.TrimLeft(text, "^")
	caret := len(s) < len(text)
	for len(s) > 2 && !caret && isLetter(s[0]) && s[1] == ' ' { // priority and category
		s = trim(s[2:])
	}
	if len(s) < 5 || !is(isUpper, s[:2], 2, 2) || s[2] != '-' || !caret && !isHeader(text) {
		return nil
	}
	if i := bytes.IndexAny(s, ", <"); i >= 0 {
		s = s[:i]
	}
	return s
}
