// Files for download lie in one folder with files that are only kept there, so what is published of them is
// what the report mentions: a link of a text, a cell of a record, a template, a setting.

import Decoding
import Formats
import Records
import Text

extension Report {
    /// The files under `media/` that the report uses, by their paths in `content/`.
    ///
    /// A link of a text counts, and a path that stands in a key of the author's own, in a block, in a
    /// public cell of a record that is shown, in a template, a style sheet or a script, or in the settings.
    /// A cell may also hold the path without `media/`. Throws if an asset cannot be read.
    public func usedMedia(of site: SiteContent) throws -> Set<String> {
        guard !site.media.isEmpty else { return [] }
        var use = MediaUse(site.media)
        for article in model.articles { use.add(article.text) }
        for narrative in model.narratives.values { use.add(narrative) }
        let texts = site.articles + site.narratives.values
        for field in texts.flatMap(\.custom) { use.add(field.value) }
        for text in texts where !text.card.isEmpty { use.add(cell: text.card) }
        let ofTables = ParallelMap.map(model.downloads.tables) { table in
            var use = MediaUse(site.media)
            table.texts { use.add(cell: $0) }
            return use.used
        }
        for used in ofTables { use.used.formUnion(used) }
        for template in site.templates { use.add(template.bytes) }
        for words in site.words { use.add(Array(words.text.utf8)) }
        for asset in site.assets where MediaUse.isText(asset.path) {
            use.add(try asset.bytes(in: site.files))
        }
        for entry in site.settingsFields.entries where !MediaUse.withoutMedia.contains(entry.key) {
            use.add(entry.value)
        }
        return use.used
    }
}

extension Report {
    /// The files under `media/` that pages show as pictures, by their paths in `content/`: those of records, and those of
    /// texts.
    public var shownPictures: Set<String> {
        var paths = Set(model.dataset.media.filter { $0.kind?.isSeen == true }.map(\.path))
        let texts = model.articles.map(\.text) + model.narratives.values + model.lines.values
        for text in texts {
            for case (let link, .file(let path)) in zip(text.document.links, text.links)
            where link.isImage { paths.insert(path) }
        }
        return paths
    }
}

extension SiteContent {
    /// The files under `media/` that withheld records mention, by their paths in `content/`.
    public var withheldMedia: Set<String> {
        if media.isEmpty || withheldTexts.isEmpty { return [] }
        var use = MediaUse(media)
        for text in withheldTexts { use.add(cell: text) }
        return use.used
    }
}

/// Collects the files under `media/` that texts mention.
struct MediaUse {
    /// The files that were mentioned.
    fileprivate(set) var used: Set<String> = []

    private let known: Set<String>
    /// Whether a path has so many bytes.
    private let hasLength: [Bool]
    private let longest: Int

    private static let folder = "media/"

    /// The settings that name files for another purpose than to show them.
    static let withoutMedia: Set<String> = ["media", "targets", "host_helpers", "signing"]

    init(_ paths: [String]) {
        known = Set(paths)
        longest = paths.map(\.utf8.count).max() ?? 0
        var hasLength = [Bool](repeating: false, count: longest + 1)
        for path in paths { hasLength[path.utf8.count] = true }
        self.hasLength = hasLength
    }

    /// Whether an asset may mention other files.
    static func isText(_ path: String) -> Bool {
        [".css", ".js", ".mjs", ".json", ".svg", ".webmanifest"].contains { path.hasSuffix($0) }
    }

    /// Adds the targets of a text's links, and what its blocks mention.
    mutating func add(_ text: PlannedText) {
        for case .file(let path) in text.links { used.insert(path) }
        for fence in text.document.fences { add(Array(fence.text.utf8)) }
    }

    mutating func add(_ value: CustomValue) {
        switch value {
        case .text(let text): add(cell: text)
        case .texts(let texts): for text in texts { add(cell: text) }
        case .boolean: break
        }
    }

    mutating func add(_ node: YAMLNode) {
        switch node {
        case .mapping(let entries, _): for entry in entries { add(entry.value) }
        case .sequence(let items, _): for item in items { add(item) }
        case .scalar(let scalar, _): add(cell: scalar.text)
        }
    }

    /// Adds what a whole value names: one file or several, with or without `media/`.
    mutating func add(cell text: String) {
        text.withBytes { bytes in
            addName(bytes[...])
            var start = 0
            for (position, byte) in bytes.enumerated() where MediaUse.isBetweenNames(byte) {
                addName(bytes[start..<position])
                start = position + 1
            }
            if start > 0 { addName(bytes[start...]) }
            addPaths(in: bytes)
        }
    }

    private static func isBetweenNames(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|"), UInt8(ascii: "\n"): true
        default: false
        }
    }

    /// Adds the file that a text names without `media/`, if it names one; spaces around the name do not count.
    private mutating func addName(_ text: Bytes) {
        var name = text
        while let first = name.first, MediaUse.isSpace(first) { name.removeFirst() }
        while let last = name.last, MediaUse.isSpace(last) { name.removeLast() }
        // Most cells have a length that no file's name has, so no text is made of them.
        let length = MediaUse.folder.utf8.count + name.count
        guard length < hasLength.count, hasLength[length] else { return }
        let path = MediaUse.folder + String(decoding: name, as: UTF8.self)
        if known.contains(path) { used.insert(path) }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\r")
    }

    /// Adds the paths that begin with `media/` anywhere in a text, as they are or percent-encoded.
    mutating func add(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { addPaths(in: $0) }
    }

    private mutating func addPaths(in bytes: UnsafeBufferPointer<UInt8>) {
        let folder = MediaUse.folder.utf8
        guard let initial = folder.first else { return }
        var position = 0
        while let start = bytes[position...].firstIndex(of: initial) {
            position = start + 1
            guard bytes[start...].starts(with: folder) else { continue }
            addLongest(of: bytes[start...].prefix(3 * longest))
        }
    }

    /// Adds the longest path that a text begins with.
    private mutating func addLongest(of text: Bytes) {
        var forms = [Array(text)]
        if text.contains(UInt8(ascii: "%")) {
            let decoded = QueryText.decodedPath(String(decoding: text, as: UTF8.self))
            forms.append(Array(decoded.utf8))
        }
        for length in hasLength.indices.reversed() where hasLength[length] {
            for form in forms where form.count >= length {
                let path = String(decoding: form.prefix(length), as: UTF8.self)
                guard known.contains(path) else { continue }
                used.insert(path)
                return
            }
        }
    }

    private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>
}
