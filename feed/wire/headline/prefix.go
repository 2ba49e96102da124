package headline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/story"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// wordTag reads a tag of known words without brackets: "UPDATE 2-", "RPT-",
// "Exclusive: ", "快讯！", "LEAD ".
func wordTag(s, p string) (t string, tag Tag, rest string, ok bool) {
	end := tagEnd(line.Head(p, maxWordTag+utf8.UTFMax))
	if end > 0 && end <= maxWordTag {
		t = strings.TrimSpace(p[:end])
		if isTagWord(t) && separated(p[:end], p[end:]) {
			if tag, named := namedTag(t, p[end:]); named {
				rest = trimTagEnd(s[end:])
				return t, tag, rest, rest != ""
			}
		}
	}
	word, after, found := strings.Cut(p, " ")
	if !found || !line.IsUpper(word) {
		return "", tag, s, false
	}
	t, counts := "", false
	if n, _, isNum := line.LeadingNumber(after); isNum && n > 0 {
		t, counts = numberedWord(p, word)
	}
	if !counts {
		if _, known := bareWords()[lower(word)]; !known || !startsHeadline(after) {
			return "", tag, s, false
		}
		t = word
	}
	tag, _ = ReadTag(t)
	return t, tag, trimTagEnd(s[len(t):]), true
}

const maxWordTag = 48 // bytes of a tag without brackets

// tagEnd returns the index of the first mark in s that may be between a tag and its
// headline, -1 if there is none.
func tagEnd(s string) int {
	for i := range len(s) {
		if !beginsMark[s[i]] {
			continue
		}
		switch r, _ := utf8.DecodeRuneInString(s[i:]); r {
		case '-', ':', '：', '–', '—', '/', '／', '|', '｜', '!', '！', '》', '.':
			return i
		}
	}
	return -1
}

// beginsMark has the first bytes of the marks that tagEnd looks for.
var beginsMark = [256]bool{'-': true, ':': true, '/': true, '|': true, '!': true, '.': true, 0xe2: true, 0xe3: true, 0xef: true}

// namedTag returns the meaning of t, before mark, if it is a known tag. A tag of several words
// that is known only by the last of them needs a colon: "CROP SUMMARY - HARBOR BOARD" is a title.
func namedTag(t, mark string) (tag Tag, ok bool) {
	tag, known := ReadTag(t)
	if !known {
		return tag, false
	}
	low := lower(t)
	_, named := tagWords()[low]
	_, counts := numbered(low)
	return tag, named || counts || mark[0] == ':' || line.IsCJK(t)
}

// kindOfPhrase returns the kind that a phrase of several words before a dash gives to a
// headline without tags: "CROP WEATHER SUMMARY - HARBOR BOARD". Otherwise it returns kind.
func kindOfPhrase(title string, kind story.Kind) story.Kind {
	head := line.Head(title, maxPrefix)
	if strings.IndexByte(head, '-') < 0 && line.IsASCII(head) {
		return kind
	}
	if !line.ContainsOne(head, " -", " –", " —") {
		return kind
	}
	i := strings.IndexAny(head, "-–—")
	if i < 1 || head[i-1] != ' ' || strings.Trim(head[i:], "-–— ") == "" {
		return kind
	}
	phrase := strings.TrimRight(head[:i], " ")
	if !strings.Contains(phrase, " ") {
		return kind
	}
	if found, ok := kindByEnding(lower(phrase)); ok && found == story.Summary {
		return found
	}
	return kind
}

// numberedWord reads "UPDATE 2 Ferry" and "LEAD 3 Ferry".
func numberedWord(p, word string) (string, bool) {
	t := p[:len(word)+1]
	for i := len(t); i < len(p) && p[i] >= '0' && p[i] <= '9'; i++ {
		t = p[:i+1]
	}
	_, ok := numbered(strings.ToLower(t))
	return t, ok && len(p) > len(t) && p[len(t)] == ' '
}

// isTagWord reports whether t is written like a tag: in capitals, or with an initial capital.
func isTagWord(t string) bool {
	r, _ := utf8.DecodeRuneInString(t)
	return unicode.IsUpper(r) || !unicode.IsLower(r)
}

// separated reports whether the mark after word separates a tag from its headline. It
// does in "RPT-Ferry", "LEAD: Ferry", "Alert - Ferry" and "UPDATE 1 - Ferry", but not in
// "Lead-free", "SNAP-ON", "TRIBUNE/SKARN LINE" or "Review board".
func separated(word, mark string) bool {
	r, n := utf8.DecodeRuneInString(mark)
	after := mark[n:]
	if after == "" {
		return false
	}
	spaced := strings.HasSuffix(word, " ")
	loud := line.IsUpper(word) || !line.HasCase(word)
	switch r {
	case '：', '／', '｜', '！', '》':
		return true
	case ':':
		return after[0] == ' '
	case '|':
		return spaced && after[0] == ' ' || !line.HasCase(word)
	case '.':
		return loud && (after[0] == ' ' || after[0] == '-' || strings.HasPrefix(after, ". "))
	case '!':
		return loud || isNotice(word)
	case '/':
		return !line.HasCase(word) && spaced && after[0] == ' ' || line.IsUpper(word) && !line.IsUpper(line.Head(after, 40))
	}
	return dashed(word, after, r == '-')
}

// dashed is separated for a dash, which may be a hyphen, between word and after.
func dashed(word, after string, hyphen bool) bool {
	spaced := strings.HasSuffix(word, " ")
	if hyphen && after[0] == '-' {
		return spaced
	}
	if first, _, _ := strings.Cut(after, " "); hyphen && particles()[strings.ToLower(first)] {
		return false
	}
	return spaced == (after[0] == ' ') && !line.StartsLower(strings.TrimSpace(after)) && (line.IsUpper(word) || after[0] != ' ' || isNotice(word))
}

// particles are the second halves of words with a hyphen: "SNAP-ON", "FLASH-FREE".
var particles = words.Set("after a hyphen in a word")

// isNotice reports whether word is a tag that no headline has as an ordinary word before a
// dash: an alert or a correction.
func isNotice(word string) bool {
	g, _ := ReadTag(word)
	return g.Kind == story.Urgent || g.Kind == story.Correction
}

// startsHeadline reports whether s begins like a headline and is not all in
// capitals, so that a word in capitals before it is distinct.
func startsHeadline(s string) bool {
	s = strings.TrimSpace(s)
	r, _ := utf8.DecodeRuneInString(s)
	if s == "" || unicode.IsLower(r) || strings.ContainsRune("-:,;.–—", r) {
		return false
	}
	return !line.IsUpper(s)
}
