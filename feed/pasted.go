package feed

import (
	"context"

	"dateline/feed/locale"
	"dateline/feed/query"
	"dateline/feed/story"
	"dateline/feed/wire/headline"
)

// maxHeadline is the number of bytes up to which a query may be a pasted headline.
const maxHeadline = 2000

// withTags returns a query that also finds the story whose headline text is, tags
// included: their words are not in the text of the story. Node is the query that text
// parses to.
func withTags(node query.Node, text string, o query.Options) query.Node {
	if len(text) > maxHeadline {
		return node
	}
	h := headline.Read(text)
	if len(h.Tags) == 0 || h.Title == "" {
		return node
	}
	o.Remark = nil
	title, err := query.Parse(h.Title, o)
	if err != nil || title == query.Node(query.All{}) {
		return node
	}
	parts := query.And{}
	for _, t := range h.Tags {
		parts = append(parts, query.Value{Field: query.Tag, Text: t})
	}
	if and, ok := title.(query.And); ok {
		parts = append(parts, and...)
	} else {
		parts = append(parts, title)
	}
	return query.Or{node, parts}
}

// findPasted searches for the words of a pasted line if its syntax finds nothing.
func (r *Result) findPasted(ctx context.Context, q Search) error {
	words, ok := query.Pasted(q.Text)
	if !ok {
		return nil
	}
	if rows, err := r.found.Rows(ctx, story.Key{}, 1); err != nil || len(rows) > 0 {
		return err
	}
	q.Text = words
	node, _, err := r.s.parse(ctx, q)
	if err != nil {
		return nil //nolint:nilerr // the query itself was good
	}
	r.node, r.Order = node, q.order()
	r.Remarks = append(r.Remarks, query.Remark{End: len(words), Text: locale.T("nothing found; searched as words")})
	return r.find(ctx)
}
