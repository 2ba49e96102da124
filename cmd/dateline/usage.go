package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"dateline/feed/locale"
)

// usageError reports wrong usage of a command.
type usageError struct {
	command string // the command's name, as in marks import; empty for the reader
	mistake string
}

// Error returns the mistake and the command that prints help.
func (e *usageError) Error() string {
	help := "dateline help"
	if e.command != "" {
		help += " " + e.command
	}
	return locale.F("%s (see: %s)", e.mistake, help)
}

// isUsage reports whether err is, or wraps, a usageError.
func isUsage(err error) bool {
	_, ok := errors.AsType[*usageError](err)
	return ok
}

// misuse returns a usageError that reports mistake in the usage of cmd.
func misuse(cmd *cobra.Command, mistake string) error {
	e := &usageError{mistake: mistake}
	if cmd.HasParent() {
		_, e.command, _ = strings.Cut(cmd.CommandPath(), " ")
		e.mistake = e.command + ": " + mistake
	}
	return e
}

// exactly returns a check that there are n arguments; name is their name in help.
func exactly(n int, name string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < n:
			return misuse(cmd, locale.F("needs %s", name))
		case len(args) > n && n == 0:
			return misuse(cmd, locale.F("takes no argument, but was given %s", args[0]))
		case len(args) > n:
			return misuse(cmd, locale.F("takes one %s, but was also given %s", name, args[n]))
		}
		return nil
	}
}

// helpMore adds a text to the help of cmd. It is made when the help is asked for, not at each start.
func helpMore(cmd *cobra.Command, text func() string) {
	long := cmd.Long
	cmd.SetHelpFunc(func(c *cobra.Command, args []string) {
		if c == cmd { // and not a command below it
			c.Long = locale.T(long) + "\n\n" + text()
		}
		cmd.Root().HelpFunc()(c, args)
	})
}
