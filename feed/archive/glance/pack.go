package glance

import (
	"cmp"
	"encoding/binary"
	"path/filepath"

	"dateline/feed/archive/disk"
)

// packed is the version of the form that Pack writes.
const packed = 1

// The flags of a record.
const (
	sureFlag = 1 << iota
	listedFlag
	linksFlag
	targetFlag
	placeFlag // its location differs from its path
)

// Pack returns folders as a blob, without their names. They are in the order that
// Log.Folders returns, so that a path shares its beginning with the one before.
func Pack(folders []*Folder) []byte {
	b := []byte{packed}
	last := ""
	for _, f := range folders {
		b = f.pack(b, last)
		last = f.Path
	}
	return b
}

func (f *Folder) pack(b []byte, last string) []byte {
	flags := flag(f.Sure, sureFlag) | flag(f.Listed, listedFlag) | flag(f.Links, linksFlag) | flag(f.Target, targetFlag)
	elsewhere := f.Location != place(f.Path)
	b = append(b, flags|flag(elsewhere, placeFlag))
	n := 0
	for n < len(last) && n < len(f.Path) && last[n] == f.Path[n] {
		n++
	}
	b = binary.AppendUvarint(b, uint64(n)) //nolint:gosec // not negative
	b = appendString(b, f.Path[n:])
	if elsewhere {
		b = appendString(b, f.Location)
	}
	for _, t := range []disk.Time{f.Stat.Mod, f.Stat.Change} {
		b = binary.AppendVarint(b, t.Sec)
		b = binary.AppendVarint(b, t.Nsec)
	}
	b = binary.AppendUvarint(b, f.Stat.Inode)
	b = binary.AppendUvarint(b, uint64(f.Stat.Mode))
	b = binary.AppendUvarint(b, f.Stat.Owner)
	return binary.LittleEndian.AppendUint64(b, f.Sum)
}

func flag(set bool, bit byte) byte {
	if set {
		return bit
	}
	return 0
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// place returns the location of a folder with that path that was not reached through
// a link.
func place(path string) string { return filepath.FromSlash(cmp.Or(path, ".")) }

// Unpack undoes Pack; ok is false for bytes that it cannot read.
func Unpack(b []byte) (folders []*Folder, ok bool) {
	u, ok := newUnpacker(b)
	if !ok {
		return nil, false
	}
	for u.more() {
		f := &Folder{}
		u.folder(f)
		folders = append(folders, f)
	}
	return folders, !u.failed
}

// unpacker reads what Pack wrote.
type unpacker struct {
	b      []byte
	last   string // the path of the last record
	failed bool
}

// newUnpacker returns an unpacker of b; ok is false if Pack did not write b.
func newUnpacker(b []byte) (u unpacker, ok bool) {
	if len(b) == 0 || b[0] != packed {
		return unpacker{}, false
	}
	return unpacker{b: b[1:]}, true
}

// more reports whether there is another record.
func (u *unpacker) more() bool { return len(u.b) > 0 && !u.failed }

// folder reads the next record into f.
func (u *unpacker) folder(f *Folder) {
	flags := u.bytes(1)[0]
	*f = Folder{
		Sure: flags&sureFlag != 0, Listed: flags&listedFlag != 0, Links: flags&linksFlag != 0, Target: flags&targetFlag != 0,
	}
	shared := u.uvarint()
	f.Path = u.last[:min(shared, uint64(len(u.last)))] + string(u.bytes(u.uvarint()))
	u.last, f.Location = f.Path, place(f.Path)
	if flags&placeFlag != 0 {
		f.Location = string(u.bytes(u.uvarint()))
	}
	for _, t := range []*disk.Time{&f.Stat.Mod, &f.Stat.Change} {
		*t = disk.Time{Sec: u.varint(), Nsec: u.varint()}
	}
	f.Stat.Inode, f.Stat.Mode, f.Stat.Owner = u.uvarint(), uint32(u.uvarint()), u.uvarint() //nolint:gosec // as it was packed
	f.Sum = binary.LittleEndian.Uint64(u.bytes(hashLen))
}

// bytes returns the next n bytes. After a failure it returns a few zeros.
func (u *unpacker) bytes(n uint64) []byte {
	if u.failed || n > uint64(len(u.b)) {
		u.failed = true
		return make([]byte, hashLen)
	}
	out := u.b[:n]
	u.b = u.b[n:]
	return out
}

func (u *unpacker) uvarint() uint64 {
	v, n := binary.Uvarint(u.b)
	return v * uint64(u.skip(n)) //nolint:gosec // 0 or 1
}

func (u *unpacker) varint() int64 {
	v, n := binary.Varint(u.b)
	return v * int64(u.skip(n))
}

// skip skips a number of n bytes and returns 1, or 0 if n says that there is none.
func (u *unpacker) skip(n int) int {
	if n <= 0 || u.failed {
		u.failed = true
		return 0
	}
	u.b = u.b[n:]
	return 1
}

// inOrder orders records as Pack wants them. A folder may be recorded as a Target too.
func inOrder(a, b *Folder) int {
	return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Location, b.Location), cmp.Compare(flag(a.Target, 1), flag(b.Target, 1)))
}
