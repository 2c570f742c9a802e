#!/bin/sh
# Prints the folder of packages that were made from exactly this commit, for RECOUNT_DIST; nothing when
# there are none, or when changes that are not committed could be missing in them.
set -eu
cd "$(dirname "$0")/../../.."
[ -f .build/dist/built-from ] || exit 0
case "$(cat .build/dist/built-from)" in
    *+changes*) ;;
    "commit "*)
        [ "$(cat .build/dist/built-from)" != "$(sh Tests/Tools/built-from.sh)" ] ||
            echo "$PWD/.build/dist"
        ;;
esac
