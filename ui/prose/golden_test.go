package prose

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the screens of testdata")

// roles maps the names of roles in testdata to the roles.
var roles = map[string]Role{
	"body": Body, "kicker": Kicker, "title": Title, "byline": Byline, "meta": Meta,
	"caption": Caption, "credit": Credit, "note": Note, "heading": Heading,
	"quote": Quote, "list": List, "code": Code, "endmark": EndMark,
	"section": Section, "entry": Entry, "entrymeta": EntryMeta, "rule": Rule,
	"dead": Dead,
}

// parseItems parses items. An item starts with a line "== role", which may have
// "label=", "link=" and "space=" after the role. The lines below it are its text.
func parseItems(t *testing.T, src string) []Item {
	t.Helper()
	var items []Item
	for part := range strings.SplitSeq("\n"+src, "\n== ") {
		head, text, _ := strings.Cut(part, "\n")
		if head == "" {
			continue
		}
		words := strings.Split(head, " ")
		role, ok := roles[words[0]]
		if !ok {
			t.Fatalf("no role %q", words[0])
		}
		it := Item{Role: role, Text: strings.TrimSuffix(text, "\n"), Block: len(items)}
		for _, w := range words[1:] {
			key, value, _ := strings.Cut(w, "=")
			n, _ := strconv.Atoi(value)
			switch key {
			case "label":
				it.Label = strings.ReplaceAll(value, "_", " ")
			case "link":
				it.Link = n
			case "space":
				it.Space = n
			default:
				t.Fatalf("no key %q", key)
			}
		}
		items = append(items, it)
	}
	return items
}

// screen draws all of d as plain text.
func screen(d *Doc) string {
	var b strings.Builder
	for i := range d.Len() {
		line := d.Line(i, Paint{})
		fmt.Fprintf(&b, "%s\n", strings.TrimRight(line, " "))
	}
	return b.String()
}

func TestItemsAreDrawnAsInTestdata(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no testdata: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			goldenFile(t, file)
		})
	}
}

func goldenFile(t *testing.T, file string) {
	t.Helper()
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var items []Item
	for i, f := range a.Files {
		if f.Name == "items" {
			items = parseItems(t, string(f.Data))
			continue
		}
		width, err := strconv.Atoi(f.Name)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		got := screen(Lay(items, width))
		if *update {
			a.Files[i].Data = []byte(got)
		} else if got != string(f.Data) {
			t.Errorf("width %d:\n%s\nwant:\n%s", width, got, f.Data)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
