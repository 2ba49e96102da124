package wire

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// ordinary returns agency copy of n paragraphs in the most common form.
func ordinary(n int) string {
	var b strings.Builder
	b.WriteString("(2nd LD) Harbor ferry resumes service after two-day storm halt\n")
	b.WriteString("(ATTN: UPDATES with port authority's statement in paras 6-7, 10; ADDS photo)\nBy Ana Ruiz\n")
	b.WriteString("PORT ELLERY, Oct. 3 (Meridian) -- The harbor ferry resumed service Thursday after a storm kept it in dock for two days, the port authority said.\n")
	for i := range n {
		fmt.Fprintf(&b, "\"We will add %d evening runs until Sunday,\" said Ana Ruiz, who heads the authority and has sailed since 1998. The first boat left at 6:%02d a.m. with 212 passengers, according to the harbor office.\n", i+2, i%60)
	}
	b.WriteString("\nA ferry leaves Port Ellery, after a storm kept it in dock for two days. (PHOTO NOT FOR SALE) (Meridian)\nd.holm@meridian.example\n(END)\n")
	for range 10 {
		b.WriteString("-\n(LEAD) Port authority orders inquiry into ferry moorings\n")
	}
	return b.String()
}

// hardWrapped returns agency copy of n paragraphs in lines of 70 columns.
func hardWrapped(n int) string {
	var b strings.Builder
	b.WriteString("Harbor ferry resumes service\n\nPORT ELLERY, Oct. 3 (Meridian) -- The harbor ferry resumed service.\n\n")
	for range n {
		b.WriteString("The first boat left at dawn with 212 passengers, according to the port\nauthority, which runs the line and has done so since the old harbor was\nclosed. \"It was a long night,\" said the captain, who has sailed for\nforty years.\n\n")
	}
	return b.String()
}

func korean(n int) string {
	return "항구 여객선 운항 재개(종합2보)\n(부산=연합뉴스) 홍길동 기자 = 항구 여객선이 3일 운항을 재개했다.\n" +
		strings.Repeat("폭풍으로 이틀 동안 묶여 있던 배가 새벽에 떠났으며, 승객 212명이 탔다고 항만공사가 3일 밝혔다.\n", n) + "(끝)\n"
}

// The budget on ordinary copy is 30 MB/s on one core.
func BenchmarkParse(b *testing.B) {
	for _, c := range []struct{ name, text string }{
		{"ordinary-3kB", ordinary(12)},
		{"ordinary-300kB", ordinary(1500)},
		{"wrapped-300kB", hardWrapped(1100)},
		{"korean-300kB", korean(2300)},
	} {
		b.Run(c.name, func(b *testing.B) {
			o := Origin{Path: "2024/10/03/ferry.txt", ModTime: time.Date(2024, 10, 3, 12, 0, 0, 0, time.UTC)}
			b.SetBytes(int64(len(c.text)))
			b.ReportAllocs()
			for b.Loop() {
				Parse(c.text, o)
			}
		})
	}
}

// hostile returns inputs that make careless scanners slow.
func hostile(size int) map[string]string {
	rep := func(s string) string { return strings.Repeat(s, size/len(s)) }
	below := func(s string) string {
		return "Ferry sails\n\n    SEOUL, Aug. 15 (Yonhap) -- The ferry sails.\n" + rep(s) + "\n"
	}
	return map[string]string{
		"line-of-dashes": rep("-- "),
		"line-of-commas": rep(", "),
		"line-of-quotes": rep("\"'"),
		"line-of-dots":   rep("."),
		"line-of-space":  rep("a" + strings.Repeat(" ", 60)),
		"line-of-tabs":   rep("a\t\t"),
		"line-of-places": rep("SEOUL, "),
		"line-of-groups": rep("(a) "),
		"indents":        below("    a b c\n"),
		"indents-small":  below("    The ferry sails to\n    a b c\n"),
		"rows":           below("    Shr 3 cts vs 4 cts\n"),
		"names":          below("Ellery Post\n- a b c\n"),
		"double-dashes":  below("the ferry sails.\n-- a b c\n"),
		"words":          below("Reuter\n"),
		"words-blank":    below("MORE\n\n\n\n"),
		"glued":          below("The ferry sails. Reuter\n"),
		"eds":            below("Eds: the ferry sails again after two days in the\n"),
		"eds-above":      "Ferry sails\n" + rep("Eds: the ferry sails again after two days in the\n"),
		"carets-open":    "Ferry sails\n" + rep("^Eds: the ferry sails\n"),
		"bylines":        "Ferry sails\n" + rep("By Ana Ruiz and\n"),
		"initials":       below("(ab-cd)\n"),
		"repeated":       rep("The ferry sails from the quay at dawn again and again\n"),
		"repeated-blank": rep("The ferry sails from the quay at dawn again and again\n\n"),
		"one-line":       rep("The ferry sailed. "),
		"no-space":       rep("a"),
		"dashes":         rep("-\n"),
		"brackets":       rep("("),
		"brackets-n":     rep("(\n"),
		"blank":          rep("\n"),
		"years":          rep("2019 "),
		"dates":          rep("Aug. 15, 2019 "),
		"weekdays":       rep("Saturday "),
		"at-signs":       rep("a@"),
		"columns":        rep("a  b\n"),
		"numbers":        rep("1. a\n"),
		"items":          rep("- a\n"),
		"hashes":         rep("#a\n"),
		"sections":       rep("Most Viewed\n"),
		"slashes":        rep("/a"),
		"notes":          rep("(ATTN: a\n"),
		"carets":         rep("^\n"),
		"quotes":         rep("> a\n"),
		"rules":          rep("---\n"),
		"rule-table":     rep("---\na  b\n"),
		"han":            rep("港口重新开放。"),
		"mails":          rep("a@b.cd\n"),
		"marked":         rep("a\n-\n"),
		"dateline":       "SEOUL, Aug. 15 (Yonhap) -- " + rep("Saturday 2019 Aug. 15, 1945. "),
		"wrapped":        "SEOUL, Aug. 15 (Yonhap) -- " + rep("the ferry and\n"),
		"lone-items":     "a\n\n" + rep("b\n- c\n"),
		"invisible":      rep("\u200b\n"),
		"credits":        "a\n\nb.\n\n" + rep("(Reporting by a)\n"),
	}
}

// TestTheCostOfAHostileFileIsLinear counts allocations instead of time: eight times the
// text must not need more than about eight times as many.
func TestTheCostOfAHostileFileIsLinear(t *testing.T) {
	small, large := hostile(8<<10), hostile(64<<10)
	for name := range small {
		count := func(text string) float64 { return testing.AllocsPerRun(1, func() { Parse(text, Origin{}) }) }
		if a, b := count(small[name]), count(large[name]); b > 10*a+200 {
			t.Errorf("%s: %.0f allocations for 8 KiB, %.0f for 64 KiB", name, a, b)
		}
	}
}

// The cost of a hostile file is linear: each size takes about ten times as long as the
// size before it. Many of the 16 MiB files are data and not stories.
func BenchmarkParseHostile(b *testing.B) {
	for name := range hostile(64) {
		for _, size := range []int{10 << 10, 100 << 10, 1 << 20, 16 << 20} {
			b.Run(fmt.Sprintf("%s/%dKiB", name, size>>10), func(b *testing.B) {
				text := hostile(size)[name]
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					Parse(text, Origin{})
				}
			})
		}
	}
}
