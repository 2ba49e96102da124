package scan

import (
	"context"

	"dateline/feed/archive"
	"dateline/feed/catalog"
)

// passStale passes on the files whose rows were made by other rules, the newest first.
func (w *walker) passStale(ctx context.Context) error {
	if len(w.stale) == 0 {
		return nil
	}
	var passed bits // a file with several stories is listed several times
	for after := int64(0); ; {
		known, last, err := w.Catalog.StaleFiles(ctx, w.Rules, after, page)
		if err != nil {
			return err
		}
		for _, k := range known {
			if !w.stale.has(k.ID) || !passed.add(k.ID) {
				continue
			}
			if err := w.pass(ctx, job{entry: entryOf(&k), known: k, stale: true}); err != nil {
				return err
			}
		}
		if last == 0 {
			return nil
		}
		after = last
	}
}

// entryOf returns the entry of a file that the walk found unchanged.
func entryOf(k *catalog.Known) archive.Entry {
	return archive.Entry{Path: k.Path, Size: k.Size, ModTime: k.ModTime, Inode: k.Inode}
}
