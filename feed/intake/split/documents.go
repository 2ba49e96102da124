package split

import (
	"bytes"
	"strconv"

	"dateline/feed/wire/words"
)

// The words of the line that counts the documents of an export: "Document 3 of 120".
var (
	documentWords = words.Set("document")
	ofWords       = words.Set("out of")
)

// documents splits an export of a newspaper database that has "Document 3 of 120" or
// "3 of 120 DOCUMENTS" before each story. The numbers must follow each other.
func documents(data []byte, _ func([]byte) bool) (cuts []cut) {
	last, total := 0, 0
	for l := range lines(data) {
		if len(l.text) > maxHead {
			continue
		}
		n, of, ok := documentNumber(l.text)
		if !ok || total > 0 && (n != last+1 || of != total) {
			continue
		}
		last, total = n, of
		cuts = append(cuts, cut{end: l.start, next: l.next})
	}
	if len(cuts) < 2 {
		return nil
	}
	return cuts
}

// documentNumber reads the line "Document 3 of 120".
func documentNumber(text []byte) (n, of int, ok bool) {
	var numbers []int
	document := false
	for word := range bytes.FieldsSeq(text) {
		if digits := bytes.TrimLeft(word, "+-"); is(isDigit, digits, 1, len(word)) {
			if number, err := strconv.Atoi(string(word)); err == nil {
				numbers = append(numbers, number)
				continue
			}
		}
		name := string(bytes.Trim(word, "().:"))
		switch {
		case words.HasLower(documentWords(), name):
			document = true
		case len(numbers) != 1 || !words.HasLower(ofWords(), name):
			return 0, 0, false
		}
	}
	if !document || len(numbers) != 2 || numbers[0] < 1 || numbers[0] > numbers[1] {
		return 0, 0, false
	}
	return numbers[0], numbers[1], true
}

// numberAbove returns the number of the document in the line above start.
func numberAbove(data []byte, start, _ int) string {
	above := trim(data[max(0, start-maxHead):start])
	if i := bytes.LastIndexAny(above, "\r\n"); i >= 0 {
		above = trim(above[i:])
	}
	if n, _, ok := documentNumber(above); ok {
		return strconv.Itoa(n)
	}
	return ""
}

// numbered splits an export that has a line with the number of the document after
// each story: "Document MRDN000020241003ekc30012t".
func numbered(data []byte, _ func([]byte) bool) (cuts []cut) {
	for l := range lines(data) {
		if _, ok := documentCode(l.text); ok {
			cuts = append(cuts, cut{end: l.next, next: l.next})
		}
	}
	if len(cuts) < 2 {
		return nil
	}
	return withStart(cuts)
}

// codeBelow returns the number of the document in a line below it.
func codeBelow(data []byte, start, end int) string {
	for l := range lines(data[start:end]) {
		if code, ok := documentCode(l.text); ok {
			return keyOf(code)
		}
	}
	return ""
}

// documentCode reads the line "Document MRDN000020241003ekc30012t".
func documentCode(text []byte) (code []byte, ok bool) {
	if len(text) > maxHead {
		return nil, false
	}
	word, code, ok := bytes.Cut(text, []byte(" "))
	return code, ok && isDocumentCode(code) && documentWords()[string(bytes.ToLower(word))]
}

// isDocumentLine reports whether text is one of the two lines.
func isDocumentLine(text []byte) bool {
	if _, ok := documentCode(text); ok {
		return true
	}
	if len(text) > 60 {
		return false
	}
	_, _, ok := documentNumber(text)
	return ok
}

// isDocumentCode reports whether word is capitals and then a long number of digits
// and small letters.
func isDocumentCode(word []byte) bool {
	i := 0
	for i < len(word) && isUpper(word[i]) {
		i++
	}
	rest := word[i:]
	if i < 2 || len(rest) < 12 {
		return false
	}
	for _, b := range rest {
		if !isDigit(b) && (!isLetter(b) || isUpper(b)) {
			return false
		}
	}
	return is(isDigit, rest[:8], 8, 8)
}
