import Foundation
import TestSupport
import Testing

@testable import Drawing

@Suite struct StyleSheetTests {
    private static let sheet: String = {
        let root = URL(filePath: Package.root)
        let file = root.appending(path: "templates/assets/style.css")
        return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }()

    /// The templates around the drawings, without their tags.
    private static let partials: String = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "templates/partials")
        return ["chart", "claims-chart", "map", "table", "timeline"]
            .compactMap {
                try? String(contentsOf: folder.appending(path: $0 + ".html"), encoding: .utf8)
            }
            .joined().replacing(/{%.*?%}/, with: "")
    }()

    @Test func everyClassOfADrawingAndOfWhatStandsAroundItHasItsStyle() {
        var map = Samples.randomMap(seed: 6)
        let corners = [(38.0, 35.0), (40, 35), (40, 37)]
        for kind in [MapShapeKind.river, .street, .boundary] {
            for isArea in [false, true] {
                let path = corners.map { Position(longitude: $0.0, latitude: $0.1) }
                map.shapes.append(MapShape(kind: kind, paths: [path], isArea: isArea))
            }
        }
        var rows = Samples.monthRows
        rows[0][1].extent = .range(3, 9)
        rows[1][1].extent = .atLeast(9)
        let chart = BarChart(id: "c", lanes: Samples.months.lanes, rows: rows, direction: .rtl)
        let more = BarChart(
            id: "d",
            lanes: BarStyle.allCases,
            rows: [BarStyle.allCases.map { Bar(.range(1, 2), $0) }]
        )
        let page =
            Samples.drawings(more) + Samples.drawings(chart) + Samples.drawings(Samples.timeline)
            + Samples.drawings(map)
            + Self.partials
        var names: Set<String> = []
        for match in page.matches(of: /class="([^"]*)"/) {
            for name in match.output.1.split(separator: " ") { names.insert(String(name)) }
        }
        #expect(names.count > 40)
        for name in names {
            #expect(Self.sheet.contains(".\(name)"), "the style sheet has no .\(name)")
        }
    }

    @Test func labelsAreDrawnInTheSizesThatTheirPlacesWereFoundFor() {
        #expect(Self.sheet.contains(":is(.timeline, .map) text { font: 400 13px/1 var(--sans)"))
        #expect(MapLabels.wideSize == 13)
        #expect(Self.sheet.contains(":is(.timeline, .map) text { font-size: 17px; }"))
        #expect(MapLabels.phoneSize == 17)
        // A target of 17.5 units is 24 pixels across where the map is 44rem wide. On a phone the map fits the screen,
        // and the list below it has the same links.
        #expect(!Self.sheet.contains("svg[viewBox] { inline-size: 100%; min-inline-size"))
        #expect(MapMark.leastTouchRadius * 2 * 44 * 16 / 1000 >= 24)
        #expect(Self.sheet.contains(":is(.timeline, .map) :is(text, .faint) { font-size: 28px; }"))
        #expect(MapStrip.textSize == 28)
    }

    @Test func everyColourThatIsReadHasTheContrastOfWCAGLevelAA() throws {
        let parts = Self.sheet.split(separator: "@media (prefers-color-scheme: dark)", maxSplits: 1)
        try #require(parts.count == 2)
        for part in parts {
            let tokens = Self.tokens(part)
            for ground in ["paper", "wash"] {
                for ink in ["ink", "quiet", "accent", "harm", "conceded"] {
                    let ratio = Self.contrast(
                        try #require(tokens[ink]),
                        try #require(tokens[ground])
                    )
                    #expect(ratio >= 4.5, "\(ink) on \(ground): \(ratio)")
                }
            }
        }
    }

    /// The first value of each token that is a colour.
    private static func tokens(_ part: Substring) -> [String: [Double]] {
        var tokens: [String: [Double]] = [:]
        for match in part.matches(of: /--([a-z]+): #([0-9a-f]{6});/) {
            let number = Int(match.output.2, radix: 16) ?? 0
            let channels = [number >> 16, number >> 8 & 255, number & 255].map { Double($0) / 255 }
            let name = String(match.output.1)
            if tokens[name] == nil { tokens[name] = channels }
        }
        return tokens
    }

    /// WCAG 2.2: relative luminance and contrast ratio.
    private static func contrast(_ one: [Double], _ other: [Double]) -> Double {
        func luminance(_ colour: [Double]) -> Double {
            let linear = colour.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
            return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        }
        let (a, b) = (luminance(one), luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }
}
