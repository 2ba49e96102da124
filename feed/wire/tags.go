package wire

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/story"
)

// tagWords are the tags that are known by name, in small letters, with the
// kind of story that they announce.
var tagWords = words(map[story.Kind]string{
	story.Urgent: "urgent|flash|bulletin|newsalert|apnewsalert|ap newsalert|news alert|breaking|breaking news|snap|alert|biz urgent|sports urgent|" +
		"속보|긴급|1보|速報|緊急|快讯|快訊|eilmeldung|eil|blitz|urgente|última hora|ultima hora|dernière minute|alerte|срочно|молния|عاجل|flash news|just in|terbaru",
	story.Correction: "corrected|correction|corrects|correcting|corrected repeat|rectificatif|correctif|korrektur|berichtigung|corrección|corrige|rettifica|" +
		"정정|정정보도|바로잡습니다|訂正|更正|исправление|поправка|تصحيح|annule et remplace|mandatory correction|clarification",
	story.Kill: "kill|killed|mandatory kill|bulletin kill|kill advisory|withdrawn|withdrawal|withdraw|withdrawing|retraction|story kill|story withdrawn|" +
		"annulation|annulé|anulación|anulada|rückzug|zurückgezogen|전문취소|기사취소|取消|撤稿|аннулировано|إلغاء",
	story.Advisory: "advisory|media advisory|diary|daybook|note to editors|editors note|schedule|news schedule|planner|budget|coverage advisory|hinweis|terminvorschau|일정|お知らせ|予定",
	story.Analysis: "analysis|news analysis|focus|news focus|insight|explainer|q&a|factbox|timeline|news guide|in focus|backgrounder|" +
		"뉴스초점|뉴스분석|분석|해설|解説|焦点|分析|analyse|análisis|analisis|analisi|анализ|تحليل",
	story.Feature:   "feature|features|yearender|profile|special report|special|in depth|big story|reportage|magazine|특집|기획|르포|特集|专题|特稿|reportaje|portrait|porträt",
	story.Interview: "interview|q and a|exclusive interview|인터뷰|インタビュー|专访|專訪|entrevista|intervista|interviu|интервью|مقابلة",
	story.Review:    "review|movie review|film review|book review|music review|tv review|album review|theater review|리뷰|영화리뷰|공연리뷰|신간|書評|影评|critique|kritik|rezension|reseña|рецензия",
	story.Editorial: "editorial|editorials|column|opinion|commentary|comment|op-ed|breakingviews|viewpoint|사설|칼럼|시론|社説|社论|社評|评论|leitartikel|kommentar|tribune|редакционная",
	story.Summary: "summary|news summary|roundup|wrapup|wrap|digest|news in brief|briefs|highlights|recap|top news|zusammenfassung|synthèse|papier général|resumen|resumo|" +
		"간추린 뉴스|뉴스 요약|まとめ|综述|обзор|сводка|موجز",
	story.Lead: "lead|ld|writethru|updated|actualisé|actualizado|actualización|aktualisiert|aktualisierung|aggiornato|atualizado|обновлено|уточнение|종합|상보|続報|更新|أضافة|تحديث",
	story.Plain: "exclusive|rpt|repeat|refile|refiled|resend|resending|reissue|brief|poll|preview|pictures|picture|graphic|live|update|extra|" +
		"단독|포토|그래픽|표|부고|인사|동정|독점|独家|獨家|独自|写真|exklusiv|exclusif|exclusiva|esclusiva|эксклюзив|خاص|fact check|wider image|trending|photo news|photos|photo|video|obituary",
})

// bareWords are the tags that may stand before a headline without brackets and
// without a mark after them, in capitals: "LEAD Ferry resumes service".
var bareWords = words(map[story.Kind]string{
	story.Urgent:     "urgent|flash|bulletin|newsalert|eilmeldung|urgente|alerte|срочно|apnewsalert",
	story.Correction: "corrected|correction|korrektur|berichtigung|rectificatif|corrección",
	story.Kill:       "kill|withdrawn|withdrawal",
	story.Advisory:   "advisory",
	story.Analysis:   "analysis|explainer",
	story.Feature:    "feature",
	story.Interview:  "interview",
	story.Summary:    "roundup|zusammenfassung|wrapup",
	story.Lead:       "lead",
	story.Plain:      "refile|extra|exclusive|rpt",
})

func words(table map[story.Kind]string) map[string]story.Kind {
	m := make(map[string]story.Kind, 300)
	for kind, list := range table {
		for word := range strings.SplitSeq(list, "|") {
			m[word] = kind
		}
	}
	return m
}

// tagEndings make a tag of several words known by its last: "Yonhap
// Interview", "Weekend Review".
var tagEndings = []struct {
	word string
	kind story.Kind
}{
	{"interview", story.Interview}, {"review", story.Review}, {"feature", story.Feature}, {"features", story.Feature},
	{"analysis", story.Analysis}, {"focus", story.Analysis}, {"insight", story.Analysis},
	{"summary", story.Summary}, {"roundup", story.Summary}, {"digest", story.Summary}, {"in brief", story.Summary},
	{"editorial", story.Editorial}, {"opinion", story.Editorial}, {"column", story.Editorial},
	{"correction", story.Correction}, {"kill", story.Kill}, {"advisory", story.Advisory},
	{"인터뷰", story.Interview}, {"리뷰", story.Review}, {"초점", story.Analysis}, {"インタビュー", story.Interview},
}

// tag is what a tag says. Take is -1 where it does not say one.
type tag struct {
	kind story.Kind
	take story.Take
}

// readTag tells what the tag t, without its brackets, says. Known is false
// for a tag that is not in the tables: it may be one all the same.
func readTag(t string) (g tag, known bool) {
	low := strings.ToLower(strings.Trim(t, " .:"))
	if n, ok := numbered(low); ok {
		return n, true
	}
	if kind, ok := tagWords[low]; ok {
		return tag{kind, takeOf(kind)}, true
	}
	if strings.HasPrefix(low, "editorial from") || strings.HasPrefix(low, "editorial for") {
		return tag{story.Editorial, -1}, true
	}
	for _, e := range tagEndings {
		if strings.HasSuffix(low, e.word) && len(low) > len(e.word) && (isEast(e.word) || low[len(low)-len(e.word)-1] == ' ') {
			return tag{e.kind, -1}, true
		}
	}
	return tag{story.Plain, -1}, false
}

func takeOf(kind story.Kind) story.Take {
	switch kind {
	case story.Urgent:
		return story.TakeUrgent
	case story.Lead:
		return story.TakeLead
	}
	return -1
}

// numbered reads the tags that count takes: "2nd ld", "3rd lead", "lead 2",
// "1st ld-writethru", "update 2", "update1", "wrapup 1", "종합2보", "2보",
// "第2報".
func numbered(t string) (tag, bool) {
	if n, rest, ok := leadingNumber(t); ok {
		return numberFirst(n, strings.TrimSpace(trimOrdinal(rest)))
	}
	for _, w := range numberAfter {
		rest, ok := strings.CutPrefix(t, w.word)
		if !ok {
			continue
		}
		n, end, ok := leadingNumber(strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(rest), "第")))
		if ok && (end == "" || reports[end]) {
			return tag{w.kind, story.Take(n + w.more)}, true
		}
	}
	return tag{}, false
}

// reports are the words for a report in a series.
var reports = set("보 報 报")

// numberFirst reads a tag that begins with the number n: "2nd ld", "2보".
func numberFirst(n int, rest string) (tag, bool) {
	switch {
	case reports[rest] && n >= 1:
		return seriesTake(n), true
	case isLeadWord(rest) || rest == "update":
		return tag{story.Lead, story.Take(n + 1)}, true
	case rest == "roundup" || rest == "wrapup":
		return tag{story.Summary, story.Take(max(n, 1))}, true
	}
	return tag{}, false
}

var numberAfter = []struct {
	word string
	kind story.Kind
	more int
}{
	{"update", story.Lead, 1}, {"lead", story.Lead, 1}, {"ld", story.Lead, 1}, {"更新", story.Lead, 1},
	{"종합", story.Lead, 1}, {"wrapup", story.Summary, 0}, {"roundup", story.Summary, 0}, {"第", story.Lead, 0},
}

// seriesTake is the take of the n-th report of a series; the first is a flash.
func seriesTake(n int) tag {
	if n == 1 {
		return tag{story.Urgent, story.TakeUrgent}
	}
	return tag{story.Lead, story.Take(n)}
}

func isLeadWord(s string) bool {
	s = strings.TrimSpace(s)
	for _, w := range [...]string{"lead", "ld"} {
		rest, ok := strings.CutPrefix(s, w)
		if !ok {
			continue
		}
		rest = strings.TrimLeft(rest, " -")
		return rest == "" || rest == "writethru" || rest == "writethru." || rest == "wt" || rest == "pickup"
	}
	return s == "writethru"
}

// leadingNumber reads a number of one to three digits, also wide ones.
func leadingNumber(s string) (n int, rest string, ok bool) {
	rest = s
	for range 4 {
		d, size := digit(rest)
		if size == 0 {
			break
		}
		n, rest, ok = n*10+d, rest[size:], true
	}
	return n, rest, ok && n < 1000
}

// digit is the value of the decimal digit that s begins with, ASCII or wide;
// size is 0 where there is none.
func digit(s string) (value, size int) {
	if s == "" {
		return 0, 0
	}
	if c := s[0]; c >= '0' && c <= '9' {
		return int(c - '0'), 1
	} else if c < 0x80 {
		return 0, 0
	}
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case r >= '０' && r <= '９':
		return int(r - '０'), n
	case r >= '٠' && r <= '٩':
		return int(r - '٠'), n
	case r >= '۰' && r <= '۹':
		return int(r - '۰'), n
	}
	return 0, 0
}

func trimOrdinal(s string) string {
	for _, o := range [...]string{"st", "nd", "rd", "th"} {
		if rest, ok := strings.CutPrefix(s, o); ok && (rest == "" || !unicode.IsLetter(rune(rest[0]))) {
			return rest
		}
	}
	return s
}
