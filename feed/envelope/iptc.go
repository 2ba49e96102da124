package envelope

import (
	"strings"

	"dateline/feed/wire/headline"
	"dateline/feed/wire/line"
)

// readSource reads the first line of IPTC 7901: "dpa0123 4 pl 210".
func (r *reader) readSource(s string, i int) bool {
	if len(s) > lineBytes || !line.IsLetters(s[:1], 1, 1) {
		return false
	}
	w := strings.Fields(s)
	if len(w) > 3 && line.IsLetters(w[0], 2, 4) && line.IsDigits(w[1], 3, 4) {
		w = append([]string{w[0] + w[1]}, w[2:]...)
	}
	number, name, ok := cutNumber(w[0])
	if !ok || name != "" || len(w) < 3 || !line.IsDigits(w[1], 1, 1) || !line.IsLetters(w[2], 1, 4) {
		return false
	}
	counted := len(w) > 3 && line.IsDigits(w[3], 1, 5)
	if !counted && !strings.Contains(r.lines[i], soh) {
		return false
	}
	r.setNumber(number, strings.TrimRight(number, "0123456789"))
	if r.e.Priority == "" {
		r.e.Priority, r.e.Category = w[1], w[2]
	}
	if counted && r.e.Words == 0 {
		r.e.Words = line.Atoi(w[3])
	}
	r.form = iptc
	r.take(i)
	return true
}

// readKeywords reads the keywords below the source. They are the slug too.
func (r *reader) readKeywords(s string, i int) bool {
	if r.form != iptc && (r.form != zczc || !isKeyword(s)) || len(s) > lineBytes {
		return false
	}
	above := i < r.stx
	if !above && (r.e.Slug != "" || !strings.HasSuffix(s, "/") && (strings.Contains(s, " ") || !strings.ContainsAny(s, "-/"))) {
		return false
	}
	r.e.Slug += line.Fold(s)
	mark := "/"
	if !strings.Contains(s, mark) {
		mark = "-"
	}
	for word := range strings.SplitSeq(s, mark) {
		if word = line.Fold(word); word != "" {
			r.e.Keywords = append(r.e.Keywords, word)
		}
	}
	r.take(i)
	return true
}

// isKeyword reports whether s is one word in capitals before a slash: "FERRY-SKARN/". ZCZC
// copy with the header of IPTC 7901 has such lines.
func isKeyword(s string) bool {
	return strings.HasSuffix(s, "/") && len(s) > 3 && isCapital(s) && !strings.ContainsAny(s, " :")
}

// readTake reads a line such as "1ST LEAD" above the headline.
func (r *reader) readTake(s string, i int) bool {
	if r.form != iptc || i < r.stx || len(s) > headline.MaxTag || r.below(i) == "" {
		return false
	}
	tag := strings.Trim(s, " =:")
	if _, known := headline.ReadTag(tag); !known || tag == "" || tag[0] == '(' || strings.Contains(tag, ": ") {
		return false
	}
	r.e.Takes = append(r.e.Takes, tag)
	r.take(i)
	return true
}
