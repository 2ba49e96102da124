package glance

import (
	"path/filepath"
	"runtime"
	"sync"

	"dateline/feed/archive/disk"
)

// Folders are asked about in parts of asked folders, by several goroutines if there
// are at least fewAsked for each: a call for each folder is most of what a comparison
// costs.
const (
	asked    = 16384
	fewAsked = 500
)

// answer is what the system says about a folder.
type answer struct {
	disk.Folder

	device uint64
	err    error
}

// ask returns what the system says about folders in root.
func ask(root string, folders []*Folder) []answer {
	answers := make([]answer, len(folders))
	workers := max(1, min(runtime.GOMAXPROCS(0), len(folders)/fewAsked))
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w * len(folders) / workers; i < (w+1)*len(folders)/workers; i++ {
				a := &answers[i]
				a.Folder, a.device, a.err = disk.Lstat(filepath.Join(root, folders[i].Location))
			}
		})
	}
	wg.Wait()
	return answers
}
