package term

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxWritten bounds the ways to write one word.
const maxWritten = 24

// longestSplit is the length in syllables of the longest Korean word that is also
// searched for as two words.
const longestSplit = 12

// written returns other ways to write a word of a script without spaces between words,
// and parts of it without endings: traditional for simplified characters, two Korean words
// for one, and a word without its particle.
func written(text string) []string {
	if utf8.RuneCountInString(text) > limit {
		return nil
	}
	list := []string{text}
	for _, other := range []func(string) []string{particles, okurigana, kana} {
		list = append(list, other(text)...)
	}
	for _, one := range list {
		list = append(list, split(one)...)
	}
	list = append(list, chinese(text)...)
	return list[1:min(len(list), maxWritten)]
}

// chinese returns a word in simplified and in traditional characters.
func chinese(text string) []string {
	if !strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		return nil
	}
	simple := strings.Map(Simplified, text)
	list := []string{""}
	for _, r := range simple {
		var longer []string
		for _, t := range append(traditional()[r], r) {
			for _, begin := range list[:min(len(list), maxWritten)] {
				longer = append(longer, begin+string(t))
			}
		}
		list = longer
	}
	return append([]string{simple}, list...)
}

// split returns a Korean word as each two words that it may be made of.
func split(text string) (list []string) {
	r := []rune(text)
	if len(r) > longestSplit || slices.ContainsFunc(r, func(r rune) bool { return r < firstSyllable || r > lastSyllable }) {
		return nil
	}
	for i := 2; i <= len(r)-2; i++ {
		list = append(list, string(r[:i])+" "+string(r[i:]))
	}
	return list
}

// The particles of Korean that follow any word, a word that ends in a vowel, and one that
// ends in a consonant; and the endings of the verb that a noun forms with hada and doeda.
var (
	anyParticle = strings.Fields("에서는 에서도 에게서 에서 에게 에는 에도 까지 부터 보다 처럼 한테 께서 만큼 마다 조차 밖에 의 에")
	openParticle,
	closedParticle = strings.Fields("라고 라는 이며 는 가 를 와 로"), strings.Fields("으로 이라고 이라는 이나 은 이 을 과")
	verbEndings = strings.Fields("했습니다 합니다 하였다 했다고 한다고 했지만 했다 한다 하다 하는 하고 하며 하여 하면 하지 하기 했던 해서 " +
		"됐습니다 됩니다 되었다 됐다고 된다고 됐다 된다 되다 되는 되고 되며 되어 하자 할 한 해 된 될 돼")
)

// notParticles are ends of words that look like a word and a particle.
var notParticles = strings.Fields("회의 주의 동의 합의 협의 논의 결의 심의 문의 건의 정의 정치가 투자가 역사가 국가 물가 주가 평가 증가 유가 " +
	"어린이 효과 결과 성과 통과 학과 은행 가을 마을 서울 오늘 하늘 바다 도로")

// particles returns a Korean word without its particle or the ending of its verb.
func particles(text string) []string {
	if endsIn(text, notParticles...) && !endsIn(text, "위원회의", "협회의", "국회의", "사회의", "교회의", "연합회의") {
		return nil
	}
	last := func(word string) rune { r, _ := utf8.DecodeLastRuneInString(word); return r }
	syllable := func(r rune) bool { return r >= firstSyllable && r <= lastSyllable }
	for _, kind := range []struct {
		endings []string
		fits    func(r rune) bool
	}{
		{verbEndings, syllable},
		{anyParticle, syllable},
		{closedParticle, func(r rune) bool { return syllable(r) && (r-firstSyllable)%tails != 0 }},
		{openParticle, func(r rune) bool { return syllable(r) && (r-firstSyllable)%tails == 0 }},
	} {
		for _, e := range kind.endings {
			if noun, ok := strings.CutSuffix(text, e); ok && utf8.RuneCountInString(noun) >= 2 && kind.fits(last(noun)) {
				return []string{noun}
			}
		}
	}
	return nil
}

// verbs are endings of Japanese verbs.
var verbs = strings.Fields("しました されました します されます された される している したい した する して ました ます ません ない たい る た て")

// okurigana returns a Japanese verb without its ending: 引き上げ for 引き上げる.
func okurigana(text string) []string {
	if first, _ := utf8.DecodeRuneInString(text); !unicode.Is(unicode.Han, first) {
		return nil
	}
	for _, e := range verbs {
		if root, ok := strings.CutSuffix(text, e); ok && utf8.RuneCountInString(root) >= 2 {
			return []string{root}
		}
	}
	return nil
}

// The spellings of foreign sounds in katakana.
var toPlain, toForeign = strings.NewReplacer("ヴァ", "バ", "ヴィ", "ビ", "ヴェ", "ベ", "ヴォ", "ボ", "ヴ", "ブ"),
	strings.NewReplacer("バ", "ヴァ", "ビ", "ヴィ", "ベ", "ヴェ", "ボ", "ヴォ")

// kana returns other spellings of a foreign word: サーバ for サーバー.
func kana(text string) (list []string) {
	first, _ := utf8.DecodeRuneInString(text)
	if !unicode.Is(unicode.Katakana, first) {
		return nil
	}
	for _, other := range []string{toPlain.Replace(text), toForeign.Replace(text)} {
		if other != text {
			list = append(list, other)
		}
	}
	for _, one := range append([]string{text}, list...) {
		if long, ok := strings.CutSuffix(one, "ー"); ok && utf8.RuneCountInString(long) >= 3 {
			list = append(list, long)
		}
	}
	return list
}
