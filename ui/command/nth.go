package command

import (
	"math"

	tea "charm.land/bubbletea/v2"

	"dateline/feed/story"
)

// Nth is the key of a row of the list; the zero key in an empty list.
type Nth struct {
	Key story.Key
	Err error
}

// FindNth looks for row n of the list, counted from 1; the last one if there are fewer.
func FindNth(e Env, n int) tea.Cmd {
	return func() tea.Msg {
		var at story.Key
		var err error
		if e.Result == nil { // the archive may have a million rows, but it has their numbers
			at, n, err = momentOf(e, n)
		}
		if err == nil {
			at, err = walk(e, at, n)
		}
		return Nth{at, err}
	}
}

// momentOf returns the key above all rows that have the moment of row n of the archive,
// and the number of that row among them.
func momentOf(e Env, n int) (story.Key, int, error) {
	var ends [2]int64 // of the oldest and of the newest row
	for i, edge := range []int{-1, 1} {
		rows, err := e.List.Rows(e.Ctx, story.Key{}, edge)
		if err != nil || len(rows) == 0 {
			return story.Key{}, n, err
		}
		ends[i] = rows[0].Key().Unix
	}
	above := func(unix int64) (int, error) { return e.List.Position(e.Ctx, moment(unix)) }
	lo, hi := ends[0], ends[1]
	for lo < hi {
		mid := lo + (hi-lo)/2
		newer, err := above(mid)
		if err != nil {
			return story.Key{}, n, err
		}
		if newer < n {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	newer, err := above(lo)
	return moment(lo), n - newer, err
}

// moment returns a key above the rows of a second.
func moment(unix int64) story.Key { return story.Key{Unix: unix, Take: math.MaxInt32} }

// nthWindow is the number of rows that walk reads at a time.
const nthWindow = 512

// walk returns the key of row n from a key on, or of the last row.
func walk(e Env, from story.Key, n int) (last story.Key, err error) {
	for {
		rows, err := e.List.Rows(e.Ctx, from, min(n, nthWindow))
		if err != nil || len(rows) == 0 {
			return last, err
		}
		from = rows[len(rows)-1].Key()
		if n -= len(rows); n == 0 || last == from {
			return from, nil
		}
		last, n = from, n+1 // the next window begins with this row
	}
}
