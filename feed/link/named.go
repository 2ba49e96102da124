package link

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"dateline/feed/story"
)

// By is what a link was resolved by, as it appears in JSON.
type By string

// What a link can be resolved by, in this order.
const (
	ByUID      By = "uid"
	ByURL      By = "url"
	ByPath     By = "path"
	ByHeadline By = "" // or by nothing
)

// Ways returns the ways in which t names a story, in order.
func Ways(t *story.Target) (ways []By) {
	if t.UID != "" {
		ways = append(ways, ByUID)
	}
	if t.URL != "" {
		ways = append(ways, ByURL)
	}
	if t.Path != "" || t.Name != "" {
		ways = append(ways, ByPath)
	}
	return ways
}

// Named returns those of candidates that t names in one way, except from, the story with the
// link: the best, and up to three others. Of several versions the newest comes first, of
// several files with a name the one nearest to from.
func Named(t *story.Target, by By, from Candidate, candidates []Candidate) []story.ID {
	var found []*Candidate
	best := noPath
	for i := range candidates {
		c := &candidates[i]
		rank := namedBy(t, by, c)
		if rank >= noPath || rank > best || c.ID == from.ID {
			continue
		}
		if rank < best {
			best, found = rank, found[:0]
		}
		found = append(found, c)
	}
	slices.SortFunc(found, func(a, b *Candidate) int {
		if by == ByPath {
			return cmp.Or(cmp.Compare(sharedFolders(b.Path, from.Path), sharedFolders(a.Path, from.Path)),
				cmp.Compare(len(a.Path), len(b.Path)), strings.Compare(a.Path, b.Path))
		}
		return cmp.Or(cmp.Compare(b.Date.Unix(), a.Date.Unix()), cmp.Compare(b.Headline.Take, a.Headline.Take), strings.Compare(a.Path, b.Path))
	})
	var ids []story.ID
	for _, c := range found[:min(len(found), maxTargets)] {
		ids = append(ids, c.ID)
	}
	return ids
}

// namedBy returns a number that is smaller the better t names c in one way, noPath if it
// does not.
func namedBy(t *story.Target, by By, c *Candidate) int {
	switch by {
	case ByUID:
		if slices.Contains(c.UIDs, t.UID) {
			return samePath
		}
	case ByURL:
		if slices.Contains(c.URLs, t.URL) {
			return samePath
		}
	case ByPath:
		return min(pathRank(t.Path, c.Path, false), pathRank(t.Name, c.Path, true))
	case ByHeadline:
	}
	return noPath
}

// How well a path matches the one that a link names, best first.
const (
	samePath = iota
	sameStem // but for the extension, or an index
	sameEnd
	sameDate // the day in the name of a file is in the path of an address
	noPath
)

// pathRank returns how well file matches name, a path or the end of one.
func pathRank(name, file string, end bool) int {
	if name == "" {
		return noPath
	}
	if name == file {
		return samePath
	}
	want, has := Stem(name), Stem(file)
	switch {
	case want == has:
		return sameStem
	case !end:
		return noPath
	case strings.HasSuffix(has, "/"+want):
		return sameEnd
	}
	day, base := cutDay(path.Base(has))
	if dir, wanted := path.Split(want); day != "" && wanted == base && strings.HasSuffix("/"+dir, "/"+strings.ReplaceAll(day, "-", "/")+"/") {
		return sameDate
	}
	return noPath
}

// pageExtensions are the extensions of files to which links lead without one, or with another.
var pageExtensions = []string{".md", ".markdown", ".mdown", ".mkd", ".html", ".htm", ".xhtml", ".shtml", ".mhtml"}

// Stem returns path in lower case without the extension of a page, and without the name of
// an index: that of "a/b/index.html" and of "A/b.md" is "a/b".
func Stem(file string) string {
	file = strings.ToLower(strings.Trim(file, "/"))
	if ext := path.Ext(file); slices.Contains(pageExtensions, ext) {
		file = file[:len(file)-len(ext)]
	}
	switch dir, base := path.Split(file); base {
	case "index", "_index", "readme":
		if dir != "" {
			return strings.TrimRight(dir, "/")
		}
	}
	return file
}

// Base returns the end of the stem of a path, without a day before it: all paths that a link
// can lead to have the Base of its path or name.
func Base(file string) string {
	_, base := cutDay(path.Base(Stem(file)))
	return base
}

// IsPage reports whether links may lead to file without its extension.
func IsPage(file string) bool {
	return slices.Contains(pageExtensions, strings.ToLower(path.Ext(file)))
}

// cutDay cuts a name after the day that it begins with: "2031-03-14-ferry".
func cutDay(name string) (day, rest string) {
	const length = len("2031-03-14")
	if len(name) <= length+1 || name[length] != '-' {
		return "", name
	}
	for i := range length {
		if isDash := i == 4 || i == 7; isDash != (name[i] == '-') || !isDash && (name[i] < '0' || name[i] > '9') {
			return "", name
		}
	}
	return name[:length], name[length+1:]
}

// sharedFolders returns the number of folders that two paths have in common.
func sharedFolders(a, b string) (n int) {
	for {
		first, restOfA, more := strings.Cut(a, "/")
		other, restOfB, alsoMore := strings.Cut(b, "/")
		if !more || !alsoMore || first != other {
			return n
		}
		n++
		a, b = restOfA, restOfB
	}
}
