package ui

import (
	"context"
	"os/exec"
	"sync"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/feed"
	"dateline/feed/story"
	"dateline/ui/around"
	"dateline/ui/article"
	"dateline/ui/bars"
	"dateline/ui/command"
	"dateline/ui/console"
	"dateline/ui/facets"
	"dateline/ui/follow"
	"dateline/ui/graphics"
	"dateline/ui/headlines"
	"dateline/ui/help"
	"dateline/ui/intent"
	"dateline/ui/keys"
	"dateline/ui/layout"
	"dateline/ui/mark"
	"dateline/ui/neighbours"
	"dateline/ui/outside"
	"dateline/ui/pending"
	"dateline/ui/search"
	"dateline/ui/takes"
	"dateline/ui/theme"
	"dateline/ui/timeline"
	"dateline/ui/trail"
	"dateline/ui/visits"
)

// Options are the settings of the reader. The zero Options are for everyday use.
type Options struct {
	// Now is the clock; time.Now when nil.
	Now func() time.Time
	// Mouse turns on scrolling and selecting with the mouse.
	Mouse bool
	// NoPictures shows no pictures of stories.
	NoPictures bool
	// HideCursor hides the cursor of the terminal unless text is typed.
	HideCursor bool
	// Accessible draws for screen readers and braille displays: one pane, words and not signs,
	// > before what is selected, no lines, frames or pictures. The mouse is off, the cursor
	// visible, and changes of the archive are drawn at most once a second.
	Accessible bool
	// Styles are the styles that the reader has chosen, by the names of theme.Roles. Without
	// color they are not used.
	Styles map[string]string
	// List has the settings of the list; nil for the defaults.
	List *headlines.Settings
	// Width is the width of the text of stories, which keys change from there; 0 for that of the
	// last session.
	Width int
	// Env is the environment, which says what colors there are; that of the process when nil.
	Env []string
	// TerminalBidi leaves the order of right-to-left text to the terminal.
	TerminalBidi bool
	// Settings are those that can be changed while the reader runs.
	Settings []Setting
	// Export writes a story and what belongs to it to a file, and returns what is to be said
	// besides; nil if it cannot.
	Export func(ctx context.Context, s *feed.Store, id story.ID, path string) (remark string, err error)
	// OpenNext prepares another archive to be read after the reader has ended; nil if it cannot.
	OpenNext func(ctx context.Context, path string) error
	// Shell has a shell run the commands that stories are piped to.
	Shell bool
	// Lent is true while another program has the terminal: Ctrl-C is then for that program,
	// though a signal comes to this one too; nil for nobody to know.
	Lent *atomic.Bool
	// Keys are the keys that the reader has bound.
	Keys keys.Bound
	// After returns a command that sends a message after a time; tea.Tick when nil.
	After func(time.Duration, tea.Msg) tea.Cmd
	// Exec returns a command that gives the terminal to a program, and sends what done
	// returns when it has ended; tea.ExecProcess when nil.
	Exec func(cmd *exec.Cmd, done func(error) tea.Msg) tea.Cmd
	// Rest is the time after which the stories around the selected one are looked up if
	// the cursor has not moved on; 100 ms when 0. A single move does not wait.
	Rest time.Duration
	// Reports returns a function that waits for reports on the archive;
	// command.Reports when nil.
	Reports func(context.Context, *feed.Store) func() (p feed.Progress, ok bool)

	kept *graphics.Kept // nil for none
}

// Model is the root of the reader. Create it with New.
type Model struct {
	using   sync.Mutex // Save may be called while a program that cannot end still runs
	env     command.Env
	marks   mark.Marks
	marking marking
	start   tea.Cmd // reads the last session
	theme   *theme.Theme
	looks   theme.Look
	now     func() time.Time
	after   func(time.Duration, tea.Msg) tea.Cmd
	mouse   bool
	exec    func(*exec.Cmd, func(error) tea.Msg) tea.Cmd
	vacant  bool // the archive has no stories
	begun   bool // the reader has pressed a key, or the only story has been opened
	reports func() (feed.Progress, bool)

	hideCursor bool // unless text is typed
	width      int  // of the text at the start; 0 for that of the last session

	w, h   int
	layout layout.Options
	screen layout.Screen
	first  firstScreen

	list   *headlines.Page
	story  *article.Page
	around *around.Page
	takes  *takes.Page
	course *timeline.Page
	chart  *neighbours.Page
	line   *search.Page
	facets *facets.Page
	help   *help.Page
	visits *visits.Page
	bars   *bars.Page
	naming *naming
	piping *piping
	typing *console.Page
	holders

	keys     pending.Keys
	bound    keys.Bound
	program  keys.List       // the keys that do the same on every page
	sequence string          // the keys of an unfinished sequence
	intents  []intent.Intent // to act on
	cmds     []tea.Cmd       // to run

	follow   follow.State
	version  *command.Version // newer than the one on the screen; nil for none
	trail    trail.Trail
	origin   origin // the story that the search of the list began in
	opening  opening
	ahead    ahead
	peeking  peeking
	pictures pictures
	rest     time.Duration // without keys; see Options
	moved    time.Time     // when the story or lede of the selected row was last requested
	readOn   readOnOver    // the number of the last mark in the story
	typed    typedNumber

	comparing   comparing
	bonding     bonding
	subjects    subjects
	outside     outside.Target // what the question is about
	lining      lining
	charting    pending.Latest
	alike       alike
	since       since
	aroundOf    int    // the version of the story that the page around it shows
	aroundTitle string // the headline of that story
	ends        ends
	search      searching
	commands    []string // that were typed after ":", the latest first
	pipes       []string // the commands that stories were piped to, the latest first
	shell       bool     // a shell runs these
	options     Options
	strip       feed.Facets    // of the search that is being typed
	counts      pending.Latest // of facets
	save        saves

	note     note
	warnings []string // from the store; Esc hides the first
}

// New returns a reader of store.
func New(ctx context.Context, store *feed.Store, o Options) *Model {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.After == nil {
		o.After = after
	}
	if o.Rest == 0 {
		o.Rest = restTime
	}
	if o.Exec == nil {
		o.Exec = func(cmd *exec.Cmd, done func(error) tea.Msg) tea.Cmd { return tea.ExecProcess(cmd, done) }
	}
	if o.Reports == nil {
		o.Reports = command.Reports
	}
	look := theme.Look{Words: o.Accessible, Styles: o.Styles}
	th := look.Theme(true)
	m := newModel(&th, o.Keys)
	m.looks = look
	m.env = command.Env{Ctx: ctx, Store: store, Reading: true}
	m.env.Show(nil, feed.Stories)
	m.now, m.after, m.reports = o.Now, o.After, o.Reports(ctx, store)
	m.rest, m.exec, m.options = o.Rest, o.Exec, o
	if o.List != nil {
		m.list.SetSettings(*o.List)
	}
	if m.width = o.Width; o.Width > 0 {
		m.story.SetWidth(o.Width)
	}
	m.pictures = newPictures(&o)
	m.apply()
	m.story.SetClock(m.now)
	m.start = command.Resume(m.env)
	m.list.Empty = m.empty()
	return m
}

func after(d time.Duration, msg tea.Msg) tea.Cmd {
	return tea.Tick(d, func(time.Time) tea.Msg { return msg })
}

// Init reads the last session. The archive is not read before the list has its first
// rows.
func (m *Model) Init() tea.Cmd { return m.start }
