package main

import (
	"context"
	"fmt"
	"strings"

	"dateline/feed"
	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/feed/story"
)

// mayBeCommon lists the problems that may come from how an archive is written, in the
// order in which they are printed. Others, such as files that cannot be read, are always
// faults of a file.
var mayBeCommon = []string{
	story.Unsupported, story.NoHeadline, story.NoDateline, story.NoDate, story.Ambiguous, story.NoEndMark,
}

// minCommon is the number of stories that a common problem exceeds. It must also be in
// more than half of the stories.
const minCommon = 20

// maxExamples is the number of files that a trait names.
const maxExamples = 2

// trait is a problem of many stories.
type trait struct {
	stories  int
	last     string   // the path of the last story
	examples []string // the paths of the first stories
}

// traits has the common problems by name.
type traits map[string]*trait

func (t traits) has(problem string) bool { return t[problem] != nil }

// commonTraits prints the problems that are common, and returns them. Files counts the
// files of the archive.
func (c *console) commonTraits(ctx context.Context, s *feed.Store, files feed.FileCounts, json bool) (traits, error) {
	counts, err := s.Counts(ctx, feed.Files)
	if err != nil || counts.Problems <= minCommon {
		return nil, err
	}
	all := traits{}
	for _, problem := range mayBeCommon {
		all[problem] = &trait{}
	}
	for p, err := range s.Problems(ctx) {
		if err != nil {
			return nil, err
		}
		if t := all[p.Doubt.Problem]; t != nil {
			t.add(p.Path)
		}
	}
	total := locale.N(counts.Stories, "%s file", "%s files")
	if files.Several > 0 {
		total = locale.N(counts.Stories, "%s story", "%s stories")
	}
	for _, problem := range mayBeCommon {
		t := all[problem]
		if t.stories <= minCommon || t.stories*2 <= counts.Stories {
			delete(all, problem)
			continue
		}
		if err := c.trait(problem, t, total, json); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// add counts a problem of the story at path. The stories come in order.
func (t *trait) add(path string) {
	if t.stories > 0 && path == t.last {
		return
	}
	t.stories++
	t.last = path
	if len(t.examples) < maxExamples {
		t.examples = append(t.examples, clean.Line(path))
	}
}

// trait prints t, the trait for problem. All is the number of stories and its noun.
func (c *console) trait(problem string, t *trait, all string, json bool) error {
	detail := locale.F("%s of %s, such as %s", locale.Count(t.stories), all, strings.Join(t.examples, ", "))
	if json {
		return printJSON(c.out, problemJSON{Problem: problem, Detail: detail, Count: t.stories})
	}
	_, err := fmt.Fprintf(c.out, "%s: %s\n", problem, detail)
	return err
}
