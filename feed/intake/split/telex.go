package split

import "bytes"

// telexMarks are the words that begin and end a story in a telex.
var telexMarks = []struct{ start, end string }{{"ZCZC", "NNNN"}, {"zczc", "nnnn"}, {"ЗЦЗЦ", "НННН"}}

// maxLoose is the number of lines between NNNN and the next ZCZC that are the noise
// of a line. More of them are text, in which the marks are quoted.
const maxLoose = 3

// telex splits a file with ZCZC before each story and NNNN after it. A ZCZC where
// none should be, before a NNNN or after loose text, counts only if a story clearly
// begins there. A text above the first ZCZC may quote it, so that no text is loose.
func telex(data []byte, opens func([]byte) bool) (cuts []cut) {
	open, ended, loose, inText := false, 0, 0, false
	for l := range lines(data) {
		switch _, starts := telexCode(l.text); {
		case starts:
			if (open || loose > 0 && inText || loose > maxLoose) && !opens(data[l.next:]) {
				continue
			}
			cuts = append(cuts, cut{end: l.start, next: l.start})
			open, loose = true, 0
		case isTelexEnd(l.text):
			open, loose = false, 0
			ended++
		case !open && len(l.text) > 0:
			loose++
			inText = inText || len(cuts) == 0 && loose > 1
		}
	}
	if len(cuts) < 2 || ended*2 < len(cuts) {
		return nil
	}
	return cuts
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
