package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"dateline/feed"
	"dateline/feed/clean"
	"dateline/feed/locale"
)

func checkCommand(con *console) *cobra.Command {
	f := flags{console: con}
	all := false
	cmd := &cobra.Command{
		Use:   "check",
		Short: "print files that could not be read or parsed",
		Example: "  dateline check\n" +
			"  dateline check --json | jq -r .path | sort -u",
		Long: "Print the problems and doubts of the files, one per line: path:line: problem: detail.\n" +
			"The path of a story in a file of several is that of the file, # and the story's key.\n" +
			"Its lines are counted from its start.\n\n" +
			"A problem of more than half of the stories, such as a missing dateline, comes from how\n" +
			"the archive is written. It is printed once, at the top, with the number of stories that\n" +
			"have it. With --json, that object has an empty path, and the number in count.\n\n" +
			"The exit code is 3 if there is a problem.",
		Args: exactly(0, ""),
	}
	f.bindReading(cmd)
	cmd.Flags().BoolVar(&all, "all", false, locale.T("print every problem, even if most stories have it"))
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return f.withArchive(cmd.Context(), func(s *feed.Store) error {
			return con.check(cmd.Context(), s, f.json, all)
		})
	}
	return cmd
}

// check prints the problems of the archive: those of most stories once, or every one if
// all is true. Unless json is true, it also prints their number on standard error.
func (c *console) check(ctx context.Context, s *feed.Store, json, all bool) error {
	files, err := s.FileCounts(ctx)
	if err != nil {
		return err
	}
	var common traits
	if !all {
		if common, err = c.commonTraits(ctx, s, files, json); err != nil {
			return err
		}
	}
	problems, bad, last := 0, 0, ""
	for p, err := range s.Problems(ctx) {
		if err != nil {
			return err
		}
		if problems++; problems == 1 || p.File != last {
			bad, last = bad+1, p.File
		}
		if common.has(p.Doubt.Problem) {
			continue
		}
		if err := c.problem(p, json); err != nil {
			return err
		}
	}
	if !json {
		if err := c.out.Flush(); err != nil {
			return err
		}
		c.say(locale.F("%s in %s of %s", locale.N(problems, "%s problem", "%s problems"), locale.Count(bad), locale.N(files.Files, "%s file", "%s files")) + held(files))
	}
	if problems > 0 {
		return errProblems
	}
	return nil
}

// held returns the end of the last line, with the number of files that hold several
// stories; it is empty if none does.
func held(n feed.FileCounts) string {
	if n.Several == 0 {
		return ""
	}
	return locale.N(n.Several, "; %s file holds %s", "; %s files hold %s", locale.N(n.Held, "%s story", "%s stories"))
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
