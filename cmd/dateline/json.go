package main

import (
	"cmp"

	"dateline/feed"
	"dateline/feed/link"
	"dateline/feed/story"
	"dateline/feed/takes"
)

// rowJSON is a story in a list. Every field is present, even an empty list; only an
// unknown date, address or identifier is absent.
type rowJSON struct {
	ID         story.ID       `json:"id"`
	Path       string         `json:"path"`
	Headline   string         `json:"headline"`
	Title      string         `json:"title"`
	Tags       []string       `json:"tags"`
	Take       story.Take     `json:"take"`
	Kind       story.Kind     `json:"kind"`
	Place      []string       `json:"place"`
	Date       string         `json:"date,omitempty"`
	DateFrom   story.DateFrom `json:"date_from"`
	Agency     string         `json:"agency"`
	Byline     []string       `json:"byline"`
	Email      []string       `json:"email"`
	Keywords   []string       `json:"keywords"`
	Words      int            `json:"words"`
	Paragraphs int            `json:"paragraphs"`
	Format     string         `json:"format"`
	Slug       string         `json:"slug"`
	Number     string         `json:"number"`
	Category   string         `json:"category"`
	Priority   string         `json:"priority"`
	Sent       string         `json:"sent"`
	URL        string         `json:"url,omitempty"`
	UID        string         `json:"uid,omitempty"`
	Group      story.ID       `json:"group"` // the oldest take
	TakesCount int            `json:"takes_count"`
	Read       bool           `json:"read"`
	Starred    bool           `json:"starred"`
	Marks      []string       `json:"marks"` // the reader's own tags
}

// storyJSON is a whole story.
type storyJSON struct {
	rowJSON

	Notes      []string      `json:"notes"`
	NotesAfter []int         `json:"notes_after"` // the blocks of the body above each note
	Body       []blockJSON   `json:"body"`
	Related    []relatedJSON `json:"related"`
	CitedBy    []story.ID    `json:"cited_by"`
	Takes      []memberJSON  `json:"takes"`

	CorrectedBy []story.ID `json:"corrected_by"`
	KilledBy    []story.ID `json:"killed_by"`
	Corrects    []story.ID `json:"corrects"`
	Kills       []story.ID `json:"kills"`
	Embargo     string     `json:"embargo"` // in RFC 3339, or as written

	Ended    bool     `json:"ended"`
	EndMark  string   `json:"end_mark"`
	Tail     []string `json:"tail"`
	SignOff  []string `json:"signoff"` // as written
	Language string   `json:"language"`
	Encoding string   `json:"encoding"`
	Standin  bool     `json:"headline_is_standin"` // the file has no headline: the first sentence, or its name, is shown
}

// blockJSON is a block of the body. Paragraphs have N, captions Credit, Rights and a Picture, and
// the paragraphs of a summary Mentions.
type blockJSON struct {
	Kind   story.BlockKind `json:"kind"`
	Text   string          `json:"text"`
	N      int             `json:"n,omitempty"`
	Credit *string         `json:"credit,omitempty"`
	Rights *string         `json:"rights,omitempty"`

	Picture string `json:"picture,omitempty"` // the path of its picture in the archive, which may be missing

	Mentions []story.ID `json:"mentions,omitempty"` // the stories that it is about
}

// relatedJSON is a related headline, or a story that cites this one. ID is absent
// if the story is not in the archive.
type relatedJSON struct {
	Headline string     `json:"headline"`
	Match    link.Match `json:"match"`
	ID       story.ID   `json:"id,omitempty"`
	Also     []story.ID `json:"also"`
	By       link.By    `json:"by,omitempty"` // what it was found by, if not by its headline
	targetJSON
	Notice story.ID `json:"notice,omitempty"` // the correction or kill of the story or of a take of it
}

// cites is the match of a story that cites this one.
const cites link.Match = "cites"

// takeJSON is a take of a story.
type takeJSON struct {
	ID       story.ID   `json:"id"`
	Take     story.Take `json:"take"`
	Headline string     `json:"headline"`
	Date     string     `json:"date,omitempty"`
}

// memberJSON is a take of a story, and why it is one.
type memberJSON struct {
	takeJSON

	Why takes.Why `json:"why"` // empty for the first
}

// problemJSON is a problem that check found. If it is common to many stories, Path is
// empty and Count is their number.
type problemJSON struct {
	Path    string `json:"path"`
	Line    int    `json:"line"`
	Problem string `json:"problem"`
	Detail  string `json:"detail"`
	Count   int    `json:"count,omitempty"`
}

func newRowJSON(r story.Row) rowJSON {
	return rowJSON{
		ID: r.ID, Path: r.Path, Headline: r.Headline.Text, Title: r.Headline.Title,
		Tags: list(r.Headline.Tags), Take: r.Headline.Take, Kind: cmp.Or(r.Headline.Kind, story.Plain),
		Place: list(r.Places), Date: r.Date.String(), DateFrom: cmp.Or(r.Date.From, story.FromNothing), Agency: r.Agency,
		Byline: list(r.Byline), Email: list(r.Emails), Keywords: list(r.Keywords),
		Words: r.Words, Paragraphs: r.Paragraphs, Format: r.Format,
		Slug: r.Slug, Number: r.Number, Category: r.Category, Priority: r.Priority, Sent: r.Sent,
		URL: first(r.URLs), UID: first(r.UIDs),
		Group: cmp.Or(r.Group, r.ID), TakesCount: max(r.Takes, 1),
		Read: r.Read, Starred: r.Starred, Marks: list(r.Marks),
	}
}

func newStoryJSON(p page) storyJSON {
	j := storyJSON{
		rowJSON: newRowJSON(p.row), Notes: []string{}, NotesAfter: []int{}, Body: []blockJSON{}, Takes: []memberJSON{},
		Related: newRelatedJSON(p.links), CitedBy: ids(p.citedBy),
		Ended: p.story.Ended(), EndMark: p.story.EndMark.Text, Tail: texts(p.story.Tail),
		SignOff: texts(p.story.SignOff.Lines), Language: p.story.Language, Encoding: p.story.Encoding, Standin: p.story.Headline.Standin,
	}
	j.announce(&p.notices)
	j.Embargo = feed.ReadEmbargo(p.story).String()
	for _, n := range p.story.Notes {
		j.Notes, j.NotesAfter = append(j.Notes, n.Text), append(j.NotesAfter, n.After)
	}
	for _, b := range p.story.Body {
		block := blockJSON{Kind: b.Kind, Text: b.Text, N: b.N}
		if b.Kind == story.Caption {
			block.Credit, block.Rights, block.Picture = &b.Credit, &b.Rights, b.Picture
		}
		if rows := p.mentions[b.N]; b.N > 0 && len(rows) > 0 {
			block.Mentions = ids(rows)
		}
		j.Body = append(j.Body, block)
	}
	for _, t := range p.takes {
		j.Takes = append(j.Takes, memberJSON{takeJSON{t.Row.ID, t.Row.Headline.Take, t.Row.Headline.Text, t.Row.Date.String()}, t.Why})
	}
	return j
}

// announce sets the fields about corrections and kills.
func (j *storyJSON) announce(n *feed.Notices) {
	j.CorrectedBy, j.KilledBy, j.Corrects, j.Kills = []story.ID{}, []story.ID{}, []story.ID{}, []story.ID{}
	for _, r := range n.By {
		if r.Headline.Kind == story.Kill {
			j.KilledBy = append(j.KilledBy, r.ID)
		} else {
			j.CorrectedBy = append(j.CorrectedBy, r.ID)
		}
	}
	if j.Kind == story.Kill {
		j.Kills = ids(n.About)
	} else {
		j.Corrects = ids(n.About)
	}
}

// targetJSON is what a related headline names.
type targetJSON struct {
	URL  string `json:"url,omitempty"`
	UID  string `json:"uid,omitempty"`
	File string `json:"file,omitempty"` // a path, maybe without its beginning and its extension
}

func newTargetJSON(t *story.Target) targetJSON {
	return targetJSON{URL: t.URL, UID: t.UID, File: cmp.Or(t.Path, t.Name)}
}

func newRelatedJSON(links []feed.Link) []relatedJSON {
	all := make([]relatedJSON, 0, len(links))
	for _, l := range links {
		targets := ids(l.Targets)
		j := relatedJSON{Headline: l.Related.Text, Match: l.Match, Also: []story.ID{}, By: l.By, targetJSON: newTargetJSON(&l.Related.Target)}
		if len(targets) > 0 {
			j.ID, j.Also = targets[0], targets[1:]
			if l.Correction != nil {
				j.Notice = l.Correction.ID
			}
		}
		all = append(all, j)
	}
	return all
}

func newCitesJSON(r story.Row) relatedJSON {
	return relatedJSON{Headline: r.Headline.Text, Match: cites, ID: r.ID, Also: []story.ID{}}
}

func newProblemJSON(p feed.Problem) problemJSON {
	return problemJSON{Path: p.Path, Line: p.Doubt.Line, Problem: p.Doubt.Problem, Detail: p.Doubt.Detail}
}

// list returns s, or an empty slice for nil, which JSON would write as null.
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// first returns the first of names, "" if there is none.
func first(names []string) string { return cmp.Or(names...) }

func ids(rows []story.Row) []story.ID {
	all := make([]story.ID, 0, len(rows))
	for _, r := range rows {
		all = append(all, r.ID)
	}
	return all
}

// texts returns the texts of lines.
func texts(lines []story.Line) []string {
	all := make([]string, len(lines))
	for i, l := range lines {
		all[i] = l.Text
	}
	return all
}
