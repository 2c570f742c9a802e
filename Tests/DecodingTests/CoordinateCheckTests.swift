import Diagnostics
import Records
import TestSupport
import Testing

@testable import Decoding

/// Campaigns as they are: none of their points may be taken for a slip.
@Suite struct CoordinateCheckTests {
    /// A campaign: the middle and the spread of each of its theatres, and how many strikes are there.
    private typealias Theatre = (north: Double, east: Double, spread: Double, strikes: Int)

    private static let campaigns: [(name: String, theatres: [Theatre])] = [
        ("one city", [(35.95, 39.0, 0.05, 300)]),
        ("a city and its country", [(33.5, 36.3, 0.1, 80), (35.5, 38.5, 2, 20)]),
        ("two countries, one with few", [(35, 40, 2, 190), (15, 45, 1.5, 10)]),
        (
            "a region of the world",
            [(33, 44, 8, 100), (15, 46, 4, 50), (2, 44, 4, 30), (32, 67, 5, 60)]
        ),
        ("around the equator", [(0.5, 29, 6, 60)]),
        ("around Greenwich", [(12, -1, 5, 60)]),
        ("many continents", [(33, 44, 5, 60), (-2, 28, 5, 30), (4, -73, 5, 30), (15, 121, 5, 20)]),
    ]

    private static func site(_ theatres: [Theatre], _ more: [String] = []) -> String {
        // Pseudo-random, and the same on every machine.
        var state: UInt64 = 2017
        func random() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 33) / Double(1 << 31) * 2 - 1
        }
        var rows = ["id,date,latitude,longitude"]
        for theatre in theatres {
            for _ in 0..<theatre.strikes {
                let north = theatre.north + random() * theatre.spread
                let east = theatre.east + random() * theatre.spread
                rows.append("S\(rows.count),2017-08-01,\(short(north)),\(short(east))")
            }
        }
        for (index, point) in more.enumerated() { rows.append("T\(index),2017-08-01,\(point)") }
        return rows.joined(separator: "\n") + "\n"
    }

    private static func short(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }

    private func rules(_ strikes: String) throws -> [String] {
        let site = try Sandbox([
            "templates/base.html": "",
            "content/site.yaml": "title: Sample\n",
            "content/datapackage.yaml": """
            resources:
              - name: strikes
                path: data/strikes.csv
                schema:
                  fields:
                    - {name: id, public: true}
                    - {name: date, public: true}
                    - {name: latitude, public: true}
                    - {name: longitude, public: true}

            """,
            "content/data/strikes.csv": strikes,
        ])
        var log = DiagnosticLog()
        _ = try SiteReader.read(site: site.path, drafts: false, log: &log)
        return log.diagnostics.map(\.rule).filter { $0.hasPrefix("coordinate") }
    }

    @Test(arguments: campaigns.indices)
    func anHonestCampaignIsNotReported(_ index: Int) throws {
        #expect(try rules(Self.site(Self.campaigns[index].theatres)) == [])
    }

    @Test(arguments: [
        (0, "0,0", "coordinates-at-zero"), (3, "0.0001,0", "coordinates-at-zero"),
        (0, "-35.95,39.0", "coordinate-sign"), (0, "35.95,-39.0", "coordinate-sign"),
        (2, "35,-40", "coordinate-sign"), (0, "39.0,35.95", "coordinates-swapped"),
        (0, "51.5,-0.1", "coordinates-far-away"), (1, "40.7,-74", "coordinates-far-away"),
    ])
    func aSlipIs(_ index: Int, _ point: String, _ rule: String) throws {
        #expect(try rules(Self.site(Self.campaigns[index].theatres, [point])) == [rule])
    }

    @Test func aRecordThatIsAllInventedIsNotReported() throws {
        #expect(try rules("id,date,latitude,longitude\nS1,2017-08-01,0.012,0.031\n") == [])
        #expect(
            try rules("id,date,latitude,longitude\nS1,2017-08-01,0,0\nS2,2017-08-01,0,0\n")
                == ["coordinates-at-zero", "coordinates-at-zero"]
        )
    }

    @Test func aSlipAmongSixPointsIsFound() throws {
        let few: [Theatre] = [(35.95, 39.0, 0.05, 6)]
        #expect(try rules(Self.site(few, ["0,0"])) == ["coordinates-at-zero"])
        #expect(try rules(Self.site(few, ["35.95,-39.0"])) == ["coordinate-sign"])
        #expect(try rules(Self.site(few, ["59.9,10.7"])) == ["coordinates-far-away"])
    }
}
