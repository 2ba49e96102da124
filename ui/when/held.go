package when

import (
	"time"

	"dateline/feed"
	"dateline/feed/locale"
)

// Held says until when a story is under embargo, "" if it is not under embargo now.
func Held(e feed.Embargo, now time.Time) string {
	switch {
	case !e.Holds(now):
		return ""
	case e.Until.IsZero():
		return locale.F("Under embargo until %s", e.Text)
	}
	return locale.F("Under embargo until %s", Moment(e.Until))
}
