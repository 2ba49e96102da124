package archive

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestNamesTellTheirTimeOrDoNot(t *testing.T) {
	for _, name := range []string{
		"2031", "03", "7.txt", "03-ferry.txt", "0014 harbour", "20310314.txt", "AEN20310314000100315.txt",
		"ferry-2031-03-14.txt", "desk_310314_ferry.txt", "ferry (2031)", "x.20310314T0900Z",
	} {
		if !tells(name) {
			t.Errorf("%q does not tell", name)
		}
	}
	for _, name := range []string{
		"", "sport", "politics", "g20", "4f2c8a91d3", "12ab34cd.txt", "d41d8cd98f00b204e9800998ecf8427e",
		"3f2504e0-af89-11d3-9a0c-0305e82c3301", "ferry99999999.txt", "1234567", "스포츠2",
	} {
		if tells(name) {
			t.Errorf("%q tells", name)
		}
	}
}

func TestWhereNamesDoNotTellTheLatestComeFirst(t *testing.T) {
	root := t.TempDir()
	then := time.Now().Add(-time.Hour)
	for i, p := range []string{"sport/x9.txt", "sport/a1b.txt", "politics/2031-03-14.txt", "politics/2031-03-15.txt", "law/abc.txt"} {
		write(t, root, p, "x")
		at := then.Add(time.Duration(-i) * time.Minute)
		if err := os.Chtimes(filepath.Join(root, p), at, at); err != nil {
			t.Fatal(err)
		}
	}
	for i, p := range []string{"law", "sport", "politics"} {
		at := then.Add(time.Duration(-i) * time.Minute)
		if err := os.Chtimes(filepath.Join(root, p), at, at); err != nil {
			t.Fatal(err)
		}
	}
	src := open(t, root)
	want := []string{"law/abc.txt", "sport/x9.txt", "sport/a1b.txt", "politics/2031-03-15.txt", "politics/2031-03-14.txt"}
	for _, n := range []Newest{src.(Newest), watching(t, src)} {
		var got []string
		if err := n.Newest(t.Context(), func(e Entry) error { got = append(got, e.Path); return nil }); err != nil {
			t.Fatal(err)
		}
		same(t, got, want...)
	}
}

func TestAFlatFolderGivesSomeFilesAtOnceAndEachOnce(t *testing.T) {
	root := t.TempDir()
	const n = batch + 500
	for i := range n {
		name := filepath.Join(root, fmt.Sprintf("x%xy", i*7919%n))
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		at := time.Unix(1e9+int64(i*104729%n), 0)
		if err := os.Chtimes(name, at, at); err != nil {
			t.Fatal(err)
		}
	}
	seen, last := map[string]bool{}, time.Now()
	err := open(t, root).(Newest).Newest(t.Context(), func(e Entry) error {
		// Some come before all names are known, some before all times are.
		if len(seen) == early || len(seen) == 2*early {
			last = time.Now()
		}
		if e.ModTime.After(last) {
			t.Errorf("%s comes too late", e.Path)
		}
		seen[e.Path], last = true, e.ModTime
		return nil
	})
	if err != nil || len(seen) != n {
		t.Errorf("%d files, %v", len(seen), err)
	}
}
