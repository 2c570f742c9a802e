// Every length in a file may be a lie. All reading goes through this cursor, which checks each step, so
// that a broken file ends in a message and never in a crash.

/// A position in the bytes of a file, or of a part of it.
struct ByteCursor {
    let bytes: [UInt8]
    /// Where the part ends.
    let end: Int
    /// The next byte to be read.
    private(set) var position: Int

    init(_ bytes: [UInt8], _ range: Range<Int>? = nil) {
        self.bytes = bytes
        position = range?.lowerBound ?? 0
        end = range?.upperBound ?? bytes.count
    }

    var isAtEnd: Bool { position >= end }
    var left: Int { end - position }

    /// The range of the next bytes, which are passed over.
    mutating func skip(_ count: Int) throws(MediaFlaw) -> Range<Int> {
        guard count >= 0, count <= end - position else {
            throw .damaged(
                "the file ends, or a part of it, before \(count) further bytes",
                at: position
            )
        }
        defer { position += count }
        return position..<position + count
    }

    mutating func byte() throws(MediaFlaw) -> UInt8 {
        let range = try skip(1)
        return bytes[range.lowerBound]
    }

    /// A number of up to seven bytes, the most significant first.
    mutating func big(_ count: Int) throws(MediaFlaw) -> Int {
        bytes[try skip(count)].reduce(0) { $0 << 8 | Int($1) }
    }

    /// A number of up to seven bytes, the least significant first.
    mutating func little(_ count: Int) throws(MediaFlaw) -> Int {
        bytes[try skip(count)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// Whether the next bytes are these.
    func begins(with text: StaticString) -> Bool {
        bytes.has(text, at: position, before: end)
    }
}

extension [UInt8] {
    /// Whether these bytes stand at a position.
    func has(_ text: StaticString, at position: Int, before end: Int? = nil) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position >= 0, position + count <= end ?? self.count else { return false }
        for offset in 0..<count where self[position + offset] != text.utf8Start[offset] {
            return false
        }
        return true
    }

    /// A number, the most significant byte first.
    static func big(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    /// A number, the least significant byte first.
    static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
}
