package dateline

import (
	"strings"
	"unicode/utf8"

	"dateline/feed/wire/calendar"
	"dateline/feed/wire/line"
)

// chineseAgencies begin a Chinese dateline; a longer name before a shorter one
// that it begins with.
var chineseAgencies = []string{"新华社", "新華社", "新华网", "中新社", "中新网", "中國新聞社", "中国新闻网", "中央社", "法新社", "路透社", "路透", "德新社", "德通社", "俄新社", "塔斯社", "朝中社",
	"共同社", "时事社", "韩联社", "韓聯社", "美联社", "美聯社", "埃菲社", "安莎社", "人民网", "央视网", "中国网", "澎湃新闻", "大公报", "文汇报"}

// towns are the places that end a run of Chinese characters in which nothing
// parts a reporter's name from the place.
var towns = strings.Fields("台北 臺北 新北 高雄 台中 臺中 台南 臺南 桃園 新竹 基隆 嘉義 屏東 花蓮 台東 宜蘭 金門 澎湖 苗栗 彰化 南投 雲林 北京 上海 香港 澳門 廣州 深圳 東京 大阪 首爾 平壤 華盛頓 紐約 洛杉磯 舊金山 " +
	"芝加哥 倫敦 巴黎 柏林 布魯塞爾 日內瓦 羅馬 馬德里 莫斯科 維也納 雅典 曼谷 河內 雅加達 新加坡 吉隆坡 馬尼拉 新德里 雪梨 墨爾本 坎培拉 渥太華 多倫多 溫哥華 聖保羅 墨西哥城 開羅 耶路撒冷 特拉維夫 德黑蘭 安卡拉 伊斯坦堡 " +
	"广州 东京 首尔 华盛顿 纽约 伦敦 日内瓦 罗马 马德里 维也纳 南京 武汉 成都 重庆 西安 杭州 天津 沈阳 济南 郑州 长沙 福州 昆明 乌鲁木齐 拉萨 呼和浩特 哈尔滨 长春 石家庄 太原 合肥 南昌 海口 贵阳 兰州 西宁 银川 南宁")

// wires are the characters behind the day of a Chinese dateline.
var wires = []string{"綜合外電報導", "综合外电报道", "綜合報導", "专电", "專電", "電", "电", "讯", "訊", "发", "發"}

// chinese reads "新华社北京8月15日电（记者 张三）" and "路透伦敦8月15日 -".
func chinese(p string) (o Opening, n int) {
	agency := chineseAgency(p)
	if agency == "" {
		return o, 0
	}
	from, to, d := calendar.CJKDay(line.Head(p, 120))
	if to == 0 || from < len(agency) {
		return o, 0
	}
	rest := p[to:]
	size := wireWord(rest)
	if kind, _ := afterAgency(rest); size == 0 && kind == none {
		return o, 0
	}
	if !o.fillChinese(agency, p[len(agency):from], d) {
		return Opening{}, 0
	}
	n = to + size
	n += o.chineseReporters(p[n:])
	_, more := afterAgency(p[n:])
	return o, n + more
}

// readChinese reads the same between brackets: "中央社記者王小明台北15日電".
func (o *Opening) readChinese(s string) bool {
	agency := chineseAgency(s)
	from, to, d := calendar.CJKDay(s)
	if agency == "" || to == 0 || from < len(agency) || wireWord(s[to:]) == 0 {
		return false
	}
	return o.fillChinese(agency, s[len(agency):from], d)
}

func chineseAgency(s string) string {
	for _, a := range chineseAgencies {
		if strings.HasPrefix(s, a) {
			return a
		}
	}
	return ""
}

func wireWord(s string) int {
	for _, w := range wires {
		if strings.HasPrefix(s, w) {
			return len(w)
		}
	}
	return 0
}

// fillChinese takes apart what stands between agency and day: reporters, then
// the place.
func (o *Opening) fillChinese(agency, middle string, d calendar.Day) bool {
	o.Agency, o.Year, o.Month, o.Day = agency, d.Year, d.Month, d.Day
	middle = strings.TrimSpace(middle)
	if by, place, ok := cutReporters(middle); ok {
		o.By, middle = by, place
	}
	if utf8.RuneCountInString(middle) > 14 || strings.ContainsAny(middle, "，。；：,;:") {
		return false
	}
	if middle != "" {
		o.Places = cutPlaces(middle)
	}
	return true
}

// cutReporters parts "記者王小明台北" into the reporters and the place: a known
// town at the end, else what follows a name of three characters.
func cutReporters(s string) (by, place string, ok bool) {
	word := ""
	for _, w := range [...]string{"記者", "记者"} {
		if strings.HasPrefix(s, w) {
			word = w
		}
	}
	if word == "" {
		return "", s, false
	}
	for _, t := range towns {
		if strings.HasSuffix(s, t) && len(s) > len(word)+len(t) {
			return s[:len(s)-len(t)], t, true
		}
	}
	cut := len(word)
	for range 3 {
		_, size := utf8.DecodeRuneInString(s[cut:])
		cut += size
	}
	return s[:cut], s[cut:], true
}

// chineseReporters reads "（记者 张三）" behind the day.
func (o *Opening) chineseReporters(s string) int {
	skip := len(s) - len(strings.TrimLeft(s, " "))
	closer, ok := line.Bracket(s[skip:])
	if !ok || closer == ">" {
		return 0
	}
	_, open := utf8.DecodeRuneInString(s[skip:])
	end := strings.Index(s[skip+open:], closer)
	if end < 0 || end > 150 {
		return 0
	}
	inner := strings.TrimSpace(s[skip+open : skip+open+end])
	if !strings.HasPrefix(inner, "记者") && !strings.HasPrefix(inner, "記者") {
		return 0
	}
	o.By = line.Fold(inner)
	return skip + open + end + len(closer)
}
