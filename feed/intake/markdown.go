package intake

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"dateline/feed/intake/prose"
	"dateline/feed/story"
	"dateline/feed/wire/line"
)

// frontBytes is the length of the longest front matter.
const frontBytes = 64 << 10

// isMarkdown reports whether f begins with front matter, or is named like Markdown and
// begins with a title.
func isMarkdown(f File) bool {
	if startsWith(f.Data, "-+") {
		_, end := frontMatter(line.Split(head(f.Data)))
		return end > 0
	}
	switch strings.ToLower(path.Ext(f.name())) {
	case ".md", ".markdown", ".mdown", ".mkd":
		return markdownTitle(line.Split(head(f.Data[:min(len(f.Data), 4096)]))) != ""
	}
	return false
}

// frontMatter reads the block between two lines "---" (YAML) or "+++" (TOML) at the
// beginning of lines, and returns the line after it, 0 if there is none. Each value is on
// one line; lists are joined with commas.
func frontMatter(lines []string) (values map[string]string, end int) {
	if len(lines) == 0 {
		return nil, 0
	}
	fence := strings.TrimRight(lines[0], " \t\r")
	front := front{sep: map[string]string{"---": ":", "+++": "="}[fence], values: map[string]string{}}
	size := 0
	for i := 1; i < len(lines) && front.sep != "" && size <= frontBytes; i++ {
		l := strings.TrimRight(lines[i], " \t\r")
		size += len(l) + 1
		if l == fence || fence == "---" && l == "..." {
			if len(front.values) == 0 {
				break
			}
			return front.values, i + 1
		}
		if !front.line(l) {
			break
		}
	}
	return nil, 0
}

// front is front matter that is being read.
type front struct {
	sep    string // between key and value
	values map[string]string
	key    string // the last key
}

// line reads a line. It returns false if no front matter has such a line.
func (f *front) line(l string) bool {
	switch {
	case l == "" || l[0] == '#' || l[0] == '[' && f.sep == "=":
		return true
	case f.key != "" && strings.IndexByte(" \t-]", l[0]) >= 0:
		f.values[f.key] = joinValue(f.values[f.key], strings.TrimSpace(l))
		return true
	}
	key, value, ok := strings.Cut(l, f.sep)
	if key = strings.ToLower(strings.Trim(key, " \"'")); !ok || !isKey(key) {
		return false
	}
	f.key, f.values[key] = key, strings.TrimSpace(value)
	return true
}

// isKey reports whether name may be a key of front matter.
func isKey(name string) bool {
	return name != "" && len(name) < 64 && strings.IndexFunc(name, func(r rune) bool {
		return r < 0x80 && (r < '0' || r > '9') && (r < 'a' || r > 'z') && !strings.ContainsRune("_-. ", r)
	}) < 0 && strings.Count(name, " ") < 3
}

// joinValue adds the next line of a value: an item of a list, or more text.
func joinValue(value, next string) string {
	if len(value) > titleBytes {
		return value
	}
	if item, ok := strings.CutPrefix(next, "- "); ok {
		if value != "" {
			return value + ", " + item
		}
		return item
	}
	switch value {
	case "", ">", "|", ">-", "|-", ">+", "|+":
		return next
	}
	return value + " " + next
}

// plainValue returns a value without quotes, brackets and comments; "" for null.
func plainValue(v string) string {
	v = strings.TrimSpace(v)
	switch {
	case v == "" || v == "~" || v == "null":
		return ""
	case v[0] == '"':
		if end := strings.LastIndexByte(v, '"'); end > 0 {
			if s, err := strconv.Unquote(v[:end+1]); err == nil {
				return s
			}
			return v[1:end]
		}
	case v[0] == '\'':
		if end := strings.LastIndexByte(v, '\''); end > 0 {
			return strings.ReplaceAll(v[1:end], "''", "'")
		}
	case v[0] == '[':
		var items []string
		for item := range strings.SplitSeq(strings.Trim(v, "[]"), ",") {
			items = append(items, plainValue(item))
		}
		return strings.Join(items, ", ")
	}
	v, _, _ = strings.Cut(v, " #")
	return strings.TrimSpace(v)
}

// markdownTitle returns the title that begins lines, "# Title" or a line above "====".
func markdownTitle(lines []string) string {
	for i, l := range lines {
		l = strings.TrimSpace(l)
		if l == "" {
			continue
		}
		if title, ok := strings.CutPrefix(l, "# "); ok {
			return strings.Trim(title, " #")
		}
		if i+1 < len(lines) {
			if rule := strings.TrimSpace(lines[i+1]); len(rule) > 2 && strings.Trim(rule, "=") == "" {
				return l
			}
		}
		break
	}
	return ""
}

// readMarkdown reads the front matter, and the text as Markdown.
func readMarkdown(f File) []*story.Story {
	c, ok := cleanText(f.Data)
	if !ok || c.mostlyControls {
		return refuseText(f, "The file is not text.")
	}
	lines := line.Split(c.text)
	values, end := frontMatter(lines)
	d := document{
		title:    firstValue(values, "title", "headline"),
		dates:    allValues(values, "date", "published", "pubdate", "publishdate", "datepublished", "created", "updated"),
		authors:  allValues(values, "author", "authors", "by", "byline"),
		places:   allValues(values, "place", "location", "dateline"),
		agency:   publisher(values),
		keywords: strings.Split(strings.Join(allValues(values, "keywords", "tags", "topics", "categories"), ","), ","),
		language: firstValue(values, "lang", "language"),
		fields:   placed(lines[:end], 0),
	}
	body, links := prose.Read(strings.Join(lines[end:], "\n"), end)
	d.body = body
	d.ties = ties{
		uids:    allValues(values, "guid", "uid"),
		urls:    allValues(values, "canonical", "canonicalurl", "canonical_url", "permalink", "url", "link", "source"),
		related: proseLinks(f.Path, links),
	}
	untitled := d.title == "" && len(body) > 0 && !slices.ContainsFunc(body[:min(len(body), topBlocks)], isHeading)
	s := d.story(f, c)
	if untitled && s.Dateline.Text == "" { // it is no copy, which begins with its headline
		if d.title = nameTitle(f.name()); d.title != "" {
			s = d.story(f, c)
		}
	}
	return []*story.Story{s}
}

func isHeading(b story.Block) bool { return b.Kind == story.Heading }

// nameTitle returns the title that the name of a file is, without a day before it; "" for a name
// that generators of pages give any page.
func nameTitle(name string) string {
	name = strings.TrimSuffix(path.Base(name), path.Ext(name))
	title := strings.TrimLeft(name, "0123456789-_. ")
	if !strings.Contains(title, " ") {
		title = strings.NewReplacer("-", " ", "_", " ").Replace(title)
	}
	switch strings.ToLower(strings.TrimSpace(title)) {
	case "index", "readme", "untitled":
		return ""
	}
	return title
}

// publisher returns who published the story, "" if the front matter has only an address.
func publisher(values map[string]string) string {
	for _, name := range allValues(values, "publisher", "agency", "source") {
		if !strings.Contains(name, "://") {
			return name
		}
	}
	return ""
}

// allValues returns the values of those of keys that have one.
func allValues(values map[string]string, keys ...string) (all []string) {
	for _, k := range keys {
		if v := plainValue(values[k]); v != "" {
			all = append(all, v)
		}
	}
	return all
}

// firstValue returns the value of the first of keys that has one.
func firstValue(values map[string]string, keys ...string) string {
	return cmp.Or(allValues(values, keys...)...)
}
