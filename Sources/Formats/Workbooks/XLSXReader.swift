// A sheet of an Excel workbook as a table, so that `data/strikes.xlsx` works wherever
// `data/strikes.csv` does, with the same texts in its cells. Lines and columns of places are the numbers
// of rows and columns in the sheet.

import Diagnostics
import Text

/// Reads one sheet of an `.xlsx` workbook into a ``Table``.
public enum XLSXReader {
    /// The largest file that is read, in bytes.
    public static let sizeLimit = 256 << 20

    /// Reads a sheet, by default the first that is visible; `nil` when there is no table, which is reported then.
    ///
    /// Hidden rows are left out and reported unless hidden cells are included. `published` names the columns that
    /// must not be hidden, and of which alone messages show cells; `nil` stands for all.
    public static func read(
        _ bytes: [UInt8],
        file: String,
        sheet: String? = nil,
        includesHidden: Bool = false,
        published: Set<String>? = nil,
        log: inout DiagnosticLog
    ) -> Table? {
        var mistakes = CappedLog()
        defer { mistakes.flush(into: &log) }
        do {
            try checkKind(bytes)
            let archive = try ZipArchive(bytes)
            let workbook = try Workbook(archive)
            guard let chosen = choose(sheet, workbook, file, &mistakes) else { return nil }
            guard let part = try archive.part(chosen.part) else {
                throw ZipArchive.Damage(reason: "the sheet “\(chosen.name)” is missing")
            }
            var table = SheetTable(file: file, includesHidden: includesHidden, published: published)
            var scan = SheetScan(part, workbook)
            while let row = try scan.next() { try table.append(row, &mistakes) }
            return try table.finish(
                scan.merges,
                hidden: scan.hiddenColumns,
                chosen.name,
                &mistakes
            )
        } catch {
            let reason = (error as? ZipArchive.Damage)?.reason ?? "it holds damaged XML"
            mistakes.report(
                .workbookUnreadable,
                at: SourceLocation(file: file),
                "the workbook cannot be read: \(reason)",
                suggestion:
                    "Open it in a spreadsheet program and save it as .xlsx, or as CSV UTF-8."
            )
            return nil
        }
    }

    /// A sheet that can be seen, and how much it holds.
    public struct SheetSize: Sendable, Equatable {
        /// The sheet's name.
        public let name: String
        /// How many rows hold something.
        public let rows: Int
        /// How many cells the longest row has.
        public let columns: Int
    }

    /// The visible sheets of a workbook with their sizes; empty when it cannot be read.
    public static func sheets(_ bytes: [UInt8]) -> [SheetSize] {
        guard FileKind(bytes) == .workbook, bytes.count <= sizeLimit,
            let archive = try? ZipArchive(bytes), let workbook = try? Workbook(archive)
        else { return [] }
        return workbook.sheets.filter { !$0.isHidden }
            .map { sheet in
                var rows = 0
                var columns = 0
                if let part = try? archive.part(sheet.part) {
                    var scan = SheetScan(part, workbook)
                    while let row = try? scan.next() {
                        rows += 1
                        columns = max(columns, row.cells.count)
                    }
                }
                return SheetSize(name: sheet.name, rows: rows, columns: columns)
            }
    }

    private static func checkKind(_ bytes: [UInt8]) throws {
        guard bytes.count <= sizeLimit else {
            throw ZipArchive.Damage(
                reason: "it has \(bytes.count) bytes; at most \(sizeLimit) are read"
            )
        }
        switch FileKind(bytes) {
        case .workbook: return
        case .oldOffice:
            // A protected workbook is wrapped in the old format, under a name in UTF-16.
            let name = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
            let isProtected = bytes.withUnsafeBytes { bytes in
                name.withUnsafeBytes { bytes.holds($0) }
            }
            throw ZipArchive.Damage(
                reason: isProtected
                    ? "it is protected by a password" : "it is in the old Excel format (.xls)"
            )
        case .utf16, nil: throw ZipArchive.Damage(reason: "it is not an Excel workbook")
        }
    }

    private static func choose(
        _ wanted: String?,
        _ workbook: Workbook,
        _ file: String,
        _ log: inout CappedLog
    ) -> Workbook.Sheet? {
        let names = workbook.sheets.map(\.name)
        if let wanted {
            if let sheet = workbook.sheets.first(where: { $0.name == wanted }) { return sheet }
            log.report(
                .noSuchSheet,
                at: SourceLocation(file: file),
                "the workbook has no sheet “\(wanted)”",
                suggestion: Spelling.question(wanted, names)
                    ?? "Its sheets: \(names.joined(separator: ", "))."
            )
            return nil
        }
        let visible = workbook.sheets.filter { !$0.isHidden }
        guard let first = visible.first ?? workbook.sheets.first else {
            log.report(
                .noSuchSheet,
                at: SourceLocation(file: file),
                "the workbook has no sheet"
            )
            return nil
        }
        if visible.count > 1 {
            let others = visible.dropFirst().map { "“\($0.name)”" }.joined(separator: ", ")
            log.report(
                .otherSheets,
                at: SourceLocation(file: file),
                "only the sheet “\(first.name)” is read, not \(others)",
                suggestion:
                    "Name the sheet in the codebook, dialect: {sheet: \"\(first.name)\"}, or with --sheet "
                    + "for recount new; or move the others to another file."
            )
        }
        return first
    }
}
