package term_test

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"dateline/feed/term"
)

// checkText checks the invariants of any text.
func checkText(t *testing.T, text string) {
	t.Helper()
	appended := string(term.Append(nil, text))
	if !utf8.ValidString(appended) {
		t.Fatalf("%q becomes %q, which is not UTF-8", text, appended)
	}
	checkNumbers(t, text, appended)
	plain, _, _ := strings.Cut(appended, term.Gap+" ")
	want := strings.Split(strings.TrimSuffix(plain, " "), " ")
	var got, spans []string
	at := 0
	term.Each(text, func(b []byte, start, end int) bool {
		if start < at || end <= start || end > len(text) || len(b) > 40 {
			t.Fatalf("%q: %q is at %d:%d after %d", text, b, start, end, at)
		}
		at = start
		got, spans = append(got, string(b)), append(spans, text[start:end])
		return true
	})
	if len(got) == 0 && plain == "" {
		return
	}
	if !slices.Equal(got, want) {
		t.Fatalf("%q: Each gives %q, Append %q", text, got, want)
	}
	for i := range min(len(spans), 64) {
		if i > 0 && spans[i] == spans[i-1] && strings.HasSuffix(got[i-1], got[i]) {
			continue // the end of a word that is one character
		}
		if w := term.Query(spans[i], false); !found(got, i, w) {
			t.Fatalf("%q: %q does not find %q", text, forms(w), got[i])
		}
	}
}

// checkNumbers checks that a Lexicon has the terms of Append, when they are new to it and
// when they are not.
func checkNumbers(t *testing.T, text, appended string) {
	t.Helper()
	l := term.NewLexicon()
	for range 2 {
		var words []string
		for _, n := range l.Append(nil, text) {
			words = append(words, l.Terms()[n])
		}
		if got := strings.Join(words, " "); got != appended {
			t.Fatalf("%q: Append gives %q, a Lexicon %q", text, appended, got)
		}
	}
}

// found reports whether w finds terms[i] or a sequence that contains it.
func found(terms []string, i int, w term.Word) bool {
	return slices.ContainsFunc(w.Forms, func(f []string) bool {
		for k := max(0, i-len(f)+1); k <= i && k+len(f) <= len(terms); k++ {
			last := len(f) - 1
			if slices.Equal(f[:last], terms[k:k+last]) &&
				(f[last] == terms[k+last] || w.Prefix && strings.HasPrefix(terms[k+last], f[last])) {
				return true
			}
		}
		return false
	})
}

func FuzzTexts(f *testing.F) {
	for _, s := range texts {
		f.Add(s)
	}
	for _, s := range []string{"U.S.-led e-mail 1,000.5", "ｶﾞｽ 10㌔ 한\u1100\u1161\u11a8", "l'eau d’été Kim's", "и\u0306 1\u00a0000 \xff\xe3", "ไทย น้ำ", "كِتَابٌ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkText(t, text)
		m := matcher(strings.Fields(text)...)
		at := 0
		for _, h := range m.Hits(text) {
			if h.Start < at || h.End <= h.Start || h.End > len(text) {
				t.Fatalf("%q: the hit %v after %d", text, h, at)
			}
			at = h.End
		}
		if s, _ := m.Snippet([]string{text}, 20); utf8.ValidString(text) && (!utf8.ValidString(s) || utf8.RuneCountInString(s) > 22) {
			t.Fatalf("%q: the snippet %q", text, s)
		}
	})
}

// TestHostileTextsTakeLinearTime cuts a million bytes of the worst inputs.
func TestHostileTextsTakeLinearTime(t *testing.T) {
	for _, s := range []string{
		"a", "\u0301", "и\u0306", "1", "1,", "1,000.", "a.", "a-", "a'", "a's", "'", "금", "ㄱ", "\u1100", "\u1100\u1161\u11a8", "ｶﾞ", "ก็", "ि", "\u3099",
		"\xff", "\xe3\x81", "ab-", "1\u00a0", "U.S.-", "㍿", "ﷺ", "\u200d", "😀\u200d", "1\u00ad", "a\u0301.",
	} {
		text := strings.Repeat(s, 1<<20/len(s))
		begin := time.Now()
		term.Append(nil, text)
		text = text[:len(text)/8]
		m := matcher("a", "금리", "1")
		m.Hits(text)
		m.Snippet([]string{text}, 100)
		term.Query(text, true)
		if d := time.Since(begin); d > time.Minute {
			t.Errorf("%q takes %v", s, d)
		}
	}
	for _, s := range []string{"a", "1,", "a.", "a-", "금", "\u0301", "ก็", "\xff"} {
		checkText(t, strings.Repeat(s, 5000))
	}
}
