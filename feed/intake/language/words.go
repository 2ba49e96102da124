package language

import (
	"math/bits"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// functionWords are the function words of languages in Latin letters.
var functionWords = []struct{ language, words string }{
	{"en", "the of and to in a is that for it was on with as at by from be are this have has an he his her not they were will which said who been after its their than would had but over more about"},
	{"fr", "le la les de des du et un une est en que qui dans pour sur par au aux avec ce cette il elle ne pas plus sont ont été être son sa ses leur mais selon après où nous vous à l'on se"},
	{"de", "der die das und in den von zu mit dem des im ist auf für nicht ein eine einen einer eines sich auch es an werden aus er hat dass sie nach wird bei um am sind noch wie über so zum war zur haben nur oder vor durch"},
	{"es", "el la los las de y en que un una por con no para es se del al lo como más su sus fue son pero este esta ha han según después entre sobre está era también hasta desde ya o"},
	{"it", "il lo la i gli le di e che in un una per con non è del della dei delle al alla da nel nella sono ha hanno si più come anche ma dal dalla sul sulla questo questa dopo è stato secondo essere i"},
	{"pt", "o a os as de e que em um uma para com não por do da dos das no na nos nas se mais como foi ao à são é mas ou seu sua pelo pela ele ela também após está até já segundo disse"},
	{"nl", "de het een en van in is dat op te voor met zijn niet aan er om ook als bij naar uit door over hij ze maar nog wordt werd na dan of heeft hebben deze dit tot geen worden zal"},
	{"sv", "och att det i en som på är av för med den till inte har de ett om han var men från vid kan ska så hon efter sig blev säger enligt också eller nu"},
	{"da", "og at det i en som på er af for med den til ikke har de et om han var men fra ved kan skal så hun efter sig blev siger ifølge også eller nu vil der af"},
	{"no", "og at det i en som på er av for med den til ikke har de et om han var men fra ved kan skal så hun etter seg ble sier ifølge også eller nå vil der mot"},
	{"fi", "ja on ei se että oli ovat hän mutta myös kun niin joka tai kuin mukaan olla sen tämä ole jälkeen vuonna hänen sekä jo vain nyt kertoo oli"},
	{"pl", "i w na z się nie do to że jest o od po jak za przez dla są był było ale tym ich co oraz jego tego które który która także przed już może"},
	{"tr", "ve bir bu da de için ile olarak olan çok daha gibi sonra kadar en ise ancak ya var olduğu dedi göre her o ne yeni değil oldu"},
	{"cs", "a v na se že je s z do o i k za by to ve pro jako ale podle po jsou už byl bylo jeho které který která také při jsem nebo od před až"},
	{"hu", "a az és hogy nem is egy van volt meg csak de ezt már ez szerint még lesz mint el kell után vagy ki azt ha amely aki között pedig"},
	{"ro", "și de la în a cu pe nu că o din care un pentru este mai au fost sunt prin după ce al ale sau fi va lui sa dar către între"},
	{"id", "yang dan di dari untuk dengan pada ini itu tidak dalam akan ke adalah juga oleh karena telah sebagai mereka kata tersebut ada bisa sudah para atau saat lebih setelah"},
	{"vi", "và của là có các được cho không trong một với người những đã này khi để từ về tại đến ông theo trên sẽ vào cũng ra như còn"},
	{"sk", "a v na sa že je s z do o i k za by to vo pre ako ale podľa po sú už bol bolo jeho ktoré ktorý ktorá tiež pri som alebo od pred až"},
	{"hr", "i u na je se da za od s su o a koji koja koje će nije ali kako bi iz do što ili prema nakon još bio te ne samo"},
	{"ca", "el la els les de i en que un una per amb no és del dels al ha han es més com va ser aquest aquesta però segons també fins des sobre seva seu"},
}

// score is the number of points for a word, divided among the languages that have
// it.
const score = 60

// hit is the entry of a word: the languages that have it, as bits, and the points
// for each.
type hit struct {
	word      uint64
	languages uint32
	points    int32
}

// knownWords holds the function words.
var knownWords = sync.OnceValue(func() *lexicon {
	l := &lexicon{}
	for i, f := range functionWords {
		for word, rest, ok := nextWord(f.words); ok; word, rest, ok = nextWord(rest) {
			h := l.at(word)
			h.word = word
			h.languages |= 1 << i
			h.points = int32(score / bits.OnesCount32(h.languages))
		}
	}
	return l
})

// lexicon is a hash table of packed words, about a third full.
type lexicon [2048]hit

// at returns the entry of word in l, or a free one if l does not have it.
func (l *lexicon) at(word uint64) *hit {
	i := word * 0x9e3779b97f4a7c15 >> 53
	for l[i].word != word && l[i].word != 0 {
		i = (i + 1) % uint64(len(l))
	}
	return &l[i]
}

// scores has the points of each language for the words of a text so far.
type scores struct {
	points, hits [32]int
	total        int // words
}

// read counts a word.
func (s *scores) read(known *lexicon, word uint64) {
	s.total++
	if word == 0 { // too long for a function word
		return
	}
	h := known.at(word)
	for in := h.languages; in != 0; in &= in - 1 {
		i := bits.TrailingZeros32(in)
		s.points[i] += int(h.points)
		s.hits[i]++
	}
}

// ranked returns the language with the most points and the next one.
func (s *scores) ranked() (best, second int) {
	for i := 1; i < len(functionWords); i++ {
		switch {
		case s.points[i] > s.points[best]:
			best, second = i, best
		case second == best || s.points[i] > s.points[second]:
			second = i
		}
	}
	return best, second
}

// sureWords is the number of first words that are enough for a language if they are clear
// and the last words agree.
const sureWords = 80

// sure returns the language that has a quarter of the words and three times the points
// of any other, "" if none has.
func (s *scores) sure() string {
	best, second := s.ranked()
	if s.hits[best]*4 < s.total || s.points[best] < s.points[second]*3 {
		return ""
	}
	return functionWords[best].language
}

// likely returns the language of the words as ofWords does.
func (s *scores) likely() string {
	best, second := s.ranked()
	few := s.hits[best] < 2 && s.points[best] < score
	if few || s.total < 4 || s.hits[best]*20 < s.total || s.points[best]*4 < s.points[second]*5 {
		return ""
	}
	return functionWords[best].language
}

// ofWords returns the language of a text in Latin letters. The text must have two
// function words of the language, or one that no other language has; at least one
// word in twenty must be a function word; and they must have clearly more points
// than those of any other language. The first words and the last are enough if they are
// clear and agree.
func ofWords(text string) string {
	known := knownWords()
	var s scores
	for word, rest, ok := nextWord(text); ok; word, rest, ok = nextWord(rest) {
		if s.read(known, word); s.total != sureWords {
			continue
		}
		if language := s.sure(); language != "" && language == ofEnd(rest) {
			return language
		}
	}
	return s.likely()
}

// endSize is about the number of bytes at the end of a text that must be in the language
// of its first words.
const endSize = 600

// ofEnd returns the language of which the last words of text are sure, "" if there is none.
func ofEnd(text string) string {
	if len(text) > endSize {
		text = text[len(text)-endSize:]
		text = text[strings.IndexByte(text, ' ')+1:]
	}
	known := knownWords()
	var s scores
	for word, rest, ok := nextWord(text); ok; word, rest, ok = nextWord(rest) {
		s.read(known, word)
	}
	return s.sure()
}

// nextWord reads the first word of text in small letters, packed into a number: its
// bytes, or 0 if there are more than eight, which no function word has. Rest is the text
// after it; ok is false if text has no word.
func nextWord(text string) (word uint64, rest string, ok bool) {
	if word, n := shortWord(text); n > 0 {
		return word, text[n+1:], true
	}
	n := 0
	for i := 0; i < len(text); {
		if c := smallLetters[text[i]]; c != 0 {
			word = word<<8 | uint64(c)
			n++
			i++
			continue
		}
		size := 1
		if text[i] >= utf8.RuneSelf {
			var r rune
			r, size = utf8.DecodeRuneInString(text[i:])
			if unicode.IsLetter(r) || unicode.IsMark(r) {
				for _, b := range []byte(string(unicode.ToLower(r))) {
					word = word<<8 | uint64(b)
					n++
				}
				i += size
				continue
			}
		}
		i += size
		if n > 0 {
			return packed(word, n), text[i:], true
		}
	}
	return packed(word, n), "", n > 0
}

// shortWord reads the word at the beginning of text as nextWord does, and returns its
// length: 0 if text does not begin with a word of at most seven ASCII letters and another
// ASCII character.
func shortWord(text string) (word uint64, n int) {
	if len(text) < 8 {
		return 0, 0
	}
	w := uint64(text[0])<<56 | uint64(text[1])<<48 | uint64(text[2])<<40 | uint64(text[3])<<32 |
		uint64(text[4])<<24 | uint64(text[5])<<16 | uint64(text[6])<<8 | uint64(text[7]) // one load
	if w&highs != 0 {
		return 0, 0
	}
	// The high bit of a byte says whether the byte is at least as large as a character.
	small := w | 0x20*ones
	letter := (small + (0x80-'a')*ones) &^ (small + (0x7f-'z')*ones)
	apostrophe := (w + (0x80-'\'')*ones) &^ (w + (0x7f-'\'')*ones)
	n = bits.LeadingZeros64(^(letter|apostrophe)&highs) / 8
	if n == 8 {
		return 0, 0
	}
	return small >> (64 - 8*n), n // an apostrophe is small too
}

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// packed returns the word of n bytes that nextWord packed.
func packed(word uint64, n int) uint64 {
	if n > 8 {
		return 0
	}
	return word
}

// smallLetters maps the ASCII letters to small letters and an apostrophe to itself. It is
// 0 for all other bytes.
var smallLetters = func() (t [256]byte) {
	for c := 'a'; c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = byte(c), byte(c)
	}
	t['\''] = '\''
	return t
}()
