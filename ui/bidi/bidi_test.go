package bidi

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// In these cases capital letters stand for Hebrew ones, as in UAX #9, and the
// digits ١٢٣ for themselves.
func hebrew(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return 'א' + (r - 'A')
		}
		return r
	}, s)
}

func TestLinesAreInTheOrderInWhichTheyAreRead(t *testing.T) {
	tests := []struct {
		line string
		base bool
		want string
	}{
		{"plain text", false, "plain text"},
		{"plain text", true, "plain text"},
		{"ABC", true, "CBA"},
		{"ABC DEF", true, "FED CBA"},
		{"car means CAR.", false, "car means RAC."},
		{"CAR means car.", true, ".means car RAC"},
		{"he said \"CAR MEANS car\" again", false, "he said \"SNAEM RAC car\" again"},
		{"ABC 123 DEF", true, "FED 123 CBA"},
		{"ABC 1,150.5 DEF", true, "FED 1,150.5 CBA"},
		{"ABC 12% DEF", true, "FED 12% CBA"},
		{"ABC -5", true, "5- CBA"}, // UAX #9 has no sign before a number,
		{"ABC (DEF)", true, "(FED) CBA"},
		{"ABC (de)", true, "(de) CBA"},
		{"in ABC, 12", false, "in 12 ,CBA"},
		{"ABC   ", true, "   CBA"},
		{"ABC   ", false, "CBA   "},
		{"ABC: 10-12", true, "10-12 :CBA"},
		{"", true, ""},
	}
	for _, tt := range tests {
		if got := Visual(hebrew(tt.line), tt.base); got != hebrew(tt.want) {
			t.Errorf("%q, from the right %v: got %q, want %q", tt.line, tt.base, got, hebrew(tt.want))
		}
	}
}

func TestArabicNumbersKeepTheirOrder(t *testing.T) {
	for line, want := range map[string]string{
		"في ١٢٫٥ من": "نم ١٢٫٥ يف",
		"عام 2024":   "2024 ماع",
		"كَتب":       "بتكَ", // a mark stays on its letter
	} {
		if got := Visual(line, true); got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}

func TestStylesAndLinksStayWithTheirText(t *testing.T) {
	bold, off := "\x1b[1m", "\x1b[m"
	link, end := "\x1b]8;id=a;https://desk.example\x1b\\", "\x1b]8;;\x1b\\"
	got := Visual(hebrew("AB "+bold+"CD"+off+" EF"), true)
	if want := hebrew("FE " + bold + "DC" + off + " BA"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	got = Visual(hebrew("AB "+link+"CD"+end), true)
	if want := hebrew(link + "DC" + end + " BA"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	got = Visual(hebrew("AB"+bold+"CD"+off), true)
	if want := hebrew(bold + "DC" + off + "BA"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestIsRTL(t *testing.T) {
	for s, want := range map[string]bool{
		"": false, "12": false, "abc א": false, "א abc": true, "12 (א": true, "«بي»": true, "한국": false,
	} {
		if got := IsRTL(s); got != want {
			t.Errorf("IsRTL(%q) = %v", s, got)
		}
	}
}

func TestNothingIsLostAndWidthsStay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOfN(rapid.SampledFrom([]rune("abcאבגبت ١2-+,.%()[]«»é́가😀")), 0, 40, -1).Draw(t, "line")
		got := Visual(s, rapid.Bool().Draw(t, "base"))
		if ansi.StringWidth(got) != ansi.StringWidth(s) {
			t.Fatalf("%q is %d cells wide, %q %d", s, ansi.StringWidth(s), got, ansi.StringWidth(got))
		}
		a, b := []rune(unmirrored(s)), []rune(unmirrored(got))
		slices.Sort(a)
		slices.Sort(b)
		if !slices.Equal(a, b) {
			t.Fatalf("%q became %q", s, got)
		}
	})
}

// unmirrored makes every closing bracket an opening one.
func unmirrored(s string) string {
	return strings.NewReplacer(")", "(", "]", "[", "»", "«").Replace(s)
}

func TestALineIsNotChangedIfTheTerminalOrdersText(t *testing.T) {
	t.Cleanup(func() { SetByTerminal(false) })
	const line = "ferry שלום 12"
	if SetByTerminal(true); Visual(line, true) != line {
		t.Errorf("%q becomes %q", line, Visual(line, true))
	}
	if SetByTerminal(false); Visual(line, true) == line {
		t.Errorf("%q is not ordered", line)
	}
}
