package archive

import (
	"context"
	"os"
	"path"
	"path/filepath"
)

// Reader reads many files of a source, one after the other. It is for one
// goroutine.
type Reader struct {
	src    Source
	folder *folder // nil: src is no folder, and every file is read by itself
	root   *os.Root
	dir    *os.Root
	at     string // the folder that dir is
	data   []byte // of the file read last, where that is not large
}

// NewReader returns a Reader of src. It must be closed.
func NewReader(src Source) *Reader {
	r := &Reader{src: src}
	r.folder, _ = src.(*folder)
	return r
}

// Read is Source.Read, but the data is good until the next Read only: a new place
// for each file would be a tenth of all the memory that a scan asks for. The
// folder of the file read last is kept open, for the next file is most often
// beside it: looking up where each lies costs more than reading it.
func (r *Reader) Read(ctx context.Context, name string) ([]byte, error) {
	if dir := r.open(name); dir != nil {
		// Whatever is wrong with it the longer way finds out: it may be a link
		// that leads to another folder.
		if data, err := readRoot(ctx, dir, path.Base(name), name, r.data); err == nil {
			if cap(data) <= chunk {
				r.data = data
			}
			return data, nil
		}
	}
	return r.src.Read(ctx, name)
}

// open returns the folder of the file called name; nil where there is none.
func (r *Reader) open(name string) *os.Root {
	at := path.Dir(name)
	if r.folder == nil || r.dir != nil && r.at == at {
		return r.dir
	}
	r.shut(&r.dir)
	if local := filepath.FromSlash(name); !filepath.IsLocal(local) {
		return nil
	}
	if r.root == nil {
		root, err := os.OpenRoot(r.folder.key)
		if err != nil {
			return nil
		}
		r.root = root
	}
	if dir, err := r.root.OpenRoot(filepath.FromSlash(at)); err == nil {
		r.dir, r.at = dir, at
	}
	return r.dir
}

// Close gives back what r holds open.
func (r *Reader) Close() {
	r.shut(&r.dir)
	r.shut(&r.root)
}

func (*Reader) shut(root **os.Root) {
	if *root != nil {
		_ = (*root).Close() // it was only read from
		*root = nil
	}
}
