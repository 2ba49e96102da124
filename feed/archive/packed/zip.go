package packed

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"time"
)

// The records of a zip archive: how they begin and the length of their fixed parts.
const (
	localSign  = "PK\x03\x04"
	fileSign   = "PK\x01\x02"
	endSign    = "PK\x05\x06"
	end64Sign  = "PK\x06\x06"
	locateSign = "PK\x06\x07"

	localLen  = 30
	fileLen   = 46
	endLen    = 22
	end64Len  = 56
	locateLen = 20
)

// The bits of the flags of an entry.
const (
	encryptedFlag  = 1
	descriptorFlag = 8 // the sizes follow the content
)

// errDirectory says that an archive has no directory that can be read.
var errDirectory = errors.New("its directory is damaged or missing")

// directory is where the directory of a zip archive lies.
type directory struct {
	start, end int64
	base       int64 // offsets count from here: a program may stand before the archive
	n          uint64
}

// findDirectory reads the end of the archive.
func (f *File) findDirectory() (d directory, err error) {
	tail := make([]byte, min(f.size, endLen+math.MaxUint16))
	at := f.size - int64(len(tail))
	if _, err := f.r.ReadAt(tail, at); err != nil && !errors.Is(err, io.EOF) {
		return d, err
	}
	i := bytes.LastIndex(tail, []byte(endSign))
	if i < 0 || len(tail)-i < endLen {
		return d, errDirectory
	}
	end, le := tail[i:], binary.LittleEndian
	d = directory{end: at + int64(i), n: uint64(le.Uint16(end[10:]))}
	size, offset := uint64(le.Uint32(end[12:])), uint64(le.Uint32(end[16:]))
	if d.n == math.MaxUint16 || size == math.MaxUint32 || offset == math.MaxUint32 {
		if end64, at, ok := f.end64(d.end); ok {
			d.end, d.n = at, le.Uint64(end64[32:])
			size, offset = le.Uint64(end64[40:]), le.Uint64(end64[48:])
		}
	}
	if size > uint64(d.end) || offset > uint64(d.end)-size { //nolint:gosec // an offset in a file is not negative
		return d, errDirectory
	}
	d.start = d.end - int64(size)    //nolint:gosec // at most d.end
	d.base = d.start - int64(offset) //nolint:gosec // at most d.start
	if d.n > size/fileLen {          // the sign of the end is in a comment, or hostile
		return d, errDirectory
	}
	return d, nil
}

// end64 returns the end of a large archive, whose other end is at end.
func (f *File) end64(end int64) (b []byte, at int64, ok bool) {
	locator := f.bytes(end-locateLen, locateLen)
	if !bytes.HasPrefix(locator, []byte(locateSign)) {
		return nil, 0, false
	}
	at = int64(binary.LittleEndian.Uint64(locator[8:])) //nolint:gosec // bytes checks it
	b = f.bytes(at, end64Len)
	return b, at, bytes.HasPrefix(b, []byte(end64Sign)) && at < end
}

// bytes returns n bytes at an offset, nil if there are none.
func (f *File) bytes(at int64, n int) []byte {
	b := make([]byte, n)
	if at < 0 || at > f.size-int64(n) {
		return nil
	}
	if _, err := f.r.ReadAt(b, at); err != nil && !errors.Is(err, io.EOF) {
		return nil
	}
	return b
}

// eachZip passes the files of a zip archive to s. Without a directory it goes from file to
// file.
func (f *File) eachZip(ctx context.Context, s *sieve) error {
	d, err := f.findDirectory()
	if err == nil {
		err = f.eachListed(ctx, d, s)
	}
	if errors.Is(err, errDirectory) && s.n == 0 {
		if err := f.eachLocal(ctx, s); err != nil {
			return err
		}
	}
	return err
}

// eachListed reads the directory d.
func (f *File) eachListed(ctx context.Context, d directory, s *sieve) error {
	in := bufio.NewReaderSize(io.NewSectionReader(f.r, d.start, d.end-d.start), 64<<10)
	head := make([]byte, fileLen)
	var names []byte
	for n := uint64(0); ; n++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		if _, err := io.ReadFull(in, head); err != nil || string(head[:4]) != fileSign {
			if n != d.n && n&math.MaxUint16 != d.n {
				return errDirectory
			}
			return nil // the directory ends here
		}
		if err := s.count(); err != nil {
			return err
		}
		le := binary.LittleEndian
		nameLen, extraLen := int(le.Uint16(head[28:])), int(le.Uint16(head[30:]))
		size := nameLen + extraLen + int(le.Uint16(head[32:]))
		if names = append(names[:0], make([]byte, size)...); size > 0 {
			if _, err := io.ReadFull(in, names); err != nil {
				return errDirectory
			}
		}
		z := newZipEntry(head[6:], names[:nameLen], names[nameLen:nameLen+extraLen])
		z.offset = int64(le.Uint32(head[42:]))
		z.mode = le.Uint32(head[38:]) >> 16
		z.read64(names[nameLen : nameLen+extraLen])
		z.offset += d.base
		if err := s.zipEntry(ctx, &z); err != nil {
			return err
		}
	}
}

// zipEntry is an entry of a zip archive.
type zipEntry struct {
	name         string
	flags        uint16
	method       uint16
	modTime      time.Time
	crc          uint32
	packed, size int64
	offset       int64  // of its own header
	mode         uint32 // of the file in Unix, 0 if unknown
	unsized      bool   // packed and size are at most those; crc is not known
}

// newZipEntry reads a header from the version on, which both kinds of header have.
func newZipEntry(head, name, extra []byte) zipEntry {
	le := binary.LittleEndian
	z := zipEntry{
		name: string(name), flags: le.Uint16(head[2:]), method: le.Uint16(head[4:]), crc: le.Uint32(head[10:]),
		packed: int64(le.Uint32(head[14:])), size: int64(le.Uint32(head[18:])),
	}
	z.modTime = dosTime(le.Uint16(head[8:]), le.Uint16(head[6:]))
	if t := field(extra, 0x5455); len(t) >= 5 && t[0]&1 != 0 { // seconds since 1970
		z.modTime = time.Unix(int64(int32(le.Uint32(t[1:]))), 0) //nolint:gosec // the field is signed
	}
	return z
}

// dosTime returns a time in the notation of DOS, which has no time zone.
func dosTime(date, clock uint16) time.Time {
	return time.Date(int(date>>9)+1980, time.Month(date>>5&0xf), int(date&0x1f),
		int(clock>>11), int(clock>>5&0x3f), int(clock&0x1f)*2, 0, time.UTC)
}

// field returns the field of extra with that number, nil if there is none.
func field(extra []byte, number uint16) []byte {
	le := binary.LittleEndian
	for len(extra) >= 4 {
		n := int(le.Uint16(extra[2:]))
		if n > len(extra)-4 {
			return nil
		}
		if le.Uint16(extra) == number {
			return extra[4 : 4+n]
		}
		extra = extra[4+n:]
	}
	return nil
}

// read64 replaces the numbers that had no room in the header by those of a field.
func (z *zipEntry) read64(extra []byte) {
	b := field(extra, 1)
	for _, v := range []*int64{&z.size, &z.packed, &z.offset} {
		if *v == math.MaxUint32 && len(b) >= 8 {
			*v = int64(binary.LittleEndian.Uint64(b)) //nolint:gosec // content checks it
			b = b[8:]
		}
	}
}

// The kinds of a file in a Unix mode.
const (
	modeKind   = 0xF000
	modeFolder = 0x4000
	modeFile   = 0x8000
)

// methods are the ways to compress an entry; Plain with a method of 0 is not compressed.
var methods = map[uint16]Kind{0: Plain, 8: Zip, 12: Bzip2, 93: Zstd, 95: XZ}

// zipEntry passes on z.
func (s *sieve) zipEntry(ctx context.Context, z *zipEntry) error {
	kind := z.mode & modeKind
	if kind == modeFolder || len(z.name) > 0 && z.name[len(z.name)-1] == '/' {
		return nil
	}
	path, ok := s.wants(z.name)
	if !ok {
		return nil
	}
	_, known := methods[z.method]
	switch {
	case kind != 0 && kind != modeFile:
		s.file.leave(special, path)
		return nil
	case z.flags&encryptedFlag != 0:
		s.file.leave(encrypted, path)
		return nil
	case !known:
		s.file.leave(unknownMethod, path)
		return nil
	}
	e := Entry{Path: path, Size: z.size, ModTime: z.modTime, Checksum: z.crc, read: func(limit int) ([]byte, error) {
		return s.file.zipContent(ctx, z, limit)
	}}
	return s.pass(&e)
}
