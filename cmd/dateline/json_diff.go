package main

import (
	"dateline/feed/diff"
	"dateline/feed/story"
	"dateline/ui/revision"
)

// diffJSON is what changed between two stories.
type diffJSON struct {
	Old      takeJSON     `json:"old"`
	New      takeJSON     `json:"new"`
	Headline []runJSON    `json:"headline"`
	Changes  []changeJSON `json:"changes"`
	Figures  []figureJSON `json:"figures"`
	Checks   []checkJSON  `json:"note_checks"`
	Steds    []stedJSON   `json:"note_figures"`
}

// changeJSON is what happened to a block of the body. Old and New are the numbers of
// paragraphs, and empty for other blocks; OldBlocks and NewBlocks count all blocks from 0.
type changeJSON struct {
	Kind      diff.Kind       `json:"kind"`
	Block     story.BlockKind `json:"block"`
	Old       []int           `json:"old"`
	New       []int           `json:"new"`
	OldBlocks []int           `json:"old_blocks"`
	NewBlocks []int           `json:"new_blocks"`
	Words     []runJSON       `json:"words"`
}

// runJSON is a piece of text, and whether it is in the old story, the new one or both.
type runJSON struct {
	Kind diff.Of `json:"kind"`
	Text string  `json:"text"`
}

// figureJSON is a figure that changed. The paragraphs are 0 for other blocks.
type figureJSON struct {
	OldParagraph int    `json:"old_paragraph"`
	NewParagraph int    `json:"new_paragraph"`
	Old          string `json:"old"`
	New          string `json:"new"`
	OldValue     string `json:"old_value"`
	NewValue     string `json:"new_value"`
	Before       string `json:"before"`
	After        string `json:"after"`
}

// checkJSON compares the paragraphs that editors' notes name with those that changed.
type checkJSON struct {
	Numbers   diff.Of `json:"numbers"` // the story whose paragraphs the notes number: "old" or "new"
	Named     []int   `json:"named"`
	Changed   []int   `json:"named_and_changed"`
	Unchanged []int   `json:"named_but_unchanged"`
	Missing   []int   `json:"named_but_missing"`
	Unnamed   []int   `json:"changed_but_not_named"`
}

// stedJSON is a corrected figure that an editors' note names.
type stedJSON struct {
	Old     string `json:"old"`
	New     string `json:"new"`
	Changed bool   `json:"changed"`
}

func newDiffJSON(old, cur *story.Story, d *diff.Diff) diffJSON {
	j := diffJSON{
		Old: newTakeJSON(old), New: newTakeJSON(cur), Headline: newRunsJSON(d.Headline),
		Changes: []changeJSON{}, Figures: []figureJSON{}, Checks: []checkJSON{}, Steds: []stedJSON{},
	}
	for _, c := range d.Changes {
		j.Changes = append(j.Changes, changeJSON{
			Kind: c.Kind, Block: revision.BlockKind(old, cur, &c), Old: revision.Numbers(old, c.Old), New: revision.Numbers(cur, c.New),
			OldBlocks: list(c.Old), NewBlocks: list(c.New), Words: newRunsJSON(c.Runs),
		})
	}
	for _, f := range d.Figures {
		j.Figures = append(j.Figures, figureJSON{
			old.Body[f.OldBlock].N, cur.Body[f.NewBlock].N, f.Old, f.New, f.OldValue, f.NewValue, f.Before, f.After,
		})
	}
	for _, c := range d.Checks {
		j.Checks = append(j.Checks, checkJSON{
			c.Numbers, list(c.Named), list(c.Changed), list(c.Unchanged), list(c.Missing), list(c.Unnamed),
		})
	}
	for _, s := range d.Steds {
		j.Steds = append(j.Steds, stedJSON(s))
	}
	return j
}

func newTakeJSON(st *story.Story) takeJSON {
	return takeJSON{st.ID, st.Headline.Take, st.Headline.Text, st.Date.String()}
}

func newRunsJSON(runs []diff.Run) []runJSON {
	all := make([]runJSON, len(runs))
	for i, r := range runs {
		all[i] = runJSON{r.Of, r.Text}
	}
	return all
}
