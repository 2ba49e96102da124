package prose

import "sync"

// A state determines whether a line may break before the next simple character. It is
// the class of the last character that is not a space. The higher bits are set if
// spaces follow that character, or if it is part of a number (rule LB25).
type state uint8

const (
	spaced   state = 0x20
	numeric  state = 0x40
	states         = 0x80
	classBit state = 0x1f
)

func (s state) class() class { return class(s & classBit) }

// A move is the state after a character. The higher bits describe the break
// opportunity before the character.
type move uint16

const (
	moveBreak move = 0x100 // a line may end before the character
	moveSafe  move = 0x200 // no text before the character affects breaks after it
	movePeek  move = 0x400 // no break if a digit comes next
)

type moves [states][classes]move

var loadMoves = sync.OnceValue(func() *moves {
	m := new(moves)
	for s := range state(states) {
		if s.class() > start {
			continue
		}
		for c := space; c < classes; c++ {
			m[s][c] = step(s, c)
		}
	}
	return m
})

// step returns the move from state s for a character of class c.
func step(s state, c class) move {
	prev := s.class()
	if c == space {
		return move(s&^numeric | spaced)
	}
	m := move(c)
	if s&spaced != 0 {
		if !gluedAcross(prev, c) {
			m |= moveBreak
		}
		if plain(prev) && (c == letter || c == digit) {
			m |= moveSafe
		}
	} else if prev != start && !glued(s, c) {
		m |= moveBreak
		if (c == open || c == openEA) && (prev == prefix || prev == postfix) {
			m |= movePeek
		}
	}
	if c == digit || s == state(digit)|numeric && inNumber(c) {
		m |= move(numeric)
	}
	return m
}

func plain(c class) bool { return c == letter || c == digit || c == ideo }

// inNumber reports whether a mark of class c can be part of a number after a digit.
// As in uniseg, a second mark in a row ends the number.
func inNumber(c class) bool {
	return c == infix || c == slash || c == closeL || c == closeP
}

// A set is a set of classes.
type set uint32

func of(list ...class) set {
	var s set
	for _, c := range list {
		s |= 1 << c
	}
	return s
}

func (s set) has(c class) bool { return s&(1<<c) != 0 }

const all = ^set(0)

// touching maps each class to the classes before it that it may not be separated from
// if no space is between them: LB12 to LB30.
var touching = [classes]set{
	closeL: all, closeP: all, exclaim: all, infix: all, slash: all, // LB13
	quote: all, after: all, hyphen: all, nonstart: all, leader: all, // LB19, LB21, LB22
	glue:    all &^ of(after, hyphen),                           // LB12a
	dash:    of(dash),                                           // LB17
	letter:  of(letter, digit, prefix, postfix, infix, closeP),  // LB23, LB24, LB28 to LB30
	digit:   of(letter, digit, prefix, postfix, hyphen, closeP), // LB23, LB25, LB30
	ideo:    of(prefix),                                         // LB23a
	prefix:  of(letter),                                         // LB24
	postfix: of(letter, ideo),                                   // LB23a, LB24
	open:    of(letter, digit),                                  // LB30
}

// clinging is the set of classes after which a line may not break if no space
// follows: LB12, LB14, LB19.
var clinging = of(open, openEA, glue, quote)

// number maps each class to the classes at the end of a number that it may not be
// separated from: LB25.
var number = [classes]set{
	digit:   all &^ of(closeL),
	prefix:  all,
	postfix: all,
}

// across is like touching for characters with spaces between them: LB13 to LB17.
var across = func() (t [classes]set) {
	for c := range classes {
		t[c] = of(open, openEA)
	}
	for _, c := range []class{closeL, closeP, exclaim, infix, slash} {
		t[c] = all
	}
	t[open] |= of(quote)
	t[openEA] |= of(quote)
	t[nonstart] |= of(closeL, closeP)
	t[dash] |= of(dash)
	return t
}()

// gluedAcross reports whether a line may not break between prev and c if spaces are
// between them.
func gluedAcross(prev, c class) bool { return across[c].has(prev) }

// glued reports whether a line may not break between s and c if no space is between
// them.
func glued(s state, c class) bool {
	prev := s.class()
	return clinging.has(prev) || touching[c].has(prev) || s&numeric != 0 && number[c].has(prev)
}
