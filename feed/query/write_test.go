package query_test

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"dateline/feed/query"
)

// written returns n as a query that parses to the same tree, if n came from
// Parse and the query is short enough. Tests of the
// parser use it for round trips.
func written(n query.Node) string {
	switch n := n.(type) {
	case query.And:
		return joinedBy(n, " ")
	case query.Or:
		return joinedBy(n, " OR ")
	case query.Not:
		// A minus cannot negate a part that begins with a minus.
		part := grouped(n.Node)
		if first, _ := utf8.DecodeRuneInString(part); strings.ContainsRune("-－−", first) {
			return "NOT " + part
		}
		return "-" + part
	case query.Word:
		return titled(n.Title) + n.Text + nearby(n.Near, "") + starred(n.Prefix)
	case query.Phrase:
		return titled(n.Title) + quoted(n.Text) + nearby(n.Within > 0, strconv.Itoa(n.Within)) + starred(n.Prefix)
	case query.Value:
		if n.Exact {
			return string(n.Field) + ":" + quoted(n.Text) + starred(n.Prefix)
		}
		return string(n.Field) + ":" + n.Text + starred(n.Prefix)
	case query.Kind:
		return "kind:" + string(n.Kind)
	case query.Takes:
		return "take:" + takes(n)
	case query.Is:
		return "is:" + string(n.Flag)
	case query.Has:
		return "has:" + string(n.Part)
	case query.Days:
		return days(n)
	}
	return ""
}

// joinedBy writes parts with op between them. An And within an Or needs no group.
func joinedBy(parts []query.Node, op string) string {
	list := make([]string, 0, len(parts))
	for _, n := range parts {
		if _, ok := n.(query.And); ok && op == " OR " {
			list = append(list, written(n))
		} else {
			list = append(list, grouped(n))
		}
	}
	return strings.Join(list, op)
}

// grouped writes n in parentheses if it has several parts.
func grouped(n query.Node) string {
	switch n.(type) {
	case query.And, query.Or:
		return "(" + written(n) + ")"
	}
	return written(n)
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

func takes(n query.Takes) string {
	switch {
	case n.From == n.To:
		return strconv.Itoa(int(n.From))
	case n.To >= query.MaxTake:
		return fmt.Sprintf("%d-", n.From)
	}
	return fmt.Sprintf("%d-%d", n.From, n.To)
}

// days writes a range with the shortest field. An open range is written with the day
// next to it if a query can name that day's year.
func days(n query.Days) string {
	switch {
	case n.To.IsZero() && n.From == query.Day{Year: 1000, Month: 1, Day: 1}:
		return "on:" + n.From.String() + ".."
	case n.From.IsZero() && n.To == query.Day{Year: 2999, Month: 12, Day: 31}:
		return "on:.." + n.To.String()
	case n.To.IsZero():
		return "after:" + n.From.Add(-1).String()
	case n.From.IsZero():
		return "before:" + n.To.Add(1).String()
	case n.From == n.To:
		return "on:" + n.From.String()
	case n.From == query.Day{Year: n.From.Year, Month: 1, Day: 1} && n.To == query.Day{Year: n.From.Year, Month: 12, Day: 31}:
		return fmt.Sprintf("on:%04d", n.From.Year)
	case n.From.Day == 1 && n.To == query.Day{Year: n.From.Year, Month: n.From.Month, Day: lastDay(n.From)}:
		return fmt.Sprintf("on:%04d-%02d", n.From.Year, n.From.Month)
	}
	return "on:" + n.From.String() + ".." + n.To.String()
}

// quoted returns text in quotes.
func quoted(text string) string {
	return strings.TrimPrefix(query.Clause("path", text, false), "path:")
}

// lastDay returns the last day of the month of d.
func lastDay(d query.Day) int {
	return time.Date(d.Year, time.Month(d.Month+1), 0, 0, 0, 0, 0, time.UTC).Day()
}
