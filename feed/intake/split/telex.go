package split

import "bytes"

// telexMarks are the words that begin and end a story in a telex.
var telexMarks = []struct{ start, end string }{{"ZCZC", "NNNN"}, {"zczc", "nnnn"}, {"ЗЦЗЦ", "НННН"}}

// maxLoose is the most lines between NNNN and the next ZCZC that may be line noise. More
// of them are text, in which the marks are quoted.
const maxLoose = 3

// telex splits a file with ZCZC before each story and NNNN after it. A ZCZC out of
// place, before the NNNN or after loose text, counts only if a story clearly begins
// there. Loose text may be line noise if the ZCZC has a number.
func telex(data []byte, opens func([]byte) bool) (cuts []cut) {
	t := telexState{data: data, opens: opens}
	for l := range lines(data) {
		if code, ok := telexCode(l.text); ok {
			if t.starts(&l, code) {
				cuts = append(cuts, cut{end: l.start, next: l.start})
				t.open, t.loose = true, 0
			}
			continue
		}
		switch {
		case isTelexEnd(l.text) || t.open && endsInTelex(l.text):
			t.open, t.loose = false, 0
			t.sure++
		case !t.open && len(l.text) > 0:
			t.loose++
			t.inText = t.inText || len(cuts) == 0 && t.loose > 1
		}
	}
	if len(cuts) < 2 || t.sure < len(cuts)-1 {
		return nil
	}
	return cuts
}

// telexState is what telex knows at a line.
type telexState struct {
	data   []byte
	opens  func([]byte) bool
	open   bool // a ZCZC has no NNNN yet
	inText bool // a text is above the first ZCZC, which may quote it
	loose  int  // lines of text since the NNNN
	sure   int  // ends, and starts at which a story clearly begins
}

// starts reports whether a story starts at l, a line ZCZC with that code.
func (t *telexState) starts(l *line, code []byte) bool {
	numbered := bytes.ContainsAny(code, "0123456789") && t.loose <= maxLoose && !t.inText
	if !t.open && (t.loose == 0 || numbered || !t.inText && t.sure == 0) {
		return true
	}
	if !t.opens(upTo(t.data[l.next:], isTelexLine)) {
		return false
	}
	t.sure++
	return true
}

// isTelexLine reports whether text is one of the marks.
func isTelexLine(text []byte) bool {
	_, starts := telexCode(text)
	return starts || isTelexEnd(text)
}

// endsInTelex reports whether NNNN follows the last words of a story on their line.
func endsInTelex(text []byte) bool {
	for _, m := range telexMarks {
		if bytes.HasSuffix(text, []byte(" "+m.end)) {
			return true
		}
	}
	return false
}

// telexCode reports whether text is a line that begins a story, and returns what
// follows ZCZC on it.
func telexCode(text []byte) (code []byte, ok bool) {
	if len(text) > 40 {
		return nil, false
	}
	for _, m := range telexMarks {
		if code, ok := bytes.CutPrefix(text, []byte(m.start)); ok {
			word, _, _ := bytes.Cut(trim(code), []byte(" "))
			return word, len(code) == 0 || isSpace(code[0]) || isDigit(code[0]) || isUpper(code[0])
		}
	}
	return nil, false
}

// isTelexEnd reports whether text is a line that ends a story.
func isTelexEnd(text []byte) bool {
	for _, m := range telexMarks {
		if string(text) == m.end {
			return true
		}
	}
	return false
}
