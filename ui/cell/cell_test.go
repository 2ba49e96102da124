package cell

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func TestFitFillsItsCellsExactly(t *testing.T) {
	tests := []struct {
		text string
		w    int
		want string
	}{
		{"ferry", 8, "ferry   "},
		{"ferry", 5, "ferry"},
		{"ferry", 4, "fer…"},
		{"ferry", 1, "…"},
		{"ferry", 0, ""},
		{"ferry", -3, ""},
		{"기준금리", 8, "기준금리"},
		{"기준금리", 6, "기준… "},
		{"기준금리", 7, "기준금…"},
		{"👩‍👩‍👧 family", 6, "👩 fa…"},
	}
	for _, tt := range tests {
		if got := Fit(tt.text, tt.w); got != tt.want {
			t.Errorf("Fit(%q, %d) = %q, want %q", tt.text, tt.w, got, tt.want)
		}
	}
}

func TestEndsKeepTheRightEnd(t *testing.T) {
	tests := []struct {
		w    int
		want string
	}{
		{14, "harbor    42 %"},
		{10, "harb… 42 %"},
		{5, "42 % "},
		{3, "42…"},
	}
	for _, tt := range tests {
		if got := Ends("harbor", "42 %", tt.w); got != tt.want {
			t.Errorf("Ends(%d) = %q, want %q", tt.w, got, tt.want)
		}
	}
}

func TestCellsAreCountedAsTheRendererDoes(t *testing.T) {
	t.Cleanup(func() { SetMethod(ansi.WcWidth) })
	const hindi, thai, katakana = "यात्रियों", "ทำงาน", "ﾌﾟﾛ"
	tests := []struct {
		method ansi.Method
		text   string
		w      int
		want   string
	}{
		{ansi.WcWidth, hindi, 6, "यात्रि…"},
		{ansi.WcWidth, hindi, 7, "यात्रियों"},
		{ansi.GraphemeWidth, hindi, 2, "या…"},
		{ansi.GraphemeWidth, hindi, 5, "यात्रियों  "},
		{ansi.WcWidth, thai, 4, "ทำง…"},
		{ansi.GraphemeWidth, thai, 4, "ทำงาน"},
		{ansi.WcWidth, katakana, 3, "ﾌﾟﾛ"},
		{ansi.WcWidth, katakana, 2, "… "},
		{ansi.GraphemeWidth, katakana, 3, "ﾌﾟﾛ "},
	}
	for _, tt := range tests {
		if SetMethod(tt.method); Fit(tt.text, tt.w) != tt.want {
			t.Errorf("method %d: Fit(%q, %d) = %q, want %q", tt.method, tt.text, tt.w, Fit(tt.text, tt.w), tt.want)
		}
	}
}

func TestTextOfEveryScriptFitsInEitherMethod(t *testing.T) {
	t.Cleanup(func() { SetMethod(ansi.WcWidth) })
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.RuneFrom([]rune("ab 가字🏽👩\u200d❤\ufe0f\u0301यात्रियोंทำน้ﾌﾟﾛه"))).Draw(t, "s")
		w := rapid.IntRange(1, 40).Draw(t, "w")
		SetMethod(rapid.SampledFrom([]ansi.Method{ansi.WcWidth, ansi.GraphemeWidth}).Draw(t, "method"))
		for _, got := range []string{Fit(s, w), Ends(s, "42 %", w)} {
			if n := Method().StringWidth(got); n != w {
				t.Fatalf("%q has %d cells, want %d", got, n, w)
			}
		}
		if got := CutStart(s, w); Method().StringWidth(got) > w {
			t.Fatalf("%q has more cells than %d", got, w)
		}
	})
}

func TestEmojiFitExactlyInBothMethods(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.RuneFrom([]rune("ab 가기금한字あ👍🏽🇰🇷é\u0301"))).Draw(t, "s")
		w := rapid.IntRange(0, 40).Draw(t, "w")
		for _, got := range []string{Fit(s, w), Ends(s, "42 %", w)} {
			if g, wc := ansi.StringWidth(got), ansi.StringWidthWc(got); g != w || wc != w {
				t.Fatalf("%q has %d cells by grapheme, %d by character, want %d", got, g, wc, w)
			}
		}
	})
}

func TestBriefShortensPathsBeforeItCuts(t *testing.T) {
	for _, tt := range []struct {
		in   string
		w    int
		want string
	}{
		{"not saved: /data/my/marks.db is damaged", 40, "not saved: /data/my/marks.db is damaged"},
		{"not saved: /data/my/marks.db is damaged", 38, "not saved: …/marks.db is damaged"},
		{"not saved: /data/my/marks.db is damaged", 20, "not saved: …/marks.…"},
		{"and/or is not a path", 10, "and/or is…"},
	} {
		if got := Brief(tt.in, tt.w); got != tt.want {
			t.Errorf("%q in %d cells: %q, want %q", tt.in, tt.w, got, tt.want)
		}
	}
}

func TestABreakThatShowsNothingIsLeftOut(t *testing.T) {
	if got := Fit("ក្រុង\u200bទូក", 8); strings.ContainsRune(got, '\u200b') || Width(got) != 8 {
		t.Errorf("%q has %d cells", got, Width(got))
	}
}
