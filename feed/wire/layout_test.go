package wire

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/feed/story"
	"dateline/feed/wire/wiretest"
)

var vocabulary = strings.Fields("the ferry harbor storm quay captain Ruiz Holm Ellery said sailed at dawn with passengers rope and night after two days in dock line authority which runs boats " +
	"for years it was long of to a new winter nobody hurt U.S. Meridian's 212 6:10 a.m. Korea-Japan evening-run inquiry into moorings that held -- 1.85")

// sentenceOf draws a sentence of prose.
func sentenceOf(t *rapid.T) string {
	words := rapid.SliceOfN(rapid.SampledFrom(vocabulary), 6, 30).Draw(t, "words")
	return "The " + strings.Join(words, " ") + " dock" + rapid.SampledFrom([]string{".", ".", ".", ",\" she said.", "?"}).Draw(t, "stop")
}

// wrap breaks text into lines of at most width bytes.
func wrap(text string, width int, indent string) []string {
	var lines []string
	line := indent
	for w := range strings.SplitSeq(text, " ") {
		if len(line) > len(indent) && len(line)+1+len(w) > width {
			lines, line = append(lines, line), ""
		}
		if strings.TrimSpace(line) != "" {
			line += " "
		}
		line += w
	}
	return append(lines, line)
}

// layouts is the number of ways in which setIn sets paragraphs.
const layouts = 7

// setIn sets paragraphs in one of the layouts of news agencies.
func setIn(paragraphs []string, way, width int) string {
	var b strings.Builder
	for n, p := range paragraphs {
		switch way {
		case 0: // a paragraph a line
			b.WriteString(p + "\n")
		case 1: // blank lines between paragraphs
			b.WriteString(p + "\n\n")
		case 2: // wrapped
			b.WriteString(strings.Join(wrap(p, width, ""), "\n") + "\n\n")
		case 3: // wrapped and indented, as in ANPA copy
			b.WriteString(strings.Join(wrap(p, width, "   "), "\n") + "\n")
		case 4: // indented, with blank lines
			b.WriteString(strings.Join(wrap(p, width, "   "), "\n") + "\n\n")
		case 5: // indented, with a space too much before some paragraphs
			b.WriteString(strings.Join(wrap(p, width, "    "+strings.Repeat(" ", (n+1)%2)), "\n") + "\n")
		case 6: // indented, with a tab before the indent
			b.WriteString(strings.Join(wrap(p, width, "\t   "), "\n") + "\n")
		}
	}
	return b.String()
}

func TestParagraphsAreFoundInEveryLayout(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var want []string
		for range rapid.IntRange(3, 9).Draw(t, "paragraphs") {
			n := rapid.IntRange(2, 4).Draw(t, "sentences")
			p := make([]string, n)
			for i := range p {
				p[i] = sentenceOf(t)
			}
			want = append(want, strings.Join(p, " "))
		}
		way := rapid.IntRange(0, layouts-1).Draw(t, "way")
		if k := rapid.IntRange(0, len(want)-2).Draw(t, "without a full stop"); way > 2 {
			want[k] = strings.TrimRight(want[k], "?.") // nobody is perfect
		}
		width := rapid.IntRange(55, 90).Draw(t, "width")
		lede := want[0]
		want[0] = "PORT ELLERY, Oct. 3 (Meridian) -- " + lede
		text := "Harbor ferry resumes service\n\n" + setIn(want, way, width) + "(END)\n"
		want[0] = lede
		s := Parse(text, Origin{})
		var got []string
		for _, b := range s.Body {
			if b.Kind == story.Paragraph {
				got = append(got, b.Text)
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("way %d, width %d, text:\n%s\ngot %d:\n%s\nwant %d:\n%s", way, width, text, len(got), strings.Join(got, "\n"), len(want), strings.Join(want, "\n"))
		}
	})
}

// paragraphsOf returns the paragraphs of text, which is copy below its headline.
func paragraphsOf(text string) (list []string) {
	for _, b := range Parse("Harbor ferry resumes service\n"+text, Origin{}).Body {
		list = append(list, string(b.Kind)+": "+b.Text)
	}
	return list
}

func TestParagraphsOfOddCopyAreFound(t *testing.T) {
	wiretest.Table(t, "testdata/tables/layouts.txt", func(line string) string {
		list := paragraphsOf(strings.NewReplacer(`\n`, "\n", `\t`, "\t").Replace(line))
		return strings.ReplaceAll(strings.Join(list, " | "), "\n", `\n`)
	})
}
