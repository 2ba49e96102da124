package console

import (
	"strings"

	"dateline/feed/spell"
	"dateline/ui/keys"
)

// split returns the name and the argument of a command.
func split(text string) (name, arg string) {
	name, arg, _ = strings.Cut(strings.TrimLeft(text, " "), " ")
	return strings.ToLower(name), strings.TrimSpace(arg)
}

// beginning returns the actions whose name begins with name; only that action if name is one.
func (p *Page) beginning(name string) (list []*keys.Binding) {
	for i := range p.actions {
		switch b := &p.actions[i]; {
		case b.Name == name:
			return []*keys.Binding{b}
		case strings.HasPrefix(b.Name, name):
			list = append(list, b)
		}
	}
	return list
}

// nearest returns the name that is spelled most like name; "" if none is near.
func (p *Page) nearest(name string) (near string) {
	limit := spell.Limit(len(name)) + 1
	for i := range p.actions {
		if d := spell.Distance([]rune(name), []rune(p.actions[i].Name), limit); d < limit || d == limit && near == "" {
			near, limit = p.actions[i].Name, d
		}
	}
	return near
}
