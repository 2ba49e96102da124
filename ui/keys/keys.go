// Package keys is what every page's key bindings share. A binding is data:
// the help, the hints, the README's table and the manual are made of it.
package keys

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// Bind returns a binding of some keys; show is how help writes them.
func Bind(show, does string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(show, does))
}

// Moves are the keys that go up and down, in a list as in a text.
type Moves struct {
	Down, Up         key.Binding
	PageDown, PageUp key.Binding
	HalfDown, HalfUp key.Binding
	Top, Bottom      key.Binding
}

// NewMoves returns the moves; row is what one step is called: "row", "line".
func NewMoves(row string) Moves {
	return Moves{
		Down:     Bind("j ↓", "next "+row, "j", "down"),
		Up:       Bind("k ↑", "previous "+row, "k", "up"),
		PageDown: Bind("Space PgDn", "page down", "space", "pgdown"),
		PageUp:   Bind("b PgUp", "page up", "b", "pgup"),
		HalfDown: Bind("d Ctrl-D", "half a page down", "d", "ctrl+d"),
		HalfUp:   Bind("u Ctrl-U", "half a page up", "u", "ctrl+u"),
		Top:      Bind("g Home", "top", "g", "home"),
		Bottom:   Bind("G End", "bottom", "G", "end"),
	}
}

// Bindings returns the moves in the order in which help lists them.
func (m *Moves) Bindings() []key.Binding {
	return []key.Binding{m.Down, m.Up, m.PageDown, m.PageUp, m.HalfDown, m.HalfUp, m.Top, m.Bottom}
}

// Program is the keys that do the same on every page.
type Program struct {
	News, Help, Redraw, Suspend, Quit key.Binding
}

// NewProgram returns the keys that do the same on every page.
func NewProgram() Program {
	return Program{
		News:    Bind(".", "show what is new in the archive", "."),
		Help:    Bind("?", "these keys", "?"),
		Redraw:  Bind("Ctrl-L", "redraw the screen", "ctrl+l"),
		Suspend: Bind("Ctrl-Z", "suspend", "ctrl+z"),
		Quit:    Bind("Q Ctrl-C", "quit at once; everything is saved", "Q", "ctrl+c"),
	}
}

// Bindings returns the program's keys in the order in which help lists them.
func (p *Program) Bindings() []key.Binding {
	return []key.Binding{p.News, p.Help, p.Redraw, p.Suspend, p.Quit}
}

// Normal returns the key that was meant. A reader whose keyboard is set to
// another script types ㅓ or о where a binding says j: the key's place on a
// US keyboard decides where the terminal tells it, and for the Korean layout
// also where it does not.
func Normal(k tea.KeyPressMsg) tea.KeyPressMsg {
	r := []rune(k.Text)
	if len(r) != 1 || r[0] < 0x80 {
		return k
	}
	latin := k.BaseCode
	if latin == 0 {
		latin = dubeolsik[r[0]]
	}
	if latin == 0 || latin >= 0x80 {
		return k
	}
	if k.Mod.Contains(tea.ModShift) && latin >= 'a' && latin <= 'z' {
		latin += 'A' - 'a'
	}
	k.Text, k.Code = string(latin), latin
	return k
}

// dubeolsik is the standard Korean keyboard: each letter's key.
var dubeolsik = map[rune]rune{
	'ㅂ': 'q', 'ㅈ': 'w', 'ㄷ': 'e', 'ㄱ': 'r', 'ㅅ': 't', 'ㅛ': 'y', 'ㅕ': 'u', 'ㅑ': 'i', 'ㅐ': 'o', 'ㅔ': 'p',
	'ㅁ': 'a', 'ㄴ': 's', 'ㅇ': 'd', 'ㄹ': 'f', 'ㅎ': 'g', 'ㅗ': 'h', 'ㅓ': 'j', 'ㅏ': 'k', 'ㅣ': 'l',
	'ㅋ': 'z', 'ㅌ': 'x', 'ㅊ': 'c', 'ㅍ': 'v', 'ㅠ': 'b', 'ㅜ': 'n', 'ㅡ': 'm',
	'ㅃ': 'Q', 'ㅉ': 'W', 'ㄸ': 'E', 'ㄲ': 'R', 'ㅆ': 'T', 'ㅒ': 'O', 'ㅖ': 'P',
}
