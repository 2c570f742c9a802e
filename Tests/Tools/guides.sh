#!/bin/sh
# Writes the generated parts of the guides: the reference for designers, and the tables of roles and
# settings in the guide for authors. Tests compare both with the code.
#
#   guides.sh [PROGRAM]     by default .build/debug/recount
set -eu
cd "$(dirname "$0")/../.."
program=${1:-.build/debug/recount}
guides=Sources/Guides

"$program" reference >"$guides/Reference.md"
roles=$("$program" reference --roles)
settings=$("$program" reference --settings)
awk -v roles="$roles" -v settings="$settings" '
    /^## / { inside = 0; table = 0 }
    table && /^\| key \|/ { print settings; inside = 1 }
    table && inside && !/^\|/ { inside = 0; table = 0 }
    !inside { print }
    /^## Roles$/ { inside = 1; printf "\n%s\n\n", roles }
    /^## Settings$/ { table = 1 }
' "$guides/Authors.md" >"$guides/Authors.md.new"
mv "$guides/Authors.md.new" "$guides/Authors.md"
