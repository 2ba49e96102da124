package intent

func (Load) forList()       {}
func (Extend) forList()     {}
func (Locate) forList()     {}
func (Snippets) forList()   {}
func (NextUnread) forList() {}
func (Unfold) forList()     {}
func (EveryTake) forList()  {}
func (News) forList()       {}
func (AskAll) forList()     {}
func (Confirm) forList()    {}

func (Load) intent()       {}
func (Extend) intent()     {}
func (Locate) intent()     {}
func (Snippets) intent()   {}
func (NextUnread) intent() {}
func (Unfold) intent()     {}
func (EveryTake) intent()  {}
func (News) intent()       {}
func (AskAll) intent()     {}
func (Confirm) intent()    {}

func (Open) forStory()      {}
func (Follow) forLinks()    {}
func (Compare) forStory()   {}
func (OpenTake) forStory()  {}
func (Join) forStory()      {}
func (Cut) forStory()       {}
func (Undo) forStory()      {}
func (Redo) forStory()      {}
func (Back) forStory()      {}
func (Trail) forLinks()     {}
func (Revisit) forLinks()   {}
func (Why) forLinks()       {}
func (Cites) forLinks()     {}
func (Number) forLinks()    {}
func (NextNew) forStory()   {}
func (Neighbour) forStory() {}
func (Read) forStory()      {}
func (Star) forStory()      {}
func (AskTags) forStory()   {}
func (Tag) forStory()       {}
func (Place) forStory()     {}
func (EndFind) forStory()   {}

func (Open) intent()      {}
func (Follow) intent()    {}
func (Compare) intent()   {}
func (OpenTake) intent()  {}
func (Join) intent()      {}
func (Cut) intent()       {}
func (Undo) intent()      {}
func (Redo) intent()      {}
func (Back) intent()      {}
func (Trail) intent()     {}
func (Revisit) intent()   {}
func (Why) intent()       {}
func (Cites) intent()     {}
func (Number) intent()    {}
func (NextNew) intent()   {}
func (Neighbour) intent() {}
func (Read) intent()      {}
func (Star) intent()      {}
func (AskTags) intent()   {}
func (Tag) intent()       {}
func (Place) intent()     {}
func (EndFind) intent()   {}

func (OpenOutside) forProgram() {}
func (Outside) forProgram()     {}
func (AskNote) forProgram()     {}
func (Edit) forProgram()        {}
func (Pipe) forProgram()        {}
func (Copy) forProgram()        {}

func (OpenOutside) intent() {}
func (Outside) intent()     {}
func (AskNote) intent()     {}
func (Edit) intent()        {}
func (Pipe) intent()        {}
func (Copy) intent()        {}

func (OpenEntry) forLine() {}
func (SetEntry) forLine()  {}
func (StepEntry) forLine() {}
func (Walk) forLine()      {}

func (OpenEntry) intent() {}
func (SetEntry) intent()  {}
func (StepEntry) intent() {}
func (Walk) intent()      {}

func (Typed) forSearch()     {}
func (Choose) forSearch()    {}
func (Suggested) forSearch() {}
func (Complete) forSearch()  {}
func (Keep) forSearch()      {}
func (Restore) forSearch()   {}
func (Clear) forSearch()     {}
func (Sort) forSearch()      {}
func (Manual) forSearch()    {}
func (SearchFor) forSearch() {}
func (Narrow) forSearch()    {}
func (Widen) forSearch()     {}
func (Name) forSearch()      {}
func (Rename) forSearch()    {}
func (Drop) forSearch()      {}

func (Typed) intent()     {}
func (Choose) intent()    {}
func (Suggested) intent() {}
func (Complete) intent()  {}
func (Keep) intent()      {}
func (Restore) intent()   {}
func (Clear) intent()     {}
func (Sort) intent()      {}
func (Manual) intent()    {}
func (SearchFor) intent() {}
func (Narrow) intent()    {}
func (Widen) intent()     {}
func (Name) intent()      {}
func (Rename) intent()    {}
func (Drop) intent()      {}

func (Width) forScreen()    {}
func (Show) forScreen()     {}
func (Pictures) forScreen() {}
func (Zen) forScreen()      {}
func (Pane) forScreen()     {}
func (Run) forScreen()      {}
func (GoTo) forScreen()     {}
func (Do) forScreen()       {}
func (GoToDate) forList()   {}
func (Today) forSearch()    {}
func (Close) forScreen()    {}
func (Say) forScreen()      {}
func (Quit) forScreen()     {}
func (Redraw) forScreen()   {}
func (Suspend) forScreen()  {}

func (Width) intent()    {}
func (Show) intent()     {}
func (Pictures) intent() {}
func (Zen) intent()      {}
func (Pane) intent()     {}
func (Run) intent()      {}
func (GoTo) intent()     {}
func (Do) intent()       {}
func (GoToDate) intent() {}
func (Today) intent()    {}
func (Close) intent()    {}
func (Say) intent()      {}
func (Quit) intent()     {}
func (Redraw) intent()   {}
func (Suspend) intent()  {}

func (Begin) forScreen() {}
func (Begin) intent()    {}

func (Set) forScreen() {}
func (Set) intent()    {}

func (OpenArchive) forScreen() {}
func (OpenArchive) intent()    {}

func (Export) forProgram() {}
func (Export) intent()     {}
