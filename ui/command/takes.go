package command

import (
	"sort"

	tea "charm.land/bubbletea/v2"

	"dateline/feed/diff"
	"dateline/feed/locale"
	"dateline/feed/story"
	"dateline/ui/headlines"
	"dateline/ui/intent"
	"dateline/ui/revision"
	"dateline/ui/takes"
)

// Takes holds the takes of a story, and what changed between the first pair that is
// compared. If there is only one take, it is not read.
type Takes struct {
	Gen   int
	Takes []takes.Take
	Pair  takes.Pair
	Diff  *diff.Diff // nil if a take of the pair could not be read
	Err   error
}

// OpenTakes reads the takes of the story id, and compares it with the take before it.
func OpenTakes(e Env, gen int, id story.ID) tea.Cmd {
	return func() tea.Msg {
		msg := Takes{Gen: gen}
		st, err := e.Store.Story(e.Ctx, id)
		if err != nil {
			msg.Err = err
			return msg
		}
		list, err := e.Store.Takes(e.Ctx, st)
		if err != nil || len(list) < 2 {
			msg.Err = err
			return msg
		}
		for i := range list {
			msg.Takes = append(msg.Takes, readTake(e, &list[i].Row, st))
		}
		msg.Pair = takes.PairOf(msg.Takes, id)
		if old, cur := msg.Takes[msg.Pair.Old].Story, msg.Takes[msg.Pair.New].Story; old != nil && cur != nil {
			msg.Diff = diff.Compare(old, cur)
		}
		return msg
	}
}

// readTake reads the take of a row, unless it is open, which has been read.
func readTake(e Env, row *story.Row, open *story.Story) takes.Take {
	t := takes.Take{Row: *row, Story: open}
	if row.ID != open.ID {
		var err error
		if t.Story, err = e.Store.Story(e.Ctx, row.ID); err != nil {
			return takes.Take{Row: *row, Problem: locale.F("could not be read: %s", err.Error())}
		}
	}
	if problem := story.NewRow(t.Story).Problem; problem != "" {
		return takes.Take{Row: *row, Problem: locale.F("could not be read: %s", problem)}
	}
	return t
}

// Compared is what changed between two takes.
type Compared struct {
	Gen  int
	Pair takes.Pair
	Diff *diff.Diff
}

// Compare compares two takes.
func Compare(gen int, pair takes.Pair, old, cur *story.Story) tea.Cmd {
	return func() tea.Msg { return Compared{gen, pair, diff.Compare(old, cur)} }
}

// Since is what is new in a story since an older take of it.
type Since struct {
	Gen   int
	ID    story.ID
	Take  string // the name of the older take
	Spans []revision.Span
}

// CompareSince compares a story with an older take. If that cannot be read, nothing is new.
func CompareSince(e Env, gen int, take story.Row, st *story.Story) tea.Cmd {
	return func() tea.Msg {
		msg := Since{Gen: gen, ID: st.ID, Take: revision.Name(&take.Headline)}
		if old, err := e.Store.Story(e.Ctx, take.ID); err == nil && story.NewRow(old).Problem == "" {
			msg.Spans = revision.New(diff.Compare(old, st), st)
		}
		return msg
	}
}

// Unfolded holds the other takes of the story of a row, in list order.
type Unfolded struct {
	intent.Unfold
	Takes headlines.Takes
	Err   error
}

// Unfold reads the other takes of the story of a row.
func Unfold(e Env, in intent.Unfold) tea.Cmd {
	return func() tea.Msg {
		e.settle()
		takes, err := e.Store.Takes(e.Ctx, &story.Story{ID: in.ID})
		rows := make([]story.Row, 0, len(takes))
		for i := range takes {
			if takes[i].Row.ID != in.ID {
				rows = append(rows, takes[i].Row)
			}
		}
		sort.Slice(rows, func(i, j int) bool { return rows[i].Key().Before(rows[j].Key()) })
		return Unfolded{Unfold: in, Takes: headlines.Takes{Rows: rows, Marks: e.Marks}, Err: err}
	}
}
