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
	if captionFirsts[s[0]] && line.HasPrefix(s, captionStarts...) {
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
	group, rest, ok := line.LastGroup(s)
	return ok && (isRights(group) || isCredit(group, agency) && signsCaption(s, rest))
}

// signsCaption reports whether the brackets behind rest, which end s, are a
// credit and not a name made short in a sentence, "the port authority (PA).",
// which has its full stop behind the brackets.
func signsCaption(s, rest string) bool {
	return !strings.HasSuffix(strings.TrimRight(s, " "), ".") || line.EndsSentence(rest)
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
		if line.HasPrefix(rest, "hoto", "mage", "HOTO", "FOR SALE") {
			return true
		}
		open = open || rest[0] == '('
		this = this || strings.HasPrefix(rest, "his ")
	}
	return open && line.ContainsOne(s, "(L", "m L)", "rom left)", "(2nd", "ront L") ||
		this && line.ContainsOne(s, "his file", "his screen", "his video", "his undated", "his handout", "his aerial", "his picture", "his still", "his comb", "seen in this")
}

// pictureBytes begin what mayBePicture looks for.
var pictureBytes = [256]bool{'h': true, 'm': true, 'H': true, 'F': true, '(': true}

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
	case agency != "" && strings.EqualFold(group, agency), line.ContainsOne(group, eastCredits...):
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
		if part = strings.TrimSpace(part); agencies.Names[part] || agency != "" && part == agency {
			return true
		}
	}
	return false
}

// wireSigns are the agencies that put their own name in brackets behind the
// last paragraph of a story.
var wireSigns = words.Set("ani ansa adnkronos agi italpress efe pti ians dpa tass app askanews lapresse uni")

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
	return strings.Count(group, " ") <= 5 && !line.EndsSentence(group) && len(group) <= 80 && (line.IsUpper(group) || !line.StartsLower(group)) && !positions[strings.ToLower(group)]
}

// positions are what brackets in a caption hold that is no credit.
var positions = words.Set("l r c left right center centre front back top bottom")
