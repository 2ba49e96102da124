package link

import (
	"testing"

	"dateline/feed/story"
)

// tag returns a headline with a tag that says nothing about the take.
func tag(text, title string) story.Headline {
	return story.Headline{Text: text, Title: title, Kind: story.Plain, Take: story.TakeFirst}
}

// matchOf returns the class of the match of ref with a story of the same day.
func matchOf(ref, other story.Headline) Match {
	from, c := at(0, "Council meets"), at(0, "x")
	c.Headline = other
	m, _ := resolve(ref, from, []Candidate{c})
	return m
}

func TestHeadlinesMatchInAllScripts(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want Match
	}{
		// Marks that desks use for one another.
		{"스카른·오스트메어 협정 체결", "스카른ㆍ오스트메어 협정 체결", Normalised},
		{"스카른·오스트메어 협정 체결", "스카른・오스트메어 협정 체결", Normalised},
		{"스카른•오스트메어 협정", "스카른･오스트메어 협정", Normalised},
		{"부두 공사 7∼9월 중단", "부두 공사 7~9월 중단", Normalised},
		{"부두 공사 ─ 7월까지", "부두 공사 — 7월까지", Normalised},
		{"燈塔將於秋天重新開放⋯⋯", "燈塔將於秋天重新開放……", Normalised},
		{"〝潮の市〟が再開", "「潮の市」が再開", Normalised},
		{"ارتفاع الرسوم ٥٪ في الميناء", "ارتفاع الرسوم 5% في الميناء", Normalised},
		{"Fährpreise steigen um 5 % im Mai", "Fährpreise steigen um 5% im Mai", Normalised},
		{"L’île « verte » rouvre : les bacs reprennent !", "L'île \"verte\" rouvre: les bacs reprennent!", Normalised},
		{"هل تعود العبارة؟", "هل تعود العبارة?", Normalised},
		{"الميناء، الجسر والسوق", "الميناء, الجسر والسوق", Normalised},
		{"¿Vuelve el transbordador?", "Vuelve el transbordador?", Normalised},
		{"मछुआरे लौटे।", "मछुआरे लौटे.", Normalised},
		{"דו״ח הנמל פורסם", "דו\"ח הנמל פורסם", Normalised},
		// Letters.
		{"Флот ещё стоит в порту", "Флот еще стоит в порту", Normalised},
		{"أزمة إمداد في الميناء", "ازمة امداد في الميناء", Normalised},
		{"ÉTAT D’URGENCE À LA DIGUE", "État d'urgence à la digue", Normalised},
		{"港口關閉，渡輪停駛", "港口关闭，渡轮停驶", Normalised},
		{"羣眾衞護山峯燈塔", "群众卫护山峰灯塔", Normalised},
		{"燈塔發現裂縫", "灯塔发现裂缝", Normalised},
		{"快訊：燈塔後方起火", "快訊：灯塔后方起火", Normalised},
		// Spaces.
		{"스카른항 요금동결 검토", "스카른항 요금 동결 검토", Close},
		{"스카른 항, 요금 동결 검토", "스카른항 요금동결 검토", Close},
		{"AI 등대 시범 운영", "AI등대 시범운영", Close},
		{"เรือข้ามฟากกลับมาให้บริการ แล้ว", "เรือข้ามฟาก กลับมาให้บริการแล้ว", Close},
		{"کشتی می رود", "کشتی می\u200cرود", Close},
		{"灯台の補修工事始まる＝スカーン港", "灯台の補修工事始まる", Close},
		{"灯台の補修工事始まる＝港", "灯台 の 補修 工事 始まる", Close}, // as long as the other one
		{"Jürgen Köhler führt den Fährverband", "Juergen Koehler fuehrt den Faehrverband", Close},
		{"Ærlig Sørensen får nyt havnekontor", "Ærlig Soerensen faar nyt havnekontor", Close},
		// Not the same.
		{"스카른항 요금 3.5% 인상", "스카른항 요금 35% 인상", None},
		{"스카른항 요금 동결 검토", "스카른항 요금 인상 검토", None},
		{"부두 1·2호기 정지", "부두 12호기 정지", None},
		{"스카른 노조 파업 철회", "스카른 노조 파업 결의", None},
		{"灯台の補修工事始まる＝スカーン港", "灯台の補修工事始まる＝ヘスカー港", None},
		{"工事始まる＝スカーン港", "工事始まる＝ヘスカー港", None},
		{"渡轮停驶两天", "渡轮停驶三天", None},
		{"Re open the pier gate", "Reopen the pier gate", None},
		{"Goes Roe to port today", "Gos Ro to port today", None},
	} {
		if got, back := matchOf(head(c.a), head(c.b)), matchOf(head(c.b), head(c.a)); got != c.want || back != c.want {
			t.Errorf("%q and %q are %s, back %s, want %s; keys %q and %q", c.a, c.b, got, back, c.want, Key(c.a), Key(c.b))
		}
	}
}

func TestMostLettersOfALooseTitleAreLoose(t *testing.T) {
	for title, want := range map[string]bool{
		"": false, "ferry": false, "등대": true, "ai등대": false, "ai등대2호": true, "abc등대2345": false, "ﺭﻡ": true,
	} {
		if got := mostlyLoose(title); got != want {
			t.Errorf("%q: %t", title, got)
		}
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"灯台の工事開始", "灯台の工事開始=港", true},
		{"灯台の工事開", "灯台の工事開=港", true},
		{"灯台の工事", "灯台の工事=港", false},
		{"灯台の工事開始", "灯台の工事開始=港=東", false},
		{"lighthouse opens", "lighthouse opens=port", false},
	} {
		if got := subjectless(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %t", c.a, c.b, got)
		}
	}
}

func TestATagThatNamesNoTakeMakesAVersion(t *testing.T) {
	const title = "여객선 항로 변경"
	plain, map1 := tag(title, title), tag("<그림> "+title, title)
	for _, c := range []struct {
		a, b story.Headline
		want Match
	}{
		{map1, plain, Version},
		{plain, map1, Version},
		{map1, tag("〈그림〉 "+title, title), Normalised},
		{map1, tag("<사진> "+title, title), Version},
		{tag(title+" (with photos)", title), plain, Version},
		{tag("(LEAD) "+title, title), tag("[종합] "+title, title), Version},
		{head("(URGENT) Fire at pier"), story.Headline{Text: "BULLETIN Fire at pier", Title: "Fire at pier", Kind: story.Urgent, Take: story.TakeUrgent}, Normalised},
		{head("(News Focus) Fire at pier"), story.Headline{Text: "ANALYSIS-Fire at pier", Title: "Fire at pier", Kind: story.Analysis, Take: story.TakeFirst}, Normalised},
	} {
		if got := matchOf(c.a, c.b); got != c.want {
			t.Errorf("%q and %q are %s, want %s", c.a.Text, c.b.Text, got, c.want)
		}
	}
	// The take that the headline names comes before a newer one.
	lead := at(0, "lead")
	lead.Headline = story.Headline{Text: "(종합) " + title, Title: title, Kind: story.Lead, Take: 2}
	first := at(0, "first")
	first.Headline = map1
	if _, ids := resolve(plain, at(0, "x"), []Candidate{lead, first}); len(ids) != 1 || ids[0] != first.ID {
		t.Errorf("%q leads to %v", title, ids)
	}
}

func TestACorrectionMayDifferInSpaces(t *testing.T) {
	a, b := at(0, "(CORRECTED) 스카른항 요금동결 검토"), at(0, "스카른항 요금 동결 검토")
	if Corrected(&a, &b) == 0 {
		t.Error("a correction with other spaces is not that of its story")
	}
}
