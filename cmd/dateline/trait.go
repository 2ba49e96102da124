package main

import (
	"context"
	"fmt"
	"strings"

	"dateline/feed"
	"dateline/feed/clean"
	"dateline/feed/story"
	"dateline/ui/cell"
)

// mayBeCommon are the problems that may be how an archive is written, in the order in
// which they are printed. Others, such as files that cannot be read, are faults of
// each file.
var mayBeCommon = []string{
	"format", story.NoHeadline, story.NoDateline, story.NoDate, story.Ambiguous, story.NoEndMark,
}

// A problem is common if more than minCommon stories have it, and more than half.
const minCommon = 20

// maxSuch is the number of files that a trait names.
const maxSuch = 2

// trait is a problem of many stories.
type trait struct {
	stories int
	last    string   // the path of the last story
	such    []string // the paths of the first
}

// traits are the common problems by their words.
type traits map[string]*trait

func (t traits) has(problem string) bool { return t[problem] != nil }

// commonTraits prints the problems that are common, and returns them.
func (c *console) commonTraits(ctx context.Context, s *feed.Store, json bool) (traits, error) {
	counts, err := s.Counts(ctx)
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
	files, err := s.FileCounts(ctx)
	if err != nil {
		return nil, err
	}
	noun := "file"
	if files.Several > 0 {
		noun = "story"
	}
	for _, problem := range mayBeCommon {
		t := all[problem]
		if t.stories <= minCommon || t.stories*2 <= counts.Stories {
			delete(all, problem)
			continue
		}
		if err := c.trait(problem, t, count(counts.Stories, noun), json); err != nil {
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
	if len(t.such) < maxSuch {
		t.such = append(t.such, clean.Line(path))
	}
}

// trait prints a trait; all is the number of stories and their noun.
func (c *console) trait(problem string, t *trait, all string, json bool) error {
	detail := fmt.Sprintf("%s of %s, such as %s", cell.Count(t.stories), all, strings.Join(t.such, ", "))
	if json {
		return printJSON(c.out, problemJSON{Problem: problem, Detail: detail, Count: t.stories})
	}
	_, err := fmt.Fprintf(c.out, "%s: %s\n", problem, detail)
	return err
}
