package prompt

import "dateline/ui/intent"

// Input is what all pages that are one line have in common; they embed it.
type Input struct{}

// Typing reports true: a key that is bound to nothing is text, or does nothing.
func (Input) Typing() bool { return true }

// Wheel does nothing.
func (Input) Wheel(int) intent.Intent { return nil }

// Click does nothing.
func (Input) Click(int) intent.Intent { return nil }
