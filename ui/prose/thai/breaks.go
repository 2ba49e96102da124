// Package thai finds the words of Thai, which is written without spaces between them,
// so that lines break between words. It has a list of words (README.md names its
// source), which it reads on first use.
package thai

import "slices"

// size is the number of bytes of a letter of Thai.
const size = 3

// window is the number of characters that are divided at once. The last tail of them
// are divided again with those that follow, unless the text ends.
const (
	window = 512
	tail   = 48
)

// Starts reports whether text begins with a letter, a vowel or a mark of Thai, from
// U+0E00 to U+0E4E. The digits and signs after them, and the sign of the baht, are not
// part of words.
func Starts(text string) bool {
	return len(text) >= size && text[0] == 0xE0 && (text[1] == 0xB8 || text[1] == 0xB9 && text[2] <= 0x8E) && text[1:size] != "\xb8\xbf"
}

// codes appends the Thai characters at the start of text to dst, one byte each. Dst
// becomes no longer than window.
func codes(dst []byte, text string) []byte {
	for len(dst) < window && Starts(text) {
		dst = append(dst, text[1]<<6|text[2]&0x3F)
		text = text[size:]
	}
	return dst
}

// Breaks divides the run of Thai at the start of text into words. It appends the
// offsets at which a word starts, except for the first, to dst, and returns how many
// bytes it has divided. If the run is longer than that, the rest of it starts with a
// word. It takes time linear in the result.
func Breaks(dst []int, text string) (breaks []int, n int) {
	var room [window]byte
	run := codes(room[:0], text)
	end := len(run)
	whole := len(run) < window
	if !whole {
		end -= tail
	}
	for _, at := range divide(run) {
		if at > end {
			break
		}
		dst = append(dst, at*size)
		n = at * size
	}
	if whole || n == 0 {
		n = len(run) * size
	}
	return dst, n
}

// The costs of a word and of a cluster that is not part of one. The division with the
// fewest unknown clusters is the best; among equals, the one with the fewest words.
const (
	costWord    = 1
	costUnknown = 1000
)

// step is the best way to divide a run up to a place.
type step struct {
	cost    int32
	from    int16 // where its last piece starts
	unknown bool  // the last piece is not a word
}

// divide returns the places in run at which words start, except for the first.
func divide(run []byte) []int {
	trie := load()
	var room [window + 1]step
	best := room[:len(run)+1]
	for i := range best[1:] {
		best[i+1].cost = 1 << 30
	}
	for i := range run {
		if best[i].cost == 1<<30 {
			continue
		}
		improve(best, i, cluster(run, i), costUnknown, true)
		n := &trie[0]
		for k := i; k < len(run); k++ {
			if n = n.child(trie, run[k]); n == nil {
				break
			}
			if n.word && mayStart(run, k+1) {
				improve(best, i, k+1, costWord, false)
			}
		}
	}
	return places(best)
}

// improve makes a piece from i the last one on the way to end, if no way to end costs
// less. The piece adds cost.
func improve(best []step, i, end int, cost int32, unknown bool) {
	if c := best[i].cost + cost; c <= best[end].cost {
		best[end] = step{c, int16(i), unknown}
	}
}

// shortest is the length of the shortest word that is separated from unknown text. A
// shorter one is likely to be part of a name.
const shortest = 3

// places returns the starts of the pieces on the best way, without those inside
// unknown text.
func places(best []step) []int {
	var out []int
	for at := len(best) - 1; at > 0; {
		after, before := &best[at], int(best[at].from)
		if before > 0 && !joined(&best[before], after, before-int(best[before].from), at-before) {
			out = append(out, before)
		}
		at = before
	}
	slices.Reverse(out)
	return out
}

// joined reports whether no break separates the pieces a and b, of lengths m and n.
func joined(a, b *step, m, n int) bool {
	switch {
	case a.unknown && b.unknown:
		return true
	case a.unknown:
		return n < shortest
	case b.unknown:
		return m < shortest
	}
	return false
}

// cluster returns the end of the cluster of characters that starts at i.
func cluster(run []byte, i int) int {
	for i++; !mayStart(run, i); {
		i++
	}
	return i
}

// mayStart reports whether a word may start at i: not with a vowel or a mark that
// belongs to the letter before it, nor with a silent letter, nor after a vowel that
// belongs to the letter after it.
func mayStart(run []byte, i int) bool {
	if i == len(run) {
		return true
	}
	c, before := run[i], run[i-1]
	return (c < 0x2F || c > 0x3A) && c < 0x45 && (before < 0x40 || before > 0x44) && !silent(run[i:])
}

// silent reports whether the letter at the start of run has the mark that silences it,
// alone or above a vowel.
func silent(run []byte) bool {
	const mark = 0x4C
	return len(run) > 1 && run[1] == mark || len(run) > 2 && run[2] == mark && run[1] >= 0x34 && run[1] <= 0x3A
}
