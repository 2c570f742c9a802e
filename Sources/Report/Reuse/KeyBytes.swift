// What a file shows is put into one digest. Two lists of parts must not make the same bytes, so every text begins with
// its length, and every value with its kind.

import Output
import Templates

/// The bytes that a digest is made of.
struct KeyBytes {
    private var bytes: [UInt8] = []

    /// The digest of all that was added.
    var digest: Digest { Digest(of: bytes) }

    mutating func add(_ number: Int) {
        withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
    }

    mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    mutating func add(_ text: String) {
        add(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    /// Adds a text of a kind, so that it differs from the same text of another kind.
    mutating func add(_ kind: Int, _ text: String) {
        add(kind)
        add(text)
    }

    mutating func add(_ digest: Digest) { digest.write(to: &bytes) }

    mutating func add(_ texts: [String]) {
        add(texts.count)
        for text in texts { add(text) }
    }

    /// Puts a digest in the place of all that was added, once that takes much memory.
    mutating func fold() {
        if bytes.count < 1 << 16 { return }
        let digest = digest
        bytes.removeAll(keepingCapacity: true)
        add(digest)
    }
}

extension KeyBytes {
    /// Adds everything that templates print of a record.
    mutating func add(_ record: some TemplateRecord, reading reads: FieldReads) {
        for slot in reads.slots(of: type(of: record)) {
            add(record.templateValue(at: slot), reading: reads)
        }
    }

    private mutating func add(_ value: Value, reading reads: FieldReads) {
        switch value {
        case .none: add(0)
        case .boolean(let flag):
            add(1)
            add(flag)
        case .integer(let number):
            add(2)
            add(number)
        case .text(let text), .url(let text):
            add(3)
            add(text)
        case .html(let html):
            add(4)
            add(html.markup)
        case .list(let values):
            add(5)
            add(values.count)
            for value in values { add(value, reading: reads) }
        case .record(let box):
            add(6)
            add(box.record, reading: reads)
        // The words of a language are those of a file, and the own columns of a record are in its row.
        case .phrase, .table: break
        }
    }
}
