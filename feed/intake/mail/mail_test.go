package mail

import (
	"fmt"
	"strings"
	"testing"
)

const plainMail = `Return-Path: <d.holm@meridian.example>
Received: from quay.example (quay.example [10.0.0.3])
	by desk.example; Fri, 14 Mar 2031 09:30:02 +0100
From: Dora Holm <d.holm@meridian.example>
Subject: Ferry sails again
	after two days in dock
Date: Fri, 14 Mar 2031 09:30:00 +0100

The harbor ferry sailed again.
`

func TestAMessageBeginsWithItsHeader(t *testing.T) {
	for _, c := range []struct {
		data string
		want bool
	}{
		{plainMail, true},
		{strings.ReplaceAll(plainMail, "\n", "\r\n"), true},
		{"From d.holm@meridian.example Fri Mar 14 09:30:00 2031\n" + plainMail, true},
		{"From: a\nDate: b\nSubject: c\n\ntext", true},
		{"From: a\nDate: b\nSubject: c", true},
		{"Path: news!quay\nFrom: a\nNewsgroups: harbor.news\nSubject: c\n\ntext", true},
		{"From:\ta\nSent:\tb\nTo:\tc\nSubject:\td\n\ntext", true},
		{"From: a\nSubject: c\n\ntext", false},
		{"Title: a\nDate: b\n\ntext", false},
		{"From: a\nDate: b\nThe harbor ferry sails.\nSubject: c\n\ntext", false},
		{"From the harbor: a report\n\nSubject: c\n\ntext", false},
		{"PORT ELLERY, March 14 (Meridian) -- The ferry: it sails.\n", false},
		{"\n\r\nFrom: a\nDate: b\nSubject: c\n\n", true},
		{"From: a\nDate: b\nSubject: c\nThe harbor ferry sails.\n", true},
		{"From: a\nMessage-ID: b\nSubject: c\nThe harbor ferry sails.\n", false},
		{"", false},
	} {
		if got := Is([]byte(c.data)); got != c.want {
			t.Errorf("%.60q: %v", c.data, got)
		}
	}
}

func TestTheHeaderIsUnfoldedAndDecoded(t *testing.T) {
	m := Read([]byte(plainMail))
	if got := m.Header.Value("subject"); got != "Ferry sails again after two days in dock" {
		t.Errorf("subject %q", got)
	}
	if f := m.Header[3]; f.Name != "subject" || f.Span.First != 5 || f.Span.Last != 6 || m.Header.Value("x") != "" {
		t.Errorf("%+v", f)
	}
	for raw, want := range map[string]string{
		"=?utf-8?q?F=C3=A4hre?= =?utf-8?q?_legt_ab?=":          "Fähre legt ab",
		"=?iso-8859-1?Q?F=E4hre?= legt ab":                     "Fähre legt ab",
		"=?EUC-KR?B?v6mwtLyx?=":                                "여객선",
		"=?ks_c_5601-1987?B?v6mwtLyx?=":                        "여객선",
		"=?iso-2022-jp?B?GyRCJVUlJyVqITwbKEI=?=":               "フェリー",
		"=?x-none?q?Ferry?=":                                   "=?x-none?q?Ferry?=",
		"=?us-ascii?q?Ferry_sails?=":                           "Ferry sails",
		"=?windows-1251?B?z+Dw7uw=?=":                          "Паром",
		"=?utf-8?B?broken":                                     "=?utf-8?B?broken",
		"Fähre legt ab":                                        "Fähre legt ab",
		"F\xe4hre legt nach zwei Tagen wieder ab":              "Fähre legt nach zwei Tagen wieder ab",
		"=?windows-1252?Q?=93Ferry=94?= =?gb2312?B?tsm0rA==?=": "“Ferry”渡船",
	} {
		m := Read([]byte("From: a\nDate: b\nSubject: " + raw + "\n\ntext"))
		if got := m.Header.Value("subject"); got != want {
			t.Errorf("%q: %q, want %q", raw, got, want)
		}
	}
}

func TestTheTextIsTheFirstPlainPart(t *testing.T) {
	const head = "From: a\nDate: b\nSubject: c\nMIME-Version: 1.0\n"
	const multi = head + "Content-Type: multipart/mixed; boundary=\"xx\"\n\nThis is a message of several parts.\n"
	for _, c := range []struct {
		name, data   string
		kind, text   string
		lines, to    int
		encoded      bool
		encodingName string
	}{
		{"no type", head + "\nFerry.\nSails.\n", "text/plain", "Ferry.\nSails.\n", 5, 7, false, ""},
		{"no blank line", head + "Ferry.\nSails.\n", "text/plain", "Ferry.\nSails.\n", 4, 6, false, ""},
		{"a part that looks like a header", multi + "--xx\nFerry: it sails.\nNow.\n--xx--\n", "text/plain", "Ferry: it sails.\nNow.\n", 8, 10, false, ""},
		{"old type", head + "Content-Type: text\n\nFerry.\n", "text/plain", "Ferry.\n", 6, 7, false, ""},
		{"broken type", head + "Content-Type: ;;;\n\nFerry.\n", "text/plain", "Ferry.\n", 6, 7, false, ""},
		{"CRLF", strings.ReplaceAll(head+"\nFerry.\n", "\n", "\r\n"), "text/plain", "Ferry.\r\n", 5, 6, false, ""},
		{"quoted-printable", head + "Content-Transfer-Encoding: Quoted-Printable\n\nF=C3=A4hre =\nlegt=20ab. 1=1 =ZZ\n", "text/plain", "Fähre legt ab. 1=1 =ZZ\n", 6, 8, true, ""},
		{"quoted at the start", head + "Content-Transfer-Encoding: quoted-printable\n\n=46erry.\n", "text/plain", "Ferry.\n", 6, 7, true, ""},
		{"quoted without marks", head + "Content-Transfer-Encoding: quoted-printable\n\nFerry.\n", "text/plain", "Ferry.\n", 6, 7, false, ""},
		{"base64 with a footer", head + "Content-Transfer-Encoding: base64\n\nRmVycnkg\nc2FpbHMu\n\n-- \nlist\n", "text/plain", "Ferry sails.\n-- \nlist", 6, 11, true, ""},
		{"not base64", head + "Content-Transfer-Encoding: base64\n\nFerry sails.\n", "text/plain", "Ferry sails.\n", 6, 7, false, ""},
		{"8 bit", head + "Content-Type: text/plain; charset=iso-8859-7\n\n\xd0\xeb\xef\xdf\xef\n", "text/plain", "Πλοίο\n", 6, 7, false, "iso-8859-7"},
		{"UTF-8 all the same", head + "Content-Type: text/plain; charset=iso-8859-1\n\nFähre\n", "text/plain", "Fähre\n", 6, 7, false, ""},
		{"second part", multi + "--xx\nContent-Type: text/html\n\n<p>No.\n--xx\nContent-Type: text/plain\n\nFerry.\n--xx--\nend\n", "text/plain", "Ferry.\n", 14, 15, false, ""},
		{"part without a header", multi + "--xx\n\nFerry.\n--xx--\n", "text/plain", "Ferry.\n", 9, 10, false, ""},
		{"no end", multi + "--xx\n\nFerry.\n", "text/plain", "Ferry.\n", 9, 10, false, ""},
		{"parts in a part", multi + "--xx\nContent-Type: multipart/alternative; boundary=xxx\n\n--xxx\n\nFerry.\n--xxx--\n--xx--\n", "text/plain", "Ferry.\n", 12, 13, false, ""},
		{"forwarded", multi + "--xx\nContent-Type: message/rfc822\n\nSubject: d\n\nFerry.\n--xx--\n", "text/plain", "Ferry.\n", 12, 13, false, ""},
		{"HTML", multi + "--xx\nContent-Type: text/html\n\n<p>Ferry.\n--xx--\n", "text/html", "<p>Ferry.\n", 10, 11, false, ""},
		{"an attachment", multi + "--xx\nContent-Type: text/plain\nContent-Disposition: attachment\n\nNo.\n--xx--\n", "", "", 0, 0, false, ""},
		{"a picture", head + "Content-Type: image/png\n\nabc\n", "", "", 0, 0, false, ""},
	} {
		p := Read([]byte(c.data)).Text
		if p.Type != c.kind || string(p.Data) != c.text || p.Lines != c.lines || p.To != c.to || p.Encoded != c.encoded || p.Encoding != c.encodingName {
			t.Errorf("%s: %+v %q", c.name, p, p.Data)
		}
	}
}

func TestPartsAreOpenedOnlyToADepth(t *testing.T) {
	for depth, want := range map[int]string{maxDepth: "Ferry.\n", maxDepth + 1: ""} {
		data := "From: a\nDate: b\nSubject: c\n" + strings.Repeat("Content-Type: message/rfc822\n\n", depth) + "X: y\n\nFerry.\n"
		if got := string(Read([]byte(data)).Text.Data); got != want {
			t.Errorf("%d parts: %q", depth, got)
		}
	}
}

// BenchmarkHostile reads about a megabyte of each. Budget: 0.1 s.
func BenchmarkHostile(b *testing.B) {
	const head = "From: a\nDate: b\nSubject: c\nContent-Type: multipart/mixed; boundary=x\n"
	for _, data := range []string{
		head + "\n" + strings.Repeat("--x\n", 1<<18), head + "\n" + strings.Repeat("--x\nContent-Type: multipart/mixed; boundary=x\n\n", 1<<15),
		head + strings.Repeat(" folded\n", 1<<17), head + "X: " + strings.Repeat("=?utf-8?q?a?= ", 1<<16), strings.Repeat("a: b\n", 1<<18),
		head + "Content-Transfer-Encoding: quoted-printable\n\n" + strings.Repeat("=", 1<<20), "From " + strings.Repeat("\n\nFrom ", 1<<18),
		head + "\n" + strings.Repeat("--x\nContent-Type: message/rfc822\n\n", 1<<15),
	} {
		b.Run(fmt.Sprintf("%.20q", data[len(data)-1000:]), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				Is([]byte(data))
				Read([]byte(data))
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(plainMail))
	f.Add([]byte("From: a\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nb\n--x--"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p := Read(data).Text
		if n := strings.Count(string(data), "\n") + 1; p.Lines > n || p.To > n+1 {
			t.Errorf("%+v of %d lines", p, n)
		}
	})
}
