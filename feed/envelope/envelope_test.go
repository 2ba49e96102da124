package envelope_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"dateline/feed/envelope"
	"dateline/feed/story"
	"dateline/feed/wire/wiretest"
)

// controls are the names that the test data gives to control characters.
var controls = strings.NewReplacer("<SOH>", "\x01", "<STX>", "\x02", "<ETX>", "\x03", "<EOT>", "\x04", "<ENQ>", "\x05", "<BS>", "\x08",
	"<DLE>", "\x10", "<DC1>", "\x11", "<DC2>", "\x12", "<DC3>", "\x13", "<DC4>", "\x14", "<SYN>", "\x16", "<RS>", "\x1e", "<US>", "\x1f", "<DEL>", "\x7f")

// An archive holds pairs of files: the copy "name.txt", whose control characters have
// names, and "name.want", the fields of its envelope and the rest of the copy.
func TestEnvelopesAreRead(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no archives", err)
	}
	for _, path := range paths {
		a, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out := &txtar.Archive{Comment: a.Comment}
		want := map[string]string{}
		for _, f := range a.Files {
			want[f.Name] = string(f.Data)
		}
		for _, f := range a.Files {
			name, ok := strings.CutSuffix(f.Name, ".txt")
			if !ok {
				continue
			}
			got := dump(envelope.Read(controls.Replace(string(f.Data))))
			out.Files = append(out.Files, f, txtar.File{Name: name + ".want", Data: []byte(got)})
			if got != want[name+".want"] && !wiretest.Update() {
				t.Errorf("%s\ngot\n%s\nwant\n%s", name, got, want[name+".want"])
			}
		}
		if wiretest.Update() {
			if err := os.WriteFile(path, txtar.Format(out), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// dump returns the fields of e and the lines of text in a form that people can check.
func dump(e story.Envelope, text string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "service=%q number=%q priority=%q category=%q words=%d sent=%q\n", e.Service, e.Number, e.Priority, e.Category, e.Words, e.Sent)
	fmt.Fprintf(&b, "slug=%q takes=%q keywords=%q\n", e.Slug, e.Takes, e.Keywords)
	for _, l := range e.Lines {
		fmt.Fprintf(&b, "envelope %d  %s\n", l.Span.First, l.Text)
	}
	for _, l := range e.Contacts {
		fmt.Fprintf(&b, "contacts %d  %s\n", l.Span.First, l.Text)
	}
	for i, l := range strings.Split(text, "\n") {
		if strings.TrimSpace(l) != "" {
			fmt.Fprintf(&b, "text %d  %q\n", i+1, l)
		}
	}
	return b.String()
}

// withEnds returns text with another line end.
func withEnds(text, end string) string { return strings.ReplaceAll(text, "\n", end) }

const wrapped = "\x16\x16\x01a0102\x1f-----\n" +
	"r i\x13\x11BC-OS--Skarn-Ferry     10-03 0210\n" +
	"\x02^BC-OS--Skarn-Ferry,1st Ld-Writethru,0210<\n" +
	"^Ferry of Skarn sails again<\n" +
	"\t   SKARN, Ostmere (AP) _ The ferry sailed.\n" +
	"\t   \x03AP-WF-10-03-24 1430GMT<\n"

func TestLineEndsDoNotMatter(t *testing.T) {
	want := dump(envelope.Read(wrapped))
	for _, end := range []string{"\r\n", "\r\r\n", "\r", "\u2028"} {
		if got := dump(envelope.Read(withEnds(wrapped, end))); got != want {
			t.Errorf("with %q\n%s\nwant\n%s", end, got, want)
		}
	}
}

func TestTheTextKeepsItsLines(t *testing.T) {
	for n := range len(wrapped) {
		text := wrapped[:n]
		if _, rest := envelope.Read(text); strings.Count(rest, "\n") != strings.Count(text, "\n") {
			t.Errorf("%d lines of %q", strings.Count(rest, "\n"), text)
		}
	}
}

func TestBlankLinesAboveDoNotMatter(t *testing.T) {
	e, _ := envelope.Read("\n \n\x16\n" + wrapped)
	if e.Slug != "BC-OS--Skarn-Ferry" || e.Number != "a0102" || len(e.Takes) != 1 {
		t.Errorf("%+v", e)
	}
}

// Copy without an envelope, and text that looks like one.
func TestOrdinaryTextHasNoEnvelope(t *testing.T) {
	data, err := os.ReadFile("testdata/ordinary.txt")
	if err != nil {
		t.Fatal(err)
	}
	for text := range strings.SplitSeq(string(data), "\n====\n") {
		e, rest := envelope.Read(text)
		if rest != text || len(e.Lines) > 0 {
			t.Errorf("%q has the envelope %+v", text, e)
		}
	}
}

func FuzzReadKeepsLinesAndText(f *testing.F) {
	f.Add(wrapped)
	f.Add("ZCZC ABC1\nPOL\n%A #slug $Title :(Skarn) &x\nText.\nNNNN")
	f.Add("\x01abc012 3 s 5\n\nA-b/C/\n\x02REFILE\nTitle =\n\nSkarn (dpa) - Text.\n# dpa NOTEBOOK\nx\n\x03071341 GMT Okt 15\n")
	f.Fuzz(func(t *testing.T, text string) {
		e, rest := envelope.Read(text)
		// A table needs no header: its marks become spaces.
		if len(e.Lines) == 0 && len(e.Contacts) == 0 && rest != text && !strings.ContainsAny(text, "\x1f;") {
			t.Errorf("%q became %q", text, rest)
		}
		last := 0
		for _, l := range e.Lines {
			if l.Span.First < last || l.Text == "" {
				t.Errorf("line %+v below line %d of %q", l, last, text)
			}
			last = l.Span.First
		}
	})
}
