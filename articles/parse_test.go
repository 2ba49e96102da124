package articles_test

import (
	"slices"
	"strings"
	"testing"

	"dateline/feed/envelope"
	"dateline/feed/link"
	"dateline/feed/story"
	"dateline/feed/takes"
	"dateline/feed/wire"
)

const guide = "2024/10/14/how-to-read-this-edition.txt"

// threads are the five stories of the edition that have takes: the beginning of the
// paths of their files, and the number of takes.
var threads = []struct {
	prefix string
	takes  int
}{
	{"2024/10/02/ferry-", 5},
	{"2024/10/05/hesker-", 5},
	{"2024/10/06/election-", 5},
	{"2024/10/09/strike-deal-", 4},
	{"2024/10/10/bank-", 4},
}

// parsed returns the stories of the edition.
func parsed(t *testing.T) []*story.Story {
	t.Helper()
	texts := files(t)
	all := make([]*story.Story, 0, len(texts))
	for _, f := range texts {
		e, text := envelope.Read(f.text)
		s := wire.Parse(text, wire.Origin{Path: f.path, Envelope: e})
		s.ID, s.Path = story.NewID(f.path), f.path
		all = append(all, s)
	}
	return all
}

func TestStoriesHaveAHeadlineAndTheDateOfTheirFolder(t *testing.T) {
	for _, s := range parsed(t) {
		if s.Headline.Title == "" || s.Headline.Standin {
			t.Errorf("%s has no headline of its own: %+v", s.Path, s.Headline)
		}
		want := strings.ReplaceAll(s.Path[:len("2024/10/02")], "/", "-")
		if !s.Date.Known() || s.Date.String() != want {
			t.Errorf("%s: date %q from %s, want %s", s.Path, s.Date, s.Date.From, want)
		}
	}
}

func TestDatelinesAreFound(t *testing.T) {
	without := []string{
		"2024/10/04/election-advisory.txt", "2024/10/04/harbor-master-kill.txt", "2024/10/09/editorial-courier.txt",
	}
	for _, s := range parsed(t) {
		switch has := len(s.Dateline.Places) > 0 && s.Dateline.Agency != ""; {
		case has && slices.Contains(without, s.Path):
			t.Errorf("%s should have no dateline, has %q", s.Path, s.Dateline.Text)
		case !has && !slices.Contains(without, s.Path):
			t.Errorf("%s: dateline %q, places %q, agency %q", s.Path, s.Dateline.Text, s.Dateline.Places, s.Dateline.Agency)
		}
	}
}

func TestCaptionsHaveCredits(t *testing.T) {
	captions, rights := 0, 0
	for _, s := range parsed(t) {
		for _, b := range s.Body {
			if b.Kind != story.Caption {
				continue
			}
			captions++
			if b.Rights != "" {
				rights++
			}
			if b.Credit == "" {
				t.Errorf("%s: no credit: %s", s.Path, b.Text)
			}
		}
	}
	if captions < 30 || rights < 6 {
		t.Errorf("%d captions, %d with rights; want 30 and 6", captions, rights)
	}
}

func TestEveryKindOfStoryOccurs(t *testing.T) {
	seen := map[story.Kind]int{}
	for _, s := range parsed(t) {
		seen[s.Headline.Kind]++
	}
	for _, k := range []story.Kind{
		story.Plain, story.Urgent, story.Lead, story.Feature, story.Analysis, story.Interview,
		story.Review, story.Editorial, story.Summary, story.Correction, story.Kill, story.Advisory,
	} {
		if seen[k] == 0 {
			t.Errorf("no story of kind %q", k)
		}
	}
}

func TestShapesOfCopyOccur(t *testing.T) {
	count := map[string]int{}
	for _, s := range parsed(t) {
		shape := map[string]bool{
			"end mark": s.Ended(), "cut": s.Cut, "keywords": len(s.Keywords) > 1, "e-mail": len(s.SignOff.Emails) > 0,
			"byline": len(s.Byline.Names) > 0, "two writers": len(s.Byline.Names) > 1, "notes": len(s.Notes) > 0,
			"two places": len(s.Dateline.Places) > 1, "envelope": s.Envelope.Slug != "", "long": s.Words() > 4000,
			"section": slices.ContainsFunc(s.Related, func(r story.Related) bool { return r.Section != "" }),
		}
		for _, b := range s.Body {
			shape[string(b.Kind)] = true
		}
		for name, has := range shape {
			if has {
				count[name]++
			}
		}
	}
	for name, least := range map[string]int{
		"end mark": 70, "cut": 1, "keywords": 5, "e-mail": 50, "byline": 40, "two writers": 2, "notes": 15,
		"two places": 1, "envelope": 1, "long": 1, "section": 3,
		string(story.Heading): 2, string(story.List): 2, string(story.Code): 3,
	} {
		if count[name] < least {
			t.Errorf("%q in %d stories, want %d", name, count[name], least)
		}
	}
}

func TestNotesNameParagraphsThatExist(t *testing.T) {
	named := 0
	for _, s := range parsed(t) {
		for _, note := range s.Notes {
			for _, n := range note.Paragraphs {
				named++
				if n < 1 || n > s.Paragraphs() {
					t.Errorf("%s: the note names paragraph %d of %d: %s", s.Path, n, s.Paragraphs(), note.Text)
				}
			}
		}
	}
	if named < 40 {
		t.Errorf("notes name %d paragraphs, want 40", named)
	}
}

func TestLaterTakesAreLonger(t *testing.T) {
	for _, thread := range threads {
		words := map[story.Take]int{}
		for _, s := range parsed(t) {
			if strings.HasPrefix(s.Path, thread.prefix) && slices.Contains([]string{"en", ""}, s.Language) && isTake(s) {
				words[s.Headline.Take] = s.Words()
			}
		}
		if len(words) != thread.takes {
			t.Errorf("%s: takes %v, want %d", thread.prefix, words, thread.takes)
		}
		for take := range story.Take(thread.takes - 1) {
			if words[take+1] <= words[take] {
				t.Errorf("%s: take %d has %d words, take %d has %d", thread.prefix, take, words[take], take+1, words[take+1])
			}
		}
	}
}

// The takes of a story are found to be one story, also where the desk has changed the
// headline, as for the ferry and the volcano.
func TestTheTakesOfAThreadAreOneStory(t *testing.T) {
	all := parsed(t)
	for _, thread := range threads {
		var m takes.Maker
		var prints []*takes.Print
		var pairs []takes.Pair
		for _, s := range all {
			if !strings.HasPrefix(s.Path, thread.prefix) || !isTake(s) {
				continue
			}
			p := m.Print(s)
			for i := range prints {
				if why, weight := takes.Compare(prints[i], p); why != "" {
					pairs = append(pairs, takes.Pair{A: i, B: len(prints), Why: why, Weight: weight})
				}
			}
			prints = append(prints, p)
		}
		if groups := takes.Groups(prints, pairs); len(groups) != 1 {
			t.Errorf("%s: %v", thread.prefix, groups)
		}
	}
}

// isTake reports whether the name of the file of s ends with a take. Other stories
// have names with the same beginning.
func isTake(s *story.Story) bool {
	name := strings.TrimSuffix(s.Path, ".txt")
	return slices.ContainsFunc([]string{"-urgent", "-first", "-lead", "-2ld", "-3ld"}, func(end string) bool {
		return strings.HasSuffix(name, end)
	})
}

// candidate returns s as a target of links.
func candidate(s *story.Story) link.Candidate {
	return link.Candidate{ID: s.ID, Headline: s.Headline, Places: s.Dateline.Places, Date: s.Date, Path: s.Path}
}

func candidates(all []*story.Story) []link.Candidate {
	list := make([]link.Candidate, 0, len(all))
	for _, s := range all {
		list = append(list, candidate(s))
	}
	return list
}

func TestRelatedHeadlinesMostlyResolve(t *testing.T) {
	all := parsed(t)
	list, count, total := candidates(all), map[link.Match]int{}, 0
	for _, s := range all {
		for _, r := range s.Related {
			match, ids := link.NewChoice(r.Headline, list).For(candidate(s))
			if (match == link.None) != (len(ids) == 0) {
				t.Errorf("%s: %q is %s with %d targets", s.Path, r.Text, match, len(ids))
			}
			count[match]++
			total++
		}
	}
	if none := count[link.None]; none*100 > total*30 || none*100 < total*15 {
		t.Errorf("%d of %d related headlines resolve to nothing, want 15 to 30 percent", none, total)
	}
	for _, m := range []link.Match{link.Exact, link.Normalised, link.Version, link.Cut} {
		if count[m] == 0 {
			t.Errorf("no related headline resolves as %s: %v", m, count)
		}
	}
}

func TestEveryStoryIsReachedFromTheGuide(t *testing.T) {
	all := parsed(t)
	list, byID := candidates(all), map[story.ID]*story.Story{}
	for _, s := range all {
		byID[s.ID] = s
	}
	seen := map[story.ID]bool{}
	queue := []story.ID{story.NewID(guide)}
	for len(queue) > 0 {
		s := byID[queue[0]]
		queue = queue[1:]
		if seen[s.ID] {
			continue
		}
		seen[s.ID] = true
		for _, r := range s.Related {
			_, ids := link.NewChoice(r.Headline, list).For(candidate(s))
			queue = append(queue, ids...)
		}
	}
	for _, s := range all {
		if !seen[s.ID] {
			t.Errorf("%s is not reached", s.Path)
		}
	}
}

func TestGuideIsTheNewestAndLeadsToEveryThread(t *testing.T) {
	all := parsed(t)
	first := slices.MinFunc(all, func(a, b *story.Story) int {
		ra, rb := story.NewRow(a), story.NewRow(b)
		if ra.Key().Before(rb.Key()) {
			return -1
		}
		return 1
	})
	if first.Path != guide {
		t.Fatalf("%s is at the top of the list", first.Path)
	}
	for i, thread := range threads {
		_, ids := link.NewChoice(first.Related[i].Headline, candidates(all)).For(candidate(first))
		if len(ids) == 0 {
			t.Errorf("%q leads nowhere", first.Related[i].Text)
			continue
		}
		to := slices.IndexFunc(all, func(s *story.Story) bool { return s.ID == ids[0] })
		if !strings.HasPrefix(all[to].Path, thread.prefix) {
			t.Errorf("%q leads to %s, want %s*", first.Related[i].Text, all[to].Path, thread.prefix)
		}
	}
}
