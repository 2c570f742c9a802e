#!/bin/sh
# Builds generated sites of several sizes and prints the cost: elapsed seconds, processor seconds (user and
# system, all cores) and peak memory, beside Hugo and a script where they are installed
# (Tests/Tools/bench/compare.py), and with many figures.
#
#   bench.sh [STRIKES…]     by default 10000 100000
set -eu
cd "$(dirname "$0")/../.."
program=.build/release/recount
python=${RECOUNT_PYTHON:-python3}
work=.build/bench
mkdir -p "$work"
[ "$#" -gt 0 ] || set -- 10000 100000

# Generates and builds a site of so many strikes and figures, and prints the cost.
measure() {
    "$python" Tests/Tools/made_site.py "$1" "$2" "$work/site"
    rm -rf "$work/out"
    "$python" - "$program" "$work/site" "$work/out" <<'PYTHON'
import resource, subprocess, sys, time

program, site, out = sys.argv[1:]
start = time.monotonic()
done = subprocess.run([program, "build", site, "--output", out], capture_output=True, text=True)
seconds = time.monotonic() - start
if done.returncode:
    sys.exit(done.stderr)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
memory = used.ru_maxrss // (1024 if sys.platform != "darwin" else 1024 * 1024)
pages = next(line.split()[1] for line in done.stdout.splitlines() if line.startswith("wrote"))
processor = used.ru_utime + used.ru_stime
print(f"    {pages:>7} pages  {processor:6.2f} processor s  {seconds:6.2f} s  {memory:5} MB")
PYTHON
}

"$python" Tests/Tools/bench/compare.py "$program" "$@"
for strikes in "$@"; do
    echo "recount: $strikes strikes and 2000 figures"
    measure "$strikes" 2000
done
rm -rf "$work/out" "$work/site"
sh Tests/Tools/instructions.sh "$program"
