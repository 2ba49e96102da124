package main

import (
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"dateline/feed"
	"dateline/feed/locale"
	"dateline/feed/rendition"
	"dateline/feed/story"
	"dateline/ui/article"
	"dateline/ui/command"
)

func exportCommand(con *console) *cobra.Command {
	f := flags{console: con}
	var path string
	var force bool
	cmd := &cobra.Command{
		Use:     "export STORY -o FILE",
		Short:   "write a story and what belongs to it to a file",
		Example: "  dateline export ab3c -o ferry.html",
		Long: "Write a story, its takes, the corrections and kills it has to do with, and the stories that\n" +
			"it lists to one file, with links between them. The name of FILE decides its format: .md,\n" +
			".html or .json. FILE must not be in the archive. It appears when it is complete.",
		Args: exactly(1, "STORY"),
	}
	f.bindArchive(cmd)
	cmd.Flags().BoolVar(&f.scan, "scan", false, compareHelp())
	cmd.Flags().StringVarP(&path, "output", "o", "", locale.T("`FILE` to write"))
	cmd.Flags().BoolVar(&force, "force", false, locale.T("overwrite FILE"))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		ctx := cmd.Context()
		switch {
		case path == "":
			return misuse(cmd, locale.F("needs %s", "-o FILE"))
		case exporterOf(path) == nil:
			return misuse(cmd, locale.F("the name of the file ends in .md, .html or .json, not as %s", path))
		}
		return f.withStory(ctx, args[0], func(s *feed.Store, st *story.Story) error {
			more, err := export(ctx, s, st, path, force)
			if more {
				con.say(locale.F("more than %d stories belong to this one; the others are not in %s", feed.MaxMembers, path))
			}
			return err
		})
	}
	return cmd
}

// errExportName says which names a file of an export may have.
const errExportName = locale.Error("the name of the file ends in .md, .html or .json")

// exporterOf returns the exporter for the name of a file, or nil.
func exporterOf(path string) func(*bundle, context.Context, io.Writer) error {
	return exporters[strings.ToLower(filepath.Ext(path))]
}

// export writes a story and what belongs to it to a file, and reports whether there was more
// than it writes.
func export(ctx context.Context, s *feed.Store, st *story.Story, path string, force bool) (more bool, err error) {
	if within(s.Path(), path) {
		return false, locale.Errorf("%s is in the archive, which is never written to", path)
	}
	b, err := newBundle(ctx, s, st)
	if err != nil {
		return false, err
	}
	err = replace(path, force, func(w io.Writer) error { return exporterOf(path)(b, ctx, w) })
	return b.more && err == nil, err
}

// exportTyped is export for the reader, with a path that was typed. It overwrites no file.
func exportTyped(ctx context.Context, s *feed.Store, id story.ID, path string) (remark string, err error) {
	path = expand(path, ".")
	if exporterOf(path) == nil {
		return "", errExportName
	}
	if _, err := os.Lstat(path); err == nil {
		return "", locale.Errorf("%s exists and is not overwritten", path)
	}
	st, err := s.Story(ctx, id)
	if err != nil {
		return "", err
	}
	more, err := export(ctx, s, st, path, false)
	if more {
		remark = locale.F("Only %d of its stories are in %s", feed.MaxMembers, path)
	}
	return remark, err
}

// exporters write bundles, by the end of the name of the file.
var exporters = map[string]func(*bundle, context.Context, io.Writer) error{
	".md": (*bundle).markdown, ".markdown": (*bundle).markdown, ".html": (*bundle).html, ".htm": (*bundle).html, ".json": (*bundle).json,
}

// bundle is a story and the stories that belong to it.
type bundle struct {
	store   *feed.Store
	story   *story.Story
	members []feed.Member
	more    bool // there are others
	has     map[story.ID]bool
}

func newBundle(ctx context.Context, s *feed.Store, st *story.Story) (*bundle, error) {
	b := &bundle{store: s, story: st, has: map[story.ID]bool{st.ID: true}}
	var err error
	b.members, b.more, err = s.Members(ctx, st)
	for i := range b.members {
		b.has[b.members[i].Row.ID] = true
	}
	return b, err
}

// stories yields the stories of b with their labels, one read after the other.
func (b *bundle) stories(ctx context.Context) iter.Seq2[labelled, error] {
	return func(yield func(labelled, error) bool) {
		if !yield(labelled{b.story, ""}, nil) {
			return
		}
		for i := range b.members {
			m := &b.members[i]
			st, err := b.store.Story(ctx, m.Row.ID)
			if !yield(labelled{st, m.Label}, err) {
				return
			}
		}
	}
}

// labelled is a story of a bundle. The label of the first is empty.
type labelled struct {
	story *story.Story
	label string
}

// parts yields the parts of a document.
func (b *bundle) parts(ctx context.Context) iter.Seq2[rendition.Part, error] {
	return func(yield func(rendition.Part, error) bool) {
		for x, err := range b.stories(ctx) {
			var part rendition.Part
			if err == nil {
				part, err = partOf(ctx, b.store, x.story)
			}
			if len(b.members) > 0 && err == nil {
				part.ID, part.Label = x.story.ID, x.label
			}
			for i := range part.Related {
				if !b.has[part.Related[i].To] {
					part.Related[i].To = ""
				}
			}
			if !yield(part, err) {
				return
			}
		}
	}
}

func (b *bundle) markdown(ctx context.Context, w io.Writer) error {
	return rendition.Markdown(w, b.parts(ctx))
}

func (b *bundle) html(ctx context.Context, w io.Writer) error {
	return rendition.HTML(w, b.parts(ctx))
}

// memberStoryJSON is a story of an export.
type memberStoryJSON struct {
	Label string `json:"label"` // empty for the story itself

	storyJSON
}

// json writes an object with the ID of the story and the stories, that one first.
func (b *bundle) json(ctx context.Context, w io.Writer) error {
	between := fmt.Sprintf("{\"story\":%q,\"stories\":[\n", b.story.ID)
	for x, err := range b.stories(ctx) {
		if err != nil {
			return err
		}
		p, err := gather(ctx, b.store, x.story)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, between); err != nil {
			return err
		}
		if err := printJSON(w, memberStoryJSON{x.label, newStoryJSON(p)}); err != nil {
			return err
		}
		between = ","
	}
	_, err := io.WriteString(w, "]}\n")
	return err
}

// partOf returns st as a part of a document, with links to stories of the archive.
func partOf(ctx context.Context, s *feed.Store, st *story.Story) (part rendition.Part, err error) {
	part.Story = st
	var around article.Around
	if part.Notes, around, err = command.KnownAbout(ctx, s, st); err != nil {
		return part, err
	}
	for i := range around.Links {
		l := rendition.Link{Text: relatedText(&around.Links[i])}
		if targets := around.Links[i].Targets; len(targets) > 0 {
			l.To = targets[0].ID
		}
		part.Related = append(part.Related, l)
	}
	return part, nil
}
