#!/bin/sh
# Looks for forbidden code: calls that end the program, values without a type, type names that two targets use,
# files of more than 400 lines, unfinished work, and unexpected files in the top folder.
set -eu
cd "$(dirname "$0")/../.."

faults=0
fault() {
    echo "$1"
    faults=$((faults + 1))
}

# Lines of Sources that match a pattern, comments left out.
find_in_sources() {
    grep -rnE --include='*.swift' "$1" Sources | grep -vE '^[^:]*:[0-9]+: *//' || true
}

forbid() {
    found=$(find_in_sources "$1")
    [ -z "$found" ] || fault "$2:
$found"
}

forbid '\btry!' 'try! ends the program; throw or handle the error'
forbid '\bas!' 'as! ends the program; use as? or a typed value'
forbid '\b(fatalError|preconditionFailure)\(' 'a mistake is reported, it does not end the program'
forbid '\[String *: *(any +)?Any\]' 'a dictionary without types; declare a struct'

leftovers=$(grep -rnE --include='*.swift' --include='*.py' '\b(TODO|FIXME|XXX)\b' Sources Tests || true)
[ -z "$leftovers" ] || fault "Finish it or file it:
$leftovers"

# Nested types have the name of their type before their own.
twice=$(grep -rnoE --include='*.swift' \
    '^((public|package|private|fileprivate|final|indirect) )*(struct|class|enum|actor|protocol|typealias) [A-Za-z]+' \
    Sources | awk '{
        split($0, part, ":"); split(part[1], folder, "/")
        if (!(($NF, folder[2]) in seen)) { seen[$NF, folder[2]] = 1; count[$NF]++; files[$NF] = files[$NF] " " part[1] }
    } END { for (name in count) if (count[name] > 1) print name ":" files[name] }' | sort)
[ -z "$twice" ] || fault "One type name in two targets:
$twice"

long=$(find Sources -name '*.swift' -exec awk 'END { if (NR > 400) print FILENAME ": " NR " lines" }' {} \;)
[ -z "$long" ] || fault "More than 400 lines in one file:
$long"

for name in $(git ls-files --cached --others --exclude-standard 2>/dev/null | cut -d/ -f1 | sort -u); do
    case "$name" in
        Package.swift | Sources | Tests | content | templates | Output | README.md | CONTRIBUTING.md) ;;
        CHANGELOG.md | LICENSE | Makefile | .swift-format | .gitignore | .ci | .github) ;;
        *) fault "$name: the top level holds what a newcomer needs, and nothing else" ;;
    esac
done

[ "$faults" -eq 0 ] || exit 1
echo "code: nothing forbidden found"
