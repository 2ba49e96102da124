package feed

import (
	"context"
	"slices"
	"strings"
	"testing"

	"dateline/feed/archive"
	"dateline/feed/feedtest"
	"dateline/feed/intake"
	"dateline/feed/scan"
	"dateline/feed/story"
)

// oldMark is the text that oldRules adds before a headline.
const oldMark = "FOR IMMEDIATE RELEASE: "

// oldRules is an Option that makes a store parse like an older program, which adds
// oldMark to headlines.
func oldRules(s *Store) {
	s.config.Rules = "old"
	s.config.Parse = func(f intake.File) []*story.Story {
		stories := scan.Parse(f)
		for _, st := range stories {
			st.Headline.Text = oldMark + st.Headline.Text
		}
		return stories
	}
}

func openStore(t *testing.T, src archive.Source, d Dirs, options ...Option) *Store {
	t.Helper()
	s, err := Open(t.Context(), src, d, options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func rowsOf(t *testing.T, s *Store) []story.Row {
	t.Helper()
	var rows []story.Row
	for r, err := range s.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, r)
	}
	return rows
}

// isOld reports whether oldRules made r.
func isOld(r story.Row) bool { return strings.HasPrefix(r.Headline.Text, oldMark) }

func TestRowsOfOtherRulesStayUsableAndAreReadAgainNewestFirst(t *testing.T) {
	const stories = 400
	d := Dirs{Cache: t.TempDir(), State: t.TempDir()}
	desk := func() archive.Source { return archive.FS("desk", "desk", feedtest.FS(stories)) }
	old := openStore(t, desk(), d, oldRules)
	if p, err := old.Scan(t.Context(), nil); err != nil || p.Added != stories {
		t.Fatalf("%+v, %v", p, err)
	}
	starred := rowsOf(t, old)[7]
	if err := old.SetStarred(t.Context(), starred.ID, true); err != nil {
		t.Fatal(err)
	}
	_ = old.Close()

	s := openStore(t, desk(), d)
	rows := rowsOf(t, s)
	if len(rows) != stories || !isOld(rows[0]) {
		t.Fatalf("%d rows before the scan, the first %q", len(rows), rows[0].Headline.Text)
	}
	// The scan is cancelled after its first batch.
	ctx, stop := context.WithCancel(t.Context())
	first, err := s.Scan(ctx, func(p Progress) {
		if p.Reread > 0 {
			stop()
		}
	})
	if err == nil || first.Reread == 0 || first.Reread == stories {
		t.Fatalf("the cancelled scan: %+v, %v", first, err)
	}
	rows = rowsOf(t, s)
	newestOld := rows[slices.IndexFunc(rows, isOld)].Date.Unix()
	reread := 0
	for _, r := range rows {
		if isOld(r) {
			continue
		}
		if reread++; r.Date.Unix() < newestOld {
			t.Errorf("%s was read again before newer stories", r.Path)
		}
	}
	if len(rows) != stories || reread != first.Reread {
		t.Errorf("%d rows, %d of them read again, want %d", len(rows), reread, first.Reread)
	}
	_ = s.Close()

	s = openStore(t, desk(), d)
	p, err := s.Scan(t.Context(), nil)
	if err != nil || p.Read != stories-first.Reread || p.Reread != p.Read || p.Added+p.Changed+p.Removed > 0 {
		t.Errorf("the next scan: %+v, %v; want it to continue", p, err)
	}
	rows = rowsOf(t, s)
	if len(rows) != stories || slices.ContainsFunc(rows, isOld) {
		t.Errorf("%d rows, an old one among them: %t", len(rows), slices.ContainsFunc(rows, isOld))
	}
	if r, err := s.Row(t.Context(), starred.ID); err != nil || !r.Starred {
		t.Errorf("the star is lost: %+v, %v", r, err)
	}
	if p, err := s.Scan(t.Context(), nil); err != nil || p.Read != 0 {
		t.Errorf("the last scan: %+v, %v; want it to read no file", p, err)
	}
}

func TestRowOfFollowsTheRulesOfTheStory(t *testing.T) {
	d := Dirs{Cache: t.TempDir(), State: t.TempDir()}
	src := archive.FS("desk", "desk", feedtest.FS(5))
	old := openStore(t, src, d, oldRules)
	if _, err := old.Scan(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	id := rowsOf(t, old)[0].ID
	if err := old.SetRead(t.Context(), id, true); err != nil {
		t.Fatal(err)
	}
	st, err := old.Story(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	r, err := old.RowOf(t.Context(), st)
	if err != nil || r.Headline.Text != st.Headline.Text || !r.Read {
		t.Errorf("%+v, %v", r, err)
	}
}
