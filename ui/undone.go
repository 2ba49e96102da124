package ui

import (
	"dateline/feed"
	"dateline/feed/clean"
	"dateline/ui/cell"
	"dateline/ui/command"
	"dateline/ui/foot"
)

// stepped says what a step has changed, in one line.
func stepped(msg *command.Stepped, key string) string {
	none := msg.Step.Num == 0
	switch msg.Did {
	case command.Undid:
		if none {
			return "There is nothing to undo."
		}
		return undone(&msg.Step, true)
	case command.Redid:
		if none {
			return "There is nothing to redo."
		}
		return undone(&msg.Step, false)
	case command.Joined:
		if none {
			return "They are takes of one story already."
		}
		return "Joined, " + key + " undoes it: " + msg.Headline
	case command.Cut:
		if none {
			return oneTake
		}
		return "Cut, " + key + " undoes it: " + msg.Headline
	case command.Noted:
		if none {
			return "The note is as it was."
		}
		return markedNow(&msg.Step, key)
	case command.Changed:
		if none {
			return "Everything was marked so already."
		}
		return markedNow(&msg.Step, key)
	}
	return ""
}

// undone says what is so again after a step has been undone or redone.
func undone(step *feed.Step, undo bool) string {
	if step.Action == feed.ImportAction {
		return either(undo, "Undone: the import of marks of ", "Imported again: marks of ") + foot.Stories(step.Stories)
	}
	v := step.Values[0]
	old, cur := v.Old, v.New
	if undo {
		old, cur = cur, old
	}
	switch v.Field {
	case feed.SearchField:
		return either(cur == "", "Dropped again: @", "Saved again: @") + clean.Line(v.Key)
	case feed.TakesField:
		return bondAgain(&v, undo)
	case feed.LineField:
		return lineAgain(&v, old, cur)
	default:
		return marksAgain(step, undo, cur)
	}
}

// marksAgain says that marks have the value cur again.
func marksAgain(step *feed.Step, undo bool, cur string) string {
	text := markedAs(&step.Values[0], cur) + " again"
	if several(step) {
		text = either(undo, "Marked as before", "Marked again")
	}
	text += ": " + stepSubject(step)
	return text
}

// markedNow says what a change of marks has done; key undoes it.
func markedNow(step *feed.Step, key string) string {
	v := step.Values[0]
	text := either(several(step), "Marked", markedAs(&v, v.New)) + ": " + stepSubject(step)
	if feed.Rows(step) > 1 {
		text += "; " + key + " undoes it"
	}
	return text
}

// markedAs names the state of stories whose mark has a value.
func markedAs(v *feed.StepValue, value string) string {
	on := value != ""
	switch v.Field {
	case feed.ReadField:
		return either(on, "Read", "Unread")
	case feed.StarField:
		return either(on, "Starred", "Unstarred")
	case feed.TagField:
		return either(on, "Tagged ", "Untagged ") + cell.Cut(clean.Line(v.Key), 20)
	case feed.NoteField:
		return either(on, "Noted", "Without the note")
	default:
		return "Marked"
	}
}

func either(first bool, a, b string) string {
	if first {
		return a
	}
	return b
}

// several reports whether a step has changed values of several kinds.
func several(step *feed.Step) bool {
	for _, v := range step.Values[1:] {
		if v.Field != step.Values[0].Field || v.Key != step.Values[0].Key || (v.New == "") != (step.Values[0].New == "") {
			return true
		}
	}
	return false
}

// stepSubject names what a step has changed: the story, or the number of stories.
func stepSubject(step *feed.Step) string {
	if title := clean.Line(step.Values[0].Title); feed.Rows(step) < 2 && title != "" {
		return title
	}
	return foot.Stories(feed.Rows(step))
}

// bondAgain says which takes belong together again.
func bondAgain(v *feed.StepValue, undo bool) string {
	title, joined := clean.Line(v.Title), v.New == feed.Joined
	switch {
	case undo:
		return either(joined, "Undone: the join with ", "Undone: the cut of ") + title
	case joined:
		return "Joined again: " + title
	}
	return "Cut again: " + title
}

// lineAgain says what is in a time line again.
func lineAgain(v *feed.StepValue, old, cur string) string {
	title := clean.Line(v.Other)
	if cur == feed.Joined || cur == "" && old != feed.Joined {
		return "In the time line again: " + title
	}
	return "Not in the time line again: " + title
}
