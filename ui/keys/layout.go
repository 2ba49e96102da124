package keys

import (
	"unicode"

	tea "charm.land/bubbletea/v2"
)

// Normal returns the key press that a US keyboard would have sent. With another
// keyboard layout, the key j may type ㅓ or о. Normal uses the position of the key on
// the US keyboard if the terminal reports it, and otherwise the common layouts of the
// script.
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

// us lists the keys of a US keyboard, row by row. Each string in layouts lists the
// letters of another layout in the same positions. A space stands for a key that
// types ASCII or several characters.
const us = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"

var layouts = []string{
	"йцукенгшщзхъфывапролджэячсмитьбюё", // Russian
	"йцукенгшщзхїфівапролджєячсмитьбю'", // Ukrainian
	" ςερτυθιοπ  ασδφγηξκλ  ζχψωβνμ   ", // Greek
	"  קראטוןםפ  שדגכעיחלךף זסבהנמצתץ ", // Hebrew
	"ضصثقفغعهخحجدشسيبلاتنمكطئءؤر ىةوزذ", // Arabic
	"ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو  ", // Persian
	"ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ  ㅁㄴㅇㄹㅎㅗㅓㅏㅣ  ㅋㅌㅊㅍㅠㅜㅡ   ", // Korean
	"ㅃㅉㄸㄲㅆ   ㅒㅖ                       ", // Korean with Shift
	"ๆไำพะัีรนยบลฟหกดเ้่าสวงผปแอิืทมใ ", // Thai
}

// shifted is the index of the layout that is typed with Shift.
const shifted = 7

// latin maps each letter of the layouts to the US key in the same position. If
// layouts differ, the first one is used.
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
