package ui_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	tea "charm.land/bubbletea/v2"

	"dateline/feed/archive"
	"dateline/ui/uitest"
	"dateline/ui/uitest/page"
)

// rateCut opens the takes of the last take on the Bank of Ostmere from a search.
func rateCut(t *testing.T, w, h int) *uitest.Driver {
	t.Helper()
	d := start(t, w, h)
	d.Search(`"key rate to 4.25" take:3`)
	return d
}

func TestVShowsTheTakesInOrderAndWhatChangedInTheNewest(t *testing.T) {
	d := rateCut(t, 80, 24)
	before := d.Screen()
	d.Press("v")
	want := []string{
		" Takes of: Bank of Ostmere cuts key rate to 4.25 pct ──────────────────────── 4",
		"   URGENT  Thu 10 Oct   19 words",
		"   first   Thu 10 Oct   89 words  + 3 ~ 1",
		" ▸ LEAD    Thu 10 Oct  188 words  + 4 - 1  UPDATES with vote, governor's remar…",
		" ▸ 2nd LD  Thu 10 Oct  304 words  + 5 ~ 2  UPDATES with markets, economists; A…",
		"── LEAD → 2nd LD ──────────────── + new  ~ changed  - gone  (3 same: s shows) ──",
	}
	for i := range want {
		if got := d.Row(i); got != want[i] {
			t.Errorf("row %d is %q, want %q", i, got, want[i])
		}
	}
	d.Shows("1 paragraph the same", "[-¶-] It lowered", "+ 3      The crown fell", "] [ next change", "Enter open", "q back")
	for _, key := range []string{"q", "v", "esc", "h"} {
		d.Press(key)
		if d.Screen() != before {
			t.Errorf("closed with %s:\n%s\nwant\n%s", key, d.Screen(), before)
		}
		d.Press("v")
	}
}

func TestFromATakeVComparesItWithTheOneBefore(t *testing.T) {
	d := start(t, 80, 24)
	d.Search(`"key rate to 4.25" take:2`, "enter", "j", "j")
	before := d.Screen()
	d.Press("v")
	d.Shows("── first → LEAD ──", "- 4  Governor Ruth Calloway will meet reporters at 11 a.m.")
	d.Press("q")
	if d.Screen() != before {
		t.Errorf("back in the story:\n%s\nwant\n%s", d.Screen(), before)
	}
}

func TestAroundAStoryVComparesTheTakeUnderTheCursor(t *testing.T) {
	d := rateCut(t, 80, 24)
	d.Press("enter", "r", "g")
	before := d.Screen()
	d.Press("j", "v") // the first story; the flash is above it
	d.Shows("── URGENT → first ──")
	if d.Press("q", "k"); d.Screen() != before {
		t.Errorf("back around the story:\n%s\nwant\n%s", d.Screen(), before)
	}
	d.Press("G", "v") // no take
	d.Shows("── LEAD → 2nd LD ──")
}

func TestAStoryWithOneTakeSaysSo(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("v")
	d.Shows("This story has one take.", newest)
	d.Press("enter", "v")
	d.Shows("This story has one take.")
}

func TestTakesAreSideBySideOnAWideScreen(t *testing.T) {
	d := rateCut(t, 160, 50)
	d.Press("v")
	d.Shows("4 takes · ALDMOUTH · Meridian · Thu 10 Oct 2024", "── LEAD ──", "┬── 2nd LD ──", "│  3 +  The crown fell to 8.56", "(ATTN: UPDATES with vote, governor's remarks in paras 4-7)", "5 new · 2 changed · 0 gone")
}

func TestFiguresThatChangedComeFirst(t *testing.T) {
	d := start(t, 80, 24)
	d.Search(`"aboard adrift" take:2`, "v")
	if got := d.Row(7); got != "      Figures: 200 → 231 people" {
		t.Errorf("the first line is %q", got)
	}
}

func TestEnterInTheTakesOpensTheNewerOneAtTheParagraph(t *testing.T) {
	d := start(t, 80, 24)
	d.Search(`"key rate to 4.25" take:2`, "enter")
	story := d.Row(0) + d.Row(10) + d.Row(19)
	d.Press("v", "tab", "]", "]", "]", "enter") // of the pair after it, the third change from the first
	d.Shows("The vote was five to two")
	d.Hides("The crown fell to 8.56", "Takes of")
	d.Press("q")
	if d.Row(0)+d.Row(10)+d.Row(19) != story {
		t.Errorf("back from the newer take:\n%s", d.Screen())
	}
}

func TestEnterInTheTakesOfTheStoryOnTheScreenGoesToTheParagraph(t *testing.T) {
	d := rateCut(t, 80, 14)
	d.Press("enter")
	before := d.Screen()
	d.Press("v", "]", "]", "enter")
	d.Shows("Traders said that the cut had been expected")
	if d.Screen() == before {
		t.Error("Enter stays at the top")
	}
	if d.Press("`"); d.Screen() != before {
		t.Errorf("` goes to\n%s\nwant\n%s", d.Screen(), before)
	}
}

func TestEnterInTheTakesOfARowLeadsBackToTheList(t *testing.T) {
	d := rateCut(t, 80, 24)
	list := d.Row(1)
	d.Press("v", "]", "enter")
	d.Shows("The crown fell to 8.56", "q back")
	if d.Press("q"); title(d.Row(1)) != title(list) {
		t.Errorf("back on %q, want %q", d.Row(1), list)
	}
}

func TestKeysTypedAheadOfTheTakesReachThem(t *testing.T) {
	slow, fast := rateCut(t, 80, 24), rateCut(t, 80, 24)
	var burst []tea.Msg
	for _, k := range []string{"v", "tab", "tab", "K", "]", "]", "s"} {
		slow.Press(k)
		burst = append(burst, page.Key(k))
	}
	fast.Burst(burst...)
	if fast.Screen() != slow.Screen() {
		t.Errorf("typed fast:\n%s\ntyped slowly:\n%s", fast.Screen(), slow.Screen())
	}
}

func TestATakeThatIsGoneIsNamedAmongTheTakes(t *testing.T) {
	dk := newTakes(t)
	d := dk.start(80, 24)
	dk.remove(12)
	d.Press("g", "j", "v")
	d.Shows("could not be read", "LEAD could not be read")
}

// BenchmarkVOnTwoLongTakes opens and draws what changed between two takes of 5,000 words.
// Budget: under 30 ms.
func BenchmarkVOnTwoLongTakes(b *testing.B) {
	take := func(tag string, n int) *fstest.MapFile {
		rnd := rand.New(rand.NewPCG(1, 2)) // the same for both
		var text strings.Builder
		fmt.Fprintf(&text, "%sInquiry into ferry opens\nOSTVIK, Oct. 3, 2024 (Meridian) -- It began.\n", tag)
		for i := range 150 {
			for range 32 {
				fmt.Fprintf(&text, "word%d ", rnd.IntN(3000))
			}
			fmt.Fprintf(&text, "and %d more.\n", n+i*(i%7/6))
		}
		return &fstest.MapFile{Data: []byte(text.String() + "(END)\n"), ModTime: uitest.Now}
	}
	src := archive.FS("desk", "desk", fstest.MapFS{"a.txt": take("", 4), "b.txt": take("(LEAD) ", 7)})
	d := uitest.Start(b, uitest.Open(b, src, b.TempDir()), 160, 50)
	d.Press("g")
	for b.Loop() {
		d.Press("v")
		_ = d.Model.View()
		d.Press("q")
	}
}
