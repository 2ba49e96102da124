package search

import (
	"context"
	"math"
	"strings"
	"unicode/utf8"

	"dateline/feed/query"
)

// Part says what one part of a query became.
type Part struct {
	Text    string   // as a query
	Kind    string   // "word", "near", "phrase", "field", "dates", "stories" or "all"
	Forms   []string // the words that it stands for; a prefix ends in a star
	Not     bool     // it is excluded
	Stories int      // the number of stories that it finds
}

// Explain returns the parts of a query that have no parts themselves, at most limit.
// The words of a prefix are those that it stands for while it is typed.
func (in *Index) Explain(ctx context.Context, n query.Node, limit int) (out []Part, err error) {
	err = eachLeaf(n, false, func(n query.Node, not bool) error {
		if len(out) >= limit {
			return nil
		}
		p, err := in.explain(ctx, n)
		p.Not = not
		out = append(out, p)
		return err
	})
	return out, err
}

// eachLeaf calls fn with each part of n that has no parts.
func eachLeaf(n query.Node, not bool, fn func(n query.Node, not bool) error) error {
	var list []query.Node
	switch n := n.(type) {
	case query.And:
		list = n
	case query.Or:
		list = n
	case query.Not:
		return eachLeaf(n.Node, !not, fn)
	default:
		return fn(n, not)
	}
	for _, n := range list {
		if err := eachLeaf(n, not, fn); err != nil {
			return err
		}
	}
	return nil
}

// explain explains one part.
func (in *Index) explain(ctx context.Context, n query.Node) (Part, error) {
	p := Part{Text: query.Text(n), Kind: kindOf(n)}
	if p.Text == "" {
		p.Text = p.Kind
	}
	prefix := false
	switch n := n.(type) {
	case query.Word:
		prefix = n.Prefix
	case query.Phrase:
		prefix = n.Prefix
	case query.Stories:
		for _, id := range n.IDs {
			p.Forms = append(p.Forms, string(id))
		}
	}
	k := &compiler{ctx: ctx, index: in.words(ctx), typing: prefix, hi: math.MaxInt64}
	if _, err := k.node(n, false); err != nil {
		return p, err
	}
	if k.wording != nil {
		for _, f := range k.wording.forms {
			text := joined(f.Terms)
			if f.Prefix {
				text += "*"
			}
			p.Forms = append(p.Forms, text)
		}
	}
	r, err := in.Find(ctx, n, false)
	if err != nil {
		return p, err
	}
	p.Stories, err = r.Count(ctx)
	return p, err
}

// joined returns terms as a text. Those that overlap are pairs of characters of a
// script without spaces.
func joined(terms []string) string {
	var b strings.Builder
	last := ""
	for i, t := range terms {
		first, size := utf8.DecodeRuneInString(t)
		switch {
		case i > 0 && size > 1 && size < len(t) && strings.HasSuffix(last, string(first)):
			t = t[size:]
		case i > 0:
			b.WriteString(" ")
		}
		b.WriteString(t)
		last = terms[i]
	}
	return b.String()
}

// kindOf returns the kind of a part.
func kindOf(n query.Node) string {
	switch n := n.(type) {
	case query.Word:
		if n.Near {
			return "near"
		}
		return "word"
	case query.Phrase:
		if n.Within > 0 {
			return "near"
		}
		return "phrase"
	case query.Days, query.Yearly:
		return "dates"
	case query.Stories:
		return "stories"
	case query.All:
		return "all"
	}
	return "field"
}

// maxMeant is the number of words that Means names.
const maxMeant = 12

// Means returns the words that p stands for, or its kind.
func (p Part) Means() string {
	switch {
	case len(p.Forms) == 0:
		return p.Kind
	case len(p.Forms) > maxMeant:
		return strings.Join(p.Forms[:maxMeant], ", ") + ", …"
	}
	return strings.Join(p.Forms, ", ")
}
