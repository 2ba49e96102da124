package keys

import tea "charm.land/bubbletea/v2"

// Normal returns the press that a US keyboard would have sent. With another
// keyboard layout a reader types ㅓ or о for the key j: Normal goes by the key's
// place on the US keyboard if the terminal reports it. For the Korean layout it
// knows the place of each letter.
func Normal(k tea.KeyPressMsg) tea.KeyPressMsg {
	r := []rune(k.Text)
	if len(r) != 1 || r[0] < 0x80 {
		return k
	}
	latin := k.BaseCode
	if latin == 0 {
		latin = dubeolsik[r[0]]
	}
	if latin == 0 || latin >= 0x80 {
		return k
	}
	if k.Mod.Contains(tea.ModShift) && latin >= 'a' && latin <= 'z' {
		latin += 'A' - 'a'
	}
	k.Text, k.Code = string(latin), latin
	return k
}

// dubeolsik maps the letters of the standard Korean keyboard to their keys.
var dubeolsik = map[rune]rune{
	'ㅂ': 'q', 'ㅈ': 'w', 'ㄷ': 'e', 'ㄱ': 'r', 'ㅅ': 't', 'ㅛ': 'y', 'ㅕ': 'u', 'ㅑ': 'i', 'ㅐ': 'o', 'ㅔ': 'p',
	'ㅁ': 'a', 'ㄴ': 's', 'ㅇ': 'd', 'ㄹ': 'f', 'ㅎ': 'g', 'ㅗ': 'h', 'ㅓ': 'j', 'ㅏ': 'k', 'ㅣ': 'l',
	'ㅋ': 'z', 'ㅌ': 'x', 'ㅊ': 'c', 'ㅍ': 'v', 'ㅠ': 'b', 'ㅜ': 'n', 'ㅡ': 'm',
	'ㅃ': 'Q', 'ㅉ': 'W', 'ㄸ': 'E', 'ㄲ': 'R', 'ㅆ': 'T', 'ㅒ': 'O', 'ㅖ': 'P',
}
