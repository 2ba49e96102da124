package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"
)

// program is the tree of commands.
type program struct{ cmd *cobra.Command }

// root returns the program: the reader and its subcommands, each of which has its
// own file.
func root(con *console) program {
	cmd := readerCommand(con)
	cmd.AddCommand(
		listCommand(con),
		showCommand(con),
		relatedCommand(con),
		takesCommand(con),
		diffCommand(con),
		timelineCommand(con),
		graphCommand(con),
		missingCommand(con),
		searchCommand(con),
		whyCommand(con),
		checkCommand(con),
		indexCommand(con),
		statsCommand(con),
		markCommand(con),
		marksCommand(con),
		exportCommand(con),
		configCommand(con),
		completionCommand(con),
		versionCommand(con),
	)
	cmd.SetHelpCommand(helpCommand())
	cmd.CompletionOptions.DisableDefaultCmd = true
	cmd.SilenceErrors, cmd.SilenceUsage = true, true
	cmd.SetIn(con.in)
	cmd.SetOut(con.out)
	cmd.SetErr(con.err)
	cmd.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return misuse(cmd, err.Error()) })
	cobra.MousetrapHelpText = "" // lets a double click start the reader
	return program{cmd}
}

// ExecuteContext runs the command that args name.
func (p program) ExecuteContext(ctx context.Context, args []string) error {
	p.cmd.SetArgs(args)
	return p.cmd.ExecuteContext(ctx)
}

// helpCommand is the help command of cobra, except that an unknown topic is
// wrong usage.
func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "explain a command",
		RunE: func(cmd *cobra.Command, args []string) error {
			topic, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return misuse(cmd.Root(), "there is no command "+strings.Join(args, " "))
			}
			topic.InitDefaultHelpFlag()
			return topic.Help()
		},
	}
}
