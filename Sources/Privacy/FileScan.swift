// Reads one file, line by line and word by word. What most files hold must cost little: lines that are known are passed
// over, and a word that belongs to no value costs one look into a small table.

import Glibc
import Text

/// The scan of one file.
struct FileScan {
    let search: LeakSearch
    let tables: FoldingTables
    let text: UnsafeBufferPointer<UInt8>
    let views: AnchorViews
    let memory: ScanMemory
    private let textStream: UnsafeMutablePointer<WordStream>
    private let tagStream: UnsafeMutablePointer<WordStream>
    /// How the text is encoded in a file; `nil` for a file itself.
    let coding: String?
    var found: [Int: LeakSearch.Hit] = [:]
    /// Whether an anchor stands in the line.
    var isSuspect = false
    private var isInTag = false
    /// The first word of the line outside tags.
    private var first: UInt64 = 0
    /// The last word outside tags.
    private var last = LastWord()
    private var run = DigitRun()
    /// Where the last range that may be base64 ended.
    var codedEnd = 0

    init(
        _ search: LeakSearch,
        _ tables: FoldingTables,
        _ text: UnsafeBufferPointer<UInt8>,
        _ views: AnchorViews,
        _ memory: ScanMemory,
        coding: String? = nil
    ) {
        self.search = search
        self.tables = tables
        self.text = text
        self.views = views
        self.memory = memory
        self.coding = coding
        let streams = coding == nil ? memory.file : memory.decoded
        textStream = streams.text
        tagStream = streams.tag
        textStream.pointee.reset()
        tagStream.pointee.reset()
    }

    var hits: [LeakSearch.Hit] {
        found.values.sorted { ($0.offset, $0.value) < ($1.offset, $1.value) }
    }

    // MARK: - Lines

    /// Looks at each word, at each pair of words, and inside long words.
    mutating func scanWords() {
        guard let base = text.baseAddress else { return }
        var start = 0
        while start < text.count {
            var end = text.count
            if let newline = memchr(base + start, Int32(Byte.lineFeed), end - start) {
                end = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(newline)) + 1
            }
            scan(line: start..<end)
            start = end
        }
    }

    private mutating func scan(line: Range<Int>) {
        guard coding == nil, !isInTag, line.count >= 16 else {
            scan(wordsOf: line)
            return
        }
        let fingerprint = ScanMemory.fingerprint(text, line)
        if let known = memory.line(fingerprint), isPassed(known) { return }
        isSuspect = false
        first = 0
        scan(wordsOf: line)
        if isSuspect || isInTag || EncodedText.isLineOfBase64(text, line) { return }
        var known = ScanMemory.Line()
        known.first = first
        known.isFirstSecond = roles(first) & ScanMemory.WordFact.second != 0
        if first != 0 { known.last = textStream.pointee.former }
        memory.insert(known, fingerprint)
    }

    /// Passes over a known line, unless its first word and the one before it belong to a value.
    private mutating func isPassed(_ line: UnsafePointer<ScanMemory.Line>) -> Bool {
        let first = line.pointee.first
        if first == 0 { return true }
        if line.pointee.isFirstSecond, mayEnd(first) { return false }
        textStream.pointee.former = line.pointee.last
        textStream.pointee.forgetStarts()
        last = LastWord()
        return true
    }

    /// Whether a value may hold a word behind the one that was read last.
    @inline(never)
    private func mayEnd(_ first: UInt64) -> Bool {
        let former = textStream.pointee.former
        if views.words.mayHold(Mixing.pair(former.hash, first)) { return true }
        return former.hasOthers
            && former.contains { views.words.mayHold(Mixing.pair($0, first)) }
    }

    // MARK: - Words

    private mutating func scan(wordsOf line: Range<Int>) {
        let end = line.upperBound
        let classes = tables.bytes
        var place = line.lowerBound
        while place < end {
            let start = place
            var folded = classes[Int(text[place])]
            if folded == 0 {
                place &+= 1
                continue
            }
            if folded == 2 {
                passBracket(at: place)
                place &+= 1
                continue
            }
            var hash: UInt64 = 0
            var bits: UInt16 = 0
            while folded > 2 {
                hash = Token.hash(hash, UInt16(folded))
                bits |= UInt16(folded)
                place &+= 1
                if place == end { break }
                folded = classes[Int(text[place])]
            }
            if folded == 1 {
                place = start
                let token = tables.word(text, &place, until: end)
                if token.units > 0 { take(special: token) }
            } else {
                take(start..<place, hash, bits)
            }
        }
        closeRun()
    }

    private mutating func passBracket(at place: Int) {
        if text[place] == TagSyntax.close {
            isInTag = false
        } else if !isInTag, TagSyntax.opens(text, place) {
            isInTag = true
            tagStream.pointee.reset()
        }
    }

    /// Takes a word of ASCII letters and digits.
    @inline(__always)
    private mutating func take(_ range: Range<Int>, _ hash: UInt64, _ bits: UInt16) {
        let stream = isInTag ? tagStream : textStream
        stream.pointee.append(range.lowerBound)
        let facts = memory.facts(hash) ?? learn(hash, range)
        if facts != 0 { compare(facts, hash, range, stream) }
        var other: UInt64 = 0
        if stream.pointee.former.hasOthers {
            other = stream.pointee.former.others.0
            if facts & ScanMemory.WordFact.second != 0 { compareOthers(hash, stream) }
            stream.pointee.former = FormerWord()
        }
        let former = stream.pointee.former.hash
        stream.pointee.former.hash = hash
        if !isInTag { join(range, hash, units: range.count, former, other) }
        count(range, isNumber: bits < 0x40, units: range.count)
    }

    /// Takes a word with characters that are escaped or not ASCII.
    @inline(never)
    private mutating func take(special token: Token) {
        let stream = isInTag ? tagStream : textStream
        let range = token.start..<token.end
        stream.pointee.append(token.start)
        let isASCII = token.bits < 0x80
        var facts = isASCII ? nil : memory.facts(token.hash)
        if facts == nil {
            facts = roles(token.hash)
            if !isASCII, coding == nil { memory.insert(token.hash, facts ?? 0) }
        }
        compare(facts ?? 0, token.hash, range, stream)
        if stream.pointee.former.hasOthers { compareOthers(token.hash, stream) }
        let former = stream.pointee.former
        stream.pointee.former = FormerWord(token.hash)
        ArabicPrefix.cuts(token) { cut in
            let key = Mixing.word(cut.hash)
            if views.words.mayHold(key) { compare(key, stream) }
            stream.pointee.former.add(cut.hash)
        }
        if text[range].count(where: \.isAlphanumeric) >= HiddenSpelling.gram {
            if views.looksInside { _ = lookInside(range) }
            if coding == nil { lookAtCoded(range) }
        }
        if !isInTag {
            join(range, token.hash, units: token.units, former.hash, former.others.0)
        }
        count(range, isNumber: token.isNumber, units: token.units)
    }

    /// Whether values may be a word, or may hold it behind another.
    private func roles(_ hash: UInt64) -> UInt32 {
        let key = Mixing.word(hash)
        return (views.words.mayHold(key) ? ScanMemory.WordFact.alone : 0)
            | (views.seconds.mayHold(key) ? ScanMemory.WordFact.second : 0)
    }

    /// The facts about a word that is not known.
    @inline(never)
    private mutating func learn(_ hash: UInt64, _ range: Range<Int>) -> UInt32 {
        var facts = roles(hash)
        if coding != nil {
            if views.looksInside { _ = lookInside(range) }
            return facts
        }
        if EncodedText.mayBeCoded(text, range) { facts |= ScanMemory.WordFact.coded }
        if !views.looksInside || !lookInside(range) { memory.insert(hash, facts) }
        return facts
    }

    /// Compares what the facts about a word give reason to.
    @inline(never)
    private mutating func compare(
        _ facts: UInt32,
        _ hash: UInt64,
        _ range: Range<Int>,
        _ stream: UnsafeMutablePointer<WordStream>
    ) {
        if facts & ScanMemory.WordFact.alone != 0 { compare(Mixing.word(hash), stream) }
        if facts & ScanMemory.WordFact.second != 0 {
            let pair = Mixing.pair(stream.pointee.former.hash, hash)
            if views.words.mayHold(pair) { compare(pair, stream) }
        }
        if facts & ScanMemory.WordFact.coded != 0 { lookAtCoded(range) }
    }

    /// Compares a word behind the other forms of the one before it.
    @inline(never)
    private mutating func compareOthers(_ hash: UInt64, _ stream: UnsafeMutablePointer<WordStream>)
    {
        let former = stream.pointee.former
        _ = former.contains { other in
            let pair = Mixing.pair(other, hash)
            if views.words.mayHold(pair) { compare(pair, stream, parts: Int(former.parts)) }
            return false
        }
    }

    /// Puts a word together with the one before it, where only tags stand between them.
    @inline(__always)
    private mutating func join(
        _ range: Range<Int>,
        _ hash: UInt64,
        units: Int,
        _ former: UInt64,
        _ other: UInt64
    ) {
        if first == 0 { first = hash }
        let end = last.end
        if end > 0, text[range.lowerBound &- 1] == TagSyntax.close, text[end] == TagSyntax.open,
            TagSyntax.isInline(text, end..<range.lowerBound)
        {
            joinInline(range, hash, units)
        } else {
            last = LastWord(
                hash: hash,
                units: units,
                parts: 0,
                former: former,
                other: other,
                end: range.upperBound
            )
        }
    }

    @inline(never)
    private mutating func joinInline(_ range: Range<Int>, _ hash: UInt64, _ units: Int) {
        if last.hash == first { isSuspect = true }
        last.hash = Token.turned(last.hash, by: units) ^ hash
        last.units += units
        last.parts += 1
        last.end = range.upperBound
        let stream = textStream
        var keys = [Mixing.word(last.hash), Mixing.pair(last.former, last.hash)]
        if last.other != 0 { keys.append(Mixing.pair(last.other, last.hash)) }
        for key in keys where views.words.mayHold(key) {
            compare(key, stream, parts: last.parts)
        }
        stream.pointee.former.add(last.hash)
        stream.pointee.former.parts = UInt8(min(last.parts, 60))
    }

    // MARK: - Numbers

    @inline(__always)
    private mutating func count(_ range: Range<Int>, isNumber: Bool, units: Int) {
        if !isNumber {
            closeRun()
        } else if views.looksForDigits, !isInTag || units > 1 {
            if run.count > 0, run.mayContinue(text, range.lowerBound) {
                run.add(range, units)
            } else {
                closeRun()
                run = DigitRun(range, units)
            }
        }
    }

    @inline(__always)
    private mutating func closeRun() {
        if run.count == 0 { return }
        if run.mayBeValue { endRun() } else { run.clear() }
    }

    @inline(never)
    private mutating func endRun() {
        let ended = run
        run.clear()
        for digits in ended.readings(text, tables) {
            let key = DigitRun.key(digits)
            guard views.digits.mayHold(key) else { continue }
            views.digits.find(key) { number in
                isSuspect = true
                let value = Int(search.needles[number].value)
                if search.values.withValue(
                    value,
                    { DigitRun.all(of: $0, $1, tables).contains(digits) }
                ) {
                    note(value, ended.start, "")
                }
            }
        }
    }

    // MARK: - Comparing

    /// Compares the values that have an anchor at the last word of a text; `parts` of it may be one word.
    @inline(never)
    private mutating func compare(
        _ key: UInt64,
        _ stream: UnsafeMutablePointer<WordStream>,
        parts: Int = 0
    ) {
        let comparison = Comparison(tables: tables, text: text, isInTag: isInTag)
        views.words.find(key) { number in
            isSuspect = true
            let needle = search.needles[number]
            let value = Int(needle.value)
            // The first word may be divided by tags, too.
            for more in 0...parts + 2 {
                guard let start = start(back: Int(needle.offset) + more, stream) else { return }
                if more > parts,
                    !comparison.isJoined(
                        start,
                        stream.pointee.start(back: Int(needle.offset) + more - 1)
                    )
                {
                    return
                }
                let stands = search.values.withValue(value) { bytes, facts in
                    comparison.stands(bytes, facts, needle.form, at: start)
                }
                if stands {
                    note(value, start, needle.form.name)
                    return
                }
            }
        }
    }

    /// The start of a word before the last, also where lines were passed over.
    private func start(back: Int, _ stream: UnsafeMutablePointer<WordStream>) -> Int? {
        if let start = stream.pointee.start(back: back) { return start }
        if isInTag { return nil }
        return stream.pointee.start(back: 0)
            .flatMap { Comparison.start(back: back, before: $0, text, tables) }
    }

    mutating func note(_ value: Int, _ offset: Int, _ spelling: String) {
        if let earlier = found[value], earlier.offset <= offset { return }
        let id = search.values.ids[value]
        found[value] = LeakSearch.Hit(value: value, id: id, offset: offset, spelling: spelling)
    }
}
