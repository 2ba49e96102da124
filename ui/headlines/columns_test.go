package headlines

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/ui/cell"
)

// settled returns a page of w by 30 cells with settings.
func settled(a archive, w int, set Settings) *Page {
	p := newPage(a, 80, 30)
	p.SetSettings(set)
	p.Resize(w, 29)
	return p
}

func TestColumnsStandInTheirOrder(t *testing.T) {
	a := stories(40)
	for i := range a {
		a[i].Headline.Take, a[i].Agency = 3, "Meridian"
	}
	for _, tt := range []struct {
		w       int
		columns []Column
		label   int
		want    string
	}{
		{120, []Column{Place, Label}, 0, "PORT ELLERY          2nd LD "},
		{120, []Column{Label, Place}, 0, "2nd LD   PORT ELLERY        "},
		{120, []Column{Date, Agency}, 0, "11 Oct 2024  Meridian       "},
		{120, []Column{Agency, Place, Label}, 4, "Meridian      PORT ELLERY        2LD "},
		{120, nil, 0, " "},
		{80, []Column{Place, Label}, 0, "2LD "},
		{80, []Column{Place}, 0, " "},
		{80, []Column{Label}, 3, "2LD "},
	} {
		set := Settings{Columns: tt.columns, Label: tt.label, Peek: 2, ScrollOff: 2}
		p := settled(a, tt.w, set)
		row := strings.Split(ansi.Strip(p.View()), "\n")[2]
		_, end, _ := strings.Cut(row, "000001")
		if strings.TrimLeft(end, " ") != strings.TrimLeft(tt.want, " ") || cell.Width(row) != tt.w {
			t.Errorf("%d cells, %v:\n%q, want\n%q", tt.w, tt.columns, end, tt.want)
		}
	}
}

func TestLabelsHaveALength(t *testing.T) {
	a := stories(3)
	a[1].Marks = []string{"elections"}
	p := settled(a, 80, Settings{Columns: []Column{Label}, Label: 6})
	if row := strings.Split(ansi.Strip(p.View()), "\n")[2]; !strings.HasSuffix(row, "  #elec… ") {
		t.Errorf("%q", row)
	}
}

func TestThePeekHasTheLinesThatAreSet(t *testing.T) {
	a := stories(40)
	for n, want := range map[int]int{0: 0, 1: 1, 2: 2, 4: 4, 10: 7} {
		p := settled(a, 60, Settings{Peek: n})
		p.SetLede(Lede{ID: a[0].ID, Text: strings.Repeat("The harbor opens. ", 9)})
		lines := strings.Split(ansi.Strip(p.View()), "\n")
		if p.peek() != want || len(lines) != 29 {
			t.Errorf("%d lines: %d of %d", n, p.peek(), len(lines))
		}
		if want > 2 && (!strings.HasPrefix(lines[29-want+1], " The harbor opens.") || strings.Contains(lines[29-want+1], "…") || strings.TrimSpace(lines[29-want+2]) == "") {
			t.Errorf("%d lines:\n%s", n, strings.Join(lines[29-want:], "\n"))
		}
	}
}

func TestTheRowsThatAreSetStayVisible(t *testing.T) {
	a := stories(200)
	for _, off := range []int{0, 5, 100} {
		p := settled(a, 80, Settings{ScrollOff: off})
		for range 60 {
			press(a, p, "j")
		}
		room := min(off, (p.lastShown()-p.firstShown())/2)
		if below := p.lastShown() - p.cursor; below < room || below > room+2 {
			t.Errorf("%d: %d rows are below the selected one", off, below)
		}
	}
}
