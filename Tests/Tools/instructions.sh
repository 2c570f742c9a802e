#!/bin/sh
# Counts the instructions of a check, fixed and for each additional strike, and compares them with a
# budget. Unlike seconds, instructions do not depend on the load of the machine.
#
#   instructions.sh [PROGRAM]     by default .build/release/recount
#
# Needs valgrind; without it, prints a message and stops. The budget is for x86-64 and Swift 6.3, plus half
# as much for other compilers: it is meant to detect repeated work, not noise.
set -eu
cd "$(dirname "$0")/../.."
program=${1:-.build/release/recount}
few=500
many=1500
# Templates and words of galleries, cards, contacts and parts for other sites are read and checked for every site, which
# added 128 million; the size of pictures, the place in the small map and the card of each page added 52 thousand a strike.
# To note which fields the templates read takes 8 million.
budget_fixed=1080
budget_strike=1280

if ! command -v valgrind >/dev/null 2>&1; then
    echo "recount: valgrind is not installed, so instructions are not counted (apt-get install valgrind)"
    exit 0
fi
python=${RECOUNT_PYTHON:-python3}
work=.build/bench
mkdir -p "$work"
# Valgrind rejects some debug information, which is not needed for counting.
strip -o "$work/recount" "$program"

# Millions of instructions that checking a site of so many strikes takes.
millions() {
    "$python" Tests/Tools/made_site.py "$1" 40 "$work/site-$1"
    valgrind --tool=cachegrind --cache-sim=no --cachegrind-out-file=/dev/null \
        "$work/recount" check "$work/site-$1" >"$work/log" 2>&1 || {
        cat "$work/log" >&2
        exit 2
    }
    sed -n 's/.*I *refs: *//p' "$work/log" | tr -d , | awk '{ print int($1 / 1000000) }'
}

low=$(millions "$few")
high=$(millions "$many")
strike=$(((high - low) * 1000 / (many - few)))
fixed=$((low - strike * few / 1000))
echo "recount: $fixed million instructions for a site, and $strike thousand for each strike"
if [ "$fixed" -gt "$budget_fixed" ] || [ "$strike" -gt "$budget_strike" ]; then
    echo "recount: more than the budget of $budget_fixed million and $budget_strike thousand." \
        "Find the cause, or explain in Tests/Tools/instructions.sh why more is needed." >&2
    exit 1
fi
