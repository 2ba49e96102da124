package wire

import (
	"strings"

	"dateline/feed/story"
	"dateline/feed/wire/agencies"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// captionBytes is the length of the longest caption.
const captionBytes = 2400

// captionWords are phrases, in lower case, that only captions have.
var captionWords = words.FinderOf("caption")

// captionStarts are the beginnings of captions, as written.
var captionStarts = words.FinderOf("caption start")

// cjkCredits are words in the last brackets of Korean, Japanese and Chinese captions.
var cjkCredits = words.List("credit of a picture")

// rightsWords are phrases, in lower case, about the rights of a picture.
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
	if captionHints().In(s) && !line.HasPrefix(s, "\"", "“") && captionWords().In(strings.ToLower(s)) {
		return true
	}
	if reutersCredit(s) > 0 {
		return true
	}
	group, rest, ok := line.LastGroup(s)
	return ok && (isRights(group) || isCredit(group, agency) && signsCaption(s, rest))
}

// signsCaption reports whether the brackets after rest, which end s, are a credit and
// not part of a sentence. In "the port authority (PA)." the full stop follows them.
func signsCaption(s, rest string) bool {
	return !strings.HasSuffix(strings.TrimRight(s, " "), ".") || line.EndsSentence(rest)
}

// captionHints are parts of captionWords, as written. A text without any of them has
// none of the words.
var captionHints = words.FinderOf("caption hint")

func isRights(group string) bool { return line.ContainsOne(strings.ToLower(group), rightsWords()...) }

// isCredit reports whether group, the last brackets of a paragraph, is the credit of a
// picture.
func isCredit(group, agency string) bool {
	low := strings.ToLower(group)
	switch {
	case len(group) > 120, wireSigns()[strings.ToLower(agency)] && strings.EqualFold(group, agency):
		return false
	case agency != "" && strings.EqualFold(group, agency), line.ContainsOne(group, cjkCredits()...):
		return true
	case strings.Contains(low, "photo") && strings.Count(group, " ") < 10, strings.HasPrefix(low, "courtesy of"), strings.HasPrefix(low, "yonhap"):
		return true
	}
	return !wireSigns()[low] && namesAgency(low, strings.ToLower(agency))
}

// namesAgency reports whether a part of group, which is in lower case, is an
// agency: "epa-yonhap", "xinhua/li ming".
func namesAgency(group, agency string) bool {
	for _, part := range strings.FieldsFunc(group, func(r rune) bool { return strings.ContainsRune("-/=＝", r) }) {
		if part = strings.TrimSpace(part); agencies.Has(part) || agency != "" && part == agency {
			return true
		}
	}
	return false
}

// wireSigns are the agencies that put their own name in brackets after the
// last paragraph of a story.
var wireSigns = words.Set("agency that signs")

// ReadCaption returns the caption s with its credit and rights in fields of their own.
func ReadCaption(s, agency string, at story.Span) story.Block {
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
	if i := reutersCredit(rest); i > 0 && b.Credit == "" {
		b.Credit, rest = rest[i+1:], rest[:i]
	}
	b.Text = rest
	return b
}

// creditBytes is the length of the longest credit of this kind.
const creditBytes = 100

// reutersCredit returns the index of the space before the credit "REUTERS/Ana Ruiz" that ends
// the caption s; 0 if there is none.
func reutersCredit(s string) int {
	end := line.Tail(s, creditBytes)
	if !strings.Contains(end, "REUTERS/") {
		return 0
	}
	i := strings.Index(end, " REUTERS/")
	if i < 0 || strings.Count(end[i+1:], " ") >= 4 || line.EndsSentence(end) {
		return 0
	}
	return len(s) - len(end) + i
}

// creditShaped reports whether group, the last brackets of a caption, is its credit.
func creditShaped(group, agency string) bool {
	if isCredit(group, agency) {
		return true
	}
	return strings.Count(group, " ") <= 5 && !line.EndsSentence(group) && len(group) <= 80 && (line.IsUpper(group) || !line.StartsLower(group)) && !positions()[strings.ToLower(group)]
}

// positions are words in brackets in a caption that are not a credit.
var positions = words.Set("position in a picture")
