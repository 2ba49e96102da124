package marks

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"dateline/feed/sqlite"
	"dateline/feed/story"
)

// noise returns n bytes that are not a database.
func noise(n int) []byte {
	b := make([]byte, n)
	x := uint32(7)
	for i := range b {
		x = x*1664525 + 1013904223
		b[i] = byte(x >> 24)
	}
	return b
}

// content returns the content of a file of 500 marks.
func content(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "marks.db")
	m := reopen(t, path)
	if _, err := m.db.ExecContext(t.Context(), "PRAGMA synchronous=OFF"); err != nil {
		t.Fatal(err)
	}
	stories := make([]Story, 500)
	for i := range stories {
		stories[i] = Story{ID: story.NewID(strconv.Itoa(i)), Digest: noise(32)}
	}
	set(t, m, Read, Yes, stories...)
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestDamageIsFoundWhenMarksAreOpened(t *testing.T) {
	for name, damage := range map[string]func(data []byte) []byte{
		"noise":               func([]byte) []byte { return noise(9000) },
		"text":                func([]byte) []byte { return []byte(strings.Repeat("This is not a database. ", 400)) },
		"half of it":          func(data []byte) []byte { return data[:len(data)/2] },
		"noise at the end":    func(data []byte) []byte { return append(data[:len(data)-4096], noise(4096)...) },
		"zeros in the middle": func(data []byte) []byte { clear(data[8192 : len(data)-4096]); return data },
		"no tables":           func(data []byte) []byte { clear(data[100:4096]); return data },
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "marks.db")
			data := damage(content(t))
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := Open(t.Context(), path, Archive{}); !Damaged(err) {
				t.Fatalf("opened with %v", err)
			}
			if after, err := os.ReadFile(path); err != nil || string(after) != string(data) {
				t.Errorf("the file has changed, %v", err)
			}
		})
	}
}

func TestAnotherDatabaseIsReportedAsDamaged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "marks.db")
	db := sqlite.Pool(sqlite.URI(path), sqlite.Options{Conns: 1})
	if _, err := db.ExecContext(t.Context(), "CREATE TABLE marks (weight); PRAGMA user_version = 1"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), path, Archive{}); !Damaged(err) {
		t.Errorf("opened with %v", err)
	}
}

func TestSetAsideNeverOverwritesAFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "marks.db")
	for i, want := range []string{".damaged", ".damaged.2", ".damaged.4"} {
		for _, suffix := range []string{"", "-wal"} {
			if err := os.WriteFile(path+suffix, fmt.Append(nil, i, suffix), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if i == 2 { // a log alone also makes its name used
			if err := os.WriteFile(path+".damaged.3-wal", nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := setAside(path, "damaged"); got != path+want || err != nil {
			t.Fatalf("set aside as %s, %v", got, err)
		}
		for _, suffix := range []string{"", "-wal"} {
			if data, err := os.ReadFile(path + want + suffix); string(data) != fmt.Sprint(i, suffix) || err != nil {
				t.Errorf("%s holds %q, %v", want+suffix, data, err)
			}
			if _, err := os.Stat(path + suffix); !os.IsNotExist(err) {
				t.Errorf("%s is still there: %v", path+suffix, err)
			}
		}
	}
}

// full keeps the database of m from growing.
func full(t *testing.T, m *Marks) {
	t.Helper()
	if _, err := m.db.ExecContext(t.Context(), "PRAGMA max_page_count = 1"); err != nil {
		t.Fatal(err)
	}
}

func TestAFailureToSaveIsAPlainSentence(t *testing.T) {
	dir := t.TempDir()
	m := reopen(t, filepath.Join(dir, "marks.db"))
	full(t, m)
	long := story.ID(strings.Repeat("long", 4000))
	for result, err := range map[string]error{
		"the mark was not saved":               m.See(t.Context(), Story{ID: long}),
		"the place in the story was not saved": m.SetPlace(t.Context(), Story{ID: long}, Place{}),
		"where you stopped was not saved":      m.SaveSession(t.Context(), "reader", long),
	} {
		if want := result + ": the disk is full at " + dir; !sqlite.Full(err) || err.Error() != want {
			t.Errorf("%v, want %q", err, want)
		}
	}
}

func TestTroubleNamesTheFile(t *testing.T) {
	dir := t.TempDir()
	blocked := filepath.Join(dir, "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(dir, "folder")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		filepath.Join(blocked, "marks.db"): blocked + " cannot be used: not a directory",
		folder:                             folder + " cannot be opened or created",
	} {
		_, err := Open(t.Context(), path, Archive{})
		if got := Trouble(path, err); got != want {
			t.Errorf("%q, want %q (%v)", got, want, err)
		}
	}
	if got := Trouble("marks.db", &NewerError{7}); got != "marks.db was written by a newer dateline" {
		t.Errorf("newer marks: %q", got)
	}
}

func TestACancelledMarkIsNotReportedAsDamage(t *testing.T) {
	m := reopen(t, filepath.Join(t.TempDir(), "marks.db"))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := m.See(ctx, Story{ID: "a"}); !errors.Is(err, context.Canceled) || Damaged(err) || sqlite.Full(err) {
		t.Errorf("%v", err)
	}
}

// BenchmarkOpen opens 100,000 marks. Its budget is that of an empty file, and one millisecond.
func BenchmarkOpen(b *testing.B) {
	path := filepath.Join(b.TempDir(), "marks.db")
	m, err := Open(b.Context(), path, Archive{})
	if err != nil {
		b.Fatal(err)
	}
	fillMarks(b, m, 100000)
	if err := m.Close(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		m, err := Open(b.Context(), path, Archive{})
		if err != nil {
			b.Fatal(err)
		}
		if err := m.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
