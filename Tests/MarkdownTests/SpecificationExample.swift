import Foundation
import TestSupport

/// One example of the GFM specification.
struct SpecificationExample {
    var number: Int
    var section: String
    var markdown: String
    var html: String

    static func all() throws -> [SpecificationExample] {
        guard let file = Package.corpus("gfm/spec.txt") else { return [] }
        let text = try String(contentsOf: file, encoding: .utf8)
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
