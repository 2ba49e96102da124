package takes

import (
	"dateline/feed/story"
)

// Print is what is kept of a story to compare it with others: marks of its identity, and
// samples of its text. It is not changed after it was made.
type Print struct {
	unix  int64 // the date, as Date.Unix
	take  uint8 // the take of the headline, at most maxTake
	kind  uint8 // the index of its kind in kinds
	flags flags

	stages uint16 // the stages that the headline names, a bit each
	sides  uint64 // the sides of scales that the headline is on, a bit each

	key    uint64 // the words of the title in order, without figures; 0 for none
	copied uint64 // the title and the body
	serial uint64 // the number in the name of the file and its day, 0 for none
	slug   uint64 // 0 for none
	byline uint64 // 0 for none
	uid    uint64 // the main identifier and, in its lowest bits, the version; 0 for none
	url    uint64 // the main address, 0 for none
	from   uint64 // the identifier of what it was made from, like uid with version 0; 0 for none
	size   uint32 // the tokens of the body

	places  []uint32 // of the dateline
	title   []uint32 // the words of the title, each with its weight in the lowest bits
	body    []uint32 // the smallest hashes of four tokens of the body in a row
	lede    []uint32 // the smallest hashes of three tokens of the lede in a row
	words   []uint32 // of the lede
	names   []uint32 // each with a bit that says whether it is in the title
	figures []uint32 // each with a bit that says whether it is in the title
	noted   []uint32 // figures in the note of a correction
}

// The numbers of hashes that a Print has at most, and their lengths in bits.
const (
	maxPlaces  = 4
	maxTitle   = 32
	maxBody    = 48
	maxLede    = 16
	maxWords   = 24
	maxNames   = 48
	maxFigures = 48
	maxNoted   = 4
	maxTake    = 255

	bodyBits = 18
	wordBits = 14

	weightBits = 3 // of a word of the title
)

// flags are the properties of a story that are true or not.
type flags uint8

const (
	tagged  flags = 1 << iota // the headline has the tag of a take
	recast                    // a note says that the headline changed
	repeat                    // it is sent again as it was: RPT-
	resent                    // it is sent again: REFILE-
	part                      // it is a part of a story, such as 1st Add
	dense                     // the title is of a script that is compared without spaces
	tabular                   // much of it is figures
	cased                     // it has names to compare
)

func (f flags) has(g flags) bool { return f&g != 0 }

// kinds lists the kinds of stories; the index of each is in Prints that are stored.
var kinds = [...]story.Kind{
	story.Plain, story.Urgent, story.Lead, story.Feature, story.Analysis, story.Interview,
	story.Review, story.Editorial, story.Summary, story.Correction, story.Kill, story.Advisory,
}

// secondsOfDay is the length of a day.
const secondsOfDay = 24 * 60 * 60

// firstDated is before all dates with a year, in seconds. Those without one are earlier.
const firstDated = -62_000_000_000

// undated reports whether the year of a story is not known.
func (p *Print) undated() bool { return p.unix < firstDated }

// Unix returns the moment of the story's date in seconds since 1970.
func (p *Print) Unix() int64 { return p.unix }

// Day returns the day of the story's date, counted from the first of January 1970.
func (p *Print) Day() int64 {
	day := p.unix / secondsOfDay
	if p.unix%secondsOfDay < 0 {
		day--
	}
	return day
}

// Corrects reports whether the story is a correction. Those may come up to CorrectionDays
// after the story that they correct.
func (p *Print) Corrects() bool { return kinds[p.kind] == story.Correction }

// alone reports whether a story is no take of anything.
func (p *Print) alone() bool {
	k := kinds[p.kind]
	return k == story.Kill || k == story.Advisory || p.flags.has(part) || len(p.title) == 0 && p.key == 0
}

// IsNamed reports whether a story has an identifier or an address, so that others of any day may
// be takes of it.
func (p *Print) IsNamed() bool { return p.uid|p.url|p.from != 0 }

// isFlash reports whether a story has nothing but a headline, or little more.
func (p *Print) isFlash() bool { return p.size < flashWords }

// IsBrief reports whether a story is so short that it has few probes.
func (p *Print) IsBrief() bool {
	if p.flags.has(dense) {
		return p.size < briefWords*charsOfWord
	}
	return p.size < briefWords
}

const (
	briefWords  = 40 // the number of words that a brief has not
	charsOfWord = 2  // of a script that is compared character by character, at least
)

// flashWords is the number of words that a flash has not.
const flashWords = 12
