// A site with blocks in its text, and the templates that the project ships.

import Foundation
import Testing

@testable import Report

extension HistorySite {
    /// A site with these strikes, and one article with these blocks.
    static func charts(_ strikes: String, _ blocks: String) throws -> HistorySite {
        let site = try HistorySite()
        try site.write("content/site.yaml", chartSettings)
        try site.write("content/datapackage.yaml", chartCodebook)
        try site.write("content/data/strikes.csv", chartColumns + "\n" + strikes + "\n")
        try site.write("content/blocks.md", "---\ntitle: Blocks\n---\n" + blocks)
        return site
    }

    /// The text of the article on its page.
    func text() throws -> String {
        let (report, messages) = try plan()
        #expect(!messages.contains("error:"), "\(messages)")
        let page = try #require(try HistorySite.pages(report)["blocks.html"])
        let start = try #require(page.range(of: "<article class=\"prose\">\n"))
        let end = try #require(page.range(of: "\n</article>"))
        return String(page[start.upperBound..<end.lowerBound])
    }

    private static let chartSettings = """
        title: Sample
        language: en
        gradings:
          fair: {label: Fair, counted: true, means: "Two sources."}

        """
    private static let chartColumns =
        "id,date,place,district,lat,lon,precision,killed,conceded_killed,grading"
    private static let chartCodebook = """
        resources:
          - name: strikes
            path: data/strikes.csv
            schema:
              fields:
                - {name: id, type: string, public: true}
                - {name: date, type: string, public: true}
                - {name: place, type: string, public: true}
                - {name: district, type: string, public: true}
                - {name: lat, type: number, role: latitude, public: true}
                - {name: lon, type: number, role: longitude, public: true}
                - {name: precision, type: string, role: location.precision, public: true}
                - {name: killed, type: string, public: true}
                - {name: conceded_killed, type: string, public: true}
                - {name: grading, type: string, public: true}

        """
}
