package intake

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/feed/clean"
	"dateline/feed/envelope"
	"dateline/feed/intake/decode"
	"dateline/feed/story"
)

// cleaned is a text that has been decoded and cleaned.
type cleaned struct {
	text           string         // with newlines for all line ends
	envelope       story.Envelope // of agency copy; its lines are blank in the text
	encoding       string
	doubts         []story.Doubt // from decoding and cleaning
	mostlyControls bool          // too much was removed for the file to be text
}

// cleanText decodes and cleans data; ok is false if it is not text.
func cleanText(data []byte) (c cleaned, ok bool) {
	d, ok := decode.Bytes(data)
	if !ok {
		return cleaned{}, false
	}
	return newCleaned(&d), true
}

// cleanCopy is like cleanText for text that may be agency copy. It reads the envelope
// before cleaning, which removes the control characters around it.
func cleanCopy(data []byte) (c cleaned, ok bool) {
	d, ok := decode.Bytes(data)
	if !ok {
		return cleaned{}, false
	}
	e, text := envelope.Read(d.Text)
	d.Text = text
	c = newCleaned(&d)
	cleanEnvelope(&e)
	c.envelope = e
	return c, true
}

// newCleaned cleans the text of d.
func newCleaned(d *decode.Text) cleaned {
	c := cleaned{text: clean.Text(d.Text), encoding: d.Encoding}
	if d.Doubt != "" {
		c.doubts = append(c.doubts, story.Doubt{Problem: story.BadText, Detail: d.Doubt})
	}
	if at := linesWith(c.text, "\uFFFD"); len(at) > 0 {
		c.doubts = append(c.doubts, story.Doubt{
			Problem: story.BadText, Line: at[0],
			Detail: "Bytes that could not be decoded are shown as \uFFFD, " + inLines(at) + ".",
		})
	}
	if onlyReturns(d.Text, c.text) {
		return c
	}
	text := lineEnds.Replace(d.Text)
	if text == c.text {
		return c
	}
	c.mostlyControls = mostlyControls(text)
	if at := dirty(text); len(at) > 0 {
		c.doubts = append(c.doubts, story.Doubt{
			Problem: story.Escapes, Line: at[0],
			Detail: "Control characters or hidden text were removed, " + inLines(at) + ".",
		})
	}
	return c
}

// cleanEnvelope cleans the texts of e.
func cleanEnvelope(e *story.Envelope) {
	for _, s := range [...]*string{&e.Service, &e.Number, &e.Priority, &e.Category, &e.Slug} {
		*s = clean.Line(*s)
	}
	for _, list := range [...][]string{e.Keywords, e.Takes} {
		for i := range list {
			list[i] = clean.Line(list[i])
		}
	}
	for _, lines := range [...][]story.Line{e.Lines, e.Contacts} {
		for i := range lines {
			lines[i].Text = clean.Line(lines[i].Text)
		}
	}
}

// mostlyControls reports whether text has too many control characters to be text:
// more than four in a hundred characters, or more than one zero byte in a hundred bytes. The
// controls of wire transmission and terminals do not count, nor do the zero bytes with
// which tapes fill their blocks before and after the text.
func mostlyControls(text string) bool {
	zeros, controls := 0, 0
	if inner := strings.Trim(text, "\x00"); inner != "" {
		text = inner
	}
	for i := range len(text) {
		switch b := text[i]; {
		case b > 0x1D:
		case b == 0:
			zeros++
		case b == 6 || b == 7, b >= 0x0E && b <= 0x15, b >= 0x17 && b <= 0x1D && b != 0x1A && b != 0x1B:
			controls++
		}
	}
	return zeros*100 > len(text) || controls > 2 && (controls+zeros)*25 > utf8.RuneCountInString(text)
}

// lineEnds replaces every line end with a newline, as clean.Text does.
var lineEnds = strings.NewReplacer("\r\r\n", "\n", "\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n",
	"\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

// onlyReturns reports, as a quick test, whether cleaned is text with newlines for its
// carriage returns.
func onlyReturns(text, cleaned string) bool {
	for {
		i := strings.IndexByte(text, '\r')
		if i < 0 {
			return text == cleaned
		}
		if len(cleaned) <= i || cleaned[:i] != text[:i] || cleaned[i] != '\n' {
			return false
		}
		text, cleaned = text[i:], cleaned[i+1:]
		switch {
		case strings.HasPrefix(text, "\r\r\n"):
			text = text[3:]
		case strings.HasPrefix(text, "\r\n"):
			text = text[2:]
		default:
			text = text[1:]
		}
	}
}

// transmission removes the controls of wire transmission and the end-of-file mark
// of old systems. They cause no doubt.
var transmission = strings.NewReplacer("\x01", "", "\x02", "", "\x03", "", "\x04", "", "\x05", "", "\x16", "", "\x1a", "")

// dirty returns the numbers of the lines from which cleaning removes something.
func dirty(text string) []int {
	var at []int
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		n++
		cleaned := clean.Text(line)
		if len(cleaned) != len(line) && !equalText(cleaned, transmission.Replace(line)) {
			at = append(at, n)
		}
	}
	return at
}

// equalText reports whether two lines are the same, up to breaks between words in a
// script without spaces. Many programs put them next to spaces and marks too, where
// they mean nothing.
func equalText(a, b string) bool {
	if a == b {
		return true
	}
	const gap = string(clean.Break)
	return clean.IsSpaceless(b) && strings.ReplaceAll(a, gap, "") == strings.ReplaceAll(b, gap, "")
}

// linesWith returns the numbers of the lines of text that contain part.
func linesWith(text, part string) []int {
	var at []int
	for n, done := 1, 0; ; {
		i := strings.Index(text[done:], part)
		if i < 0 {
			return at
		}
		n += strings.Count(text[done:done+i], "\n")
		at = append(at, n)
		done += i
		end := strings.IndexByte(text[done:], '\n')
		if end < 0 {
			return at
		}
		done += end
	}
}

// inLines returns "in line 3", "in lines 3, 5 and 9" or "in lines 3, 5, 9, 12, 13
// and 40 more".
func inLines(at []int) string {
	const most = 5
	if len(at) == 1 {
		return fmt.Sprintf("in line %d", at[0])
	}
	shown, last := at[:len(at)-1], strconv.Itoa(at[len(at)-1])
	if len(at) > most+1 {
		shown, last = at[:most], fmt.Sprintf("%d more", len(at)-most)
	}
	list := make([]string, len(shown))
	for i, n := range shown {
		list[i] = strconv.Itoa(n)
	}
	return "in lines " + strings.Join(list, ", ") + " and " + last
}
