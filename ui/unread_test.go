package ui_test

import (
	"strings"
	"testing"

	"dateline/feed/story"
	"dateline/ui/cell"
)

// spaceHint returns the headline that the foot line gives for Space; ok is false if
// there is none.
func spaceHint(foot string) (headline string, ok bool) {
	_, after, ok := strings.Cut(foot, "Space next: ")
	headline, _, _ = strings.Cut(after, "  ")
	return strings.TrimSuffix(headline, cell.Ellipsis), ok
}

func TestTheEndOfAStoryNamesTheOneThatSpaceOpens(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {60, 20}, {80, 24}, {160, 50}} {
		d := start(t, size[0], size[1])
		d.Press("j", "m", "k", "enter")
		d.Hides("Space next:")
		d.Press("G")
		headline, ok := spaceHint(d.Row(-1))
		if !ok || !strings.HasPrefix(headline, "Skar") {
			t.Fatalf("%v: the foot is %q", size, d.Row(-1))
		}
		d.Press("s", "s")
		if again, _ := spaceHint(d.Row(-1)); again != headline {
			t.Errorf("%v: after a mark the foot is %q", size, d.Row(-1))
		}
		d.Press("space")
		if !strings.HasPrefix(d.Model.View().WindowTitle, headline) {
			t.Errorf("%v: Space opens %q, not %q", size, d.Model.View().WindowTitle, headline)
		}
	}
}

func TestTheNextStoryIsThatOfTheMarks(t *testing.T) {
	dk := newDesk(t, 5)
	d := dk.start(80, 24)
	d.Press("enter", "G")
	d.Shows("Space next: Story number 3 of the desk")
	rows, err := d.Store.Rows(t.Context(), story.Key{}, 2)
	if err == nil {
		err = d.Store.SetRead(t.Context(), rows[1].ID, true)
	}
	if err != nil {
		t.Fatal(err)
	}
	d.Press("m") // another mark: it is looked up again
	d.Shows("Space next: Story number 2 of the desk")
	d.Press("space", "q")
	d.Shows("3 of 5")
}

func TestWithoutAnotherUnreadStorySpaceHasNoHint(t *testing.T) {
	dk := newDesk(t, 3)
	d := dk.start(80, 24)
	d.Press("G", "enter", "G")
	d.Hides("Space next", "unread story")
	d.Press("space")
	d.Shows("No unread story below this one.")
}

func TestTheNextStoryIsLookedUpInTheResult(t *testing.T) {
	dk := newDesk(t, 9)
	d := dk.start(80, 24)
	d.Search(`title:"number 7" OR title:"number 2"`, "g", "enter", "G")
	d.Shows("Space next: Story number 2 of the desk")
	d.Press("space", "G")
	d.Hides("Space next")
}
