// Package bidi puts lines of right-to-left text into the order in which they
// are read on the screen.
//
// A full-screen program cannot leave that to the terminal: one that orders a
// whole row moves the text of one pane into another, and one that does not
// shows every word backwards. The program orders each piece itself and asks
// the terminal not to (the implicit mode of ECMA-48, switched off with
// CSI 8 l).
//
// Some terminals do better with text in the order in which it is read; for those the
// program leaves the order to the terminal.
//
// The order is that of UAX #9 for text without embedding controls, which are
// taken out where text is cleaned. Letters are not joined: a terminal that
// joins Arabic letters does so whoever put them in order.
package bidi

import (
	"slices"
	"strings"
	"sync/atomic"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
	"golang.org/x/text/unicode/bidi"
)

// byTerminal is whether the terminal orders text. The terminal is one for the whole
// process.
var byTerminal atomic.Bool

// ByTerminal reports whether the terminal orders text, not the program. It may be
// called from any goroutine.
func ByTerminal() bool { return byTerminal.Load() }

// SetByTerminal sets whether the terminal orders text; at first the program does. It
// may be called from any goroutine.
func SetByTerminal(yes bool) { byTerminal.Store(yes) }

// IsRTL reports whether the first letter of s that has a direction is of a
// right-to-left script.
func IsRTL(s string) bool {
	for i := 0; i < len(s); {
		p, n := bidi.LookupString(s[i:])
		switch p.Class() {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
		i += max(n, 1)
	}
	return false
}

// HasRTL reports whether there is anything in s to be put in order.
func HasRTL(s string) bool {
	for i := 0; i < len(s); {
		if s[i] < 0x80 {
			i++
			continue
		}
		p, n := bidi.LookupString(s[i:])
		switch p.Class() {
		case bidi.R, bidi.AL, bidi.AN:
			return true
		}
		i += max(n, 1)
	}
	return false
}

// Line is Visual for a line without styles that reads in the direction of its first
// letter.
func Line(line string) string { return Visual(line, IsRTL(line)) }

// Visual returns a line in the order in which its cells stand on the screen,
// from left to right. Base says whether the line as a whole reads from the
// right. Styles and hyperlinks in escape sequences stay with their text. The
// line's width does not change; a line without right-to-left text is returned
// as it is, and so is every line if the terminal orders text.
func Visual(line string, base bool) string {
	if ByTerminal() || !HasRTL(line) {
		return line
	}
	l := parse(line)
	var from uint8
	if base {
		from = 1
	}
	lv := levels(l.classes(), from)
	trailing(l.pieces, lv, from)
	order := reorder(lv)
	var b strings.Builder
	b.Grow(len(line) + 16)
	style, link := "", ""
	for _, i := range order {
		p := &l.pieces[i]
		if p.link != link {
			b.WriteString(relink(p.link))
			link = p.link
		}
		if p.style != style {
			b.WriteString(restyle(style, p.style))
			style = p.style
		}
		b.WriteString(mirrored(p.text, lv[i]))
	}
	if style != "" {
		b.WriteString(ansi.ResetStyle)
	}
	if link != "" {
		b.WriteString(relink(""))
	}
	return b.String()
}

// piece is a grapheme cluster with the escape sequences in force.
type piece struct{ text, style, link string }

type parsed struct{ pieces []piece }

// parse takes a line apart.
func parse(line string) parsed {
	var l parsed
	style, link := "", ""
	for line != "" {
		if line[0] == '\x1b' {
			seq, rest := escape(line)
			switch {
			case strings.HasPrefix(seq, "\x1b]8;"):
				if link = seq; isLinkEnd(seq) {
					link = ""
				}
			case isReset(seq):
				style = ""
			default:
				style += seq
			}
			line = rest
			continue
		}
		cluster, rest, _, _ := uniseg.FirstGraphemeClusterInString(line, -1)
		l.pieces = append(l.pieces, piece{cluster, style, link})
		line = rest
	}
	return l
}

// escape splits an escape sequence from the front of s.
func escape(s string) (seq, rest string) {
	_, _, n, _ := ansi.DecodeSequence(s, ansi.NormalState, nil)
	n = max(n, 1)
	return s[:n], s[n:]
}

func isReset(seq string) bool { return seq == "\x1b[m" || seq == "\x1b[0m" }

// isLinkEnd reports whether an OSC 8 sequence has no target.
func isLinkEnd(seq string) bool {
	body := strings.TrimSuffix(strings.TrimSuffix(seq, "\x1b\\"), "\a")
	return strings.HasSuffix(body, ";")
}

func relink(link string) string {
	if link == "" {
		return "\x1b]8;;\x1b\\"
	}
	return link
}

func restyle(old, next string) string {
	if old == "" {
		return next
	}
	return ansi.ResetStyle + next
}

func (l parsed) classes() []bidi.Class {
	out := make([]bidi.Class, len(l.pieces))
	for i := range l.pieces {
		p, _ := bidi.LookupString(l.pieces[i].text)
		out[i] = p.Class()
	}
	return out
}

// trailing gives white space at the end of a line the level of the line:
// rule L1.
func trailing(pieces []piece, lv []uint8, base uint8) {
	for i := len(pieces) - 1; i >= 0 && strings.TrimSpace(pieces[i].text) == ""; i-- {
		lv[i] = base
	}
}

// reorder returns the indexes of the pieces from left to right: rule L2.
func reorder(lv []uint8) []int {
	order := make([]int, len(lv))
	for i := range order {
		order[i] = i
	}
	for level := slices.Max(lv); level > 0; level-- {
		for i := 0; i < len(lv); i++ {
			if lv[i] < level {
				continue
			}
			end := i
			for end < len(lv) && lv[end] >= level {
				end++
			}
			slices.Reverse(order[i:end])
			i = end - 1
		}
	}
	return order
}

// mirrored returns a bracket as it looks in right-to-left text: rule L4.
func mirrored(s string, level uint8) string {
	if level%2 == 0 {
		return s
	}
	if m, ok := mirrors[s]; ok {
		return m
	}
	return s
}

var mirrors = pairs("()", "[]", "{}", "<>", "«»", "‹›", "≤≥", "〈〉", "《》", "「」", "『』", "【】")

func pairs(list ...string) map[string]string {
	m := make(map[string]string, 2*len(list))
	for _, p := range list {
		r := []rune(p)
		m[string(r[0])], m[string(r[1])] = string(r[1]), string(r[0])
	}
	return m
}
