package wire

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"dateline/feed/story"
	"dateline/feed/wire/agencies"
	"dateline/feed/wire/calendar"
	"dateline/feed/wire/dateline"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

const bylineBytes = 240 // bytes of a line that may be a byline

// bylineWords begin a byline.
var (
	bylineWords  = words.List("byline")
	bylineStarts = words.FinderOf("byline")
)

// isByline reports whether line names writers: "By Kim Soo-yeon", "By dpa
// correspondents =", "홍길동 기자".
func isByline(l string) bool {
	s := strings.TrimSpace(l)
	if s == "" || len(s) > bylineBytes {
		return false
	}
	s = strings.TrimPrefix(s, "^")
	if bylineStarts().Begins(s) {
		names, _, _ := cutSent(s[len(line.Prefix(s, bylineWords()...)):])
		return namesShaped(strings.TrimRight(names, "=<. "))
	}
	return len(s) < 100 && line.IsCJK(s) && dateline.IsReporter(strings.TrimRight(s, " ="))
}

// cutSent cuts the stamp off the names of a byline: "Kenji Mori,
// KYODO NEWS - Oct 6, 2024 - 10:00 | Feature, All".
func cutSent(s string) (names string, at calendar.Day, ok bool) {
	for _, mark := range [...]string{" - ", " | ", " – ", " — "} {
		names, stamp, found := strings.Cut(s, mark)
		if m, ok := calendar.ReadSent(stamp); found && ok {
			return names, m.Day, true
		}
	}
	return s, calendar.Day{}, false
}

// continuesByline reports whether the line s below a byline is the title of its writers or
// where they work: "Associated Press Writer", "The Halvard News", "Reuters".
func continuesByline(s string) bool {
	s = strings.TrimRight(strings.TrimLeft(strings.TrimSpace(s), "^"), "=< ")
	if s == "" || len(s) > titleBytes {
		return false
	}
	low := strings.ToLower(s)
	if isRightsYear(low) && hasSuffix(low, bylineHouses()) {
		return true
	}
	return !strings.ContainsAny(s, ".,:;?!\"") && (endsInTitle(low) || agencies.Has(low) || !line.StartsLower(s) && hasSuffix(low, bylineHouses()))
}

// isRightsYear reports whether low begins as in "c.1998 Halvard News Service".
func isRightsYear(low string) bool {
	low, ok := strings.CutPrefix(low, "c.")
	_, size := line.Digit(strings.TrimLeft(low, " "))
	return ok && size > 0
}

// titleBytes is the length of the longest title.
const titleBytes = 60

// endsInTitle reports whether low, in lower case, ends with what a writer is called.
func endsInTitle(low string) bool { return hasSuffix(" "+low, bylineEndings()) }

func hasSuffix(s string, endings []string) bool {
	for _, w := range endings {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// cutTitle cuts the title off a name of two words or more: "Ana Ruiz Associated Press
// Writer", "ANA RUIZ AP Sports Writer". A title begins with a word that only titles have,
// or, after a name in capitals, with a word that is not in capitals.
func cutTitle(name string) string {
	low := strings.ToLower(name)
	if !endsInTitle(low) && !hasSuffix(low, bylineHouses()) {
		return name
	}
	words := strings.Fields(name)
	for k := 2; k < len(words); k++ {
		word := strings.ToLower(words[k])
		capitals := line.IsUpper(strings.Join(words[:k], "")) && !line.IsUpper(words[k]) && !particles()[word]
		if capitals || bylineTitles()[word] || isRightsYear(word) {
			return strings.Join(words[:k], " ")
		}
	}
	return name
}

// namesShaped reports whether s may be the names of people or a desk: few
// words, capitals, no sentence.
func namesShaped(s string) bool {
	n, capitals := 0, 0
	for w := range strings.FieldsSeq(s) {
		capital, ok := nameWord(w)
		if !ok {
			return false
		}
		n++
		if capital {
			capitals++
		}
	}
	switch {
	case n == 0 || n > 20 || strings.ContainsAny(s, "?!:"):
		return false
	case strings.HasPrefix(s, "dpa ") || strings.HasPrefix(s, "our ") || strings.HasSuffix(s, " staff"):
		return n <= 5
	case line.StartsLower(s) && !particles()[strings.ToLower(line.FirstWord(s))]:
		return false
	}
	return capitals*2 >= n
}

// nameWord reports whether w may be in a list of names, and whether it begins with a
// capital or is in a script without capitals.
func nameWord(w string) (capital, ok bool) {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(\"'“‘"))
	switch {
	case unicode.IsLower(r):
		return false, true
	case unicode.IsLetter(r):
		return true, true
	}
	return false, w == "&" || w == "/"
}

// ReadByline reads the names in a byline or in the name of an author. Titles, agencies and
// the words between names are not part of them.
func ReadByline(text string, at story.Span) story.Byline {
	b := story.Byline{Text: text, Span: at}
	s, _, _ := cutSent(strings.TrimRight(text, "=< "))
	for _, w := range bylineWords() {
		s = strings.TrimPrefix(s, w)
	}
	for part := range strings.SplitSeq(separators().Replace(s), ",") {
		if name := cleanName(part); name != "" {
			b.Names = append(b.Names, koreanNames(name)...)
		}
	}
	if all := line.Fold(s); len(b.Names) == 0 && all != "" {
		b.Names = []string{all}
	}
	return b
}

// koreanNames splits Korean names with only a space between them. Another name is
// returned whole.
func koreanNames(s string) []string {
	w := strings.Fields(s)
	for _, name := range w {
		n := utf8.RuneCountInString(name)
		if n < 2 || n > 4 || strings.IndexFunc(name, func(r rune) bool { return r < 0xac00 || r > 0xd7a3 }) >= 0 {
			return []string{s}
		}
	}
	return w
}

var (
	bylineEndings = words.List("byline ending")
	bylineHouses  = words.List("house below a byline")
	bylineTitles  = words.Set("title of a writer")
	particles     = words.Set("particle")
	reporterWords = words.List("reporter")
)

// separators replaces each word or mark between names by a comma.
var separators = sync.OnceValue(func() *strings.Replacer {
	var pairs []string
	for _, word := range betweenNames() {
		pairs = append(pairs, word, ",")
	}
	return strings.NewReplacer(pairs...)
})

// cleanName removes title and agency from a name. The result is empty if nothing else is left.
func cleanName(s string) string {
	s = strings.Trim(line.Fold(s), " .:()=")
	for _, w := range reporterWords() {
		s = strings.TrimSpace(strings.TrimSuffix(s, w))
		if w == "記者" || w == "记者" {
			s = strings.TrimLeft(strings.TrimPrefix(s, w), " ：:")
		}
	}
	if i := strings.IndexByte(s, '('); i > 0 {
		s = strings.TrimSpace(s[:i])
	}
	if name, place, ok := strings.Cut(s, " in "); ok && strings.Contains(name, " ") && !line.StartsLower(name) && !line.StartsLower(place) {
		s = name // "Ana Ruiz in Port Ellery"
	}
	s = cutTitle(s)
	low := strings.ToLower(s)
	if agencies.Known(s) && low == s || agencies.Has(low) || endsInTitle(low) && !strings.HasPrefix(s, "dpa ") || strings.HasPrefix(low, "associated press") || low == "the associated press" {
		if strings.HasPrefix(s, "dpa ") {
			return s
		}
		return ""
	}
	return strings.TrimPrefix(strings.TrimPrefix(s, "Xinhua writer "), "Xinhua writers ")
}

// bylineAt reads the byline that begins on line i. It also returns the line after it.
// The names are on the lines above the title.
func (sh *sheet) bylineAt(i, end int) (b story.Byline, next int) {
	names := i + 1
	for names < end && names < i+3 && !continuesByline(sh.lines[names]) && sh.isListed(names) {
		names++
	}
	next = names
	for next < end && next < names+2 && continuesByline(sh.lines[next]) {
		next++
	}
	b = ReadByline(line.Join(bare(sh.lines[i:names])), line.Span(i, next))
	b.Text = line.Join(bare(sh.lines[i:next]))
	return b, next
}

// isListed reports whether line j continues the list of names on the line above it.
func (sh *sheet) isListed(j int) bool {
	prev := strings.ToLower(strings.TrimRight(line.Tail(sh.lines[j-1], bylineBytes), " "))
	s := strings.TrimRight(strings.TrimSpace(line.Head(sh.lines[j], bylineBytes)), "=< ")
	return (strings.HasSuffix(prev, ",") || hasSuffix(prev+" ", betweenNames())) && s != "" && len(s) < titleBytes && !strings.ContainsAny(s, "-_") && namesShaped(s)
}

// betweenNames are the words and marks between two names, as written.
var betweenNames = words.List("between names")

// bylineBelow reports whether a byline follows line i and other marked lines.
func (sh *sheet) bylineBelow(i, end int) bool {
	for k := i + 1; k < end && k < i+noteLines; k++ {
		s := strings.TrimSpace(line.Head(sh.lines[k], bylineBytes))
		if isByline(strings.TrimLeft(s, "^")) {
			return true
		}
		if s != "" && !isCaret(s) {
			return false
		}
	}
	return false
}

// addByline returns old and cur joined into one byline.
func addByline(old, cur story.Byline) story.Byline {
	if old.Text == "" {
		return cur
	}
	cur.Text = old.Text + " " + cur.Text
	cur.Names = append(old.Names, cur.Names...)
	cur.Span.First = old.Span.First
	return cur
}
