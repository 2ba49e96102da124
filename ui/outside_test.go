package ui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"dateline/feed/archive"
	"dateline/ui/uitest"
)

// pier is an archive of notes with links.
func pier(t *testing.T, w, h int, files map[string]string) *uitest.Driver {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	src, err := archive.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	return uitest.Start(t, uitest.Open(t, src, t.TempDir()), w, h)
}

// browser makes a script the browser. It returns a function that returns what it was called with.
func browser(t *testing.T) (opened func() string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the browser is a shell script")
	}
	dir := t.TempDir()
	path, got := filepath.Join(dir, "browser"), filepath.Join(dir, "got")
	script := fmt.Sprintf("#!/bin/sh\necho noise\nprintf '%%s\\n' \"$@\" >>'%s'\n", got)
	if err := os.WriteFile(path, []byte(script), 0o700); err != nil { //nolint:gosec // it is run
		t.Fatal(err)
	}
	t.Setenv("BROWSER", path)
	return func() string {
		text, _ := os.ReadFile(got)
		_ = os.Remove(got)
		return string(text)
	}
}

func TestOOpensALinkOfTheTextAfterAQuestion(t *testing.T) {
	opened := browser(t)
	long := "https://quay.example/" + strings.Repeat("a-long-address/", 20) + "end"
	d := pier(t, 60, 20, map[string]string{
		"ferry.md": "# Ferry sails\n\nThe [tolls](tolls.md) rise, say [the talks](https://quay.example/talks?a=1;b) and [more](" + long + ").\n\n[Bad](javascript:alert(1)) [worse](https://quay.example@evil.example/) [like](https://qu\u0430y.example/x)\n",
		"tolls.md": "---\ntitle: Tolls rise\nurl: https://www.quay.example/tolls\n---\nThey rise.\n",
	})
	d.Search("sails", "enter")
	d.Press("tab", "tab", "o")
	d.Shows("Open https://quay.example/talks?a=1;b ?", "y yes")
	d.Press("x", "j")
	d.Shows("Open https://quay.example/talks?a=1;b ?")
	if d.Press("n"); opened() != "" {
		t.Error("after the answer no it is opened")
	}
	d.Press("o", "y")
	d.Shows("Opening https://quay.example/talks")
	if got := opened(); got != "https://quay.example/talks?a=1;b\n" {
		t.Errorf("opened is %q", got)
	}
	d.Press("tab", "o")
	screen := strings.NewReplacer(" ", "", "\n", "").Replace(d.Screen())
	if !strings.Contains(screen, "Open"+long+"?") {
		t.Errorf("the address is not shown whole:\n%s", d.Screen())
	}
	d.Resize(40, 8) // there is no room for it
	if d.Press("y"); opened() != "" {
		t.Error("an address that is not shown whole is opened")
	}
	d.Shows("no room")
	d.Resize(60, 20)
	if d.Press("y"); opened() != long+"\n" {
		t.Error("the long address is not opened")
	}
	if d.Press("tab", "o"); !strings.Contains(d.Screen(), "xn--") && !strings.Contains(d.Screen(), "user or a password") {
		t.Errorf("a deceptive address:\n%s", d.Screen())
	}
}

func TestOOpensTheStoryAtItsAddressOrItsFile(t *testing.T) {
	opened := browser(t)
	d := pier(t, 60, 20, map[string]string{"tolls.md": "---\ntitle: Tolls rise\nurl: https://www.quay.example/tolls/\n---\nThey rise.\n"})
	for _, where := range []string{"list", "story"} {
		if where == "story" {
			d.Press("enter")
		}
		d.Press("o")
		d.Shows("Open https://www.quay.example/tolls/ ?")
		if d.Press("y"); opened() != "https://www.quay.example/tolls/\n" {
			t.Errorf("%s: the address is not opened", where)
		}
	}
	d = pier(t, 200, 20, map[string]string{"ferry.txt": "Ferry sails\n\nOSTVIK, Oct. 3, 2024 (Meridian) -- It sailed.\n"})
	if d.Press("o"); !strings.Contains(d.Screen(), "ferry.txt ?") {
		t.Errorf("the file is not offered:\n%s", d.Screen())
	}
	if d.Press("q"); opened() != "" {
		t.Error("the file is opened after no")
	}
	d = pier(t, 60, 20, map[string]string{"ferry.desktop": "Ferry sails\n\nOSTVIK, Oct. 3, 2024 (Meridian) -- It sailed.\n"})
	d.Press("o")
	d.Shows("files of this kind are not opened")
}

func TestWithoutAProgramOSaysSo(t *testing.T) {
	t.Setenv("BROWSER", "")
	t.Setenv("PATH", t.TempDir())
	if runtime.GOOS == "windows" {
		t.Skip("the system has an opener")
	}
	d := pier(t, 60, 20, map[string]string{"tolls.md": "---\ntitle: Tolls rise\nurl: https://quay.example/tolls\n---\nThey rise.\n"})
	d.Press("o", "y")
	d.Shows("no program to open it: set BROWSER to one")
}
