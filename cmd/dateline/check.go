package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"dateline/feed"
	"dateline/feed/clean"
	"dateline/ui/cell"
)

func checkCommand(con *console) *cobra.Command {
	var f flags
	cmd := &cobra.Command{
		Use:   "check",
		Short: "print what could not be read or parsed",
		Long: "Print what could not be read or was doubtful, file by file: path:line: problem: detail.\n" +
			"The exit code is 3 when there is any.",
		Args: exactly(0, ""),
	}
	f.bind(cmd)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return con.withArchive(cmd.Context(), f.archive, func(s *feed.Store) error {
			return con.check(cmd.Context(), s, f.json)
		})
	}
	return cmd
}

// check prints the problems of the archive, and for people a last line that
// counts them on standard error.
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

// count is n of something, in words that agree.
func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	if stem, ok := strings.CutSuffix(what, "y"); ok {
		what = stem + "ie"
	}
	return cell.Count(n) + " " + what + "s"
}
