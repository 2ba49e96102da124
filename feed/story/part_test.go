package story

import (
	"reflect"
	"testing"
)

func TestPartsAreInTheOrderOfTheFile(t *testing.T) {
	s := Story{
		Headline: Headline{Text: "Ferry sails", Span: Span{1, 1}},
		Byline:   Byline{Text: "By Ana Ruiz", Span: Span{2, 2}},
		Dateline: Dateline{Text: "SKARN (Meridian) --", Span: Span{4, 4}},
		Notes:    []Note{{Text: "(ATTN: ADDS photo)", Span: Span{3, 3}}},
		Body:     []Block{{Kind: Paragraph, N: 1, Text: "It sailed.", Span: Span{4, 5}}, {Kind: Caption, Text: "A ferry.", Span: Span{9, 9}}},
		SignOff:  SignOff{Lines: []Line{{"a@meridian.example", Span{6, 6}}}},
		EndMark:  Line{"(END)", Span{7, 7}},
		Tail:     []Line{{"###", Span{8, 8}}},
	}
	want := []Part{
		{Span{1, 1}, "headline", "Ferry sails"}, {Span{2, 2}, "byline", "By Ana Ruiz"}, {Span{3, 3}, "note", "(ATTN: ADDS photo)"},
		{Span{4, 4}, "dateline", "SKARN (Meridian) --"}, {Span{4, 5}, "paragraph 1", "It sailed."},
		{Span{6, 6}, "sign-off", "a@meridian.example"}, {Span{7, 7}, "end mark", "(END)"}, {Span{8, 8}, "tail", "###"}, {Span{9, 9}, "caption", "A ferry."},
	}
	if got := s.Parts(); !reflect.DeepEqual(got, want) {
		t.Errorf("parts %+v, want %+v", got, want)
	}
	s = Story{Headline: Headline{Text: "It sailed.", Standin: true, Span: Span{1, 1}}}
	if got := s.Parts(); len(got) != 0 {
		t.Errorf("a stand-in headline is the part %+v", got)
	}
}
