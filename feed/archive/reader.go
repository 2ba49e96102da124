package archive

import (
	"context"
	"os"
	"path"
	"path/filepath"
)

// Reader reads many files of a source in a row. It is for one goroutine.
type Reader struct {
	src    Source
	folder *folder // nil if src is not a folder; src then reads every file
	root   *os.Root
	dir    *os.Root
	path   string // the path of dir
	data   []byte // the buffer for the next file
}

// NewReader returns a Reader of src, which the caller closes.
func NewReader(src Source) *Reader {
	r := &Reader{src: src}
	r.folder, _ = src.(*folder)
	return r
}

// Read is Source.Read, but its data is valid until the next Read only: a new slice
// for each file would be a tenth of the memory that a scan allocates. It keeps the
// folder of the last file open, because the next file is usually in it and looking
// up a path costs more than reading the file.
func (r *Reader) Read(ctx context.Context, name string) ([]byte, error) {
	if dir := r.open(name); dir != nil {
		// On an error src.Read decides: the file may be a link to another folder.
		if data, err := readRoot(ctx, dir, path.Base(name), name, r.data); err == nil {
			if cap(data) <= chunk {
				r.data = data
			}
			return data, nil
		}
	}
	return r.src.Read(ctx, name)
}

// open returns the folder of the file called name, or nil if it cannot open it.
func (r *Reader) open(name string) *os.Root {
	dir := path.Dir(name)
	if r.folder == nil || r.dir != nil && r.path == dir {
		return r.dir
	}
	r.shut(&r.dir)
	if !filepath.IsLocal(filepath.FromSlash(name)) {
		return nil
	}
	if r.root == nil {
		root, err := os.OpenRoot(r.folder.key)
		if err != nil {
			return nil
		}
		r.root = root
	}
	if opened, err := r.root.OpenRoot(filepath.FromSlash(dir)); err == nil {
		r.dir, r.path = opened, dir
	}
	return r.dir
}

// Close closes what r holds open.
func (r *Reader) Close() {
	r.shut(&r.dir)
	r.shut(&r.root)
}

func (*Reader) shut(root **os.Root) {
	if *root != nil {
		_ = (*root).Close() // nothing was written
		*root = nil
	}
}
