import Foundation

/// Test inputs of others, which are too large or not ours to keep beside the tests.
///
/// They are looked for in the folder that RECOUNT_CORPORA names, else beside the package.
enum Corpora {
    static let missing = "no corpora: set RECOUNT_CORPORA or put them into ../shared/corpora"

    static var folder: URL {
        if let path = ProcessInfo.processInfo.environment["RECOUNT_CORPORA"] {
            return URL(fileURLWithPath: path, isDirectory: true)
        }
        var package = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { package.deleteLastPathComponent() }
        return package.appendingPathComponent("../shared/corpora", isDirectory: true)
    }

    static func has(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
    }

    static func bytes(_ path: String) throws -> Data {
        try Data(contentsOf: folder.appendingPathComponent(path))
    }
}

/// One example of the GFM specification.
struct SpecificationExample {
    var number: Int
    var section: String
    var markdown: String
    var html: String

    static func all() throws -> [SpecificationExample] {
        let text = String(decoding: try Corpora.bytes("gfm/spec.txt"), as: UTF8.self)
        let fence = String(repeating: "`", count: 32)
        var examples: [SpecificationExample] = []
        var section = ""
        var part: Int?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let line = line.replacingOccurrences(of: "→", with: "\t")
            if line.hasPrefix(fence + " example") {
                part = 0
                examples.append(
                    SpecificationExample(
                        number: examples.count + 1,
                        section: section,
                        markdown: "",
                        html: ""
                    )
                )
            } else if line == fence {
                part = nil
            } else if part == 0, line == "." {
                part = 1
            } else if part == 0 {
                examples[examples.count - 1].markdown += line + "\n"
            } else if part == 1 {
                examples[examples.count - 1].html += line + "\n"
            } else if line.hasPrefix("#") {
                section = String(line.drop { $0 == "#" || $0 == " " })
            }
        }
        return examples
    }
}
