package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/ui/cell"
)

// count asks how many stories the search finds, where the list does not tell.
func (m *Model) count() tea.Cmd {
	s := &m.search
	if s.shown.list == nil {
		return nil
	}
	if n, ok := m.list.Whole(); ok {
		s.shown.n = n
		return nil
	}
	return countFound(s.ctx, s.shown.list)
}

// heading is what stands above the rows of a search: how many of how many,
// where from, and in what order, as far as there is room.
func (m *Model) heading() string {
	s := &m.search
	if s.shown.list == nil {
		return ""
	}
	n := known(s.shown.n, 0)
	if rows, ok := m.list.Whole(); ok {
		n = thousands(rows)
	}
	n += " of " + thousands(m.list.Counts().Stories)
	scope, short := "all stories", "all stories"
	if m.scan.filling {
		scope, short = "stories read so far", "so far"
	}
	order := m.order()
	room := m.screen.List.W - 2
	for _, parts := range [][]string{{n, scope, order}, {n, short, order}, {n, short, strings.TrimSuffix(order, " first")}, {n, short}} {
		head := strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), " · ")
		if cell.Width(head) <= room {
			return head
		}
	}
	return n
}

// order is the order of what was found; "" where there is nothing.
func (m *Model) order() string {
	s := &m.search
	switch _, some := m.list.Selected(); {
	case s.busy != nil && s.busy.keep && !m.line.open:
		return "sorting …"
	case !some:
		return ""
	case s.shown.list.Order == feed.Best:
		return "best first"
	}
	return "newest first"
}
