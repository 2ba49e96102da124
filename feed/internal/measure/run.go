package main

import (
	"bufio"
	"context"
	"fmt"
	"slices"
	"time"

	"dateline/feed"
	"dateline/feed/internal/copydesk"
	"dateline/feed/story"
)

// run measures one store, or how files are read.
type run struct {
	store  *feed.Store
	ids    []story.ID       // of each file
	files  map[story.ID]int // the number of each story's file
	groups map[int][]int    // the files of each story
	wrong  int              // mistakes of each kind to print
	out    *bufio.Writer

	read   int // stories or files
	scores map[string]*score
	order  []string // the kinds of score
	times  map[string][]time.Duration
	timing []string // the kinds of time
}

// score counts the answers of one kind.
type score struct {
	right, found, known int
	printed             int
}

// newRun returns a run on the n files of s.
func newRun(ctx context.Context, s *feed.Store, n int) (*run, error) {
	r := &run{
		store: s, ids: make([]story.ID, n), files: map[story.ID]int{}, groups: map[int][]int{}, read: n,
	}
	r.start([]string{"takes", "exact", "normalised", "version", "cut", "close"}, []string{"takes", "related", "cited by"})
	paths := make(map[string]int, n)
	for i := range n {
		paths[copydesk.Path(i)] = i
		r.groups[copydesk.GroupOf(i)] = append(r.groups[copydesk.GroupOf(i)], i)
	}
	for row, err := range s.All(ctx) {
		if err != nil {
			return nil, err
		}
		i, ok := paths[row.Path]
		if !ok {
			return nil, fmt.Errorf("%s is not of the archive", row.Path)
		}
		r.ids[i], r.files[row.ID] = row.ID, i
	}
	return r, nil
}

// start prepares the scores and the times that are printed.
func (r *run) start(scores, times []string) {
	r.scores, r.order, r.times, r.timing = map[string]*score{}, scores, map[string][]time.Duration{}, times
	for _, name := range scores {
		r.scores[name] = &score{}
	}
}

// story measures the answers about file i.
func (r *run) story(ctx context.Context, i int) error {
	st, err := r.store.Story(ctx, r.ids[i])
	if err != nil {
		return err
	}
	if err := r.takes(ctx, i, st); err != nil {
		return err
	}
	if err := r.related(ctx, i, st); err != nil {
		return err
	}
	return r.timed("cited by", func() error { _, err := r.store.CitedBy(ctx, st.ID); return err })
}

// timed calls do and records how long it takes.
func (r *run) timed(name string, do func() error) error {
	start := time.Now()
	err := do()
	r.times[name] = append(r.times[name], time.Since(start))
	return err
}

// mistake prints a mistake of a kind.
func (r *run) mistake(kind, format string, args ...any) {
	if s := r.scores[kind]; s.printed < r.wrong {
		s.printed++
		r.printf("%s: %s\n", kind, fmt.Sprintf(format, args...))
	}
}

func (r *run) printf(format string, args ...any) {
	_, _ = fmt.Fprintf(r.out, format, args...) // Flush returns the error
}

// print prints the tables.
func (r *run) print() {
	r.printf("| %d read | known | found | right | precision | recall |\n| --- | --- | --- | --- | --- | --- |\n", r.read)
	for _, name := range r.order {
		s := r.scores[name]
		r.printf("| %s | %d | %d | %d | %.4f | %.4f |\n", name, s.known, s.found, s.right, share(s.right, s.found), share(s.right, s.known))
	}
	r.printf("\n| a story | median | p95 | p99 | most |\n| --- | --- | --- | --- | --- |\n")
	for _, name := range r.timing {
		t := r.times[name]
		if len(t) == 0 {
			continue
		}
		slices.Sort(t)
		at := func(percent int) time.Duration { return t[(len(t)-1)*percent/100].Round(10 * time.Microsecond) }
		r.printf("| %s | %v | %v | %v | %v |\n", name, at(50), at(95), at(99), at(100))
	}
}

// share returns part of whole, 1 of nothing.
func share(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}
