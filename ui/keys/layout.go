package keys

import (
	"unicode"

	tea "charm.land/bubbletea/v2"
)

// Normal returns the press that a US keyboard would have sent. With another
// keyboard layout a reader types ㅓ or о for the key j: Normal goes by the key's
// place on the US keyboard if the terminal reports it, else by the common layouts
// of the letter's script.
func Normal(k tea.KeyPressMsg) tea.KeyPressMsg {
	r := []rune(k.Text)
	if len(r) != 1 || r[0] < 0x80 {
		return k
	}
	key := k.BaseCode
	if key == 0 {
		key = latin[r[0]]
	}
	if key == 0 || key >= 0x80 {
		return k
	}
	if k.Mod.Contains(tea.ModShift) && key >= 'a' && key <= 'z' {
		key += 'A' - 'a'
	}
	k.Text, k.Code = string(key), key
	return k
}

// The keys of a US keyboard, row by row, and below what layouts of other
// scripts have in the same places. A space stands for a key that types ASCII
// or several characters.
const us = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"

var layouts = []string{
	"йцукенгшщзхъфывапролджэячсмитьбюё", // Russian
	"йцукенгшщзхїфівапролджєячсмитьбю'", // Ukrainian
	" ςερτυθιοπ  ασδφγηξκλ  ζχψωβνμ   ", // Greek
	"  קראטוןםפ  שדגכעיחלךף זסבהנמצתץ ", // Hebrew
	"ضصثقفغعهخحجدشسيبلاتنمكطئءؤر ىةوزذ", // Arabic
	"ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو  ", // Persian
	"ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ  ㅁㄴㅇㄹㅎㅗㅓㅏㅣ  ㅋㅌㅊㅍㅠㅜㅡ   ",
	"ㅃㅉㄸㄲㅆ   ㅒㅖ                       ", // the same with shift
	"ๆไำพะัีรนยบลฟหกดเ้่าสวงผปแอิืทมใ ", // Thai
}

// shifted is the index in layouts of one that is typed with shift.
const shifted = 7

// latin maps each letter of the layouts to the key of a US keyboard in its place.
// If layouts disagree, the first one counts.
var latin = func() map[rune]rune {
	m := map[rune]rune{}
	keys := []rune(us)
	for n, layout := range layouts {
		for i, r := range []rune(layout) {
			if _, known := m[r]; known || r < 0x80 {
				continue
			}
			key := keys[i]
			if n == shifted {
				key = unicode.ToUpper(key)
			}
			m[r] = key
			if up := unicode.ToUpper(r); up != r && keys[i] >= 'a' && keys[i] <= 'z' {
				m[up] = unicode.ToUpper(key)
			}
		}
	}
	return m
}()
