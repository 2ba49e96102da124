package ui

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dateline/ui/cell"
)

// countCells makes the pages count cells by grapheme cluster, as the renderer does
// once the terminal reports that it can (mode 2027).
func (m *Model) countCells(r tea.ModeReportMsg) {
	switch r.Value {
	case ansi.ModeReset, ansi.ModeSet, ansi.ModePermanentlySet:
		if r.Mode == ansi.ModeUnicodeCore {
			cell.SetMethod(ansi.GraphemeWidth)
			m.resize()
		}
	}
}

// resumed redraws the screen after another program had the terminal. Bubble Tea has switched
// mode 2027 off before, and does not switch it on again.
func (m *Model) resumed() {
	m.do(tea.ClearScreen)
	m.losePictures()
	if cell.Method() == ansi.GraphemeWidth {
		m.do(tea.Raw(ansi.SetModeUnicodeCore))
	}
}
