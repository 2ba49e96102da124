package notice

import (
	"strings"
	"time"

	"dateline/feed/story"
	"dateline/feed/wire/calendar"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// Embargo says until when a story is held. The zero Embargo holds nothing.
type Embargo struct {
	Text  string    // as written: "0600 GMT Oct. 5"
	Until time.Time // zero if the text gives no time that can be read
	Zoned bool      // the text names the time zone; otherwise Until is a local time
}

// lifted are phrases, in lower case, of a note that lifts an embargo.
var lifted = words.List("embargo lifted")

// ReadEmbargo returns the embargo of s. What its text lacks is that of the story's date, and
// local is its time zone unless it names one. Of several embargoes the one that ends last
// counts, and one without a time never ends.
func ReadEmbargo(s *story.Story, local *time.Location) (e Embargo) {
	if s.Headline.Kind == story.Advisory {
		return e
	}
	near := calendar.Day{Year: s.Date.Year, Month: s.Date.Month, Day: s.Date.Day}
	for i := range s.Notes {
		n := &s.Notes[i]
		if line.ContainsOne(strings.ToLower(n.Text), lifted()...) {
			return Embargo{}
		}
		if n.Embargo == "" {
			continue
		}
		cur := Embargo{Text: n.Embargo}
		if u, known := calendar.ReadUntil(n.Embargo, near, local); known {
			cur.Until, cur.Zoned = u.Time, u.Zoned
		}
		if e.Text == "" || cur.after(&e) {
			e = cur
		}
	}
	return e
}

// after reports whether e ends after o.
func (e Embargo) after(o *Embargo) bool {
	return !o.Until.IsZero() && (e.Until.IsZero() || e.Until.After(o.Until))
}

// Holds reports whether the story is still held.
func (e Embargo) Holds(now time.Time) bool {
	return e.Text != "" && (e.Until.IsZero() || now.Before(e.Until))
}

// String returns the end of the embargo as it is in JSON: in RFC 3339, or as written if it
// is not known what moment that is.
func (e Embargo) String() string {
	if e.Until.IsZero() || !e.Zoned {
		return e.Text
	}
	return e.Until.Format(time.RFC3339)
}
