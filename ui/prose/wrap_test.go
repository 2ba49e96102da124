package prose

import (
	"slices"
	"strings"
	"testing"
)

// linesOf returns the lines of a document as plain text, without the spaces that
// align them.
func linesOf(d *Doc) []string {
	out := make([]string, 0, d.Len())
	for i := range d.Len() {
		out = append(out, strings.TrimRight(d.Line(i, Paint{}), " "))
	}
	return out
}

func TestLinesBreakByTheRulesOfTheScript(t *testing.T) {
	tests := []struct {
		name  string
		width int
		text  string
		want  []string
	}{
		{"words stay whole", 10, "the ferry sails", []string{"the ferry", "sails"}},
		{"spaces at the end of a line are not counted", 9, "the ferry   sails", []string{"the ferry", "sails"}},
		{"a word longer than the line is cut", 5, "ferrymaster", []string{"ferry", "maste", "r"}},
		{"a hyphen ends a line", 8, "150-seat-boat", []string{"150-", "seat-", "boat"}},
		{"the sign of a number stays with it", 7, "it was -25", []string{"it was", "-25"}},
		{"a dash list keeps its dash", 6, "as -x is", []string{"as -x", "is"}},
		{"a number stays whole", 10, "it cost $1,204.50 then", []string{"it cost", "$1,204.50", "then"}},
		{"per cent stays with its number", 8, "up by 50% now", []string{"up by", "50% now"}},
		{"a no-break space does not break", 6, "a 10\u00a0km b", []string{"a", "10\u00a0km", "b"}},
		{"French marks stay with their words", 11, "Il dit « oui »", []string{"Il dit", "« oui »"}},
		{"a colon after a space stays with its word", 9, "Le port : rien", []string{"Le port :", "rien"}},
		{"curly quotation marks stay with their words", 9, "he said “now” loudly", []string{"he said", "“now”", "loudly"}},

		{"Korean breaks at spaces only", 10, "항만공사는 운항을", []string{"항만공사는", "운항을"}},
		{"Korean and figures are one word", 10, "오전 6시10분", []string{"오전", "6시10분"}},
		{"a bracket in a Korean word does not break it", 12, "여객 서울(Seoul)", []string{"여객", "서울(Seoul)"}},
		{"a Korean word longer than the line is cut", 6, "항만공사는", []string{"항만공", "사는"}},
		{"no line of a cut word begins with a closing bracket", 6, "항만공)", []string{"항만", "공)"}},

		{"no line begins with a full stop", 6, "木曜日。雨", []string{"木曜", "日。雨"}},
		{"no line begins with a comma", 6, "木曜日、雨", []string{"木曜", "日、雨"}},
		{"no line begins with a closing bracket", 6, "「木曜」雨", []string{"「木", "曜」雨"}},
		{"no line ends with an opening bracket", 6, "木曜「雨」", []string{"木曜", "「雨」"}},
		{"no line ends with a full-width bracket", 6, "木曜（雨）", []string{"木曜", "（雨）"}},
		{"no line begins with a long vowel mark", 6, "フェリー", []string{"フェ", "リー"}},
		{"no line begins with a small kana", 6, "今日ちょっと", []string{"今日", "ちょっ", "と"}},
		{"no line begins with a full-width question mark", 6, "本当か？雨", []string{"本当", "か？雨"}},
		{"Chinese quotation marks are brackets", 6, "他说：“好吗”", []string{"他说：", "“好吗”"}},
		{"Latin words in Japanese stay whole", 8, "港のferry運航", []string{"港の", "ferry運", "航"}},

		{"a flag is not cut", 3, "🇰🇷🇯🇵", []string{"🇰🇷", "🇯🇵"}},
		{"a skin tone stays with its emoji", 3, "👍🏽👍🏽", []string{"👍🏽", "👍🏽"}},
		{"an accent stays with its letter", 2, "e\u0301e\u0301e\u0301", []string{"e\u0301e\u0301", "e\u0301"}},
		{"conjoining letters stay a syllable", 2, "\u1112\u1161\u11ab\u1100\u1173", []string{"\u1112\u1161\u11ab", "\u1100\u1173"}},
		{"a wide character fits in two cells", 2, "木曜", []string{"木", "曜"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := linesOf(Lay([]Item{{Text: tt.text}}, tt.width)); !slices.Equal(got, tt.want) {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestAddressesStayWholeIfTheyFit(t *testing.T) {
	tests := []struct {
		name  string
		width int
		text  string
		want  []string
	}{
		{"a mail address", 26, "write to ana-ruiz@meridian.example now", []string{"write to", "ana-ruiz@meridian.example", "now"}},
		{"a web address that does not fit", 26, "see https://halvard.example/a/b", []string{"see", "https://halvard.example/a/", "b"}},
		{"a web address that fits", 27, "see https://halvard.example/a/b", []string{"see", "https://halvard.example/a/b"}},
		{"the text after an address breaks", 27, "https://halvard.example/a/b either/or", []string{"https://halvard.example/a/b", "either/or"}},
		{"two addresses", 14, "a@b-c.example d@e-f.example", []string{"a@b-c.example", "d@e-f.example"}},
		{"Korean after an address", 20, "문의 a-b@c-d.example로", []string{"문의", "a-b@c-d.example로"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := linesOf(Lay([]Item{{Text: tt.text}}, tt.width)); !slices.Equal(got, tt.want) {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestRightToLeftParagraphsAreAlignedToTheRight(t *testing.T) {
	tests := []struct {
		name, text string
		want       string
	}{
		{"Hebrew", "שלום", "      שלום"},
		{"Arabic", "ميناء", "     ميناء"},
		{"neutral characters do not decide", "12. (שלום)", "12. (שלום)"},
		{"text that starts with Latin stays at the left", "a שלום", "a שלום"},
		{"text that starts with Hebrew is at the right", "שלום a", "    שלום a"},
		{"Korean stays at the left", "평화", "평화"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Lay([]Item{{Text: tt.text}}, 10).Line(0, Paint{}); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestItemsHaveLabelsBarsAndIndents(t *testing.T) {
	tests := []struct {
		name  string
		width int
		items []Item
		want  []string
	}{
		{"a label has a hanging indent", 12, []Item{{Role: Entry, Label: "1", Text: "the ferry sails"}}, []string{"1 the ferry", "  sails"}},
		{"a label of spaces indents", 12, []Item{{Role: EntryMeta, Label: "  ", Text: "Oct. 3"}}, []string{"   Oct. 3"}},
		{"a label without text", 12, []Item{{Label: "—"}}, []string{"—"}},
		{"a long label is cut to leave room for the text", 9, []Item{{Label: "12345", Text: "the ferry"}}, []string{" the", " ferry"}},
		{"a rule is a horizontal line", 5, []Item{{Role: Rule}}, []string{"─────"}},
		{"an empty item takes no lines", 5, []Item{{Text: "a"}, {Text: " \n", Space: 1}, {Text: "b"}}, []string{"a", "b"}},
		{"there is no space above the first line", 5, []Item{{Text: "a", Space: 2}, {Text: "b", Space: 1}}, []string{"a", "", "b"}},
		{"a line break in running text is a space", 9, []Item{{Text: "a\nb\tc"}}, []string{"a b c"}},
		{"a list keeps its lines and indents their rest", 16, []Item{{Role: List, Text: "- the ferry sails on\nplain"}}, []string{"- the ferry", "  sails on", "plain"}},
		{"a quote is indented", 16, []Item{{Role: Quote, Text: "the ferry sails"}}, []string{"  the ferry", "  sails"}},
		{"a caption has a bar on each line", 16, []Item{{Role: Caption, Text: "the ferry sails"}}, []string{"│ the ferry", "│ sails"}},
		{"a caption in a narrow column has no bar", 8, []Item{{Role: Caption, Text: "a ferry"}}, []string{"a ferry"}},
		{"Code keeps columns", 20, []Item{{Role: Code, Text: "  a\tb\n漢字\tc"}}, []string{"  a     b", "漢字    c"}},
		{"Code keeps columns after a label", 20, []Item{{Role: Code, Label: "7", Text: "a\tb"}}, []string{"7 a       b"}},
		{"Code that does not fit continues below with a mark", 14, []Item{{Role: Code, Text: "pier one boat two"}}, []string{"pier one boat", "↳ two"}},
		{"an empty line of Code stays", 14, []Item{{Role: Code, Text: "a\n\nb"}}, []string{"a", "", "b"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := linesOf(Lay(tt.items, tt.width)); !slices.Equal(got, tt.want) {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestEscapeSequencesAreRemoved(t *testing.T) {
	text := "a\x1b]0;title\x07b\x1b[2Jc\u009b31md\u202ee\x00f\x1bPq\x1b\\g"
	d := Lay([]Item{{Text: text, Label: "\x1b[1m1"}}, 40)
	if got := d.Line(0, Paint{}); got != "1 abcdefg" {
		t.Errorf("drawn as %q", got)
	}
}

func TestEveryWidthIsLaidOut(t *testing.T) {
	var items []Item
	for _, p := range []string{"ascii", "latin", "korean", "japanese", "emoji"} {
		for r := Body; r <= Dead; r++ {
			items = append(items, Item{Role: r, Text: passages[p], Label: "1", Space: 1})
		}
	}
	before := -1
	for width := -1; width <= 120; width++ {
		d := Lay(items, width)
		if width == 2 {
			before = d.Len()
		}
		if d.Len() == 0 || before >= 0 && d.Len() > before {
			t.Fatalf("width %d has %d lines, width 2 has %d", width, d.Len(), before)
		}
		if d.width != max(width, 2) {
			t.Fatalf("width %d is laid out for %d", width, d.width)
		}
	}
}
