// An open file, socket or pipe end that is closed with its last reference, so that the server can neither
// leak one nor close one twice.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Owns one file descriptor.
final class FileDescriptor: Sendable {
    let raw: Int32

    init(owning raw: Int32) {
        self.raw = raw
    }

    deinit {
        _ = close(raw)
    }

    /// Makes reads and writes return at once instead of blocking.
    func setNonBlocking() {
        _ = fcntl(raw, F_SETFL, fcntl(raw, F_GETFL) | O_NONBLOCK)
    }

    /// Prevents child processes from inheriting the descriptor.
    func setCloseOnExec() {
        _ = fcntl(raw, F_SETFD, FD_CLOEXEC)
    }
}

/// The operating system's text for an error number, by default that of this thread's last error.
func systemError(_ code: Int32 = errno) -> String {
    String(cString: strerror(code))
}
