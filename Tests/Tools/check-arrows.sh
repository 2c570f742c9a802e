#!/bin/sh
# Checks that no arrow runs back: each room imports only the rooms and packages that Package.swift
# gives it, and Package.swift gives it only rooms that stand above it. SwiftPM itself lets a target
# import whatever another target happens to pull in.
set -eu
cd "$(dirname "$0")/../.."

system=" Foundation FoundationEssentials FoundationXML FoundationNetworking Dispatch Synchronization \
Glibc Musl Darwin PackagePlugin "
faults=0
fault() {
    echo "$1"
    faults=$((faults + 1))
}

# One line a target: its name, then the names it depends on.
targets=$(
    sed 's|//.*||' Package.swift | tr '\n' ' ' |
        sed 's/\.product( *name: *"\([A-Za-z]*\)"[^)]*)/"\1"/g' |
        grep -oE '(room|\.systemLibrary|\.executableTarget|\.plugin)\( *(name: *)?"[^)]*' |
        sed 's/swiftSettings:.*//; s/pkgConfig:.*//' |
        while read -r line; do
            echo "$line" | grep -oE '"[A-Za-z]+"' | tr -d '"' | tr '\n' ' '
            echo
        done
)
rooms=" $(echo "$targets" | cut -d' ' -f1 | tr '\n' ' ') "
[ "$(echo "$targets" | wc -l)" -ge 10 ] || fault "Package.swift: its targets could not be read"

above=" "
while read -r room allowed; do
    for name in $allowed; do
        case "$rooms" in
            *" $name "*) case "$above" in
                *" $name "*) ;;
                *) fault "Package.swift: $room may not use $name, which stands below it" ;;
            esac ;;
        esac
    done
    above="$above$room "

    [ -d "Sources/$room" ] || { fault "Package.swift: there is no folder Sources/$room"; continue; }
    imports=$(
        grep -rnE '^ *(@[a-z_]+ +)*((public|package|internal|fileprivate|private) +)?import ' \
            --include='*.swift' "Sources/$room" |
            sed -E 's/^([^:]*:[0-9]+):.*import +((struct|class|enum|protocol|func|var|let|typealias) +)?([A-Za-z0-9_]+).*/\1 \4/'
    ) || imports=""
    while read -r place name; do
        [ -n "$name" ] || continue
        case " $allowed $system" in
            *" $name "*) ;;
            *) fault "$place: $room may not import $name" ;;
        esac
    done <<IMPORTS
$imports
IMPORTS
done <<TARGETS
$targets
TARGETS

for folder in Sources/*/; do
    room=$(basename "$folder")
    case "$rooms" in
        *" $room "*) ;;
        *) fault "Sources/$room: Package.swift has no such target" ;;
    esac
done

[ "$faults" -eq 0 ] || exit 1
echo "arrows: all imports go one way"
