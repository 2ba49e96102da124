package marks

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/feed/feedtest"
	"dateline/feed/story"
)

// export returns the lines of an export.
func export(tb testing.TB, m *Marks) string {
	tb.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	_ = enc.Encode(Header()) // a buffer takes everything
	for r, err := range m.Export(tb.Context(), false) {
		if err != nil {
			tb.Fatal(err)
		}
		_ = enc.Encode(r)
	}
	return b.String()
}

// values returns the values of an export in a fixed order, one a line.
func values(t *testing.T, m *Marks) string {
	t.Helper()
	var list []string
	for r, err := range Records(strings.NewReader(export(t, m))) {
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range r.Values {
			var of []string
			for _, i := range []*Identity{r.Story, e.Other} {
				if i != nil {
					of = append(of, string(i.Digest)+i.Path+string(i.ID))
				}
			}
			slices.Sort(of)
			list = append(list, fmt.Sprintln(of, e.Field, e.Key, e.Value, e.At.UnixMilli()))
		}
	}
	slices.Sort(list)
	return strings.Join(list, "")
}

// batches yields the records of an export, two at a time.
func batches(text string) iter.Seq2[[]Numbered, error] {
	return func(yield func([]Numbered, error) bool) {
		var batch []Numbered
		for r, err := range Records(strings.NewReader(text)) {
			if batch = append(batch, r); err != nil || len(batch) == 2 {
				if !yield(batch, err) {
					return
				}
				batch = nil
			}
		}
		yield(batch, nil)
	}
}

// load imports an export.
func load(t *testing.T, m *Marks, text string) Imported {
	t.Helper()
	res, err := m.Import(t.Context(), "import", batches(text))
	if err != nil {
		t.Fatal(err)
	}
	return res
}

func fresh(t *testing.T) *Marks {
	t.Helper()
	m, err := InMemory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = m.Close() })
	return m
}

// known returns story i of a few. Stories 2 and 3 have the same content, 4 has no digest and
// 5 an ID alone.
func known(i int) *Identity {
	s := &Story{Path: fmt.Sprintf("2031/%d.txt", i), Title: fmt.Sprintf("Ferry %d stops", i), Name: int64(i + 1), Digest: fmt.Appendf(nil, "digest %9d", max(i, 3))}
	switch i {
	case 4:
		s.Digest, s.ID = nil, story.NewID(s.Path)
	case 5:
		s = &Story{ID: "abcdefgh2345"}
	}
	return newIdentity(s, "")
}

// random returns an export with n random values. Times are few, so that some are the same.
func random(rnd *rand.Rand, n int) string {
	pick := func(list ...string) string { return list[rnd.IntN(len(list))] }
	var b strings.Builder
	enc := json.NewEncoder(&b)
	_ = enc.Encode(Header()) // a builder takes everything
	for range n {
		i := rnd.IntN(6)
		e := Entry{At: time.UnixMilli(1 + rnd.Int64N(4)).UTC()}
		r := Record{Story: known(i)}
		switch e.Field = Field(pick("read", "star", "place", "tag", "note", "takes", "line", "search")); e.Field {
		case Read, Starred:
			e.Value = pick("", Yes)
		case AtPlace:
			e.Value = pick("0 0", "3 4", "-1 5")
		case Tag:
			e.Key, e.Value = pick("port", "sea"), pick("", Yes)
		case Note:
			e.Key, e.Value = pick("k1", "k2", "k3"), pick("", "ask", "call the port")
		case Takes, Line:
			e.Other, e.Value = known((i+1+rnd.IntN(5))%6), pick("", Joined, Cut)
		case SavedSearch:
			r.Story, e.Key, e.Value = nil, pick("rates", "port"), pick("", "rate", "rate cut")
		}
		r.Values = []Entry{e}
		_ = enc.Encode(r)
	}
	return b.String()
}

// mark makes some random changes now.
func markAtRandom(t *testing.T, m *Marks, rnd *rand.Rand) {
	t.Helper()
	for range rnd.IntN(6) {
		s := *known(rnd.IntN(4)).Known()
		s.ID = story.NewID(s.Path)
		c := Change{Field: []Field{Read, Starred, Tag, Note}[rnd.IntN(4)], Story: s}
		if c.Field == Tag {
			c.Key = "sea"
		}
		if rnd.IntN(3) > 0 {
			c.New = Yes
		}
		if _, err := m.Do(t.Context(), "mark", c); err != nil {
			t.Fatal(err)
		}
	}
}

func TestImportsGiveTheSameInAnyOrderAndTwiceIsOnce(t *testing.T) {
	undone := 0
	for seed := range feedtest.Rounds(12, 1000) {
		rnd := rand.New(rand.NewPCG(13, uint64(seed)))
		var exports [3]string
		for i := range exports { // the machines, and what the third has before
			m := fresh(t)
			load(t, m, random(rnd, 1+rnd.IntN(30)))
			markAtRandom(t, m, rnd)
			exports[i] = export(t, m)
			if res := load(t, m, exports[i]); res.Step.Num != 0 || export(t, m) != exports[i] {
				t.Fatalf("seed %d: its own export changes %+v:\n%s\n%s", seed, res, exports[i], export(t, m))
			}
		}
		var got []string
		for _, order := range [][]int{{0, 1}, {1, 0}, {0, 1, 0, 1}, {1, 0, 0, 1}} {
			m := fresh(t)
			load(t, m, exports[2])
			for _, i := range order {
				before := state(t, m)
				if res := load(t, m, exports[i]); res.Step.Num == 0 {
					continue
				}
				after := state(t, m)
				for j, want := range []string{before, after} {
					if _, err := m.SetUndone(t.Context(), 0, j == 0); err != nil || state(t, m) != want {
						t.Fatalf("seed %d: undone: %s, %v, want %s", seed, state(t, m), err, want)
					}
				}
				undone++
			}
			got = append(got, values(t, m))
		}
		for _, g := range got[1:] {
			if g != got[0] {
				t.Fatalf("seed %d:\n%s\n%s", seed, got[0], g)
			}
		}
	}
	if undone < 12 {
		t.Errorf("only %d imports were undone", undone)
	}
}

func TestAnImportIsOneStepOfAllArchives(t *testing.T) {
	path := filepath.Join(t.TempDir(), "marks.db")
	a, b := in(t, path, "one"), in(t, path, "other")
	s := *known(0).Known()
	s.ID = story.NewID(s.Path)
	set(t, a, Starred, Yes, s)
	before := state(t, a)
	res := load(t, a, random(rand.New(rand.NewPCG(1, 2)), 60))
	if res.Step.Num == 0 || res.Stories != 6 || res.Away != 5 || res.Searches != 2 {
		t.Errorf("%+v", res)
	}
	after := state(t, a)
	step, err := b.SetUndone(t.Context(), 0, true)
	if err != nil || step.Action != "import" || state(t, b) != before {
		t.Errorf("%+v, %v: %s, want %s", step, err, state(t, b), before)
	}
	if _, err := b.SetUndone(t.Context(), 0, false); err != nil || state(t, b) != after {
		t.Errorf("%v: %s, want %s", err, state(t, b), after)
	}
	if _, err := a.SetUndone(t.Context(), 0, true); err != nil {
		t.Fatal(err)
	}
	if res := load(t, a, random(rand.New(rand.NewPCG(1, 2)), 60)); res.Step.Num == 0 || state(t, a) != after {
		t.Errorf("after an undo an import changes %+v", res)
	}
}

func TestAnUndoneImportLeavesWhatChangedSince(t *testing.T) {
	path := filepath.Join(t.TempDir(), "marks.db")
	a, b := in(t, path, "one"), in(t, path, "other")
	s := *known(0).Known()
	s.ID = story.NewID(s.Path)
	text := `{"dateline":"marks","version":1}` + "\n" + `{"story":{"path":"2031/0.txt","digest":"` + "ZGlnZXN0ICAgICAgICAgMw==" + `"},"values":[{"field":"star","value":"1","at":"2031-03-14T09:00:00Z"}]}`
	if res := load(t, a, text); res.Stories != 1 || res.Away != 1 {
		t.Fatalf("%+v", res)
	}
	set(t, b, Starred, "", s)
	set(t, b, Starred, Yes, s)
	if _, err := a.SetUndone(t.Context(), 0, true); err != nil {
		t.Fatal(err)
	}
	if got := state(t, a); !strings.Contains(got, "star") {
		t.Errorf("the star that was set later is gone: %q", got)
	}
}

func TestNotesThatWereWrittenApartAreBothKept(t *testing.T) {
	s := Story{ID: "abcdefgh2345", Digest: []byte("digest of a story")}
	note := func(m *Marks, text string) {
		t.Helper()
		if _, err := m.Do(t.Context(), "note", Change{Field: Note, Story: s, New: text}); err != nil {
			t.Fatal(err)
		}
	}
	a, b := fresh(t), fresh(t)
	note(a, "Ask the harbor.")
	note(b, "Compare the tolls.")
	load(t, b, export(t, a))
	if got, err := b.Note(t.Context(), s.ID); err != nil || got != "Ask the harbor.\n\nCompare the tolls." {
		t.Errorf("%q, %v", got, err)
	}
	note(a, "Ask the harbor again.")
	load(t, b, export(t, a))
	if got, _ := b.Note(t.Context(), s.ID); got != "Compare the tolls.\n\nAsk the harbor again." {
		t.Errorf("after an edit: %q", got)
	}
	note(b, "Both done.")
	load(t, a, export(t, b))
	load(t, b, export(t, a))
	for _, m := range []*Marks{a, b} {
		if got, _ := m.Note(t.Context(), s.ID); got != "Both done." {
			t.Errorf("after one that replaces both: %q", got)
		}
	}
	note(a, "")
	load(t, b, export(t, a))
	if got, _ := b.Note(t.Context(), s.ID); got != "" {
		t.Errorf("removed: %q", got)
	}
}
