// One client, as a state machine that never waits: it is told that its socket can be read or written,
// does what it can, and says whether it lives on.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A client's socket and how far its current request has got.
struct Connection {
    enum Phase {
        /// Waiting for (the rest of) a request.
        case reading
        /// Sending an answer.
        case answering
        /// An open event stream.
        case listening
        /// The last answer is out; what the client still sends is thrown away, so that closing does
        /// not take the answer from it.
        case draining
    }

    /// Limits on a client's patience with us, and ours with it.
    struct Limits: Sendable {
        /// From the first byte of a request to its last.
        var request: Duration = .seconds(10)
        /// Without a request.
        var idle: Duration = .seconds(60)
        /// Without taking a byte of an answer.
        var stalled: Duration = .seconds(30)
        /// Of an event stream's unread events.
        var unreadEvents = 16 * 1024 * 1024
    }

    let socket: FileDescriptor
    private(set) var phase: Phase = .reading
    private(set) var lastProgress: ContinuousClock.Instant
    private var requestStarted: ContinuousClock.Instant?
    private var input: [UInt8] = []
    private var seen = 0
    private var outbox = Outbox()
    private var continues = true
    private var drained = 0

    init(socket: FileDescriptor, now: ContinuousClock.Instant) {
        self.socket = socket
        lastProgress = now
    }

    /// What to poll its socket for.
    var interest: Int16 {
        switch phase {
        case .reading, .draining: Int16(POLLIN)
        case .answering: Int16(POLLOUT)
        case .listening: outbox.isEmpty ? Int16(POLLIN) : Int16(POLLIN | POLLOUT)
        }
    }

    /// Whether it waits for nothing but a request.
    var isIdle: Bool { phase == .reading || phase == .draining }

    /// Does what its socket is ready for; false when it is over.
    mutating func proceed(
        _ events: Int16,
        now: ContinuousClock.Instant,
        answer: (Request) -> Response
    ) -> Bool {
        if events & Int16(POLLNVAL) != 0 { return false }
        if events & Int16(POLLIN | POLLHUP | POLLERR) != 0, phase != .answering {
            guard read(now: now) else { return false }
        }
        return advance(now: now, answer: answer)
    }

    /// Adds an event to an open stream; false when the client has not read for too long.
    mutating func send(event: [UInt8], now: ContinuousClock.Instant, limits: Limits) -> Bool {
        guard phase == .listening else { return true }
        outbox.append(event)
        guard outbox.waiting <= limits.unreadEvents else { return false }
        return flush(now: now)
    }

    /// Ends a wait that has lasted too long; false when the connection is over.
    mutating func checkTime(_ now: ContinuousClock.Instant, limits: Limits) -> Bool {
        switch phase {
        case .reading:
            guard let requestStarted else { return now - lastProgress < limits.idle }
            if now - requestStarted < limits.request { return true }
            finish(with: .refusal(.requestTimeout), sendsBody: true, keepsAlive: false)
            return flush(now: now)
        case .answering: return now - lastProgress < limits.stalled
        case .listening: return outbox.isEmpty || now - lastProgress < limits.stalled
        case .draining: return now - lastProgress < .seconds(2)
        }
    }

    private mutating func read(now: ContinuousClock.Instant) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 16 * 1024)
        let count = recv(socket.raw, &buffer, buffer.count, 0)
        if count < 0 { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR }
        if count == 0 { return false }
        switch phase {
        case .reading:
            if requestStarted == nil { requestStarted = now }
            input.append(contentsOf: buffer[..<count])
        case .draining:
            drained += count
            return drained < 1024 * 1024
        case .listening, .answering: break
        }
        return true
    }

    /// Answers every whole request that has come, as far as the socket takes the answers.
    private mutating func advance(
        now: ContinuousClock.Instant,
        answer: (Request) -> Response
    ) -> Bool {
        while true {
            switch phase {
            case .draining: return true
            case .listening: return flush(now: now)
            case .answering:
                guard flush(now: now) else { return false }
                if phase != .reading { return true }
            case .reading:
                switch RequestParser.parse(input, seen: seen) {
                case .incomplete:
                    seen = input.count
                    return true
                case .refused(let status):
                    finish(with: .refusal(status), sendsBody: true, keepsAlive: false)
                case .request(let request, let length):
                    input.removeFirst(length)
                    seen = 0
                    requestStarted = input.isEmpty ? nil : now
                    finish(
                        with: answer(request),
                        sendsBody: request.method != "HEAD",
                        keepsAlive: request.keepsAlive
                    )
                }
            }
        }
    }

    private mutating func finish(with response: Response, sendsBody: Bool, keepsAlive: Bool) {
        phase = .answering
        continues = keepsAlive
        if case .events = response.body, sendsBody { continues = false }
        outbox.append(response.head(keepsAlive: continues))
        guard sendsBody else { return }
        switch response.body {
        case .none: break
        case .bytes(let bytes): outbox.append(bytes)
        case .file(let descriptor, let start, let count):
            outbox.append(descriptor, from: start, count: count)
        case .events(let greeting):
            outbox.append(greeting)
            phase = .listening
        }
    }

    private mutating func flush(now: ContinuousClock.Instant) -> Bool {
        switch outbox.flush(into: socket.raw) {
        case .broken: return false
        case .waiting(let sentAny):
            if sentAny { lastProgress = now }
        case .finished:
            lastProgress = now
            guard phase == .answering else { break }
            if continues {
                phase = .reading
            } else {
                phase = .draining
                _ = shutdown(socket.raw, Int32(SHUT_WR))
            }
        }
        return true
    }
}
