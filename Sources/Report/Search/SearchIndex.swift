// The words of a report with the documents in which they stand, divided into parts so that a reader's browser loads only
// those of the words that are typed.

import Records
import Synchronization
import Text

/// The index of a report's words.
struct SearchIndex: Sendable {
    /// The words by part; each is sorted when its part is written.
    private let parts: [[Int32]]
    private let terms: [String]
    /// The entries of each word: the documents in order, twice as large, and odd where the word is weak.
    private let entries: [UInt32]
    private let starts: [Int]

    /// How many parts the index of so many documents has.
    static func partCount(_ documents: SearchDocuments) -> Int {
        var count = 1
        while count < 1024, count * 750 < documents.strikes.count + documents.people.count {
            count *= 2
        }
        return count
    }

    init(_ texts: SearchTexts) {
        var collector = Collector(texts)
        texts.visit { number, part, weight in
            collector.add(number, part, isWeak: weight == .weak)
        }
        terms = collector.terms
        (entries, starts) = collector.sorted()
        var parts = Array(
            repeating: [Int32](),
            count: SearchIndex.partCount(texts.documents)
        )
        for (number, term) in terms.enumerated() {
            parts[SearchIndex.part(of: term, among: parts.count)].append(Int32(number))
        }
        self.parts = parts
    }

    /// The part that holds a word, by the beginning of the word: three letters, or all but two characters of a word with
    /// digits, because the names of all records may begin with the same letters.
    static func part(of term: String, among count: Int) -> Int {
        var hash = ShortHash()
        hash.add(beginning(of: term))
        return Int(hash.value % UInt32(count))
    }

    private static func beginning(of term: String) -> Substring {
        let length = term.unicodeScalars.count
        let kept = term.utf8.contains { $0.isDigit } ? max(3, length - 2) : 3
        let scalars = term.unicodeScalars
        let end = scalars.index(scalars.startIndex, offsetBy: min(kept, length))
        return term[..<end]
    }

    /// A part as a script: each word with its strong and its weak documents.
    func script(ofPart part: Int, _ stamp: String) -> [UInt8] {
        let sorted = parts[part]
            .sorted {
                terms[Int($0)].utf8.lexicographicallyPrecedes(terms[Int($1)].utf8)
            }
        return SearchScript.part("t\(part)", stamp) { writer in
            writer.object { writer in
                for number in sorted {
                    writer.member(terms[Int(number)], postings(of: Int(number)))
                }
            }
        }
    }

    private func postings(of term: Int) -> String {
        var strong: [Int] = []
        var weak: [Int] = []
        for entry in entries[starts[term]..<starts[term + 1]] {
            let document = Int(entry >> 1)
            if entry & 1 == 0 {
                if strong.last != document { strong.append(document) }
            } else if weak.last != document, strong.last != document {
                weak.append(document)
            }
        }
        let text = SearchMarks.text(ofIncreasing: strong)
        return weak.isEmpty ? text : text + " " + SearchMarks.text(ofIncreasing: weak)
    }

    /// Collects the words of texts.
    private struct Collector {
        private let texts: SearchTexts
        private(set) var terms: [String] = []
        private var numbers: [String: Int32] = [:]
        private var log: [(term: Int32, entry: UInt32)] = []
        // The words of what many documents share.
        private var common: [String: [Int32]] = [:]
        private var dates: [StrikeDate: [Int32]] = [:]
        private var names: [[Int32]?]
        private var areas: [[Int32]?]

        init(_ texts: SearchTexts) {
            self.texts = texts
            names = Array(repeating: nil, count: texts.documents.strikes.count)
            areas = names
        }

        mutating func add(_ document: Int, _ part: SearchTexts.Part, isWeak: Bool) {
            let entry = UInt32(document) << 1 | (isWeak ? 1 : 0)
            for term in words(of: part) { log.append((term, entry)) }
        }

        private mutating func words(of part: SearchTexts.Part) -> [Int32] {
            switch part {
            case .text(let text): return words(of: text)
            case .common(let text): return commonWords(of: text)
            case .names(let strike):
                if let known = names[strike] { return known }
                let words = texts.names(ofStrike: strike).flatMap { commonWords(of: $0) }
                names[strike] = words
                return words
            case .areas(let strike):
                if let known = areas[strike] { return known }
                let words = texts.areas(ofStrike: strike).flatMap { commonWords(of: $0) }
                areas[strike] = words
                return words
            case .date(let date):
                if let known = dates[date] { return known }
                let words = texts.texts(of: date).flatMap { self.words(of: $0) }
                dates[date] = words
                return words
            }
        }

        private mutating func commonWords(of text: String) -> [Int32] {
            if let known = common[text] { return known }
            let words = words(of: text)
            common[text] = words
            return words
        }

        private mutating func words(of text: String) -> [Int32] {
            if text.isEmpty { return [] }
            return SearchFolding.terms(of: text)
                .map { term in
                    if let known = numbers[term] { return known }
                    let number = Int32(terms.count)
                    numbers[term] = number
                    terms.append(term)
                    return number
                }
        }

        /// The entries by word, in the order in which they were added, and where those of each word begin.
        func sorted() -> (entries: [UInt32], starts: [Int]) {
            var starts = Array(repeating: 0, count: terms.count + 1)
            for event in log { starts[Int(event.term) + 1] += 1 }
            for term in terms.indices { starts[term + 1] += starts[term] }
            var next = starts
            var entries = Array(repeating: UInt32(0), count: log.count)
            for event in log {
                entries[next[Int(event.term)]] = event.entry
                next[Int(event.term)] += 1
            }
            return (entries, starts)
        }
    }
}

/// Numbers as marks: neither letters nor digits, so that no row of numbers reads as a name or a telephone number.
enum SearchMarks {
    /// The last mark of a number, and the marks before it; there are fourteen of each.
    static let last = Array("!#$%&()*+,-./:".utf8)
    static let more = Array(";<=>?@[]^_{|}`".utf8)
    /// It stands before how many numbers follow that are each one more than the number before.
    static let run = UInt8(ascii: "~")

    /// Appends a number from 0.
    static func append(_ number: Int, to bytes: inout [UInt8]) {
        let base = last.count
        if number >= base { appendHead(number / base, to: &bytes) }
        bytes.append(last[number % base])
    }

    private static func appendHead(_ number: Int, to bytes: inout [UInt8]) {
        let base = more.count
        if number >= base { appendHead(number / base, to: &bytes) }
        bytes.append(more[number % base])
    }

    /// Increasing numbers, each as the distance from the one before.
    static func text(ofIncreasing numbers: [Int]) -> String {
        var bytes: [UInt8] = []
        var before = -1
        var offset = 0
        while offset < numbers.count {
            append(numbers[offset] - before - 1, to: &bytes)
            var end = offset + 1
            while end < numbers.count, numbers[end] == numbers[end - 1] + 1 { end += 1 }
            if end - offset > 3 {
                bytes.append(run)
                append(end - offset - 1, to: &bytes)
            } else {
                end = offset + 1
            }
            before = numbers[end - 1]
            offset = end
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Numbers, one after the other.
    static func text(of numbers: some Sequence<Int>) -> String {
        var bytes: [UInt8] = []
        for number in numbers { append(number, to: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A part of the index as a script, which works from a disk too: `recountPart("t3","5f2ac01e",{…});`.
enum SearchScript {
    /// A script that hands a value to `search.js`; parts with different stamps do not belong together.
    static func part(
        _ name: String,
        _ stamp: String,
        _ body: (inout JSONWriter) -> Void
    ) -> [UInt8] {
        var writer = JSONWriter(.compact)
        body(&writer)
        return Array("recountPart(\"\(name)\",\"\(stamp)\",".utf8) + writer.finished()
            + Array(");\n".utf8)
    }
}
