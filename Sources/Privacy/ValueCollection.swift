// Which values are searched for is decided once, for all files: each value once, and none that is so short or so
// common that it would be found everywhere.

import Text

/// The values that a report must not contain, as they are collected.
public struct ValueCollection: Sendable {
    /// Why a value is not searched for.
    public enum Omission: Int, CaseIterable, Sendable {
        /// It has fewer than four letters and digits.
        case short
        /// It is a date, a time, or a number of fewer than seven digits.
        case number
        /// It is a word, or two in small letters, that public texts use too and that is no name there.
        case commonWord
        /// It is also a value of a public column, or a phrase of the interface.
        case alsoPublic
        /// The author allows it.
        case allowed
    }

    /// The text of all values, one after the other.
    private(set) var texts: [UInt8] = []
    private(set) var bounds: [UInt32] = [0]
    private(set) var facts: [ValueFacts] = []
    /// The number by which the caller knows each value.
    private(set) var ids: [Int] = []
    /// Why a value is not searched for; `nil` for one that is.
    private(set) var omissions: [Omission?] = []
    private var isSingleSmallWord: [Bool] = []
    /// The words of values that may be no names, such as “Brother” and “his wife”; and whether public sentences use
    /// them in small letters.
    private var sentenceWords: [UInt64: Bool] = [:]
    /// The hashes of those words, of each value that has some.
    private var phrases: [UInt32: [UInt64]] = [:]

    private var exact: Set<UInt64> = []
    /// The newest value with a folded text.
    private var newest: [UInt64: UInt32] = [:]
    /// The value before it with the same folded text.
    private var former: [UInt32] = []
    /// The hashes of the parts between commas, of each value that has several.
    private var parts: [UInt32: [UInt64]] = [:]
    /// The parts that are public values, of those in ``parts``.
    private var publicParts: [UInt64: Bool] = [:]
    private var omittedAtOnce = [Int](repeating: 0, count: Omission.allCases.count)

    /// Makes an empty collection.
    public init() {}

    /// The number of different values, searched for or not.
    public var count: Int { ids.count + omittedAtOnce.reduce(0, +) }

    /// Whether no value is searched for.
    public var isEmpty: Bool { omissions.allSatisfy { $0 != nil } }

    /// Whether a value that was found is searched for, and was not left out since.
    public func isSearched(_ hit: LeakSearch.Hit) -> Bool { omissions[hit.value] == nil }

    /// How many different values are searched for.
    public var searched: Int { omissions.count { $0 == nil } }

    /// How many different values are not searched for.
    public func omitted(_ reason: Omission) -> Int {
        omittedAtOnce[reason.rawValue] + omissions.count { $0 == reason }
    }

    /// Passes on the text of each value that is searched for, and whether any further digits may follow it.
    public func visitSearched(_ body: (UnsafeBufferPointer<UInt8>, Bool) -> Void) {
        for number in omissions.indices where omissions[number] == nil {
            withValue(number) { body($0, $1.isOpen) }
        }
    }

    /// Adds a value under a number; of equal values only the first counts.
    ///
    /// Coordinates are found with their last digit rounded as well, unless `isShownCoarsely`: then the rounded ones may
    /// be what is shown.
    public mutating func add(
        _ value: UnsafeBufferPointer<UInt8>,
        id: Int,
        isShownCoarsely: Bool = false
    ) {
        let text = trimmed(value)
        guard !text.isEmpty, exact.insert(ByteHash.of(text)).inserted else { return }
        FoldingTables.with { tables in
            add(text, id, mayBeRounded: !isShownCoarsely, tables)
        }
    }

    /// Adds a text under a number.
    public mutating func add(_ value: String, id: Int, isShownCoarsely: Bool = false) {
        var value = value
        value.withUTF8 { add($0, id: id, isShownCoarsely: isShownCoarsely) }
    }

    /// Adds the sentences of a running text that are long enough to be its own.
    public mutating func addPassages(_ text: String, id: Int) {
        for passage in Passages.of(text) { add(passage.text, id: id) }
    }

    /// The sentences of a running text that are long enough to be its own, with their lines from 0.
    public static func passages(_ text: String) -> [(line: Int, text: String)] {
        Passages.of(text)
    }

    /// Whether a cell is so long that it would leak in parts.
    public static func isRunningText(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        cell.count > 160
    }

    private mutating func add(
        _ text: UnsafeBufferPointer<UInt8>,
        _ id: Int,
        mayBeRounded: Bool,
        _ tables: FoldingTables
    ) {
        let read = ReadValue(text, tables)
        if let reason = read.omission {
            omittedAtOnce[reason.rawValue] += 1
            return
        }
        var kept = text
        let isRounded = read.isCoordinate && mayBeRounded
        if isRounded {
            kept = UnsafeBufferPointer(rebasing: text.dropLast())
        }
        let number = UInt32(ids.count)
        texts.append(contentsOf: kept)
        bounds.append(UInt32(texts.count))
        var facts = read.facts
        facts.isOpen = isRounded
        self.facts.append(facts)
        ids.append(id)
        omissions.append(nil)
        isSingleSmallWord.append(read.isSingleSmallWord)
        former.append(newest.updateValue(number, forKey: read.hash) ?? .max)
        addParts(of: text, number, tables)
        let words = CommonPhrase.words(of: text, tables)
        if words.isEmpty { return }
        phrases[number] = words
        for word in words { sentenceWords[word] = sentenceWords[word] ?? false }
    }

    private mutating func addParts(
        of text: UnsafeBufferPointer<UInt8>,
        _ number: UInt32,
        _ tables: FoldingTables
    ) {
        guard ValueCollection.isDivided(text, 0..<text.count) else { return }
        var hashes: [UInt64] = []
        ValueCollection.visitParts(text, tables) { hashes.append($0) }
        if hashes.count < 2 { return }
        for hash in hashes { publicParts[hash] = publicParts[hash] ?? false }
        parts[number] = hashes
    }

    private func trimmed(_ value: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        let start = value.firstIndex { $0 > 0x20 } ?? value.count
        let end = value.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
        return UnsafeBufferPointer(rebasing: value[start..<end])
    }

    /// The text of a value, and what is known of it.
    func withValue<Result>(
        _ number: Int,
        _ body: (UnsafeBufferPointer<UInt8>, ValueFacts) -> Result
    ) -> Result {
        texts.withUnsafeBufferPointer { all in
            let range = Int(bounds[number])..<Int(bounds[number + 1])
            return body(UnsafeBufferPointer(rebasing: all[range]), facts[number])
        }
    }
}

// MARK: - What is not searched for

extension ValueCollection {
    /// A value of a public column, of which no equal private one is searched for, and neither is a part between
    /// commas, slashes or brackets.
    public mutating func exempt(publicCell cell: UnsafeBufferPointer<UInt8>) {
        if newest.isEmpty { return }
        FoldingTables.with { tables in
            var whole: UInt64 = 0
            tables.words(cell) { token in
                omitSmallWord(token.hash)
                noteWord(token, in: cell)
                whole = Mixing.pair(whole, token.hash)
                return true
            }
            ValueCollection.visitParts(cell, tables) { exempt(publicPart: $0) }
            if whole != 0 { exempt(publicPart: whole) }
        }
    }

    private mutating func exempt(publicPart hash: UInt64) {
        omit(hash, .alsoPublic)
        if publicParts[hash] != nil { publicParts[hash] = true }
    }

    /// Leaves out the values of which each part between commas is a public value, such as a place that is written
    /// with its district and country; run after the public values were passed.
    public mutating func exemptComposed() {
        for (number, hashes) in parts where hashes.allSatisfy({ publicParts[$0] == true }) {
            omissions[Int(number)] = .alsoPublic
        }
    }

    /// Passes the hash of each part between commas, slashes or brackets to `body`.
    private static func visitParts(
        _ text: UnsafeBufferPointer<UInt8>,
        _ tables: FoldingTables,
        _ body: (UInt64) -> Void
    ) {
        var part: UInt64 = 0
        var end = 0
        tables.words(text) { token in
            if end > 0, isDivided(text, end..<token.start) {
                body(part)
                part = 0
            }
            part = Mixing.pair(part, token.hash)
            end = token.end
            return true
        }
        if end > 0 { body(part) }
    }

    /// A text that readers see anyway: no single word of it in small letters is searched for.
    ///
    /// `isProse` says that it consists of sentences, and not of markup.
    public mutating func exempt(wordsOf text: UnsafeBufferPointer<UInt8>, isProse: Bool) {
        if newest.isEmpty { return }
        FoldingTables.with { tables in
            tables.words(text) { token in
                omitSmallWord(token.hash)
                if isProse { noteWord(token, in: text) }
                return true
            }
        }
    }

    private mutating func noteWord(_ token: borrowing Token, in text: UnsafeBufferPointer<UInt8>) {
        if sentenceWords[token.hash] == false,
            CommonPhrase.isWord(token.start..<token.end, in: text)
        {
            sentenceWords[token.hash] = true
        }
    }

    /// Leaves out the phrases of which public sentences use each word in small letters, as they use no name.
    ///
    /// Run after the public texts were passed.
    public mutating func exemptCommonPhrases() {
        for (number, words) in phrases where words.allSatisfy({ sentenceWords[$0] == true }) {
            omissions[Int(number)] = .commonWord
        }
    }

    /// Does not search for a value that the author allows; false when there is none.
    public mutating func allow(_ value: String) -> Bool {
        var value = value
        return value.withUTF8 { bytes in
            FoldingTables.with { tables in
                omit(ReadValue(bytes, tables).hash, .allowed)
            }
        }
    }

    /// Does not search for the values that the author allows, known by what `isAllowed` says of their bytes.
    ///
    /// False when there is none.
    public mutating func allow(where isAllowed: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
        var isFound = false
        for number in ids.indices where withValue(number, { text, _ in isAllowed(text) }) {
            omissions[number] = .allowed
            isFound = true
        }
        return isFound
    }

    /// Does not search for a value that was found where it may stand.
    public mutating func omit(_ hit: LeakSearch.Hit, _ reason: Omission) {
        omissions[hit.value] = reason
    }

    @discardableResult
    private mutating func omit(_ hash: UInt64, _ reason: Omission) -> Bool {
        guard var number = newest[hash] else { return false }
        while number != .max {
            omissions[Int(number)] = reason
            number = former[Int(number)]
        }
        return true
    }

    private mutating func omitSmallWord(_ hash: UInt64) {
        guard var number = newest[Mixing.pair(0, hash)] else { return }
        while number != .max {
            if isSingleSmallWord[Int(number)] { omissions[Int(number)] = .commonWord }
            number = former[Int(number)]
        }
    }

    /// Whether a comma or the like stands between two words.
    private static func isDivided(
        _ text: UnsafeBufferPointer<UInt8>,
        _ range: Range<Int>
    ) -> Bool {
        text[range].contains { ",;/()|[]\n\r".utf8.contains($0) || $0 == 0x8C || $0 == 0x9B }
    }
}
