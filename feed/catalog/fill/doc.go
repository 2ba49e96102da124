package fill

import (
	"slices"
	"strings"

	"dateline/feed/catalog/columns"
	"dateline/feed/catalog/meta"
	"dateline/feed/notice"
	"dateline/feed/story"
)

// Doc is a story as the catalog stores it. An Indexer makes it. It holds on to nothing
// of the story, whose text may be large.
type Doc struct {
	row    row
	span   story.Range // its bytes in the file
	doubts []story.Doubt
	title  titleKey
	refs   []*ref
	text   text
	values []meta.Value
	names  []string // see meta.NameKeys
	notice []byte   // what a correction or kill announces
	loose  bool     // the date of the notice does not count
	until  int64    // the end of its embargo, 0 for none
	print  []byte
}

// row is a story.Row as the catalog stores it.
type row struct {
	id     story.ID
	unix   int64
	take   story.Take
	path   string
	kind   story.Kind
	fields []byte
}

// ID returns the ID of the story.
func (d *Doc) ID() story.ID { return d.row.id }

func newRow(r *story.Row) row {
	return row{
		id: r.ID, unix: r.Date.Unix(), take: r.Headline.Take, path: strings.Clone(r.Path), kind: r.Headline.Kind,
		fields: slices.Clip(columns.Pack(r)),
	}
}

// usualPrint is the number of bytes that most prints fit into.
const usualPrint = 400

// Size returns about how many bytes of memory d takes.
func (d *Doc) Size() int64 {
	const itself = 600
	return int64(itself + len(d.row.path) + len(d.row.fields) + 4*len(d.text.terms) + len(d.text.meta) +
		8*len(d.refs) + len(d.notice) + len(d.print))
}

// cloned returns doubts whose texts are not parts of the story.
func cloned(doubts []story.Doubt) []story.Doubt {
	out := slices.Clone(doubts)
	for i := range out {
		out[i].Detail = strings.Clone(out[i].Detail)
	}
	return out
}

// Doc returns s as the catalog stores it.
func (x *Indexer) Doc(s *story.Story) Doc {
	x.row = story.NewRow(s)
	d := Doc{row: newRow(&x.row), span: s.Range, doubts: cloned(s.Doubts), title: x.titles.key(s.Headline.Title)}
	d.refs = x.refs(s.Related)
	d.text, d.values = x.text(s, &x.row), meta.Values(&x.row, x.values)
	d.names, d.notice, d.until = meta.NameKeys(&x.row), noticeOf(s), embargoOf(s)
	d.loose = d.notice != nil && !notice.Dated(&s.Date)
	d.print = x.prints.Print(s).Pack(make([]byte, 0, usualPrint))
	x.row = story.Row{} // frees the story
	return d
}

// refs returns the refs of related headlines, each once.
func (x *Indexer) refs(related []story.Related) []*ref {
	if len(related) == 0 {
		return nil
	}
	refs := make([]*ref, 0, len(related))
	for i := range related {
		r := &related[i]
		if r.Text == "" {
			continue
		}
		as := r.Text
		if t := &r.Target; *t != (story.Target{}) {
			as = strings.Join([]string{as, t.UID, t.URL, t.Path, t.Name}, "\x00")
		}
		if x.listed[as] = true; len(x.listed) > len(refs) { // it is new
			refs = append(refs, x.titles.ref(r))
		}
	}
	clear(x.listed) // frees the story
	return refs
}
