// The parts of a workbook outside its sheets: which sheets there are, the texts that all sheets
// share, and which number formats mean dates and times.

/// A workbook's sheets, shared texts and formats.
struct Workbook {
    /// A sheet as the workbook lists it.
    struct Sheet {
        let name: String
        let isHidden: Bool
        let part: String
    }

    let sheets: [Sheet]
    let texts: [String]
    /// What a number means, by the number of a cell's style.
    let formats: [NumberFormat]
    /// Whether days are counted from 1904, as old Macintosh programs did.
    let countsFrom1904: Bool

    init(_ archive: ZipArchive) throws {
        let main = try Workbook.relations(archive, of: "")
            .first {
                $0.kind.hasSuffix("/officeDocument")
            }
        let path = main?.target ?? "xl/workbook.xml"
        guard let bytes = try archive.part(path) else {
            throw ZipArchive.Damage(reason: Workbook.reasonWithoutSheets(archive))
        }
        let relations = try Workbook.relations(archive, of: path)
        var sheets: [Sheet] = []
        var countsFrom1904 = false
        var scanner = XMLScanner(bytes)
        while let token = try scanner.next() {
            guard token == .start else { continue }
            if scanner.isNamed("workbookPr") {
                let date1904 = try scanner.attribute("date1904")
                countsFrom1904 = date1904 == "1" || date1904 == "true"
            } else if scanner.isNamed("sheet"), let name = try scanner.attribute("name"),
                let id = try scanner.attribute("id"),
                let relation = relations.first(where: { $0.id == id }),
                relation.kind.hasSuffix("/worksheet")
            {
                let state = try scanner.attribute("state")
                let isHidden = state == "hidden" || state == "veryHidden"
                sheets.append(Sheet(name: name, isHidden: isHidden, part: relation.target))
            }
        }
        self.sheets = sheets
        self.countsFrom1904 = countsFrom1904
        let strings = relations.first { $0.kind.hasSuffix("/sharedStrings") }
        texts = try Workbook.texts(try strings.flatMap { try archive.part($0.target) } ?? [])
        let styles = relations.first { $0.kind.hasSuffix("/styles") }
        formats = try Workbook.formats(try styles.flatMap { try archive.part($0.target) } ?? [])
    }

    private struct Relation {
        let id: String
        let kind: String
        let target: String
    }

    /// The parts that a part refers to; the archive itself has the path "".
    private static func relations(_ archive: ZipArchive, of path: String) throws -> [Relation] {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { String(path[...$0]) } ?? ""
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        guard let bytes = try archive.part("\(folder)_rels/\(name).rels") else { return [] }
        var relations: [Relation] = []
        var scanner = XMLScanner(bytes)
        while let token = try scanner.next() {
            guard token == .start, scanner.isNamed("Relationship"),
                let id = try scanner.attribute("Id"),
                let kind = try scanner.attribute("Type"),
                let target = try scanner.attribute("Target")
            else { continue }
            relations.append(Relation(id: id, kind: kind, target: resolved(target, in: folder)))
        }
        return relations
    }

    private static func resolved(_ target: String, in folder: String) -> String {
        if target.hasPrefix("/") { return String(target.dropFirst()) }
        var parts = folder.split(separator: "/")
        for part in target.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }

    private static func reasonWithoutSheets(_ archive: ZipArchive) -> String {
        if archive.names.contains("content.xml") {
            return "it is an OpenDocument file; save it as .xlsx or as CSV UTF-8"
        }
        if archive.names.contains("xl/workbook.bin") {
            return "it is a binary workbook (.xlsb); save it as .xlsx"
        }
        return "it is a ZIP archive without a workbook in it"
    }

    /// The shared texts; pronunciation aids inside them are left out.
    private static func texts(_ bytes: [UInt8]) throws -> [String] {
        var texts: [String] = []
        var scanner = XMLScanner(bytes)
        while let token = try scanner.next() {
            if token == .start, scanner.isNamed("si") {
                texts.append(try scanner.richText(until: "si"))
            }
        }
        return texts
    }

    private static func formats(_ bytes: [UInt8]) throws -> [NumberFormat] {
        var codes: [Int: String] = [:]
        var formats: [NumberFormat] = []
        var isInCells = false
        var scanner = XMLScanner(bytes)
        while let token = try scanner.next() {
            if scanner.isNamed("cellXfs") { isInCells = token == .start }
            guard token == .start else { continue }
            if scanner.isNamed("numFmt"),
                let id = try scanner.attribute("numFmtId").flatMap({ Int($0) })
            {
                codes[id] = try scanner.attribute("formatCode") ?? ""
            } else if isInCells, scanner.isNamed("xf") {
                let id = try scanner.attribute("numFmtId").flatMap { Int($0) } ?? 0
                formats.append(
                    codes[id].map { NumberFormat(code: $0) } ?? NumberFormat(builtIn: id)
                )
            }
        }
        return formats
    }
}

extension XMLScanner {
    /// The text of all `t` elements up to the end of an element, without pronunciation aids.
    mutating func richText(until end: StaticString) throws -> String {
        var text = ""
        var isText = false
        var isAid = false
        while let token = try next() {
            switch token {
            case .start:
                if isNamed("t") { isText = true }
                if isNamed("rPh") { isAid = true }
            case .end:
                if isNamed("t") { isText = false }
                if isNamed("rPh") { isAid = false }
                if isNamed(end) { return Workbook.unescaped(text) }
            case .text:
                if isText, !isAid { text += try self.text() }
            }
        }
        return Workbook.unescaped(text)
    }
}

extension Workbook {
    /// Resolves `_x000D_`, as workbooks write characters that XML does not allow.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let end = index + 7
            if bytes[index] == UInt8(ascii: "_"), end <= bytes.count - 0, end - 1 < bytes.count,
                bytes[index + 1] == UInt8(ascii: "x"), bytes[end - 1] == UInt8(ascii: "_"),
                let value = UInt32(
                    String(decoding: bytes[index + 2..<end - 1], as: UTF8.self),
                    radix: 16
                ),
                let scalar = UnicodeScalar(value), value != 0
            {
                result += Array(String(scalar).utf8)
                index = end
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
