package main

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/ui/cell"
	"dateline/ui/prose"
)

func configCommand(con *console) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "config",
		Short: "print the settings that are in force",
		Example: "  dateline config init\n" +
			"  dateline config check",
		Long: "Print the settings that are in force, and where each is from: the configuration, an\n" +
			"environment variable, or the default. What it prints is a configuration.",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return misuse(cmd, locale.F("there is no command config %s", args[0])+orElse(args[0], []string{"check", "init"}))
			}
			return nil
		},
		RunE: func(*cobra.Command, []string) error { return con.printConfig() },
	}
	cmd.AddCommand(configCheckCommand(con), configInitCommand(con))
	helpMore(cmd, func() string {
		return locale.T("These are the settings, as config init writes them:") + "\n\n" + documentedConfig()
	})
	return cmd
}

func configCheckCommand(con *console) *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "print what is wrong in the configuration",
		Long:  "Print what is wrong in the configuration, a line each: path:line: mistake. The exit code is 3\nif there is a mistake.",
		Args:  exactly(0, ""),
		RunE:  func(*cobra.Command, []string) error { return con.checkConfig() },
	}
}

func configInitCommand(con *console) *cobra.Command {
	return &cobra.Command{
		Use:   "init",
		Short: "write a configuration with every setting explained",
		Long:  "Write a configuration in which every setting is explained and has its default. A file that is\nthere is kept.",
		Args:  exactly(0, ""),
		RunE:  func(*cobra.Command, []string) error { return con.initConfig() },
	}
}

// printConfig prints each setting and where it is from.
func (c *console) printConfig() error {
	f, err := openConfig(configPath())
	if err != nil {
		return err
	}
	conf := f.config()
	for _, m := range f.mistakes {
		c.say(f.say(m))
	}
	where := f.path
	if !f.there {
		where = locale.F("%s (not there)", where)
	}
	if _, err := fmt.Fprintf(c.out, "# %s\n", clean.Line(where)); err != nil {
		return err
	}
	lines, width := f.inForce(&conf), 0
	for _, l := range lines {
		width = max(width, cell.Width(l[0]))
	}
	for _, l := range lines {
		text := l[0]
		if l[1] != "" {
			text = cell.Fit(text, width) + "  # " + l[1]
		}
		if _, err := fmt.Fprintln(c.out, text); err != nil {
			return err
		}
	}
	return nil
}

// inForce returns a line of TOML for each setting, and where it is from.
func (f *configFile) inForce(conf *config) (lines [][2]string) {
	for _, s := range settings {
		if s.table != nil || s.get(conf) == "" {
			continue
		}
		line := [2]string{s.name + " = " + s.get(conf), f.whence("", s.name)}
		if value := os.Getenv(s.env); s.env != "" && value != "" {
			line = [2]string{s.name + " = " + quoteTOML(value), s.env}
		}
		lines = append(lines, line)
	}
	for _, s := range settings {
		if s.table == nil || len(s.table.get(conf)) == 0 {
			continue
		}
		lines = append(lines, [2]string{}, [2]string{"[" + s.name + "]"})
		for _, e := range s.table.get(conf) {
			lines = append(lines, [2]string{e[0] + " = " + e[1], f.whence(s.name, e[0])})
		}
	}
	return lines
}

// whence returns where a setting is from.
func (f *configFile) whence(table, name string) string {
	if e := f.entry(table, name); e != nil {
		return locale.F("line %d", e.line)
	}
	return locale.T("default")
}

// checkConfig prints the mistakes in the configuration.
func (c *console) checkConfig() error {
	f, err := openConfig(configPath())
	if err != nil {
		return err
	}
	conf := f.config()
	if e := f.entry("", "archive"); e != nil && conf.Archive != "" {
		if _, err := os.Stat(conf.Archive); err != nil {
			f.wrong(*e, locale.F("the archive %s is not there", conf.Archive))
		}
	}
	for _, m := range f.mistakes {
		if _, err := fmt.Fprintln(c.out, f.say(m)); err != nil {
			return err
		}
	}
	switch {
	case len(f.mistakes) > 0:
		return errProblems
	case !f.there:
		c.say(locale.F("there is no configuration; dateline config init writes %s", clean.Line(f.path)))
	default:
		c.say(locale.F("nothing is wrong in %s", clean.Line(f.path)))
	}
	return nil
}

// initConfig writes the documented configuration.
func (c *console) initConfig() error {
	path := configPath()
	if path == "" {
		return locale.Error("there is no home folder, and XDG_CONFIG_HOME is not set")
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return locale.Errorf("%s is already there", path)
	}
	if err != nil {
		return err
	}
	_, err = f.WriteString(documentedConfig())
	if err := errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	_, err = fmt.Fprintln(c.out, clean.Line(path))
	return err
}

// configWidth is the width of a line of the documented configuration in cells.
const configWidth = 90

// documentedConfig returns a configuration with every setting, explained and commented out.
func documentedConfig() string {
	var b strings.Builder
	b.WriteString("# " + locale.T("The configuration of dateline. Remove the # before a setting to change it.") + "\n")
	for _, s := range settings {
		b.WriteString("\n")
		lines, _ := prose.Lines(s.explained(), configWidth-len("# "), math.MaxInt)
		for _, l := range lines {
			b.WriteString("# " + l + "\n")
		}
		if s.table == nil {
			b.WriteString("# " + s.name + " = " + s.example + "\n")
			continue
		}
		b.WriteString("# [" + s.name + "]\n")
		for l := range strings.SplitSeq(s.example, "\n") {
			b.WriteString("# " + l + "\n")
		}
	}
	return b.String()
}
