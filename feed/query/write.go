package query

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Text returns n as a query that parses to the same tree, if n came from Parse and the
// query is short enough.
func Text(n Node) string {
	switch n := n.(type) {
	case And:
		return joinedBy(n, " ")
	case Or:
		return joinedBy(n, " OR ")
	case Not:
		// A minus cannot negate a part that begins with a minus.
		part := grouped(n.Node)
		if first, _ := utf8.DecodeRuneInString(part); strings.ContainsRune("-－−", first) {
			return "NOT " + part
		}
		return "-" + part
	case Word:
		return titled(n.Title) + n.Text + nearby(n.Near, "") + starred(n.Prefix)
	case Phrase:
		return titled(n.Title) + quoted(n.Text) + nearby(n.Within > 0, strconv.Itoa(n.Within)) + starred(n.Prefix)
	case Value:
		if n.Exact {
			return string(n.Field) + ":" + quoted(n.Text) + starred(n.Prefix)
		}
		return string(n.Field) + ":" + n.Text + starred(n.Prefix)
	case Group:
		return "group:" + n.ID + starred(n.Typing)
	case Like:
		return "like:" + n.ID + starred(n.Typing)
	case Kind:
		return "kind:" + string(n.Kind)
	case Takes:
		return "take:" + takesText(n)
	case Is:
		return "is:" + string(n.Flag)
	case Has:
		return "has:" + string(n.Part)
	case Days:
		return daysText(n)
	case Yearly:
		return fmt.Sprintf("on:%02d-%02d", n.Month, n.Day)
	}
	return ""
}

// joinedBy writes parts with op between them. An And within an Or needs no group.
func joinedBy(parts []Node, op string) string {
	list := make([]string, 0, len(parts))
	for _, n := range parts {
		if _, ok := n.(And); ok && op == " OR " {
			list = append(list, Text(n))
		} else {
			list = append(list, grouped(n))
		}
	}
	return strings.Join(list, op)
}

// grouped writes n in parentheses if it has several parts.
func grouped(n Node) string {
	switch n.(type) {
	case And, Or:
		return "(" + Text(n) + ")"
	}
	return Text(n)
}

func titled(title bool) string {
	if title {
		return "title:"
	}
	return ""
}

func nearby(near bool, distance string) string {
	if near {
		return "~" + distance
	}
	return ""
}

func starred(prefix bool) string {
	if prefix {
		return "*"
	}
	return ""
}

func takesText(n Takes) string {
	switch {
	case n.From == n.To:
		return strconv.Itoa(int(n.From))
	case n.To >= MaxTake:
		return fmt.Sprintf("%d-", n.From)
	}
	return fmt.Sprintf("%d-%d", n.From, n.To)
}

// daysText writes a range with the shortest field. An open range is written with the day
// next to it if a query can name that day's year.
func daysText(n Days) string {
	switch {
	case n.To.IsZero() && n.From == Day{Year: 1000, Month: 1, Day: 1}:
		return "on:" + n.From.String() + ".."
	case n.From.IsZero() && n.To == Day{Year: 2999, Month: 12, Day: 31}:
		return "on:.." + n.To.String()
	case n.To.IsZero():
		return "after:" + n.From.Add(-1).String()
	case n.From.IsZero():
		return "before:" + n.To.Add(1).String()
	case n.From == n.To:
		return "on:" + n.From.String()
	case n.From == Day{Year: n.From.Year, Month: 1, Day: 1} && n.To == Day{Year: n.From.Year, Month: 12, Day: 31}:
		return fmt.Sprintf("on:%04d", n.From.Year)
	case n.From.Day == 1 && n.To == Day{Year: n.From.Year, Month: n.From.Month, Day: lastDay(n.From)}:
		return fmt.Sprintf("on:%04d-%02d", n.From.Year, n.From.Month)
	}
	return "on:" + n.From.String() + ".." + n.To.String()
}

// lastDay returns the last day of the month of d.
func lastDay(d Day) int {
	return time.Date(d.Year, time.Month(d.Month+1), 0, 0, 0, 0, 0, time.UTC).Day()
}
