package scan

import (
	"context"

	"dateline/feed/catalog"
)

// page is the number of files of the catalog that are read or removed at a time.
const page = 2000

// removeGone removes from the catalog the files that w did not find.
func removeGone(ctx context.Context, w *walker) error {
	if w.Whole() {
		return w.removeAnywhere(ctx)
	}
	return w.removeInPaths(ctx)
}

// removeAnywhere checks the whole catalog.
func (w *walker) removeAnywhere(ctx context.Context) error {
	if w.found+w.inside.n >= w.before {
		return nil
	}
	return w.removeBelow(ctx, "")
}

// removeInPaths checks only files at and below the paths of the scan.
func (w *walker) removeInPaths(ctx context.Context) error {
	lookup := w.Catalog.Lookup()
	var gone []string
	for _, path := range w.Paths {
		k, ok, err := lookup.Find(ctx, path)
		if err != nil {
			return err
		}
		if ok {
			gone = append(gone, w.gone([]catalog.Known{k})...)
		}
		if err := w.removeBelow(ctx, path); err != nil {
			return err
		}
	}
	return w.remove(ctx, gone)
}

// removeBelow removes the files below folder that are gone. The empty folder is the
// archive.
func (w *walker) removeBelow(ctx context.Context, folder string) error {
	for after := ""; ; {
		known, err := w.Catalog.FilesIn(ctx, folder, after, page)
		if err != nil || len(known) == 0 {
			return err
		}
		after = known[len(known)-1].Path
		if err := w.remove(ctx, w.gone(known)); err != nil {
			return err
		}
	}
}

func (w *walker) remove(ctx context.Context, gone []string) error {
	if len(gone) == 0 {
		return nil
	}
	if err := w.touchPaths(ctx, gone); err != nil {
		return err
	}
	d, err := w.Catalog.Remove(ctx, gone)
	w.update(func(p *Progress) { p.Add(d) })
	return err
}

// gone returns the paths of the known files that the walk did not find.
func (w *walker) gone(known []catalog.Known) []string {
	var paths []string
	for _, k := range known {
		if k.ID <= w.last && !w.seen.has(k.ID) && !w.inside.seen.has(k.ID) {
			paths = append(paths, k.Path)
		}
	}
	return paths
}
