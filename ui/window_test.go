package ui_test

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/feedtest"
	"dateline/ui/uitest"
)

func TestAFirstLoadIsShownInTheWindowsProgress(t *testing.T) {
	d := uitest.Begin(t, uitest.Open(t, archive.FS("desk", "desk", feedtest.FS(5)), t.TempDir()), 80, 24)
	progress := func() *tea.ProgressBar { return d.Model.View().ProgressBar }
	began := time.Now()
	d.Report(feed.Progress{Pass: 1, Began: began})
	if p := progress(); p == nil || p.State != tea.ProgressBarIndeterminate {
		t.Errorf("at the start: %+v", p)
	}
	d.Report(feed.Progress{Pass: 1, Seen: 30, Total: 120, Began: began})
	if p := progress(); p == nil || p.State != tea.ProgressBarDefault || p.Value != 25 {
		t.Errorf("of 30 in 120 files: %+v", p)
	}
	d.Report(feed.Progress{Pass: 1, Seen: 120, Total: 120, Began: began, Done: true})
	if p := progress(); p != nil {
		t.Errorf("at the end: %+v", p)
	}
	d.Report(feed.Progress{Pass: 2, Seen: 1, Total: 120, Began: began})
	if p := progress(); p != nil {
		t.Errorf("in a later pass: %+v", p)
	}
}

func TestAChangeOfTheColorSchemeAsksForTheBackground(t *testing.T) {
	for _, msg := range []tea.Msg{uv.DarkColorSchemeEvent{}, uv.LightColorSchemeEvent{}} {
		d := start(t, 80, 24)
		if _, cmd := d.Model.Update(msg); cmd == nil {
			t.Errorf("%T asks for nothing", msg)
		}
	}
}

func TestTheWindowReportsItsFocus(t *testing.T) {
	d := start(t, 80, 24)
	if !d.Model.View().ReportFocus {
		t.Error("it is not asked for")
	}
	before := d.Screen()
	d.Send(tea.FocusMsg{})
	d.Send(tea.BlurMsg{})
	if got := d.Screen(); got != before {
		t.Errorf("the screen changed to\n%s", got)
	}
}

func TestAKeyThatIsNotBoundSaysSo(t *testing.T) {
	for _, step := range []struct{ keys, unbound, want string }{
		{"", "X", "Nothing here is bound to X"},
		{"", "ctrl+x", "Nothing here is bound to Ctrl-X"},
		{"enter", "X", "Nothing here is bound to X"},
		{"v", "X", "Nothing here is bound to X"},
		{"r", "f5", "Nothing here is bound to F5"},
	} {
		d := start(t, 80, 24)
		d.Press(strings.Fields(step.keys)...)
		d.Press(step.unbound)
		d.Shows(step.want)
		d.Press("j")
		d.Hides(step.want)
	}
	d := start(t, 80, 24)
	d.Press("/")
	d.Type("X")
	d.Hides("Nothing here is bound")
}
