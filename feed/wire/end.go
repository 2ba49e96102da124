package wire

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// endMark is the mark that ends a story. The zero value means no mark.
type endMark struct {
	line  int
	text  string // the mark as written, empty if there is none
	at    int    // the byte of the line at which a glued mark begins
	glued bool   // the mark is on the line of the last paragraph
	more  bool   // the mark says that more is to come
	weak  bool   // the mark is a word that may also be part of a text
	small bool   // the mark is such a word in small letters
	rest  string // the text after the mark on its line
}

func (m endMark) found() bool { return m.text != "" }

// markFlags are the properties of an end mark; see endMark.
type markFlags struct{ more, weak bool }

// endMarks are the marks that are alone on a line, without spaces, in lower case, with
// one form of dashes and brackets. Firsts are the bytes that they begin with.
type endMarks struct {
	flags  map[string]markFlags
	firsts [256]bool
}

var marksAlone = sync.OnceValue(func() *endMarks {
	m := &endMarks{flags: map[string]markFlags{}}
	for section, flags := range map[string]markFlags{"end": {}, "weak end": {weak: true}, "more": {more: true}, "weak more": {more: true, weak: true}} {
		for _, mark := range words.List(section)() {
			m.flags[mark] = flags
			m.firsts[mark[0]] = true
			m.firsts[strings.ToUpper(mark[:1])[0]] = true
		}
	}
	return m
})

// gluedMark is a mark that may follow the last sentence on the same line.
type gluedMark struct {
	text string
	more bool
	full bool // the mark counts only after a full stop
}

// gluedMarks are all marks of this kind and the bytes that they end with.
type gluedMarks struct {
	marks []gluedMark
	ends  [256]bool
}

var marksGlued = sync.OnceValue(func() *gluedMarks {
	m := &gluedMarks{}
	for _, g := range []gluedMark{
		{text: "end on the line of a paragraph"},
		{text: "more on the line of a paragraph", more: true},
		{text: "end after a full stop", full: true},
	} {
		for _, g.text = range words.List(g.text)() {
			m.marks = append(m.marks, g)
			m.ends[g.text[len(g.text)-1]] = true
		}
	}
	return m
})

const markBytes = 48 // bytes of a line that may be an end mark

// findEnd finds the end mark of the lines from first on. The first strong mark
// wins. Without a strong mark the last weak one wins, or the first of several
// weak ones with no sentence between them. "(more)" wins if no other mark
// follows it.
func (sh *sheet) findEnd(from int) endMark {
	var weak, more endMark
	prose := false // a sentence follows the weak mark
	for i := from; i < len(sh.lines); i++ {
		m := readMark(sh.lines[i])
		if !m.found() || i == from && !m.glued {
			prose = prose || weak.found() && line.EndsSentence(sh.lines[i])
			continue
		}
		m.line = i
		switch {
		case m.weak && !sh.closes(m):
		case m.more:
			more = m
		case m.weak:
			if !weak.found() || prose {
				weak, prose = m, false
			}
		default:
			return m
		}
	}
	switch {
	case more.line > weak.line:
		return more
	case weak.found():
		return weak
	}
	return sh.lastWord(from)
}

// lastWords are the marks that count only after the last full stop of the copy, as written.
var lastWords = words.List("end after the last full stop")

// lastWord reads the mark of lastWords that ends the last line that is not blank.
func (sh *sheet) lastWord(from int) endMark {
	i := sh.last(from, len(sh.lines)) - 1
	if i < from {
		return endMark{}
	}
	s := strings.TrimRight(sh.lines[i], " \t")
	for _, word := range lastWords() {
		if rest, ok := strings.CutSuffix(s, word); ok && endsBefore(rest) {
			return endMark{line: i, text: word, at: len(rest), glued: true}
		}
	}
	return endMark{}
}

// freeStanding reports whether line i follows a blank line, a full stop, or a
// sign-off: a word that is a weak mark may also end a wrapped sentence.
func (sh *sheet) freeStanding(i int) bool {
	if i == 0 || line.Blank(sh.lines[i-1]) {
		return true
	}
	return line.EndsSentence(sh.lines[i-1]) || isSignOff(sh.lines[i-1])
}

// closes reports whether the weak mark m ends the copy: it is free-standing or on the
// last line. A mark in small letters must be both.
func (sh *sheet) closes(m endMark) bool {
	if m.small {
		return sh.freeStanding(m.line) && sh.isLast(m.line)
	}
	return sh.freeStanding(m.line) || sh.isLast(m.line)
}

// isLast reports whether nothing follows line i.
func (sh *sheet) isLast(i int) bool { return sh.next(i+1) == len(sh.lines) }

// readMark reads the end mark that line consists of, or ends or begins with.
func readMark(s string) endMark {
	if len(s) > 4*markBytes && s[len(s)-1] > ' ' && !mayEndInMark(s[len(s)-1]) {
		return endMark{}
	}
	text := strings.TrimSpace(s)
	if text == "" || !mayBeMark(text[0]) && !mayEndInMark(text[len(text)-1]) {
		return endMark{}
	}
	if isCaret(text) {
		if text = strings.Trim(text, "^<="); text == "" {
			return endMark{}
		}
	}
	if isMoreOf(text) {
		return endMark{text: line.Fold(text), more: true, weak: true}
	}
	if m := alone(text); m.found() {
		return m
	}
	if m := glued(s, text); m.found() {
		return m
	}
	return leading(text)
}

// alone reads the end mark that text consists of.
func alone(text string) endMark {
	if len(text) > markBytes || text[0] < utf8.RuneSelf && !marksAlone().firsts[text[0]] {
		return endMark{}
	}
	var buf [markBytes]byte
	flags, ok := marksAlone().flags[string(foldMark(buf[:0], text))]
	if !ok {
		return endMark{}
	}
	small := flags.weak && line.StartsLower(text) && !strings.HasSuffix(text, "/")
	return endMark{text: line.Fold(text), more: flags.more, weak: flags.weak, small: small}
}

// leading reads the end mark that text begins with.
func leading(text string) endMark {
	if text[0] != '(' && text[0] != '-' {
		return endMark{}
	}
	for _, start := range [...]string{"(END)", "(끝)", "-0-", "-30-"} {
		if rest, ok := strings.CutPrefix(text, start); ok && len(rest) < 120 {
			return endMark{text: start, rest: line.Fold(rest)}
		}
	}
	return endMark{}
}

// mayBeMark reports whether a line that begins with the byte c may be a mark, or begin with
// one.
func mayBeMark(c byte) bool {
	return c >= utf8.RuneSelf || c == '^' || c == '(' || c == '-' || c == 'M' || marksAlone().firsts[c]
}

// isMoreOf reports whether s says that more is to come, with the initials of the desk:
// "MORE ab".
func isMoreOf(s string) bool {
	initials, ok := strings.CutPrefix(s, "MORE ")
	return ok && len(initials) < 12 && (isLower(initials, 3) || isInitials(initials))
}

// mayEndInMark reports whether a long line that ends with the byte c may have a
// mark after its last sentence.
func mayEndInMark(c byte) bool { return c >= 0x80 || marksGlued().ends[c] }

func glued(s, text string) endMark {
	if !marksGlued().ends[text[len(text)-1]] {
		return endMark{}
	}
	for _, g := range marksGlued().marks {
		if !strings.HasSuffix(text, g.text) || len(text) == len(g.text) {
			continue
		}
		at := strings.LastIndex(s, g.text)
		if line.Blank(s[:at]) || g.full && !endsBefore(s[:at]) {
			continue
		}
		return endMark{text: strings.TrimSpace(g.text), at: at, glued: true, more: g.more}
	}
	return endMark{}
}

// endsBefore reports whether s, the text before a mark, ends with a sentence.
func endsBefore(s string) bool {
	return line.EndsSentence(strings.TrimRightFunc(line.Tail(s, 64), unicode.IsSpace))
}

// foldMark appends an end mark to b in the form that endMarks has.
func foldMark(b []byte, s string) []byte {
	for _, r := range s {
		switch r {
		case ' ', '\t', '\u3000', '\u00a0':
		case '–', '—', '―', '−', '‐', '‑', '─':
			b = append(b, '-')
		case '（':
			b = append(b, '(')
		case '）':
			b = append(b, ')')
		case '’':
			b = append(b, '\'')
		default:
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
	}
	return b
}
