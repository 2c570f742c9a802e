// An author can publish more than the report uses, and publish a file with its metadata, which then needs a
// reason: a signature that covers it, or a name that is meant to be known.

import Decoding
import Diagnostics
import Formats
import Media

/// What `media` in `content/site.yaml` says.
public struct MediaSettings: Sendable {
    /// What the value of `media` may be.
    public static let shape = YAMLShape.mapping(keys)
    private static let keys = [
        YAMLKey("publish", .list(.text)), YAMLKey("files", .named(.mapping(fileKeys))),
        YAMLKey("smaller_sizes", .flag),
    ]
    private static let fileKeys = [YAMLKey("keep_metadata", .flag), YAMLKey("reason", .text)]

    /// The files that are published although nothing uses them.
    private(set) var published: Set<String> = []
    /// Whether pages offer pictures in smaller sizes.
    private(set) var makesSmaller = true
    private var kept: Set<String> = []

    /// Reads the settings, and reports names and patterns without a file.
    init(_ content: SiteContent, log: inout DiagnosticLog) {
        let known = MediaSettings.keys.names
        guard let fields = content.settingsFields.fields("media", known: known, &log) else {
            return
        }
        for item in fields.items("publish", &log) {
            guard let text = item.scalar?.text else { continue }
            let pattern = FilePattern(MediaSettings.path(text))
            let found = content.media.filter(pattern.matches)
            published.formUnion(found)
            if !found.isEmpty { continue }
            log.report(
                MediaRule.setting,
                at: item.location,
                "no file in content/media/ has a name like “\(text.shortened())”",
                excerpt: item.excerpt,
                suggestion: "A star stands for any part of a name: media/files/*.csv."
            )
        }
        makesSmaller = fields.bool("smaller_sizes", &log) ?? true
        readFiles(fields, content, &log)
    }

    private mutating func readFiles(
        _ fields: YAMLFields,
        _ content: SiteContent,
        _ log: inout DiagnosticLog
    ) {
        guard let files = fields.fields("files", what: "the files", known: nil, &log) else {
            return
        }
        let names = content.media + content.assets.map(\.path)
        for entry in files.entries {
            let path = MediaSettings.path(entry.key)
            if !names.contains(path) {
                log.report(
                    MediaRule.setting,
                    at: entry.keyLocation,
                    "there is no file “\(entry.key.shortened())” in content/media/",
                    excerpt: entry.keyExcerpt,
                    suggestion: Spelling.question(path, names)
                )
            }
            let file = YAMLFields(
                entry.value,
                what: "“\(entry.key)”",
                known: MediaSettings.fileKeys.names,
                log: &log
            )
            guard file.bool("keep_metadata", &log) == true else { continue }
            kept.insert(path)
            let reason = file.string("reason", &log) ?? ""
            if reason.contains(where: \.isLetter) { continue }
            log.report(
                MediaRule.setting,
                at: entry.keyLocation,
                "“\(entry.key.shortened())” is to be published with its metadata, without a reason",
                excerpt: entry.keyExcerpt,
                suggestion:
                    "Write it beside keep_metadata, for those who edit the site: reason: \"…\"."
            )
        }
    }

    /// Whether a file is published with its metadata.
    func keeps(_ path: String) -> Bool { kept.contains(path) }

    /// A path as the site lists it, whether or not it is written with its folder.
    private static func path(_ text: String) -> String {
        text.hasPrefix("media/") || text.hasPrefix("assets/") ? text : "media/" + text
    }
}

/// A name of files in which `*` stands for any part without a slash, and `**` for any part.
struct FilePattern {
    private let parts: [UInt8]

    init(_ text: String) { parts = Array(text.utf8) + (text.hasSuffix("/") ? [42, 42] : []) }

    /// Whether a path has this form.
    func matches(_ path: String) -> Bool {
        let path = Array(path.utf8)
        // Which ends of the pattern are reached after each byte, so that many stars cost no more than one.
        var reached = closure([0])
        for byte in path {
            var next: Set<Int> = []
            for place in reached where place < parts.count {
                if parts[place] == star {
                    if byte != UInt8(ascii: "/") || isDouble(place) { next.insert(place) }
                } else if parts[place] == byte {
                    next.insert(place + 1)
                }
            }
            reached = closure(next)
        }
        return reached.contains(parts.count)
    }

    private let star = UInt8(ascii: "*")

    private func isDouble(_ place: Int) -> Bool {
        place + 1 < parts.count && parts[place + 1] == star || place > 0 && parts[place - 1] == star
    }

    /// A star can stand for nothing.
    private func closure(_ places: Set<Int>) -> Set<Int> {
        var all = places
        for place in places.sorted() {
            var next = place
            while next < parts.count, parts[next] == star {
                next += 1
                all.insert(next)
            }
        }
        return all
    }
}
