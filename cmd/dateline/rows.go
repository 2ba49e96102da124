package main

import (
	"cmp"
	"context"
	"iter"
	"slices"

	"dateline/feed"
	"dateline/feed/story"
)

// each calls do with every row, up to the first error.
func each[T any](rows iter.Seq2[T, error], do func(T) error) error {
	for r, err := range rows {
		if err != nil {
			return err
		}
		if err := do(r); err != nil {
			return err
		}
	}
	return nil
}

// inPages calls do with every n rows, and with those that remain, up to the first error.
func inPages[T any](rows iter.Seq2[T, error], n int, do func([]T) error) error {
	var page []T
	err := each(rows, func(r T) error {
		if page = append(page, r); len(page) < n {
			return nil
		}
		full := page
		page = nil
		return do(full)
	})
	if len(page) > 0 {
		err = cmp.Or(do(page), err)
	}
	return err
}

// take returns the first n of rows, or all of them if n is 0.
func take[T any](rows iter.Seq2[T, error], n int) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		left := n
		for r, err := range rows {
			if left--; !yield(r, err) || left == 0 {
				return
			}
		}
	}
}

// The bounds of the number of rows that oldest reads at a time.
const (
	firstWindow = 32
	window      = 500
)

// oldest yields every row, the oldest first. It reads firstWindow rows and then more at a
// time, up to window, as feed.All does.
func oldest(ctx context.Context, l feed.List) iter.Seq2[story.Row, error] {
	return func(yield func(story.Row, error) bool) {
		var from story.Key
		for n := firstWindow; ; n = min(4*n, window) {
			rows, err := l.Rows(ctx, from, -n)
			if err != nil {
				yield(story.Row{}, err)
				return
			}
			for _, r := range slices.Backward(rows) {
				if !yield(r, nil) {
					return
				}
			}
			if len(rows) < n {
				return
			}
			from = rows[0].Key()
		}
	}
}
