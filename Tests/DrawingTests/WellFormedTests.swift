import Foundation
import Testing

@testable import Drawing

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite struct WellFormedTests {
    @Test func everyDrawingIsWellFormedXML() {
        var drawings = [Samples.drawings(Samples.months), Samples.drawings(Samples.timeline)]
        drawings += (UInt64(0)..<30).map { Samples.drawings(Samples.randomMap(seed: $0)) }
        for drawing in drawings { #expect(WellFormedTests.parse(drawing) == nil) }
    }

    @Test func everyDrawingOfHostileTextIsWellFormedXML() {
        let evil = "]]>&<\"'>\u{0}\u{B}\u{1F}\u{FFFE}\u{FFFF}\u{85}\u{2028}\n%s{{x}}"
        let chart = BarChart(id: evil, lanes: [.alleged], rows: [[Bar(.range(1, 2), .alleged)]])
        var timeline = Samples.timeline
        timeline.title = evil
        timeline.entries[0].title = evil
        var map = Samples.randomMap(seed: 4)
        map.title = evil
        for index in map.points.indices {
            map.points[index].label = evil
            map.points[index].href = evil
            map.points[index].title = evil
            map.points[index].labelLanguage = evil
        }
        let drawings = [
            Samples.drawings(chart), Samples.drawings(timeline), Samples.drawings(map),
        ]
        for drawing in drawings { #expect(WellFormedTests.parse(drawing) == nil) }
    }

    @Test func idsBeginWithThePrefixAndStandOnce() throws {
        var other = Samples.timeline
        other.id = "other"
        let page =
            Samples.drawings(Samples.months) + Samples.drawings(Samples.timeline)
            + Samples.drawings(other)
        let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count)
        #expect(
            ids.allSatisfy {
                $0.hasPrefix("months-") || $0.hasPrefix("time-") || $0.hasPrefix("other-")
            }
        )
        for reference in page.matches(of: /url\(#([^)]*)\)/) {
            #expect(ids.contains(String(reference.output.1)))
        }
    }

    @Test func thereIsNoStyleAndNoScriptInADrawing() {
        let page =
            Samples.drawings(Samples.months) + Samples.drawings(Samples.timeline)
            + Samples.drawings(Samples.randomMap(seed: 4))
        for forbidden in ["style=", "<style", "<script", " on", "http"] {
            #expect(!page.replacing("focusable", with: "").contains(forbidden + "="))
            #expect(forbidden == " on" || !page.contains(forbidden))
        }
    }

    @Test func theSameValuesGiveTheSameBytes() {
        for seed in UInt64(0)..<20 {
            let map = Samples.randomMap(seed: seed)
            #expect(Samples.drawings(map) == Samples.drawings(Samples.randomMap(seed: seed)))
        }
        // A hash (FNV-1a) of a large map, which differs if a platform rounds differently. It changes
        // with every change of the drawing: look at a map before updating it.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in MapDrawing(Samples.randomMap(seed: 6)).svg()?.markup.utf8 ?? "".utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        #expect(hash == 11_921_534_900_114_571_348)
    }

    /// The error of the parser; `nil` when there is none.
    private static func parse(_ html: String) -> String? {
        let parser = XMLParser(data: Data("<div>\(html)</div>".utf8))
        guard !parser.parse() else { return nil }
        let error = parser.parserError.map { String(describing: $0) } ?? "no reason given"
        return "line \(parser.lineNumber), column \(parser.columnNumber): \(error)"
    }
}
