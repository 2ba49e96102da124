package scan

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"

	"dateline/feed/archive"
	"dateline/feed/catalog"
	"dateline/feed/catalog/fill"
	"dateline/feed/intake"
	"dateline/feed/story"
)

// sectionSize is the number of bytes of a large file that are read at a time. If no story ends
// in them, more are read, up to archive.MaxSize.
const sectionSize = 4 << 20

// large is a large file that is read.
type large struct {
	*reader

	job       job
	in        window
	container *intake.Container
	known     []catalog.Known  // the sections in the catalog that may be kept
	ids       map[string]int64 // of all of them, by path
	n         int              // sections so far
	at        int64            // the bytes of them, and of the head
	sum       hash.Hash        // of the digests of all sections
	head      []byte
}

// large reads the sections of the large file of j and passes them on, those apart that have not
// changed. Then it returns the file itself, so that it is read again if the scan ends before.
// A file that has not several stories has one that gives the reason.
func (r *reader) large(ctx context.Context, j job, reason error) (f fill.File, changed bool, err error) {
	r.release(0)
	select {
	case r.archives <- struct{}{}:
		defer func() { <-r.archives }()
	case <-ctx.Done():
		return f, false, ctx.Err()
	}
	content, err := r.files.Stream(ctx, j.entry.Path)
	if err == nil {
		defer content.Close() //nolint:errcheck // nothing was written
		err = r.hold(ctx, sectionSize)
	}
	l := large{reader: r, job: j, in: window{r: content}, sum: sha256.New()}
	if err == nil {
		err = l.in.fill(sectionSize)
	}
	if err != nil {
		return r.file(ctx, j, func() ([]byte, error) { return nil, err })
	}
	l.container = intake.NewContainer(intake.File{Path: j.entry.Path, ModTime: j.entry.ModTime, Data: l.in.data})
	if l.container == nil {
		return l.refuse(ctx, reason)
	}
	return l.file(ctx)
}

// file reads the sections of the file and returns the file itself.
func (l *large) file(ctx context.Context) (f fill.File, changed bool, err error) {
	f = l.newFile(&l.job.entry)
	f.Holds = true
	if err := l.start(ctx); err != nil {
		return f, false, err
	}
	if err = l.read(ctx); err != nil {
		bad, ok := errors.AsType[*archive.Error](err)
		if !ok {
			return f, false, err
		}
		l.doubt(ctx, &f, []*archive.Error{bad}, l.n > 0)
	}
	f.Digest = l.sum.Sum(nil)[:16]
	return f, true, nil
}

// refuse returns the file, which has not several stories, with the digest of its beginning.
func (l *large) refuse(ctx context.Context, reason error) (f fill.File, changed bool, err error) {
	e := &l.job.entry
	_, _ = fmt.Fprintf(l.sum, "%s\x00%d\x00", e.Path, e.Size) // a hash never fails
	_, _ = l.sum.Write(l.in.data)
	f, changed, err = l.reader.file(ctx, l.job, func() ([]byte, error) {
		bad, _ := errors.AsType[*archive.Error](reason)
		return nil, &archive.Error{Path: bad.Path, Problem: bad.Problem, Detail: bad.Detail}
	})
	f.Digest = l.sum.Sum(nil)[:16]
	if k := &l.job.known; k.Rules == f.Rules && string(k.Digest) == string(f.Digest) && k.ModTime.Equal(f.ModTime) {
		f.Same = true
		changed = k.Sure != f.Sure || k.Inode != f.Inode
	}
	return f, changed, err
}

// start prepares the catalog for the sections of the file. They need its row to be read. What
// an earlier file had at its path goes, because a story must not be in two files.
func (l *large) start(ctx context.Context) error {
	k := &l.job.known
	if !k.Holds {
		f := l.newFile(&l.job.entry)
		f.Holds, f.Sure = true, false
		if err := l.pass(ctx, f, l.job.stale); err != nil {
			return err
		}
	}
	if k.ID == 0 {
		return nil
	}
	var err error
	l.known, err = l.sections(ctx, k.Path)
	l.ids = make(map[string]int64, len(l.known))
	for i := range l.known {
		l.ids[l.known[i].Path] = l.known[i].ID
	}
	return err
}

// sections returns what the catalog has of the sections of the file at path.
func (r *reader) sections(ctx context.Context, path string) (known []catalog.Known, err error) {
	for after := ""; ; {
		list, err := r.Catalog.FilesIn(ctx, path, after, page)
		if err != nil || len(list) == 0 {
			return known, err
		}
		for _, k := range list {
			after = k.Path
			if !fill.IsSection(k.Path) {
				continue
			}
			k, ok, err := r.known.Find(ctx, k.Path)
			if err != nil {
				return nil, err
			}
			if ok {
				known = append(known, k)
			}
		}
	}
}

// emptySections removes from the catalog the stories of the sections of the file of j, which
// is no longer large.
func (r *reader) emptySections(ctx context.Context, j job) error {
	known, err := r.sections(ctx, j.known.Path)
	if err != nil {
		return err
	}
	return r.empty(ctx, known, j.stale)
}

// empty removes from the catalog the stories of sections. Those that are not put again are
// removed at the end of the scan.
func (r *reader) empty(ctx context.Context, sections []catalog.Known, stale bool) error {
	for _, k := range sections {
		if err := r.pass(ctx, fill.File{Path: k.Path, Rules: r.Rules}, stale); err != nil {
			return err
		}
	}
	return nil
}

// pass passes f on to the writer, which takes little memory.
func (r *reader) pass(ctx context.Context, f fill.File, stale bool) error {
	held := r.held
	r.held = 0
	err := r.send(ctx, f, true, stale)
	r.held = held
	return err
}

// read reads the sections.
func (l *large) read(ctx context.Context) error {
	head := l.container.Head()
	l.head = append([]byte(nil), l.in.data[:head]...)
	l.in.advance(head)
	l.at = int64(head)
	for {
		if err := l.hold(ctx, sectionSize); err != nil {
			return err
		}
		if err := l.in.fill(sectionSize); err != nil {
			return err
		}
		if len(l.in.data) == 0 {
			return nil
		}
		kept, err := l.keep(ctx)
		if err == nil && !kept {
			err = l.section(ctx)
		}
		if err != nil {
			return err
		}
	}
}

// keep passes over the next section if the catalog has it. The last one may go on now, and a
// story may go on after one that is as large as a section can be.
func (l *large) keep(ctx context.Context) (kept bool, err error) {
	if len(l.known) == 0 {
		return false, nil
	}
	k := &l.known[0]
	size := int(min(max(k.Size, 0), archive.MaxSize))
	if err := l.in.fill(size + 1); err != nil {
		return false, err
	}
	isLast := len(l.known) == 1
	if len(l.in.data) < size || size == archive.MaxSize || k.Rules != l.Rules || isLast && len(l.in.data) > size || string(l.digest(size)) != string(k.Digest) {
		return false, nil
	}
	ids, err := l.Catalog.StoriesIn(ctx, k.Path, size)
	if err != nil {
		return false, err
	}
	l.container.Skip(ids)
	l.done(size, k.Path, k.Digest)
	return true, nil
}

// digest returns the digest of a section of n bytes.
func (l *large) digest(n int) []byte {
	sum := sha256.New()
	_, _ = sum.Write(l.head) // a hash never fails
	_, _ = sum.Write(l.in.data[:n])
	return sum.Sum(nil)[:16]
}

// done passes over n bytes, those of a section.
func (l *large) done(n int, path string, digest []byte) {
	_, _ = l.sum.Write(digest) // a hash never fails
	if id, ok := l.ids[path]; ok {
		l.inside.add(id)
	}
	l.in.advance(n)
	l.at += int64(n)
	l.n++
	if len(l.known) > 0 {
		l.known = l.known[1:]
	}
}

// section reads the next section and passes it on.
func (l *large) section(ctx context.Context) error {
	stories, n, err := l.parse(sectionSize)
	for size := 2 * sectionSize; n == 0 && err == nil; size *= 2 {
		size = min(size, archive.MaxSize)
		if err = l.hold(ctx, int64(size)); err == nil {
			err = l.in.fill(size)
		}
		if err == nil {
			stories, n, err = l.parse(size)
		}
	}
	if err != nil {
		return err
	}
	f := fill.File{Path: fill.SectionPath(l.job.entry.Path, l.n), Size: int64(n), ModTime: l.job.entry.ModTime, Sure: true, Rules: l.Rules}
	f.Digest = l.digest(n)
	for _, st := range stories {
		l.logDoubts(ctx, st)
		f.Docs = append(f.Docs, l.index.Doc(st))
	}
	if err := l.replace(ctx, f.Size, f.Digest); err != nil {
		return err
	}
	l.done(n, f.Path, f.Digest)
	return l.send(ctx, f, true, l.job.stale)
}

// parse reads the stories of the next section, which has n bytes, at most size of them.
func (l *large) parse(size int) (stories []*story.Story, n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &archive.Error{Path: l.job.entry.Path, Problem: story.Unreadable, Detail: fmt.Sprintf("Reading the file failed: %v.", r)}
		}
	}()
	data := l.in.data[:min(len(l.in.data), size)]
	stories, n = l.container.Read(data, l.at, l.in.more(size), size == archive.MaxSize)
	return stories, n, nil
}

// replace empties the sections of the catalog from the next one on, unless that is the last
// one or has the same bytes: their stories may be in other sections now.
func (l *large) replace(ctx context.Context, size int64, digest []byte) error {
	if len(l.known) == 0 {
		return nil
	}
	k := &l.known[0]
	if k.Size == size && string(k.Digest) == string(digest) {
		return nil
	}
	rest := l.known[1:]
	l.known = l.known[:1]
	return l.empty(ctx, rest, l.job.stale)
}

// window is the part of a file that is in memory.
type window struct {
	r      io.Reader
	data   []byte // in buffer
	buffer []byte
	ended  bool
}

// fill reads until data has n bytes or the file ends.
func (w *window) fill(n int) error {
	if len(w.data) >= n || w.ended {
		return nil
	}
	if cap(w.data) < n {
		if cap(w.buffer) < n {
			w.buffer = make([]byte, max(n, sectionSize+1))
		}
		w.data = w.buffer[:copy(w.buffer, w.data)]
	}
	from := len(w.data)
	got, err := io.ReadFull(w.r, w.data[from:n])
	w.data = w.data[:from+got]
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		w.ended, err = true, nil
	}
	return err
}

// more reports whether the file goes on after n bytes.
func (w *window) more(n int) bool { return len(w.data) > n || !w.ended }

// advance passes over n bytes.
func (w *window) advance(n int) { w.data = w.data[n:] }
