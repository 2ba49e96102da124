package intake

import (
	"bytes"
	"hash/crc32"
	"strings"
	"sync"
	"unicode/utf8"

	"dateline/feed/clean"
	"dateline/feed/story"
)

// rowPlaces finds the rows of a table in the bytes of its file, which may differ from its
// text: in the line ends, and by what cleaning removes.
type rowPlaces struct {
	data []byte
	head int // the length of the header
	sum  uint32
	at   int // where the next row begins
	lost bool
}

// newRowPlaces returns the places of the rows in data, which has a header if headed is true.
func newRowPlaces(data []byte, headed bool) *rowPlaces {
	p := &rowPlaces{data: data, lost: !utf8.Valid(data)}
	if headed {
		p.head = bytes.IndexByte(data, '\n') + 1
		p.lost = p.lost || p.head == 0
	}
	p.at, p.sum = p.head, sumOf(data[:p.head])
	return p
}

// next returns the place of the next row, whose text is source: blank lines, the row, and its
// line end. It returns the zero Range if the bytes there are not those of source, and for all
// rows after it.
func (p *rowPlaces) next(source string) story.Range {
	end := p.at
	for range strings.Count(source, "\n") {
		i := bytes.IndexByte(p.data[end:], '\n')
		if i < 0 {
			i = len(p.data) - end - 1
		}
		end += i + 1
	}
	if !strings.HasSuffix(source, "\n") {
		end = len(p.data)
	}
	row := p.data[p.at:end]
	if p.lost = p.lost || !sameRow(row, source); p.lost {
		return story.Range{}
	}
	start := p.at + len(row) - len(bytes.TrimLeft(row, "\r\n"))
	row, p.at = p.data[start:end], end
	return story.Range{Start: int64(start), Length: int64(len(row)), Head: int64(p.head), Sum: crc32.Update(p.sum, castagnoli(), row)}
}

// sumOf returns the checksum of Range.Sum. Its table is made when it is first needed,
// because that takes as long as a tenth of the start of the program.
func sumOf(data []byte) uint32 { return crc32.Checksum(data, castagnoli()) }

var castagnoli = sync.OnceValue(func() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) })

// sameRow reports whether source is the text of row. The last line may lack its end.
func sameRow(row []byte, source string) bool {
	source = strings.TrimSuffix(source, "\n")
	row = bytes.TrimSuffix(row, []byte("\n"))
	return string(row) == source || strings.TrimSuffix(clean.Text(string(row)), "\n") == source
}
