package wire

import (
	"strings"
	"sync"

	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// endMark is where a story ends. The zero value, with text empty, is none.
type endMark struct {
	line  int
	text  string // as written
	at    int    // where it begins in its line, when glued
	glued bool   // it stands behind the last paragraph, on its line
	more  bool   // it says that more was to come
	weak  bool   // a word that may stand in a text for something else
	rest  string // what stands behind it on its line
}

func (m endMark) found() bool { return m.text != "" }

// markFlags is what an end mark says.
type markFlags struct {
	more bool // more is to come
	weak bool // a word that may stand in a text for something else
}

// endMarks are the marks that stand alone on a line, without spaces, in small
// letters, with one form of dashes and brackets. Firsts and lasts are the bytes
// that they begin and end with.
type endMarks struct {
	flags         map[string]markFlags
	firsts, lasts [256]bool
}

var marksAlone = sync.OnceValue(func() *endMarks {
	m := &endMarks{flags: map[string]markFlags{}}
	for section, flags := range map[string]markFlags{"end": {}, "weak end": {weak: true}, "more": {more: true}, "weak more": {more: true, weak: true}} {
		for _, mark := range words.List(section)() {
			m.flags[mark] = flags
		}
	}
	return m
})

// gluedMark is a mark that may stand behind the last sentence, on its line.
type gluedMark struct {
	text string
	more bool
}

// gluedMarks are all of these, and the bytes that they end with.
type gluedMarks struct {
	marks []gluedMark
	ends  [256]bool
}

var marksGlued = sync.OnceValue(func() *gluedMarks {
	m := &gluedMarks{}
	for _, more := range []bool{false, true} {
		section := "end on the line of a paragraph"
		if more {
			section = "more on the line of a paragraph"
		}
		for _, mark := range words.List(section)() {
			m.marks = append(m.marks, gluedMark{mark, more})
			m.ends[mark[len(mark)-1]] = true
		}
	}
	return m
})

const markBytes = 48 // bytes of a line that may be an end mark

// findEnd finds the end mark in the lines from first on: the first that is
// strong; else the last weak one, or the first of those that nothing but lines
// without a sentence part; "(more)" only where no other follows.
func (sh *sheet) findEnd(from int) endMark {
	var weak, more endMark
	prose := false // a sentence stands behind the weak mark
	for i := from; i < len(sh.lines); i++ {
		m := readMark(sh.lines[i])
		if !m.found() || i == from && !m.glued {
			prose = prose || weak.found() && line.EndsSentence(sh.lines[i])
			continue
		}
		m.line = i
		switch {
		case m.more && (!m.weak || sh.freeStanding(i)):
			more = m
		case m.weak && sh.freeStanding(i):
			if !weak.found() || prose {
				weak, prose = m, false
			}
		case !m.weak:
			return m
		}
	}
	if more.line > weak.line {
		return more
	}
	return weak
}

// freeStanding reports whether line i follows a blank line, a full stop, or a
// sign-off: a word that is a weak mark may also end a wrapped sentence.
func (sh *sheet) freeStanding(i int) bool {
	if i == 0 || line.Blank(sh.lines[i-1]) {
		return true
	}
	return line.EndsSentence(sh.lines[i-1]) || isSignOff(sh.lines[i-1])
}

// readMark reads the end mark that line consists of, or ends or begins with.
func readMark(s string) endMark {
	if len(s) > 4*markBytes && s[len(s)-1] > ' ' && !markByte(s[len(s)-1]) {
		return endMark{}
	}
	text := strings.TrimSpace(s)
	if text == "" {
		return endMark{}
	}
	if len(text) <= markBytes && markStart(text) {
		if flags, ok := marksAlone().flags[foldMark(text)]; ok && (!flags.weak || !line.StartsLower(text) || strings.HasSuffix(text, "/")) {
			return endMark{text: line.Fold(text), more: flags.more, weak: flags.weak}
		}
	}
	if m := glued(s, text); m.found() {
		return m
	}
	for _, start := range [...]string{"(END)", "(끝)", "-0-", "-30-"} {
		if rest, ok := strings.CutPrefix(text, start); ok && len(rest) < 120 {
			return endMark{text: start, rest: line.Fold(rest)}
		}
	}
	return endMark{}
}

// markByte reports whether an end mark may end with the byte c.
func markByte(c byte) bool { return c >= 0x80 || strings.IndexByte(")]>-#mo./AKYDoe*=", c) >= 0 }

func markStart(s string) bool {
	return s[0] >= 0x80 || strings.IndexByte("(<[-=*#eEfFxX3mM", s[0]) >= 0
}

func glued(s, text string) endMark {
	if !marksGlued().ends[text[len(text)-1]] {
		return endMark{}
	}
	for _, g := range marksGlued().marks {
		if !strings.HasSuffix(text, g.text) || len(text) == len(g.text) {
			continue
		}
		at := strings.LastIndex(s, g.text)
		if line.Blank(s[:at]) {
			continue
		}
		return endMark{text: strings.TrimSpace(g.text), at: at, glued: true, more: g.more}
	}
	return endMark{}
}

// foldMark brings an end mark to the form in which endMarks has it.
func foldMark(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		switch r {
		case ' ', '\t', '\u3000', '\u00a0':
		case '–', '—', '―', '−', '‐', '‑', '─':
			b.WriteByte('-')
		case '（':
			b.WriteByte('(')
		case '）':
			b.WriteByte(')')
		case '’':
			b.WriteByte('\'')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
