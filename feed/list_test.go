package feed_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"dateline/feed"
	"dateline/feed/archive"
	"dateline/feed/feedtest"
	"dateline/feed/story"
)

// desk returns a scanned store of n invented stories.
func desk(tb testing.TB, n int) *feed.Store {
	tb.Helper()
	s := open(tb, archive.FS("the desk", "desk", feedtest.FS(n)), dirs(tb))
	scan(tb, s)
	return s
}

func TestTheListIsNewestFirstThenByTakeThenByPath(t *testing.T) {
	rows := all(t, desk(t, 400))
	if len(rows) != 400 {
		t.Fatalf("%d rows", len(rows))
	}
	for i := 1; i < len(rows); i++ {
		if a, b := rows[i-1].Key(), rows[i].Key(); !a.Before(b) {
			t.Fatalf("%v is not before %v", a, b)
		}
	}
}

func TestWindowsByKeyMatchTheWholeList(t *testing.T) {
	s := desk(t, 300)
	rows := all(t, s)
	rapid.Check(t, func(t *rapid.T) {
		i := rapid.IntRange(0, len(rows)-1).Draw(t, "row")
		n := rapid.IntRange(1, 400).Draw(t, "rows")
		down, err := s.Rows(background(), rows[i].Key(), n)
		if want := rows[i:min(i+n, len(rows))]; err != nil || !slices.EqualFunc(down, want, sameRow) {
			t.Fatalf("%d rows from %d: %v, %v", n, i, paths(down), err)
		}
		up, err := s.Rows(background(), rows[i].Key(), -n)
		if want := rows[max(i-n, 0):i]; err != nil || !slices.EqualFunc(up, want, sameRow) {
			t.Fatalf("%d rows above %d: %v, %v", n, i, paths(up), err)
		}
		if at, err := s.Position(background(), rows[i].Key()); at != i || err != nil {
			t.Fatalf("row %d is at %d, %v", i, at, err)
		}
	})
}

func TestAKeyBetweenRowsStandsForItsPosition(t *testing.T) {
	s := desk(t, 50)
	rows := all(t, s)
	k := rows[20].Key()
	k.Path += "x"
	down, err := s.Rows(t.Context(), k, 2)
	if err != nil || !slices.EqualFunc(down, rows[21:23], sameRow) {
		t.Errorf("%v, %v", paths(down), err)
	}
	up, err := s.Rows(t.Context(), k, -2)
	if err != nil || !slices.EqualFunc(up, rows[19:21], sameRow) {
		t.Errorf("%v, %v", paths(up), err)
	}
}

func TestTheZeroKeyIsTheTopOrWithNegativeNTheBottom(t *testing.T) {
	s := desk(t, 50)
	rows := all(t, s)
	top, err := s.Rows(t.Context(), story.Key{}, 3)
	if err != nil || !slices.EqualFunc(top, rows[:3], sameRow) {
		t.Errorf("top: %v, %v", paths(top), err)
	}
	bottom, err := s.Rows(t.Context(), story.Key{}, -3)
	if err != nil || !slices.EqualFunc(bottom, rows[47:], sameRow) {
		t.Errorf("bottom: %v, %v", paths(bottom), err)
	}
	if n, err := s.Position(t.Context(), story.Key{}); n != 0 || err != nil {
		t.Errorf("position of the top: %d, %v", n, err)
	}
}

func sameRow(a, b story.Row) bool { return reflect.DeepEqual(a, b) }

func TestARowInTheCatalogEqualsTheRowOfItsStory(t *testing.T) {
	s := desk(t, 200)
	for _, r := range all(t, s) {
		st, err := s.Story(t.Context(), r.ID)
		if err != nil {
			t.Fatal(err)
		}
		want := story.NewRow(st)
		want.Headline.Span = story.Span{}
		for _, list := range []*[]string{&want.Headline.Tags, &want.Places, &want.Byline, &want.Emails, &want.Keywords} {
			if len(*list) == 0 {
				*list = nil
			}
		}
		if !want.Date.Clock.Equal(r.Date.Clock) {
			t.Errorf("%s: clock %v, want %v", r.Path, r.Date.Clock, want.Date.Clock)
		}
		want.Date.Clock = r.Date.Clock
		want.Takes, want.Group = r.Takes, r.Group // of the catalog
		if !reflect.DeepEqual(r, want) {
			t.Errorf("%s:\n got %+v\nwant %+v", r.Path, r, want)
		}
	}
}

func TestNextUnreadSkipsReadStories(t *testing.T) {
	s := desk(t, 40)
	rows := all(t, s)
	for _, i := range []int{0, 1, 2, 5, 6, 39} {
		if err := s.SetRead(t.Context(), rows[i].ID, true); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		from story.Key
		back bool
		want int
	}{
		{story.Key{}, false, 3},
		{rows[3].Key(), false, 4},
		{rows[4].Key(), false, 7},
		{rows[7].Key(), true, 4},
		{rows[3].Key(), true, -1},
		{rows[38].Key(), false, -1},
		{story.Key{}, true, 38},
	} {
		r, ok, err := s.NextUnread(t.Context(), c.from, c.back)
		if err != nil || ok != (c.want >= 0) || ok && r.ID != rows[c.want].ID {
			t.Errorf("from %v, back %t: %s %t %v, want row %d", c.from, c.back, r.Path, ok, err, c.want)
		}
	}
}

func TestCountsCountStoriesMarksAndProblems(t *testing.T) {
	s := desk(t, 120)
	rows := all(t, s)
	for i := range 10 {
		if err := s.SetRead(t.Context(), rows[i].ID, true); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.SetRead(t.Context(), rows[9].ID, false); err != nil {
		t.Fatal(err)
	}
	if err := s.SetStarred(t.Context(), rows[3].ID, true); err != nil {
		t.Fatal(err)
	}
	problems := 0
	last := ""
	for p, err := range s.Problems(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		at := fmt.Sprintf("%s %09d", p.Path, p.Doubt.Line)
		if at < last {
			t.Errorf("%s comes after %s", at, last)
		}
		last = at
		problems++
	}
	got, err := s.Counts(t.Context(), feed.Files)
	if want := (feed.Counts{Stories: 120, Files: 120, Unread: 111, Starred: 1, Problems: problems}); got != want || err != nil || problems == 0 {
		t.Errorf("%+v, %v, want %+v", got, err, want)
	}
}
