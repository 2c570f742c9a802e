#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <stdatomic.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* INJECT=call:number:errno makes one call fail, and every later one of its kind when errno is ENOSPC;
   INJECT=call:number:KILL kills the process there. INJECT_PROGRAM names the program that it is meant for. */
static atomic_int seen;
static int fails(const char *call) {
    const char *wish = getenv("INJECT");
    size_t length = strlen(call);
    if (!wish || strncmp(wish, call, length) || wish[length] != ':') return 0;
    const char *program = getenv("INJECT_PROGRAM");
    if (program && strcmp(program, program_invocation_short_name)) return 0;
    int number = atoi(wish + length + 1);
    const char *rest = strchr(wish + length + 1, ':');
    int kills = rest && !strcmp(rest + 1, "KILL");
    int code = rest ? atoi(rest + 1) : EIO;
    int now = ++seen;
    if (kills) {
        if (now == number) kill(getpid(), SIGKILL);
        return 0;
    }
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
int rename(const char *p, const char *q) { NEXT(rename); return fails("rename") ? -1 : next(p, q); }
int unlink(const char *p) { NEXT(unlink); return fails("unlink") ? -1 : next(p); }
int unlinkat(int f, const char *p, int x) { NEXT(unlinkat); return fails("unlinkat") ? -1 : next(f, p, x); }
int openat(int f, const char *p, int o, ...) {
    va_list list; va_start(list, o); mode_t m = va_arg(list, mode_t); va_end(list);
    NEXT(openat); return fails("openat") ? -1 : next(f, p, o, m);
}
int open(const char *p, int o, ...) {
    va_list list; va_start(list, o); mode_t m = va_arg(list, mode_t); va_end(list);
    NEXT(open); return fails("open") ? -1 : next(p, o, m);
}
int posix_spawn(pid_t *c, const char *p, const posix_spawn_file_actions_t *a, const posix_spawnattr_t *t, char *const v[], char *const e[]) {
    NEXT(posix_spawn); return fails("posix_spawn") ? errno : next(c, p, a, t, v, e);
}
pid_t waitpid(pid_t c, int *s, int o) { NEXT(waitpid); return fails("waitpid") ? -1 : next(c, s, o); }
