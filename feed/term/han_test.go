package term

import "testing"

func TestTraditionalCharactersHaveASimplifiedForm(t *testing.T) {
	for _, c := range []struct{ r, want rune }{
		{'國', '国'}, {'發', '发'}, {'髮', '发'}, {'后', '后'}, {'後', '后'}, {'燈', '灯'}, {'衞', '卫'}, {'裏', '里'}, {'峯', '峰'}, {'港', '港'}, {'国', '国'},
		{'a', 'a'}, {'한', '한'}, {'か', 'か'}, {firstHan - 1, firstHan - 1}, {lastHan + 1, lastHan + 1},
	} {
		if got := Simplified(c.r); got != c.want {
			t.Errorf("%c is %c, want %c", c.r, got, c.want)
		}
	}
}

func TestASimplifiedFormHasNoOther(t *testing.T) {
	n := 0
	for r := rune(firstHan); r <= lastHan; r++ {
		s := Simplified(r)
		if s != r {
			n++
		}
		if Simplified(s) != s {
			t.Errorf("%c is %c, which is %c", r, s, Simplified(s))
		}
	}
	if n < 2700 {
		t.Errorf("%d characters have a simplified form", n)
	}
}
