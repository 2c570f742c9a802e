// Swift's runtime can catch a crash, print where it was and wait for a debugger at a prompt, when there is a
// terminal. A publisher's machine has no debugger, a build that waits looks like one that works, and the values
// of variables in such a report may be private. So may be the memory that a core dump contains.

import Foundation

/// How the program takes signals.
enum Signals {
    /// Lets every signal through, and those of crashes end the program at once, unless the environment asks for
    /// something else.
    ///
    /// A program that starts this one from a thread of its own may have blocked them: then neither Ctrl-C nor
    /// `kill` would end a preview.
    static func prepare() {
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_UNBLOCK, &all, nil)
        guard getenv("SWIFT_BACKTRACE") == nil else { return }
        for number in [SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGQUIT, SIGSEGV, SIGTRAP] {
            signal(number, SIG_DFL)
        }
        forbidCoreDumps()
    }

    /// Keeps the system from writing the memory of a crashed process, or of a program that it starts, to the disk.
    ///
    /// On Linux a limit of 0 does not count when cores are passed to a program such as systemd-coredump; a limit
    /// of one byte does, and is too small for a file as well.
    private static func forbidCoreDumps() {
        var limit = rlimit()
        #if os(Linux)
        let kind = __rlimit_resource_t(RLIMIT_CORE.rawValue)
        let least: rlim_t = 1
        #else
        let kind = RLIMIT_CORE
        let least: rlim_t = 0
        #endif
        guard getrlimit(kind, &limit) == 0 else { return }
        limit.rlim_cur = min(least, limit.rlim_max)
        setrlimit(kind, &limit)
    }
}
