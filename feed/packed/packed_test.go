package packed_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/feed/packed"
)

func TestPackedFilesAreThoseThatPeopleEdit(t *testing.T) {
	for name, pattern := range map[string]string{
		"../wire/words/packed":   "../wire/words/*.txt",
		"../intake/pairs/packed": "../intake/pairs/pairs.txt",
	} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(files), err)
		}
		var want strings.Builder
		for _, f := range files {
			text, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			want.Write(text)
		}
		if packed.Text(string(data)) != want.String() {
			t.Errorf("%s is not what %s says: run go generate ./feed/...", name, pattern)
		}
	}
}

func TestDamagedTextPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	packed.Text("no deflated text")
}
