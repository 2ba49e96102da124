package term_test

import (
	"strings"
	"testing"

	"dateline/feed/term"
)

func TestAWordIsFoundAsOthersWriteIt(t *testing.T) {
	for _, c := range []struct{ lang, text, found, missed string }{
		// Korean: spaces, particles and verbs.
		{"ko", "한국은행이 기준 금리를 동결했다", "기준금리 기준금리가 금리는 한국은행은 동결한다 동결하는 동결됐다 한국 은행", "금융위원회 준금 회의"},
		{"ko", "금융통화위원회는 회의를", "금융통화 금융통화위원회의 위원회가 회의", "금융위원회 통화회의"},
		{"ko", "정상회담 경기", "정상회담에서", "정상회의 경기도"},
		// Japanese: verbs and foreign sounds.
		{"ja", "金利を引き上げた。サーバの障害でバイオリンの演奏", "引き上げる 引き上げ サーバー ヴァイオリン", "引き下げる サービス"},
		{"ja", "國會議事堂の決定した", "国会 決定する", "国民"},
		// Chinese: simplified and traditional.
		{"zh", "中国人民银行与台湾代表，总统", "銀行 台灣 臺灣 總統 中國人民銀行", "總理"},
		{"zh", "中央銀行宣布，總統府", "中央银行 总统 总统府", "总理"},
		// Thai and Lao: a vowel of two signs.
		{"th", "ทำเนียบรัฐบาลระบุน้ำท่วม", "ทําเนียบ น้ําท่วม", "ทเนียบ"},
		{"th", "ทําเนียบ น้ําท่วม", "ทำเนียบ น้ำท่วม น้ำ", "ทเนียบ"},
		// Persian: half spaces.
		{"fa", "نخست\u200Cوزیر گفت کتاب\u200Cهای مدرسه می\u200Cشوند", "نخست\u200Cوزیر نخستوزیر نخست وزیر کتاب کتابهای مدرسه می\u200Cشوند", "تخت"},
		// Turkish: names and their endings.
		{"en", "İstanbul'da ve Türkiye'nin Ankara’ya", "istanbul İstanbul Istanbul'dan Türkiye turkiye Ankara ankaraya", "istan"},
		{"en", "O'Neill don't Qur'an rock'n'roll", "oneill dont quran", "neill don qur rock"},
		// Hebrew: abbreviations and prefixes.
		{"he", `צה"ל וצבא ארה״ב הממשלה בירושלים`, `צהל צה"ל צה״ל ארה"ב ארהב ממשלה ירושלים לממשלה`, "צה ארה"},
		// Hindi: dots and nasals.
		{"hi", "हिन्दी फ़िल्म की ज़मीन चाँद सम्बन्ध", "हिंदी फिल्म जमीन ज़मीन चांद संबंध", "अन्न"},
		// Two letters for one.
		{"de", "Häuser in Köln, Müller", "Haeuser Koeln Mueller Haeusern", "Haeuserin"},
		{"de", "Haeuser in Koeln, Mueller neue", "Häuser Köln Müller", "Kiel"},
		{"da", "Århus, København", "Aarhus Koebenhavn kobenhavn", "Aar"},
		{"da", "Aarhus", "Århus aarhus", "Aar"},
		{"en", "A pot, a dos", "pot", "poet does"},
	} {
		for typed := range strings.FieldsSeq(c.found) {
			if !finds(c.lang, c.text, typed, false) {
				t.Errorf("%s: %s does not find %s", c.lang, typed, c.text)
			}
		}
		for typed := range strings.FieldsSeq(c.missed) {
			if finds(c.lang, c.text, typed, false) {
				t.Errorf("%s: %s finds %s", c.lang, typed, c.text)
			}
		}
	}
}

func TestTheWaysToWriteAWordAreBounded(t *testing.T) {
	for _, word := range []string{strings.Repeat("后", 1000), strings.Repeat("台", 30), strings.Repeat("가", 1000), strings.Repeat("ヴァ", 15), "한국은행금융통화위원회는"} {
		if n := len(term.Query(word, false).Forms); n > 24 {
			t.Errorf("%.30s has %d forms", word, n)
		}
	}
}

func TestANameBeforeAnApostropheIsMarked(t *testing.T) {
	text := "İstanbul'da ve Ankara’ya"
	if got := marked(text, matcher("istanbul", "ankara").Hits(text)); got != "[İstanbul]'da ve [Ankara]’ya" {
		t.Error(got)
	}
}
