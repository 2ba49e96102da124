package search

import (
	"context"
	"strings"
	"time"

	"dateline/feed/catalog/meta"
	"dateline/feed/query"
	"dateline/feed/term"
)

// expr is a query in the terms of the index.
type expr interface{ expr() }

type (
	// matching is a full-text expression.
	matching string
	// marked matches the takes with that mark: "read" or "starred". If whole, all takes
	// of their stories must have it.
	marked struct {
		mark  string
		whole bool
	}
	// allOf, anyOf and notOf join expressions of which some are not full text.
	allOf   []expr
	anyOf   []expr
	notOf   struct{ of expr }
	nothing struct{} // matches no story
)

func (matching) expr() {}
func (marked) expr()   {}
func (allOf) expr()    {}
func (anyOf) expr()    {}
func (notOf) expr()    {}
func (nothing) expr()  {}

// everything matches every story.
const everything = matching(`meta : "` + meta.All + `"`)

// group is a part of a query that all hits match: its words and their cost.
type group struct {
	match string
	cost  int
}

// compiler turns a tree into an expr.
type compiler struct {
	ctx    context.Context //nolint:containedctx // a compiler is one call
	index  words
	typing bool
	forms  []term.Form // what to highlight in a hit

	wanted int       // number of words of the query to which these belong
	near   int       // number of words whose near forms were looked up
	cost   int       // of the words compiled so far
	groups []group   // the words that all hits match, for ranking
	worded []wording // those of them that are one word or phrase
	lo, hi int64     // bounds of the ids of all hits

	wording *wording // the word compiled last
}

// top compiles a whole query. It records what all hits must match, for ranking and
// to limit what is read.
func (k *compiler) top(n query.Node) (expr, error) {
	and, ok := n.(query.And)
	if !ok {
		and = query.And{n}
	}
	var list []expr
	for _, part := range and {
		if d, ok := part.(query.Days); ok {
			k.narrow(d)
		}
		forms, cost := len(k.forms), k.cost
		k.wording = nil
		e, err := k.node(part, false)
		if err != nil {
			return nil, err
		}
		if m, ok := e.(matching); ok && len(k.forms) > forms {
			k.groups = append(k.groups, group{string(m), k.cost - cost})
			if isWord(part) && k.wording != nil {
				k.worded = append(k.worded, *k.wording)
			}
		}
		list = append(list, e)
	}
	return conjunction(list), nil
}

// node compiles a part of a query; nil means that the part does not restrict it.
func (k *compiler) node(n query.Node, negated bool) (expr, error) {
	switch n := n.(type) {
	case query.And:
		list, err := k.list(n, negated)
		return conjunction(list), err
	case query.Or:
		list, err := k.list(n, negated)
		return disjunction(list), err
	case query.Not:
		e, err := k.node(n.Node, !negated)
		return invert(e), err
	case query.Word:
		if negated && n.Prefix && k.typing {
			return nil, nil // a word is excluded when it is complete
		}
		x, err := k.index.expandWord(k.ctx, n.Text, n.Prefix, k.typing)
		if err == nil && n.Near && k.near < maxNearWords {
			k.near++
			err = k.index.addNear(k.ctx, &x, n.Text)
		}
		return k.word(x, n.Title, negated), err
	case query.Stories:
		return k.stories(n)
	case query.Yearly:
		return k.yearly(n)
	case query.Is:
		return k.noted(n)
	case query.Value:
		return k.value(n)
	case query.Phrase:
		if n.Within > 0 {
			return k.within(n, negated)
		}
		x, err := k.index.expandPhrase(k.ctx, n.Text, n.Prefix, k.typing)
		return k.word(x, n.Title, negated), err
	}
	return leaf(n), nil
}

func (k *compiler) list(nodes []query.Node, negated bool) ([]expr, error) {
	list := make([]expr, 0, len(nodes))
	for _, n := range nodes {
		e, err := k.node(n, negated)
		if err != nil {
			return nil, err
		}
		list = append(list, e)
	}
	return list, nil
}

// word matches any of forms, in the headline or anywhere in the text.
func (k *compiler) word(x expansion, title, negated bool) expr {
	switch {
	case x.empty:
		return nil
	case len(x.forms) == 0:
		return nothing{}
	}
	if !negated {
		k.wanted++
		for _, f := range x.highlights {
			f.Of = k.wanted
			k.forms = append(k.forms, f)
		}
	}
	k.cost += x.cost
	k.wording = &wording{text: x.text, typed: x.typed, forms: x.forms, title: title}
	match := alternatives(x.forms)
	for i, s := range x.spelled {
		if i == 0 {
			match = "(" + match + ")"
		}
		match += " AND (" + quote(s) + " OR " + quote(term.AnySpelling) + ")"
	}
	return matching(columnsOf(title) + "(" + match + ")")
}

// isWord reports whether n is one word or phrase.
func isWord(n query.Node) bool {
	switch n := n.(type) {
	case query.Word:
		return true
	case query.Phrase:
		return n.Within == 0
	}
	return false
}

// narrow limits the hits to some days. Days begin at different moments around the
// world, so one more day is included at each end.
func (k *compiler) narrow(d query.Days) {
	const slack = 86400
	if !d.From.IsZero() {
		k.hi = min(k.hi, meta.SortEnd(meta.SortBase(unixOf(d.From)-slack, 0)))
	}
	if !d.To.IsZero() {
		k.lo = max(k.lo, meta.SortBase(unixOf(d.To)+2*slack, meta.MaxTake))
	}
}

func unixOf(d query.Day) int64 {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Unix()
}

// maxNested is the depth of a full-text expression at which it is joined to others
// by streams: SQLite's limit is about fifty.
const maxNested = 16

// tooDeep reports whether m is nested deeper than maxNested.
func (m matching) tooDeep() bool {
	depth, deepest := 0, 0
	for i := range len(m) { // no term has a parenthesis
		switch m[i] {
		case '(':
			depth++
			deepest = max(deepest, depth)
		case ')':
			depth--
		}
	}
	return deepest > maxNested
}

func conjunction(list []expr) expr {
	var pos, neg []string
	var rest allOf
	for _, e := range list {
		switch e := e.(type) {
		case nil:
		case nothing:
			return nothing{}
		case matching:
			if e.tooDeep() {
				rest = append(rest, e)
			} else if e != everything {
				pos = append(pos, string(e))
			}
		case notOf:
			if m, ok := e.of.(matching); ok && !m.tooDeep() {
				neg = append(neg, string(m))
				continue
			}
			rest = append(rest, e)
		default:
			rest = append(rest, e)
		}
	}
	m := everything
	if len(pos) > 0 {
		m = join(pos, " AND ")
	}
	if len(neg) > 0 {
		m = "(" + m + ") NOT (" + join(neg, " OR ") + ")"
	}
	switch {
	case len(rest) == 0:
		return m
	case m != everything:
		rest = append(rest, m)
	}
	if len(rest) == 1 {
		return rest[0]
	}
	return rest
}

func disjunction(list []expr) expr {
	var pos []string
	var rest anyOf
	some := false
	for _, e := range list {
		if e == nil {
			continue
		}
		some = true
		if n, ok := e.(notOf); ok {
			if m, ok := n.of.(matching); ok && !m.tooDeep() {
				e = "(" + everything + ") NOT (" + m + ")"
			}
		}
		switch e := e.(type) {
		case nothing:
		case matching:
			if e == everything {
				return everything
			}
			if e.tooDeep() {
				rest = append(rest, e)
			} else {
				pos = append(pos, string(e))
			}
		default:
			rest = append(rest, e)
		}
	}
	if len(pos) > 0 {
		rest = append(rest, join(pos, " OR "))
	}
	switch {
	case !some:
		return nil
	case len(rest) == 0:
		return nothing{}
	case len(rest) == 1:
		return rest[0]
	}
	return rest
}

func join(list []string, op string) matching {
	if len(list) == 1 {
		return matching(list[0])
	}
	return matching("(" + strings.Join(list, ")"+op+"(") + ")")
}

func invert(e expr) expr {
	switch e := e.(type) {
	case nil:
		return nil
	case nothing:
		return everything
	case notOf:
		return e.of
	case matching:
		if e == everything {
			return nothing{}
		}
	}
	return notOf{e}
}
