import Foundation
import TestSupport
import Testing

/// More than a thousand private values of every kind in one made site: none leaves by itself, and the scan finds those
/// that are made to leave.
@Suite(Needs.python) struct CanaryTests {
    private static let script = "Tests/CommandTests/Oracle/canaries.py"
    private static let seed = "20170608"

    /// A made site, and its values as the script prints them.
    private struct Canaries {
        let site: SiteFolder
        let list: String
        let count: Int
        var host: String { site.path + "-host" }

        init() throws {
            site = try SiteFolder()
            try site.add(Package.root + "/templates", at: "templates")
            let printed = try CanaryTests.python("make", site.path, CanaryTests.seed)
            list = site.path + "-canaries.txt"
            try Data(printed.utf8).write(to: URL(filePath: list))
            count = printed.split(separator: "\n").count
        }

        /// The values that stand in a folder or in a text, each with its kind and place.
        func found(in folders: String..., printed: String = "") throws -> [String] {
            let log = site.path + "-printed.txt"
            try Data(printed.utf8).write(to: URL(filePath: log))
            let ending = try Python.run(CanaryTests.script, ["find", list] + folders + [log])
            #expect(ending.status == 0, "\(ending.errors)")
            return ending.output.split(separator: "\n").map(String.init)
        }
    }

    /// Runs the script.
    private static func python(_ arguments: String...) throws -> String {
        let ending = try Python.run(script, arguments)
        #expect(ending.status == 0, "\(ending.errors)")
        return ending.output
    }

    @Test func noneOfAThousandValuesLeaves() throws {
        let canaries = try Canaries()
        #expect(canaries.count > 1_000)
        let site = canaries.site
        let settings = try site.read("content/site.yaml")
        try site.write(
            "content/site.yaml",
            settings + "targets:\n  copy: {kind: folder, path: \(canaries.host)}\n"
        )
        // The search itself finds what is there.
        #expect(try canaries.found(in: site.path + "/content").count > canaries.count * 9 / 10)
        func publish() throws -> String {
            let ending = try Program.recount("publish", "--site", site.path, "--yes")
            #expect(ending.status == 0, "\(ending.errors)")
            return ending.output + ending.errors
        }
        let first = try publish()
        let isPublic = { (line: String) in line.hasPrefix("former\t") }
        let early = try canaries.found(in: site.output, canaries.host, printed: first)
        #expect(early.count == 10 && early.allSatisfy(isPublic), "\(early)")
        _ = try Self.python("rename", site.path, canaries.list)
        var printed = try publish()
        let commands = [["check", "--all"], ["check", "--privacy"], ["diff"]]
        for command in commands {
            let ending = try Program.run(
                [Package.program, command[0], site.path] + command.dropFirst()
            )
            printed += ending.output + ending.errors
        }
        #expect(try canaries.found(in: site.output, canaries.host, printed: printed) == [])
        // An article that still has a former name does not leave either.
        let former = try #require(early.first?.split(separator: "\t").last)
        try site.write("content/shown1.md", "---\ntitle: A\n---\nIt was \(former.uppercased()).\n")
        let late = try site.build()
        #expect(late.status == 1)
        #expect(
            late.errors.contains("error: a value that was removed (column “name”, record “K2”)")
        )
        #expect(try canaries.found(printed: late.output + late.errors) == [])
    }

    @Test func valuesThatAreMadeToLeaveAreFoundInEveryWay() throws {
        let canaries = try Canaries()
        let leaks = try Self.python("leak", canaries.site.path, canaries.list)
            .split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
        #expect(leaks.count > 40)
        #expect(try canaries.site.build().status == 1)
        #expect(!FileManager.default.fileExists(atPath: canaries.site.output))
        let ending = try canaries.site.check()
        let errors = ending.errors.split(separator: "\n").map(String.init)
            .filter { $0.contains(" stands in the report: ") }
        for leak in leaks {
            let (way, place, column) = (leak[0], leak[1], leak[2])
            let isFound = errors.contains { error in
                error.hasPrefix(place + ":") && error.contains("(column “\(column)”")
            }
            #expect(isFound, "\(way): \(place), \(column)")
        }
        #expect(errors.count == leaks.count)
        #expect(try canaries.found(printed: ending.output + ending.errors) == [])
    }
}
