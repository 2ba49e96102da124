package envelope

import (
	"strings"

	"dateline/feed/story"
	"dateline/feed/wire/agencies"
	"dateline/feed/wire/calendar"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

const (
	endLines   = 60 // lines at the end that may be trailers
	endBytes   = 80 // bytes of a trailer
	belowLines = 16 // lines below ETX that may be in the envelope
)

// isTrailer reports whether s opens or ends a transmission: "ZCZC", "NNNN",
// "AP-NY-08-15-20 1430EDT", "dpa ab cd 151430 Aug 20", "15-AGO-20 14:30 NNNN".
func isTrailer(s string) bool {
	if len(s) > endBytes || len(s) < 4 {
		return false
	}
	if s == "NNNN" || isStart(s) {
		return true
	}
	_, ok := sentAt(s)
	return ok
}

// sentAt reads the day and time of a trailer. An ANPA desk may mark it with "^", and
// Italian agencies close the transmission on its line: "14-NOV-14 10:12 NNNN".
func sentAt(s string) (calendar.Day, bool) {
	s = strings.TrimLeft(strings.TrimSuffix(s, " NNNN"), "^ ")
	if s == "" || !mayBeTrailer(s) {
		return calendar.Day{}, false
	}
	return calendar.Transmitted(s)
}

// mayBeTrailer reports, as a quick test, whether s may be a trailer: it ends with a
// digit or a mark, or begins like the trailers of AP and of The New York Times.
func mayBeTrailer(s string) bool {
	last := s[len(s)-1]
	return last == '<' || last >= '0' && last <= '9' || line.HasPrefix(s, stampStarts[:]...)
}

// stampStarts are the beginnings of the trailers that end with the name of a time zone.
var stampStarts = [...]string{"AP-", "NYT-"}

// mayHaveEnd reports whether one of the last lines of text is a trailer, or the heading
// of contacts is in it.
func mayHaveEnd(text string) bool {
	if strings.IndexByte(text, '#') >= 0 && strings.Contains(text, "\n# ") {
		return true
	}
	for range strings.Count(text, "\n") + 1 - endLines {
		_, text, _ = strings.Cut(text, "\n")
	}
	for l := range strings.SplitSeq(text, "\n") {
		if len(l) < 4 {
			continue
		}
		if l = strings.TrimSpace(l); len(l) >= 4 && len(l) <= endBytes+8 && !isSentence(l) && !isOrdinary(l) && isTrailer(plain(l)) {
			return true
		}
	}
	return false
}

// isSentence reports, as a quick test, whether l begins and ends with a letter or a full
// stop and is not in capitals, as no trailer does.
func isSentence(l string) bool {
	first, last := l[0]|' ', l[len(l)-1]
	return first >= 'a' && first <= 'z' && (last == '.' || last >= 'a' && last <= 'z') && !line.HasPrefix(l, stampStarts[:]...)
}

// isOrdinary reports, as a quick test, whether l begins and ends with visible characters
// with which no trailer begins and ends.
func isOrdinary(l string) bool {
	first, last := l[0], l[len(l)-1]
	return first > ' ' && first < 0x7f && strings.IndexByte("ANZ^", first) < 0 &&
		last > ' ' && last < 0x7f && strings.IndexByte("<N0123456789", last) < 0
}

// readStamp reads a line that says when the copy was sent, or "NNNN".
func (r *reader) readStamp(s string, i int) bool {
	if !isTrailer(s) {
		return false
	}
	if day, ok := sentAt(s); ok && r.e.Sent.Year == 0 {
		r.e.Sent = story.Date{Year: day.Year, Month: day.Month, Day: day.Day, Clock: day.Clock, From: story.FromMetadata}
	}
	r.take(i)
	return true
}

// readBelow reads the parts of the envelope below its top.
func (r *reader) readBelow() {
	r.readClosed()
	for i := len(r.lines) - 1; i >= max(0, len(r.lines)-endLines); i-- {
		if len(r.lines[i]) <= 2*endBytes {
			r.readStamp(plain(r.lines[i]), i)
		}
	}
	r.readSign()
	r.readContacts()
}

// readClosed reads the few lines below ETX, and what follows it on its line.
func (r *reader) readClosed() {
	for i := max(r.stx, 0); i < len(r.lines); i++ {
		before, after, ok := strings.Cut(r.lines[i], etx)
		if !ok {
			continue
		}
		if r.form == none || len(r.lines)-i > 4*belowLines {
			return
		}
		if !line.Blank(bare(before)) {
			r.lines[i] = after
			r.close(i)
			r.lines[i] = before
		} else {
			r.close(i)
		}
		for k := i + 1; k < len(r.lines); k++ {
			r.close(k)
		}
		return
	}
}

// close moves line i, which is below ETX, to the envelope.
func (r *reader) close(i int) {
	if len(r.lines[i]) > 2*lineBytes {
		return
	}
	if !r.readStamp(plain(r.lines[i]), i) {
		r.take(i)
	}
}

// readSign reads the initials of the desk below the text: "dpa ab cd".
func (r *reader) readSign() {
	if r.form != iptc {
		return
	}
	i := len(r.lines) - 1
	for i >= 0 && line.Blank(bare(r.lines[i])) {
		i--
	}
	if i < 0 || len(r.lines[i]) > endBytes {
		return
	}
	w := strings.Fields(plain(r.lines[i]))
	if len(w) < 2 || len(w) > 5 || !agencies.Has(w[0]) {
		return
	}
	for _, initials := range w[1:] {
		if len(initials) > 4 || strings.Trim(initials, "abcdefghijklmnopqrstuvwxyz0123456789/") != "" {
			return
		}
	}
	r.take(i)
}

// readContacts moves the desk's notes below the text, which are not for publication, to
// the contacts.
func (r *reader) readContacts() {
	for i := range r.lines {
		if !r.isNotebook(i) {
			continue
		}
		for i > 0 && (line.Blank(r.lines[i-1]) || line.IsRule(plain(r.lines[i-1]))) {
			i--
		}
		for ; i < len(r.lines); i++ {
			if text := line.Fold(bare(r.lines[i])); text != "" {
				r.e.Contacts = append(r.e.Contacts, story.Line{Text: text, Span: line.Span(i, i+1)})
			}
			r.lines[i] = ""
		}
		return
	}
}

// isNotebook reports whether line i is the heading of the notes of a desk. Without an
// envelope it must begin with "#" and name the agency.
func (r *reader) isNotebook(i int) bool {
	if len(r.lines[i]) > lineBytes {
		return false
	}
	s := plain(r.lines[i])
	title := strings.ToLower(strings.Trim(s, "#*: "))
	marked := strings.HasPrefix(s, "#")
	switch k := strings.IndexAny(title, " -"); {
	case title == "" || r.form != iptc && !marked:
		return false
	case k > 0 && agencies.Has(title[:k]) && notebookWords()[title[k+1:]]:
		return true
	case r.form != iptc:
		return false
	}
	return marked && notebookWords()[title] || line.ContainsOne(title, notForPublication()...)
}

var (
	notebookWords     = words.Set("heading of contacts")
	notForPublication = words.List("not for publication")
)
