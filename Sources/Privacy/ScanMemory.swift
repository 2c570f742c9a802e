// Most words of a report stand on many pages, and so do most lines: menus, headings, keys. Words and lines in which
// nothing was found are remembered, and skipped the next time.

import Text

/// What one thread keeps from file to file.
final class ScanMemory: @unchecked Sendable {
    /// What is known of a word, in the low bits of its entry.
    enum WordFact {
        /// A value may be this word.
        static let alone: UInt32 = 1
        /// A value may hold this word behind another.
        static let second: UInt32 = 2
        /// It looks as if it were encoded.
        static let coded: UInt32 = 4
        static let all: UInt32 = 7
    }

    /// A line in which no anchor of any value stands.
    struct Line {
        fileprivate var fingerprint: UInt64 = 0
        /// The hash of its first word outside tags.
        var first: UInt64 = 0
        /// Whether a value may hold that word behind another.
        var isFirstSecond = false
        /// The last word outside tags.
        var last = FormerWord()
    }

    // Between two files the processor's cache is used for other things, so these tables are small.
    private static let wordBits: UInt64 = 12
    private static let lineBits: UInt64 = 12

    /// For each word 29 bits of its hash, beside those that lead to its place, and its facts.
    private let words = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 1 << wordBits)
    /// A part of the fingerprint of each line, apart from what is known of it: most are looked up in vain.
    private let tags = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 1 << lineBits)
    private let lines = UnsafeMutableBufferPointer<Line>.allocate(capacity: 1 << lineBits)
    private let ranges = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: 1 << wordBits)
    /// The last words of a file, and of what is decoded in it.
    let file = WordStreams()
    let decoded = WordStreams()

    init() {
        words.initialize(repeating: 0)
        tags.initialize(repeating: 0)
        lines.initialize(repeating: Line())
        ranges.initialize(repeating: 0)
    }

    deinit {
        words.deallocate()
        tags.deallocate()
        lines.deallocate()
        ranges.deallocate()
    }

    // MARK: - Words

    /// The facts about a word; `nil` for one that is not known.
    @inline(__always)
    func facts(_ hash: UInt64) -> UInt32? {
        let mixed = hash &* 0x9E37_79B9_7F4A_7C15
        let entry = words[Int(mixed >> (64 - ScanMemory.wordBits))]
        let known = entry ^ UInt32(truncatingIfNeeded: mixed >> 16) & ~WordFact.all
        return known <= WordFact.all ? known : nil
    }

    /// Keeps the facts about a word.
    func insert(_ hash: UInt64, _ facts: UInt32) {
        let mixed = hash &* 0x9E37_79B9_7F4A_7C15
        words[Int(mixed >> (64 - ScanMemory.wordBits))] =
            UInt32(truncatingIfNeeded: mixed >> 16) & ~WordFact.all | facts
    }

    /// Whether a coded range was looked at before, which is kept.
    func wasSeen(_ fingerprint: UInt64) -> Bool {
        let place = Int(fingerprint >> (64 - ScanMemory.wordBits))
        if ranges[place] == fingerprint { return true }
        ranges[place] = fingerprint
        return false
    }

    /// Forgets a coded range that holds a value, so that it is found in each file.
    func forget(_ fingerprint: UInt64) {
        ranges[Int(fingerprint >> (64 - ScanMemory.wordBits))] = 0
    }

    // MARK: - Lines

    /// A number for the bytes of a range, never 0.
    @inline(__always)
    static func fingerprint(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(bytes)
        var hash = UInt64(truncatingIfNeeded: range.count) &* 0x9E37_79B9_7F4A_7C15
        var place = range.lowerBound
        while place &+ 8 <= range.upperBound {
            let next = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            hash = (hash ^ next) &* 0xFF51_AFD7_ED55_8CCD
            hash ^= hash >> 32
            place &+= 8
        }
        var rest: UInt64 = 0
        while place < range.upperBound {
            rest = rest << 8 | UInt64(raw[place])
            place &+= 1
        }
        return Mixing.pair(hash, rest) | 1
    }

    /// The line with a fingerprint, if it is known.
    @inline(__always)
    func line(_ fingerprint: UInt64) -> UnsafePointer<Line>? {
        let place = Int(fingerprint >> (64 - ScanMemory.lineBits))
        guard tags[place] == UInt32(truncatingIfNeeded: fingerprint),
            let line = lines.baseAddress.map({ $0 + place }),
            line.pointee.fingerprint == fingerprint
        else { return nil }
        return UnsafePointer(line)
    }

    /// Keeps a line.
    func insert(_ line: Line, _ fingerprint: UInt64) {
        let place = Int(fingerprint >> (64 - ScanMemory.lineBits))
        tags[place] = UInt32(truncatingIfNeeded: fingerprint)
        lines[place] = line
        lines[place].fingerprint = fingerprint
    }
}

/// A word before another, and what else it may be: without letters that are joined to it, or with the part before a tag.
struct FormerWord {
    var hash: UInt64 = 0
    var others: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    /// How many more words are in it than one, because tags divide it.
    var parts: UInt8 = 0
    /// Whether it has others.
    var hasOthers = false

    init() {}

    init(_ hash: UInt64) { self.hash = hash }

    /// Whether a condition holds for one of the others.
    func contains(where condition: (UInt64) -> Bool) -> Bool {
        for other in [others.0, others.1, others.2, others.3] where other != 0 {
            if condition(other) { return true }
        }
        return false
    }

    mutating func add(_ other: UInt64) {
        hasOthers = true
        others = (other, others.0, others.1, others.2)
    }
}

/// The words outside tags, and those of the tag that is being read.
final class WordStreams {
    let text = UnsafeMutablePointer<WordStream>.allocate(capacity: 1)
    let tag = UnsafeMutablePointer<WordStream>.allocate(capacity: 1)

    init() {
        text.initialize(to: WordStream())
        tag.initialize(to: WordStream())
    }

    deinit {
        text.pointee.starts.deallocate()
        tag.pointee.starts.deallocate()
        text.deallocate()
        tag.deallocate()
    }
}

/// The last words of a text, and where they began.
struct WordStream {
    var former = FormerWord()
    fileprivate let starts = UnsafeMutablePointer<Int>.allocate(capacity: 64)
    private var count = 0

    init() { starts.initialize(repeating: 0, count: 64) }

    /// Forgets all words.
    mutating func reset() {
        former = FormerWord()
        count = 0
    }

    /// Forgets where the words began.
    mutating func forgetStarts() { count = 0 }

    @inline(__always)
    mutating func append(_ start: Int) {
        starts[count & 63] = start
        count &+= 1
    }

    /// The start of the word that stands `back` words before the last; `nil` when it is not known.
    func start(back: Int) -> Int? {
        back < min(count, 64) ? starts[(count - 1 - back) & 63] : nil
    }
}

/// The last word outside tags, as far as it was put together from parts.
struct LastWord {
    var hash: UInt64 = 0
    var units = 0
    /// How many parts were added to the first.
    var parts = 0
    /// The word before it.
    var former: UInt64 = 0
    /// What else that may be.
    var other: UInt64 = 0
    var end = 0
}
