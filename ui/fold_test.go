package ui_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"dateline/ui/uitest"
	"dateline/ui/uitest/page"
)

// The takes of a story. The second has a paragraph that the third has dropped.
var (
	stopped = "The Marguerite Dale stopped at 2:10 p.m. in winds of 60 kilometers an hour.\n"
	hymns   = "Passengers sang hymns in the saloon, said a woman who telephoned her sister.\n"
	tug     = "The tug Bollard passed a line at 7:40 p.m. at the fourth attempt.\n"

	ferryTakes = []string{
		take("", "Ferry with 212 aboard adrift off Port Ellery", stopped),
		take("(LEAD) ", "Ferry with 212 aboard adrift off Port Ellery", stopped+hymns),
		take("(2nd LD) ", "Ferry with 212 aboard towed to Port Ellery", stopped+tug),
	}
)

func take(tag, headline, paragraphs string) string {
	return tag + headline + "\nPORT ELLERY, Jan. 4, 2024 (Meridian) -- A ferry with 212 people aboard lost power off Port Ellery on Thursday, the coast guard said.\n" +
		paragraphs + "d.holm@meridian.example\n(END)\n"
}

// newTakes returns a desk of two stories, and between them three takes of one.
func newTakes(t *testing.T) *desk {
	t.Helper()
	dk := newDesk(t, 1)
	dk.write(6, "Story")
	for i, text := range ferryTakes {
		dk.file(11+i, text, day(4))
	}
	return dk
}

// onRow returns the row under the cursor with its takes, without what depends on width.
func onRow(t *testing.T, d *uitest.Driver) string {
	t.Helper()
	_, line := where(t, d)
	return d.Row(line)
}

func TestAStoryIsOneRowWithTheNumberOfItsTakes(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}, {160, 50}} {
		d := newTakes(t).start(size[0], size[1])
		d.Shows("2LD×3", "3 unread of 3", "1 of 3")
		d.Hides("LEAD")
		d.Press("j")
		d.Shows("2 of 3")
	}
	d := newTakes(t).start(80, 24)
	d.Press("j")
	d.Shows("── 2nd LD, 3 takes · PORT ELLERY · ", "v takes")
	d = newTakes(t).start(120, 24)
	d.Press("z")
	d.Shows("2nd LD ×3")
}

func TestEveryTakeHasARowAndBack(t *testing.T) {
	d := newTakes(t).start(80, 24)
	d.Press("j")
	before := d.Screen()
	d.Press("Z")
	d.Shows("5 unread of 5 · every take", "2 of 5", "LEAD")
	d.Hides("×3")
	if row := onRow(t, d); !strings.HasSuffix(row, "2LD") {
		t.Errorf("the cursor is on %q", row)
	}
	d.Press("Z")
	if d.Screen() != before {
		t.Errorf("back:\n%s\nwant\n%s", d.Screen(), before)
	}
	d.Press("Z", "j", "j")
	d.Shows("4 of 5")
	d.Press("Z")
	if d.Screen() != before {
		t.Errorf("back from an older take:\n%s\nwant\n%s", d.Screen(), before)
	}
}

func TestASearchSaysStoriesAndFiles(t *testing.T) {
	d := newTakes(t).start(80, 24)
	d.Press("/")
	d.Type("aboard")
	d.Shows("1 story in 3 files · all 5", "2LD×3")
	d.Press("enter")
	d.Shows("/aboard · 1 story in 3 files", "1 of 1")
	d.Press("Z")
	d.Shows("/aboard · 3 of 5 · every take", "3 of 3")
	d.Hides("×3")
	d.Press("g", "Z")
	d.Shows("/aboard · 1 story in 3 files", "1 of 1")
	d.Press("f")
	d.Shows("Narrow 1 story")
	d.Press("q", "esc")
	d.Shows("1 of 3")
	d.Search("hymns") // only the second take has it
	d.Shows("/hymns · 1 of 3", "LEAD×3")
	d.Press("f")
	d.Shows("Narrow 1 story")
}

func TestTheTakesOfARowUnfoldInPlace(t *testing.T) {
	for _, size := range [][2]int{{40, 14}, {80, 24}, {120, 40}, {160, 50}} {
		d := newTakes(t).start(size[0], size[1])
		d.Press("j")
		before := d.Screen()
		d.Press("+")
		d.Shows("     • LEAD        4 Jan     ", "     • first       4 Jan     ", "2LD×3", "2 of 3")
		d.Press("j", "j")
		d.Shows("2 of 3")
		d.Press("j")
		d.Shows("3 of 3", "Story number 0")
		d.Press("k", "k", "enter")
		d.Shows("LEAD of 3")
		d.Press("q")
		d.Shows("       LEAD", "       first", "2LD×3", "3 unread") // it carries the first
		d.Press("m", "+")
		d.Hides("     • LEAD")
		if size[0] < 110 && d.Screen() != before {
			t.Errorf("%v: folded again:\n%s\nwant\n%s", size, d.Screen(), before)
		}
		d.Press("k", "+")
		d.Shows("This story has one take.")
		d.Press("Z", "+")
		d.Shows("Each take has a row")
	}
}

func TestTakesUnfoldBelowAResult(t *testing.T) {
	for _, size := range [][2]int{{40, 14}, {80, 24}, {160, 50}} {
		d := newTakes(t).start(size[0], size[1])
		d.Search("aboard", "+")
		d.Shows("   • LEAD ", "   • first ")
		d.Press("j", "j", "j", "enter")
		d.Shows("first of 3")
		d.Press("q", "+")
		d.Hides("   • LEAD ")
		checkWhole(t, d, "unfolded result", size[0], size[1])
	}
}

func TestAKeyActsOnTheTakeThatIsSelected(t *testing.T) {
	d := newTakes(t).start(80, 24)
	d.Press("j", "+", "j", "s")
	d.Shows("     ★ LEAD", "── LEAD · ", " 4 ★ Ferry")
	d.Press("y", "y")
	if !strings.Contains(d.Clipboard, "hymns") {
		t.Errorf("copied %q", d.Clipboard)
	}
	d.Press("r")
	d.Shows("Around this story")
	d.Press("q", "s", "m")
	d.Shows("       LEAD", "     • first", " 4 • Ferry", "3 unread")
	d.Press("j", "m", "k", "k", "m")
	d.Shows("2 unread of 3")
	d.Press("m")
	d.Shows("3 unread of 3", "     • LEAD", "     • first")
	d.Press("s", "j", "j", "s", "k", "k", "s")
	d.Hides("★") // no take is starred
}

func TestMoreTakesThanFitAreNamed(t *testing.T) {
	for _, size := range [][2]int{{40, 8}, {80, 24}, {160, 50}} {
		dk := newTakes(t)
		for i := range 28 {
			dk.file(20+i, take(fmt.Sprintf("(%dth LD) ", 4+i), "Ferry with 212 aboard towed to Port Ellery", stopped+tug), day(4))
		}
		d := dk.start(size[0], size[1])
		d.Press("j", "+")
		d.Shows(" more: v shows all", "×31")
		checkWhole(t, d, "unfolded", size[0], size[1])
		for range 31 {
			d.Press("j")
			checkWhole(t, d, "unfolded", size[0], size[1])
		}
		d.Shows("3 of 3")
	}
}

func TestAStoryIsUnreadUntilItsTakesAreSeen(t *testing.T) {
	d := newTakes(t).start(80, 24)
	d.Press("j", "enter", "q") // it carries the first take, but not the second
	d.Shows(" 4 • Ferry", "3 unread")
	d.Press("+")
	d.Shows("     • LEAD", "       first")
	d.Press("g", "n")
	d.Shows("2 of 3") // the next unread row
	d.Press("j", "enter", "q")
	d.Shows(" 4   Ferry", "2 unread of 3")
	d.Press("g", "n")
	d.Shows("3 of 3")
	d.Press("k", "k", "k", "m")
	d.Shows("3 unread of 3", " 4 • Ferry", "     • LEAD", "     • first")
}

func TestANewTakeMovesItsRowOnlyWhenItIsAskedFor(t *testing.T) {
	dk := newTakes(t)
	d := dk.start(80, 24)
	d.Press("j", "m")
	before := d.Row(2)
	dk.file(14, strings.Replace(take("(3rd LD) ", "Ferry with 212 aboard docks in Port Ellery", stopped+tug+"It docked at 9:30 p.m.\n"), "Jan. 4", "Jan. 5", 1), day(5))
	d.Scan()
	d.Shows(". 1 new")
	if d.Row(2) != before {
		t.Errorf("the row is %q, want %q", d.Row(2), before)
	}
	d.Press(".")
	d.Shows("+ Ferry with 212 aboard docks", "3LD×4", "3 unread of 3")
	d.Press("k", "j")
	d.Shows("2 of 3")
	d.Hides("2LD×3", "gone")
	dk.remove(14)
	d.Scan()
	d.Shows("gone")
	d.Press(".")
	d.Shows("2LD×3", "2 of 3")
}

func TestTheNextStartHasEveryTakeAndItsRow(t *testing.T) {
	dk := newTakes(t)
	d := dk.start(80, 24)
	d.Press("Z", "j", "j")
	row := onRow(t, d)
	d.Wait()
	again := dk.start(80, 24)
	again.Shows("every take", "3 of 5")
	if got := onRow(t, again); got != row {
		t.Errorf("it opens on %q, want %q", got, row)
	}
	again.Press("Z")
	again.Wait()
	dk.start(80, 24).Shows("2 of 3", "2LD×3")
}

func TestKeysTypedAheadActOnTakesAsSlowOnes(t *testing.T) {
	for _, keys := range []string{"j enter q m m", "j + j m k m s", "j enter q m Z j m Z m", "Z j down m Z m + j down enter", "j + j enter q J K m s"} {
		slow, fast := newTakes(t).start(80, 24), newTakes(t).start(80, 24)
		var burst []tea.Msg
		for k := range strings.FieldsSeq(keys) {
			slow.Press(k)
			burst = append(burst, page.Key(k))
		}
		fast.Burst(burst...)
		name := func(d *uitest.Driver) string { return strings.Join(strings.Split(d.Screen(), "\n")[1:], "\n") }
		if name(fast) != name(slow) {
			t.Errorf("%s: typed fast:\n%s\ntyped slowly:\n%s", keys, fast.Screen(), slow.Screen())
		}
	}
}

func TestAClickSelectsATake(t *testing.T) {
	d := newTakes(t).start(80, 24)
	d.Press("j", "+")
	d.Click(10, 3)
	d.Shows("── LEAD · ")
	d.Click(10, 5)
	d.Shows("3 of 3")
	d.Wheel(10, 3, 1)
	d.Shows("3 of 3")
}

func TestJAndKGoThroughUnfoldedTakes(t *testing.T) {
	d := newTakes(t).start(80, 24)
	d.Press("j", "+", "enter", "J")
	d.Shows("Passengers sang hymns")
	d.Press("J", "J")
	d.Shows("Story number 0")
	d.Press("J")
	d.Shows("This is the last story of the list.")
	d.Press("K", "K", "K")
	d.Shows("The tug Bollard")
	d.Press("q")
	d.Shows("2 of 3")
}

func TestALinkToAFoldedTakeLeadsBackToItsRow(t *testing.T) {
	dk := newTakes(t)
	dk.write(7, "Story", "Ferry with 212 aboard adrift off Port Ellery")
	d := dk.start(80, 24)
	d.Press("enter", "1")
	d.Wait()
	d.Press("q", "q")
	d.Shows("1 of 4")
	d.Press("G", "enter", "K")
	d.Shows("The tug Bollard")
}
