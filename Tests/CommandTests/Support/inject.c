#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <stdatomic.h>
#include <sys/stat.h>
#include <unistd.h>

/* INJECT=call:number:errno makes one call fail, and every later one of its kind when errno is ENOSPC. */
static atomic_int seen;
static int fails(const char *call) {
    const char *wish = getenv("INJECT");
    size_t length = strlen(call);
    if (!wish || strncmp(wish, call, length) || wish[length] != ':') return 0;
    int number = atoi(wish + length + 1);
    const char *rest = strchr(wish + length + 1, ':');
    int code = rest ? atoi(rest + 1) : EIO;
    int now = ++seen;
    if (now != number && !(code == ENOSPC && now > number)) return 0;
    errno = code;
    return 1;
}
#define NEXT(name) __typeof__(&name) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name)
ssize_t write(int f, const void *b, size_t n) { NEXT(write); return f > 2 && fails("write") ? -1 : next(f, b, n); }
ssize_t read(int f, void *b, size_t n) { NEXT(read); return f > 2 && fails("read") ? -1 : next(f, b, n); }
int close(int f) { NEXT(close); if (f > 2 && fails("close")) { int code = errno; next(f); errno = code; return -1; } return next(f); }
int fsync(int f) { NEXT(fsync); return fails("fsync") ? -1 : next(f); }
int mkdirat(int f, const char *p, mode_t m) { NEXT(mkdirat); return fails("mkdirat") ? -1 : next(f, p, m); }
int linkat(int f, const char *p, int g, const char *q, int x) { NEXT(linkat); return fails("linkat") ? -1 : next(f, p, g, q, x); }
int renameat2(int f, const char *p, int g, const char *q, unsigned x) { NEXT(renameat2); return fails("renameat2") ? -1 : next(f, p, g, q, x); }
int renameat(int f, const char *p, int g, const char *q) { NEXT(renameat); return fails("renameat") ? -1 : next(f, p, g, q); }
int openat(int f, const char *p, int o, ...) {
    va_list list; va_start(list, o); mode_t m = va_arg(list, mode_t); va_end(list);
    NEXT(openat); return fails("openat") ? -1 : next(f, p, o, m);
}
int open(const char *p, int o, ...) {
    va_list list; va_start(list, o); mode_t m = va_arg(list, mode_t); va_end(list);
    NEXT(open); return fails("open") ? -1 : next(p, o, m);
}
