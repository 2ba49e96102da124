package wire

import (
	"strings"
	"unicode/utf8"

	"dateline/feed/wire/agencies"
	"dateline/feed/wire/calendar"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// signOffLine is the length of the longest line of a sign-off.
const signOffLine = 400

// signOffStart returns the first line of the sign-off that ends before line to, or to
// if there is none. If there is no line above them, the lines are the story and not a
// sign-off.
func (sh *sheet) signOffStart(from, to int) int {
	end := sh.last(from, to)
	start := end
	for start > from {
		i := sh.last(from, start) - 1
		if i < from {
			break
		}
		if isSignOff(sh.lines[i]) || isTimed(sh.lines[i]) {
			start = i
			continue
		}
		if j := sh.creditStart(from, i); j >= 0 {
			start = j
			continue
		}
		break
	}
	if start < end && sh.next(from) < start {
		return start
	}
	return to
}

// creditStart returns the first line of the credit "(Reporting by …; editing by …)"
// that is wrapped and ends on line i; -1 if there is none.
func (sh *sheet) creditStart(from, i int) int {
	if !strings.HasSuffix(strings.TrimSpace(line.Tail(sh.lines[i], 80)), ")") {
		return -1
	}
	for j := i - 1; j > from && j >= i-8 && !line.Blank(sh.lines[j]); j-- {
		if l := strings.TrimSpace(sh.lines[j]); strings.HasPrefix(l, "(") {
			if creditsReporters(l) {
				return j
			}
			return -1
		}
	}
	return -1
}

// creditsReporters reports whether s begins like the credit of a desk.
func creditsReporters(s string) bool {
	return deskCredits().BeginsLower(strings.TrimLeft(line.Head(s, 60), "([ "))
}

// deskCredits are the beginnings, in lower case, of the credit of a desk.
var deskCredits = words.FinderOf("credit of a desk")

// isSignOff reports whether line is a sign-off: reporters' addresses with
// little around them, the credit of a desk, or initials as "bur-ab/cd".
func isSignOff(line string) bool {
	if len(line) > signOffLine {
		return false
	}
	s := strings.TrimSpace(line)
	if s == "" {
		return false
	}
	if strings.IndexByte(s, '@') > 0 {
		return fewBeside(s)
	}
	if s[0] == '(' || s[0] >= 'A' && s[0] <= 'Z' || s[0] >= 0x80 {
		return creditsReporters(s) && (s[0] != '(' || strings.HasSuffix(s, ")")) || isBracketed(strings.TrimSuffix(s, "."))
	}
	return isInitials(s) || isDesk(s)
}

// isTimed reports whether s says when the copy was sent or published, and is not a headline:
// "송고시간 2019-11-05 10:20".
func isTimed(s string) bool {
	return calendar.IsTimedStamp(strings.TrimSpace(s))
}

// isBracketed reports whether s is the initials of a desk in brackets, "(ab-cde)", "(ab)", or
// an agency that signs its copy, "(ANSA)", "(ANSA-AFP)".
func isBracketed(s string) bool {
	inner, ok := strings.CutPrefix(s, "(")
	inner, closed := strings.CutSuffix(inner, ")")
	if !ok || !closed || len(inner) > 40 || readMark(s).found() {
		return false
	}
	if agencies.HasLower(inner) || agencies.Known(inner) {
		first, _, _ := strings.Cut(strings.ToLower(inner), "-")
		return wireSigns()[first] && line.IsUpper(inner)
	}
	return isInitials(strings.ReplaceAll(inner, "-", "/")) || isLower(inner, 3)
}

// isDesk reports whether s is an agency and the initials of its desk: "dpa ab cd".
func isDesk(s string) bool {
	name, rest, ok := strings.Cut(s, " ")
	if !ok || len(rest) > 12 || name != strings.ToLower(name) || !agencies.Has(name) {
		return false
	}
	for part := range strings.FieldsSeq(rest) {
		if !isLower(part, 3) {
			return false
		}
	}
	return true
}

// isLower reports whether s is two to maxLen small ASCII letters.
func isLower(s string, maxLen int) bool {
	return line.IsLetters(s, 2, maxLen) && s == strings.ToLower(s)
}

// fewBeside reports whether s is addresses and at most a name, a title and a
// telephone number beside them.
func fewBeside(s string) bool {
	rest, after, n := s, "", 0
	for {
		from, to := findEmail(rest)
		if to == 0 {
			break
		}
		after = rest[to:]
		rest = rest[:from] + after
		n++
	}
	if line.EndsSentence(after) && strings.Trim(after, " .)>]") != "" {
		return false
	}
	rest = strings.TrimSpace(strings.Trim(rest, " ()[]<>,;:/=-|."))
	return n > 0 && utf8.RuneCountInString(rest) <= 60 && strings.Count(rest, " ") <= 7 && !line.EndsSentence(rest) && !strings.ContainsAny(rest, "\"“”")
}

// notInitials are words with a slash that are not initials.
var notInitials = words.Set("no initials")

// isInitials reports whether s is the initials of a desk: "bur-abc/def".
func isInitials(s string) bool {
	if len(s) > 40 || strings.IndexByte(s, '/') <= 0 || notInitials()[s] {
		return false
	}
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '/' || r == '-' }) {
		if !isLower(part, 4) {
			return false
		}
	}
	return !strings.HasSuffix(s, "/")
}

// emailsIn returns the addresses in text.
func emailsIn(text string) (emails []string) {
	for {
		from, to := findEmail(text)
		if to == 0 {
			return emails
		}
		emails = append(emails, text[from:to])
		text = text[to:]
	}
}

// findEmail finds the first address in s; to is 0 if there is none.
func findEmail(s string) (from, to int) {
	for base := 0; ; {
		at := strings.IndexByte(s[base:], '@')
		if at < 0 {
			return 0, 0
		}
		at += base
		from, to = at, at+1
		for from > base && isLocal(s[from-1]) {
			from--
		}
		for to < len(s) && isHost(s[to]) {
			to++
		}
		to = at + 1 + len(strings.TrimRight(s[at+1:to], ".-"))
		if from < at && strings.IndexByte(s[at+1:to], '.') > 0 {
			return from, to
		}
		base = at + 1
	}
}

func isHost(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '-'
}

func isLocal(c byte) bool { return isHost(c) || c == '_' || c == '+' || c == '%' }
