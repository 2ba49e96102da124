package notice

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// Words, in lower case, next to the name of a story: before it, as in "headlined 'Ferry
// sails'", and after it, as in "'배 출항' 제하의 기사"; and those before a story that
// comes instead.
var (
	beforeName = words.Longest("before the name of a story")
	afterName  = words.Longest("after the name of a story")
	substitute = words.List("substitute")
)

// closers are the quotation marks that close a quotation, by the mark that opens it.
var closers = map[rune]string{
	'"': `"`, '\'': "'", '‘': "’", '“': "”", '„': "“”", '‚': "‘’", '«': "»", '»': "«", '「': "」", '『': "』", '《': "》", '〈': "〉", '`': "'`",
}

// names reads the names in text.
func (n *Notice) names(text string) {
	last := -maxBetween // the end of the last name in quotes
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		marks := closers[r]
		if marks == "" || r == '\'' && (letterBefore(text, i) || !wordAfter(text, i+size)) {
			i += size
			continue
		}
		quotes, end := quotations(text[i+size:], marks)
		after := text[min(i+size+end, len(text)):]
		switch before := line.Tail(text[:i], 80); {
		case len(quotes) == 0 || isSubstitute(before):
		case announced(before) || follows(after) || i-last < maxBetween:
			n.Named = addNames(n.Named, quotes)
			last = i + size + end
		default:
			n.Quoted = addNames(n.Quoted, quotes)
		}
		i += size + end
	}
	n.unquoted(text)
	n.numbers(text)
}

// maxBetween is the number of bytes above those between two names of a list: "' and '".
const maxBetween = 8

func letterBefore(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func wordAfter(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '('
}

// maxEnds is the number of places where a quotation in straight marks may end: an
// apostrophe may follow the last letter of a word.
const maxEnds = 3

// quotations returns the texts that s may begin with, up to a closing mark, and the length of
// the first with its mark; 0 if no mark closes it.
func quotations(s, marks string) (list []string, end int) {
	for i, r := range line.Head(s, maxName) {
		if !strings.ContainsRune(marks, r) || (r == '\'' || r == '’') && wordAfter(s, i+utf8.RuneLen(r)) {
			continue
		}
		list = append(list, s[:i])
		if end == 0 {
			end = i + utf8.RuneLen(r)
		}
		if r != '\'' && r != '’' || len(list) == maxEnds {
			break
		}
	}
	return list, end
}

// addNames adds names that are long enough to name a story, each once.
func addNames(dst, names []string) []string {
	for _, name := range names {
		name = strings.TrimSpace(strings.TrimRight(line.Fold(name), " ,.;:"))
		if len(name) >= minName && len(dst) < maxNames && !slices.Contains(dst, name) {
			dst = append(dst, strings.Clone(name))
		}
	}
	return dst
}

// minName is the number of bytes of the shortest name.
const minName = 6

// announced reports whether text, before a name, ends with a word that announces one.
func announced(text string) bool {
	low := strings.TrimRight(strings.ToLower(text), " :,")
	return slices.ContainsFunc(beforeName(), func(w string) bool { return endsWith(low, w) })
}

// endsWith reports whether s ends with the whole word w.
func endsWith(s, w string) bool {
	rest, ok := strings.CutSuffix(s, w)
	return ok && !letterBefore(rest, len(rest))
}

// follows reports whether text, after a name, begins with a word that says that it was one.
func follows(text string) bool {
	return line.HasPrefix(strings.TrimLeft(line.Head(text, 40), " ,"), afterName()...)
}

// isSubstitute reports whether the clause that text ends with announces a story that comes
// instead of another.
func isSubstitute(text string) bool {
	text = strings.ToLower(text[strings.LastIndexAny(text, ".;\n")+1:])
	return line.ContainsOne(text, substitute()...)
}

// unquoted reads the names that follow a word that announces one without quotes: "the story
// Harbor Master, V9991". Such a name may go on after a comma, so that there are several.
func (n *Notice) unquoted(text string) {
	low := strings.ToLower(text)
	if len(low) != len(text) {
		return
	}
	for _, w := range beforeName() {
		for from := 0; ; {
			i := strings.Index(low[from:], w)
			if i < 0 {
				break
			}
			at := from + i
			from = at + len(w)
			rest := strings.TrimLeft(text[from:], " :")
			if letterBefore(text, at) || len(rest) == len(text)-from || !startsName(rest) || isSubstitute(line.Tail(text[:at], 80)) {
				continue
			}
			n.Named = addNames(n.Named, clauses(rest))
		}
	}
}

// startsName reports whether s begins with a capital or a digit.
func startsName(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || r == '('
}

// maxClauses is the number of commas that a name without quotes may have, and one.
const maxClauses = 4

// clauses returns the beginnings of a sentence up to each of its commas and up to its end,
// longest first.
func clauses(s string) (list []string) {
	s = line.Head(s, maxName)
	for i, r := range s {
		ends := r == '\n' || r == ';' || r == ')' || r == '.' && !wordAfter(s, i+1) && (i+1 == len(s) || s[i+1] == '\n' || strings.HasPrefix(s[i+1:], " "))
		if r == ',' || ends {
			list = append(list, s[:i])
		}
		if ends || len(list) == maxClauses {
			break
		}
	}
	slices.Reverse(list)
	return list
}

// numbers reads the numbers of messages: "V9991".
func (n *Notice) numbers(text string) {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		letters := strings.TrimRight(word, "0123456789")
		digits := len(word) - len(letters)
		if len(letters) >= 1 && len(letters) <= 5 && digits >= 3 && digits <= 5 && line.IsASCII(word) && len(n.Numbers) < maxNames {
			n.Numbers = append(n.Numbers, strings.ToLower(word))
		}
	}
}
