// Words from short lists, names and addresses. A word that is not on its list is rejected, and the message shows
// the list: a misspelled grading would silently remove its strike from every total.

import Diagnostics
import Formats
import Records
import Text

extension CellReader {
    /// The key of the site's grading that a cell names by key or label.
    mutating func grading(_ cell: Cell, _ row: Int, _ known: KnownWords) -> CellOutcome<String> {
        let written = key(cell, row)
        switch written {
        case .wrong: return .wrong
        case .blank:
            if known.isEmpty { return .blank }
            report(
                .gradingMissing,
                row,
                cell,
                "the strike has no grading, so it enters no total",
                "The gradings: \(known.list)."
            )
            return .wrong
        case .read(let key):
            if let found = known.key(key) { return .read(found) }
            report(
                .gradingUnknown,
                row,
                cell,
                "\(quoted(cell, row)) is not among the site’s gradings",
                known.suggestion(key, "gradings")
            )
            return written
        }
    }

    /// The key of the military's verdict that a cell names by key or label.
    mutating func assessment(
        _ cell: Cell,
        _ row: Int,
        _ known: KnownWords
    ) -> CellOutcome<String> {
        let written = key(cell, row)
        guard case .read(let key) = written else { return written }
        if let found = known.key(key) { return .read(found) }
        report(
            .assessmentUnknown,
            row,
            cell,
            "\(quoted(cell, row)) is not among the site’s military assessments",
            known.suggestion(key, "military_assessments")
        )
        return written
    }

    /// One of the model's own words, such as a claim's position.
    mutating func word(_ cell: Cell, _ row: Int, _ known: ModelWords) -> CellOutcome<String> {
        let written = key(cell, row)
        guard case .read(let key) = written else { return written }
        if let word = known.word(key), !isContested(key, cell, known) { return .read(word) }
        let advice = known.advice(key, written: cell.written(records.table, row).shortened())
        if known.isOpen {
            report(
                .wordUnlisted,
                row,
                cell,
                "\(quoted(cell, row)) is no \(known.what), and is published as it is",
                advice
            )
            return written
        }
        report(
            .wordUnknown,
            row,
            cell,
            "\(quoted(cell, row)) is no \(known.what)",
            advice
        )
        return .wrong
    }

    /// Whether the codebook gives a meaning to a word beside which this one means something else.
    private func isContested(_ key: String, _ cell: Cell, _ known: ModelWords) -> Bool {
        guard let other = known.contested[key] else { return false }
        return cell.schema.field.values.contains { Key.of($0.key) == other }
    }

    /// An http or https address.
    mutating func url(_ cell: Cell, _ row: Int) -> CellOutcome<String> {
        let found = outcome(cell, row) { (WebAddress.problem($0), CellBytes.text($0)) }
        switch found {
        case .blank: return .blank
        case .wrong: return .wrong
        case .read((nil, let address)): return .read(address)
        case .read((.scheme, _)):
            report(
                .urlScheme,
                row,
                cell,
                "\(quoted(cell, row)) is no http or https address",
                "Write the whole address, beginning with https://."
            )
        case .read((.form, _)):
            report(
                .urlInvalid,
                row,
                cell,
                "\(quoted(cell, row)) is no address that a browser can open",
                "One address a cell, without spaces (write %20) and quotes."
            )
        case .read((.user, _)):
            report(
                .urlInvalid,
                row,
                cell,
                "\(quoted(cell, row)) contains a user’s name or password",
                "Remove what stands before the @; every reader could see it."
            )
        case .read((.lookAlike(let host), _)):
            report(
                .urlInvalid,
                row,
                cell,
                "the host “\(host.shortened())” has letters that look like those of another name",
                "Copy the address of the page from the browser."
            )
        }
        return .wrong
    }

    /// A record's own name; a blank cell is a mistake too.
    mutating func id(_ cell: Cell, _ row: Int) -> CellOutcome<String> {
        let found = outcome(cell, row) { (RecordName.problem($0), CellBytes.text($0)) }
        switch found {
        case .wrong: return .wrong
        case .read((nil, let name)): return .read(name)
        case .blank:
            report(
                .idInvalid,
                row,
                cell,
                "the record has no \(cell.name)",
                "Give each its own."
            )
        case .read((let problem?, _)):
            report(
                .idInvalid,
                row,
                cell,
                "\(quoted(cell, row)) \(problem)",
                "It names a page: use letters, digits and hyphens."
            )
        }
        return .wrong
    }

    /// Ids in one cell, separated by semicolons.
    mutating func ids(_ cell: Cell, _ row: Int) -> [String] {
        (text(cell, row).value ?? "").split(separator: ";")
            .map { part in String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            }
            .filter { !$0.isEmpty }
    }
}

extension ModelWords {
    /// What to do about a word that is none of these.
    func advice(_ key: String, written: String) -> String {
        let list = "The words: \(words.joined(separator: ", "))."
        if let meaning = likely[key] {
            let other = contested.first { $0.value == key }?.key.uppercased()
            return list + " If it means \(meaning), say so in the codebook: "
                + "values: {\"\(written)\": \(meaning)}."
                + (other.map { " “\($0)” then needs a meaning too." } ?? "")
        }
        if words.contains(key) || synonyms[key] != nil {
            return "Say in the codebook what it means, under values, as for the other words."
        }
        return LookAlike.advice(key, words) ?? Spelling.question(key, words)
            ?? list + " A word of your own can be given its meaning in the codebook, under values."
    }
}

/// Words that the site defines, found by key or by label.
struct KnownWords: Sendable {
    private let keys: [String]
    private let byName: [String: String]

    init(_ words: [(key: String, label: String)]) {
        keys = words.map(\.key)
        byName = Dictionary(
            words.map { ($0.key, $0.key) } + words.map { (Key.of($0.label), $0.key) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    var isEmpty: Bool { keys.isEmpty }
    var list: String { keys.joined(separator: ", ") }

    /// The key that a word stands for; any word when the site defines none.
    func key(_ word: String) -> String? { isEmpty ? word : byName[word] }

    func suggestion(_ word: String, _ setting: String) -> String {
        LookAlike.advice(word, keys) ?? Spelling.question(word, keys)
            ?? "site.yaml lists under \(setting): \(list)."
    }
}

/// The names of records, which become the names of pages.
enum RecordName {
    /// Why some bytes cannot be a name, as the end of a sentence; `nil` when they can.
    static func problem(_ bytes: CellBytes.Bytes) -> String? {
        if bytes.count > 100 { return "is longer than 100 bytes" }
        if bytes.first == CellBytes.point { return "begins with a point" }
        var isASCII = true
        for byte in bytes {
            if byte < 0x20 || byte == 0x7F { return "holds a control character" }
            if byte == UInt8(ascii: "/") || byte == Byte.backslash { return "holds a slash" }
            if byte == UInt8(ascii: ";") { return "holds a semicolon, which separates ids" }
            if byte >= 0x80 { isASCII = false }
        }
        if isASCII { return nil }
        let hidden = CellBytes.text(bytes).unicodeScalars
            .contains { scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse: true
                default: false
                }
            }
        return hidden ? "holds an invisible character" : nil
    }
}
