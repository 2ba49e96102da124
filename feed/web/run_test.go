package web

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"dateline/feed/catalog/catalogtest"
	"dateline/feed/catalog/fill"
	"dateline/feed/story"
)

// onDay returns the date n days after the first of 2020.
func onDay(n int) story.Date {
	t := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n)
	return story.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day(), From: story.FromDateline}
}

func TestStoriesOfARunAreThoseThatTheCatalogReturns(t *testing.T) {
	for _, title := range []string{"Weather forecast", "Weather forecast for..."} {
		for days, n := range map[int]int{20: 50, 900: 900, 40: 900} {
			c, _ := catalogtest.Open(t)
			r := rand.New(rand.NewPCG(1, uint64(days)))
			var files []fill.File
			for i := range n {
				full := "Weather forecast"
				if title != full {
					full = fmt.Sprint("Weather forecast for day ", i%7)
				}
				files = append(files, catalogtest.File(fmt.Sprintf("%03d.txt", i), full, onDay(r.IntN(days)), story.Take(i%3)))
			}
			catalogtest.Put(t, c, files...)
			head := story.Headline{Text: title, Title: title}
			f := newFinder(c, onDay(days/2))
			for range 200 {
				date := onDay(r.IntN(days+60) - 30)
				got, err := f.sameOrCut(t.Context(), head, date)
				if err != nil {
					t.Fatal(err)
				}
				want, all, err := c.Targets(t.Context(), head, date)
				if err != nil {
					t.Fatal(err)
				}
				if title == "Weather forecast" && !slices.EqualFunc(sortedRows(got.rows), sortedRows(want), func(a, b story.Row) bool { return a.ID == b.ID }) {
					t.Fatalf("%d stories of %d days, near %v: %d candidates, the catalog returns %d, all: %v", n, days, date, len(got.rows), len(want), all)
				}
			}
			if r := f.runs[title]; n > 50 && (r == nil) != (title != "Weather forecast") {
				t.Errorf("%s: run %v", title, r)
			}
		}
	}
}

func sortedRows(rows []story.Row) []story.Row {
	rows = slices.Clone(rows)
	slices.SortFunc(rows, inListOrder)
	return rows
}
