package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"dateline/ui/uitest"
	"dateline/ui/uitest/page"
)

// far is the length of a list that is much longer than its window.
const far = 400

// instantly presses a key and runs none of its commands, as if the disk were
// slow.
func instantly(d *uitest.Driver, key string) { d.Model.Update(page.Key(key)) }

func TestTheEndsOfTheListDoNotWaitForTheDisk(t *testing.T) {
	dk := newDesk(t, far)
	for _, h := range []int{8, 24, 90} {
		d := dk.start(80, h)
		instantly(d, "G")
		d.Shows("Story number 0 ", fmt.Sprintf("%d of %d", far, far))
		instantly(d, "k")
		d.Shows("Story number 1 ", fmt.Sprintf("%d of %d", far-1, far))
		instantly(d, "g")
		d.Shows(fmt.Sprintf("Story number %d ", far-1), fmt.Sprintf("1 of %d", far))
		instantly(d, "j")
		d.Shows(fmt.Sprintf("2 of %d", far))
	}
}

func TestTheEndsOfTheListShowMarks(t *testing.T) {
	d := newDesk(t, far).start(80, 24)
	d.Press("G", "s", "k", "m", "g")
	instantly(d, "G")
	d.Shows("★", fmt.Sprintf("%d of %d", far, far), fmt.Sprintf("%d unread", far-1))
	d.Press("s", "g", "s", "s")
	instantly(d, "G")
	instantly(d, "g")
	d.Hides("★")
}

func TestAMarkIsShownWhenItIsOnTheDisk(t *testing.T) {
	d := newDesk(t, far).start(80, 24)
	for _, key := range []string{"s", "m"} {
		instantly(d, key)
		d.Shows(fmt.Sprintf("%d unread", far))
		d.Hides("★")
	}
	d.Press("j", "s") // writes what was made before
	d.Shows("★")
	d.Press("k", "enter", "q")
	instantly(d, "s")
	d.Shows("★")
}

func TestTheEndsOfTheListAreCurrent(t *testing.T) {
	dk := newDesk(t, far)
	d := dk.start(80, 24)
	d.Press("j")
	dk.write(far, "Fresh")
	dk.remove(0)
	d.Scan()
	d.Press("G")
	d.Shows("Story number 1 ", fmt.Sprintf("%d of %d", far, far))
	d.Hides("Story number 0 ", " new")
	instantly(d, "g")
	d.Shows(fmt.Sprintf("Fresh number %d ", far), fmt.Sprintf("1 of %d", far))
}

func TestTheEndsOfAResultAreItsOwn(t *testing.T) {
	dk := newDesk(t, far)
	for i := range far / 2 {
		dk.write(far+i, "Fresh")
	}
	d := dk.start(80, 24)
	d.Type("/story number")
	d.Press("enter", "G")
	d.Shows("Story number 0 ", fmt.Sprintf("%d of %d", far, far))
	d.Press("g")
	d.Shows(fmt.Sprintf("Story number %d ", far-1))
	d.Press("esc")
	instantly(d, "G")
	d.Shows("Story number 0 ", fmt.Sprintf("%d of %d", far+far/2, far+far/2))
	instantly(d, "g")
	if first := d.Row(1); !strings.Contains(first, "Fresh") {
		t.Errorf("the first row is %q", first)
	}
}
