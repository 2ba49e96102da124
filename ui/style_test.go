package ui_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"dateline/feed"
	"dateline/ui"
	"dateline/ui/article"
	"dateline/ui/uitest"
)

func TestStylesOfTheReaderAreDrawn(t *testing.T) {
	settings := ui.Options{Styles: map[string]string{"selected": "on #102030"}}
	for profile, want := range map[colorprofile.Profile]string{
		colorprofile.TrueColor: "\x1b[48;2;16;32;48m",
		colorprofile.ANSI256:   "\x1b[48;5;",
		colorprofile.ASCII:     "\x1b[7m", // as with NO_COLOR: a row that differs by its color alone would not stand out
	} {
		booted(t, edition(), func(t *testing.T, store *feed.Store) { //nolint:thelper // it is the test itself, inside a bubble
			term := uitest.BootWith(t, store, [2]int{80, 24}, settings, tea.WithColorProfile(profile))
			term.Send("j")
			if !strings.Contains(term.Sent(), want) {
				t.Errorf("%v: %q was not sent", profile, want)
			}
			if reversed := len(term.Reversed()) > 0; reversed != (profile == colorprofile.ASCII) {
				t.Errorf("%v: a row is reversed: %v", profile, reversed)
			}
			term.Send("\x03")
			if err := term.Ended(); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestTheWidthOfStoriesIsThatOfTheSettingAtEachStart(t *testing.T) {
	store := uitest.Open(t, edition(), copied(t))
	for _, keys := range [][]string{{"enter"}, {"enter", ">", ">"}, nil} {
		d := uitest.With(t, store, 100, 30, func(o *ui.Options) { o.Width = 40 })
		if keys == nil {
			d = uitest.Start(t, store, 100, 30)
		}
		d.Press(keys...)
		widest := 0
		for row := range strings.SplitSeq(d.Screen(), "\n") {
			if strings.HasPrefix(row, "     ") {
				widest = max(widest, len([]rune(strings.Trim(row, " ▐"))))
			}
		}
		want := 40 + 4*max(0, len(keys)-1)
		if keys == nil { // without the setting
			want = article.DefaultWidth
		}
		if widest > want || widest < want-6 {
			t.Errorf("%v: lines have %d cells, want %d:\n%s", keys, widest, want, d.Screen())
		}
		if err := d.Model.Save(t.Context()); err != nil {
			t.Error(err)
		}
	}
}
