package scan

import (
	"context"
	"crypto/sha256"
	"errors"
	"io/fs"
	"log/slog"
	"time"

	"dateline/feed/archive"
	"dateline/feed/archive/disk"
	"dateline/feed/catalog"
	"dateline/feed/catalog/fill"
	"dateline/feed/intake"
	"dateline/feed/story"
)

// maxWeight bounds memory for any archive: files that are being read, and what of them
// is not yet in the catalog, take at most about this many bytes. With the batch that is
// written that stays well below the limit that the program sets to the Go runtime: close to
// it the collector runs all the time.
const maxWeight = 72 << 20

// largeWeight is the weight of a large file until it is in the catalog: more than half of
// maxWeight, so that no two are in memory.
const largeWeight = maxWeight/2 + 1

// weight estimates the memory that a file takes while it is read: its text, the parts
// of its stories, and their terms.
func weight(size int64) int64 {
	if size >= fill.LargeFile {
		return largeWeight
	}
	return min(4*size+4096, batchWeight)
}

// parsed is a file that was read. The writer releases its weight.
type parsed struct {
	fill.File
	weight int64
	stale  bool // as in its job
}

// reader is one of the goroutines that read files.
type reader struct {
	*run
	index *fill.Indexer
	files *archive.Reader
	known *catalog.Lookup
	held  int64 // the weight of the file that is being read
}

// read reads and parses files until there are no more jobs.
func read(ctx context.Context, run *run) error {
	r := reader{run: run, index: fill.NewIndexer(run.titles), files: archive.NewReader(run.Source), known: run.Catalog.Lookup()}
	defer r.files.Close()
	for j := range r.jobs {
		if err := r.hold(ctx, j.entry.Size); err != nil {
			return err
		}
		f, changed, err := r.file(ctx, j, func() ([]byte, error) { return r.files.Read(ctx, j.entry.Path) })
		switch {
		case errors.Is(err, archive.ErrHolds):
			f, changed, err = r.archive(ctx, j)
		case errors.Is(err, archive.ErrLarge):
			f, changed, err = r.large(ctx, j, err)
		}
		if err == nil && j.known.Holds && !f.Holds {
			err = r.emptySections(ctx, j)
		}
		if err != nil {
			return err
		}
		r.update(func(p *Progress) { p.Read++; p.Seen++ })
		if err := r.send(ctx, f, changed, j.stale); err != nil {
			return err
		}
	}
	return nil
}

// send passes f on to the writer, if it has changed.
func (r *reader) send(ctx context.Context, f fill.File, changed, stale bool) error {
	if !changed {
		r.release(0)
		return nil
	}
	if r.held < largeWeight {
		r.release(min(sizeOf(&f), r.held))
	}
	select {
	case r.done <- &parsed{f, r.held, stale}:
		r.held = 0 // the writer releases it
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// hold makes room for a file of size bytes, instead of what r holds for a smaller one.
func (r *reader) hold(ctx context.Context, size int64) error {
	weight := weight(size)
	if weight <= r.held {
		return nil
	}
	r.release(0) // two readers that hold some and wait for more would wait for each other
	if err := r.room.Acquire(ctx, weight); err != nil {
		return err
	}
	r.held = weight
	return nil
}

// release makes r hold no more than left.
func (r *reader) release(left int64) {
	r.room.Release(r.held - left)
	r.held = left
}

// sizeOf returns about how many bytes of memory f takes.
func sizeOf(f *fill.File) int64 {
	size := int64(len(f.Path) + 200)
	for i := range f.Docs {
		size += f.Docs[i].Size()
	}
	return size
}

// newFile returns the file of an entry, without its content.
func (r *reader) newFile(e *archive.Entry) fill.File {
	f := fill.File{Path: e.Path, Size: e.Size, ModTime: e.ModTime, Inode: e.Inode, Rules: r.Rules}
	hasTime := !e.ModTime.IsZero() || e.Inode != 0 // the zero time is also the time of a file in the year 1
	f.Sure = hasTime && time.Since(e.ModTime).Abs() > disk.MinAge
	return f
}

// file reads the file of j, whose content is what load returns. changed is false when the
// catalog needs no update.
func (r *reader) file(ctx context.Context, j job, load func() ([]byte, error)) (f fill.File, changed bool, err error) {
	e := j.entry
	f = r.newFile(&e)
	problem, detail := e.Problem, e.Detail
	if problem == "" {
		data, err := load()
		if ctx.Err() != nil {
			return f, false, ctx.Err()
		}
		if err := r.hold(ctx, int64(len(data))); err != nil { // it was compressed
			return f, false, err
		}
		bad, ok := errors.AsType[*archive.Error](err)
		switch {
		case err == nil:
			f, changed = r.content(ctx, j, f, data, "")
			return f, changed, nil
		case !ok, errors.Is(err, archive.ErrHolds), errors.Is(err, archive.ErrLarge):
			return f, false, err
		case len(data) > 0:
			f, changed = r.content(ctx, j, f, data, bad.Detail)
			return f, changed, nil
		}
		problem, detail = bad.Problem, bad.Detail
		f.Sure = f.Sure && !errors.Is(err, fs.ErrNotExist) // it may be moved back
	}
	// A file that was already refused in the same state has not changed.
	changed = j.stale || j.known.ID == 0 || len(j.known.Digest) > 0 || j.known.Size != e.Size || !j.known.ModTime.Equal(e.ModTime)
	st := intake.Refused(e.Path, problem, detail, e.ModTime)
	r.logDoubts(ctx, st)
	f.Docs = []fill.Doc{r.index.Doc(st)}
	return f, changed, nil
}

// content parses the data of a file, which is not all of it if damage is not empty.
func (r *reader) content(ctx context.Context, j job, f fill.File, data []byte, damage string) (fill.File, bool) {
	sum := sha256.Sum256(data)
	f.Digest = sum[:16]
	k := &j.known
	if k.Rules == f.Rules && string(k.Digest) == string(f.Digest) && k.ModTime.Equal(f.ModTime) {
		f.Same = true
		return f, k.Sure != f.Sure || k.Inode != f.Inode
	}
	for _, st := range r.Parse(intake.File{Path: f.Path, ModTime: f.ModTime, Data: data, Damage: damage}) {
		r.logDoubts(ctx, st)
		f.Docs = append(f.Docs, r.index.Doc(st))
	}
	return f, true
}

// logDoubts logs the doubts about a story.
func (r *reader) logDoubts(ctx context.Context, st *story.Story) {
	if len(st.Doubts) == 0 || !r.Log.Enabled(ctx, slog.LevelDebug) {
		return
	}
	for i := range st.Doubts {
		d := &st.Doubts[i]
		r.Log.Debug("doubt", "path", st.Path, "line", d.Line, "problem", d.Problem, "detail", d.Detail)
	}
}
