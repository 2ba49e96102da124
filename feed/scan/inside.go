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
// itself, whose only story says what is wrong with it. The archive is passed on last, so
// that it is read again if the scan ends before.
func (r *reader) archive(ctx context.Context, j job) (f fill.File, changed bool, err error) {
	r.release(0) // the files in it need room
	select {
	case r.archives <- struct{}{}:
		defer func() { <-r.archives }()
	case <-ctx.Done():
		return f, false, ctx.Err()
	}
	f = r.newFile(&j.entry)
	sum := sha256.New()
	problems, err := r.files.Each(ctx, f.Path, func(in archive.Inside) error { return r.fileInside(ctx, j.stale, &in, sum) })
	bad, ok := errors.AsType[*archive.Error](err)
	switch {
	case ok:
		problems = append(problems, bad)
	case err != nil:
		return f, false, err
	}
	f.Holds = true
	if len(problems) > 0 {
		f.Docs = []fill.Doc{r.index.Doc(r.refused(ctx, j, problems, sum))}
	}
	f.Digest = sum.Sum(nil)[:16]
	k := &j.known
	if k.Holds && k.Rules == f.Rules && string(k.Digest) == string(f.Digest) && k.ModTime.Equal(f.ModTime) {
		f.Same = true
	}
	return f, true, nil
}

// refused returns the story of an archive with problems, and adds them to sum.
func (r *reader) refused(ctx context.Context, j job, problems []*archive.Error, sum io.Writer) *story.Story {
	st := intake.Refused(j.entry.Path, problems[0].Problem, problems[0].Detail, j.entry.ModTime)
	for _, p := range problems[1:] {
		st.Doubts = append(st.Doubts, story.Doubt{Problem: p.Problem, Detail: p.Detail})
	}
	for _, d := range st.Doubts {
		_, _ = io.WriteString(sum, d.Problem+d.Detail) // a hash never fails
	}
	r.logDoubts(ctx, st)
	return st
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
