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

// beginning returns the actions whose name begins with name, by name: one that has that name is
// the first.
func (p *Page) beginning(name string) (list []*keys.Binding) {
	for i := range p.actions {
		if b := &p.actions[i]; strings.HasPrefix(b.Name, name) {
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

// candidate is what a text may become.
type candidate struct {
	text string // "map", "export ", "set mouse true"
	*keys.Binding
}

// candidates returns what text may become: commands, or one command with each of the arguments
// that begin as its argument does.
func (p *Page) candidates(text string) (list []candidate) {
	name, arg := split(text)
	actions := p.beginning(name)
	if len(actions) > 0 && actions[0].Name == name && actions[0].Args != nil && strings.Contains(text, " ") {
		for _, a := range actions[0].Args {
			if strings.HasPrefix(a, arg) {
				list = append(list, candidate{actions[0].Name + " " + a, actions[0]})
			}
		}
		return list
	}
	for _, b := range actions {
		text := b.Name
		if b.Arg != "" {
			text += " "
		}
		list = append(list, candidate{text, b})
	}
	return list
}

// title returns c as it is typed: "export FILE".
func (c *candidate) title() string {
	if strings.HasSuffix(c.text, " ") {
		return c.text + c.Arg
	}
	return c.text
}
