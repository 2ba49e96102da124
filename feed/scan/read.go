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
}

// read reads and parses files until there are no more jobs.
func read(ctx context.Context, run *run) error {
	r := reader{run: run, index: fill.NewIndexer(run.titles), files: archive.NewReader(run.Source)}
	defer r.files.Close()
	for j := range r.jobs {
		weight := weight(j.entry.Size)
		if err := r.room.Acquire(ctx, weight); err != nil {
			return err
		}
		f, changed, err := r.file(ctx, j)
		if err != nil {
			return err
		}
		r.update(func(p *Progress) { p.Read++; p.Seen++ })
		if !changed {
			r.room.Release(weight)
			continue
		}
		held := weight
		if weight < largeWeight {
			held = min(sizeOf(&f), weight)
			r.room.Release(weight - held)
		}
		select {
		case r.done <- &parsed{f, held, j.stale}:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// sizeOf returns about how many bytes of memory f takes.
func sizeOf(f *fill.File) int64 {
	size := int64(len(f.Path) + 200)
	for i := range f.Docs {
		size += f.Docs[i].Size()
	}
	return size
}

// file reads the file of j. changed is false when the catalog needs no update.
func (r *reader) file(ctx context.Context, j job) (f fill.File, changed bool, err error) {
	e := j.entry
	f = fill.File{Path: e.Path, Size: e.Size, ModTime: e.ModTime, Inode: e.Inode, Rules: r.Rules}
	hasTime := !e.ModTime.IsZero() || e.Inode != 0 // the zero time is also the time of a file in the year 1
	f.Sure = hasTime && time.Since(e.ModTime).Abs() > disk.MinAge
	problem, detail := e.Problem, e.Detail
	if problem == "" {
		data, err := r.files.Read(ctx, e.Path)
		if ctx.Err() != nil {
			return f, false, ctx.Err()
		}
		if err == nil {
			f, changed = r.content(ctx, j, f, data)
			return f, changed, nil
		}
		bad, ok := errors.AsType[*archive.Error](err)
		if !ok {
			return f, false, err
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

// content parses the data of a file.
func (r *reader) content(ctx context.Context, j job, f fill.File, data []byte) (fill.File, bool) {
	sum := sha256.Sum256(data)
	f.Digest = sum[:16]
	f.Size = int64(len(data))
	k := &j.known
	if k.Rules == f.Rules && string(k.Digest) == string(f.Digest) && k.ModTime.Equal(f.ModTime) {
		f.Same = true
		return f, k.Sure != f.Sure || k.Inode != f.Inode
	}
	for _, st := range r.Parse(intake.File{Path: f.Path, ModTime: f.ModTime, Data: data}) {
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
