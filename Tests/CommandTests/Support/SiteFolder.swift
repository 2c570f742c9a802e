import Foundation

/// A site of a test's own, which may be spoilt; gone when the test ends.
final class SiteFolder {
    let path: String
    var output: String { path + "/Output" }
    private let isLent: Bool

    /// A folder that outlives the test.
    init(lending path: String) {
        self.path = path
        isLent = true
    }

    /// An empty folder; its name can hold what makes paths difficult.
    init(named name: String = "site") throws {
        let parent = FileManager.default.temporaryDirectory
            .appending(path: "recount-command-\(UUID().uuidString)").resolvingSymlinksInPath().path
        path = parent + "/" + name
        isLent = false
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        if isLent { return }
        let parent = URL(filePath: path).deletingLastPathComponent()
        try? FileManager.default.removeItem(at: parent)
    }

    /// The report of this package.
    static func example(named name: String = "site") throws -> SiteFolder {
        let site = try SiteFolder(named: name)
        try site.add(Package.root + "/content", at: "content")
        try site.add(Package.root + "/templates", at: "templates")
        return site
    }

    /// A small site with the tests' own plain templates and this package's words.
    static func plain(_ input: String? = nil) throws -> SiteFolder {
        let site = try SiteFolder()
        try site.add(Package.tests + "/Sites/theme", at: "templates")
        try site.add(Package.root + "/templates/words", at: "templates/words")
        if let input { try site.add(input, at: "") }
        return site
    }

    /// Copies a folder over what is there.
    func add(_ folder: String, at place: String) throws {
        for (name, data) in try Tree.read(folder) {
            try write(place.isEmpty ? name : place + "/" + name, data)
        }
    }

    func write(_ name: String, _ text: String) throws {
        try write(name, Data(text.utf8))
    }

    func write(_ name: String, _ data: Data) throws {
        let url = URL(filePath: path + "/" + name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try data.write(to: url)
    }

    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path + "/" + name)), as: UTF8.self)
    }

    func delete(_ name: String) throws {
        try FileManager.default.removeItem(atPath: path + "/" + name)
    }

    /// Writes a file otherwise; the old text must stand in it once.
    func replace(_ old: String, _ new: String, in name: String) throws {
        let text = try read(name)
        let parts = text.components(separatedBy: old)
        guard parts.count == 2 else { throw Missing(text: old, times: parts.count - 1, name: name) }
        try write(name, parts.joined(separator: new))
    }

    struct Missing: Error {
        let text: String
        let times: Int
        let name: String
    }

    @discardableResult
    func build(_ options: String..., environment: [String: String] = [:]) throws -> Ending {
        try Program.run(
            [Package.program, "build", path] + options,
            in: path,
            environment: environment
        )
    }

    func check() throws -> Ending {
        try Program.recount("check", path)
    }
}

/// The files below a folder, by path.
enum Tree {
    static func read(_ folder: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            var isFolder: ObjCBool = false
            let path = folder + "/" + name
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
                !isFolder.boolValue
            else { continue }
            files[name] = try Data(contentsOf: URL(filePath: path))
        }
        return files
    }

    /// What differs between two trees, one line a file.
    static func differences(_ found: [String: Data], _ expected: [String: Data]) -> [String] {
        Set(found.keys).union(expected.keys).sorted()
            .compactMap { name in
                switch (found[name], expected[name]) {
                case (let found?, let expected?):
                    found == expected ? nil : "\(name) differs" + firstLine(found, expected)
                case (nil, _): "\(name) is not made any more"
                case (_, nil): "\(name) is not expected"
                }
            }
    }

    private static func firstLine(_ found: Data, _ expected: Data) -> String {
        let lines = String(decoding: found, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let others = String(decoding: expected, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated()
        where number >= others.count || line != others[number] {
            let other = number < others.count ? others[number] : "(nothing)"
            return " in line \(number + 1):\n  found    \(line)\n  expected \(other)"
        }
        return " at its end"
    }
}
