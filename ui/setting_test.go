package ui_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui"
	"dateline/ui/bidi"
	"dateline/ui/uitest"
)

func TestSettingsAreChangedWhileTheReaderRuns(t *testing.T) {
	t.Cleanup(func() { bidi.SetByTerminal(false) })
	words := []string{"false", "true"}
	d := uitest.With(t, uitest.Open(t, edition(), copied(t)), 80, 24, func(o *ui.Options) {
		o.Settings = []ui.Setting{
			{Name: "mouse", Values: words, Set: func(o *ui.Options, v string) { o.Mouse = v == "true" }},
			{Name: "bidi", Values: []string{"program", "terminal"}, Set: func(o *ui.Options, v string) { o.TerminalBidi = v == "terminal" }},
		}
	})
	d.Wheel(5, 5, 1)
	if d.Model.View().MouseMode != 0 {
		t.Error("the mouse is on at first")
	}
	d.Press(":")
	d.Type("set ")
	d.Shows("set mouse true", "set bidi terminal", "set width 72")
	d.Press("tab", "tab", "enter")
	d.Shows("Set until dateline ends: mouse true")
	if d.Model.View().MouseMode == 0 {
		t.Error("the mouse is off")
	}
	command(d, "set bidi terminal")
	if d.Shows("ends: bidi terminal"); !bidi.ByTerminal() || !strings.Contains(d.Sent, "\x1b[8h") {
		t.Errorf("the terminal does not order text: %q", d.Sent)
	}
	for text, want := range map[string]string{
		"set bidi 1": "It is set to one of these: program, terminal", "set x 1": "There is no such setting here: x", "set width x": "The width is a number of cells",
	} {
		command(d, text)
		d.Shows(want)
	}
	d.Press("enter")
	command(d, "set width 40")
	if d.Screen() == "" || d.Model.Session().Width != 40 {
		t.Errorf("the text has %d cells", d.Model.Session().Width)
	}
}

func TestAStoryIsExportedByACommand(t *testing.T) {
	var got string
	d := uitest.With(t, uitest.Open(t, edition(), copied(t)), 80, 24, func(o *ui.Options) {
		o.Export = func(ctx context.Context, s *feed.Store, id story.ID, path string) (string, error) {
			st, err := s.Story(ctx, id)
			if err != nil || path == "there.md" {
				return "", errors.Join(err, errors.New("there.md exists"))
			}
			got = st.Headline.Title + " " + path
			return "", nil
		}
	})
	d.Press("j", "enter")
	command(d, "export a b.md")
	if d.Shows("Written: a b.md"); !strings.HasPrefix(got, "Marsh secures") || !strings.HasSuffix(got, " a b.md") {
		t.Errorf("exported is %q", got)
	}
	command(d, "export there.md")
	d.Shows("there.md exists")
	command(d, "export")
	d.Shows("export needs FILE")
}

func TestTheReaderEndsForAnotherArchive(t *testing.T) {
	var got string
	d := uitest.With(t, uitest.Open(t, edition(), copied(t)), 80, 24, func(o *ui.Options) {
		o.OpenNext = func(_ context.Context, path string) error {
			if got = path; path != "desk" {
				return errors.New(path + " is not there")
			}
			return nil
		}
	})
	command(d, "open nowhere")
	if d.Shows("nowhere is not there"); d.Ended {
		t.Error("the reader ends for an archive that is not there")
	}
	command(d, "open desk")
	if !d.Ended || got != "desk" {
		t.Errorf("ended %v for %q", d.Ended, got)
	}
	d = start(t, 80, 24)
	command(d, "open desk")
	d.Shows("Another archive cannot be opened here.")
}
