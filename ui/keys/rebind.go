package keys

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Bound has the keys of actions that the reader has bound, by the names of the actions. A
// key may be a sequence: "g g".
type Bound map[string][]string

// Rebind gives the actions of l the keys that bound has for them. Such a key is taken from
// the other actions of l, and so is one that begins such a sequence.
func (l List) Rebind(bound Bound) {
	taken := map[string]bool{}
	for i := range l {
		for _, k := range bound[l[i].Name] {
			taken[k] = true
			if first, _, ok := strings.Cut(k, " "); ok {
				taken[first] = true
			}
		}
	}
	for i := range l {
		if own, ok := bound[l[i].Name]; ok {
			l[i].Keys = slices.Clone(own)
		} else if len(taken) > 0 {
			l[i].Keys = slices.DeleteFunc(slices.Clone(l[i].Keys), func(k string) bool { return taken[k] })
		}
	}
}

// Begins reports whether keys, which is not bound itself, begins a sequence that is.
func (l List) Begins(keys string) bool {
	return slices.ContainsFunc(l, func(b Binding) bool {
		return slices.ContainsFunc(b.Keys, func(k string) bool { return strings.HasPrefix(k, keys+" ") })
	})
}

// names are the keys that are written as words.
var names = []string{
	"enter", "esc", "tab", "space", "backspace", "delete", "insert", "up", "down", "left", "right", "home", "end", "pgup", "pgdown",
	"f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "f11", "f12",
}

// modifiers are what may stand before a key, with a plus sign.
var modifiers = []string{"ctrl", "alt", "shift", "meta", "super"}

// Check returns the part of a key or sequence that is none, or "".
func Check(sequence string) string {
	for key := range strings.SplitSeq(sequence, " ") {
		base := key
		for {
			mod, rest, ok := strings.Cut(base, "+")
			if !ok || rest == "" || !slices.Contains(modifiers, mod) {
				break
			}
			base = rest
		}
		if utf8.RuneCountInString(base) != 1 && !slices.Contains(names, base) || key == "ctrl+c" {
			return key
		}
	}
	return ""
}

// Names returns the keys that are written as words.
func Names() []string { return slices.Clone(names) }
