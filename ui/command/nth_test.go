package command_test

import (
	"fmt"
	"testing"
	"testing/fstest"
	"time"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/story"
	"dateline/ui/command"
	"dateline/ui/uitest"
)

// days returns a store of n stories, of which every third has no date and many share
// a day.
func days(t *testing.T, n int) *feed.Store {
	t.Helper()
	fsys := fstest.MapFS{}
	for i := range n {
		text := fmt.Sprintf("Ferry notes, part %d\nOSTVIK, Oct. %d, 2024 (Meridian) -- The ferry sailed.\n(END)\n", i, 1+i/40)
		if i%3 == 0 {
			text = fmt.Sprintf("Notes of no day, part %d\n\nThe ferry sailed.\n(END)\n", i)
		}
		fsys[fmt.Sprintf("%04d.txt", i)] = &fstest.MapFile{Data: []byte(text), ModTime: time.Unix(1728000000, 0)}
	}
	store := uitest.Open(t, archive.FS("days", "days", fsys), t.TempDir())
	if _, err := store.Scan(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	return store
}

func TestFindNthFindsEveryRow(t *testing.T) {
	store := days(t, 700)
	rows, err := store.Rows(t.Context(), story.Key{}, 1000)
	if err != nil || len(rows) != 700 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	e := command.Env{Ctx: t.Context(), Store: store, List: store}
	find := func(n int) story.Key {
		msg, _ := command.FindNth(e, n)().(command.Nth)
		if msg.Err != nil {
			t.Fatal(msg.Err)
		}
		return msg.Key
	}
	for i := 1; i <= 700; i += 13 {
		if got := find(i); got != rows[i-1].Key() {
			t.Errorf("row %d is %v, want %v", i, got, rows[i-1].Key())
		}
	}
	if got := find(701); got != rows[699].Key() {
		t.Errorf("beyond the end is %v", got)
	}
	res, err := store.Search(t.Context(), feed.Search{Text: "ferry"})
	if err != nil {
		t.Fatal(err)
	}
	found, err := res.Rows(t.Context(), story.Key{}, 1000)
	if err != nil || len(found) != 700 {
		t.Fatalf("%d rows, %v", len(found), err)
	}
	e.Show(res, feed.Files)
	for _, i := range []int{1, 511, 512, 513, 700, 900} {
		if got := find(i); got != found[min(i, 700)-1].Key() {
			t.Errorf("row %d of the search is %v", i, got)
		}
	}
}
