package split

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// opens is a stand-in for the parser: a story has a dateline in its second line.
func opens(data []byte) bool {
	n := 0
	for l := range lines(data[:min(len(data), 300)]) {
		if len(l.text) > 0 {
			n++
		}
		if n == 2 {
			return bytes.Contains(l.text, []byte(" -- "))
		}
	}
	return false
}

// The stories of the tests.
const (
	ferry  = "Ferry resumes\nPORT ELLERY, Oct. 3 (Meridian) -- The ferry sailed.\nIt had been in dock.\n"
	bridge = "Bridge closes\nSKARN, Oct. 4 (Meridian) -- The bridge closed.\nIt will open in June.\n"
	lamps  = "Lamps counted\nOSTMERE, Oct. 5 (Meridian) -- The lamps were counted.\nThere were nine.\n"
)

// show returns the parts of text: the key and the first line of each.
func show(text string) string {
	var out []string
	for _, p := range Parts([]byte(text), opens) {
		first, _, _ := strings.Cut(string(trim([]byte(text[p.Start:p.End]))), "\n")
		out = append(out, p.Key+": "+strings.TrimSpace(first))
	}
	return strings.Join(out, " | ")
}

func TestAFileOfSeveralStoriesIsSplit(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"telex", "ZCZC MRD012\n" + ferry + "NNNN\n\nZCZC MRD013\n" + bridge + "NNNN\n", "MRD012: ZCZC MRD012 | MRD013: ZCZC MRD013"},
		{"telex without numbers", "ZCZC\nPOL\n" + ferry + "NNNN\nZCZC\nECO\n" + bridge + "NNNN\n", "1: ZCZC | 2: ZCZC"},
		{"telex with returns", "\r\r\nZCZC A12\r\r\n" + ferry + "\r\nNNNN\r\r\n\r\r\nZCZC A13\r\r\n" + bridge + "NNNN\r\r\n", "A12: ZCZC A12 | A13: ZCZC A13"},
		{"telex, one end lost", "ZCZC A12\n" + ferry + "NNNN\nZCZC A13\n" + bridge + "ZCZC A14\n" + lamps + "NNNN\n", "A12: ZCZC A12 | A13: ZCZC A13 | A14: ZCZC A14"},
		{"telex, noise between", "ZCZC A12\n" + ferry + "NNNN\nLNE 0922\n\nZCZC A13\n" + bridge + "NNNN\nLNE 0923\n", "A12: ZCZC A12 | A13: ZCZC A13"},
		{"telex below a story", ferry + "\nZCZC A13\n" + bridge + "NNNN\nZCZC A14\n" + lamps + "NNNN\n", "1: Ferry resumes | A13: ZCZC A13 | A14: ZCZC A14"},
		{"telex below a mail header", "From: ana\nDate: Thu, 3 Oct 2031 09:15:00 GMT\nSubject: x\n\nZCZC A13\n" + bridge + "NNNN\nZCZC A14\n" + lamps + "NNNN\n", "A13: From: ana | A14: ZCZC A14"},
		{"telex below a line", "Night file\nZCZC A13\n" + bridge + "NNNN\nZCZC A14\n" + lamps + "NNNN\n", "A13: Night file | A14: ZCZC A14"},
		{"telex in one line", "\x01ZCZC A12\n" + ferry + "NNNN\x03\x04\x01ZCZC A13\n" + bridge + "NNNN\x03\x04", "A12: ZCZC A12 | A13: ZCZC A13"},
		{"Russian telex", "ЗЦЗЦ 012\n" + ferry + "НННН\nЗЦЗЦ 013\n" + bridge + "НННН\n", "012: ЗЦЗЦ 012 | 013: ЗЦЗЦ 013"},
		{"telex, ends behind the text", "ZCZC A12\n" + ferry[:len(ferry)-1] + " NNNN\nZCZC A13\n" + bridge[:len(bridge)-1] + " NNNN\n", "A12: ZCZC A12 | A13: ZCZC A13"},
		{"telex without ends", "ZCZC A12\n" + ferry + "ZCZC A13\n" + bridge, "A12: ZCZC A12 | A13: ZCZC A13"},
		{"telex that quotes", "ZCZC A12\n" + ferry + "\nZCZC\n\nand the line\nNNNN\nZCZC A13\n" + bridge + "NNNN\n", "A12: ZCZC A12 | A13: ZCZC A13"},
		{"equal numbers", "ZCZC A12\n" + ferry + "NNNN\nZCZC A12\n" + bridge + "NNNN\nZCZC A12\n" + lamps + "NNNN\n", "A12: ZCZC A12 | A12-2: ZCZC A12 | A12-3: ZCZC A12"},
		{"ends only", ferry + "NNNN\n" + bridge + "NNNN\n" + lamps + "NNNN\n", "1: Ferry resumes | 2: Bridge closes | 3: Lamps counted"},

		{"^Z", ferry + "\x1a" + bridge + "\x1a\n" + lamps + "\x1a", "1: Ferry resumes | 2: Bridge closes | 3: Lamps counted"},
		{"^Z, filled", ferry + "\x1a\x1a\x1a\n" + bridge + "\x1a\x1a", "1: Ferry resumes | 2: Bridge closes"},
		{"EOT", ferry + "\x04\n" + bridge + "\x04\n", "1: Ferry resumes | 2: Bridge closes"},
		{
			"transmissions", "\x16\x16\x01a0123\nr i bc-ferry-storm 10-03 0123\n\x02" + ferry + "\x03\x04\n\x16\x16\x01a0124\nr i bc-bridge 10-03 0100\n\x02" + bridge + "\x03\x04",
			"a0123: a0123 | a0124: a0124",
		},

		{
			"headers", "a0123 mrd\nr i BC-Ferry-Storm 10-03 0123\n^BC-Ferry-Storm,0123<\n" + ferry + "MR-PE-10-03-31 0915EDT<\n\na0124 mrd\nr i BC-Bridge 10-04 0100\n^BC-Bridge,0100<\n" + bridge,
			"a0123: a0123 mrd | a0124: a0124 mrd",
		},
		{"headers of one line", "BC-FERRY-STORM 10-03 0123\n" + ferry + "\nBC-BRIDGE 10-04 0100\n" + bridge, "BC-FERRY-STORM: BC-FERRY-STORM 10-03 0123 | BC-BRIDGE: BC-BRIDGE 10-04 0100"},
		{"headers of IPTC", "mrd100 3 s 586 ccccb   mrd 099\n" + ferry + "\nmrd101 4 s 120 ccccb   mrd 100\n" + bridge, "mrd100: mrd100 3 s 586 ccccb   mrd 099 | mrd101: mrd101 4 s 120 ccccb   mrd 100"},

		{"rulers", ferry + "\n=====\n" + bridge + "\n=====\n\n" + lamps, "1: Ferry resumes | 2: Bridge closes | 3: Lamps counted"},
		{"one ruler", ferry + "----------\n" + bridge, "1: Ferry resumes | 2: Bridge closes"},
		{"stars", ferry + "* * *\n" + bridge + "* * *\n" + lamps + "* * *\n", "1: Ferry resumes | 2: Bridge closes | 3: Lamps counted"},
		{"rulers and a table", ferry + "-----\n7 9\n-----\n" + "=====\n" + bridge + "=====\n" + lamps, "1: Ferry resumes | 2: Bridge closes | 3: Lamps counted"},
		{"rulers with returns", strings.ReplaceAll(ferry+"=====\n"+bridge, "\n", "\r\n"), "1: Ferry resumes | 2: Bridge closes"},
		{"rulers with returns alone", strings.ReplaceAll(ferry+"=====\n"+bridge, "\n", "\r"), "1: Ferry resumes\rPORT ELLERY, Oct. 3 (Meridian) -- The ferry sailed.\rIt had been in dock. | 2: Bridge closes\rSKARN, Oct. 4 (Meridian) -- The bridge closed.\rIt will open in June."},

		{"export", "Document 1 of 3\n\n" + ferry + "\nDocument 2 of 3\n\n" + bridge + "Document 3 of 3\n" + lamps, "1: Ferry resumes | 2: Bridge closes | 3: Lamps counted"},
		{"export, counted in front", "Two stories on ships\nand bridges\n\n1 of 2 DOCUMENTS\n" + ferry + "2 of 2 DOCUMENTS\n" + bridge, "1-2: Two stories on ships | 1: Ferry resumes | 2: Bridge closes"},
		{"export in German", "Dokument 4 von 12\n" + ferry + "Dokument 5 von 12\n" + bridge, "4: Ferry resumes | 5: Bridge closes"},
		{"export with codes", ferry + "\nDocument MRDN000020241003ekc30012t\n\n" + bridge + "\nDocument MRDN000020241003ekc3001bd\n", "MRDN000020241003ekc30012t: Ferry resumes | MRDN000020241003ekc3001bd: Bridge closes"},

		{
			"collection", "<DOC>\n<DOCNO> MR311003-0001 </DOCNO>\n<TEXT>\nOne.\n</TEXT>\n</DOC>\n<DOC>\n<DOCNO>MR311003-0002</DOCNO>\n<TEXT>\nIt wrote\n<DOC>\nabove.\n</TEXT>\n</DOC>\n",
			"MR311003-0001: <DOC> | MR311003-0002: <DOC>",
		},
		{"collection with ids", "<doc id=\"9\" url=\"x\">\nOne.\n</doc>\n<doc id=\"12\">\nTwo.\n</doc>\n", "9: <doc id=\"9\" url=\"x\"> | 12: <doc id=\"12\">"},
		{
			"collection below a prolog", "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS TOPICS=\"YES\" OLDID=\"5544\" NEWID=\"1\">\nOne.\n</REUTERS>\n<REUTERS TOPICS=\"NO\" OLDID=\"5545\" NEWID=\"2\">\nTwo.\n</REUTERS>\n",
			"1: <REUTERS TOPICS=\"YES\" OLDID=\"5544\" NEWID=\"1\"> | 2: <REUTERS TOPICS=\"NO\" OLDID=\"5545\" NEWID=\"2\">",
		},
		{"with a byte order mark", "\xef\xbb\xbfZCZC A12\n" + ferry + "NNNN\nZCZC A13\n" + bridge + "NNNN\n", "A12: ZCZC A12 | A13: ZCZC A13"},
	} {
		if got := show(c.text); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

func TestAStoryThatQuotesAMarkerStaysOne(t *testing.T) {
	for name, text := range map[string]string{
		"telex":           "ZCZC MRD012\n" + ferry + "NNNN\n",
		"quoted ends":     "ZCZC A12\nHow a telex ends\nPORT ELLERY -- A story ended with the line\nNNNN\nand then a bell.\nThat is history.\nNNNN\n",
		"quoted marks":    "ZCZC A12\nHow a telex looked\nSKARN -- Around a story stood\nNNNN\nand\nZCZC\nin lines of their own.\nNNNN\n",
		"quoted line":     "From ana@skarn.example Thu Oct  3 09:15:00 2031\nSubject: x\n\nIt began\nFrom bo@skarn.example Thu Oct  3 09:15:00 2031\nand had no header.\n",
		"a date":          "From Monday on\nPORT ELLERY -- The ferry sails.\n\nFrom Skarn Oct 3 09:15 2031 on.\nNote: it is old.\n",
		"quoted telex":    "How a telex looked\nPORT ELLERY -- It began with\n\nZCZC A12\n\nand ended with\nNNNN\nso that a machine could cut it.\nThe next one\nbegan again with\n\nZCZC A13\nand so on.\nNNNN\nThat was all.\n",
		"quoted mail":     "From Monday on\nPORT ELLERY -- The ferry sails.\n\nFrom Skarn Oct. 3 2031 it sails at 09:15.\n",
		"one message":     "From ana@skarn.example Thu Oct  3 09:15:00 2031\nSubject: x\n\nText.\n\nFrom here it is a walk.\n",
		"table":           ferry + "=====\nTeam  Points\n=====\nSkarn 3\n=====\n",
		"ruler, no story": ferry + "=====\nThe port authority was founded in 1907.\nIt has nine ferries.\n",
		"digest":          "News in brief\n\nPORT ELLERY -- The ferry sails.\n* * *\nSKARN -- The bridge closes.\nIt is old.\n",
		"ends of a file":  ferry + "\x1a\x1a\x1a\n",
		"lost characters": "Ferry resumes\n\x1aWe sail,\x1a she said.\n\x1aAt nine?\x1a\nYes, at nine.\nAll day.\x1a\nThat is all.\n",
		"one header":      "a0123 mrd\nr i BC-Ferry-Storm 10-03 0123\n^BC-Ferry-Storm,0123<\n" + ferry,
		"one in a mail":   "From: ana\nDate: Thu, 3 Oct 2031 09:15:00 GMT\nSubject: x\n\n\x16\x16\x01w0123\x1fmrd\nr i BC-Ferry-Storm 10-03 0123\n\x02^BC-Ferry-Storm,0123<\n" + ferry + "\x03\n",
		"page numbers":    ferry + "Page 1 of 2\n" + bridge + "Page 2 of 2\n",
		"one document":    "Document 1 of 1\n" + ferry,
		"other documents": ferry + "Document 3 of 4\nmissing.\nDocument 7 of 9\n",
		"one in SGML":     "<DOC>\n<DOCNO> MR311003-0001 </DOCNO>\n<TEXT>\nIt wrote\n<DOC>\nabove.\n</TEXT>\n</DOC>\n",
		"a page":          "<html>\n<p>\n<DOC>\n<DOCNO>1</DOCNO>\n</html>\n",
		"end marks":       ferry + "(END)\n-\nBridge closes\n-\nLamps counted\n",
		"blank":           "\n\n\n", "empty": "", "one byte": "\x01", "marks": "\x1a\x04\x01",
	} {
		if got := show(text); got != "" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestMailFoldersAreSplitAndUnquoted(t *testing.T) {
	first := "From: Ana Ruiz <ana@skarn.example>\nMessage-ID: <a1@skarn.example>\nSubject: Ferry\n\nThe ferry sails.\n>From here it is a walk.\n>>From there too.\n\nFrom now on 12:15 is the time, as in 2031.\n\n"
	second := "Subject: Bridge\nMessage-Id:\n <b2@skarn.example>\n\nThe bridge closes.\n"
	third := "Subject: Lamps\n\nNo identifier.\n"
	folder := "From ana@skarn.example Thu Oct  3 09:15:00 2031\n" + first +
		"From MAILER-DAEMON Fri Oct  4 09:15:00 2031 +0200\n" + second +
		"\nFrom - Fri Oct 04 10:15:00 2031\n" + third
	parts := Parts([]byte(folder), opens)
	if len(parts) != 3 || parts[2].Key != "3" || parts[0].Key == parts[1].Key || len(parts[0].Key) != 8 || len(parts[1].Key) != 8 {
		t.Fatalf("%+v", parts)
	}
	for i, want := range []string{first, second + "\n", third} {
		if got := folder[parts[i].Start:parts[i].End]; got != want || !parts[i].Quoted {
			t.Errorf("message %d is %q", i+1, got)
		}
	}
	if got := string(Unquote([]byte(first))); !strings.Contains(got, "\nFrom here") || !strings.Contains(got, "\n>From there") {
		t.Errorf("unquoted: %q", got)
	}
	// Messages that come before leave the keys as they are.
	more := Parts([]byte("From ana@skarn.example Thu Oct  2 09:15:00 2031\nSubject: x\nMessage-ID: <new@skarn.example>\n\nNew.\n\n"+folder), opens)
	if len(more) != 4 || more[1].Key != parts[0].Key || more[2].Key != parts[1].Key {
		t.Errorf("%+v", more)
	}
}

func TestNoTextIsLost(t *testing.T) {
	text := "ZCZC A12\n" + ferry + "NNNN\nLNE 0922\nZCZC A13\n" + bridge + "NNNN\nLNE 0923\n"
	var all []byte
	for _, p := range Parts([]byte(text), opens) {
		all = append(all, text[p.Start:p.End]...)
	}
	if string(all) != text {
		t.Errorf("%q", all)
	}
	between := 0
	text = ferry + "=====\n" + bridge + "\n=====\n" + lamps
	for _, p := range Parts([]byte(text), opens) {
		if rest := strings.Trim(text[between:p.Start], "=\n"); rest != "" {
			t.Errorf("%q is lost", rest)
		}
		between = p.End
	}
}

func TestAKeyIsSafeInAPath(t *testing.T) {
	for name, want := range map[string]string{
		"\tMRD 012": "MRD-012", "BC-FERRY--Storm": "BC-FERRY-Storm", "..": "", "../a": "", "a\x1b[31m": "a-31m", "": "",
		"<x@y.example>": "", "https://meridian.example/1": "", "número": "", strings.Repeat("a", 41): "",
	} {
		got := keyOf([]byte(name))
		if want == "" && name != "" && name != ".." {
			if len(got) != 8 {
				t.Errorf("%q: %q is not a digest", name, got)
			}
			continue
		}
		if got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func TestManyStoriesAreSplit(t *testing.T) {
	var b bytes.Buffer
	for i := range 20000 {
		fmt.Fprintf(&b, "ZCZC MRD%05d\n%s%sNNNN\n\n", i, ferry, strings.Repeat("A line of text.\n", 30))
	}
	if parts := Parts(b.Bytes(), opens); len(parts) != 20000 || parts[19999].Key != "MRD19999" {
		t.Errorf("%d parts", len(parts))
	}
	for _, unit := range []string{"ZCZC\n", "ZCZC\nNNNN\n", "a\x1a\n", "\x01a\x03", "\x1a", "<DOC>\n", "From a 10:00 2031\nA: b\n\n", "=====\n", "=====\nA\nB -- c\n", "Document 1 of 2\n", "a0123\nr i bc-x 10-03 0100\n", "\n", "\r"} {
		hostile := strings.Repeat(unit, (1<<20)/len(unit))
		if n := len(Parts([]byte(hostile), opens)); n > maxParts {
			t.Errorf("%q: %d parts", unit, n)
		}
	}
}

func FuzzPartsAreInOrder(f *testing.F) {
	f.Add([]byte("ZCZC A12\n" + ferry + "NNNN\nZCZC A13\n" + bridge + "NNNN\n"))
	f.Add([]byte(ferry + "\x1a\n" + bridge))
	f.Add([]byte("<DOC>\n<DOCNO>1</DOCNO>\n</DOC>\n<DOC id='2'>\n</DOC>\n"))
	f.Add([]byte("From a 10:00 2031\nA: b\n\nText\n\nFrom a 10:00 2031\nA: b\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		end, keys := 0, map[string]bool{}
		for _, p := range Parts(data, opens) {
			if p.Start < end || p.End <= p.Start || p.End > len(data) || p.Key == "" || keys[p.Key] {
				t.Fatalf("%+v after %d", p, end)
			}
			end, keys[p.Key] = p.End, true
		}
	})
}

// BenchmarkOneStory measures the look at a story of 4 KB. It should cost little beside
// parsing it, which takes 100 µs.
func BenchmarkOneStory(b *testing.B) {
	data := []byte(ferry + strings.Repeat("The port authority of Skarn said on Oct. 3 that it had nine ferries-to-be, of which 10 sail.\n", 43))
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if Parts(data, opens) != nil {
			b.Fatal("it is split")
		}
	}
}
