// A strict JSON parser (RFC 8259) with places. Foundation's reports neither where a value is nor that
// a key is repeated, and turns 3 and 3.0 into the same number.

import Diagnostics
import Text

/// Reads JSON into a ``JSONDocument``.
public enum JSONReader {
    /// The largest file that is read, in bytes.
    public static let sizeLimit = 1 << 30

    /// Reads a file's bytes; `nil` when they are no JSON, which is reported then, of a table without
    /// its texts.
    package static func read(
        _ bytes: [UInt8],
        file: String,
        isTable: Bool = false,
        publicCells: PublicCells? = nil,
        log: inout DiagnosticLog
    ) -> JSONDocument? {
        var mistakes = CappedLog()
        defer { mistakes.flush(into: &log) }
        guard bytes.count <= sizeLimit else {
            mistakes.report(
                .fileTooLarge,
                at: SourceLocation(file: file),
                "the file has \(bytes.count) bytes; at most \(sizeLimit) are read"
            )
            return nil
        }
        let source = SourceText(
            file: file,
            bytes: bytes,
            isTable: isTable,
            publicCells: publicCells
        )
        guard TextEncoding.check(source, &mistakes), !mistakes.hasErrors else { return nil }
        let text = IndexedText(source)
        do {
            let (document, repeated) = try JSONParser.parse(text)
            for key in repeated { report(key, text, &mistakes) }
            return document
        } catch {
            report(error, text, &mistakes)
            return nil
        }
    }

    private static func report(_ mistake: JSONMistake, _ text: IndexedText, _ log: inout CappedLog)
    {
        log.report(
            mistake.kind == .nesting ? .nestingTooDeep : .jsonSyntax,
            at: text.location(mistake.offset),
            mistake.message,
            excerpt: text.source.excerpt(mistake.offset, mistake.offset + mistake.length),
            suggestion: mistake.suggestion
        )
    }

    private static func report(
        _ repeated: JSONParser.RepeatedKey,
        _ text: IndexedText,
        _ log: inout CappedLog
    ) {
        log.report(
            .jsonKeyRepeated,
            at: text.location(repeated.span.lowerBound),
            "the key “\(repeated.key)” is given twice in one object",
            excerpt: text.source.excerpt(repeated.span.lowerBound, repeated.span.upperBound),
            suggestion: "It stands on line \(text.location(repeated.first).line) already. "
                + "Delete one of the two."
        )
    }
}
