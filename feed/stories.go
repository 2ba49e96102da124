package feed

import (
	"context"
	"iter"
	"runtime"
	"sync"

	"dateline/feed/story"
)

// Stories yields the stories with those IDs, in that order, each as Story returns it. It
// reads several at a time.
func (s *Store) Stories(ctx context.Context, ids []story.ID) iter.Seq2[*story.Story, error] {
	type result struct {
		st  *story.Story
		err error
	}
	return func(yield func(*story.Story, error) bool) {
		places, err := s.places(ctx, ids...)
		read := func(i int) (r result) {
			if r.err = err; err == nil {
				r.st, r.err = s.read(ctx, ids[i], places)
			}
			return r
		}
		for r := range inOrder(len(ids), read) {
			if !yield(r.st, r.err) {
				return
			}
		}
	}
}

// inOrder yields do(0) to do(n-1) in order. It calls do in as many goroutines as there
// are processors, which are at most so many results ahead.
func inOrder[T any](n int, do func(int) T) iter.Seq[T] {
	return func(yield func(T) bool) {
		type job struct {
			i   int
			res chan T
		}
		workers := min(runtime.GOMAXPROCS(0), n)
		jobs, results := make(chan job, workers), make(chan chan T, workers)
		var wg sync.WaitGroup
		for range workers {
			wg.Go(func() {
				for j := range jobs {
					j.res <- do(j.i)
				}
			})
		}
		defer wg.Wait() // do may use what the caller closes next
		defer close(jobs)
		next := 0
		for range n {
			for next < n && len(results) < workers {
				j := job{next, make(chan T, 1)}
				jobs <- j
				results <- j.res
				next++
			}
			if !yield(<-<-results) {
				return
			}
		}
	}
}
