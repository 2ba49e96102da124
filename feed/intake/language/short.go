package language

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"dateline/feed/intake/multibyte"
	"dateline/feed/intake/pairs"
)

const (
	shortSize  = 160 // the bytes of a text that is short in Latin letters
	pairsSize  = 512 // the bytes of which the pairs of letters are counted
	fewLetters = 20  // the least letters that tell a language by their pairs
)

// ofLatin returns the language of a text in Latin letters.
func ofLatin(text string) string {
	if len(text) > shortSize {
		if language := ofWords(text); language != "" {
			return language
		}
	}
	if isVietnamese(text) {
		return "vi"
	}
	if language := ofPairs(text, 'a'); language != "" || len(text) > shortSize {
		return language
	}
	return ofWords(text)
}

// isVietnamese reports whether one letter in twenty is one that only Vietnamese has.
func isVietnamese(text string) bool {
	letters, signs := 0, 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
		}
		if r >= 0x1EA0 && r <= 0x1EF9 || strings.ContainsRune("ơƠưƯ", r) {
			signs++
		}
	}
	return signs > 0 && signs*20 >= letters
}

// ofCyrillic returns the language of a text in Cyrillic letters. The pairs of letters
// tell it if no letter does, or if the text is short.
func ofCyrillic(text string) string {
	language := ofLetters("ru", text)
	if language != "" && len(text) > pairsSize || language == "kk" || language == "mn" {
		return language
	}
	if likely := ofPairs(text, 'а'); likely != "" {
		return likely
	}
	if language == "" {
		return "ru"
	}
	return language
}

// ofPairs returns the language of text by its pairs of letters, "" if two languages
// are about equally likely or none is. The text is in the script of the letter like.
func ofPairs(text string, like rune) string {
	const (
		enough  = 2 * pairs.Unit // by which another language must cost more
		certain = 5 * pairs.Unit // by which English must cost more
		highest = 5 * pairs.Unit // the cost of a letter
	)
	text = text[:cut(text, pairsSize)]
	g := pairs.Likeliest(text, like)
	if g.Letters < fewLetters || g.Margin < enough || g.Cost > highest*g.Letters {
		return ""
	}
	if like == 'a' && g.Language != "en" {
		if cost, _ := pairs.Languages()["en"].Weigh(text); cost < g.Cost+certain {
			return ""
		}
	}
	return g.Language
}

// devanagari are the function words of languages in Devanagari.
var devanagari = []struct{ language, words string }{
	{"hi", " है हैं के की का में ने से और को पर कि नहीं था थे थी यह गया गई किया रहे रहा कर "},
	{"mr", " आहे आहेत आणि असे या झाली झाला झाले होते होता होती नाही केली केला केले सांगितले म्हणाले हे तर व "},
	{"ne", " छ छन् र को मा ले गरेको गरेका भएको भएका हुने गर्न तथा पनि लागि भने थियो "},
}

// ofDevanagari returns the language of a text in Devanagari: Hindi, unless its words
// show another.
func ofDevanagari(text string) string {
	best, most := "hi", 0
	fields := strings.FieldsFunc(text, func(r rune) bool { return !unicode.In(r, unicode.Devanagari) })
	for _, d := range devanagari {
		n := 0
		for _, f := range fields {
			if strings.Contains(d.words, " "+f+" ") {
				n++
			}
		}
		if n > most {
			best, most = d.language, n
		}
	}
	return best
}

// fewHan is the number of ideographs up to which a text may be Japanese without
// kana.
const fewHan = 60

// usualHan has the range of the first bytes of the usual characters in each encoding,
// and the least of their second bytes.
var usualHan = []struct {
	encoding           *multibyte.Encoding
	first, last, least byte
}{
	{multibyte.ShiftJIS, 0x88, 0x98, 0x40},
	{multibyte.GBK, 0xB0, 0xD7, 0xA1},
	{multibyte.Big5, 0xA4, 0xC6, 0x40},
}

// usualIn returns in which of usualHan each ideograph is usual, a bit each.
var usualIn = sync.OnceValue(func() map[rune]byte {
	usual := map[rune]byte{}
	for i, u := range usualHan {
		decoder := u.encoding.NewDecoder()
		for first := int(u.first); first <= int(u.last); first++ {
			for second := int(u.least); second < 0xFF; second++ {
				b, _ := decoder.Bytes([]byte{byte(first), byte(second)}) // does not fail
				if r, n := utf8.DecodeRune(b); n == len(b) {
					usual[r] |= 1 << i
				}
			}
		}
	}
	return usual
})

// isKanji reports whether more ideographs of a short text without kana are usual in
// Japanese than in simplified or in traditional Chinese.
func isKanji(text string) bool {
	in := usualIn()
	var usual [3]int
	for _, r := range text {
		if !unicode.Is(unicode.Han, r) {
			continue
		}
		for i := range usual {
			usual[i] += int(in[r] >> i & 1)
		}
	}
	return usual[0] > usual[1] && usual[0] > usual[2]
}
