package prose

import (
	"net/url"
	"strings"
	"unicode/utf8"
)

// maxAddress is the length of the longest recognised address, in bytes.
const maxAddress = 2048

// An address is a web or mail address in the text of an item.
type address struct {
	start, end int
	cells      int
	mail       bool
}

// addresses appends the addresses in text[off:] to dst, in order. It returns quickly
// if text has no "@" and no "://", like most text.
func addresses(dst []address, text string, off int) []address {
	at, scheme := findFrom(text, "@", off), findFrom(text, "://", off)
	for at < len(text) || scheme < len(text) {
		var a address
		var ok bool
		if scheme < at {
			a, ok = webAddress(text, off, scheme)
			off = scheme + len("://")
		} else {
			a, ok = mailAddress(text, off, at)
			off = at + 1
		}
		if ok {
			a.cells = cells(text[a.start:a.end])
			dst = append(dst, a)
			off = a.end
		}
		if at < off {
			at = findFrom(text, "@", off)
		}
		if scheme < off {
			scheme = findFrom(text, "://", off)
		}
	}
	return dst
}

// Address is a web or mail address in a text, and the URL that it stands for.
type Address struct {
	Start, End int
	URL        string
}

// Addresses returns the addresses in text, in order.
func Addresses(text string) (list []Address) {
	for _, a := range addresses(nil, text, 0) {
		list = append(list, Address{a.start, a.end, a.target(text)})
	}
	return list
}

// findFrom returns the index of the first sub in s at or after off, or len(s) if
// there is none.
func findFrom(s, sub string, off int) int {
	if i := strings.Index(s[off:], sub); i >= 0 {
		return off + i
	}
	return len(s)
}

// webAddress returns the http or https address whose "://" is at colon. The address
// starts at off or later.
func webAddress(text string, off, colon int) (address, bool) {
	start := colon
	for start > off && colon-start < len("https") && isAlpha(text[start-1]) {
		start--
	}
	switch strings.ToLower(text[start:colon]) {
	case "http", "https":
	default:
		return address{}, false
	}
	if start > off && isWord(text[start-1]) {
		return address{}, false
	}
	end := colon + len("://")
	for end < len(text) && end-start < maxAddress && inURL(text[end:]) {
		_, n := utf8.DecodeRuneInString(text[end:])
		end += n
	}
	end = start + len(trimURL(text[start:end]))
	if webTarget(text[start:end]) == "" {
		return address{}, false
	}
	return address{start: start, end: end}, true
}

// inURL reports whether the first character of s can be part of an address. It can
// be ASCII or a Latin letter, but not white space, nor a bracket or quotation mark
// that encloses addresses. East Asian text is excluded because it may follow an
// address without a space.
func inURL(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case r < utf8.RuneSelf:
		return r > ' ' && r != 0x7f && !strings.ContainsRune("<>\"`{}|\\^", r)
	default:
		return r >= 0xc0 && r <= 0x24f
	}
}

// trimURL removes trailing punctuation that belongs to the sentence, and a closing
// bracket whose opening bracket is before the address.
func trimURL(s string) string {
	for s != "" {
		switch c := s[len(s)-1]; c {
		case '.', ',', ';', ':', '!', '?', '\'', '*', '_', '~':
		case ')', ']':
			opener := map[byte]string{')': "(", ']': "["}[c]
			if strings.Count(s, opener) >= strings.Count(s, string(c)) {
				return s
			}
		default:
			return s
		}
		s = s[:len(s)-1]
	}
	return s
}

// mailAddress returns the mail address whose "@" is at byte at.
func mailAddress(text string, off, at int) (address, bool) {
	start, end := at, at+1
	for start > off && at-start < 64 && (isWord(text[start-1]) || strings.IndexByte(".%+-", text[start-1]) >= 0) {
		start--
	}
	for start < at && strings.IndexByte(".-+%", text[start]) >= 0 {
		start++
	}
	for end < len(text) && end-at <= 253 && (isAlnum(text[end]) || text[end] == '.' || text[end] == '-') {
		end++
	}
	for end > at && strings.IndexByte(".-", text[end-1]) >= 0 {
		end--
	}
	if start == at || text[at-1] == '.' || start > 0 && text[start-1] == '/' || !isDomain(text[at+1:max(end, at+1)]) {
		return address{}, false
	}
	return address{start: start, end: end, mail: true}, true
}

// isDomain reports whether s has at least two labels and the last starts with a
// letter.
func isDomain(s string) bool {
	labels := strings.Split(s, ".")
	for _, l := range labels {
		if l == "" || len(l) > 63 || l[0] == '-' || l[len(l)-1] == '-' {
			return false
		}
	}
	last := labels[len(labels)-1]
	return len(labels) > 1 && len(last) > 1 && isAlpha(last[0])
}

// target returns the percent-encoded URL of an address for the terminal to open, or
// "" if it should not open any.
func (a address) target(text string) string {
	s := text[a.start:a.end]
	if a.mail {
		return "mailto:" + encode(s, "%+")
	}
	return webTarget(s)
}

// webTarget is target for a web address. It requires a host and rejects a user or
// password, which can make one host look like another.
func webTarget(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.User != nil || u.Hostname() == "" {
		return ""
	}
	switch u.Scheme {
	case "http", "https":
		return encode(s, ";")
	}
	return ""
}

// encode percent-encodes the bytes of s that are not printable ASCII or are in
// also.
func encode(s, also string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7f || strings.IndexByte(also, c) >= 0 {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

func isAlpha(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }
func isAlnum(b byte) bool { return isAlpha(b) || b >= '0' && b <= '9' }
func isWord(b byte) bool  { return isAlnum(b) || b == '_' }
