package headline

import (
	"dateline/feed/wire/words"
)

// Words of tags, in lower case, with the kind of story that they give.
var (
	tagWords   = words.Map("tag")        // tags that are known by name
	bareWords  = words.Map("bare tag")   // tags that need no brackets and no mark after them, in capitals
	tagEndings = words.Map("tag ending") // last words by which a tag of several words is known: "Yonhap Interview"
)

var (
	trailingWords  = words.Set("trailing tag")        // tags after a headline
	trailingStarts = words.List("trailing tag start") // words that begin one
	reports        = words.Set("report in a series")  // words for a report in a series
)
