package notice_test

import (
	"testing"
	"time"

	"dateline/feed/notice"
)

func TestAnEmbargoIsReadFromItsNote(t *testing.T) {
	local := time.FixedZone("", 3*3600)
	for note, want := range map[string]string{
		"HOLD FOR RELEASE 0600 GMT Oct. 5":                           "2024-10-05T06:00:00Z",
		"EMBARGOED UNTIL 00:01 GMT, Oct. 6":                          "2024-10-06T00:01:00Z",
		"HOLD UNTIL 1500 GMT":                                        "2024-10-03T15:00:00Z",
		"(EMBARGOED FOR RELEASE UNTIL 6 p.m. EDT)":                   "2024-10-03T18:00:00-04:00",
		"(ATTN: HOLD UNTIL 1500 GMT; ADDS photo)":                    "2024-10-03T15:00:00Z",
		"Sperrfrist: 5. Oktober, 6.00 Uhr MESZ":                      "2024-10-05T06:00:00+02:00",
		"(엠바고: 5일 정오)":                                               "5일 정오 until 2024-10-05T12:00:00+03:00",
		"HOLD FOR RELEASE 0600":                                      "0600 until 2024-10-03T06:00:00+03:00",
		"HOLD FOR RELEASE UNTIL delivery of the speech":              "delivery of the speech until further notice",
		"(EMBARGO LIFTED)":                                           "none",
		"(ATTN: EMBARGO LIFTED; was HOLD UNTIL 1500 GMT)":            "none",
		"(ATTN: ADDS details of the arms embargo on Tolvik, Oct. 9)": "none",
		"(ATTN: UPDATES with minister on embargo until 2030)":        "none",
		"EDITORS' NOTE: The photographs are embargoed.":              "none",
	} {
		st := parse("2024/10/03/a.txt", []byte("Harbor report finds fault\n"+note+"\nPORT ELLERY, Oct. 3 (Meridian) -- The report found fault.\n(END)\n"))[0]
		got := "none"
		if e := notice.ReadEmbargo(st, local); e.Text != "" {
			got = e.String()
			switch {
			case e.Until.IsZero():
				got += " until further notice"
			case !e.Zoned:
				got += " until " + e.Until.Format(time.RFC3339)
			}
		}
		if got != want {
			t.Errorf("%q is %s, want %s", note, got, want)
		}
	}
}

func TestAnEmbargoMayStandAboveTheHeadline(t *testing.T) {
	for _, text := range []string{
		"HOLD FOR RELEASE 0600 GMT Oct. 5\nHarbor report finds fault\nPORT ELLERY, Oct. 3 (Meridian) -- The report found fault.\n(END)\n",
		"w9991 OS meridian\nr a BC-OST--Harbor 10-03 0080\n^BC-OST--Harbor,0080<\n^HOLD FOR RELEASE 0600 GMT Oct. 5<\n^Harbor report finds fault<\n\tPORT ELLERY (AP) _ The report found fault.<\n\tAP-NY-10-03-24 1200EDT<\n",
	} {
		st := parse("2024/10/03/a.txt", []byte(text))[0]
		if e := notice.ReadEmbargo(st, time.UTC); e.String() != "2024-10-05T06:00:00Z" {
			t.Errorf("%.40q: %+v; notes %+v, envelope %+v", text, e, st.Notes, st.Envelope)
		}
	}
}

func TestHeadlinesAndAdvisoriesHoldNothing(t *testing.T) {
	for _, text := range []string{
		"Embargo until 1500 GMT, minister says\nPORT ELLERY, Oct. 3 (Meridian) -- It begins.\n(END)\n",
		"(ADVISORY) Plans for election night\n(Eds: HOLD UNTIL 1500 GMT)\nThe desk will be open.\n(END)\n",
	} {
		st := parse("2024/10/03/a.txt", []byte(text))[0]
		if e := notice.ReadEmbargo(st, time.UTC); e != (notice.Embargo{}) {
			t.Errorf("%.40q holds until %+v", text, e)
		}
	}
}

func TestAnEmbargoHoldsUntilItsTime(t *testing.T) {
	at := time.Date(2024, 10, 5, 6, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		until time.Time
		holds bool
	}{{at, false}, {at.Add(time.Second), true}, {at.Add(-time.Second), false}, {time.Time{}, true}} {
		e := notice.Embargo{Text: "noon", Until: c.until}
		if e.Holds(at) != c.holds {
			t.Errorf("an embargo until %v holds at %v: %t", c.until, at, !c.holds)
		}
	}
}
