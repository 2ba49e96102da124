package main

import "github.com/spf13/cobra"

// flags are what several commands take.
type flags struct {
	archive string
	json    bool
}

// bind gives cmd the flags that all commands on an archive have.
func (f *flags) bind(cmd *cobra.Command) {
	cmd.Flags().StringVarP(&f.archive, "archive", "A", "",
		"`PATH` of the archive: a folder, a file, or - for standard input")
	cmd.Flags().BoolVar(&f.json, "json", false, "print JSON Lines, one object a line")
	cmd.PreRunE = func(cmd *cobra.Command, _ []string) error {
		if cmd.Flags().Changed("archive") && f.archive == "" {
			return misuse(cmd, "--archive names no path")
		}
		return nil
	}
}
