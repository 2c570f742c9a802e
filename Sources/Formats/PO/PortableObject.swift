// Translators work with PO files, the format of GNU gettext, which Poedit, Weblate, Lokalize and others open.

import Diagnostics

/// A PO file: texts, each with its translation into one language.
package struct PortableObject: Sendable {
    /// A text with its translation.
    package struct Entry: Sendable {
        /// Where the text stands, `msgctxt`; no two entries have the same.
        package var context: String
        /// The text to translate, `msgid`.
        package var original: String
        /// The translation, `msgstr`; empty when there is none.
        package var translation = ""
        /// Whether somebody must look at the translation again.
        package var isFuzzy = false
        /// What translators should know, one line each.
        package var notes: [String] = []
        /// The file and line of the text, as in `content/overview.md:12`.
        package var reference = ""
        /// Where the translation begins in the file that was read.
        package var location = SourceLocation(file: "")
        /// The line on which it begins.
        package var excerpt: Excerpt?
        /// The lines of the translation in the file, from its first.
        package var lines: [String] = []

        /// Makes an entry without a translation.
        package init(context: String, original: String) {
            self.context = context
            self.original = original
        }
    }

    /// What does not follow the format, and where.
    package struct Mistake: Sendable {
        /// The mistake as a sentence.
        package let message: String
        /// The place.
        package let location: SourceLocation
        /// The line.
        package let excerpt: Excerpt
    }

    /// What the head says of the whole file, such as `Language: ar`.
    package var header: [(key: String, value: String)] = []
    /// The texts, in the order of the file.
    package var entries: [Entry] = []

    /// Makes an empty file.
    package init() {}

    /// A value of the head; `nil` when it is missing.
    package func header(_ key: String) -> String? {
        header.first { $0.key.lowercased() == key.lowercased() }?.value
    }
}

// MARK: - Writing

extension PortableObject {
    /// The file as text.
    package var text: String {
        var text = "msgid \"\"\nmsgstr \"\"\n"
        for (key, value) in header { text += PortableObject.quoted("\(key): \(value)\n") + "\n" }
        for entry in entries {
            text += "\n"
            for note in entry.notes { text += "#. \(note)\n" }
            if !entry.reference.isEmpty { text += "#: \(entry.reference)\n" }
            if entry.isFuzzy { text += "#, fuzzy\n" }
            text += PortableObject.field("msgctxt", entry.context)
            text += PortableObject.field("msgid", entry.original)
            text += PortableObject.field("msgstr", entry.translation)
        }
        return text
    }

    /// A keyword with its text: on the same line if it is one line, and otherwise line by line below.
    private static func field(_ keyword: String, _ text: String) -> String {
        guard text.unicodeScalars.contains("\n") else { return "\(keyword) \(quoted(text))\n" }
        var lines: [String] = [""]
        for scalar in text.unicodeScalars {
            lines[lines.count - 1].unicodeScalars.append(scalar)
            if scalar == "\n" { lines.append("") }
        }
        return "\(keyword) \"\"\n"
            + lines.filter { !$0.isEmpty }.map { quoted($0) + "\n" }.joined()
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": quoted += "\\\\"
            case "\"": quoted += "\\\""
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
