package words

import (
	"strconv"
	"strings"
	"sync"
	"time"
)

var months = sync.OnceValue(func() map[string]int {
	m := map[string]int{}
	for i := 1; i <= 12; i++ {
		for _, word := range sections()["month "+strconv.Itoa(i)] {
			m[word] = i
		}
	}
	return m
})

// Month returns the number of the month that word names, 0 if it names none. Case
// and a full stop after the word do not count.
func Month(word string) int {
	if len(word) < 3 || len(word) > 32 {
		return 0
	}
	return months()[strings.ToLower(strings.TrimRight(word, ".,"))]
}

// weekdays are the names of the days of the week. Endings are the last two bytes of
// the names in inText.
type weekdays struct {
	inText, all map[string]time.Weekday
	endings     [256][256]bool
}

var days = sync.OnceValue(func() *weekdays {
	w := &weekdays{inText: map[string]time.Weekday{}, all: map[string]time.Weekday{}}
	for d := time.Sunday; d <= time.Saturday; d++ {
		name := strings.ToLower(d.String())
		for _, word := range sections()["weekday "+name] {
			w.inText[word], w.all[word] = d, d
			if n := len(word); n > 1 {
				w.endings[word[n-2]][word[n-1]] = true
			}
		}
		for _, word := range sections()["dateline weekday "+name] {
			w.all[word] = d
		}
	}
	return w
})

// Weekday returns the day of the week that word names.
func Weekday(word string) (time.Weekday, bool) {
	if len(word) < 3 || len(word) > 24 {
		return 0, false
	}
	d, ok := days().all[strings.ToLower(strings.TrimRight(word, ".,"))]
	return d, ok
}

// WeekdayInText is like Weekday for a word of a sentence: short names do not count.
func WeekdayInText(word string) (time.Weekday, bool) {
	n := len(word)
	if n < 5 || n > 24 {
		return 0, false
	}
	w := days()
	if word[n-1] < 0x80 && !w.endings[word[n-2]][word[n-1]] {
		return 0, false
	}
	d, ok := w.inText[strings.ToLower(word)]
	return d, ok
}
