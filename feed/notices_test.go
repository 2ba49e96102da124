package feed_test

import (
	"slices"
	"testing"
	"time"

	"dateline/feed"
	"dateline/feed/sqlite"
	"dateline/feed/story"
)

// announced returns a store of stories that were corrected, killed or held.
func announced(t *testing.T) *feed.Store {
	t.Helper()
	root := folder(t, map[string]string{
		"2031/03/14/pilot.txt":     copyOf("Chief pilot to leave over buoy affair", "She will leave, two members of the board said."),
		"2031/03/14/pilot-2.txt":   copyOf("(LEAD) Chief pilot to leave over buoy affair", "She will leave on Monday, two members said."),
		"2031/03/14/list.txt":      copyOf("Storm list names 212 rescued", "The list has 212 names."),
		"2031/03/15/list-2.txt":    "(CORRECTED) Storm list names 121 rescued\n(ATTN: CORRECTS figure in headline, para 1 to 121 instead of 212)\nPORT ELLERY, March 15 (Meridian) -- The list has 121 names.\n(END)\n",
		"2031/03/15/kill.txt":      "KILL\nEDITORS: Please kill the story headlined 'Chief pilot to leave over buoy affair', sent March 14.\n(END)\n",
		"2031/03/15/stays.txt":     "Chief pilot says she stays\nPORT ELLERY, March 15 (Meridian) -- Ines Holt said Saturday that she has no plan to resign. An earlier Meridian story that said so was withdrawn.\n(END)\n",
		"2031/03/16/board.txt":     copyOf("Board meets on harbor", "It met.", "Chief pilot to leave over buoy affair", "Storm list names 212 rescued", "Chief pilot says she stays"),
		"2031/03/16/report.txt":    "Report on buoys finds fault\nHOLD FOR RELEASE 0600 GMT March 17\nPORT ELLERY, March 16 (Meridian) -- It found fault.\n(END)\n",
		"2031/03/16/speech.txt":    "Minister to speak on buoys\nHOLD FOR RELEASE UNTIL delivery\nPORT ELLERY, March 16 (Meridian) -- She spoke.\n(END)\n",
		"2031/03/16/lifted.txt":    "Budget of harbor grows\n(EMBARGO LIFTED)\nPORT ELLERY, March 16 (Meridian) -- It grew.\n(END)\n",
		"2031/03/16/headline.txt":  copyOf("Embargo until Monday, minister says", "It begins."),
		"2031/03/16/unrelated.txt": copyOf("Bakers march in Karvik", "They marched."),
	})
	s := open(t, source(t, root), dirs(t))
	scan(t, s)
	return s
}

func TestNoticesStandOnTheStoryItsTakesAndThoseThatListIt(t *testing.T) {
	s := announced(t)
	for path, want := range map[string]struct{ by, about, links []string }{
		"2031/03/14/pilot.txt":   {by: []string{"2031/03/15/kill.txt"}},
		"2031/03/14/pilot-2.txt": {by: []string{"2031/03/15/kill.txt"}},
		"2031/03/14/list.txt":    {by: []string{"2031/03/15/list-2.txt"}},
		"2031/03/15/list-2.txt":  {about: []string{"2031/03/14/list.txt"}},
		"2031/03/15/kill.txt":    {about: []string{"2031/03/14/pilot.txt"}},
		"2031/03/15/stays.txt":   {},
		"2031/03/16/board.txt":   {links: []string{"2031/03/15/kill.txt", "2031/03/15/list-2.txt"}},
	} {
		st, err := s.Story(t.Context(), find(t, s, path))
		if err != nil {
			t.Fatal(err)
		}
		n, err := s.Notices(t.Context(), st)
		if err != nil || !slices.Equal(paths(n.By), orNone(want.by)) || !slices.Equal(paths(n.About), orNone(want.about)) {
			t.Errorf("%s: by %q, about %q, %v; want %q and %q", path, paths(n.By), paths(n.About), err, want.by, want.about)
		}
		var on []string
		for _, l := range links(t, s, st.ID) {
			if l.Correction != nil {
				on = append(on, l.Correction.Path)
			}
		}
		if !slices.Equal(on, want.links) {
			t.Errorf("%s lists stories with the notices %q, want %q", path, on, want.links)
		}
	}
}

func orNone(list []string) []string { return append([]string{}, list...) }

func TestFlagsFindStoriesWithNoticesAndEmbargoes(t *testing.T) {
	s := announced(t)
	before, after := time.Date(2031, 3, 17, 5, 59, 59, 0, time.UTC), time.Date(2031, 3, 17, 6, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		text string
		now  time.Time
		want []string
	}{
		{"is:corrected", before, []string{"2031/03/14/list.txt", "2031/03/15/list-2.txt"}},
		{"is:killed", before, []string{"2031/03/14/pilot-2.txt", "2031/03/14/pilot.txt"}},
		{"is:embargoed", before, []string{"2031/03/16/report.txt", "2031/03/16/speech.txt"}},
		{"is:embargoed", after, []string{"2031/03/16/speech.txt"}},
		{"is:embargoed buoys -minister", before, []string{"2031/03/16/report.txt"}},
		{"-is:killed chief pilot -lead", before, []string{"2031/03/15/kill.txt", "2031/03/15/stays.txt"}},
	} {
		res, err := s.Search(t.Context(), feed.Search{Text: c.text, Now: c.now})
		if err != nil {
			t.Fatal(err)
		}
		rows, err := res.Rows(t.Context(), story.Key{}, 50)
		got := paths(rows)
		slices.Sort(got)
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s at %v: %q, %v; want %q", c.text, c.now, got, err, c.want)
		}
	}
}

// TestTheStoriesOfACorrectionAreFoundThoughAProcessWasKilled has a catalog as a process
// leaves it that was killed when it had recorded its scan.
func TestTheStoriesOfACorrectionAreFoundThoughAProcessWasKilled(t *testing.T) {
	root := folder(t, map[string]string{
		"2031/03/14/pilot.txt": copyOf("Chief pilot to leave over buoy affair", "She will leave, two members of the board said."),
		"2031/03/15/kill.txt":  "KILL\nEDITORS: Please kill the story headlined 'Chief pilot to leave over buoy affair', sent March 14.\n(END)\n",
	})
	d := dirs(t)
	s := open(t, source(t, root), d)
	scan(t, s)
	info, err := s.Info(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	by := func(s *feed.Store) int {
		st, err := s.Story(t.Context(), find(t, s, "2031/03/14/pilot.txt"))
		if err != nil {
			t.Fatal(err)
		}
		n, err := s.Notices(t.Context(), st)
		if err != nil {
			t.Fatal(err)
		}
		return len(n.By)
	}
	if by(s) != 1 {
		t.Fatal("the kill was not found")
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	db := sqlite.Pool(sqlite.URI(info.Path)+"?vfs="+sqlite.Checked(), sqlite.Options{Conns: 1})
	if _, err := db.ExecContext(t.Context(), `UPDATE announced SET stale = 1; DELETE FROM notices`); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, source(t, root), d)
	if by(s) != 0 {
		t.Fatal("the kill is still there")
	}
	if _, err := s.Refresh(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if by(s) != 1 {
		t.Error("a refresh does not find the kill")
	}
}
