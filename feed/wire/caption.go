package wire

import (
	"strings"
	"unicode/utf8"

	"dateline/feed/story"
)

// captionBytes is the longest paragraph that is taken for a caption.
const captionBytes = 2400

// captionWords are what only captions say, in small letters.
var captionWords = []string{"in this photo", "this photo ", "this photo,", "in this image", "this image ", "this image,", "in this file", "this file photo", "in this undated", "this undated photo", "in this handout", "this handout", "in this combination",
	"this composite image", "in this aerial", "in this picture", "this picture ", "this photograph", "in this screen", "this screen", "this video grab", "image captured from", "photo released", "photo provided", "photo courtesy",
	"file photo", "photo taken", "photo shows", "photos show", "image shows", "pool photo", "in this still", "is seen in this", "are seen in this", "photo by ", "(l) ", "(l), ", "(l)'", "(l, ", "from l)", "from left)", "(front l", "(2nd from", "not for sale"}

// captionStarts begin captions, as written.
var captionStarts = []string{"FILE - ", "FILE – ", "FILE — ", "FILE PHOTO", "(FILES) ", "(FILES)", "Photo: ", "PHOTO: ", "Foto: ", "Photo taken", "Photo shows", "[사진]", "(사진)", "사진=", "사진 =", "사진설명", "▲ 사진", "【写真】", "（写真", "写真：", "写真:", "图为", "圖為", "図：", "ARCHIVO - ", "Archivbild", "ARCHIV - ", "Symbolbild", "(ARCHIVES) ", "Caption: ", "CAPTION: "}

// eastCredits are inside the last brackets of Korean, Japanese and Chinese
// captions.
var eastCredits = []string{"자료사진", "사진=", "사진 =", "제공", "촬영", "캡처", "홈페이지", "写真", "撮影", "提供", "摄", "攝", "配图", "资料图"}

// rightsWords are what the rights of a picture say, in small letters.
var rightsWords = []string{"redistribution", "not for sale", "for use only", "use only", "no resale", "resale", "no archive", "editorial use", "mandatory credit", "all rights reserved", "no sales", "not for commercial", "no commercial", "rights reserved",
	"no licensing", "restricted to", "재판매", "무단", "db 금지", "db금지", "재배포", "no trades", "no use ", "転載", "转载", "轉載", "no publication"}

// isCaption reports whether the paragraph s describes a picture. Agency is the
// story's own.
func isCaption(s, agency string) bool {
	if s == "" || len(s) > captionBytes {
		return false
	}
	if captionFirsts[s[0]] && hasPrefix(s, captionStarts...) {
		return true
	}
	if mayBePicture(s) && !strings.HasPrefix(s, "\"") && !strings.HasPrefix(s, "“") {
		low := strings.ToLower(s)
		for _, w := range captionWords {
			if strings.Contains(low, w) {
				return true
			}
		}
	}
	group, rest, ok := lastGroup(s)
	return ok && (isRights(group) || isCredit(group, agency) && signsCaption(s, rest))
}

// signsCaption reports whether the brackets behind rest, which end s, are a
// credit and not a name made short in a sentence, "the port authority (PA).",
// which has its full stop behind the brackets.
func signsCaption(s, rest string) bool {
	return !strings.HasSuffix(strings.TrimRight(s, " "), ".") || endsSentence(rest)
}

// captionFirsts are the bytes that captionStarts begin with.
var captionFirsts = func() (t [256]bool) {
	for _, w := range captionStarts {
		t[w[0]] = true
	}
	return t
}()

// mayBePicture is a quick test for what every one of captionWords has.
func mayBePicture(s string) bool {
	open, this := false, false
	for i := range len(s) {
		if !pictureBytes[s[i]] {
			continue
		}
		rest := s[i:]
		if hasPrefix(rest, "hoto", "mage", "HOTO", "FOR SALE") {
			return true
		}
		open = open || rest[0] == '('
		this = this || strings.HasPrefix(rest, "his ")
	}
	return open && containsOne(s, "(L", "m L)", "rom left)", "(2nd", "ront L") ||
		this && containsOne(s, "his file", "his screen", "his video", "his undated", "his handout", "his aerial", "his picture", "his still", "his comb", "seen in this")
}

// pictureBytes begin what mayBePicture looks for.
var pictureBytes = [256]bool{'h': true, 'm': true, 'H': true, 'F': true, '(': true}

// hasPrefix reports whether s begins with one of words.
func hasPrefix(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

func containsOne(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// lastGroup is what stands in the brackets that end s, and what is before them.
func lastGroup(s string) (group, rest string, ok bool) {
	s = strings.TrimRight(s, " ")
	closed := strings.TrimSuffix(s, ".")
	for _, pair := range [...]struct{ open, closer string }{{"(", ")"}, {"[", "]"}, {"（", "）"}, {"【", "】"}, {"［", "］"}, {"<", ">"}} {
		if !strings.HasSuffix(closed, pair.closer) {
			continue
		}
		i := opened(closed, pair.open, pair.closer)
		if i < 0 {
			return "", s, false
		}
		group = strings.TrimSpace(closed[i+len(pair.open) : len(closed)-len(pair.closer)])
		return group, strings.TrimRight(closed[:i], " "), group != ""
	}
	return "", s, false
}

// opened finds the bracket that the last one of s closes.
func opened(s, open, closer string) int {
	depth := 0
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
		switch string(r) {
		case closer:
			depth++
		case open:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

func isRights(group string) bool {
	low := strings.ToLower(group)
	for _, w := range rightsWords {
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
	case len(group) > 120, wireSigns[strings.ToLower(agency)] && strings.EqualFold(group, agency):
		return false
	case agency != "" && strings.EqualFold(group, agency), containsOne(group, eastCredits...):
		return true
	case strings.Contains(low, "photo") && strings.Count(group, " ") < 10, strings.HasPrefix(low, "courtesy of"), strings.HasPrefix(low, "yonhap"):
		return true
	}
	return !wireSigns[low] && namesAgency(low, strings.ToLower(agency))
}

// namesAgency reports whether a part of group, which has small letters, is an
// agency: "epa-yonhap", "xinhua/li ming".
func namesAgency(group, agency string) bool {
	for _, part := range strings.FieldsFunc(group, func(r rune) bool { return strings.ContainsRune("-/=＝", r) }) {
		if part = strings.TrimSpace(part); agencyNames[part] || agency != "" && part == agency {
			return true
		}
	}
	return false
}

// wireSigns are the agencies that put their own name in brackets behind the
// last paragraph of a story.
var wireSigns = set("ani ansa adnkronos agi italpress efe pti ians dpa tass app askanews lapresse uni")

// captionBlock takes credit and rights off the caption s.
func captionBlock(s, agency string, at story.Span) story.Block {
	b := story.Block{Kind: story.Caption, Span: at}
	rest := s
	for range 4 {
		group, before, ok := lastGroup(rest)
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
	return strings.Count(group, " ") <= 5 && !endsSentence(group) && len(group) <= 80 && (isUpper(group) || !startsLower(group)) && !positions[strings.ToLower(group)]
}

// positions are what brackets in a caption hold that is no credit.
var positions = set("l r c left right center centre front back top bottom")
