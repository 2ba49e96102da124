package wire

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/feed/story"
)

var vocabulary = strings.Fields("the ferry harbor storm quay captain Ruiz Holm Ellery said sailed at dawn with passengers rope and night after two days in dock line authority which runs boats " +
	"for years it was long of to a new winter nobody hurt U.S. Meridian's 212 6:10 a.m. Korea-Japan evening-run inquiry into moorings that held")

// sentenceOf draws a sentence of prose.
func sentenceOf(t *rapid.T) string {
	words := rapid.SliceOfN(rapid.SampledFrom(vocabulary), 6, 30).Draw(t, "words")
	return "The " + strings.TrimRight(strings.Join(words, " "), ".") + rapid.SampledFrom([]string{".", ".", ".", ",\" she said.", "?"}).Draw(t, "stop")
}

// wrap breaks text into lines of at most width bytes.
func wrap(text string, width int, indent string) []string {
	var lines []string
	line := indent
	for w := range strings.FieldsSeq(text) {
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

// setIn sets paragraphs in one of the layouts of news agencies.
func setIn(paragraphs []string, way, width int) string {
	var b strings.Builder
	for _, p := range paragraphs {
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
		way := rapid.IntRange(0, 4).Draw(t, "way")
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
