package copydesk

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"time"
)

// FS returns an archive of the first n files, which are generated when they are read.
func FS(n int) fs.FS { return desk(n) }

// desk is a file system whose value is its number of files. Its folders are years,
// months and days.
type desk int

// Open implements fs.FS.
func (d desk) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	if i, ok := d.index(name); ok {
		data := File(i)
		return &file{Reader: bytes.NewReader(data), info: d.fileInfo(i, int64(len(data)))}, nil
	}
	list, err := d.ReadDir(name)
	if err != nil {
		return nil, err
	}
	return &folder{info: info{name: path.Base(name), mode: fs.ModeDir | 0o755, at: firstDay}, list: list}, nil
}

// index returns the number of the file at name.
func (d desk) index(name string) (int, bool) {
	dir, base := path.Split(name)
	at, err := time.Parse("2006/01/02/", dir)
	if err != nil || at.Before(firstDay) {
		return 0, false
	}
	first := int(at.Sub(firstDay).Hours()/24) * perDay
	if isSerial(first) {
		return d.serial(name, first, base)
	}
	number, _, _ := strings.Cut(base, "-")
	k, err := strconv.Atoi(number)
	if err != nil || k < 0 || k >= perDay {
		return 0, false
	}
	return first + k, first+k < int(d) && Path(first+k) == name
}

// serial returns the number of the file at name, whose base has a serial number. It is
// one of ten, because the serial number has that of the group.
func (d desk) serial(name string, first int, base string) (int, bool) {
	const date = len("AEN20000113")
	if len(base) < date+4 {
		return 0, false
	}
	k, err := strconv.Atoi(base[date : date+4])
	if err != nil || k < 0 || k >= perDay {
		return 0, false
	}
	k -= k % perGroup
	for i := first + k; i < first+k+perGroup; i++ {
		if Path(i) == name {
			return i, i < int(d)
		}
	}
	return 0, false
}

// ReadDir implements fs.ReadDirFS.
func (d desk) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == "." {
		return d.folders("", "2006"), nil
	}
	for _, layout := range []string{"2006", "2006/01"} {
		if _, err := time.Parse(layout, name); err == nil {
			return d.folders(name+"/", layout+map[string]string{"2006": "/01", "2006/01": "/02"}[layout]), nil
		}
	}
	at, err := time.Parse("2006/01/02", name)
	first := int(at.Sub(firstDay).Hours()/24) * perDay
	if err != nil || first < 0 || first >= int(d) {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	var list []fs.DirEntry
	for i := first; i < min(first+perDay, int(d)); i++ {
		list = append(list, entry{d, i})
	}
	return list, nil
}

// folders returns the folders in prefix, in order.
func (d desk) folders(prefix, layout string) []fs.DirEntry {
	var list []fs.DirEntry
	last := ""
	for i := 0; i < int(d); i += perDay {
		name := day(i).Format(layout)
		if name != last && strings.HasPrefix(name, prefix) {
			list = append(list, fs.FileInfoToDirEntry(info{name: path.Base(name), mode: fs.ModeDir | 0o755, at: firstDay}))
		}
		last = name
	}
	return list
}

// fileInfo describes file i.
func (d desk) fileInfo(i int, size int64) info {
	return info{name: path.Base(Path(i)), size: size, mode: 0o644, at: day(i).Add(9 * time.Hour)}
}

// entry is a file that is generated when its size is needed.
type entry struct {
	desk desk
	i    int
}

func (e entry) Name() string      { return path.Base(Path(e.i)) }
func (e entry) IsDir() bool       { return false }
func (e entry) Type() fs.FileMode { return 0 }
func (e entry) Info() (fs.FileInfo, error) {
	return e.desk.fileInfo(e.i, int64(len(File(e.i)))), nil
}

// info implements fs.FileInfo.
type info struct {
	name string
	size int64
	mode fs.FileMode
	at   time.Time
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) Mode() fs.FileMode  { return i.mode }
func (i info) ModTime() time.Time { return i.at }
func (i info) IsDir() bool        { return i.mode.IsDir() }
func (i info) Sys() any           { return nil }

// file implements fs.File.
type file struct {
	*bytes.Reader
	info info
}

func (f *file) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *file) Close() error               { return nil }

// folder implements fs.ReadDirFile.
type folder struct {
	info info
	list []fs.DirEntry
	at   int
}

func (f *folder) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *folder) Read([]byte) (int, error)   { return 0, fs.ErrInvalid }
func (f *folder) Close() error               { return nil }

// ReadDir implements fs.ReadDirFile.
func (f *folder) ReadDir(n int) ([]fs.DirEntry, error) {
	rest := f.list[f.at:]
	if n <= 0 {
		f.at = len(f.list)
		return rest, nil
	}
	if len(rest) == 0 {
		return nil, io.EOF
	}
	rest = rest[:min(n, len(rest))]
	f.at += len(rest)
	return rest, nil
}
