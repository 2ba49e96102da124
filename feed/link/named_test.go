package link

import (
	"slices"
	"strings"
	"testing"

	"dateline/feed/story"
)

func TestAPathNamesTheFileThatIsMostLikeIt(t *testing.T) {
	files := []string{
		"a/ferry.md", "a/ferry.html", "b/ferry.md", "b/pier/index.md", "b/Pier Two.md", "_posts/2031-03-14-pier-opens.md", "index.md", "a/b/ferry.md",
		"a/ferry.txt", "ferry/readme.md",
	}
	for _, c := range []struct {
		target story.Target
		from   string
		want   string
	}{
		{story.Target{Path: "a/ferry.md"}, "x.md", "a/ferry.md"},
		{story.Target{Path: "a/ferry.html"}, "x.md", "a/ferry.html"},
		{story.Target{Path: "a/ferry"}, "x.md", "a/ferry.md a/ferry.html"},
		{story.Target{Path: "b/ferry.htm"}, "x.md", "b/ferry.md"},
		{story.Target{Path: "a/ferry.txt"}, "x.md", "a/ferry.txt"},
		{story.Target{Path: "b/pier"}, "x.md", "b/pier/index.md"},
		{story.Target{Path: "ferry.md"}, "x.md", "ferry/readme.md"},
		{story.Target{Path: "c/ferry.md"}, "x.md", ""},
		{story.Target{Name: "ferry"}, "b/x.md", "ferry/readme.md"},
		{story.Target{Name: "b/ferry"}, "x.md", "b/ferry.md"},
		{story.Target{Name: "pier two"}, "x.md", "b/Pier Two.md"},
		{story.Target{Name: "2031-03-14-pier-opens"}, "x.md", "_posts/2031-03-14-pier-opens.md"},
		{story.Target{Name: "2031/03/14/pier-opens.html"}, "x.md", "_posts/2031-03-14-pier-opens.md"},
		{story.Target{Name: "news/2031/03/14/pier-opens"}, "x.md", "_posts/2031-03-14-pier-opens.md"},
		{story.Target{Name: "2031/03/15/pier-opens"}, "x.md", ""},
		{story.Target{Name: "pier-opens"}, "x.md", ""},
		{story.Target{Name: "rry"}, "x.md", ""},
	} {
		var among []Candidate
		for _, f := range files {
			among = append(among, Candidate{ID: story.ID(f), Path: f})
		}
		for range 2 {
			var got []string
			for _, id := range Named(&c.target, ByPath, Candidate{ID: "x", Path: c.from}, among) {
				got = append(got, string(id))
			}
			if c.want != strings.Join(got, " ") {
				t.Errorf("%+v from %s: %q, want %q", c.target, c.from, got, c.want)
			}
			slices.Reverse(among)
		}
	}
}

func TestANameLeadsToTheNearestFile(t *testing.T) {
	among := []Candidate{{ID: "1", Path: "a/ferry.md"}, {ID: "2", Path: "b/c/ferry.md"}, {ID: "3", Path: "b/d/ferry.md"}}
	for from, want := range map[string]story.ID{"a/x.md": "1", "b/c/x.md": "2", "b/d/e/x.md": "3", "x.md": "1"} {
		got := Named(&story.Target{Name: "ferry"}, ByPath, Candidate{ID: "x", Path: from}, among)
		if len(got) != 3 || got[0] != want {
			t.Errorf("from %s: %q, want %q first", from, got, want)
		}
	}
}

func TestANameLeadsToTheNewestVersionButNotToItsOwnStory(t *testing.T) {
	at := func(id story.ID, day int) Candidate {
		return Candidate{ID: id, Path: string(id), Date: story.Date{Year: 2031, Month: 3, Day: day}, UIDs: []string{"u", "v"}, URLs: []string{"quay.example/a"}}
	}
	among := []Candidate{at("1", 14), at("2", 15), at("3", 13), {ID: "4"}}
	for _, c := range []struct {
		target story.Target
		by     By
		from   story.ID
		want   []story.ID
	}{
		{story.Target{UID: "v"}, ByUID, "x", []story.ID{"2", "1", "3"}},
		{story.Target{URL: "quay.example/a"}, ByURL, "2", []story.ID{"1", "3"}},
		{story.Target{UID: "w", URL: "quay.example/a"}, ByUID, "x", nil},
		{story.Target{URL: "quay.example/a"}, ByHeadline, "x", nil},
	} {
		if got := Named(&c.target, c.by, Candidate{ID: c.from}, among); !slices.Equal(got, c.want) {
			t.Errorf("%+v by %s: %q, want %q", c.target, c.by, got, c.want)
		}
	}
	if got := Ways(&story.Target{UID: "u", URL: "a", Name: "n"}); !slices.Equal(got, []By{ByUID, ByURL, ByPath}) {
		t.Errorf("%q", got)
	}
}

func TestAllPathsOfALinkShareABase(t *testing.T) {
	for file, want := range map[string]string{
		"a/Ferry.md": "ferry", "a/ferry/index.html": "ferry", "/a/ferry/": "ferry", "_posts/2031-03-14-ferry.markdown": "ferry", "2031-03-14": "2031-03-14",
		"2031-03-1x-ferry.md": "2031-03-1x-ferry", "index.md": "index", "a.b/c.txt": "c.txt", "": ".",
	} {
		if got := Base(file); got != want {
			t.Errorf("%q: %q, want %q", file, got, want)
		}
	}
	for file, want := range map[string]bool{"a.md": true, "a.HTML": true, "a.txt": false, "md": false, "a.html#b": false} {
		if IsPage(file) != want {
			t.Errorf("%q: %t", file, !want)
		}
	}
}
