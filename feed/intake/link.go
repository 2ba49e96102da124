package intake

import (
	"cmp"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"dateline/feed/clean"
	"dateline/feed/intake/prose"
	"dateline/feed/link"
	"dateline/feed/story"
	"dateline/feed/wire/headline"
	"dateline/feed/wire/line"
)

// anchor is a link to another story: a headline, what it names, or both.
type anchor struct {
	text    string
	to      story.Target
	address string // of the web; "" if only to is known
	section string
	line    int
}

// ties is what a story is named by, and the stories that it belongs to or has links to.
type ties struct {
	uids    []string // its identifiers, the main one first
	urls    []string // its addresses in any form, the main one first
	related []anchor

	version  string // of the story with its identifier
	replaces string // the identifier of the story that it was made from
}

// thread is the section of what a message answers.
const thread = "Thread"

// The most identifiers and addresses that a story has.
const maxNames = 8

// set sets the identifiers, addresses and links of s, a story of file. An identifier that is an
// address is both.
func (t *ties) set(s *story.Story, file string) {
	for _, id := range t.uids {
		s.UIDs = withName(s.UIDs, uidOf(id))
	}
	for _, address := range slices.Concat(t.urls, t.uids) {
		url := link.URL(address)
		if s.Address == "" && url != "" {
			s.Address = clean.Line(address)
		}
		s.URLs = withName(s.URLs, url)
	}
	if n, err := strconv.Atoi(strings.TrimSpace(t.version)); err == nil && n > 0 {
		s.Version = n
	}
	if s.Replaces = uidOf(t.replaces); slices.Contains(s.UIDs, s.Replaces) {
		s.Replaces = ""
	}
	t.setRelated(s, file)
}

// uidOf returns an identifier; "" for one that is too short to be that of one story only.
func uidOf(id string) string {
	id = link.UID(clean.Line(id))
	if len(id) < minUID && !strings.ContainsAny(id, ":/@") {
		return ""
	}
	return id
}

// minUID is the length of the shortest identifier, such as a number with a day, that names one
// story of all.
const minUID = 12

// named returns what an identifier names, which may be an address.
func named(id string) story.Target {
	return story.Target{UID: uidOf(id), URL: link.URL(id)}
}

// withName returns names with name, if that is not empty and there is room.
func withName(names []string, name string) []string {
	if name == "" || len(names) == maxNames || slices.Contains(names, name) {
		return names
	}
	return append(names, name)
}

// setRelated adds the links to s, at most maxRelated: each target once, and none that s
// is itself.
func (t *ties) setRelated(s *story.Story, file string) {
	seen := map[story.Target]bool{}
	for _, a := range t.related {
		t := a.to
		if isSelf(s, &t, file) || seen[t] || len(s.Related) >= maxRelated {
			continue
		}
		text := clean.Line(line.Head(cmp.Or(a.text, t.Name, t.Path, t.URL, t.UID), titleBytes))
		if text == "" {
			continue
		}
		seen[t] = t != (story.Target{})
		r := story.Related{Headline: headline.Read(text), Target: t, Address: clean.Line(a.address), Section: a.section}
		if r.Address == "" && t.URL != "" {
			r.Address = "https://" + t.URL
		}
		if a.line > 0 {
			r.Span = story.Span{First: a.line, Last: a.line}
		}
		s.Related = append(s.Related, r)
	}
}

// isSelf reports whether t names s, a story of file.
func isSelf(s *story.Story, t *story.Target, file string) bool {
	return t.UID != "" && slices.Contains(s.UIDs, t.UID) || t.URL != "" && slices.Contains(s.URLs, t.URL) || t.Path != "" && t.Path == file
}

// proseLinks returns the links in Markdown.
func proseLinks(file string, list []prose.Link) (out []anchor) {
	for _, l := range list {
		t, ok := targetOf(file, "", l.To)
		if l.Name {
			t, ok = nameTarget(file, l.To)
		}
		if ok {
			out = append(out, anchor{l.Text, t, webAddress("", l.To), story.InText, l.Line})
		}
	}
	return out
}

// nameTarget returns what the end of a path names, as generators of pages and programs for
// notes write it.
func nameTarget(file, name string) (story.Target, bool) {
	name, _, _ = strings.Cut(strings.TrimSpace(name), "#")
	if strings.HasPrefix(name, ".") {
		return targetOf(file, "", name)
	}
	name = strings.Trim(path.Clean("/"+clean.Line(name)), "/")
	if name == "" || len(name) > titleBytes || isAsset(name) {
		return story.Target{}, false
	}
	return story.Target{Name: name}, true
}

// targetOf returns what an address in file names; ok is false if no story can be there, nor
// another file of the archive. Base is the address of the story that has it, "" if that is not
// known.
func targetOf(file, base, address string) (t story.Target, ok bool) {
	if len(address) > titleBytes {
		return t, false
	}
	u, err := url.Parse(strings.TrimSpace(address))
	asset := err == nil && isAsset(u.Path)
	switch {
	case err != nil || u.Opaque != "" || asset && (u.Scheme != "" || u.Host != ""):
		return t, false
	case u.Scheme != "" || u.Host != "":
		t.URL = link.URL(address)
		return t, t.URL != ""
	case u.Path == "" && u.RawQuery == "":
		return t, false
	}
	if from, err := url.Parse(base); base != "" && err == nil && !asset {
		t.URL = link.URL(from.ResolveReference(u).String())
	}
	switch to := clean.Line(u.Path); {
	case strings.HasPrefix(to, "/"):
		t.Name = strings.Trim(path.Clean(to), "/")
	case to != "":
		if t.Path = path.Join(path.Dir(file), to); strings.HasPrefix(t.Path, "../") || t.Path == "." {
			t.Path = ""
		}
	}
	return t, t != story.Target{}
}

// webAddress returns an address on a page at base as an address of the web; "" if it is none.
func webAddress(base, address string) string {
	to, err := resolved(base, address)
	if err != nil || link.URL(to.String()) == "" {
		return ""
	}
	return to.String()
}

// resolved returns an address on a page at base, which may be "" or no address.
func resolved(base, address string) (*url.URL, error) {
	from, err := url.Parse(base)
	if err != nil {
		from = &url.URL{}
	}
	return from.Parse(strings.TrimSpace(address))
}

// assets are the extensions of files that are no stories.
var assets = []string{
	".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico", ".css", ".js", ".pdf", ".zip", ".gz", ".mp3", ".mp4", ".webm",
	".ogg", ".wav", ".mov", ".m4a", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".csv", ".epub",
}

func isAsset(file string) bool { return slices.Contains(assets, strings.ToLower(path.Ext(file))) }
