package term

import (
	_ "embed" // the table of characters
	"strings"
	"sync"
	"unicode/utf8"
)

// hanTable lists traditional characters by their simplified form. It has its source
// and its licence at the top.
//
//go:embed han.txt
var hanTable string

// The blocks of the characters in hanTable.
const (
	firstHan = 0x3400
	lastHan  = 0x9FFF
)

// simplified holds the simplified form of each character from firstHan, 0 if it has no
// other.
var simplified = sync.OnceValue(func() *[lastHan - firstHan + 1]uint16 {
	t := new([lastHan - firstHan + 1]uint16)
	for line := range strings.Lines(hanTable) {
		simple, n := utf8.DecodeRuneInString(line)
		if simple < firstHan {
			continue
		}
		for _, r := range strings.TrimSpace(line[n:]) {
			t[r-firstHan] = uint16(simple)
		}
	}
	return t
})

// Simplified returns the simplified form of a traditional Chinese character, and any
// other character unchanged. Several traditional characters may have one simplified
// form, so the result is for comparing, not for showing.
func Simplified(r rune) rune {
	if r < firstHan || r > lastHan {
		return r
	}
	if s := simplified()[r-firstHan]; s != 0 {
		return rune(s)
	}
	return r
}

// traditional holds the traditional forms of each simplified character.
var traditional = sync.OnceValue(func() map[rune][]rune {
	m := map[rune][]rune{}
	for i, simple := range simplified() {
		if simple != 0 {
			m[rune(simple)] = append(m[rune(simple)], rune(i+firstHan))
		}
	}
	return m
})
