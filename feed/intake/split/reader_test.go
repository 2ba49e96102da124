package split

import (
	"reflect"
	"strings"
	"testing"
)

// opening reports whether a story of these tests begins.
func opening(data []byte) bool { return strings.Contains(string(data), "(Meridian)") }

const message = "From dora@skarn.example Fri Mar 14 09:15:00 2031\nSubject: Ferry %\nMessage-ID: <%@skarn.example>\n\nIt sails %.\n>From Skarn.\n\n"

func TestPiecesHaveThePartsOfTheFile(t *testing.T) {
	for name, story := range map[string]string{
		"mail":   message,
		"SGML":   "<DOC>\n<DOCNO> A-% </DOCNO>\n<TEXT>It sails %.</TEXT>\n</DOC>\n",
		"telex":  "ZCZC MRD%\nFerry %\nSKARN, March 14 (Meridian) -- It sails.\nNNNN\n\n",
		"SOH":    "\x01a1% r i bc-ferry\r\n\x02It sails %.\r\n\x03\r\n",
		"rulers": "Ferry %\nSKARN, March 14 (Meridian) -- It sails.\n=====\n",
	} {
		var b strings.Builder
		for n := range 20 {
			b.WriteString(strings.ReplaceAll(story, "%", string(rune('a'+n))))
		}
		data := []byte(b.String())
		var want []string
		for _, p := range Parts(data, opening) {
			want = append(want, string(data[p.Start:p.End]))
		}
		if len(want) != 20 {
			t.Fatalf("%s: %d parts", name, len(want))
		}
		for _, size := range []int{3 * len(story), 5*len(story) + 7, len(data)} {
			var r Reader
			var got []string
			for at := 0; at < len(data); {
				end := min(at+size, len(data))
				parts, n := r.Parts(data[at:end], end < len(data), opening)
				for _, p := range parts {
					got = append(got, string(data[at+p.Start:at+p.End]))
				}
				if at += n; n == 0 {
					t.Fatalf("%s: no part ends in %q", name, data[at:end])
				}
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s in pieces of %d bytes: got %q", name, size, got)
			}
		}
	}
}

func TestAPartThatIsTooLongIsPassedOver(t *testing.T) {
	first, second := strings.ReplaceAll(message, "%", "a"), strings.ReplaceAll(message, "%", "b")
	var r Reader
	if parts, n := r.Parts([]byte(first), true, opening); parts != nil || n != 0 {
		t.Errorf("%+v, %d", parts, n)
	}
	if at := r.Next([]byte("sails.\n\n" + second)); at != len("sails.\n\n") {
		t.Errorf("the next message begins at %d", at)
	}
	if at := r.Next([]byte("sails.\n\nFrom here on it sails.\n")); at >= 0 {
		t.Errorf("a message begins at %d", at)
	}
	if r = (Reader{}); r.Recognise([]byte("Ferry\nSKARN, March 14 (Meridian) -- It sails.\n"), opening) {
		t.Error("a story is a file of several")
	}
}
