package feed

import (
	"context"
	"crypto/sha256"
	"errors"
	"time"

	"dateline/feed/archive"
	"dateline/feed/catalog"
	"dateline/feed/intake"
)

// fetcher is one of the goroutines that read files.
type fetcher struct {
	*scan
	index *catalog.Indexer
	files *archive.Reader
}

// read reads and parses files until there are no more jobs.
func (sc *scan) read(ctx context.Context) error {
	r := fetcher{scan: sc, index: catalog.NewIndexer(), files: archive.NewReader(sc.src)}
	defer r.files.Close()
	for j := range sc.jobs {
		weight := weight(j.entry.Size)
		if err := sc.room.Acquire(ctx, weight); err != nil {
			return err
		}
		f, changed, err := r.file(ctx, j)
		if err != nil {
			return err
		}
		sc.update(func(p *Progress) { p.Read++; p.Seen++ })
		if !changed {
			sc.room.Release(weight)
			continue
		}
		select {
		case sc.done <- &fetched{f, weight}:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// young is how old a file must be for its time to tell of a later change:
// more than the coarsest clock of a file system.
const young = 2 * time.Second

// file reads what j asks for. changed is false when it is what is known.
func (r *fetcher) file(ctx context.Context, j job) (f catalog.File, changed bool, err error) {
	e := j.entry
	f = catalog.File{Path: e.Path, Size: e.Size, ModTime: e.ModTime, Inode: e.Inode}
	f.Sure = !e.ModTime.IsZero() && time.Since(e.ModTime).Abs() > young
	problem, detail := e.Problem, e.Detail
	if problem == "" {
		data, err := r.files.Read(ctx, e.Path)
		if ctx.Err() != nil {
			return f, false, ctx.Err()
		}
		if err == nil {
			return r.content(j, f, data)
		}
		bad, ok := errors.AsType[*archive.Error](err)
		if !ok {
			return f, false, err
		}
		problem, detail = bad.Problem, bad.Detail
	}
	// A file that was refused before, just like this, is no change.
	changed = j.known.ID == 0 || len(j.known.Digest) > 0 || j.known.Size != e.Size || !j.known.ModTime.Equal(e.ModTime)
	f.Docs = []catalog.Doc{r.index.Doc(intake.Refused(e.Path, problem, detail, e.ModTime))}
	return f, changed, nil
}

// content parses the data of a file.
func (r *fetcher) content(j job, f catalog.File, data []byte) (catalog.File, bool, error) {
	sum := sha256.Sum256(data)
	f.Digest = sum[:16]
	f.Size = int64(len(data))
	k := &j.known
	if string(k.Digest) == string(f.Digest) && k.ModTime.Equal(f.ModTime) {
		f.Same = true
		return f, k.Sure != f.Sure || k.Inode != f.Inode, nil
	}
	for _, st := range parse(intake.File{Path: f.Path, ModTime: f.ModTime, Data: data}) {
		f.Docs = append(f.Docs, r.index.Doc(st))
	}
	return f, true, nil
}
