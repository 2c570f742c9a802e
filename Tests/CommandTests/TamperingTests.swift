import Foundation
import TestSupport
import Testing

/// Prose cannot contradict the records: whoever changes one digit is told where.
@Suite struct TamperingTests {
    @Test func oneDigitOfTheProseFailsTheBuildAtItsPlace() throws {
        let site = try SiteFolder.example()
        let name = "content/overview.md"
        let link = "[between 322 and 429](figure:killed?grading=counted)"
        try site.replace(link, "[between 322 and 492](figure:killed?grading=counted)", in: name)
        let place = try Self.place(of: "[between 322 and 492]", in: try site.read(name))
        let ending = try site.check()
        #expect(ending.status == 1)
        #expect(
            ending.errors.contains(
                "\(name):\(place): error: the text says 322 and 492, but the records say 322–429\n"
            ),
            "\(ending.errors)"
        )
        #expect(ending.errors.contains("     [figure-contradiction]\n"))
        #expect(ending.errors.contains("\n1 error"))
    }

    @Test func oneCountOfTheRecordsFailsTheBuildWhereverItIsQuoted() throws {
        let site = try SiteFolder.example()
        // CS936: at least and at most one killed, fair, so counted.
        try site.replace(
            "suspected,airstrike,,1,1,,,,,1,1,,,fair,non-credible,,,,1,https://airwars.org/civilian-casualties/cs936",
            "suspected,airstrike,,2,2,,,,,1,1,,,fair,non-credible,,,,1,https://airwars.org/civilian-casualties/cs936",
            in: "content/data/strikes.csv"
        )
        let ending = try site.check()
        #expect(ending.status == 1)
        let told = ending.errors
            .matches(
                of:
                    /content\/(.+?\.md):\d+:\d+: error: the text says (.+?), but the records say (.+?)\n/
            )
            .map { "\($0.1): \($0.2) → \($0.3)" }
        #expect(told.contains("index.md: 322 and 429 → 323–430"), "\(told)")
        #expect(told.contains("overview.md: 322 and 429 → 323–430"), "\(told)")
    }

    @Test func everyNumeralOfEveryArticleIsBound() throws {
        let site = try SiteFolder.example()
        var places: [String] = []
        for (name, data) in try Tree.read(site.path + "/content") where name.hasSuffix(".md") {
            let (text, changed) = Self.falsified(String(decoding: data, as: UTF8.self))
            try site.write("content/" + name, text)
            places += changed.map { "content/\(name):\($0): error: the text says " }
        }
        #expect(places.count > 60)
        let ending = try site.check()
        #expect(ending.status == 1)
        #expect(places.filter { !ending.errors.contains($0) } == [])
    }

    @Test func nothingChangedPassesWithoutAnUnboundNumeral() throws {
        let ending = try Program.recount("check", try Example.site().path)
        #expect(ending.status == 0)
        #expect(!ending.errors.contains("[unbound-figure]"), "\(ending.errors)")
    }

    /// A text with the first numeral of every figure's and claim's link one higher, and the places
    /// of those links.
    private static func falsified(_ text: String) -> (String, [String]) {
        let link = /\[([^\]\[]*?)(\d+)([^\]\[]*)\]\((figure|claim):[^)]*\)/
        var result = ""
        var rest = text[...]
        var places: [String] = []
        while let match = rest.firstMatch(of: link) {
            result += rest[..<match.range.lowerBound]
            let lines = result.split(separator: "\n", omittingEmptySubsequences: false)
            places.append("\(lines.count):\((lines.last?.count ?? 0) + 1)")
            let value = match.2.reduce(0) { $0 * 10 + ($1.wholeNumberValue ?? 0) }
            // In the digits in which it was written.
            let isArabic = match.2.contains { !$0.isASCII }
            let number = String(
                String(value + 1)
                    .map { isArabic ? Array("٠١٢٣٤٥٦٧٨٩")[$0.wholeNumberValue ?? 0] : $0 }
            )
            let whole = String(rest[match.range])
            result += whole.replacing(
                "[\(match.1)\(match.2)",
                with: "[\(match.1)\(number)",
                maxReplacements: 1
            )
            rest = rest[match.range.upperBound...]
        }
        return (result + rest, places)
    }

    /// Line and column of a text.
    private static func place(of part: String, in text: String) throws -> String {
        let range = try #require(text.range(of: part))
        let lines = text[..<range.lowerBound]
            .split(
                separator: "\n",
                omittingEmptySubsequences: false
            )
        return "\(lines.count):\((lines.last?.count ?? 0) + 1)"
    }
}
