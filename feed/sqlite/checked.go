package sqlite

import (
	"encoding/binary"
	"hash/crc32"
	"sync"
	"unsafe"

	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"
)

// Checked returns the name of a VFS for files whose every page ends with a checksum of
// its content and number: CRC-32C, in bytes that SQLite reserves. SQLite alone notices
// changed bytes only where they break the structure of a tree. With this VFS a page with
// changed bytes cannot be read, and the error is one for which Damaged reports true. A
// database that another VFS has created or written is damaged too.
//
// The VFS is the default one, except that it checks the pages of main databases when it
// reads them and completes them when it writes them. Journals and logs have checksums of
// their own. SQLite checks those of a log when it opens one that a process has left
// behind, and a page gets its checksum when it is copied from the log to the database.
func Checked() string {
	register()
	return checkedName
}

const (
	checkedName = "checked"
	checkedPage = 16384 // bytes of a page
	reserved    = 4     // bytes at the end of a page

	// Offsets in the header of a database.
	headerPageSize = 16 // 2 bytes
	headerReserved = 20 // 1 byte
	headerSize     = 100
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// checksum returns the checksum of the page at offset, without its last bytes.
func checksum(page []byte, offset int64) uint32 {
	number := uint32(offset/checkedPage) + 1 //nolint:gosec // SQLite has no more than 2³² pages
	return crc32.Update(number, castagnoli, page[:checkedPage-reserved])
}

// The functions of a VFS that are replaced.
type (
	openFunc  = func(tls *libc.TLS, vfs, name, file uintptr, flags int32, outFlags uintptr) int32
	ioFunc    = func(tls *libc.TLS, file, buf uintptr, n int32, offset int64) int32
	traitFunc = func(tls *libc.TLS, file uintptr) int32
)

// methods are the functions of an open file, and those that they replace. SQLite has a
// pointer to them in each file.
type methods struct {
	sqlite3.Tsqlite3_io_methods

	read, write ioFunc
	traits      traitFunc
}

// checked is the VFS.
var checked struct {
	vfs   sqlite3.Tsqlite3_vfs
	inner uintptr // the default VFS
	open  openFunc

	mu      sync.Mutex
	methods map[uintptr]*methods // by the address of those that they replace
}

var register = sync.OnceFunc(func() {
	tls := libc.NewTLS()
	defer tls.Close()
	checked.inner = sqlite3.Xsqlite3_vfs_find(tls, 0)
	checked.vfs = *at[sqlite3.Tsqlite3_vfs](checked.inner)
	checked.methods = map[uintptr]*methods{}
	checked.open = function[openFunc](checked.vfs.FxOpen)
	checked.vfs.FzName, _ = libc.CString(checkedName)
	checked.vfs.FpNext = 0
	setFunction(&checked.vfs.FxOpen, openChecked)
	sqlite3.Xsqlite3_vfs_register(tls, uintptr(unsafe.Pointer(&checked.vfs)), 0)
})

// openChecked opens a file with the default VFS, and replaces its functions if it is a
// database.
//
//nolint:revive // SQLite's interface has six arguments
func openChecked(tls *libc.TLS, _, name, file uintptr, flags int32, outFlags uintptr) int32 {
	rc := checked.open(tls, checked.inner, name, file, flags, outFlags)
	f := at[sqlite3.Tsqlite3_file](file)
	if rc == sqlite3.SQLITE_OK && flags&sqlite3.SQLITE_OPEN_MAIN_DB != 0 {
		f.FpMethods = uintptr(unsafe.Pointer(checkedMethods(f.FpMethods)))
	}
	return rc
}

// checkedMethods returns the functions that replace those at address.
func checkedMethods(address uintptr) *methods {
	checked.mu.Lock()
	defer checked.mu.Unlock()
	m := checked.methods[address]
	if m == nil {
		m = &methods{Tsqlite3_io_methods: *at[sqlite3.Tsqlite3_io_methods](address)}
		m.FiVersion = min(m.FiVersion, 2) // later versions have pages mapped, which nothing checks
		m.read, m.write = function[ioFunc](m.FxRead), function[ioFunc](m.FxWrite)
		m.traits = function[traitFunc](m.FxDeviceCharacteristics)
		setFunction(&m.FxRead, readChecked)
		setFunction(&m.FxWrite, writeChecked)
		setFunction(&m.FxDeviceCharacteristics, wholePages)
		checked.methods[address] = m
	}
	return m
}

// readChecked reads from a database and checks the page, if it is a whole one. SQLite reads
// parts only of the header.
func readChecked(tls *libc.TLS, file, buf uintptr, n int32, offset int64) int32 {
	rc := methodsOf(file).read(tls, file, buf, n, offset)
	if rc != sqlite3.SQLITE_OK && rc != sqlite3.SQLITE_IOERR_SHORT_READ {
		return rc
	}
	b := unsafe.Slice(at[byte](buf), n)
	switch {
	case n == checkedPage:
		if rc != sqlite3.SQLITE_OK || binary.BigEndian.Uint32(b[checkedPage-reserved:]) != checksum(b, offset) {
			return sqlite3.SQLITE_CORRUPT
		}
	case offset == 0 && n >= headerSize:
		// An empty file, and one with another header, is taken for one with such pages:
		// SQLite creates the former so, and the first page of the latter has no such checksum.
		binary.BigEndian.PutUint16(b[headerPageSize:], checkedPage)
		b[headerReserved] = reserved
	}
	return rc
}

// writeChecked writes to a database, and completes the page.
func writeChecked(tls *libc.TLS, file, buf uintptr, n int32, offset int64) int32 {
	if n == checkedPage {
		b := unsafe.Slice(at[byte](buf), n)
		binary.BigEndian.PutUint32(b[checkedPage-reserved:], checksum(b, offset))
	}
	return methodsOf(file).write(tls, file, buf, n, offset)
}

// wholePages returns the traits of a database, less the one by which SQLite would read
// parts of pages.
func wholePages(tls *libc.TLS, file uintptr) int32 {
	return methodsOf(file).traits(tls, file) &^ sqlite3.SQLITE_IOCAP_SUBPAGE_READ
}

func methodsOf(file uintptr) *methods { return at[methods](at[sqlite3.Tsqlite3_file](file).FpMethods) }

// at returns a pointer to SQLite's value at address.
func at[T any](address uintptr) *T { return *(**T)(unsafe.Pointer(&address)) }

// function returns the function that SQLite has at address.
func function[F any](address uintptr) F { return *(*F)(unsafe.Pointer(&address)) }

// setFunction makes SQLite call f, which must not be a closure, by the address in field.
func setFunction[F any](field *uintptr, f F) { *(*F)(unsafe.Pointer(field)) = f }
