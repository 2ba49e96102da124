package link

import "testing"

func TestKeyFoldsTheSpellingsOfDesks(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"N.K. opens border market", "North Korea opens border market"},
		{"N. Korea opens border market", "n. korea  Opens Border Market"},
		{"N. Korea's market", "North Korea’s market"},
		{"N.K.'s market", "North Korea's market"},
		{"N. Korean team wins", "North Korean team wins"},
		{"S. Korea-U.S. talks", "South Korea - United States talks"},
		{"S.K., U.S. hold talks", "South Korea, US hold talks"},
		{"U.N. chief to visit", "UN chief to visit"},
		{"U.K. PM visits", "UK Prime Minister visits"},
		{"Gov't plans int'l fair", "Government plans international fair"},
		{"No. 1 port reopens", "No.1 port reopens"},
		{"#1 port reopens", "No 1 port reopens"},
		{"“Silent Tide” opens", "\"Silent Tide\" opens"},
		{"Talk of ‘easing’ rules", "Talk of easing rules"},
		{"Seoul–Tokyo ties", "Seoul-Tokyo ties"},
		{"Ferry halted -- port", "Ferry halted — port"},
		{"Ferry halted…", "Ferry halted ..."},
		{"Exports fall 5%", "Exports fall 5 pct"},
		{"Exports fall 5 per cent", "Exports fall 5 percent"},
		{"1,250 homes flooded", "1250 homes flooded"},
		{"Aug. 15 talks set", "August 15 talks set"},
		{"ＦＥＲＲＹ　２０２４", "Ferry 2024"},
		{"「静かな海」公開", "静かな海公開"},
		{"Fer\u00adry halted", "Ferry halted"},
		{"Élection à Łódź", "ELECTION A LODZ"},
		{"Straße gesperrt", "STRASSE GESPERRT"},
		{"ارتفاع أسعار الليمون", "ارتفاع اسعار الليمون"},
	} {
		if Key(c.a) != Key(c.b) {
			t.Errorf("%q and %q have keys %q and %q", c.a, c.b, Key(c.a), Key(c.b))
		}
	}
}

func TestKeyKeepsDifferentTitlesApart(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"N. Korea opens market", "S. Korea opens market"},
		{"Tell us the truth", "Tell US the truth"},
		{"Doors open at 3 PM", "Doors open at 3 prime minister"},
		{"SK opens plant", "S.K. opens plant"},
		{"Exports down for 5th month", "Exports down for 6th month"},
		{"Ferry halted", "Ferry halted..."},
		{"Exports fall 1.5%", "Exports fall 15%"},
		{"Мой порт", "Мои порт"},
	} {
		if Key(c.a) == Key(c.b) {
			t.Errorf("%q and %q have one key, %q", c.a, c.b, Key(c.a))
		}
	}
}

func TestACutTitleBeginsTheWholeOne(t *testing.T) {
	for _, c := range []struct{ cut, whole string }{
		{"Prices in Castrel rise by 6.0 pct,...", "Prices in Castrel rise by 6.0 pct, bank says"},
		{"Prices in Castrel rise by 6.0 pc...", "Prices in Castrel rise by 6.0 pct, bank says"},
		{"Castrel to lend 12 bl ...", "Castrel to lend 12 bln crowns"},
		{"Prices in Castrel rise by 6.0 pct; ...", "Prices in Castrel rise by 6.0 pct, bank says"},
		{"Castrel heeds growers'...", "Castrel heeds growers' league"},
		{"Castrel in trade talks with N. Kor…", "Castrel in trade talks with N. Korea"},
		{"Castrel in trade talks with N. ...", "Castrel in trade talks with North Korea"},
		{"Castrel asks port (again)...", "Castrel asks port (again) to pay"},
	} {
		if key, whole := Key(c.cut), Key(c.whole); !begins(key, whole) {
			t.Errorf("%q with the key %q does not begin %q with the key %q", c.cut, key, c.whole, whole)
		}
	}
	if key := Key("Castrel opens ferry to S. K..."); begins(key, Key("Castrel opens ferry to N. Korea")) {
		t.Errorf("%q begins the name of another country", key)
	}
}
