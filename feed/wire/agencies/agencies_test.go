package agencies

import "testing"

func TestKnownAcceptsNamesAndTheirFirstParts(t *testing.T) {
	for name, want := range map[string]bool{
		"Yonhap": true, " yonhap ": true, "AP-Yonhap": true, "dpa/bb": true, "Reuters Health": true, "연합뉴스": true, "ТАСС": true,
		"Meridian": false, "": false, "AP Photo Service": false, "Reuters Health News Desk": false, "-Yonhap": false,
	} {
		if got := Known(name); got != want {
			t.Errorf("Known(%q) is %v", name, got)
		}
	}
}

func TestHasTakesOnlyTheWholeNameInLowerCase(t *testing.T) {
	if !Has("kyodo news") || Has("Kyodo News") || Has("kyodo news desk") {
		t.Error("Has takes another name for kyodo news")
	}
}

func TestCutLastTakesTheAgencyOffTheEnd(t *testing.T) {
	for s, want := range map[string][2]string{
		"TOKYO, Oct. 6, Kyodo":  {"TOKYO, Oct. 6", "Kyodo"},
		"МОСКВА, 15 авг. ТАСС":  {"МОСКВА, 15 авг", "ТАСС"},
		"PORT ELLERY Reuters":   {"PORT ELLERY", "Reuters"},
		"PORT ELLERY, Meridian": {"PORT ELLERY, Meridian", ""},
		"Kyodo":                 {"Kyodo", ""},
	} {
		rest, agency, ok := CutLast(s)
		if rest != want[0] || agency != want[1] || ok != (want[1] != "") {
			t.Errorf("CutLast(%q) is %q, %q, %v", s, rest, agency, ok)
		}
	}
}
