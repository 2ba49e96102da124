package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"dateline/ui/article"
	"dateline/ui/cell"
	"dateline/ui/intent"
	"dateline/ui/prompt"
)

// finder is the line that finds text in a story.
type finder struct {
	typed

	story *article.Page
}

func newFinder(story *article.Page) *finder {
	return &finder{typed: typed{line: prompt.New("/")}, story: story}
}

// Update takes a key press or a paste and shows the hits in the story.
func (f *finder) Update(msg tea.Msg) intent.Intent {
	switch f.line.Update(msg) {
	case prompt.Changed:
		f.story.Find(f.line.Value())
	case prompt.Entered:
		return intent.EndFind{Keep: true}
	case prompt.Left:
		return intent.EndFind{}
	case prompt.Same:
	}
	return nil
}

// View draws the line, with the number of the hit at its end.
func (f *finder) View() string {
	hits := f.story.Hits()
	line, _ := f.line.View(f.theme, f.room())
	gap := max(1, f.w-cell.Width(line)-cell.Width(hits)-1)
	return line + strings.Repeat(" ", gap) + f.theme.Status.Render(hits)
}

// Cursor returns the cell of the cursor in the line.
func (f *finder) Cursor() (x, y int, ok bool) {
	_, x = f.line.View(f.theme, f.room())
	return x, 0, true
}

// room returns the number of cells beside the number of the hit.
func (f *finder) room() int { return f.w - cell.Width(f.story.Hits()) - 2 }

// beginFind opens the line.
func (m *Model) beginFind() {
	m.story.BeginFind()
	m.show(intent.FindPage, newFinder(m.story))
}

// endFind closes the line; the hits stay if keep is true.
func (m *Model) endFind(keep bool) {
	m.hide(&m.holders[intent.FindPage])
	m.story.EndFind(keep)
	if keep {
		m.placed()
	}
}
