package scan

import (
	"context"
	"crypto/sha256"
	"errors"
	"hash"
	"io"

	"dateline/feed/archive"
	"dateline/feed/catalog/fill"
	"dateline/feed/intake"
	"dateline/feed/story"
)

// archive reads the files in the archive of j and passes them on. It returns the archive
// itself, whose doubts say what is wrong with it; it has a story only if nothing was read. The
// archive is passed on last, so that it is read again if the scan ends before.
func (r *reader) archive(ctx context.Context, j job) (f fill.File, changed bool, err error) {
	r.release(0) // the files in it need room
	select {
	case r.archives <- struct{}{}:
		defer func() { <-r.archives }()
	case <-ctx.Done():
		return f, false, ctx.Err()
	}
	f = r.newFile(&j.entry)
	f.Holds = true
	sum, n := sha256.New(), 0
	problems, err := r.files.Each(ctx, f.Path, func(in archive.Inside) error {
		n++
		return r.fileInside(ctx, j.stale, &in, sum)
	})
	bad, ok := errors.AsType[*archive.Error](err)
	switch {
	case ok:
		problems = append(problems, bad)
	case err != nil:
		return f, false, err
	}
	r.doubt(ctx, &f, problems, n > 0)
	for _, p := range problems {
		_, _ = io.WriteString(sum, p.Problem+p.Detail) // a hash never fails
	}
	f.Digest = sum.Sum(nil)[:16]
	k := &j.known
	if k.Holds && k.Rules == f.Rules && string(k.Digest) == string(f.Digest) && k.ModTime.Equal(f.ModTime) {
		f.Same = true
	}
	return f, true, nil
}

// doubt adds to f, of which something was read or nothing, what is wrong with it.
func (r *reader) doubt(ctx context.Context, f *fill.File, problems []*archive.Error, read bool) {
	if len(problems) == 0 {
		return
	}
	st := intake.Refused(f.Path, problems[0].Problem, problems[0].Detail, f.ModTime)
	for _, p := range problems[1:] {
		st.Doubts = append(st.Doubts, story.Doubt{Problem: p.Problem, Detail: p.Detail})
	}
	r.logDoubts(ctx, st)
	if f.Doubts = st.Doubts; !read {
		f.Docs, f.Doubts = []fill.Doc{r.index.Doc(st)}, nil
	}
}

// fileInside reads a file in an archive, unless its checksum in the archive says that it has
// not changed, and passes it on. It adds the file to sum.
func (r *reader) fileInside(ctx context.Context, stale bool, in *archive.Inside, sum hash.Hash) error {
	j := job{entry: in.Entry, stale: stale}
	if r.before > 0 {
		k, ok, err := r.known.Find(ctx, in.Path)
		if err != nil {
			return err
		}
		if ok {
			r.inside.add(k.ID)
			j.known = k
		}
		if ok && in.Inode != 0 && k.Rules == r.Rules && unchanged(&k, &in.Entry) {
			addTo(sum, in.Path, k.Digest)
			return nil
		}
	}
	if err := r.hold(ctx, in.Size); err != nil {
		return err
	}
	f, changed, err := r.file(ctx, j, in.Read)
	if err != nil {
		return err
	}
	f.Sure = true // what changes is the archive
	addTo(sum, f.Path, f.Digest)
	r.update(func(p *Progress) { p.Read++ })
	return r.send(ctx, f, changed, stale)
}

// addTo adds a file to the sum of its archive.
func addTo(sum hash.Hash, path string, digest []byte) {
	_, _ = io.WriteString(sum, path+"\x00") // a hash never fails
	_, _ = sum.Write(digest)
}
