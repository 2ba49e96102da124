package packed

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math"
	"strings"
	"time"
)

// tarReader reads a tar archive: the formats ustar, PAX and GNU. Package archive/tar would
// add 60 KB to the program. Sparse files are left out.
type tarReader struct {
	r    io.Reader
	skip func(n int64) error // skips bytes of r
	rest int64               // bytes of the current file that were not read
	pad  int64               // bytes after them, up to the next header
}

// The kinds of entries of a tar archive that are no links or devices.
const (
	tarFile    = '0'
	tarOldFile = '\x00'
	tarWhole   = '7' // in one piece on its disk
	tarFolder  = '5'
	tarNext    = 'x' // PAX: records about the next entry
	tarGlobal  = 'g'
	tarLong    = 'L' // GNU: the path of the next entry
	tarLink    = 'K' // GNU: the target of the next entry, a link
)

// maxTarSize is the size of the largest file, so that sums of sizes do not overflow.
const maxTarSize = 1 << 60

// maxTarMeta is the length of the longest records about an entry.
const maxTarMeta = 1 << 20

// tarEntry is what a tar archive says about an entry.
type tarEntry struct {
	name    string
	kind    byte
	size    int64
	modTime time.Time
}

// errTarHeader says that there is no header where one should be.
var errTarHeader = &DamageError{Reason: "a header of it cannot be read"}

// next returns the next entry, or io.EOF.
func (t *tarReader) next() (e tarEntry, err error) {
	about := tarEntry{size: -1}
	for {
		if err := t.skip(t.rest + t.pad); err != nil {
			return e, err
		}
		t.rest, t.pad = 0, 0
		var b [tarBlock]byte
		blanks, err := t.block(&b)
		if err != nil {
			return e, err
		}
		if e, err = readTarHeader(b[:]); err != nil {
			if blanks > 0 { // what follows the end of the archive is no other archive
				err = io.EOF
			}
			return e, err
		}
		t.rest, t.pad = e.size, -e.size&(tarBlock-1)
		switch e.kind {
		case tarNext, tarLong:
			if err := t.meta(&e, &about); err != nil {
				return e, err
			}
		case tarGlobal, tarLink:
		default:
			return t.with(e, &about), nil
		}
	}
}

// maxTarBlanks is the number of blank blocks between two archives of one file.
const maxTarBlanks = 2048

// block reads the next block that is not blank, and returns the number of blank ones before it.
// An archive ends with blank blocks, and another one may follow: the file was made of several.
func (t *tarReader) block(b *[tarBlock]byte) (blanks int, err error) {
	for ; blanks <= maxTarBlanks; blanks++ {
		if _, err := io.ReadFull(t.r, b[:]); err != nil {
			if blanks > 0 {
				err = io.EOF
			}
			return blanks, err
		}
		if *b != ([tarBlock]byte{}) {
			return blanks, nil
		}
	}
	return blanks, io.EOF
}

// with returns e with what about says about it.
func (t *tarReader) with(e tarEntry, about *tarEntry) tarEntry {
	if about.name != "" {
		e.name = about.name
	}
	if !about.modTime.IsZero() {
		e.modTime = about.modTime
	}
	if about.size >= 0 {
		e.size = about.size
		t.rest, t.pad = e.size, -e.size&(tarBlock-1)
	}
	if about.kind != 0 {
		e.kind = about.kind
	}
	return e
}

// meta reads the content of e, which is about the next entry.
func (t *tarReader) meta(e, about *tarEntry) error {
	if e.size > maxTarMeta {
		return errTarHeader
	}
	data := make([]byte, e.size)
	if _, err := io.ReadFull(t.r, data); err != nil {
		return err
	}
	t.rest = 0
	if e.kind == tarLong {
		about.name = cString(data)
		return nil
	}
	for len(data) > 0 {
		length, rest, ok := bytes.Cut(data, []byte(" "))
		n, valid := digits(length, 10)
		if !ok || !valid || n <= int64(len(length)+1) || n > int64(len(data)) {
			return errTarHeader
		}
		record := bytes.TrimSuffix(rest[:n-int64(len(length))-1], []byte("\n"))
		key, value, _ := bytes.Cut(record, []byte("="))
		about.set(string(key), value)
		data = data[n:]
	}
	return nil
}

// set sets what a record of PAX says.
func (e *tarEntry) set(key string, value []byte) {
	whole, _, _ := bytes.Cut(value, []byte("."))
	n, valid := digits(whole, 10)
	switch {
	case key == "path":
		e.name = string(value)
	case key == "size" && valid && n <= maxTarSize:
		e.size = n
	case key == "mtime" && valid:
		e.modTime = time.Unix(n, 0)
	case strings.HasPrefix(key, "GNU.sparse."):
		e.kind = 'S'
	}
}

// readTarHeader reads a header.
func readTarHeader(b []byte) (e tarEntry, err error) {
	sum, ok := digits(b[148:156], 8)
	for i, c := range b {
		if i >= 148 && i < 156 {
			c = ' '
		}
		sum -= int64(c)
	}
	size, sized := tarNumber(b[124:136])
	if !ok || sum != 0 || !sized || size > maxTarSize {
		return e, errTarHeader
	}
	mtime, _ := tarNumber(b[136:148])
	e = tarEntry{name: cString(b[:100]), kind: b[156], size: size, modTime: time.Unix(mtime, 0)}
	if prefix := cString(b[345:500]); prefix != "" && string(b[257:263]) == "ustar\x00" {
		e.name = prefix + "/" + e.name
	}
	switch e.kind {
	case tarFile, tarOldFile, tarWhole, tarNext, tarGlobal, tarLong, tarLink, 'S':
	default:
		e.size = 0 // the size of a folder or a link is not that of its content
	}
	return e, nil
}

// cString returns the bytes before the first zero byte.
func cString(b []byte) string {
	b, _, _ = bytes.Cut(b, []byte{0})
	return string(b)
}

// tarNumber reads a number in octal digits, or in bytes after one with the highest bit.
func tarNumber(b []byte) (n int64, ok bool) {
	if b[0]&0x80 == 0 {
		return digits(b, 8)
	}
	for i, c := range b {
		if i == 0 {
			c &= 0x7f
		}
		if n > math.MaxInt64>>8 {
			return 0, false
		}
		n = n<<8 | int64(c)
	}
	return n, true
}

// digits reads a number with blanks or zero bytes around it; blanks alone are 0.
func digits(b []byte, base int64) (n int64, ok bool) {
	for _, c := range bytes.Trim(b, " \x00") {
		d := int64(c) - '0'
		if d < 0 || d >= base || n > (math.MaxInt64-d)/base {
			return 0, false
		}
		n = n*base + d
	}
	return n, true
}

// Read implements io.Reader for the content of the current entry.
func (t *tarReader) Read(p []byte) (int, error) {
	if t.rest == 0 {
		return 0, io.EOF
	}
	n, err := t.r.Read(p[:min(int64(len(p)), t.rest)])
	if t.rest -= int64(n); err == io.EOF && t.rest > 0 {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}

// eachTar passes the files of a tar archive, compressed or not, to s. In one that is not
// compressed it skips what is not read.
func (f *File) eachTar(ctx context.Context, s *sieve) error {
	t, err := f.openTar(ctx)
	if err != nil {
		return err
	}
	for {
		e, err := t.next()
		if err == io.EOF { //nolint:errorlint // next returns it as it is
			return nil
		}
		if err == nil {
			err = s.count()
		}
		if err == nil {
			err = s.tarEntry(ctx, t, &e)
		}
		if err != nil {
			return err
		}
	}
}

// openTar returns a reader of a tar archive.
func (f *File) openTar(ctx context.Context) (*tarReader, error) {
	if f.kind == Tar {
		in := io.NewSectionReader(f.r, 0, f.size)
		return &tarReader{r: &checked{ctx, in}, skip: func(n int64) error {
			at, err := in.Seek(0, io.SeekCurrent)
			if err == nil && n > f.size-at {
				err = io.ErrUnexpectedEOF
			}
			if err == nil {
				_, err = in.Seek(n, io.SeekCurrent)
			}
			return err
		}}, nil
	}
	in, err := f.open(ctx)
	return &tarReader{r: in, skip: func(n int64) error {
		skipped, err := io.CopyN(io.Discard, in, n)
		if errors.Is(err, io.EOF) && skipped < n {
			err = io.ErrUnexpectedEOF
		}
		return err
	}}, err
}

// tarEntry passes on e, whose content is next in t.
func (s *sieve) tarEntry(ctx context.Context, t *tarReader, e *tarEntry) error {
	if e.kind == tarFolder || len(e.name) > 0 && e.name[len(e.name)-1] == '/' {
		return nil
	}
	path, ok := s.wants(e.name)
	if !ok {
		return nil
	}
	switch e.kind {
	case tarFile, tarOldFile, tarWhole:
	default:
		s.file.leave(special, path)
		return nil
	}
	return s.pass(&Entry{Path: path, Size: e.size, ModTime: e.modTime, read: func(limit int) ([]byte, error) {
		return s.file.take(ctx, t, limit)
	}})
}
