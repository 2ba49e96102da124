package intake

import (
	"encoding/base64"
	"slices"
	"strings"
	"testing"

	"dateline/feed/story"
)

func TestAMessageIsReadAsCopy(t *testing.T) {
	s := one(t, "Delivered-To: desk@meridian.example\nReceived: by 10.0.0.3;\n\tFri, 14 Mar 2031 09:30:02 +0100\nFrom: \"Dora Holm\" <d.holm@meridian.example>\n"+
		"Subject: Re: [wire-l] (LEAD) =?utf-8?q?Ferry?= sails again\nDate: Fri, 14 Mar 2031 09:30:00 KST\n\n"+
		"(LEAD) Ferry sails again\n\nPORT ELLERY, March 13 (Meridian) -- The harbor ferry sailed\nagain on Thursday.\n\nMore boats follow.\n(END)\n")
	switch {
	case s.Format != Mail, s.Headline.Text != "(LEAD) Ferry sails again", s.Headline.Kind != story.Lead, s.Date.String() != "2031-03-14T09:30:00+09:00":
		t.Errorf("%s %+v %s", s.Format, s.Headline, s.Date)
	case s.Date.From != story.FromMetadata, s.Dateline.Agency != "Meridian", s.Paragraphs() != 2, s.Byline.Names[0] != "Dora Holm", !s.Ended():
		t.Errorf("%+v", s)
	case len(s.Envelope.Lines) != 5 || s.Envelope.Lines[1].Span != (story.Span{First: 2, Last: 3}):
		t.Errorf("%+v", s.Envelope)
	case s.Headline.Span.First != 8, s.Body[0].Span != (story.Span{First: 10, Last: 11}):
		t.Errorf("%+v %+v", s.Headline.Span, s.Body[0].Span)
	case len(s.Doubts) > 0:
		t.Errorf("%+v", s.Doubts)
	}
}

func TestAMessageMayHaveCopyWithItsEnvelope(t *testing.T) {
	const head = "From: a\nDate: Fri, 14 Mar 2031 09:30:00 GMT\nSubject: "
	const anpa = "\x16\x16\x01w4410\x1fasian\nf i BC-Quay-Crane 03-14 0140\n\x02^BC-Quay-Crane,140<\n^Crane falls on quay<\n   SKARN, Ostmere (AP) _ A crane fell.\n\x03"
	const short = "SKARN, March 14 (Meridian) -- A crane fell.\n"
	for _, c := range []struct{ data, headline, slug string }{
		{head + "Fwd: your copy\n\n" + anpa, "Crane falls on quay", "BC-Quay-Crane"},
		{head + "Fwd: your copy\n" + strings.Repeat("X-Trace: a\n", 40) + "\n" + anpa, "Crane falls on quay", "BC-Quay-Crane"},
		{head + "BC-Skarn-Crane\n\nCrane falls on quay\n\n" + short, "Crane falls on quay", "BC-Skarn-Crane"},
		{head + "Crane falls\n\n^BC-Skarn-Crane,40<\n" + short, "Crane falls", "BC-Skarn-Crane"},
	} {
		s := one(t, c.data)
		if s.Headline.Text != c.headline || s.Envelope.Slug != c.slug || len(s.Dateline.Places) != 1 || s.Paragraphs() != 1 {
			t.Errorf("%q: %+v %+v %+v", c.data, s.Headline, s.Envelope, s.Body)
		}
	}
}

func TestEncodedMessagesAreDecoded(t *testing.T) {
	const head = "From: a\nDate: Fri, 14 Mar 31 09:30 GMT\nSubject: Ferry\nContent-Type: text/plain; charset="
	long := base64.StdEncoding.EncodeToString([]byte(strings.Repeat("a\n\n", 50)))
	for _, c := range []struct{ data, body, encoding string }{
		{head + "koi8-r\n\n\xf0\xc1\xd2\xcf\xcd \xd7\xd9\xdb\xc5\xcc.\n", "Паром вышел.", "koi8-r"},
		{head + "utf-8\nContent-Transfer-Encoding: quoted-printable\n\nDie F=C3=A4hre =\nlegt ab.\n", "Die Fähre legt ab.", "utf-8"},
		{head + "euc-kr\nContent-Transfer-Encoding: base64\n\nv6mwtLyx\n", "여객선", "euc-kr"},
		{"From:\tDora Holm\nSent:\tFriday, March 14, 2031 9:30 AM\nTo:\tdesk\nSubject:\tFerry\n\nThe ferry sails.\n", "The ferry sails.", "utf-8"},
		{head + "nonsense\n\nFerry \x93sails\x94.\n", "Ferry “sails”.", "windows-1252"},
		{head + "utf-8\nContent-Transfer-Encoding: base64\n\n" + long + "\n", "a", "utf-8"},
	} {
		s := one(t, c.data)
		if len(s.Body) == 0 || s.Body[0].Text != c.body || s.Encoding != c.encoding || s.Headline.Text != "Ferry" || !strings.HasPrefix(s.Date.String(), "2031-03-14") {
			t.Errorf("%q: %+v in %s", c.data, s.Body, s.Encoding)
			continue
		}
		if last := s.Body[len(s.Body)-1].Span.Last; last > strings.Count(c.data, "\n") {
			t.Errorf("%.200q: the body ends on line %d", c.data, last)
		}
	}
}

func TestAMessageOfHTMLIsReadWithItsParts(t *testing.T) {
	const head = "From: Dora Holm <d@meridian.example>\nDate: Fri, 14 Mar 2031 09:30:00 GMT\nSubject: Fwd: Ferry sails\nContent-Type: text/html; charset=utf-8\n"
	const html = "<html><title>Mail</title><body><style>p { }</style><table><tr><td><p>PORT ELLERY (Meridian) -- The ferry &amp; boats.</p>\n<ul><li><a href=x>one</a><li><a href=y>two</a></ul>\n" +
		"<blockquote>We lost one anchor.</blockquote></td></tr></table></html>\n"
	const want = "headline: Ferry sails\ndate: 2031-03-14T09:30:00Z\nplaces: PORT ELLERY\nagency: Meridian\nbyline: Dora Holm\n" +
		"paragraph: The ferry & boats.\nlist: - one\n- two\nquote: We lost one anchor.\n"
	for encoded, data := range map[bool]string{
		false: head + "\n" + html,
		true:  head + "Content-Transfer-Encoding: base64\n\n" + base64.StdEncoding.EncodeToString([]byte(html)) + "\n",
	} {
		s := one(t, data)
		first := story.Span{First: 6, Last: 6}
		if encoded {
			first = story.Span{First: 7, Last: 7}
		}
		if got := brief(s); got != want || s.Format != Mail || len(s.Envelope.Lines) < 4 || s.Body[0].Span != first {
			t.Errorf("%+v %s\n%s\nwant\n%s", s.Body[0].Span, s.Format, got, want)
		}
	}
}

func TestAPageSavedAsAMessageIsReadAsAPage(t *testing.T) {
	s := one(t, "From: <Saved by quay>\nSnapshot-Content-Location: https://quay.example/ferry\nSubject: Ferry | Quay Press\nDate: Mon, 17 Mar 2031 10:00:00 GMT\n"+
		"Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n"+pageHead+pageBody+"\n--b--\n")
	if s.Format != MHTML || s.Headline.Text != "Ferry sails again" || s.Date.String() != "2031-03-14T09:30:00+01:00" || s.Paragraphs() != 2 || len(s.Doubts) > 0 {
		t.Errorf("%s\n%s", s.Format, brief(s))
	}
}

func TestAMessageWithoutTextSaysSo(t *testing.T) {
	s := one(t, "From: a\nDate: Fri, 14 Mar 2031 09:30:00 GMT\nSubject: Ferry\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n")
	if _, ok := doubt(s, story.Unsupported); !ok || s.Format != Mail || len(s.Body) > 0 || s.Headline.Text != "Ferry" || len(s.Envelope.Lines) != 5 {
		t.Errorf("%+v", s)
	}
}

func TestASubjectIsAHeadlineWithoutMarks(t *testing.T) {
	for s, want := range map[string]string{
		"Ferry sails": "Ferry sails", "Re: FWD: Ferry": "Ferry", "[wire-l] Re: Ferry": "Ferry", "[LEAD] Ferry": "[LEAD] Ferry",
		"AW: WG: Ferry: sails": "Ferry: sails", "[wire-l]": "[wire-l]", "Re:": "", "回复：Ferry: sails": "Ferry: sails", "FOOTBALL：Skarn": "FOOTBALL：Skarn", "": "", "FOOTBALL: Skarn win": "FOOTBALL: Skarn win",
	} {
		if got := subject(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
	for from, want := range map[string]string{
		"Dora Holm <d@m.example>": "Dora Holm", "\"Holm, Dora\" <d@m.example>": "Holm, Dora", "d@m.example (Dora Holm)": "Dora Holm", "d@m.example": "", "<d@m.example>": "",
	} {
		if got := sender(from); got != want {
			t.Errorf("%q: %q, want %q", from, got, want)
		}
	}
}

func TestAnArticleOfNewsboatHasItsFieldsInOtherLanguages(t *testing.T) {
	for _, data := range []string{
		"Feed: Havenbode\nTitel: Kran gefallen\nAuteur: Dora Holm\nLink: https://b.example/4\nDatum: Fri, 14 Mar 2031 09:30:00 +0100\n\nEin Kran ist gefallen.\n",
		"Flux : Le Phare\nTitre\u00a0: Kran gefallen\nAuteur : Dora Holm\nLien : https://b.example/4\nDate : Fri, 14 Mar 2031 09:30:00 +0100\n\nEin Kran ist gefallen.\n",
	} {
		s := one(t, data)
		if s.Headline.Text != "Kran gefallen" || len(s.Byline.Names) != 1 || s.Byline.Names[0] != "Dora Holm" || s.Paragraphs() != 1 || !strings.HasPrefix(s.Date.String(), "2031-03-14") {
			t.Errorf("%q: %+v %+v %s", data, s.Headline, s.Byline, s.Date)
		}
	}
}

func TestAnArticleOfNewsboatHasItsFields(t *testing.T) {
	s := one(t, "Feed: Meridian\nTitle: Harbor ferry sails again after two days in dock, and the port authority adds\ntwo evening runs\nAuthor: Dora Holm and Per Roake\n"+
		"Link: https://meridian.example/ferry\nFlags: n\nDate: Fri, 14 Mar 2031 09:30:00 +0100\n\nThe harbor ferry[1] sailed.\n\nMore boats follow.\n\nLinks: \n[1]: https://meridian.example/halt (link)\n")
	switch {
	case len(s.Tail) != 2 || s.Tail[1].Span.First != 14:
		t.Errorf("%+v", s.Tail)
	case s.Format != Newsboat, s.Headline.Text != "Harbor ferry sails again after two days in dock, and the port authority adds two evening runs":
		t.Errorf("%s %q", s.Format, s.Headline.Text)
	case s.Headline.Span != story.Span{First: 2, Last: 3}, strings.Join(s.Byline.Names, "+") != "Dora Holm+Per Roake", s.Date.String() != "2031-03-14T09:30:00+01:00":
		t.Errorf("%+v %+v %s", s.Headline.Span, s.Byline, s.Date)
	case s.Paragraphs() != 2, s.Body[0].Span.First != 9, len(s.Envelope.Lines) != 7, len(s.Doubts) > 0:
		t.Errorf("%+v", s)
	}
	for _, other := range []string{"Title: Ferry\nDate: 2031-03-14\n\nText.\n", "Feed: the ferry sails\n\nText\n", "Title: Ferry\nThe ferry sails.\nLink: x\n\n", "Feed: a\nThe ferry\n"} {
		if s := one(t, other); s.Format == Newsboat {
			t.Errorf("%q", other)
		}
	}
}

func TestAPlainTextThatOnlyNamesThePageIsNotTheStory(t *testing.T) {
	const page = "<h1>Ferry sails</h1><p>The harbor ferry sailed again on Thursday after two days in dock, the port authority said.</p>"
	message := func(kind, plain, html string) string {
		return "From: a\nSubject: Ferry\nContent-Type: multipart/" + kind + "; boundary=b\n\n--b\nContent-Type: text/plain\n\n" + plain + "\n--b\nContent-Type: text/html\n\n" + html + "\n--b--\n"
	}
	const copied = "The harbor ferry sailed again on Thursday after two days in dock, the port authority said."
	for _, c := range []struct{ kind, plain, html, want string }{
		{"alternative", "", page, "The harbor ferry"}, {"alternative", "  \n\n", page, "The harbor ferry"},
		{"alternative", "View in a browser: https://quay.example/" + strings.Repeat("a", 200), page, "The harbor ferry"},
		{"alternative", "Die Fähre f\xc3\xa4hrt.", "<p>Kurz.</p>", "Die Fähre"},
		{"alternative", copied, page, copied},
		{"alternative", copied + strings.Repeat(" It sailed.", 100), strings.Repeat(page, 100), copied},
		{"mixed", "As it came.", page, "As it came."},
		{"mixed", "", page, "The harbor ferry"},
	} {
		s := one(t, message(c.kind, c.plain, c.html))
		has := func(b story.Block) bool { return strings.Contains(b.Text, c.want) }
		if !slices.ContainsFunc(s.Body, has) && !strings.Contains(s.Headline.Text, c.want) {
			t.Errorf("%s %q: %+v", c.kind, c.plain, s)
		}
	}
}
