// Requests byte by byte over a real socket, as no well-behaved client would send them.

import Foundation

/// An answer as it came over the wire.
struct RawAnswer: Sendable {
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var status: Int {
        let words = text.prefix { $0 != "\r\n" && $0 != "\r" }.split(separator: " ")
        return words.count > 1 ? Int(words[1]) ?? 0 : 0
    }
    var head: String { text.components(separatedBy: "\r\n\r\n")[0] }
    var body: String {
        text.components(separatedBy: "\r\n\r\n").dropFirst().joined(separator: "\r\n\r\n")
    }

    func field(_ name: String) -> String? {
        head.components(separatedBy: "\r\n")
            .first { $0.lowercased().hasPrefix(name.lowercased() + ": ") }
            .map { String($0.dropFirst(name.count + 2)) }
    }
}

/// A TCP connection to the preview.
final class RawClient: Sendable {
    let socket: Int32

    init?(_ port: UInt16) {
        socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if result != 0 {
            close(socket)
            return nil
        }
    }

    deinit {
        close(socket)
    }

    func send(_ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...]
                .withUnsafeBytes {
                    Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
            if count <= 0 { return }
            sent += count
        }
    }

    /// Reads until the other side closes, the text is found, or the time is over.
    func read(until marker: String? = nil, seconds: Double = 5) -> RawAnswer {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        let end = Date(timeIntervalSinceNow: seconds)
        while true {
            let left = end.timeIntervalSinceNow
            var list = [pollfd(fd: socket, events: Int16(POLLIN), revents: 0)]
            if left <= 0 || poll(&list, 1, Int32(left * 1000)) <= 0 { break }
            let count = recv(socket, &buffer, buffer.count, 0)
            if count <= 0 { break }
            bytes += buffer[..<count]
            if let marker, String(decoding: bytes, as: UTF8.self).contains(marker) { break }
        }
        return RawAnswer(bytes: bytes)
    }

    /// Whether the other side has closed within the time.
    func isClosed(within seconds: Double) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        let end = Date(timeIntervalSinceNow: seconds)
        while end.timeIntervalSinceNow > 0 {
            var list = [pollfd(fd: socket, events: Int16(POLLIN), revents: 0)]
            if poll(&list, 1, 50) > 0, recv(socket, &buffer, buffer.count, 0) <= 0 { return true }
        }
        return false
    }
}

/// Runs blocking work off the pool that the preview's own tasks need.
func offPool<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
    await withCheckedContinuation { continuation in
        DispatchQueue(label: "test").async { @Sendable in continuation.resume(returning: work()) }
    }
}

extension TestSite {
    /// Sends bytes as they are and reads until the preview closes.
    func raw(_ text: String, seconds: Double = 5) async -> RawAnswer {
        await raw(Array(text.utf8), seconds: seconds)
    }

    func raw(_ bytes: [UInt8], seconds: Double = 5) async -> RawAnswer {
        await offPool { [port] in
            guard let client = RawClient(port) else { return RawAnswer(bytes: []) }
            client.send(bytes)
            return client.read(seconds: seconds)
        }
    }

    /// A well-formed request for one target.
    func request(
        _ target: String,
        method: String = "GET",
        host: String? = nil,
        _ fields: [String] = []
    ) async -> RawAnswer {
        let lines =
            ["\(method) \(target) HTTP/1.1", "Host: \(host ?? "localhost:\(port)")"] + fields
            + ["Connection: close", "", ""]
        return await raw(lines.joined(separator: "\r\n"))
    }
}
