import Foundation
import TestSupport
import Testing

/// The same input gives the same bytes, whatever the machine is set to.
@Suite struct DeterminismTests {
    /// How one build may differ from another.
    enum Circumstance: String, CaseIterable {
        case anotherZoneAndLocale
        case anotherFolder
        case filesMadeInAnotherOrder
        case rowsInAnotherOrder
        case lineEndsOfWindows
    }

    @Test(arguments: Circumstance.allCases)
    func theReportIsTheSameBytes(_ circumstance: Circumstance) throws {
        let expected = try Tree.read(try Example.site().output)
        let site = try SiteFolder.example(
            named: circumstance == .anotherFolder ? "ein Ordner, الرقة" : "site"
        )
        var environment: [String: String] = [:]
        let command = [Package.program, "build", site.path]
        switch circumstance {
        case .anotherFolder: break
        case .anotherZoneAndLocale:
            environment = [
                "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "ar_SY.UTF-8",
                "LANGUAGE": "ar", "HOME": "/nonexistent",
            ]
        case .filesMadeInAnotherOrder: try remake(site)
        case .rowsInAnotherOrder: try shuffle(site)
        case .lineEndsOfWindows: try useWindowsLineEnds(site)
        }
        let ending = try Program.run(command, in: site.path, environment: environment)
        #expect(ending.status == 0, "\(ending.errors)")
        var differences = Tree.differences(try Tree.read(site.output), expected)
        if circumstance == .rowsInAnotherOrder || circumstance == .lineEndsOfWindows {
            // The manifest states the digests of the input files, which are other bytes here.
            differences.removeAll { $0.hasPrefix("manifest.json differs ") }
        }
        #expect(differences == [])
    }

    @Test(
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: "/usr/bin/taskset"),
            "needs taskset, which keeps a program to one core"
        )
    )
    func oneThreadMakesTheSameBytesAsMany() throws {
        let site = try SiteFolder.example()
        let command = ["taskset", "-c", "0", Package.program, "build", site.path]
        let ending = try Program.run(command, in: site.path)
        #expect(ending.status == 0, "\(ending.errors)")
        let expected = try Tree.read(try Example.site().output)
        #expect(Tree.differences(try Tree.read(site.output), expected) == [])
    }

    @Test func theDayOfTheBuildIsThatOfSourceDateEpoch() throws {
        let site = try SiteFolder.plain(Package.tests + "/Sites/media/media-and-assets/input")
        let epoch = ["SOURCE_DATE_EPOCH": "1700000000"]
        #expect(try site.build(environment: epoch).status == 0)
        let first = try Tree.read(site.output)
        #expect(
            String(decoding: try #require(first["feed.xml"]), as: UTF8.self)
                .contains("<updated>2023-11-14T22:13:20Z</updated>")
        )
        let again = try site.build(environment: epoch)
        #expect(again.output.contains(": 0 files new, 0 changed, "), "\(again.output)")
        #expect(Tree.differences(try Tree.read(site.output), first) == [])
    }

    /// Deletes all files and makes them again, from the last name to the first.
    private func remake(_ site: SiteFolder) throws {
        for folder in ["content", "templates"] {
            let files = try Tree.read(site.path + "/" + folder)
            try site.delete(folder)
            for (name, data) in files.sorted(by: { $0.key > $1.key }) {
                try site.write(folder + "/" + name, data)
            }
        }
    }

    /// Strikes are sorted by day and id, so the order of their rows says nothing.
    private func shuffle(_ site: SiteFolder) throws {
        let name = "content/data/strikes.csv"
        var rows = Rows.split(try site.read(name))
        let header = rows.removeFirst()
        var generator = Generator(seed: 6)
        let before = rows
        rows.shuffle(using: &generator)
        #expect(rows != before)
        try site.write(name, ([header] + rows).joined(separator: "\n") + "\n")
    }

    /// A byte order mark and CRLF at the end of each row, as spreadsheet programs write them.
    private func useWindowsLineEnds(_ site: SiteFolder) throws {
        for name in try Tree.read(site.path + "/content/data").keys where name.hasSuffix(".csv") {
            let rows = Rows.split(try site.read("content/data/" + name))
            try site.write(
                "content/data/" + name,
                "\u{FEFF}" + rows.joined(separator: "\r\n") + "\r\n"
            )
        }
    }
}
