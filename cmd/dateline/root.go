package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"dateline/feed/locale"
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
		manCommand(con, func() *cobra.Command { return root(con).cmd }),
		versionCommand(con),
	)
	help := helpCommand(con)
	cmd.SetHelpCommand(help)
	cmd.CompletionOptions.DisableDefaultCmd = true
	cmd.SilenceErrors, cmd.SilenceUsage = true, true
	cmd.SetIn(con.in)
	cmd.SetOut(con.out)
	cmd.SetErr(con.err)
	cmd.SetFlagErrorFunc(wrongFlag)
	cmd.SetUsageFunc(printUsage)
	translate(cmd)
	translate(help)              // which cobra adds later
	cobra.MousetrapHelpText = "" // lets a double click start the reader
	return program{cmd}
}

// ExecuteContext runs the command that args name.
func (p program) ExecuteContext(ctx context.Context, args []string) error {
	p.cmd.SetArgs(args)
	return p.cmd.ExecuteContext(ctx)
}

// helpCommand is the help command of cobra with topics, except that an unknown name is
// wrong usage.
func helpCommand(con *console) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND or TOPIC]",
		Short: "explain a command, or a topic: query, environment, exit-codes",
		Long:  locale.T("Explain a command or a topic:") + "\n\n" + topicList(),
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return helpNames(cmd.Root()), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 && topicNamed(args[0]) != nil {
				_, err := con.out.WriteString(strings.TrimRight(topicNamed(args[0]).text(), "\n") + "\n")
				return err
			}
			about, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				name := strings.Join(args, " ")
				return misuse(cmd.Root(), locale.F("there is no command %s", name)+orElse(name, helpNames(cmd.Root())))
			}
			about.InitDefaultHelpFlag()
			return about.Help()
		},
	}
}

// helpNames returns the names of the commands and topics.
func helpNames(top *cobra.Command) []string {
	names := commandNames(top)
	for _, t := range topics {
		names = append(names, t.name)
	}
	return names
}

// commandNames returns the names of the commands below cmd.
func commandNames(cmd *cobra.Command) []string {
	var names []string
	for _, c := range cmd.Commands() {
		if !c.Hidden {
			names = append(names, c.Name())
		}
	}
	return names
}
