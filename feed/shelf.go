package feed

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"dateline/feed/catalog"
	"dateline/feed/locale"
	"dateline/feed/sqlite"
)

// shelf holds the catalog in use and replaces it when it is damaged, deleted or out of
// room.
//
// A goroutine that needs several locks of a store takes them in this order:
// watching, settling, repairing, scanning, the shelf's mutex, a file lock.
type shelf struct {
	marks sqlite.Attached
	warn  func(format string, args ...any)
	log   *slog.Logger

	current atomic.Pointer[openCatalog]

	mutex   mutex              // held while the catalog is opened, replaced or closed
	retired []*catalog.Catalog // replaced, but may still be read
	temp    string             // a folder that Close removes
}

// openCatalog is a catalog and its path, which is empty if the catalog is not kept
// after Close.
type openCatalog struct {
	cat  *catalog.Catalog
	path string
}

// openEvery is the interval at which a process tries to open a locked catalog.
const openEvery = 10 * time.Millisecond

// open opens the catalog at path or, if that fails, in a temporary folder or in
// memory. An empty path means memory.
func (h *shelf) open(ctx context.Context, path string) error {
	if err := h.mutex.lock(ctx); err != nil {
		return err
	}
	defer h.mutex.unlock()
	if path == "" {
		return h.useMemory(ctx)
	}
	release, err := h.lockFile(ctx, path)
	if err != nil {
		return err
	}
	defer release()
	return h.openAt(ctx, path)
}

// lockFile waits until no other process opens the catalog at path or sets it
// aside.
func (h *shelf) lockFile(ctx context.Context, path string) (release func(), err error) {
	_ = os.MkdirAll(filepath.Dir(path), 0o700) // opening the catalog reports the error
	l := lockBeside(path, openLock)
	waited, err := l.wait(ctx, openEvery, nil)
	if err != nil {
		return nil, err
	}
	if waited > openEvery {
		h.log.Info("waited for a lock", "lock", openLock, "took", waited)
	}
	return l.release, nil
}

// openAt is open for the process that holds the file lock.
func (h *shelf) openAt(ctx context.Context, path string) error {
	cat, reset, err := catalog.Open(ctx, catalog.Options{Path: path, Marks: h.marks})
	if err == nil {
		if reset {
			h.warn(locale.Mark("The catalog was damaged or of another version; rebuilding."))
		}
		h.use(cat, path)
		return nil
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return h.useElsewhere(ctx, path, err)
}

// useElsewhere uses a catalog that is not kept after Close, because the one at path
// cannot be written: err is the reason. After one that is not kept either, it uses the
// memory.
func (h *shelf) useElsewhere(ctx context.Context, path string, err error) error {
	if path == "" {
		return h.useMemory(ctx)
	}
	h.warn(locale.Mark("The catalog will not be saved: %s."), sqlite.Trouble(path, err))
	if h.useTemp(ctx) == nil {
		return nil
	}
	return h.useMemory(ctx)
}

func (h *shelf) useMemory(ctx context.Context) error {
	cat, _, err := catalog.Open(ctx, catalog.Options{Marks: h.marks})
	if err == nil {
		h.use(cat, "")
	}
	return err
}

// useTemp uses a catalog in a folder that Close removes.
func (h *shelf) useTemp(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "dateline-")
	if err != nil {
		return err
	}
	cat, _, err := catalog.Open(ctx, catalog.Options{Path: filepath.Join(dir, "catalog.db"), Marks: h.marks})
	if err != nil {
		return errors.Join(err, os.RemoveAll(dir))
	}
	h.temp = dir
	h.use(cat, "")
	return nil
}

// use makes cat the catalog in use. The previous one may still be read, and Close
// closes it.
func (h *shelf) use(cat *catalog.Catalog, path string) {
	if old := h.current.Swap(&openCatalog{cat, path}); old != nil {
		h.retired = append(h.retired, old.cat)
	}
	h.log.Info("catalog in use", "path", path)
}

// catalog returns the catalog in use. It never waits.
func (h *shelf) catalog() *catalog.Catalog { return h.current.Load().cat }

// path returns the path of the catalog in use, or "" if it is not kept after Close.
func (h *shelf) path() string { return h.current.Load().path }

// replace replaces the catalog old, which cannot be used because of err, and reports
// whether it succeeded. A damaged or deleted catalog is replaced by a new one at its
// path, and one without room by one elsewhere.
func (h *shelf) replace(ctx context.Context, old *catalog.Catalog, err error) bool {
	if h.mutex.lock(ctx) != nil {
		return false
	}
	defer h.mutex.unlock()
	cur := h.current.Load()
	if cur.cat != old {
		return true
	}
	h.log.Warn("replacing the catalog", "path", cur.path, "err", err)
	switch {
	case catalog.Useless(err) && cur.path != "":
		return h.renew(ctx, old, cur.path)
	case sqlite.NoRoom(err):
		return h.useElsewhere(ctx, cur.path, err) == nil
	}
	return false
}

// renew sets the catalog at path aside and opens a new one. If several processes have
// the catalog open, one sets it aside; the others find it gone and use the new one.
func (h *shelf) renew(ctx context.Context, old *catalog.Catalog, path string) bool {
	release, err := h.lockFile(ctx, path)
	if err != nil {
		return false
	}
	defer release()
	if !old.Gone() {
		h.warn(locale.Mark("The catalog was damaged; rebuilding."))
		if catalog.SetAside(path) != nil {
			return h.useTemp(ctx) == nil
		}
	} else if _, err := os.Stat(path); err != nil {
		h.warn(locale.Mark("The catalog was deleted; rebuilding."))
	}
	return h.openAt(ctx, path) == nil
}

// dropOld deletes the catalog that was set aside, if any.
func (h *shelf) dropOld() {
	if path := h.path(); path != "" {
		_ = catalog.DropAside(path) // the next scan tries again
	}
}

// close closes every catalog that was used.
func (h *shelf) close(ctx context.Context) error {
	if err := h.mutex.lock(ctx); err != nil {
		return err
	}
	defer h.mutex.unlock()
	var errs []error
	for _, cat := range h.retired {
		errs = append(errs, cat.Close())
	}
	if cur := h.current.Load(); cur != nil {
		errs = append(errs, cur.cat.Close())
	}
	if h.temp != "" {
		errs = append(errs, os.RemoveAll(h.temp))
	}
	return errors.Join(errs...)
}
