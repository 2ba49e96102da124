package marks

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"dateline/feed/feedtest"
	"dateline/feed/sqlite"
	"dateline/feed/story"
)

// rescued is the number of stories with marks of the files that are damaged.
const rescued = 300

// fileOf returns the path of a file with marks of that many stories, half of them starred. If
// backup is true, there is a backup of two thirds of them.
func fileOf(t *testing.T, backup bool) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "marks.db")
	m := reopen(t, path)
	stories := make([]Story, rescued)
	for i := range stories {
		stories[i] = Story{
			ID: story.NewID(strconv.Itoa(i)), Path: fmt.Sprint("2031/03/14/story-", i, ".txt"), Title: fmt.Sprint("Ferry stops off Tolvik ", i),
			Dateline: "TOLVIK, 2031-03-14", Name: int64(i), Digest: noise(16), Sample: noise(65),
		}
	}
	set(t, m, Read, Yes, stories[:rescued*2/3]...)
	if backup {
		if err := m.Backup(t.Context(), time.Now()); err != nil {
			t.Fatal(err)
		}
	}
	set(t, m, Read, Yes, stories[rescued*2/3:]...)
	set(t, m, Starred, Yes, stories[:rescued/2]...)
	for _, err := range []error{m.SaveSearch(t.Context(), "rates", "rate cut"), m.Close()} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return path
}

// damages are ways in which a file is damaged. Each returns the damaged data.
var damages = map[string]func(r *rand.Rand, data []byte) []byte{
	"50 bytes": func(r *rand.Rand, data []byte) []byte {
		for range 50 {
			data[r.IntN(len(data))] ^= byte(1 + r.IntN(255))
		}
		return data
	},
	"a page": func(r *rand.Rand, data []byte) []byte {
		copy(data[r.IntN(len(data)/4096)*4096:], noise(4096))
		return data
	},
	"the first page": func(_ *rand.Rand, data []byte) []byte {
		copy(data, noise(4096))
		return data
	},
	"the end": func(r *rand.Rand, data []byte) []byte { return data[:len(data)*(80+r.IntN(20))/100] },
	"zeros": func(r *rand.Rand, data []byte) []byte {
		clear(data[r.IntN(len(data)/4096)*4096:][:4096])
		return data
	},
}

func TestMostMarksOfADamagedFileAreSaved(t *testing.T) {
	for _, backup := range []bool{false, true} {
		path := fileOf(t, backup)
		whole, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for name, damage := range damages {
			worst, sum, trials := rescued, 0, 0
			for seed := range uint64(feedtest.Rounds(2, 60)) {
				data := damage(rand.New(rand.NewPCG(seed, 0)), append([]byte{}, whole...))
				saved, found := rescue1(t, path, data)
				if !found {
					continue
				}
				trials++
				sum += saved
				worst = min(worst, saved)
			}
			t.Logf("count: %d trials of %s in a marks file, backup %t: of %d stories %d are saved, at worst %d", trials, name, backup, rescued, sum/max(trials, 1), worst)
			least := rescued * 9 / 10
			if name == "the end" && !backup {
				least = rescued / 2
			}
			if worst < least {
				t.Errorf("%s, backup %t: %d stories are saved", name, backup, worst)
			}
		}
	}
}

// rescue1 damages the file at path and rescues it. It returns the number of stories that are
// read in the new file; found is false if the damage was not found.
func rescue1(t *testing.T, path string, data []byte) (saved int, found bool) {
	t.Helper()
	for _, suffix := range []string{"-wal", "-shm"} {
		_ = os.Remove(path + suffix)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	m, err := Open(t.Context(), path, Archive{Name: "desk", Path: "/desk"})
	if err == nil {
		_ = m.Close()
		return 0, false
	}
	if !Damaged(err) {
		t.Fatal(err)
	}
	r, err := Rescue(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if kept, err := os.ReadFile(r.Aside); err != nil || string(kept) != string(data) {
		t.Errorf("%s is not the damaged file, %v", r.Aside, err)
	}
	_ = os.Remove(r.Aside)
	m, err = Open(t.Context(), path, Archive{Name: "desk", Path: "/desk"})
	if err != nil {
		t.Fatalf("the new file: %v", err)
	}
	defer m.Close() //nolint:errcheck // it is only read
	ids := map[story.ID]bool{}
	for i := range rescued {
		ids[story.NewID(strconv.Itoa(i))] = true
	}
	rows, err := m.db.QueryContext(t.Context(), `SELECT id FROM marks WHERE read`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close() //nolint:errcheck // the test fails anyway
	for rows.Next() {
		var id story.ID
		if err := rows.Scan(&id); err != nil {
			t.Fatal(err)
		}
		if ids[id] {
			saved++
		}
	}
	if err := rows.Err(); err != nil {
		t.Error(err)
	}
	if err := m.checkAll(t.Context()); err != nil {
		t.Error(err)
	}
	return saved, true
}

func TestAnEmptyFileIsRestoredFromABackup(t *testing.T) {
	path := fileOf(t, true)
	if saved, found := rescue1(t, path, nil); !found || saved != rescued*2/3 {
		t.Errorf("%d stories are saved", saved)
	}
}

func TestARescueThatWasInterruptedIsFinished(t *testing.T) {
	path := fileOf(t, false)
	if err := sqlite.Move(path, path+rescueSuffix); err != nil {
		t.Fatal(err)
	}
	if got := mark(t, reopen(t, path), story.NewID("0")); !got.Starred {
		t.Errorf("%+v", got)
	}
}

func TestARescueThatFailsLeavesTheDamagedFile(t *testing.T) {
	path := fileOf(t, false)
	data := noise(9000)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(path+sourceSuffix, "in it"), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := Rescue(t.Context(), path); err == nil {
		t.Error("it did not fail")
	}
	if kept, err := os.ReadFile(path); err != nil || !bytes.Equal(kept, data) {
		t.Errorf("the damaged file has changed, %v", err)
	}
}

func TestABackupIsKeptThoughOthersAreOfLaterDays(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "[state")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	m := reopen(t, filepath.Join(dir, "marks.db"))
	day := time.Date(2031, 3, 14, 9, 0, 0, 0, time.UTC)
	for _, ahead := range []int{100, 101, 102, 103, 104, 105, 106, 0, 1} {
		if err := m.Backup(t.Context(), day.AddDate(0, 0, ahead)); err != nil {
			t.Fatal(err)
		}
	}
	list := backups(m.path)
	if len(list) != maxBackups || filepath.Base(list[5]) != "marks-2031-03-15.db" || filepath.Base(list[6]) != "marks-2031-03-14.db" {
		t.Errorf("%q are kept", list)
	}
}

func TestABackupIsMadeOnceADayAndSevenAreKept(t *testing.T) {
	path := fileOf(t, false)
	m := reopen(t, path)
	day := time.Date(2031, 3, 14, 12, 0, 0, 0, time.UTC)
	for i := range 9 {
		for range 2 {
			if err := m.Backup(t.Context(), day.AddDate(0, 0, i)); err != nil {
				t.Fatal(err)
			}
		}
		set(t, m, Read, Yes, Story{ID: story.NewID(fmt.Sprint("day ", i))})
	}
	list := backups(path)
	if len(list) != maxBackups || filepath.Base(list[0]) != "marks-2031-03-22.db" || filepath.Base(list[6]) != "marks-2031-03-16.db" {
		t.Errorf("%q", list)
	}
	all, err := filepath.Glob(filepath.Join(backupsOf(path), "*"))
	if err != nil || len(all) != maxBackups {
		t.Errorf("%q, %v", all, err)
	}
	copied := reopen(t, list[0])
	var n int
	if err := copied.db.QueryRowContext(t.Context(), `SELECT count(*) FROM marks`).Scan(&n); err != nil || n != rescued+8 {
		t.Errorf("%d marks, %v", n, err)
	}
}

func TestDamageThatIsFoundLaterIsRescuedAtTheNextStart(t *testing.T) {
	path := filepath.Join(t.TempDir(), "marks.db")
	m := reopen(t, path)
	fillMarks(t, m, 20000)
	set(t, m, Starred, Yes, Story{ID: "a"})
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	copy(data[len(data)/2&^4095:], noise(4096))
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	m = reopen(t, path)
	if err := m.Backup(t.Context(), time.Now()); !Damaged(err) {
		t.Fatalf("%v", err)
	}
	if list := backups(path); len(list) > 0 {
		t.Errorf("the damaged file was copied: %q", list)
	}
	_ = m.Close()
	if _, err := Open(t.Context(), path, Archive{}); !Damaged(err) {
		t.Fatalf("%v", err)
	}
	if r, err := Rescue(t.Context(), path); err != nil || r.Saved < 19900 {
		t.Fatalf("%+v, %v", r, err)
	}
	if got := mark(t, reopen(t, path), "a"); !got.Starred {
		t.Errorf("%+v", got)
	}
}
