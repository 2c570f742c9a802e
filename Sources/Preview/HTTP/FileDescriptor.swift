// An open file, socket or pipe end that is closed when its last holder lets go, so that no path
// through the server can leak or close one twice.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Owns one descriptor of the operating system's.
final class FileDescriptor: Sendable {
    let raw: Int32

    init(owning raw: Int32) {
        self.raw = raw
    }

    deinit {
        _ = close(raw)
    }

    /// Makes reads and writes return at once instead of waiting.
    func setNonBlocking() {
        _ = fcntl(raw, F_SETFL, fcntl(raw, F_GETFL) | O_NONBLOCK)
    }

    /// Keeps programs that we start from inheriting it.
    func setCloseOnExec() {
        _ = fcntl(raw, F_SETFD, FD_CLOEXEC)
    }
}

/// The operating system's words for the last error of this thread.
func systemError(_ code: Int32 = errno) -> String {
    String(cString: strerror(code))
}
