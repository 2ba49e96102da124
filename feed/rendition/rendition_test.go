package rendition

import (
	"iter"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/feed/clean"
	"dateline/feed/feedtest"
	"dateline/feed/intake"
	"dateline/feed/intake/prose"
	"dateline/feed/story"
)

// of yields parts.
func of(parts ...Part) iter.Seq2[Part, error] {
	return func(yield func(Part, error) bool) {
		for _, p := range parts {
			if !yield(p, nil) {
				return
			}
		}
	}
}

func write(t interface{ Fatal(...any) }, render func(*strings.Builder) error) string {
	var b strings.Builder
	if err := render(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func markdown(t interface{ Fatal(...any) }, parts ...Part) string {
	return write(t, func(b *strings.Builder) error { return Markdown(b, of(parts...)) })
}

func page(t interface{ Fatal(...any) }, parts ...Part) string {
	return write(t, func(b *strings.Builder) error { return HTML(b, of(parts...)) })
}

const ferry = `(LEAD) Ferry sails again
(ATTN: ADDS price)
By Dora Holm
PORT ELLERY, March 14, 2031 (Meridian) -- The *ferry* sails, see https://quay.example/a_b.

It is <b>full</b> & late.
(END)
d.holm@meridian.example

Storm halts ferry
`

func read(t *testing.T, path, text string) *story.Story {
	t.Helper()
	list := intake.Read(intake.File{Path: path, Data: []byte(text)})
	if len(list) != 1 {
		t.Fatalf("%d stories", len(list))
	}
	return list[0]
}

func TestMarkdownReadsAsTheSameStory(t *testing.T) {
	s := read(t, "a.txt", ferry)
	got := read(t, "a.md", markdown(t, Part{Story: s}))
	if got.Headline.Text != s.Headline.Text || !slices.Equal(got.Byline.Names, s.Byline.Names) || got.Dateline.Text != s.Dateline.Text || got.Date.String() != s.Date.String() {
		t.Errorf("%+v %+v %+v %s", got.Headline, got.Byline, got.Dateline, got.Date)
	}
	if want, have := paragraphs(s.Body), paragraphs(got.Body); !slices.Equal(want, have) {
		t.Errorf("%q, want %q", have, want)
	}
}

func paragraphs(body []story.Block) (texts []string) {
	for _, b := range body {
		if b.Kind == story.Paragraph {
			texts = append(texts, b.Text)
		}
	}
	return texts
}

// drawText draws a clean text that is full of what could be markup.
func drawText(t *rapid.T, name string) string {
	words := rapid.SliceOfN(rapid.OneOf(
		rapid.SampledFrom([]string{"ferry", "- a", "1. b", "12) c", "# d", "> e", "***", "---", "===", "```", "~~~", "[x](y)", "![x](y)", "<b>", "&amp;", "|a|b|", "https://a.example/b_c_d.",
			"http://x", "www.a.example", "a@b.example", "[^1]", "{#id}", "\\", "\\*", "*a*", "_b_", "~~c~~", "+ d", "$e$", ":f:", "<!--", "<https://g>", "\"h\"", "(i)", "`j`", "한국", "…"}),
		rapid.StringOfN(rapid.RuneFrom([]rune("ab 1.)-+=*_[]()<>#!&;`~|\\{}:/\"'@^$%")), 1, 12, -1),
	), 1, 6).Draw(t, name)
	return clean.Line(strings.Join(words, " "))
}

func TestNoTextBecomesMarkupInMarkdown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := &story.Story{Headline: story.Headline{Text: drawText(t, "headline")}}
		for range rapid.IntRange(1, 4).Draw(t, "paragraphs") {
			if text := drawText(t, "paragraph"); text != "" {
				s.Body = append(s.Body, story.Block{Kind: story.Paragraph, Text: text, N: len(s.Body) + 1})
			}
		}
		if s.Headline.Text == "" {
			return
		}
		text := markdown(t, Part{Story: s})
		_, body, _ := strings.Cut(text, "\n---\n")
		blocks, _ := prose.Read(body, 0)
		if len(blocks) == 0 || blocks[0].Kind != story.Heading || blocks[0].Text != s.Headline.Text {
			t.Fatalf("headline %q: %+v in\n%s", s.Headline.Text, blocks, text)
		}
		if got, want := paragraphs(blocks), paragraphs(s.Body); !slices.Equal(got, want) || len(blocks) != len(want)+1 {
			t.Fatalf("%q, want %q in\n%s", got, want, text)
		}
	})
}

// Each tag of a page is one of these.
var tagRE = regexp.MustCompile(`^<(!DOCTYPE html|html lang="[^"<>]*"|meta [^<>]*|/?(html|head|body|title|style|article|h1|h2|h3|p|ul|li|a|blockquote|figure|figcaption|pre)` +
	`|article id="[^"<>]*"|p class="(label|note|byline)"|a href="#[^"<>]*"|a href="https?://[^"<>]*" rel="noreferrer")>$`)

// checkHTML fails the test if a page has a tag that it should not have.
func checkHTML(t *testing.T, text string) {
	t.Helper()
	for _, tag := range regexp.MustCompile(`<[^<>]*>?`).FindAllString(text, -1) {
		if !tagRE.MatchString(tag) {
			t.Errorf("the page has the tag %s", tag)
		}
	}
}

func TestNoTextBecomesMarkupInHTML(t *testing.T) {
	for path, text := range feedtest.Hostile() {
		for _, s := range intake.Read(intake.File{Path: path, Data: []byte(text)}) {
			checkHTML(t, page(t, Part{Story: s, Notes: []string{text}, Related: []Link{{Text: text}, {Text: text, To: `a"b`}}}))
		}
	}
	s := read(t, "a.txt", ferry)
	s.Body = append(s.Body, story.Block{Kind: story.List, Text: "- <script>"}, story.Block{Kind: story.Code, Text: "</pre><img onerror=x>"},
		story.Block{Kind: story.Caption, Text: "<i>", Credit: "\"><svg>"}, story.Block{Kind: story.Quote, Text: "javascript:x https://\"onclick=x"})
	s.Language = "\"><script>"
	got := page(t, Part{Story: s})
	checkHTML(t, got)
	for _, want := range []string{
		"<title>(LEAD) Ferry sails again</title>", "<h1>(LEAD) Ferry sails again</h1>", `<p class="byline">By Dora Holm</p>`,
		`<p>PORT ELLERY, March 14, 2031 (Meridian) -- The *ferry* sails, see <a href="https://quay.example/a_b" rel="noreferrer">https://quay.example/a_b</a>.</p>`,
		"<p>It is &lt;b&gt;full&lt;/b&gt; &amp; late.</p>", "</html>\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

func TestPartsOfADocumentAreLinked(t *testing.T) {
	a := Part{Story: read(t, "a.txt", ferry), ID: "aaaa", Related: []Link{{Text: "Storm [halts] ferry", To: "bbbb"}, {Text: "Pier opens"}}}
	b := Part{Story: read(t, "b.txt", "Storm halts ferry\nPORT ELLERY, March 12 (Meridian) -- It stays.\n"), ID: "bbbb", Label: "Related"}
	md := markdown(t, a, b)
	for _, want := range []string{"- [Storm \\[halts\\] ferry](#bbbb)\n", "- Pier opens\n", "*Related*\n\n<a id=\"bbbb\"></a>\n\n## Storm halts ferry\n"} {
		if !strings.Contains(md, want) {
			t.Errorf("%q is not in\n%s", want, md)
		}
	}
	text := page(t, a, b)
	checkHTML(t, text)
	for _, want := range []string{`<a href="#bbbb">Storm [halts] ferry</a>`, `<article id="bbbb">`, "<h2>Storm halts ferry</h2>"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
}

func TestTabsEndAnAddress(t *testing.T) {
	s := &story.Story{Headline: story.Headline{Text: "Ferry"}, Body: []story.Block{{Kind: story.List, Text: "- https://quay.example/a\t**pier** [x](y)"}}}
	if got, want := markdown(t, Part{Story: s}), "- <https://quay.example/a>\t\\*\\*pier\\*\\* \\[x\\](y)"; !strings.Contains(got, want) {
		t.Errorf("%q has no %q", got, want)
	}
}

func TestAFenceIsLongerThanTheBackticksOfItsText(t *testing.T) {
	for text, want := range map[string]int{"a": 3, "`` a ````b": 5, strings.Repeat("`", 1<<20) + "\na": 1<<20 + 1} {
		s := &story.Story{Headline: story.Headline{Text: "Ferry"}, Body: []story.Block{{Kind: story.Code, Text: text}}}
		fence := strings.Repeat("`", want)
		if got := markdown(t, Part{Story: s}); !strings.Contains(got, "\n"+fence+"\n"+text+"\n"+fence+"\n") {
			t.Errorf("a text of %d bytes has no fence of %d", len(text), want)
		}
	}
}
