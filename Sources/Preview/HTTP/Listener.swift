// Opens the sockets that the preview listens on: loopback only, IPv4 and, if available, IPv6, on the same
// port, so that "localhost" leads to this preview whichever way a browser resolves it.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The listening sockets of one port.
struct Listener: Sendable {
    let sockets: [FileDescriptor]
    let port: UInt16

    /// Listens on `port`, or on any free one if it is 0.
    init(port: UInt16) throws(PreviewError) {
        if port != 0 {
            self = try Listener.listen(on: port)
            return
        }
        for _ in 0..<20 {
            if let found = try? Listener.listen(on: 0) {
                self = found
                return
            }
        }
        throw .system("no free port could be found")
    }

    private init(sockets: [FileDescriptor], port: UInt16) {
        self.sockets = sockets
        self.port = port
    }

    private static func listen(on port: UInt16) throws(PreviewError) -> Listener {
        switch open(AF_INET, port) {
        case .failure(let failure): throw problem(failure.code, port)
        case .success(let first):
            let actual = portNumber(of: first) ?? port
            switch open(AF_INET6, actual) {
            case .success(let second): return Listener(sockets: [first, second], port: actual)
            case .failure(let failure) where failure.code == EADDRINUSE:
                throw problem(failure.code, port)
            case .failure: return Listener(sockets: [first], port: actual)
            }
        }
    }

    private static func problem(_ code: Int32, _ port: UInt16) -> PreviewError {
        if code == EADDRINUSE { return .portBusy(port, free: freePort(after: port)) }
        if code == EACCES { return .portForbidden(port) }
        return .system("cannot listen on port \(port): \(systemError(code))")
    }

    /// The next port that both loopback addresses have free.
    private static func freePort(after port: UInt16) -> UInt16? {
        guard port < .max else { return nil }
        return (port + 1...(port > .max - 50 ? .max : port + 50))
            .first { candidate in
                guard case .success(let socket) = open(AF_INET, candidate) else { return false }
                defer { withExtendedLifetime(socket) {} }
                if case .failure(let failure) = open(AF_INET6, candidate) {
                    return failure.code != EADDRINUSE
                }
                return true
            }
    }

    private struct Failure: Error {
        let code: Int32
    }

    private static func open(_ family: Int32, _ port: UInt16) -> Result<FileDescriptor, Failure> {
        #if canImport(Glibc)
        let raw = socket(family, Int32(SOCK_STREAM.rawValue), 0)
        #else
        let raw = socket(family, SOCK_STREAM, 0)
        #endif
        guard raw >= 0 else { return .failure(Failure(code: errno)) }
        let descriptor = FileDescriptor(owning: raw)
        descriptor.setCloseOnExec()
        descriptor.setNonBlocking()
        var yes: Int32 = 1
        let size = socklen_t(MemoryLayout<Int32>.size)
        setsockopt(raw, SOL_SOCKET, SO_REUSEADDR, &yes, size)
        if family == AF_INET6 {
            setsockopt(raw, Int32(IPPROTO_IPV6), IPV6_V6ONLY, &yes, size)
        }
        guard bindLoopback(raw, family, port) == 0, Listener.startListening(raw) == 0 else {
            return .failure(Failure(code: errno))
        }
        return .success(descriptor)
    }

    private static func startListening(_ raw: Int32) -> Int32 {
        #if canImport(Glibc)
        Glibc.listen(raw, SOMAXCONN)
        #else
        Darwin.listen(raw, SOMAXCONN)
        #endif
    }

    private static func bindLoopback(_ raw: Int32, _ family: Int32, _ port: UInt16) -> Int32 {
        if family == AF_INET {
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            return bindTo(&address, raw)
        }
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        address.sin6_port = port.bigEndian
        address.sin6_addr = in6addr_loopback
        return bindTo(&address, raw)
    }

    private static func bindTo<Address>(_ address: inout Address, _ raw: Int32) -> Int32 {
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(raw, $0, socklen_t(MemoryLayout<Address>.size))
            }
        }
    }

    private static func portNumber(of socket: FileDescriptor) -> UInt16? {
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                getsockname(socket.raw, $0, &size)
            }
        }
        return result == 0 ? UInt16(bigEndian: address.sin_port) : nil
    }
}
