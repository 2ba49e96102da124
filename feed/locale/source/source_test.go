package source

import (
	"go/parser"
	"go/token"
	"reflect"
	"testing"

	"dateline/feed/locale/po"
)

func TestTextsAreFound(t *testing.T) {
	const code = `package p
var late = locale.Mark("late")
var bad = locale.Error("bad")
func f() {
	locale.T("one " +
		"two")
	locale.F("%d", 1)
	locale.Errorf("no: %w", err)
	locale.N(n, "%s a", "%s as")
	locale.In("hint").T("open")
	locale.In(x).F("none")
	locale.T(x + "no")
	locale.Use("de")
	other.T("no")
	b := Binding{Help: "help", Hint: "hint", Short: "no"}
	b.Help, b.Pair = "more", "pair"
}`
	file, err := parser.ParseFile(token.NewFileSet(), "p.go", code, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var got []po.Key
	for _, text := range Find("ui/p", file) {
		got = append(got, text.Key)
	}
	want := []po.Key{
		{Text: "late"}, {Text: "bad"}, {Text: "one two"}, {Text: "%d"}, {Text: "no: %w"},
		{Text: "%s a", Plural: "%s as"}, {Context: "hint", Text: "open"}, {Text: "none"},
		{Text: "help"}, {Context: "hint", Text: "hint"}, {Text: "more"}, {Text: "pair"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if n := len(Find("cmd/p", file)); n != 9 {
		t.Errorf("%d texts in a command, want 9", n)
	}
}
