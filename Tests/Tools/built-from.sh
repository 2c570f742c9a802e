#!/bin/sh
# Prints the origin of a build, for RECOUNT_BUILT_FROM: the commit, whether the program's sources differ
# from it, and the compiler. Outside a git repository of its own there is no commit.
set -eu
cd "$(dirname "$0")/../.."

swift=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p' | head -n 1)
if [ "$(git rev-parse --show-prefix 2>/dev/null || echo none)" = "" ] &&
    commit=$(git rev-parse --short=7 HEAD 2>/dev/null); then
    changes=$(git status --porcelain -- Package.swift Sources templates)
    origin="commit $commit${changes:++changes}"
else
    origin="source without a commit"
fi
echo "$origin, Swift $swift"
