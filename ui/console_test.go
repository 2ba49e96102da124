package ui_test

import (
	"strings"
	"testing"

	"dateline/ui"
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/uitest"
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
		d.Shows("help", "these keys")
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

func TestEveryActionIsACommandThatDoesWhatItsKeyDoes(t *testing.T) {
	if testing.Short() {
		t.Skip("it starts two readers an action")
	}
	after := func(page intent.Page, do func(*uitest.Driver)) (screen, clipboard string, ended bool) {
		d := start(t, 80, 24)
		if page == intent.StoryPage {
			d.Press("enter")
		}
		d.Press("space")
		do(d)
		return d.Screen(), d.Clipboard, d.Ended
	}
	for _, page := range []intent.Page{intent.ListPage, intent.StoryPage} {
		for _, b := range ui.PageBindings()[page] {
			if len(b.Keys) == 0 || b.Arg != "" || b.Name == "page-down" { // Space does more than that
				continue
			}
			screen, clipboard, ended := after(page, func(d *uitest.Driver) { command(d, b.Name) })
			wantScreen, wantClipboard, wantEnded := after(page, func(d *uitest.Driver) { d.Press(b.Keys[0]) })
			if screen != wantScreen || clipboard != wantClipboard || ended != wantEnded {
				t.Errorf(":%s shows\n%s\nits key\n%s", b.Name, screen, wantScreen)
			}
		}
	}
}

func TestACommandGetsItsArgument(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("j", "enter", "3")
	d.Wait()
	want := d.Screen()
	d = start(t, 80, 24)
	d.Press("j", "enter")
	command(d, "open-related 3")
	if d.Wait(); d.Screen() != want {
		t.Errorf(":open-related 3 shows\n%s\n3 shows\n%s", d.Screen(), want)
	}
}

func TestACommandWithoutAKeyGetsOneInTheConfiguration(t *testing.T) {
	d := uitest.Bound(t, uitest.Open(t, edition(), copied(t)), 80, 24, keys.Bound{"trail": {"m"}, "today": {"g t"}})
	d.Press("enter", "m")
	d.Shows("Stories visited")
	d.Press("esc", "?", "/")
	d.Type("visited")
	d.Shows("m", "the stories visited")
}

func TestTheCommandsStandAboveTheLine(t *testing.T) {
	for _, w := range []int{40, 80, 120} {
		d := start(t, w, 24)
		d.Press(":")
		d.Type("t")
		d.Shows("tag ", "tag-all", "takes", "timeline", "today", "trail", "──")
		d.Press("tab", "tab")
		d.Shows(":tag-all", "today")
		d.Press("esc")
		d.Hides("tag-all")
	}
}
