package theme

import (
	"reflect"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// styles returns the styles of t by field name.
func styles(t Theme) map[string]lipgloss.Style {
	out := map[string]lipgloss.Style{}
	v := reflect.ValueOf(t)
	for i := range v.NumField() {
		if s, ok := reflect.TypeAssert[lipgloss.Style](v.Field(i)); ok {
			out[v.Type().Field(i).Name] = s
		}
	}
	return out
}

func TestOnlyTheSixteenTerminalColoursAreUsed(t *testing.T) {
	for _, dark := range []bool{false, true} {
		for name, s := range styles(Look{}.Theme(dark)) {
			out := s.Render("x")
			if strings.Contains(out, "38;") || strings.Contains(out, "48;") {
				t.Errorf("dark %v: %s uses a colour beyond the sixteen: %q", dark, name, out)
			}
			if _, none := s.GetBackground().(lipgloss.NoColor); !none {
				t.Errorf("dark %v: %s has a background colour", dark, name)
			}
		}
	}
}

func TestTheOnlyColourIsTheAccentForTheBackground(t *testing.T) {
	for dark, want := range map[bool]any{true: lipgloss.Cyan, false: lipgloss.Blue} {
		for name, s := range styles(Look{}.Theme(dark)) {
			c := s.GetForeground()
			if _, none := c.(lipgloss.NoColor); !none && c != want {
				t.Errorf("dark %v: %s has the colour %v", dark, name, c)
			}
		}
	}
}

func TestImportantStylesStandOutWithoutColour(t *testing.T) {
	th := Look{}.Theme(true)
	for name, s := range map[string]lipgloss.Style{
		"Selected": th.Selected, "Strong": th.Strong, "Alert": th.Alert, "Here": th.Here, "SelectedHit": th.SelectedHit, "Wrong": th.Wrong, "Unread": th.Unread,
		"Title": th.Title, "Heading": th.Heading, "Section": th.Section,
		"Link": th.Link, "LinkSelected": th.LinkSelected, "Hit": th.Hit, "Old": th.Old, "New": th.New,
		"HitCurrent": th.HitCurrent, "StatusError": th.StatusError, "HelpKey": th.HelpKey,
	} {
		var b strings.Builder
		w := colorprofile.Writer{Forward: &b, Profile: colorprofile.Ascii}
		if _, err := w.WriteString(s.Render("x")); err != nil {
			t.Fatal(err)
		}
		if got := b.String(); got == "x" || !strings.Contains(got, "\x1b[") {
			t.Errorf("%s looks like plain text without colour: %q", name, got)
		}
	}
}

func TestHitsLinksAndSelectionDiffer(t *testing.T) {
	p := Look{}.Theme(false).Pens
	seen := map[Pen]string{}
	for name, pen := range map[string]Pen{
		"Text": p.Text, "Link": p.Link, "LinkSelected": p.LinkSelected, "Hit": p.Hit, "Dead": p.Dead, "Old": p.Old, "New": p.New,
	} {
		if other, twice := seen[pen]; twice {
			t.Errorf("%s looks like %s", name, other)
		}
		seen[pen] = name
	}
}

func TestEachPenHasTheStyleOfItsName(t *testing.T) {
	th := Look{}.Theme(true)
	all, v := styles(th), reflect.ValueOf(th.Pens)
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		if got, want := v.Field(i).Interface().(Pen).Draw("w"), all[name].Render("w"); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestAPenDrawsLikeItsStyle(t *testing.T) {
	th := Look{}.Theme(true)
	tests := []struct {
		name  string
		pen   Pen
		style lipgloss.Style
	}{
		{"text", th.Pens.Text, th.Text},
		{"title", th.Pens.Title, th.Title},
		{"link", th.Pens.Link, th.Link},
		{"hit", th.Pens.Hit, th.Hit},
		{"note", th.Pens.Note, th.Note},
	}
	for _, tt := range tests {
		if got, want := tt.pen.Draw("w"), tt.style.Render("w"); got != want {
			t.Errorf("%s: %q, want %q", tt.name, got, want)
		}
		const words = "e\u0301t\u00e9 in two words"
		if got := ansi.Strip(tt.pen.Draw(words)); got != words {
			t.Errorf("%s: text became %q", tt.name, got)
		}
	}
}

// Terminals differ in how they draw faint text that is also bold or reversed.
func TestNoFaintStyleIsBoldOrReversed(t *testing.T) {
	for name, s := range styles(Look{}.Theme(true)) {
		if s.GetFaint() && (s.GetBold() || s.GetReverse()) {
			t.Errorf("%s is faint and bold, or faint and reversed", name)
		}
	}
}
