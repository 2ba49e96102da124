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
	{"query", "what can be searched for", manual},
	{"environment", "the environment variables", func() string { return rows(environment) }},
	{"files", "the files of the program", func() string { return rows(ownFiles) }},
	{"exit-codes", "the exit codes of the commands", func() string { return rows(exitCodes) }},
}

// environment lists the environment variables and what they are for.
var environment = [][2]string{
	{archiveVariable, "the archive that is read if none is named"},
	{languageVariable, "the language of the screen and of messages: " + inWords(locale.Languages())},
	{"LC_ALL, LC_MESSAGES, LANG", "the locale, whose language is taken if no other is set; the first of them that is set counts"},
	{logVariable, "a file to write a log to: JSON if its name ends in .json, else text"},
	{"XDG_CONFIG_HOME", "the folder of dateline/config.toml; ~/.config, or %AppData% on Windows, if it is not set"},
	{"XDG_CACHE_HOME", "the folder of the catalogs, which can be deleted at any time; ~/.cache, or %LocalAppData% on Windows, if it is not set"},
	{"XDG_STATE_HOME", "the folder of the marks and their backups; ~/.local/state, or %LocalAppData% on Windows, if it is not set"},
	{"VISUAL, EDITOR", "the editor for notes and for the files of stories"},
	{"BROWSER", "the program that opens web addresses"},
	{"NO_COLOR", "no colors, if it is set"},
	{"CLICOLOR_FORCE, FORCE_COLOR", "colors in a pipe too, if one of them is set and not 0"},
	{"CLICOLOR", "no colors if it is 0"},
	{"COLORTERM, TERM", "which colors the terminal has; the reader does not start if TERM is dumb"},
	{"TMPDIR", "the folder of a catalog that cannot be kept"},
	{"GOMEMLIMIT", "the memory to keep to when large archives are read; 144MiB if it is not set"},
}

// exitCodes lists the exit codes and their meaning.
var exitCodes = [][2]string{
	{strconv.Itoa(exitDone), "it is done; to find nothing is no failure"},
	{strconv.Itoa(exitFailed), "it failed, and one line on standard error says why"},
	{strconv.Itoa(exitUsage), "wrong usage: an unknown command or flag, a wrong value, a mistake in a query"},
	{strconv.Itoa(exitProblems), "check or config check found problems"},
	{strconv.Itoa(exitSignal) + " + N", "the signal with the number N ended it"},
}

// ownFiles lists the files of the program.
var ownFiles = [][2]string{
	{"the configuration", "$XDG_CONFIG_HOME/dateline/config.toml, else ~/.config/dateline/config.toml; on Windows %AppData%\\dateline\\config.toml"},
	{"the catalogs, which can be deleted at any time", "$XDG_CACHE_HOME/dateline/, else ~/.cache/dateline/; on Windows %LocalAppData%\\dateline\\cache"},
	{"the marks, and a backup a day in backups", "$XDG_STATE_HOME/dateline/, else ~/.local/state/dateline/; on Windows %LocalAppData%\\dateline\\state"},
	{"a log, only if the variable is set", "the file that DATELINE_LOG names"},
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
		list[i] = [2]string{t.name, t.short}
	}
	return rows(list)
}
