package ui

import (
	"slices"

	"dateline/feed/locale"
	"dateline/ui/command"
	"dateline/ui/console"
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/prompt"
)

// openCommand opens the line for a command, with a text.
func (m *Model) openCommand(text string) {
	unit := locale.T("row")
	if m.inStory() {
		unit = locale.T("paragraph")
	}
	actions := slices.Clone(m.owner().Bindings())
	if i := slices.IndexFunc(actions, func(b keys.Binding) bool { return b.Name == "set" }); i >= 0 {
		actions[i].Args = m.settable()
	}
	m.typing = console.New(unit, m.commands, actions)
	m.typing.Begin(text)
	m.show(intent.CommandPage, m.typing)
}

// runCommand closes that line and acts on the command. It remembers the command.
func (m *Model) runCommand(in intent.Run) {
	m.hide(&m.holders[intent.CommandPage])
	m.commands = prompt.Remember(m.commands, in.Text)
	m.saveSoon()
	m.want(in.Then)
}

// goToNumber goes to paragraph n of the story that has the keys, or to row n of the
// list; to the last one if there are fewer.
func (m *Model) goToNumber(n int) {
	if m.inStory() {
		m.want(m.story.GoToParagraph(n))
		return
	}
	m.await(command.FindNth(m.env, n))
}

// showNth puts the cursor on a row of the list.
func (m *Model) showNth(msg command.Nth) {
	if m.fail(msg.Err) || msg.Key.IsZero() {
		return
	}
	m.want(m.list.LoadAt(msg.Key))
}
