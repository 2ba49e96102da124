package keys

import (
	"strings"
	"unicode/utf8"

	"dateline/feed/locale"
	"dateline/ui/hint"
)

// Show returns the keys of b as they are labelled on a keyboard: "Enter l →".
func (b *Binding) Show() string {
	if digits := "1234567890"; strings.Join(b.Keys, "") == digits {
		return "1–9 0"
	}
	names := make([]string, len(b.Keys))
	for i, k := range b.Keys {
		names[i] = Label(k)
	}
	return strings.Join(names, " ")
}

// KeyOf returns the label of the first key of an action, for a message; the command for it if
// it has no key.
func (l List) KeyOf(action string) string {
	if key := l.Named(action).Key(); key != "" {
		return key
	}
	return ":" + action
}

var shown = map[string]string{
	"up": "↑", "down": "↓", "left": "←", "right": "→", "pgup": "PgUp", "pgdown": "PgDn",
}

// Key returns the label of the first key of b, "" if it has none.
func (b *Binding) Key() string {
	if len(b.Keys) == 0 {
		return ""
	}
	return Label(b.Keys[0])
}

// Label returns the label of a key or a sequence: "Ctrl-D" for "ctrl+d".
func Label(name string) string {
	if first, rest, ok := strings.Cut(name, " "); ok && rest != "" {
		return Label(first) + Label(rest)
	}
	if name == "+" {
		return name
	}
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

// Hint returns the first key of an action with text, or with the hint of its
// binding in the language of the program if text is "".
func (l List) Hint(action, text string) hint.Hint {
	b := l.Named(action)
	if text == "" {
		text = locale.In("hint").T(b.Hint)
	}
	return hint.Hint{Key: b.Key(), Text: text}
}

// Hints returns the hint of each action.
func (l List) Hints(actions ...string) []hint.Hint {
	hints := make([]hint.Hint, 0, len(actions))
	for _, action := range actions {
		if h := l.Hint(action, ""); h.Key != "" {
			hints = append(hints, h)
		}
	}
	return hints
}

// Entry is a line of the help: an action, or two that share it.
type Entry struct {
	Group      Group
	Keys, Help string
}

// Entries returns the lines of the help in the language of the program.
func (l List) Entries() []Entry {
	var entries []Entry
	for i := 0; i < len(l); i++ {
		e := Entry{l[i].Group, l[i].Show(), locale.T(l[i].Help)}
		if l[i].Pair != "" && i+1 < len(l) {
			both := Binding{Keys: alternate(l[i].Keys, l[i+1].Keys)}
			e.Keys, e.Help = both.Show(), locale.T(l[i].Pair)
			i++
		}
		if e.Keys == "" {
			continue // it is typed
		}
		entries = append(entries, e)
	}
	return entries
}

// alternate returns the strings of a and b by turns: "j", "k", "down", "up".
func alternate(a, b []string) []string {
	var both []string
	for i := range max(len(a), len(b)) {
		both = append(both, a[min(i, len(a)):min(i+1, len(a))]...)
		both = append(both, b[min(i, len(b)):min(i+1, len(b))]...)
	}
	return both
}
