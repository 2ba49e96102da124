package term

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// ellipsis marks where a snippet was cut.
const ellipsis = "…"

// Snippet returns the part of texts, the paragraphs of a story, that has the most
// of the typed words, and the hits in it. It is from one paragraph, and the
// earliest if several parts have the same number; without hits it is the beginning.
// It has at most about n characters, and single spaces. An ellipsis marks where it
// was cut, between words if possible and never inside a visible character.
func (m *Matcher) Snippet(texts []string, n int) (string, []Span) {
	var best view
	for _, t := range texts {
		if best.text == "" && strings.TrimSpace(t) != "" {
			best.text = t
		}
		if v := m.view(t, n); v.words > best.words {
			best = v
		}
		if best.words > 0 && best.words == m.words {
			break
		}
	}
	if best.text == "" {
		return "", nil
	}
	s := squeeze(best.cut(n))
	return s, m.Hits(s)
}

// view is a part of a text that may be shown.
type view struct {
	text string
	Span
	words int // the number of typed words with a hit in it
}

// view returns the earliest part of text, of at most n characters, that has hits
// of the most typed words.
func (m *Matcher) view(text string, n int) view {
	best := view{text: text}
	hits := m.sorted(text)
	if len(hits) == 0 {
		return best
	}
	seen, words, first := make([]int, m.words), 0, 0
	room := n // left in the window from hits[first] to the last hit
	for i, h := range hits {
		if i == first {
			room = n - utf8.RuneCountInString(text[h.Start:h.End])
		} else if last := hits[i-1].reach; h.End > last {
			room -= utf8.RuneCountInString(text[last:h.End])
		}
		if seen[h.word]++; seen[h.word] == 1 {
			words++
		}
		for ; room < 0 && first < i; first++ {
			if seen[hits[first].word]--; seen[hits[first].word] == 0 {
				words--
			}
			room += utf8.RuneCountInString(text[hits[first].Start:hits[first+1].Start])
		}
		if words > best.words {
			best = view{text, Span{hits[first].Start, hits[i].reach}, words}
		}
	}
	return best
}

// reached is a match, and the furthest end of it and those before it.
type reached struct {
	match
	reach int
}

// sorted returns the matches in text in the order of their starts.
func (m *Matcher) sorted(text string) []reached {
	var hits []reached
	m.matches(text, func(x match) { hits = append(hits, reached{match: x}) })
	sort.SliceStable(hits, func(i, j int) bool { return hits[i].Start < hits[j].Start })
	reach := 0
	for i := range hits {
		reach = max(reach, hits[i].End)
		hits[i].reach = reach
	}
	return hits
}

// cut returns v with as much of the text around it as fits in n characters.
func (v *view) cut(n int) string {
	room := max(n-utf8.RuneCountInString(v.text[v.Start:v.End]), 0)
	after := v.End
	right := room - forward(v.text, &after, room) // room that the text after v does not need
	before := v.Start
	used := backward(v.text, &before, max(room/3, right))
	after = v.End
	forward(v.text, &after, room-used)
	if room == 0 {
		after = v.Start
		forward(v.text, &after, n)
	}
	return v.between(before, after)
}

// forward moves i by up to n characters, and returns how many.
func forward(text string, i *int, n int) int {
	k := 0
	for ; k < n && *i < len(text); k++ {
		_, size := utf8.DecodeRuneInString(text[*i:])
		*i += size
	}
	return k
}

// backward moves i back by up to n characters, and returns how many.
func backward(text string, i *int, n int) int {
	k := 0
	for ; k < n && *i > 0; k++ {
		_, size := utf8.DecodeLastRuneInString(text[:*i])
		*i -= size
	}
	return k
}

// between returns text[from:to], or less if it cannot be cut there.
func (v *view) between(from, to int) string {
	left, right := -1, -1 // between words
	first, last := -1, -1 // between characters
	at, state := safe(v.text, from), -1
	for rest := v.text[at:]; at <= to; {
		if at >= from {
			last = at
			if first < 0 {
				first = at
			}
			if border(v.text, at) {
				if left < 0 && at <= v.Start {
					left = at
				}
				right = at
			}
		}
		if rest == "" {
			break
		}
		var c string
		c, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		at += len(c)
	}
	if left < 0 {
		left = first
	}
	if to >= v.End && right < v.End || right <= left {
		right = last
	}
	if left < 0 || right <= left {
		return ellipsis
	}
	out := strings.TrimSpace(v.text[left:right])
	if left > 0 {
		out = ellipsis + out
	}
	if right < len(v.text) {
		out += ellipsis
	}
	return out
}

// safe returns the last place before i where a visible character certainly begins:
// a letter, a digit or an ASCII character after an ASCII character.
func safe(text string, i int) int {
	for ; i > 0; i-- {
		if i == len(text) || text[i-1] < ' ' || text[i-1] >= utf8.RuneSelf {
			continue
		}
		if text[i] >= ' ' && text[i] < utf8.RuneSelf {
			return i
		}
		r, _ := utf8.DecodeRuneInString(text[i:])
		if unicode.IsLetter(r) && r != '\u0E33' && r != '\u0EB3' && foldOf(r).class != voice {
			return i
		}
	}
	return 0
}

// border reports whether i, which is between two characters, is also between two
// words.
func border(text string, i int) bool {
	if i == 0 || i == len(text) {
		return true
	}
	switch text[i-1] {
	case ' ', '\n', '\t', '\r':
		return true
	}
	switch text[i] {
	case ' ', '\n', '\t', '\r':
		return true
	}
	c, _ := classAt(text, i)
	return c == wide || classBefore(text, i) == wide
}

// squeeze returns text on one line.
func squeeze(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r >= '\t' && r <= '\r' }), " ")
}
