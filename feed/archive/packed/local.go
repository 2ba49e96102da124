package packed

import (
	"bytes"
	"compress/flate"
	"context"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
)

// zipContent returns the content of z, as Entry.Read does.
func (f *File) zipContent(ctx context.Context, z *zipEntry, limit int) ([]byte, error) {
	head := f.bytes(z.offset, localLen)
	if !bytes.HasPrefix(head, []byte(localSign)) {
		return nil, &DamageError{Reason: "it is not where the archive says"}
	}
	le := binary.LittleEndian
	start := z.offset + localLen + int64(le.Uint16(head[26:])) + int64(le.Uint16(head[28:]))
	length := min(z.packed, f.size-start)
	if length < 0 {
		return nil, &DamageError{Reason: "it ends too early"}
	}
	in := &checked{ctx, io.NewSectionReader(f.r, start, length)}
	var r io.Reader
	var err error
	if kind := methods[z.method]; kind == Zip {
		r = flate.NewReader(in)
	} else if r, err = decoder(kind, in); err != nil {
		return nil, damaged(ctx, err)
	}
	data, err := f.take(ctx, r, limit)
	switch {
	case err != nil || len(data) > limit || z.unsized:
		return data, err
	case int64(len(data)) < z.size:
		return data, &DamageError{Reason: "it ends too early"}
	case int64(len(data)) > z.size || crc32.ChecksumIEEE(data) != z.crc:
		return data, &DamageError{Reason: "its checksum is wrong"}
	}
	return data, nil
}

// eachLocal passes the files of a zip archive without a directory to s, one after another.
func (f *File) eachLocal(ctx context.Context, s *sieve) error {
	for at := int64(0); ; {
		head := f.bytes(at, localLen)
		if !bytes.HasPrefix(head, []byte(localSign)) {
			return nil
		}
		if err := s.count(); err != nil {
			return err
		}
		le := binary.LittleEndian
		nameLen, extraLen := int(le.Uint16(head[26:])), int(le.Uint16(head[28:]))
		names := f.bytes(at+localLen, nameLen+extraLen)
		if names == nil {
			return nil
		}
		z := newZipEntry(head[4:], names[:nameLen], names[nameLen:])
		z.offset = at
		z.read64(names[nameLen:])
		start := at + localLen + int64(nameLen+extraLen)
		next := start + z.packed
		if z.flags&descriptorFlag != 0 && z.packed == 0 || z.packed < 0 || next < start {
			var err error
			if next, err = f.nextLocal(ctx, start); err != nil {
				return err
			}
			z.packed, z.size, z.crc, z.unsized = next-start, next-start, 0, true
		}
		if err := s.zipEntry(ctx, &z); err != nil {
			return err
		}
		at = next
	}
}

// nextLocal returns the offset of the next header of a file from at on, or the end of the
// archive.
func (f *File) nextLocal(ctx context.Context, at int64) (int64, error) {
	buf := make([]byte, 64<<10)
	for {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		n, err := f.r.ReadAt(buf, at)
		if err != nil && !errors.Is(err, io.EOF) {
			return 0, err
		}
		if i := bytes.Index(buf[:n], []byte(localSign)); i >= 0 {
			return at + int64(i), nil
		}
		if n < len(buf) {
			return f.size, nil
		}
		at += int64(n - len(localSign) + 1)
	}
}
