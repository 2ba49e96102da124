package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dateline/feed/locale"
	"dateline/feed/query"
	"dateline/ui"
	"dateline/ui/keys"
)

// manPage is a manual page.
type manPage struct {
	arg, name, section, short string

	write func(*roff, *cobra.Command)
}

// manPages lists the manual pages; arg is the argument of the command man.
var manPages = []manPage{
	{"", "dateline", "1", "read a folder of news stories in the terminal", (*roff).program},
	{"query", "dateline-query", "7", "the query language of dateline", (*roff).query},
	{"config", "dateline-config", "5", "the configuration of dateline", (*roff).config},
	{"reader", "dateline-reader", "7", "how to read news in dateline", chapter("reader")},
	{"formats", "dateline-formats", "7", "the files that dateline reads", chapter("formats")},
	{"json", "dateline-json", "5", "what dateline prints for scripts", chapter("json")},
}

// manCommand returns the command; tree makes the commands in the language in use.
func manCommand(con *console, tree func() *cobra.Command) *cobra.Command {
	var names, titles []string
	for _, p := range manPages[1:] {
		names, titles = append(names, p.arg), append(titles, locale.In("man").F("%s for %s", p.title(), p.arg))
	}
	return &cobra.Command{
		Use:       "man [PAGE]",
		Short:     "print a manual page",
		Long:      locale.F("Print the manual page dateline(1), or %s.", inWords(titles)),
		Example:   "  dateline man | man -l -\n  dateline man query > ~/.local/share/man/man7/dateline-query.7",
		ValidArgs: names,
		RunE: func(cmd *cobra.Command, args []string) error {
			want := strings.Join(args, " ")
			for _, p := range manPages {
				if p.arg == want {
					locale.Use(locale.English) // as the pages are
					top := tree()
					top.InitDefaultHelpCmd()
					_, err := con.out.WriteString(p.roff(top))
					return err
				}
			}
			return misuse(cmd, locale.F("PAGE is %s, not %s", inWords(names), want)+orElse(want, names))
		},
	}
}

// title returns the name and section of p.
func (p *manPage) title() string { return p.name + "(" + p.section + ")" }

// roff returns p for man.
func (p *manPage) roff(top *cobra.Command) string {
	r := &roff{}
	fmt.Fprintf(&r.text, ".TH %s %s \"\" \"dateline %s\"\n.nh\n.ad l\n.SH NAME\n%s \\- %s\n", strings.ToUpper(inRoff(p.name)), p.section, inRoff(taggedVersion()), inRoff(p.name), inRoff(p.short))
	p.write(r, top)
	r.section("SEE ALSO")
	var others []string
	for _, o := range manPages {
		if o.name != p.name {
			others = append(others, fmt.Sprintf("\\fB%s\\fR(%s)", inRoff(o.name), o.section))
		}
	}
	r.text.WriteString(strings.Join(others, ",\n") + "\n")
	return r.text.String()
}

// program writes the page of the program.
func (r *roff) program(top *cobra.Command) {
	r.section("SYNOPSIS")
	r.line("dateline [PATH]")
	r.text.WriteString(".br\n")
	r.line("dateline COMMAND [FLAGS] [ARGUMENTS]")
	r.section("DESCRIPTION")
	r.paragraphs(strings.TrimPrefix(top.Long, "dateline reads a folder of news stories in the terminal.\n\n"))
	r.paragraphs("STORY is the ID of a story, the beginning of an ID that only one story has, the path of a file in the archive or on disk, " +
		"or - for standard input. FILE#KEY is a story in a file of many.")
	r.section("COMMANDS")
	for _, c := range top.Commands() {
		r.command(c)
	}
	r.section("COMMON FLAGS")
	r.paragraphs("The commands that read an archive have these flags as well.")
	list, _, _ := top.Find([]string{"list"})
	list.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if common[f.Name] {
			r.flag(f)
		}
	})
	r.section("KEYS")
	conf, _ := readConfig(configPath()) // a mistake is for config check
	for _, page := range ui.Bindings(conf.Keys) {
		r.subsection(page.Page)
		for _, b := range page.Bindings {
			if len(b.Keys) > 0 {
				r.item(b.Show(), b.Help)
			}
		}
	}
	r.subsection("commands")
	r.paragraphs("After : the name of each action of the page is a command, those of dateline-config(5) that have a key and these.")
	for _, c := range keys.Commands() {
		r.item(strings.TrimSpace(":"+c.Name+" "+c.Arg), c.Help)
	}
	r.table("FILES", ownFiles())
	r.table("ENVIRONMENT", environment())
	r.table("EXIT STATUS", exitCodes())
}

// common has the flags that are explained once.
var common = map[string]bool{"archive": true, "json": true, "scan": true, "color": true, "width": true}

// elsewhere says which page has what helpMore adds to the help of a command.
var elsewhere = map[string]string{"search": "dateline-query(7) explains queries.", "config": "dateline-config(5) explains the settings."}

// command writes c and the commands below it.
func (r *roff) command(c *cobra.Command) {
	if c.Hidden {
		return
	}
	_, path, _ := strings.Cut(c.CommandPath(), " ")
	_, args, _ := strings.Cut(c.Use, " ")
	r.subsection(strings.TrimSpace(path + " " + args))
	long := c.Long
	if long == "" {
		long = strings.ToUpper(c.Short[:1]) + c.Short[1:] + "."
	}
	r.paragraphs(long)
	if more := elsewhere[path]; more != "" {
		r.paragraphs(more)
	}
	c.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if f.Name != "help" && !common[f.Name] {
			r.flag(f)
		}
	})
	if c.Example != "" {
		r.paragraphs(c.Example)
	}
	for _, sub := range c.Commands() {
		r.command(sub)
	}
}

func (r *roff) flag(f *pflag.Flag) {
	value, usage := pflag.UnquoteUsage(f)
	name := "--" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", " + name
	}
	if f.DefValue != "" && f.DefValue != "0" && f.DefValue != "false" && f.DefValue != "[]" {
		usage += " (default " + f.DefValue + ")"
	}
	r.item(strings.TrimSpace(name+" "+value), usage)
}

// query writes the page of the query language.
func (r *roff) query(*cobra.Command) {
	r.section("DESCRIPTION")
	r.paragraphs("A query consists of words, phrases and fields. All of them must match. It is typed after / in the reader, " +
		"and given to the commands search, and list and mark with -q.")
	r.section("SYNTAX")
	for _, e := range query.Manual() {
		r.item(e.Form, e.Means)
	}
	r.item("@NAME", "the saved search NAME")
}

// config writes the page of the configuration.
func (r *roff) config(*cobra.Command) {
	r.section("DESCRIPTION")
	r.paragraphs("The configuration is a TOML file, " + ownFiles()[0][1] + ". dateline config prints the settings that are in force, " +
		"dateline config check what is wrong in the file, and dateline config init writes one in which every setting is explained.")
	r.section("SETTINGS")
	for _, s := range settings {
		term := s.name + " = " + s.example
		if s.table != nil {
			term = "[" + s.name + "]"
		}
		r.item(term, s.explained())
	}
	r.section("ACTIONS")
	r.paragraphs("These are the actions of each page, their keys, and what they do. A key is a character, or one of " +
		strings.Join(keys.Names(), ", ") + ", after ctrl+, alt+ or shift+ or not. Keys of a sequence stand apart, as in \"g g\".")
	for _, page := range ui.Bindings(nil) {
		r.subsection(page.Page)
		for _, b := range page.Bindings {
			if len(b.Keys) > 0 {
				r.item(b.Name+" = "+inTOML(b.Keys), b.Help)
			}
		}
	}
	r.subsection("commands")
	r.paragraphs("These have no key unless one is bound here. They are typed after :.")
	for _, c := range keys.Commands() {
		r.item(c.Name+" = []", c.Help)
	}
}
