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
		for _, word := range wordsOf("month " + strconv.Itoa(i)) {
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
	m, _ := Lower(months(), strings.TrimRight(word, ".,"))
	return m
}

// weekdays are the names of the days of the week. Endings has, by byte, the names in
// inText and own that may have it as each of their last three bytes, as bits.
type weekdays struct {
	inText, all map[string]time.Weekday
	own         map[string]bool // words such as "today", as written
	endings     [256][3]uint64
}

var days = sync.OnceValue(func() *weekdays {
	w := &weekdays{inText: map[string]time.Weekday{}, all: map[string]time.Weekday{}, own: Set("its own day")()}
	for word := range w.own {
		w.addEnding(word, 1<<63)
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		name := strings.ToLower(d.String())
		for _, word := range wordsOf("weekday " + name) {
			if len(word) >= minWeekday {
				w.addEnding(word, 1<<(len(w.inText)%63))
			}
			w.inText[word], w.all[word] = d, d
		}
		for _, word := range wordsOf("dateline weekday " + name) {
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
	return Lower(days().all, strings.TrimRight(word, ".,"))
}

// The lengths of a name of a day of the week in a sentence, where short names do not count.
const (
	minWeekday = 5
	maxWeekday = 24
)

// addEnding adds the last bytes of name, which has the given bit, to the endings. A
// character that is not ASCII has other bytes as a capital, so it may be any.
func (w *weekdays) addEnding(name string, bit uint64) {
	if len(name) < 3 {
		return
	}
	tail := name[len(name)-3:]
	for c := range w.endings {
		for at := range w.endings[c] {
			same := c == int(tail[at]) || at == 0 && c|0x20 == int(tail[at])
			if same || c >= 0x80 || at == 0 && tail[at] >= 0x80 {
				w.endings[c][at] |= bit
			}
		}
	}
}

// WeekdayInText is like Weekday for a word of a sentence: short names do not count.
func WeekdayInText(word string) (time.Weekday, bool) {
	w := days()
	n := len(word)
	if n < minWeekday || n > maxWeekday || w.endings[word[n-3]][0]&w.endings[word[n-2]][1]&w.endings[word[n-1]][2] == 0 {
		return 0, false
	}
	return Lower(w.inText, word)
}

// NextDay returns the first name of a day of the week in s that ends after at, or the first
// word for the day of the story, such as "today", of at least three bytes; own is true for
// these. The name or word is s[from:to]. At is between two words. Short names do not count.
// Ok is false if there is none.
func NextDay(s string, at int) (d time.Weekday, own bool, from, to int, ok bool) {
	w := days()
	var one, two uint64 // the names that may have their last three bytes from one and two bytes before
	for to = at + 1; to <= len(s); to++ {
		last := &w.endings[s[to-1]]
		in := two & last[2]
		two, one = one&last[1], last[0]
		if in == 0 || to < len(s) && IsWordByte(s[to]) {
			continue
		}
		from = to
		for from > 0 && from >= to-maxWeekday && IsWordByte(s[from-1]) {
			from--
		}
		if d, ok := WeekdayInText(s[from:to]); ok {
			return d, false, from, to, true
		}
		if in>>63 != 0 && w.own[s[from:to]] {
			return 0, true, from, to, true
		}
	}
	return 0, false, 0, 0, false
}

// IsWordByte reports whether c is an ASCII letter or part of a character that is not ASCII.
func IsWordByte(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80 }
