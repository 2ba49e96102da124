package line

import (
	"slices"
	"strings"
	"testing"
)

func TestFoldMakesOneLine(t *testing.T) {
	for s, want := range map[string]string{
		"  a \t b\n": "a b", "a b": "a b", "": "", "\u3000a\u00a0\u00a0b": "a b", "a\u2003b": "a b", "항구  배": "항구 배", "a\xffb": "a\ufffdb",
		"The port  sails": "The port sails", "The ferry  sails": "The ferry sails", "The ferry sails\tagain": "The ferry sails again",
		"The ferry sails again": "The ferry sails again", "The ferry  sails 항구": "The ferry sails 항구",
	} {
		if got := Fold(s); got != want {
			t.Errorf("Fold(%q) is %q, want %q", s, got, want)
		}
	}
}

func TestBlankLinesShowNothing(t *testing.T) {
	for s, want := range map[string]bool{"": true, " \t": true, "\u200b\u3000": true, "\u0301": true, "a": false, "。": false, " -": false, "\u200b!": false} {
		if Blank(s) != want {
			t.Errorf("Blank(%q) is %v", s, !want)
		}
	}
}

func TestJoinSeparatesWordsAsTheirScriptDoes(t *testing.T) {
	for _, c := range []struct {
		lines []string
		want  string
	}{
		{[]string{"The ferry ", "  sailed."}, "The ferry sailed."},
		{[]string{"two-", "day storm"}, "two-day storm"},
		{[]string{"the storm -", "it passed"}, "the storm - it passed"},
		{[]string{"港口重新", "开放。"}, "港口重新开放。"},
		{[]string{"항구", "여객선"}, "항구 여객선"},
		{[]string{"a", "", "b"}, "a b"},
		{[]string{" a  b "}, "a b"},
	} {
		if got := Join(c.lines); got != c.want {
			t.Errorf("Join(%q) is %q, want %q", c.lines, got, c.want)
		}
	}
}

func TestHeadAndTailCutBetweenCharacters(t *testing.T) {
	if Head("항구", 4) != "항" || Head("항구", 6) != "항구" || Head("항구", 2) != "" || Head("ab", 9) != "ab" {
		t.Error("Head cuts a character")
	}
	if Tail("항구", 4) != "구" || Tail("항구", 6) != "항구" || Tail("항구", 2) != "" || Tail("ab", 9) != "ab" {
		t.Error("Tail cuts a character")
	}
}

func TestSplitAndSpanCountLines(t *testing.T) {
	if got := Split("a\n\nb"); !slices.Equal(got, []string{"a", "", "b"}) {
		t.Errorf("Split is %q", got)
	}
	if got := Split("a\n"); !slices.Equal(got, []string{"a"}) || len(Split("")) != 0 {
		t.Errorf("Split is %q", got)
	}
	if s := Span(2, 5); s.First != 3 || s.Last != 5 {
		t.Errorf("Span(2, 5) is %v", s)
	}
}

func TestDigitsOfAllScriptsAreRead(t *testing.T) {
	for s, want := range map[string]struct {
		n    int
		rest string
		ok   bool
	}{
		"15th": {15, "th", true}, "３日": {3, "日", true}, "١٥": {15, "", true}, "999a": {999, "a", true}, "1000": {1000, "", false}, "a": {0, "a", false}, "": {0, "", false},
	} {
		if n, rest, ok := LeadingNumber(s); n != want.n || rest != want.rest || ok != want.ok {
			t.Errorf("LeadingNumber(%q) is %d, %q, %v", s, n, rest, ok)
		}
	}
	if n, ok := FourDigits("２０２０,"); n != 2020 || !ok {
		t.Errorf("FourDigits is %d, %v", n, ok)
	}
	for _, s := range []string{"202", "20200", "202a", ""} {
		if _, ok := FourDigits(s); ok {
			t.Errorf("FourDigits takes %q", s)
		}
	}
	if TrimOrdinal("nd lead") != " lead" || TrimOrdinal("nda") != "nda" || TrimOrdinal("") != "" {
		t.Error("TrimOrdinal removes text that is not an ending")
	}
	if !IsDigits("123", 1, 3) || IsDigits("1234", 1, 3) || IsDigits("", 1, 3) || IsDigits("12a", 1, 3) || Atoi("0412") != 412 {
		t.Error("IsDigits or Atoi is wrong")
	}
}

func TestSentencesAlsoEndInsideQuotes(t *testing.T) {
	for s, want := range map[string]bool{
		"It sailed.": true, "It sailed.\" ": true, "Did it?)": true, "출항했다.": true, "船が出た。」": true, "وصلت؟": true, "It sailed": false, "a, ": false, "\"": false, "": false,
	} {
		if EndsSentence(s) != want {
			t.Errorf("EndsSentence(%q) is %v", s, !want)
		}
	}
}

func TestFirstSentenceKnowsAbbreviations(t *testing.T) {
	for s, want := range map[string]string{
		"Dr. Ruiz sailed. She came back.":     "Dr. Ruiz sailed.",
		"The U.S. ferry sailed. It came.":     "The U.S. ferry sailed.",
		"On Aug. 15 it sailed. It came.":      "On Aug. 15 it sailed.",
		"\"It sails!\" she said. It came.":    "\"It sails!\"",
		"船が出た。戻った。":                           "船が出た。",
		"It cost 3.5 million. It came.":       "It cost 3.5 million.",
		"no stop at all":                      "no stop at all",
		"It left at 6 a.m. on time. It came.": "It left at 6 a.m. on time.",
		strings.Repeat("word ", 100) + "end.": strings.TrimSpace(strings.Repeat("word ", 80)) + "...",
	} {
		if got := FirstSentence(s); got != want {
			t.Errorf("FirstSentence(%q) is %q, want %q", s, got, want)
		}
	}
}

func TestTheLastBracketsAreFound(t *testing.T) {
	for s, want := range map[string]string{
		"A ferry. (Meridian)": "Meridian|A ferry.", "A (b (c))": "b (c)|A", "A [b].": "b|A", "A （写真）": "写真|A", "A (b": "", "A": "", "A ()": "", "b) c)": "",
	} {
		group, rest, ok := LastGroup(s)
		got := ""
		if ok {
			got = group + "|" + rest
		}
		if got != want {
			t.Errorf("LastGroup(%q) is %q, want %q", s, got, want)
		}
	}
}

func TestItemsOfListsHaveMarks(t *testing.T) {
	for s, want := range map[string]string{
		"- a": "-", "-- a": "-", "--- a": "", "-a": "", "-": "-", "• a": "•", "1. a": "1.", "(12) a": "1)", "123. a": "", "1.5 a": "", "* a": "*", "a": "", "": "",
	} {
		if kind, n := ItemMark(s); kind != want || (n > 0) != (want != "") {
			t.Errorf("ItemMark(%q) is %q, %d", s, kind, n)
		}
	}
}

func TestColumnsAreDistinguishedFromSentences(t *testing.T) {
	for s, want := range map[string]bool{
		"Halvard  3  1": true, "a\tb": true, "a | b | c": true, "│ a": true, "It sailed.  It came.": false, "a b": false, "": false, strings.Repeat("a  b", 200): false,
	} {
		if IsColumns(s) != want {
			t.Errorf("IsColumns(%q) is %v", s, !want)
		}
	}
	for _, c := range []struct {
		rows []string
		want bool
	}{
		{[]string{"Halvard  3", "Ellery  5"}, true},
		{[]string{"Halvard  a", "Ellery  b"}, false},
		{[]string{"a  b  c", "d  e  f", "g  h  i"}, true},
		{[]string{"| a | b |", "| c | d |"}, true},
		{[]string{"a  3"}, false},
	} {
		var table Columns
		for _, row := range c.rows {
			table.Add(row)
		}
		if table.IsTable() != c.want {
			t.Errorf("%q is a table: %v", c.rows, !c.want)
		}
	}
	if !IsRule("* * *") || !IsRule("____") || IsRule("--") || IsRule("- a -") || IsRule("...") {
		t.Error("IsRule takes text for a rule, or no rule")
	}
}

func TestWidthsAndLettersAreMeasured(t *testing.T) {
	if Cells("항구ab") != 6 || Cells("the ferry, 항구") != 15 || Indent("\t\u3000 a") != 5 || Indent("a") != 0 {
		t.Errorf("Cells %d, Indent %d", Cells("항구ab"), Indent("\t\u3000 a"))
	}
	if !IsUpper("PORT") || IsUpper("P") || IsUpper("Port") || !StartsLower("port") || StartsLower("Port") {
		t.Error("IsUpper or StartsLower is wrong")
	}
	if !IsCJK("a항") || !IsCJK("港") || IsCJK("порт") || !IsKana("ロ") || IsKana("港") || !HasCase("порт") || HasCase("항") {
		t.Error("a script is mistaken for another")
	}
	if !IsLetters("ab", 1, 2) || IsLetters("abc", 1, 2) || IsLetters("a1", 1, 2) || FirstWord("a b c") != "a" || FirstWord("a") != "a" {
		t.Error("IsLetters or FirstWord is wrong")
	}
	if !HasPrefix("abc", "x", "ab") || HasPrefix("abc", "b") || !ContainsOne("abc", "x", "bc") || ContainsOne("abc", "x") {
		t.Error("HasPrefix or ContainsOne is wrong")
	}
}

func FuzzFoldIsFoldedOnce(f *testing.F) {
	f.Add("  a \u3000 b")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\uFFFD")
		got := Fold(s)
		if Fold(got) != got || strings.Join(strings.Fields(s), " ") != got {
			t.Errorf("Fold(%q) is %q", s, got)
		}
	})
}

func TestPrintableIsASCIIWithoutControls(t *testing.T) {
	for s, want := range map[string]bool{
		"": true, "ferry": true, " ~ferry to port~ ": true, "a\tb": false, "seven..\x7f": false, "eight...\x1f": false,
		"eight.\x7f.more": false, "eight.\x1f.more": false, "eight.é.more": false, "é": false, "~~~~~~~~~": true, "        !": true,
	} {
		if IsPrintable(s) != want {
			t.Errorf("IsPrintable(%q) is %v", s, !want)
		}
	}
}

func TestGapsOfTwoSpacesAreFound(t *testing.T) {
	for n := range 20 {
		s := strings.Repeat("é x", n)
		if hasGap(s+" "+s) || !hasGap(s+"  "+s) || hasGap("x"+s+"\xa0 \xa0"+s) || !hasGap(s+"   ") {
			t.Errorf("gaps of %d repetitions are not found", n)
		}
	}
}

func TestATableOfGreatWidthIsNotFilledWithSpaces(t *testing.T) {
	none := func(int) bool { return false }
	if got := Align([][]string{{"a", "b"}, {"long", "c"}}, none); !slices.Equal(got, []string{"a     b", "long  c"}) {
		t.Errorf("%q", got)
	}
	rows := make([][]string, 1000)
	for i := range rows {
		rows[i] = []string{"a", "b"}
	}
	rows[0][0] = strings.Repeat("a", maxAligned/100)
	if got := Align(rows, none); got[1] != "a  b" {
		t.Errorf("a line has %d bytes", len(got[1]))
	}
}
