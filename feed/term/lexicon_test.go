package term_test

import (
	"strconv"
	"testing"

	"dateline/feed/term"
)

func TestALexiconOfAMillionTermsTakesNoMore(t *testing.T) {
	l := term.NewLexicon()
	const most = 1 << 20
	for i := range most {
		l.Number(strconv.Itoa(i))
	}
	gap := l.Number(term.Gap)
	if n := l.Number("ferry"); n != gap || int(gap) != most {
		t.Errorf("a term more has the number %d, a gap %d", n, gap)
	}
	if list := l.Append(nil, "7 harbor 8"); len(list) != 3 || list[0] != 7 || list[1] != gap || list[2] != 8 {
		t.Errorf("the numbers %v", list)
	}
	if n := len(l.Terms()); n != most+1 {
		t.Errorf("%d terms", n)
	}
}
