package main

import (
	"context"
	"math"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/spf13/cobra"

	"dateline/feed"
	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/feed/query"
	"dateline/feed/story"
)

// shells are the shells that completion writes a script for.
var shells = []string{"bash", "zsh", "fish", "powershell"}

func completionCommand(con *console) *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "print a script that completes commands in a shell",
		Long: "Print a script for bash, zsh, fish or powershell that completes commands, flags, the fields and\n" +
			"values of queries, saved searches, and STORY by its ID, with the headline beside it.",
		Example: "  dateline completion bash >> ~/.bash_completion\n" +
			"  dateline completion zsh > \"${fpath[1]}/_dateline\"\n" +
			"  dateline completion fish > ~/.config/fish/completions/dateline.fish",
		ValidArgs: shells,
		Args: func(cmd *cobra.Command, args []string) error {
			if err := exactly(1, "SHELL")(cmd, args); err != nil {
				return err
			}
			if !slices.Contains(shells, args[0]) {
				return misuse(cmd, locale.F("SHELL is %s, not %s", strings.Join(shells, ", "), args[0])+orElse(args[0], shells))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			switch top := cmd.Root(); args[0] {
			case "bash":
				return top.GenBashCompletionV2(con.out, true)
			case "zsh":
				return top.GenZshCompletion(con.out)
			case "fish":
				return top.GenFishCompletion(con.out, true)
			default:
				return top.GenPowerShellCompletionWithDesc(con.out)
			}
		},
	}
}

const (
	maxCompleted = 60                    // stories
	valueTime    = 30 * time.Millisecond // to count the values of fields
)

// completion returns the completion of the arguments of a command, by how it is used.
func (f *flags) completion(use string) cobra.CompletionFunc {
	_, args, _ := strings.Cut(use, " ")
	switch stories := strings.Count(args, "STORY"); {
	case strings.HasPrefix(args, "QUERY"):
		return f.completeQuery
	case strings.Contains(args, "STORY..."):
		return f.completeStories(math.MaxInt)
	case stories > 0:
		return f.completeStories(stories)
	case strings.HasPrefix(args, "FILE"):
		return nil // the shell completes files
	}
	return cobra.NoFileCompletions
}

// completeStories completes the arguments of a command that takes at most n stories: by
// their IDs, the newest ones if nothing is typed, else by the paths of files.
func (f *flags) completeStories(n int) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		if len(args) >= n {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		var out []string
		err := f.withKnown(cmd.Context(), func(s *feed.Store) error {
			rows, err := s.Beginning(cmd.Context(), typed, maxCompleted)
			if err != nil {
				return err
			}
			stories, err := s.Count(cmd.Context())
			for _, r := range rows {
				if id := short(r.ID, max(idWidth(stories), len(typed))); !slices.Contains(args, id) {
					out = append(out, id+"\t"+described(&r))
				}
			}
			return err
		})
		if err != nil || len(out) == 0 {
			return nil, cobra.ShellCompDirectiveDefault
		}
		return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
	}
}

// described returns what stands beside the ID of r.
func described(r *story.Row) string {
	return clean.Line(strings.TrimSpace(day(r.Date) + " " + r.Headline.Text))
}

// completeQuery completes the last word of a query: the name of a field, a value, or a saved
// search.
func (f *flags) completeQuery(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	var out []string
	err := f.withKnown(cmd.Context(), func(s *feed.Store) error {
		if name, ok := strings.CutPrefix(typed, "@"); ok {
			saved, err := s.SavedSearches(cmd.Context())
			for _, v := range saved {
				if strings.HasPrefix(v.Name, name) {
					out = append(out, "@"+v.Name+"\t"+clean.Line(v.Text))
				}
			}
			return err
		}
		for _, c := range query.Completions(typed, func(field query.Field) []string { return values(cmd.Context(), s, field) }) {
			out = append(out, unquoted(c))
		}
		return nil
	})
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	directive := cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
	if slices.ContainsFunc(out, func(c string) bool { return strings.HasSuffix(c, ":") }) {
		directive |= cobra.ShellCompDirectiveNoSpace // the value follows
	}
	return out, directive
}

// unquoted returns a clause without the quotation marks that a word does not need, since a
// shell would escape them.
func unquoted(clause string) string {
	if strings.ContainsFunc(clause, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ':' && r != '"' }) {
		return clause
	}
	return strings.ReplaceAll(clause, `"`, "")
}

// values returns the values of field, the most frequent first. In a large archive they are
// those of the stories that can be counted in valueTime.
func values(ctx context.Context, s *feed.Store, field query.Field) []string {
	ctx, stop := context.WithTimeout(ctx, valueTime)
	defer stop()
	r, err := s.Search(ctx, feed.Search{Scope: feed.Files})
	if err != nil {
		return nil
	}
	var counted feed.Facets
	if all, err := r.Facets(ctx, func(f feed.Facets) { counted = f }); err == nil {
		counted = all
	}
	var out []string
	for _, v := range counted[feed.Facet(field)] {
		out = append(out, v.Text)
	}
	return out
}

// withKnown calls do with the store on the archive that f names, as the catalog knows it:
// without a scan, and without warnings.
func (f *flags) withKnown(ctx context.Context, do func(*feed.Store) error) error {
	src, err := f.source(ctx)
	if err != nil {
		return err
	}
	return withFeed(ctx, src, feed.UserDirs(), do)
}

// completeFlag makes values the completions of a flag of cmd.
func completeFlag(cmd *cobra.Command, flag string, values ...string) {
	complete := cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp|cobra.ShellCompDirectiveKeepOrder)
	_ = cmd.RegisterFlagCompletionFunc(flag, complete) // fails only without such a flag
}
