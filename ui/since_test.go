package ui_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"dateline/ui/uitest"
	"dateline/ui/uitest/page"
)

// readLead reads the LEAD about the Bank of Ostmere and puts the cursor on the take after it.
func readLead(t *testing.T, w, h int) *uitest.Driver {
	t.Helper()
	d := start(t, w, h)
	d.Search(`"key rate to 4.25" take:2`, "enter", "q", "esc")
	d.Search(`"key rate to 4.25" take:3`)
	return d
}

func TestWhatIsNewSinceTheTakeThatWasReadCarriesABar(t *testing.T) {
	d := readLead(t, 80, 24)
	d.Press("enter")
	d.Shows("] new since LEAD", "  ▎ The crown fell to 8.56", "  ▎ Traders said", "    Inflation was 2.9 percent")
	d.Press("]")
	d.Shows("  ▌ The crown fell to 8.56")
	d.Press("]")
	d.Shows("  ▌ Hugo Salt", "  ▌ A loan on a house")
	d.Press("]")
	d.Shows("Nothing below this is new.")
	d.Press("[")
	d.Shows("  ▌ The crown fell to 8.56")
}

func TestTheBarsMoveNothing(t *testing.T) {
	fresh := start(t, 80, 24)
	fresh.Search(`"key rate to 4.25" take:3`, "enter")
	d := readLead(t, 80, 24)
	d.Press("enter")
	old, cur := strings.Split(fresh.Screen(), "\n"), strings.Split(d.Screen(), "\n")
	for i := range old[:23] {
		if got := strings.Replace(cur[i], "▎", " ", 1); !strings.Contains(cur[i], "✓") && got != old[i] {
			t.Errorf("line %d is %q, without a take that was read %q", i, cur[i], old[i])
		}
	}
}

func TestAStoryWhoseOlderTakesAreUnreadHasNoBars(t *testing.T) {
	d := start(t, 80, 24)
	d.Search(`"key rate to 4.25" take:3`, "enter")
	d.Hides("▎", "new since")
	d.Press("]") // along the time line
	d.Shows("The week in Ostmere")
	d.Press("q", "q", "esc")
	d.Search(`"key rate to 4.25" take:2`, "enter") // the newer take is no older one
	d.Hides("▎", "new since")
}

func TestBracketsTypedAheadOfTheComparisonReachIt(t *testing.T) {
	slow, fast := readLead(t, 80, 24), readLead(t, 80, 24)
	var burst []tea.Msg
	for _, k := range []string{"enter", "]", "]", "j", "j"} {
		slow.Press(k)
		burst = append(burst, page.Key(k))
	}
	fast.Burst(burst...)
	if fast.Screen() != slow.Screen() {
		t.Errorf("typed fast:\n%s\ntyped slowly:\n%s", fast.Screen(), slow.Screen())
	}
}

func TestThePreviewHasNoBarsUntilItIsOpened(t *testing.T) {
	d := readLead(t, 160, 50)
	d.Hides("▎")
	before := d.Row(3)
	d.Press("enter")
	d.Shows("▎ The crown fell", "] new since LEAD")
	if d.Row(3) == "" || before == "" {
		t.Error("no story beside the list")
	}
}
