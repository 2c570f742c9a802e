import Foundation
import TestSupport
import Testing

/// The landing page of a list of people shows the first values of a long table, and where all are.
@Suite struct LongPeopleTableTests {
    private func page(values: Int) throws -> (home: String, list: String) {
        let site = try SiteFolder.example()
        try site.delete("content")
        try site.write("content/site.yaml", "title: People\nsummaries: [camp, age]\n")
        try site.write(
            "content/datapackage.yaml",
            """
            resources:
              - name: victims
                path: data/victims.csv
                schema:
                  fields:
                    - {name: name, public: true}
                    - {name: age, public: true}
                    - {name: camp, public: true}

            """
        )
        let rows = (1...values)
            .flatMap { camp in
                (0..<(values + 1 - camp)).map { "N\(camp) M\($0),\(20 + camp),C\(camp)\n" }
            }
        try site.write(
            "content/data/victims.csv",
            "name,age,camp\n" + rows.joined() + "Blank,70,\n"
        )
        let ending = try site.build()
        try #require(ending.status == 0, "\(ending.errors)")
        return (try site.read("Output/index.html"), try site.read("Output/victims.html"))
    }

    @Test func aLongTableShowsItsGreatestRowsAndWhereTheOthersAre() throws {
        let (home, list) = try page(values: 14)
        #expect(home.contains("<bdi>C12</bdi></th>") && !home.contains("<bdi>C13</bdi></th>"))
        #expect(home.contains("<a href=\"victims.html#by-camp\">All rows by camp (15)</a>"))
        #expect(home.contains("victims/none-camp.html"), "people whose camp is unknown are shown")
        #expect(list.contains("<bdi>C14</bdi></th>") && list.contains("id=\"by-camp\""))
        #expect(!home.contains("victims.html#by-age"), "ages have an order of their own")
        #expect(home.contains("<bdi>34</bdi></th>"))
    }

    @Test func aShortTableIsWhole() throws {
        let (home, _) = try page(values: 12)
        #expect(home.contains("<bdi>C12</bdi></th>") && !home.contains("All rows by"))
    }
}
