// A large report can be built by several processes, on one machine or on many: each writes a share of the files, and a
// merge joins them. Every process reads and checks the whole site, so the shares are parts of the same report.

import Output
import Text

/// One of the shares into which the files of a report are divided.
package struct Shard: Hashable, Sendable {
    /// Its number, from 1.
    package let number: Int
    /// How many shards there are, 1…9999.
    package let count: Int

    /// The share with a number; `nil` when there is no such one.
    init?(_ number: Int, of count: Int) {
        guard (1...9999).contains(count), (1...count).contains(number) else { return nil }
        self.number = number
        self.count = count
    }

    /// Reads a text such as `2/4`; `nil` when it names no shard.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }),
            let number = Int(parts[0]), let count = Int(parts[1])
        else { return nil }
        self.init(number, of: count)
    }

    /// Its number and how many there are, such as "shard 2 of 4".
    package var name: String { "shard \(number) of \(count)" }

    /// Pages that follow each other have much in common, so they are divided in runs.
    private static let run = 32

    /// Whether the shard has the file at a position in the list of all files.
    func has(_ position: Int) -> Bool { position / Shard.run % count == number - 1 }
}

/// What a shard states of itself in `shard.json`, beside the manifest of its files: enough to join it to the others.
struct ShardDescription: Equatable, Sendable {
    /// The shard.
    var shard: Shard
    /// How many files the whole report has.
    var files: Int
    /// A digest of the program, the inputs, the paths and the figures: the same for all shards of one report.
    var report: Digest
    /// The file of the report that shows what is published of an input, by the path of the input.
    var published: [String: String]

    /// The name of the file in a shard's folder.
    static let path = "shard.json"

    /// The bytes of the file.
    var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("files", files)
            writer.member("number", shard.number)
            writer.member("of", shard.count)
            writer.member("report", "\(report)")
            writer.object("published") { writer in
                for (input, file) in published.sorted(by: { $0.key < $1.key }) {
                    writer.member(input, file)
                }
            }
        }
        return writer.finished()
    }

    /// Reads the bytes of such a file; `nil` when it is none.
    static func read(_ bytes: [UInt8]) -> ShardDescription? {
        let text = IndexedText(SourceText(file: path, bytes: bytes))
        guard let root = try? JSONParser.parse(text).document.root,
            let number = root["number"]?.asInteger, let count = root["of"]?.asInteger,
            let shard = Shard(number, of: count), let files = root["files"]?.asInteger,
            let report = root["report"]?.asString.flatMap({ Digest(hex: $0) }),
            case .object(let members)? = root["published"]?.value
        else { return nil }
        var published: [String: String] = [:]
        for member in members { published[member.key] = member.value.asString }
        return ShardDescription(shard: shard, files: files, report: report, published: published)
    }
}
