// The contents of a printed report name the page on which each part begins. Chromium counts pages only while it lays the
// document out, so the numbers are read from its first PDF and stand in the second one.

/// The pages on which the destinations of a PDF stand.
///
/// It reads a document as Chromium writes it: a plain table of objects, and a dictionary of destinations.
struct PDFPageNumbers {
    private let bytes: [UInt8]
    /// Where each object begins, by its number.
    private var offsets: [Int] = []
    private var pages: [Int: Int] = [:]
    private(set) var destinations: [String: Int] = [:]

    /// The numbers in a PDF; `nil` where it is written in another form.
    init?(_ bytes: [UInt8]) {
        self.bytes = bytes
        guard let trailer = readTable(),
            let root = PDFPageNumbers.reference("/Root", in: trailer).flatMap(object),
            let tree = PDFPageNumbers.reference("/Pages", in: root),
            let list = PDFPageNumbers.reference("/Dests", in: root).flatMap(object),
            readPages(below: tree, depth: 0)
        else { return nil }
        for (place, name) in list.enumerated() where name.hasPrefix("/") && place + 1 < list.count {
            if let page = Int(list[place + 1]).flatMap({ pages[$0] }) {
                destinations[String(name.dropFirst())] = page
            }
        }
        if destinations.isEmpty { return nil }
    }

    /// Reads where objects begin; returns the words of the trailer.
    private mutating func readTable() -> [Substring]? {
        let end = words(from: max(bytes.count - 64, 0), to: bytes.count)
        guard let mark = end.firstIndex(of: "startxref"), mark + 1 < end.count,
            let start = Int(end[mark + 1]), bytes.indices.contains(start)
        else { return nil }
        let table = words(from: start, to: bytes.count)
        guard table.count > 3, table[0] == "xref", table[1] == "0", let count = Int(table[2]),
            count > 0, table.count > 3 + 3 * count, table[3 + 3 * count] == "trailer"
        else { return nil }
        offsets = (0..<count).map { Int(table[3 + 3 * $0]) ?? 0 }
        return Array(table[(3 + 3 * count)...])
    }

    /// Numbers the pages in their order; whether the tree is as expected.
    private mutating func readPages(below node: Int, depth: Int) -> Bool {
        guard depth < 32, let words = object(node) else { return false }
        guard let start = words.firstIndex(of: "/Kids") else {
            pages[node] = pages.count + 1
            return true
        }
        var place = start + 1
        while place + 2 < words.count, words[place + 2] == "R", let kid = Int(words[place]) {
            if !readPages(below: kid, depth: depth + 1) { return false }
            place += 3
        }
        return true
    }

    /// The words of an object that is no stream.
    private func object(_ number: Int) -> [Substring]? {
        guard offsets.indices.contains(number), bytes.indices.contains(offsets[number]) else {
            return nil
        }
        let start = offsets[number]
        let mark = Array("endobj".utf8)
        guard let end = bytes[start...].firstRange(of: mark)?.lowerBound else { return nil }
        return words(from: start, to: end)
    }

    private func words(from start: Int, to end: Int) -> [Substring] {
        String(decoding: bytes[start..<end], as: UTF8.self)
            .split { $0.isWhitespace || "[]<>".contains($0) }
    }

    private static func reference(_ name: Substring, in words: [Substring]) -> Int? {
        guard let place = words.firstIndex(of: name), place + 3 < words.count,
            words[place + 3] == "R"
        else { return nil }
        return Int(words[place + 1])
    }
}
