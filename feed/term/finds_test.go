package term_test

import (
	"slices"
	"strings"
	"testing"

	"dateline/feed/term"
)

// finds reports whether typed finds a text as an index would: by its forms, and by the
// words of the text that are its inflections.
func finds(lang, text, typed string, prefix bool) bool {
	terms := strings.Fields(string(term.Append(nil, text)))
	w := term.Query(typed, prefix)
	wanted := w.Forms
	if w.Stem {
		term.Each(text, func(b []byte, start, end int) bool {
			if inflects(lang, typed, text[start:end]) {
				wanted = append(wanted, []string{string(b)})
			}
			return true
		})
	}
	return slices.ContainsFunc(wanted, func(f []string) bool {
		return slices.ContainsFunc(starts(terms), func(rest []string) bool { return begins(rest, f, w.Prefix) })
	})
}

// starts returns all tails of terms.
func starts(terms []string) (tails [][]string) {
	for i := range terms {
		tails = append(tails, terms[i:])
	}
	return tails
}

func begins(terms, form []string, prefix bool) bool {
	last := len(form) - 1
	return len(form) <= len(terms) && slices.Equal(terms[:last], form[:last]) &&
		(terms[last] == form[last] || prefix && strings.HasPrefix(terms[last], form[last]))
}

func TestQueriesFindTexts(t *testing.T) {
	for _, c := range []struct{ lang, text, found, missed string }{
		{"ko", "한국은행이 기준금리를 동결했다", "금리 기준금리 기준 한국은행 은행 동결 금 리 리를 동결이 기준금리가 동결한다", "은금 금동 은금융"},
		{"ko", "대통령은 2분기 수출이", "대통령 대통령은 분기 2분기 2분 대통령이", "3분기"},
		{"ja", "高市首相は東京都で記者団に", "首相 東京 東京都 都 記者 記者団 京", "東都 首都 京都"},
		{"ja", "東京ｶﾞｽとコンピューター", "ガス ｶﾞｽ 東京ガス コンピュータ", "カス"},
		{"zh", "中国人民银行行长", "银行 人民银行 中国 行长 行", "中行 国银"},
		{"th", "นายกรัฐมนตรีน้ำท่วม", "นายก รัฐมนตรี น้ำ น้ำท่วม", "ท่วมน้ำ"},
		{"ar", "قرأ الكِتَابَ في المدرسة", "كتاب الكتاب الكِتَاب المدرسه مدرسة", "كتب كتبوا مكتب"},
		{"ru", "Министры приняли решение ещё в среду", "министр министра министров еще ещё решения", "минус средство"},
		{"uk", "Київ і Й. Йосип", "київ Ки\u0457в йосип", "киев иосип"},
		{"de", "Die Häuser in der Straße von Müller", "Haus haus häuser hauser straße strasse STRASSE Muller Müllers", "Hase Mühle"},
		{"fr", "Les députées élues boivent l’eau d'une œuvre", "élu élue élus elue députée eau l'eau œuvre oeuvre oeuvres une", "eaux-vives elle"},
		{"it", "nell'acqua dell’anno", "acqua anno nell'acqua", "nellacqua"},
		{"tr", "İstanbul'da ILIK IŞIK", "istanbul İSTANBUL ılık ilik ışık", "ista"},
		{"vi", "Việt Nam và Đà Nẵng", "viet việt nam đà da nang nẵng", "vie"},
		{"el", "Η Αθήνα και ο ΠΡΟΕΔΡΟΣ", "αθήνα αθηνα Αθηνα πρόεδρος", "αθήν"},
		{"hi", "हिन्दी समाचार", "हिन्दी समाचार", "हिन्दु हन"},
		{"pl", "Łódź", "lodz łódź ŁÓDŹ", "odz"},
		{"en", "He said the men held talks on rising rates; children rose", "say says hold man rise child talk rate", "sad many risk"},
		{"en", "The U.S. and N.K. met at 3 p.m., F-16s and a G7", "US us U.S. NK N.K. n.k. p.m. pm F-16 G7 3", "USA G8 u.k"},
		{"en", "A U.S.-led force", "US-led U.S.-led led us", "usled-x"},
		{"en", "Send e-mail; the covid-19 case was long-term, the email’s", "email e-mail mail covid-19 covid19 covid 19 longterm long-term", "emai long-mail"},
		{"en", "It’s Kim's, O'Neill's and the workers' — they don’t", "kim Kim’s O’Neill oneill worker dont don't it", "neill dons"},
		{"en", "Some 1,000 or $4.2bn or 12,345.6 at 10:30 on the 2nd, 50%", "1000 1,000 1.000 4.2 4.2bn bn $4.2bn 12345.6 10:30 10 2nd 50", "1 000 100 4 42 12345"},
		{"de", "4,25 Prozent von 1.000 und 1\u202F000", "4.25 4,25 1000 1.000", "425 4"},
		{"fa", "۱۲۳ کتاب", "123 كتاب کتاب ۱۲۳", "12"},
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

// TestWordsAreFoundWhileTheyAreTyped types words one character at a time.
func TestWordsAreFoundWhileTheyAreTyped(t *testing.T) {
	text := "The governor of the central bank, O'Neill, e-mail 1,000 4.25 U.S. 기준금리 东京 Müller"
	for _, typed := range []string{"governor", "central", "O'Neill", "oneill", "email", "1,000", "1000", "4.25", "기준금리", "금리", "东京", "muller", "Müller"} {
		for i := range typed {
			if i > 0 && !finds("en", text, typed[:i], true) {
				t.Errorf("%s does not find it", typed[:i])
			}
		}
		if !finds("en", text, typed, true) {
			t.Errorf("%s does not find it", typed)
		}
	}
}
