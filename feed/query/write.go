package query

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// String writes n as a query that parses to the same tree, wherever n came
// from Parse and the query stays within the bounds. Days are written out, so
// that the query means the same tomorrow, and saved searches as what they say.
func String(n Node) string {
	switch n := n.(type) {
	case And:
		return joined(n, " ")
	case Or:
		return joined(n, " OR ")
	case Not:
		// A minus negates nothing that begins with one.
		of := grouped(n.Of)
		if first, _ := utf8.DecodeRuneInString(of); isMinus(first) {
			return "NOT " + of
		}
		return "-" + of
	case Word:
		return titled(n.Title) + n.Text + starred(n.Prefix)
	case Phrase:
		return titled(n.Title) + quoted(n.Text) + starred(n.Prefix)
	case Value:
		if n.Exact {
			return string(n.Field) + ":" + quoted(n.Text) + starred(n.Prefix)
		}
		return string(n.Field) + ":" + n.Text + starred(n.Prefix)
	case Kind:
		return "kind:" + string(n.Is)
	case Takes:
		return "take:" + takes(n)
	case Is:
		return "is:" + string(n.What)
	case Has:
		return "has:" + string(n.What)
	case Days:
		return days(n)
	}
	return ""
}

// joined writes parts with op between them. An And within an Or needs no group.
func joined(parts []Node, op string) string {
	list := make([]string, 0, len(parts))
	for _, n := range parts {
		if _, ok := n.(And); ok && op == " OR " {
			list = append(list, String(n))
		} else {
			list = append(list, grouped(n))
		}
	}
	return strings.Join(list, op)
}

// grouped writes n so that it can stand as one thing.
func grouped(n Node) string {
	switch n.(type) {
	case And, Or:
		return "(" + String(n) + ")"
	}
	return String(n)
}

func titled(title bool) string {
	if title {
		return "title:"
	}
	return ""
}

func starred(prefix bool) string {
	if prefix {
		return "*"
	}
	return ""
}

// quoted puts text in quotes of a family that does not end within it. Of a text
// that holds all of them, the straight ones become spaces.
func quoted(text string) string {
	for _, pair := range [][2]string{{`"`, `"`}, {`«`, `»`}, {`「`, `」`}} {
		l := lexer{text: pair[0] + text + pair[1]}
		if t := l.phrase(); t.raw == text && t.end == len(l.text) {
			return l.text
		}
	}
	return `"` + strings.Map(func(r rune) rune {
		if family(r) == '"' {
			return ' '
		}
		return r
	}, text) + `"`
}

func takes(n Takes) string {
	switch {
	case n.From == n.To:
		return strconv.Itoa(int(n.From))
	case n.To >= MaxTake:
		return fmt.Sprintf("%d-", n.From)
	}
	return fmt.Sprintf("%d-%d", n.From, n.To)
}

// days writes a range with the shortest field that says it. An open range is
// written by the day next to it, where that has a year that can be asked for.
func days(n Days) string {
	switch {
	case n.To.IsZero() && n.From == Day{firstYear, 1, 1}:
		return "on:" + n.From.String() + ".."
	case n.From.IsZero() && n.To == Day{lastYear, 12, 31}:
		return "on:.." + n.To.String()
	case n.To.IsZero():
		return "after:" + n.From.Add(-1).String()
	case n.From.IsZero():
		return "before:" + n.To.Add(1).String()
	case n.From == n.To:
		return "on:" + n.From.String()
	case n.From == Day{n.From.Year, 1, 1} && n.To == Day{n.From.Year, 12, 31}:
		return fmt.Sprintf("on:%04d", n.From.Year)
	case n.From.Day == 1 && n.To == Day{n.From.Year, n.From.Month, daysIn(n.From.Year, n.From.Month)}:
		return fmt.Sprintf("on:%04d-%02d", n.From.Year, n.From.Month)
	}
	return "on:" + n.From.String() + ".." + n.To.String()
}
