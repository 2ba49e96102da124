package main

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"dateline/feed"
	"dateline/feed/diff"
	"dateline/feed/locale"
	"dateline/feed/story"
)

func diffCommand(con *console) *cobra.Command {
	f := flags{console: con}
	cmd := &cobra.Command{
		Use:   "diff STORY [STORY]",
		Short: "print what changed in a story",
		Example: "  dateline diff ab3c\n" +
			"  dateline diff old.txt new.txt",
		Long: "Print what changed in a story from the take before it, or from the first to the second\n" +
			"of two stories: paragraphs that are new (+), changed (~), gone (-) or moved (=), with the\n" +
			"words that changed, as [-old-]{+new+} where there is no color; the figures that changed;\n" +
			"and whether the editors' note names the paragraphs that changed.",
		Args: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) == 0:
				return misuse(cmd, locale.F("needs %s", "STORY"))
			case len(args) > 2:
				return misuse(cmd, locale.F("takes two stories, but was also given %s", args[2]))
			case len(args) == 2 && args[0] == "-" && args[1] == "-":
				return misuse(cmd, locale.T("only one story can be on standard input"))
			}
			return nil
		},
	}
	f.bindReading(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		old, cur, err := f.takes(cmd.Context(), args)
		if err != nil {
			return err
		}
		d := diff.Compare(old, cur)
		if f.json {
			return printJSON(con.out, newDiffJSON(old, cur, d))
		}
		return con.diff(old, cur, d)
	}
	return cmd
}

// takes returns the two stories that refs name, or the one and the take before it.
func (f *flags) takes(ctx context.Context, refs []string) (old, cur *story.Story, err error) {
	if len(refs) == 1 {
		err = f.withStory(ctx, refs[0], func(s *feed.Store, st *story.Story) error {
			cur = st
			old, err = takeBefore(ctx, s, st)
			return err
		})
		return old, cur, err
	}
	var read [2]*story.Story
	for i, ref := range refs {
		err := f.withStory(ctx, ref, func(_ *feed.Store, st *story.Story) error {
			read[i] = st
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	return read[0], read[1], nil
}

// takeBefore returns the take before st.
func takeBefore(ctx context.Context, s *feed.Store, st *story.Story) (*story.Story, error) {
	takes, err := s.Takes(ctx, st)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(takes, func(t feed.Take) bool { return t.Row.ID == st.ID })
	if i < 1 {
		return nil, locale.Errorf("%s has no take before it", st.Path)
	}
	old, err := s.Story(ctx, takes[i-1].Row.ID)
	if err != nil {
		return nil, err
	}
	return old, unreadable(old)
}
