// A strict JSON parser (RFC 8259) with places. Foundation's tells neither where a value stands nor that
// a key is repeated, and turns 3 and 3.0 into the same number.

import Diagnostics

/// Reads JSON into a ``JSONDocument``.
public enum JSONReader {
    /// The largest file that is read, in bytes.
    public static let sizeLimit = 1 << 30
    /// How deep lists and objects may be nested.
    public static let depthLimit = 100

    /// Reads a file's bytes; `nil` when they are no JSON, which is reported then, of a table without
    /// its texts.
    public static func read(
        _ bytes: [UInt8],
        file: String,
        isTable: Bool = false,
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
        let source = SourceText(file: file, bytes: bytes, isTable: isTable)
        guard TextEncoding.check(source, &mistakes), !mistakes.hasErrors else { return nil }
        var parser = JSONParser(text: IndexedText(source))
        do {
            let root = try parser.document()
            parser.reportRepeatedKeys(&mistakes)
            return JSONDocument(file: file, root: root, text: parser.text)
        } catch {
            parser.report(error, &mistakes)
            return nil
        }
    }
}
