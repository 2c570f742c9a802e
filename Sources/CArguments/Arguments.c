#include "CArguments.h"

static int argument_count = 0;
static char **argument_texts = 0;

// The C libraries of Linux and macOS pass the arguments of main to functions that run before it.
__attribute__((constructor)) static void remember(int count, char **texts) {
    argument_count = count;
    argument_texts = texts;
}

int recount_argument_count(void) {
    return argument_count;
}

const char *recount_argument(int position) {
    if (position < 0 || position >= argument_count) return 0;
    return argument_texts[position];
}
