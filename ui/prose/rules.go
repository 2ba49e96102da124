package prose

import "sync"

// A state is what decides about a break before the next simple character: the
// class of the last one that is no space, and in the bits above whether spaces
// stand after it or whether it is part of a number (rule LB25).
type state uint8

const (
	spaced   state = 0x20
	numeric  state = 0x40
	states         = 0x80
	classBit state = 0x1f
)

func (s state) class() class { return class(s & classBit) }

// A move is the state that a character leads to, and in the bits above what it
// says about a break before the character.
type move uint16

const (
	moveBreak move = 0x100 // a line may end before the character
	moveSafe  move = 0x200 // nothing before the character bears on what follows
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

// step gives the move from state s by a character of class c.
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

// inNumber reports whether a mark of class c may be part of a number after a
// digit. As uniseg has it, a second mark in a row ends the number.
func inNumber(c class) bool {
	return c == infix || c == slash || c == closeL || c == closeP
}

// gluedAcross reports whether prev and c stay together although spaces stand
// between them: LB13 to LB17.
func gluedAcross(prev, c class) bool {
	switch c {
	case closeL, closeP, exclaim, infix, slash:
		return true
	}
	switch prev {
	case open, openEA:
		return true
	case quote:
		return c == open || c == openEA
	case closeL, closeP:
		return c == nonstart
	case dash:
		return c == dash
	}
	return false
}

// glued reports whether s and c stay together where they touch: LB12 to LB30,
// where not said otherwise.
func glued(s state, c class) bool {
	prev := s.class()
	switch prev {
	case open, openEA, glue, quote: // LB12, LB14, LB19
		return true
	}
	switch c {
	case closeL, closeP, exclaim, infix, slash: // LB13
		return true
	case quote, after, hyphen, nonstart, leader: // LB19, LB21, LB22
		return true
	case glue: // LB12a
		return prev != after && prev != hyphen
	case dash: // LB17
		return prev == dash
	case letter: // LB23, LB24, LB28, LB29, LB30
		return prev == letter || prev == digit || prev == prefix || prev == postfix ||
			prev == infix || prev == closeP
	case digit: // LB23, LB25, LB30
		return prev == letter || prev == digit || prev == prefix || prev == postfix ||
			prev == hyphen || prev == closeP || s&numeric != 0 && prev != closeL
	case ideo: // LB23a
		return prev == prefix
	case prefix: // LB24, LB25
		return prev == letter || s&numeric != 0
	case postfix: // LB23a, LB24, LB25
		return prev == letter || prev == ideo || s&numeric != 0
	case open: // LB30
		return prev == letter || prev == digit
	}
	return false
}
