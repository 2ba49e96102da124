package main

import (
	"github.com/spf13/cobra"

	"dateline/feed/locale"
)

// flags has the flags that every command on an archive takes, and the console that
// the command prints to.
type flags struct {
	*console

	paper   paper
	archive string
	json    bool
	scan    bool // compare every file
}

// bind adds the flags of a command that prints text or JSON to cmd.
func (f *flags) bind(cmd *cobra.Command) {
	f.bindArchive(cmd)
	cmd.Flags().BoolVar(&f.json, "json", false, locale.T("print JSON Lines, one object per line"))
	f.paper.bind(cmd)
	archiveOf := cmd.PreRunE
	cmd.PreRunE = func(cmd *cobra.Command, args []string) error {
		if err := archiveOf(cmd, args); err != nil {
			return err
		}
		if err := f.paper.check(cmd); err != nil {
			return err
		}
		if f.json {
			locale.Use(locale.English) // what a script reads is the same in every language
			return nil
		}
		f.paper.apply(f.console)
		return nil
	}
}

// bindArchive adds the flag of a command that prints only in one way to cmd, and completes
// its arguments.
func (f *flags) bindArchive(cmd *cobra.Command) {
	cmd.ValidArgsFunction = f.completion(cmd.Use)
	cmd.Flags().StringVarP(&f.archive, "archive", "A", "",
		locale.T("`PATH` of the archive: a folder, a file, or - for standard input"))
	cmd.PreRunE = func(cmd *cobra.Command, _ []string) error {
		if cmd.Flags().Changed("archive") && f.archive == "" {
			return misuse(cmd, locale.T("the path of --archive is empty"))
		}
		return nil
	}
}

// bindReading adds the flags of a command that reads to cmd.
func (f *flags) bindReading(cmd *cobra.Command) {
	f.bind(cmd)
	cmd.Flags().BoolVar(&f.scan, "scan", false, compareHelp())
}

// compareHelp returns the help of the flag --scan.
func compareHelp() string {
	return locale.T("compare every file, not only folders, to find edited files")
}
