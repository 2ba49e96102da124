package keys

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestAKeyOfAnotherScriptIsTheKeyThatWasMeant(t *testing.T) {
	tests := []struct {
		name string
		key  tea.Key
		want string
	}{
		{"latin stays", tea.Key{Text: "j", Code: 'j'}, "j"},
		{"korean, terminal silent", tea.Key{Text: "ㅓ", Code: 'ㅓ'}, "j"},
		{"korean with shift", tea.Key{Text: "ㅓ", Code: 'ㅓ', Mod: tea.ModShift}, "J"},
		{"korean double letter", tea.Key{Text: "ㅃ", Code: 'ㅃ'}, "Q"},
		{"russian, terminal tells", tea.Key{Text: "о", Code: 'о', BaseCode: 'j'}, "j"},
		{"russian, terminal silent", tea.Key{Text: "о", Code: 'о'}, "о"},
		{"no text", tea.Key{Code: tea.KeyEnter}, "enter"},
		{"space", tea.Key{Text: " ", Code: ' '}, "space"},
	}
	for _, tt := range tests {
		if got := Normal(tea.KeyPressMsg(tt.key)).String(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
