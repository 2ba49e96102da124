// Package agencies knows the names of news agencies. A name in its list is
// enough for a dateline; another name needs more evidence beside it.
package agencies

import (
	"strings"
)

// Names are the agencies that a dateline may name without further
// evidence, in small letters.
var Names = func() map[string]bool {
	const list = "yonhap|ap|reuters|afp|dpa|upi|kyodo|kyodo news|jiji|jiji press|xinhua|tass|itar-tass|kcna|efe|ansa|apa|apa-ots|ats|sda|belga|anp|pap|ctk|čtk|mti|" +
		"tanjug|hina|bta|tt|ritzau|ntb|stt|lusa|agência lusa|ria novosti|sputnik|interfax|interfax-ukraine|interfax.ru|unian|ukrinform|belta|prime|kazinform|trend|" +
		"pti|uni|ani|ians|app|bss|unb|bernama|antara|vna|pna|cna|mna|irna|isna|fars|mehr|tasnim|aa|anadolu|anadolu agency|iha|dha|mena|wam|spa|kuna|qna|petra|bna|oman news agency|sana|ina|wafa|" +
		"aap|nzpa|cp|the canadian press|canadian press|pa|pa media|press association|cnn|cnn business|bloomberg|dow jones|marketwatch|mercopress|notimex|télam|telam|prensa latina|andina|abi|" +
		"europa press|servimedia|adnkronos|agi|italpress|askanews|lapresse|agenzia nova|nova|agência brasil|agencia brasil|estadão conteúdo|folhapress|panapress|sapa|nan|ena|kna|aps|tap|map|" +
		"epa|news1|newsis|thomson reuters foundation|reuters breakingviews|ifr|afx|dpa-afx|dpa-infocom|epd|kna|sid|dapd|ddp|globe newswire|globenewswire|prnewswire|pr newswire|business wire|" +
		"accesswire|marketwired|newsfile|einpresswire|canada newswire|cnw|ots|inter press service|ips|zenit|fides|asianews|cns|rns|jta|tps|knyt|nyt|twp|tns|mct|kuwait news agency|saudi press agency|" +
		"bernama-antara|icg|gna|ghana news agency|zbc|ziana|angop|lpa|ap photo|tass-defense|mia|ata|agerpres|rompres|mediafax|sita|tasr|ana|ana-mpa|amna|elta|bns|leta|montsame|akipress|kabar|uza|azertac|armenpress|" +
		"тасс|итар-тасс|рия новости|риа новости|рия|интерфакс|interfax|прайм|регнум|regnum|белта|укринформ|укрінформ|уніан|казинформ|росбалт|" +
		"연합뉴스|뉴시스|뉴스1|연합|조선중앙통신|뉴스핌|이데일리|머니투데이|아시아경제|연합뉴스tv|노컷뉴스|오마이뉴스|스포츠서울|헤럴드경제|뉴스원|신화통신|교도통신|타스|신화|교도|" +
		"共同|共同通信|時事|時事通信|ロイター|聯合ニュース|朝鮮中央通信|新華社|朝鮮通信|タス通信|ブルームバーグ|afp時事|afp＝時事|afp=時事|中国通信|cnn.co.jp|ラヂオプレス|" +
		"新华社|中新社|中新网|中央社|法新社|路透社|路透|德新社|塔斯社|朝中社|共同社|韩联社|韓聯社|美联社|美聯社|人民网|央视网|俄新社|埃菲社|安莎社|中国新闻网|中国网|新华网|时事社|" +
		"أ ف ب|أ.ف.ب|ا ف ب|فرانس برس|رويترز|د ب أ|د.ب.أ|أ ش أ|أ.ش.أ|أ ب|أ.ب|أسوشيتد برس|وام|واس|قنا|كونا|بنا|سانا|وفا|بترا|شينخوا|الأناضول|سبوتنيك|ایرنا|ایسنا|فارس|مهر|תל|भाषा|वार्ता|रॉयटर्स|एपी|एएफपी"
	m := make(map[string]bool, 400)
	for name := range strings.SplitSeq(list, "|") {
		m[name] = true
	}
	return m
}()

// Known reports whether name is an agency, or begins with one as in
// "AP-Yonhap", "dpa/bb", "Reuters Health".
func Known(name string) bool {
	name = strings.ToLower(strings.TrimSpace(name))
	if Names[name] {
		return true
	}
	if i := strings.IndexAny(name, "/-–"); i > 0 {
		return Names[strings.TrimSpace(name[:i])]
	}
	first, _, more := strings.Cut(name, " ")
	return more && strings.Count(name, " ") <= 2 && len(first) > 2 && Names[first]
}

// CutLast cuts a known agency off the end of s, where a mark or a space
// parts it from the rest.
func CutLast(s string) (rest, agency string, ok bool) {
	for _, sep := range [...]string{", ", ". ", " "} {
		i := strings.LastIndex(s, sep)
		if i < 0 {
			continue
		}
		name := strings.Trim(s[i+len(sep):], " .")
		if Known(name) {
			return s[:i], name, true
		}
	}
	return s, "", false
}
