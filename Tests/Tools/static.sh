#!/bin/sh
# Prints the option with which Swift's libraries become part of the program; nothing where they are not installed in
# that form, as on macOS.
set -eu
folder=$(swiftc -print-target-info 2>/dev/null | sed -n 's/.*"runtimeResourcePath": *"\(.*\)".*/\1/p')
[ ! -f "${folder}_static/linux/libFoundation.a" ] || echo --static-swift-stdlib
