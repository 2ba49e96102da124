package bidi

import "golang.org/x/text/unicode/bidi"

// levels resolves the embedding level of each character of a line whose base
// level is 0 or 1: rules W1 to I2 of UAX #9. Text is cleaned of embedding and
// isolating controls before it is drawn, so there are no explicit levels.
func levels(classes []bidi.Class, base uint8) []uint8 {
	weak(classes, edge(base))
	neutral(classes, base)
	out := make([]uint8, len(classes))
	for i, c := range classes {
		out[i] = base
		switch {
		case c == bidi.R && base == 0, c == bidi.L && base == 1:
			out[i]++
		case c == bidi.EN || c == bidi.AN:
			out[i] = 2
		}
	}
	return out
}

// edge is the class that the ends of a line have for what stands beside them.
func edge(base uint8) bidi.Class {
	if base == 1 {
		return bidi.R
	}
	return bidi.L
}

// weak resolves numbers and what belongs to them: rules W1 to W7.
func weak(c []bidi.Class, edge bidi.Class) {
	marks(c, edge)
	strong := edge
	for i := range c {
		switch c[i] {
		case bidi.L, bidi.R, bidi.AL:
			strong = c[i]
		case bidi.EN:
			if strong == bidi.AL {
				c[i] = bidi.AN // W2
			}
		}
	}
	for i := range c {
		if c[i] == bidi.AL {
			c[i] = bidi.R // W3
		}
	}
	separators(c)
	strong = edge
	for i := range c {
		switch c[i] {
		case bidi.L, bidi.R:
			strong = c[i]
		case bidi.EN:
			if strong == bidi.L {
				c[i] = bidi.L // W7
			}
		}
	}
}

// marks gives each combining mark the class of its letter: rule W1.
func marks(c []bidi.Class, edge bidi.Class) {
	prev := edge
	for i := range c {
		if c[i] == bidi.NSM {
			c[i] = prev
		}
		prev = c[i]
	}
}

// separators joins signs to the numbers that they stand in or beside, and
// makes all others neutral: rules W4 to W6.
func separators(c []bidi.Class) {
	for i := 1; i+1 < len(c); i++ {
		prev, next := c[i-1], c[i+1]
		switch {
		case prev != next:
		case prev == bidi.EN && (c[i] == bidi.ES || c[i] == bidi.CS), prev == bidi.AN && c[i] == bidi.CS:
			c[i] = prev
		}
	}
	for i := 0; i < len(c); i++ {
		if c[i] != bidi.ET {
			continue
		}
		end := i
		for end < len(c) && c[end] == bidi.ET {
			end++
		}
		if i > 0 && c[i-1] == bidi.EN || end < len(c) && c[end] == bidi.EN {
			fill(c[i:end], bidi.EN)
		}
		i = end - 1
	}
	for i := range c {
		switch c[i] {
		case bidi.ES, bidi.CS, bidi.ET, bidi.BN:
			c[i] = bidi.ON
		}
	}
}

// neutral gives spaces and signs the direction of the text on both sides, or
// that of the line: rules N1 and N2.
func neutral(c []bidi.Class, base uint8) {
	for i := 0; i < len(c); i++ {
		if !isNeutral(c[i]) {
			continue
		}
		end := i
		for end < len(c) && isNeutral(c[end]) {
			end++
		}
		before, after := edge(base), edge(base)
		if i > 0 {
			before = direction(c[i-1])
		}
		if end < len(c) {
			after = direction(c[end])
		}
		if before == after {
			fill(c[i:end], before)
		} else {
			fill(c[i:end], edge(base))
		}
		i = end - 1
	}
}

func isNeutral(c bidi.Class) bool {
	switch c {
	case bidi.L, bidi.R, bidi.EN, bidi.AN:
		return false
	}
	return true
}

// direction is how a neutral sees what stands beside it: a number is part of
// right-to-left text.
func direction(c bidi.Class) bidi.Class {
	if c == bidi.L {
		return bidi.L
	}
	return bidi.R
}

func fill(c []bidi.Class, with bidi.Class) {
	for i := range c {
		c[i] = with
	}
}
