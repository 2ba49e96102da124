package when

import (
	"time"

	"dateline/feed"
)

// Held says until when a story is under embargo, "" if it is not under embargo now.
func Held(e feed.Embargo, now time.Time) string {
	switch {
	case !e.Holds(now):
		return ""
	case e.Until.IsZero():
		return "Under embargo until " + e.Text
	}
	return "Under embargo until " + Moment(e.Until)
}
