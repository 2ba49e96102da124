package query_test

import (
	"testing"

	"dateline/feed/query"
)

// good are complete queries and their trees.
var good = []struct{ text, want string }{
	{"", "all"},
	{"  \t ", "all"},
	{"rate cut", "and(rate cut)"},
	{"a b OR c", "or(and(a b) c)"},
	{"a OR b OR c", "or(a b c)"},
	{"a or b", "and(a or b)"},
	{"(a b) c", "and(a b c)"},
	{"a AND b", "and(a b)"},
	{"AND a AND", "a"},
	{"NOT a", "not(a)"},
	{"NOT -a", "not(not(a))"},
	{"NOT ... a", "not(a)"},
	{"-a", "not(a)"},
	{"- a", "a"},
	{"a - b", "and(a b)"},
	{"--a", "--a"},
	{"NOT --a", "not(--a)"},
	{"-(a OR b)", "not(or(a b))"},
	{`-"a b" c`, "and(not(“a b”) c)"},
	{"a (b OR -c)", "and(a or(b not(c)))"},
	{"a() b", "and(a b)"},
	{"... !? —", "all"},
	{`""`, "all"},
	{"budg*", "budg/prefix"},
	{`"rate cu"*`, "“rate cu”/prefix"},
	{"OR*", "OR/prefix"},
	{"ORLANDO NOTE", "and(ORLANDO NOTE)"},
	{`"OR"`, "“OR”"},
	{`say"rate cut"now`, "and(say “rate cut” now)"},
	{`"rate   cut "`, "“rate cut”"},
	// Words as typed.
	{"U.S. N.K. 1,000 co-op O'Neill O’Neill 10:30 C++", "and(U.S. N.K. 1,000 co-op O'Neill O’Neill 10:30 C++)"},
	{"https://example.org/a?b=c", "https://example.org/a?b=c"},
	{"kim@example.org B2B:x", "and(kim@example.org B2B:x)"},
	// Quotes of all kinds.
	{"“rate cut”", "“rate cut”"},
	{"„rate cut“", "“rate cut”"},
	{"«rate cut»", "“rate cut”"},
	{"»rate cut«", "“rate cut”"},
	{"「利上げ 観測」", "“利上げ 観測”"},
	{"＂rate cut”", "“rate cut”"},
	{`«say "no" now»`, `“say "no" now”`},
	// Fields.
	{"title:rate", "rate/title"},
	{`TITLE:"rate cut"`, "“rate cut”/title"},
	{"title:rat*", "rat/title/prefix"},
	{"title:OR", "OR/title"},
	{"title:-x", "-x/title"},
	{"-title:x", "not(x/title)"},
	{"title:(a OR b) c", "and(or(a/title b/title) c)"},
	{`title:(a -"b c")`, "and(a/title not(“b c”/title))"},
	{"place:seoul", "place=seoul"},
	{"place: seoul", "and(place seoul)"},
	{"plce:seoul", "and(plce seoul)"},
	{`-plce:"a b" c`, "and(not(and(plce “a b”)) c)"},
	{"title:(plce:x y)", "and(plce/title x/title y/title)"},
	{"plce:(a OR b) plce:-x", "and(plce or(a b) plce x)"},
	{"금리 기자：홍", "and(금리 기자 홍)"},
	{`place:"Port Ellery"`, "place=Port Ellery/exact"},
	{`place:"Port El"*`, "place=Port El/exact/prefix"},
	{`place:(seoul OR "Port Ellery")`, "or(place=seoul place=Port Ellery/exact)"},
	{"by:@kim by:o'neill", "and(by=@kim by=o'neill)"},
	{"agency:yonhap tag:budget lang:ko", "and(agency=yonhap tag=budget lang=ko)"},
	{"path:2024/08/a.txt path:. path:c:/x", "and(path=2024/08/a.txt path=. path=c:/x)"},
	{"path:@ path:a", "and(path=@ path=a)"},
	{`path:"a  b"`, "path=a  b/exact"},
	{`tag:👍 tag:"!!" tag:(a ... "?")`, "and(tag=👍 tag=!!/exact tag=a tag=?/exact)"},
	{"group:ABC23 like:abc", "and(group=abc23 like=abc)"},
	{"kind:Lead", "kind=lead"},
	{"kind:(lead OR urgent)", "or(kind=lead kind=urgent)"},
	{"take:2", "take=2..2"},
	{"take:lead take:urgent take:first", "and(take=2..2 take=0..0 take=1..1)"},
	{"take:2-4 take:3- take:urgent-lead", "and(take=2..4 take=3..99 take=0..2)"},
	{"is:unread is:read is:starred is:lead is:urgent is:corrected", "and(is=unread is=read is=starred is=lead is=urgent is=corrected)"},
	{"is:killed is:embargoed", "and(is=killed is=embargoed)"},
	{"has:related -has:caption has:NOTE", "and(has=related not(has=caption) has=note)"},
	// Dates.
	{"on:2024", "days=2024-01-01..2024-12-31"},
	{"on:2024-02 on:2024/2 on:2024.02", "and(days=2024-02-01..2024-02-29 days=2024-02-01..2024-02-29 days=2024-02-01..2024-02-29)"},
	{`on:aug-2024 on:"Jul 2024" on:AUGUST/2024 on:sept-2024`, "and(days=2024-08-01..2024-08-31 days=2024-07-01..2024-07-31 days=2024-08-01..2024-08-31 days=2024-09-01..2024-09-30)"},
	{"on:2024-08-15 on:2024/8/5", "and(days=2024-08-15..2024-08-15 days=2024-08-05..2024-08-05)"},
	{"on:today on:yesterday on:3d", "and(days=2024-08-15..2024-08-15 days=2024-08-14..2024-08-14 days=2024-08-12..2024-08-12)"},
	{"on:08-15 on:8/5 on:02-29", "and(yearly=8-15 yearly=8-5 yearly=2-29)"},
	{"on:2024..2026", "days=2024-01-01..2026-12-31"},
	{"on:2024.02..2024.03 on:2024-08.. on:..2024-08", "and(days=2024-02-01..2024-03-31 days=2024-08-01.. days=..2024-08-31)"},
	{"on:1w..yesterday", "days=2024-08-08..2024-08-14"},
	{"after:2024-08-15 after:2024 after:2024-02", "and(days=2024-08-16.. days=2025-01-01.. days=2024-03-01..)"},
	{"before:2024-08 before:2024 before:2024-03-01", "and(days=..2024-07-31 days=..2023-12-31 days=..2024-02-29)"},
	{"after:3d before:2w", "and(days=2024-08-12.. days=..2024-07-31)"},
	{"after:6m after:1y", "and(days=2024-02-15.. days=2023-08-15..)"},
	{"after:yesterday before:today", "and(days=2024-08-15.. days=..2024-08-14)"},
	{"after:2999 before:1000", "and(days=3000-01-01.. days=..0999-12-31)"},
	{"on:1000.. on:..2999", "and(days=1000-01-01.. days=..2999-12-31)"},
	{"after:(2023 OR 2024)", "or(days=2024-01-01.. days=2025-01-01..)"},
	// Saved searches.
	{"@rates", "or(금리 “rate cut”)"},
	{"x @rates", "and(x or(금리 “rate cut”))"},
	{`-@"rate decisions"`, "not(and(kind=lead or(금리 “rate cut”)))"},
	{"x @", "x"},
	// Languages.
	{"금리 인상 -스포츠", "and(금리 인상 not(스포츠))"},
	{"ｔｉｔｌｅ：（금리　ＯＲ　물가）　－스포츠", "and(or(금리/title 물가/title) not(스포츠))"},
	{"제목 place：서울", "and(제목 place=서울)"},
	{"＠rates　kind：ｌｅａｄ　on：２０２４－０８", "and(or(금리 “rate cut”) kind=lead days=2024-08-01..2024-08-31)"},
	{"日銀「利上げ」　OR　『金利』", "or(and(日銀 “利上げ”) “金利”)"},
	{"央行（加息 OR 降息）−体育", "and(央行 or(加息 降息) not(体育))"},
	{"البنك المركزي -رياضة", "and(البنك المركزي not(رياضة))"},
	{"ставка «центральный банк» place:Москва", "and(ставка “центральный банк” place=Москва)"},
	{"Zinserhöhung „Europäische Zentralbank“ by:Müller", "and(Zinserhöhung “Europäische Zentralbank” by=Müller)"},
	{"« taux d’intérêt » l’économie OR grève", "or(and(“taux d’intérêt” l’économie) grève)"},
	{`צה"ל "צה"ל הודיע"`, `and(צה"ל “צה"ל הודיע”)`},
}

func TestGoodQueriesParse(t *testing.T) {
	for _, c := range good {
		n, err := query.Parse(c.text, query.Options{Now: now, Saved: saved})
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
		} else if got := shape(n); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestEveryPrefixOfAGoodQueryParsesWhileTyping(t *testing.T) {
	o := query.Options{Now: now, Saved: saved, Typing: true}
	for _, c := range good {
		for end := range c.text + "." {
			if _, err := query.Parse(c.text[:end], o); err != nil {
				t.Errorf("%q of %q: %v", c.text[:end], c.text, err)
			}
		}
	}
}

func TestGoodQueriesRoundTrip(t *testing.T) {
	o := query.Options{Now: now, Saved: saved}
	for _, c := range good {
		n, err := query.Parse(c.text, o)
		if err != nil {
			t.Fatal(err)
		}
		text := query.Text(n)
		again, err := query.Parse(text, o)
		if err != nil || shape(again) != shape(n) {
			t.Errorf("%q is written %q, which parses to %v (%v)", c.text, text, shape(again), err)
		}
	}
}
