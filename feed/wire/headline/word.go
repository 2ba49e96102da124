package headline

import (
	"dateline/feed/wire/words"
)

// Words of tags, in small letters, with the kind of story that they announce.
var (
	tagWords   = words.Map("tag")        // tags that are known by name
	bareWords  = words.Map("bare tag")   // tags that may stand before a headline without brackets and without a mark behind them, in capitals
	tagEndings = words.Map("tag ending") // words that make a tag of several words known by its last: "Yonhap Interview"
)

var (
	trailingWords  = words.Set("trailing tag")        // tags behind a headline
	trailingStarts = words.List("trailing tag start") // words that begin one
	reports        = words.Set("report in a series")  // words for a report in a series
)
