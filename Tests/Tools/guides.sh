#!/bin/sh
# Writes the parts of the guides that follow from the code: the reference for designers, and the tables of
# roles in the guide for authors. Tests compare both.
#
#   guides.sh [PROGRAM]     by default .build/debug/recount
set -eu
cd "$(dirname "$0")/../.."
program=${1:-.build/debug/recount}
guides=Sources/recount/Guides

"$program" reference >"$guides/Reference.md"
roles=$("$program" reference --roles)
awk -v roles="$roles" '
    /^## / { inside = 0 }
    !inside { print }
    /^## Roles$/ { inside = 1; printf "\n%s\n\n", roles }
' "$guides/Authors.md" >"$guides/Authors.md.new"
mv "$guides/Authors.md.new" "$guides/Authors.md"
