package main

import (
	"os"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"dateline/feed/locale"
	"dateline/ui/theme"
)

// paper is the flags of a command that prints text: how wide it is, and whether in color.
type paper struct {
	width int
	color string
}

// The values of --color.
const (
	colorAuto   = "auto"
	colorAlways = "always"
	colorNever  = "never"
)

// bind adds the flags to cmd.
func (p *paper) bind(cmd *cobra.Command) {
	cmd.Flags().IntVar(&p.width, "width", 0, locale.T("print at most `N` cells in a line; 0 is the width of a terminal, or no limit in a pipe"))
	cmd.Flags().StringVar(&p.color, "color", colorAuto, locale.T("`WHEN` to use color: auto (on a terminal), always, never"))
	completeFlag(cmd, "color", colorAuto, colorAlways, colorNever)
}

// check returns an error for a wrong value.
func (p *paper) check(cmd *cobra.Command) error {
	switch {
	case p.width < 0:
		return misuse(cmd, locale.F("%s cannot be negative", "--width"))
	case p.color != colorAuto && p.color != colorAlways && p.color != colorNever:
		return misuse(cmd, locale.F("%s is %s, not %s", "--color", inWords([]string{colorAuto, colorAlways, colorNever}), p.color))
	}
	return nil
}

// apply makes con print as p says. It is called before anything is printed.
func (p *paper) apply(con *console) {
	onTerminal := con.width > 0
	if p.width > 0 {
		con.width = p.width
	}
	profile := p.profile()
	if profile <= colorprofile.NoTTY {
		return
	}
	dark := true
	if onTerminal && profile >= colorprofile.ANSI {
		dark = hasDarkBackground()
	}
	var look theme.Look
	if conf, err := readConfig(configPath()); err == nil && profile >= colorprofile.ANSI {
		look.Styles = conf.Styles
	}
	th := look.Theme(dark)
	con.theme = &th
	if profile < colorprofile.TrueColor {
		con.out.Reset(&colorprofile.Writer{Forward: con.under, Profile: profile})
	}
}

// profile returns the colors to use on standard output. NO_COLOR leaves bold and underlined
// text, as in the reader.
func (p *paper) profile() colorprofile.Profile {
	env := colorEnv(os.Environ())
	switch p.color {
	case colorNever:
		return colorprofile.NoTTY
	case colorAlways:
		env = append(env, "NO_COLOR=", "CLICOLOR_FORCE=1")
	}
	return colorprofile.Detect(os.Stdout, env)
}

// colorEnv returns env for package colorprofile, which takes NO_COLOR and CLICOLOR_FORCE only
// if they are 1 or true, and neither FORCE_COLOR nor CLICOLOR=0.
func colorEnv(env []string) []string {
	get := func(name string) string {
		value := ""
		for _, v := range env {
			if key, val, _ := strings.Cut(v, "="); key == name {
				value = val
			}
		}
		return value
	}
	on := func(name string) bool {
		value := get(name)
		return value != "" && value != "0" && value != "false"
	}
	out := append([]string(nil), env...)
	switch {
	case get("NO_COLOR") != "":
		out = append(out, "NO_COLOR=1", "CLICOLOR_FORCE=")
	case on("CLICOLOR_FORCE") || on("FORCE_COLOR"):
		out = append(out, "CLICOLOR_FORCE=1")
	case get("CLICOLOR") == "0" || get("FORCE_COLOR") == "0":
		out = append(out, "NO_COLOR=1")
	}
	return out
}

// hasDarkBackground asks the terminal for its background. It reports true if there is no
// answer, or if the program is in the background, where asking would stop it.
func hasDarkBackground() bool {
	if !term.IsTerminal(os.Stdin.Fd()) || !inForeground(os.Stdin.Fd()) {
		return true
	}
	return lipgloss.HasDarkBackground(os.Stdin, os.Stdout)
}
