# What the gate and the long run need to fuzz; both source it.

# targets lists the fuzz targets, a package and a name a line.
targets() {
  go test -run '^$' -list '^Fuzz' ./... |
    awk '/^Fuzz/ {names[++n] = $1} /^ok/ {for (i = 1; i <= n; i++) print $2, names[i]; n = 0}'
}

# in_time reports whether a failed run, whose output is in a file, only reached its end. Go 1.26
# may report that as a failure, "context deadline exceeded" without an input:
# go.dev/issue/75804.
in_time() { grep -qx ' *context deadline exceeded' "$1" && ! grep -q 'Failing input\|panic' "$1"; }
