package ui

import (
	"dateline/feed"
	"dateline/feed/clean"
	"dateline/ui/command"
	"dateline/ui/foot"
)

// stepped says what a step has changed, in one line.
func stepped(msg *command.Stepped) string {
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
		return "Joined, U undoes it: " + msg.Headline
	case command.Cut:
		if none {
			return oneTake
		}
		return "Cut, U undoes it: " + msg.Headline
	}
	return ""
}

// undone says what is so again after a step has been undone or redone.
func undone(step *feed.Step, undo bool) string {
	v := step.Values[0]
	old, cur := v.Old, v.New
	if undo {
		old, cur = cur, old
	}
	what := ""
	switch v.Field {
	case feed.SearchField:
		return savedAgain(v.Key, cur)
	case feed.ReadField:
		what = either(cur != "", "Read again: ", "Unread again: ")
	case feed.StarField:
		what = either(cur != "", "Starred again: ", "No longer starred: ")
	case feed.TagField:
		what = either(cur != "", "Tagged "+clean.Line(v.Key)+" again: ", "No longer tagged "+clean.Line(v.Key)+": ")
	case feed.NoteField:
		what = either(cur != "", "The note is back: ", "The note is gone again: ")
	case feed.TakesField:
		return bondAgain(&v, undo)
	case feed.LineField:
		return lineAgain(&v, old, cur)
	}
	if several(step) || what == "" {
		what = either(undo, "Marked as before: ", "Marked again: ")
	}
	return what + stepSubject(step)
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
	if title := clean.Line(step.Values[0].Title); step.Stories < 2 && title != "" {
		return title
	}
	return foot.Stories(step.Stories)
}

func savedAgain(name, text string) string {
	if text == "" {
		return "Dropped again: @" + clean.Line(name)
	}
	return "Saved again: @" + clean.Line(name)
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
