package feed

import (
	"context"

	"dateline/feed/catalog"
	"dateline/feed/catalog/fill"
)

// baseline is the state of a catalog from which changes are counted. The zero
// baseline is the state at the first call of since.
type baseline struct {
	cat  *catalog.Catalog
	base fill.Delta
}

// since returns the changes of cat since the baseline. In a catalog that replaced
// another, everything is new.
func (b *baseline) since(ctx context.Context, cat *catalog.Catalog) fill.Delta {
	total, err := cat.Changes(ctx)
	if err != nil {
		return fill.Delta{}
	}
	if b.cat != cat {
		b.base = fill.Delta{}
		if b.cat == nil {
			b.base = total
		}
		b.cat = cat
	}
	return fill.Delta{
		Added: total.Added - b.base.Added, Changed: total.Changed - b.base.Changed, Removed: total.Removed - b.base.Removed,
	}
}

// move moves the baseline forward by d.
func (b *baseline) move(d fill.Delta) {
	b.base.Added += d.Added
	b.base.Changed += d.Changed
	b.base.Removed += d.Removed
}
