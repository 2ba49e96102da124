package archive

import (
	"context"
	"os"
	"path"
	"path/filepath"

	"dateline/feed/archive/disk"
)

// Reader reads many files of a source in a row. It is for one goroutine.
type Reader struct {
	src    Source
	folder *folder // nil if src is not a folder; src then reads every file
	root   *os.Root
	dir    *disk.Dir
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
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if dir := r.open(name); dir != nil {
		// On an error src.Read decides: the file may be large, or a link.
		if data, err := dir.ReadSmall(path.Base(name), r.data, chunk); err == nil {
			r.data = data
			return unpack(ctx, data, name)
		}
	}
	return r.src.Read(ctx, name)
}

// open returns the folder of the file called name, or nil if it cannot open it.
func (r *Reader) open(name string) *disk.Dir {
	dir := path.Dir(name)
	if r.folder == nil || r.dir != nil && r.path == dir {
		return r.dir
	}
	r.closeDir()
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
	if opened, err := disk.OpenIn(r.root, filepath.FromSlash(dir)); err == nil {
		r.dir, r.path = opened, dir
	}
	return r.dir
}

// Close closes what r holds open.
func (r *Reader) Close() {
	r.closeDir()
	if r.root != nil {
		_ = r.root.Close() // nothing was written
		r.root = nil
	}
}

func (r *Reader) closeDir() {
	if r.dir != nil {
		_ = r.dir.Close() // nothing was written
		r.dir = nil
	}
}
