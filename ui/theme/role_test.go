package theme

import (
	"reflect"
	"strings"
	"testing"
)

func TestEachRoleChangesTheTheme(t *testing.T) {
	plain := styles(Look{}.Theme(true))
	for _, role := range Roles {
		changed := 0
		for name, s := range styles(Look{Styles: map[string]string{role.Name: "reverse 200"}}.Theme(true)) {
			if s.Render("x") != plain[name].Render("x") {
				changed++
			}
		}
		if most := map[string]int{"accent": 11, "dim": 8, "selected": 3}; changed == 0 || changed > max(1, most[role.Name]) {
			t.Errorf("%s changes %d styles", role.Name, changed)
		}
	}
}

func TestStylesAreAttributesAndColors(t *testing.T) {
	for text, want := range map[string]string{
		"":                         "x",
		"default":                  "x",
		"bold":                     "\x1b[1mx\x1b[m",
		"red":                      "\x1b[31mx\x1b[m",
		"bright-blue on white":     "\x1b[94;47mx\x1b[m",
		"on default reverse":       "\x1b[7mx\x1b[m",
		"  dim   italic  ":         "\x1b[2;3mx\x1b[m",
		"255":                      "\x1b[38;5;255mx\x1b[m",
		"7":                        "\x1b[37mx\x1b[m",
		"on #0a0B0c strikethrough": "\x1b[9;48;2;10;11;12mx\x1b[m",
		"#ffffff on 24 bold":       "\x1b[1;38;2;255;255;255;48;5;24mx\x1b[m",
		"red blue":                 "\x1b[34mx\x1b[m",
		"reverse default reverse":  "\x1b[7mx\x1b[m",
	} {
		s, wrong := ParseStyle(text)
		if got := s.Render("x"); wrong != "" || !sameSequence(got, want) {
			t.Errorf("%q: %q, want %q; wrong %q", text, got, want, wrong)
		}
	}
	for text, want := range map[string]string{
		"bolt": "bolt", "red on": "on", "on bold": "bold", "256": "256", "-1": "-1", "+5": "+5", "0000": "0000", "1e1": "1e1", "#fff": "#fff", "#gggggg": "#gggggg",
		"Red": "Red", "bright-default": "bright-default", "\x1b[31m": "\x1b[31m", "red,bold": "red,bold",
	} {
		if _, wrong := ParseStyle(text); wrong != want {
			t.Errorf("%q: %q is wrong, want %q", text, wrong, want)
		}
	}
}

// sameSequence reports whether two texts have the same parameters, in any order.
func sameSequence(a, b string) bool {
	params := func(s string) map[string]int {
		m := map[string]int{}
		for _, p := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("\x1b[;m", r) }) {
			m[p]++
		}
		return m
	}
	return reflect.DeepEqual(params(a), params(b))
}

func FuzzStylesAreParsed(f *testing.F) {
	for _, text := range []string{"bold red on #000000", "on", "255 bright-cyan", "dim\tdefault"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, wrong := ParseStyle(text)
		if wrong != "" && !strings.Contains(text, wrong) {
			t.Errorf("%q: %q is not in it", text, wrong)
		}
		out := s.Render("x")
		if strings.Count(out, "x") != 1 || strings.Contains(strings.TrimPrefix(strings.TrimSuffix(out, "\x1b[m"), "\x1b["), "\x1b") {
			t.Errorf("%q: %q", text, out)
		}
	})
}

func TestWordsStandForSigns(t *testing.T) {
	spoken, drawn := Look{Words: true}.Theme(true), Look{}.Theme(true)
	var none *Theme
	if got := spoken.Sign("★", "starred") + drawn.Sign("★", "starred") + none.Sign("★", "starred"); got != "starred★★" {
		t.Error(got)
	}
}
