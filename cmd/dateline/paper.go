package main

import (
	"os"

	"github.com/charmbracelet/colorprofile"
	"github.com/spf13/cobra"

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
	cmd.Flags().IntVar(&p.width, "width", 0, "wrap at `N` cells; 0 is the width of the terminal, and does not wrap in a pipe")
	cmd.Flags().StringVar(&p.color, "color", colorAuto, "`WHEN` to use color: auto (on a terminal), always, never")
}

// check returns an error for a wrong value.
func (p *paper) check(cmd *cobra.Command) error {
	switch {
	case p.width < 0:
		return misuse(cmd, "--width cannot be negative")
	case p.color != colorAuto && p.color != colorAlways && p.color != colorNever:
		return misuse(cmd, "--color is auto, always or never, not "+p.color)
	}
	return nil
}

// pen is what to print with: a width in cells, 0 to not wrap, and pens, which are nil
// without color.
type pen struct {
	width int
	pens  *theme.Pens
}

// pen returns the pen for con.
func (p *paper) pen(con *console) pen {
	out := pen{width: p.width}
	if out.width == 0 {
		out.width = con.width
	}
	color := p.color == colorAlways
	if p.color == colorAuto {
		color = con.width > 0 && colorprofile.Detect(os.Stdout, os.Environ()) >= colorprofile.ANSI
	}
	if color {
		th := theme.New(true)
		out.pens = &th.Pens
	}
	return out
}
