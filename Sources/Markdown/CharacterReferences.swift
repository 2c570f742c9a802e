// “&eacute;” and “&#233;” in an author’s HTML. The library knows the names of all of them.

import Text

/// Resolves the character references of HTML.
enum CharacterReferences {
    /// A text with its references resolved; what is none stays as it is.
    static func resolved(_ bytes: ArraySlice<UInt8>) -> String {
        var text = ""
        forEach(in: bytes) {
            text += $0
            _ = $1
        }
        return text
    }

    /// Calls a closure for each stretch of a text in order, with the offset at which it begins: as written, or
    /// what a reference stands for.
    static func forEach(in bytes: ArraySlice<UInt8>, _ body: (String, Int) -> Void) {
        var start = bytes.startIndex
        var index = bytes.startIndex
        while let found = bytes[index...].firstIndex(of: UInt8(ascii: "&")) {
            index = found + 1
            guard let end = end(bytes, found), let text = text(bytes[found...end]) else { continue }
            if found > start { body(String(decoding: bytes[start..<found], as: UTF8.self), start) }
            body(text, found)
            start = end + 1
            index = start
        }
        if start < bytes.endIndex { body(String(decoding: bytes[start...], as: UTF8.self), start) }
    }

    /// The semicolon of the reference that may begin at an ampersand; `nil` if it cannot be one.
    static func end(_ bytes: ArraySlice<UInt8>, _ start: Int) -> Int? {
        var index = start + 1
        while index < bytes.endIndex, index - start < 34 {
            if bytes[index] == UInt8(ascii: ";") { return index > start + 1 ? index : nil }
            guard bytes[index].isAlphanumeric || bytes[index] == UInt8(ascii: "#") else {
                return nil
            }
            index += 1
        }
        return nil
    }

    /// What one reference stands for, as the library reads it; `nil` when it is none.
    private static func text(_ reference: ArraySlice<UInt8>) -> String? {
        guard let tree = CMarkTree(Array(reference), tables: false) else { return nil }
        let written = String(decoding: reference, as: UTF8.self)
        for block in CMarkNode(pointer: tree.root).children {
            let text = block.children.map(\.literal).joined()
            if text != written { return text.isEmpty ? " " : text }
        }
        return nil
    }
}
