// One client, as a state machine that never blocks: it is called when its socket can be read or written,
// does what it can, and returns whether the connection stays open.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A client's socket and the state of its current request.
struct Connection {
    enum Phase {
        /// Waiting for (the rest of) a request.
        case reading
        /// Sending a response.
        case responding
        /// An open event stream.
        case listening
        /// The last response has been sent. What the client still sends is read and discarded, because
        /// closing a socket with unread input could discard the response.
        case draining
    }

    /// How long a connection may wait, and how much it may buffer.
    struct Limits: Sendable {
        /// From the first byte of a request to its last.
        var request: Duration = .seconds(10)
        /// Without a request.
        var idle: Duration = .seconds(60)
        /// Without accepting a byte of a response.
        var stalled: Duration = .seconds(30)
        /// The size in bytes of an event stream's unread events.
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

    /// The events to poll its socket for.
    var pollEvents: Int16 {
        switch phase {
        case .reading, .draining: Int16(POLLIN)
        case .responding: Int16(POLLOUT)
        case .listening: outbox.isEmpty ? Int16(POLLIN) : Int16(POLLIN | POLLOUT)
        }
    }

    /// Whether it is only waiting for input.
    var isIdle: Bool { phase == .reading || phase == .draining }

    /// Does what its socket is ready for; returns whether the connection stays open.
    mutating func handle(
        events: Int16,
        now: ContinuousClock.Instant,
        respond: (Request) -> Response
    ) -> Bool {
        if events & Int16(POLLNVAL) != 0 { return false }
        if events & Int16(POLLIN | POLLHUP | POLLERR) != 0, phase != .responding {
            guard read(now: now) else { return false }
        }
        return advance(now: now, respond: respond)
    }

    /// Adds an event to an open stream; returns false if too much is unread or the connection is broken.
    mutating func send(event: [UInt8], now: ContinuousClock.Instant, limits: Limits) -> Bool {
        guard phase == .listening else { return true }
        outbox.append(event)
        guard outbox.waiting <= limits.unreadEvents else { return false }
        return flush(now: now)
    }

    /// Ends a wait that has lasted too long; returns whether the connection stays open.
    mutating func enforceTimeouts(now: ContinuousClock.Instant, limits: Limits) -> Bool {
        switch phase {
        case .reading:
            guard let requestStarted else { return now - lastProgress < limits.idle }
            if now - requestStarted < limits.request { return true }
            send(.refusal(.requestTimeout), withBody: true, keepsAlive: false)
            return flush(now: now)
        case .responding: return now - lastProgress < limits.stalled
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
        case .listening, .responding: break
        }
        return true
    }

    /// Responds to every complete request, as far as the socket accepts the responses.
    private mutating func advance(
        now: ContinuousClock.Instant,
        respond: (Request) -> Response
    ) -> Bool {
        while true {
            switch phase {
            case .draining: return true
            case .listening: return flush(now: now)
            case .responding:
                guard flush(now: now) else { return false }
                if phase != .reading { return true }
            case .reading:
                switch RequestParser.parse(input, seen: seen) {
                case .incomplete:
                    seen = input.count
                    return true
                case .refused(let status):
                    send(.refusal(status), withBody: true, keepsAlive: false)
                case .request(let request, let length):
                    input.removeFirst(length)
                    seen = 0
                    requestStarted = input.isEmpty ? nil : now
                    send(
                        respond(request),
                        withBody: request.method != "HEAD",
                        keepsAlive: request.keepsAlive
                    )
                }
            }
        }
    }

    private mutating func send(_ response: Response, withBody sendsBody: Bool, keepsAlive: Bool) {
        phase = .responding
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
            guard phase == .responding else { break }
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
