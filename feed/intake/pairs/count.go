package pairs

import (
	"fmt"
	"io"
	"math"
	"strings"
)

// Alphabets are the letters of the languages of the table.
var Alphabets = []struct{ Name, Letters string }{
	{"en", ascii}, {"id", ascii},
	{"fr", ascii + "àâæçèéêëîïôœùûüÿ"},
	{"de", ascii + "äöüßé"},
	{"es", ascii + "áéíñóúü"},
	{"pt", ascii + "àáâãçéêíóôõúü"},
	{"it", ascii + "àèéìîòóù"},
	{"nl", ascii + "éèëïöüêáóôç"},
	{"af", ascii + "áéêëèîïôöúû"},
	{"sv", ascii + "åäöéü"},
	{"da", ascii + "æøåéöü"},
	{"no", ascii + "æøåéòôüö"},
	{"fi", ascii + "äöåéšž"},
	{"is", ascii + "áéíóúýöæðþ"},
	{"fo", ascii + "áíóúýæøð"},
	{"ca", ascii + "àçèéíïòóúü·"},
	{"gl", ascii + "áéíñóúüï"},
	{"eu", ascii + "ñüç"},
	{"ga", ascii + "áéíóú"},
	{"gd", ascii + "àèìòùáéó"},
	{"cy", ascii + "âêîôûŵŷáéëïöẁẃẅỳ"},
	{"mt", ascii + "ċġħżàèìòù"},
	{"eo", ascii + "ĉĝĥĵŝŭ"},
	{"sq", ascii + "çë"},
	{"pl", ascii + "ąćęłńóśżźé"},
	{"cs", ascii + "áčďéěíňóřšťúůýžöü"},
	{"sk", ascii + "áäčďéíĺľňóôŕšťúýžöü"},
	{"sl", ascii + "čšžćđéáö"},
	{"hr", ascii + "čćđšžé"},
	{"hu", ascii + "áéíóöőúüű"},
	{"ro", ascii + "ăâîșțéöü"},
	{"tr", ascii + "çğıöşüâîû"},
	{"az", ascii + "çğıöşüə"},
	{"et", ascii + "äõöüšž"},
	{"lv", ascii + "āčēģīķļņšūžōŗ"},
	{"lt", ascii + "ąčęėįšųūž"},
	{"vi", ascii + "àáâãèéêìíòóôõùúýăđơư\u0300\u0301\u0303\u0309\u0323"},
	{"el", "αβγδεζηθικλμνξοπρςστυφχψωάέήίόύώϊϋΐΰ"},
	{"ru", "абвгдежзийклмнопрстуфхцчшщъыьэюяё"},
	{"uk", "абвгдежзийклмнопрстуфхцчшщьюяєіїґ"},
	{"bg", "абвгдежзийклмнопрстуфхцчшщъьюяѝ"},
	{"be", "абвгдежзйклмнопрстуфхцчшыьэюяёіў"},
	{"sr", "абвгдежзиклмнопрстуфхцчшђјљњћџ"},
	{"mk", "абвгдежзиклмнопрстуфхцчшѓѕјљњќџѐѝ"},
	{"he", "אבגדהוזחטיךכלםמןנסעףפץצקרשת"},
	{"yi", "אבגדהוזחטיךכלםמןנסעףפץצקרשת\u05b7\u05b8\u05b4\u05bc\u05bf"},
	{"ar", "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"},
	{"fa", "ءآأؤئابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگ\u064b\u0651\u200c"},
	{"ur", "ءآأؤئابتثجحخدذرزسشصضطظعغفقكلمنويپچژگٹڈڑںھہے"},
	{"th", "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลวศษสหฬอฮฯะัาำิีึืฺุูเแโใไๅๆ็่้๊๋์ํ"},
}

const (
	trust = 20 // the number of letters that the frequency of a letter counts as, after any other
	limit = 12 // the highest cost, in bits
)

// Count writes the table of l from text, as pairs.txt has it.
func (l *Language) Count(w io.Writer, text string) error {
	size := l.Size()
	after, alone := make([][]float64, size), make([]float64, size)
	for i := range after {
		after[i] = make([]float64, size)
	}
	before, all := uint8(Edge), 0.0
	for _, r := range text {
		next := l.Class(r)
		if before != Edge || next != Edge {
			after[before][next]++
			alone[next]++
			all++
		}
		before = next
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s\n", l.Name, string(l.letters))
	for _, row := range after {
		sum := 0.0
		for _, n := range row {
			sum += n
		}
		for next, n := range row {
			likely := (n + trust*(alone[next]+0.5)/all) / (sum + trust)
			b.WriteByte(cost(likely))
		}
		b.WriteByte('\n')
	}
	for _, n := range alone {
		b.WriteByte(cost((n + 0.5) / all))
	}
	b.WriteByte('\n')
	_, err := io.WriteString(w, b.String())
	return err
}

// cost returns the character in pairs.txt for something as likely as that.
func cost(likely float64) byte {
	return cheapest + uint8(math.Round(Unit*min(limit, -math.Log2(likely))))
}
