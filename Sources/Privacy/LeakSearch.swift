// Every file of a report is read once, whatever the number of values. A place is compared in full only where a rare
// pair of words, or six rare bytes, of some value stand.

import Synchronization
import Text

/// Searches files for the values of a collection.
public final class LeakSearch: Sendable {
    /// A value that was found.
    public struct Hit: Hashable, Sendable {
        /// The value's place in the collection.
        let value: Int
        /// The number under which the value was added.
        public let id: Int
        /// The byte at which it begins.
        public let offset: Int
        /// How it is spelled there, as the end of a clause; empty for plain text.
        public let spelling: String
    }

    /// What is compared at an anchor.
    struct Needle: Sendable {
        let value: UInt32
        /// For words, the number of words from the first to the anchor's last; for bytes, the offset of the anchor.
        let offset: UInt32
        let form: Form
    }

    /// How a value is compared.
    enum Form: Sendable {
        case words
        /// The words written as one.
        case joined
        case bytes(HiddenSpelling)
    }

    let values: ValueCollection
    let needles: [Needle]
    let words: AnchorTable
    let grams: AnchorTable
    let wideGrams: AnchorTable
    private let caches = Mutex<[SeenWords]>([])

    /// Prepares the search; values that are omitted by now are not searched for.
    public init(_ values: ValueCollection) {
        self.values = values
        var plan = AnchorPlan(values)
        plan.build()
        needles = plan.needles
        words = AnchorTable(plan.words)
        grams = AnchorTable(plan.grams)
        wideGrams = AnchorTable(plan.wideGrams)
    }

    /// The values that stand in a file's bytes, each once, in the order of their places.
    public func hits(in bytes: [UInt8]) -> [Hit] {
        bytes.withUnsafeBufferPointer(hits)
    }

    /// The values that stand in some bytes, each once, in the order of their places.
    func hits(in bytes: UnsafeBufferPointer<UInt8>) -> [Hit] {
        if needles.isEmpty { return [] }
        let seen = caches.withLock { $0.popLast() } ?? SeenWords()
        defer { caches.withLock { $0.append(seen) } }
        return FoldingTables.with { tables in
            words.withView { words in
                grams.withView { grams in
                    var scan = FileScan(self, tables, bytes, words, grams, seen)
                    scan.scanWords()
                    if !wideGrams.isEmpty, FileScan.mayHoldUTF16(bytes) {
                        wideGrams.withView { scan.scanBytes($0) }
                    }
                    return scan.hits
                }
            }
        }
    }
}

/// The scan of one file.
private struct FileScan {
    private let search: LeakSearch
    private let tables: FoldingTables
    private let text: UnsafeBufferPointer<UInt8>
    private let words: AnchorTable.View
    private let grams: AnchorTable.View
    private let seen: SeenWords
    private var found: [Int: LeakSearch.Hit] = [:]

    init(
        _ search: LeakSearch,
        _ tables: FoldingTables,
        _ text: UnsafeBufferPointer<UInt8>,
        _ words: AnchorTable.View,
        _ grams: AnchorTable.View,
        _ seen: SeenWords
    ) {
        self.search = search
        self.tables = tables
        self.text = text
        self.words = words
        self.grams = grams
        self.seen = seen
    }

    var hits: [LeakSearch.Hit] {
        found.values.sorted { ($0.offset, $0.value) < ($1.offset, $1.value) }
    }

    /// Looks at each word, at each pair of words, and inside long words.
    mutating func scanWords() {
        var starts = RecentStarts()
        var former: UInt64 = 0
        let looksInside = !search.grams.isEmpty
        tables.words(text) { token in
            starts.append(token.start)
            let key = Mixing.word(token.hash)
            if words.mayHold(key) { compare(key, starts) }
            let pair = Mixing.pair(former, token.hash)
            if words.mayHold(pair) { compare(pair, starts) }
            former = token.hash
            if looksInside, token.end - token.start >= HiddenSpelling.gram {
                let range = token.start..<token.end
                let fingerprint = SeenWords.fingerprint(text, range)
                if !seen.holds(fingerprint), !lookInside(range) { seen.insert(fingerprint) }
            }
            return true
        }
    }

    /// Compares every six bytes of a word; whether any may belong to a value.
    @inline(never)
    private mutating func lookInside(_ range: Range<Int>) -> Bool {
        var isSuspect = false
        for place in range.lowerBound...range.upperBound - HiddenSpelling.gram {
            let key = Mixing.gram(Gram.folded(text, place))
            guard grams.mayHold(key) else { continue }
            grams.find(key) { needle in
                isSuspect = true
                compareBytes(needle, at: place)
            }
        }
        return isSuspect
    }

    /// Compares every six bytes of a file.
    mutating func scanBytes(_ table: AnchorTable.View) {
        guard text.count >= HiddenSpelling.gram else { return }
        for place in 0...text.count - HiddenSpelling.gram {
            let key = Mixing.gram(Gram.exact(text, place))
            guard table.mayHold(key) else { continue }
            table.find(key) { compareBytes($0, at: place) }
        }
    }

    /// Whether a file holds bytes that stand in no text, but in the letters of UTF-16.
    static func mayHoldUTF16(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.contains { $0 < 0x09 }
    }

    private mutating func compareBytes(_ number: Int, at place: Int) {
        let needle = search.needles[number]
        guard case .bytes(let spelling) = needle.form else { return }
        let value = Int(needle.value)
        let start = place - Int(needle.offset)
        let stands = search.values.withValue(value) { bytes, facts in
            spelling.bytes(of: bytes, facts).map { spelling.stands($0, in: text, at: start) }
        }
        if stands == true { note(value, start, spelling.name) }
    }

    @inline(never)
    private mutating func compare(_ key: UInt64, _ starts: RecentStarts) {
        words.find(key) { number in
            let needle = search.needles[number]
            guard let start = starts.start(back: Int(needle.offset)) else { return }
            let value = Int(needle.value)
            var isJoined = false
            if case .joined = needle.form { isJoined = true }
            let stands = search.values.withValue(value) { bytes, facts in
                self.stands(bytes, facts, isJoined, at: start)
            }
            if stands { note(value, start, "") }
        }
    }

    /// Whether a value stands at a place, from one end of a word to another.
    private func stands(
        _ value: UnsafeBufferPointer<UInt8>,
        _ facts: ValueFacts,
        _ isJoined: Bool,
        at start: Int
    ) -> Bool {
        var wanted = FoldedUnits(tables, value)
        var given = FoldedUnits(tables, text, from: start)
        while let unit = wanted.next() {
            if isJoined, unit == Folding.separator { continue }
            guard given.next() == unit else { return false }
        }
        if facts.isOpen { return true }
        let next = given.next()
        return next == nil || next == Folding.separator
    }

    private mutating func note(_ value: Int, _ offset: Int, _ spelling: String) {
        if let earlier = found[value], earlier.offset <= offset { return }
        let id = search.values.ids[value]
        found[value] = LeakSearch.Hit(value: value, id: id, offset: offset, spelling: spelling)
    }
}

/// Where the last words of a file began.
private struct RecentStarts {
    private var starts = [Int](repeating: 0, count: 64)
    private var count = 0

    mutating func append(_ start: Int) {
        starts[count & 63] = start
        count += 1
    }

    /// The start of the word that stands `back` words before the last.
    func start(back: Int) -> Int? {
        back < min(count, 64) ? starts[(count - 1 - back) & 63] : nil
    }
}

/// Six bytes as one number.
enum Gram {
    private static let mask: UInt64 = 0xFFFF_FFFF_FFFF

    /// Six bytes with capitals and small letters alike.
    @inline(__always)
    static func folded(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt64 {
        exact(bytes, place) | 0x2020_2020_2020
    }

    /// Six bytes as they are.
    @inline(__always)
    static func exact(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt64 {
        let raw = UnsafeRawBufferPointer(bytes)
        if place + 8 <= raw.count {
            return UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
                & mask
        }
        var number: UInt64 = 0
        for offset in 0..<HiddenSpelling.gram {
            number |= UInt64(raw[place + offset]) << UInt64(8 * offset)
        }
        return number
    }
}

/// Long words in which nothing was found, so that they are not looked at on every page; for one thread at a time.
final class SeenWords: @unchecked Sendable {
    private var places = [UInt64](repeating: 0, count: 1 << 13)

    /// A number for the bytes of a word, never 0.
    @inline(__always)
    static func fingerprint(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(bytes)
        var hash = UInt64(range.count)
        var place = range.lowerBound
        while place + 8 <= range.upperBound {
            hash = Mixing.pair(hash, raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            place += 8
        }
        var rest: UInt64 = 0
        while place < range.upperBound {
            rest = rest << 8 | UInt64(raw[place])
            place += 1
        }
        return Mixing.pair(hash, rest) | 1
    }

    @inline(__always)
    func holds(_ fingerprint: UInt64) -> Bool { places[Int(fingerprint >> 51)] == fingerprint }

    @inline(__always)
    func insert(_ fingerprint: UInt64) { places[Int(fingerprint >> 51)] = fingerprint }
}
