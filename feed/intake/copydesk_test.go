package intake

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"dateline/feed/internal/copydesk"
	"dateline/feed/story"
)

// shares holds, for the fields of a story, the share of files in which they are right.
type shares struct{ headline, place, date, agency, slug float64 }

// floors are the lowest shares that the parser must reach, by form. A form of which it
// cannot read a field yet has 0 there.
var floors = map[copydesk.Form]shares{
	copydesk.Plain:      {headline: 1, place: 0.999, date: 1, agency: 0.999, slug: 1},
	copydesk.ANPA:       {headline: 1, place: 1, date: 1, agency: 1, slug: 1},
	copydesk.Teletype:   {headline: 1, place: 1, date: 1, agency: 1, slug: 1},
	copydesk.IPTC:       {headline: 1, place: 1, date: 1, agency: 1, slug: 1},
	copydesk.ZCZC:       {headline: 1, place: 1, date: 1, agency: 1, slug: 1},
	copydesk.Agate:      {headline: 1, place: 1, date: 1, agency: 1, slug: 1},
	copydesk.Flash:      {headline: 1, place: 1, date: 1, agency: 1, slug: 1},
	copydesk.Drift:      {headline: 1, place: 1, date: 1, agency: 1, slug: 1},
	copydesk.Prefixed:   {headline: 1, place: 1, date: 1, agency: 1, slug: 1},
	copydesk.Correction: {headline: 1, place: 1, date: 1, agency: 1, slug: 1},
	copydesk.Kill:       {headline: 1, place: 1, date: 1, agency: 1, slug: 1},
	copydesk.Series:     {headline: 1, place: 1, date: 1, agency: 1, slug: 1},
}

// written is the number of files of the generator that are read.
const written = 12_000

func TestCopyIsReadAsItWasWritten(t *testing.T) {
	right, files := map[copydesk.Form]shares{}, map[copydesk.Form]float64{}
	for i := range written {
		truth := copydesk.TruthOf(i)
		list := Read(File{Path: copydesk.Path(i), ModTime: truth.Date.Add(9 * time.Hour), Data: copydesk.File(i)})
		files[truth.Form]++
		if len(list) != 1 {
			continue
		}
		right[truth.Form] = right[truth.Form].plus(compare(list[0], &truth))
	}
	for _, form := range copydesk.Forms {
		n := files[form]
		if n == 0 {
			t.Errorf("no file is of the form %s", form)
			continue
		}
		got, want := right[form].over(n), floors[form]
		t.Logf("%-10s %5.0f files: %v", form, n, got)
		if got.headline < want.headline || got.place < want.place || got.date < want.date || got.agency < want.agency || got.slug < want.slug {
			t.Errorf("%s: %v of the files are right, want %v", form, got, want)
		}
	}
	if plain := files[copydesk.Plain] / written; plain < 0.7 || plain > 0.76 {
		t.Errorf("%.2f of the files are plain copy", plain)
	}
}

// compare returns 1 for each field of s that is as it was written.
func compare(s *story.Story, truth *copydesk.Truth) shares {
	place := ""
	if len(s.Dateline.Places) > 0 {
		place = s.Dateline.Places[0]
	}
	y, m, d := truth.Date.Date()
	return shares{
		headline: share(s.Headline.Text == truth.Headline),
		place:    share(place == truth.Place),
		date:     share(s.Date.Year == y && s.Date.Month == int(m) && s.Date.Day == d),
		agency:   share(s.Dateline.Agency == truth.Agency || truth.Agency == ""),
		slug:     share(strings.Contains(s.Envelope.Slug, truth.Slug)),
	}
}

func share(ok bool) float64 {
	if ok {
		return 1
	}
	return 0
}

func (s shares) plus(o shares) shares {
	return shares{s.headline + o.headline, s.place + o.place, s.date + o.date, s.agency + o.agency, s.slug + o.slug}
}

func (s shares) over(n float64) shares {
	return shares{s.headline / n, s.place / n, s.date / n, s.agency / n, s.slug / n}
}

func (s shares) String() string {
	return fmt.Sprintf("headline %.3f, place %.3f, date %.3f, agency %.3f, slug %.3f", s.headline, s.place, s.date, s.agency, s.slug)
}
