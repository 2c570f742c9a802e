// The buffer that pages and downloads are written into. An array checks at every append whether it is
// shared; most of what is appended here is a few bytes, so that check would cost more than the copy.

/// UTF-8 text that is being written; it has one owner, so it is changed in place.
public struct ByteText: ~Copyable {
    /// How many bytes were appended.
    @inlinable public var count: Int { length }
    @usableFromInline var length = 0
    @usableFromInline var start: UnsafeMutablePointer<UInt8>
    @usableFromInline var capacity: Int

    /// Makes an empty text with room for some bytes.
    public init(capacity: Int = 256) {
        self.capacity = max(capacity, 16)
        start = UnsafeMutablePointer<UInt8>.allocate(capacity: self.capacity)
    }

    deinit { start.deallocate() }

    /// The text so far.
    public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

    /// The bytes after the first ones.
    package func bytes(from first: Int) -> [UInt8] {
        Array(
            UnsafeBufferPointer(rebasing: UnsafeBufferPointer(start: start, count: count)[first...])
        )
    }

    /// The byte that was appended last.
    public var last: UInt8? { count > 0 ? start[count - 1] : nil }

    /// The text after the first bytes.
    public func text(from first: Int = 0) -> String {
        let bytes = UnsafeBufferPointer(start: start, count: count)
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[first...]), as: UTF8.self)
    }

    /// Discards everything after the first bytes, and keeps the capacity.
    public mutating func truncate(to length: Int) {
        self.length = max(0, min(count, length))
    }

    /// How many bytes make a piece of a file that is written in pieces.
    package static let pieceSize = 256 * 1024

    /// Passes on what was appended, and forgets it, once it is enough for a piece of a file.
    package mutating func passOn<Failure>(
        _ take: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        if count < ByteText.pieceSize { return }
        try take(bytes)
        truncate(to: 0)
    }

    // What is appended most is inlined into the callers' modules.

    /// Appends a byte.
    @inlinable
    public mutating func append(_ byte: UInt8) {
        makeRoom(1)
        start[length] = byte
        length += 1
    }

    /// Appends a byte, and after it another a number of times.
    @inlinable
    package mutating func append(_ byte: UInt8, then padding: UInt8, times: Int) {
        makeRoom(times &+ 9)
        let end = start + length
        end[0] = byte
        // Eight at once cost no more than one.
        let eight = UInt64(padding) &* 0x0101_0101_0101_0101
        UnsafeMutableRawPointer(end + 1).storeBytes(of: eight, as: UInt64.self)
        if times > 8 { (end + 9).update(repeating: padding, count: times &- 8) }
        length &+= times &+ 1
    }

    /// Appends a text.
    @inlinable
    public mutating func append(_ text: String) {
        text.withBytes { append($0) }
    }

    /// Appends a text that is known when the program is compiled.
    @inlinable
    public mutating func append(_ text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Appends an array's bytes.
    @inlinable
    public mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append($0) }
    }

    /// Appends some of the bytes.
    @inlinable
    public mutating func append(_ bytes: [UInt8], _ range: Range<Int>) {
        bytes.withUnsafeBufferPointer { append(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// Appends bytes.
    @inlinable
    public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        makeRoom(bytes.count)
        (start + length).update(from: source, count: bytes.count)
        length += bytes.count
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
            start[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        length += digits
    }

    @inlinable
    mutating func makeRoom(_ more: Int) {
        if more > capacity - length { grow(more) }
    }

    @usableFromInline
    mutating func grow(_ more: Int) {
        let wider = max(2 * capacity, count + more)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: wider)
        moved.update(from: start, count: count)
        start.deallocate()
        (start, capacity) = (moved, wider)
    }
}

extension String {
    /// Passes the text's bytes without copying them; `withUTF8`, which may change a text, takes a copy.
    @inlinable
    public func withBytes<Result>(
        _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result {
        if let result = try utf8.withContiguousStorageIfAvailable(body) { return result }
        var text = self
        return try text.withUTF8(body)
    }
}
