package ui

import (
	"context"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/clean"
	"dateline/feed/story"
	"dateline/ui/article"
	"dateline/ui/facets"
	"dateline/ui/headlines"
	"dateline/ui/help"
	"dateline/ui/intent"
	"dateline/ui/layout"
	"dateline/ui/mark"
	"dateline/ui/search"
	"dateline/ui/theme"
	"dateline/ui/trail"
)

// Options are what the program around the reader decides. The zero Options
// are those of everyday use.
type Options struct {
	// Now is the clock; time.Now when nil.
	Now func() time.Time
	// After sends a message when a time has passed; tea.Tick when nil.
	After func(time.Duration, tea.Msg) tea.Cmd
	// Reports returns what waits for news of the archive; Reports when nil.
	Reports func(context.Context, *feed.Store) func() (p feed.Progress, ok bool)
}

// Model is the root of the reader. It must be made with New.
type Model struct {
	env   env
	start tea.Cmd // asks where the reader stopped
	theme *theme.Theme

	undrawn bool // the first screen has not been drawn: what it can do without waits
	after   func(time.Duration, tea.Msg) tea.Cmd

	w, h   int
	layout layout.Options
	screen layout.Screen

	marks  mark.Marks
	list   *headlines.Page
	story  *article.Page
	help   *help.Page
	facets *facets.Page
	naming *naming

	holders                                               []*holder // the first that is open has the keys
	popUp, name, line, finder, panel, storyPane, listPane holder

	trail   trail.Trail
	passing story.ID // the story that the reader walked to and has not stayed with yet
	opening opening
	waiting int // answers to keys that are on their way
	typed   []tea.KeyPressMsg

	ends   ends
	search searching
	tally  tally

	note    note
	warning string // what the store has to do without, until Esc
	scan    scan
	news    news
	saver   saver
}

// env is what a command works on, as it was when the command was made.
type env struct {
	ctx     context.Context //nolint:containedctx // the program's own, for commands, which Bubble Tea gives none
	store   *feed.Store
	list    feed.List    // what the list shows: the store, or found
	found   *feed.Result // nil where the list shows the archive
	marks   int          // the number of marks made so far
	last    *writing     // the marks made so far: what is read after one waits for it
	reading bool         // not all of the archive has been looked at
}

// settled sees to it that the marks made before are in the store.
func (e env) settled() { _ = e.last.finish(e.ctx) } // its own command tells of an error

// writing is a mark on its way into the store, after those before it.
type writing struct {
	once sync.Once
	prev *writing
	do   func(context.Context) error
	err  error
}

// finish writes the mark, or waits until it is written: whoever comes first
// does it, so that one whose command never ran is not lost. A nil writing is
// finished.
func (w *writing) finish(ctx context.Context) error {
	if w == nil {
		return nil
	}
	w.once.Do(func() {
		_ = w.prev.finish(ctx) // its own command tells of an error
		w.prev = nil
		w.err = w.do(ctx)
	})
	return w.err
}

// note is what the last action has to say, at the foot of the screen.
type note struct {
	text string
	bad  bool
}

// opening is the story that has been asked for and is not there yet.
type opening struct {
	gen     int
	found   *feed.Result // the search that the story shown was opened from; nil for none
	preview story.ID     // asked for to stand beside the list; empty when none is
	at      *trail.Stop
}

// New returns the reader of store.
func New(ctx context.Context, store *feed.Store, o Options) *Model {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.After == nil {
		o.After = after
	}
	if o.Reports == nil {
		o.Reports = Reports
	}
	th := theme.New(true)
	m := &Model{
		env:   env{ctx: ctx, store: store, list: store, reading: true},
		theme: &th,
		after: o.After,
		list:  headlines.New(&th, o.Now),
		story: article.New(&th, o.Now),
		scan:  scan{next: o.Reports(ctx, store), running: true},
	}
	m.help, m.facets, m.naming, m.search.line = help.New("", nil), facets.New(), newNaming("", ""), search.New(nil)
	m.holders = m.newHolders()
	m.list.SetMarks(&m.marks)
	m.story.SetMarks(&m.marks)
	m.start = begin(m.env)
	m.list.Empty = m.empty()
	return m
}

func after(d time.Duration, msg tea.Msg) tea.Cmd {
	return tea.Tick(d, func(time.Time) tea.Msg { return msg })
}

// Init asks where the reader stopped, and asks the terminal whether it is dark.
// The archive is looked at when the list has its first rows.
func (m *Model) Init() tea.Cmd {
	return tea.Batch(m.start, tea.RequestBackgroundColor)
}

// inStory reports whether the story has the keys.
func (m *Model) inStory() bool { return m.layout.StoryFocused }

// resize divides the screen and gives each page its box.
func (m *Model) resize() {
	o := m.layout
	o.SplitOff = o.SplitOff || m.panel.open // the panel stands beside the list
	m.screen = layout.Compute(m.w, m.h, o)
	if m.screen.TooSmall {
		return
	}
	if room := m.w - facets.Width(m.w); m.panel.open && room > 0 {
		m.screen.List.W = room
	}
	m.listPane.box, m.storyPane.box = m.screen.List, m.screen.Story
	for _, h := range m.holders {
		switch {
		case h.kind == pane:
		case !h.open:
			h.box = layout.Box{}
		case h.kind == line:
			h.box = layout.Box{Y: m.h - 1, W: m.w, H: 1}
		default:
			h.box = h.place(m.w, m.h)
		}
		if !h.box.Empty() {
			h.Resize(h.box.W, h.box.H)
		}
	}
	m.list.SetBlur(m.inStory())
	m.story.SetBlur(!m.inStory())
}

// focus gives the keys to the story or to the list.
func (m *Model) focus(onStory bool) {
	m.layout.StoryFocused, m.storyPane.open = onStory, onStory
	if !onStory {
		m.layout.Zen = false
	}
	m.resize()
}

func (m *Model) setTheme(dark bool) {
	th := theme.New(dark)
	m.theme = &th
	for _, h := range m.holders {
		if h.open || h.kind == pane {
			h.SetTheme(&th)
		}
	}
}

func (m *Model) say(text string) { m.note = note{text: text} }

// fail tells of an error; err may be nil. It reports whether it was not.
func (m *Model) fail(err error) bool {
	if err == nil || m.env.ctx.Err() != nil {
		return false
	}
	m.note = note{text: clean.Line(err.Error()), bad: true}
	return true
}

// heed takes what the store has to warn of.
func (m *Model) heed() {
	for _, w := range m.env.store.Warnings() {
		m.warning = strings.TrimSpace(m.warning + " " + clean.Line(w))
	}
}

// want is act for an intent that may be nil.
func (m *Model) want(in intent.Intent) tea.Cmd {
	if in == nil {
		return nil
	}
	return m.act(in)
}
