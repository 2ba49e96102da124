package dateline

import (
	"fmt"
	"strings"
	"testing"

	"dateline/feed/wire/wiretest"
)

func TestDatelinesOfAllAgenciesAreRead(t *testing.T) {
	wiretest.Table(t, "testdata/datelines.txt", func(line string) string {
		o, ok := Cut(line)
		if !ok {
			return "none"
		}
		by := ""
		if o.By != "" {
			by = fmt.Sprintf(" by=%q", o.By)
		}
		return fmt.Sprintf("%s%s rest=%q", wiretest.Dateline(o.Dateline), by, o.Rest)
	})
}

func TestProseIsNoDateline(t *testing.T) {
	wiretest.Table(t, "testdata/no-datelines.txt", func(line string) string {
		if o, ok := Cut(line); ok {
			return "read as a dateline: " + o.Text
		}
		return "none"
	})
}

func FuzzCutKeepsTheParagraph(f *testing.F) {
	f.Add("PORT ELLERY, Oct. 3 (Meridian) -- The ferry sailed.")
	f.Add("(부산=연합뉴스) 홍길동 기자 = 배가 떠났다.")
	f.Add("【東京共同】船が出た。")
	f.Add("新华社北京8月15日电（记者 张三）港口开放。")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		o, ok := Cut(text)
		if !ok {
			return
		}
		if o.Text == "" || !strings.HasSuffix(text, o.Rest) && !strings.HasSuffix(strings.TrimSpace(text), o.Rest) {
			t.Errorf("%q is cut into %q and %q", text, o.Text, o.Rest)
		}
		if o.Day < 0 || o.Day > 31 || o.Month < 0 || o.Month > 12 {
			t.Errorf("%q has the day %d-%d", text, o.Month, o.Day)
		}
	})
}
