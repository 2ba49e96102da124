package prompt

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dateline/ui/theme"
)

func typed(text string) []tea.Msg {
	var msgs []tea.Msg
	for _, r := range text {
		msgs = append(msgs, tea.KeyPressMsg{Text: string(r), Code: r})
	}
	return msgs
}

func TestEachKeyHasItsOutcome(t *testing.T) {
	enter, esc := tea.KeyPressMsg{Code: tea.KeyEnter}, tea.KeyPressMsg{Code: tea.KeyEscape}
	backspace, left := tea.KeyPressMsg{Code: tea.KeyBackspace}, tea.KeyPressMsg{Code: tea.KeyLeft}
	tests := []struct {
		name string
		text string
		last tea.Msg
		want Outcome
		val  string
	}{
		{"letter", "fe", typed("r")[0], Changed, "fer"},
		{"enter keeps", "ferry", enter, Entered, "ferry"},
		{"esc leaves", "ferry", esc, Left, "ferry"},
		{"backspace deletes a letter", "금리", backspace, Changed, "금"},
		{"backspace on an empty line leaves", "", backspace, Left, ""},
		{"arrow changes nothing", "ab", left, Same, "ab"},
		{"paste is cleaned", "a", tea.PasteMsg{Content: "b\n\x1b[31mc"}, Changed, "ab c"},
	}
	for _, tt := range tests {
		p := New("/")
		for _, m := range typed(tt.text) {
			p.Update(m)
		}
		if got := p.Update(tt.last); got != tt.want || p.Value() != tt.val {
			t.Errorf("%s: outcome %v, value %q, want %v, %q", tt.name, got, p.Value(), tt.want, tt.val)
		}
	}
}

func TestTheCursorCountsWideLettersAndStaysInTheLine(t *testing.T) {
	th := theme.Look{}.Theme(true)
	p := New("/")
	for _, m := range typed("기준금리") {
		p.Update(m)
	}
	if _, x := p.View(&th, 40); x != 9 {
		t.Errorf("cursor in column %d, want 9", x)
	}
	for _, m := range typed(strings.Repeat("금리ab", 30)) {
		p.Update(m)
	}
	for w := range 50 {
		line, x := p.View(&th, w)
		if got := ansi.StringWidth(line); got > w || w > 0 && x >= w {
			t.Errorf("in %d cells: line takes %d, cursor in column %d", w, got, x)
		}
	}
}
