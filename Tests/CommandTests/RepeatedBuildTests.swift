import Foundation
import TestSupport
import Testing

/// A build that would only repeat the last one is left out, and nothing else is.
@Suite struct RepeatedBuildTests {
    /// A site whose builds are kept beside it, with a second folder for reports to compare.
    private struct Place {
        let site: SiteFolder
        var variables: [String: String] { ["XDG_STATE_HOME": site.path + "-state"] }
        var kept: String {
            let folder = site.path + "-state/recount/builds"
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            return folder + "/" + (names.first ?? "none")
        }

        init() throws {
            site = try SiteFolder.small()
            // With a Cyrillic letter: a warning, which every build repeats.
            try site.replace("South,10+", "S\u{43E}uth,10+", in: strikes)
            settle()
        }

        let strikes = "content/data/strikes.csv"

        /// Waits until the clock of the file system has moved on, as it does between an author's edits.
        func settle() { usleep(60_000) }

        func build(_ options: String..., day: Int? = nil) throws -> Ending {
            var all = variables
            if let day { all["SOURCE_DATE_EPOCH"] = "\(day * 86_400)" }
            return try Program.run(
                [Package.program, "build", site.path] + options,
                in: site.path,
                environment: all
            )
        }

        /// Marks what is kept, so that it shows where it is used.
        func mark() throws {
            let text = try String(contentsOfFile: kept, encoding: .utf8)
            let marked = text.replacing("1 article,", with: "1 marked article,")
            try #require(marked != text)
            try marked.write(toFile: kept, atomically: true, encoding: .utf8)
        }

        /// The state of every file of the report, without what a file holds.
        func statuses() throws -> [String] {
            let manager = FileManager.default
            return try #require(manager.enumerator(atPath: site.output))
                .map { name in
                    let path = "\(site.output)/\(name)"
                    let status = try manager.attributesOfItem(atPath: path)
                    let number = status[.systemFileNumber] as? Int ?? 0
                    let date = status[.modificationDate] as? Date ?? .now
                    return "\(name) \(number) \(date.timeIntervalSince1970)"
                }
                .sorted()
        }
    }

    @Test func aBuildWithNothingChangedPrintsTheSameAndTouchesNothing() throws {
        let place = try Place()
        #expect(try place.build().status == 0)
        let first = try place.build("--fresh")
        #expect(first.errors.contains("1 warning"), "\(first.errors)")
        let before = try place.statuses()
        try place.mark()
        let again = try place.build()
        #expect(again.status == 0)
        #expect(
            again.printed(in: place.site.path)
                == first.printed(in: place.site.path)
                .replacing("1 article,", with: "1 marked article,")
        )
        #expect(try place.statuses() == before)
    }

    @Test func aFreshBuildAsksNothingThatIsKept() throws {
        let place = try Place()
        #expect(try place.build().status == 0)
        try place.mark()
        #expect(!(try place.build("--fresh").output.contains("marked")))
        #expect(!(try place.build().output.contains("marked")))
    }

    /// What may differ from one build to the next without any other sign.
    enum Difference: String, CaseIterable {
        case aFileOfTheReportIsGone
        case aFileOfTheReportHasOtherBytesOfTheSameNumber
        case aTableHasOtherBytesOfTheSameNumberAndTime
        case theDayOfTheBuild
        case drafts
        case aNewTemplate
        case whatIsKeptIsNoJSON
        case whatIsKeptLacksALine
    }

    @Test(arguments: Difference.allCases)
    func aBuildIsLeftOutOnlyIfNothingDiffers(_ difference: Difference) throws {
        let place = try Place()
        #expect(try place.build().status == 0)
        place.settle()
        try place.mark()
        var options: [String] = []
        var day: Int?
        switch difference {
        case .aFileOfTheReportIsGone: try place.site.delete("Output/feed.xml")
        case .aFileOfTheReportHasOtherBytesOfTheSameNumber:
            try Self.overwrite("<html", with: "<HTML", in: place.site, "Output/index.html")
        case .aTableHasOtherBytesOfTheSameNumberAndTime:
            try Self.overwrite("South,4", with: "South,5", in: place.site, place.strikes)
        case .theDayOfTheBuild: day = 17_000
        case .drafts: options = ["--drafts", "--output", place.site.path + "/Output-drafts"]
        case .aNewTemplate: try place.site.write("templates/partials/new.html", "<p>New</p>\n")
        case .whatIsKeptIsNoJSON:
            try Data("marked {".utf8).write(to: URL(filePath: place.kept))
        case .whatIsKeptLacksALine:
            let text = try String(contentsOfFile: place.kept, encoding: .utf8)
            try text.replacing(#/ "pages": \d+,\n/#, with: "")
                .write(toFile: place.kept, atomically: true, encoding: .utf8)
        }
        let ending = try Program.run(
            [Package.program, "build", place.site.path] + options,
            in: place.site.path,
            environment: place.variables.merging(
                day.map { ["SOURCE_DATE_EPOCH": "\($0 * 86_400)"] } ?? [:]
            ) { $1 }
        )
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(!ending.output.contains("marked"))
    }

    /// An edit of a site or of its report that a chain of builds must follow.
    private enum Edit: CaseIterable {
        case number, row, article, template, asset, settings, removedFile, spoiltFile, nothing
    }

    @Test(arguments: [1, 2, 3])
    func anyChainOfEditsGivesByteForByteWhatAFreshBuildGives(seed: UInt64) throws {
        let place = try Place()
        var chance = Generator(seed: seed)
        var repeated = 0
        for step in 0..<10 {
            let edit = chance.chance(25) ? .nothing : chance.pick(Edit.allCases, else: .nothing)
            try make(edit, step, in: place.site)
            if chance.chance(75) { place.settle() }
            let before = try? place.statuses()
            let ending = try place.build()
            #expect(ending.status == 0, "\(ending.errors)")
            if try place.statuses() == before { repeated += 1 }
            #expect(try place.build("--fresh", "--output", place.site.path + "/fresh").status == 0)
            let differences = Tree.differences(
                try Tree.read(place.site.output),
                try Tree.read(place.site.path + "/fresh")
            )
            #expect(differences == [], "step \(step), \(edit)")
        }
        #expect(repeated > 0)
    }

    private func make(_ edit: Edit, _ step: Int, in site: SiteFolder) throws {
        let strikes = "content/data/strikes.csv"
        switch edit {
        case .number:
            let text = try site.read(strikes)
            try site.write(strikes, text.replacing(#/,North,[^,]*/#, with: ",North,\(step)"))
        case .row:
            try site.write(
                strikes,
                try site.read(strikes) + "B\(step),2017-09-0\(step % 9 + 1),East,2,weak,,,\n"
            )
        case .article:
            try site.write("content/other.md", "---\ntitle: Other \(step)\n---\nText \(step).\n")
        case .template:
            try site.replace("</body>", "<p>\(step)</p></body>", in: "templates/base.html")
        case .asset: try site.write("templates/assets/note.txt", "Note \(step)\n")
        case .settings:
            let text = try site.read("content/site.yaml")
            try site.write(
                "content/site.yaml",
                text.replacing(#/title: ".*"/#, with: "title: \"Site \(step)\"")
            )
        case .removedFile: try? site.delete("Output/strikes/A1.html")
        case .spoiltFile:
            if FileManager.default.fileExists(atPath: site.output + "/index.html") {
                try Self.overwrite("<html", with: "<HTML", in: site, "Output/index.html")
            }
        case .nothing: break
        }
    }

    /// Writes other bytes of the same number into a file, in place, and restores the time of its last change.
    private static func overwrite(
        _ old: String,
        with new: String,
        in site: SiteFolder,
        _ name: String
    ) throws {
        let path = site.path + "/" + name
        let bytes = try Data(contentsOf: URL(filePath: path))
        let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
        let range = try #require(bytes.range(of: Data(old.utf8)))
        let file = try FileHandle(forWritingTo: URL(filePath: path))
        try file.seek(toOffset: UInt64(range.lowerBound))
        try file.write(contentsOf: Data(new.utf8))
        try file.close()
        if let date {
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
        }
    }
}
