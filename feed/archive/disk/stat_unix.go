//go:build linux || darwin

package disk

import (
	"os"

	"golang.org/x/sys/unix"
)

// Lstat returns what the system says about the folder at path, and the number of its
// file system.
func Lstat(path string) (f Folder, device uint64, err error) {
	return lstatAt(unix.AT_FDCWD, path)
}

// Tree is an open folder. A path in it is looked up faster than an absolute one.
type Tree struct {
	dir *os.File
	fd  int
}

// OpenTree opens the folder at path.
func OpenTree(path string) (*Tree, error) {
	dir, err := OpenFolder(path)
	if err != nil {
		return nil, err
	}
	return &Tree{dir, int(dir.Fd())}, nil
}

// Lstat is Lstat of a path in t. It may be called by several goroutines.
func (t *Tree) Lstat(path string) (f Folder, device uint64, err error) {
	return lstatAt(t.fd, path)
}

// Close closes the folder.
func (t *Tree) Close() error { return t.dir.Close() }

func lstatAt(dir int, path string) (f Folder, device uint64, err error) {
	var st unix.Stat_t
	if err := unix.Fstatat(dir, path, &st, unix.AT_SYMLINK_NOFOLLOW); err != nil {
		return Folder{}, 0, &os.PathError{Op: "lstat", Path: path, Err: err}
	}
	if st.Mode&unix.S_IFMT != unix.S_IFDIR {
		return Folder{}, 0, ErrNotFolder
	}
	return Folder{
		Mod:    Time{int64(st.Mtim.Sec), int64(st.Mtim.Nsec)},                             //nolint:unconvert // narrower elsewhere
		Change: Time{int64(st.Ctim.Sec), int64(st.Ctim.Nsec)},                             //nolint:unconvert // narrower elsewhere
		Inode:  st.Ino, Mode: uint32(st.Mode), Owner: uint64(st.Uid)<<32 | uint64(st.Gid), //nolint:unconvert // narrower elsewhere
	}, uint64(st.Dev), nil //nolint:unconvert // narrower elsewhere
}

// OpenFolder opens the folder at path, which is not a link, to list it.
func OpenFolder(path string) (*os.File, error) {
	return os.OpenFile(path, unix.O_RDONLY|unix.O_DIRECTORY|unix.O_NOFOLLOW|unix.O_NONBLOCK, 0)
}
