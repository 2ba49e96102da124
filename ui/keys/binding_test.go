package keys_test

import (
	"slices"
	"strings"
	"testing"

	"dateline/ui/hint"

	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/uitest/page"
)

func TestPressRunsTheActionUnlessItIsOff(t *testing.T) {
	reason := ""
	l := keys.List{
		{Name: "open", Keys: []string{"enter", "l"}, Do: keys.Ask(intent.Back{})},
		{Name: "follow", Keys: []string{"f"}, Do: keys.Ask(intent.Show{Page: intent.FindPage}), Off: func() string { return reason }},
	}
	tests := []struct {
		key, reason string
		want        intent.Intent
		bound       bool
		action      string
	}{
		{"enter", "", intent.Back{}, true, "open"},
		{"l", "", intent.Back{}, true, "open"},
		{"f", "", intent.Show{Page: intent.FindPage}, true, "follow"},
		{"f", "No links.", intent.Say{Text: "No links."}, true, "follow"},
		{"x", "", nil, false, ""},
	}
	for _, tt := range tests {
		reason = tt.reason
		in, bound := l.Press(page.Key(tt.key))
		if in != tt.want || bound != tt.bound || l.Action(page.Key(tt.key)) != tt.action {
			t.Errorf("%s: %#v, bound %v, want %#v, %v", tt.key, in, bound, tt.want, tt.bound)
		}
	}
}

func TestMovesPassDistanceAndDirection(t *testing.T) {
	type call struct {
		d keys.Distance
		n int
	}
	var got call
	l := keys.Moves("row", func(d keys.Distance, n int) intent.Intent {
		got = call{d, n}
		return nil
	})
	for k, want := range map[string]call{
		"j": {keys.Line, 1}, "up": {keys.Line, -1}, "space": {keys.Page, 1}, "pgup": {keys.Page, -1},
		"ctrl+d": {keys.HalfPage, 1}, "u": {keys.HalfPage, -1}, "home": {keys.End, -1}, "G": {keys.End, 1},
	} {
		if l.Press(page.Key(k)); got != want {
			t.Errorf("%s moves by %v, want %v", k, got, want)
		}
	}
}

func TestAMoveIsAsLongAsItsDistance(t *testing.T) {
	for d, want := range map[keys.Distance]int{keys.Line: 1, keys.HalfPage: 4, keys.Page: 9, keys.End: 70} {
		if n := d.Steps(1, 4, 9, 70); n != want {
			t.Errorf("distance %d: %d rows down, want %d", d, n, want)
		}
		if n := d.Steps(-1, 4, 9, 70); n != -want {
			t.Errorf("distance %d: %d rows up, want %d", d, n, -want)
		}
		if n := d.Steps(1, 0, -1, 70); n != 1 && d != keys.End {
			t.Errorf("distance %d on a page without rows: %d", d, n)
		}
	}
}

func TestAListScrollsNoMoreThanItsCursorNeeds(t *testing.T) {
	for _, tt := range []struct{ cursor, top, n, all, shown, wantCursor, wantTop int }{
		{0, 0, 3, 10, 5, 3, 0},
		{4, 0, 1, 10, 5, 5, 1},
		{5, 3, -3, 10, 5, 2, 2},
		{5, 3, 99, 10, 5, 9, 5},
		{5, 3, -99, 10, 5, 0, 0},
		{3, 9, 0, 10, 5, 3, 3}, // the screen has grown
		{0, 0, 1, 0, 5, 0, 0},
		{2, 2, 1, 10, 0, 3, 3},
	} {
		cursor, top := keys.Scroll(tt.cursor, tt.top, tt.n, tt.all, tt.shown)
		if cursor != tt.wantCursor || top != tt.wantTop {
			t.Errorf("%+v: cursor %d, top %d", tt, cursor, top)
		}
	}
}

func TestKeysAreShownAsLabelledOnAKeyboard(t *testing.T) {
	for want, names := range map[string]string{
		"Enter l →": "enter l right", "Space PgDn": "space pgdown", "Shift-Tab N": "shift+tab N",
		"d Ctrl-D": "d ctrl+d", "H Alt-←": "H alt+left", "1–9 0": "1 2 3 4 5 6 7 8 9 0", "1 2": "1 2", ">": ">", "Esc": "esc",
	} {
		b := keys.Binding{Keys: strings.Fields(names)}
		if got := b.Show(); got != want {
			t.Errorf("%s is shown as %q, want %q", names, got, want)
		}
	}
}

func TestHintsNameTheFirstKey(t *testing.T) {
	l := keys.List{
		{Name: "close", Keys: []string{"q", "esc"}, Hint: "close"},
		{Name: "narrow", Keys: []string{"enter"}, Hint: "narrow"},
	}
	if got := hint.Join(l.Hints("narrow", "close"), ", "); got != "Enter narrow, q close" {
		t.Errorf("the hints are %q", got)
	}
	defer func() {
		if recover() == nil {
			t.Error("Named does not panic for an unknown action")
		}
	}()
	l.Named("open")
}

func TestEachProgramKeyReturnsItsIntent(t *testing.T) {
	for k, want := range map[string]intent.Intent{
		".": intent.News{}, "?": intent.Show{Page: intent.HelpPage}, "ctrl+l": intent.Redraw{}, "ctrl+z": intent.Suspend{},
		"U": intent.Undo{}, "Q": intent.Quit{}, "ctrl+c": intent.Quit{},
	} {
		if in, _ := keys.Program().Press(page.Key(k)); in != want {
			t.Errorf("%s: %#v, want %#v", k, in, want)
		}
	}
}

func TestPairsShareALineOfTheHelp(t *testing.T) {
	l := keys.List{
		{Keys: []string{"j", "down", "J"}, Group: keys.Move, Help: "next row", Pair: "next, previous row"},
		{Keys: []string{"k", "up"}, Group: keys.Move, Help: "previous row"},
		{Keys: []string{"g", "home"}, Group: keys.Move, Help: "top"},
		{Keys: keys.Digits(), Group: keys.Links, Help: "open", Pair: "alone at the end"},
	}
	want := []keys.Entry{
		{Group: keys.Move, Keys: "j k ↓ ↑ J", Help: "next, previous row"},
		{Group: keys.Move, Keys: "g Home", Help: "top"},
		{Group: keys.Links, Keys: "1–9 0", Help: "open"},
	}
	if got := l.Entries(); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
