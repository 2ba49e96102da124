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
