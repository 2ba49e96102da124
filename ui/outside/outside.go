// Package outside opens addresses and files in other programs, without a shell.
//
// What is opened comes from an archive, which may be hostile. Addresses have one of three
// schemes, no user and no password, and their text is ASCII: what a reader is shown is what the
// program gets. Files have an extension of documents, so that the system does not run them.
// An address begins with its scheme and a path with its root; neither can be an option.
package outside

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"

	"dateline/feed/clean"
	"dateline/feed/locale"
)

// Target is what may be opened: an address or a file. Use Web or File to create one.
type Target struct {
	text string
	web  bool // http or https
}

// String returns the address or the path of the file.
func (t Target) String() string { return t.text }

// maxAddress is the length of the longest address that is opened, in bytes.
const maxAddress = 2048

// Web returns the target of an address of the web or of mail. Hosts in other scripts have
// their ASCII form, "xn--…", which shows letters that only look like others.
func Web(address string) (Target, error) {
	address = strings.TrimSpace(address)
	if strings.HasPrefix(address, "//") {
		address = "https:" + address
	}
	u, err := url.Parse(address)
	switch {
	case len(address) > maxAddress:
		return Target{}, locale.Error("the address is too long to open")
	case err != nil:
		return Target{}, locale.Error("the address cannot be read")
	case u.Scheme == "mailto":
		return mail(u.Opaque)
	case u.Scheme != "http" && u.Scheme != "https":
		return Target{}, locale.Error("only http, https and mailto addresses are opened")
	case u.User != nil:
		return Target{}, locale.Error("an address with a user or a password is not opened")
	}
	host, err := ascii(u.Hostname())
	if err != nil {
		return Target{}, err
	}
	if u.Port() != "" {
		host += ":" + u.Port()
	}
	text := u.Scheme + "://" + host + encode(u.EscapedPath())
	if u.RawQuery != "" {
		text += "?" + encode(u.RawQuery)
	}
	if u.Fragment != "" {
		text += "#" + encode(u.EscapedFragment())
	}
	return Target{text, true}, nil
}

// ascii returns the ASCII form of a host.
func ascii(host string) (string, error) {
	if strings.Contains(host, ":") && strings.Trim(strings.ToLower(host), "0123456789abcdef:.") == "" {
		return "[" + host + "]", nil
	}
	if !isASCII(host) {
		var err error
		if host, err = idna.Lookup.ToASCII(host); err != nil {
			return "", locale.Error("the address has a host that does not exist")
		}
	}
	host = strings.ToLower(host)
	if host == "" || strings.Trim(host, "abcdefghijklmnopqrstuvwxyz0123456789-._") != "" {
		return "", locale.Error("the address has a host that does not exist")
	}
	return host, nil
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 })
}

// mail returns the target of an address of mail. What may follow it, such as files to attach,
// is left out.
func mail(address string) (Target, error) {
	address, err := url.PathUnescape(address)
	name, host, ok := strings.Cut(address, "@")
	const letters = "abcdefghijklmnopqrstuvwxyz0123456789-."
	if err != nil || !ok || name == "" || host == "" || name[0] == '-' ||
		strings.Trim(strings.ToLower(name), letters+"_+%") != "" || strings.Trim(strings.ToLower(host), letters) != "" {
		return Target{}, locale.Error("the mail address cannot be read")
	}
	return Target{text: "mailto:" + url.PathEscape(name) + "@" + host}, nil
}

// encode percent-encodes the bytes of a part of an address that a program could take for
// something else.
func encode(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7f || strings.IndexByte("\"'`$\\|<>^{}", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// documents are the extensions of the files that are opened.
var documents = []string{
	".txt", ".text", ".md", ".markdown", ".htm", ".html", ".xhtml", ".xml", ".rss", ".atom", ".json", ".jsonl", ".csv", ".tsv",
	".eml", ".mbox", ".sgm", ".sgml", ".rtf", ".pdf",
}

// File returns the target of a file with a story.
func File(path string) (Target, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil && container(path) != "":
		return Target{}, locale.Errorf("the story has no file of its own; it is in %s", clean.Line(container(path)))
	case !filepath.IsAbs(path) || err != nil:
		return Target{}, locale.Error("the story has no file of its own to open")
	case !info.Mode().IsRegular() || !slices.Contains(documents, strings.ToLower(filepath.Ext(path))):
		return Target{}, locale.Error("files of this kind are not opened")
	case !utf8.ValidString(path) || strings.ContainsFunc(path, func(r rune) bool { return !unicode.IsPrint(r) }):
		return Target{}, locale.Error("the path has characters that cannot be shown")
	}
	return Target{text: path}, nil
}

// container returns the name of the file in whose place path has a folder: a zip or tar
// archive; "" if there is none.
func container(path string) string {
	for dir := filepath.Dir(path); filepath.IsAbs(path) && dir != path; path, dir = dir, filepath.Dir(dir) {
		if info, err := os.Stat(dir); err == nil {
			if info.Mode().IsRegular() {
				return filepath.Base(dir)
			}
			return ""
		}
	}
	return ""
}
