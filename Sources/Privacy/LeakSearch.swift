// Every file of a report is read once, whatever the number of values. A place is compared in full only where a rare
// pair of words, or six rare bytes, of some value stand.

import Synchronization

/// Searches files for the values of a collection.
public final class LeakSearch: Sendable {
    /// A value that was found.
    public struct Hit: Hashable, Sendable {
        /// The value's place in the collection.
        let value: Int
        /// The number under which the value was added.
        public let id: Int
        /// The byte at which it begins.
        public private(set) var offset: Int
        /// How it is spelled there, as the end of a clause; empty for plain text.
        public let spelling: String

        /// The same in a text that begins so many bytes earlier.
        public func moved(by bytes: Int) -> Hit {
            var hit = self
            hit.offset += bytes
            return hit
        }
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
        /// The last word first, as in a list of names.
        case rotated
        /// Its digits, whatever stands between them.
        case digits
        case bytes(HiddenSpelling)
    }

    let values: ValueCollection
    let needles: [Needle]
    let words: AnchorTable
    /// The words that stand behind another in an anchor.
    let seconds: AnchorTable
    let digits: AnchorTable
    let grams: AnchorTable
    let wideGrams: AnchorTable
    private let memories = Mutex<[ScanMemory]>([])

    /// Prepares the search; values that are omitted by now are not searched for.
    public init(_ values: ValueCollection) {
        self.values = values
        var plan = AnchorPlan(values)
        plan.build()
        needles = plan.needles
        words = AnchorTable(plan.words)
        seconds = AnchorTable(plan.seconds)
        digits = AnchorTable(plan.digits)
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
        let memory = memories.withLock { $0.popLast() } ?? ScanMemory()
        defer { memories.withLock { $0.append(memory) } }
        return FoldingTables.with { tables in
            withViews { views in
                var scan = FileScan(self, tables, bytes, views, memory)
                scan.scanWords()
                if !wideGrams.isEmpty, FileScan.mayHoldUTF16(bytes) {
                    wideGrams.withView { scan.scanBytes($0) }
                }
                return scan.hits
            }
        }
    }

    private func withViews<Result>(_ body: (AnchorViews) -> Result) -> Result {
        words.withView { words in
            seconds.withView { seconds in
                digits.withView { digits in
                    grams.withView { grams in
                        body(
                            AnchorViews(
                                words: words,
                                seconds: seconds,
                                digits: digits,
                                grams: grams,
                                looksInside: !self.grams.isEmpty,
                                looksForDigits: !self.digits.isEmpty
                            )
                        )
                    }
                }
            }
        }
    }
}

/// The anchors without reference counts.
struct AnchorViews {
    let words: AnchorTable.View
    let seconds: AnchorTable.View
    let digits: AnchorTable.View
    let grams: AnchorTable.View
    let looksInside: Bool
    let looksForDigits: Bool
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
