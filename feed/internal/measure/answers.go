package main

import (
	"context"

	"dateline/feed"
	"dateline/feed/internal/copydesk"
	"dateline/feed/story"
)

// takes counts the pairs of file i with the takes after it.
func (r *run) takes(ctx context.Context, i int, st *story.Story) error {
	var takes []feed.Take
	err := r.timed("takes", func() (err error) { takes, err = r.store.Takes(ctx, st); return err })
	if err != nil {
		return err
	}
	s, found := r.scores["takes"], map[int]bool{}
	for _, t := range takes {
		j := r.files[t.Row.ID]
		if found[j] = true; j <= i {
			continue
		}
		s.found++
		if copydesk.GroupOf(i) == copydesk.GroupOf(j) {
			s.right++
		} else {
			r.mistake("takes", "%d %q and %d %q are two stories", i, copydesk.Headline(i), j, copydesk.Headline(j))
		}
	}
	for _, j := range r.groups[copydesk.GroupOf(i)] {
		if j <= i {
			continue
		}
		if s.known++; !found[j] {
			r.mistake("takes", "%d %q and %d %q are one story", i, copydesk.Headline(i), j, copydesk.Headline(j))
		}
	}
	return nil
}

// related counts the targets of the headlines that file i lists.
func (r *run) related(ctx context.Context, i int, st *story.Story) error {
	var links []feed.Link
	err := r.timed("related", func() (err error) { links, err = r.store.Related(ctx, st); return err })
	if err != nil {
		return err
	}
	known := copydesk.RelatedOf(i)
	for k, l := range links {
		truth := copydesk.Related{Text: l.Related.Text, Story: -1, Class: "none"}
		if k < len(known) {
			truth = known[k]
		}
		r.link(i, truth, l)
	}
	return nil
}

// link counts link l of file i.
func (r *run) link(i int, truth copydesk.Related, l feed.Link) {
	story, target := -1, ""
	if len(l.Targets) > 0 {
		j := r.files[l.Targets[0].ID]
		story, target = copydesk.GroupOf(j), copydesk.Path(j)+" "+copydesk.Headline(j)
	}
	class := string(l.Match)
	right := story == truth.Story && class == truth.Class
	if s := r.scores[class]; s != nil {
		s.found++
		if right {
			s.right++
		}
	}
	if s := r.scores[truth.Class]; s != nil {
		s.known++
	}
	if right {
		return
	}
	kind := truth.Class
	if r.scores[kind] == nil {
		kind = class
	}
	r.mistake(kind, "%s lists %q, which is %s of story %d; found %s of story %d, %q", copydesk.Path(i), l.Related.Text, truth.Class, truth.Story, class, story, target)
}
