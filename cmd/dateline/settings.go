package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/locale"
	"dateline/ui"
	"dateline/ui/article"
	"dateline/ui/headlines"
	"dateline/ui/keys"
)

// config holds the settings that are in force.
type config struct {
	Archive string
	// Language is "" for that of the environment.
	Language string
	Mouse    bool
	// TerminalBidi reports whether the terminal puts right-to-left text in order, and not
	// the program.
	TerminalBidi bool
	Pictures     bool // true by default
	Shell        bool
	HideCursor   bool
	Accessible   bool
	Styles       map[string]string // by the names of theme.Roles
	Width        int
	List         headlines.Settings
	Keys         keys.Bound
}

// defaults returns the settings of a configuration without any.
func defaults() config { return config{Pictures: true, List: headlines.Defaults()} }

// setting is a setting of config.toml.
type setting struct {
	name    string
	example string // a value in TOML, for the documented configuration
	help    string
	more    func() string // what follows help, if anything
	env     string        // the environment variable that overrides it, if any

	// set sets it to a value of the file and returns "", or returns what the value
	// must be.
	set func(c *config, value any) string
	get func(c *config) string // its value in TOML

	words []string // its values, if there are few

	table *settingTable // for a setting that is a table, in the place of set and get
}

// settingTable is a setting that is a table. Its example has a line an entry.
type settingTable struct {
	// set sets its entries, and calls wrong with the name of an entry and what is wrong there.
	set func(c *config, entries map[string]any, wrong func(name, what string))
	get func(c *config) [][2]string // the entries and their values in TOML
}

// settings lists the settings in the order of the documentation. A new one is a field of
// config and a row here; the command config, help and the manual page follow.
var settings = []setting{
	text("archive", `"~/news"`, locale.Mark("the archive that is read if none is named: a folder or a file; without it, the built-in edition; ~ is the home folder, and a path that is not absolute is relative to the folder of this file"),
		archiveVariable, func(c *config) *string { return &c.Archive }),
	languages("language", locale.Mark("the language of the screen and of messages; without it, that of LC_ALL, LC_MESSAGES or LANG"), func(c *config) *string { return &c.Language }),
	onOff("mouse", "true", locale.Mark("whether the mouse scrolls and selects; if not, it is left to the terminal"),
		func(c *config) *bool { return &c.Mouse }),
	choice("bidi", "program", "terminal", locale.Mark("who puts right-to-left text in order: the program, or a terminal that can"),
		func(c *config) *bool { return &c.TerminalBidi }),
	onOff("pictures", "false", locale.Mark("whether the pictures that stories name are shown"),
		func(c *config) *bool { return &c.Pictures }),
	onOff("shell", "true", locale.Mark("whether a shell runs the commands that stories are piped to, with all that it expands and connects; if not, the first word is the program and the others are its arguments"),
		func(c *config) *bool { return &c.Shell }),
	choice("cursor", "show", "hide", locale.Mark("the terminal's cursor on the selected row or link, where screen readers and braille displays look for it"),
		func(c *config) *bool { return &c.HideCursor }),
	onOff("accessible", "true", locale.Mark("whether the reader draws for screen readers and braille displays: one pane, words for signs, > before what is selected, no lines or pictures, and no mouse"),
		func(c *config) *bool { return &c.Accessible }),
	number("width", "66", locale.Mark("the width of the text of stories in cells, which < and > change until the reader ends; without it, what they change stays"),
		[2]int{article.MinWidth, article.MaxWidth},
		func(c *config) *int { return &c.Width }),
	{name: "list", example: "columns = [\"place\", \"agency\", \"label\"]\nlabel = 8\npeek = 3\nscroll-off = 4",
		help: locale.Mark("the list of headlines: columns beside the headlines, from left to right, of a list that has at least 110 cells to itself (place, agency, date and label; " +
			"without label, no row has one; the default is place and label); label: the most cells of a label; peek: the most lines below the list about the selected story, " +
			"2 by default and 0 for none; scroll-off: the rows that stay visible above and below the selected one, 2 by default"),
		table: &settingTable{set: setList, get: listInTOML}},
	{name: "theme", example: "accent = \"bright-magenta\"\nselected = \"bold #ffffff on 24\"",
		help: themeHelp, more: themeParts,
		table: &settingTable{set: setStyles, get: stylesInTOML}},
	{name: "keys", example: "quit = \"Q\"\ntop = [\"g g\", \"home\"]",
		help:  locale.Mark("the keys of actions, by their names, which dateline-config(5) lists: a key, several, or a sequence of keys; a key that is bound here is taken from other actions, and an action without a key has an empty list"),
		table: &settingTable{set: bindKeys, get: boundInTOML}},
}

// settingNames returns the names of the settings.
func settingNames() []string {
	names := make([]string, len(settings))
	for i, s := range settings {
		names[i] = s.name
	}
	return names
}

// settingNamed returns the setting with that name, or nil.
func settingNamed(name string) *setting {
	for i := range settings {
		if settings[i].name == name {
			return &settings[i]
		}
	}
	return nil
}

// text returns a setting that is a text.
func text(name, example, help, env string, field func(*config) *string) setting {
	return setting{name: name, example: example, help: help, env: env,
		set: func(c *config, value any) string {
			s, ok := value.(string)
			if !ok {
				return locale.T("a text in quotation marks")
			}
			*field(c) = s
			return ""
		},
		get: func(c *config) string { return quoteTOML(*field(c)) },
	}
}

// onOff returns a setting that is true or false.
func onOff(name, example, help string, field func(*config) *bool) setting {
	return setting{name: name, example: example, help: help, words: []string{"true", "false"},
		set: func(c *config, value any) string {
			b, ok := value.(bool)
			if !ok {
				return inWords([]string{"true", "false"})
			}
			*field(c) = b
			return ""
		},
		get: func(c *config) string { return strconv.FormatBool(*field(c)) },
	}
}

// number returns a setting that is a number from the first to the second of limits; 0 is none.
func number(name, example, help string, limits [2]int, field func(*config) *int) setting {
	return setting{name: name, example: example, help: help,
		set: func(c *config, value any) string {
			n, ok := numberIn(value, limits[0], limits[1])
			if !ok {
				return locale.F("a number from %d to %d", limits[0], limits[1])
			}
			*field(c) = n
			return ""
		},
		get: func(c *config) string {
			if *field(c) == 0 {
				return ""
			}
			return strconv.Itoa(*field(c))
		},
	}
}

// choice returns a setting that is one of two words; field is whether it is the second.
func choice(name, first, second, help string, field func(*config) *bool) setting {
	return setting{name: name, example: quoteTOML(second), help: help, words: []string{first, second},
		set: func(c *config, value any) string {
			if value != first && value != second {
				return inWords([]string{quoteTOML(first), quoteTOML(second)})
			}
			*field(c) = value == second
			return ""
		},
		get: func(c *config) string {
			if *field(c) {
				return quoteTOML(second)
			}
			return quoteTOML(first)
		},
	}
}

// languages returns a setting that is a language of the program; "" is that of the environment.
func languages(name, help string, field func(*config) *string) setting {
	words := locale.Languages()
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = quoteTOML(w)
	}
	return setting{name: name, example: quoteTOML("ko"), help: help, env: languageVariable, words: words,
		set: func(c *config, value any) string {
			s, ok := value.(string)
			if !ok || !slices.Contains(words, s) {
				return inWords(quoted)
			}
			*field(c) = s
			return ""
		},
		get: func(c *config) string {
			if *field(c) == "" {
				return ""
			}
			return quoteTOML(*field(c))
		},
	}
}

// explained returns the help of s with its default.
func (s *setting) explained() string {
	none := defaults()
	help := locale.T(s.help)
	if s.more != nil {
		help += " " + s.more()
	}
	if s.table != nil {
		return capital(help) + "."
	}
	if value := s.get(&none); value != `""` && value != "" {
		help += locale.F("; the default is %s", value)
	}
	if s.env != "" {
		help += locale.F("; %s in the environment comes first", s.env)
	}
	return capital(help) + "."
}

// capital returns s with an uppercase letter at its start.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// quoteTOML returns s as a TOML string. It escapes what a terminal may not show as it is.
func quoteTOML(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r == '\'' || !unicode.IsPrint(r) }) && strings.ContainsAny(s, `"\`) {
		return "'" + s + "'"
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case !unicode.IsPrint(r):
			fmt.Fprintf(&b, `\U%08X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// live returns the settings of conf that can be changed while the reader runs: those of a few
// words. The language, and whether it draws for screen readers, are decided when it starts.
func live(conf *config) (list []ui.Setting) {
	for i := range settings {
		s := &settings[i]
		if s.words == nil || s.name == "accessible" || s.name == "language" {
			continue
		}
		list = append(list, ui.Setting{Name: s.name, Values: s.words, Set: func(o *ui.Options, value string) {
			if s.set(conf, value) != "" { // it is true or false
				s.set(conf, value == "true")
			}
			conf.apply(o)
		}})
	}
	return list
}

// apply sets what can be changed while the reader runs.
func (c *config) apply(o *ui.Options) {
	o.Mouse, o.TerminalBidi, o.NoPictures, o.HideCursor, o.Shell = c.Mouse, c.TerminalBidi, !c.Pictures, c.HideCursor, c.Shell
}
