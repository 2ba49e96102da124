package wire

import (
	"strings"

	"dateline/feed/story"
	"dateline/feed/wire/agencies"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// captionBytes is the longest paragraph that is taken for a caption.
const captionBytes = 2400

// captionWords are what only captions say, in small letters.
var captionWords = words.List("caption")

// captionStarts begin captions, as written.
var captionStarts = words.FinderOf("caption start")

// eastCredits are inside the last brackets of Korean, Japanese and Chinese
// captions.
var eastCredits = words.List("credit of a picture")

// rightsWords are what the rights of a picture say, in small letters.
var rightsWords = words.List("rights")

// isCaption reports whether the paragraph s describes a picture. Agency is the
// story's own.
func isCaption(s, agency string) bool {
	if s == "" || len(s) > captionBytes {
		return false
	}
	if captionStarts().Begins(s) {
		return true
	}
	if captionHints().In(s) && !strings.HasPrefix(s, "\"") && !strings.HasPrefix(s, "“") {
		low := strings.ToLower(s)
		for _, w := range captionWords() {
			if strings.Contains(low, w) {
				return true
			}
		}
	}
	group, rest, ok := line.LastGroup(s)
	return ok && (isRights(group) || isCredit(group, agency) && signsCaption(s, rest))
}

// signsCaption reports whether the brackets behind rest, which end s, are a
// credit and not a name made short in a sentence, "the port authority (PA).",
// which has its full stop behind the brackets.
func signsCaption(s, rest string) bool {
	return !strings.HasSuffix(strings.TrimRight(s, " "), ".") || line.EndsSentence(rest)
}

// captionHints are pieces of captionWords, as written: a text without one of
// them has none of the words.
var captionHints = words.FinderOf("caption hint")

func isRights(group string) bool {
	low := strings.ToLower(group)
	for _, w := range rightsWords() {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// isCredit reports whether group, the last brackets of a paragraph, credits a
// picture to somebody.
func isCredit(group, agency string) bool {
	low := strings.ToLower(group)
	switch {
	case len(group) > 120, wireSigns()[strings.ToLower(agency)] && strings.EqualFold(group, agency):
		return false
	case agency != "" && strings.EqualFold(group, agency), line.ContainsOne(group, eastCredits()...):
		return true
	case strings.Contains(low, "photo") && strings.Count(group, " ") < 10, strings.HasPrefix(low, "courtesy of"), strings.HasPrefix(low, "yonhap"):
		return true
	}
	return !wireSigns()[low] && namesAgency(low, strings.ToLower(agency))
}

// namesAgency reports whether a part of group, which has small letters, is an
// agency: "epa-yonhap", "xinhua/li ming".
func namesAgency(group, agency string) bool {
	for _, part := range strings.FieldsFunc(group, func(r rune) bool { return strings.ContainsRune("-/=＝", r) }) {
		if part = strings.TrimSpace(part); agencies.Has(part) || agency != "" && part == agency {
			return true
		}
	}
	return false
}

// wireSigns are the agencies that put their own name in brackets behind the
// last paragraph of a story.
var wireSigns = words.Set("agency that signs")

// captionBlock takes credit and rights off the caption s.
func captionBlock(s, agency string, at story.Span) story.Block {
	b := story.Block{Kind: story.Caption, Span: at}
	rest := s
	for range 4 {
		group, before, ok := line.LastGroup(rest)
		switch {
		case !ok || before == "":
		case isRights(group) && b.Rights == "":
			b.Rights, rest = group, before
			continue
		case b.Credit == "" && creditShaped(group, agency):
			b.Credit, rest = group, before
			continue
		}
		break
	}
	if i := strings.LastIndex(rest, " REUTERS/"); i > 0 && b.Credit == "" && strings.Count(rest[i+1:], " ") < 4 {
		b.Credit, rest = rest[i+1:], rest[:i]
	}
	b.Text = rest
	return b
}

// creditShaped reports whether the last brackets of what is a caption hold its
// credit.
func creditShaped(group, agency string) bool {
	if isCredit(group, agency) {
		return true
	}
	return strings.Count(group, " ") <= 5 && !line.EndsSentence(group) && len(group) <= 80 && (line.IsUpper(group) || !line.StartsLower(group)) && !positions()[strings.ToLower(group)]
}

// positions are what brackets in a caption hold that is no credit.
var positions = words.Set("position in a picture")
