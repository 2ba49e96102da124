package language

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

func TestTheLanguageOfALineIsFound(t *testing.T) {
	for text, want := range map[string]string{
		"Trajekt po dvoudenní přestávce opět vyplul":                          "cs",
		"Trajekt po dvojdňovej prestávke opäť vyplával":                       "sk",
		"Župan obljubil nov most do konca leta":                               "sl",
		"Gradonačelnik obećao novi most do kraja godine":                      "hr",
		"Ceny chleba wzrosły o pięć procent, ogłosił minister":                "pl",
		"A kenyér ára öt százalékkal nőtt":                                    "hu",
		"Prețul pâinii a crescut cu cinci la sută":                            "ro",
		"Ekmek fiyatları yüzde beş arttı":                                     "tr",
		"Leivän hinta nousi viisi prosenttia, kertoo ministeriö":              "fi",
		"Leiva hind tõusis viis protsenti, ütles minister":                    "et",
		"Maizes cenas pieauga par pieciem procentiem":                         "lv",
		"Duonos kainos pakilo penkiais procentais":                            "lt",
		"Borgmästaren lovade en ny bro före årets slut":                       "sv",
		"Færgen sejler igen efter to dages pause":                             "da",
		"Ferjan siglir á ný eftir tveggja daga hlé":                           "is",
		"Bürgermeister verspricht neue Brücke bis Jahresende":                 "de",
		"El alcalde prometió un puente nuevo antes de fin de año":             "es",
		"Le maire a promis un pont d'ici à la fin de l'année":                 "fr",
		"Phà hoạt động trở lại sau hai ngày ngừng chạy":                       "vi",
		"Çmimi i bukës u rrit me pesë për qind":                               "sq",
		"Tá triúr gortaithe fós san ospidéal":                                 "ga",
		"Кметът обеща нов мост до края на годината":                           "bg",
		"Городской совет отложил вопрос о новом мосте":                        "ru",
		"Пором відновив рейси після перерви":                                  "uk",
		"Жыхары вёскі чакаюць новую дарогу":                                   "be",
		"Градоначелник најавио изградњу новог моста":                          "sr",
		"Министерот рече дека државата ќе им помогне":                         "mk",
		"Паром қайта жүре бастады, деп хабарлады порт басшылығы":              "kk",
		"Гатлага онгоц дахин явж эхэллээ гэж боомтын газар мэдээлэв, өнөөдөр": "mn",
		"नौका सेवा दो दिन बाद फिर शुरू हुई है":                                "hi",
		"नौका सेवा दोन दिवसांनी पुन्हा सुरू झाली आहे":                         "mr",
		"डुङ्गा सेवा दुई दिनपछि फेरि सुरु भएको छ":                             "ne",
		"नौका सेवा":                                                           "hi",
		"日経平均続伸":                                                              "ja",
		"経済対策決定":                                                              "ja",
		"总理访问欧洲":                                                              "zh",
		"總統府宣布預算案":                                                            "zh",
		"首相訪問":                                                                "zh",
		"Zzkr wqx vvbnz qqxz jkl wxyz":                                        "",
	} {
		if got := Of(text); got != want {
			t.Errorf("%q is taken for %q, want %q", text, got, want)
		}
	}
}

func TestAPageOfBulgarianIsNotRussian(t *testing.T) {
	line := "Фериботът между Скарн и Хескер отново се движи по разписание, съобщиха от пристанището. "
	if got := Of(strings.Repeat(line, 12)); got != "bg" {
		t.Errorf("taken for %q", got)
	}
	line = "Паром между Скарном и Хескером снова ходит по расписанию, объявили в порту. Вечером обещают дождь. "
	if got := Of(strings.Repeat(line, 12)); got != "ru" {
		t.Errorf("taken for %q", got)
	}
}

func TestManyIdeographsAreNotJapanese(t *testing.T) {
	if got := Of(strings.Repeat("経済対策", 14)); got != "ja" {
		t.Errorf("taken for %q", got)
	}
	if got := Of(strings.Repeat("経済対策", 16)); got != "zh" {
		t.Errorf("taken for %q", got)
	}
}

func TestALineWithAVietnameseNameIsNotVietnamese(t *testing.T) {
	for text, want := range map[string]bool{
		"Nguyễn and the minister met again": false, "Phà chạy lại sau hai ngày": true, "ễ": true, "ễ" + strings.Repeat("a", 19): true, "ễ" + strings.Repeat("a", 20): false, "": false,
	} {
		if got := isVietnamese(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

func TestFewLettersDoNotTellALanguage(t *testing.T) {
	for text, want := range map[string]string{"nächste Woche früher": "", "nächste Woche früh Eis": "", "nächste Woche früher im Eis": "de"} {
		if got := ofPairs(text, 'a'); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestUsualIdeographsAreThoseWithSuchCodes(t *testing.T) {
	for i, e := range []encoding.Encoding{japanese.ShiftJIS, simplifiedchinese.GBK, traditionalchinese.Big5} {
		u := usualHan[i]
		for r := rune(0x3400); r < 0xA000; r++ {
			b, err := e.NewEncoder().Bytes([]byte(string(r)))
			usual := err == nil && len(b) == 2 && b[0] >= u.first && b[0] <= u.last && b[1] >= u.least
			if usual && usualIn()[r]>>i&1 == 0 {
				t.Errorf("%c is not usual in encoding %d, but its code is % x", r, i, b)
			}
		}
	}
	if isKanji("香港") { // Hong Kong has a second code for 港, which encoders prefer
		t.Error("香港 is Japanese")
	}
}
