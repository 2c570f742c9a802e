import Foundation
import TestSupport
import Testing

@testable import Decoding

/// The `pattern` of a codebook: which cells match, and that no pattern takes a long time.
@Suite struct CellPatternTests {
    @Test(arguments: [
        ("CS[0-9]+", ["CS1", "CS1024"], ["CS", "cs1", "CS1 ", "xCS1"]),
        ("^[A-Z]{2}-\\d{3,4}$", ["SY-123", "SY-1234"], ["SY-12", "SY-12345", "S-123"]),
        ("[^,;]*", ["", "a b", "الرقة"], ["a,b"]),
        ("(?:north|south)( east| west)?", ["north", "south west"], ["east", "north  east"]),
        ("(?<year>\\d{4})(-(?P<month>\\d\\d))?", ["2017", "2017-06"], ["2017-6"]),
        ("(?i)raqqa", ["Raqqa", "RAQQA"], ["Raqa"]), ("(?i)[a-c]É", ["Bé", "cÉ"], ["dé"]),
        ("\\p{Lu}\\p{L}*", ["Raqqa", "Àb"], ["raqqa", "1a"]), ("\\P{L}+", ["12 3"], ["1a"]),
        ("[\\u0600-\\u06FF ]+", ["الرقة"], ["Raqqa"]), ("[a-z-[aeiou]]+", ["xyz"], ["xaz"]),
        ("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+", ["a.b+c@d-e.org"], ["a@b", "@b.c"]),
        ("a.c", ["abc", "aéc", "a c"], ["a\nc", "ac"]), ("a|", ["a", ""], ["b"]),
        ("\\$\\(\\[\\]\\)", ["$([])"], ["$"]), ("[]a]+", ["]a"], ["b"]), ("[a-]+", ["a-"], ["b"]),
        ("x{0}y{2,}?", ["yy", "yyyy"], ["y", "xyy"]), ("\\bа\\b.*", ["а b"], ["аb"]),
        ("(a*)*b", ["b", "aab"], ["a"]), ("(|a)+", ["", "aa"], ["b"]),
        ("\\x41\\u{1F600}", ["A😀"], ["A"]),
    ])
    func aWholeCellMatches(_ pattern: String, good: [String], bad: [String]) throws {
        let compiled = try CellPattern(pattern)
        for text in good { #expect(compiled.matches(text), "\(pattern): \(text)") }
        for text in bad { #expect(!compiled.matches(text), "\(pattern): \(text)") }
    }

    /// The standard library, which tries one way after the other, says the same of short texts.
    @Test func theStandardLibraryAgrees() throws {
        var state: UInt64 = 7
        func dice(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
        func pattern(_ depth: Int) -> String {
            switch depth == 0 ? dice(5) : dice(11) {
            case 0: "a"
            case 1: "b"
            case 2: "[ab]"
            case 3: "."
            case 4: "[^a]"
            case 5: pattern(depth - 1) + pattern(depth - 1)
            case 6: "(" + pattern(depth - 1) + "|" + pattern(depth - 1) + ")"
            case 7: "(" + pattern(depth - 1) + ")*"
            case 8: "(" + pattern(depth - 1) + ")?"
            case 9: "(" + pattern(depth - 1) + "){1,3}"
            default: "(" + pattern(depth - 1) + ")+"
            }
        }
        var matched = 0
        for _ in 0..<400 {
            let text = pattern(3)
            let compiled = try CellPattern(text)
            let regex = try Regex(text)
            for _ in 0..<10 {
                let cell = (0..<dice(7)).map { _ in ["a", "b", "c"][dice(3)] }.joined()
                let isMatch = (try? regex.wholeMatch(in: cell)) != nil
                #expect(compiled.matches(cell) == isMatch, "\(text): \(cell)")
                if isMatch { matched += 1 }
            }
        }
        #expect(matched > 300)
    }

    @Test(arguments: [
        "(a+)+", "(a*)*b", "(a|a)*b", "(a|aa)+$b", "a*a*a*a*a*b", "(.*)*(.*)*b", "(a?){50}a{50}b",
        "((a+)+)+b", "([a-z]+)*\\d", "(\\w+\\s?)*x!", "(x+x+)+y|(a+a+)+y", "^(a|b|ab)*c$",
        "(.*a){12}b",
    ])
    func aHundredTimesTheCellTakesAHundredTimesTheTime(_ pattern: String) throws {
        let compiled = try CellPattern(pattern)
        func seconds(_ count: Int) -> Double {
            let cell = String(repeating: "a", count: count) + "!"
            let start = ThreadTime.now
            #expect(!compiled.matches(cell))
            return ThreadTime.now - start
        }
        let short = (0..<5).map { _ in seconds(1_000) }.min() ?? 0
        let long = seconds(100_000)
        // If each letter were compared with each other, it would be ten thousand times.
        #expect(long < max(0.5, short * 300), "\(short) s, then \(long) s")
    }

    @Test(arguments: [
        ("(?=a)b", "(?="), ("(?!a)", "(?!"), ("(?<=a)b", "(?<="), ("(?<!a)b", "(?<!"),
        ("(?>a)", "(?>"), ("(a)\\1", "\\1"), ("(?<n>a)\\k<n>", "\\k"),
        ("a++", "a “+” after a repetition"),
        ("\\p{Arabic}", "\\p{Arabic}"), ("[a&&b]", "&& in square brackets"), ("\\R", "\\R"),
        ("a(?i)b", "(?i"), ("(?#x)", "(?#"),
    ])
    func whatCouldTakeAnyTimeIsRefused(_ pattern: String, part: String) {
        #expect(throws: PatternFlaw.unsupported(part)) { try CellPattern(pattern) }
    }

    @Test(arguments: [
        "a{10001}", "((a{100}){100}){100}", "(.{0,2000}){2}", "((((a{99}){99}){99}){99}){99}{0}",
        String(repeating: "(", count: 100_000), String(repeating: "[a-", count: 100_000),
        String(repeating: "a?", count: 5_000), "a{99999999999999999999}",
    ])
    func aPatternOfTooManyStepsIsRefusedAtOnce(_ pattern: String) {
        #expect(throws: PatternFlaw.self) { try CellPattern(pattern) }
    }

    @Test(arguments: [
        "[a", "(a", "a)", "*", "a**", "a{2", "a{3,2}", "a{,}", "[z-a]", "\\", "\\p{L", "[a\\",
        "\\u12",
        "\\x", "[[:alpha:]]", "\\u{110000}", "?", "|*", "(+)", "\\pL", "[]",
    ])
    func aBrokenPatternIsRefused(_ pattern: String) {
        #expect(throws: PatternFlaw.self) { try CellPattern(pattern) }
    }
}
