package names

import (
	"slices"
	"testing"
)

func TestDatedNames(t *testing.T) {
	for _, name := range []string{
		"2031", "03", "7.txt", "03-ferry.txt", "0014 harbor", "20310314.txt", "AEN20310314000100315.txt",
		"ferry-2031-03-14.txt", "desk_310314_ferry.txt", "ferry (2031)", "x.20310314T0900Z", "0", "9999",
		"x-1900", "x-2199", "x19000101", "x21991231", "x2031013199", "x{2031}", "x@2031[", "a1 2031",
	} {
		if !Dated(name) {
			t.Errorf("%q is not dated", name)
		}
	}
	for _, name := range []string{
		"", "sport", "politics", "g20", "4f2c8a91d3", "12ab34cd.txt", "d41d8cd98f00b204e9800998ecf8427e",
		"3f2504e0-af89-11d3-9a0c-0305e82c3301", "ferry99999999.txt", "1234567", "스포츠2", "12345.txt",
		"x-1899", "x-2200", "x20310014", "x20311314", "x20310300", "x20310332", "x-311314", "x-310332",
		"x-31031", "x-203", "x-20311", "2031a", "2031Z", "a2031", "z2031", "x-2031z", "2031\x80", "\xff2031",
	} {
		if Dated(name) {
			t.Errorf("%q is dated", name)
		}
	}
}

func TestMostDatedJudgesByHalf(t *testing.T) {
	dated, plain := slices.Repeat([]string{"03"}, 500), slices.Repeat([]string{"sport"}, 500)
	for _, c := range []struct {
		list []string
		want bool
	}{
		{nil, true},
		{dated[:1], true},
		{plain[:1], false},
		{slices.Concat(dated[:1], plain[:1]), true},
		{slices.Concat(dated[:1], plain[:2]), false},
		{slices.Concat(plain[:199], dated[:200]), true},
		{slices.Concat(plain[:201], dated[:199]), false},
		{slices.Concat(plain, dated), true},
		{slices.Concat(plain, dated[:400]), false},
	} {
		if got := MostDated(c.list); got != c.want {
			t.Errorf("%d names: %t", len(c.list), got)
		}
	}
}
