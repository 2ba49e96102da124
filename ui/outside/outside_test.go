package outside

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestWhatIsShownIsTheWholeAddress(t *testing.T) {
	for address, want := range map[string]string{
		"https://quay.example/tolls?a=1&b=%20#top":     "https://quay.example/tolls?a=1&b=%20#top",
		"HTTP://Quay.Example:8080":                     "http://quay.example:8080",
		"//quay.example/a":                             "https://quay.example/a",
		"https://[2001:DB8::1]:81/":                    "https://[2001:DB8::1]:81/",
		"https://quay_1.example":                       "https://quay_1.example",
		"https://q\u0443ay.example/":                   "https://xn--qay-dfd.example/", // a Cyrillic letter
		"https://항구.example/배?q=표":                     "https://xn--2e0bp27e.example/%EB%B0%B0?q=%ED%91%9C",
		"https://quay.example/a b\"'`$(x)|<y>\\\u202e": "https://quay.example/a%20b%22%27%60%24%28x%29%7C%3Cy%3E%5C%E2%80%AE",
		"https://quay.example/?q='$x`#'`":              "https://quay.example/?q=%27%24x%60#%27%60",
		"mailto:desk@quay.example":                     "mailto:desk@quay.example",
		"mailto:desk%2Bnight@quay.example":             "mailto:desk+night@quay.example",
		"mailto:desk@quay.example?attach=/etc/passwd":  "mailto:desk@quay.example",
	} {
		if got, err := Web(address); err != nil || got.String() != want {
			t.Errorf("%q: %q, %v, want %q", address, got, err, want)
		}
	}
}

func TestOtherAddressesAreRefused(t *testing.T) {
	for address, want := range map[string]string{
		"file:///etc/passwd":                         "only http",
		"javascript:alert(1)":                        "only http",
		"data:text/html,x":                           "only http",
		"smb://quay.example/a":                       "only http",
		"quay.example/a":                             "only http",
		"--help":                                     "only http",
		"":                                           "only http",
		"https://user@quay.example/":                 "user or a password",
		"https://bank.example%2fx@quay.example/":     "user or a password",
		"https:///a":                                 "host",
		"https://quay\u2024example/":                 "host",
		"https://a%20b/":                             "cannot be read",
		"https://quay.example/\x1b[2J":               "cannot be read",
		"https://-\u0443.example/":                   "host",
		"mailto:?attach=/etc/passwd":                 "mail address",
		"mailto:-a@quay.example":                     "mail address",
		"mailto:a@b,c@d":                             "mail address",
		"mailto:%zz@quay.example":                    "mail address",
		"https://quay.example/" + long:               "too long",
		"https://" + strings.Repeat("a", maxAddress): "too long",
	} {
		if got, err := Web(address); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %q, %v, want %q", address, got, err, want)
		}
	}
}

var long = strings.Repeat("a", maxAddress)

func TestOnlyDocumentsAreOpened(t *testing.T) {
	dir := t.TempDir()
	for name, want := range map[string]string{
		"ferry.txt": "", "Ferry.HTML": "", "ferry.desktop": "of this kind", "ferry": "of this kind", "ferry.sh": "of this kind",
		"a\u202etxt.txt": "cannot be shown", "folder.txt/": "of this kind", "none.txt": "no file",
	} {
		path := filepath.Join(dir, name)
		switch {
		case strings.HasSuffix(name, "/"):
			if err := os.Mkdir(path, 0o700); err != nil {
				t.Fatal(err)
			}
		case name != "none.txt":
			if err := os.WriteFile(path, nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		_, err := File(path)
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", name, err, want)
		}
	}
	if _, err := File("outside_test.go"); err == nil {
		t.Error("a path that could be an option is opened")
	}
}

// program writes a program that writes its arguments to the file got beside it, a line each.
func program(t *testing.T, dir, name, then string) string {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the programs are shell scripts")
	}
	path := filepath.Join(dir, name)
	text := "#!/bin/sh\necho noise; echo noise >&2\nprintf '%s\\n' \"$@\" >'" + dir + "/got'\n" + then + "\n"
	if err := os.WriteFile(path, []byte(text), 0o700); err != nil { //nolint:gosec // it is run
		t.Fatal(err)
	}
	return path
}

func TestTheBrowserGetsTheAddressAsOneArgument(t *testing.T) {
	dir := t.TempDir()
	path := program(t, dir, "my browser", "")
	for browser, want := range map[string]string{
		path:                      "https://quay.example/a;b&c=$(x)*\n",
		"none:" + path:            "https://quay.example/a;b&c=$(x)*\n",
		"none %s::" + path + ":x": "https://quay.example/a;b&c=$(x)*\n",
	} {
		t.Setenv("BROWSER", browser)
		target, err := Web("https://quay.example/a;b&c=$(x)*")
		if err != nil {
			t.Fatal(err)
		}
		if err := target.Open(t.Context()); err != nil {
			t.Errorf("%q: %v", browser, err)
		}
		got, _ := os.ReadFile(filepath.Join(dir, "got"))
		if want = strings.ReplaceAll(want, "$", "%24"); string(got) != want {
			t.Errorf("%q gets %q, want %q", browser, got, want)
		}
	}
	if err := os.Rename(path, filepath.Join(dir, "browser")); err != nil {
		t.Fatal(err)
	}
	t.Setenv("BROWSER", filepath.Join(dir, "browser")+" --new -u=%s")
	target, _ := Web("https://quay.example/a")
	if err := target.Open(t.Context()); err != nil {
		t.Error(err)
	}
	if got, _ := os.ReadFile(filepath.Join(dir, "got")); string(got) != "--new\n-u=https://quay.example/a\n" {
		t.Errorf("the browser gets %q", got)
	}
}

func TestWithoutABrowserTheSystemOpensIt(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("BROWSER", "")
	t.Setenv("PATH", dir)
	target, _ := Web("mailto:desk@quay.example")
	if err := target.Open(t.Context()); err == nil || !strings.Contains(err.Error(), "set BROWSER") {
		t.Errorf("without an opener: %v", err)
	}
	name := map[string]string{"darwin": "open"}[runtime.GOOS]
	if name == "" {
		name = "xdg-open"
	}
	t.Setenv("BROWSER", program(t, dir, "browser", "exit 1")) // it does not write mail
	program(t, dir, name, "")
	if err := target.Open(t.Context()); err != nil {
		t.Error(err)
	}
	if got, _ := os.ReadFile(filepath.Join(dir, "got")); string(got) != "mailto:desk@quay.example\n" {
		t.Errorf("the opener gets %q", got)
	}
	program(t, dir, name, "exit 3")
	if err := target.Open(t.Context()); err == nil || err.Error() != name+" failed: exit status 3" {
		t.Errorf("an opener that fails: %v", err)
	}
}

func FuzzWeb(f *testing.F) {
	f.Add("https://quay.example/a?b#c")
	f.Add("mailto:a%2bb@quay.example")
	f.Add("https://q\u0443ay.example")
	f.Fuzz(func(t *testing.T, address string) {
		target, err := Web(address)
		if err != nil {
			return
		}
		text := target.String()
		if strings.Trim(text, "!#%&()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz~") != "" {
			t.Errorf("%q has other characters: %q", address, text)
		}
		if again, err := Web(text); err != nil && len(text) <= maxAddress || err == nil && again.String() != text {
			t.Errorf("%q becomes %q, then %q, %v", address, text, again, err)
		}
	})
}
