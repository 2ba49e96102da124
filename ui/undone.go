package ui

import (
	"dateline/feed"
	"dateline/feed/clean"
	"dateline/feed/locale"
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
			return locale.T("There is nothing to undo.")
		}
		return undone(&msg.Step, true)
	case command.Redid:
		if none {
			return locale.T("There is nothing to redo.")
		}
		return undone(&msg.Step, false)
	case command.Joined:
		if none {
			return locale.T("They are takes of one story already.")
		}
		return locale.F("Joined, %s undoes it: %s", key, msg.Headline)
	case command.Cut:
		if none {
			return oneTake()
		}
		return locale.F("Cut, %s undoes it: %s", key, msg.Headline)
	case command.Noted:
		if none {
			return locale.T("The note is as it was.")
		}
		return markedNow(&msg.Step, key)
	case command.Changed:
		if none {
			return locale.T("Everything was marked so already.")
		}
		return markedNow(&msg.Step, key)
	}
	return ""
}

// undone says what is so again after a step has been undone or redone.
func undone(step *feed.Step, undo bool) string {
	if step.Action == feed.ImportAction {
		if undo {
			return locale.F("Undone: the import of marks of %s", foot.Stories(step.Stories))
		}
		return locale.F("Imported again: marks of %s", foot.Stories(step.Stories))
	}
	v := step.Values[0]
	old, cur := v.Old, v.New
	if undo {
		old, cur = cur, old
	}
	switch v.Field {
	case feed.SearchField:
		if cur == "" {
			return locale.F("Dropped again: @%s", clean.Line(v.Key))
		}
		return locale.F("Saved again: @%s", clean.Line(v.Key))
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
	var text string
	switch {
	case !several(step):
		text = markedAgain(&step.Values[0], cur)
	case undo:
		text = locale.T("Marked as before")
	default:
		text = locale.T("Marked again")
	}
	text += ": " + stepSubject(step)
	return text
}

// markedNow says what a change of marks has done; key undoes it.
func markedNow(step *feed.Step, key string) string {
	v := step.Values[0]
	text := locale.T("Marked")
	if !several(step) {
		text = markedAs(&v, v.New)
	}
	text += ": " + stepSubject(step)
	if feed.Rows(step) > 1 {
		text += "; " + locale.F("%s undoes it", key)
	}
	return text
}

// markedAs names the state of stories whose mark has a value.
func markedAs(v *feed.StepValue, value string) string {
	on := value != ""
	switch v.Field {
	case feed.ReadField:
		return either(on, locale.T("Read"), locale.T("Unread"))
	case feed.StarField:
		return either(on, locale.T("Starred"), locale.T("Unstarred"))
	case feed.TagField:
		return either(on, locale.F("Tagged %s", tagName(v)), locale.F("Untagged %s", tagName(v)))
	case feed.NoteField:
		return either(on, locale.T("Noted"), locale.T("Without the note"))
	default:
		return locale.T("Marked")
	}
}

// markedAgain names the state of stories whose mark has a value again.
func markedAgain(v *feed.StepValue, value string) string {
	on := value != ""
	switch v.Field {
	case feed.ReadField:
		return either(on, locale.T("Read again"), locale.T("Unread again"))
	case feed.StarField:
		return either(on, locale.T("Starred again"), locale.T("Unstarred again"))
	case feed.TagField:
		return either(on, locale.F("Tagged %s again", tagName(v)), locale.F("Untagged %s again", tagName(v)))
	case feed.NoteField:
		return either(on, locale.T("Noted again"), locale.T("Without the note again"))
	default:
		return locale.T("Marked again")
	}
}

// tagName returns the tag whose mark v is, cut to fit a message.
func tagName(v *feed.StepValue) string { return cell.Cut(clean.Line(v.Key), 20) }

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
	case undo && joined:
		return locale.F("Undone: the join with %s", title)
	case undo:
		return locale.F("Undone: the cut of %s", title)
	case joined:
		return locale.F("Joined again: %s", title)
	}
	return locale.F("Cut again: %s", title)
}

// lineAgain says what is in a time line again.
func lineAgain(v *feed.StepValue, old, cur string) string {
	title := clean.Line(v.Other)
	if cur == feed.Joined || cur == "" && old != feed.Joined {
		return locale.F("In the time line again: %s", title)
	}
	return locale.F("Not in the time line again: %s", title)
}
