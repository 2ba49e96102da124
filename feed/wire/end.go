package wire

import (
	"strings"

	"dateline/feed/wire/line"
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

// endMarks are the marks that stand alone on a line, without spaces, in small
// letters, with one form of dashes and brackets; m: more to come, w: weak.
var endMarks = func() map[string]string {
	m := map[string]string{}
	add := func(flag, list string) {
		for w := range strings.FieldsSeq(list) {
			m[w] = flag
		}
	}
	add("", "(end) (끝) (끝.) <끝> [끝] (完) 【完】 [完] (了) 【了】 (終) (ends) (fin) (ende) (fine) (fim) (конец) (النهاية) (انتهى) [end] <end> "+
		"-0- --0-- -o- -30- --30-- -end- --end-- -ends- --ends-- -fin- -ende- -000- =0= =end= *end* #end# enditem enditem. ==kyodo --bernama -bernama (endall) (endit) -ooo- -ende-")
	add("w", "end ends ends/ end/ end. fin ende xxx xxxx ### ## #### ##### -###- 끝 끝. ■ ◼ □ انتهى конец 완 30 -xxx- ===end===")
	add("m", "(more) -more- --more-- (moretocome) (moretofollow) (계속) (続く) (待续) (待續) (àsuivre) (asuivre) (suivra) (sigue) (continúa) (segue) (mehr) "+
		"(folgt) (continued) (cont'd) (tobecontinued) (продолжениеследует) (يتبع) -يتبع-")
	add("mw", "more moretocome moretofollow more...")
	return m
}()

// gluedMarks may stand behind the last sentence, on its line.
var gluedMarks = []struct {
	text string
	more bool
}{
	{"(END)", false}, {"(End)", false}, {"(ENDS)", false}, {"(끝)", false}, {"（끝）", false}, {"<끝>", false}, {"（完）", false}, {"(完)", false}, {"【完】", false}, {"（了）", false},
	{" -0-", false}, {" -30-", false}, {" Enditem", false}, {" ###", false}, {" # # #", false}, {"==Kyodo", false}, {" -- BERNAMA", false},
	{"(more)", true}, {"(MORE)", true}, {"（続く）", true}, {"(계속)", true}, {"（待续）", true},
}

// gluedEnds are the bytes that gluedMarks end with.
var gluedEnds = func() (t [256]bool) {
	for _, g := range gluedMarks {
		t[g.text[len(g.text)-1]] = true
	}
	return t
}()

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
		if flag, ok := endMarks[foldMark(text)]; ok && (!strings.Contains(flag, "w") || !line.StartsLower(text) || strings.HasSuffix(text, "/")) {
			return endMark{text: line.Fold(text), more: strings.Contains(flag, "m"), weak: strings.Contains(flag, "w")}
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
	if !gluedEnds[text[len(text)-1]] {
		return endMark{}
	}
	for _, g := range gluedMarks {
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
