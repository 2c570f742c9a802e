// Why a preview cannot run. These are not mistakes in the content, so they are thrown.

/// Why a preview cannot start or continue; the description is shown to the user.
public enum PreviewError: Error, Equatable, Sendable {
    /// Another program is listening on the port; `free` is a port that is not in use.
    case portBusy(UInt16, free: UInt16?)
    /// The system reserves the port for administrators.
    case portForbidden(UInt16)
    /// The operating system refused something else.
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
            return "Port \(port) is reserved for administrators. Choose one above 1023 with --port."
        case .system(let reason):
            return "The preview cannot run: \(reason)."
        }
    }
}
