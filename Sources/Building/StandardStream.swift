// Every byte that a command prints goes through here. Foundation's FileHandle ends the program when a write
// fails, and the C library's buffers lose the error; a full disk behind `recount query > file` must do
// neither.

import Diagnostics
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Standard output or standard error; remembers the first failure instead of ending the program.
package final class StandardStream: Sendable {
    /// Standard output.
    package static let output = StandardStream(STDOUT_FILENO, name: "standard output")
    /// Standard error.
    package static let errors = StandardStream(STDERR_FILENO, name: "standard error")

    /// What messages call it.
    let name: String
    private let number: CInt
    private let state = Mutex(State.open)

    private enum State {
        case open
        /// The reader has read enough and is gone, as `head` is; the rest is dropped.
        case unread
        /// A write failed with this error number; the rest is dropped.
        case failed(CInt)
    }

    init(_ number: CInt, name: String) {
        self.number = number
        self.name = name
    }

    /// The error number of the first write that failed; `nil` for none, and for a reader that is gone.
    var failure: CInt? {
        state.withLock { if case .failed(let code) = $0 { code } else { nil } }
    }

    /// Writes a text as a whole, from any thread; drops it when an earlier write failed.
    func write(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            state.withLock { state in
                guard case .open = state else { return }
                let code = put(UnsafeRawBufferPointer(bytes))
                if code == EPIPE { state = .unread } else if code != 0 { state = .failed(code) }
            }
        }
    }

    /// Writes all bytes; the error number, or 0.
    private func put(_ bytes: UnsafeRawBufferPointer) -> CInt {
        guard let base = bytes.baseAddress else { return 0 }
        var done = 0
        while done < bytes.count {
            #if canImport(Glibc)
            let count = Glibc.write(number, base + done, bytes.count - done)
            #else
            let count = Darwin.write(number, base + done, bytes.count - done)
            #endif
            if count > 0 {
                done += count
            } else if count == 0 {
                return EIO
            } else if errno == EAGAIN || errno == EWOULDBLOCK {
                // Another program has made a shared terminal or pipe non-blocking.
                var waiting = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
                if poll(&waiting, 1, -1) < 0, errno != EINTR { return errno }
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }

    /// Prepares the process, before it opens any file.
    ///
    /// A write beyond a limit or to a reader that is gone becomes an error instead of a signal. A standard
    /// stream that is closed is opened in the wrong direction: otherwise the next file that is opened gets its
    /// number, and messages would be written into that file.
    package static func prepare() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        for number in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where isClosed(number) {
            let direction = number == STDIN_FILENO ? O_WRONLY : O_RDONLY
            if open("/dev/null", direction) < 0 { _ = open("/", O_RDONLY) }
        }
    }

    private static func isClosed(_ number: CInt) -> Bool {
        fcntl(number, F_GETFD) < 0 && errno == EBADF
    }
}
