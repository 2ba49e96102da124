package diff

import (
	"slices"
	"strings"
	"testing"
)

func TestTextsAreCutIntoTokens(t *testing.T) {
	for text, want := range map[string]string{
		"The fire, police said.":           "The|fire|,|police|said|.",
		"AZ az 09 A1z":                     "AZ|az|09|A1z",
		"in May,31 people, 3,a":            "in|May|,|31|people|,|3|,|a",
		"1,000.50 1.000,50 10:30 1/2":      "1,000.50|1.000,50|10:30|1/2",
		"1\u00A0000 2\u202F500 1\u00A0234": "1\u00A0000|2\u202F500|1\u00A0234",
		"1\u00A00000 12\u00A034":           "1|0000|12|34",
		"$5 €4.2bn 10% 3.5%로 5 %":          "$5|€4.2bn|10%|3.5%로|5|%",
		"-3 (-4) 5-6 a-7 − 8 −9":           "-3|(|-4|)|5|6|a|7|−|8|−9",
		"p.m. U.S. end. e.g., a.b":         "p.m.|U.S.|end|.|e.g.|,|a.b",
		"don't town’s 'quoted' workers'":   "don't|town’s|quoted|workers",
		"a.ruiz@meridian.example AT&T x_y": "a.ruiz@meridian.example|AT&T|x_y",
		"well-known -- F-16 — 2nd":         "well|known|F|16|2nd",
		"... (more) ?!":                    "...|(|more|)|?|!",
		"サーバーの東京都１２人":                      "サーバー|の|東|京|都|１２|人",
		"ｻｰﾊﾞｰ":                            "ｻｰﾊﾞｰ",
		"금리를 4명이 G20에서":                    "금리를|4명이|G20에서",
		"กรุงเทพ น้ำ ไทย ๑๒":               "ก|รุ|ง|เท|พ|น้ำ|ไท|ย|๑๒",
		"हिन्दी में":                       "हिन्दी|में",
		"\"'“”„«»—–-\u200B\t\n":            "",
	} {
		if got := counted(text); !slices.Equal(got, strings.FieldsFunc(want, func(r rune) bool { return r == '|' })) {
			t.Errorf("%q is cut into %s, want %s", text, strings.Join(got, "|"), want)
		}
	}
}

func TestTokensCoverTheText(t *testing.T) {
	for text, want := range map[string]string{
		`"The door," she said, "was shut."`: `"The|| door||,"|| she|| said||,|| "was|| shut||."`,
		"a 30-year-old man -- he":           "a|| 30||-year||-old|| man|| -- he",
		"  a \n":                            "  a \n",
	} {
		p := newPassage(text)
		var got []string
		for _, tok := range p.tokens {
			got = append(got, text[tok.from:tok.to])
		}
		if strings.Join(got, "||") != want {
			t.Errorf("%q: %s, want %s", text, strings.Join(got, "||"), want)
		}
	}
}
