package clean

import (
	"strings"
	"unicode/utf8"
)

// The C1 controls that introduce a sequence.
const (
	dcs = 0x90
	sos = 0x98
	csi = 0x9B
	st  = 0x9C
	osc = 0x9D
	pm  = 0x9E
	apc = 0x9F
)

const (
	maxParams = 64   // bytes of CSI parameters
	maxString = 4096 // bytes of an OSC, DCS, APC, PM or SOS string
)

// sequence returns the length of the escape sequence that s begins with, or of its
// introducer alone if the sequence is not complete.
func sequence(s string) int {
	if s[0] == 0x1B {
		return escape(s)
	}
	r, size := utf8.DecodeRuneInString(s)
	return size + c1(byte(r), s[size:], false)
}

// rawSequence is sequence for a C1 byte that is not UTF-8. It returns 0 if s does
// not begin with a complete sequence.
func rawSequence(s string) int {
	if s[0] == st {
		return 0
	}
	if n := c1(s[0], s[1:], true); n > 0 {
		return 1 + n
	}
	return 0
}

// c1 returns the length of the sequence after the C1 control c, 0 if it is not complete.
func c1(c byte, rest string, raw bool) int {
	switch c {
	case csi:
		if raw && (rest == "" || rest[0] < '0' || rest[0] > '?') {
			return 0
		}
		return params(rest, false)
	case dcs, sos, osc, pm, apc:
		return payload(rest, true)
	}
	return 0
}

// escape returns the length of the escape sequence at the start of s.
func escape(s string) int {
	if len(s) == 1 {
		return 1
	}
	rest := s[2:]
	switch s[1] {
	case '[':
		return 2 + params(rest, true)
	case ']', 'P', 'X', '^', '_', 'k':
		n := payload(rest, false)
		if n == 0 && s[1] == 'k' {
			return 1
		}
		return 2 + n
	case '6', '7', '8', '9', '=', '>', '|', '}', '~', '\\',
		'c', 'l', 'm', 'n', 'o', 'D', 'E', 'H', 'M', 'N', 'O', 'V', 'W', 'Z':
		return 2
	}
	return 1 + designation(s[1:])
}

// designation returns the length of an escape with an intermediate byte, such as
// those that choose character sets; 0 if it is not one that terminals know.
func designation(s string) int {
	switch s[0] {
	case '(', ')', '*', '+', '-', '.', '/':
		return designated(s, 1)
	case '$':
		if len(s) > 1 && strings.IndexByte("()*+-./", s[1]) >= 0 {
			return designated(s, 2)
		}
		return final(s, "@AB")
	case '#':
		return final(s, "34568")
	case '%':
		return final(s, "@G8")
	case ' ':
		return final(s, "FGLMN")
	}
	return 0
}

func designated(s string, at int) int {
	if len(s) > at && (s[at] == '"' || s[at] == '%' || s[at] == '&') {
		at++
	}
	if len(s) > at && (s[at] >= '0' && s[at] <= 'Z' || s[at] == '`' || s[at] == 'f') {
		return at + 1
	}
	return 0
}

func final(s, finals string) int {
	if len(s) > 1 && strings.IndexByte(finals, s[1]) >= 0 {
		return 2
	}
	return 0
}

// params returns the length of CSI parameters, intermediate bytes and final
// byte, 0 if s does not begin with them. A space is an intermediate byte only if
// spaced is true.
func params(s string, spaced bool) int {
	n := 0
	for n < len(s) && n < maxParams && s[n] >= '0' && s[n] <= '?' {
		n++
	}
	for end := n + 2; n < len(s) && n < end && s[n] >= ' ' && s[n] <= '/' && (spaced || s[n] != ' '); {
		n++
	}
	if n < len(s) && s[n] >= '@' && s[n] <= '~' {
		return n + 1
	}
	return 0
}

// payload returns the length of a control string and its terminator, 0 if a line
// end, another control or the limit comes first.
func payload(s string, ascii bool) int {
	for i := 0; i < len(s) && i < maxString; {
		b := s[i]
		switch {
		case b == 0x07:
			return i + 1
		case b == 0x1B:
			if i+1 < len(s) && s[i+1] == '\\' {
				return i + 2
			}
			return 0
		case b < ' ' && b != '\t' || b == 0x7F:
			return 0
		case b < utf8.RuneSelf:
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == st || size == 1 && b == st:
			return i + size
		case ascii || size == 1 || r < 0xA0 || classOf(r) == lineEnd:
			return 0
		}
		i += size
	}
	return 0
}

// brokenLen returns how many bytes of s one U+FFFD replaces: the longest beginning
// of a character, or one byte.
func brokenLen(s string) int {
	for n := min(len(s), utf8.UTFMax-1); n > 1; n-- {
		if !utf8.FullRuneInString(s[:n]) {
			return n
		}
	}
	return 1
}
