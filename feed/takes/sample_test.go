package takes

import (
	"strings"
	"testing"
)

func TestSamplesTellAnEditedTextFromAnother(t *testing.T) {
	ferry := "Ferry stops\nTOLVIK, March 14 (Meridian) -- The ferry to Tolvik stopped on Friday with 212 people aboard, the coast guard said.\n" +
		"Passengers sang hymns in the saloon until a tug came at night.\nNobody was hurt, and the ferry will sail again on Monday.\n"
	sample := func(text string) []byte { return newPrint(parse(t, "a.txt", []byte(text))).Sample() }
	for text, want := range map[string][2]float64{
		ferry: {1, 1},
		strings.Replace(ferry, "Nobody was hurt, and", "Two people were hurt;", 1):                                        {0.5, 1},
		ferry + "The tug Bollard passed a line at 7:40 p.m. at the fourth attempt, its master said on the radio.\n":       {0.5, 1},
		"Orchard sold\nHESKER, March 14 (Meridian) -- The last orchard in Hesker was sold to a school, the mayor said.\n": {0, 0.2},
		"Orchard sold\n": {0, 0},
	} {
		if got, ok := Resemblance(sample(ferry), sample(text)); ok != (want[1] > 0) || got < want[0] || got > want[1] {
			t.Errorf("%.2f, want %v, for:\n%s", got, want, text)
		}
	}
	other := sample(ferry)
	other[0]++
	for _, b := range [][]byte{nil, other} {
		if share, ok := Resemblance(sample(ferry), b); ok || share != 0 {
			t.Errorf("%.2f for %x", share, b)
		}
	}
}
