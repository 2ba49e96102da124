// Package agencies recognises the names of news agencies. A known name is enough to make a
// dateline; another name needs more evidence.
package agencies

import (
	"strings"

	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

var names = words.Set("agency")

// Has reports whether name, which is in lower case, is the whole name of an
// agency.
func Has(name string) bool { return names()[name] }

// HasLower is like Has for name in lower case.
func HasLower(name string) bool { return words.HasLower(names(), name) }

var longest = words.Longest("agency")

// Prefix returns the longest name of an agency, in lower case, that s begins with.
func Prefix(s string) string { return line.Prefix(s, longest()...) }

// Known reports whether name is the name of an agency, begins with one, as do "AP-Yonhap"
// and "Reuters Health", or has one beside a slash: "dpa/bb", "awp/ats".
func Known(name string) bool {
	name = strings.TrimSpace(name)
	if HasLower(name) {
		return true
	}
	if i := joint(name); i > 0 {
		if HasLower(strings.TrimSpace(name[:i])) {
			return true
		}
		_, last, _ := strings.Cut(name, "/")
		return len(last) > 2 && HasLower(strings.TrimSpace(last))
	}
	first, _, more := strings.Cut(name, " ")
	return more && strings.Count(name, " ") <= 2 && len(first) > 2 && HasLower(first)
}

// joint returns the index of the first slash, hyphen or dash in name, -1 if there is none.
func joint(name string) int {
	for i := range len(name) {
		if c := name[i]; c == '/' || c == '-' || c == "–"[0] && strings.HasPrefix(name[i:], "–") {
			return i
		}
	}
	return -1
}

// nameBytes is the length of the longest name that CutLast looks for.
const nameBytes = 60

// CutLast cuts a known agency off the end of s. A comma, a full stop or a space must
// come before it.
func CutLast(s string) (rest, agency string, ok bool) {
	for _, sep := range [...]string{", ", ". ", " "} {
		i := strings.LastIndex(s, sep)
		if i < 0 || len(s)-i > nameBytes {
			continue
		}
		name := strings.Trim(s[i+len(sep):], " .")
		if Known(name) {
			return s[:i], name, true
		}
	}
	return s, "", false
}
