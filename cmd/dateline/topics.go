package main

import (
	"strconv"
	"strings"

	"dateline/feed/locale"
	"dateline/ui/cell"
)

// topic is a text of the help command that is not about one command.
type topic struct {
	name, short string
	text        func() string
}

// topics lists them in the order of the help. They are also sections of the manual pages.
var topics = []topic{
	{"query", locale.Mark("what can be searched for"), manual},
	{"environment", locale.Mark("the environment variables"), func() string { return rows(environment()) }},
	{"files", locale.Mark("the files of the program"), func() string { return rows(ownFiles()) }},
	{"exit-codes", locale.Mark("the exit codes of the commands"), func() string { return rows(exitCodes()) }},
}

// environment lists the environment variables and what they are for.
func environment() [][2]string {
	return [][2]string{
		{archiveVariable, locale.T("the archive that is read if none is named")},
		{languageVariable, locale.F("the language of the screen and of messages: %s", inWords(locale.Languages()))},
		{"LC_ALL, LC_MESSAGES, LANG", locale.T("the locale, whose language is taken if no other is set; the first of them that is set counts")},
		{logVariable, locale.T("a file to write a log to: JSON if its name ends in .json, else text")},
		{"XDG_CONFIG_HOME", locale.F("the folder of dateline/config.toml; %s, or %s on Windows, if it is not set", "~/.config", "%AppData%")},
		{"XDG_CACHE_HOME", locale.F("the folder of the catalogs, which can be deleted at any time; %s, or %s on Windows, if it is not set", "~/.cache", "%LocalAppData%")},
		{"XDG_STATE_HOME", locale.F("the folder of the marks and their backups; %s, or %s on Windows, if it is not set", "~/.local/state", "%LocalAppData%")},
		{"VISUAL, EDITOR", locale.T("the editor for notes and for the files of stories")},
		{"BROWSER", locale.T("the program that opens web addresses")},
		{"NO_COLOR", locale.T("no colors, if it is set")},
		{"CLICOLOR_FORCE, FORCE_COLOR", locale.T("colors in a pipe too, if one of them is set and not 0")},
		{"CLICOLOR", locale.T("no colors if it is 0")},
		{"COLORTERM, TERM", locale.T("which colors the terminal has; the reader does not start if TERM is dumb")},
		{"TMPDIR", locale.T("the folder of a catalog that cannot be kept")},
		{"GOMEMLIMIT", locale.T("the memory to keep to when large archives are read; 144MiB if it is not set")},
	}
}

// exitCodes lists the exit codes and their meaning.
func exitCodes() [][2]string {
	return [][2]string{
		{strconv.Itoa(exitDone), locale.T("it is done; to find nothing is no failure")},
		{strconv.Itoa(exitFailed), locale.T("it failed, and one line on standard error says why")},
		{strconv.Itoa(exitUsage), locale.T("wrong usage: an unknown command or flag, a wrong value, a mistake in a query")},
		{strconv.Itoa(exitProblems), locale.T("check or config check found problems")},
		{strconv.Itoa(exitSignal) + " + N", locale.T("the signal with the number N ended it")},
	}
}

// ownFiles lists the files of the program.
func ownFiles() [][2]string {
	return [][2]string{
		{locale.T("the configuration"), locale.F("%s, else %s; on Windows %s", "$XDG_CONFIG_HOME/dateline/config.toml", "~/.config/dateline/config.toml", "%AppData%\\dateline\\config.toml")},
		{locale.T("the catalogs, which can be deleted at any time"), locale.F("%s, else %s; on Windows %s", "$XDG_CACHE_HOME/dateline/", "~/.cache/dateline/", "%LocalAppData%\\dateline\\cache")},
		{locale.T("the marks, and a backup a day in backups"), locale.F("%s, else %s; on Windows %s", "$XDG_STATE_HOME/dateline/", "~/.local/state/dateline/", "%LocalAppData%\\dateline\\state")},
		{locale.T("a log, only if the variable is set"), locale.T("the file that DATELINE_LOG names")},
	}
}

// rows returns a table of names and their meaning.
func rows(list [][2]string) string {
	width := 0
	for _, r := range list {
		width = max(width, cell.Width(r[0]))
	}
	var b strings.Builder
	for _, r := range list {
		b.WriteString("  " + cell.Fit(r[0], width) + "  " + r[1] + "\n")
	}
	return b.String()
}

// topicNamed returns the topic with that name, or nil.
func topicNamed(name string) *topic {
	for i := range topics {
		if topics[i].name == name {
			return &topics[i]
		}
	}
	return nil
}

// topicList returns the topics and what they are about.
func topicList() string {
	list := make([][2]string, len(topics))
	for i, t := range topics {
		list[i] = [2]string{t.name, locale.T(t.short)}
	}
	return rows(list)
}
