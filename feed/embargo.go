package feed

import (
	"time"

	"dateline/feed/notice"
	"dateline/feed/story"
)

// Embargo says until when a story is held.
type Embargo = notice.Embargo

// ReadEmbargo returns the embargo of st. A time without a time zone is local.
func ReadEmbargo(st *story.Story) Embargo {
	return notice.ReadEmbargo(st, time.Local) //nolint:gosmopolitan // that of the reader
}
