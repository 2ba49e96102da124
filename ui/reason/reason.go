// Package reason says in words why a story is around another one. It is pure.
package reason

import (
	"strings"

	"dateline/feed"
	"dateline/feed/link"
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/feed/takes"
)

// MaxOthers is the number of other targets of a related headline that are shown.
const MaxOthers = 3

// Others returns the number of targets of l that are shown beside the first.
func Others(l *feed.Link) int { return max(0, min(len(l.Targets)-1, MaxOthers)) }

// Title returns the headline of r, or that of the first target of its link if it has none.
func Title(r *story.Related, l *feed.Link) string {
	if len(l.Targets) > 0 && r.IsBare() {
		return l.Targets[0].Headline.Title
	}
	return r.Title
}

// Match returns why the first target of l is that of its headline. What varies is at the
// end.
func Match(l *feed.Link) string {
	text := ""
	switch l.Match {
	case link.None:
		return locale.T("not in the archive")
	case link.Exact:
		text = named(l.By)
	case link.Normalised:
		text = locale.T("the same headline, written differently")
	case link.Version:
		text = locale.F("another take: %s", l.Targets[0].Headline.Title)
	case link.Cut:
		text = locale.F("cut short: %s", l.Targets[0].Headline.Title)
	case link.Close:
		text = locale.F("reworded: %s", l.Targets[0].Headline.Title)
	}
	if n := Others(l); n > 0 {
		text = locale.F("first of %d: %s", n+1, text)
	}
	return text
}

// named returns why a story is the one that a link names.
func named(by link.By) string {
	switch by {
	case link.ByUID:
		return locale.T("the same identifier")
	case link.ByURL:
		return locale.T("the same address")
	case link.ByPath:
		return locale.T("the file that the link names")
	case link.ByHeadline:
	}
	return locale.T("the same headline")
}

// Alike returns why a is like a story.
func Alike(a *feed.Alike) string { return locale.F("shares %s", strings.Join(a.Words, ", ")) }

// Take returns why t is a take of its story.
func Take(t *feed.Take) string {
	switch t.Why {
	case takes.Copy:
		return locale.T("the same text")
	case takes.Number:
		return locale.T("the same number")
	case takes.Slug:
		return locale.T("the same slug")
	case takes.Headline:
		return locale.T("the same headline")
	case takes.Correction:
		return locale.T("a correction")
	case takes.Flash:
		return locale.T("the flash says the same")
	case takes.Recast:
		return locale.T("a note says that the headline changed")
	case takes.Text:
		return locale.T("much of the text is the same")
	case takes.UID:
		return locale.T("the same identifier")
	case takes.URL:
		return locale.T("the same address")
	case takes.Made:
		return locale.T("one was made from the other")
	case takes.Kill:
		return locale.T("a kill of the other takes")
	case takes.Joined, takes.Cut:
		return locale.T("joined by hand")
	}
	return locale.T("the first take")
}
