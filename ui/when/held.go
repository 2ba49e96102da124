package when

import (
	"time"

	"dateline/feed"
	"dateline/feed/locale"
)

// Held says until when a story is under embargo, "" if it is not under embargo now.
func Held(e feed.Embargo, now time.Time) string {
	if !e.Holds(now) {
		return ""
	}
	return locale.F("Under embargo until %s", Until(e))
}

// Until says when an embargo ends.
func Until(e feed.Embargo) string {
	if e.Until.IsZero() {
		return e.Text
	}
	return Moment(e.Until)
}
