package feed

import (
	"context"

	"dateline/feed/catalog"
)

// baseline is the state of a catalog from which changes are counted. The zero
// baseline is the state at the first question.
type baseline struct {
	cat  *catalog.Catalog
	base catalog.Delta
}

// since returns what was done to cat since the baseline. In a catalog that
// replaced another, everything is new.
func (b *baseline) since(ctx context.Context, cat *catalog.Catalog) catalog.Delta {
	total, err := cat.Tally(ctx)
	if err != nil {
		return catalog.Delta{}
	}
	if b.cat != cat {
		b.base = catalog.Delta{}
		if b.cat == nil {
			b.base = total
		}
		b.cat = cat
	}
	return catalog.Delta{
		Added: total.Added - b.base.Added, Changed: total.Changed - b.base.Changed, Removed: total.Removed - b.base.Removed,
	}
}

// move moves the baseline forward by d.
func (b *baseline) move(d catalog.Delta) {
	b.base.Added += d.Added
	b.base.Changed += d.Changed
	b.base.Removed += d.Removed
}
