// The thread that serves. One thread and poll(2) hold every connection, so no client can keep another
// waiting, and a limit on connections keeps files open for the build whatever the clients do.

import Dispatch

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Accepts, reads, answers and tells open pages what has changed, until it is told to stop.
struct ServerLoop {
    private let listener: Listener
    private let mailbox: Mailbox
    private var answers: Answers
    private let limits: Connection.Limits
    private let mostConnections: Int
    private var connections: [Int32: Connection] = [:]
    private var feed: LiveFeed
    private var lastTidied = ContinuousClock.now
    private var lastPing = ContinuousClock.now
    private var acceptsAgainAt: ContinuousClock.Instant?

    private static let tick: Duration = .milliseconds(250)
    private static let pingInterval: Duration = .seconds(4)

    init(
        listener: Listener,
        mailbox: Mailbox,
        answers: Answers,
        feed: LiveFeed,
        limits: Connection.Limits
    ) {
        self.listener = listener
        self.mailbox = mailbox
        self.answers = answers
        self.feed = feed
        self.limits = limits
        mostConnections = ServerLoop.connectionLimit()
    }

    /// Half of the files that this process may open, and no more than a browser could ever need.
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

    /// Serves until the mailbox says stop.
    mutating func run() throws(PreviewError) {
        while true {
            let ready = try wait()
            for message in mailbox.collect() {
                switch message {
                case .stop: return
                case .build(.planned(let site)):
                    serve(site)
                    broadcast(feed.show(changed: site.changed, warnings: site.warnings))
                case .build(.ended(let outcome)): take(outcome)
                }
            }
            for (socket, events) in ready where events != 0 { proceed(socket, events) }
            accept()
            tidy()
        }
    }

    /// The connections that something has happened on.
    private mutating func wait() throws(PreviewError) -> [(socket: Int32, events: Int16)] {
        var list = [pollfd(fd: mailbox.wake.descriptor, events: Int16(POLLIN), revents: 0)]
        if acceptsAgainAt == nil {
            list += listener.sockets.map { pollfd(fd: $0.raw, events: Int16(POLLIN), revents: 0) }
        }
        let fixed = list.count
        for (socket, connection) in connections {
            list.append(pollfd(fd: socket, events: connection.interest, revents: 0))
        }
        let timeout: Int32 = connections.isEmpty && acceptsAgainAt == nil ? -1 : 250
        guard poll(&list, nfds_t(list.count), timeout) >= 0 || errno == EINTR else {
            throw .system("cannot wait for requests: \(systemError())")
        }
        return list[fixed...].map { ($0.fd, $0.revents) }
    }

    /// Serves a planned report, or what is written; the last plan is taken apart on another thread,
    /// since a large one holds very many values and clients are waiting.
    private mutating func serve(_ site: PlannedSite?) {
        let last = answers.planned
        answers.planned = site
        DispatchQueue.global().async { withExtendedLifetime(last) {} }
    }

    /// Tells open pages what a build came to, unless they have it from its plan.
    private mutating func take(_ outcome: BuildOutcome) {
        switch outcome {
        case .built(let changed, let warnings):
            if answers.planned == nil { broadcast(feed.show(changed: changed, warnings: warnings)) }
            serve(nil)
        case .overtaken: break
        case .caughtUp: serve(nil)
        case .mistakes(let found): broadcast(feed.tell(Trouble(mistakes: found)))
        case .failed(let reason): broadcast(feed.tell(Trouble(failure: reason)))
        case .unwritten(let reason):
            serve(nil)
            broadcast(feed.show(changed: nil, warnings: []))
            broadcast(feed.tell(Trouble(failure: reason)))
        }
    }

    private mutating func proceed(_ socket: Int32, _ events: Int16) {
        guard var connection = connections.removeValue(forKey: socket) else { return }
        let lives = connection.proceed(events, now: .now) { request in
            answers.answer(request, feed: feed)
        }
        if lives { connections[socket] = connection }
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

    /// Takes a few new clients, so that those already here get their turn in between.
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
                if connections.count >= mostConnections { closeLongestIdle() }
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

    /// Makes room: closes an eighth of the connections, idle ones first, then the ones that have gone
    /// longest without progress.
    private mutating func closeLongestIdle() {
        let order = connections.sorted { left, right in
            if left.value.isIdle != right.value.isIdle { return left.value.isIdle }
            return left.value.lastProgress < right.value.lastProgress
        }
        for (socket, _) in order.prefix(max(1, connections.count / 8)) {
            connections[socket] = nil
        }
    }

    /// Ends the waits that have lasted too long, and pings open pages so that gone ones are noticed.
    private mutating func tidy() {
        let now = ContinuousClock.now
        guard now - lastTidied >= ServerLoop.tick else { return }
        lastTidied = now
        for socket in Array(connections.keys) {
            guard var connection = connections.removeValue(forKey: socket) else { continue }
            if connection.checkTime(now, limits: limits) { connections[socket] = connection }
        }
        if now - lastPing >= ServerLoop.pingInterval {
            lastPing = now
            broadcast(Array(": ping\n\n".utf8))
        }
    }
}
