// Swift's runtime can catch a crash, print where it was and wait for a debugger at a prompt, when there is a
// terminal. A publisher's machine has no debugger, a build that waits looks like one that works, and the values
// of variables in such a report may be private.

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
        guard ProcessInfo.processInfo.environment["SWIFT_BACKTRACE"] == nil else { return }
        for number in [SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGQUIT, SIGSEGV, SIGTRAP] {
            signal(number, SIG_DFL)
        }
    }
}
