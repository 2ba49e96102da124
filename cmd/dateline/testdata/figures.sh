#!/bin/sh
# Figures of whole processes, as a Markdown table: figures.sh N [FOLDER].
#
# It writes N invented stories, indexes them with dateline and, as mail, with
# notmuch if it is installed, and then indexes again with nothing changed. FOLDER
# keeps the stories for the next run; without it they are in a temporary folder,
# which is removed. It needs Go and Linux.
set -eu

usage() {
	echo "usage: figures.sh N [FOLDER]" >&2
	exit 2
}

[ $# -ge 1 ] && [ $# -le 2 ] || usage
n=$1
case $n in '' | *[!0-9]* | 0*) usage ;; esac
module=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd)

# The reference takes minutes where dateline takes seconds, so it gets no more
# stories than this.
most_mail=20000

work=$(mktemp -d)
running=
clean() {
	[ -z "$running" ] || kill "$running" 2>/dev/null || :
	rm -rf "$work"
}
trap clean EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

keep=$work
if [ $# -eq 2 ]; then
	mkdir -p "$2"
	keep=$(CDPATH='' cd -- "$2" && pwd)
fi
stories=$keep/$n

cd "$module"
go build -o "$work/dateline" ./cmd/dateline
go build -o "$work/stories" ./cmd/dateline/testdata/stories

# No file of the user is read or written from here on. Go has its cache already.
XDG_CACHE_HOME=$work/cache XDG_STATE_HOME=$work/state XDG_CONFIG_HOME=$work/config
export XDG_CACHE_HOME XDG_STATE_HOME XDG_CONFIG_HOME
unset DATELINE_ARCHIVE
mkdir "$XDG_CACHE_HOME" "$XDG_STATE_HOME" "$XDG_CONFIG_HOME"

say() { printf '%s\n' "$*" >&2; }
now() { date +%s.%N; }
calc() { awk "BEGIN { printf \"$1\", $2 }"; }

# measure COMMAND... runs a command without output and sets seconds and peak, its
# most memory in MB of a million bytes.
measure() {
	start=$(now)
	"$@" >/dev/null 2>"$work/errors" &
	running=$!
	peak=0
	while line=$(grep VmHWM "/proc/$running/status" 2>/dev/null); do
		# shellcheck disable=SC2086 # split the line into fields
		set -- $line
		peak=$2
		sleep "$pause"
	done
	wait "$running" || {
		running=
		cat "$work/errors" >&2
		exit 1
	}
	running=
	seconds=$(calc %.3f "$(now) - $start")
	peak=$(calc %.0f "$peak * 1024 / 1e6")
}

# timed COMMAND... sets seconds more exactly, without the memory.
timed() {
	start=$(now)
	"$@" >/dev/null 2>"$work/errors" || {
		cat "$work/errors" >&2
		exit 1
	}
	seconds=$(calc %.3f "$(now) - $start")
}

# best COMMAND... sets seconds to the shortest of five runs.
best() {
	shortest=
	for _ in 1 2 3 4 5; do
		timed "$@"
		if [ -z "$shortest" ] || [ "$(calc %d "$seconds < $shortest")" = 1 ]; then
			shortest=$seconds
		fi
	done
	seconds=$shortest
}

# bytes FOLDER prints the size of the files in it.
bytes() { find "$1" -type f -printf '%s\n' | awk '{ sum += $1 } END { printf "%d", sum }'; }

row() { printf '| %s | %s | %s |\n' "$1" "$2" "$3"; }

if [ ! -d "$stories" ]; then
	say "writing $n stories"
	rm -rf "$stories.part"
	"$work/stories" "$n" "$stories.part"
	mv "$stories.part" "$stories"
fi
text=$(bytes "$stories") # this also reads the folders once

say "indexing $n stories"
pause=0.2
measure "$work/dateline" index -A "$stories"
index=$seconds index_peak=$peak
rate=$(calc %.0f "$n / $index")
catalog=$(bytes "$XDG_CACHE_HOME")

say "indexing again"
best "$work/dateline" index -A "$stories"
again=$seconds
best find "$stories" -type f -printf '%s %T@ %p\n'
find=$seconds

row "$n stories, $(calc %.0f "$text / 1e6") MB of text" "measured" "budget"
row --- --- ---
row "\`dateline index\`, nothing known" "$(calc %.1f "$index") s, $rate stories/s, at most $index_peak MB of memory" ""
row "\`dateline index\`, nothing changed, against \`find\` with size and time" \
	"$again s against $find s: $(calc %.2f "$again / $find") times" "under 2 times"
row "catalog on disk against the text" \
	"$(calc %.0f "$catalog / 1e6") MB: $(calc %.2f "$catalog / $text") times" "under 1.3 times"

if ! command -v notmuch >/dev/null; then
	row "\`dateline index\` against \`notmuch new\`" "notmuch is not installed" "20 times faster"
	exit
fi
m=$n sample=
if [ "$n" -gt "$most_mail" ]; then
	m=$most_mail sample=", the first $m stories only"
fi
say "writing $m stories as mail"
mkdir "$work/mail"
"$work/stories" -mail "$m" "$work/mail"
NOTMUCH_CONFIG=$work/notmuch
export NOTMUCH_CONFIG
printf '[database]\npath=%s\n[user]\nname=figures\nprimary_email=figures@meridian.example\n[new]\ntags=new\n[maildir]\nsynchronize_flags=false\n' \
	"$work/mail" >"$NOTMUCH_CONFIG"
bytes "$work/mail" >/dev/null
say "indexing $m stories with notmuch"
measure notmuch new --quiet
if [ -n "$sample" ]; then
	say "indexing $m stories with dateline"
	"$work/stories" "$m" "$work/sample"
	bytes "$work/sample" >/dev/null
	notmuch=$seconds notmuch_peak=$peak
	measure "$work/dateline" index -A "$work/sample"
	index=$seconds seconds=$notmuch peak=$notmuch_peak
fi
row "\`dateline index\` against \`notmuch new\` on the same stories as mail$sample" \
	"$(calc %.1f "$index") s against $(calc %.1f "$seconds") s ($(calc %.0f "$m / $seconds") stories/s, $peak MB): $(calc %.1f "$seconds / $index") times faster" \
	"20 times faster"
