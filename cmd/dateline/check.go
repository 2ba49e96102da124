package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"dateline/feed"
	"dateline/feed/clean"
	"dateline/ui/cell"
)

func checkCommand(con *console) *cobra.Command {
	f := flags{console: con}
	cmd := &cobra.Command{
		Use:   "check",
		Short: "print files that could not be read or parsed",
		Long: "Print the problems and doubts of the files, one per line: path:line: problem: detail.\n" +
			"The exit code is 3 if there is a problem.",
		Args: exactly(0, ""),
	}
	f.bind(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return f.withArchive(cmd.Context(), func(s *feed.Store) error {
			return con.check(cmd.Context(), s, f.json)
		})
	}
	return cmd
}

// check prints the problems of the archive. Unless json is true, it also prints
// their number on standard error.
func (c *console) check(ctx context.Context, s *feed.Store, json bool) error {
	problems, files, last := 0, 0, ""
	for p, err := range s.Problems(ctx) {
		if err != nil {
			return err
		}
		if problems++; problems == 1 || p.Path != last {
			files, last = files+1, p.Path
		}
		if err := c.problem(p, json); err != nil {
			return err
		}
	}
	if !json {
		counts, err := s.Counts(ctx)
		if err != nil {
			return err
		}
		if err := c.out.Flush(); err != nil {
			return err
		}
		c.say("%s in %s of %s", count(problems, "problem"), cell.Count(files), count(counts.Stories, "file"))
	}
	if problems > 0 {
		return errProblems
	}
	return nil
}

// problem prints one problem.
func (c *console) problem(p feed.Problem, json bool) error {
	if json {
		return printJSON(c.out, newProblemJSON(p))
	}
	where := clean.Line(p.Path)
	if p.Doubt.Line > 0 {
		where += fmt.Sprintf(":%d", p.Doubt.Line)
	}
	_, err := fmt.Fprintf(c.out, "%s: %s: %s\n", where, p.Doubt.Problem, clean.Line(p.Doubt.Detail))
	return err
}
