package headline

import (
	"strings"

	"dateline/feed/story"
)

// tagWords are the tags that are known by name, in small letters, with the
// kind of story that they announce.
var tagWords = kindsByWord(map[story.Kind]string{
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
var bareWords = kindsByWord(map[story.Kind]string{
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

func kindsByWord(table map[story.Kind]string) map[string]story.Kind {
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
