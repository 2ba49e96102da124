package clean

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// forbidden reports whether r must never be in the output.
func forbidden(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case r < 0x20 || r >= 0x7F && r < 0xA0:
		return true
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0x200E, r == 0x200F, r == 0x061C:
		return true
	case r >= 0x2060 && r <= 0x206F, r == 0xFEFF, r >= 0xFFF0 && r <= 0xFFFB, r == 0xAD, r == 0x034F:
		return true
	case r == 0x2028, r == 0x2029, r == 0x3164, r == 0xFFA0, r == 0x115F, r == 0x1160:
		return true
	}
	return unicode.Is(unicode.Noncharacter_Code_Point, r)
}

// shown returns the letters and digits of s, in order.
func shown(s string) string {
	return strings.Map(func(r rune) rune {
		if forbidden(r) || !unicode.In(r, unicode.L, unicode.Nd) {
			return -1
		}
		return r
	}, s)
}

// check checks the promises of Text for any s.
func check(t interface {
	Helper()
	Errorf(format string, args ...any)
}, s string,
) {
	t.Helper()
	got := Text(s)
	if again := Text(got); again != got {
		t.Errorf("Text(%q)\n is %q\nthen %q", s, got, again)
	}
	if !utf8.ValidString(got) {
		t.Errorf("Text(%q) = %q is not UTF-8", s, got)
	}
	if i := strings.IndexFunc(got, forbidden); i >= 0 {
		t.Errorf("Text(%q) = %q lets %q through", s, got, got[i:])
	}
	if i := strings.IndexRune(got, Break); i >= 0 && !betweenWords(got, i) {
		t.Errorf("Text(%q) = %q keeps a break at %d", s, got, i)
	}
	if marks := marksInARow(got); marks > maxMarks {
		t.Errorf("Text(%q) = %q has %d marks on a base", s, got, marks)
	}
	if rest := strings.ReplaceAll(got, flags[0], ""); strings.ContainsRune(rest, 0xE0001) || strings.ContainsRune(rest, 0xE0041) {
		t.Errorf("Text(%q) = %q has tags", s, got)
	}
	if !strings.ContainsFunc(s, introduces) && utf8.ValidString(s) && shown(s) != shown(got) {
		t.Errorf("Text(%q) = %q loses letters", s, got)
	}
	if line := Line(s); line != Line(line) || line != Line(got) || strings.ContainsAny(line, "\n\t") || line != strings.TrimSpace(line) {
		t.Errorf("Line(%q) = %q", s, line)
	}
}

// betweenWords reports whether the Break at byte i is between two letters of a script
// without spaces.
func betweenWords(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(Break):])
	return IsSpaceless(string(before)) && IsSpaceless(string(after)) && unicode.IsLetter(after)
}

func introduces(r rune) bool { return classOf(r) == introducer }

func marksInARow(s string) int {
	most, n := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsMark(r) && classOf(r) == mark:
			n++
		case classOf(r) != joiner && classOf(r) != selector:
			n = 0
		}
		most = max(most, n)
	}
	return most
}

// checkTwo checks the promises of Text for two texts together.
func checkTwo(t interface {
	Helper()
	Errorf(format string, args ...any)
}, a, b string,
) {
	t.Helper()
	if joined := Text(a) + Text(b); Text(joined) != joined {
		t.Errorf("%q and %q are not clean together", Text(a), Text(b))
	}
	for f := range strings.FieldsSeq(Text(a)) {
		if Text(f) != f {
			t.Errorf("%q, a word of %q, is not clean by itself", f, a)
		}
	}
	// Nothing reaches past the end of its line: no sequence swallows a story.
	if got, want := Text(a+"\n"+b), Text(a)+"\n"+Text(b); got != want && !strings.HasSuffix(a, "\r") {
		t.Errorf("%q over %q\n got %q\nwant %q", a, b, got, want)
	}
}

func FuzzText(f *testing.F) {
	for _, c := range cases {
		f.Add(c.in, "visible")
		f.Add("visible", c.in)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		check(t, a)
		check(t, a+b)
		checkTwo(t, a, b)
	})
}

// pieces are the parts of hostile text.
var pieces = []string{
	"\x1b", "[", "]", "P", "_", "^", "X", "k", "\\", "0;", "31", "m", "H", "?25l", "\a", "\u009b", "\u009c", "\u009d", "\u0090",
	"\x9b", "\x9c", "\x9d", "\xe2", "\x80", "\xf0\x9f", "\r", "\n", "\v", "\u0085", "\u2028", "\t", " ", "\x00", "\x18",
	"a", "Ferry", "여객선", "渡", "\u0301", "\u0300\u0301\u0302\u0303\u0304", "\u20e3", "1", "#", "\u200d", "\u200c", "\ufe0f", "\ufe0e",
	"\U000E0100", "❤", "👩", "🏻", "🏴", "\U000E0067\U000E0062", flags[0], "\u202e", "\u2066", "\u200b", "\ufeff", "\u00ad",
	"م", "\u064b", "क", "\u094d", "ᠠ", "ก", "\u0e31", "ခ", "\u180b", "\u180e", "\u3164", "\ufdd0", "\u25cc", "â\u0080\u009d",
}

func TestHostilePiecesNeverComeThrough(t *testing.T) {
	text := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 24).Draw(t, "pieces"), "")
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := text.Draw(t, "a"), text.Draw(t, "b")
		check(t, a)
		checkTwo(t, a, b)
	})
}

func TestEveryCharacterIsCleanAfterOnePass(t *testing.T) {
	for r := range rune(unicode.MaxRune + 1) {
		if !utf8.ValidRune(r) {
			continue
		}
		alone := string(r)
		got := Text("a" + alone + "b")
		if Text(got) != got {
			t.Errorf("%U: %q", r, got)
		}
		if unicode.In(r, unicode.L, unicode.N, unicode.P, unicode.S) && !forbidden(r) && !strings.Contains(got, alone) {
			t.Errorf("%U is visible and was lost: %q", r, got)
		}
		if plainRun(alone) > 0 && classOf(r) != visible {
			t.Errorf("%U passes though it is of class %d", r, classOf(r))
		}
	}
}
