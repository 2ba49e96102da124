package query_test

import (
	"fmt"
	"strings"

	"dateline/feed/query"
)

// shape returns a tree as text for a table.
func shape(n query.Node) string {
	switch n := n.(type) {
	case query.All:
		return "all"
	case query.And:
		return "and(" + shapes(n) + ")"
	case query.Or:
		return "or(" + shapes(n) + ")"
	case query.Not:
		return "not(" + shape(n.Node) + ")"
	case query.Word:
		return flagged(flagged(n.Text, "near", n.Near, "", false), "title", n.Title, "prefix", n.Prefix)
	case query.Phrase:
		return flagged(flagged("“"+n.Text+"”", fmt.Sprintf("within%d", n.Within), n.Within > 0, "", false), "title", n.Title, "prefix", n.Prefix)
	case query.Value:
		return flagged(string(n.Field)+"="+n.Text, "exact", n.Exact, "prefix", n.Prefix)
	case query.Group:
		return flagged("group="+n.ID, "typing", n.Typing, "", false)
	case query.Like:
		return flagged("like="+n.ID, "typing", n.Typing, "", false)
	case query.Kind:
		return "kind=" + string(n.Kind)
	case query.Takes:
		return fmt.Sprintf("take=%d..%d", n.From, n.To)
	case query.Is:
		return "is=" + string(n.Flag)
	case query.Has:
		return "has=" + string(n.Part)
	case query.Yearly:
		return fmt.Sprintf("yearly=%d-%d", n.Month, n.Day)
	case query.Days:
		return "days=" + n.From.String() + ".." + n.To.String()
	}
	return fmt.Sprintf("%#v", n)
}

func shapes(list []query.Node) string {
	var out []string
	for _, n := range list {
		out = append(out, shape(n))
	}
	return strings.Join(out, " ")
}

func flagged(text, a string, isA bool, b string, isB bool) string {
	if isA {
		text += "/" + a
	}
	if isB {
		text += "/" + b
	}
	return text
}
