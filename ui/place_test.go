package ui_test

import (
	"strings"
	"testing"
)

func TestAStoryOpensWhereItWasLeftAMomentAgo(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("enter", "d")
	left := d.Screen()
	d.Press("q", "enter")
	if d.Screen() != left {
		t.Errorf("opened at\n%s\nwant\n%s", d.Screen(), left)
	}
	d.Press("J", "K")
	if d.Screen() != left {
		t.Errorf("after J and K\n%s\nwant\n%s", d.Screen(), left)
	}
}

func TestHAndTheLeftArrowStayInTheList(t *testing.T) {
	d := start(t, 80, 24)
	before := d.Screen()
	d.Press("h", "left")
	if d.Screen() != before {
		t.Errorf("the list became\n%s", d.Screen())
	}
}

func TestAFacetNarrowsOnce(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("f", "enter", "f")
	once := d.Row(-1)
	if !strings.Contains(once, `place:"`) {
		t.Fatalf("the foot says %q", once)
	}
	d.Press("f", "enter", "f")
	if got := d.Row(-1); got != once {
		t.Errorf("the foot says %q, want %q", got, once)
	}
}
