import Foundation
import Testing

/// An author's mistake and the exact messages about it, in one file.
///
/// `Tests/README.md` describes the format. The tests of a room process ``files`` and pass the printed
/// messages to ``expect(_:)``.
public struct MessageCase: Sendable, CustomTestStringConvertible {
    /// The file's name without its extension: the rule, and after a `+` what distinguishes the case.
    public let name: String
    /// The files of the base, with those of the case added or replaced.
    public let files: [CaseFile]
    /// The expected messages; `nil` while none have been accepted.
    public let expected: String?

    private let place: URL
    private let input: String

    /// The name, which identifies a failing test.
    public var testDescription: String { name }

    /// The rule that the case is named after.
    public var rule: String { String(name.prefix { $0 != "+" }) }

    /// The text of each file, by its path.
    public var texts: [String: String] {
        let pairs = files.compactMap { file in file.text.map { (file.path, $0) } }
        return Dictionary(pairs) { $1 }
    }

    /// Reads a case, whose files are added to those of the base.
    ///
    /// Throws when the text does not have the format.
    init(_ place: URL, over base: [CaseFile]) throws {
        let text = try String(contentsOf: place, encoding: .utf8)
        let parts = text.components(separatedBy: MessageCase.heading)
        guard parts.count <= 2 else { throw CaseFault("\(place.path) has messages twice") }
        let hasMessages = parts.count == 2
        self.place = place
        name = place.deletingPathExtension().lastPathComponent
        input = hasMessages || !text.hasSuffix("\n") ? parts[0] : String(text.dropLast())
        expected = hasMessages ? parts[1] : nil
        let own = try CaseFile.read(input, in: place.path)
        let paths = Set(own.map(\.path))
        files = (base.filter { !paths.contains($0.path) } + own).filter { $0.kind != .deleted }
    }

    private static let heading = "\n-- messages --\n"

    /// Compares the printed messages, without a blank line at their end, with the expected ones.
    ///
    /// A difference is reported at its line of the case. With `RECOUNT_ACCEPT=1` the expected messages
    /// are replaced instead; read the diff before you commit it.
    public func expect(_ printed: String) throws {
        let found = printed.hasSuffix("\n\n") ? String(printed.dropLast()) : printed
        if Package.isAccepting {
            if found != expected {
                try Data((input + MessageCase.heading + found).utf8).write(to: place)
            }
            return
        }
        guard let expected else {
            report("has no messages yet; RECOUNT_ACCEPT=1 writes them", line: 1)
            return
        }
        if !found.utf8.elementsEqual(expected.utf8) {
            let difference = LineDifference(expected: expected, found: found)
            let above = (input + MessageCase.heading).count { $0 == "\n" }
            report(
                "what is printed differs (- expected, + printed):\n\(difference.text)",
                line: above + difference.firstLine
            )
        } else if name != MessageCases.base, !expected.contains("[\(rule)]\n") {
            report("is named after a rule that its messages do not contain", line: 1)
        }
    }

    private func report(_ fault: String, line: Int) {
        Issue.record(
            "\(name): \(fault)",
            sourceLocation: SourceLocation(
                fileID: "Messages/\(place.lastPathComponent)",
                filePath: place.path,
                line: line,
                column: 1
            )
        )
    }
}

/// A mistake in the text of a case.
struct CaseFault: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
