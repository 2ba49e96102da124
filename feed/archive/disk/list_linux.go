package disk

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// The layout of an entry of getdents64(2): inode, offset, length, kind, name.
const (
	lengthAt = 16
	kindAt   = 18
	nameAt   = 19
)

// listSize is the size of the buffer for a listing.
const listSize = 64 << 10

// List calls yield with every entry of dir: its name, which is valid until yield
// returns, its inode number, and its kind. It stops at the first error.
func List(dir *os.File, yield func(name []byte, inode uint64, kind Kind) error) error {
	conn, err := dir.SyscallConn()
	if err != nil {
		return err
	}
	buf := make([]byte, listSize)
	for {
		var n int
		var errno error
		if err := conn.Control(func(fd uintptr) { n, errno = readDirent(int(fd), buf) }); err != nil {
			return err
		}
		switch {
		case errors.Is(errno, unix.ENOENT): // the folder was removed
			return nil
		case errno != nil:
			return &os.PathError{Op: "getdents", Path: dir.Name(), Err: errno}
		case n <= 0:
			return nil
		}
		if err := entries(buf[:n], yield); err != nil {
			return err
		}
	}
}

func readDirent(fd int, buf []byte) (n int, err error) {
	for {
		if n, err = unix.Getdents(fd, buf); !errors.Is(err, unix.EINTR) {
			return n, err
		}
	}
}

// entries calls yield with the entries in buf.
func entries(buf []byte, yield func(name []byte, inode uint64, kind Kind) error) error {
	for len(buf) > nameAt {
		length := int(binary.NativeEndian.Uint16(buf[lengthAt:]))
		if length <= nameAt || length > len(buf) {
			return nil
		}
		entry := buf[:length]
		buf = buf[length:]
		inode := binary.NativeEndian.Uint64(entry)
		name := entry[nameAt:]
		if end := bytes.IndexByte(name, 0); end >= 0 {
			name = name[:end]
		}
		if inode == 0 || string(name) == "." || string(name) == ".." {
			continue
		}
		if err := yield(name, inode, kindOf(entry[kindAt])); err != nil {
			return err
		}
	}
	return nil
}

func kindOf(t byte) Kind {
	switch t {
	case unix.DT_UNKNOWN:
		return Unknown
	case unix.DT_REG:
		return File
	case unix.DT_LNK:
		return Link
	}
	return Other
}
