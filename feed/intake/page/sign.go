package page

import (
	"strings"

	"dateline/feed/clean"
	"dateline/feed/intake/markup"
)

// The limits of what Signature returns.
const (
	maxDays     = 4
	authorBytes = 100
	dayBytes    = 80
)

// Signature returns who wrote the story in a page, "" if nothing says it, and the times, in
// any notation, that stand where a page has the day of its story.
func Signature(root *markup.Node) (author string, days []string) {
	s := signature{}
	s.read(root)
	return s.author, s.days
}

type signature struct {
	author string
	days   []string
}

func (s *signature) read(n *markup.Node) {
	for _, c := range n.Children {
		if c.Name == "" || isNoText(c) || apart[c.Name] {
			continue
		}
		h := hints(c)
		if (h&remarks != 0 || h&other != 0 && h&(authored|dated|content) == 0) && find(c, isTitle) == nil {
			continue
		}
		if s.author == "" && (h&authored != 0 || c.Attribute("rel") == "author") {
			if text := short(c, authorBytes); !strings.ContainsAny(text, "0123456789@") {
				s.author = text
			}
		}
		if len(s.days) < maxDays && (c.Name == "time" || h&dated != 0) {
			s.day(c)
		}
		s.read(c)
	}
}

// day adds the time in n.
func (s *signature) day(n *markup.Node) {
	for _, value := range [...]string{n.Attribute("datetime"), n.Attribute("content"), short(n, dayBytes)} {
		if strings.ContainsAny(value, "0123456789") {
			s.days = append(s.days, value)
			return
		}
	}
}

// short returns the text of n on one line, "" if it is longer than most bytes.
func short(n *markup.Node, most int) string {
	if size(n, 4*most) >= 4*most {
		return ""
	}
	w := writer{drop: isNoText}
	if text := w.flat(n, nil); len(text) <= most {
		return clean.Line(text)
	}
	return ""
}

func isTitle(n *markup.Node) bool { return n.Name == "h1" }
