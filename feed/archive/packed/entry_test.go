package packed

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"
)

var day = time.Date(2031, 3, 14, 9, 0, 0, 0, time.UTC)

// zipped returns a zip archive of files, given by path, in order.
func zipped(files ...string) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i+1 < len(files); i += 2 {
		f, err := w.CreateHeader(&zip.FileHeader{Name: files[i], Method: zip.Deflate, Modified: day})
		if err == nil {
			_, err = io.WriteString(f, files[i+1])
		}
		if err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.String()
}

// tarred returns a tar archive of files, given by path, in order.
func tarred(files ...string) string {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for i := 0; i+1 < len(files); i += 2 {
		kind := byte(tar.TypeReg)
		if strings.HasSuffix(files[i], "/") {
			kind = tar.TypeDir
		}
		err := w.WriteHeader(&tar.Header{Typeflag: kind, Name: files[i], Mode: 0o644, Size: int64(len(files[i+1])), ModTime: day})
		if err == nil {
			_, err = io.WriteString(w, files[i+1])
		}
		if err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.String()
}

// archives returns an archive of each kind with those files.
func archives(files ...string) map[string]string {
	tar := tarred(files...)
	return map[string]string{"zip": zipped(files...), "tar": tar, "tar.gz": string(gzipped(tar)), "tar.zst": string(zstded(tar))}
}

func open(data string) *File {
	return New(strings.NewReader(data), int64(len(data)), KindOf([]byte(data)))
}

// listing returns "path: content" of each entry, and what was left out.
func listing(f *File, limit int) (list, left []string, err error) {
	err = f.Each(context.Background(), func(e *Entry) error {
		data, err := e.Read(limit)
		line := e.Path + ": " + string(data)
		if err != nil {
			line += " (" + err.Error() + ")"
		}
		list = append(list, line)
		return nil
	})
	for _, l := range f.Left() {
		left = append(left, fmt.Sprintf("%d: %s: %s", l.N, l.First, l.Reason))
	}
	return list, left, err
}

func TestTheFilesOfAnArchiveAreRead(t *testing.T) {
	for kind, data := range archives("b/ferry.txt", "The ferry sails.", "a.txt", "The pier opens.", "./c/../c.txt", "x", "./d//e.txt", "e", "\xe9.txt", "f", "empty", "") {
		f := open(data)
		list, left, err := listing(f, 100)
		want := []string{"b/ferry.txt: The ferry sails.", "a.txt: The pier opens.", "d/e.txt: e", "\xe9.txt: f", "empty: "}
		if !slices.Equal(list, want) || err != nil || len(left) != 1 {
			t.Errorf("%s: %q, %q, %v", kind, list, left, err)
		}
		err = f.Each(t.Context(), func(e *Entry) error {
			if !e.ModTime.Equal(day) || e.Path == "a.txt" && e.Size != 15 {
				t.Errorf("%s: %+v", kind, e)
			}
			return nil
		})
		if err != nil {
			t.Errorf("%s: %v", kind, err)
		}
		if _, err := f.Content(t.Context(), 100); !errors.Is(err, ErrHolds) {
			t.Errorf("%s: the content: %v", kind, err)
		}
	}
}

func TestWhatIsNoFileOfTheArchiveIsLeftOut(t *testing.T) {
	for kind, data := range archives("/etc/passwd", "x", "../up", "x", "a/../../up", "x", "a.txt", "a", "a.txt", "again", "./a.txt", "again",
		".hidden/a", "x", "b/.b", "x", "c~", "x", "folder/", "", strings.Repeat("long/", 1000)+"a", "x") {
		list, left, err := listing(open(data), 100)
		want := []string{"4: /etc/passwd: " + reasonTexts[outside], "2: a.txt: " + reasonTexts[repeated]}
		if !slices.Equal(list, []string{"a.txt: a"}) || !slices.Equal(left, want) || err != nil {
			t.Errorf("%s: %q, %q, %v", kind, list, left, err)
		}
	}
}

func TestEveryFormatOfTarIsRead(t *testing.T) {
	long := strings.Repeat("a-long-name/", 12) + "é.txt"
	for name, format := range map[string]tar.Format{"ferry.txt": tar.FormatUSTAR, strings.Repeat("long/", 25) + "a.txt": tar.FormatUSTAR, long: tar.FormatPAX, "x" + long: tar.FormatGNU} {
		var b bytes.Buffer
		w := tar.NewWriter(&b)
		for _, h := range []tar.Header{
			{Typeflag: tar.TypeDir, Name: "folder/", Format: format, ModTime: day},
			{Typeflag: tar.TypeReg, Name: name, Format: format, ModTime: day, Size: 5},
			{Typeflag: tar.TypeReg, Name: "last", Format: format, ModTime: day, Size: 5},
		} {
			err := w.WriteHeader(&h)
			if err == nil && h.Size > 0 {
				_, err = io.WriteString(w, "ferry")
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		list, left, err := listing(open(b.String()), 100)
		if !slices.Equal(list, []string{name + ": ferry", "last: ferry"}) || len(left) > 0 || err != nil {
			t.Errorf("%v: %q, %q, %v", format, list, left, err)
		}
		if list, _, err = listing(open(b.String()), 3); list[0] != name+": ferr" || err != nil {
			t.Errorf("%v: %q, %v", format, list, err)
		}
	}
}

func TestLinksAndDevicesAreLeftOut(t *testing.T) {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for i, kind := range []byte{tar.TypeSymlink, tar.TypeLink, tar.TypeChar, tar.TypeBlock, tar.TypeFifo} {
		if err := w.WriteHeader(&tar.Header{Typeflag: kind, Name: strconv.Itoa(i), Linkname: "/etc/passwd"}); err != nil {
			t.Fatal(err)
		}
	}
	list, left, err := listing(open(b.String()), 100)
	if len(list) > 0 || !slices.Equal(left, []string{"5: 0: " + reasonTexts[special]}) || err != nil {
		t.Errorf("%q, %q, %v", list, left, err)
	}
	b.Reset()
	z := zip.NewWriter(&b)
	h := zip.FileHeader{Name: "link"}
	h.SetMode(0o777 | 1<<27) // fs.ModeSymlink
	if _, err := z.CreateHeader(&h); err != nil {
		t.Fatal(err)
	}
	odd := zip.FileHeader{Name: "odd", Method: 99}
	z.RegisterCompressor(99, func(w io.Writer) (io.WriteCloser, error) { return nopCloser{w}, nil })
	if _, err := z.CreateHeader(&odd); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	list, left, err = listing(open(b.String()), 100)
	if len(list) > 0 || !slices.Equal(left, []string{"1: link: " + reasonTexts[special], "1: odd: " + reasonTexts[unknownMethod]}) || err != nil {
		t.Errorf("%q, %q, %v", list, left, err)
	}
}

func TestAFileInAZipMayBeCompressedWithZstd(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	w.RegisterCompressor(93, func(w io.Writer) (io.WriteCloser, error) { return zstd.NewWriter(w) })
	f, err := w.CreateHeader(&zip.FileHeader{Name: "a.txt", Method: 93})
	if err == nil {
		_, err = io.WriteString(f, text)
	}
	if err := errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	list, left, err := listing(open(b.String()), 100)
	if !slices.Equal(list, []string{"a.txt: " + text}) || len(left) > 0 || err != nil {
		t.Errorf("%q, %q, %v", list, left, err)
	}
}

type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }

func TestEncryptedFilesAreLeftOut(t *testing.T) {
	data := []byte(zipped("a.txt", "a", "b.txt", "b"))
	at := bytes.Index(data, []byte(fileSign))
	data[at+8] |= encryptedFlag
	list, left, err := listing(open(string(data)), 100)
	if !slices.Equal(list, []string{"b.txt: b"}) || !slices.Equal(left, []string{"1: a.txt: " + reasonTexts[encrypted]}) || err != nil {
		t.Errorf("%q, %q, %v", list, left, err)
	}
}

func TestOfficeDocumentsAreNoArchives(t *testing.T) {
	for _, first := range []string{"[Content_Types].xml", "word/document.xml", "META-INF/MANIFEST.MF"} {
		if kind := KindOf([]byte(zipped(first, "x"))); kind != Plain {
			t.Errorf("%s: kind %d", first, kind)
		}
	}
	if kind := KindOf([]byte(zipped("password/a.txt", "x"))); kind != Zip {
		t.Errorf("kind %d", kind)
	}
}

func TestAnArchiveThatIsCutOffGivesWhatComesBefore(t *testing.T) {
	for kind, data := range archives("a.txt", "The pier opens.", "b.txt", "The ferry sails.") {
		last := 0
		for n := 1; n < len(data); n++ {
			if KindOf([]byte(data[:n])) == Plain {
				continue
			}
			list, _, err := listing(open(data[:n]), 100)
			if _, ok := errors.AsType[*DamageError](err); err != nil && !ok {
				t.Fatalf("%s, %d bytes: %v", kind, n, err)
			}
			if err == nil && len(list) < 2 && kind != "tar" { // a tar archive has no end but that of the file
				t.Errorf("%s, %d bytes: %q and no error", kind, n, list)
			}
			last = max(last, len(list))
		}
		if last != 2 && kind != "tar.zst" { // a block of zstd, here the whole file, is read whole or not at all
			t.Errorf("%s: %d files at most", kind, last)
		}
	}
	data := zipped("a.txt", "The pier opens.", "b.txt", "The ferry sails.")
	data, _, _ = strings.Cut(data, fileSign)
	list, _, err := listing(open(data), 100)
	if !slices.Equal(list, []string{"a.txt: The pier opens.", "b.txt: The ferry sails."}) || !errors.Is(err, errDirectory) {
		t.Errorf("%q, %v", list, err)
	}
}

func TestADamagedFileInAZipIsReported(t *testing.T) {
	data := []byte(zipped("a.txt", "The pier opens.", "b.txt", "The ferry sails."))
	at := bytes.Index(data, []byte(fileSign))
	data[at+16]++ // the checksum
	list, _, err := listing(open(string(data)), 100)
	if !slices.Equal(list, []string{"a.txt: The pier opens. (its checksum is wrong)", "b.txt: The ferry sails."}) || err != nil {
		t.Errorf("%q, %v", list, err)
	}
}

func TestAProgramMayStandBeforeAZip(t *testing.T) {
	data := "PK\x03\x04 a program" + zipped("a.txt", "a")
	list, _, err := listing(open(data), 100)
	if !slices.Equal(list, []string{"a.txt: a"}) || err != nil {
		t.Errorf("%q, %v", list, err)
	}
}

func TestABombIsNotUnpackedToItsEnd(t *testing.T) {
	zeros := strings.Repeat("\x00", 4<<20)
	var files []string
	for i := range 21 {
		files = append(files, strconv.Itoa(i), zeros)
	}
	for kind, data := range archives(files...) {
		if kind == "tar" {
			continue
		}
		f := open(data)
		damages := 0
		err := f.Each(t.Context(), func(e *Entry) error {
			if _, err := e.Read(8 << 20); err != nil {
				damages++
			}
			return nil
		})
		if limit := int64(freeBytes + maxRatio*len(data) + 9<<20); damages == 0 && err == nil || f.spent > limit {
			t.Errorf("%s of %d bytes: %d were unpacked, %v", kind, len(data), f.spent, err)
		}
	}
}

func TestAnArchiveOfAMillionFilesIsReadInPart(t *testing.T) {
	const n = 1 << 20
	var b bytes.Buffer
	for i := range n {
		b.WriteString(fileSign)
		b.Write(make([]byte, 24))
		_ = binary.Write(&b, binary.LittleEndian, [3]uint16{7, 0, 0})
		b.Write(make([]byte, 12))
		fmt.Fprintf(&b, "%07d", i)
	}
	end := make([]byte, endLen)
	copy(end, endSign)
	binary.LittleEndian.PutUint32(end[12:], uint32(b.Len()))
	binary.LittleEndian.PutUint32(end[16:], 4)
	data := localSign + b.String() + string(end)
	found := 0
	err := open(data).Each(t.Context(), func(*Entry) error { found++; return nil })
	if d, ok := errors.AsType[*DamageError](err); found != maxEntries || !ok || !d.Large {
		t.Errorf("%d entries, %v", found, err)
	}
}

func TestAnErrorOfTheCallerEndsTheWalk(t *testing.T) {
	for kind, data := range archives("a.txt", "a", "b.txt", "b") {
		n := 0
		if err := open(data).Each(t.Context(), func(*Entry) error { n++; return io.ErrClosedPipe }); !errors.Is(err, io.ErrClosedPipe) || n != 1 {
			t.Errorf("%s: %d entries, %v", kind, n, err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if err := open(data).Each(ctx, func(*Entry) error { return nil }); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

// FuzzEach checks the paths, the lengths and the errors of what is read from any bytes.
func FuzzEach(f *testing.F) {
	for _, data := range archives("a.txt", "a", "b/c.txt", "The ferry sails.") {
		f.Add([]byte(data))
		f.Add([]byte(data[:len(data)/2]))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if KindOf(data) == Plain {
			return
		}
		const limit = 1 << 16
		err := open(string(data)).Each(t.Context(), func(e *Entry) error {
			if e.Path == "" || e.Path[0] == '/' || slices.Contains(strings.Split(e.Path, "/"), "..") {
				t.Errorf("the path is %q", e.Path)
			}
			out, err := e.Read(limit)
			if _, ok := errors.AsType[*DamageError](err); err != nil && !ok || len(out) > limit+1 {
				t.Errorf("%s: %d bytes, %v", e.Path, len(out), err)
			}
			return nil
		})
		if _, ok := errors.AsType[*DamageError](err); err != nil && !ok {
			t.Errorf("the error is not a *DamageError: %v", err)
		}
	})
}

func TestSeveralTarArchivesInOneFileAreRead(t *testing.T) {
	first, last := tarred("a.txt", "The pier opens."), tarred("b.txt", "The ferry sails.")
	blanks := strings.Repeat("\x00", tarBlock*maxTarBlanks)
	for data, want := range map[string]int{
		first + last: 2, first + strings.Repeat("\x00", 1<<14) + last: 2, string(gzipped(first)) + string(gzipped(last)): 2,
		first + blanks + last: 1, first + "no archive" + strings.Repeat("x", 2*tarBlock): 1, first[:len(first)-tarBlock]: 1, first + "\x00": 1,
	} {
		if list, left, err := listing(open(data), 100); len(list) != want || len(left) > 0 || err != nil {
			t.Errorf("%d bytes: %q, %q, %v, want %d files", len(data), list, left, err, want)
		}
	}
}
