// The serving thread. One thread handles all connections with poll(2), so no client can block another. The
// number of connections is limited so that clients cannot use up the files that the build needs to open.

import Dispatch

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Accepts connections, responds to requests, and notifies open pages of changes, until it is stopped.
struct ServerLoop {
    private let listener: Listener
    private let mailbox: Mailbox
    private var responder: Responder
    private let limits: Connection.Limits
    private let maximumConnections: Int
    private var connections: [Int32: Connection] = [:]
    private var feed: LiveFeed
    private var lastTimeoutCheck = ContinuousClock.now
    private var lastPing = ContinuousClock.now
    private var acceptsAgainAt: ContinuousClock.Instant?

    private static let tick: Duration = .milliseconds(250)
    private static let pingInterval: Duration = .seconds(4)

    init(
        listener: Listener,
        mailbox: Mailbox,
        responder: Responder,
        feed: LiveFeed,
        limits: Connection.Limits
    ) {
        self.listener = listener
        self.mailbox = mailbox
        self.responder = responder
        self.feed = feed
        self.limits = limits
        maximumConnections = ServerLoop.connectionLimit()
    }

    /// Half of the files that this process may open, but at most 512, which is enough for any browser.
    private static func connectionLimit() -> Int {
        var limit = rlimit()
        #if canImport(Glibc)
        let result = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        #else
        let result = getrlimit(RLIMIT_NOFILE, &limit)
        #endif
        guard result == 0 else { return 64 }
        return max(16, min(512, Int(clamping: limit.rlim_cur) / 2))
    }

    /// Serves until the mailbox receives `stop`.
    mutating func run() throws(PreviewError) {
        while true {
            let ready = try wait()
            for message in mailbox.collect() {
                switch message {
                case .stop: return
                case .build(.planned(let site)):
                    serve(site)
                    broadcast(feed.show(changed: site.changed, warnings: site.warnings))
                case .build(.ended(let outcome)): handle(outcome)
                }
            }
            for (socket, events) in ready where events != 0 { handle(events, on: socket) }
            accept()
            enforceTimeouts()
        }
    }

    /// Waits for activity; returns the events of each connection.
    private mutating func wait() throws(PreviewError) -> [(socket: Int32, events: Int16)] {
        var list = [pollfd(fd: mailbox.wake.descriptor, events: Int16(POLLIN), revents: 0)]
        if acceptsAgainAt == nil {
            list += listener.sockets.map { pollfd(fd: $0.raw, events: Int16(POLLIN), revents: 0) }
        }
        let fixed = list.count
        for (socket, connection) in connections {
            list.append(pollfd(fd: socket, events: connection.pollEvents, revents: 0))
        }
        let timeout: Int32 = connections.isEmpty && acceptsAgainAt == nil ? -1 : 250
        guard poll(&list, nfds_t(list.count), timeout) >= 0 || errno == EINTR else {
            throw .system("cannot wait for requests: \(systemError())")
        }
        return list[fixed...].map { ($0.fd, $0.revents) }
    }

    private static let releasing = DispatchQueue(label: "recount.preview.release")

    /// Serves a planned report, or the output folder if `nil`.
    ///
    /// The last plan is released on another thread, because that takes long for a large report and
    /// clients are waiting.
    private mutating func serve(_ site: PlannedSite?) {
        let last = responder.planned
        responder.planned = site
        ServerLoop.releasing.async { withExtendedLifetime(last) {} }
    }

    /// Notifies open pages of the outcome of a build, unless its plan has already done so.
    private mutating func handle(_ outcome: BuildOutcome) {
        switch outcome {
        case .built(let changed, let warnings):
            if responder.planned == nil {
                broadcast(feed.show(changed: changed, warnings: warnings))
            }
            serve(nil)
        case .superseded: break
        case .writtenLater: serve(nil)
        case .mistakes(let found): broadcast(feed.report(ProblemList(mistakes: found)))
        case .failed(let reason): broadcast(feed.report(ProblemList(failure: reason)))
        case .writeFailed(let reason):
            serve(nil)
            broadcast(feed.show(changed: nil, warnings: []))
            broadcast(feed.report(ProblemList(failure: reason)))
        }
    }

    private mutating func handle(_ events: Int16, on socket: Int32) {
        guard var connection = connections.removeValue(forKey: socket) else { return }
        let staysOpen = connection.handle(events: events, now: .now) { request in
            responder.respond(to: request, feed: feed)
        }
        if staysOpen { connections[socket] = connection }
    }

    private mutating func broadcast(_ event: [UInt8]) {
        let now = ContinuousClock.now
        for socket in Array(connections.keys) {
            guard var connection = connections.removeValue(forKey: socket) else { continue }
            if connection.send(event: event, now: now, limits: limits) {
                connections[socket] = connection
            }
        }
    }

    /// Accepts a limited number of new clients, so that existing ones are not kept waiting.
    private mutating func accept() {
        if let acceptsAgainAt {
            if ContinuousClock.now < acceptsAgainAt { return }
            self.acceptsAgainAt = nil
        }
        for listening in listener.sockets {
            for _ in 0..<64 {
                let raw = acceptOne(listening.raw)
                if raw < 0 {
                    if errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM {
                        closeLongestIdle()
                        acceptsAgainAt = .now + .milliseconds(50)
                    }
                    break
                }
                let socket = FileDescriptor(owning: raw)
                socket.setNonBlocking()
                socket.setCloseOnExec()
                sendWithoutDelay(raw)
                if connections.count >= maximumConnections { closeLongestIdle() }
                connections[raw] = Connection(socket: socket, now: .now)
            }
        }
    }

    private func acceptOne(_ raw: Int32) -> Int32 {
        #if canImport(Glibc)
        Glibc.accept(raw, nil, nil)
        #else
        Darwin.accept(raw, nil, nil)
        #endif
    }

    private func sendWithoutDelay(_ raw: Int32) {
        var yes: Int32 = 1
        let size = socklen_t(MemoryLayout<Int32>.size)
        setsockopt(raw, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, size)
        #if canImport(Darwin)
        setsockopt(raw, SOL_SOCKET, SO_NOSIGPIPE, &yes, size)
        #endif
    }

    /// Closes an eighth of the connections: idle ones first, then those that have made no progress for the
    /// longest time.
    private mutating func closeLongestIdle() {
        let order = connections.sorted { left, right in
            if left.value.isIdle != right.value.isIdle { return left.value.isIdle }
            return left.value.lastProgress < right.value.lastProgress
        }
        for (socket, _) in order.prefix(max(1, connections.count / 8)) {
            connections[socket] = nil
        }
    }

    /// Ends waits that have lasted too long, and pings open pages to detect those that have been closed.
    private mutating func enforceTimeouts() {
        let now = ContinuousClock.now
        guard now - lastTimeoutCheck >= ServerLoop.tick else { return }
        lastTimeoutCheck = now
        for socket in Array(connections.keys) {
            guard var connection = connections.removeValue(forKey: socket) else { continue }
            if connection.enforceTimeouts(now: now, limits: limits) {
                connections[socket] = connection
            }
        }
        if now - lastPing >= ServerLoop.pingInterval {
            lastPing = now
            broadcast(Array(": ping\n\n".utf8))
        }
    }
}
