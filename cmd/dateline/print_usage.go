package main

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dateline/feed/locale"
)

// translate translates what cmd and the commands below it do.
func translate(cmd *cobra.Command) {
	cmd.Short, cmd.Long = locale.T(cmd.Short), locale.T(cmd.Long)
	for _, c := range cmd.Commands() {
		translate(c)
	}
}

// printUsage prints how cmd is used, as cobra does in English.
func printUsage(cmd *cobra.Command) error {
	out := cmd.OutOrStderr()
	var b strings.Builder
	b.WriteString(locale.T("Usage:"))
	if cmd.Runnable() {
		b.WriteString("\n  " + cmd.UseLine())
	}
	if cmd.HasAvailableSubCommands() {
		b.WriteString("\n  " + cmd.CommandPath() + " [command]")
	}
	if cmd.HasExample() {
		b.WriteString("\n\n" + locale.T("Examples:") + "\n" + cmd.Example)
	}
	if cmd.HasAvailableSubCommands() {
		b.WriteString("\n\n" + locale.T("Available Commands:"))
		for _, c := range cmd.Commands() {
			if c.IsAvailableCommand() || c.Name() == "help" {
				fmt.Fprintf(&b, "\n  %-*s %s", c.NamePadding(), c.Name(), c.Short)
			}
		}
	}
	if cmd.HasAvailableLocalFlags() {
		b.WriteString("\n\n" + locale.T("Flags:") + "\n" + flagUsages(cmd))
	}
	if cmd.HasAvailableSubCommands() {
		b.WriteString("\n\n" + locale.F("Use \"%s [command] --help\" for more information about a command.", cmd.CommandPath()))
	}
	_, err := io.WriteString(out, b.String()+"\n")
	return err
}

// flagUsages returns the flags of cmd and what they do.
func flagUsages(cmd *cobra.Command) string {
	if help := cmd.Flags().Lookup("help"); help != nil {
		help.Usage = locale.F("help for %s", cmd.DisplayName())
	}
	text := strings.ReplaceAll(cmd.LocalFlags().FlagUsages(), " (default ", locale.T(" (default "))
	return strings.TrimRight(text, " \n")
}

// wrongFlag returns the error for a flag that cmd does not have, or that has a wrong value.
func wrongFlag(cmd *cobra.Command, err error) error {
	unknown, ok := errors.AsType[*pflag.NotExistError](err)
	if !ok || len(unknown.GetSpecifiedName()) < 2 {
		return misuse(cmd, flagMistake(err))
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
	return misuse(cmd, flagMistake(err)+orElse("--"+unknown.GetSpecifiedName(), names))
}

// flagMistake returns the text of an error of package pflag.
func flagMistake(err error) string {
	if e, ok := errors.AsType[*pflag.NotExistError](err); ok {
		if short := e.GetSpecifiedShortnames(); short != "" {
			return locale.F("unknown shorthand flag: %q in -%s", rune(e.GetSpecifiedName()[0]), short)
		}
		return locale.F("unknown flag: --%s", e.GetSpecifiedName())
	}
	if e, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		if short := e.GetSpecifiedShortnames(); short != "" {
			return locale.F("flag needs an argument: %q in -%s", rune(e.GetSpecifiedName()[0]), short)
		}
		return locale.F("flag needs an argument: --%s", e.GetSpecifiedName())
	}
	if e, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		name := "--" + e.GetFlag().Name
		if e.GetFlag().Shorthand != "" {
			name = "-" + e.GetFlag().Shorthand + ", " + name
		}
		return locale.F("invalid argument %q for %q flag: %v", e.GetValue(), name, valueMistake(e.Unwrap()))
	}
	if e, ok := errors.AsType[*pflag.InvalidSyntaxError](err); ok {
		return locale.F("bad flag syntax: %s", e.GetSpecifiedFlag())
	}
	return err.Error()
}

// valueMistake returns the text of an error of package strconv.
func valueMistake(err error) string {
	switch e, ok := errors.AsType[*strconv.NumError](err); {
	case ok && e.Err == strconv.ErrSyntax: //nolint:errorlint // it is never wrapped there
		return locale.F("strconv.%s: parsing %q: invalid syntax", e.Func, e.Num)
	case ok && e.Err == strconv.ErrRange: //nolint:errorlint // it is never wrapped there
		return locale.F("strconv.%s: parsing %q: value out of range", e.Func, e.Num)
	}
	return err.Error()
}
