// Package notice reads what corrections and kills announce, and the embargo of a story.
//
// A correction or kill names its story in words. Read collects the names: headlines in
// quotes, of which those that follow a word such as "headlined" come first; what follows such
// a word without quotes, up to the end of its clause; slugs and the numbers of messages; and,
// as the last resort, its own headline without its tags. A later version of an item is about
// those with its identifier. Targets chooses among the stories of
// the 31 days before it. A name that no story has leads nowhere, so a quotation in a notice
// does no harm.
//
// ReadEmbargo reads until when a story is held. A note that lifts an embargo, the word in
// a headline, and an advisory hold nothing.
package notice

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/diff"
	"dateline/feed/link"
	"dateline/feed/story"
	"dateline/feed/wire/headline"
	"dateline/feed/wire/line"
)

// Notice is what a correction or kill says about the story that it is about.
type Notice struct {
	Named   []string `json:",omitempty"` // headlines and slugs that it announces
	Quoted  []string `json:",omitempty"` // other texts in quotes
	Numbers []string `json:",omitempty"` // of messages, in lower case
	Title   string   `json:",omitempty"` // its own headline; empty if that is nothing but a tag
	Take    story.Take
	Slug    string   `json:",omitempty"` // its own
	Wrong   []string `json:",omitempty"` // figures that it replaces
}

// The bounds of what is read of a notice.
const (
	maxText  = 8000 // bytes
	maxParts = 8    // paragraphs
	maxNames = 16   // of each kind
	maxName  = 300  // bytes of a name
)

// Read returns what s announces; ok is false if s is neither a correction nor a kill.
func Read(s *story.Story) (n Notice, ok bool) {
	h := &s.Headline
	if !Announces(h.Kind) {
		return n, false
	}
	n.Take, n.Slug = h.Take, s.Envelope.Slug
	if _, tag := headline.ReadTag(h.Title); !tag {
		n.Title = line.Head(h.Title, maxName)
	}
	text := textOf(s)
	n.names(text)
	for _, c := range diff.ReadSteds(text) {
		if len(n.Wrong) < maxNames {
			n.Wrong = append(n.Wrong, c.Old)
		}
	}
	return n, true
}

// Announces reports whether stories of a kind are about another story: corrections and
// kills.
func Announces(k story.Kind) bool { return k == story.Correction || k == story.Kill }

// textOf returns the text that may name a story: the notes, and the body of a kill; the
// body of a correction is the corrected story, but for a paragraph in brackets.
func textOf(s *story.Story) string {
	var b strings.Builder
	add := func(text string) {
		if b.Len() < maxText {
			b.WriteString(line.Head(text, maxText-b.Len()))
			b.WriteByte('\n')
		}
	}
	for i := range s.Notes {
		add(s.Notes[i].Text)
	}
	for i := range s.Body[:min(len(s.Body), maxParts)] {
		bl := &s.Body[i]
		if bl.Kind != story.Caption && (s.Headline.Kind == story.Kill || isRemark(bl.Text)) {
			add(bl.Text)
		}
	}
	return b.String()
}

// isRemark reports whether a paragraph is all in brackets.
func isRemark(text string) bool {
	closer, ok := line.Bracket(text)
	return ok && strings.HasSuffix(strings.TrimRight(text, " ="), closer)
}

// Targets returns the stories of rows that the notice in the row from is about: one for
// each name that it announces, or else one for its quotations, identifier, numbers, title or slug. Rows
// may have stories that are later, or that it is not about.
func (n *Notice) Targets(from *story.Row, rows []story.Row) []story.ID {
	c := chooser{n: n, from: from}
	for i := range rows {
		if c.possible(&rows[i]) {
			c.rows = append(c.rows, &rows[i])
		}
	}
	for _, names := range [][]string{n.Named, n.Quoted} {
		if ids := c.named(names); len(ids) > 0 {
			return ids
		}
	}
	for _, likeness := range []func(*story.Row) float64{c.byUID, c.byNumber, c.byTitle, c.bySlug} {
		if r := c.best(n.Take, likeness); r != nil {
			return []story.ID{r.ID}
		}
	}
	return nil
}

// chooser chooses the stories of a notice.
type chooser struct {
	n    *Notice
	from *story.Row
	rows []*story.Row // those that it may be about
}

// Days is the maximum number of days between a story and what corrects or kills it.
const Days = 31

// possible reports whether the notice may be about r: r is no kill, and came before the
// notice, on the same day or in the Days before it. The date of a notice that only its
// file's time gives does not count.
func (c *chooser) possible(r *story.Row) bool {
	if r.ID == c.from.ID || r.Headline.Kind == story.Kill || r.Problem != "" {
		return false
	}
	d := &c.from.Date
	if !Dated(d) {
		return true
	}
	end := d.Unix()
	if d.Clock.IsZero() {
		end += 86400 - 1
	}
	at := r.Date.Unix()
	return at <= end && at >= d.Unix()-Days*86400
}

// Dated reports whether the date of a notice bounds the dates of the stories that it may be
// about.
func Dated(d *story.Date) bool { return d.Known() && d.From != story.FromModTime }

// named returns the stories with one of the names, each once.
func (c *chooser) named(names []string) (ids []story.ID) {
	for _, name := range names {
		as := link.Candidate{Headline: headline.Read(name)}
		slug := SlugKey(name)
		r := c.best(as.Headline.Take, func(r *story.Row) float64 {
			if slug != "" && SlugKey(r.Slug) == slug {
				return 1
			}
			to := link.CandidateOf(r)
			return link.Corrected(&as, &to)
		})
		if r != nil && !slices.Contains(ids, r.ID) {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

// byUID finds the version that a later one of the same item corrects or kills.
func (c *chooser) byUID(r *story.Row) float64 {
	for _, uid := range r.UIDs {
		if uid == c.from.Replaces || slices.Contains(c.from.UIDs, uid) {
			return 1
		}
	}
	return 0
}

func (c *chooser) byNumber(r *story.Row) float64 {
	if r.Number != "" && slices.Contains(c.n.Numbers, strings.ToLower(r.Number)) {
		return 1
	}
	return 0
}

func (c *chooser) byTitle(r *story.Row) float64 {
	if c.n.Title == "" {
		return 0
	}
	from, to := link.CandidateOf(c.from), link.CandidateOf(r)
	return link.Corrected(&from, &to)
}

func (c *chooser) bySlug(r *story.Row) float64 {
	if slug := SlugKey(c.n.Slug); slug != "" && slug == SlugKey(r.Slug) {
		return 1
	}
	return 0
}

// best returns the most likely row, nil for none. Of rows that are equally likely, those
// come first that have a figure that the notice replaces, that are no corrections or repeats,
// that are the take, then the latest.
func (c *chooser) best(take story.Take, likeness func(*story.Row) float64) (best *story.Row) {
	var top []int64
	for _, r := range c.rows {
		l := likeness(r)
		if l == 0 {
			continue
		}
		rank := []int64{int64(l * 1000), bit(c.wrong(r)), bit(r.Headline.Kind != story.Correction), bit(!repeats(r)),
			bit(r.Headline.Take == take), r.Date.Unix(), int64(r.Headline.Take)}
		if d := slices.Compare(rank, top); best == nil || d > 0 || d == 0 && r.Path < best.Path {
			best, top = r, rank
		}
	}
	return best
}

func bit(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// wrong reports whether the title of r has a figure that the notice replaces.
func (c *chooser) wrong(r *story.Row) bool {
	words := strings.FieldsFunc(r.Headline.Title, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;:()'\"", r) })
	return slices.ContainsFunc(c.n.Wrong, func(w string) bool { return slices.Contains(words, w) })
}

// repeats reports whether r was sent a second time without changes.
func repeats(r *story.Row) bool {
	return slices.ContainsFunc(r.Headline.Tags, func(t string) bool { return strings.EqualFold(t, "rpt") || strings.EqualFold(t, "repeat") })
}

// SlugKey folds a slug: its letters and digits in lower case, without the cycle and the
// region that AP puts before it: "PM-", "BC-US--". It is empty for a slug that is too short to
// name a story.
func SlugKey(slug string) string {
	slug = strings.ToLower(line.Head(slug, maxName))
	for _, cycle := range [...]string{"bc-", "am-", "pm-"} {
		slug = strings.TrimPrefix(slug, cycle)
	}
	if region, rest, ok := strings.Cut(slug, "--"); ok && len(region) < minSlug {
		slug = rest
	}
	slug = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, slug)
	if utf8.RuneCountInString(slug) < minSlug {
		return ""
	}
	return slug
}

// minSlug is the least number of letters and digits of a slug.
const minSlug = 5
