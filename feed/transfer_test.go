package feed_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/feed"
)

// exported returns an export of all marks of a store.
func exported(t *testing.T, s *feed.Store) string {
	t.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	for v, err := range s.ExportMarks(t.Context(), false) {
		if err != nil {
			t.Fatal(err)
		}
		_ = enc.Encode(v) // a buffer takes everything
	}
	return b.String()
}

func imported(t *testing.T, s *feed.Store, text string) feed.Imported {
	t.Helper()
	res, err := s.ImportMarks(t.Context(), strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// atDesk returns the store of a folder of files, scanned, with folders of its own.
func atDesk(t *testing.T, files map[string]string) *feed.Store {
	t.Helper()
	root := folder(t, files)
	age(t, root)
	s := open(t, source(t, root), dirs(t))
	scan(t, s)
	return s
}

// below returns files in a folder.
func below(dir string, files map[string]string) map[string]string {
	out := map[string]string{}
	for path, text := range files {
		out[dir+"/"+path] = text
	}
	return out
}

func star(t *testing.T, s *feed.Store, path string) {
	t.Helper()
	if err := s.SetStarred(t.Context(), find(t, s, path), true); err != nil {
		t.Fatal(err)
	}
}

func TestAnImportFindsItsStoriesInAnotherArchive(t *testing.T) {
	const bridge, same = "2031/03/14/bridge.txt", "2031/03/14/same.txt"
	a := atDesk(t, bridgeFiles())
	star(t, a, bridge)
	for name, tt := range map[string]struct {
		change func(files map[string]string)
		want   string
	}{
		"the same":                   {func(map[string]string) {}, bridge},
		"under another name":         {func(f map[string]string) { f["b.txt"] = f[bridge]; delete(f, bridge) }, "b.txt"},
		"in another encoding":        {func(f map[string]string) { f["b.txt"] = latin(t, f[bridge]); delete(f, bridge) }, "b.txt"},
		"twice":                      {func(f map[string]string) { f["copy/bridge.txt"] = f[bridge] }, bridge},
		"not there":                  {func(f map[string]string) { delete(f, bridge) }, ""},
		"with another at its place":  {func(f map[string]string) { f[bridge] = longCopy("Orchard sold", "HESKER", appleText) }, ""},
		"with another of its name":   {func(f map[string]string) { f[bridge] = f[same]; delete(f, same) }, ""},
		"in a folder of its archive": {func(f map[string]string) { all := below("wire", f); clear(f); maps.Copy(f, all) }, "wire/" + bridge},
	} {
		t.Run(name, func(t *testing.T) {
			files := bridgeFiles()
			tt.change(files)
			b := atDesk(t, files)
			res := imported(t, b, exported(t, a))
			want := []string{}
			if tt.want != "" {
				want = append(want, tt.want)
			}
			if got := starred(t, b); !slices.Equal(got, want) || res.Stories != 1 || res.Away != 1-len(want) {
				t.Errorf("%q starred, want %q; %+v", got, want, res)
			}
			if step, err := b.Undo(t.Context()); err != nil || step.Action != "import" || len(starred(t, b)) != 0 {
				t.Errorf("undone: %+v, %v", step, err)
			}
		})
	}
}

func TestAnImportWaitsForItsArchive(t *testing.T) {
	const bridge, ferry = "2031/03/14/bridge.txt", "2031/03/14/ferry.txt"
	a, b := atDesk(t, bridgeFiles()), atDesk(t, below("wire", bridgeFiles()))
	star(t, a, bridge)
	star(t, b, "wire/"+bridge)
	star(t, b, "wire/"+ferry)
	d := dirs(t)
	apples := map[string]string{"apple.txt": longCopy("Orchard sold", "HESKER", appleText)}
	root := folder(t, apples)
	age(t, root)
	other := open(t, source(t, root), d)
	scan(t, other)
	for i, text := range []string{exported(t, a), exported(t, b), exported(t, a)} {
		if res := imported(t, other, text); res.Away != []int{1, 2, 0}[i] {
			t.Errorf("import %d: %+v", i, res)
		}
	}
	if got := starred(t, other); len(got) != 0 {
		t.Errorf("%q starred", got)
	}
	desk := folder(t, map[string]string{bridge: bridgeFiles()[bridge]})
	age(t, desk)
	s := open(t, source(t, desk), d)
	scan(t, s)
	if got := starred(t, s); !slices.Equal(got, []string{bridge}) {
		t.Errorf("%q starred", got)
	}
	write(t, desk, "late.txt", bridgeFiles()[ferry])
	age(t, desk)
	scan(t, s)
	if got := starred(t, s); !slices.Equal(got, []string{bridge, "late.txt"}) {
		t.Errorf("%q starred", got)
	}
	before := exported(t, s)
	if res := imported(t, s, exported(t, b)); res.Step.Num != 0 || exported(t, s) != before {
		t.Errorf("again: %+v", res)
	}
	if err := os.Remove(filepath.Join(desk, bridge)); err != nil {
		t.Fatal(err)
	}
	scan(t, s)
	if got := starred(t, s); !slices.Equal(got, []string{"late.txt"}) {
		t.Errorf("%q starred", got)
	}
}

func TestAnImportMergesWithMarksThatWereThere(t *testing.T) {
	const bridge = "2031/03/14/bridge.txt"
	a := atDesk(t, below("wire", bridgeFiles()))
	star(t, a, "wire/"+bridge)
	d, root := dirs(t), folder(t, bridgeFiles())
	age(t, root)
	s := open(t, source(t, root), d)
	scan(t, s)
	id := find(t, s, bridge)
	if _, err := s.Mark(t.Context(), feed.Marking{Tag: []string{"later"}}, id); err != nil {
		t.Fatal(err)
	}
	other := open(t, source(t, folder(t, nil)), d)
	scan(t, other)
	if res := imported(t, other, exported(t, a)); res.Away != 1 {
		t.Errorf("%+v", res)
	}
	scan(t, s)
	tags, err := s.TagsOf(t.Context(), id)
	if got := starred(t, s); err != nil || !slices.Equal(got, []string{bridge}) || !slices.Equal(tags, []string{"later"}) {
		t.Errorf("%q starred, tags %q, %v", got, tags, err)
	}
	if step, err := s.Undo(t.Context()); err != nil || step.Action != "import" || len(starred(t, s)) != 0 {
		t.Errorf("undone: %+v, %v, %q", step, err, starred(t, s))
	}
}

func TestTextsOfAnImportAreCleaned(t *testing.T) {
	const story = `{"story":{"digest":"ZGlnZXN0ICAgICAgICAgMw==","title":"Ferry\u001b]0;owned\u0007"},"values":[`
	s := atDesk(t, nil)
	imported(t, s, `{"dateline":"marks","version":1}
`+story+`{"field":"tag","key":"por\u001b[2Jt","value":"1","at":"2031-03-14T09:00:00Z"},{"field":"note","key":"k","value":"a\u001b[31m\u202eb\nc","at":"2031-03-14T09:00:00Z"}]}
`)
	got := exported(t, s)
	for _, want := range []string{`"title":"Ferry"`, `"key":"port"`, `"value":"ab\nc"`} {
		if !strings.Contains(got, want) || strings.Contains(got, "u001b") {
			t.Errorf("%s\nhas no %s", got, want)
		}
	}
	for _, value := range []string{`{"field":"tag","key":"\u001b[2J","value":"1"}`, `{"field":"note","key":"k","at":"2031-03-14T09:00:00Z","value":"` + strings.Repeat("x", 70000) + `"}`, ` {"field":"tag","key":" ","value":"1"}`} {
		if _, err := s.ImportMarks(t.Context(), strings.NewReader(`{"dateline":"marks","version":1}`+"\n"+story+value+"]}")); err == nil || !strings.HasPrefix(err.Error(), "line 2: value 1: ") {
			t.Errorf("%.60s: %v", value, err)
		}
	}
	if exported(t, s) != got {
		t.Error("a refused import changed marks")
	}
}
