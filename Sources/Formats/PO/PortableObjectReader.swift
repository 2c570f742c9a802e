// Reads PO files as translators' tools save them: with wrapped lines, comments of their own and obsolete entries.

import Diagnostics

/// Reads a PO file line by line; what cannot be read is collected.
package struct PortableObjectReader {
    private let file: String
    private var object = PortableObject()
    private var mistakes: [PortableObject.Mistake] = []
    private var entry = PortableObject.Entry(context: "", original: "")
    private var field = Field.none
    private var number = 0

    /// The part of an entry to which the next text belongs.
    private enum Field {
        case none, context, original, translation
    }

    /// Reads a text; `file` is its name in messages.
    package static func read(
        _ text: String,
        file: String
    ) -> (object: PortableObject, mistakes: [PortableObject.Mistake]) {
        var reader = PortableObjectReader(file: file)
        var text = text[...]
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        let lines = text.split(
            omittingEmptySubsequences: false,
            whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        )
        for line in lines { reader.read(String(line)) }
        reader.finish()
        return (reader.object, reader.mistakes)
    }

    private init(file: String) { self.file = file }

    private mutating func read(_ line: String) {
        number += 1
        let rest = line.drop { $0 == " " || $0 == "\t" }
        if rest.isEmpty { return }
        if rest.hasPrefix("#") {
            if field == .translation { finish() }
            if rest.hasPrefix("#,") {
                let flags = rest.dropFirst(2).split(separator: ",")
                    .map { $0.filter { $0 != " " } }
                if flags.contains("fuzzy") { entry.isFuzzy = true }
            }
            return
        }
        if rest.hasPrefix("\"") { return append(rest, of: line) }
        let keyword = rest.prefix { !$0.isWhitespace && $0 != "\"" }
        let value = rest.dropFirst(keyword.count).drop { $0 == " " || $0 == "\t" }
        switch keyword {
        case "msgctxt":
            if field == .translation { finish() }
            field = .context
        case "msgid":
            if field == .translation { finish() }
            field = .original
        case "msgstr":
            field = .translation
            let column = line.count - value.count + 2
            entry.location = SourceLocation(file: file, line: number, column: column)
            entry.excerpt = Excerpt(
                line,
                start: column - 1,
                length: max(1, value.count - 2)
            )
        default:
            field = .none
            let isPlural = keyword == "msgid_plural" || keyword.hasPrefix("msgstr[")
            return report(
                line,
                at: rest,
                isPlural
                    ? "entries with plurals of gettext are not read: Recount has an entry for each form"
                    : "a line begins with msgctxt, msgid, msgstr, “#” or a quotation mark"
            )
        }
        append(value, of: line)
    }

    /// Adds a text in quotation marks to the part of the entry that is being read.
    private mutating func append(_ quoted: Substring, of line: String) {
        guard field != .none else {
            return report(line, at: quoted, "this text follows no msgctxt, msgid or msgstr")
        }
        guard let text = PortableObjectReader.unquoted(quoted) else {
            return report(
                line,
                at: quoted,
                "a text stands between two quotation marks, with “\\\"” for one inside it"
            )
        }
        switch field {
        case .context: entry.context += text
        case .original: entry.original += text
        case .translation:
            entry.translation += text
            entry.lines.append(line)
        case .none: break
        }
    }

    /// A text without its quotation marks and escapes; `nil` when it is not written as one.
    private static func unquoted(_ quoted: Substring) -> String? {
        var scalars = quoted.unicodeScalars
        while let last = scalars.last, last == " " || last == "\t" { scalars.removeLast() }
        guard scalars.count >= 2, scalars.first == "\"", scalars.last == "\"" else { return nil }
        var text = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in scalars.dropFirst().dropLast() {
            if !isEscaped {
                if scalar == "\\" {
                    isEscaped = true
                    continue
                }
                if scalar == "\"" { return nil }
                text.append(scalar)
                continue
            }
            isEscaped = false
            switch scalar {
            case "n": text.append("\n")
            case "r": text.append("\r")
            case "t": text.append("\t")
            case "\\", "\"": text.append(scalar)
            default: return nil
            }
        }
        return isEscaped ? nil : String(text)
    }

    private mutating func finish() {
        if field == .translation {
            if entry.context.isEmpty, entry.original.isEmpty {
                readHeader(entry.translation)
            } else {
                object.entries.append(entry)
            }
        }
        entry = PortableObject.Entry(context: "", original: "")
        field = .none
    }

    private mutating func readHeader(_ text: String) {
        for line in text.split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            object.header.append((String(line[..<colon]), String(value)))
        }
    }

    private mutating func report(_ line: String, at rest: Substring, _ message: String) {
        let start = line.count - rest.count
        mistakes.append(
            PortableObject.Mistake(
                message: message,
                location: SourceLocation(file: file, line: number, column: start + 1),
                excerpt: Excerpt(line, start: start, length: max(1, rest.count))
            )
        )
    }
}
