package intake

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/feed/clean"
	"dateline/feed/story"
)

// wash cleans a decoded text. It returns the text with newlines for line ends,
// the same cleaned, and the doubts that both steps leave.
func wash(d decoded) (text, cleaned string, doubts []story.Doubt) {
	cleaned = clean.Text(d.text)
	text = d.text
	if cleaned != text {
		text = lineEnds.Replace(text)
	}
	if d.doubt != "" {
		doubts = append(doubts, story.Doubt{Problem: story.BadText, Detail: d.doubt})
	}
	if at := linesWith(cleaned, "\uFFFD"); len(at) > 0 {
		doubts = append(doubts, story.Doubt{
			Problem: story.BadText, Line: at[0],
			Detail: "What could not be decoded is shown as \uFFFD, " + inLines(at) + ".",
		})
	}
	if text == cleaned {
		return text, cleaned, doubts
	}
	if at := dirty(text); len(at) > 0 {
		doubts = append(doubts, story.Doubt{
			Problem: story.Escapes, Line: at[0],
			Detail: "Control characters or hidden text were taken out, " + inLines(at) + ".",
		})
	}
	return text, cleaned, doubts
}

// lineEnds makes newlines of all that ends a line, as clean.Text does.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n",
	"\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

// transmission takes out the controls that belong to wire transmission, and
// the end-of-file mark of old systems: they are no cause for doubt.
var transmission = strings.NewReplacer("\x01", "", "\x02", "", "\x03", "", "\x04", "", "\x16", "", "\x1a", "")

// dirty returns the lines from which cleaning takes something.
func dirty(text string) []int {
	var at []int
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		n++
		cleaned := clean.Text(line)
		if len(cleaned) != len(line) && cleaned != transmission.Replace(line) {
			at = append(at, n)
		}
	}
	return at
}

// linesWith returns the lines of text that contain what.
func linesWith(text, what string) []int {
	var at []int
	for n, done := 1, 0; ; {
		i := strings.Index(text[done:], what)
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

// inLines says where: "in line 3", "in lines 3, 5 and 9", "in lines 3, 5, 9,
// 12, 13 and 40 more".
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
