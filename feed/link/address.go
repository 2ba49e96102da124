package link

import (
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxAddress is the length in bytes of the longest identifier or address that is kept.
const maxAddress = 1000

// UID returns an identifier as Story.UIDs has it, without the angle brackets of mail;
// "" for one that is too long.
func UID(id string) string {
	id = strings.TrimSpace(id)
	if inner, ok := strings.CutPrefix(id, "<"); ok {
		id = strings.TrimSuffix(inner, ">")
	}
	if len(id) > maxAddress || !utf8.ValidString(id) || strings.ContainsFunc(id, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return ""
	}
	return id
}

// URL returns an address of the web in its canonical form, the same for all spellings of
// it: without scheme, "www.", fragment, the parameters by which sites track readers, and
// the slash at the end. It returns "" for every other address and for that of a whole site.
func URL(address string) string {
	address = strings.TrimSpace(address)
	if strings.HasPrefix(address, "//") {
		address = "https:" + address
	}
	if len(address) > maxAddress {
		return ""
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	host := strings.ToLower(u.Hostname())
	for strings.HasPrefix(host, "www.") {
		host = host[len("www."):]
	}
	if host == "" || strings.ContainsFunc(host, func(r rune) bool { return !isHost(r) }) {
		return ""
	}
	if port := u.Port(); port != "" && port != "80" && port != "443" {
		host += ":" + port
	}
	page := strings.TrimSuffix((&url.URL{Path: path.Clean("/" + u.Path)}).EscapedPath(), "/")
	query := queryOf(u.RawQuery)
	switch {
	case page == "" && query == "":
		return ""
	case page == "":
		page = "/"
	}
	return host + page + query
}

func isHost(r rune) bool {
	return r == '.' || r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// queryOf returns the query of an address without what tracks readers.
func queryOf(query string) string {
	var kept []string
	for pair := range strings.SplitSeq(query, "&") {
		name, _, _ := strings.Cut(strings.ToLower(pair), "=")
		if name != "" && !strings.HasPrefix(name, "utm_") && !slices.Contains(tracking, name) {
			kept = append(kept, asASCII(pair))
		}
	}
	if len(kept) == 0 {
		return ""
	}
	return "?" + strings.Join(kept, "&")
}

// tracking are parameters that say where a reader came from.
var tracking = []string{
	"fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "igshid", "mc_cid", "mc_eid", "_ga", "_gl",
	"_hsenc", "_hsmi", "cmpid", "ncid", "ocid", "ref_src", "xtor",
}

// asASCII returns s with its other bytes escaped.
func asASCII(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if s[i] > ' ' && s[i] < 0x7f {
			b.WriteByte(s[i])
		} else {
			b.WriteString(url.QueryEscape(s[i : i+1]))
		}
	}
	return b.String()
}
