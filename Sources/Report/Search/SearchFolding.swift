// A reader types a name as a keyboard, a newspaper or a passport spells it; the record may spell it in another way. The
// index and what a reader types are folded by the same rules. The letters are stated here once: the index carries them
// to the script (`templates/assets/search.js`), which repeats only the few steps of `words(of:)`. A browser test compares
// the two.

import Foundation
import Text

/// Folds spellings of one word to the same text, for the search of a report.
enum SearchFolding {
    /// Each text states letters that are read as its first one, or as the text before the colon.
    static let letters = [
        "aàáâãäåāăąǎȧạảấầẩẫậắằẳẵặ", "bḃḅ", "cçćĉċč", "dďđḋḍḏḑ", "eèéêëēĕėęěẹẻẽếềểễệ", "fḟ",
        "gĝğġģǧǵ",
        "hĥħḣḥḧḩḫẖ", "iìíîïĩīĭįıǐỉị", "jĵǰ", "kķĸǩḱḳḵ", "lĺļľŀłḷḹḻ", "mḿṁṃ", "nñńņňŋṅṇṉ",
        "oòóôõöøōŏőơǒọỏốồổỗộớờởỡợ", "pṕṗ", "rŕŗřṙṛṝṟ", "sśŝşšșṡṣ", "tţťŧțṫṭṯẗ",
        "uùúûüũūŭůűųưǔụủứừửữự",
        "vṽṿ", "wŵẁẃẅẇẉ", "xẋẍ", "yýÿŷẏỳỵỷỹ", "zźżžẑẓẕ", "ae:æǽ", "oe:œ", "ss:ß", "th:þ", "d:ð",
        // Alef with its signs, yeh with and without points or a hamza, waw with a hamza, the end of feminine words, and
        // what Persian and Urdu keyboards write.
        "\u{627}\u{622}\u{623}\u{625}\u{671}", "\u{64A}\u{649}\u{626}\u{6CC}\u{6D2}",
        "\u{648}\u{624}",
        "\u{647}\u{629}\u{6BE}\u{6C0}\u{6C1}\u{6C2}\u{6C3}\u{6D5}", "\u{643}\u{6A9}",
        // Digits.
        "0\u{660}\u{6F0}", "1\u{661}\u{6F1}", "2\u{662}\u{6F2}", "3\u{663}\u{6F3}",
        "4\u{664}\u{6F4}",
        "5\u{665}\u{6F5}", "6\u{666}\u{6F6}", "7\u{667}\u{6F7}", "8\u{668}\u{6F8}",
        "9\u{669}\u{6F9}",
    ]

    /// Characters that are left out of a word, as marks on letters are.
    ///
    /// Apostrophes and signs for ayn and hamza, the hamza by itself, and the stroke that lengthens Arabic words.
    static let dropped =
        "'\u{2018}\u{2019}\u{201B}\u{2032}\u{2B9}\u{2BB}\u{2BC}\u{2BD}\u{2BE}\u{2BF}\u{2C8}`\u{B4}\u{621}\u{640}"

    /// Characters that stand for one or more letters in a certain shape, as old programs write Arabic: each is read as the
    /// letters for which it stands.
    static let shapes: [ClosedRange<UInt32>] = [0xFB00...0xFDFF, 0xFE70...0xFEFF, 0xFF00...0xFFEF]

    /// What French writes before an apostrophe as a word of its own.
    static let elided = ["l", "d", "qu"]
    /// The Arabic article in Latin letters, a word of its own.
    static let articles = ["al", "el"]
    /// The article as it is spoken before some letters; it counts as one only before a hyphen.
    static let spokenArticles = [
        "ad", "an", "ar", "as", "ash", "at", "ath", "az", "ed", "en", "er", "es", "ez",
    ]
    /// The Arabic article and what is written on it, with how many letters must follow.
    static let particles: [(text: String, rest: Int)] = [
        ("\u{648}\u{627}\u{644}", 3), ("\u{628}\u{627}\u{644}", 3), ("\u{641}\u{627}\u{644}", 3),
        ("\u{643}\u{627}\u{644}", 3), ("\u{644}\u{644}", 3), ("\u{627}\u{644}", 2),
    ]

    /// A word of a text.
    struct Word {
        /// The word, folded.
        var text: String
        /// Whether the Arabic article stood before it in Latin letters.
        var followsArticle = false
    }

    /// The words of a text, folded, without Arabic articles; an article by itself is a word.
    static func words(of text: String) -> [Word] {
        var reader = WordReader(Folded.plane)
        for scalar in text.unicodeScalars { reader.read(scalar) }
        reader.end(beforeHyphen: false)
        return reader.finished
    }

    /// The words of a text as the index holds them: also with the article written on the word, or taken from it.
    static func terms(of text: String) -> [String] {
        var terms: [String] = []
        for word in words(of: text) {
            terms.append(word.text)
            if word.followsArticle { terms.append("al" + word.text) }
            let isJoined = word.text.hasPrefix("al") || word.text.hasPrefix("el")
            if isJoined, word.text.utf8.count >= 6 { terms.append(String(word.text.dropFirst(2))) }
        }
        return terms
    }

    /// Takes the Arabic article from the beginning of a folded word.
    fileprivate static func withoutParticle(_ word: [UInt8]) -> ArraySlice<UInt8> {
        guard let first = word.first, (0xD8...0xDB).contains(first) else { return word[...] }
        for (particle, rest) in particleBytes
        // Every letter of a particle, and of a word that it begins, has two bytes.
        where word.count >= particle.count + 2 * rest && word.starts(with: particle) {
            return word.dropFirst(particle.count)
        }
        return word[...]
    }

    private static let particleBytes = particles.map { (Array($0.text.utf8), $0.rest) }
}

/// What a character is for the search.
private enum Folded {
    /// A letter or digit, folded.
    case letters([UInt8])
    /// It is left out.
    case nothing
    /// It stands between words.
    case separator

    /// The letters of the lists, by their scalar.
    private static let table: [UInt32: [UInt8]] = {
        var table: [UInt32: [UInt8]] = [:]
        for line in SearchFolding.letters {
            let parts = line.split(separator: ":")
            let letters = parts.count > 1 ? parts[1].unicodeScalars : line.unicodeScalars[...]
            let target = parts.count > 1 ? String(parts[0]) : letters.first.map { String($0) } ?? ""
            for letter in letters { table[letter.value] = Array(target.utf8) }
        }
        return table
    }()

    private static let dropped = Set(SearchFolding.dropped.unicodeScalars.map(\.value))

    /// The outcomes for the characters of most texts.
    static let plane: [Folded] = (0..<0x700).map { Folded(UInt32($0)) }

    static func of(_ scalar: Unicode.Scalar) -> Folded {
        scalar.value < 0x700 ? plane[Int(scalar.value)] : Folded(scalar.value)
    }

    private init(_ value: UInt32) {
        guard let scalar = Unicode.Scalar(value) else {
            self = .separator
            return
        }
        let isMark = scalar.properties.generalCategory == .nonspacingMark
        if isMark || Folded.dropped.contains(value) {
            self = .nothing
            return
        }
        if SearchFolding.shapes.contains(where: { $0.contains(value) }) {
            let parts = String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars
            if parts.count != 1 || parts.first != scalar {
                let letters = parts.map(Folded.of)
                    .map { if case .letters(let letters) = $0 { letters } else { [UInt8]() } }
                self = .letters(letters.flatMap(\.self))
                return
            }
        }
        guard scalar.properties.isAlphabetic || scalar.properties.generalCategory == .decimalNumber
        else {
            self = .separator
            return
        }
        var letters: [UInt8] = []
        for lower in scalar.properties.lowercaseMapping.unicodeScalars
        where lower.properties.generalCategory != .nonspacingMark {
            letters += Folded.table[lower.value] ?? Array(String(lower).utf8)
        }
        self = .letters(letters)
    }
}

/// Divides a text into words.
private struct WordReader {
    private(set) var finished: [SearchFolding.Word] = []
    /// The outcomes for the characters of most texts.
    private let plane: [Folded]
    private var word: [UInt8] = []
    /// Whether an article stands before the next word.
    private var followsArticle = false

    init(_ plane: [Folded]) { self.plane = plane }

    mutating func read(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        if value < 0x80, UInt8(value).isAlphanumeric {
            word.append(value &- 0x41 < 26 ? UInt8(value) | 0x20 : UInt8(value))
            return
        }
        switch value < plane.count ? plane[Int(value)] : Folded.of(scalar) {
        case .letters(let letters): word += letters
        case .nothing:
            guard scalar == "'" || scalar == "\u{2019}", word.count <= 2 else { return }
            if SearchFolding.elided.contains(String(decoding: word, as: UTF8.self)) {
                end(beforeHyphen: false)
            }
        case .separator:
            end(beforeHyphen: scalar == "-" || scalar == "\u{2010}" || scalar == "\u{2011}")
        }
    }

    /// Ends the word.
    mutating func end(beforeHyphen isBeforeHyphen: Bool) {
        if word.isEmpty { return }
        let plain = String(decoding: SearchFolding.withoutParticle(word), as: UTF8.self)
        let length = word.count
        word.removeAll(keepingCapacity: true)
        if followsArticle { finished.removeLast() }
        finished.append(SearchFolding.Word(text: plain, followsArticle: followsArticle))
        followsArticle =
            length <= 3
            && (SearchFolding.articles.contains(plain)
                || isBeforeHyphen && SearchFolding.spokenArticles.contains(plain))
    }
}
