// The only way in which other threads communicate with the serving thread.

import Synchronization

/// Messages to the serving thread, and the pipe that wakes it.
final class Mailbox: Sendable {
    enum Message: Sendable {
        case build(PreviewStep)
        case stop
    }

    let wake: WakePipe
    private let messages = Mutex<[Message]>([])

    init() throws(PreviewError) {
        wake = try WakePipe()
    }

    func post(_ message: Message) {
        messages.withLock { $0.append(message) }
        wake.signal()
    }

    /// Removes and returns the messages, oldest first.
    func collect() -> [Message] {
        wake.reset()
        return messages.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
    }
}
