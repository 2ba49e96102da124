package calendar

import (
	"testing"
	"time"
)

// The day of the story is a Friday.
var friday = Day{Year: 2024, Month: 10, Day: 4}

func TestTheMomentOfAnEmbargoIsRead(t *testing.T) {
	local := time.FixedZone("here", 2*3600)
	for text, want := range map[string]string{
		"0600 GMT Oct. 5":            "2024-10-05T06:00:00Z",
		"1500 GMT":                   "2024-10-04T15:00:00Z",
		"00:01 GMT, Aug. 16":         "2024-08-16T00:01:00Z",
		"0001 GMT, Jan. 2":           "2025-01-02T00:01:00Z",
		"Monday 0500 GMT":            "2024-10-07T05:00:00Z",
		"6 p.m. EDT":                 "2024-10-04T18:00:00-04:00",
		"6:30 p.m. EST Sunday":       "2024-10-06T18:30:00-05:00",
		"6pm KST":                    "2024-10-04T18:00:00+09:00",
		"12:30 am UTC":               "2024-10-04T00:30:00Z",
		"2000 GMT Oct. 5, 2024":      "2024-10-05T20:00:00Z",
		"Oct. 5, 2024, at 2030 GMT":  "2024-10-05T20:30:00Z",
		"2024-10-05 06:00 UTC":       "2024-10-05T06:00:00Z",
		"delivery, about 3 p.m. BST": "2024-10-04T15:00:00+01:00",
		"NOON":                       "local 2024-10-04T12:00:00+02:00",
		"12 noon, Oct. 5":            "local 2024-10-05T12:00:00+02:00",
		"midnight Oct. 5":            "local 2024-10-06T00:00:00+02:00",
		"tomorrow 0600":              "local 2024-10-05T06:00:00+02:00",
		"2000":                       "local 2024-10-04T20:00:00+02:00",
		"Sun., March 20":             "local 2025-03-20T00:00:00+02:00",
		"5. Oktober, 6.00 Uhr":       "local 2024-10-05T06:00:00+02:00",
		"12.00 Uhr am 5. Oktober":    "local 2024-10-05T12:00:00+02:00",
		"15.10.2024 um 18 Uhr MEZ":   "2024-10-15T18:00:00+01:00",
		"1500":                       "local 2024-10-04T15:00:00+02:00",
		"15일 정오":                     "local 2024-10-15T12:00:00+02:00",
		"10월 5일 오후 3시 30분":           "local 2024-10-05T15:30:00+02:00",
		"3일 오전 6시":                   "local 2024-11-03T06:00:00+02:00",
		"10月5日 18時":                  "local 2024-10-05T18:00:00+02:00",
		"further notice":             "none",
		"LIFTED":                     "none",
		"":                           "none",
		"Feb. 30, 0600 GMT":          "none",
		"99:99":                      "none",
	} {
		got := "none"
		if u, ok := ReadUntil(text, friday, local); ok {
			got = u.Time.Format(time.RFC3339)
			if !u.Zoned {
				got = "local " + got
			}
		}
		if got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}

func TestAMomentWithoutADayNeedsTheDayOfTheStory(t *testing.T) {
	if u, ok := ReadUntil("0600 GMT Oct. 5", Day{}, time.UTC); ok {
		t.Errorf("read %v without a year", u)
	}
	if u, ok := ReadUntil("0600 GMT", Day{Month: 10, Day: 4}, time.UTC); ok {
		t.Errorf("read %v without a year", u)
	}
	if u, ok := ReadUntil("0600 GMT Oct. 5, 2024", Day{}, time.UTC); !ok || u.Time.Unix() != 1728108000 {
		t.Errorf("read %v, %t", u, ok)
	}
}

func FuzzReadUntil(f *testing.F) {
	for _, s := range []string{"0600 GMT Oct. 5", "6:30 p.m. EDT", "10월 5일 오후 3시 30분", "2024-10-05T06:00Z", "12 noon"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if u, ok := ReadUntil(s, friday, time.UTC); ok && (u.Time.Year() < 1700 || u.Time.Year() > 2300) {
			t.Errorf("%q is %v", s, u)
		}
	})
}
