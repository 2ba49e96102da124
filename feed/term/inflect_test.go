package term_test

import (
	"slices"
	"strings"
	"testing"

	"dateline/feed/term"
)

// inflects reports whether a search for a word also searches for another in a language.
func inflects(lang, word, other string) bool {
	folded, _, _ := strings.Cut(string(term.Append(nil, other)), " ")
	return slices.Contains(term.Inflections(word, []string{lang}), folded) || strings.HasPrefix(string(term.Append(nil, word))+" ", folded+" ")
}

// checkInflections compares every two words of each group.
func checkInflections(t *testing.T, lang, groups string) {
	t.Helper()
	for group := range strings.SplitSeq(groups, ";") {
		words := strings.Fields(group)
		for _, a := range words {
			for _, b := range words {
				if !inflects(lang, a, b) {
					t.Errorf("%s: %s does not find %s", lang, a, b)
				}
			}
		}
	}
}

func TestAWordFindsItsInflections(t *testing.T) {
	for lang, groups := range map[string]string{
		"en": "say said says saying; hold held holding; rise rose risen rising; child children; man men; minister ministers; company companies; US us; " +
			"vote voted votes voting; import imports imported importing; stop stops stopped stopping; hope hopes hoped hoping; call calls called calling; " +
			"agree agreed agreeing agrees; carry carries carried carrying; die dies died dying; tax taxes taxed; taxi taxis; control controlled controlling; " +
			"travel travelled traveled traveling; visit visited visiting; edit edits edited; release released releasing; focus focused focusing; plan planned planning; " +
			"plane planes; church churches; city cities; use used using uses; add added adding; miss missed missing; go goes went gone going; be being; " +
			"big bigger biggest; new newer newest; safe safer safest; house houses housed; case cases; hero heroes; analysis analyses; leaf leaves; " +
			"fix fixed fixes fixing; play played; argue argued arguing; create created creating; guarantee guaranteed; Iraqi Iraqis; past pasts; " +
			"paste pasted pasting; author authors; sever severed; general generals; execute executed executing; seize seized seizing; refer referred referring; " +
			"panic panicked; quit quits quitting; win won winning wins; lead led leads leading; find found finding; found founded; lie lied lying",
		"de": "Haus Häuser hauser; Straße Straßen strasse; Minister Ministers; Müller Müllers; Wahl Wahlen; Bank Banken; sagt sagte sagen; Ministerin Ministerinnen; schön schönen schöne",
		"fr": "élu élue élus elu elus élues; président présidents president; œuvre oeuvres; national nationaux nationale; cheval chevaux; négociation négociations; réclamer réclament réclamé",
		"es": "elección elecciones eleccion; presidente presidentes; votar votaron votó vota; niño niños; luz luces",
		"it": "banca banche; governo governi; ministro ministri; votare votato votano; città",
		"pt": "eleição eleições; nação nações; jornal jornais; alemão alemães; homem homens; votar votaram",
		"nl": "minister ministers; regering regeringen; jaar jaren; brief brieven; werkt werken werkte",
		"sv": "regering regeringen regeringens regeringar; barn barnen; skola skolor skolorna",
		"da": "regering regeringen; by byer byen; sted steder",
		"nb": "regjering regjeringen; skole skoler skolen",
		"ro": "președinte președintele; oraș orașe orașul; țară țări țării",
		"ru": "министр министра министров министру министры; партнёр партнеров партнёры; ставка ставки ставку ставок; санкции санкциях; правительство правительства; сказал сказала сказали",
		"uk": "уряд уряду уряді; Україна України; санкція санкції санкцій; новий нових",
		"bg": "правителство правителството; санкция санкции; министър; нов нови новите",
		"pl": "Warszawa Warszawie Warszawy; Łódź Łodzi; podatek podatki; premier premiera; rząd rządu; minister ministra; Polska Polsce",
		"cs": "Praha Praze Prahy; vláda vlády; zákon zákona; rozpočet; nový nová",
		"el": "Αθήνα Αθήνας; μέτρο μέτρα; πρόεδρος προέδρου; κυβέρνηση κυβερνήσεις",
		"fi": "hallitus hallituksen hallitukset; vero verosta verot; öljy öljystä; Helsinki Helsingin; mies",
		"hu": "kormány kormánynak kormányt; Budapest Budapesten; miniszterelnök miniszterelnököt; ország országban",
		"tr": "Ankara Ankara'da Ankara'nın; kitap kitaplar; hükümet hükümetin; ışık ışıkları; haber haberleri",
		"ar": "كتاب الكتاب كِتَاب; وزارة الوزارة; وزير وزراء; حكومة الحكومات; القاهرة بالقاهرة",
		"he": "ממשלה הממשלה; ירושלים בירושלים; עיתון עיתונים",
		"hi": "चुनाव चुनावों; लड़का लड़के",
	} {
		checkInflections(t, lang, groups)
	}
}

func TestAWordDoesNotFindAnotherOfItsStem(t *testing.T) {
	for lang, groups := range map[string]string{
		"en": "imports important importance; import important; author authority; authors authorities; several sever severe; intern international; executed executive; " +
			"organ organization organize; universe university universal; new news; general generate generous; past paste; past pasted; policy police; man many; say sad; " +
			"arm army; arms armies; iron irony; number numb; state station; unit united; plan plane; hop hope; hop hoped; star stare; star staring; car care; car caring; bar bare; " +
			"secret secretary; minister ministry; nation national; relate relation; commission commit; communist community; busy business; cent center; " +
			"even evening; see seed; wed wedding; process procession; probe probable; moral morale; inform information; decide decision; her herring; " +
			"breath breathe; plea please; plea pleased; execute execution executor; operate operation; import importer; teach teacher; add ad; us use; " +
			"rang range; ski sky; gravity grave; experiment experience; act action active; elect election; govern government; press pressure; politics political politic",
		"de": "Haus Hase", "ru": "министр минус; российский Россия", "fr": "importe important", "ar": "كتاب مكتب",
	} {
		for group := range strings.SplitSeq(groups, ";") {
			words := strings.Fields(group)
			for i, a := range words {
				for j, b := range words {
					if i != j && inflects(lang, a, b) {
						t.Errorf("%s: %s finds %s", lang, a, b)
					}
				}
			}
		}
	}
}

func TestSomeWordsHaveNoInflections(t *testing.T) {
	for _, c := range [][2]string{{"ko", "금리"}, {"en", "4.25"}, {"en", "u.s"}, {"en", "東京"}, {"en", ""}, {"en", "two words"}} {
		if got := term.Inflections(c[1], []string{c[0]}); len(got) > 0 {
			t.Errorf("%s: %q has the inflections %q", c[0], c[1], got)
		}
	}
}

func TestAWordIsInflectedInTheLanguagesOfTheArchive(t *testing.T) {
	for _, test := range []struct {
		word, languages, other string
		want                   bool
	}{
		{"missile", "", "missiles", true}, // the usual language of the script
		{"missile", "ko", "missiles", true},
		{"banca", "en", "banche", false},
		{"banca", "en it-CH", "banche", true},
		{"skole", "no", "skoler", true},
		{"ставка", "en", "ставки", true},
		{"ćma", "en", "missiles", false},
		{"Łódź", "en", "lodzi", true}, // its letters tell its language
		{"missile", "xx-YY", "missiles", true},
	} {
		if got := slices.Contains(term.Inflections(test.word, strings.Fields(test.languages)), test.other); got != test.want {
			t.Errorf("%s in %q finds %s: %t", test.word, test.languages, test.other, got)
		}
	}
}

func TestInflectionsAreBounded(t *testing.T) {
	all := strings.Fields("ar bg cs da de el en es fa fi fr ga he hi hu id it nb nl pl pt ro ru sv ta tr uk")
	for _, word := range []string{strings.Repeat("a", 10000), strings.Repeat("ы", 1000), strings.Repeat("leri", 10), "kitaplarimizdan", strings.Repeat("و", 40)} {
		if got := term.Inflections(word, all); len(got) > 3000*len(all) {
			t.Errorf("%.20s has %d inflections", word, len(got))
		}
		for _, w := range term.Inflections(word, all) {
			if len(w) > 40 {
				t.Errorf("%.20s: the inflection %q is too long for a term", word, w)
			}
		}
	}
}
