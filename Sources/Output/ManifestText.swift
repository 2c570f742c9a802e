import Text

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Writes the JSON of a manifest: sorted keys, one line for what nobody looks into.
struct ManifestText: ~Copyable {
    private var text = ByteText()
    private var indent = "\n"
    private var isFirst = true

    /// Begins the document.
    mutating func open() {
        text.append("{")
        indent = "\n  "
        isFirst = true
    }

    /// Ends the document.
    mutating func close() { text.append("\n}\n") }

    /// Passes on what has been written, once that is worth it.
    mutating func pass<Failure>(
        to take: (_ piece: [UInt8]) throws(Failure) -> Void,
        isLast: Bool = false
    ) throws(Failure) {
        if isLast { try take(text.bytes) } else { try text.passOn(take) }
    }

    /// Writes a member whose value is JSON already.
    mutating func member(_ key: String, _ json: String) {
        self.key(key)
        text.append(json)
    }

    /// Begins an object.
    mutating func begin(_ key: String, isEmpty: Bool) {
        self.key(key)
        text.append("{")
        if isEmpty { return }
        indent += "  "
        isFirst = true
    }

    /// Ends an object.
    mutating func end(isEmpty: Bool) {
        isFirst = false
        if !isEmpty {
            indent = String(indent.dropLast(2))
            text.append(indent)
        }
        text.append("}")
    }

    /// Writes a file on one line.
    mutating func line(_ path: String, _ file: Manifest.File) {
        key(path)
        text.append("{")
        if let digest = file.digest {
            text.append("\"sha256\": \"")
            text.append(digest.description)
            text.append("\", ")
        }
        text.append("\"size\": ")
        text.append(number: file.size)
        text.append("}")
    }

    /// Writes a digest on one line, or that there is none.
    mutating func line(_ path: String, _ digest: Digest?) {
        member(path, digest.map { "\"\($0)\"" } ?? "null")
    }

    /// Writes a stated number on one line.
    mutating func line(_ measure: String, _ stated: Manifest.Stated) {
        let minimum = stated.minimum.map { String($0) } ?? "null"
        let maximum = stated.maximum.map { String($0) } ?? "null"
        let open = stated.isOpen ? "\"open\": true, " : ""
        member(
            measure,
            "{\"max\": \(maximum), \"min\": \(minimum), \(open)\"unknown\": \(stated.unknown)}"
        )
    }

    /// The members of an object in the order of the file.
    static func sorted<Value>(_ members: [String: Value]) -> [(String, Value)] {
        members.map { ($0, $1) }.sorted { precedes($0.0, $1.0) }
    }

    /// Whether a path comes before another, byte by byte; there are as many as files.
    static func precedes(_ one: String, _ other: String) -> Bool {
        one.withBytes { left in
            other.withBytes { right in
                guard let first = left.baseAddress, let second = right.baseAddress else {
                    return left.count < right.count
                }
                let order = memcmp(first, second, min(left.count, right.count))
                return order == 0 ? left.count < right.count : order < 0
            }
        }
    }

    private mutating func key(_ key: String) {
        if !isFirst { text.append(",") }
        isFirst = false
        text.append(indent)
        JSONString.append(key, to: &text)
        text.append(": ")
    }
}
