package keys

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// Press returns a press of no key that does the action of a name, with an argument or "".
func Press(action, arg string) tea.KeyPressMsg {
	return tea.KeyPressMsg{Text: strings.TrimSpace(":" + action + " " + arg)}
}

// named returns the action of a press that Press returned; ok is false for a key.
func named(press tea.KeyPressMsg) (action string, ok bool) {
	text, ok := strings.CutPrefix(press.Text, ":")
	action, _, _ = strings.Cut(text, " ")
	return action, ok && action != ""
}

// Arg returns the argument of a press that Press returned; "" for a key.
func Arg(press tea.KeyPressMsg) string {
	_, arg, _ := strings.Cut(press.Text, " ")
	if _, ok := named(press); !ok {
		return ""
	}
	return arg
}
