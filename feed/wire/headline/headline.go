// Package headline reads headlines: the tags before and after the title, and the kind
// and take of the story that they give.
package headline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/story"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// Read splits a headline into its tags and its title, and reads kind and take from
// the tags. It does not set the Span. A phrase before a dash that ends like a tag, as in
// "CROP WEATHER SUMMARY - HARBOR BOARD", gives the kind but stays in the title.
//
// If tags contradict each other, the highest number decides the take: "(LEAD) (URGENT)"
// is take 2. A title that is nothing but the name of a notice, as "STORY WITHDRAWN", gives
// the kind too. The kind that matters most to a reader wins: kill, correction, advisory,
// then feature, analysis and the like, then urgent, then lead.
func Read(s string) story.Headline {
	h := story.Headline{Text: line.Fold(s), Kind: story.Plain, Take: story.TakeFirst}
	title, taken := h.Text, takes{}
	if t, inner := plusTag(title); t != "" {
		flash, _ := ReadTag("flash")
		taken.add(flash)
		h.Tags, title = append(h.Tags, t), inner
	}
	for range maxTags {
		t, tag, rest, ok := leadingTag(title)
		if !ok {
			break
		}
		taken.add(tag)
		h.Tags = append(h.Tags, t)
		if rest == "" { // nothing but tags: the last one is the title too
			break
		}
		title = rest
	}
	var trailing []string
	for range maxTags {
		t, rest, ok := trailingTag(title)
		if !ok || rest == "" {
			break
		}
		tag, _ := ReadTag(t)
		taken.add(tag)
		trailing, title = append(trailing, t), rest
	}
	slices.Reverse(trailing)
	h.Tags = append(h.Tags, trailing...)
	h.Title = title
	taken.settle(&h)
	if len(h.Tags) == 0 {
		h.Kind = kindOfPhrase(title, h.Kind)
		if g, _ := ReadTag(title); rank[g.Kind] >= rank[story.Correction] && line.IsUpper(title) {
			h.Kind = g.Kind
		}
	}
	return h
}

const (
	// MaxTag is the length of the longest tag, in bytes.
	MaxTag = 96

	maxTags    = 8   // tags on one side of a headline
	maxPrefix  = 160 // bytes that are searched for a tag
	titleBytes = 600 // a longer headline has no trailing tags
)

// takes collects the meanings of the tags of one headline.
type takes struct {
	kind  story.Kind
	take  story.Take
	found bool
}

// rank orders the kinds; the one with the highest rank wins.
var rank = map[story.Kind]int{
	story.Lead: 1, story.Urgent: 2, story.Summary: 3, story.Feature: 3, story.Analysis: 3, story.Interview: 3,
	story.Review: 3, story.Editorial: 3, story.Advisory: 4, story.Correction: 5, story.Kill: 6,
}

func (t *takes) add(g Tag) {
	if rank[g.Kind] > rank[t.kind] {
		t.kind = g.Kind
	}
	if g.Take >= 0 && (!t.found || g.Take > t.take) {
		t.take, t.found = g.Take, true
	}
}

func (t *takes) settle(h *story.Headline) {
	if t.kind != "" {
		h.Kind = t.kind
	}
	if t.found {
		h.Take = t.take
	}
}

// leadingTag cuts the first tag off s.
func leadingTag(s string) (t string, tag Tag, rest string, ok bool) {
	p := line.Head(s, maxPrefix)
	if p != "" && p[0] >= utf8.RuneSelf {
		if narrow := narrowed(p); narrow != p {
			return wideTag(s, narrow)
		}
	}
	if closer, ok := line.Bracket(p); ok {
		return bracketTag(s, p, closer)
	}
	if t, n := ordinalTag(p); n > 0 {
		tag, _ = ReadTag(t)
		return t, tag, trimTagEnd(s[n:]), true
	}
	return wordTag(s, p)
}

func bracketTag(s, p, closer string) (t string, tag Tag, rest string, ok bool) {
	_, open := utf8.DecodeRuneInString(p)
	end := strings.Index(p[open:], closer)
	if end <= 0 || end > MaxTag {
		return "", tag, s, false
	}
	t = strings.TrimSpace(p[open : open+end])
	rest = trimTagEnd(s[open+end+len(closer):])
	if t == "" || strings.ContainsAny(t, "()[]<>") {
		return "", tag, s, false
	}
	tag, known := ReadTag(t)
	if !known && !isTag(t, p[:open], rest) {
		return "", tag, s, false
	}
	return t, tag, rest, true
}

// isTag reports whether t, in brackets before rest, is a tag though it is not a known one: a
// few words that begin with a capital if rest does too. A company, unknown text before a
// headline all in capitals, and the headline itself are not tags.
func isTag(t, open, rest string) bool {
	if isCompany(t) || line.IsUpper(rest) && line.IsUpper(t) || isOnlyTag(rest) {
		return false
	}
	if open == "<" || open == "《" || open == "〈" || open == "＜" {
		return line.IsCJK(t) && open == "<"
	}
	r, _ := utf8.DecodeRuneInString(t)
	if open == "【" && line.IsCJK(t) {
		return utf8.RuneCountInString(t) <= 12
	}
	return (unicode.IsUpper(r) || unicode.IsDigit(r) || line.IsCJK(t)) && strings.Count(t, " ") < 5 && !line.StartsLower(rest)
}

// isOnlyTag reports whether s is nothing but a tag in brackets, or nothing.
func isOnlyTag(s string) bool {
	_, title, ok := trailingTag(" " + s)
	return s == "" || ok && strings.TrimSpace(title) == ""
}

// isCompany reports whether the last word of t is that of a company: "Skarn Line Ltd".
func isCompany(t string) bool {
	return companies()[strings.ToLower(strings.Trim(t[strings.LastIndexByte(t, ' ')+1:], ".,"))]
}

// companies are the last words of the names of companies.
var companies = words.Set("company")

// ordinalTag reads a tag that begins with a number and has no brackets: "2ND LEAD",
// "1st Ld-Writethru". N is its length.
func ordinalTag(p string) (t string, n int) {
	if p == "" || p[0] < '1' || p[0] > '9' {
		return "", 0
	}
	_, rest, _ := line.LeadingNumber(p)
	if rest == "" || rest[0] == ' ' {
		return "", 0
	}
	cut := len(rest)
	rest = trimOrdinal(strings.ToLower(rest))
	if len(rest) == cut || rest == "" || rest[0] != ' ' {
		return "", 0
	}
	word := rest[1:]
	for _, w := range [...]string{"ld-writethru", "lead-writethru", "lead writethru", "ld writethru", "lead", "ld", "zusammenfassung"} {
		after, ok := strings.CutPrefix(word, w)
		if ok && (after == "" || strings.ContainsRune(" :-,/", rune(after[0]))) && len(p) > len(after) && len(strings.ToLower(p)) == len(p) {
			return p[:len(p)-len(after)], len(p) - len(after)
		}
	}
	return "", 0
}

// trimTagEnd removes the mark and the spaces after a tag.
func trimTagEnd(s string) string {
	s = strings.TrimLeft(s, " ")
	r, n := utf8.DecodeRuneInString(s)
	if r|0x20 >= 'a' && r|0x20 <= 'z' {
		return s
	}
	if strings.ContainsRune(":：-–—/,／|｜！!》.－", r) {
		s = strings.TrimLeft(s[n:], " -")
		switch r {
		case '.':
			s = strings.TrimLeft(s, ". ")
		case '/', '|':
			s = strings.TrimLeft(s, "/| ")
		}
	}
	return s
}

// trailingTag cuts the last tag off s: "(with photos)", "(2nd LD)".
func trailingTag(s string) (t, rest string, ok bool) {
	if s == "" || len(s) > titleBytes || s[len(s)-1] != ')' && s[len(s)-1] != ']' {
		return "", s, false
	}
	open := strings.LastIndexAny(s, "([")
	if open <= 0 || len(s)-open > MaxTag || s[open] == '(' != (s[len(s)-1] == ')') {
		return "", s, false
	}
	t = strings.TrimSpace(s[open+1 : len(s)-1])
	rest = strings.TrimRight(s[:open], " ")
	if strings.ContainsAny(t, ")]") || !IsTrailing(t) {
		return "", s, false
	}
	return t, rest, true
}

// IsTrailing reports whether t may follow a headline as a tag.
func IsTrailing(t string) bool {
	low := strings.ToLower(t)
	if line.HasPrefix(low, trailingStarts()...) {
		return true
	}
	if trailingWords()[low] {
		return true
	}
	if _, ok := numbered(low); ok {
		return true
	}
	_, known := tagWords()[low]
	return known && line.IsUpper(t)
}
