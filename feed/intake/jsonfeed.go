package intake

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"slices"
	"strings"

	"dateline/feed/intake/markup"
	"dateline/feed/intake/page"
	"dateline/feed/link"
	"dateline/feed/story"
)

// jsonItem is an item of JSON Feed.
type jsonItem struct {
	ID        any      `json:"id"` // a number in some feeds
	URL       string   `json:"url"`
	External  string   `json:"external_url"`
	Title     string   `json:"title"`
	HTML      string   `json:"content_html"`
	Text      string   `json:"content_text"`
	Summary   string   `json:"summary"`
	Published string   `json:"date_published"`
	Modified  string   `json:"date_modified"`
	Authors   []person `json:"authors"`
	Author    person   `json:"author"`
	Tags      []string `json:"tags"`
	Language  string   `json:"language"`
}

type person struct {
	Name string `json:"name"`
}

// readJSONFeed reads a story for each item of JSON Feed. A feed that is cut off has those
// before the cut.
func readJSONFeed(f File) []*story.Story {
	c, refused := cleanJSON(f)
	if refused != nil {
		return refused
	}
	c.doubts = withoutEscapes(c.doubts)
	top := factsOf(c.text[:min(len(c.text), markup.Opening)])
	var list numbered
	at := 1 // the line
	err := eachItem(c.text, func(source string, item jsonItem, above int) bool {
		if at = above + 1; len(list.stories) == maxStories {
			list.endEarly(at)
			return false
		}
		d := document{
			title: plain(item.Title), dates: []string{item.Published, item.Modified}, agency: top["title"], keywords: item.Tags,
			language: cmp.Or(item.Language, top["language"]),
		}
		body, links := item.body()
		d.body = body
		for _, p := range append(item.Authors, item.Author) {
			if p.Name != "" && !slices.Contains(d.authors, p.Name) {
				d.authors = append(d.authors, p.Name)
			}
		}
		place := story.Span{First: at, Last: at + strings.Count(source, "\n")}
		for i := range d.body {
			d.body[i].Span = place
		}
		key := item.URL
		if item.ID != nil {
			key = fmt.Sprint(item.ID)
		}
		d.ties = ties{uids: []string{key}, urls: []string{item.URL}}
		if url := link.URL(item.External); url != "" {
			d.related = []anchor{{to: story.Target{URL: url}, address: item.External, section: story.InText}}
		}
		d.related = append(d.related, urlLinks(item.URL, links)...)
		list.add(f, d.item(f, c), key)
		return true
	})
	switch n := len(list.stories); {
	case n == 0:
		return readOtherJSON(f)
	case err != nil:
		list.stories[n-1].Doubts = append(list.stories[n-1].Doubts, story.Doubt{Problem: story.BadText, Line: at, Detail: "The file is cut off or damaged below this story."})
	}
	return list.all()
}

// body returns the blocks of the text of an item, and its links.
func (i *jsonItem) body() ([]story.Block, []page.Link) {
	if i.HTML != "" {
		return escaped(i.HTML)
	}
	return markup.Blocks(html.EscapeString(cmp.Or(i.Text, i.Summary)), markup.Style{BlankLines: true}), nil
}

// errFeed is the error of a feed that has no items.
var errFeed = errors.New("not a list of items")

// eachItem calls yield for each item of the feed text, with its source and the number of
// lines above it, until yield returns false.
func eachItem(text string, yield func(source string, item jsonItem, above int) bool) error {
	d := json.NewDecoder(strings.NewReader(text))
	if err := toItems(d); err != nil {
		return err
	}
	counted, above := 0, 0
	for d.More() {
		var item jsonItem
		start := int(d.InputOffset())
		err := d.Decode(&item)
		if _, ok := errors.AsType[*json.UnmarshalTypeError](err); err != nil && !ok {
			return err
		}
		source := text[start:d.InputOffset()]
		start += len(source) - len(strings.TrimLeft(source, ", \t\r\n"))
		above += strings.Count(text[counted:start], "\n")
		counted = start
		if !yield(text[start:d.InputOffset()], item, above) {
			return nil
		}
	}
	_, err := d.Token()
	return err
}

// toItems reads up to the first item.
func toItems(d *json.Decoder) error {
	if _, err := d.Token(); err != nil {
		return err
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return err
		}
		if key == "items" {
			if t, err := d.Token(); err != nil || t != json.Delim('[') {
				return cmp.Or(err, errFeed)
			}
			return nil
		}
		var skipped json.RawMessage
		if err := d.Decode(&skipped); err != nil {
			return err
		}
	}
	return errFeed
}
