package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dateline/feed"
	"dateline/feed/clean"
	"dateline/feed/locale"
)

// marking has the flags of the command mark.
type marking struct {
	read, unread, star, unstar bool
	tag, untag                 []string
	note                       string

	query string
	takes bool
}

func markCommand(con *console) *cobra.Command {
	f := flags{console: con}
	var m marking
	cmd := &cobra.Command{
		Use:   "mark STORY...",
		Short: "mark stories as read, star, tag or note them",
		Example: "  dateline mark --star ab3c\n" +
			"  dateline mark --read -q \"kind:summary before:2024\"",
		Long: "Change the marks of stories, or of all that a query finds, as one step that U in the reader\n" +
			"undoes. A story that is read, unread, unstarred or untagged is so with all its takes; a star,\n" +
			"a tag or a note is put on the take that is named or, of a query, on the newest that it finds.\n" +
			"With --takes only the takes that are named or found are changed. Stories that are not found\n" +
			"are named, and the others are marked; the exit code is then 1.",
	}
	f.bindReading(cmd)
	m.bind(cmd)
	_ = cmd.RegisterFlagCompletionFunc("query", f.completeQuery)
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		switch byQuery := cmd.Flags().Changed("query"); {
		case len(args) == 0 && !byQuery:
			return misuse(cmd, locale.F("needs %s", inWords([]string{"STORY", "--query"})))
		case len(args) > 0 && byQuery:
			return misuse(cmd, locale.T("takes STORY or --query, not both"))
		}
		return nil
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		change, err := m.change(cmd)
		if err != nil {
			return err
		}
		return f.withArchive(cmd.Context(), func(s *feed.Store) error {
			picked, missing, err := m.pick(cmd, s, args)
			if err != nil {
				return err
			}
			step, err := s.MarkPicked(cmd.Context(), picked, change)
			if err != nil {
				return err
			}
			if err := m.sayMarked(con, len(picked.IDs), step.Stories, f.json); err != nil {
				return err
			}
			return con.unsaved(s, missing)
		})
	}
	return cmd
}

// bind adds the flags to cmd.
func (m *marking) bind(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.BoolVar(&m.read, "read", false, locale.T("mark as read"))
	flags.BoolVar(&m.unread, "unread", false, locale.T("mark as unread"))
	flags.BoolVar(&m.star, "star", false, locale.In("verb").T("star"))
	flags.BoolVar(&m.unstar, "unstar", false, locale.T("remove the star"))
	flags.StringArrayVar(&m.tag, "tag", nil, locale.T("add `TAG`; several are separated by commas"))
	flags.StringArrayVar(&m.untag, "untag", nil, locale.T("remove `TAG`"))
	flags.StringVar(&m.note, "note", "", locale.T("replace the note by `TEXT`; an empty one removes it"))
	flags.StringVarP(&m.query, "query", "q", "", locale.T("mark the stories that match `QUERY`; @NAME is a saved search"))
	flags.BoolVar(&m.takes, "takes", false, locale.T("mark single takes, not all takes of a story"))
}

// change returns what the flags say.
func (m *marking) change(cmd *cobra.Command) (c feed.Marking, err error) {
	if c.Read, err = opposites(cmd, "read", m.read, "unread", m.unread); err != nil {
		return c, err
	}
	if c.Starred, err = opposites(cmd, "star", m.star, "unstar", m.unstar); err != nil {
		return c, err
	}
	if c.Tag, err = readTags(cmd, "tag", m.tag); err != nil {
		return c, err
	}
	if c.Untag, err = readTags(cmd, "untag", m.untag); err != nil {
		return c, err
	}
	for _, t := range c.Tag {
		if slices.ContainsFunc(c.Untag, func(u string) bool { return strings.EqualFold(t, u) }) {
			return c, misuse(cmd, locale.F("--tag and --untag contradict each other: %s", t))
		}
	}
	if cmd.Flags().Changed("note") {
		c.Note = &m.note
	}
	if c.Read == nil && c.Starred == nil && c.Note == nil && len(c.Tag)+len(c.Untag) == 0 {
		return c, misuse(cmd, locale.F("needs %s", inWords([]string{"--read", "--unread", "--star", "--unstar", "--tag", "--untag", "--note"})))
	}
	return c, nil
}

// opposites returns which of two flags is set, nil for none.
func opposites(cmd *cobra.Command, on string, yes bool, off string, no bool) (*bool, error) {
	switch {
	case yes && no:
		return nil, misuse(cmd, locale.F("--%s and --%s contradict each other", on, off))
	case yes || no:
		return &yes, nil
	}
	return nil, nil //nolint:nilnil // nothing is to change
}

// readTags returns the tags in the values of a flag.
func readTags(cmd *cobra.Command, flag string, values []string) (list []string, err error) {
	for _, v := range values {
		some, minus := feed.ReadTags(v)
		if len(some) == 0 || len(minus) > 0 {
			return nil, misuse(cmd, locale.F("%q is no tag for --%s", clean.Line(v), flag))
		}
		list = append(list, some...)
	}
	return list, nil
}

// pick returns the stories to mark, and whether some of refs are missing, which it names.
func (m *marking) pick(cmd *cobra.Command, s *feed.Store, refs []string) (p feed.Picked, missing bool, err error) {
	ctx := cmd.Context()
	if len(refs) == 0 {
		scope := feed.Stories
		if m.takes {
			scope = feed.Files
		}
		r, err := runSearch(cmd, s, feed.Search{Text: m.query, Sort: feed.Newest, Scope: scope})
		if err != nil {
			return p, false, err
		}
		p, err = s.Pick(ctx, r, scope, false)
		return p, false, err
	}
	for _, ref := range refs {
		id, err := find(ctx, s, ref, false)
		if ctx.Err() != nil {
			return p, true, ctx.Err()
		}
		if err != nil {
			missing = true
			_, _ = fmt.Fprintf(cmd.ErrOrStderr(), "dateline: %s\n", clean.Line(err.Error()))
			continue
		}
		if slices.Contains(p.IDs, id) {
			continue
		}
		one, err := s.PickStory(ctx, id, !m.takes)
		if err != nil {
			return p, missing, err
		}
		p.IDs, p.Takes = append(p.IDs, one.IDs...), append(p.Takes, one.Takes...)
	}
	return p, missing, nil
}

// sayMarked says how many files were changed, of the stories or, with --takes, of the files
// that were picked.
func (m *marking) sayMarked(c *console, picked, changed int, json bool) error {
	if json {
		return printJSON(c.out, struct {
			Stories int `json:"stories"` // or files, with --takes
			Changed int `json:"changed"` // files
		}{picked, changed})
	}
	var text string
	switch {
	case m.takes:
		text = locale.F("%s of %s changed", locale.Count(changed), locale.N(picked, "%s file", "%s files"))
	case changed == 0:
		text = locale.F("nothing to change in %s", locale.N(picked, "%s story", "%s stories"))
	default:
		text = locale.F("%s of %s changed", locale.N(changed, "%s file", "%s files"), locale.N(picked, "%s story", "%s stories"))
	}
	_, err := fmt.Fprintln(c.out, text)
	return err
}
