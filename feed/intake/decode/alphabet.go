package decode

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/encoding/charmap"
)

// alphabet has the letters beyond ASCII in news in one language.
type alphabet struct {
	letters string // the usual letters, in lower case
	rare    string // the rare letters
	prior   int    // the cost of assuming the language
}

var (
	western = []alphabet{
		{"éèàêç", "ùôîâûëïœæÿ", 0}, // French
		{"äöüß", "é", 0},           // German
		{"áéíóñ", "úü", 0},         // Spanish
		{"áéíóúãçõ", "âêôàü", 0},   // Portuguese
		{"èàìòùé", "óîí", 0},       // Italian
		{"åäö", "éü", 0},           // Swedish, Finnish
		{"æøå", "éöüô", 0},         // Danish, Norwegian
		{"áéíóúöæðþý", "", 8},      // Icelandic
		{"éëï", "öüèêóáûôç", 0},    // Dutch
		{"áíóúèéçàï", "òü", 2},     // Catalan
	}
	central = []alphabet{
		{"ąćęłńóśżź", "é", 0},        // Polish
		{"áéíěščřžýů", "úťďňóöü", 0}, // Czech
		{"áéíóúýčšžťľň", "ôäďĺŕ", 0}, // Slovak
		{"áéíóöőúüű", "", 0},         // Hungarian
		{"ăâîşţ", "é", 0},            // Romanian
		{"čćšžđ", "é", 0},            // Croatian, Slovene
	}
	turkish  = []alphabet{{"ığşçöüİ", "âîû", 0}}
	cyrillic = []alphabet{
		{"оеаинтсрвлкмдпуягыьбзчйхж", "шюцщэфъё", 0}, // Russian
		{"оаиніевртслкудмпзяьбгйчї", "хцжюшщєфґ", 0}, // Ukrainian
		{"аиоетнрсвлкдпмзгбуъяч", "жщцйшхюфь", 2},    // Bulgarian
	}
	arabic = []alphabet{{"اليمنرتوهبعدسفقةحكأ", "شجخصطضغذئءثىإزظآؤًّـ،؟؛پچگژ", 0}}
)

// pages are the encodings of one byte a character.
var pages = map[string]*charmap.Charmap{
	"windows-1252": charmap.Windows1252, "iso-8859-15": charmap.ISO8859_15,
	"windows-1250": charmap.Windows1250, "iso-8859-2": charmap.ISO8859_2,
	"windows-1254": charmap.Windows1254, "windows-1256": charmap.Windows1256,
	"windows-1251": charmap.Windows1251, "koi8-u": charmap.KOI8U,
}

// page has the properties of the bytes of an encoding from 0x80 on, which is
// index 0.
type page struct {
	kinds  [128]kind
	bits   [][128]uint8 // the cost of each byte in each alphabet
	priors []int        // of each alphabet
	mixes  bool         // its letters occur beside ASCII letters, as Latin ones do
}

// alphabetic returns the reader of an encoding of one byte a character.
func alphabetic(name string, prior int, alphabets []alphabet) reader {
	table := sync.OnceValue(func() *page { return newPage(pages[name], alphabets) })
	return reader{
		name: name, prior: prior,
		weigh: func(sample []byte, enough int) int { return table().weigh(sample, enough) },
		decode: func(data []byte) string {
			// The decoder does not fail: it returns U+FFFD for bytes without a character.
			out, _ := pages[name].NewDecoder().Bytes(data)
			return string(out)
		},
	}
}

func newPage(m *charmap.Charmap, alphabets []alphabet) *page {
	p := &page{bits: make([][128]uint8, len(alphabets))}
	first := []rune(alphabets[0].letters)[0]
	p.mixes = unicode.Is(unicode.Latin, first)
	for _, a := range alphabets {
		p.priors = append(p.priors, a.prior)
	}
	for i := range 128 {
		r := m.DecodeByte(byte(0x80 + i))
		p.kinds[i] = kindOf(r)
		for n, a := range alphabets {
			p.bits[n][i] = a.bits(r, p.mixes)
		}
	}
	return p
}

// kindOf returns the kind of a character beyond ASCII.
func kindOf(r rune) kind {
	switch {
	case r < 0xA0 || r == unicode.ReplacementChar:
		return wrong
	case r == 0xA0:
		return space
	case strings.ContainsRune("‘“„‚«‹¿¡", r):
		return quoteL
	case strings.ContainsRune("’”»›", r):
		return quoteR
	case r == 'ª' || r == 'º' || r == 'ˆ':
		return other
	case unicode.IsUpper(r):
		return upper
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return lower
	}
	return other
}

// bits returns the cost of a character beyond ASCII in the language of a.
func (a alphabet) bits(r rune, mixes bool) uint8 {
	small := unicode.ToLower(r)
	usual, rare := uint8(5), uint8(8)
	if !mixes {
		usual, rare = cheapest, 6
	}
	switch {
	case kindOf(r) == wrong:
		return wrongBits
	case r == 'Ý':
		return rare
	case strings.ContainsRune(a.letters, small), strings.ContainsRune(a.letters, r):
		return usual
	case strings.ContainsRune(a.rare, small):
		return rare
	case strings.ContainsRune("‘“’”–—«»", r):
		return 6
	case strings.ContainsRune("…•·„€£§°½¿¡\u00a0№®©", r):
		return 8
	case strings.ContainsRune("éèáàâäçêëíïñóôöúüåæø", small):
		return 9
	case kindOf(r).isLetter():
		return 12
	}
	return 13
}

// cheapest is the lowest cost of a character beyond ASCII, that of a usual letter
// in an alphabet that does not mix with ASCII.
const cheapest = 4

// weigh returns the cost of sample in the language in which it is lowest, or a
// number greater than enough.
func (p *page) weigh(sample []byte, enough int) int {
	var count [128]int
	context, far := 0, 0
	before := edge
	for i, b := range sample {
		if b < 0x80 {
			k := asciiKind(b)
			if k.isLetter() && i > 0 && sample[i-1] >= 0x80 && before.isLetter() && !p.mixes {
				context += 6
			}
			before = k
			continue
		}
		k, after := p.kinds[b-0x80], edge
		if i+1 < len(sample) {
			after = p.kindAt(sample[i+1])
		}
		count[b-0x80]++
		if far += cheapest; far+context > enough {
			return far + context
		}
		context += p.misfit(before, k, after, i > 0 && sample[i-1] < 0x80)
		before = k
	}
	best := -1
	for a, bits := range p.bits {
		sum := p.priors[a]
		for i, n := range count {
			sum += n * int(bits[i])
		}
		if best < 0 || sum < best {
			best = sum
		}
	}
	return best + context
}

func (p *page) kindAt(b byte) kind {
	if b < 0x80 {
		return asciiKind(b)
	}
	return p.kinds[b-0x80]
}

// misfit returns the cost of a character for the characters beside it.
func (p *page) misfit(before, k, after kind, afterASCII bool) int {
	switch k {
	case quoteL:
		if before.isLetter() || before == digit || after == space || after == edge {
			return 6
		}
	case quoteR:
		if before == space || before == edge {
			return 5
		}
	case other:
		if before.isLetter() && after.isLetter() {
			return 4
		}
	case upper:
		return p.capital(before, after) + p.beside(before, after, afterASCII)
	case lower:
		return p.beside(before, after, afterASCII)
	default:
	}
	return 0
}

// capital returns the cost of a capital letter for the characters beside it.
func (p *page) capital(before, after kind) int {
	switch {
	case before == lower:
		return 8
	case !p.mixes:
		return 2
	case before != upper && after == upper:
		return 1
	}
	return 0
}

// beside returns the cost of a letter for the letters beside it: a Latin letter
// beyond ASCII is usually alone among ASCII letters, others are together.
func (p *page) beside(before, after kind, afterASCII bool) int {
	bits := 0
	if !before.isLetter() && !after.isLetter() {
		bits = 3
	}
	switch {
	case !before.isLetter():
	case p.mixes && !afterASCII:
		bits += 2
	case !p.mixes && afterASCII:
		bits += 6
	}
	return bits
}
