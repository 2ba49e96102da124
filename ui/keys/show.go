package keys

import (
	"strings"
	"unicode/utf8"
)

// Show returns the keys of b as they are labelled on a keyboard: "Enter l →".
func (b *Binding) Show() string {
	if digits := "1234567890"; strings.Join(b.Keys, "") == digits {
		return "1–9 0"
	}
	names := make([]string, len(b.Keys))
	for i, k := range b.Keys {
		names[i] = show(k)
	}
	return strings.Join(names, " ")
}

var shown = map[string]string{
	"up": "↑", "down": "↓", "left": "←", "right": "→", "pgup": "PgUp", "pgdown": "PgDn",
}

// show returns the label of a key: "Ctrl-D" for "ctrl+d".
func show(name string) string {
	parts := strings.Split(name, "+")
	for i, part := range parts {
		switch s, ok := shown[part]; {
		case ok:
			parts[i] = s
		case utf8.RuneCountInString(part) > 1 || len(parts) > 1:
			parts[i] = strings.ToUpper(part[:1]) + part[1:]
		}
	}
	return strings.Join(parts, "-")
}

// Hints returns the first key and the hint of each action: "Enter narrow".
func (l List) Hints(actions ...string) []string {
	hints := make([]string, len(actions))
	for i, action := range actions {
		b := l.Named(action)
		hints[i] = show(b.Keys[0]) + " " + b.Hint
	}
	return hints
}
