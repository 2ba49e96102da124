package takes

import (
	"fmt"
	"strings"
	"testing"

	"dateline/feed/story"
)

func TestOnlyNamesOfOneShapeAreSerials(t *testing.T) {
	first := serial("AEN20241003001200315")
	for name, same := range map[string]bool{
		"AEN20241003001251320":   true, // another take, and another desk
		"AEN20241003001300315":   false,
		"AEN20241004001200315":   false,
		"AJP20241003001200315":   false,
		"AEN20241003000012":      false,
		"AEN20241303001200315":   false,
		"AEN202410030012003150":  false,
		"aen20241003001200315":   false,
		"20241003001200315":      false,
		"AENKR20241003001200315": false,
	} {
		if got := serial(name); (got == first) != same {
			t.Errorf("%s: the serial is %x, that of the first take is %x", name, got, first)
		}
	}
	for _, name := range []string{"AEN20241003000012", "AEN20241303001200315", "20241003001200315", "", "ferry"} {
		if got := serial(name); got != 0 {
			t.Errorf("%q has the serial %x", name, got)
		}
	}
}

func TestSerialsAreInNamesOrInEnvelopes(t *testing.T) {
	s := &story.Story{Path: "2024/10/03/AEN20241003001200315.txt"}
	other := &story.Story{Path: "x.txt", Envelope: story.Envelope{Number: "AEN20241003001251315"}}
	if a, b := serialOf(s), serialOf(other); a == 0 || a != b {
		t.Errorf("serials %x and %x", a, b)
	}
}

func TestASlugEndsAtItsFirstComma(t *testing.T) {
	slug := func(text string) uint64 { return slugOf(&story.Story{Envelope: story.Envelope{Slug: text}}) }
	for _, test := range []struct {
		a, b string
		same bool
	}{
		{"PM-Quarry Slide, 1st Ld", "PM-Quarry Slide", true},
		{"BC-Quarry-Slide", "Quarry-Slide", true},
		{"PM-Quarry Slide", "AM-Quarry Slide", false},
		{"PM-Quarry Slide", "PM-Quarry Slide-List", false},
	} {
		if got := slug(test.a) == slug(test.b); got != test.same {
			t.Errorf("%q and %q: same %v, want %v", test.a, test.b, got, test.same)
		}
	}
	if slug("") != 0 {
		t.Error("a story without a slug has one")
	}
}

func TestPrintsOfAnyStoryAreSmall(t *testing.T) {
	for name, text := range map[string]string{
		"names":   strings.Repeat("He met Abcd Efgh Ijkl of Mnop and Qrst Uvwx in 1 12 123 1.234 ", 50_000),
		"numbers": strings.Repeat("1 22 333 4444 55555 ", 10_000),
		"one":     strings.Repeat("a", 3_000_000),
		"dots":    strings.Repeat("a.", 1_000_000),
		"marks":   strings.Repeat("e\u0301’s", 300_000),
		"Han":     strings.Repeat("港口火灾三人受伤", 100_000),
		"broken":  strings.Repeat("\xff\xe3", 100_000),
		"none":    "",
	} {
		s := &story.Story{Headline: story.Headline{Title: text, Take: 1 << 40}, Byline: story.Byline{Names: []string{text}}, Body: []story.Block{{Kind: story.Paragraph, Text: text}}}
		s.Envelope.Slug, s.Dateline.Places = text, []string{text, "A", "B", "C", "D", "E"}
		s.Notes = []story.Note{{Text: text}}
		s.Headline.Kind = story.Correction
		p := newPrint(s)
		data := p.Pack(nil)
		if len(data) > 1000 {
			t.Errorf("%s: %d bytes", name, len(data))
		}
		if _, err := Unpack(data); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if n := len(p.Probes(nil)); n > 21 {
			t.Errorf("%s: %d probes", name, n)
		}
	}
}

func TestAMakerForgetsTheStoryBefore(t *testing.T) {
	long := &story.Story{Headline: story.Headline{Title: "Ferry with 212 aboard adrift off Skarn"}, Body: []story.Block{{Kind: story.Paragraph, Text: strings.Repeat("The Marguerite Dale left Skarn with 212 people. ", 20)}}}
	short := &story.Story{Headline: story.Headline{Title: "Board meets"}}
	var m Maker
	m.Print(long)
	if got, want := m.Print(short).Pack(nil), newPrint(short).Pack(nil); string(got) != string(want) {
		t.Errorf("%x, want %x", got, want)
	}
}

func TestDaysBeginAtMidnight(t *testing.T) {
	for date, want := range map[story.Date]int64{
		{Year: 1970, Month: 1, Day: 1}:   0,
		{Year: 1969, Month: 12, Day: 31}: -1,
		{Year: 1970, Month: 1, Day: 3}:   2,
	} {
		if got := newPrint(&story.Story{Date: date}).Day(); got != want {
			t.Errorf("%v is day %d, want %d", date, got, want)
		}
	}
}

func TestAWordHasOneHashHoweverItIsWritten(t *testing.T) {
	hash := func(text string) uint32 {
		l := newLexer(text)
		if !l.next() || l.next() {
			t.Fatalf("%q is not one word", text)
		}
		return l.hash
	}
	seen := map[uint32]string{}
	const plain = "abcdefghijklmnopqrs"
	for n := 1; n <= len(plain); n++ {
		w := plain[:n]
		for i := range n {
			for _, same := range []string{w[:i] + strings.ToUpper(w[i:]), w[:i] + "á" + w[i+1:] + " ", "(" + w + ")"} {
				other := w
				if strings.Contains(same, "á") {
					other = w[:i] + "a" + w[i+1:]
				}
				if hash(same) != hash(other) {
					t.Errorf("%q has the hash %x, and %q %x", same, hash(same), other, hash(other))
				}
			}
		}
		if other, ok := seen[hash(w)]; ok {
			t.Errorf("%q and %q have one hash", w, other)
		}
		seen[hash(w)] = w
	}
	for a, b := range map[string]string{"O'Neill": "oneill", "U.S.": "us", "Jürgen’s": "jurgen", "Москвы": "МОСКВЫ", "１２": "12"} {
		if hash(a) != hash(b) {
			t.Errorf("%q and %q differ", a, b)
		}
	}
}

func TestACorrectionSaysThatItIsOneWhateverItShares(t *testing.T) {
	const text = "Ferry to Tolvik sails again\nPORT ELLERY, Oct. 3, 2031 (Meridian) -- The ferry from Port Ellery to Tolvik sailed again on Friday after %s days of storms, the harbor master Ilse Brandt said.\n\"We lost one anchor and no passenger,\" she said.\n(END)\n"
	first := newPrint(parse(t, "a.txt", fmt.Appendf(nil, text, "three")))
	second := newPrint(parse(t, "b.txt", fmt.Appendf(nil, "(CORRECTION) "+text, "four")))
	if !second.Corrects() {
		t.Fatal("the second story is no correction")
	}
	for _, pair := range [...][2]*Print{{first, second}, {second, first}} {
		if why, weight := Compare(pair[0], pair[1]); why != Correction || weight == 0 {
			t.Errorf("takes because of %q, weight %d", why, weight)
		}
	}
}
