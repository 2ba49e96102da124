package intake

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"dateline/feed/intake/intaketest"
	"dateline/feed/internal/copydesk"
)

// BenchmarkRead measures reading a story of 4 KB from bytes to parts. UTF-8 should
// cost little more than parsing.
func BenchmarkRead(b *testing.B) {
	all := intaketest.News()
	for _, c := range []struct{ language, encoding string }{
		{"en", "utf-8"}, {"ko", "utf-8"}, {"ko", "euc-kr"}, {"ja", "shift_jis"}, {"zh-hans", "gb18030"},
		{"en", "windows-1252"}, {"ru", "koi8-r"}, {"fr", "utf-16le"},
	} {
		text := strings.Repeat(strings.Join(all[c.language], "\n")+"\n", 1+4096/len(strings.Join(all[c.language], "\n")))
		text = strings.NewReplacer("«", `"`, "»", `"`, "—", "-").Replace(text)
		data, ok := intaketest.Encode(b, c.encoding, text)
		if !ok {
			b.Fatal("the encoding does not have all characters of the text")
		}
		b.Run(c.language+" "+c.encoding, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if s := Read(File{Path: "a.txt", Data: data}); s[0].Encoding == "" {
					b.Fatal("no encoding")
				}
			}
		})
	}
}

// BenchmarkReadStories measures reading a story, on average, of those that the generator
// writes and of those of the tests.
func BenchmarkReadStories(b *testing.B) {
	for name, files := range map[string][]File{"copydesk": written2000(), "testdata": testStories(b)} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				Read(files[i%len(files)])
			}
		})
	}
}

// written2000 returns 2,000 files of the generator.
func written2000() (files []File) {
	for i := range 2000 {
		files = append(files, File{Path: copydesk.Path(i), Data: copydesk.File(i)})
	}
	return files
}

// testStories returns the files of the tests of package wire.
func testStories(tb testing.TB) (files []File) {
	tb.Helper()
	paths, err := filepath.Glob("../wire/testdata/stories/*.txtar")
	if err != nil || len(paths) == 0 {
		tb.Fatal(len(paths), err)
	}
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			tb.Fatal(err)
		}
		for _, f := range archive.Files {
			files = append(files, File{Path: f.Name, Data: f.Data})
		}
	}
	return files
}

// mostAllocations is the number of allocations for a story of the generator, on average.
const mostAllocations = 80

func TestAStoryCostsFewAllocations(t *testing.T) {
	files := written2000()
	read := func() {
		for _, f := range files {
			Read(f)
		}
	}
	read() // the lists of words are read once
	if n := testing.AllocsPerRun(1, read) / float64(len(files)); n > mostAllocations {
		t.Errorf("a story costs %.1f allocations, want at most %d", n, mostAllocations)
	}
}

// BenchmarkReadParts measures a file of 20,000 stories. It should cost what its
// stories cost.
func BenchmarkReadParts(b *testing.B) {
	unit := ferry + strings.Repeat("The port authority said that a line of text was needed here.\n", 10) + "=====\n"
	data := []byte(strings.Repeat(unit, 20000))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if n := len(Read(File{Path: "a.txt", Data: data})); n != 20000 {
			b.Fatal(n)
		}
	}
}
