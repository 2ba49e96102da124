package query

import (
	"strings"
	"time"

	"dateline/feed/locale"
	"dateline/feed/story"
)

// Group matches the takes of the story whose ID begins with ID.
type Group struct {
	ID     string
	Typing bool // more of the ID may follow
}

// Like matches stories with the words of the story whose ID begins with ID, but not
// that story.
type Like Group

// Stories matches the stories with some IDs. Parse never returns it.
type Stories struct{ IDs []story.ID }

func (Group) node()   {}
func (Like) node()    {}
func (Stories) node() {}

// readID returns a read function for a beginning of the ID of a story.
func readID(node func(Group) Node) func(term, time.Time) (Node, string) {
	return func(t term, _ time.Time) (Node, string) {
		id := plain(t.text)
		if strings.Trim(id, "abcdefghijklmnopqrstuvwxyz234567") != "" || id == "" {
			return nil, locale.F("%s is not the ID of a story", shown(t.text))
		}
		return node(Group{ID: id, Typing: t.prefix}), ""
	}
}

// Replace returns n with each part replaced by what fn returns for it, or the error of
// fn. A nil Node leaves the part out, and with all its parts the whole.
func Replace(n Node, fn func(Node) (Node, error)) (Node, error) {
	switch n := n.(type) {
	case And:
		list, err := replaceAll(n, fn)
		return conjunction(list), err
	case Or:
		list, err := replaceAll(n, fn)
		return disjunction(list), err
	case Not:
		of, err := Replace(n.Node, fn)
		if of == nil || err != nil {
			return nil, err
		}
		return Not{of}, nil
	}
	return fn(n)
}

func replaceAll(list []Node, fn func(Node) (Node, error)) ([]Node, error) {
	var out []Node
	for _, n := range list {
		n, err := Replace(n, fn)
		if err != nil {
			return nil, err
		}
		if n != nil {
			out = append(out, n)
		}
	}
	return out, nil
}
