package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// parsed returns the configuration in text.
func parsed(text string) *configFile {
	f := &configFile{path: "config.toml", there: true, lines: strings.Split(text, "\n")}
	f.parse([]byte(text))
	return f
}

func TestEveryMistakeHasItsLine(t *testing.T) {
	for text, want := range map[string]string{
		"":                                  "",
		"mouse = true\n":                    "",
		"mouse = 1":                         "config.toml:1: mouse is true or false, not 1",
		"\n\nmouse = 2024-01-01":            "config.toml:3: mouse is true or false, not 2024-01-01",
		"archive = [\"a\"]":                 `config.toml:1: archive is a text in quotation marks, not ["a"]`,
		"mouse = true\nmouse = true":        "config.toml:2: mouse is set twice",
		"[mouse]\nx = 1":                    "config.toml:1: mouse is true or false, not a table",
		"mouse.x = 1":                       "config.toml:1: mouse is true or false, not a table",
		"keys = 1":                          "config.toml:1: keys is a table: [keys]",
		`keys = { quit = "X", qqqq = "Y"}`:  "config.toml:1: there is no action qqqq",
		`keys = { star = "X" }`:             "config.toml:1: there is no action star; did you mean star-all or toggle-star?",
		"[keys]\nquit = \"X\"\n[keys]\n":    "config.toml:3: keys is set twice",
		"[keys]\n\n\"quit\" = 7":            `config.toml:3: quit is a key in quotation marks, or several: ["g g", "home"]`,
		"[[keys]]":                          "config.toml:1: there is no list of tables: keys",
		"[other]\na = 1\nb = 2":             "config.toml:1: there is no setting other",
		"mouse = true\nx = \"\x1b[31m":      "config.toml:2: this line cannot be read as TOML: x = \"",
		"mouse =":                           "config.toml:1: mouse has no value",
		"x =":                               "config.toml:1: x has no value",
		"x = {a={a={a={a={a={a={a=1}}}}}}}": "config.toml:1: there is no setting x",
	} {
		f := parsed(text)
		f.config()
		got := ""
		if len(f.mistakes) > 0 {
			got = f.say(f.mistakes[0])
		}
		if got != want || len(f.mistakes) > 1 {
			t.Errorf("%q: %q, want %q; %v", text, got, want, f.mistakes)
		}
	}
}

func TestTheSameMistakeOnTwoLinesIsToldTwice(t *testing.T) {
	f := parsed("[keys]\nquit = \"ctrl+c\"\nredraw = \"ctrl+c\"")
	f.config()
	if len(f.mistakes) != 2 || f.mistakes[0].line != 2 || f.mistakes[1].line != 3 {
		t.Errorf("%v", f.mistakes)
	}
}

func FuzzConfigurationsAreRead(f *testing.F) {
	for _, text := range []string{"", "a", "mouse = true", "[keys]\nquit = [\"g g\"]", "a = {b={c=1}}\n[[d]]", "x = '''\n\n", `archive = "\u0000"`} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > maxConfig {
			return
		}
		file := parsed(text)
		conf := file.config()
		lines := strings.Count(text, "\n") + 1
		for _, m := range file.mistakes {
			if m.line < 0 || m.line > lines {
				t.Errorf("line %d of %d: %s", m.line, lines, m.what)
			}
		}
		for _, l := range file.inForce(&conf) {
			if strings.ContainsAny(l[0], "\n\x1b") {
				t.Errorf("%q in what is in force", l[0])
			}
		}
	})
}

func TestTheConfigurationIsWhereTheSystemHasIt(t *testing.T) {
	home := t.TempDir()
	for _, v := range []string{"HOME", "USERPROFILE"} {
		t.Setenv(v, home)
	}
	for _, tt := range []struct{ system, xdg, roaming, want string }{
		{"linux", "", filepath.Join(home, "Roaming"), ".config/dateline/config.toml"},
		{"linux", "relative", "", ".config/dateline/config.toml"},
		{"linux", filepath.Join(home, "xdg"), "", "xdg/dateline/config.toml"},
		{"windows", "", filepath.Join(home, "Roaming"), "Roaming/dateline/config.toml"},
		{"windows", filepath.Join(home, "xdg"), filepath.Join(home, "Roaming"), "xdg/dateline/config.toml"},
		{"windows", "", "", ".config/dateline/config.toml"},
	} {
		t.Setenv("XDG_CONFIG_HOME", tt.xdg)
		t.Setenv("AppData", tt.roaming)
		if got := configPathOn(tt.system); got != filepath.Join(home, tt.want) {
			t.Errorf("%+v: %s", tt, got)
		}
	}
}
