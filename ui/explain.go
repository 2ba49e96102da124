package ui

import (
	"errors"

	"dateline/feed"
	"dateline/feed/clean"
	"dateline/feed/locale"
	"dateline/feed/query"
	"dateline/ui/command"
	"dateline/ui/foot"
	"dateline/ui/help"
	"dateline/ui/intent"
)

// showManual explains the search that is being typed, above what can be typed.
func (m *Model) showManual() {
	m.showHelp(help.NewManual(manualTitle(), query.Manual()))
	if !m.line.Blank() {
		m.do(command.Explain(m.env.Ctx, m.env, command.Search{Text: m.line.Text(), Now: m.now()}))
	}
}

func manualTitle() string { return locale.T("What can be searched for") }

// showExplained adds the explanation of the search in the line to the open manual.
func (m *Model) showExplained(msg command.Explained) {
	if !m.holders[intent.HelpPage].open || !m.holders[intent.SearchPage].open || m.line.Text() != msg.Text {
		return
	}
	if _, wrong := errors.AsType[*query.Error](msg.Err); wrong || msg.Err == nil {
		m.help.Explain(explained(msg))
		m.resize()
		return
	}
	m.fail(msg.Err)
}

// explained returns the rows of an explanation.
func explained(msg command.Explained) (rows []query.Entry) {
	if msg.Err != nil {
		return []query.Entry{{Form: clean.Line(msg.Text), Means: clean.Line(msg.Err.Error())}}
	}
	row := func(form string, n int, means string) {
		rows = append(rows, query.Entry{Form: clean.Line(form), Means: clean.Line(foot.Stories(n) + means)})
	}
	for _, c := range msg.Clauses {
		row(c.Text, c.Stories, meaning(c))
		for _, p := range c.Parts {
			if len(c.Parts) > 1 {
				row("· "+p.Text, p.Stories, ": "+p.Means())
			}
		}
	}
	row(locale.In("query").T("all"), msg.Stories, ", "+orderName(msg.Order))
	for _, r := range msg.Remarks {
		rows = append(rows, query.Entry{Form: locale.In("query").T("note"), Means: clean.Line(r.Text)})
	}
	return rows
}

// meaning returns what a part of a query became.
func meaning(c feed.Clause) string {
	switch {
	case len(c.Saved) > 0:
		return ": " + c.Saved[0]
	case len(c.Parts) == 1:
		return ": " + c.Parts[0].Means()
	}
	return ""
}
