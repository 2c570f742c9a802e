// Words are what stands between two separators after folding. Comparing words, and not bytes, finds a value whatever
// stands between its words, and does not take a part of a longer word for it.

/// One word of a text: letters and digits without anything between them.
struct Token {
    /// Where it begins, in bytes.
    var start: Int
    /// Where it ends.
    var end: Int
    /// The hash of its folded letters; equal words have equal hashes.
    var hash: UInt64 = 0
    /// The number of its letters and digits.
    var units = 0
    /// The bits of all of its folded letters and digits.
    var bits: UInt16 = 0
    /// Its first four letters, the first one lowest, where they are not ASCII.
    var lead: UInt64 = 0

    init(start: Int) {
        self.start = start
        end = start
    }

    /// Whether it holds digits only.
    var isNumber: Bool { bits < 0x40 }

    @inline(__always)
    mutating func add(_ unit: UInt16) {
        hash = Token.hash(hash, unit)
        units &+= 1
        bits |= unit
    }

    /// Adds a letter or digit that is not written in ASCII.
    mutating func addSpecial(_ unit: UInt16) {
        if units < 4 { lead |= UInt64(unit) << UInt64(16 * units) }
        add(unit)
    }

    /// Adds a word that follows without a space.
    mutating func add(_ part: Token) {
        hash = Token.turned(hash, by: part.units) ^ part.hash
        units += part.units
        bits |= part.bits
        end = part.end
    }

    /// What a hash becomes when so many letters follow, but for the letters themselves.
    static func turned(_ hash: UInt64, by units: Int) -> UInt64 {
        let bits = UInt64(7 * units % 64)
        return bits == 0 ? hash : hash << bits | hash >> (64 - bits)
    }

    @inline(__always)
    static func hash(_ hash: UInt64, _ unit: UInt16) -> UInt64 {
        (hash << 7 | hash >> 57) ^ spread(UInt64(unit))
    }

    /// What a letter adds to a hash: many bits of its own, so that long numbers have different hashes.
    @inline(__always)
    static func spread(_ unit: UInt64) -> UInt64 { unit &* 0x9E37_79B9_7F4A_7C15 }
}

/// The tables that reading needs, held for one text after the other.
struct FoldingTables {
    let bytes: UnsafeBufferPointer<UInt8>
    let plane: UnsafeBufferPointer<UInt16>

    /// Passes the tables to `body`.
    static func with<Result>(_ body: (FoldingTables) throws -> Result) rethrows -> Result {
        try Folding.bytes.withUnsafeBufferPointer { bytes in
            try Folding.plane.withUnsafeBufferPointer { plane in
                try body(FoldingTables(bytes: bytes, plane: plane))
            }
        }
    }

    /// Passes each word of a text to `body`, in order, until it returns false.
    @inline(__always)
    func words(_ text: UnsafeBufferPointer<UInt8>, _ body: (borrowing Token) -> Bool) {
        let count = text.count
        var place = 0
        while place < count {
            if bytes[Int(text[place])] & 0xFD == 0 {
                place += 1
                continue
            }
            let token = word(text, &place, until: count)
            if token.units > 0, !body(token) { return }
        }
    }

    /// Reads the word that begins at a place; of no letters where none does.
    ///
    /// `place` is then behind what ended it.
    @inline(__always)
    func word(_ text: UnsafeBufferPointer<UInt8>, _ place: inout Int, until count: Int) -> Token {
        var token = Token(start: place)
        var skipped = 0
        while place < count {
            let folded = bytes[Int(text[place])]
            if folded > 2 {
                token.add(UInt16(folded))
                place += 1
            } else if folded != 1 {
                break
            } else {
                let (isInside, length) = addSpecial(text, place, &token)
                if !isInside {
                    skipped = length
                    break
                }
                place += length
            }
        }
        token.end = place
        place += skipped
        return token
    }

    /// Adds the character at a place to a word; false when it ends the word.
    @inline(never)
    private func addSpecial(
        _ text: UnsafeBufferPointer<UInt8>,
        _ place: Int,
        _ token: inout Token
    ) -> (isInside: Bool, length: Int) {
        let decoded = EscapedScalar(text, at: place)
        switch Folding.of(decoded.scalar, plane) {
        case Folding.separator: return (false, decoded.length)
        case Folding.nothing: break
        case Folding.lamAlef:
            token.addSpecial(0x644)
            token.addSpecial(0x627)
        case let unit: token.addSpecial(unit)
        }
        return (true, decoded.length)
    }
}

/// Folded letters and digits of a text one after the other, with one separator between words.
struct FoldedUnits {
    private let tables: FoldingTables
    private let text: UnsafeBufferPointer<UInt8>
    private(set) var place: Int
    private var waiting: UInt16 = 0
    private var hasBegun = false
    private var isAfterSeparator = false

    init(_ tables: FoldingTables, _ text: UnsafeBufferPointer<UInt8>, from place: Int = 0) {
        self.tables = tables
        self.text = text
        self.place = place
    }

    /// The next letter, digit or separator; `nil` at the end.
    ///
    /// A separator stands only between words.
    mutating func next() -> UInt16? {
        if waiting != 0 {
            let unit = waiting
            waiting = 0
            return unit
        }
        var isSeparated = false
        while place < text.count {
            let decoded = EscapedScalar(text, at: place)
            let unit = Folding.of(decoded.scalar, tables.plane)
            if unit == Folding.separator {
                isSeparated = true
            } else if unit != Folding.nothing {
                if isSeparated, hasBegun, !isAfterSeparator {
                    isAfterSeparator = true
                    return Folding.separator
                }
                hasBegun = true
                isAfterSeparator = false
                place += decoded.length
                if unit != Folding.lamAlef { return unit }
                waiting = 0x627
                return 0x644
            }
            place += decoded.length
        }
        return nil
    }
}
