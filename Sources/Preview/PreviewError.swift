// Why a preview cannot run. These are not an author's mistakes, so they are thrown.

/// A preview that cannot start or go on; its description is what the user reads.
public enum PreviewError: Error, Equatable, Sendable {
    /// Another program listens on the port; `free` is one that is not in use.
    case portBusy(UInt16, free: UInt16?)
    /// The system keeps the port for administrators.
    case portForbidden(UInt16)
    /// The operating system refuses something else.
    case system(String)
}

extension PreviewError: CustomStringConvertible {
    /// What is wrong and what to do about it.
    public var description: String {
        switch self {
        case .portBusy(let port, let free):
            let advice = free.map { "Try --port \($0)." } ?? "Choose another with --port."
            return "Port \(port) is in use by another program. \(advice)"
        case .portForbidden(let port):
            return "Port \(port) is kept for administrators. Choose one above 1023 with --port."
        case .system(let reason):
            return "The preview cannot run: \(reason)."
        }
    }
}
