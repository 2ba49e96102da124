package feed_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"dateline/feed"
	"dateline/feed/story"
)

// The texts of stories, with letters that are not ASCII.
const (
	bridgeText = `The old bridge over the Skarn was closed on Friday after a diver found cracks in two of its piers, the mayor, Søren Åkvist, said.
Lorries will go round by Hesker, which adds 40 minutes, until engineers from the capital have looked at the stone.
Nobody had been asked about the cracks before the town council met in the café of the port, he added.`
	ferryText = `A ferry with 212 people aboard lost power off Port Ellery, and a tug went out in high seas to bring it home, the coast guard said.
Passengers sang hymns in the saloon, a woman who telephoned her sister at Skålholm reported.
The Marguerite Dale had been in the yard for new engines until a week ago.`
	tollText = `A quarrel of 1987 over the tolls of the crossing ended before the court of appeal, which gave both sides half of what they asked for.
The judge spoke for eleven minutes; two lawyers had waited for 44 years, and one of them did not live to hear it.`
	appleText = `The last orchard in the valley went to a school, whose pupils will pick red apples in the autumn and sell them at the fair.
Three generations of the Brandt family had pruned the trees; the youngest of them now repairs bicycles.`
)

// longCopy returns a story of a text.
func longCopy(headline, place, text string) string {
	return headline + "\n" + place + ", March 14 (Meridian) -- " + text + "\nd.holm@meridian.example\n(END)\n"
}

// latin returns a text in another encoding.
func latin(t *testing.T, text string) string {
	t.Helper()
	s, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// bridgeFiles are two stories and others that are like them.
func bridgeFiles() map[string]string {
	return map[string]string{
		"2031/03/14/bridge.txt": longCopy("Bridge of Tolvik closes", "TOLVIK", bridgeText),
		"2031/03/14/ferry.txt":  longCopy("Ferry stops off Port Ellery", "PORT ELLERY", ferryText),
		"2031/03/14/same.txt":   longCopy("Bridge of Tolvik closes", "TOLVIK", tollText),
	}
}

// starredBridge returns an archive of files, of which the bridge is starred, and its folders.
func starredBridge(t *testing.T, files map[string]string) (root string, d feed.Dirs) {
	t.Helper()
	root, d = folder(t, files), dirs(t)
	age(t, root)
	s := open(t, source(t, root), d)
	scan(t, s)
	starAndClose(t, s, "2031/03/14/bridge.txt")
	return root, d
}

// starAndClose stars stories of a store and closes it.
func starAndClose(t *testing.T, s *feed.Store, paths ...string) {
	t.Helper()
	for _, p := range paths {
		if err := s.SetStarred(t.Context(), find(t, s, p), true); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// starred returns the paths of the starred stories.
func starred(t *testing.T, s *feed.Store) []string {
	t.Helper()
	list := []string{}
	for _, r := range all(t, s) {
		if r.Starred {
			list = append(list, r.Path)
		}
	}
	slices.Sort(list)
	return list
}

func TestMarksFollowTheirStoriesAndNoOthers(t *testing.T) {
	const bridge, ferry, same = "2031/03/14/bridge.txt", "2031/03/14/ferry.txt", "2031/03/14/same.txt"
	for name, tt := range map[string]struct {
		change func(files map[string]string)
		want   string
	}{
		"renamed": {func(f map[string]string) { f["b.txt"] = f[bridge]; delete(f, bridge) }, "b.txt"},
		"edited": {func(f map[string]string) {
			f[bridge] = strings.Replace(f[bridge], "Nobody had", "Few had", 1)
		}, bridge},
		"with another headline": {func(f map[string]string) {
			f[bridge] = strings.Replace(f[bridge], "Bridge of Tolvik closes", "(LEAD) Mayor hears of cracks", 1)
		}, bridge},
		"in another encoding":       {func(f map[string]string) { f[bridge] = latin(t, f[bridge]) }, bridge},
		"moved in another encoding": {func(f map[string]string) { f["b.txt"] = latin(t, f[bridge]); delete(f, bridge) }, "b.txt"},
		"moved and edited": {func(f map[string]string) {
			f["b.txt"] = strings.Replace(f[bridge], "Nobody had", "Few had", 1)
			delete(f, bridge)
		}, "b.txt"},
		"copied":                   {func(f map[string]string) { f["a.txt"] = f[bridge] }, bridge},
		"copied and removed":       {func(f map[string]string) { f["a.txt"], f["b.txt"] = f[bridge], f[bridge]; delete(f, bridge) }, "a.txt"},
		"removed":                  {func(f map[string]string) { delete(f, bridge) }, ""},
		"exchanged with another":   {func(f map[string]string) { f[bridge], f[ferry] = f[ferry], f[bridge] }, ferry},
		"overwritten with another": {func(f map[string]string) { f[bridge] = longCopy("Orchard sold", "HESKER", appleText) }, ""},
		"overwritten on its day":   {func(f map[string]string) { f[bridge] = longCopy("Orchard sold", "TOLVIK", appleText) }, ""},
		"replaced by another with its headline and dateline": {func(f map[string]string) {
			f["b.txt"] = longCopy("Bridge of Tolvik closes", "TOLVIK", appleText)
			delete(f, bridge)
			delete(f, same)
		}, ""},
		"moved and edited twice": {func(f map[string]string) {
			f["b.txt"] = strings.Replace(f[bridge], "Nobody had", "Few had", 1)
			f["c.txt"] = strings.Replace(f[bridge], "Nobody had", "Many had", 1)
			delete(f, bridge)
		}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			files := bridgeFiles()
			root, d := starredBridge(t, files)
			changed := maps.Clone(files)
			tt.change(changed)
			for path := range files {
				if err := os.Remove(filepath.Join(root, path)); err != nil {
					t.Fatal(err)
				}
			}
			for path, text := range changed {
				write(t, root, path, text)
			}
			for _, catalog := range []string{"the catalog of before", "a new catalog"} {
				s := open(t, source(t, root), d)
				scan(t, s)
				if got := strings.Join(starred(t, s), " "); got != tt.want {
					t.Errorf("with %s %q is starred, want %q", catalog, got, tt.want)
				}
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
				if err := os.RemoveAll(d.Cache); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func TestAStoryThatReturnsAfterALongTimeHasItsMarks(t *testing.T) {
	const bridge = "2031/03/14/bridge.txt"
	for name, back := range map[string]func(text string) string{
		"as it was":           func(text string) string { return text },
		"in another encoding": func(text string) string { return latin(t, text) },
	} {
		files := bridgeFiles()
		root, d := starredBridge(t, files)
		if err := os.Remove(filepath.Join(root, bridge)); err != nil {
			t.Fatal(err)
		}
		for range 3 {
			s := open(t, source(t, root), d)
			scan(t, s)
			if err := s.SetRead(t.Context(), find(t, s, "2031/03/14/ferry.txt"), true); err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		}
		write(t, root, "elsewhere/b.txt", back(files[bridge]))
		s := open(t, source(t, root), d)
		scan(t, s)
		if got := starred(t, s); !slices.Equal(got, []string{"elsewhere/b.txt"}) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestMarksFollowAnArchiveThatMoves(t *testing.T) {
	const bridge = "2031/03/14/bridge.txt"
	root, d := folder(t, bridgeFiles()), dirs(t)
	s := open(t, source(t, root), d)
	scan(t, s)
	if err := s.SaveSession(t.Context(), feed.Session{Row: story.NewID(bridge)}); err != nil {
		t.Fatal(err)
	}
	starAndClose(t, s, bridge)
	elsewhere := filepath.Join(t.TempDir(), "elsewhere")
	if err := os.Rename(root, elsewhere); err != nil {
		t.Fatal(err)
	}
	s = open(t, source(t, elsewhere), d)
	if ss, err := s.Session(t.Context()); err != nil || ss.Row != story.NewID(bridge) {
		t.Errorf("the session is lost: %+v, %v", ss, err)
	}
	scan(t, s)
	if got := starred(t, s); !slices.Equal(got, []string{bridge}) {
		t.Errorf("%q", got)
	}
}

func TestMarksAreInACopyOfAnArchiveAndInALargerOne(t *testing.T) {
	const bridge, ferry = "2031/03/14/bridge.txt", "2031/03/14/ferry.txt"
	files := bridgeFiles()
	root, d := folder(t, files), dirs(t)
	s := open(t, source(t, root), d)
	scan(t, s)
	starAndClose(t, s, bridge)
	larger := t.TempDir()
	if err := os.CopyFS(filepath.Join(larger, "news"), os.DirFS(root)); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(filepath.Join(larger, "news"), link); err != nil {
		t.Fatal(err)
	}
	check := func(what, root string, want ...string) {
		t.Helper()
		s := open(t, source(t, root), d)
		scan(t, s)
		if got := starred(t, s); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", what, got, want)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	check("a larger archive", larger, "news/"+bridge)
	check("the copy through a link", link, bridge)
	s = open(t, source(t, larger), d)
	starAndClose(t, s, "news/"+ferry)
	check("the copy after a mark in the larger archive", filepath.Join(larger, "news"), bridge, ferry)
	s = open(t, source(t, root), d)
	if _, err := s.Refresh(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if got := starred(t, s); !slices.Equal(got, []string{bridge, ferry}) {
		t.Errorf("a command: %q", got)
	}
	if err := s.SetStarred(t.Context(), find(t, s, bridge), false); err != nil {
		t.Fatal(err)
	}
	check("the larger archive after a change", larger, "news/"+ferry)
}

func TestAnotherArchiveAtTheSamePathHasNoMarks(t *testing.T) {
	const bridge = "2031/03/14/bridge.txt"
	files := bridgeFiles()
	root, d := folder(t, files), dirs(t)
	s := open(t, source(t, root), d)
	scan(t, s)
	starAndClose(t, s, bridge)
	away := filepath.Join(t.TempDir(), "away")
	if err := os.Rename(root, away); err != nil {
		t.Fatal(err)
	}
	write(t, root, bridge, longCopy("Orchard of Hesker sold", "HESKER", appleText))
	for _, catalog := range []string{"the old catalog", "a new catalog"} {
		s := open(t, source(t, root), d)
		scan(t, s)
		if got := starred(t, s); len(got) > 0 {
			t.Errorf("with %s: %q", catalog, got)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if err := os.RemoveAll(d.Cache); err != nil {
			t.Fatal(err)
		}
	}
	s = open(t, source(t, away), d)
	scan(t, s)
	if got := starred(t, s); !slices.Equal(got, []string{bridge}) {
		t.Errorf("the archive that was there: %q", got)
	}
}
