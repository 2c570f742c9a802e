#include "CBuiltFrom.h"

// Package.swift defines it when the environment says what is built: Tests/Tools/built-from.sh.
#ifndef RECOUNT_BUILT_FROM
#define RECOUNT_BUILT_FROM "source without a commit"
#endif

const char *recount_built_from(void) {
    return RECOUNT_BUILT_FROM;
}
