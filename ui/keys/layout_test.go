package keys

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestNormalReturnsTheUSKeyForOtherLayouts(t *testing.T) {
	tests := []struct {
		name string
		key  tea.Key
		want string
	}{
		{"latin stays", tea.Key{Text: "j", Code: 'j'}, "j"},
		{"korean, position not reported", tea.Key{Text: "ㅓ", Code: 'ㅓ'}, "j"},
		{"korean with shift", tea.Key{Text: "ㅓ", Code: 'ㅓ', Mod: tea.ModShift}, "J"},
		{"korean double letter", tea.Key{Text: "ㅃ", Code: 'ㅃ'}, "Q"},
		{"russian, position reported", tea.Key{Text: "о", Code: 'о', BaseCode: 'j'}, "j"},
		{"russian, position not reported", tea.Key{Text: "о", Code: 'о'}, "j"},
		{"russian with shift, position not reported", tea.Key{Text: "О", Code: 'О', Mod: tea.ModShift}, "J"},
		{"russian capital, position not reported", tea.Key{Text: "Й", Code: 'Й'}, "Q"},
		{"ukrainian", tea.Key{Text: "і", Code: 'і'}, "s"},
		{"greek", tea.Key{Text: "ξ", Code: 'ξ'}, "j"},
		{"hebrew", tea.Key{Text: "ח", Code: 'ח'}, "j"},
		{"arabic", tea.Key{Text: "ت", Code: 'ت'}, "j"},
		{"thai", tea.Key{Text: "่", Code: '่'}, "j"},
		{"a letter that no layout has", tea.Key{Text: "漢", Code: '漢'}, "漢"},
		{"no text", tea.Key{Code: tea.KeyEnter}, "enter"},
		{"space", tea.Key{Text: " ", Code: ' '}, "space"},
	}
	for _, tt := range tests {
		if got := Normal(tea.KeyPressMsg(tt.key)).String(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestEachLayoutHasAsManyKeysAsTheUSKeyboard(t *testing.T) {
	for _, layout := range layouts {
		if n, want := len([]rune(layout)), len(us); n != want {
			t.Errorf("%q has %d keys, want %d", layout, n, want)
		}
	}
}
