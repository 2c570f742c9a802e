import Text

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Writes the JSON of a manifest: sorted keys, one line for what nobody looks into.
struct ManifestText {
    private(set) var bytes: [UInt8] = []
    private var indent = "\n"
    private var isFirst = true

    /// Makes room for about as many lines.
    init(expecting count: Int) { bytes.reserveCapacity(count * 128 + 256) }

    /// Begins the document.
    mutating func open() {
        bytes.append(UInt8(ascii: "{"))
        indent = "\n  "
        isFirst = true
    }

    /// Ends the document.
    mutating func close() { bytes += "\n}\n".utf8 }

    /// Writes a member whose value is JSON already; returns where the value's text begins, after
    /// its quotation mark.
    @discardableResult
    mutating func member(_ key: String, _ json: String) -> Int {
        self.key(key)
        bytes += json.utf8
        return bytes.count - json.utf8.count + 1
    }

    /// Writes an object with its members sorted.
    mutating func object<Value>(
        _ key: String,
        _ members: [String: Value],
        _ write: (inout ManifestText, String, Value) -> Void
    ) {
        self.key(key)
        guard !members.isEmpty else {
            bytes += "{}".utf8
            return
        }
        bytes.append(UInt8(ascii: "{"))
        let outer = indent
        indent += "  "
        isFirst = true
        for (key, value) in members.sorted(by: { ManifestText.precedes($0.key, $1.key) }) {
            write(&self, key, value)
        }
        indent = outer
        isFirst = false
        bytes += indent.utf8
        bytes.append(UInt8(ascii: "}"))
    }

    /// Writes a file on one line.
    mutating func line(_ path: String, _ file: Manifest.File) {
        key(path)
        bytes += "{".utf8
        if let digest = file.digest { bytes += "\"sha256\": \"\(digest)\", ".utf8 }
        bytes += "\"size\": \(file.size)}".utf8
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

    /// Whether a path comes before another, byte by byte; there are as many as files.
    private static func precedes(_ one: String, _ other: String) -> Bool {
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
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        bytes += indent.utf8
        bytes += JSONString.quoted(key).utf8
        bytes += ": ".utf8
    }
}
