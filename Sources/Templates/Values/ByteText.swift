// What pages and downloads are written into. Appending to an array asks, every time and for any
// sequence, what the sequence is and how much room is left; most of what is appended is a few bytes.

/// Text in the making, as UTF-8.
///
/// The array behind it is as long as there is room, so that appending is one check and one copy.
public struct ByteText: Sendable {
    /// How many bytes were appended.
    public private(set) var count = 0
    private var room: [UInt8]

    /// Makes an empty text with room for some bytes.
    public init(capacity: Int = 256) {
        room = [UInt8](repeating: 0, count: capacity)
    }

    /// The text so far.
    public var bytes: [UInt8] { Array(room[..<count]) }

    /// Ends the text and gives its bytes away without a copy.
    public consuming func finished() -> [UInt8] {
        var bytes = room
        room = []
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    /// Forgets everything behind the first bytes, and keeps the room.
    public mutating func truncate(to length: Int) {
        count = min(count, length)
    }

    /// What was appended behind the first bytes.
    public func text(from start: Int) -> String {
        room.withUnsafeBufferPointer {
            String(decoding: UnsafeBufferPointer(rebasing: $0[start..<count]), as: UTF8.self)
        }
    }

    /// Appends a byte.
    public mutating func append(_ byte: UInt8) {
        makeRoom(1)
        room[count] = byte
        count += 1
    }

    /// Appends a byte some times.
    public mutating func append(_ byte: UInt8, times: Int) {
        makeRoom(times)
        for position in count..<count + times { room[position] = byte }
        count += times
    }

    /// Appends a text.
    public mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    /// Appends a text that is known when the program is compiled.
    public mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { append($0) }
    }

    /// Appends bytes.
    public mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append($0) }
    }

    /// Appends bytes.
    public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        makeRoom(bytes.count)
        room.withUnsafeMutableBytes {
            UnsafeMutableRawBufferPointer(rebasing: $0[count...])
                .copyMemory(from: UnsafeRawBufferPointer(bytes))
        }
        count += bytes.count
    }

    /// Appends a whole number in ASCII digits.
    public mutating func append(number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        var rest = number.magnitude
        var digits = 1
        while rest >= 10 {
            rest /= 10
            digits += 1
        }
        makeRoom(digits)
        rest = number.magnitude
        for position in (count..<count + digits).reversed() {
            room[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        count += digits
    }

    private mutating func makeRoom(_ more: Int) {
        if count + more > room.count { grow(more) }
    }

    private mutating func grow(_ more: Int) {
        room.append(contentsOf: repeatElement(0, count: max(more, room.count)))
    }
}
