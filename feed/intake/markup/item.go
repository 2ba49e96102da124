package markup

import (
	"slices"
	"strings"
)

// Item is an element in markup: its place, and the lines above it.
type Item struct {
	Start, End int
	Above      int
}

// Items returns the elements of src with one of names that are in no other of them. The
// last one may lack its end.
func Items(src string, names ...string) (items []Item) {
	s := newScanner(src)
	depth, line, counted := 0, 0, 0
	for {
		t, ok := s.next()
		if !ok {
			return items
		}
		if t.kind != open && t.kind != closed || !slices.Contains(names, t.name) {
			continue
		}
		switch {
		case t.kind == open && isEmpty(t.src):
		case t.kind == open:
			if depth++; depth == 1 {
				line += strings.Count(src[counted:t.at], "\n")
				counted = t.at
				items = append(items, Item{Start: t.at, End: len(src), Above: line})
			}
		case depth > 0:
			if depth--; depth == 0 {
				items[len(items)-1].End = t.at + len(t.src)
			}
		}
	}
}

// Child returns the first child of n with one of names that is not blank, in the order of
// the names; nil if there is none.
func (n *Node) Child(names ...string) *Node {
	for _, name := range names {
		for _, c := range n.Children {
			if c.Name == name && !c.isBlank() {
				return c
			}
		}
	}
	return nil
}

func (n *Node) isBlank() bool {
	if strings.TrimSpace(n.Text) != "" {
		return false
	}
	for _, c := range n.Children {
		if !c.isBlank() {
			return false
		}
	}
	return true
}

// Content returns the texts in n, joined; "" if n is nil.
func (n *Node) Content() string {
	if n == nil {
		return ""
	}
	if len(n.Children) == 1 && n.Children[0].Name == "" {
		return n.Children[0].Text
	}
	var b strings.Builder
	n.write(&b)
	return b.String()
}

func (n *Node) write(b *strings.Builder) {
	b.WriteString(n.Text)
	for _, c := range n.Children {
		c.write(b)
	}
}
