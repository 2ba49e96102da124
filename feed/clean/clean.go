// Package clean makes text safe to show: no byte of what it returns can command a
// terminal or hide from a reader.
//
// Every visible character, newline and tab is kept.
//
// These line ends become a newline: CR, alone or once or twice before LF; NEL, VT, FF,
// U+2028 and U+2029.
//
// Complete escape sequences are removed: CSI with parameters and final byte, the
// two- and three-byte escapes that terminals know, and OSC, DCS, APC, PM and SOS
// strings that end in ST or BEL on the same line within 4 KiB. If a sequence is not
// complete, only its introducer is removed and the rest stays readable, so that an
// unterminated string hides no text. The same rules apply to C1 code points, but
// there a string must be ASCII too: text that was decoded wrongly once is full of
// C1 code points ("Ð\u009d"), and it is text. A C1 byte that is not UTF-8 counts as
// a control only if a complete sequence with parameters follows; otherwise it is a
// broken character.
//
// Invisible characters are removed: the other C0 and C1 controls, bidi embeddings,
// overrides and isolates, the marks LRM, RLM and ALM (terminals order lines by
// themselves or not at all), word joiner, BOM, soft hyphen, grapheme joiner, invisible
// operators, interlinear annotation, tag characters except in the three flags that are
// in use (England, Scotland, Wales), and every other format character that shows
// nothing. Hangul fillers that take room become a space.
//
// Some invisible characters are kept where they matter: ZWJ and ZWNJ between two
// letters of a script that shapes or stacks its letters (Arabic, the Indic scripts,
// Mongolian …); a zero-width space between two letters of a script without spaces
// (Thai, Lao, Khmer, Burmese …), where it separates words; ZWJ between two emoji, at
// most five in a row; and one variation selector after a base that has variants.
//
// A base keeps at most eight combining marks. Marks that fit any letter, such as
// accents, are removed after the fourth mark, because a pile of them reaches into
// other lines. A mark at the start or after white space is put on a dotted circle,
// so that it cannot reach the text to the left of it. Cleaned texts can
// therefore be joined, and cut at white space, and stay clean.
//
// Invalid UTF-8 and noncharacters become U+FFFD. Private use characters stay,
// because some fonts show them.
package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text returns s without anything that could command a terminal or hide text.
// Newlines and tabs stay. Text is idempotent, and returns s itself if s is clean.
func Text(s string) string {
	n := plainRun(s)
	if n == len(s) {
		return s
	}
	c := cleaner{src: s}
	if n > 0 {
		c.pass(0, n)
	}
	for i := n; i < len(s); {
		if n := plainRun(s[i:]); n > 0 {
			c.pass(i, i+n)
			i += n
			continue
		}
		i += c.step(i)
	}
	c.settle(0)
	if !c.changed {
		return s
	}
	return c.out.String()
}

// Line returns Text on one line: runs of white space become one space, and the ends
// are trimmed.
func Line(s string) string {
	s = Text(s)
	if folded(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// folded reports whether all white space in s is single spaces, and not at its ends.
func folded(s string) bool {
	space := true
	for _, r := range s {
		if r == ' ' {
			if space {
				return false
			}
			space = true
			continue
		}
		if unicode.IsSpace(r) {
			return false
		}
		space = false
	}
	return !space || s == ""
}

// cleaner reads src once. It copies nothing until something has to change; until
// then the output is the beginning of src. Its decisions depend on the output so
// far and on the next character that is kept, never on what was removed. That makes
// Text idempotent.
type cleaner struct {
	src     string
	out     strings.Builder
	changed bool

	prev   rune // the last character kept, 0 at the start
	marks  int  // combining marks on the current base
	joins  int  // joiners in the current emoji
	held   rune // a joiner or selector whose right neighbour is not known yet
	heldAt int
}

const (
	maxMarks = 8
	maxPiled = 4 // marks after which only marks of the script are kept
	maxJoins = 5
	circle   = '\u25CC'
)

// step handles the character at i, where plainRun stopped, and returns its length
// in bytes.
func (c *cleaner) step(i int) int {
	rest := c.src[i:]
	r, size := utf8.DecodeRuneInString(rest)
	if r == utf8.RuneError && size == 1 {
		return c.invalid(i, rest)
	}
	switch kind := classOf(r); kind {
	case visible:
		c.keep(i, r, size)
	case mark:
		c.mark(i, r, size)
	case joiner, selector:
		c.hold(i, r, kind)
	case lineEnd:
		if strings.HasPrefix(rest, "\r\n") {
			size = 2
		} else if strings.HasPrefix(rest, "\r\r\n") {
			size = 3
		}
		c.replace(i, '\n')
	case blank:
		c.replace(i, ' ')
	case bad:
		c.replace(i, utf8.RuneError)
	case introducer:
		c.cut(i)
		return sequence(rest)
	case tag:
		c.cut(i)
	case flag:
		return c.flag(i, rest)
	case gone:
		c.cut(i)
	}
	return size
}

// invalid handles bytes that are not UTF-8.
func (c *cleaner) invalid(i int, rest string) int {
	if n := rawSequence(rest); n > 0 {
		c.cut(i)
		return n
	}
	c.replace(i, utf8.RuneError)
	return brokenLen(rest)
}

// flag keeps a flag that is spelled with tag characters.
func (c *cleaner) flag(i int, rest string) int {
	n := len("\U0001F3F4")
	for _, f := range flags {
		if strings.HasPrefix(rest, f) {
			n = len(f)
		}
	}
	c.keep(i, flagBase, n)
	return n
}

// pass keeps src[from:to], a run of plain characters.
func (c *cleaner) pass(from, to int) {
	run := c.src[from:to]
	if c.held != 0 {
		first, _ := utf8.DecodeRuneInString(run)
		c.settle(first)
	}
	if c.changed {
		c.out.WriteString(run)
	}
	c.prev, _ = utf8.DecodeLastRuneInString(run)
	c.marks, c.joins = 0, 0
}

// keep keeps the base character r, which is n bytes at i.
func (c *cleaner) keep(i int, r rune, n int) {
	if !c.settle(r) {
		c.joins = 0
	}
	if c.changed {
		c.out.WriteString(c.src[i : i+n])
	}
	c.prev, c.marks = r, 0
}

// mark keeps a combining mark if its base may have one more.
func (c *cleaner) mark(i int, r rune, n int) {
	if c.marks == maxMarks || c.marks >= maxPiled && unicode.Is(unicode.Inherited, r) {
		c.cut(i)
		return
	}
	c.settle(r)
	if c.prev == 0 || unicode.IsSpace(c.prev) {
		c.cut(i)
		c.out.WriteRune(circle)
	}
	if c.changed {
		c.out.WriteString(c.src[i : i+n])
	}
	c.prev = r
	c.marks++
}

// replace replaces the character at i with r.
func (c *cleaner) replace(i int, r rune) {
	c.settle(r)
	c.cut(i)
	c.out.WriteRune(r)
	c.prev, c.marks, c.joins = r, 0, 0
}

// cut drops the character at i. It begins the copy if it has not begun.
func (c *cleaner) cut(i int) {
	if c.changed {
		return
	}
	if c.held != 0 {
		i = c.heldAt
	}
	c.changed = true
	c.out.Grow(len(c.src))
	c.out.WriteString(c.src[:i])
}

// hold keeps back a joiner or selector until its right neighbour is known.
func (c *cleaner) hold(i int, r rune, kind class) {
	if c.held == Break || c.held != 0 && kind == joiner && takes(c.prev, c.held, 0) {
		c.settle(0)
	}
	if c.held != 0 {
		c.cut(i)
		return
	}
	c.held, c.heldAt = r, i
}

// settle keeps or drops the held character before next, which is 0 at the end, and
// reports whether next continues an emoji.
func (c *cleaner) settle(next rune) bool {
	if c.held == 0 {
		return false
	}
	r := c.held
	joined := r == zwj && pictograph(next)
	if !takes(c.prev, r, next) || joined && c.joins == maxJoins {
		c.cut(c.heldAt)
		c.held = 0
		return false
	}
	c.held = 0
	if c.changed {
		c.out.WriteRune(r)
	}
	if joined {
		c.joins++
	}
	if r != zwj {
		c.prev = r
	}
	return joined
}
