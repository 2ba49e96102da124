package ui_test

import (
	"testing"
	"testing/fstest"

	"dateline/feed/archive"
	"dateline/ui/uitest"
)

func TestTheStripGoesToADayOfTheList(t *testing.T) {
	d := start(t, 80, 24)
	d.Press("c")
	d.Shows("── Days", "Mon 14 Oct 2024 · 1 of 55", "Enter go there")
	d.Press("k", "h", "enter")
	d.Shows("27 of 54", "Sun 6 Oct 2024")
	d.Hides("── Days")
	d.Press("c", "tab")
	d.Shows("── Months", "October 2024 · 52 of 55")
	d.Press("left", "enter")
	d.Shows("52 of 54")
	d.Press("c", "esc")
	d.Shows("52 of 54")
}

func TestTheStripOfASearchCountsWhatWasFound(t *testing.T) {
	d := start(t, 80, 24)
	d.Search("bank")
	d.Shows("best first")
	d.Press("c")
	d.Shows("2 of 4")
	d.Press("g", "enter")
	d.Shows("newest first", "4 of 4")
	d.Press("c", "G", "enter")
	d.Shows("1 of 4", "/bank")
}

func TestTodayFindsThisDayInEarlierYears(t *testing.T) {
	fsys := fstest.MapFS{}
	for name, day := range map[string]string{"a": "Oct. 12, 2019", "b": "Oct. 12, 2023", "c": "Oct. 13, 2023", "d": "Oct. 12, 2024"} {
		text := "Ferry " + name + " sails\nOSTVIK, " + day + " (Meridian) -- It sailed.\n(END)\n"
		fsys[name+".txt"] = &fstest.MapFile{Data: []byte(text), ModTime: uitest.Now}
	}
	d := uitest.Start(t, uitest.Open(t, archive.FS("desk", "desk", fsys), t.TempDir()), 80, 24)
	d.Press("enter", ":")
	d.Type("today")
	d.Press("enter")
	d.Shows("/on:10-12 before:2024 · 2 of 4", "Ferry a sails", "Ferry b sails")
	d.Hides("Ferry c sails", "Ferry d sails")
	d.Press("esc")
	d.Shows("Ferry d sails", "q back")
}
