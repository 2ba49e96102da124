package calendar

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// dayText formats d as "2020-08-15", with its time if it has one.
func dayText(d Day) string {
	s := fmt.Sprintf("%d-%d-%d", d.Year, d.Month, d.Day)
	if !d.Clock.IsZero() {
		s += d.Clock.UTC().Format(" 15:04")
	}
	return s
}

func TestCutDayTakesTheDayOffTheEnd(t *testing.T) {
	for s, want := range map[string]string{
		"SEOUL, Aug. 15":                "SEOUL|0-8-15",
		"SEOUL, August 15, 2020":        "SEOUL|2020-8-15",
		"PARIS, 15 août 2020":           "PARIS|2020-8-15",
		"PARIS, samedi 1er août":        "PARIS|0-8-1",
		"Berlin, 15. August":            "Berlin|0-8-15",
		"MADRID, 15 de agosto":          "MADRID|0-8-15",
		"Berlin 15.8.2020":              "Berlin|2020-8-15",
		"Berlin 2020-08-15":             "Berlin|2020-8-15",
		"Budapest, 2020. augusztus 15.": "Budapest|2020-8-15",
		"WARSZAWA, 15 sierpnia":         "WARSZAWA|0-8-15",
		"МОСКВА, 15 августа 2020 г.":    "МОСКВА|2020-8-15",
		"SEOUL, Saturday Aug. 15":       "SEOUL|0-8-15",
		"SEOUL, Aug.15":                 "SEOUL|0-8-15",
		"SEOUL, Aug/Aug 15":             "SEOUL|0-8-15",
		"Berlin, 15.8.":                 "Berlin|0-8-15",
		"بترا 15 كانون الثاني":          "بترا|0-1-15",
		"بترا 15 كانون الأول":           "بترا|0-12-15",
		"SEOUL, Feb. 30":                "",
		"SEOUL, 32 August":              "",
		"SEOUL, 31.2.2020":              "",
		"SEOUL, Aug. 15, 1600":          "",
		"SEOUL":                         "",
		"":                              "",
	} {
		rest, day, ok := CutDay(s)
		got := ""
		if ok {
			got = strings.TrimRight(rest, " ,") + "|" + dayText(day)
		} else if rest != s {
			t.Errorf("CutDay(%q) has no day but leaves %q", s, rest)
		}
		if got != want {
			t.Errorf("CutDay(%q) is %q, want %q", s, got, want)
		}
	}
}

func TestDaysInEastAsianCharactersAreRead(t *testing.T) {
	for s, want := range map[string]string{
		"2020年8月15日": "0-14 2020-8-15", "8월 15일": "0-10 0-8-15", "東京３日": "6-12 0-0-3", "2020년 8월": "", "13月1日": "", "2月30日": "", "32日": "", "15": "",
		"5月2020年3日": "",
	} {
		from, to, day := CJKDay(s)
		got := ""
		if to > 0 {
			got = fmt.Sprintf("%d-%d %s", from, to, dayText(day))
		}
		// Only the day is compared, not the offsets.
		if want == "" && got != "" && !strings.HasSuffix(s, s[from:to]) || want != "" && (got == "" || strings.Fields(got)[1] != strings.Fields(want)[1]) {
			t.Errorf("CJKDay(%q) is %q, want %q", s, got, want)
		}
	}
}

func TestEachYieldsDatesAndYears(t *testing.T) {
	for s, want := range map[string]string{
		"Since 1998 and on Aug. 15, 2020, 12345 came.": "1998-0-0 2020-8-15",
		"2020-08-15 and 15.8.2021 and 2022/1/2.":       "2020-8-15 2021-8-15 2022-1-2",
		"2020년 8월 15일":                                 "2020-8-15",
		"２０２０年":                                        "2020-0-0",
		"1799 2200 999":                                "",
		"30 February 2020":                             "2020-0-0",
	} {
		var got []string
		Each(s, func(d Day, _ int) bool {
			got = append(got, dayText(d))
			return true
		})
		if strings.Join(got, " ") != want {
			t.Errorf("Each(%q) yields %q, want %q", s, got, want)
		}
	}
	n := 0
	Each("1998 1999 2000", func(Day, int) bool { n++; return n < 2 })
	if n != 2 {
		t.Errorf("Each does not stop: %d calls", n)
	}
}

func TestStampsOfTransmissionsAreRead(t *testing.T) {
	for s, want := range map[string]string{
		"AP-NY-08-15-20 1430EDT":      "2020-8-15 18:30",
		"AP-NY-08-15-20":              "2020-8-15",
		"NYT-08-15-20 1430EDT<":       "2020-8-15 18:30",
		"NYT-13-15-20 1430EDT":        "",
		"dpa ab cd 151430 Aug 20":     "2020-8-15 14:30",
		"AFP 151430 GMT AUG 20":       "2020-8-15 14:30",
		"AFP 151430Z AUG 1999":        "1999-8-15 14:30",
		"15-AGO-20 14:30":             "2020-8-15 14:30",
		"15-AGO-20 14h30":             "",
		"15-QUA-20 14:30":             "",
		"AFP 151430 GMT AUG 71":       "1971-8-15 14:30",
		"2020/08/15 14:30 송고":         "2020-8-15 05:30",
		"Published August 15, 2020":   "2020-8-15",
		"AP-NY-13-15-20 1430EDT":      "",
		"AFP 322430 GMT AUG 20":       "",
		"The ferry sailed on Aug. 15": "",
		"":                            "",
	} {
		got := ""
		if d, ok := LineStamp(s); ok {
			got = dayText(d)
		}
		if got != want {
			t.Errorf("LineStamp(%q) is %q, want %q", s, got, want)
		}
	}
}

func TestFieldStampReadsTheFormsOfHeaders(t *testing.T) {
	for s, want := range map[string]string{
		"2020-08-15T14:30:00Z": "2020-8-15 14:30", "Sat, 15 Aug 2020 14:30:00 +0900": "2020-8-15 05:30", "2020-08-15": "2020-8-15", "soon": "",
	} {
		got := ""
		if d, ok := FieldStamp(s); ok {
			got = dayText(d)
		}
		if got != want {
			t.Errorf("FieldStamp(%q) is %q, want %q", s, got, want)
		}
	}
}

func TestLinesThatSayWhenCopyWasSentAreRead(t *testing.T) {
	for s, want := range map[string]string{
		"2024-10-03 14:22":                                "2024-10-3 timed",
		"Oct 6, 2024 10:00 GMT":                           "2024-10-6 10:00 timed",
		"입력 2024.10.03 14:22":                             "2024-10-3 timed",
		"KYODO NEWS - Oct 6, 2024 - 10:00 | Feature, All": "2024-10-6 timed",
		"Updated Oct. 3, 2024 2:22 pm GMT":                "2024-10-3 14:22 timed",
		"Oct. 3, 2024 12:05 am +09:00":                    "2024-10-2 15:05 timed",
		"10/13/2024 08:00":                                "2024-10-13 timed",
		"Oct. 3, 2024":                                    "2024-10-3",
		"Sun, 13 Oct 2002 15:01:50 -0400":                 "2002-10-13 19:01 timed",
		"2020年8月15日 10時20分":                               "2020-8-15 timed",
		"2020年8月15日(土) 10:20":                             "2020-8-15 timed",
		"2020年08月15日 10:20 来源：港口网":                        "2020-8-15 timed",
		"2020-08-15 10:20 来源: 港口网 作者: 张三":                 "2020-8-15 timed",
		"发布时间：2020-08-15 10:20":                           "2020-8-15 timed",
		"송고시간2020-08-15 10:20":                            "2020-8-15 timed",
		"입력 2020. 8. 15. 오후 2:20":                         "2020-8-15 timed",
		"2020년 8월 15일 토요일 오전 10시 20분":                     "2020-8-15 timed",
		"15 de agosto de 2020":                            "2020-8-15",
		"15 de agosto de 2020 às 10h20":                   "2020-8-15 timed",
		"Publié le 15 août 2020 à 10h20":                  "2020-8-15 timed",
		"Publié le 15/08/2020 à 10h":                      "2020-8-15 timed",
		"Publicado el 15 de agosto de 2020 a las 10:20 h": "2020-8-15 timed",
		"Stand: 15.08.2020, 10:20 Uhr":                    "2020-8-15 timed",
		"Stand: 15. August 2020, 10.20 Uhr":               "2020-8-15 timed",
		"Pubblicato il 15 agosto 2020 alle ore 10:20":     "2020-8-15 timed",
		"Опубликовано 15.08.2020 в 10:20 МСК":             "2020-8-15 timed",
		"15 августа 2020 г., 10:20":                       "2020-8-15 timed",
		"Opublikowano: 15 sierpnia 2020, 10:20":           "2020-8-15 timed",
		"15\u00a0août\u00a02020 10:20":                    "2020-8-15 timed",
		"[Juche113.9.18.]":                                "2024-9-18",
		"(Juche113.1.5)":                                  "2024-1-5",
		"[주체113.9.18.]":                                   "2024-9-18",
		"10/03/2024":                                      "2024-3-10 either",
		"10/03/2024 14:22":                                "2024-3-10 either timed",
		"Publié le 10/03/2024 à 14:22":                    "2024-3-10 timed",
		"Atualizado em 10/03/2024 14h22":                  "2024-3-10 timed",
		"Cập nhật lúc 14:22, 10/03/2024":                  "2024-3-10 timed",
		"10/03/2024 2:22 am":                              "2024-3-10 either timed",
		"Thứ Ba, 12/11/2019 10:20 GMT+7":                  "2019-11-12 03:20 timed",
		"Terça-feira, 12 de novembro de 2019":             "2019-11-12",
		"wtorek, 12 listopada 2019":                       "2019-11-12",
		"الثلاثاء 12 نوفمبر 2019":                         "2019-11-12",
		"Selasa, 12 November 2019 10:20 WIB":              "2019-11-12 timed",
		"2019. november 12. 10:20":                        "2019-11-12 timed",
		"来源：港口网 2019-11-12 10:20":                         "2019-11-12 timed",
		"2019年11月12日 10:20 発信地：スカーン":                      "2019-11-12 timed",
		"更新日時：2019年11月12日10時20分":                          "2019-11-12 timed",
		"All News 10:20 November 12, 2019":                "2019-11-12 timed",
		"10/10/2024":                                      "2024-10-10",
		"10/13/2024":                                      "2024-10-13",
		"3/10/2024 2:22 pm":                               "2024-10-3 either timed",
		"[Juche113.19.18.]":                               "",
		"Juche is the idea of 2024":                       "",
		"10/03/2024 25:00":                                "",
		"The ferry of 2024":                               "",
		"10:00":                                           "",
	} {
		got := ""
		if sent, ok := ReadSent(s); ok {
			got = dayText(sent.Day)
			if !sent.Clock.IsZero() {
				got = sent.Clock.UTC().Format("2006-1-2 15:04")
			}
			if sent.Either {
				got += " either"
			}
			if sent.timed {
				got += " timed"
			}
		}
		if got != want {
			t.Errorf("ReadSent(%q) is %q, want %q", s, got, want)
		}
		if IsSent(s) != (want != "") || IsTimedStamp(s) != strings.HasSuffix(want, "timed") {
			t.Errorf("IsSent(%q) is %v, IsTimedStamp %v", s, IsSent(s), IsTimedStamp(s))
		}
	}
}

func TestLeapYearsHaveAFebruary29(t *testing.T) {
	for _, d := range []struct {
		y, m, d int
		want    bool
	}{{2020, 2, 29, true}, {2021, 2, 29, false}, {1900, 2, 29, false}, {2000, 2, 29, true}, {2020, 4, 31, false}, {2020, 12, 31, true}, {2020, 0, 1, false}, {2020, 1, 0, false}, {1799, 1, 1, false}, {2200, 1, 1, false}} {
		if got := ValidDate(d.y, d.m, d.d); got != d.want {
			t.Errorf("ValidDate(%d, %d, %d) is %v", d.y, d.m, d.d, got)
		}
	}
	if !ValidDay(2, 29) || ValidDay(2, 30) || ValidDay(13, 1) {
		t.Error("ValidDay takes a day of no year, or not one of some year")
	}
}

func TestTimeIsTheBeginningOfTheDay(t *testing.T) {
	if got := (Day{Year: 2020, Month: 8, Day: 15}).Time(); !got.Equal(time.Date(2020, 8, 15, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("Time is %s", got)
	}
}

func FuzzDaysAreInTheCalendar(f *testing.F) {
	f.Add("SEOUL, Aug. 15, 2020")
	f.Add("2020年8月15日")
	f.Add("AP-NY-08-15-20 1430EDT")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\uFFFD")
		if rest, d, ok := CutDay(s); ok && (!ValidDay(d.Month, d.Day) || !strings.HasPrefix(s, rest)) {
			t.Errorf("CutDay(%q) is %q, %+v", s, rest, d)
		}
		if d, ok := LineStamp(s); ok && d.Month != 0 && !ValidDate(d.Year, d.Month, d.Day) {
			t.Errorf("LineStamp(%q) is %+v", s, d)
		}
		if d, ok := ReadSent(s); ok && !ValidDate(d.Year, d.Month, d.Day.Day) {
			t.Errorf("ReadSent(%q) is %+v", s, d)
		}
		Each(s, func(d Day, at int) bool {
			if at < 0 || at >= len(s) || d.Month != 0 && !ValidDate(d.Year, d.Month, d.Day) {
				t.Errorf("Each(%q) yields %+v at %d", s, d, at)
			}
			return true
		})
	})
}

func TestTextsThatMayNameAYearAreFound(t *testing.T) {
	for s, want := range map[string]bool{
		"in 1998": true, "in 2024.": true, "2024": true, "１９98": true, "1 of 2,000": false, "19 and 200": false, "of 3145": false,
		"1234": false, "": false, "20": false, "1,999": false, "19 of 1234": true, "20 of 2199": true,
	} {
		if NamesYear(s) != want {
			t.Errorf("NamesYear(%q) is %v", s, !want)
		}
	}
}
