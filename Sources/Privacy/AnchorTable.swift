// Hundreds of thousands of values are searched for in one pass: a bit for each key tells for nearly every place of a
// file that nothing begins there, and only the others are looked up.

/// What is to be compared where a key is found, in arrays without pointers.
struct AnchorTable: Sendable {
    /// A key, and the number of what is compared there.
    typealias Entry = (key: UInt64, needle: UInt32)

    private var filter: [UInt64]
    private let filterShift: UInt64
    private var starts: [UInt32]
    private let bucketShift: UInt64
    private var keys: [UInt64]
    private var needles: [UInt32]

    /// Whether there is nothing to find.
    var isEmpty: Bool { keys.isEmpty }

    init(_ entries: [Entry]) {
        var bits: UInt64 = 10
        while 1 << bits < entries.count { bits += 1 }
        bucketShift = 64 - bits
        filterShift = 64 - (bits + 4)
        filter = [UInt64](repeating: 0, count: 1 << Int(bits + 4 - 6))
        starts = [UInt32](repeating: 0, count: (1 << Int(bits)) + 1)
        for entry in entries {
            let place = entry.key >> filterShift
            filter[Int(place >> 6)] |= 1 << (place & 63)
            starts[Int(entry.key >> bucketShift) + 1] += 1
        }
        for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
        keys = [UInt64](repeating: 0, count: entries.count)
        needles = [UInt32](repeating: 0, count: entries.count)
        var next = starts
        for entry in entries {
            let bucket = Int(entry.key >> bucketShift)
            let place = Int(next[bucket])
            next[bucket] += 1
            keys[place] = entry.key
            needles[place] = entry.needle
        }
    }

    /// Passes a view without reference counts to `body`.
    func withView<Result>(_ body: (View) throws -> Result) rethrows -> Result {
        try filter.withUnsafeBufferPointer { filter in
            try starts.withUnsafeBufferPointer { starts in
                try keys.withUnsafeBufferPointer { keys in
                    try needles.withUnsafeBufferPointer { needles in
                        try body(
                            View(
                                filter: filter,
                                filterShift: filterShift,
                                starts: starts,
                                bucketShift: bucketShift,
                                keys: keys,
                                needles: needles
                            )
                        )
                    }
                }
            }
        }
    }

    /// The table as pointers, valid inside ``withView(_:)``.
    struct View {
        let filter: UnsafeBufferPointer<UInt64>
        let filterShift: UInt64
        let starts: UnsafeBufferPointer<UInt32>
        let bucketShift: UInt64
        let keys: UnsafeBufferPointer<UInt64>
        let needles: UnsafeBufferPointer<UInt32>

        /// Whether a key may be in the table.
        @inline(__always)
        func mayHold(_ key: UInt64) -> Bool {
            let place = key >> filterShift
            return filter[Int(place >> 6)] & (1 << (place & 63)) != 0
        }

        /// Passes what is to be compared for a key to `body`.
        @inline(never)
        func find(_ key: UInt64, _ body: (Int) -> Void) {
            let bucket = Int(key >> bucketShift)
            for place in Int(starts[bucket])..<Int(starts[bucket + 1]) where keys[place] == key {
                body(Int(needles[place]))
            }
        }
    }
}

/// Mixes the bits of hashes, so that the highest ones depend on all of them.
enum Mixing {
    /// The key of one word.
    @inline(__always)
    static func word(_ hash: UInt64) -> UInt64 {
        let mixed = (hash ^ hash >> 29) &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ mixed >> 32 &* 0xD6E8_FEB8_6659_FD93
    }

    /// The key of two words that follow each other.
    @inline(__always)
    static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
        word((first &* 0xFF51_AFD7_ED55_8CCD) ^ (first >> 31) ^ second &+ 0x632B_E59B_D9B4_E019)
    }

    /// The key of six bytes.
    @inline(__always)
    static func gram(_ bytes: UInt64) -> UInt64 { word(bytes) }
}

/// About how often each key occurs, by which the rarest of several is chosen.
struct KeyCounts {
    private var counts: [UInt16]
    private let shift: UInt64

    init(expecting count: Int) {
        var bits: UInt64 = 12
        while bits < 22, 1 << bits < count * 2 { bits += 1 }
        shift = 64 - bits
        counts = [UInt16](repeating: 0, count: 1 << Int(bits))
    }

    mutating func add(_ key: UInt64) {
        let place = Int(key >> shift)
        if counts[place] < .max { counts[place] += 1 }
    }

    func count(_ key: UInt64) -> UInt16 { counts[Int(key >> shift)] }
}
