// The only way by which other threads reach the thread that serves.

import Synchronization

/// Messages to the serving thread, and the wake that tells it to look.
final class Mailbox: Sendable {
    enum Message: Sendable {
        case build(PreviewStep)
        case stop
    }

    let wake: Wake
    private let messages = Mutex<[Message]>([])

    init() throws(PreviewError) {
        wake = try Wake()
    }

    func post(_ message: Message) {
        messages.withLock { $0.append(message) }
        wake.wake()
    }

    /// Hands over what has come, oldest first.
    func collect() -> [Message] {
        wake.reset()
        return messages.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
    }
}
