package ui_test

import (
	"strings"
	"testing"
)

func TestANumberGoesToThatRow(t *testing.T) {
	d := start(t, 80, 24)
	for _, n := range []string{"1", "30", "54", "2", "500"} {
		d.Press(":")
		d.Type(n)
		d.Shows("row " + n)
		d.Press("enter")
		if n == "500" {
			n = "54"
		}
		d.Shows(n + " of 54")
	}
}

func TestANumberGoesToThatRowOfASearch(t *testing.T) {
	d := start(t, 80, 24)
	d.Search("ferry")
	d.Press("j", "j", "j", "j", "enter")
	fifth := d.Row(0)
	d.Press("q", "g", ":", "5", "enter", "enter")
	if d.Row(0) != fifth {
		t.Errorf("row 5 is\n%s\nwant\n%s", d.Row(0), fifth)
	}
}

func TestANumberGoesToThatParagraph(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("enter")
	top := d.Screen()
	d.Press(":")
	d.Type("9")
	d.Shows("paragraph 9")
	d.Press("enter")
	ninth := d.Row(1)
	if d.Screen() == top || strings.TrimSpace(ninth) == "" {
		t.Fatalf("the story has not moved:\n%s", d.Screen())
	}
	d.Press(":", "1", "0", "enter", ":", "9", "enter")
	if d.Row(1) != ninth {
		t.Errorf("paragraph 9 begins with %q, then with %q", ninth, d.Row(1))
	}
	d.Press("g", "`")
	if d.Row(1) != ninth {
		t.Errorf("back from a jump leads to\n%s", d.Screen())
	}
}

func TestCommandsRunFromListAndStoryAndPanes(t *testing.T) {
	d := start(t, 160, 50)
	for _, keys := range []string{"", "enter", "enter r", "r"} {
		d.Press(strings.Fields(keys)...)
		d.Press(":")
		d.Type("hel")
		d.Shows("help: the keys in force here")
		d.Press("enter")
		d.Shows("Keys ")
		d.Press("q", "q", "q")
		if d.Ended {
			d = start(t, 160, 50)
		}
	}
	d.Press(":", "q", "enter")
	if !d.Ended {
		t.Error(":q does not quit")
	}
}

func TestAWrongCommandIsSaidInTheLine(t *testing.T) {
	d := start(t, 80, 24)
	before := d.Screen()
	d.Press(":")
	d.Type("arouns")
	d.Press("enter")
	d.Shows(":arouns", "no such command: did you mean around?")
	d.Press("esc")
	if d.Screen() != before {
		t.Errorf("after Esc the screen is\n%s", d.Screen())
	}
	d.Press(":")
	d.Type("aro")
	d.Press("tab")
	d.Shows(":around")
	d.Press("enter")
	d.Shows("Around this story")
	d.Press("q", ":", "up")
	d.Shows(":around")
}
