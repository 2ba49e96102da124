package wire

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"dateline/feed/envelope"
	"dateline/feed/story"
	"dateline/feed/wire/calendar"
	"dateline/feed/wire/dateline"
	"dateline/feed/wire/headline"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

func TestAFormattedStoryParsesToTheSameStory(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := storyOf(t)
		text := Format(want)
		got := read(text, Origin{})
		removeSpans(got)
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("text:\n%s\ngot\n%s\nwant\n%s", text, dump(got), dump(want))
		}
		checkNothingLost(t, text)
	})
}

// removeSpans removes spans and doubts from s, because copy does not have them.
func removeSpans(s *story.Story) {
	s.Doubts = nil
	s.Candidates = nil
	s.Headline.Span, s.Byline.Span, s.Dateline.Span, s.EndMark.Span = story.Span{}, story.Span{}, story.Span{}, story.Span{}
	for i := range s.Body {
		s.Body[i].Span = story.Span{}
	}
	for i := range s.Notes {
		s.Notes[i].Span = story.Span{}
	}
	for i := range s.Related {
		s.Related[i].Span = story.Span{}
	}
	s.Envelope.Lines, s.SignOff.Lines = withoutSpans(s.Envelope.Lines), withoutSpans(s.SignOff.Lines)
	s.Keywords, s.Tail = withoutSpans(s.Keywords), withoutSpans(s.Tail)
}

// wordOf draws a word of one script, or a mark that real copy has.
func wordOf(t *rapid.T) string {
	return rapid.OneOf(
		rapid.StringMatching(`[a-z]{1,9}`),
		rapid.StringMatching(`[A-Z][a-z]{1,9}`),
		rapid.StringMatching(`[A-Z]{2,6}`),
		rapid.StringMatching(`[0-9]{1,3}`),
		rapid.StringMatching(`[가-힣]{1,5}`),
		rapid.StringMatching(`[一-龠ぁ-んァ-ヶ]{1,6}`),
		rapid.StringMatching(`[ء-ي]{2,7}`),
		rapid.StringMatching(`[а-яё]{2,8}`),
		rapid.StringMatching(`[àéîõüçñ]{1,3}[a-z]{2,4}`),
		rapid.SampledFrom([]string{"—", "–", "--", "(a)", "(END of)", "\"x\"", "“y”", "N.K.", "U.S.", "it's", "end-to-end", "3.5%", "$40", "&", "#1", "a/b", "e@f", "(LEAD),", "...", "：", "「駅」", "『本』", "،", "👩‍👩‍👧", "e\u0301", "x;", "y:", "[z]", "*", "+", "=", "<", ">", "^", "|"}),
	).Draw(t, "word")
}

func wordsUpTo(t *rapid.T, n int) string {
	k := rapid.IntRange(1, n).Draw(t, "words")
	w := make([]string, k)
	for i := range w {
		w[i] = wordOf(t)
	}
	return line.Fold(strings.Join(w, " "))
}

// draw draws until ok accepts the text. After twelve tries it returns fallback.
func draw(t *rapid.T, fallback string, gen func(*rapid.T) string, ok func(string) bool) string {
	for range 12 {
		if s := gen(t); ok(s) {
			return s
		}
	}
	return fallback
}

// isProseLine reports whether s, between blank lines, can only be a paragraph. The
// comment of Format lists the conditions.
func isProseLine(s string) bool {
	sh := &sheet{lines: []string{s}, columns: true}
	_, keywords := sh.keywordsAt(0)
	_, isDateline := dateline.Cut(s)
	_, isHead := section(s)
	_, isMark := line.ItemMark(s)
	_, isItem := marked(s)
	return !isItem && s != "" && !isDateline && isMark == 0 && !isHead && !isNote(s) && !isTopNote(s) && !isByline(s) && !isSignOff(s) && !isEnvelope(s) && !headline.IsFlash(s) &&
		!isCaption(s, "") && !line.IsRule(s) && !line.IsColumns(s) && sh.tableEnd(0, 1) == 0 && !readMark(s).found() && !isTagLine(s) && !isKeywordHead(s) && !isNotice(s) && !isDashLine(s) &&
		s[0] != '>' && s[0] != '^' && s[0] != '#' && keywords == 0 && line.Visible([]rune(s)[0])
}

// isEnvelope reports whether the line s would be in the envelope.
func isEnvelope(s string) bool {
	_, rest := envelope.Read(s)
	return rest != s
}

func paragraphOf(t *rapid.T) string {
	return draw(t, "The first boat left at dawn.", func(t *rapid.T) string {
		return wordsUpTo(t, 30) + rapid.SampledFrom([]string{".", "?", "!", "。", ".\"", "…"}).Draw(t, "stop")
	}, func(s string) bool { return isProseLine(s) && len(s) < captionBytes && !strings.HasSuffix(s, "?") })
}

func titleOf(t *rapid.T) string {
	return draw(t, "Harbor ferry resumes service", func(t *rapid.T) string { return wordsUpTo(t, 10) }, func(s string) bool {
		h := headline.Read(s)
		_, _, marked := itemNumber(s)
		return isProseLine(s) && len(h.Tags) == 0 && line.Cells(s) <= 150 && !line.EndsSentence(s) && !marked && !endsMarked("- "+s)
	})
}

func headlineOf(t *rapid.T) story.Headline {
	text := titleOf(t)
	if rapid.Bool().Draw(t, "tagged") {
		tag := rapid.SampledFrom([]string{"(LEAD) ", "(2nd LD) ", "(URGENT) ", "UPDATE 3-", "[속보] ", "(LEAD) (News Focus) ", "(CORRECTED) "}).Draw(t, "tag")
		if h := headline.Read(tag + text); h.Title == text {
			return h
		}
	}
	return headline.Read(text)
}

func datelineOf(t *rapid.T) story.Dateline {
	d := story.Dateline{
		Places: []string{rapid.StringMatching(`[A-Z]{3,9}( [A-Z]{3,8})?`).Draw(t, "place")},
		Month:  rapid.IntRange(1, 12).Draw(t, "month"), Day: rapid.IntRange(1, 28).Draw(t, "day"),
		Agency: rapid.SampledFrom([]string{"Meridian", "Yonhap", "AP", "Halvard News"}).Draw(t, "agency"),
	}
	if words.Month(d.Places[0]) > 0 || calendar.IsWeekday(d.Places[0]) {
		d.Places[0] = "ELLERY"
	}
	text := d.Places[0]
	if rapid.Bool().Draw(t, "two places") {
		d.Places = append(d.Places, "HOLM")
		text += "/HOLM"
	}
	if rapid.Bool().Draw(t, "region") {
		d.Region = rapid.SampledFrom([]string{"Vt.", "South Ellery", "N.Y."}).Draw(t, "region")
		text += ", " + d.Region
	}
	text += fmt.Sprintf(", %s %d", time.Month(d.Month).String()[:3], d.Day)
	if rapid.Bool().Draw(t, "year") {
		d.Year = rapid.IntRange(1950, 2099).Draw(t, "year")
		text += fmt.Sprintf(", %d", d.Year)
	}
	d.Text = text + " (" + d.Agency + ") " + rapid.SampledFrom([]string{"--", "—", "-", "–"}).Draw(t, "dash")
	return d
}

func captionOf(t *rapid.T, agency string) story.Block {
	b := story.Block{Kind: story.Caption, Credit: rapid.SampledFrom([]string{"Yonhap", agency, "AP Photo/Ana Ruiz"}).Draw(t, "credit")}
	if b.Credit == "" {
		b.Credit = "Yonhap"
	}
	if rapid.Bool().Draw(t, "rights") {
		b.Rights = rapid.SampledFrom([]string{"PHOTO NOT FOR SALE", "For Use Only in the Republic of Korea. No Redistribution"}).Draw(t, "rights")
	}
	b.Text = draw(t, "In this photo a ferry leaves.", paragraphOf, func(s string) bool {
		_, _, grouped := line.LastGroup(s)
		return !grouped
	})
	return b
}

// blocksOf draws a body: paragraphs, and blocks of other kinds between them.
func blocksOf(t *rapid.T, agency string) []story.Block {
	var blocks []story.Block
	for n := range rapid.IntRange(1, 6).Draw(t, "paragraphs") {
		text := paragraphOf(t)
		for line.StartsLower(text) || agency == "" && n == 0 && isByline(text) {
			text = "The " + text
		}
		if n > 0 && len(text) > 12 && line.EndsSentence(text) && rapid.IntRange(0, 4).Draw(t, "heading") == 0 {
			blocks = append(blocks, story.Block{Kind: story.Heading, Text: rapid.SampledFrom([]string{"QUAY", "The boats", "항구", "* * *"}).Draw(t, "heading text")})
		}
		blocks = append(blocks, story.Block{Kind: story.Paragraph, Text: text, N: n + 1})
		switch rapid.IntRange(0, 7).Draw(t, "kind") {
		case 0:
			blocks = append(blocks, captionOf(t, agency))
		case 1:
			blocks = append(blocks, story.Block{Kind: story.List, Text: "- " + titleOf(t) + ";\n- " + titleOf(t) + ";"})
		case 2:
			blocks = append(blocks, story.Block{Kind: story.Code, Text: "Ellery   06:10   212\nHolm     07:10   180"})
		case 3:
			blocks = append(blocks, story.Block{Kind: story.Quote, Text: draw(t, "So it was.", paragraphOf, func(s string) bool { return strings.Trim(s, "> ") == s })})
		}
	}
	return blocks
}

func linesOf(t *rapid.T, label string, maxLines int, draw func(*rapid.T) string) []story.Line {
	var lines []story.Line
	for range rapid.IntRange(0, maxLines).Draw(t, label) {
		lines = append(lines, story.Line{Text: draw(t)})
	}
	return lines
}

func relatedOf(t *rapid.T) []story.Related {
	var related []story.Related
	for range rapid.IntRange(0, 4).Draw(t, "related") {
		related = append(related, story.Related{Headline: headlineOf(t)})
	}
	section := rapid.SampledFrom([]string{"Most Viewed", "Related Articles", "관련기사"}).Draw(t, "section")
	for range rapid.IntRange(0, 2).Draw(t, "section size") {
		related = append(related, story.Related{Headline: headlineOf(t), Section: section})
	}
	return related
}

// storyOf draws a story that Parse could return.
func storyOf(t *rapid.T) *story.Story {
	s := &story.Story{Headline: headlineOf(t), Dateline: datelineOf(t)}
	s.Date = story.Date{Month: s.Dateline.Month, Day: s.Dateline.Day, From: story.FromNothing}
	if s.Dateline.Year != 0 {
		s.Date.Year, s.Date.From = s.Dateline.Year, story.FromDateline
	}
	if rapid.Bool().Draw(t, "note") {
		s.Notes = []story.Note{ReadNote("(ATTN: UPDATES in paras 2-3, 5; ADDS photo)", story.Span{})}
	}
	if rapid.Bool().Draw(t, "byline") {
		s.Byline = story.Byline{Text: "By Ana Ruiz and Dag Holm", Names: []string{"Ana Ruiz", "Dag Holm"}}
	}
	s.Body = blocksOf(t, s.Dateline.Agency)
	if rapid.Bool().Draw(t, "signed") {
		s.SignOff = story.SignOff{Lines: []story.Line{{Text: "d.holm@meridian.example"}}, Emails: []string{"d.holm@meridian.example"}}
	}
	s.EndMark.Text = rapid.SampledFrom([]string{"(END)", "-0-", "(끝)", "(more)"}).Draw(t, "end")
	s.Cut = s.EndMark.Text == "(more)"
	s.Keywords = linesOf(t, "keywords", 3, func(t *rapid.T) string {
		return rapid.StringMatching(`[A-Za-z가-힣]{2,8}( [a-z]{2,5})?`).Draw(t, "keyword")
	})
	s.Tail = linesOf(t, "tail", 2, paragraphOf)
	s.Related = relatedOf(t)
	return s
}
