package foot

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/ui/hint"
	"dateline/ui/theme"
)

func TestALongHintIsCutToTheRoom(t *testing.T) {
	th := theme.Look{}.Theme(true)
	l := Line{
		Hints: []hint.Hint{{Key: "q", Text: "back"}, {Key: "Space", Text: "next: Harbour board of Ostvik puts off the sale", Long: true}, {Key: "Tab", Text: "link"}, {Key: "?", Text: "keys"}},
		Right: []string{"end"},
	}
	for w, want := range map[int]string{
		30:  " q back  ? keys           end ",
		40:  " q back  Space next: Harb…  ? keys  end ",
		60:  " q back  Space next: Harbour board …  Tab link  ? keys  end ",
		100: " q back  Space next: Harbour board of Ostvik puts off the sale  Tab link  ? keys",
	} {
		if got := ansi.Strip(l.Draw(&th, w)); !strings.HasPrefix(got, want) || ansi.StringWidth(got) != w {
			t.Errorf("%d cells: %q, want %q", w, got, want)
		}
	}
}
